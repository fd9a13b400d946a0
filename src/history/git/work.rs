//! Whether the files on disk are the committed ones.
#![expect(clippy::disallowed_methods, reason = "this is where the work tree is read")]

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use gix::ObjectId;
use gix::bstr::ByteSlice;
use gix::objs::Kind;

use crate::history::Work;

/// The work tree and the index of a repository.
pub(super) struct WorkTree {
    hash: gix::hash::Kind,
    index: Option<gix::worktree::IndexPersistedOrInMemory>,
    index_written: Option<SystemTime>,
}

impl WorkTree {
    pub(super) fn new(repository: &gix::Repository) -> Self {
        let index_written = fs::metadata(repository.index_path()).and_then(|meta| meta.modified()).ok();
        Self { hash: repository.object_hash(), index: repository.index_or_empty().ok().map(Into::into), index_written }
    }

    /// Whether a path is in the index.
    pub(super) fn is_staged(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    fn entry(&self, name: &str) -> Option<&gix::index::Entry> {
        self.index.as_ref()?.entry_by_path(name.as_bytes().as_bstr())
    }

    /// How a file on disk differs from the committed one, whose id is given. Line ends do not
    /// count: git may have changed them on checkout.
    pub(super) fn state(&self, file: &Path, name: &str, committed: ObjectId) -> Work {
        let entry = self.entry(name);
        if entry.is_some_and(|entry| entry.id == committed && self.unchanged_since_checkout(file, entry)) {
            return Work::Committed;
        }
        let Ok(bytes) = fs::read(file) else { return Work::Committed };
        let id = |bytes: &[u8]| gix::objs::compute_hash(self.hash, Kind::Blob, bytes).ok();
        let (as_is, with_unix_ends) = (id(&bytes), id(&bytes.replace("\r\n", "\n")));
        let is = |other: ObjectId| as_is == Some(other) || with_unix_ends == Some(other);
        if is(committed) {
            Work::Committed
        } else if entry.is_some_and(|entry| is(entry.id)) {
            Work::Staged
        } else {
            Work::Modified
        }
    }

    /// Whether the index says that the file is as it was checked out: same size, same time, and
    /// the time lies before the index was written.
    fn unchanged_since_checkout(&self, file: &Path, entry: &gix::index::Entry) -> bool {
        let Some((size, modified)) = fs::metadata(file).ok().and_then(|meta| Some((meta.len(), meta.modified().ok()?)))
        else {
            return false;
        };
        let Ok(since) = modified.duration_since(SystemTime::UNIX_EPOCH) else { return false };
        size == u64::from(entry.stat.size)
            && since.as_secs() == u64::from(entry.stat.mtime.secs)
            && since.subsec_nanos() == entry.stat.mtime.nsecs
            && self.index_written.is_some_and(|written| modified < written)
    }

    /// The bytes of a file on disk.
    pub(super) fn bytes(file: &Path) -> Option<Vec<u8>> {
        fs::read(file).ok()
    }
}
