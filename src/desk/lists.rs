//! The texts in one state, and the documents in one language.

use serde::Serialize;

use super::address::Place;
use super::cells::{CellContext, GroupContext, MarkContext, context, counted, groups};
use super::look::Link;
use super::state::{Cell, Mark, Survey};
use super::words::Voice;
use crate::vocabulary::Locale;

/// So many texts have a row each; of more, those of a document stand together.
const ROWS: usize = 300;

/// What `list.html` is given.
#[derive(Debug, Serialize)]
pub(super) struct ListContext {
    /// What the list is, in a sentence.
    intro: String,
    /// The other lists.
    others: Vec<Link>,
    /// Names the other lists.
    others_label: String,
    caption: String,
    /// Whether the language is a column, or the same in every row.
    has_languages: bool,
    /// Whether the document is.
    has_documents: bool,
    rows: Vec<CellContext>,
    /// Where there are too many texts for a row each: the documents.
    documents: Vec<DocumentRow>,
}

#[derive(Debug, Serialize)]
struct DocumentRow {
    title: String,
    lang: Option<String>,
    name: String,
    url: String,
    groups: Vec<GroupContext>,
}

/// The texts in a state.
pub(super) fn in_state(survey: &Survey<'_>, mark: Mark, voice: &Voice) -> ListContext {
    let site = survey.site;
    let mut found: Vec<Cell<'_>> = Vec::new();
    let mut seen = Vec::new();
    for document in site.documents.values() {
        for cell in survey.cells(document) {
            seen.extend(cell.marks.iter().copied());
            if cell.marks.contains(&mark) {
                found.push(cell);
            }
        }
    }
    let count = found.len();
    let mut documents = Vec::new();
    if count > ROWS {
        for mut cells in chunked(std::mem::take(&mut found)) {
            // The state that is asked for, whatever else holds.
            for cell in &mut cells {
                cell.marks = vec![mark];
            }
            let Some(first) = cells.first() else { continue };
            let (title, locale) = super::state::title(site, first.document);
            documents.push(DocumentRow {
                title,
                lang: locale.map(|locale| locale.tag().to_owned()),
                name: first.document.id.as_str().to_owned(),
                url: Place::Document(first.document.id.clone()).address(voice.tongue),
                groups: groups(&cells, site, voice),
            });
        }
    }
    let others = Mark::ALL.into_iter().filter(|other| *other == mark || seen.contains(other));
    let link = |other: Mark| Link {
        current: other == mark,
        ..Link::new(MarkContext::of(other, voice).text, Place::State(other).address(voice.tongue))
    };
    ListContext {
        intro: voice.strings.get(&format!("desk-about-{}", mark.as_str())),
        others: others.map(link).collect(),
        others_label: voice.strings.get("desk-states"),
        caption: voice.strings.with("desk-texts", &[("count", count.into())]),
        has_languages: true,
        has_documents: true,
        rows: found.iter().map(|cell| context(cell, site, voice)).collect(),
        documents,
    }
}

fn chunked(cells: Vec<Cell<'_>>) -> Vec<Vec<Cell<'_>>> {
    let mut chunks: Vec<Vec<Cell<'_>>> = Vec::new();
    for cell in cells {
        match chunks.last_mut().filter(|last| last.first().is_some_and(|first| first.document.id == cell.document.id)) {
            Some(last) => last.push(cell),
            None => chunks.push(vec![cell]),
        }
    }
    chunks
}

/// The documents in a language.
pub(super) fn in_language(survey: &Survey<'_>, locale: &Locale, voice: &Voice) -> ListContext {
    let site = survey.site;
    let mut cells: Vec<Cell<'_>> = site.documents.keys().filter_map(|id| survey.cell(id, locale)).collect();
    // What is to be done stands above what is done.
    cells.sort_by_key(|cell| cell.marks.first().copied());
    let mut counts = super::state::Counts::default();
    for cell in &cells {
        counts.errors += cell.counts.errors;
        counts.warnings += cell.counts.warnings;
        counts.notes += cell.counts.notes;
    }
    let link = |other: &Locale| {
        let name = site.languages.get(other).map_or(other.tag(), |language| &language.name);
        let link = Link::new(name, Place::Language(other.clone()).address(voice.tongue));
        Link { current: other == locale, ..link.in_language(other.tag()) }
    };
    let found = counted(counts, voice).unwrap_or_else(|| voice.strings.get("desk-no-findings"));
    ListContext {
        intro: voice.strings.with("desk-language-intro", &[("count", cells.len().into()), ("findings", found.into())]),
        others: survey.locales().map(link).collect(),
        others_label: voice.strings.get("desk-languages"),
        caption: voice.strings.with("desk-documents", &[("count", cells.len().into())]),
        has_languages: false,
        has_documents: true,
        rows: cells.iter().map(|cell| context(cell, site, voice)).collect(),
        documents: Vec::new(),
    }
}
