//! One connection.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Whoever reads nothing for so long does not want the answer.
const UNREAD: Duration = Duration::from_secs(20);

/// Where others wait meanwhile, this long.
const HURRY: Duration = Duration::from_millis(500);

/// So much is written before the reader is seen to go on.
const PART: usize = 64 << 10;

/// What a connection does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is waited for: for its request, or until it has read its answer.
    Waiting,
    /// Its answer is made.
    Busy,
    /// It is told of changes.
    Open,
    /// It was sent away.
    Dismissed,
}

/// One connection.
#[derive(Debug)]
pub(super) struct Link {
    stream: TcpStream,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    standing: Standing,
    since: Instant,
    held: usize,
}

impl Link {
    pub(super) fn new(stream: TcpStream) -> Self {
        let _ = stream.set_nodelay(true);
        let _ = stream.set_write_timeout(Some(UNREAD));
        Self { stream, state: Mutex::new(State { standing: Standing::Waiting, since: Instant::now(), held: 0 }) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What it does, and since when.
    pub(super) fn standing(&self) -> (Standing, Instant) {
        let state = self.state();
        (state.standing, state.since)
    }

    /// How many bytes wait for it to read.
    pub(super) fn held(&self) -> usize {
        self.state().held
    }

    /// From now on it does this, unless it was sent away.
    pub(super) fn stands(&self, standing: Standing) {
        self.becomes(standing, 0);
    }

    fn becomes(&self, standing: Standing, held: usize) {
        let mut state = self.state();
        if state.standing != Standing::Dismissed {
            *state = State { standing, since: Instant::now(), held };
        }
    }

    /// Sends it away, unless its answer is being made: its thread, which reads or writes, ends.
    pub(super) fn dismiss(&self) {
        let mut state = self.state();
        if state.standing == Standing::Busy {
            return;
        }
        (state.standing, state.held) = (Standing::Dismissed, 0);
        let _ = self.stream.shutdown(Shutdown::Both);
    }

    /// Reads what comes until a moment; 0 bytes are the end.
    pub(super) fn read(&self, into: &mut [u8], until: Instant) -> io::Result<usize> {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        (&self.stream).read(into)
    }

    /// What is about to be written waits from now on.
    pub(super) fn holds(&self, bytes: usize) {
        self.becomes(Standing::Waiting, bytes);
    }

    /// Writes all of it, as fast as it is read.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        for part in bytes.chunks(PART) {
            (&self.stream).write_all(part)?;
            self.state().since = Instant::now();
        }
        Ok(())
    }

    /// From now on it must read at once what is written: others wait meanwhile.
    pub(super) fn hurries(&self) -> io::Result<()> {
        self.stream.set_write_timeout(Some(HURRY))
    }

    /// Says that nothing more comes.
    pub(super) fn finish(&self) -> io::Result<()> {
        self.stream.shutdown(Shutdown::Write)
    }
}
