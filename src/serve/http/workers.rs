//! A few threads on which answers are made: connections are many, and their threads have small stacks.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::exchange::{Answer, Asked, Handler};
use super::head::Head;
use super::target::Target;

/// So many answers are made at a time.
const WORKERS: usize = 4;

/// Where answers are made.
pub(super) struct Workers(Sender<Job>);

struct Job {
    path: String,
    query: String,
    languages: String,
    back: SyncSender<Answer>,
}

impl Workers {
    pub(super) fn start(handler: &Arc<Handler>) -> io::Result<Self> {
        let (send, jobs) = channel();
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..WORKERS {
            let (handler, jobs) = (Arc::clone(handler), Arc::clone(&jobs));
            thread::Builder::new().spawn(move || work(&*handler, &jobs))?;
        }
        Ok(Self(send))
    }

    /// What the handler answers; nothing if it panicked.
    pub(super) fn answer(&self, target: &Target, head: &Head) -> Option<Answer> {
        let (back, answer) = sync_channel(1);
        let (path, query, languages) = (target.path.clone(), target.query.clone(), head.languages.clone());
        self.0.send(Job { path, query, languages, back }).ok()?;
        answer.recv().ok()
    }
}

fn work(handler: &Handler, jobs: &Mutex<Receiver<Job>>) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { path, query, languages, back }) = job else { return };
        let asked = Asked { path: &path, query: &query, languages: &languages };
        if let Ok(answer) = catch_unwind(AssertUnwindSafe(|| handler(&asked))) {
            let _ = back.send(answer);
        }
    }
}
