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
use crate::site::{Dates, PassedOver, Updated};
use crate::source::{FrontMatter, Matter, Source, World};
use crate::vocabulary::Day;

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
            print::result(&json!({ "documents": documents, "findings": report.json() }).to_string(), ending)
        }
        Format::Human => {
            let mut cells =
                vec![["DOCUMENT", "LANGUAGE", "UPDATED", "TOUCHED", "WHY THEY DIFFER", "STATE"].map(str::to_owned)];
            cells.extend(texts(&dated).map(|(source, dates)| human_row(source, dates)));
            let ending = print::result(&table(&cells), ending);
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
            "revisions": dates.revisions,
            "work": state(dates),
        })
    };
    texts(dated).map(row).collect()
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
    let instant = jiff::Timestamp::from_second(revision.seconds).map(|instant| instant.to_string()).ok();
    let values = [
        ("date", json!(day.to_string())),
        ("instant", json!(instant)),
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

fn human_row(source: &Source, dates: &Dates) -> [String; 6] {
    let day = |updated: &Updated| updated.known().map_or_else(|| "-".to_owned(), |(day, _)| day.to_string());
    let state = match (&dates.updated, dates.work) {
        (Updated::Unknown { why }, _) => why.to_string(),
        (_, Work::Committed) => "committed".to_owned(),
        (_, Work::Modified) => "has changes that are not committed".to_owned(),
        (_, Work::Staged) => "has changes that are staged but not committed".to_owned(),
        (_, Work::Variables) => "has variables whose values are not committed".to_owned(),
    };
    [
        source.document.as_str().to_owned(),
        source.locale.tag().to_owned(),
        day(&dates.updated),
        day(&dates.touched),
        difference(dates),
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

fn table(rows: &[[String; 6]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..5).map(width).collect();
    let line = |row: &[String; 6]| {
        let padded = row[..5].iter().zip(&widths).map(|(cell, width)| {
            let gap = " ".repeat(width - cell.width());
            format!("{cell}{gap}")
        });
        padded.chain([row[5].clone()]).collect::<Vec<_>>().join("  ")
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
