//! The state of a document in a language.

use std::collections::BTreeMap;

use crate::archive::{Kind, Version};
use crate::config::{Publish, VersionsFrom};
use crate::diagnostic::{Diagnostic, Severity};
use crate::history::{Why, Work};
use crate::site::{Behind, Currency, Document, Site, State, Translation, Updated};
use crate::vocabulary::{Day, DocumentId, Locale, SourcePath, VersionId};

/// A word for the state of a text. The most pressing comes first; several may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// The text on disk is not the committed one.
    NotCommitted,
    /// The text says something else than the newest version.
    Changed,
    /// The original was changed since it was translated.
    Behind,
    /// There is no translation.
    Missing,
    /// It applies from a later day.
    Upcoming,
    /// It does not apply any more.
    Withdrawn,
    /// Readers are shown the text of a parent language, and that is as it should be.
    Inherited,
    /// Readers see it as it is.
    Published,
}

impl Mark {
    pub(super) const ALL: [Self; 8] = [
        Self::NotCommitted,
        Self::Changed,
        Self::Behind,
        Self::Missing,
        Self::Upcoming,
        Self::Withdrawn,
        Self::Inherited,
        Self::Published,
    ];

    /// The word in addresses, classes and keys.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::NotCommitted => "not-committed",
            Self::Changed => "changed",
            Self::Behind => "behind",
            Self::Missing => "missing",
            Self::Upcoming => "upcoming",
            Self::Withdrawn => "withdrawn",
            Self::Inherited => "inherited",
            Self::Published => "published",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.as_str() == name)
    }
}

/// How many findings there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
}

impl Counts {
    pub(super) fn of<'f>(findings: impl IntoIterator<Item = &'f Diagnostic>) -> Self {
        let mut counts = Self::default();
        findings.into_iter().for_each(|finding| counts.add(finding));
        counts
    }

    fn add(&mut self, finding: &Diagnostic) {
        *match finding.severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Note => &mut self.notes,
        } += 1;
    }
}

/// A document in a language.
#[derive(Debug)]
pub(super) struct Cell<'s> {
    pub document: &'s Document,
    pub locale: &'s Locale,
    /// The working text.
    pub working: Option<&'s Translation>,
    /// At least one, the most pressing first.
    pub marks: Vec<Mark>,
    /// The archived version that applies today, where this language has a text in it.
    pub in_force: Option<&'s Version>,
    /// What comes next, and from when.
    pub coming: Option<VersionId>,
    pub counts: Counts,
}

/// The site as the desk looks at it.
pub(super) struct Survey<'s> {
    pub site: &'s Site,
    /// The languages, the source first, each with the tags whose texts it may show.
    languages: Vec<(&'s Locale, Vec<String>)>,
    counts: BTreeMap<&'s SourcePath, Counts>,
}

impl<'s> Survey<'s> {
    pub(super) fn of(site: &'s Site, findings: &'s [Diagnostic]) -> Self {
        let mut languages: Vec<(&Locale, Vec<String>)> =
            site.languages.keys().map(|locale| (locale, locale.chain())).collect();
        languages.sort_by_key(|(locale, _)| **locale != site.config.source);
        let mut counts: BTreeMap<&SourcePath, Counts> = BTreeMap::new();
        for finding in findings {
            if let Some(place) = &finding.place {
                counts.entry(&place.path).or_default().add(finding);
            }
        }
        Self { site, languages, counts }
    }

    /// The languages of the site, the source first.
    pub(super) fn locales(&self) -> impl ExactSizeIterator<Item = &'s Locale> {
        self.languages.iter().map(|(locale, _)| *locale)
    }

    /// A document in every language.
    pub(super) fn cells(&self, document: &'s Document) -> Vec<Cell<'s>> {
        self.languages.iter().map(|(locale, chain)| self.look(document, locale, chain)).collect()
    }

    /// A document in a language of the site.
    pub(super) fn cell(&self, id: &DocumentId, locale: &Locale) -> Option<Cell<'s>> {
        let document = self.site.documents.get(id)?;
        let (locale, chain) = self.languages.iter().find(|(own, _)| *own == locale)?;
        Some(self.look(document, locale, chain))
    }

    fn look(&self, document: &'s Document, locale: &'s Locale, chain: &[String]) -> Cell<'s> {
        let working = document.working(locale);
        let today = self.site.world.today();
        let coming = coming(document, locale, today);
        let mut marks = match working {
            Some(text) => self.marks_of(document, text),
            None => vec![without_text(document, chain)],
        };
        if coming.is_some() && !marks.contains(&Mark::Missing) {
            marks.push(Mark::Upcoming);
        }
        if marks.is_empty() {
            marks.push(Mark::Published);
        }
        marks.sort_unstable();
        let path = working.map(|text| &text.source);
        let counts = path.and_then(|path| self.counts.get(path)).copied().unwrap_or_default();
        Cell { document, locale, working, marks, in_force: in_force(document, locale, today), coming, counts }
    }

    fn marks_of(&self, document: &Document, text: &Translation) -> Vec<Mark> {
        let has_versions = document.timeline.versions().any(|version| version.record.is_some())
            || self.site.config.versions.publish == Publish::Archived;
        let is_archiving = self.site.config.versions.from == VersionsFrom::Folder;
        let holds = [
            (Mark::NotCommitted, is_uncommitted(text)),
            (Mark::Changed, is_archiving && has_versions && text.recorded.is_none()),
            (Mark::Behind, behind(document, text).is_some()),
            (Mark::Withdrawn, document.is_withdrawn),
        ];
        holds.into_iter().filter(|(_, holds)| *holds).map(|(mark, _)| mark).collect()
    }
}

/// Why there is no working text in a language, whose tags are given with those of its parents.
fn without_text(document: &Document, chain: &[String]) -> Mark {
    if document.all_working().next().is_none() {
        return Mark::Withdrawn;
    }
    let is_inherited = document.all_working().any(|text| chain.iter().any(|tag| text.locale.tag() == tag));
    if is_inherited { Mark::Inherited } else { Mark::Missing }
}

/// Whether a text is not as it was committed.
pub(super) fn is_uncommitted(text: &Translation) -> bool {
    let why = match &text.dates.updated {
        Updated::Unknown { why } => Some(why),
        Updated::Known { .. } => None,
    };
    let never = matches!(why, Some(Why::NotCommitted { .. } | Why::NoCommits));
    let nowhere = matches!(why, Some(Why::NoRepository)) && text.recorded.is_none();
    never || nowhere || text.dates.work != Work::Committed
}

/// The archived version that applies on a day, where a language has a text in it.
pub(super) fn in_force<'s>(document: &'s Document, locale: &Locale, today: Day) -> Option<&'s Version> {
    let begun = document.timeline.versions().rev().filter(|version| version.id.day() <= today && !version.is_working());
    for version in begun {
        if version.texts.get(locale).is_some() {
            return Some(version);
        }
        if version.kind == Kind::Withdrawal || version.discontinued.contains(locale) {
            return None;
        }
    }
    None
}

/// The first version after a day that gives a language a text, or ends it.
fn coming(document: &Document, locale: &Locale, today: Day) -> Option<VersionId> {
    let mut later = document.timeline.versions().filter(|version| version.id.day() > today);
    let concerns = |version: &Version| version.kind == Kind::Withdrawal || version.texts.get(locale).is_some();
    later.find(|version| concerns(version)).map(|version| version.id)
}

/// Whether nobody but the editor sees the working text.
pub(super) fn is_hidden(site: &Site, document: &Document) -> bool {
    let archived = |version: &&Version| version.record.is_some();
    let newest = document.timeline.versions().rev().find(archived);
    let waits = newest.is_some_and(|newest| newest.id.day() > site.world.today());
    document.state == State::Draft
        || document.state == State::Current && (site.config.versions.publish == Publish::Archived || waits)
}

/// What a translation lacks.
pub(super) fn behind<'a>(document: &'a Document, text: &'a Translation) -> Option<&'a Behind> {
    match document.currency(text) {
        Currency::Behind(behind) => Some(behind),
        _ => None,
    }
}

/// The title of a document, and its language.
pub(super) fn title<'s>(site: &Site, document: &'s Document) -> (String, Option<&'s Locale>) {
    let text = document.working(&site.config.source).or_else(|| document.all_working().next());
    match text.or_else(|| document.translations.values().next()) {
        Some(text) => (text.title.clone(), Some(&text.locale)),
        None => (document.id.spoken(), None),
    }
}
