//! Every revision of each file, in git's order.

use std::collections::{BTreeMap, BTreeSet};

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
    /// All, also of a file that the last commit does not have any more.
    Ever,
    /// All, and those from before a rename: `git log --follow -- PATH`, but that copies are not
    /// followed, and that the merges are among them which `git log -- PATH` names.
    Followed,
}

/// A revision of a file, under the name that the file then had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub commit: ObjectId,
    pub name: Vec<u8>,
}

/// The list of one file, or why it cannot be told whole.
type List = Result<Vec<Listed>, Why>;

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
            add(&mut lists[n], walk, commit, &files[n].1)?;
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

fn add(list: &mut List, walk: &mut Walk<'_>, commit: ObjectId, name: &[u8]) -> Result<(), Why> {
    if walk.commits.is_boundary(commit)? {
        *list = Err(Why::Boundary(commit.to_string()));
    } else if let Ok(list) = list {
        list.push(Listed { commit, name: name.to_vec() });
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
/// order of its date, and a file takes its former name for good where it is found to have been
/// renamed. Git leaves merges out. Those that joined two changes, or were edited, made the text that
/// readers were shown, and are told.
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
    // By file and place in its list.
    let mut merges: Vec<(usize, usize, ObjectId)> = Vec::new();
    while let Some((commit, _)) = queue.pop() {
        if !seen.insert(commit) {
            continue;
        }
        let parents = walk.commits.get(commit)?.parents.clone();
        let changed = match parents.as_slice() {
            [] => present(walk, commit, &folder, &all)?,
            [first, others @ ..] => {
                // A merge that took a file from one of its parents revised nothing.
                let mut changed = walk.changed(commit, *first, &folder, &all)?;
                for parent in others {
                    changed = walk.changed(commit, *parent, &folder, &changed)?;
                }
                changed
            }
        };
        let mut is_renamed = false;
        for n in changed.iter() {
            if parents.len() > 1 {
                let at = lists[n].as_ref().map_or(0, Vec::len);
                merges.extend((names[n] == files[n].1).then_some((n, at, commit)));
                continue;
            }
            add(&mut lists[n], walk, commit, &names[n])?;
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
    // Other merges lie on branches that came to nothing.
    let joined: BTreeSet<usize> = merges.iter().map(|(n, ..)| *n).collect();
    let asked: Vec<(&SourcePath, Vec<u8>)> = joined.iter().map(|n| files[*n].clone()).collect();
    let kept = if asked.is_empty() { Vec::new() } else { simplified(walk, around.head, &asked, usize::MAX)? };
    let kept: BTreeMap<usize, List> = joined.into_iter().zip(kept).collect();
    for (n, at, commit) in merges.into_iter().rev() {
        let merge = Listed { commit, name: files[n].1.clone() };
        if let (Ok(list), Some(Ok(kept))) = (&mut lists[n], kept.get(&n))
            && kept.contains(&merge)
        {
            list.insert(at, merge);
        }
    }
    Ok(lists)
}
