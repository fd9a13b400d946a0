//! A text: its state in plain sentences, and what can be seen of it.

use serde::Serialize;

use super::address::{Place, View};
use super::cells::MarkContext;
use super::dates::{DatesContext, dates};
use super::findings::FindingContext;
use super::look::Link;
use super::state::{Cell, Mark, behind, is_hidden};
use super::words::Voice;
use crate::archive::{Kind, Version};
use crate::config::{Fallback, VersionsFrom};
use crate::history::{Why, Work};
use crate::site::{Behind, Body, Currency, Site, State, Translation, Updated};
use crate::vocabulary::{Day, Locale};

/// What `text.html` is given.
#[derive(Debug, Serialize)]
pub(super) struct TextContext {
    /// The states and why they hold.
    marks: Vec<ToldContext>,
    /// What else is to be known.
    more: Vec<String>,
    /// The file, or where it would be.
    path: String,
    /// Says so of one that is not there.
    path_missing: Option<String>,
    dates: Option<DatesContext>,
    /// What can be seen of it.
    views: Vec<ViewContext>,
    findings: Vec<FindingContext>,
}

/// A state, and why it holds.
#[derive(Debug, Serialize)]
struct ToldContext {
    mark: MarkContext,
    sentences: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ViewContext {
    link: Link,
    about: String,
}

/// What is said of a text.
pub(super) struct Telling<'a> {
    pub site: &'a Site,
    pub cell: &'a Cell<'a>,
    pub voice: &'a Voice,
}

/// The page of a text.
pub(super) fn text(telling: &Telling<'_>, findings: Vec<FindingContext>) -> TextContext {
    let Telling { site, cell, voice } = *telling;
    let folder = if site.config.folder.is_empty() { String::new() } else { format!("{}/", site.config.folder) };
    let path = || format!("{folder}{}", site.config.pattern.write(cell.document.id.as_str(), cell.locale.tag()));
    TextContext {
        marks: cell.marks.iter().map(|mark| telling.mark(*mark)).collect(),
        more: cell.working.into_iter().filter_map(|text| telling.currency(text)).collect(),
        path: cell.working.map_or_else(path, |text| text.source.as_str().to_owned()),
        path_missing: cell.working.is_none().then(|| voice.strings.get("desk-path-missing")),
        dates: cell.working.map(|text| dates(text, voice)),
        views: telling.views(),
        findings,
    }
}

/// The name of a language in itself.
pub(super) fn language<'s>(site: &'s Site, locale: &'s Locale) -> &'s str {
    site.languages.get(locale).map_or(locale.tag(), |language| language.name.as_str())
}

impl Telling<'_> {
    fn say(&self, key: &str) -> String {
        self.voice.strings.get(key)
    }

    fn dated(&self, key: &str, day: Day) -> String {
        self.voice.strings.with(key, &[("date", self.voice.strings.date(day).into())])
    }

    fn named(&self, key: &str, locale: &Locale) -> String {
        self.voice.strings.with(key, &[("language", language(self.site, locale).into())])
    }

    fn mark(&self, mark: Mark) -> ToldContext {
        let sentences = match mark {
            Mark::NotCommitted => self.not_committed(),
            Mark::Changed => self.changed(),
            Mark::Behind => self.behind(),
            Mark::Missing => self.missing(),
            Mark::Upcoming => self.upcoming(),
            Mark::Withdrawn => vec![self.say("desk-why-withdrawn")],
            Mark::Inherited => self.inherited(),
            Mark::Published => self.published(),
        };
        ToldContext { mark: MarkContext::of(mark, self.voice), sentences }
    }

    fn not_committed(&self) -> Vec<String> {
        let Some(text) = self.cell.working else { return Vec::new() };
        let key = match (&text.dates.updated, text.dates.work) {
            (Updated::Unknown { why: Why::NoRepository }, _) => "desk-why-no-repository",
            (Updated::Unknown { why: Why::NoCommits }, _) => "desk-why-no-commits",
            (Updated::Unknown { why: Why::NotCommitted { staged: true } }, _) => "desk-why-new-staged",
            (Updated::Unknown { why: Why::NotCommitted { staged: false } }, _) => "desk-why-new",
            (_, Work::Staged) => "desk-why-staged",
            (_, Work::Variables) => "desk-why-variables",
            (_, Work::Modified | Work::Committed) => "desk-why-modified",
        };
        let known = text.dates.updated.known();
        let date = known.map(|(day, _)| self.dated("desk-why-date-of-commit", day));
        [Some(self.say(key)), date].into_iter().flatten().collect()
    }

    fn changed(&self) -> Vec<String> {
        let Cell { document, locale, .. } = self.cell;
        let archived = document.timeline.versions().rev().find(|version| version.record.is_some());
        let own = document
            .timeline
            .versions()
            .rev()
            .find(|version| version.record.is_some() && version.texts.get(locale).is_some());
        let first = match (own, archived) {
            (Some(version), _) => self.dated("desk-why-changed", version.id.day()),
            (None, Some(_)) => self.named("desk-why-changed-new", locale),
            (None, None) => self.say("desk-why-never"),
        };
        let seen = match document.state {
            State::Upcoming(id) => self.dated("desk-seen-upcoming", id.day()),
            _ if is_hidden(self.site, document) => self.say("desk-seen-hidden"),
            _ => self.say("desk-seen-already"),
        };
        vec![first, seen]
    }

    fn behind(&self) -> Vec<String> {
        let Some(Behind { reflects, changed, .. }) =
            self.cell.working.and_then(|text| behind(self.cell.document, text))
        else {
            return Vec::new();
        };
        let strings = &self.voice.strings;
        let source = language(self.site, &self.site.config.source);
        let values = [("language", source.into()), ("date", strings.date(*changed).into())];
        let reflects = match reflects {
            Some(day) => self.dated("desk-why-reflects", *day),
            None => self.say("desk-why-reflects-unknown"),
        };
        vec![strings.with("desk-why-behind", &values), reflects]
    }

    fn missing(&self) -> Vec<String> {
        let key = match self.site.config.fallback {
            Fallback::Original => "desk-why-missing-original",
            Fallback::None => "desk-why-missing-nothing",
        };
        vec![self.named("desk-why-missing", self.cell.locale), self.say(key)]
    }

    fn upcoming(&self) -> Vec<String> {
        let Some(id) = self.cell.coming else { return Vec::new() };
        let version = self.cell.document.timeline.get(id);
        let key = match version {
            Some(version) if version.kind == Kind::Withdrawal => "desk-why-ends",
            Some(version) if version.is_working() => "desk-why-applies",
            _ => "desk-why-coming",
        };
        vec![self.dated(key, id.day())]
    }

    fn inherited(&self) -> Vec<String> {
        let shown = self.site.body(self.cell.document, self.cell.locale).map(Body::text);
        let parent = shown.map(|text| &text.locale);
        vec![
            parent
                .map_or_else(|| self.say("desk-why-inherited-none"), |locale| self.named("desk-why-inherited", locale)),
        ]
    }

    fn published(&self) -> Vec<String> {
        let archived = |version: &Version| self.dated("desk-why-archived", version.id.day());
        let own = self.cell.working.and_then(|text| text.version);
        let version = own.and_then(|id| self.cell.document.timeline.get(id)).filter(|version| !version.is_working());
        let has_none =
            self.site.config.versions.from == VersionsFrom::Folder && self.cell.document.timeline.newest().is_none();
        let second = version.map(archived).or_else(|| has_none.then(|| self.say("desk-why-never")));
        [Some(self.say("desk-why-published")), second].into_iter().flatten().collect()
    }

    /// How a translation stands to its original, where no state says it.
    fn currency(&self, text: &Translation) -> Option<String> {
        let source = &self.site.config.source;
        match self.cell.document.currency(text) {
            Currency::Original if text.locale == *source => Some(self.say("desk-is-original")),
            Currency::Original | Currency::Behind(_) => None,
            Currency::Current => Some(self.named("desk-is-current", source)),
            Currency::Ahead(version) => Some(self.dated("desk-is-ahead", version.day())),
            Currency::Unknown => Some(self.say("desk-is-unknown")),
        }
    }

    /// What can be seen of the text.
    fn views(&self) -> Vec<ViewContext> {
        let (site, cell) = (self.site, self.cell);
        let page = site.page(&cell.document.id, cell.locale);
        let shown = site.routes.contains_key(&page).then(|| {
            let url = format!("{}{}", site.config.base_url.path(), page.address());
            ViewContext { link: Link::new(self.say("desk-view-page"), url), about: self.say("desk-view-page-about") }
        });
        let has_text = cell.working.is_some();
        let newest = self.newest();
        let is_translation = *cell.locale != site.config.source;
        let lacks =
            cell.working.and_then(|text| behind(cell.document, text)).is_some_and(|behind| behind.base.is_some());
        let original = cell.document.working(&site.config.source);
        let views = [
            (View::InForce, has_text, "in-force"),
            (View::Newest, has_text && newest, "newest"),
            (View::Commit, has_text, "commit"),
            (View::Beside, is_translation && original.is_some(), if has_text { "beside" } else { "original" }),
            (View::Lacking, lacks, "lacking"),
        ];
        let of = |(view, is_there, name): (View, bool, &str)| {
            let place = Place::Text(view, cell.locale.clone(), cell.document.id.clone());
            let link = Link::new(self.say(&format!("desk-view-{name}")), place.address(self.voice.tongue));
            is_there.then(|| ViewContext { link, about: self.say(&format!("desk-view-{name}-about")) })
        };
        let document = ViewContext {
            link: Link::new(
                self.say("desk-view-document"),
                format!("{}#archive", Place::Document(cell.document.id.clone()).address(self.voice.tongue)),
            ),
            about: self.say("desk-view-document-about"),
        };
        shown.into_iter().chain(views.into_iter().filter_map(of)).chain([document]).collect()
    }

    /// Whether there is an archived version that does not apply yet.
    fn newest(&self) -> bool {
        let today = self.site.world.today();
        let mut later = self.cell.document.timeline.versions().filter(|version| version.id.day() > today);
        later.any(|version| version.record.is_some() && version.texts.get(self.cell.locale).is_some())
    }
}
