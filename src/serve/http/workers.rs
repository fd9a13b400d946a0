//! A few threads on which answers are made: connections are many, and their threads have small stacks.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// So many answers are made at a time.
const WORKERS: usize = 4;

type Job = Box<dyn FnOnce() + Send>;

/// Where answers are made.
pub(super) struct Workers(Sender<Job>);

impl Workers {
    pub(super) fn start() -> io::Result<Self> {
        let (send, jobs) = channel();
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..WORKERS {
            let jobs = Arc::clone(&jobs);
            thread::Builder::new().spawn(move || work(&jobs))?;
        }
        Ok(Self(send))
    }

    /// Has something made, in its turn; nothing if it panicked.
    pub(super) fn make<T: Send + 'static>(&self, how: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let (back, made) = sync_channel(1);
        let job = move || {
            let _ = back.send(how());
        };
        self.0.send(Box::new(job)).ok()?;
        made.recv().ok()
    }
}

fn work(jobs: &Mutex<Receiver<Job>>) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        // Said by the panic itself; whoever waits for the answer sees that none comes.
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}
