//! Following each file back to the last revision that changed its text.
//!
//! All files go back in step: one walk finds the next revision of each, then the texts of all are
//! compared on all cores, then those that stayed the same go on. Where a commit with several
//! parents left a text as one of them has it, the file goes on to that parent; past an editorial
//! merge it goes on to all of them, and the newest revision is next, as in `git log`.

use gix::ObjectId;
use gix::hashtable::HashSet;

use super::cases::{Case, Ids, Old, Verdict, judge};
use super::git::Texts;
use super::tree::Kind;
use super::walk::{Step, Walk};
use super::{Change, Pass, Passed, Reader, Record, Why, findings, rename};
use crate::diagnostic::Diagnostic;
use crate::vocabulary::SourcePath;

/// What all files of a repository share.
pub(super) struct Around<'a> {
    /// Before the path of a file of the site comes this, in the repository.
    pub prefix: &'a str,
    /// The settings file, if the last commit has it.
    pub settings: Option<Vec<u8>>,
    /// The commits that lists name.
    pub ignored: &'a HashSet<ObjectId>,
    pub reader: &'a dyn Reader,
}

/// A file on its way back.
pub(super) struct Chain<'a> {
    pub file: &'a SourcePath,
    pub record: Record,
    /// Its path in the last commit, and that commit.
    pub path: Vec<u8>,
    pub head: ObjectId,
    /// Where its next revision is to be looked for.
    open: Vec<Step>,
    /// Revisions that were found and not yet looked at: path and commit.
    found: Vec<(Vec<u8>, ObjectId)>,
    /// Whether its text depends on the settings; unknown before it was read.
    settings: Option<bool>,
    is_touched: bool,
    is_done: bool,
}

impl<'a> Chain<'a> {
    /// A file whose text stands at a path of the last commit.
    pub(super) fn new(file: &'a SourcePath, path: Vec<u8>, head: ObjectId) -> Self {
        let record = Record::unknown(&Why::NotCommitted { staged: false });
        let open = vec![Step { path: path.clone(), start: head }];
        Self { file, record, path, head, open, found: Vec::new(), settings: None, is_touched: false, is_done: false }
    }

    /// Whether its text depends on the settings.
    pub(super) fn uses_settings(&self) -> bool {
        self.settings == Some(true)
    }

    fn end(&mut self, why: &Why) {
        if !self.is_touched {
            self.record.touched = Err(why.clone());
        }
        self.record.updated = Err(why.clone());
        self.is_done = true;
    }
}

/// Brings every chain to its end.
pub(super) fn follow(
    walk: &mut Walk<'_>,
    texts: &mut Texts<'_>,
    chains: &mut [Chain<'_>],
    around: &Around<'_>,
    sink: &mut Vec<Diagnostic>,
) -> Result<(), Why> {
    loop {
        step(walk, chains, around)?;
        let cases = next_cases(walk, texts, chains, around)?;
        if cases.is_empty() {
            return Ok(());
        }
        let verdicts = judge(walk, texts, &cases, around.reader)?;
        for (case, verdict) in cases.into_iter().zip(verdicts) {
            let chain = &mut chains[case.chain];
            let mut decision = Decision { walk, texts, around, sink };
            decision.decide(chain, &case, verdict)?;
        }
    }
}

/// Finds the next revision from every open step.
fn step(walk: &mut Walk<'_>, chains: &mut [Chain<'_>], around: &Around<'_>) -> Result<(), Why> {
    for with_settings in [false, true] {
        let settings = around.settings.as_deref().filter(|_| with_settings);
        let mut going: Vec<&mut Chain<'_>> =
            chains.iter_mut().filter(|chain| !chain.is_done && chain.uses_settings() == with_settings).collect();
        let steps: Vec<Step> = going.iter().flat_map(|chain| chain.open.iter().cloned()).collect();
        if steps.is_empty() {
            continue;
        }
        let mut commits = walk.nearest(&steps, settings)?.into_iter();
        for chain in &mut going {
            for (step, commit) in chain.open.drain(..).zip(&mut commits) {
                let revision = (step.path, commit);
                if !chain.found.contains(&revision) {
                    chain.found.push(revision);
                }
            }
        }
    }
    Ok(())
}

/// Of every chain that is not done, its newest revision.
fn next_cases<'a>(
    walk: &mut Walk<'_>,
    texts: &mut Texts<'_>,
    chains: &mut [Chain<'a>],
    around: &Around<'_>,
) -> Result<Vec<Case<'a>>, Why> {
    let mut cases = Vec::new();
    for (n, chain) in chains.iter_mut().enumerate().filter(|(_, chain)| !chain.is_done) {
        let mut newest: Option<(Option<i64>, usize)> = None;
        for (at, (_, commit)) in chain.found.iter().enumerate() {
            let seconds = walk.commits.get(*commit)?.seconds;
            if newest.is_none_or(|(best, _)| seconds > best) {
                newest = Some((seconds, at));
            }
        }
        let Some((_, at)) = newest else {
            chain.end(&Why::Unreadable("history has no beginning".to_owned()));
            continue;
        };
        let (path, commit) = chain.found.remove(at);
        if walk.commits.is_boundary(&commit) {
            chain.end(&Why::Boundary(commit.to_string()));
            continue;
        }
        if !chain.is_touched {
            chain.record.touched = walk.commits.message(commit)?.revision.clone();
            chain.is_touched = true;
        }
        match case(walk, texts, chain, n, path, commit, around)? {
            Ok(case) => cases.push(case),
            Err(why) => chain.end(&why),
        }
    }
    Ok(cases)
}

/// The texts that a revision has to do with; the inner error concerns this file alone.
fn case<'a>(
    walk: &mut Walk<'_>,
    texts: &mut Texts<'_>,
    chain: &Chain<'a>,
    number: usize,
    path: Vec<u8>,
    commit: ObjectId,
    around: &Around<'_>,
) -> Result<Result<Case<'a>, Why>, Why> {
    let settings = around.settings.as_deref().filter(|_| chain.uses_settings());
    let Some(new) = ids(walk, commit, &path, settings)? else {
        return Ok(Err(Why::Unreadable(format!("commit {commit} does not have the file"))));
    };
    let parents = walk.commits.get(commit)?.parents.clone();
    let mut old = Vec::new();
    for parent in &parents {
        let found = ids(walk, *parent, &path, settings)?;
        old.extend(found.map(|ids| Old { parent: *parent, path: path.clone(), ids }));
    }
    if old.is_empty() {
        let said = around.reader.formerly(chain.file);
        let said = said.map(|paths| paths.iter().map(|path| format!("{}{path}", around.prefix).into_bytes()).collect());
        for parent in parents {
            match rename::origin(walk, texts, commit, &path, new.text, parent, said.as_ref())? {
                Ok(None) => {}
                Ok(Some(former)) => {
                    let found = ids(walk, parent, &former, settings)?;
                    old.extend(found.map(|ids| Old { parent, path: former, ids }));
                }
                Err(reason) => return Ok(Err(Why::NoText { commit: commit.to_string(), reason })),
            }
        }
    }
    let asks_for_settings = chain.settings.is_none() && around.settings.is_some();
    Ok(Ok(Case { chain: number, file: chain.file, commit, path, new, old, asks_for_settings }))
}

fn ids(walk: &mut Walk<'_>, commit: ObjectId, path: &[u8], settings: Option<&[u8]>) -> Result<Option<Ids>, Why> {
    let is_text = |found: Option<(Kind, ObjectId)>| found.filter(|(kind, _)| *kind != Kind::Module).map(|(_, id)| id);
    let Some(text) = is_text(walk.find(commit, path)?) else { return Ok(None) };
    let settings = match settings {
        Some(settings) => is_text(walk.find(commit, settings)?),
        None => None,
    };
    Ok(Some(Ids { text, settings }))
}

/// What becomes of a chain, given what its revision changed.
struct Decision<'d, 'w, 't> {
    walk: &'d mut Walk<'w>,
    texts: &'d Texts<'t>,
    around: &'d Around<'d>,
    sink: &'d mut Vec<Diagnostic>,
}

impl Decision<'_, '_, '_> {
    fn decide(&mut self, chain: &mut Chain<'_>, case: &Case<'_>, verdict: Verdict) -> Result<(), Why> {
        if case.asks_for_settings {
            chain.settings = Some(matches!(verdict, Verdict::UsesSettings));
        }
        match verdict {
            Verdict::UsesSettings => {
                // From the last commit again, and this time changes of the settings count.
                chain.found.clear();
                chain.open = vec![Step { path: chain.path.clone(), start: chain.head }];
                Ok(())
            }
            Verdict::Missing(reason) => {
                chain.end(&Why::NoText { commit: case.commit.to_string(), reason });
                Ok(())
            }
            Verdict::Changed(Change::Text, nearest) => self.text_changed(chain, case, nearest),
            Verdict::Changed(change, nearest) => {
                let old = &case.old[nearest];
                let settings_only =
                    old.ids.text == case.new.text && old.path == case.path && old.ids.settings != case.new.settings;
                if !settings_only {
                    self.pass(chain, case, if change == Change::Nothing { Pass::Nothing } else { Pass::Formatting })?;
                }
                chain.open.push(Step { path: old.path.clone(), start: old.parent });
                Ok(())
            }
        }
    }

    fn text_changed(&mut self, chain: &mut Chain<'_>, case: &Case<'_>, nearest: usize) -> Result<(), Why> {
        let message = self.walk.commits.message(case.commit)?;
        let by_trailer = message.change.as_ref().is_some_and(|change| change.eq_ignore_ascii_case("editorial"));
        let odd = message.change.as_ref().filter(|change| !by_trailer && !change.eq_ignore_ascii_case("material"));
        if let (Some(odd), Ok(revision)) = (odd, &message.revision) {
            self.sink.push(findings::change_unknown(chain.file, revision, odd));
        }
        let pass = match (self.around.ignored.contains(&case.commit), by_trailer) {
            (true, _) => Some(Pass::Listed),
            (false, true) => Some(Pass::Trailer),
            (false, false) => None,
        };
        // The commit that created the file counts whatever it says, if nothing else is left.
        let is_last = case.old.is_empty() && chain.found.is_empty();
        let Some(pass) = pass.filter(|_| !is_last) else { return self.arrive(chain, case.commit) };
        self.pass(chain, case, pass)?;
        if let Some(old) = case.old.get(nearest) {
            let doubt = self.texts.both(&old.ids, &case.new, |old, new| self.around.reader.doubt(chain.file, old, new));
            if let (Some(Some(doubt)), Ok(revision)) = (doubt, &self.walk.commits.message(case.commit)?.revision) {
                self.sink.push(findings::more_than_editorial(chain.file, revision, pass, &doubt));
            }
        }
        chain.open.extend(case.old.iter().map(|old| Step { path: old.path.clone(), start: old.parent }));
        Ok(())
    }

    fn pass(&mut self, chain: &mut Chain<'_>, case: &Case<'_>, why: Pass) -> Result<(), Why> {
        self.note_effective(chain, case.commit)?;
        // A commit without a date can still be passed over; only it cannot be listed.
        if let Ok(revision) = self.walk.commits.message(case.commit)?.revision.clone() {
            chain.record.passed.push(Passed { revision, why });
        }
        Ok(())
    }

    fn arrive(&mut self, chain: &mut Chain<'_>, commit: ObjectId) -> Result<(), Why> {
        self.note_effective(chain, commit)?;
        chain.record.updated = self.walk.commits.message(commit)?.revision.clone();
        let at = self.walk.commits.get(commit)?;
        let (own, parents) = (at.seconds, at.parents.clone());
        let mut newest = None;
        for parent in parents {
            newest = newest.max(self.walk.commits.get(parent)?.seconds);
        }
        chain.record.follows = newest.filter(|before| own.is_some_and(|own| own + DAY < *before));
        chain.is_done = true;
        Ok(())
    }

    /// The newest of the revisions that names a day has the word.
    fn note_effective(&mut self, chain: &mut Chain<'_>, commit: ObjectId) -> Result<(), Why> {
        let message = self.walk.commits.message(commit)?;
        match (&message.effective, &message.revision) {
            (Some(Ok(day)), _) => chain.record.effective = chain.record.effective.or(Some(*day)),
            (Some(Err(written)), Ok(revision)) => {
                self.sink.push(findings::effective_malformed(chain.file, revision, written));
            }
            _ => {}
        }
        Ok(())
    }
}

/// In seconds. Clocks of good machines differ by less.
const DAY: i64 = 24 * 60 * 60;
