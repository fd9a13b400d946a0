//! The first page: what needs doing, and a row per document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::Place;
use super::cells::{CellContext, GroupContext, context, groups};
use super::look::Link;
use super::state::{Cell, Counts, Mark, Survey, title};
use super::words::Voice;
use crate::vocabulary::{DocumentId, VersionId};

/// So many languages have a column each; of more, those in one state stand together.
const COLUMNS: usize = 6;

/// So many changes that lie ahead are told on the first page.
const AHEAD: usize = 5;

/// What `board.html` is given.
#[derive(Debug, Serialize)]
pub(super) struct BoardContext {
    /// The day of the site, in a sentence.
    day: String,
    /// What needs doing, the most pressing first.
    tasks: Vec<TaskContext>,
    /// What comes by itself.
    ahead: Vec<Link>,
    ahead_more: Option<Link>,
    /// The states in which texts are, with their numbers.
    states: Vec<Link>,
    /// The languages, with what is to be done in each.
    languages: Vec<LanguageContext>,
    /// Whether every language has a column.
    is_matrix: bool,
    rows: Vec<RowContext>,
    caption: String,
    /// Says that nothing was archived yet, where that is so.
    never_archived: Option<String>,
}

#[derive(Debug, Serialize)]
struct TaskContext {
    class: &'static str,
    link: Link,
}

#[derive(Debug, Serialize)]
struct LanguageContext {
    tag: String,
    name: String,
    dir: &'static str,
    url: String,
    /// What is not done, in words.
    open: Option<String>,
}

#[derive(Debug, Serialize)]
struct RowContext {
    title: String,
    lang: Option<String>,
    name: String,
    url: String,
    cells: Vec<CellContext>,
    /// The original, where the languages have no column each.
    original: Option<CellContext>,
    groups: Vec<GroupContext>,
}

/// Everything that is counted on the way.
#[derive(Default)]
struct Counted {
    marks: BTreeMap<Mark, usize>,
    languages: BTreeMap<String, usize>,
    ahead: Vec<(VersionId, DocumentId, String)>,
}

impl Counted {
    fn add(&mut self, cell: &Cell<'_>) {
        for mark in &cell.marks {
            *self.marks.entry(*mark).or_default() += 1;
        }
        let is_open = cell.marks.first().is_some_and(|mark| *mark <= Mark::Missing);
        *self.languages.entry(cell.locale.tag().to_owned()).or_default() += usize::from(is_open);
    }

    fn of(&self, mark: Mark) -> usize {
        self.marks.get(&mark).copied().unwrap_or(0)
    }
}

/// The first page. `counts` are those of all findings.
pub(super) fn board(survey: &Survey<'_>, counts: Counts, voice: &Voice) -> BoardContext {
    let site = survey.site;
    let is_matrix = survey.locales().len() <= COLUMNS;
    let mut counted = Counted::default();
    let mut rows = Vec::new();
    for document in site.documents.values() {
        let cells = survey.cells(document);
        for cell in &cells {
            counted.add(cell);
        }
        let (title, locale) = title(site, document);
        let coming = cells.iter().filter_map(|cell| cell.coming).min();
        counted.ahead.extend(coming.map(|version| (version, document.id.clone(), title.clone())));
        rows.push(RowContext {
            title,
            lang: locale.map(|locale| locale.tag().to_owned()),
            name: document.id.as_str().to_owned(),
            url: Place::Document(document.id.clone()).address(voice.tongue),
            original: (!is_matrix).then(|| cells.first().map(|cell| context(cell, site, voice))).flatten(),
            groups: if is_matrix { Vec::new() } else { groups(cells.get(1..).unwrap_or_default(), site, voice) },
            cells: if is_matrix { cells.iter().map(|cell| context(cell, site, voice)).collect() } else { Vec::new() },
        });
    }
    let strings = &voice.strings;
    let numbers = [("documents", rows.len().into()), ("languages", survey.locales().len().into())];
    let (ahead, ahead_more) = ahead(&mut counted, voice);
    BoardContext {
        day: strings.with("desk-day", &[("date", strings.date(site.world.today()).into())]),
        tasks: tasks(&counted, counts, voice),
        ahead,
        ahead_more,
        states: states(&counted, voice),
        languages: languages(survey, &counted, voice),
        is_matrix,
        rows,
        caption: strings.with("desk-caption", &numbers),
        never_archived: never_archived(survey, voice),
    }
}

/// What needs doing.
fn tasks(counted: &Counted, counts: Counts, voice: &Voice) -> Vec<TaskContext> {
    let task = |class, key: &str, count: usize, place: Place| {
        let text = voice.strings.with(key, &[("count", count.into())]);
        (count > 0).then(|| TaskContext { class, link: Link::new(text, place.address(voice.tongue)) })
    };
    let of = |mark: Mark, key: &str| task(mark.as_str(), key, counted.of(mark), Place::State(mark));
    let all = [
        task("error", "desk-task-errors", counts.errors, Place::Findings),
        of(Mark::NotCommitted, "desk-task-not-committed"),
        of(Mark::Changed, "desk-task-changed"),
        of(Mark::Behind, "desk-task-behind"),
        of(Mark::Missing, "desk-task-missing"),
        task("warning", "desk-task-warnings", counts.warnings, Place::Findings),
    ];
    all.into_iter().flatten().collect()
}

/// What lies ahead, the nearest first.
fn ahead(counted: &mut Counted, voice: &Voice) -> (Vec<Link>, Option<Link>) {
    counted.ahead.sort();
    let more = counted.ahead.len().saturating_sub(AHEAD);
    let link = |(version, id, title): &(VersionId, DocumentId, String)| {
        let date = voice.strings.date(version.day());
        let text = voice.strings.with("desk-ahead-one", &[("date", date.into()), ("title", title.as_str().into())]);
        Link::new(text, Place::Document(id.clone()).address(voice.tongue))
    };
    let rest = voice.strings.with("desk-ahead-more", &[("count", more.into())]);
    let rest = (more > 0).then(|| Link::new(rest, Place::State(Mark::Upcoming).address(voice.tongue)));
    (counted.ahead.iter().take(AHEAD).map(link).collect(), rest)
}

/// The states as filters.
fn states(counted: &Counted, voice: &Voice) -> Vec<Link> {
    let of = |mark: Mark| {
        let name = voice.strings.get(&format!("desk-state-{}", mark.as_str()));
        let count = counted.of(mark);
        (count > 0).then(|| Link::new(format!("{name} ({count})"), Place::State(mark).address(voice.tongue)))
    };
    Mark::ALL.into_iter().filter_map(of).collect()
}

fn languages(survey: &Survey<'_>, counted: &Counted, voice: &Voice) -> Vec<LanguageContext> {
    let of = |locale: &crate::vocabulary::Locale| {
        let name = survey.site.languages.get(locale).map_or(locale.tag(), |language| &language.name);
        let open = counted.languages.get(locale.tag()).copied().unwrap_or(0);
        LanguageContext {
            tag: locale.tag().to_owned(),
            name: name.to_owned(),
            dir: locale.direction().as_str(),
            url: Place::Language(locale.clone()).address(voice.tongue),
            open: (open > 0).then(|| voice.strings.with("desk-open", &[("count", open.into())])),
        }
    };
    survey.locales().map(of).collect()
}

/// Says that nothing was archived, where versions are to be archived.
fn never_archived(survey: &Survey<'_>, voice: &Voice) -> Option<String> {
    let site = survey.site;
    let mut versions = site.documents.values().flat_map(|document| document.timeline.versions());
    let is_asked = site.config.versions.from == crate::config::VersionsFrom::Folder;
    let never = is_asked && !site.documents.is_empty() && !versions.any(|version| version.record.is_some());
    never.then(|| voice.strings.get("desk-never-archived"))
}
