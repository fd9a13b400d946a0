//! `engross build`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::print::{self, tell};
use super::report::Report;
use super::{Common, Ending, Format, give_up};
use crate::build::{Failure, Loaded, Overrides, load, publish};
use crate::config::{BaseUrl, Links};
use crate::diagnostic::{Diagnostic, fails};
use crate::vocabulary::SourcePath;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  engross build\n  engross build --strict --output public      for CI: warnings are errors\n  engross build --links files                 a folder that can be opened from disk"
)]
pub(super) struct Args {
    #[command(flatten)]
    common: Common,
    /// The folder for the site, which is replaced as a whole; relative to the root
    #[arg(long, value_name = "DIR", default_value = "public")]
    output: PathBuf,
    /// Where the site is published, instead of `site.base_url`
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse)]
    base_url: Option<BaseUrl>,
    /// How links between pages are written, instead of site.links
    #[arg(long, value_enum)]
    links: Option<LinkForm>,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum LinkForm {
    /// ../cookies/, for web servers
    Folders,
    /// ../cookies/index.html, for opening from disk too
    Files,
}

pub(super) fn run(args: &Args) -> Ending {
    let common = &args.common;
    let start = Instant::now();
    let output = common.root.join(&args.output);
    let overrides = Overrides {
        base_url: args.base_url.clone(),
        origin: None,
        links: args.links.map(|form| match form {
            LinkForm::Folders => Links::Folders,
            LinkForm::Files => Links::Files,
        }),
        output: inside(&args.output),
        git_dir: super::git_dir(),
        preview: false,
        prove: args.strict,
    };
    let mut loaded = match load(&common.root, |zone| common.today(zone), &overrides) {
        Ok(loaded) => loaded,
        Err(failure) => return give_up(common, &failure),
    };
    let mut written = false;
    if !fails(&loaded.findings, args.strict) {
        match publish_with_progress(&loaded, &output, common.format) {
            Ok(()) => written = true,
            Err(Ok(findings)) => loaded.findings.extend(findings),
            Err(Err(failure)) => return give_up(common, &failure),
        }
    }
    let ending = if fails(&loaded.findings, args.strict) { Ending::Errors } else { Ending::Clean };
    let ending = report(args, &loaded, written.then_some(&output), start, ending);
    // The process ends now: the system takes the memory back faster than piece by piece.
    std::mem::forget(loaded);
    ending
}

/// The output folder as a path below the root, if it is one.
pub(super) fn inside(output: &Path) -> Option<SourcePath> {
    let parts: Option<Vec<&str>> = output.components().map(|part| part.as_os_str().to_str()).collect();
    let parts: Vec<&str> = parts?.into_iter().filter(|part| *part != ".").collect();
    (output.is_relative() && !parts.contains(&"..")).then(|| SourcePath::new(parts.join("/")))
}

fn publish_with_progress(
    loaded: &Loaded,
    output: &Path,
    format: Format,
) -> Result<(), Result<Vec<Diagnostic>, Failure>> {
    if format == Format::Json || !std::io::stderr().is_terminal() {
        return publish(loaded, output, &|_| {});
    }
    let pages = u64::try_from(loaded.plan.pages().len()).unwrap_or(u64::MAX);
    let bar = ProgressBar::new(pages).with_style(
        ProgressStyle::with_template("Writing {wide_bar} {pos}/{len} pages")
            .unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    // Short work shows no bar.
    let started = Instant::now();
    let result = publish(loaded, output, &|done| {
        if started.elapsed() > Duration::from_millis(300) {
            bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        }
    });
    bar.finish_and_clear();
    result
}

fn report(args: &Args, loaded: &Loaded, written: Option<&PathBuf>, start: Instant, ending: Ending) -> Ending {
    let report = Report::with(&*loaded.site.world, &loaded.findings);
    let files = loaded.plan.pages().len();
    match args.common.format {
        Format::Json => {
            let document = json!({
                "output": written.map(|output| output.display().to_string()),
                "files": written.map(|_| files),
                "findings": report.json(),
            });
            print::result(&document.to_string(), ending)
        }
        Format::Human => {
            report.print();
            let found = report.counts().map(|counts| format!("; {counts}")).unwrap_or_default();
            match written {
                Some(output) => {
                    tell(&format!(
                        "Wrote {files} files to {} in {:.2} s{found}.",
                        output.display(),
                        start.elapsed().as_secs_f64()
                    ));
                }
                None if args.strict && !fails(&loaded.findings, false) => {
                    tell(&format!("Nothing was written{found}: with --strict a warning is an error."));
                }
                None => tell(&format!("Nothing was written{found}.")),
            }
            ending
        }
    }
}
