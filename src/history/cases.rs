//! Judging revisions: what did each change for a reader?

use gix::ObjectId;
use rayon::prelude::*;

use super::git::{Texts, TextsHandle};
use super::walk::{Step, Walk};
use super::{Change, Reader, Text, Why};
use crate::vocabulary::SourcePath;

/// A revision to be judged: the text after it, and the texts of its parents.
pub(super) struct Case<'c> {
    /// The number of the chain.
    pub chain: usize,
    pub file: &'c SourcePath,
    pub commit: ObjectId,
    pub path: Vec<u8>,
    pub new: Ids,
    /// The parents that have the file; none if the commit created it.
    pub old: Vec<Old>,
    /// Whether it is not known yet if the text depends on the settings.
    pub asks_for_settings: bool,
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

/// A text that is not in the repository.
type Absent = ObjectId;

/// So many revisions are looked at ahead where texts must be fetched: asking costs more than
/// receiving.
const AHEAD: usize = 16;

/// Judges all cases, on all cores. Texts that a partial clone lacks are fetched for all at once.
pub(super) fn judge(
    walk: &mut Walk<'_>,
    texts: &mut Texts<'_>,
    cases: &[Case<'_>],
    reader: &dyn Reader,
) -> Result<Vec<Verdict>, Why> {
    let mut answers = all(texts, cases, reader);
    if answers.iter().any(Result::is_err) {
        let wanted = ahead(walk, texts, cases, &answers)?;
        let reason = texts.fetch(&wanted).err();
        let again = all(texts, cases, reader);
        for (answer, again) in answers.iter_mut().zip(again).filter(|(answer, _)| answer.is_err()) {
            let reason = || reason.clone().unwrap_or_else(|| "the remote does not have it".to_owned());
            *answer = again.or_else(|_| Ok(Verdict::Missing(reason())));
        }
    }
    Ok(answers.into_iter().map(|answer| answer.unwrap_or_else(|_| Verdict::Missing(String::new()))).collect())
}

fn all(texts: &Texts<'_>, cases: &[Case<'_>], reader: &dyn Reader) -> Vec<Result<Verdict, Absent>> {
    let size = cases.len().div_ceil(4 * rayon::current_num_threads()).max(1);
    let parts: Vec<(&[Case<'_>], TextsHandle)> = cases.chunks(size).map(|part| (part, texts.handle())).collect();
    let judged = parts.into_par_iter().map(|(part, handle)| {
        part.iter().map(|case| verdict(&handle, case, reader)).collect::<Vec<Result<Verdict, Absent>>>()
    });
    judged.collect::<Vec<_>>().into_iter().flatten().collect()
}

fn verdict(texts: &TextsHandle, case: &Case<'_>, reader: &dyn Reader) -> Result<Verdict, Absent> {
    let same = case.old.iter().position(|old| old.ids == case.new);
    if same.is_none() || case.asks_for_settings {
        let text = texts.get(case.new.text)?;
        if case.asks_for_settings && reader.uses_settings(&text) {
            return Ok(Verdict::UsesSettings);
        }
        if same.is_none() {
            let settings = case.new.settings.map(|id| texts.get(id)).transpose()?;
            return changed(texts, case, reader, Text { bytes: &text, settings: settings.as_deref() });
        }
    }
    Ok(Verdict::Changed(Change::Nothing, same.unwrap_or(0)))
}

/// The least change from one of the parents, the first of them if several are alike.
fn changed(texts: &TextsHandle, case: &Case<'_>, reader: &dyn Reader, new: Text<'_>) -> Result<Verdict, Absent> {
    let mut least = (Change::Text, 0);
    for (n, old) in case.old.iter().enumerate() {
        let bytes = texts.get(old.ids.text)?;
        let settings = old.ids.settings.map(|id| texts.get(id)).transpose()?;
        let change = reader.compare(case.file, Text { bytes: &bytes, settings: settings.as_deref() }, new);
        if change < least.0 {
            least = (change, n);
        }
    }
    Ok(Verdict::Changed(least.0, least.1))
}

/// The texts that are not here, of these revisions and of those before them.
fn ahead(
    walk: &mut Walk<'_>,
    texts: &Texts<'_>,
    cases: &[Case<'_>],
    answers: &[Result<Verdict, Absent>],
) -> Result<Vec<ObjectId>, Why> {
    let mut wanted: Vec<ObjectId> = answers.iter().filter_map(|answer| answer.as_ref().err().copied()).collect();
    let asking = || cases.iter().zip(answers).filter(|(_, answer)| answer.is_err()).map(|(case, _)| case);
    wanted.extend(asking().flat_map(|case| case.old.iter().map(|old| old.ids.text)));
    let first = |case: &Case<'_>| case.old.first().map(|old| Step { path: old.path.clone(), start: old.parent });
    let mut steps: Vec<Step> = asking().filter_map(first).collect();
    for _ in 0..AHEAD {
        let commits = walk.nearest(&steps, None)?;
        let mut next = Vec::new();
        for (step, commit) in steps.into_iter().zip(commits) {
            let Some(parent) = walk.commits.get(commit)?.parents.first().copied() else { continue };
            if let Some((_, id)) = walk.find(parent, &step.path)? {
                wanted.push(id);
                next.push(Step { path: step.path, start: parent });
            }
        }
        steps = next;
        if steps.is_empty() {
            break;
        }
    }
    wanted.sort_unstable();
    wanted.dedup();
    wanted.retain(|id| !texts.has(*id));
    Ok(wanted)
}
