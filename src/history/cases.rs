//! Judging revisions: what did each change for a reader?

use std::sync::Arc;

use gix::ObjectId;
use gix::hashtable::HashMap;
use rayon::prelude::*;

use super::chain::{Around, Chain};
use super::follow::Follow;
use super::git::{Texts, TextsHandle};
use super::lists;
use super::walk::Walk;
use super::{Change, Reader, Text, Why};
use crate::vocabulary::SourcePath;

/// A revision to be judged: the text after it, and the texts of its parents.
pub(super) struct Case<'c> {
    /// The number of the file under the name that it had.
    pub name: usize,
    pub file: &'c SourcePath,
    pub commit: ObjectId,
    pub path: Vec<u8>,
    pub new: Ids,
    /// The parents that have the file; none if the commit created it.
    pub old: Vec<Old>,
    /// Whether it is not known yet if one of the texts depends on the settings.
    pub asks_for_settings: bool,
    /// Whether the text after the revision was not read before.
    pub is_first: bool,
}

/// A text, and the settings that it depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ids {
    pub text: ObjectId,
    pub settings: Option<ObjectId>,
}

/// The text before a revision.
pub(super) struct Old {
    pub parent: ObjectId,
    pub path: Vec<u8>,
    pub ids: Ids,
}

/// The answer to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// What changed, and from which of the old texts; the number means nothing if there are none.
    Changed(Change, usize),
    /// The text depends on the settings, which was not known.
    UsesSettings,
    /// A text is not here; why it could not be fetched.
    Missing(String),
}

/// Judges revisions on the way.
pub(super) trait Judge {
    /// The answers to the cases of one commit.
    fn judge(&mut self, walk: &mut Walk<'_>, cases: &[Case<'_>]) -> Result<Vec<Verdict>, Why>;
    /// Why an editorial revision looks like more than that.
    fn doubt(&mut self, file: &SourcePath, old: &Ids, new: &Ids) -> Option<String>;
    /// The texts with these ids, or why they cannot be had.
    fn texts(&mut self, ids: &[ObjectId]) -> Result<Vec<Vec<u8>>, String>;
}

/// Judges by the texts. Those that a partial clone lacks are fetched for all files at once.
pub(super) struct ByText<'j, 'r> {
    texts: Texts<'r>,
    handle: TextsHandle,
    around: &'j Around<'j>,
    /// Every file and its path in the last commit.
    files: Vec<(&'j SourcePath, Vec<u8>)>,
    /// The texts to which the files have gone back: each will be wanted again.
    kept: HashMap<ObjectId, Arc<[u8]>>,
    kept_bytes: usize,
}

/// An answer, and the text to which the file goes back.
struct Judged {
    verdict: Result<Verdict, Absent>,
    before: Option<(ObjectId, Arc<[u8]>)>,
}

/// So many bytes of texts are kept.
const KEPT_AT_MOST: usize = 16 << 20;

/// A text that is not in the repository.
type Absent = ObjectId;

/// So many cases are worth more than one core.
const MANY: usize = 8;

impl<'j, 'r> ByText<'j, 'r> {
    pub(super) fn new(
        repository: &'r gix::Repository,
        around: &'j Around<'j>,
        files: Vec<(&'j SourcePath, Vec<u8>)>,
    ) -> Self {
        let texts = Texts::new(repository);
        let (kept, kept_bytes) = (HashMap::default(), 0);
        Self { handle: texts.handle(), texts, around, files, kept, kept_bytes }
    }

    fn all(&mut self, cases: &[Case<'_>]) -> Vec<Result<Verdict, Absent>> {
        let (reader, kept) = (self.around.reader, &self.kept);
        let judged: Vec<Judged> = if cases.len() < MANY {
            cases.iter().map(|case| judged(&self.handle, kept, case, reader)).collect()
        } else {
            let size = cases.len().div_ceil(4 * rayon::current_num_threads()).max(1);
            let parts: Vec<(&[Case<'_>], TextsHandle)> =
                cases.chunks(size).map(|part| (part, self.texts.handle())).collect();
            let judged = parts.into_par_iter().map(|(part, handle)| {
                part.iter().map(|case| judged(&handle, kept, case, reader)).collect::<Vec<Judged>>()
            });
            judged.collect::<Vec<_>>().into_iter().flatten().collect()
        };
        for case in cases {
            self.kept_bytes -= self.kept.remove(&case.new.text).map_or(0, |text| text.len());
        }
        let mut verdicts = Vec::new();
        for Judged { verdict, before } in judged {
            if let Some((id, text)) = before.filter(|(_, text)| self.kept_bytes + text.len() <= KEPT_AT_MOST) {
                self.kept_bytes += text.len();
                let twice = self.kept.insert(id, text);
                self.kept_bytes -= twice.map_or(0, |text| text.len());
            }
            verdicts.push(verdict);
        }
        verdicts
    }

    /// The texts that all files may need and that are not here.
    fn ahead(&self, walk: &mut Walk<'_>) -> Result<Vec<ObjectId>, Why> {
        let mut chains: Vec<Chain<'_>> = self.files.iter().map(|(file, path)| Chain::new(file, path.clone())).collect();
        // Each time much farther, so that few questions are enough for any history.
        let depth = AHEAD << (3 * self.texts.fetches());
        let mut collect = Collect { wanted: Vec::new(), depths: vec![depth; chains.len() + 1] };
        Follow::new(walk, self.around, &mut chains, None).run(&mut collect)?;
        if let Some(settings) = &self.around.settings {
            let file = (&SourcePath::new(""), settings.clone());
            let lists = lists::simplified(walk, self.around.head, &[file], usize::MAX)?;
            for listed in lists.into_iter().flatten().flatten() {
                collect.wanted.extend(walk.find(listed.commit, settings)?.map(|(_, id)| id));
            }
        }
        Ok(collect.wanted)
    }
}

impl Judge for ByText<'_, '_> {
    fn judge(&mut self, walk: &mut Walk<'_>, cases: &[Case<'_>]) -> Result<Vec<Verdict>, Why> {
        let mut answers = self.all(cases);
        if answers.iter().any(Result::is_err) {
            let mut wanted = self.ahead(walk)?;
            wanted.extend(cases.iter().flat_map(|case| {
                let ids = case.old.iter().map(|old| &old.ids).chain([&case.new]);
                ids.flat_map(|ids| std::iter::once(ids.text).chain(ids.settings)).collect::<Vec<_>>()
            }));
            let reason = self.texts.fetch(wanted).err();
            let again = self.all(cases);
            for (answer, again) in answers.iter_mut().zip(again).filter(|(answer, _)| answer.is_err()) {
                let reason = || reason.clone().unwrap_or_else(|| "the remote does not have it".to_owned());
                *answer = again.or_else(|_| Ok(Verdict::Missing(reason())));
            }
        }
        Ok(answers.into_iter().map(|answer| answer.unwrap_or_else(|_| Verdict::Missing(String::new()))).collect())
    }

    fn doubt(&mut self, file: &SourcePath, old: &Ids, new: &Ids) -> Option<String> {
        let read =
            |ids: &Ids| Some((self.handle.get(ids.text).ok()?, ids.settings.and_then(|id| self.handle.get(id).ok())));
        let (old, new) = (read(old)?, read(new)?);
        let old = Text { bytes: &old.0, settings: old.1.as_deref() };
        self.around.reader.doubt(file, old, Text { bytes: &new.0, settings: new.1.as_deref() })
    }

    fn texts(&mut self, ids: &[ObjectId]) -> Result<Vec<Vec<u8>>, String> {
        self.texts.fetch(ids.to_vec())?;
        let absent = |_| "the remote does not have it".to_owned();
        ids.iter().map(|id| self.handle.get(*id).map_err(absent)).collect()
    }
}

/// Reads texts, those that are kept without the repository.
struct Reading<'t> {
    handle: &'t TextsHandle,
    kept: &'t HashMap<ObjectId, Arc<[u8]>>,
}

impl Reading<'_> {
    fn get(&self, id: ObjectId) -> Result<Arc<[u8]>, Absent> {
        self.kept.get(&id).map_or_else(|| self.handle.get(id).map(Arc::from), |text| Ok(Arc::clone(text)))
    }
}

fn judged(handle: &TextsHandle, kept: &HashMap<ObjectId, Arc<[u8]>>, case: &Case<'_>, reader: &dyn Reader) -> Judged {
    let mut before = None;
    let verdict = verdict(&Reading { handle, kept }, case, reader, &mut before);
    Judged { verdict, before }
}

fn verdict(
    texts: &Reading<'_>,
    case: &Case<'_>,
    reader: &dyn Reader,
    before: &mut Option<(ObjectId, Arc<[u8]>)>,
) -> Result<Verdict, Absent> {
    let same = case.old.iter().position(|old| old.ids == case.new);
    let is_new = same.is_none() && !case.old.is_empty();
    let asks = case.asks_for_settings && case.is_first;
    if is_new || asks {
        let text = texts.get(case.new.text)?;
        if asks && reader.uses_settings(&text) {
            return Ok(Verdict::UsesSettings);
        }
        if is_new {
            let settings = case.new.settings.map(|id| texts.get(id)).transpose()?;
            return changed(texts, case, reader, Text { bytes: &text, settings: settings.as_deref() }, before);
        }
    }
    Ok(same.map_or(Verdict::Changed(Change::Text, 0), |at| Verdict::Changed(Change::Nothing, at)))
}

/// The least change from one of the parents, the first of them if several are alike.
fn changed(
    texts: &Reading<'_>,
    case: &Case<'_>,
    reader: &dyn Reader,
    new: Text<'_>,
    before: &mut Option<(ObjectId, Arc<[u8]>)>,
) -> Result<Verdict, Absent> {
    let mut least = (Change::Text, 0);
    for (n, old) in case.old.iter().enumerate() {
        let bytes = texts.get(old.ids.text)?;
        if case.asks_for_settings && reader.uses_settings(&bytes) {
            return Ok(Verdict::UsesSettings);
        }
        let settings = old.ids.settings.map(|id| texts.get(id)).transpose()?;
        let change = reader.compare(case.file, Text { bytes: &bytes, settings: settings.as_deref() }, new);
        if change < least.0 {
            least = (change, n);
            *before = Some((old.ids.text, bytes));
        }
    }
    Ok(Verdict::Changed(least.0, least.1))
}

/// Judges nothing, and collects the texts that would be needed for it.
struct Collect {
    wanted: Vec<ObjectId>,
    /// How many more revisions of each file are to be looked at.
    depths: Vec<usize>,
}

/// So many revisions of a file are looked at ahead: asking a remote costs more than receiving.
const AHEAD: usize = 16;

impl Judge for Collect {
    fn judge(&mut self, _: &mut Walk<'_>, cases: &[Case<'_>]) -> Result<Vec<Verdict>, Why> {
        let verdicts = cases.iter().map(|case| {
            self.wanted.push(case.new.text);
            self.wanted.extend(case.old.iter().flat_map(|old| std::iter::once(old.ids.text).chain(old.ids.settings)));
            if self.depths.len() <= case.name {
                self.depths.resize(case.name + 1, AHEAD);
            }
            let depth = &mut self.depths[case.name];
            *depth = depth.saturating_sub(1);
            let goes_on = *depth > 0;
            Verdict::Changed(if goes_on && !case.old.is_empty() { Change::Nothing } else { Change::Text }, 0)
        });
        Ok(verdicts.collect())
    }

    fn doubt(&mut self, _: &SourcePath, _: &Ids, _: &Ids) -> Option<String> {
        None
    }

    fn texts(&mut self, ids: &[ObjectId]) -> Result<Vec<Vec<u8>>, String> {
        self.wanted.extend(ids);
        Err("not looked at yet".to_owned())
    }
}
