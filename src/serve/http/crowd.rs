//! The connections there are: how many, and which of them has to go first.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::link::{Link, Standing};
use super::talk::Preview;

/// At most so many connections; a browser opens six to a host.
const MOST: usize = 256;

/// And at least so many, however few descriptors there are.
const LEAST: usize = 8;

/// So many bytes may wait for readers who do not read.
const HELD: usize = 32 << 20;

/// Whoever has read nothing for so long is one of them.
const UNREAD: Duration = Duration::from_millis(200);

/// So long nothing is accepted after the system could not, unless somebody goes.
const PAUSE: Duration = Duration::from_millis(10);

/// So long one that was sent away may take until it is asked who else could go.
const LEAVING: Duration = Duration::from_millis(50);

/// The connections there are.
pub(super) struct Crowd {
    most: usize,
    members: Mutex<Members>,
    left: Condvar,
}

#[derive(Default)]
struct Members {
    next: u64,
    links: BTreeMap<u64, Arc<Link>>,
}

/// A connection as long as it is one of the crowd.
pub(super) struct Member {
    /// The connection.
    pub(super) link: Arc<Link>,
    /// All that it needs to be answered.
    pub(super) preview: Arc<Preview>,
    id: u64,
}

impl Default for Crowd {
    fn default() -> Self {
        Self { most: most(), members: Mutex::default(), left: Condvar::new() }
    }
}

impl Crowd {
    fn members(&self) -> MutexGuard<'_, Members> {
        self.members.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets one in, and if there are too many, waits until another has gone.
    pub(super) fn enter(preview: &Arc<Preview>, link: Link) -> Member {
        let crowd = preview.crowd();
        let link = Arc::new(link);
        let mut members = crowd.members();
        while members.links.len() >= crowd.most {
            dismiss(&members, |_| true);
            members = crowd.left.wait_timeout(members, LEAVING).unwrap_or_else(PoisonError::into_inner).0;
        }
        let id = members.next;
        members.next += 1;
        members.links.insert(id, Arc::clone(&link));
        Member { link, preview: Arc::clone(preview), id }
    }

    /// Sends away whoever has kept waiting longest, and gives the system a moment.
    pub(super) fn make_room(&self) {
        let members = self.members();
        dismiss(&members, |_| true);
        drop(self.left.wait_timeout(members, PAUSE));
    }

    /// Sends readers away who do not read, the slowest first, while too much waits; but never the one that came last.
    pub(super) fn bound_held(&self, newest: &Arc<Link>) {
        let members = self.members();
        let held = || members.links.values().map(|link| link.held()).sum::<usize>();
        let is_stuck =
            |link: &Arc<Link>| link.held() > 0 && link.standing().1.elapsed() > UNREAD && !Arc::ptr_eq(link, newest);
        while held() > HELD && dismiss(&members, is_stuck) {}
    }
}

/// Sends away the one of these that has kept waiting longest, or an open page if most are that, or nobody else is
/// there; so whoever has just come has the time to ask.
fn dismiss(members: &Members, of: impl Fn(&Arc<Link>) -> bool) -> bool {
    let all = members.links.values();
    let open = all.clone().filter(|link| link.standing().0 == Standing::Open).count();
    let (first, then) = if open > members.links.len() / 2 { (0, 1) } else { (1, 0) };
    let rank = |link: &&Arc<Link>| match link.standing() {
        (Standing::Open, since) => (first, since),
        (_, since) => (then, since),
    };
    let may_go = |link: &&Arc<Link>| matches!(link.standing().0, Standing::Open | Standing::Waiting) && of(link);
    all.filter(may_go).min_by_key(rank).inspect(|link| link.dismiss()).is_some()
}

impl Drop for Member {
    fn drop(&mut self) {
        let crowd = self.preview.crowd();
        crowd.members().links.remove(&self.id);
        crowd.left.notify_all();
    }
}

/// Most descriptors are left to whoever reads the site.
#[cfg(unix)]
fn most() -> usize {
    let files = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    let files = files.and_then(|files| usize::try_from(files).ok()).unwrap_or(usize::MAX);
    (files / 4).clamp(LEAST, MOST)
}

#[cfg(not(unix))]
fn most() -> usize {
    MOST.max(LEAST)
}
