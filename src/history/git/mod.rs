//! Reading repositories with gix. The only part of this module that touches the disk.

mod committed;
mod listed;
mod memo;
mod names;
mod open;
mod part;
mod remember;
mod remember_lists;
mod texts;
mod work;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

pub use committed::{Committed, committed};
pub use listed::{Blobs, revisions, texts};
pub use memo::Memo;
pub(super) use texts::{Texts, TextsHandle};

use super::ignored::{self, Named};
use super::walk::Walk;
use super::{Clock, History, Options, Reader, Record, Work, findings};
use crate::vocabulary::SourcePath;
use part::Part;
use work::WorkTree;

/// Whether a file of the site whose root is `root` is as it was committed; nothing where the last commit does
/// not have it. Variables that it may hold are not looked into.
#[must_use]
pub fn work(root: &Path, path: &SourcePath) -> Option<Work> {
    let (folder, _) = open::by_repository(root, std::slice::from_ref(path)).into_iter().next()?;
    let base = open::locate(root, &folder);
    let repository = open::open(&base).ok()?;
    let (head, prefix) = (open::head(&repository).ok()?, open::prefix_of(&repository, &base).ok()?);
    let mut walk = Walk::new(&repository, Clock::default());
    let names = names::names(&[path], &folder, &prefix);
    let place = open::locate(root, path.as_str());
    let mut in_head = names::Head::new(&repository, &mut walk, head, &names).ok()?;
    match in_head.resolve(&mut walk, path, &names[0], &place, &mut Vec::new()).ok()? {
        names::Resolved::At(name, id) => Some(WorkTree::new(&repository).state(&place, &name, id)),
        names::Resolved::Nowhere(_) => None,
    }
}

/// The folders in which the repository round a folder keeps what changes with a commit: one, or where it has
/// several work trees two.
#[must_use]
pub fn folders(root: &Path) -> Vec<PathBuf> {
    open::open(root).map(|repository| open::folders(&repository)).unwrap_or_default()
}

/// A mark that stays the same as long as the last commit does, and what the index says of texts: git writes the
/// index anew for reasons of its own.
#[must_use]
pub fn mark(root: &Path) -> Option<u64> {
    let repository = open::open(root).ok()?;
    let index = repository.index_or_empty().ok()?;
    let mut hasher = DefaultHasher::new();
    open::head(&repository).ok().hash(&mut hasher);
    for entry in index.entries() {
        (entry.id, entry.path(&index)).hash(&mut hasher);
    }
    Some(hasher.finish())
}

/// Finds what git knows of each file of the site whose root is `root`.
#[must_use]
pub fn read(root: &Path, paths: &[SourcePath], options: &Options, reader: &dyn Reader) -> History {
    let mut history = History::default();
    let mut named = Vec::new();
    for (file, text) in &options.ignored {
        let (more, found) = ignored::read(file, text);
        named.extend(more);
        history.findings.extend(found);
    }
    let mut unknown: Option<Vec<Named>> = None;
    for (folder, paths) in open::by_repository(root, paths) {
        if !folder.is_empty() {
            history.findings.push(findings::in_submodule(&folder, paths.len()));
        }
        let site = Part { root, folder: &folder, paths: &paths, options, reader, named: &named };
        match site.read(&mut history) {
            Ok(missing) => {
                let missing =
                    missing.into_iter().filter(|named| unknown.as_ref().is_none_or(|all| all.contains(named)));
                unknown = Some(missing.collect());
            }
            Err(why) => {
                let records = paths.iter().map(|path| ((*path).clone(), Record::unknown(&why)));
                history.records.extend(records);
            }
        }
    }
    let unknown = unknown.unwrap_or_default().into_iter();
    history.findings.extend(unknown.map(|n| findings::not_of_this_history(&n.file, &n.id.to_string(), n.span)));
    history
}
