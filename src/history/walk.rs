//! The walk: every commit is visited once, with the set of files that no later commit changed.
//!
//! A file moves on to the first parent that has it in the same form, which is git's default
//! simplification of history; what no parent has so belongs to the commit. The idea is that of
//! git's own `builtin/last-modified.c`.

use std::collections::BinaryHeap;

use gix::ObjectId;
use gix::hashtable::HashMap;
use gix::objs::Find;

use super::commits::Commits;
use super::paths::{Folder, Set};
use super::tree::{Differing, Kind, Missing, Trees};
use super::{Clock, Why};

/// Reads the commits and trees of one repository, and keeps what it read.
pub(super) struct Walk<'r> {
    pub commits: Commits<'r>,
    pub trees: Trees<'r, ObjectId>,
}

impl<'r> Walk<'r> {
    pub(super) fn new(repository: &'r gix::Repository, clock: Clock) -> Self {
        let load = |id: &ObjectId, out: &mut Vec<u8>| matches!(repository.objects.try_find(id, out), Ok(Some(data)) if data.kind == gix::objs::Kind::Tree);
        let trees = Trees::new(repository.object_hash().len_in_bytes(), ObjectId::from_bytes_or_panic, load);
        Self { commits: Commits::new(repository, clock), trees }
    }

    /// What stands at a path in a commit.
    pub(super) fn find(&mut self, commit: ObjectId, path: &[u8]) -> Result<Option<(Kind, ObjectId)>, Why> {
        let tree = self.commits.get(commit)?.tree;
        self.trees.find(&tree, path).map_err(missing_tree)
    }

    /// Those of the active files that differ between a commit and a parent; others may be among them.
    pub(super) fn changed(
        &mut self,
        commit: ObjectId,
        parent: ObjectId,
        folder: &Folder,
        active: &Set,
    ) -> Result<Set, Why> {
        let (old, new) = (self.commits.get(parent)?.tree, self.commits.get(commit)?.tree);
        let mut differing = Differing::new(folder, active);
        if old != new {
            self.trees.diff(Some(&old), Some(&new), &mut differing).map_err(missing_tree)?;
        }
        Ok(differing.changed)
    }
}

pub(super) fn missing_tree(Missing(id): Missing<ObjectId>) -> Why {
    Why::MissingTree(id.to_string())
}

/// Commits to be visited, each with the files it is visited for, in the order in which `git log`
/// shows them: the newest first, of two with the same date the one that was reached first.
#[derive(Default)]
pub(super) struct Queue {
    heap: BinaryHeap<(Option<i64>, std::cmp::Reverse<usize>, ObjectId)>,
    pushed: usize,
    waiting: HashMap<ObjectId, Set>,
}

impl Queue {
    /// Files arrive at a commit. It is queued whenever that happens, not when it is first seen:
    /// with skewed clocks it may have been taken from the queue already.
    pub(super) fn push(&mut self, walk: &mut Walk<'_>, commit: ObjectId, files: &Set) -> Result<(), Why> {
        if files.is_empty() {
            return Ok(());
        }
        if let Some(there) = self.waiting.get_mut(&commit) {
            there.add(files);
            return Ok(());
        }
        self.waiting.insert(commit, files.clone());
        self.heap.push((walk.commits.get(commit)?.seconds, std::cmp::Reverse(self.pushed), commit));
        self.pushed += 1;
        Ok(())
    }

    pub(super) fn pop(&mut self) -> Option<(ObjectId, Set)> {
        let (.., commit) = self.heap.pop()?;
        Some((commit, self.waiting.remove(&commit).unwrap_or_default()))
    }
}
