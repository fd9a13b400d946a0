//! Whether a translation has caught up with its original.

use crate::archive::{Frozen, Kind, Material, Place, Timeline, Version};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::{Day, Instant, Locale, SourcePath, VersionId};

/// How a text stands to the original.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Currency {
    /// It is the original, or there is none.
    #[default]
    Original,
    /// It says what the original says.
    Current,
    /// The original was changed since.
    Behind(Behind),
    /// It reflects a version of the original that does not stand at its main address yet.
    Ahead(VersionId),
    /// Nothing says when one of the two was changed.
    Unknown,
}

/// What a translation lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// The text of the original that it reflects, if that is known.
    pub base: Option<Base>,
    /// The day of that text.
    pub reflects: Option<Day>,
    /// The day of the first change that it lacks, if that is known.
    pub since: Option<Day>,
    /// The day of the last one.
    pub changed: Day,
}

/// The text of an original that a translation reflects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Base {
    /// That of a version.
    Version(VersionId),
    /// That of a revision.
    Revision(Frozen),
}

/// What is known of one of the two texts.
#[derive(Debug, Clone, Default)]
pub struct Side {
    /// The day of the last revision that changed what it says.
    pub updated: Option<Day>,
    /// The moment of that revision.
    pub instant: Option<Instant>,
    /// The version that says the same.
    pub version: Option<VersionId>,
    /// Whether a record of that version says so: then history has no say, so that the site is the same without it.
    pub is_recorded: bool,
}

/// Everything that decides how a translation stands to its original.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// The original.
    pub original: &'a Side,
    /// The translation.
    pub text: &'a Side,
    /// What the translation says that it translates: a version, or a revision.
    pub translates: Option<&'a str>,
    /// The versions of the document.
    pub timeline: &'a Timeline,
    /// The language of the original.
    pub source: &'a Locale,
    /// The later revisions of the original, newest first.
    pub material: &'a [Material],
    /// The day of the site.
    pub today: Day,
}

impl Compared<'_> {
    /// How the translation stands to the original; nothing where what it says that it translates is not known.
    ///
    /// Where it says nothing, it reflects the newest revision of the original that is not later than its own
    /// last change; one made by the same commit, which has the same moment, is not later.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        match self.translates {
            None => Some(self.derived()),
            Some(name) => match VersionId::parse(name) {
                Some(version) => self.of_version(version),
                None => self.of_revision(name),
            },
        }
    }

    fn derived(&self) -> Currency {
        let (original, text) = (self.original, self.text);
        // Days, and names of versions, speak where records know no more.
        let is_later = |instant: Option<Instant>, day: Option<Day>, version: Option<VersionId>| {
            let by_instant = instant.zip(text.instant).map(|(one, own)| one > own);
            let by_day = || day.zip(text.updated).map(|(one, own)| one > own);
            by_instant.or_else(by_day).or_else(|| version.zip(text.version).map(|(one, own)| one > own))
        };
        // A translation that is as it was archived lacks what its original got since then.
        let was_archived = || self.timeline.newest_text(self.source).is_some();
        let moved_on = || (text.is_recorded && original.version.is_none() && was_archived()).then_some(true);
        let is_behind = is_later(original.instant, original.updated, original.version).or_else(moved_on);
        match is_behind {
            Some(true) if original.is_recorded || original.instant.is_none() || text.instant.is_none() => {
                let texts =
                    self.timeline.versions().filter_map(|version| Some((version.id, version.texts.get(self.source)?)));
                let is_old =
                    |id: VersionId, text: &Frozen| is_later(text.instant, text.updated, Some(id)) == Some(false);
                let base = texts.rev().find(|(id, frozen)| is_old(*id, frozen));
                self.behind_version(base)
            }
            Some(true) => {
                let own = text.instant;
                let is_old = |revision: &Material| own.is_some_and(|own| Instant(revision.revision.seconds) <= own);
                self.behind(self.material.iter().position(is_old), original.updated)
            }
            Some(false) => Currency::Current,
            None => Currency::Unknown,
        }
    }

    /// Behind all revisions that are newer than one, unless the original says again what that one said.
    fn behind(&self, base: Option<usize>, changed: Option<Day>) -> Currency {
        let newer = &self.material[..base.unwrap_or(self.material.len())];
        let missing = || newer.iter().filter(|revision| revision.is_material);
        let Some(changed) = missing().map(|revision| revision.day).next().or(changed) else { return Currency::Unknown };
        let base = base.map(|at| &self.material[at..]).unwrap_or_default();
        if base.first().is_some_and(|base| base.is_as_now) {
            return Currency::Current;
        }
        Currency::Behind(Behind {
            reflects: base.iter().find(|revision| revision.is_material).or(base.first()).map(|revision| revision.day),
            base: base.first().map(|base| Base::Revision(base.text.clone())),
            since: missing().next_back().map(|revision| revision.day),
            changed,
        })
    }

    /// Behind the versions that are newer than one, unless the original says again what that one said.
    fn behind_version(&self, base: Option<(VersionId, &Frozen)>) -> Currency {
        let is_newer = |version: &&Version| base.is_none_or(|(id, _)| version.id > id) && version.kind == Kind::Major;
        let now = self.original.version.and_then(|now| self.timeline.get(now)?.texts.get(self.source));
        if base.zip(now).is_some_and(|((_, then), now)| is_copy(then, now)) {
            return Currency::Current;
        }
        let mut newer = self.timeline.versions().filter(is_newer);
        let recorded = newer.find_map(|version| version.texts.get(self.source)?.updated);
        // What is not archived yet stands in history only.
        let instant = base.and_then(|(_, frozen)| frozen.instant);
        let is_later = |revision: &&Material| instant.is_some_and(|then| Instant(revision.revision.seconds) > then);
        let mut lacking = self.material.iter().filter(is_later).filter(|revision| revision.is_material);
        let since = recorded.or_else(|| lacking.next_back().map(|revision| revision.day));
        let Some(changed) = self.original.updated.or(since) else { return Currency::Unknown };
        Currency::Behind(Behind {
            reflects: base.and_then(|(id, frozen)| frozen.updated.or(Some(id.day()))),
            base: base.map(|(id, _)| Base::Version(id)),
            since,
            changed,
        })
    }

    fn of_version(&self, id: VersionId) -> Option<Currency> {
        let frozen = self.timeline.get(id)?.texts.get(self.source)?;
        if id.day() > self.today {
            return Some(Currency::Ahead(id));
        }
        let newer = |version: &&Version| version.id > id && version.kind == Kind::Major;
        let only_corrected = || {
            self.original.version.is_some_and(|now| {
                let mut newer = self.timeline.versions().filter(newer).filter(|version| version.id <= now);
                !newer.any(|version| version.texts.get(self.source).is_some())
            })
        };
        let instants = self.original.instant.zip(frozen.instant);
        let is_current = instants.map_or_else(only_corrected, |(now, then)| now <= then);
        Some(if is_current { Currency::Current } else { self.behind_version(Some((id, frozen))) })
    }

    fn of_revision(&self, name: &str) -> Option<Currency> {
        let name = Some(name).filter(|name| name.len() >= 7)?;
        let is_its = |frozen: &&Frozen| frozen.commit.as_ref().is_some_and(|commit| commit.starts_with(name));
        let has_it = |version: &&Version| version.texts.get(self.source).as_ref().is_some_and(is_its);
        if let Some(version) = self.timeline.versions().find(has_it) {
            return self.of_version(version.id);
        }
        let at = self.material.iter().position(|revision| revision.revision.commit.starts_with(name))?;
        let is_current = !self.material[..at].iter().any(|revision| revision.is_material);
        Some(if is_current { Currency::Current } else { self.behind(Some(at), self.original.updated) })
    }
}

/// Whether two records hold the same bytes.
fn is_copy(one: &Frozen, other: &Frozen) -> bool {
    matches!((&one.place, &other.place), (Place::Record(_, one), Place::Record(_, other)) if one == other)
}

pub(super) fn unknown(path: &SourcePath, name: &str) -> Diagnostic {
    let message =
        format!("`{path}` says that it translates \"{name}\", which is no version and no revision of the original");
    Diagnostic::warning(Code::TRANSLATES_UNKNOWN, message)
        .in_file(path)
        .cure("name a version, such as 2016-06-01, or the first seven or more digits of a commit; or remove the line")
}
