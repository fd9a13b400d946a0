//! The versions of a document as a reader of one language sees them, on the day of the site.

use super::{Body, Document, Site, State};
use crate::archive::{Frozen, Kind, Timeline, Version};
use crate::config::{Config, Fallback};
use crate::history::Work;
use crate::vocabulary::{Day, Locale};

/// Where a version stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does not apply yet.
    Upcoming,
    /// It applies.
    InForce,
    /// Another one took its place, on that day if it is known.
    Superseded {
        /// The first day on which it did not apply any more.
        on: Option<Day>,
    },
}

impl Standing {
    /// The word for machines.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::InForce => "in-force",
            Self::Superseded { .. } => "superseded",
        }
    }
}

/// The text of a version on the page of a language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edition<'a> {
    /// The language of the text.
    pub locale: &'a Locale,
    /// The text.
    pub text: &'a Frozen,
    /// Whether it is the original, in place of a translation.
    pub is_fallback: bool,
}

/// A step of a timeline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'a> {
    /// The version, or the working text that is current and belongs to none yet.
    pub version: Option<&'a Version>,
    /// Its text; a withdrawal has none, the current text stands at the main address.
    pub edition: Option<Edition<'a>>,
    /// The first day on which it applies, if it is known.
    pub from: Option<Day>,
    /// Where it stands.
    pub standing: Standing,
}

impl Entry<'_> {
    /// The last day on which it applied; the day itself if it was replaced on that.
    #[must_use]
    pub fn until(&self) -> Option<Day> {
        match self.standing {
            Standing::Superseded { on: Some(on) } => Some(self.from.map_or(on, |from| on.before().max(from))),
            _ => None,
        }
    }

    /// Whether from here on there is no text.
    #[must_use]
    pub fn is_withdrawal(&self) -> bool {
        self.version.is_some_and(|version| version.kind == Kind::Withdrawal)
    }
}

/// A version and its text for the reader of a language; nothing where from here on there is none.
pub(super) type Step<'a> = (&'a Version, Option<Edition<'a>>);

/// The versions that give the reader of a language a text, or end it, oldest first.
pub(super) fn steps<'a>(timeline: &'a Timeline, config: &'a Config, reader: &Locale) -> Vec<Step<'a>> {
    let mut steps: Vec<Step<'a>> = Vec::new();
    // Whether the language has a text of its own that still stands.
    let mut stands = false;
    for version in timeline.versions() {
        let is_end = version.kind == Kind::Withdrawal || version.discontinued.contains(reader);
        stands &= !is_end;
        let edition = edition(version, config, reader, stands);
        stands |= version.texts.get(reader).is_some();
        if edition.is_some() || is_end {
            steps.push((version, edition));
        }
    }
    steps
}

/// The text of a version for a reader of a language: its own, that of a parent language, the
/// original. Where an own text of an earlier version still stands there is none.
fn edition<'a>(version: &'a Version, config: &'a Config, reader: &Locale, stands: bool) -> Option<Edition<'a>> {
    let of = |(locale, text): (&'a Locale, &'a Frozen), is_fallback| Edition { locale, text, is_fallback };
    if let Some(own) = version.texts.entry(reader) {
        return Some(of(own, false));
    }
    if stands {
        return None;
    }
    let parents = reader.chain();
    let parent = parents.iter().find_map(|tag| version.texts.iter().find(|(locale, _)| locale.tag() == tag));
    if let Some(parent) = parent {
        return Some(of(parent, false));
    }
    let original = version.texts.entry(&config.source);
    original.filter(|_| config.fallback == Fallback::Original).map(|original| of(original, true))
}

/// What stands at the main address: the text that applies on a day; where the document was withdrawn,
/// the last that did; before anything applies, what will apply first.
pub(super) fn main_text<'a>(steps: &[Step<'a>], today: Day) -> Option<(&'a Version, Edition<'a>)> {
    let (begun, coming) = steps.split_at(steps.partition_point(|(version, _)| version.id.day() <= today));
    let last = begun.iter().rev().find(|(version, _)| version.kind != Kind::Withdrawal);
    let (version, edition) = last.or(coming.first())?;
    Some((version, (*edition)?))
}

impl Site {
    /// The timeline of a document in a language, oldest first. Of the versions that begin on the day
    /// of the site or before, the last is in force.
    #[must_use]
    pub fn timeline<'s>(&'s self, document: &'s Document, reader: &'s Locale) -> Vec<Entry<'s>> {
        let today = self.world.today();
        let steps = steps(&document.timeline, &self.config, reader).into_iter();
        let of = |(version, edition): Step<'s>| {
            let from = Some(version.id.day());
            Entry { version: Some(version), edition, from, standing: Standing::Upcoming }
        };
        let mut entries: Vec<Entry<'s>> = steps.map(of).collect();
        let begun = entries.iter().filter(|entry| entry.from <= Some(today)).count();
        let before = begun.checked_sub(1).map(|at| entries[at]);
        if let Some(current) = self.unarchived(document, reader, before) {
            entries.insert(begun, current);
        }
        let begun = entries.iter().filter(|e| e.version.is_none() || e.from <= Some(today)).count();
        for at in 0..begun {
            entries[at].standing = match entries.get(at + 1).filter(|_| at + 1 < begun) {
                Some(next) => Standing::Superseded { on: next.from },
                None => Standing::InForce,
            };
        }
        // The end of a language is told by the day until which its last text applied.
        entries.retain(|entry| entry.edition.is_some() || entry.version.is_none() || entry.is_withdrawal());
        entries
    }

    /// The text at the main address where it is no version of this language, after the version that
    /// would apply.
    fn unarchived(&self, document: &Document, reader: &Locale, before: Option<Entry<'_>>) -> Option<Entry<'_>> {
        let text = self.body(document, reader).map(Body::text)?;
        document.timeline.newest()?;
        // That of another language stands there where that of this one was removed.
        let is_removed = |archived: Edition<'_>| document.state == State::Current && *archived.locale != text.locale;
        let from = match text.version {
            Some(_) if before.and_then(|entry| entry.edition).is_some_and(is_removed) => None,
            Some(_) => return None,
            // Nobody knows since when a text is current that is not committed.
            None => text.effective.or_else(|| text.updated().filter(|_| text.dates.work == Work::Committed)),
        };
        let before = before.and_then(|entry| entry.from);
        let from = from.map(|day| before.map_or(day, |before| day.max(before)));
        Some(Entry { version: None, edition: None, from, standing: Standing::InForce })
    }

    /// Whether a document has versions for a reader of a language.
    #[must_use]
    pub fn has_versions(&self, document: &Document, reader: &Locale) -> bool {
        let has_text = |version: &Version| edition(version, &self.config, reader, false).is_some();
        document.timeline.versions().any(has_text)
    }
}
