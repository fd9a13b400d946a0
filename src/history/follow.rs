//! Following each file back to the last revision that changed its text, all in one walk.
//!
//! At a commit that changed files their texts are compared with those of the parents. A file whose
//! text stayed the same goes on to the parent that has it; past an editorial commit it goes on to
//! all parents, and the newest revision is next, as in `git log`.

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
        Self { walk, around, chains, memory, names, names_of, folder, queue, with_settings, done, left }
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
        for chain in self.chains.iter_mut().filter(|chain| !chain.is_done) {
            chain.end(&Why::Unreadable("history has no beginning".to_owned()));
        }
        Ok(())
    }

    /// Takes out of the set the files whose history from here on is remembered.
    fn recall(&mut self, active: &mut Set, memory: &Memory) -> Result<(), Why> {
        let (mut again, mut gone) = (Set::default(), Set::default());
        let names: Vec<usize> = active.iter().collect();
        for name in names {
            let (at, path) = &self.names[name];
            let chain = &mut self.chains[*at];
            let Some(known) = memory.files.get(path).filter(|_| !chain.is_forked) else { continue };
            let said = || self.around.reader.formerly(chain.file);
            if known.formerly.as_ref().is_some_and(|before| *before != said()) {
                continue;
            }
            let has_settings = self.around.settings.is_some();
            match (chain.settings, known.settings) {
                // The settings may have changed since then: from the last commit again.
                (None, Some(true)) if has_settings && memory.head != self.around.head => {
                    if !chain.is_touched {
                        chain.record.touched = known.record.touched.clone();
                        chain.is_touched = true;
                    }
                    chain.settings = Some(true);
                    self.with_settings.insert(name);
                    again.insert(name);
                }
                // Then there were no settings, or now there are none.
                (None, None) if has_settings => continue,
                (None, Some(true)) if !has_settings => continue,
                (Some(now), then) if now != (then == Some(true)) => continue,
                _ => {
                    chain.recall(known);
                    let at = *at;
                    self.finish(at);
                }
            }
            gone.insert(name);
        }
        active.remove(&gone);
        self.queue.push(self.walk, self.around.head, &again)
    }

    /// The commit is a revision of these files.
    fn visit(&mut self, commit: ObjectId, files: &Set, judge: &mut dyn Judge) -> Result<(), Why> {
        let mut cases = Vec::new();
        for name in files.iter() {
            let (chain, path) = self.names[name].clone();
            if self.chains[chain].is_done {
                continue;
            }
            if self.walk.commits.is_boundary(&commit) {
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
            if self.chain(&case).is_done {
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
        let asks_for_settings = chain.settings.is_none() && self.around.settings.is_some();
        let Some(new) = self.ids(commit, &path, with_settings)? else {
            return Ok(Err(Why::Unreadable(format!("commit {commit} does not have the file"))));
        };
        let parents = self.walk.commits.get(commit)?.parents.clone();
        let mut old = Vec::new();
        for parent in &parents {
            let found = self.ids(*parent, &path, with_settings)?;
            old.extend(found.map(|ids| Old { parent: *parent, path: path.clone(), ids }));
        }
        if old.is_empty() {
            let prefix = self.around.prefix;
            let said = self.around.reader.formerly(file);
            self.chains[self.names[name].0].formerly = Some(said.clone());
            let said = said.map(|paths| paths.iter().map(|path| format!("{prefix}{path}").into_bytes()).collect());
            let created = rename::Created { commit, path: &path, id: new.text, said: said.as_ref() };
            for parent in parents {
                match rename::origin(self.walk, judge, &created, parent)? {
                    Ok(None) => {}
                    Ok(Some(former)) => {
                        let found = self.ids(parent, &former, with_settings)?;
                        old.extend(found.map(|ids| Old { parent, path: former, ids }));
                    }
                    Err(reason) => return Ok(Err(Why::NoText { commit: commit.to_string(), reason })),
                }
            }
        }
        let said = self.chains[self.names[name].0].formerly.clone().flatten().unwrap_or_default();
        if let (true, false, Ok(revision)) =
            (old.is_empty(), said.is_empty(), self.walk.commits.message(commit)?.revision.clone())
        {
            let said = said.iter().map(ToString::to_string).collect();
            self.chains[self.names[name].0].record.remarks.push(Remark::Formerly(revision, said));
        }
        Ok(Ok(Case { name, file, commit, path, new, old, asks_for_settings }))
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
            self.chain(case).settings = Some(matches!(verdict, Verdict::UsesSettings));
        }
        match verdict {
            Verdict::UsesSettings => {
                // From the last commit again, and this time changes of the settings count.
                self.with_settings.insert(case.name);
                self.queue.push(self.walk, self.around.head, &[case.name].into_iter().collect())
            }
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
                    self.pass(case, if change == Change::Nothing { Pass::Nothing } else { Pass::Formatting })?;
                }
                self.go_on(case, old)
            }
        }
    }

    fn go_on(&mut self, case: &Case<'_>, old: &Old) -> Result<(), Why> {
        let chain = self.names[case.name].0;
        let known = self.names_of[chain].iter().copied().find(|name| self.names[*name].1 == old.path);
        let name = known.unwrap_or_else(|| {
            let name = self.names.len();
            self.folder.insert(&old.path, name);
            self.names.push((chain, old.path.clone()));
            self.names_of[chain].push(name);
            name
        });
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
        // The commit that created the file counts, whatever it says.
        let Some(pass) = pass.filter(|_| !case.old.is_empty()) else { return self.arrive(case) };
        self.pass(case, pass)?;
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

    fn arrive(&mut self, case: &Case<'_>) -> Result<(), Why> {
        self.note_effective(case)?;
        let updated = self.walk.commits.message(case.commit)?.revision.clone();
        let at = self.walk.commits.get(case.commit)?;
        let (own, parents) = (at.seconds, at.parents.clone());
        let mut newest = None;
        for parent in parents {
            newest = newest.max(self.walk.commits.get(parent)?.seconds);
        }
        let record = &mut self.chain(case).record;
        record.updated = updated;
        record.follows = newest.filter(|before| own.is_some_and(|own| own + DAY < *before));
        self.finish(self.names[case.name].0);
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
