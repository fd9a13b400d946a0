//! The files of a site that lie in one repository.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gix::ObjectId;
use gix::hashtable::HashSet;
use memchr::memmem;
use rayon::prelude::*;

use super::names::{self, Head, Resolved};
use super::open;
use super::remember::Place;
use super::texts::{Texts, TextsHandle};
use super::work::WorkTree;
use crate::diagnostic::Diagnostic;
use crate::history::cases::ByText;
use crate::history::chain::{Around, Chain};
use crate::history::follow::Follow;
use crate::history::ignored::Named;
use crate::history::memory::Memory;
use crate::history::walk::Walk;
use crate::history::{Change, History, Options, Reader, Record, Remark, Text, Why, Work, findings, lists};
use crate::vocabulary::SourcePath;

/// The files of a site that lie in one repository.
pub(super) struct Part<'a> {
    pub root: &'a Path,
    /// Where in the site the repository begins, if not at its root or above.
    pub folder: &'a str,
    pub paths: &'a [&'a SourcePath],
    pub options: &'a Options,
    pub reader: &'a dyn Reader,
    pub named: &'a [Named],
}

/// A file that the last commit has: where it is on disk, its path there, and the id of its text.
struct Found {
    place: PathBuf,
    name: String,
    id: ObjectId,
}

impl<'a> Part<'a> {
    /// Reads the part; the result holds the named commits that are not of its history.
    pub(super) fn read(&self, history: &mut History) -> Result<Vec<Named>, Why> {
        let base = open::locate(self.root, self.folder);
        let repository = match open::open(&base) {
            Ok(repository) => repository,
            Err(why) => {
                if let Some(named) = self.options.git_dir.as_ref().filter(|_| why == Why::NoRepository) {
                    history.findings.push(findings::git_dir_ignored(&named.display().to_string(), None));
                }
                return Err(why);
            }
        };
        history.findings.extend(self.about(&repository));
        let head = open::head(&repository)?;
        let prefix = open::prefix_of(&repository, &base)?;
        let mut walk = Walk::new(&repository, self.options.clock);
        let place = self.place(&repository, &walk, &prefix);
        let memory = place.as_ref().and_then(Place::read);
        let now = memory.as_ref().filter(|memory| memory.head == head);
        let unknown = match now.and_then(|memory| memory.unknown.clone()) {
            Some(unknown) => unknown,
            None => self.unknown_in(&mut walk, head)?,
        };
        let settings = self.settings(&mut walk, head, &prefix)?;
        let around = Around {
            head,
            prefix: &prefix,
            settings: settings.as_ref().map(|found| found.name.clone().into_bytes()),
            ignored: &self.named.iter().map(|named| (named.id, named.is_reviewed)).collect(),
            reader: self.reader,
        };
        let work = WorkTree::new(&repository);
        let (mut chains, found) = self.chains(&repository, &mut walk, &work, &around, history)?;
        let states: Vec<Work> = found.par_iter().map(|file| work.state(&file.place, &file.name, file.id)).collect();
        chains.iter_mut().zip(states).for_each(|(chain, work)| chain.record.work = work);
        let files = chains.iter().map(|chain| (chain.file, chain.path.clone())).collect();
        let mut judge = ByText::new(&repository, &around, files);
        Follow::new(&mut walk, &around, &mut chains, memory.as_ref()).run(&mut judge)?;
        if let Some(settings) = settings
            && work.state(&settings.place, &settings.name, settings.id) != Work::Committed
        {
            self.mark_variables(&Texts::new(&repository).handle(), &mut chains, &found, &settings);
        } else if around.settings.is_none() && self.has_variables() {
            self.mark_all_variables(&mut chains);
        }
        let counts = self.count(&mut walk, head, &mut chains, now)?;
        if let Some(place) = place.filter(|_| !now.is_some_and(|memory| memory.holds(&chains, &counts))) {
            place.write(&Memory::of(head, &chains, unknown.clone(), counts));
        }
        let mut said = BTreeSet::new();
        for chain in chains {
            // Where the text itself says the day no other is missed.
            let is_said =
                |remark: &&Remark| matches!(remark, Remark::Effective(..)) && self.reader.states_effective(chain.file);
            let mut remarks: Vec<&Remark> = chain.record.remarks.iter().filter(|remark| !is_said(remark)).collect();
            // What holds for a commit is said once, for whichever text.
            remarks.retain(|remark| match remark {
                Remark::Change(revision, _) => said.insert(("change", revision.commit.clone())),
                Remark::Effective(revision, _) => said.insert(("effective", revision.commit.clone())),
                Remark::Formerly(..) | Remark::Doubt(..) => true,
            });
            history.findings.extend(remarks.iter().map(|remark| findings::remark(chain.file, remark)));
            history.records.insert(chain.file.clone(), chain.record);
        }
        Ok(self.named.iter().filter(|named| unknown.contains(&named.id)).cloned().collect())
    }

    /// Where what is found out here is remembered.
    fn place(&self, repository: &gix::Repository, walk: &Walk<'_>, prefix: &str) -> Option<Place> {
        let depends = self.reader.fingerprint()?;
        let mut named: Vec<String> =
            self.named.iter().map(|named| format!("{} {}", named.id, named.is_reviewed)).collect();
        named.sort_unstable();
        let replaced = open::replacements(repository).join(" ");
        let rest = format!("{:?} {:?} {:?}", self.options.clock, self.folder, walk.commits.boundary());
        Place::new(repository, "dates", prefix, &[&depends, &named.join(" "), &replaced, &rest])
    }

    /// The settings file, if the last commit has it.
    fn settings(&self, walk: &mut Walk<'_>, head: ObjectId, prefix: &str) -> Result<Option<Found>, Why> {
        let Some(path) = self.options.settings.as_ref().filter(|_| self.folder.is_empty()) else { return Ok(None) };
        let name = format!("{prefix}{path}");
        let found = walk.find(head, name.as_bytes())?;
        Ok(found.map(|(_, id)| Found { place: open::locate(self.root, path.as_str()), name, id }))
    }

    /// The files that the last commit has, each ready to be followed; the others get their record.
    fn chains(
        &self,
        repository: &gix::Repository,
        walk: &mut Walk<'_>,
        work: &WorkTree,
        around: &Around<'_>,
        history: &mut History,
    ) -> Result<(Vec<Chain<'a>>, Vec<Found>), Why> {
        let names = names::names(self.paths, self.folder, around.prefix);
        let mut in_head = Head::new(repository, walk, around.head, &names)?;
        let (mut chains, mut found) = (Vec::new(), Vec::new());
        for (path, name) in self.paths.iter().zip(&names) {
            let place = open::locate(self.root, path.as_str());
            match in_head.resolve(walk, path, name, &place, &mut history.findings)? {
                Resolved::At(name, id) => {
                    chains.push(Chain::new(path, name.clone().into_bytes()));
                    found.push(Found { place, name, id });
                }
                Resolved::Nowhere(why) => {
                    let staged = why == Why::NotCommitted { staged: false } && work.is_staged(name);
                    let why = if staged { Why::NotCommitted { staged } } else { why };
                    history.records.insert((*path).clone(), Record::unknown(&why));
                }
            }
        }
        Ok((chains, found))
    }

    /// Marks the texts that hold variables whose values are not committed.
    fn mark_variables(&self, texts: &TextsHandle, chains: &mut [Chain<'_>], found: &[Found], settings: &Found) {
        let (Ok(committed), Some(now)) = (texts.get(settings.id), WorkTree::bytes(&settings.place)) else { return };
        let asked = chains.iter_mut().zip(found);
        for (chain, file) in asked.filter(|(chain, _)| chain.uses_settings() && chain.record.work == Work::Committed) {
            let Ok(bytes) = texts.get(file.id) else { continue };
            let text = |settings| Text { bytes: &bytes, settings: Some(settings) };
            if self.reader.compare(chain.file, text(&committed), text(&now)) != Change::Nothing {
                chain.record.work = Work::Variables;
            }
        }
    }

    /// Whether there are settings on disk, which the last commit does not have, with variables in them.
    fn has_variables(&self) -> bool {
        let path = self.options.settings.as_ref().filter(|_| self.folder.is_empty());
        let settings = path.and_then(|path| WorkTree::bytes(&open::locate(self.root, path.as_str())));
        settings.is_some_and(|settings| memmem::find(&settings, b"variables").is_some())
    }

    /// Marks every text that holds variables: the values of none are committed.
    fn mark_all_variables(&self, chains: &mut [Chain<'_>]) {
        chains.par_iter_mut().filter(|chain| chain.record.work == Work::Committed).for_each(|chain| {
            let text = WorkTree::bytes(&open::locate(self.root, chain.file.as_str()));
            if text.is_some_and(|text| self.reader.uses_settings(&text)) {
                chain.record.work = Work::Variables;
            }
        });
    }

    /// Counts the revisions of each file, where that is asked for and history is here as a whole.
    fn count(
        &self,
        walk: &mut Walk<'_>,
        head: ObjectId,
        chains: &mut [Chain<'_>],
        now: Option<&Memory>,
    ) -> Result<Vec<(Vec<u8>, usize)>, Why> {
        if !self.options.count {
            return Ok(Vec::new());
        }
        let known = now.filter(|memory| chains.iter().all(|chain| memory.counts.contains_key(&chain.path)));
        if let Some(memory) = known {
            for chain in chains {
                chain.record.revisions = memory.counts.get(&chain.path).copied();
            }
            return Ok(Vec::new());
        }
        let files: Vec<_> = chains.iter().map(|chain| (chain.file, chain.path.clone())).collect();
        let lists = lists::simplified(walk, head, &files, usize::MAX)?;
        let counted = chains.iter_mut().zip(lists).filter_map(|(chain, list)| {
            chain.record.revisions = list.ok().map(|list| list.len());
            Some((chain.path.clone(), chain.record.revisions?))
        });
        Ok(counted.collect())
    }

    /// What is said about the repository as a whole.
    fn about(&self, repository: &gix::Repository) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let shown = |path: &Path| path.display().to_string();
        if repository.git_dir_trust() != gix::sec::Trust::Full {
            found.push(findings::other_owner(&shown(repository.workdir().unwrap_or(repository.git_dir()))));
        }
        if !open::replacements(repository).is_empty() {
            found.push(findings::replaced());
        }
        if open::has_grafts(repository) {
            found.push(findings::grafts());
        }
        if let Some(named) = self.options.git_dir.as_ref().filter(|_| self.folder.is_empty())
            && !open::is_same(named, repository.git_dir())
        {
            found.push(findings::git_dir_ignored(&shown(named), Some(&shown(repository.git_dir()))));
        }
        found
    }

    /// The named commits that are not part of the history. Nobody can tell where a shallow clone
    /// was cut off.
    fn unknown_in(&self, walk: &mut Walk<'_>, head: ObjectId) -> Result<Vec<ObjectId>, Why> {
        let mut left: HashSet<ObjectId> = self.named.iter().map(|named| named.id).collect();
        let mut seen: HashSet<ObjectId> = HashSet::default();
        let mut open = vec![head];
        while let Some(id) = open.pop().filter(|_| !left.is_empty()) {
            if seen.insert(id) {
                left.remove(&id);
                open.extend(&walk.commits.get(id)?.parents);
            }
        }
        Ok(if walk.commits.boundary().is_empty() { left.into_iter().collect() } else { Vec::new() })
    }
}
