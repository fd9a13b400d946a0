//! `engross verify`.

use std::path::PathBuf;

use serde_json::json;

use super::print::{self, tell};
use super::report::Report;
use super::{Common, Ending, Format, give_up};
use crate::archive::FOLDER;
use crate::build::verify;
use crate::diagnostic::fails;
use crate::vocabulary::Zone;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  engross verify\n  cd versions && sha256sum --check SHA256SUMS     the same without engross"
)]
pub(super) struct Args {
    /// The folder that holds engross.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Whether findings and results are for people or one JSON document on standard output
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(args: &Args) -> Ending {
    let common = Common { root: args.root.clone(), as_of: None, format: args.format };
    let (versions, findings) = match verify(&args.root, super::today(&Zone::utc())) {
        Ok(found) => found,
        Err(failure) => return give_up(&common, &failure),
    };
    let ending = if fails(&findings, false) { Ending::Errors } else { Ending::Clean };
    let report = Report::new(&args.root, &findings);
    if args.format == Format::Json {
        let document = json!({ "versions": versions, "findings": report.json() });
        return print::result(&document.to_string(), ending);
    }
    report.print();
    match report.counts() {
        Some(counts) => tell(&format!("{counts} in the archive; versions that can be read: {versions}.")),
        None if versions == 0 => tell(&format!("There is no version in {FOLDER}/ yet.")),
        None if versions == 1 => tell("The one version is as it was written."),
        None => tell(&format!("All {versions} versions are as they were written.")),
    }
    ending
}
