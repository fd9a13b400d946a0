//! Reading repositories with gix. The only part of this module that touches the disk.

mod committed;
mod listed;
mod names;
mod open;
mod part;
mod remember;
mod remember_lists;
mod texts;
mod work;

use std::path::Path;

pub use committed::{Committed, committed};
pub use listed::{Blobs, revisions, texts};
pub(super) use texts::{Texts, TextsHandle};

use super::ignored::{self, Named};
use super::{History, Options, Reader, Record, findings};
use crate::vocabulary::SourcePath;
use part::Part;

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
