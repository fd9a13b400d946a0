//! What stands at the main address of a document on the day of the site: its working text, or the
//! text of a version.

use std::collections::{BTreeMap, BTreeSet};

use super::timeline::{main_text, steps};
use super::{Document, Recorded, Translation, load};
use crate::archive::{Frozen, Held, Kind, Place, Timeline, Version};
use crate::config::{Config, Publish, VersionsFrom};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::World;
use crate::vocabulary::{Day, DocumentId, Instant, Locale, SourcePath, VersionId};

/// How the working text of a document stands to its versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It says the same as the newest version that has a text.
    Archived,
    /// It differs and stands at the main address, or there are no versions.
    Current,
    /// It applies from a later day, and stands at an address of its own.
    Upcoming(VersionId),
    /// It differs and nobody sees it but its editor.
    Draft,
    /// There is none any more.
    Withdrawn,
}

/// Everything that decides what is current.
pub(super) struct Settling<'a> {
    pub config: &'a Config,
    pub world: &'a dyn World,
    pub held: &'a Held,
    /// Whether working texts are shown that everybody else does not see.
    pub is_preview: bool,
}

impl Settling<'_> {
    /// Gives a document its versions, and to its main address the texts of the day.
    pub(super) fn settle(&self, document: &mut Document, timeline: Option<&Timeline>, sink: &mut Vec<Diagnostic>) {
        document.timeline = timeline.cloned().unwrap_or_default();
        let working = std::mem::take(&mut document.translations);
        let stated = self.stated(&working);
        document.state = self.state(document, &working, stated, sink);
        document.is_withdrawn = document.state == State::Withdrawn
            || document.state != State::Current && self.has_ended(&document.timeline);
        // A text that states a day of its own has an address of its own, before and after that day.
        let newest = document.timeline.newest_with_text().map(|version| version.id.day());
        let own = stated.zip(newest).filter(|(day, newest)| day > newest);
        let own = own.map(|(day, _)| document.timeline.free_name(day));
        let own = own.filter(|_| matches!(document.state, State::Current | State::Upcoming(_)));
        if let Some(id) = own {
            let version = of_working(id, &working, &document.timeline);
            document.timeline.insert(version);
        }
        (document.translations, document.aside) = match document.state {
            State::Current => (self.dated(document, working, own, sink), BTreeMap::new()),
            _ => self.of_the_day(document, working, sink),
        };
    }

    /// The day from which the working text says that it applies: the original has the word.
    fn stated(&self, working: &BTreeMap<Locale, Translation>) -> Option<Day> {
        let original = working.get(&self.config.source).and_then(|text| text.effective);
        original.or_else(|| working.values().find_map(|text| text.effective))
    }

    fn state(
        &self,
        document: &Document,
        working: &BTreeMap<Locale, Translation>,
        stated: Option<Day>,
        sink: &mut Vec<Diagnostic>,
    ) -> State {
        let Document { id, timeline, .. } = document;
        let hidden = self.config.versions.publish == Publish::Archived && !self.is_preview;
        let today = self.world.today();
        let withdrawn = timeline.newest().filter(|version| version.kind == Kind::Withdrawal).map(|version| version.id);
        let has_ended = self.has_ended(timeline);
        let Some(path) = working.get(&self.config.source).or(working.values().next()).map(|text| &text.path) else {
            // Until its day a withdrawal is only announced.
            return if withdrawn.is_some() && !has_ended { State::Archived } else { State::Withdrawn };
        };
        let Some(newest) = timeline.newest_with_text() else {
            return if hidden { State::Draft } else { State::Current };
        };
        if self.is_unchanged(timeline, working) {
            let later =
                stated.filter(|day| *day > newest.id.day() && self.config.versions.from == VersionsFrom::Folder);
            sink.extend(later.map(|day| stated_otherwise(path, id, day, newest.id)));
            return State::Archived;
        }
        let is_upcoming = newest.id.day() > today;
        let stated_again = stated.filter(|day| *day <= newest.id.day() && !has_ended);
        if self.config.versions.from == VersionsFrom::Folder && !is_upcoming {
            sink.extend(stated_again.map(|day| stated_too_early(path, id, day, newest.id)));
        }
        match stated {
            _ if hidden => State::Draft,
            Some(day) if day > today && stated_again.is_none() => State::Upcoming(timeline.free_name(day)),
            _ if is_upcoming => {
                sink.push(draft(path, id, newest.id, stated_again));
                // Only its editor can look at it.
                if self.is_preview { State::Current } else { State::Draft }
            }
            _ => State::Current,
        }
    }

    /// Whether on the day of the site the document is withdrawn, whatever will be.
    fn has_ended(&self, timeline: &Timeline) -> bool {
        let last = timeline.versions().rev().find(|version| version.id.day() <= self.world.today());
        last.is_some_and(|version| version.kind == Kind::Withdrawal)
    }

    /// Whether every working text says the same as the newest version, and none is missing.
    fn is_unchanged(&self, timeline: &Timeline, working: &BTreeMap<Locale, Translation>) -> bool {
        let published = |locale: &&Locale| self.config.publish.as_ref().is_none_or(|all| all.contains(locale));
        let archived: BTreeSet<&Locale> = timeline.versions().flat_map(|version| version.texts.locales()).collect();
        let mut there = archived.into_iter().filter(published).filter(|locale| timeline.newest_text(locale).is_some());
        working.values().all(|text| self.held.contains_key(&text.path))
            && there.all(|locale| working.contains_key(locale))
    }

    /// The working texts; those that say the same as a version have its dates.
    fn dated(
        &self,
        document: &Document,
        working: BTreeMap<Locale, Translation>,
        own: Option<VersionId>,
        sink: &mut Vec<Diagnostic>,
    ) -> BTreeMap<Locale, Translation> {
        let dated = |(locale, mut text): (Locale, Translation)| {
            let version = self.held.get(&text.path).and_then(|id| document.timeline.get(*id));
            if let Some(version) = version {
                date(&mut text, version, sink);
            }
            if let Some(own) = own {
                (text.version, text.effective) = (Some(own), Some(own.day()));
            }
            (locale, text)
        };
        working.into_iter().map(dated).collect()
    }

    /// The texts that apply today: where the working text says the same, that one; and the working texts that
    /// do not apply today.
    fn of_the_day(
        &self,
        document: &Document,
        mut working: BTreeMap<Locale, Translation>,
        sink: &mut Vec<Diagnostic>,
    ) -> (BTreeMap<Locale, Translation>, BTreeMap<Locale, Translation>) {
        let mut shown = BTreeMap::new();
        let timeline = &document.timeline;
        let archived = timeline.versions().flat_map(|version| version.texts.locales());
        let locales: BTreeSet<Locale> = archived.chain(working.keys()).cloned().collect();
        let today = self.world.today();
        for locale in locales {
            let steps = steps(timeline, self.config, &locale);
            let Some((version, edition)) = main_text(&steps, today).filter(|(_, edition)| *edition.locale == locale)
            else {
                continue;
            };
            let frozen = edition.text;
            let same =
                |text: &Translation| frozen.place == Place::Working || self.held.get(&text.path) == Some(&version.id);
            let is_own = working.get(&locale).is_some_and(same);
            let own = if is_own { working.remove(&locale) } else { None };
            let mut text = match own {
                Some(text) => text,
                None => {
                    match load::frozen(self.config, self.world, &document.id, &locale, frozen, load::Values::Then) {
                        Ok(text) => Translation { files: version.copies(), ..text },
                        Err(error) => {
                            sink.push(unreadable(&document.id, version, frozen, &error.to_string()));
                            continue;
                        }
                    }
                }
            };
            date(&mut text, version, sink);
            shown.insert(locale, text);
        }
        let aside = self.dated(document, working, None, &mut Vec::new());
        (shown, aside)
    }
}

/// Gives a text the dates of a version.
fn date(text: &mut Translation, version: &Version, sink: &mut Vec<Diagnostic>) {
    text.version = Some(version.id);
    let frozen = version.texts.get(&text.locale);
    let (Some(frozen), true) = (frozen, version.record.is_some() || text.frozen.is_some()) else { return };
    if let (Some(updated), Some((known, revision))) = (frozen.updated, text.dates.updated.known())
        && updated != known
    {
        sink.push(date_differs(&text.path, version.id, updated, known, revision.short()));
    }
    text.recorded = Some(Recorded { updated: frozen.updated, instant: frozen.instant });
    text.effective = Some(version.id.day());
    text.published = version.published.or(text.published);
}

/// The working texts as a version that is not archived yet.
fn of_working(id: VersionId, working: &BTreeMap<Locale, Translation>, before: &Timeline) -> Version {
    let archived: BTreeSet<&Locale> = before.versions().flat_map(|version| version.texts.locales()).collect();
    let is_gone = |locale: &&Locale| before.newest_text(locale).is_some() && !working.contains_key(*locale);
    let text = |text: &Translation| Frozen {
        place: Place::Working,
        source: text.path.clone(),
        updated: text.updated(),
        instant: text.dates.updated.known().map(|(_, revision)| Instant(revision.seconds)),
        commit: text.dates.updated.known().map(|(_, revision)| revision.commit.clone()),
    };
    Version {
        id,
        published: working.values().find_map(|text| text.published),
        archived: None,
        kind: Kind::Major,
        imported: false,
        texts: working.iter().map(|(locale, own)| (locale.clone(), text(own))).collect(),
        notes: BTreeMap::new(),
        discontinued: archived.into_iter().filter(is_gone).cloned().collect(),
        files: BTreeMap::new(),
        record: None,
    }
}

fn unreadable(document: &DocumentId, version: &Version, frozen: &Frozen, reason: &str) -> Diagnostic {
    let message = format!("the text of {document}@{} cannot be read: it {reason}", version.id);
    Diagnostic::error(Code::ARCHIVE_MISSING, message).in_file(&frozen.source)
}

fn stated_too_early(path: &SourcePath, document: &DocumentId, day: Day, newest: VersionId) -> Diagnostic {
    let message = format!(
        "`{path}` states that it applies from {day}, but it differs from {document}@{newest}, which does already"
    );
    Diagnostic::warning(Code::EFFECTIVE_ORDER, message)
        .in_file(path)
        .cure("write the day from which the changed text applies as `effective`, or remove the line")
}

fn stated_otherwise(path: &SourcePath, document: &DocumentId, day: Day, newest: VersionId) -> Diagnostic {
    let message = format!(
        "`{path}` states that it applies from {day}, but it is archived as {document}@{newest}, and applies from {}",
        newest.day()
    );
    Diagnostic::warning(Code::EFFECTIVE_ORDER, message)
        .in_file(path)
        .cure("an archived version keeps its day; to announce another day, archive a text that says so")
}

fn draft(path: &SourcePath, document: &DocumentId, newest: VersionId, stated: Option<Day>) -> Diagnostic {
    let states = stated.map(|day| format!(", and states that it applies from {day}")).unwrap_or_default();
    let message = format!(
        "`{path}` was changed after {document}@{newest} was archived, which does not apply yet{states}; \
         readers do not see the change"
    );
    Diagnostic::warning(Code::EFFECTIVE_ORDER, message).in_file(path).cure(format!(
        "state a later day as `effective`, or archive the text as a version of its own: \
         engross archive {document} --effective {}",
        newest.day()
    ))
}

fn date_differs(path: &SourcePath, version: VersionId, recorded: Day, known: Day, commit: &str) -> Diagnostic {
    let message = format!(
        "the record of version {version} says that `{path}` was updated on {recorded}; by its history it was on {known}, in {commit}"
    );
    Diagnostic::warning(Code::DATE_DIFFERS, message)
        .in_file(path)
        .cure("the page shows the recorded date; if history was rewritten since, nothing is wrong")
}
