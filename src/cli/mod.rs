//! The command line: one file per command. The only place that prints.
#![expect(clippy::disallowed_methods, reason = "the command line reads the clock and prints")]

mod archive;
mod build;
mod check;
mod diff;
mod import;
mod print;
mod report;
mod serve;
mod status;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::build::Failure;
use crate::diagnostic::Diagnostic;
use crate::vocabulary::{Day, Zone};
use print::tell;
use report::Report;

/// Localized policy sites from Markdown, with dates that can be trusted.
#[derive(Debug, Parser)]
#[command(
    name = "engross",
    version,
    propagate_version = true,
    after_help = "Exit codes: 0 clean, 1 findings that are errors, 2 engross could not run."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the site into a folder
    Build(build::Args),
    /// Show the site in a browser while it is written
    Serve(serve::Args),
    /// List every document in every language with its date
    Status(status::Args),
    /// Say everything that is wrong, and write nothing
    Check(check::Args),
    /// Freeze the text of a document, in all languages, as a version
    Archive(archive::Args),
    /// Show what changed between two texts
    Diff(diff::Args),
    /// Write the versions that git history already holds
    Import(import::Args),
    /// Prove that no archived byte has changed
    Verify(verify::Args),
    /// Print a script that completes commands in a shell
    #[command(after_help = "Example:\n  engross completions bash > /etc/bash_completion.d/engross")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Where the site is, and how it is looked at.
#[derive(Debug, clap::Args)]
struct Common {
    /// The folder that holds engross.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The day on which the site is looked at; by default today in the site's time zone
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    as_of: Option<Day>,
    /// Whether findings and results are for people or one JSON document on standard output
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

impl Common {
    fn today(&self, zone: &Zone) -> Day {
        self.as_of.unwrap_or_else(|| today(zone))
    }
}

/// Today, by the machine's clock: the only place that asks it.
fn today(zone: &Zone) -> Day {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let now = i64::try_from(now).ok().and_then(|seconds| zone.day_of(seconds));
    match now.map_or_else(|| Day::parse("9999-12-31"), Ok) {
        Ok(day) => day,
        Err(reason) => unreachable!("{reason}"),
    }
}

/// The variable that leads git elsewhere, which engross does not obey but mentions.
fn git_dir() -> Option<PathBuf> {
    std::env::var_os("GIT_DIR").map(PathBuf::from)
}

/// How a command ended.
enum Ending {
    /// Nothing is wrong.
    Clean,
    /// There are findings that are errors.
    Errors,
    /// It could not run.
    Failed,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Clean => 0,
            Ending::Errors => 1,
            Ending::Failed => 2,
        })
    }
}

/// Reads the arguments and does what they say.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match cli.command {
        Command::Build(args) => build::run(&args).into(),
        Command::Serve(args) => serve::run(&args).into(),
        Command::Status(args) => status::run(&args).into(),
        Command::Check(args) => check::run(&args).into(),
        Command::Archive(args) => archive::run(&args).into(),
        Command::Diff(args) => diff::run(&args).into(),
        Command::Import(args) => import::run(&args).into(),
        Command::Verify(args) => verify::run(&args).into(),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "engross", &mut script);
            print::result(String::from_utf8_lossy(&script).trim_end(), Ending::Clean).into()
        }
    }
}

/// Says why nothing could be done.
fn give_up(common: &Common, failure: &Failure) -> Ending {
    let findings: &[Diagnostic] = if let Failure::Settings(findings) = failure { findings } else { &[] };
    let report = Report::new(&common.root, findings);
    match common.format {
        Format::Human => {
            report.print();
            tell(&format!("engross: {failure}"));
        }
        Format::Json => {
            let document = serde_json::json!({ "failure": failure.to_string(), "findings": report.json() });
            return print::result(&document.to_string(), Ending::Failed);
        }
    }
    Ending::Failed
}
