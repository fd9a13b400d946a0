//! `engross status`.

use std::path::Path;

use serde_json::{Value, json};

use super::print::{self, tell};
use super::report::Report;
use super::{Common, Ending, Format, give_up};
use crate::build::{Overrides, load};
use crate::diagnostic::fails;
use crate::site::{Translation, Updated};

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  engross status\n  engross status --format json | jq '.documents[] | select(.updated == null)'"
)]
pub(super) struct Args {
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(args: &Args) -> Ending {
    let common = &args.common;
    let loaded = match load(Path::new(&common.root), |zone| common.today(zone), &Overrides::default()) {
        Ok(loaded) => loaded,
        Err(failure) => return give_up(common, &failure),
    };
    let texts = loaded
        .site
        .documents
        .iter()
        .flat_map(|(id, document)| document.translations.values().map(move |text| (id.as_str(), text)));
    let report = Report::with(&*loaded.site.world, &loaded.findings);
    let ending = if fails(&loaded.findings, false) { Ending::Errors } else { Ending::Clean };
    match common.format {
        Format::Json => {
            let documents: Vec<Value> = texts.map(|(id, text)| row(id, text)).collect();
            print::result(&json!({ "documents": documents, "findings": report.json() }).to_string(), ending)
        }
        Format::Human => {
            let mut rows = vec![["DOCUMENT", "LANGUAGE", "UPDATED", "COMMIT", "STATE"].map(str::to_owned)];
            rows.extend(texts.map(|(id, text)| cells(id, text)));
            let ending = print::result(&table(&rows), ending);
            if let Some(counts) = report.counts() {
                tell(&format!("\n{counts}; `engross build` shows them."));
            }
            ending
        }
    }
}

fn row(id: &str, text: &Translation) -> Value {
    let (updated, why) = match &text.updated {
        Updated::Known { day, revision } => {
            let instant = jiff::Timestamp::from_second(revision.seconds).map(|instant| instant.to_string()).ok();
            (json!({ "date": day.to_string(), "instant": instant, "commit": revision.commit }), None)
        }
        Updated::Unknown { why } => (Value::Null, Some(why.to_string())),
    };
    json!({
        "document": id,
        "locale": text.locale.tag(),
        "path": text.path.as_str(),
        "title": text.title,
        "updated": updated,
        "why_unknown": why,
        "modified": text.modified,
    })
}

fn cells(id: &str, text: &Translation) -> [String; 5] {
    let (day, commit, state) = match &text.updated {
        Updated::Known { day, revision } => {
            let commit = revision.commit.get(..8).unwrap_or(&revision.commit).to_owned();
            let state = if text.modified { "has changes that are not committed" } else { "committed" };
            (day.to_string(), commit, state.to_owned())
        }
        Updated::Unknown { why } => ("-".to_owned(), "-".to_owned(), why.to_string()),
    };
    [id.to_owned(), text.locale.tag().to_owned(), day, commit, state]
}

fn table(rows: &[[String; 5]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..4).map(width).collect();
    let line = |row: &[String; 5]| {
        let padded = row[..4].iter().zip(&widths).map(|(cell, width)| {
            let gap = " ".repeat(width - cell.chars().count());
            format!("{cell}{gap}")
        });
        padded.chain([row[4].clone()]).collect::<Vec<_>>().join("  ")
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
