//! Reading repositories with gix. The only part of this module that touches the disk.

mod names;
mod open;
mod texts;
mod work;

use std::collections::BTreeMap;
use std::path::Path;

use gix::ObjectId;
use gix::hashtable::HashSet;
use rayon::prelude::*;

pub(super) use texts::{Texts, TextsHandle};

use super::cases::ByText;
use super::chain::{Around, Chain, Follow};
use super::ignored::{self, Named};
use super::lists::{self, Renames};
use super::walk::Walk;
use super::{Change, Clock, History, Options, Reader, Record, Text, Why, Work, findings};
use crate::diagnostic::Diagnostic;
use crate::vocabulary::SourcePath;
use names::{Head, Resolved};
use work::WorkTree;

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

/// The files of a site that lie in one repository.
struct Part<'a> {
    root: &'a Path,
    /// Where in the site the repository begins, if not at its root or above.
    folder: &'a str,
    paths: &'a [&'a SourcePath],
    options: &'a Options,
    reader: &'a dyn Reader,
    named: &'a [Named],
}

impl Part<'_> {
    /// Reads the part; the result holds the named commits that are not of its history.
    fn read(&self, history: &mut History) -> Result<Vec<Named>, Why> {
        let base = open::locate(self.root, self.folder);
        let repository = open::open(&base)?;
        history.findings.extend(self.about(&repository));
        let head = head(&repository)?;
        let prefix = open::prefix_of(&repository, &base).ok_or_else(no_work_tree)?;
        let mut walk = Walk::new(&repository, self.options.clock);
        let (known, unknown) = self.named_in(&mut walk, head)?;
        let work = WorkTree::new(&repository);
        let settings = self.options.settings.as_ref().filter(|_| self.folder.is_empty());
        let settings = settings.map(|path| format!("{prefix}{path}").into_bytes());
        let settings_id = match &settings {
            Some(path) => walk.find(head, path)?.map(|(_, id)| id),
            None => None,
        };
        let around = Around {
            head,
            prefix: &prefix,
            settings: settings.filter(|_| settings_id.is_some()),
            ignored: &known,
            reader: self.reader,
        };
        let inner = |path: &SourcePath| path.as_str()[self.folder.len()..].trim_start_matches('/').to_owned();
        let names: Vec<String> = self.paths.iter().map(|path| format!("{prefix}{}", inner(path))).collect();
        let places: Vec<_> = self.paths.iter().map(|path| open::locate(self.root, path.as_str())).collect();
        let mut in_head = Head::new(&repository, &mut walk, head, &names)?;
        let mut chains = Vec::new();
        for ((path, place), name) in self.paths.iter().zip(&places).zip(&names) {
            match in_head.resolve(&mut walk, path, name, place, &mut history.findings)? {
                Resolved::At(name, id) => chains.push((Chain::new(path, name.clone().into_bytes()), place, name, id)),
                Resolved::Nowhere(why) => {
                    let staged = why == Why::NotCommitted { staged: false } && work.is_staged(name);
                    let why = if staged { Why::NotCommitted { staged } } else { why };
                    history.records.insert((*path).clone(), Record::unknown(&why));
                }
            }
        }
        let states: Vec<Work> = chains.par_iter().map(|(_, place, name, id)| work.state(place, name, *id)).collect();
        let mut chains: Vec<Chain<'_>> = chains.into_iter().map(|(chain, ..)| chain).collect();
        chains.iter_mut().zip(states).for_each(|(chain, work)| chain.record.work = work);
        let files = chains.iter().map(|chain| (chain.file, chain.path.clone())).collect();
        let mut judge = ByText::new(&repository, &around, files);
        Follow::new(&mut walk, &around, &mut chains, &mut history.findings).run(&mut judge)?;
        if let (Some(id), Some(path)) = (settings_id, &self.options.settings) {
            let place = open::locate(self.root, path.as_str());
            if work.state(&place, &format!("{prefix}{path}"), id) != Work::Committed {
                self.mark_variables(&mut walk, &Texts::new(&repository).handle(), &mut chains, head, (id, &place))?;
            }
        }
        history.records.extend(chains.into_iter().map(|chain| (chain.file.clone(), chain.record)));
        Ok(unknown)
    }

    /// Texts that hold variables whose values are not committed, given the committed settings and
    /// where they are on disk.
    fn mark_variables(
        &self,
        walk: &mut Walk<'_>,
        texts: &TextsHandle,
        chains: &mut [Chain<'_>],
        head: ObjectId,
        (committed, place): (ObjectId, &Path),
    ) -> Result<(), Why> {
        let (Ok(committed), Some(now)) = (texts.get(committed), WorkTree::bytes(place)) else { return Ok(()) };
        for chain in chains.iter_mut().filter(|chain| chain.uses_settings() && chain.record.work == Work::Committed) {
            let found = walk.find(head, &chain.path)?;
            let Some(Ok(bytes)) = found.map(|(_, id)| texts.get(id)) else { continue };
            let text = |settings| Text { bytes: &bytes, settings: Some(settings) };
            if self.reader.compare(chain.file, text(&committed), text(&now)) != Change::Nothing {
                chain.record.work = Work::Variables;
            }
        }
        Ok(())
    }

    /// What is said about the repository as a whole.
    fn about(&self, repository: &gix::Repository) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let shown = |path: &Path| path.display().to_string();
        if repository.git_dir_trust() != gix::sec::Trust::Full {
            found.push(findings::other_owner(&shown(repository.workdir().unwrap_or(repository.git_dir()))));
        }
        let replaced = repository.references().ok().and_then(|references| {
            let mut found = references.prefixed("refs/replace/").ok()?;
            Some(found.next().is_some())
        });
        if replaced == Some(true) {
            found.push(findings::replaced());
        }
        if open::has_grafts(repository) {
            found.push(findings::grafts());
        }
        if let Some(named) = self.options.git_dir.as_ref().filter(|_| self.folder.is_empty())
            && !open::is_same(named, repository.git_dir())
        {
            found.push(findings::git_dir_ignored(&shown(named), &shown(repository.git_dir())));
        }
        found
    }

    /// The named commits that are part of the history, and those that are not. Nobody can tell
    /// where a shallow clone was cut off.
    fn named_in(&self, walk: &mut Walk<'_>, head: ObjectId) -> Result<(HashSet<ObjectId>, Vec<Named>), Why> {
        let all: HashSet<ObjectId> = self.named.iter().map(|named| named.id).collect();
        let mut left = all.clone();
        let mut seen: HashSet<ObjectId> = HashSet::default();
        let mut open = vec![head];
        while let Some(id) = open.pop().filter(|_| !left.is_empty()) {
            if seen.insert(id) {
                left.remove(&id);
                open.extend(&walk.commits.get(id)?.parents);
            }
        }
        if walk.commits.is_shallow() {
            left.clear();
        }
        Ok((all, self.named.iter().filter(|named| left.contains(&named.id)).cloned().collect()))
    }
}

/// Every revision of each file, as commit ids in the order of `git log`; with
/// [`Renames::Followed`] also those from before a file had its present name.
///
/// The inner error says why a list cannot be told whole.
#[must_use]
pub fn revisions(
    root: &Path,
    paths: &[SourcePath],
    renames: Renames,
    reader: &dyn Reader,
) -> BTreeMap<SourcePath, Result<Vec<String>, Why>> {
    let mut found = BTreeMap::new();
    for (folder, paths) in open::by_repository(root, paths) {
        let lists = revisions_of(root, &folder, &paths, renames, reader);
        let lists = lists.unwrap_or_else(|why| paths.iter().map(|_| Err(why.clone())).collect());
        found.extend(paths.into_iter().cloned().zip(lists));
    }
    found
}

fn revisions_of(
    root: &Path,
    folder: &str,
    paths: &[&SourcePath],
    renames: Renames,
    reader: &dyn Reader,
) -> Result<Vec<Result<Vec<String>, Why>>, Why> {
    let base = open::locate(root, folder);
    let repository = open::open(&base)?;
    let head = head(&repository)?;
    let prefix = open::prefix_of(&repository, &base).ok_or_else(no_work_tree)?;
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
    let ignored = HashSet::default();
    let around = Around { head, prefix: &prefix, settings: None, ignored: &ignored, reader };
    let mut judge = ByText::new(&repository, &around, files.clone());
    let lists = match renames {
        Renames::Ignored => lists::simplified(&mut walk, head, &files)?,
        Renames::Followed => lists::followed(&mut walk, &mut judge, &around, &files)?,
    };
    let mut lists = lists.into_iter();
    let answers = answers.into_iter().map(|answer| answer.and_then(|none| lists.next().unwrap_or(Ok(none))));
    Ok(answers.collect())
}

fn no_work_tree() -> Why {
    Why::Unreadable("it has no work tree here".to_owned())
}

/// The last commit.
fn head(repository: &gix::Repository) -> Result<ObjectId, Why> {
    let unreadable = |error: &dyn std::error::Error| {
        let said = open::all_of(error);
        if said.contains("reftable") { Why::Reftable } else { Why::Unreadable(said) }
    };
    let head = repository.head().map_err(|error| unreadable(&error))?;
    if head.is_unborn() {
        return Err(Why::NoCommits);
    }
    head.into_peeled_id().map(gix::Id::detach).map_err(|error| unreadable(&error))
}
