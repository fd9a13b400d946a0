//! `engross status`.

use std::path::Path;

use serde_json::{Map, Value, json};
use unicode_width::UnicodeWidthStr;

use super::print::{self, tell};
use super::report::Report;
use super::{Common, Ending, Format, give_up};
use crate::build::{Dated, Overrides, dates};
use crate::diagnostic::fails;
use crate::history::{Pass, Revision, Why, Work};
use crate::site::{Currency, Dates, PassedOver, Updated};
use crate::source::{FrontMatter, Matter, Source, World};
use crate::vocabulary::{Day, DocumentId, Instant, Locale, VersionId};

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  engross status\n  engross status --strict      for CI: a text without a date is an error\n  engross status --format json | jq '.documents[] | select(.updated == null)'"
)]
pub(super) struct Args {
    #[command(flatten)]
    common: Common,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
}

pub(super) fn run(args: &Args) -> Ending {
    let common = &args.common;
    let overrides = Overrides { git_dir: super::git_dir(), ..Overrides::default() };
    let dated =
        match dates(Path::new(&common.root), |zone| common.today(zone), &overrides, common.format == Format::Json) {
            Ok(dated) => dated,
            Err(failure) => return give_up(common, &failure),
        };
    let report = Report::with(&dated.world, &dated.findings);
    let ending = if fails(&dated.findings, args.strict) { Ending::Errors } else { Ending::Clean };
    let ending = match common.format {
        Format::Json => {
            let documents = rows(&dated);
            let all = json!({ "documents": documents, "missing": missing(&dated), "findings": report.json() });
            print::result(&all.to_string(), ending)
        }
        Format::Human => {
            let mut cells = vec![
                ["DOCUMENT", "LANGUAGE", "UPDATED", "TOUCHED", "WHY THEY DIFFER", "VERSION", "TRANSLATION", "STATE"]
                    .map(str::to_owned),
            ];
            cells.extend(texts(&dated).map(|(source, dates)| human_row(&dated, source, dates)));
            let mut lines = vec![table(&cells)];
            lines.extend(dated.missing.iter().map(|(document, locales)| {
                let tags: Vec<&str> = locales.iter().map(Locale::tag).collect();
                format!("`{document}` is not translated into {}.", tags.join(", "))
            }));
            let ending = print::result(&lines.join("\n"), ending);
            if !dated.findings.is_empty() {
                tell("");
                report.print();
            }
            if let Some(counts) = report.counts() {
                tell(&format!("{counts} about dates and files; `engross build` looks into the texts too."));
            }
            ending
        }
    };
    // The process ends now: the system takes the memory back faster than piece by piece.
    std::mem::forget(dated);
    ending
}

fn texts(dated: &Dated) -> impl Iterator<Item = (&Source, &Dates)> {
    dated.sources.texts.iter().filter_map(|source| Some((source, dated.dates.get(&source.path)?)))
}

fn rows(dated: &Dated) -> Vec<Value> {
    let row = |(source, dates): (&Source, &Dates)| {
        let list = |wanted: fn(Pass) -> bool| -> Vec<Value> {
            dates.passed.iter().filter(|passed| wanted(passed.why)).map(passed_over).collect()
        };
        json!({
            "document": source.document.as_str(),
            "locale": source.locale.tag(),
            "path": source.path.as_str(),
            "updated": stamp(&dates.updated),
            "why_unknown": why(&dates.updated),
            "touched": stamp(&dates.touched),
            "formatting_only": list(|why| matches!(why, Pass::Nothing | Pass::Days | Pass::Formatting)),
            "editorial": list(|why| matches!(why, Pass::Trailer | Pass::Listed)),
            "effective": effective(dated, source, dates).map(|day| day.to_string()),
            "version": dated.held.get(&source.path).map(ToString::to_string),
            "newest_version": newest(dated, source).map(|id| id.to_string()),
            "translation": currency_json(dated.currencies.get(&source.path)),
            "revisions": dates.revisions,
            "work": state(dates),
        })
    };
    texts(dated).map(row).collect()
}

/// What is not translated.
fn missing(dated: &Dated) -> Vec<Value> {
    let of = |document: &DocumentId, locale: &Locale| json!({ "document": document.as_str(), "locale": locale.tag() });
    dated
        .missing
        .iter()
        .flat_map(|(document, locales)| locales.iter().map(move |locale| of(document, locale)))
        .collect()
}

fn stamp(updated: &Updated) -> Value {
    match updated.known() {
        Some((day, revision)) => Value::Object(revision_json(day, revision)),
        None => Value::Null,
    }
}

fn why(updated: &Updated) -> Option<String> {
    match updated {
        Updated::Known { .. } => None,
        Updated::Unknown { why } => Some(why.to_string()),
    }
}

fn revision_json(day: Day, revision: &Revision) -> Map<String, Value> {
    let values = [
        ("date", json!(day.to_string())),
        ("instant", json!(Instant(revision.seconds).to_string())),
        ("commit", json!(revision.commit)),
        ("subject", json!(revision.subject)),
    ];
    values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn passed_over(passed: &PassedOver) -> Value {
    let mut row = revision_json(passed.day, &passed.revision);
    let (key, value) = match passed.why {
        Pass::Nothing => ("change", "none"),
        Pass::Days => ("change", "days"),
        Pass::Formatting => ("change", "formatting"),
        Pass::Trailer => ("by", "trailer"),
        Pass::Listed => ("by", "list"),
    };
    row.insert(key.to_owned(), json!(value));
    Value::Object(row)
}

/// The newest version that has the text in its language.
fn newest(dated: &Dated, source: &Source) -> Option<VersionId> {
    let timeline = dated.archive.timelines.get(&source.document)?;
    timeline.newest_text(&source.locale).map(|(version, _)| version.id)
}

/// The day on which a text was updated, by the record of the version that says the same.
fn recorded(dated: &Dated, source: &Source) -> Option<Day> {
    let version = dated.archive.timelines.get(&source.document)?.get(*dated.held.get(&source.path)?)?;
    version.texts.get(&source.locale)?.updated
}

/// How a text stands to its versions.
fn standing(dated: &Dated, source: &Source) -> String {
    let today = dated.world.today();
    match (dated.held.get(&source.path), newest(dated, source)) {
        (Some(id), _) if id.day() > today => format!("{id}, upcoming"),
        (Some(id), _) => id.to_string(),
        (None, Some(id)) => format!("differs from {id}"),
        (None, None) => "not archived".to_owned(),
    }
}

/// From which day a text applies: its front matter has the word, else a commit.
fn effective(dated: &Dated, source: &Source, dates: &Dates) -> Option<Day> {
    let text = dated.world.text(&source.path).ok()?;
    let said = FrontMatter::read(&source.path, &text, &Matter::find(&text)).0.effective;
    said.or(dates.effective)
}

/// The state of the file on disk; nothing where there is no commit to compare it with.
fn state(dates: &Dates) -> Option<&'static str> {
    match (&dates.touched, dates.work) {
        (Updated::Unknown { why: Why::NotCommitted { staged } }, _) => {
            Some(if *staged { "staged" } else { "untracked" })
        }
        (Updated::Unknown { why: Why::NoRepository | Why::NoCommits | Why::OtherName(_) }, _) => None,
        (_, Work::Committed) => Some("committed"),
        (_, Work::Modified) => Some("modified"),
        (_, Work::Staged) => Some("staged"),
        (_, Work::Variables) => Some("variables"),
    }
}

fn human_row(dated: &Dated, source: &Source, dates: &Dates) -> [String; 8] {
    let day = |updated: &Updated| updated.known().map_or_else(|| "-".to_owned(), |(day, _)| day.to_string());
    let state = match (&dates.updated, dates.work) {
        (Updated::Unknown { why }, _) => why.to_string(),
        (_, Work::Committed) => "committed".to_owned(),
        (_, Work::Modified) => "has changes that are not committed".to_owned(),
        (_, Work::Staged) => "has changes that are staged but not committed".to_owned(),
        (_, Work::Variables) => "has variables whose values are not committed".to_owned(),
    };
    let recorded = recorded(dated, source).filter(|_| dates.updated.known().is_none());
    [
        source.document.as_str().to_owned(),
        source.locale.tag().to_owned(),
        recorded.map_or_else(|| day(&dates.updated), |day| day.to_string()),
        day(&dates.touched),
        difference(dates),
        standing(dated, source),
        currency(dated, source),
        state,
    ]
}

/// Why a text was touched later than updated, or the other way round.
fn difference(dates: &Dates) -> String {
    let count = |wanted: fn(Pass) -> bool| dates.passed.iter().filter(|passed| wanted(passed.why)).count();
    let parts = [
        (count(|why| why == Pass::Nothing), "nothing visible"),
        (count(|why| why == Pass::Days), "stated days"),
        (count(|why| why == Pass::Formatting), "formatting only"),
        (count(|why| matches!(why, Pass::Trailer | Pass::Listed)), "editorial"),
    ];
    let mut said: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} × {what}")).collect();
    let later = dates.updated.known().zip(dates.touched.known());
    if later.is_some_and(|((_, a), (_, b))| a.commit != b.commit && a.seconds > b.seconds) {
        said.push("a variable changed".to_owned());
    }
    said.join(", ")
}

/// How a text stands to its original.
fn currency(dated: &Dated, source: &Source) -> String {
    match dated.currencies.get(&source.path) {
        None => "original".to_owned(),
        Some(Currency::Original) => String::new(),
        Some(Currency::Current) => "current".to_owned(),
        Some(Currency::Behind(behind)) => format!("behind: changed {}", behind.changed),
        Some(Currency::Ahead(version)) => format!("ahead: {version}"),
        Some(Currency::Unknown) => "not known".to_owned(),
    }
}

fn currency_json(currency: Option<&Currency>) -> Value {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    match currency {
        None | Some(Currency::Original) => json!({ "state": "original" }),
        Some(Currency::Current) => json!({ "state": "current" }),
        Some(Currency::Behind(behind)) => json!({
            "state": "behind",
            "reflects": day(behind.reflects),
            "since": day(behind.since),
            "changed": behind.changed.to_string(),
        }),
        Some(Currency::Ahead(version)) => json!({ "state": "ahead", "reflects": version.to_string() }),
        Some(Currency::Unknown) => json!({ "state": "unknown" }),
    }
}

fn table(rows: &[[String; 8]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..7).map(width).collect();
    let line = |row: &[String; 8]| {
        let padded = row[..7].iter().zip(&widths).map(|(cell, width)| {
            let gap = " ".repeat(width - cell.width());
            format!("{cell}{gap}")
        });
        padded.chain([row[7].clone()]).collect::<Vec<_>>().join("  ")
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
