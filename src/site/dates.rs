//! The days of a text, in the time zone of the site.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::history::{History, Pass, Record, Revision, Stamp, Why, Work, unknown};
use crate::vocabulary::{Day, SourcePath, Zone};

/// What is known of when a text was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dates {
    /// The last revision that changed what the text says.
    pub updated: Updated,
    /// The last revision of the file.
    pub touched: Updated,
    /// The revisions between the two, newest first.
    pub passed: Vec<PassedOver>,
    /// The first day in force, where a commit says it.
    pub effective: Option<Day>,
    /// How many revisions the file has, if that was counted.
    pub revisions: Option<usize>,
    /// Whether the text on disk is the committed one.
    pub work: Work,
}

/// When a text was updated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Updated {
    /// On this day, by this revision.
    Known {
        /// The day in the site's time zone.
        day: Day,
        /// The revision.
        revision: Revision,
    },
    /// It cannot be told.
    Unknown {
        /// Why not.
        why: Why,
    },
}

/// A revision that the date of a text passes over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// Its day in the site's time zone.
    pub day: Day,
    /// The revision.
    pub revision: Revision,
    /// Why it does not count.
    pub why: Pass,
}

impl Updated {
    fn of(stamp: Stamp, zone: &Zone) -> Self {
        match stamp {
            Ok(revision) => match zone.day_of(revision.seconds) {
                Some(day) => Self::Known { day, revision },
                None => Self::Unknown { why: Why::NoDate(revision.commit) },
            },
            Err(why) => Self::Unknown { why },
        }
    }

    /// The day and the revision, if they are known.
    #[must_use]
    pub fn known(&self) -> Option<(Day, &Revision)> {
        match self {
            Self::Known { day, revision } => Some((*day, revision)),
            Self::Unknown { .. } => None,
        }
    }
}

impl Dates {
    /// Of a text that has no file of its own.
    pub(super) fn none() -> Self {
        let unknown = || Updated::Unknown { why: Why::NotCommitted { staged: false } };
        Self {
            updated: unknown(),
            touched: unknown(),
            passed: Vec::new(),
            effective: None,
            revisions: None,
            work: Work::Committed,
        }
    }

    fn of(record: Record, zone: &Zone) -> Self {
        let passed = record.passed.into_iter().filter_map(|passed| {
            let day = zone.day_of(passed.revision.seconds)?;
            Some(PassedOver { day, revision: passed.revision, why: passed.why })
        });
        Self {
            updated: Updated::of(record.updated, zone),
            touched: Updated::of(record.touched, zone),
            passed: passed.collect(),
            effective: record.effective,
            revisions: record.revisions,
            work: record.work,
        }
    }
}

/// The dates of every text, and what is wrong with them: unknown ones, ones that a wrong clock
/// made; [`uncommitted`] says the rest. Those that `recorded` names have the dates
/// of a version, and need none.
#[must_use]
pub fn dates(
    history: &History,
    paths: &[&SourcePath],
    recorded: &dyn Fn(&SourcePath) -> bool,
    zone: &Zone,
    today: Day,
) -> (BTreeMap<SourcePath, Dates>, Vec<Diagnostic>) {
    let mut found = history.findings.clone();
    let mut all = BTreeMap::new();
    let mut odd: BTreeMap<String, (Diagnostic, usize)> = BTreeMap::new();
    for path in paths {
        let record = history.of(path);
        let follows = record.follows.and_then(|seconds| zone.day_of(seconds));
        let dates = Dates::of(record, zone);
        if let Some((day, revision)) = dates.updated.known() {
            let clock = match follows {
                _ if day > today => Some(in_the_future(path, revision, day)),
                Some(before) => Some(before_its_parent(path, revision, day, before)),
                None => None,
            };
            if let Some(finding) = clock {
                odd.entry(revision.commit.clone()).or_insert((finding, 0)).1 += 1;
            }
        }
        all.insert((*path).clone(), dates);
    }
    found.extend(odd.into_values().map(|(mut finding, files)| {
        if files > 1 {
            finding.message = format!("{}, and so do {} more", finding.message, files - 1);
        }
        finding
    }));
    let without = all.iter().filter_map(|(path, dates)| match &dates.updated {
        Updated::Unknown { why } => (!recorded(path)).then_some((path, why)),
        Updated::Known { .. } => None,
    });
    found.extend(unknown(without));
    (all, found)
}

fn in_the_future(path: &SourcePath, revision: &Revision, day: Day) -> Diagnostic {
    let commit = revision.short();
    Diagnostic::warning(Code::GIT, format!("commit {commit} is dated {day}, in the future; `{path}` shows that date"))
        .in_file(path)
        .cure("the clock of the machine that made the commit was wrong; commit the text again with the right date")
}

fn before_its_parent(path: &SourcePath, revision: &Revision, day: Day, before: Day) -> Diagnostic {
    let commit = revision.short();
    let message =
        format!("commit {commit} is dated {day}, but follows a commit of {before}; `{path}` shows the earlier date");
    Diagnostic::warning(Code::GIT, message)
        .in_file(path)
        .cure("the clock of one of the two machines was wrong; if it was this one, commit the text again")
}

/// What is to be said of a text that is not as it was committed.
#[must_use]
pub fn uncommitted(path: &SourcePath, dates: &Dates) -> Option<Diagnostic> {
    let what = match dates.work {
        Work::Committed => return None,
        Work::Modified => "has changes that are not committed",
        Work::Staged => "has changes that are staged but not committed",
        Work::Variables => "holds variables whose values in engross.toml are not committed",
    };
    let date = match dates.updated.known() {
        Some((day, _)) => format!("; its date ({day}) is that of the committed text"),
        None => String::new(),
    };
    let finding = Diagnostic::warning(Code::GIT, format!("`{path}` {what}{date}"));
    Some(finding.in_file(path).cure("commit before publishing: the date comes from the commit"))
}
