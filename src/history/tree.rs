//! Trees as git stores them: what differs between two, and what stands at a path.
//!
//! Two trees are compared as bytes: what they share at the start is skipped without being parsed,
//! and a folder with the same id is not entered. Building objects for every entry costs sixteen
//! times as much.

use std::collections::HashMap;
use std::rc::Rc;

use super::paths::{Folder, Set};

/// A tree that the repository does not have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Missing<Id>(pub Id);

/// Reads trees, and keeps those of the last commits: neighbours share most of them.
pub(super) struct Trees<'r, Id> {
    load: Box<Load<'r, Id>>,
    id_length: usize,
    to_id: fn(&[u8]) -> Id,
    kept: HashMap<Id, Rc<[u8]>>,
    kept_bytes: usize,
}

/// Reads the bytes of a tree; whether it is there.
type Load<'r, Id> = dyn Fn(&Id, &mut Vec<u8>) -> bool + 'r;

/// One entry of a tree, with what its bytes are.
struct Entry<'t> {
    name: &'t [u8],
    /// Mode, name and id.
    whole: &'t [u8],
    id: &'t [u8],
    kind: Kind,
}

/// What an entry of a tree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    Link,
    /// The commit of a submodule.
    Module,
}

/// Is told of the differences between two trees.
pub(super) trait Visit<Id> {
    /// A file that is in one tree only, or differs.
    fn file(&mut self, name: &[u8], old: Option<Id>, new: Option<Id>);
    /// Whether to look into a folder that differs.
    fn enter(&mut self, name: &[u8]) -> bool;
    /// The folder that was entered last is done.
    fn leave(&mut self);
}

const KEPT_AT_MOST: usize = 8 << 20;

impl<'r, Id: Clone + Eq + std::hash::Hash> Trees<'r, Id> {
    pub(super) fn new(id_length: usize, to_id: fn(&[u8]) -> Id, load: impl Fn(&Id, &mut Vec<u8>) -> bool + 'r) -> Self {
        Self { load: Box::new(load), id_length, to_id, kept: HashMap::new(), kept_bytes: 0 }
    }

    fn bytes(&mut self, id: Option<&Id>) -> Result<Rc<[u8]>, Missing<Id>> {
        let Some(id) = id else { return Ok(Rc::from([])) };
        if let Some(bytes) = self.kept.get(id) {
            return Ok(Rc::clone(bytes));
        }
        let mut buffer = Vec::new();
        if !(self.load)(id, &mut buffer) {
            return Err(Missing(id.clone()));
        }
        if self.kept_bytes > KEPT_AT_MOST {
            self.kept.clear();
            self.kept_bytes = 0;
        }
        let bytes: Rc<[u8]> = Rc::from(buffer);
        self.kept_bytes += bytes.len();
        self.kept.insert(id.clone(), Rc::clone(&bytes));
        Ok(bytes)
    }

    /// Tells of every file that is in one of two trees only, or whose mode or content differs.
    pub(super) fn diff(
        &mut self,
        old: Option<&Id>,
        new: Option<&Id>,
        visit: &mut impl Visit<Id>,
    ) -> Result<(), Missing<Id>> {
        let (a, b) = (self.bytes(old)?, self.bytes(new)?);
        let (mut i, mut j) = (0, 0);
        loop {
            let shared = shared_prefix(&a[i..], &b[j..]);
            let end = i + shared;
            while let Some(entry) = self.entry(&a, i) {
                if i + entry.whole.len() > end {
                    break;
                }
                i += entry.whole.len();
                j += entry.whole.len();
            }
            let (left, right) = (self.entry(&a, i), self.entry(&b, j));
            let order = match (&left, &right) {
                (None, None) => return Ok(()),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (Some(l), Some(r)) => tree_order(l, r),
            };
            let before = left.filter(|_| order.is_le());
            let after = right.filter(|_| order.is_ge());
            i += before.as_ref().map_or(0, |entry| entry.whole.len());
            j += after.as_ref().map_or(0, |entry| entry.whole.len());
            self.entry_differs(before.as_ref(), after.as_ref(), visit)?;
        }
    }

    fn entry_differs(
        &mut self,
        old: Option<&Entry<'_>>,
        new: Option<&Entry<'_>>,
        visit: &mut impl Visit<Id>,
    ) -> Result<(), Missing<Id>> {
        let Some(name) = old.or(new).map(|entry| entry.name) else { return Ok(()) };
        let id = |entry: Option<&Entry<'_>>, kind: Kind| {
            entry.filter(|entry| (entry.kind == Kind::Folder) == (kind == Kind::Folder)).map(|e| (self.to_id)(e.id))
        };
        let (old_file, new_file) = (id(old, Kind::File), id(new, Kind::File));
        if old_file.is_some() || new_file.is_some() {
            visit.file(name, old_file, new_file);
        }
        let (old_tree, new_tree) = (id(old, Kind::Folder), id(new, Kind::Folder));
        if old_tree != new_tree && visit.enter(name) {
            self.diff(old_tree.as_ref(), new_tree.as_ref(), visit)?;
            visit.leave();
        }
        Ok(())
    }

    /// What stands at a path of a tree.
    pub(super) fn find(&mut self, tree: &Id, path: &[u8]) -> Result<Option<(Kind, Id)>, Missing<Id>> {
        let mut tree = tree.clone();
        let mut parts = path.split(|b| *b == b'/').peekable();
        while let Some(part) = parts.next() {
            let bytes = self.bytes(Some(&tree))?;
            let mut at = 0;
            let found = loop {
                let Some(entry) = self.entry(&bytes, at) else { return Ok(None) };
                if entry.name == part {
                    break (entry.kind, (self.to_id)(entry.id));
                }
                at += entry.whole.len();
            };
            match (parts.peek(), found) {
                (None, found) => return Ok(Some(found)),
                (Some(_), (Kind::Folder, id)) => tree = id,
                (Some(_), _) => return Ok(None),
            }
        }
        Ok(None)
    }

    /// The files of a tree that are asked for: their numbers, what they are, and their ids.
    pub(super) fn files(
        &mut self,
        tree: &Id,
        folder: &Folder,
        out: &mut HashMap<usize, (Kind, Id)>,
    ) -> Result<(), Missing<Id>> {
        let bytes = self.bytes(Some(tree))?;
        let mut at = 0;
        while let Some(entry) = self.entry(&bytes, at) {
            at += entry.whole.len();
            if entry.kind == Kind::Folder {
                if let Some(inner) = folder.folders.get(entry.name) {
                    let id = (self.to_id)(entry.id);
                    self.files(&id, inner, out)?;
                }
            } else if let Some(numbers) = folder.files.get(entry.name) {
                let id = (self.to_id)(entry.id);
                out.extend(numbers.iter().map(|n| (n, (entry.kind, id.clone()))));
            }
        }
        Ok(())
    }

    /// The path of every file of a tree.
    pub(super) fn paths(&mut self, tree: &Id, folder: &[u8], out: &mut Vec<Vec<u8>>) -> Result<(), Missing<Id>> {
        let bytes = self.bytes(Some(tree))?;
        let mut at = 0;
        while let Some(entry) = self.entry(&bytes, at) {
            at += entry.whole.len();
            let path = [folder, entry.name].concat();
            if entry.kind == Kind::Folder {
                let id = (self.to_id)(entry.id);
                self.paths(&id, &[&path, b"/".as_slice()].concat(), out)?;
            } else {
                out.push(path);
            }
        }
        Ok(())
    }

    fn entry<'t>(&self, tree: &'t [u8], at: usize) -> Option<Entry<'t>> {
        let rest = tree.get(at..)?;
        let space = rest.iter().position(|b| *b == b' ')?;
        let end = space + 1 + memchr::memchr(0, &rest[space + 1..])?;
        let whole = rest.get(..end + 1 + self.id_length)?;
        let kind = match &rest[..space] {
            b"40000" => Kind::Folder,
            b"120000" => Kind::Link,
            b"160000" => Kind::Module,
            _ => Kind::File,
        };
        Some(Entry { name: &rest[space + 1..end], whole, id: &whole[end + 1..], kind })
    }
}

/// Tells which of the active files that are asked for differ.
pub(super) struct Differing<'a> {
    folders: Vec<&'a Folder>,
    active: &'a Set,
    /// The numbers of those that differ.
    pub changed: Set,
}

impl<'a> Differing<'a> {
    pub(super) fn new(folder: &'a Folder, active: &'a Set) -> Self {
        Self { folders: vec![folder], active, changed: Set::default() }
    }
}

impl<Id> Visit<Id> for Differing<'_> {
    fn file(&mut self, name: &[u8], _: Option<Id>, _: Option<Id>) {
        if let Some(numbers) = self.folders.last().and_then(|folder| folder.files.get(name)) {
            self.changed.add(numbers);
        }
    }

    fn enter(&mut self, name: &[u8]) -> bool {
        let inner = self.folders.last().and_then(|folder| folder.folders.get(name));
        let inner = inner.filter(|inner| self.active.meets(&inner.below));
        self.folders.extend(inner);
        inner.is_some()
    }

    fn leave(&mut self) {
        self.folders.pop();
    }
}

/// Collects the files that are in the old tree only.
pub(super) struct Removed<Id> {
    folder: Vec<u8>,
    ends: Vec<usize>,
    /// Paths and ids.
    pub files: Vec<(Vec<u8>, Id)>,
}

impl<Id> Default for Removed<Id> {
    fn default() -> Self {
        Self { folder: Vec::new(), ends: Vec::new(), files: Vec::new() }
    }
}

impl<Id> Visit<Id> for Removed<Id> {
    fn file(&mut self, name: &[u8], old: Option<Id>, new: Option<Id>) {
        if let (Some(id), None) = (old, new) {
            self.files.push(([&self.folder, name].concat(), id));
        }
    }

    fn enter(&mut self, name: &[u8]) -> bool {
        self.ends.push(self.folder.len());
        self.folder.extend(name);
        self.folder.push(b'/');
        true
    }

    fn leave(&mut self) {
        self.folder.truncate(self.ends.pop().unwrap_or(0));
    }
}

/// Names are in git's order: a folder sorts as if its name ended in `/`.
fn tree_order(left: &Entry<'_>, right: &Entry<'_>) -> std::cmp::Ordering {
    fn key<'t>(entry: &Entry<'t>) -> impl Iterator<Item = u8> + use<'t> {
        entry.name.iter().copied().chain((entry.kind == Kind::Folder).then_some(b'/'))
    }
    key(left).cmp(key(right))
}

fn shared_prefix(a: &[u8], b: &[u8]) -> usize {
    let blocks = a.chunks_exact(64).zip(b.chunks_exact(64)).take_while(|(x, y)| x == y).count() * 64;
    blocks + a[blocks..].iter().zip(&b[blocks..]).take_while(|(x, y)| x == y).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Files = std::collections::BTreeMap<String, u8>;

    /// Writes the tree objects of a flat set of files one folder deep; ids have eight bytes.
    fn tree(files: &Files) -> (Vec<u8>, HashMap<u64, Vec<u8>>) {
        let mut folders: std::collections::BTreeMap<&str, Vec<u8>> = std::collections::BTreeMap::new();
        let mut entries: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
        for (path, id) in files {
            let entry = |name: &str| [b"100644 ".as_slice(), name.as_bytes(), &[0; 8], &[*id]].concat();
            match path.split_once('/') {
                Some((folder, name)) => folders.entry(folder).or_default().extend(entry(name)),
                None => entries.push((path.as_bytes().to_vec(), entry(path))),
            }
        }
        let mut objects = HashMap::new();
        for (folder, bytes) in folders {
            let id = bytes.iter().fold(17u64, |sum, b| sum.wrapping_mul(0x0100_0000_01b3) ^ u64::from(*b));
            objects.insert(id, bytes);
            entries.push((
                format!("{folder}/").into_bytes(),
                [b"40000 ".as_slice(), folder.as_bytes(), &[0], &id.to_be_bytes()].concat(),
            ));
        }
        entries.sort();
        (entries.into_iter().flat_map(|(_, entry)| entry).collect(), objects)
    }

    proptest! {
        #[test]
        fn the_diff_is_what_a_comparison_of_the_lists_says(
            old in prop::collection::btree_map("[ab](/[abc.]|[.-])?", 1u8..4, 0..8),
            new in prop::collection::btree_map("[ab](/[abc.]|[.-])?", 1u8..4, 0..8),
        ) {
            let clash = |files: &Files| files.keys().any(|p| files.keys().any(|q| q.starts_with(&format!("{p}/"))));
            prop_assume!(!clash(&old) && !clash(&new));
            let ((a, mut objects), (b, more)) = (tree(&old), tree(&new));
            for (id, bytes) in more {
                prop_assume!(objects.get(&id).is_none_or(|there| *there == bytes));
                objects.insert(id, bytes);
            }
            objects.insert(250, a);
            objects.insert(251, b);
            let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            let paths: Vec<&[u8]> = names.iter().map(|p| p.as_bytes()).collect();
            let folder = Folder::of(paths.iter().copied());
            let mut trees = Trees::new(8, |id| id.iter().fold(0, |n, b| n << 8 | u64::from(*b)), |id, out| objects.get(id).map(|bytes| out.extend(bytes)).is_some());
            let all = Set::all(paths.len());
            let mut differing = Differing::new(&folder, &all);
            prop_assert_eq!(trees.diff(Some(&250), Some(&251), &mut differing), Ok(()));
            let mut removed = Removed::default();
            prop_assert_eq!(trees.diff(Some(&250), Some(&251), &mut removed), Ok(()));
            let mut gone: Vec<String> =
                removed.files.iter().map(|(path, _)| String::from_utf8_lossy(path).into_owned()).collect();
            gone.sort();
            let expected: Vec<&String> = old.keys().filter(|path| !new.contains_key(*path)).collect();
            prop_assert_eq!(gone.iter().collect::<Vec<_>>(), expected);
            let expected: Vec<usize> =
                names.iter().enumerate().filter(|(_, name)| old.get(**name) != new.get(**name)).map(|(n, _)| n).collect();
            prop_assert_eq!(differing.changed.iter().collect::<Vec<_>>(), expected);
        }
    }
}
