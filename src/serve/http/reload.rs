//! Open pages, and that they hear of changes: server-sent events.

use std::io::ErrorKind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::link::{Link, Standing};

/// After so long something is said, so that a page that is gone is found out.
const SILENCE: Duration = Duration::from_secs(15);

/// It ends with the connection: so it needs no chunks, and whoever is sent away knows it.
const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
                    X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n\
                    Connection: close\r\n\r\n: here\n\n";

/// Tells open pages that the site has changed.
#[derive(Debug)]
pub struct Reload(Mutex<State>);

#[derive(Debug)]
struct State {
    generation: u64,
    open: Vec<Arc<Link>>,
}

impl Default for Reload {
    /// It begins at a number that no preview before it had: the pages that one has left open are told too.
    fn default() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let generation = u64::try_from(now.as_millis()).unwrap_or_default();
        Self(Mutex::new(State { generation, open: Vec::new() }))
    }
}

impl Reload {
    /// Every open page reloads.
    pub fn now(&self) {
        let mut state = self.state();
        state.generation += 1;
        state.open.retain(changed);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of the site as it is now.
    pub(super) fn current(&self) -> u64 {
        self.state().generation
    }

    /// Tells a page of changes since the one it shows, until it is left.
    pub(super) fn follow(&self, link: &Arc<Link>, shown: Option<u64>) {
        link.stands(Standing::Open);
        if link.hurries().and_then(|()| link.write(HEAD.as_bytes())).is_err() {
            return;
        }
        {
            let mut state = self.state();
            if shown.is_some_and(|shown| shown != state.generation) {
                changed(link);
            }
            state.open.push(Arc::clone(link));
        }
        while self.is_there(link) {}
        self.state().open.retain(|open| !Arc::ptr_eq(open, link));
    }

    /// Waits for a page to be left; whether it is there yet after a while.
    fn is_there(&self, link: &Link) -> bool {
        match link.read(&mut [0; 16], Instant::now() + SILENCE) {
            Err(error) if error.kind() == ErrorKind::Interrupted => true,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                // Not in the middle of what `now` says.
                let _state = self.state();
                link.write(b": still here\n\n").is_ok()
            }
            // The end, or something that no page says.
            _ => false,
        }
    }
}

/// Tells one page.
fn changed(link: &Arc<Link>) -> bool {
    link.write(b"data: changed\n\n").is_ok()
}
