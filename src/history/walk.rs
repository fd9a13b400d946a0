//! The walk: for each file, the nearest commit that changed it.
//!
//! Every commit is visited with the set of files that were not changed later. A file moves on to
//! the first parent that has it in the same form, which is git's default simplification of
//! history; what no parent has so belongs to the commit. The idea is that of git's own
//! `builtin/last-modified.c`.

use std::collections::{BTreeSet, BinaryHeap};

use gix::ObjectId;
use gix::hashtable::HashMap;
use gix::objs::Find;

use super::commits::Commits;
use super::paths::{Folder, Set};
use super::tree::{Differing, Kind, Missing, Trees};
use super::{Clock, Why};

/// A file from which commit on its history is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Its path in the repository.
    pub path: Vec<u8>,
    /// The commit, which has the file.
    pub start: ObjectId,
}

/// Walks over the commits and trees of one repository, and keeps what it read.
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

    /// For each step the nearest commit, from its start on, that changed the file; where
    /// `settings` is a path, a change of that file counts as a change of all.
    pub(super) fn nearest(&mut self, steps: &[Step], settings: Option<&[u8]>) -> Result<Vec<ObjectId>, Why> {
        let mut found: Vec<Option<ObjectId>> = vec![None; steps.len()];
        let mut rest: Vec<usize> = (0..steps.len()).collect();
        // Two files can have had one path at different times: each time they take turns.
        while !rest.is_empty() {
            let mut taken: BTreeSet<&[u8]> = BTreeSet::new();
            let (now, later): (Vec<usize>, Vec<usize>) =
                rest.into_iter().partition(|n| taken.insert(steps[*n].path.as_slice()));
            let batch: Vec<&Step> = now.iter().map(|n| &steps[*n]).collect();
            for (n, commit) in now.iter().zip(self.nearest_of(&batch, settings)?) {
                found[*n] = commit;
            }
            rest = later;
        }
        found
            .into_iter()
            .map(|commit| commit.ok_or_else(|| Why::Unreadable("history has no beginning".into())))
            .collect()
    }

    fn nearest_of(&mut self, steps: &[&Step], settings: Option<&[u8]>) -> Result<Vec<Option<ObjectId>>, Why> {
        let names: Vec<&[u8]> = steps.iter().map(|step| step.path.as_slice()).chain(settings).collect();
        let (folder, numbers) = Folder::of(&names);
        let settings = settings.and_then(|_| numbers.last().copied());
        let mut answers: Vec<Option<ObjectId>> = vec![None; names.len()];
        let mut left = steps.len();
        let mut waiting: HashMap<ObjectId, Set> = HashMap::default();
        let mut queue = BinaryHeap::new();
        for (step, n) in steps.iter().zip(&numbers) {
            let set = waiting.entry(step.start).or_insert_with(|| Set::empty(names.len()));
            if set.is_empty() {
                queue.push((self.commits.get(step.start)?.seconds, step.start));
            }
            set.insert(*n);
        }
        while let Some((_, id)) = queue.pop() {
            if left == 0 {
                break;
            }
            let Some(mut active) = waiting.remove(&id) else { continue };
            for at in 0.. {
                let commit = self.commits.get(id)?;
                let (tree, parent) = (commit.tree, commit.parents.get(at).copied());
                let Some(parent) = parent else { break };
                let changed = self.changed(tree, parent, &folder, &active, settings)?;
                let passed = active.split_off(&changed);
                if !passed.is_empty() {
                    // A commit is queued whenever files arrive, not when it is first seen: with
                    // skewed clocks it may have been taken from the queue already.
                    if let Some(there) = waiting.get_mut(&parent) {
                        there.add(&passed);
                    } else {
                        waiting.insert(parent, passed);
                        queue.push((self.commits.get(parent)?.seconds, parent));
                    }
                }
                if active.is_empty() {
                    break;
                }
            }
            for n in active.iter() {
                left -= usize::from(answers[n].replace(id).is_none());
            }
        }
        Ok(steps.iter().zip(&numbers).map(|(_, n)| answers[*n]).collect())
    }

    /// The files that differ between a tree and that of a parent.
    pub(super) fn changed(
        &mut self,
        tree: ObjectId,
        parent: ObjectId,
        folder: &Folder,
        active: &Set,
        settings: Option<usize>,
    ) -> Result<Set, Why> {
        let old = self.commits.get(parent)?.tree;
        let mut differing = Differing::new(folder, active);
        if old != tree {
            self.trees.diff(Some(&old), Some(&tree), &mut differing).map_err(missing_tree)?;
        }
        let all = settings.is_some_and(|n| differing.changed.any(&(n..n + 1)));
        Ok(if all { Set::all(folder.range.end) } else { differing.changed })
    }
}

pub(super) fn missing_tree(Missing(id): Missing<ObjectId>) -> Why {
    Why::MissingTree(id.to_string())
}
