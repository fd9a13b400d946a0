//! Cells in words: the state of a text, its dates, its findings.

use serde::Serialize;

use super::address::{Place, View};
use super::state::{Cell, Counts, Mark};
use super::words::Voice;
use crate::site::Site;

/// What templates are given of a cell.
#[derive(Debug, Serialize)]
pub(super) struct CellContext {
    /// The page of the text.
    pub url: String,
    /// The states, the most pressing first.
    pub marks: Vec<MarkContext>,
    /// Each a short line with a date.
    pub dates: Vec<String>,
    /// How many findings there are, if any.
    pub findings: Option<String>,
    /// What the link is about beside the state: for those who hear links one by one.
    pub about: String,
    /// The language: its tag, its name in itself, its direction.
    pub tag: String,
    pub language: String,
    pub dir: &'static str,
    /// The title of the document, its language, its page.
    pub title: String,
    pub title_lang: Option<String>,
    pub document_url: String,
    /// Its name.
    pub document: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct MarkContext {
    pub class: &'static str,
    pub text: String,
}

impl MarkContext {
    pub(super) fn of(mark: Mark, voice: &Voice) -> Self {
        Self { class: mark.as_str(), text: voice.strings.get(&format!("desk-state-{}", mark.as_str())) }
    }
}

/// A cell in words.
pub(super) fn context(cell: &Cell<'_>, site: &Site, voice: &Voice) -> CellContext {
    let (title, title_locale) = super::state::title(site, cell.document);
    let language = site.languages.get(cell.locale).map_or(cell.locale.tag(), |language| &language.name).to_owned();
    let id = &cell.document.id;
    CellContext {
        url: Place::Text(View::State, cell.locale.clone(), id.clone()).address(voice.tongue),
        marks: cell.marks.iter().map(|mark| MarkContext::of(*mark, voice)).collect(),
        dates: dates(cell, voice),
        findings: counted(cell.counts, voice),
        about: format!("{title}, {language}"),
        tag: cell.locale.tag().to_owned(),
        language,
        dir: cell.locale.direction().as_str(),
        title_lang: title_locale.map(|locale| locale.tag().to_owned()),
        title,
        document_url: Place::Document(id.clone()).address(voice.tongue),
        document: id.as_str().to_owned(),
    }
}

fn dates(cell: &Cell<'_>, voice: &Voice) -> Vec<String> {
    let strings = &voice.strings;
    let dated = |key: &str, day| strings.with(key, &[("date", strings.date(day).into())]);
    let updated = cell.working.and_then(crate::site::Translation::updated);
    let effective = cell.working.and_then(|text| text.effective).filter(|day| Some(*day) != updated);
    let in_force = cell.in_force.map(|version| dated("desk-cell-in-force", version.id.day()));
    let coming = cell.coming.map(|version| dated("desk-cell-coming", version.day()));
    let applies = effective.filter(|_| in_force.is_none() && coming.is_none());
    let lines = [
        coming,
        in_force,
        applies.map(|day| dated("desk-cell-effective", day)),
        updated.map(|day| dated("desk-cell-updated", day)),
    ];
    lines.into_iter().flatten().collect()
}

/// "2 errors, 1 warning", or nothing.
pub(super) fn counted(counts: Counts, voice: &Voice) -> Option<String> {
    let of = |key: &str, count: usize| (count > 0).then(|| voice.strings.with(key, &[("count", count.into())]));
    let parts =
        [of("desk-errors", counts.errors), of("desk-warnings", counts.warnings), of("desk-notes", counts.notes)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// So many languages are named where many are in one state.
const NAMED: usize = 12;

/// The languages of a document that are in one state.
#[derive(Debug, Serialize)]
pub(super) struct GroupContext {
    pub mark: MarkContext,
    pub count: usize,
    pub languages: Vec<GroupedContext>,
    /// How many more there are.
    pub more: Option<String>,
    /// The page that lists them all.
    pub more_url: String,
    pub title: String,
}

#[derive(Debug, Serialize)]
pub(super) struct GroupedContext {
    pub tag: String,
    pub url: String,
    /// What the link is about, for those who hear links one by one.
    pub about: String,
}

/// The cells of a document by their most pressing state.
pub(super) fn groups(cells: &[Cell<'_>], site: &Site, voice: &Voice) -> Vec<GroupContext> {
    let of = |mark: Mark| {
        let own: Vec<&Cell<'_>> = cells.iter().filter(|cell| cell.marks.first() == Some(&mark)).collect();
        let first = own.first()?;
        let title = super::state::title(site, first.document).0;
        let language = |cell: &&Cell<'_>| GroupedContext {
            tag: cell.locale.tag().to_owned(),
            url: Place::Text(View::State, cell.locale.clone(), cell.document.id.clone()).address(voice.tongue),
            about: title.clone(),
        };
        let more = own.len().saturating_sub(NAMED);
        Some(GroupContext {
            mark: MarkContext::of(mark, voice),
            count: own.len(),
            languages: own.iter().take(NAMED).map(language).collect(),
            more: (more > 0).then(|| voice.strings.with("desk-more-languages", &[("count", more.into())])),
            more_url: Place::Document(first.document.id.clone()).address(voice.tongue),
            title: title.clone(),
        })
    };
    Mark::ALL.into_iter().filter_map(of).collect()
}
