//! The settings of versions.

use std::collections::BTreeMap;

use super::words::{Laws, read_legal};
use crate::data::Reader;
use crate::diagnostic::Span;
use crate::vocabulary::{Day, DocumentId};

/// `[versions]`, and `[documents.NAME]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Versions {
    /// `from`: where versions come from.
    pub from: VersionsFrom,
    /// `publish`: which texts everybody sees.
    pub publish: Publish,
    /// `effective`: where a text states the day from which it applies, for versions from history.
    pub stated: Stated,
    /// `compare`: which versions are compared.
    pub compare: Compare,
    /// `since`: older revisions are no versions.
    pub since: Option<Day>,
    /// `notice_days`: so many days before it applies a version must be published.
    notice_days: Option<u32>,
    /// The same for single documents.
    documents: BTreeMap<DocumentId, u32>,
    /// The documents that have settings of their own, and where `engross.toml` names them.
    pub named: Vec<(DocumentId, Span)>,
}

/// Where versions come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum VersionsFrom {
    /// Records in `versions/`.
    #[default]
    Folder,
    /// The history of the working texts.
    Git,
}

/// Which texts everybody sees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Publish {
    /// The working text, as long as it does not apply from a later day.
    #[default]
    Working,
    /// Archived versions alone.
    Archived,
}

/// Which versions are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Compare {
    /// Each with the one before, and with the one in force.
    #[default]
    Adjacent,
    /// Each with each.
    All,
}

/// Where a text states the day from which it applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stated {
    /// In an attribute list: `{: datetime="2016-06-01" }`.
    Datetime,
    /// In this key of the front matter.
    Key(String),
}

impl Default for Stated {
    /// In the key in which a text states it for its page.
    fn default() -> Self {
        Self::Key("effective".to_owned())
    }
}

impl Versions {
    /// So many days before it applies a version of a document must be published.
    #[must_use]
    pub fn notice_days(&self, document: &DocumentId) -> u32 {
        self.documents.get(document).copied().or(self.notice_days).unwrap_or(0)
    }
}

/// Reads `[versions]`.
pub(super) fn read_versions(reader: &mut Reader<'_>) -> Versions {
    let stated = reader.text("effective").map(|key| match key.value.as_str() {
        "datetime" => Stated::Datetime,
        key => Stated::Key(key.to_owned()),
    });
    Versions {
        from: reader
            .choice("from", &[("folder", VersionsFrom::Folder), ("git", VersionsFrom::Git)])
            .unwrap_or_default(),
        publish: reader
            .choice("publish", &[("working", Publish::Working), ("archived", Publish::Archived)])
            .unwrap_or_default(),
        stated: stated.unwrap_or_default(),
        compare: reader
            .choice("compare", &[("adjacent", Compare::Adjacent), ("all", Compare::All)])
            .unwrap_or_default(),
        since: reader.day("since"),
        notice_days: reader.count("notice_days").map(|days| days.value),
        documents: BTreeMap::new(),
        named: Vec::new(),
    }
}

/// Reads `[documents.NAME]`.
pub(super) fn read_documents(reader: &mut Reader<'_>, versions: &mut Versions, laws: &mut Laws) {
    reader.sections("documents", |entry, inner| {
        let days = inner.count("notice_days").map(|days| days.value);
        versions.documents.extend(days.map(|days| (DocumentId::new(&entry.key), days)));
        laws.add(DocumentId::new(&entry.key), read_legal(inner));
        versions.named.push((DocumentId::new(&entry.key), entry.key_span.clone()));
    });
}
