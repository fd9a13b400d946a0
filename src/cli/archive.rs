//! `engross archive`.

use serde_json::json;

use super::print::{self, tell};
use super::report::Report;
use super::{Common, Ending, give_up};
use crate::archive::{FOLDER, Kind, LEDGER, NewRecord};
use crate::build::{Allowed, Archived, Overrides, Request, archive};
use crate::diagnostic::fails;
use crate::source::World;
use crate::vocabulary::{Day, Locale};

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  engross archive privacy\n  engross archive privacy --effective 2027-01-01 --note \"New: section on payments\" --note de=\"Neu: Abschnitt über Zahlungen\"\n  engross archive privacy --minor --note \"A wrong address was corrected\""
)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Args {
    /// The document, as `engross status` names it
    document: String,
    /// The first day in force; by default what the text states, else the day on which it was updated
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    effective: Option<Day>,
    /// What changed, for readers; LOCALE=TEXT for one language, once for each
    #[arg(long = "note", value_name = "TEXT")]
    notes: Vec<String>,
    /// It is a correction: listed like every version, but marked as minor
    #[arg(long, conflicts_with = "withdraw")]
    minor: bool,
    /// The document is withdrawn: from the effective date on there is no text
    #[arg(long, requires = "effective")]
    withdraw: bool,
    /// Archive texts that are not committed
    #[arg(long)]
    uncommitted: bool,
    /// Archive translations that are older than their original
    #[arg(long)]
    behind: bool,
    /// Let it apply sooner than `notice_days` allows
    #[arg(long)]
    short_notice: bool,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(args: &Args) -> Ending {
    let common = &args.common;
    let request = Request {
        document: args.document.clone(),
        effective: args.effective,
        notes: args.notes.iter().map(|note| note_of(note)).collect(),
        kind: match args {
            Args { withdraw: true, .. } => Kind::Withdrawal,
            Args { minor: true, .. } => Kind::Minor,
            _ => Kind::Major,
        },
        allowed: Allowed { uncommitted: args.uncommitted, behind: args.behind, short_notice: args.short_notice },
    };
    let overrides = Overrides { git_dir: super::git_dir(), ..Overrides::default() };
    let done = match archive(&common.root, |zone| common.today(zone), &overrides, &request) {
        Ok(done) => done,
        Err(failure) => return give_up(common, &failure),
    };
    let ending = if fails(&done.findings, false) { Ending::Errors } else { Ending::Clean };
    let report = Report::with(&done.world as &dyn World, &done.findings);
    if common.format == super::Format::Json {
        let files = done.written.as_ref().map(files);
        let document = json!({
            "version": done.written.as_ref().map(|record| record.id.to_string()),
            "unchanged_since": done.unchanged.map(|id| id.to_string()),
            "files": files,
            "findings": report.json(),
        });
        return print::result(&document.to_string(), ending);
    }
    report.print();
    tell(&said(&args.document, &done));
    ending
}

/// A note, and its language if it begins with one: `de=Neu: …`.
fn note_of(note: &str) -> (Option<Locale>, String) {
    match note.split_once('=') {
        Some((tag, text)) => match Locale::parse(tag.trim()) {
            Ok(locale) => (Some(locale), text.to_owned()),
            Err(_) => (None, note.to_owned()),
        },
        None => (None, note.to_owned()),
    }
}

fn files(record: &NewRecord) -> Vec<String> {
    record.contents().into_iter().map(|(name, _)| format!("{FOLDER}/{}/{name}", record.folder())).collect()
}

fn said(document: &str, done: &Archived) -> String {
    if let Some(version) = done.unchanged {
        return format!("Nothing was archived: {document} says the same as its newest version, {version}.");
    }
    let Some(record) = &done.written else {
        return "Nothing was archived.".to_owned();
    };
    let id = record.id;
    let what = match record.kind {
        Kind::Withdrawal => format!("Withdrew {document} from {} on ({}).", id.day(), done.because),
        _ => format!("Archived {document}@{id}: it applies from {} ({}).", id.day(), done.because),
    };
    let mut lines = vec![what, "Wrote:".to_owned()];
    lines.extend(files(record).into_iter().map(|file| format!("  {file}")));
    lines.push(format!("  and a line for each in {FOLDER}/{LEDGER}"));
    if record.notes.is_empty() {
        lines.push("It has no note; readers like to be told what changed (--note).".to_owned());
    }
    lines.push(format!("Commit them: git add {FOLDER} && git commit -m \"Archive {document} {id}\""));
    lines.join("\n")
}
