//! `engross serve`.

mod mistakes;
mod shown;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use self::shown::Shown;
use super::print::tell;
use super::report::Report;
use super::{Ending, Format, give_up};
use crate::build::{Failure, Loaded, Overrides, load};
use crate::output::MARKER;
use crate::serve::{Asked, Handler, Listener, Opened, Reload, Watcher, watch};
use crate::vocabulary::Day;

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
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
}

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
    let overrides =
        Overrides { origin: Some(origin), git_dir: super::git_dir(), preview: true, ..Overrides::default() };
    let read = move || load(&common.root, |zone| common.today(zone), &overrides);
    // Watched before it is read: no change falls between the two.
    let root = args.root.canonicalize().unwrap_or_else(|_| args.root.clone());
    let watcher = watch(&root.clone(), move |path| is_noise(&root, path));
    let loaded = match read() {
        Ok(loaded) => loaded,
        Err(failure) => {
            return give_up(&super::Common { root: args.root.clone(), as_of: None, format: Format::Human }, &failure);
        }
    };
    print_findings(&loaded);
    let address = loaded.site.config.base_url.as_str().to_owned();
    let current: Current = Arc::new(RwLock::new(Arc::new(Shown::new(loaded))));
    let reload = Arc::new(Reload::default());
    match watcher {
        Ok(watcher) => follow(watcher, &args.root, read, &current, &reload),
        Err(reason) => {
            tell(&format!("Changes cannot be watched ({reason}): reload the page and start again to see them."));
        }
    }
    tell(&format!("The site is at {address} (Ctrl-C ends the preview)"));
    if args.open {
        open_in_browser(&address);
    }
    let handler: Arc<Handler> = Arc::new(move |asked: &Asked<'_>| {
        let shown = Arc::clone(&current.read().unwrap_or_else(PoisonError::into_inner));
        shown.at(asked)
    });
    match listener.serve(&handler, &reload) {
        Ok(()) => Ending::Clean,
        Err(error) => {
            tell(&format!("engross: the preview ended: {error}"));
            Ending::Failed
        }
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
fn follow(
    watcher: Watcher,
    root: &Path,
    read: impl Fn() -> Result<Loaded, Failure> + Send + 'static,
    current: &Current,
    reload: &Arc<Reload>,
) {
    let (current, reload, root) = (Arc::clone(current), Arc::clone(reload), root.to_path_buf());
    thread::spawn(move || {
        while watcher.wait() {
            let before = Arc::clone(&current.read().unwrap_or_else(PoisonError::into_inner));
            let shown = match read() {
                Ok(loaded) => {
                    if loaded.findings != before.findings() {
                        print_findings(&loaded);
                    }
                    before.followed_by(loaded)
                }
                Err(failure) => {
                    let findings = if let Failure::Settings(findings) = &failure { &findings[..] } else { &[] };
                    let report = Report::new(&root, findings);
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

/// Files below `root` that change without a change of the site: git's own but for the last commit,
/// editors' swap files, output folders, what compilers write.
fn is_noise(root: &Path, path: &Path) -> bool {
    let inner = path.strip_prefix(root).unwrap_or(path);
    let names: Vec<&str> = inner.components().filter_map(|part| part.as_os_str().to_str()).collect();
    let name = names.last().copied().unwrap_or_default();
    if let Some(at) = names.iter().position(|name| *name == ".git") {
        let inner = &names[at + 1..];
        return !(matches!(inner, ["HEAD" | "index" | "packed-refs"]) || inner.first() == Some(&"refs"))
            || name.ends_with(".lock");
    }
    let swap = name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".tmp")
        || name.starts_with(".#")
        || name == "4913";
    let folders = inner.ancestors().filter(|folder| !folder.as_os_str().is_empty()).map(|folder| root.join(folder));
    let foreign =
        folders.into_iter().any(|folder| folder.join(MARKER).exists() || folder.join("CACHEDIR.TAG").exists());
    swap || foreign || names.contains(&"node_modules") || names.iter().any(|name| name.ends_with(".engross-stage"))
}

fn print_findings(loaded: &Loaded) {
    let report = Report::with(&*loaded.site.world, &loaded.findings);
    report.print();
    if let Some(counts) = report.counts() {
        tell(&format!("{counts}."));
    }
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
