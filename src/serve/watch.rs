//! Watching the folders of a site.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{EventKind, RecursiveMode, Watcher as _};

/// So long a burst of changes is gathered: an editor often writes a file in several steps.
const BURST: Duration = Duration::from_millis(15);

/// Says when files have changed.
pub struct Watcher {
    events: Receiver<()>,
    _watcher: notify::RecommendedWatcher,
}

/// Watches the site in `root`, passing over paths for which `ignore` says yes.
///
/// # Errors
/// Where the system cannot watch; the reason.
pub fn watch(root: &Path, ignore: impl Fn(&Path) -> bool + Send + 'static) -> Result<Watcher, String> {
    let (send, events) = channel();
    let handle = move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        let matters = !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| !ignore(path));
        if matters {
            let _ = send.send(());
        }
    };
    let mut watcher = notify::recommended_watcher(handle).map_err(|error| error.to_string())?;
    let top: PathBuf = root.into();
    watcher.watch(&top, RecursiveMode::Recursive).map_err(|error| error.to_string())?;
    Ok(Watcher { events, _watcher: watcher })
}

impl Watcher {
    /// Waits until something has changed and the burst is over; `false` if nothing can come any more.
    #[must_use]
    pub fn wait(&self) -> bool {
        if self.events.recv().is_err() {
            return false;
        }
        loop {
            match self.events.recv_timeout(BURST) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}
