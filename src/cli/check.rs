//! `engross check`.

use std::path::PathBuf;

use clap::ValueEnum;
use serde_json::json;

use super::print::{self, tell};
use super::report::Report;
use super::{Common, Ending, Format, give_up};
use crate::build::{Overrides, load};
use crate::check::release;
use crate::diagnostic::{Diagnostic, fails, sort};
use crate::vocabulary::Day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  engross check\n  engross check --release             before publishing: every text must be archived\n  engross check --format github       in a workflow: findings stand beside the lines of a pull request"
)]
pub(super) struct Args {
    /// The folder that holds engross.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The day on which the site is looked at; by default today in the site's time zone
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    as_of: Option<Day>,
    /// Whether findings are for people, one JSON document, or annotations of a pull request on GitHub
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    /// Texts that differ from their newest version are errors
    #[arg(long)]
    release: bool,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Human,
    Json,
    Github,
}

pub(super) fn run(args: &Args) -> Ending {
    let format = if args.format == Form::Json { Format::Json } else { Format::Human };
    let common = &Common { root: args.root.clone(), as_of: args.as_of, format };
    let overrides = Overrides { git_dir: super::git_dir(), prove: true, ..Overrides::default() };
    let loaded = match load(&common.root, |zone| common.today(zone), &overrides) {
        Ok(loaded) => loaded,
        Err(failure) => return give_up(common, &failure),
    };
    let mut findings: Vec<Diagnostic> = loaded.findings.clone();
    if args.release {
        findings.extend(release(&loaded.site));
    }
    sort(&mut findings);
    let ending = if fails(&findings, args.strict) { Ending::Errors } else { Ending::Clean };
    let report = Report::with(&*loaded.site.world, &findings);
    match args.format {
        Form::Json => return print::result(&json!({ "findings": report.json() }).to_string(), ending),
        Form::Github => return print::result(report.github(&args.root).trim_end(), ending),
        Form::Human => report.print(),
    }
    tell(&report.counts().map_or_else(|| "Nothing is wrong.".to_owned(), |counts| format!("{counts}.")));
    ending
}
