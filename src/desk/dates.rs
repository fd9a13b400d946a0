//! Why a text has its date, and what did not move it.

use serde::Serialize;

use super::words::Voice;
use crate::history::{Pass, Revision, Why};
use crate::site::{Dates, Translation, Updated};
use crate::vocabulary::Day;

/// The dates of a text in sentences.
#[derive(Debug, Serialize)]
pub(super) struct DatesContext {
    sentences: Vec<String>,
    /// The commit that the date comes from.
    commit: Option<CommitContext>,
    /// Says how many later commits did not move it.
    passed_intro: Option<String>,
    passed: Vec<CommitContext>,
}

/// A commit, and what it is to the text.
#[derive(Debug, Serialize)]
struct CommitContext {
    day: String,
    date: String,
    commit: String,
    subject: String,
    why: Option<String>,
}

impl CommitContext {
    fn of(day: Day, revision: &Revision, why: Option<String>, voice: &Voice) -> Self {
        Self {
            day: day.to_string(),
            date: voice.strings.date(day),
            commit: revision.short().to_owned(),
            subject: revision.subject.clone(),
            why,
        }
    }
}

pub(super) fn dates(text: &Translation, voice: &Voice) -> DatesContext {
    let Dates { updated, passed, .. } = &text.dates;
    let mut sentences = vec![date(text, voice)];
    sentences.extend(moved_by_variable(&text.dates).then(|| voice.strings.get("desk-date-variable")));
    let dated = |key: &str, day: Day| voice.strings.with(key, &[("date", voice.strings.date(day).into())]);
    sentences.extend(text.effective.map(|day| dated("desk-date-effective", day)));
    sentences.extend(text.published.map(|day| dated("desk-date-published", day)));
    let is_known = updated.known().is_some();
    let count = passed.len();
    let intro = || voice.strings.with("desk-date-passed", &[("count", count.into())]);
    let commit = updated.known().map(|(day, revision)| CommitContext::of(day, revision, None, voice));
    DatesContext {
        sentences,
        commit,
        passed_intro: (is_known && count > 0).then(intro),
        passed: passed
            .iter()
            .filter(|_| is_known)
            .map(|passed| CommitContext::of(passed.day, &passed.revision, Some(why(passed.why, voice)), voice))
            .collect(),
    }
}

/// Which date the text has, and who says so.
fn date(text: &Translation, voice: &Voice) -> String {
    let strings = &voice.strings;
    match (text.recorded, text.version, &text.dates.updated) {
        (Some(recorded), Some(version), _) => {
            let version = strings.date(version.day());
            match recorded.updated {
                Some(day) => strings
                    .with("desk-date-recorded", &[("date", strings.date(day).into()), ("version", version.into())]),
                None => strings.with("desk-date-recorded-none", &[("version", version.into())]),
            }
        }
        (_, _, Updated::Known { day, .. }) => strings.with("desk-date-commit", &[("date", strings.date(*day).into())]),
        (_, _, Updated::Unknown { why }) => unknown(why, voice),
    }
}

/// Whether the text itself is older than its date: a variable in it got another value.
fn moved_by_variable(dates: &Dates) -> bool {
    let both = dates.updated.known().zip(dates.touched.known());
    both.is_some_and(|((_, updated), (_, touched))| {
        updated.commit != touched.commit && updated.seconds > touched.seconds
    })
}

fn why(pass: Pass, voice: &Voice) -> String {
    voice.strings.get(match pass {
        Pass::Nothing => "desk-pass-nothing",
        Pass::Days => "desk-pass-days",
        Pass::Formatting => "desk-pass-formatting",
        Pass::Trailer => "desk-pass-trailer",
        Pass::Listed => "desk-pass-listed",
    })
}

/// Why something cannot be told from git, and how to mend it.
pub(super) fn unknown(why: &Why, voice: &Voice) -> String {
    let (key, value) = match why {
        Why::NoRepository => ("no-repository", ""),
        Why::NoCommits => ("no-commits", ""),
        Why::NotCommitted { staged: true } => ("staged", ""),
        Why::NotCommitted { staged: false } => ("not-committed", ""),
        Why::OtherName(name) => ("other-name", name.as_str()),
        Why::Boundary(commit) => ("boundary", commit.as_str()),
        Why::NoText { commit, .. } => ("no-text", commit.as_str()),
        Why::MissingTree(_) => ("missing-tree", ""),
        Why::NoWorkTree => ("no-work-tree", ""),
        Why::Reftable => ("reftable", ""),
        Why::NoDate(commit) => ("no-date", commit.as_str()),
        Why::Unreadable(reason) => ("unreadable", reason.as_str()),
    };
    let is_commit = value.len() >= 40 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    let value = if is_commit { &value[..8] } else { value };
    voice.strings.with(&format!("desk-unknown-{key}"), &[("value", value.into())])
}
