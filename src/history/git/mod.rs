//! Reading repositories with gix. The only part of this module that touches the disk.

mod names;
mod open;
mod part;
mod remember;
mod texts;
mod work;

use std::collections::BTreeMap;
use std::path::Path;

use gix::hashtable::HashMap;

pub(super) use texts::{Texts, TextsHandle};

use super::cases::ByText;
use super::chain::Around;
use super::ignored::{self, Named};
use super::lists::{self, Which};
use super::walk::Walk;
use super::{Clock, History, Options, Reader, Record, Why, findings};
use crate::vocabulary::SourcePath;
use names::{Head, Resolved};
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

/// Every revision of each file, as commit ids in the order of `git log`; with
/// [`Which::Followed`] also those from before a file had its present name.
///
/// The inner error says why a list cannot be told whole.
#[must_use]
pub fn revisions(
    root: &Path,
    paths: &[SourcePath],
    which: Which,
    reader: &dyn Reader,
) -> BTreeMap<SourcePath, Result<Vec<String>, Why>> {
    let mut found = BTreeMap::new();
    for (folder, paths) in open::by_repository(root, paths) {
        let lists = revisions_of(root, &folder, &paths, which, reader);
        let lists = lists.unwrap_or_else(|why| paths.iter().map(|_| Err(why.clone())).collect());
        found.extend(paths.into_iter().cloned().zip(lists));
    }
    found
}

fn revisions_of(
    root: &Path,
    folder: &str,
    paths: &[&SourcePath],
    which: Which,
    reader: &dyn Reader,
) -> Result<Vec<Result<Vec<String>, Why>>, Why> {
    let base = open::locate(root, folder);
    let repository = open::open(&base)?;
    let head = open::head(&repository)?;
    let prefix = open::prefix_of(&repository, &base)?;
    let mut walk = Walk::new(&repository, Clock::Committer);
    let inner = |path: &SourcePath| path.as_str()[folder.len()..].trim_start_matches('/').to_owned();
    let names: Vec<String> = paths.iter().map(|path| format!("{prefix}{}", inner(path))).collect();
    let mut in_head = Head::new(&repository, &mut walk, head, &names)?;
    let mut files = Vec::new();
    let mut answers: Vec<Result<Vec<String>, Why>> = Vec::new();
    for (path, name) in paths.iter().zip(&names) {
        let place = open::locate(root, path.as_str());
        answers.push(match in_head.resolve(&mut walk, path, name, &place, &mut Vec::new())? {
            Resolved::At(name, _) => {
                files.push((*path, name.into_bytes()));
                Ok(Vec::new())
            }
            Resolved::Nowhere(why) => Err(why),
        });
    }
    let ignored = HashMap::default();
    let around = Around { head, prefix: &prefix, settings: None, ignored: &ignored, reader };
    let mut judge = ByText::new(&repository, &around, files.clone());
    let lists = match which {
        Which::Last => lists::simplified(&mut walk, head, &files, 1)?,
        Which::All => lists::simplified(&mut walk, head, &files, usize::MAX)?,
        Which::Followed => lists::followed(&mut walk, &mut judge, &around, &files)?,
    };
    let mut lists = lists.into_iter();
    let answers = answers.into_iter().map(|answer| answer.and_then(|none| lists.next().unwrap_or(Ok(none))));
    Ok(answers.collect())
}
