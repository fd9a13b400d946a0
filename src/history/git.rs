//! Reading a repository with gix. The only part of this module that touches the disk.
#![expect(clippy::disallowed_methods, reason = "this is where the repository and the work tree are read")]

use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use gix::ObjectId;
use gix::bstr::ByteSlice;
use gix::objs::{CommitRefIter, Find, Kind};

use super::paths::{Folder, Set};
use super::tree::{Missing, Trees};
use super::{History, Revision, Stamp, Why};
use crate::vocabulary::SourcePath;

/// Finds the last revision of each file of the site whose root is `root`.
///
/// The order of commits follows the committer's dates only to be quick; the answer does not depend
/// on clocks. Merges are simplified as `git log` does: a file belongs to the first parent that has
/// it in the same form.
#[must_use]
pub fn read(root: &Path, paths: &[SourcePath]) -> History {
    let repository = match open(root) {
        Ok(repository) => repository,
        Err(why) => return History::unknown(paths, &why),
    };
    let unreadable = |reason: String| History::unknown(paths, &Why::Unreadable(reason));
    let head = match repository.head() {
        Ok(head) if head.is_unborn() => return History::unknown(paths, &Why::NoCommits),
        Ok(head) => head,
        Err(error) => return unreadable(error.to_string()),
    };
    let head = match head.into_peeled_id() {
        Ok(id) => id.detach(),
        Err(error) => return unreadable(error.to_string()),
    };
    let Some(prefix) = prefix_of(&repository, root) else { return unreadable("it has no work tree here".into()) };
    let names: Vec<Vec<u8>> = paths.iter().map(|path| format!("{prefix}{path}").into_bytes()).collect();
    let (folder, numbers) = Folder::of(&names);
    let mut walk = Walk::new(&repository, &folder, names.len());
    match walk.run(head) {
        Ok(()) => {}
        Err(why) => return History::unknown(paths, &why),
    }
    let stamps: BTreeMap<SourcePath, Stamp> = paths
        .iter()
        .zip(&numbers)
        .map(|(path, n)| (path.clone(), walk.stamps.remove(n).unwrap_or(Err(Why::NotCommitted))))
        .collect();
    let modified = modified(&repository, root, paths, &numbers, &walk.at_head);
    History { stamps, modified }
}

/// Opens the repository round a folder. Variables such as `GIT_WORK_TREE` are not obeyed: a build
/// that is run from a hook must not be led elsewhere.
fn open(root: &Path) -> Result<gix::Repository, Why> {
    use gix::sec::trust::DefaultForLevel;
    let options = |trust| {
        let mut permissions = gix::open::Permissions::default_for_level(trust);
        permissions.env.git_prefix = gix::sec::Permission::Deny;
        permissions.env.objects = gix::sec::Permission::Deny;
        gix::open::Options::default().permissions(permissions)
    };
    let trust =
        gix::sec::trust::Mapping { full: options(gix::sec::Trust::Full), reduced: options(gix::sec::Trust::Reduced) };
    match gix::ThreadSafeRepository::discover_opts(root, gix::discover::upwards::Options::default(), trust) {
        Ok(repository) => Ok(repository.into()),
        Err(error) => {
            let there =
                root.canonicalize().is_ok_and(|root| root.ancestors().any(|folder| folder.join(".git").exists()));
            Err(if there { Why::Unreadable(error.to_string()) } else { Why::NoRepository })
        }
    }
}

/// The folder of the site inside the work tree, with `/` at the end; empty for the top.
fn prefix_of(repository: &gix::Repository, root: &Path) -> Option<String> {
    let top = repository.workdir()?.canonicalize().ok()?;
    let inner = root.canonicalize().ok()?.strip_prefix(top).ok()?.to_path_buf();
    let parts: Option<Vec<&str>> = inner.components().map(|part| part.as_os_str().to_str()).collect();
    let path = parts?.join("/");
    Some(if path.is_empty() { path } else { path + "/" })
}

struct Commit {
    tree: ObjectId,
    parents: Vec<ObjectId>,
    seconds: Option<i64>,
}

struct Walk<'r> {
    repository: &'r gix::Repository,
    folder: &'r Folder,
    size: usize,
    boundary: HashSet<ObjectId>,
    trees: Trees<'r, ObjectId>,
    commits: HashMap<ObjectId, Commit>,
    stamps: HashMap<usize, Stamp>,
    /// The ids of the files in the last commit.
    at_head: HashMap<usize, ObjectId>,
}

impl<'r> Walk<'r> {
    fn new(repository: &'r gix::Repository, folder: &'r Folder, size: usize) -> Self {
        let shallow = repository.shallow_commits().ok().flatten();
        let boundary = shallow.map(|commits| commits.iter().copied().collect()).unwrap_or_default();
        let load = |id: &ObjectId, out: &mut Vec<u8>| matches!(repository.objects.try_find(id, out), Ok(Some(data)) if data.kind == Kind::Tree);
        let trees = Trees::new(repository.object_hash().len_in_bytes(), ObjectId::from_bytes_or_panic, load);
        Self {
            repository,
            folder,
            size,
            boundary,
            trees,
            commits: HashMap::new(),
            stamps: HashMap::new(),
            at_head: HashMap::new(),
        }
    }

    fn run(&mut self, head: ObjectId) -> Result<(), Why> {
        let tree = self.commit(head)?.tree;
        self.trees.files(&tree, self.folder, &mut self.at_head).map_err(missing_tree)?;
        let mut waiting: HashMap<ObjectId, Set> = HashMap::new();
        let mut queue = BinaryHeap::new();
        let mut start = Set::empty(self.size);
        self.at_head.keys().for_each(|n| start.insert(*n));
        let mut left = self.at_head.len();
        waiting.insert(head, start);
        queue.push((self.commit(head)?.seconds, head));
        while let Some((_, id)) = queue.pop() {
            if left == 0 {
                break;
            }
            let Some(mut active) = waiting.remove(&id) else { continue };
            for parent in self.parents(id)? {
                let passed = self.same_in(parent, id, &mut active)?;
                if !passed.is_empty() {
                    // A commit is queued whenever files arrive, not when it is first seen: with
                    // skewed clocks it may have been taken from the queue already.
                    if let Some(there) = waiting.get_mut(&parent) {
                        there.add(&passed);
                    } else {
                        waiting.insert(parent, passed);
                        queue.push((self.commit(parent)?.seconds, parent));
                    }
                }
                if active.is_empty() {
                    break;
                }
            }
            for n in active.iter() {
                let stamp = self.stamp(id)?;
                left -= usize::from(self.stamps.insert(n, stamp).is_none());
            }
        }
        Ok(())
    }

    /// Moves out of `active` the files that the parent has in the same form.
    fn same_in(&mut self, parent: ObjectId, id: ObjectId, active: &mut Set) -> Result<Set, Why> {
        let (old, new) = (self.commit(parent)?.tree, self.commit(id)?.tree);
        let mut changed = Set::empty(self.size);
        if old != new {
            self.trees.diff(Some(&old), Some(&new), self.folder, active, &mut changed).map_err(missing_tree)?;
        }
        Ok(active.split_off(&changed))
    }

    fn stamp(&mut self, id: ObjectId) -> Result<Stamp, Why> {
        if self.boundary.contains(&id) {
            return Ok(Err(Why::Boundary(id.to_hex_with_len(8).to_string())));
        }
        let commit = id.to_string();
        Ok(match self.commit(id)?.seconds {
            Some(seconds) => Ok(Revision { commit, seconds }),
            None => Err(Why::Unreadable(format!("commit {commit} has no readable date"))),
        })
    }

    /// The parents that are here: none for a commit at which a shallow clone was cut off.
    fn parents(&mut self, id: ObjectId) -> Result<Vec<ObjectId>, Why> {
        if self.boundary.contains(&id) {
            return Ok(Vec::new());
        }
        Ok(self.commit(id)?.parents.clone())
    }

    fn commit(&mut self, id: ObjectId) -> Result<&Commit, Why> {
        if !self.commits.contains_key(&id) {
            let commit = self.load(id)?;
            self.commits.insert(id, commit);
        }
        self.commits.get(&id).ok_or_else(|| Why::Unreadable(format!("commit {id} is missing")))
    }

    fn load(&self, id: ObjectId) -> Result<Commit, Why> {
        let mut buffer = Vec::new();
        let data = match self.repository.objects.try_find(&id, &mut buffer) {
            Ok(Some(data)) if data.kind == Kind::Commit => data,
            _ => return Err(Why::Unreadable(format!("commit {id} is missing"))),
        };
        let read = || CommitRefIter::from_bytes(data.data, self.repository.object_hash());
        let tree = read().tree_id().map_err(|error| Why::Unreadable(format!("commit {id}: {error}")))?;
        let seconds = read().committer().ok().and_then(|who| who.time().ok()).map(|time| time.seconds);
        Ok(Commit { tree, parents: read().parent_ids().collect(), seconds })
    }
}

fn missing_tree(Missing(id): Missing<ObjectId>) -> Why {
    Why::Unreadable(format!("tree {id} is missing; a clone made with --filter=tree:0 has no dates"))
}

/// The files whose text on disk is not that of the last commit. Line ends do not count: git may
/// have changed them on checkout.
fn modified(
    repository: &gix::Repository,
    root: &Path,
    paths: &[SourcePath],
    numbers: &[usize],
    at_head: &HashMap<usize, ObjectId>,
) -> BTreeSet<SourcePath> {
    let index = repository.index_or_empty().ok();
    let index_written = fs::metadata(repository.index_path()).and_then(|meta| meta.modified()).ok();
    let prefix = prefix_of(repository, root).unwrap_or_default();
    let hash = repository.object_hash();
    let is_modified = |path: &SourcePath, id: &ObjectId| {
        let file: PathBuf = path.as_str().split('/').fold(root.to_path_buf(), |folder, part| folder.join(part));
        let name = format!("{prefix}{path}");
        let entry = index.as_ref().and_then(|index| index.entry_by_path(name.as_bytes().as_bstr()));
        if entry.is_some_and(|entry| entry.id == *id && unchanged_since_checkout(&file, entry, index_written)) {
            return false;
        }
        let Ok(bytes) = fs::read(&file) else { return false };
        let is = |bytes: &[u8]| gix::objs::compute_hash(hash, Kind::Blob, bytes).is_ok_and(|found| found == *id);
        !is(&bytes) && !is(&bytes.replace("\r\n", "\n"))
    };
    paths
        .iter()
        .zip(numbers)
        .filter_map(|(path, n)| Some((path, at_head.get(n)?)))
        .filter(|(path, id)| is_modified(path, id))
        .map(|(path, _)| path.clone())
        .collect()
}

/// Whether the index says that the file is as it was checked out: same size, same time, and the
/// time lies before the index was written.
fn unchanged_since_checkout(file: &Path, entry: &gix::index::Entry, index_written: Option<SystemTime>) -> bool {
    let Some((meta, modified)) = fs::metadata(file).ok().and_then(|meta| Some((meta.len(), meta.modified().ok()?)))
    else {
        return false;
    };
    let Ok(since) = modified.duration_since(SystemTime::UNIX_EPOCH) else { return false };
    meta == u64::from(entry.stat.size)
        && since.as_secs() == u64::from(entry.stat.mtime.secs)
        && since.subsec_nanos() == entry.stat.mtime.nsecs
        && index_written.is_some_and(|written| modified < written)
}
