//! Where a text stands among its versions: what the reader is told first, and links to the others.

use serde::Serialize;

use super::common::{From, Relation, Sentence, dated_with_language};
use super::redline;
use super::text::ChangedContext;
use super::versions::note;
use crate::diagnostic::Diagnostic;
use crate::redline::Between;
use crate::site::{Currency, Document, Entry, Language, Standing, Translation};
use crate::vocabulary::{Day, Locale, SitePath, VersionId};

/// What the templates of texts are given of versions.
#[derive(Debug, Default, Serialize)]
pub(super) struct StandingContext {
    /// What the reader must know before reading.
    notices: Vec<NoticeContext>,
    /// The version, and the others; nothing where there are none.
    versions: Option<VersionsContext>,
}

#[derive(Debug, Serialize)]
struct NoticeContext {
    /// `superseded`, `upcoming`, `next` or `withdrawn`.
    kind: &'static str,
    sentence: String,
    links: Vec<LinkContext>,
}

/// A link and its words.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LinkContext {
    text: String,
    url: String,
}

/// A link to a version in a sentence that says which one it is.
#[derive(Debug, Serialize)]
struct NamedContext {
    before: String,
    link: LinkContext,
    after: String,
}

#[derive(Debug, Serialize)]
struct VersionsContext {
    /// The page that holds this very text for ever.
    this: Option<NamedContext>,
    /// The page of the text that applies, where this is another one.
    latest: Option<LinkContext>,
    /// The version before.
    previous: Option<NamedContext>,
    /// The version after.
    next: Option<NamedContext>,
    /// The list of all.
    all: String,
    /// Which version applied on a day.
    by_date: String,
}

/// The place in a timeline of the text at the main address.
pub(super) fn of_text(entries: &[Entry<'_>], text: &Translation) -> Option<usize> {
    entries.iter().position(|entry| entry.version.map(|version| version.id) == text.version)
}

/// The words for a version: its day, and its number where there are several of that day.
pub(super) fn name(id: VersionId, language: &Language) -> String {
    let date = language.strings.date(id.day());
    match id.number() {
        1 => language.strings.with("version-of", &[("date", date.into())]),
        number => language.strings.with("version-of-numbered", &[("date", date.into()), ("number", number.into())]),
    }
}

/// A text and the timeline in which it stands, seen from a page.
pub(super) struct View<'a> {
    pub from: &'a From<'a>,
    pub document: &'a Document,
    pub locale: &'a Locale,
    pub language: &'a Language,
    pub entries: &'a [Entry<'a>],
    /// The place of the text in the timeline.
    pub at: Option<usize>,
    /// Whether the page is the main address.
    pub is_main: bool,
}

impl View<'_> {
    fn main(&self) -> String {
        self.from.link(&self.from.site.page(&self.document.id, self.locale))
    }

    /// A link with words of the language.
    fn told(&self, key: &str, url: String) -> LinkContext {
        LinkContext { text: self.language.strings.get(key), url }
    }

    fn link(&self, entry: &Entry<'_>) -> Option<LinkContext> {
        let (Some(version), Some(_)) = (entry.version, entry.edition) else {
            return entry.version.is_none().then(|| self.told("current-text", self.main()));
        };
        let url = self.from.link(&self.from.site.version_page(&self.document.id, version.id, self.locale));
        let text = match version.id.number() {
            1 => self.language.strings.date(version.id.day()),
            _ => name(version.id, self.language),
        };
        Some(LinkContext { text, url })
    }

    fn notices(&self) -> Vec<NoticeContext> {
        let mut notices = Vec::new();
        let current = self.entries.iter().find(|entry| entry.standing == Standing::InForce);
        let end = current.filter(|entry| entry.is_withdrawal());
        notices.extend(self.at.and_then(|at| self.of_text(&self.entries[at], current, end.is_some())));
        if let Some(end) = end {
            notices.push(withdrawn(end.from, self.language));
        } else if self.is_main && self.document.is_withdrawn {
            notices.push(withdrawn(None, self.language));
        }
        notices.extend(self.currency());
        let coming = self.entries.iter().find(|entry| entry.standing == Standing::Upcoming);
        if let (true, Some(next), Some(_)) = (self.is_main, coming, current)
            && let Some(day) = next.from
        {
            let key = if next.is_withdrawal() { "withdrawal-notice" } else { "next-notice" };
            let link = self.link(next).map(|link| self.told("read-upcoming", link.url));
            let links = link.into_iter().chain(self.changes(current, Some(next))).collect();
            notices.push(NoticeContext {
                kind: "next",
                sentence: Sentence::new(key, &[("date", day)]).html(self.language),
                links,
            });
        }
        notices
    }

    /// A link to what changed between two steps.
    fn changes(&self, before: Option<&Entry<'_>>, after: Option<&Entry<'_>>) -> Option<LinkContext> {
        let url = redline::link(self.from, &self.document.id, self.locale, Between { before, after })?;
        Some(self.told("see-changes", url))
    }

    /// What is said of a translation that has not caught up with the original, at its main address.
    fn currency(&self) -> Option<NoticeContext> {
        let text = self.document.translations.get(self.locale).filter(|_| self.is_main)?;
        let (site, strings) = (self.from.site, &self.language.strings);
        let source = &site.config.source;
        match &text.currency {
            Currency::Behind(behind) => {
                let mut sentence =
                    dated_with_language(site, source, "translation-behind", strings, Some(behind.changed));
                if let Some(day) = behind.reflects {
                    let reflects = Sentence::new("translation-reflects", &[("date", day)]).html(self.language);
                    sentence = format!("{sentence} {reflects}");
                }
                let page = site.lacking_page(&self.document.id, self.locale);
                let link = site.routes.contains_key(&page).then(|| self.told("see-lacking", self.from.link(&page)));
                Some(NoticeContext { kind: "behind", sentence, links: link.into_iter().collect() })
            }
            Currency::Ahead(version) => {
                let sentence = dated_with_language(site, source, "translation-ahead", strings, Some(version.day()));
                Some(NoticeContext { kind: "ahead", sentence, links: Vec::new() })
            }
            Currency::Original | Currency::Current | Currency::Unknown => None,
        }
    }

    /// What is said of the text itself, where it is not the one in force.
    fn of_text(&self, entry: &Entry<'_>, current: Option<&Entry<'_>>, has_ended: bool) -> Option<NoticeContext> {
        match entry.standing {
            Standing::Superseded { on } if !self.is_main => {
                let link = (!has_ended).then(|| self.told("read-current", self.main()));
                let links = link.into_iter().chain(self.changes(Some(entry), current)).collect();
                Some(NoticeContext { kind: "superseded", sentence: past(entry, on, self.language), links })
            }
            Standing::Upcoming => {
                let day = entry.from.map(|day| ("date", day));
                let is_elsewhere = !self.is_main && current.is_some();
                let link = is_elsewhere.then(|| self.told("read-current", self.main()));
                let sentence = Sentence::new("upcoming-notice", day.as_slice()).html(self.language);
                let links = link.into_iter().chain(self.changes(current, Some(entry))).collect();
                Some(NoticeContext { kind: "upcoming", sentence, links })
            }
            Standing::InForce | Standing::Superseded { .. } => None,
        }
    }

    fn links(&self) -> VersionsContext {
        let site = self.from.site;
        let named = |key: &str, entry: &Entry<'_>| {
            let cut = self.language.strings.cut(key, "version");
            Some(NamedContext { before: cut.before, link: self.link(entry)?, after: cut.after })
        };
        let beside = |key: &str, step: i8| {
            let at = self.at?.checked_add_signed(step.into())?;
            self.entries.get(at).and_then(|entry| named(key, entry))
        };
        let this = self.at.map(|at| &self.entries[at]).filter(|entry| entry.version.is_some());
        VersionsContext {
            this: this.and_then(|entry| named("this-version", entry)),
            latest: (!self.is_main).then(|| self.told("current-version", self.main())),
            previous: beside("previous-version", -1),
            next: beside("next-version", 1),
            all: self.from.link(&site.versions_page(&self.document.id, self.locale)),
            by_date: self.from.link(&site.by_date_page(&self.document.id, self.locale)),
        }
    }
}

impl<'a> View<'a> {
    /// The last text before this one, and this one.
    fn steps(&self) -> Option<Between<Option<&Entry<'a>>>> {
        let at = self.at?;
        let before = self.entries[..at].iter().rev().find(|entry| !entry.is_withdrawal());
        Some(Between { before, after: self.entries.get(at) })
    }

    /// What changed from the last text before this one.
    fn since_previous(&self) -> Option<String> {
        redline::link(self.from, &self.document.id, self.locale, self.steps()?)
    }

    /// The page of the version before.
    pub(super) fn previous(&self) -> Option<SitePath> {
        let before = self.steps()?.before.filter(|entry| entry.edition.is_some())?;
        Some(self.from.site.version_page(&self.document.id, before.version?.id, self.locale))
    }

    /// What changed in this version: its note, where it can be seen, and how much it is if that is asked.
    pub(super) fn changed(&self, counted: bool) -> Result<Option<ChangedContext>, Box<Diagnostic>> {
        let site = self.from.site;
        let Some(entry) = self.at.map(|at| &self.entries[at]) else { return Ok(None) };
        let note = entry.version.and_then(|version| note(site, version, self.locale));
        let url = self.since_previous();
        let pair = self.steps().and_then(|steps| redline::pair(&steps)).filter(|_| counted && url.is_some());
        let compared =
            pair.map(|pair| redline::compared(site, self.document, self.locale, pair)).transpose()?.flatten();
        let summary = compared.map(|compared| redline::sentence(&compared.redline, &self.language.strings));
        let is_said = note.is_some() || url.is_some();
        Ok(is_said.then_some(ChangedContext { note, summary, url }))
    }
}

impl StandingContext {
    /// What is said of a text: nothing where a document has no versions.
    pub(super) fn of(view: &View<'_>) -> Self {
        if !view.from.site.has_versions(view.document, view.locale) {
            return Self { notices: view.currency().into_iter().collect(), versions: None };
        }
        Self { notices: view.notices(), versions: Some(view.links()) }
    }

    /// The same for machines: RFC 5829.
    pub(super) fn relations(&self, from: &From<'_>, document: &Document, locale: &Locale) -> Vec<Relation> {
        let Some(versions) = &self.versions else { return Vec::new() };
        let of = |rel, named: &Option<NamedContext>| {
            named.as_ref().map(|named| Relation { rel, url: named.link.url.clone() })
        };
        let latest = Relation { rel: "latest-version", url: from.link(&from.site.page(&document.id, locale)) };
        let history = Relation { rel: "version-history", url: versions.all.clone() };
        let beside = [of("predecessor-version", &versions.previous), of("successor-version", &versions.next)];
        [latest, history].into_iter().chain(beside.into_iter().flatten()).collect()
    }
}

/// From when to when an earlier version applied.
fn past(entry: &Entry<'_>, on: Option<Day>, language: &Language) -> String {
    let (key, days): (_, &[_]) = match (entry.from, entry.until()) {
        (Some(first), Some(_)) if on == Some(first) => ("superseded-notice-day", &[("date", first)]),
        (Some(first), Some(last)) => ("superseded-notice", &[("from", first), ("until", last)]),
        (Some(first), None) => ("superseded-notice-open", &[("from", first)]),
        (None, _) => ("superseded-notice-unknown", &[]),
    };
    Sentence::new(key, days).html(language)
}

fn withdrawn(on: Option<Day>, language: &Language) -> NoticeContext {
    let sentence = match on {
        Some(day) => Sentence::new("withdrawn-notice", &[("date", day.before())]),
        None => Sentence::new("withdrawn-notice-open", &[]),
    };
    NoticeContext { kind: "withdrawn", sentence: sentence.html(language), links: Vec::new() }
}
