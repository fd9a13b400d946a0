//! Files for machines: `versions.json` and `index.json`, and the schemas of both.

use serde::Serialize;

use super::versions::note;
use crate::archive::Place;
use crate::diagnostic::Diagnostic;
use crate::site::{Body, Document, Entry, Site, Translation};
use crate::vocabulary::{DocumentId, Locale, SitePath, VersionId};

/// The schemas: where they stand, what they are called, what they say.
pub(super) const SCHEMAS: &[(&str, &str, &str)] = &[
    ("schemas/diff-1.json", "diff-1", include_str!("schemas/diff-1.json")),
    ("schemas/index-1.json", "index-1", include_str!("schemas/index-1.json")),
    ("schemas/versions-1.json", "versions-1", include_str!("schemas/versions-1.json")),
];

#[derive(Serialize)]
struct VersionsFile<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    document: &'a str,
    language: &'a str,
    title: String,
    url: String,
    versions: Vec<VersionEntry<'a>>,
}

#[derive(Serialize)]
struct VersionEntry<'a> {
    version: Option<String>,
    url: Option<String>,
    source: Option<String>,
    effective: Option<String>,
    until: Option<String>,
    standing: &'static str,
    kind: &'static str,
    archived: bool,
    language: Option<&'a str>,
    note: Option<super::versions::NoteContext>,
    updated: Option<String>,
    published: Option<String>,
    commit: Option<&'a str>,
    sha256: Option<String>,
}

#[derive(Serialize)]
struct IndexFile<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    url: String,
    documents: Vec<DocumentEntry<'a>>,
}

#[derive(Serialize)]
struct DocumentEntry<'a> {
    document: &'a str,
    withdrawn: bool,
    languages: Vec<LanguageEntry<'a>>,
}

#[derive(Serialize)]
struct LanguageEntry<'a> {
    language: &'a str,
    title: &'a str,
    url: String,
    version: Option<String>,
    effective: Option<String>,
    updated: Option<String>,
    versions: Option<String>,
}

/// Where the list of versions for machines stands.
pub(super) fn versions_path(site: &Site, id: &DocumentId, locale: &Locale) -> SitePath {
    beside(&site.page(id, locale), "versions.json")
}

/// Where the Markdown of a version stands.
pub(super) fn source_path(site: &Site, id: &DocumentId, version: VersionId, locale: &Locale) -> SitePath {
    beside(&site.version_page(id, version, locale), "source.md")
}

pub(super) fn beside(page: &SitePath, name: &str) -> SitePath {
    let folder = page.as_str().strip_suffix("index.html").unwrap_or(page.as_str());
    SitePath::file(format!("{folder}{name}"))
}

/// The bytes of a schema.
pub(super) fn schema(name: &str) -> Vec<u8> {
    let text = SCHEMAS.iter().find(|(_, own, _)| *own == name).map_or("", |(.., text)| text);
    text.as_bytes().to_vec()
}

pub(super) fn written(file: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(file).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// `versions.json`.
pub(super) fn versions(site: &Site, id: &DocumentId, locale: &Locale) -> Result<Vec<u8>, Box<Diagnostic>> {
    let Some(document) = site.documents.get(id) else { return Ok(Vec::new()) };
    let entries = site.timeline(document, locale);
    let versions: Result<Vec<_>, _> =
        entries.iter().rev().map(|entry| entry_of(site, document, locale, entry)).collect();
    Ok(written(&VersionsFile {
        schema: site.url(&SitePath::file("schemas/versions-1.json")),
        document: id.as_str(),
        language: locale.tag(),
        title: super::versions::title(site, document, locale),
        url: site.url(&site.page(id, locale)),
        versions: versions?,
    }))
}

fn entry_of<'a>(
    site: &'a Site,
    document: &'a Document,
    locale: &Locale,
    entry: &Entry<'a>,
) -> Result<VersionEntry<'a>, Box<Diagnostic>> {
    let Entry { version, edition, from, standing } = *entry;
    let current = site.body(document, locale).map(Body::text).filter(|_| version.is_none());
    let page = match version {
        Some(version) => edition.map(|_| site.version_page(&document.id, version.id, locale)),
        None => Some(site.page(&document.id, locale)),
    };
    let source = version.zip(edition).map(|(version, _)| source_path(site, &document.id, version.id, locale));
    let sha256 = match edition.map(|edition| edition.text) {
        None => None,
        Some(text) => match &text.place {
            Place::Record(_, digest) => Some(digest.clone()),
            Place::Revision { .. } | Place::Working => {
                let bytes = site.markdown_of(text).map_err(|error| Box::new(error.diagnose(&text.source)))?;
                Some(crate::archive::digest(bytes.as_bytes()))
            }
        },
    };
    let updated = edition.and_then(|edition| edition.text.updated).or(current.and_then(Translation::updated));
    let own_commit = current.and_then(|text| text.dates.updated.known()).map(|(_, revision)| revision.commit.as_str());
    let text_locale = edition.map(|edition| edition.locale).or(current.map(|text| &text.locale));
    Ok(VersionEntry {
        version: version.map(|version| version.id.to_string()),
        url: page.map(|page| site.url(&page)),
        source: source.map(|source| site.url(&source)),
        effective: from.map(|day| day.to_string()),
        until: entry.until().map(|day| day.to_string()),
        standing: standing.as_str(),
        kind: version.map_or("major", |version| version.kind.as_str()),
        archived: version.is_some_and(|version| version.record.is_some()),
        language: text_locale.map(Locale::tag),
        note: version.and_then(|version| note(site, version, locale)),
        updated: updated.map(|day| day.to_string()),
        published: version
            .and_then(|version| version.published)
            .or(current.and_then(|text| text.published))
            .map(|day| day.to_string()),
        commit: edition.and_then(|edition| edition.text.commit.as_deref()).or(own_commit),
        sha256,
    })
}

/// `index.json`.
pub(super) fn index(site: &Site) -> Vec<u8> {
    let documents = site.documents.values().filter_map(|document| {
        let of = |locale| language(site, document, locale);
        let languages: Vec<_> = site.languages.keys().filter_map(of).collect();
        let (withdrawn, is_shown) = (document.is_withdrawn, !languages.is_empty());
        is_shown.then_some(DocumentEntry { document: document.id.as_str(), withdrawn, languages })
    });
    written(&IndexFile {
        schema: site.url(&SitePath::file("schemas/index-1.json")),
        url: site.config.base_url.as_str().to_owned(),
        documents: documents.collect(),
    })
}

/// A document in a language, if it has a text of its own there.
fn language<'a>(site: &'a Site, document: &'a Document, locale: &'a Locale) -> Option<LanguageEntry<'a>> {
    let text = document.translations.get(locale)?;
    let has_versions = site.has_versions(document, locale);
    Some(LanguageEntry {
        language: locale.tag(),
        title: &text.title,
        url: site.url(&site.page(&document.id, locale)),
        version: text.version.map(|id| id.to_string()),
        effective: text.effective.map(|day| day.to_string()),
        updated: text.updated().map(|day| day.to_string()),
        versions: has_versions.then(|| site.url(&versions_path(site, &document.id, locale))),
    })
}
