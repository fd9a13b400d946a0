//! Every revision of each file, in git's order.

use gix::ObjectId;
use gix::hashtable::{HashMap, HashSet};

use super::cases::Judge;
use super::chain::Around;
use super::paths::{Folder, Set};
use super::tree::Kind;
use super::walk::{Queue, Walk};
use super::{Why, rename};
use crate::vocabulary::SourcePath;

/// Which revisions of a file are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The last one: `git log -1 -- PATH`.
    Last,
    /// All: `git log -- PATH`.
    All,
    /// All, and those from before a rename: `git log --follow -- PATH`, but that copies are not
    /// followed.
    Followed,
}

/// The list of one file, or why it cannot be told whole.
type List = Result<Vec<String>, Why>;

/// The revisions by git's default simplification of history: at a commit that has a file as one of
/// its parents has it, history goes on with that parent alone; else the commit is a revision, and
/// history goes on with all parents. A list ends when it is as long as `at_most`.
pub(super) fn simplified(
    walk: &mut Walk<'_>,
    head: ObjectId,
    files: &[(&SourcePath, Vec<u8>)],
    at_most: usize,
) -> Result<Vec<List>, Why> {
    let folder = Folder::of(files.iter().map(|(_, name)| name.as_slice()));
    let mut lists: Vec<List> = vec![Ok(Vec::new()); files.len()];
    let mut full = Set::default();
    let mut left = files.len();
    // What was seen at a commit: with skewed clocks it may be reached again.
    let mut seen: HashMap<ObjectId, Set> = HashMap::default();
    let mut queue = Queue::default();
    queue.push(walk, head, &Set::all(files.len()))?;
    while let Some((commit, mut active)) = queue.pop() {
        let done = seen.entry(commit).or_default();
        active.remove(done);
        active.remove(&full);
        done.add(&active);
        let parents = walk.commits.get(commit)?.parents.clone();
        let mut passed: Vec<Set> = Vec::new();
        for parent in &parents {
            let changed = walk.changed(commit, *parent, &folder, &active)?;
            passed.push(active.split_off(&changed));
        }
        let revised = if parents.is_empty() { present(walk, commit, &folder, &active)? } else { active.clone() };
        for n in revised.iter() {
            add(&mut lists[n], walk, commit)?;
            if lists[n].as_ref().map_or(at_most, Vec::len) >= at_most {
                full.insert(n);
                left -= 1;
            }
        }
        if left == 0 {
            break;
        }
        active.remove(&full);
        for (parent, mut set) in parents.into_iter().zip(passed) {
            set.add(&active);
            queue.push(walk, parent, &set)?;
        }
    }
    Ok(lists)
}

fn add(list: &mut List, walk: &mut Walk<'_>, commit: ObjectId) -> Result<(), Why> {
    if walk.commits.is_boundary(commit)? {
        *list = Err(Why::Boundary(commit.to_string()));
    } else if let Ok(list) = list {
        list.push(commit.to_string());
    }
    Ok(())
}

/// Those of the files that a commit has.
fn present(walk: &mut Walk<'_>, commit: ObjectId, folder: &Folder, active: &Set) -> Result<Set, Why> {
    let tree = walk.commits.get(commit)?.tree;
    let mut files = std::collections::HashMap::new();
    walk.trees.files(&tree, folder, &mut files).map_err(super::walk::missing_tree)?;
    Ok(active.iter().filter(|n| files.contains_key(n)).collect())
}

/// The revisions with renames, as `git log --follow` tells them: every commit is looked at in the
/// order of its date, merges aside, and a file takes its former name for good where it is found to
/// have been renamed.
pub(super) fn followed(
    walk: &mut Walk<'_>,
    judge: &mut dyn Judge,
    around: &Around<'_>,
    files: &[(&SourcePath, Vec<u8>)],
) -> Result<Vec<List>, Why> {
    let mut lists: Vec<List> = vec![Ok(Vec::new()); files.len()];
    let mut names: Vec<Vec<u8>> = files.iter().map(|(_, name)| name.clone()).collect();
    let all = Set::all(files.len());
    let mut seen: HashSet<ObjectId> = HashSet::default();
    let mut queue = Queue::default();
    queue.push(walk, around.head, &all)?;
    let mut folder = Folder::of(names.iter().map(Vec::as_slice));
    while let Some((commit, _)) = queue.pop() {
        if !seen.insert(commit) {
            continue;
        }
        let parents = walk.commits.get(commit)?.parents.clone();
        let changed = match parents.as_slice() {
            [] => present(walk, commit, &folder, &all)?,
            [parent] => walk.changed(commit, *parent, &folder, &all)?,
            _ => Set::default(),
        };
        let mut is_renamed = false;
        for n in changed.iter() {
            add(&mut lists[n], walk, commit)?;
            let Some(parent) = parents.first().copied().filter(|_| lists[n].is_ok()) else { continue };
            if walk.find(parent, &names[n])?.is_some() {
                continue;
            }
            let Some((Kind::File | Kind::Link, id)) = walk.find(commit, &names[n])? else { continue };
            let said = around.reader.formerly(files[n].0);
            let of_site = |path: &SourcePath| format!("{}{path}", around.prefix).into_bytes();
            let said = said.map(|paths| paths.iter().map(of_site).collect());
            let created = rename::Created { commit, path: &names[n], id, said: said.as_ref() };
            match rename::origin(walk, judge, &created, parent)? {
                Ok(None) => {}
                Ok(Some(former)) => {
                    names[n] = former;
                    is_renamed = true;
                }
                Err(reason) => lists[n] = Err(Why::NoText { commit: commit.to_string(), reason }),
            }
        }
        if is_renamed {
            folder = Folder::of(names.iter().map(Vec::as_slice));
        }
        for parent in parents.iter().filter(|parent| !seen.contains(*parent)) {
            queue.push(walk, *parent, &all)?;
        }
    }
    Ok(lists)
}
