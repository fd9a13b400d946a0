//! `engross import`.

use serde_json::json;

use super::print::{self, tell};
use super::report::Report;
use super::{Common, Ending, give_up};
use crate::archive::FOLDER;
use crate::build::{Overrides, import};
use crate::diagnostic::fails;
use crate::vocabulary::Day;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  engross import\n  engross import privacy cookies --since 2018-01-01")]
pub(super) struct Args {
    /// The documents, as `engross status` names them; by default all
    documents: Vec<String>,
    /// Older revisions are passed over
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    since: Option<Day>,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(args: &Args) -> Ending {
    let common = &args.common;
    let overrides = Overrides { git_dir: super::git_dir(), ..Overrides::default() };
    let done = match import(&common.root, |zone| common.today(zone), &overrides, &args.documents, args.since) {
        Ok(done) => done,
        Err(failure) => return give_up(common, &failure),
    };
    let ending = if fails(&done.findings, false) { Ending::Errors } else { Ending::Clean };
    let report = Report::with(&done.world, &done.findings);
    if common.format == super::Format::Json {
        let rows = done.written.iter().map(|(id, count)| json!({ "document": id.as_str(), "versions": count }));
        let document = json!({
            "written": rows.collect::<Vec<_>>(),
            "already_there": done.there,
            "findings": report.json(),
        });
        return print::result(&document.to_string(), ending);
    }
    report.print();
    let versions: usize = done.written.values().sum();
    if versions == 0 {
        let there = if done.there == 0 { String::new() } else { format!("; {} were there already", done.there) };
        tell(&format!("No version was imported{there}."));
    } else {
        let counted = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let (versions, documents) = (counted(versions, "version"), counted(done.written.len(), "document"));
        tell(&format!("Imported {versions} of {documents} into {FOLDER}/."));
        tell(&format!("Commit them: git add {FOLDER} && git commit -m \"Import versions from history\""));
    }
    ending
}
