//! Whether a translation has caught up with its original.

use crate::archive::{Frozen, Material, Timeline};
use crate::diagnostic::{Code, Diagnostic};
use crate::history::Revision;
use crate::vocabulary::{Day, Locale, SourcePath, VersionId};

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
    /// That revision.
    pub revision: Option<Revision>,
    /// The version that says the same.
    pub version: Option<VersionId>,
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
    /// last change; one made by the same commit is not later.
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
        if let (Some(newest), Some(own)) = (&original.revision, &text.revision) {
            if newest.commit == own.commit || newest.seconds <= own.seconds {
                return Currency::Current;
            }
            let at = self.material.iter().position(|revision| revision.revision.seconds <= own.seconds);
            return self.behind(at, original.updated);
        }
        match (original.updated, text.updated) {
            (Some(changed), Some(own)) if changed > own => {
                let is_old = |frozen: &&Frozen| frozen.updated.is_some_and(|day| day <= own);
                let versions = self.timeline.versions().rev();
                let mut texts = versions.filter_map(|version| Some((version.id, version.texts.get(self.source)?)));
                let base = texts.find(|(_, frozen)| is_old(frozen));
                Currency::Behind(Behind {
                    reflects: base.and_then(|(_, frozen)| frozen.updated),
                    base: base.map(|(id, _)| Base::Version(id)),
                    since: None,
                    changed,
                })
            }
            (Some(_), Some(_)) => Currency::Current,
            _ => Currency::Unknown,
        }
    }

    /// Behind all revisions that are newer than one, if any of them says something else.
    fn behind(&self, base: Option<usize>, changed: Option<Day>) -> Currency {
        let newer = &self.material[..base.unwrap_or(self.material.len())];
        let missing = || newer.iter().filter(|revision| revision.is_material);
        let Some(changed) = missing().map(|revision| revision.day).next().or(changed) else { return Currency::Unknown };
        let base = base.and_then(|at| self.material.get(at));
        Currency::Behind(Behind {
            reflects: base.map(|base| base.day),
            base: base.map(|base| Base::Revision(base.text.clone())),
            since: missing().next_back().map(|revision| revision.day),
            changed,
        })
    }

    fn of_version(&self, id: VersionId) -> Option<Currency> {
        let frozen = self.timeline.get(id)?.texts.get(self.source)?;
        if self.original.version == Some(id) {
            return Some(Currency::Current);
        }
        if id.day() > self.today {
            return Some(Currency::Ahead(id));
        }
        let later = self.timeline.versions().filter(|version| version.id > id);
        let since = later.filter_map(|version| version.texts.get(self.source)).find_map(|frozen| frozen.updated);
        let changed = self.original.updated.or(since)?;
        let reflects = frozen.updated.or(Some(id.day()));
        Some(Currency::Behind(Behind { base: Some(Base::Version(id)), reflects, since, changed }))
    }

    fn of_revision(&self, name: &str) -> Option<Currency> {
        let is_meant = |revision: &Material| name.len() >= 7 && revision.revision.commit.starts_with(name);
        let at = self.material.iter().position(is_meant)?;
        let is_current = !self.material[..at].iter().any(|revision| revision.is_material);
        Some(if is_current { Currency::Current } else { self.behind(Some(at), self.original.updated) })
    }
}

pub(super) fn unknown(path: &SourcePath, name: &str) -> Diagnostic {
    let message =
        format!("`{path}` says that it translates \"{name}\", which is no version and no revision of the original");
    Diagnostic::warning(Code::TRANSLATES_UNKNOWN, message)
        .in_file(path)
        .cure("name a version, such as 2016-06-01, or the first seven or more digits of a commit; or remove the line")
}
