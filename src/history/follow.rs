//! Following each file back to the last revision that changed its text, all in one walk.
//!
//! At a commit that changed files their texts are compared with those of the parents. A file whose
//! text stayed the same goes on to the parent that has it; past an editorial commit it goes on to
//! all parents, and the newest revision is next, as in `git log`.

use std::collections::HashSet;

use gix::ObjectId;

use super::cases::{Case, Ids, Judge, Old, Verdict};
use super::chain::{Around, Chain};
use super::memory::Memory;
use super::paths::{Folder, Set};
use super::tree::Kind;
use super::walk::{Queue, Walk};
use super::{Change, Pass, Passed, Remark, Why, rename};

/// The walk of all files of a repository.
pub(super) struct Follow<'f, 'a, 'w> {
    walk: &'f mut Walk<'w>,
    around: &'f Around<'f>,
    chains: &'f mut [Chain<'a>],
    memory: Option<&'f Memory>,
    /// Each name of each file, by its number: the chain, and the path.
    names: Vec<(usize, Vec<u8>)>,
    /// The numbers of each chain.
    names_of: Vec<Vec<usize>>,
    folder: Folder,
    queue: Queue,
    /// The numbers of files whose text depends on the settings.
    with_settings: Set,
    /// The numbers of files that are done.
    done: Set,
    /// The revisions that were looked at, each under a name.
    seen: HashSet<(usize, ObjectId)>,
    left: usize,
}

/// The number of the settings file.
const SETTINGS: usize = 0;

impl<'f, 'a, 'w> Follow<'f, 'a, 'w> {
    pub(super) fn new(
        walk: &'f mut Walk<'w>,
        around: &'f Around<'f>,
        chains: &'f mut [Chain<'a>],
        memory: Option<&'f Memory>,
    ) -> Self {
        let mut folder = Folder::default();
        let mut names = vec![(usize::MAX, Vec::new())];
        let mut names_of = Vec::new();
        if let Some(path) = &around.settings {
            folder.insert(path, SETTINGS);
        }
        for (n, chain) in chains.iter().enumerate() {
            folder.insert(&chain.path, names.len());
            names_of.push(vec![names.len()]);
            names.push((n, chain.path.clone()));
        }
        let left = chains.len();
        let (queue, with_settings, done) = (Queue::default(), Set::default(), Set::default());
        Self {
            walk,
            around,
            chains,
            memory,
            names,
            names_of,
            folder,
            queue,
            with_settings,
            done,
            seen: HashSet::new(),
            left,
        }
    }

    /// Brings every chain to its end.
    ///
    /// # Errors
    /// What keeps the whole repository from being read.
    pub(super) fn run(mut self, judge: &mut dyn Judge) -> Result<(), Why> {
        let all = (1..self.names.len()).collect();
        self.queue.push(self.walk, self.around.head, &all)?;
        while let Some((commit, mut active)) = self.queue.pop() {
            if self.left == 0 {
                break;
            }
            active.remove(&self.done);
            if let Some(memory) = self.memory.filter(|memory| memory.head == commit) {
                self.recall(&mut active, memory)?;
            }
            let mut at = 0;
            while let Some(parent) =
                self.walk.commits.get(commit)?.parents.get(at).copied().filter(|_| !active.is_empty())
            {
                let mut changed = self.walk.changed(commit, parent, &self.folder, &active)?;
                if changed.holds(SETTINGS) {
                    changed.add(&self.with_settings);
                }
                let passed = active.split_off(&changed);
                self.queue.push(self.walk, parent, &passed)?;
                at += 1;
            }
            if !active.is_empty() {
                self.visit(commit, &active, judge)?;
            }
        }
        for chain in 0..self.chains.len() {
            match self.chains[chain].created.filter(|_| !self.chains[chain].is_done) {
                Some(commit) => self.arrive(chain, commit)?,
                None if self.chains[chain].is_done => {}
                None => self.end(chain, &Why::Unreadable("history has no beginning".to_owned())),
            }
        }
        Ok(())
    }

    /// Takes out of the set the files whose history from here on is remembered.
    fn recall(&mut self, active: &mut Set, memory: &Memory) -> Result<(), Why> {
        let mut gone = Set::default();
        let names: Vec<usize> = active.iter().collect();
        for name in names {
            let (at, path) = self.names[name].clone();
            let chain = &mut self.chains[at];
            let Some(known) = memory.files.get(&path).filter(|_| !chain.is_forked) else { continue };
            let said = || self.around.reader.formerly(chain.file);
            if known.formerly.as_ref().is_some_and(|before| *before != said()) {
                continue;
            }
            let has_settings = self.around.settings.is_some();
            // Then there were no settings, or now there are none.
            if known.settings.is_some() != has_settings {
                continue;
            }
            if known.settings == Some(true) && !chain.uses_settings() && memory.head != self.around.head {
                // The settings may have changed since then.
                if !chain.is_touched {
                    chain.record.touched.clone_from(&known.record.touched);
                    chain.is_touched = true;
                }
                self.begin_again(at)?;
            } else {
                chain.recall(known);
                self.finish(at);
            }
            gone.insert(name);
        }
        active.remove(&gone);
        Ok(())
    }

    /// Follows a file from the last commit again, and this time changes of the settings count.
    fn begin_again(&mut self, chain: usize) -> Result<(), Why> {
        for name in &self.names_of[chain] {
            self.done.insert(*name);
        }
        let path = self.chains[chain].path.clone();
        self.names_of[chain].clear();
        let name = self.name(chain, &path);
        self.chains[chain].begin_again();
        self.with_settings.insert(name);
        self.queue.push(self.walk, self.around.head, &[name].into_iter().collect())
    }

    /// The number of a file under a name.
    fn name(&mut self, chain: usize, path: &[u8]) -> usize {
        let known = self.names_of[chain].iter().copied().find(|name| self.names[*name].1 == path);
        known.unwrap_or_else(|| {
            let name = self.names.len();
            self.folder.insert(path, name);
            self.names.push((chain, path.to_vec()));
            self.names_of[chain].push(name);
            name
        })
    }

    /// The commit is a revision of these files.
    fn visit(&mut self, commit: ObjectId, files: &Set, judge: &mut dyn Judge) -> Result<(), Why> {
        let mut cases = Vec::new();
        for name in files.iter() {
            let (chain, path) = self.names[name].clone();
            // With skewed clocks a commit can be reached again.
            if self.chains[chain].is_done || !self.seen.insert((name, commit)) {
                continue;
            }
            if self.walk.commits.is_boundary(commit)? {
                self.end(chain, &Why::Boundary(commit.to_string()));
                continue;
            }
            if !self.chains[chain].is_touched {
                let touched = self.walk.commits.message(commit)?.revision.clone();
                self.chains[chain].record.touched = touched;
                self.chains[chain].is_touched = true;
            }
            match self.case(commit, name, path, judge)? {
                Ok(case) => cases.push(case),
                Err(why) => self.end(chain, &why),
            }
        }
        let verdicts = judge.judge(self.walk, &cases)?;
        for (case, verdict) in cases.into_iter().zip(verdicts) {
            // Two branches can know a file under two names.
            if self.done.holds(case.name) {
                continue;
            }
            self.decide(&case, verdict, judge)?;
        }
        Ok(())
    }

    /// The texts that a revision has to do with; the inner error concerns this file alone.
    fn case(
        &mut self,
        commit: ObjectId,
        name: usize,
        path: Vec<u8>,
        judge: &mut dyn Judge,
    ) -> Result<Result<Case<'a>, Why>, Why> {
        let chain = &self.chains[self.names[name].0];
        let (file, with_settings) = (chain.file, chain.uses_settings());
        let asks_for_settings = self.around.settings.is_some() && !with_settings;
        let is_first = chain.settings.is_none();
        let Some(new) = self.ids(commit, &path, with_settings)? else {
            return Ok(Err(Why::Unreadable(format!("commit {commit} does not have the file"))));
        };
        let parents = self.walk.commits.get(commit)?.parents.clone();
        let mut old = Vec::new();
        for parent in parents {
            let mut former = path.clone();
            let mut found = self.ids(parent, &path, with_settings)?;
            if found.is_none() {
                let said = self.around.reader.formerly(file);
                self.chains[self.names[name].0].formerly = Some(said.clone());
                let prefix = self.around.prefix;
                let said = said.map(|paths| paths.iter().map(|path| format!("{prefix}{path}").into_bytes()).collect());
                let created = rename::Created { commit, path: &path, id: new.text, said: said.as_ref() };
                match rename::origin(self.walk, judge, &created, parent)? {
                    Ok(Some(origin)) => {
                        found = self.ids(parent, &origin, with_settings)?;
                        former = origin;
                    }
                    Ok(None) => {}
                    Err(reason) => return Ok(Err(Why::NoText { commit: commit.to_string(), reason })),
                }
            }
            old.extend(found.map(|ids| Old { parent, path: former, ids }));
        }
        let said = self.chains[self.names[name].0].formerly.clone().flatten().unwrap_or_default();
        if let (true, false, Ok(revision)) =
            (old.is_empty(), said.is_empty(), self.walk.commits.message(commit)?.revision.clone())
        {
            let said = said.iter().map(ToString::to_string).collect();
            self.chains[self.names[name].0].record.remarks.push(Remark::Formerly(revision, said));
        }
        Ok(Ok(Case { name, file, commit, path, new, old, asks_for_settings, is_first }))
    }

    fn ids(&mut self, commit: ObjectId, path: &[u8], with_settings: bool) -> Result<Option<Ids>, Why> {
        let is_text =
            |found: Option<(Kind, ObjectId)>| found.filter(|(kind, _)| *kind != Kind::Module).map(|(_, id)| id);
        let Some(text) = is_text(self.walk.find(commit, path)?) else { return Ok(None) };
        let settings = match self.around.settings.as_ref().filter(|_| with_settings) {
            Some(settings) => is_text(self.walk.find(commit, settings)?),
            None => None,
        };
        Ok(Some(Ids { text, settings }))
    }

    fn chain(&mut self, case: &Case<'_>) -> &mut Chain<'a> {
        &mut self.chains[self.names[case.name].0]
    }

    fn end(&mut self, chain: usize, why: &Why) {
        self.chains[chain].end(why);
        self.finish(chain);
    }

    fn finish(&mut self, chain: usize) {
        self.chains[chain].is_done = true;
        self.left -= 1;
        for name in &self.names_of[chain] {
            self.done.insert(*name);
        }
    }

    /// What becomes of a file, given what a revision changed.
    fn decide(&mut self, case: &Case<'_>, verdict: Verdict, judge: &mut dyn Judge) -> Result<(), Why> {
        if case.asks_for_settings {
            self.chain(case).settings = Some(false);
        }
        match verdict {
            Verdict::UsesSettings => self.begin_again(self.names[case.name].0),
            Verdict::Missing(reason) => {
                self.end(self.names[case.name].0, &Why::NoText { commit: case.commit.to_string(), reason });
                Ok(())
            }
            Verdict::Changed(Change::Text, nearest) => self.text_changed(case, nearest, judge),
            Verdict::Changed(change, nearest) => {
                let old = &case.old[nearest];
                let settings_only =
                    old.ids.text == case.new.text && old.path == case.path && old.ids.settings != case.new.settings;
                if !settings_only {
                    self.pass(case, Pass::of(change))?;
                }
                self.go_on(case, old)
            }
        }
    }

    fn go_on(&mut self, case: &Case<'_>, old: &Old) -> Result<(), Why> {
        let chain = self.names[case.name].0;
        let name = self.name(chain, &old.path);
        if self.chains[chain].uses_settings() {
            self.with_settings.insert(name);
        }
        self.queue.push(self.walk, old.parent, &[name].into_iter().collect())
    }

    fn text_changed(&mut self, case: &Case<'_>, nearest: usize, judge: &mut dyn Judge) -> Result<(), Why> {
        let message = self.walk.commits.message(case.commit)?;
        let by_trailer = message.change.as_ref().is_some_and(|change| change.eq_ignore_ascii_case("editorial"));
        let odd = message.change.clone().filter(|change| !by_trailer && !change.eq_ignore_ascii_case("material"));
        let revision = message.revision.clone();
        let listed = self.around.ignored.get(&case.commit).copied();
        let pass = match (listed, by_trailer) {
            (Some(_), _) => Some(Pass::Listed),
            (None, true) => Some(Pass::Trailer),
            (None, false) => None,
        };
        if let (Some(odd), None, Ok(revision)) = (odd, pass, &revision) {
            self.chain(case).record.remarks.push(Remark::Change(revision.clone(), odd));
        }
        let Some(pass) = pass else {
            self.note_effective(case)?;
            return self.arrive(self.names[case.name].0, case.commit);
        };
        self.pass(case, pass)?;
        if case.old.is_empty() {
            // If nothing else is found the commit that created the file counts, whatever it says.
            self.chain(case).created = Some(case.commit);
        }
        if let Some(old) = case.old.get(nearest).filter(|_| listed != Some(true))
            && let Some(doubt) = judge.doubt(case.file, &old.ids, &case.new)
            && let Ok(revision) = revision
        {
            self.chain(case).record.remarks.push(Remark::Doubt(revision, pass, doubt));
        }
        self.chain(case).is_forked |= case.old.len() > 1;
        case.old.iter().try_for_each(|old| self.go_on(case, old))
    }

    fn pass(&mut self, case: &Case<'_>, why: Pass) -> Result<(), Why> {
        self.note_effective(case)?;
        // A commit without a date can still be passed over; only it cannot be listed.
        if let Ok(revision) = self.walk.commits.message(case.commit)?.revision.clone() {
            self.chain(case).record.passed.push(Passed { revision, why });
        }
        Ok(())
    }

    /// The commit is the last one that changed the text.
    fn arrive(&mut self, chain: usize, commit: ObjectId) -> Result<(), Why> {
        let updated = self.walk.commits.message(commit)?.revision.clone();
        let at = self.walk.commits.get(commit)?;
        let (own, parents) = (at.seconds, at.parents.clone());
        let mut newest = None;
        for parent in parents {
            newest = newest.max(self.walk.commits.get(parent)?.seconds);
        }
        let record = &mut self.chains[chain].record;
        let id = commit.to_string();
        record.passed.retain(|passed| passed.revision.commit != id);
        record.updated = updated;
        record.follows = newest.filter(|before| own.is_some_and(|own| own + DAY < *before));
        self.finish(chain);
        Ok(())
    }

    /// The newest of the revisions that names a day has the word.
    fn note_effective(&mut self, case: &Case<'_>) -> Result<(), Why> {
        let message = self.walk.commits.message(case.commit)?;
        let (effective, revision) = (message.effective.clone(), message.revision.clone());
        match (effective, revision) {
            (Some(Ok(day)), _) => {
                let record = &mut self.chain(case).record;
                record.effective = record.effective.or(Some(day));
            }
            (Some(Err(written)), Ok(revision)) => {
                self.chain(case).record.remarks.push(Remark::Effective(revision, written));
            }
            _ => {}
        }
        Ok(())
    }
}

/// In seconds. Clocks of good machines differ by less.
const DAY: i64 = 24 * 60 * 60;
