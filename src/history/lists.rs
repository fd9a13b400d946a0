//! Every revision of each file, in git's order.

use std::collections::BinaryHeap;

use gix::ObjectId;
use gix::hashtable::HashMap;

use super::git::Texts;
use super::paths::{Folder, Set};
use super::tree::Kind;
use super::walk::Walk;
use super::{Reader, Why, rename};
use crate::vocabulary::SourcePath;

/// Whether revisions from before a rename belong to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renames {
    /// No: the list is that of `git log -- PATH`.
    Ignored,
    /// Yes: the list is that of `git log --follow -- PATH`, but that copies are not followed.
    Followed,
}

/// The list of one file, or why it cannot be told whole.
type List = Result<Vec<String>, Why>;

/// Commits in the order in which `git log` shows them: the newest first, of two with the same date
/// the one that was reached first.
#[derive(Default)]
struct Queue {
    heap: BinaryHeap<(Option<i64>, std::cmp::Reverse<usize>, ObjectId)>,
    pushed: usize,
}

impl Queue {
    fn push(&mut self, seconds: Option<i64>, id: ObjectId) {
        self.heap.push((seconds, std::cmp::Reverse(self.pushed), id));
        self.pushed += 1;
    }

    fn pop(&mut self) -> Option<ObjectId> {
        self.heap.pop().map(|(.., id)| id)
    }
}

/// The revisions by git's default simplification of history: at a commit that has a file as one of
/// its parents has it, history goes on with that parent alone; else the commit is a revision, and
/// history goes on with all parents.
pub(super) fn simplified(
    walk: &mut Walk<'_>,
    head: ObjectId,
    files: &[(&SourcePath, Vec<u8>)],
) -> Result<Vec<List>, Why> {
    let names: Vec<&[u8]> = files.iter().map(|(_, name)| name.as_slice()).collect();
    let (folder, numbers) = Folder::of(&names);
    let size = names.len();
    let mut lists: Vec<List> = vec![Ok(Vec::new()); size];
    let mut waiting: HashMap<ObjectId, Set> = HashMap::default();
    // What was seen at a commit: with skewed clocks it may be reached again.
    let mut seen: HashMap<ObjectId, Set> = HashMap::default();
    let mut queue = Queue::default();
    waiting.insert(head, Set::all(size));
    queue.push(walk.commits.get(head)?.seconds, head);
    while let Some(id) = queue.pop() {
        let Some(mut active) = waiting.remove(&id) else { continue };
        let done = seen.entry(id).or_insert_with(|| Set::empty(size));
        active.remove(done);
        done.add(&active);
        let parents = walk.commits.get(id)?.parents.clone();
        let tree = walk.commits.get(id)?.tree;
        let mut passed: Vec<Set> = Vec::new();
        for parent in &parents {
            let changed = walk.changed(tree, *parent, &folder, &active, None)?;
            passed.push(active.split_off(&changed));
        }
        if parents.is_empty() {
            active = present(walk, tree, &folder, &active)?;
        }
        for n in active.iter() {
            if walk.commits.is_boundary(&id) {
                lists[n] = Err(Why::Boundary(id.to_string()));
            } else if let Ok(list) = &mut lists[n] {
                list.push(id.to_string());
            }
        }
        for (parent, mut set) in parents.into_iter().zip(passed) {
            set.add(&active);
            if set.is_empty() {
                continue;
            }
            match waiting.get_mut(&parent) {
                Some(there) => there.add(&set),
                None => {
                    waiting.insert(parent, set);
                    queue.push(walk.commits.get(parent)?.seconds, parent);
                }
            }
        }
    }
    Ok(numbers.iter().map(|n| lists[*n].clone()).collect())
}

/// Those of the files that a tree has.
fn present(walk: &mut Walk<'_>, tree: ObjectId, folder: &Folder, active: &Set) -> Result<Set, Why> {
    let mut files = std::collections::HashMap::new();
    walk.trees.files(&tree, folder, &mut files).map_err(super::walk::missing_tree)?;
    let mut found = Set::empty(folder.range.end);
    active.iter().filter(|n| files.contains_key(n)).for_each(|n| found.insert(n));
    Ok(found)
}

/// The revisions with renames, as `git log --follow` tells them: every commit is looked at in the
/// order of its date, merges aside, and a file takes its former name for good where it is found to
/// have been renamed.
pub(super) fn followed(
    walk: &mut Walk<'_>,
    texts: &mut Texts<'_>,
    head: ObjectId,
    files: &[(&SourcePath, Vec<u8>)],
    prefix: &str,
    reader: &dyn Reader,
) -> Result<Vec<List>, Why> {
    let mut lists: Vec<List> = vec![Ok(Vec::new()); files.len()];
    let mut names: Vec<Vec<u8>> = files.iter().map(|(_, name)| name.clone()).collect();
    let mut seen: HashMap<ObjectId, ()> = HashMap::default();
    let mut queue = Queue::default();
    seen.insert(head, ());
    queue.push(walk.commits.get(head)?.seconds, head);
    let of = |names: &[Vec<u8>]| Folder::of(&names.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let (mut folder, mut numbers) = of(&names);
    let all = Set::all(files.len());
    while let Some(id) = queue.pop() {
        let parents = walk.commits.get(id)?.parents.clone();
        let tree = walk.commits.get(id)?.tree;
        let changed = match parents.as_slice() {
            [] => present(walk, tree, &folder, &all)?,
            [parent] => walk.changed(tree, *parent, &folder, &all, None)?,
            _ => Set::empty(files.len()),
        };
        let mut is_renamed = false;
        for n in (0..files.len()).filter(|n| !changed.is_empty() && changed.any(&(numbers[*n]..numbers[*n] + 1))) {
            let Ok(list) = &mut lists[n] else { continue };
            if walk.commits.is_boundary(&id) {
                lists[n] = Err(Why::Boundary(id.to_string()));
                continue;
            }
            list.push(id.to_string());
            let Some(parent) = parents.first().copied() else { continue };
            if walk.find(parent, &names[n])?.is_some() {
                continue;
            }
            let Some((Kind::File | Kind::Link, text)) = walk.find(id, &names[n])? else { continue };
            let said = reader.formerly(files[n].0);
            let said = said.map(|paths| paths.iter().map(|path| format!("{prefix}{path}").into_bytes()).collect());
            match rename::origin(walk, texts, id, &names[n], text, parent, said.as_ref())? {
                Ok(None) => {}
                Ok(Some(former)) => {
                    names[n] = former;
                    is_renamed = true;
                }
                Err(reason) => lists[n] = Err(Why::NoText { commit: id.to_string(), reason }),
            }
        }
        if is_renamed {
            (folder, numbers) = of(&names);
        }
        for parent in parents {
            if seen.insert(parent, ()).is_none() {
                queue.push(walk.commits.get(parent)?.seconds, parent);
            }
        }
    }
    Ok(lists)
}
