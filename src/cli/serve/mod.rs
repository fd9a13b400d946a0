//! `engross serve`.

mod mistakes;
mod shown;
mod watching;

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::Duration;

use self::shown::Shown;
use self::watching::Places;
use super::print::tell;
use super::report::Report;
use super::{Ending, Format, give_up};
use crate::build::{Changes, Failure, Loaded, Overrides, load, load_again, settings};
use crate::config::Config;
use crate::desk::{self, Desk};
use crate::diagnostic::Diagnostic;
use crate::history;
use crate::serve::{Asked, Handler, Listener, Opened, Reload, Watcher};
use crate::source::Disk;
use crate::vocabulary::{Day, Zone};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  engross serve\n  engross serve --open --port 8080")]
pub(super) struct Args {
    /// The folder that holds engross.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The day on which the site is looked at; by default today in the site's time zone
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    as_of: Option<Day>,
    /// The port; by default 1111, or the next free one
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// The folder into which `engross build` writes: the desk at /-/ says what that would change
    #[arg(long, value_name = "DIR", default_value = "public")]
    output: PathBuf,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
}

/// So often it is looked whether it is another day.
const MINUTE: Duration = Duration::from_mins(1);

/// What is shown now.
type Current = Arc<RwLock<Arc<Shown>>>;

pub(super) fn run(args: &Args) -> Ending {
    let common = super::Common { root: args.root.clone(), as_of: args.as_of, format: Format::Human };
    let listener = match Listener::open(args.port.unwrap_or(1111), args.port.is_some()) {
        Ok(Opened::Wanted(listener)) => listener,
        Ok(Opened::Other(listener)) => {
            tell(&format!("Port 1111 is busy, so the preview is on port {}.", listener.port()));
            listener
        }
        Err(error) => {
            tell(&refusal(args.port.unwrap_or(1111), &error));
            return Ending::Failed;
        }
    };
    let origin = format!("http://localhost:{}", listener.port());
    let desk_address = format!("{origin}{}", desk::AT);
    let overrides =
        Overrides { origin: Some(origin), git_dir: super::git_dir(), preview: true, ..Overrides::default() };
    let reading = Reading { common, overrides };
    // Watched before it is read: no change falls between the two.
    let places = Places::of(&args.root);
    let watcher = places.watcher().and_then(|mut watcher| {
        let config = reading.config();
        watcher.follow(&places.watched(config.as_ref())).map(|()| watcher)
    });
    let loaded = match reading.whole() {
        Ok(loaded) => loaded,
        Err(failure) => return give_up(&reading.common, &failure),
    };
    print_findings(&loaded, &[]);
    let address = loaded.site.config.base_url.as_str().to_owned();
    let current: Current = Arc::new(RwLock::new(Arc::new(Shown::new(loaded))));
    let reload = Arc::new(Reload::default());
    match watcher {
        Ok(watcher) => follow(watcher, places, reading, &current, &reload),
        Err(reason) => {
            tell(&format!("Changes cannot be watched ({reason}): reload the page and start again to see them."));
        }
    }
    tell(&format!("The site is at {address}, the desk at {desk_address} (Ctrl-C ends the preview)"));
    if args.open {
        open_in_browser(&address);
    }
    let desk = Desk::new(desk_setup(args));
    let handler: Arc<Handler> = Arc::new(move |asked: &Asked<'_>| {
        let shown = Arc::clone(&current.read().unwrap_or_else(PoisonError::into_inner));
        shown.on(&desk, asked).unwrap_or_else(|| shown.at(asked))
    });
    match listener.serve(&handler, &reload) {
        Ok(()) => Ending::Clean,
        Err(error) => {
            tell(&format!("engross: the preview ended: {error}"));
            Ending::Failed
        }
    }
}

/// How the site is read.
struct Reading {
    common: super::Common,
    overrides: Overrides,
}

impl Reading {
    fn whole(&self) -> Result<Loaded, Failure> {
        load(&self.common.root, |zone| self.common.today(zone), &self.overrides)
    }

    /// After files have changed.
    fn again(&self, before: &Loaded, changes: &Changes) -> Result<Loaded, Failure> {
        load_again(before, changes, |zone| self.common.today(zone), &self.overrides)
    }

    /// Whether midnight has passed: other versions may apply.
    fn is_another_day(&self, loaded: &Loaded) -> bool {
        self.common.today(&loaded.site.config.time_zone) != loaded.site.world.today()
    }

    /// The settings, if they can be used.
    fn config(&self) -> Option<Config> {
        let world = Disk::new(&self.common.root, self.common.today(&Zone::utc()));
        settings(&world, &self.overrides).ok().map(|(config, _)| config)
    }
}

/// What the desk must know of this command. It reads the site once more, as `build` does.
fn desk_setup(args: &Args) -> desk::Setup {
    let root = args.root.clone();
    let overrides =
        Overrides { git_dir: super::git_dir(), output: super::build::inside(&args.output), ..Overrides::default() };
    let common = super::Common { root: root.clone(), as_of: args.as_of, format: Format::Human };
    let is_here = root == Path::new(".");
    desk::Setup {
        output: root.join(&args.output),
        output_name: args.output.display().to_string(),
        root_option: (!is_here).then(|| root.display().to_string()),
        read: Box::new(move || load(&common.root, |zone| common.today(zone), &overrides)),
        root,
    }
}

/// Why there is no preview, and what helps.
fn refusal(port: u16, error: &std::io::Error) -> String {
    let why = match error.kind() {
        ErrorKind::AddrInUse => "is busy: another program has it".to_owned(),
        ErrorKind::PermissionDenied => "is one of those that this system keeps for itself".to_owned(),
        _ => format!("cannot be had: {error}"),
    };
    format!("engross: port {port} {why}. Choose another with `--port`, or none: then the next free one is taken.")
}

/// Reads the site again whenever a file changes.
fn follow(mut watcher: Watcher, places: Places, reading: Reading, current: &Current, reload: &Arc<Reload>) {
    let (current, reload) = (Arc::clone(current), Arc::clone(reload));
    thread::spawn(move || {
        let mut pending = Changes::default();
        let mut mark = history::mark(&reading.common.root);
        while let Some(happened) = watcher.wait(MINUTE) {
            let mut changes = places.changes(&happened);
            if changes.is_for_git() {
                let before = std::mem::replace(&mut mark, history::mark(&reading.common.root));
                if before == mark && mark.is_some() {
                    changes.drop_git();
                }
            }
            let before = Arc::clone(&current.read().unwrap_or_else(PoisonError::into_inner));
            if changes.is_empty() && !reading.is_another_day(before.loaded()) {
                continue;
            }
            pending.extend(changes);
            let config = reading.config();
            let _ = watcher.follow(&places.watched(config.as_ref().or(Some(before.config()))));
            let shown = match reading.again(before.loaded(), &pending) {
                Ok(loaded) => {
                    pending = Changes::default();
                    print_findings(&loaded, before.findings());
                    before.followed_by(loaded)
                }
                // What changed until then is read again when it can be.
                Err(failure) => {
                    let findings = if let Failure::Settings(findings) = &failure { &findings[..] } else { &[] };
                    let report = Report::new(&reading.common.root, findings);
                    report.print();
                    tell(&format!("{failure}; the last good site is still shown."));
                    before.despite(&failure, &report)
                }
            };
            *current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(shown);
            reload.now();
        }
    });
}

/// Says what is found, but for what was said `before`.
fn print_findings(loaded: &Loaded, before: &[Diagnostic]) {
    if loaded.findings == before {
        return;
    }
    let key = |finding: &'_ Diagnostic| (finding.place.clone(), finding.code.as_str(), finding.message.clone());
    let known: BTreeSet<_> = before.iter().map(key).collect();
    let news: Vec<Diagnostic> =
        loaded.findings.iter().filter(|finding| !known.contains(&key(finding))).cloned().collect();
    Report::with(&*loaded.site.world, &news).print();
    let all = Report::with(&*loaded.site.world, &loaded.findings);
    tell(&all.counts().map_or_else(|| "Nothing is wrong any more.".to_owned(), |counts| format!("{counts}.")));
}

fn open_in_browser(address: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    if let Err(error) = std::process::Command::new(program).arg(address).spawn() {
        tell(&format!("The browser could not be started ({error}); open {address} yourself."));
    }
}
