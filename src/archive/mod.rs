//! The versions of every document: texts that were frozen, and the day from which each applies.
//!
//! They come from records in `versions/` ([`read`]), or from the history of the working texts
//! ([`from_history`]). A record is written once, as a whole, by [`write`], and never changed;
//! [`verify`] proves that from the digests in [`LEDGER`].

mod disk;
mod findings;
mod freeze;
mod held;
mod ledger;
mod material;
mod origin;
mod read;
mod record;
mod remembered;
mod revisions;
mod texts;
mod verify;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use disk::{Found, WriteError, find, write};
pub(crate) use freeze::options;
pub use freeze::{Unfrozen, Unknown, freeze};
pub use held::{Held, held};
pub use ledger::{Ledger, digest};
pub use material::{Material, material};
pub use origin::changed_since_first_commit;
pub use read::read;
pub use record::{NewRecord, NewText};
pub(crate) use remembered::depends;
pub use revisions::{FromHistory, from_history};
pub use texts::Texts;
pub use verify::{Evidence, verify};

use crate::vocabulary::{Day, DocumentId, Instant, Locale, SourcePath, VersionId};

/// The folder of the records, at the root of a site.
pub const FOLDER: &str = "versions";

/// The file in [`FOLDER`] that lists the digest of every other one, in the form of `sha256sum`.
pub const LEDGER: &str = "SHA256SUMS";

/// The file in a version's folder that says what the version is.
pub const RECORD: &str = "version.toml";

/// What git is told of [`FOLDER`], so that it never changes line ends there.
pub const ATTRIBUTES: (&str, &str) = (".gitattributes", "* -text\n");

/// The versions of all documents.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    /// By document.
    pub timelines: BTreeMap<DocumentId, Timeline>,
}

/// The versions of a document in the order of time. A clone shares them.
#[derive(Debug, Clone, Default)]
pub struct Timeline(Arc<BTreeMap<VersionId, Version>>);

/// A version of a document: a text in one or several languages, and the day from which it applies.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its name, which begins with the first day in force.
    pub id: VersionId,
    /// The day of publication, where its author stated it.
    pub published: Option<Day>,
    /// The day on which it was frozen.
    pub archived: Option<Day>,
    /// How much it changed.
    pub kind: Kind,
    /// Whether `import` wrote it, from history.
    pub imported: bool,
    /// The texts by language. A language that is missing has an unchanged text, or none.
    pub texts: Texts,
    /// What changed, by language, in the words of its author.
    pub notes: BTreeMap<Locale, String>,
    /// The languages in which the document has no text any more.
    pub discontinued: Vec<Locale>,
    /// Files that the texts refer to: the path that a text means, and the frozen copy.
    pub files: BTreeMap<SourcePath, Kept>,
    /// The record; a version from history has none.
    pub record: Option<SourcePath>,
}

/// How much a version changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What the text says.
    Major,
    /// A correction.
    Minor,
    /// There is no text any more: the document was withdrawn.
    Withdrawal,
}

impl Kind {
    /// The word in records and for machines.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Withdrawal => "withdrawal",
        }
    }
}

/// A text of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// Where it is.
    pub place: Place,
    /// The file of the working text from which it was made: links in it are relative to that.
    pub source: SourcePath,
    /// The day of the last revision that changed what it says.
    pub updated: Option<Day>,
    /// The moment of that revision.
    pub instant: Option<Instant>,
    /// The commit that holds it.
    pub commit: Option<String>,
}

/// Where the text of a version is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a file of a record, whose digest is given.
    Record(SourcePath, String),
    /// In git: the ids of the text, and of the settings of that time if it depends on them.
    Revision {
        /// The text.
        text: String,
        /// The settings file.
        settings: Option<String>,
    },
    /// It is the working text, not frozen yet.
    Working,
}

/// A copy of a file that a text refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where it lies.
    pub path: SourcePath,
    /// Its digest by the record.
    pub sha256: String,
}

impl Version {
    /// For each file that the texts refer to the copy that was kept.
    #[must_use]
    pub fn copies(&self) -> BTreeMap<SourcePath, SourcePath> {
        self.files.iter().map(|(meant, kept)| (meant.clone(), kept.path.clone())).collect()
    }

    /// Whether it is the working text, not frozen yet.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.texts.values().any(|text| text.place == Place::Working)
    }
}

impl Timeline {
    /// Adds a version. Gives it back if there is one of that name.
    pub(crate) fn insert(&mut self, version: Version) -> Option<Version> {
        if self.0.contains_key(&version.id) {
            return Some(version);
        }
        Arc::make_mut(&mut self.0).insert(version.id, version);
        None
    }

    /// A version by its name.
    #[must_use]
    pub fn get(&self, id: VersionId) -> Option<&Version> {
        self.0.get(&id)
    }

    /// The versions, oldest first.
    #[must_use]
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = &Version> {
        self.0.values()
    }

    /// The last version in time.
    #[must_use]
    pub fn newest(&self) -> Option<&Version> {
        self.0.values().next_back()
    }

    /// The newest text in a language.
    #[must_use]
    pub fn newest_text(&self, locale: &Locale) -> Option<(&Version, &Frozen)> {
        for version in self.0.values().rev() {
            if let Some(text) = version.texts.get(locale) {
                return Some((version, text));
            }
            if version.discontinued.contains(locale) {
                return None;
            }
        }
        None
    }

    /// The last version that has texts.
    #[must_use]
    pub fn newest_with_text(&self) -> Option<&Version> {
        self.0.values().rev().find(|version| version.kind != Kind::Withdrawal)
    }

    /// The text in a language that stands when a version begins.
    #[must_use]
    pub fn text_at(&self, locale: &Locale, id: VersionId) -> Option<&Frozen> {
        for version in self.0.range(..=id).rev().map(|(_, version)| version) {
            if let Some(text) = version.texts.get(locale) {
                return Some(text);
            }
            if version.discontinued.contains(locale) {
                return None;
            }
        }
        None
    }

    /// A name for a version that begins on a day and comes after all that begin on it.
    #[must_use]
    pub fn free_name(&self, day: Day) -> VersionId {
        let mut id = VersionId::first_of(day);
        while self.0.contains_key(&id) {
            id = id.next();
        }
        id
    }
}
