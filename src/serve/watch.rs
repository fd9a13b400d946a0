//! Watching the folders of a site.
#![expect(
    clippy::disallowed_methods,
    reason = "a burst of changes is measured by the clock, and folders are looked up"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecursiveMode, Watcher as _};

/// So long further changes are waited for: an editor often writes a file in several steps.
const BURST: Duration = Duration::from_millis(15);

/// So long after a step that usually is the last one: a file was closed, or put in the place of another.
const AFTER_LAST: Duration = Duration::from_millis(2);

/// So long at most, where changes never end.
const LONGEST: Duration = Duration::from_millis(60);

/// Says when files have changed.
pub struct Watcher {
    events: Receiver<Step>,
    system: notify::RecommendedWatcher,
    watched: BTreeMap<PathBuf, Depth>,
}

/// How far a folder is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// The files and folders in it.
    Itself,
    /// Everything below it.
    Everything,
}

/// What has changed.
#[derive(Debug, Default)]
pub struct Happened {
    /// Files and folders.
    pub paths: BTreeSet<PathBuf>,
    /// Whether the system lost count, so that anything may have changed.
    pub is_more: bool,
}

/// One event.
struct Step {
    event: Event,
    is_last: bool,
}

impl Watcher {
    /// Watches nothing yet; passes over paths for which `ignore` says yes.
    ///
    /// # Errors
    /// Where the system cannot watch; the reason.
    pub fn new(ignore: impl Fn(&Path) -> bool + Send + 'static) -> Result<Self, String> {
        let (send, events) = channel();
        let handle = move |event: notify::Result<Event>| pass_on(event, &ignore, &send);
        let system = notify::recommended_watcher(handle).map_err(|error| error.to_string())?;
        Ok(Self { events, system, watched: BTreeMap::new() })
    }

    /// Watches these folders, as far as they are there. Those that are watched already stay so.
    ///
    /// # Errors
    /// Where one that is there cannot be watched; the reason.
    pub fn follow(&mut self, places: &[(PathBuf, Depth)]) -> Result<(), String> {
        self.watched.retain(|place, _| place.is_dir());
        for (place, depth) in places {
            if self.watched.get(place) == Some(depth) || !place.is_dir() {
                continue;
            }
            let mode = match depth {
                Depth::Itself => RecursiveMode::NonRecursive,
                Depth::Everything => RecursiveMode::Recursive,
            };
            self.system.watch(place, mode).map_err(|error| error.to_string())?;
            self.watched.insert(place.clone(), *depth);
        }
        Ok(())
    }

    /// Waits until something has changed and the burst is over, or for a time: then nothing happened. `None` if
    /// nothing can come any more.
    #[must_use]
    pub fn wait(&mut self, longest: Duration) -> Option<Happened> {
        let mut happened = Happened::default();
        let mut step = match self.events.recv_timeout(longest) {
            Ok(step) => step,
            Err(RecvTimeoutError::Timeout) => return Some(happened),
            Err(RecvTimeoutError::Disconnected) => return None,
        };
        let end = Instant::now() + LONGEST;
        loop {
            let quiet = if step.is_last { AFTER_LAST } else { BURST };
            happened.is_more |= step.event.need_rescan();
            happened.paths.extend(step.event.paths);
            let left = end.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(quiet.min(left)) {
                Ok(next) => step = next,
                Err(RecvTimeoutError::Timeout) => {
                    // A folder that went and came again is another one to the system.
                    self.watched.retain(|place, _| !happened.paths.contains(place));
                    return Some(happened);
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }
}

fn pass_on(event: notify::Result<Event>, ignore: &dyn Fn(&Path) -> bool, send: &Sender<Step>) {
    let Ok(mut event) = event else { return };
    let is_closed = event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
    if matches!(event.kind, EventKind::Access(_)) && !is_closed {
        return;
    }
    let is_lost = event.need_rescan();
    event.paths.retain(|path| !ignore(path));
    if event.paths.is_empty() && !is_lost {
        return;
    }
    let is_renamed = |mode| matches!(mode, RenameMode::To | RenameMode::Both);
    let is_last = is_closed || matches!(event.kind, EventKind::Modify(ModifyKind::Name(mode)) if is_renamed(mode));
    let _ = send.send(Step { event, is_last });
}
