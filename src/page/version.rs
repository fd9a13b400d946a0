//! `/de/privacy/2016-06-01/`: a version of a document in a language, and its Markdown.

use super::common::{From, PageContext, fill};
use super::jsonld;
use super::standing::{StandingContext, View};
use super::text::{Around, context};
use crate::diagnostic::Diagnostic;
use crate::site::{Document, Entry, Site, Standing};
use crate::source::TextError;
use crate::vocabulary::{DocumentId, Locale, SitePath, SourcePath, VersionId};

pub(super) fn render(
    site: &Site,
    path: &SitePath,
    id: &DocumentId,
    version: VersionId,
    locale: &Locale,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let (Some(document), Some(language)) = (site.documents.get(id), site.languages.get_key_value(locale)) else {
        return Ok(Vec::new());
    };
    let entries = site.timeline(document, locale);
    let Some((at, entry)) = find(&entries, version) else { return Ok(Vec::new()) };
    let (Some(found), Some(edition)) = (entry.version, entry.edition) else { return Ok(Vec::new()) };
    let text = site.text_of(document, found, edition).map_err(|error| gone(&edition.text.source, &error))?;
    let prose = site.prose(&text).map_err(|error| gone(&edition.text.source, &error))?;
    let same = |other: &Locale| Some(in_language(site, document, version, other));
    let title = format!("{} ({})", text.title, super::standing::name(version, language.1));
    let Some(mut page) = PageContext::new(&from, locale, title, same) else { return Ok(Vec::new()) };
    page.description = text.description.clone().or_else(|| prose.opening());

    match entry.standing {
        // The same text as at the main address, which is the one to be found.
        Standing::InForce => page.canonical = Some(site.url(&site.page(id, edition.locale))),
        Standing::Superseded { .. } => page.noindex = true,
        Standing::Upcoming => page.canonical = Some(site.url(&site.version_page(id, version, edition.locale))),
    }
    let view =
        View { from: &from, document, locale, language: language.1, entries: &entries, at: Some(at), is_main: false };
    let standing = StandingContext::of(&view);
    page.relations = standing.relations(&from, document, locale);
    if !edition.is_fallback {
        page.data = Some(jsonld::of_text(site, document, &text, path, Some(entry), view.previous().as_ref()));
    }
    let around = Around { site, document, page: path, language, is_fallback: edition.is_fallback, is_preview: false };
    let own = context(&around, &text, &prose, standing, view.changed(false)?);
    fill(site, "version.html", &page, language.1, &own, own.size())
}

/// The same version in another language, or the list of versions where it has none.
fn in_language(site: &Site, document: &Document, version: VersionId, locale: &Locale) -> SitePath {
    let page = site.version_page(&document.id, version, locale);
    if site.routes.contains_key(&page) { page } else { site.versions_page(&document.id, locale) }
}

/// The Markdown of a version, byte for byte.
pub(super) fn source(
    site: &Site,
    id: &DocumentId,
    version: VersionId,
    locale: &Locale,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let Some(document) = site.documents.get(id) else { return Ok(Vec::new()) };
    let entries = site.timeline(document, locale);
    let Some(edition) = find(&entries, version).and_then(|(_, entry)| entry.edition) else { return Ok(Vec::new()) };
    let text = site.markdown_of(edition.text).map_err(|error| gone(&edition.text.source, &error))?;
    Ok(text.as_bytes().to_vec())
}

fn find<'e, 'a>(entries: &'e [Entry<'a>], id: VersionId) -> Option<(usize, &'e Entry<'a>)> {
    entries.iter().enumerate().find(|(_, entry)| entry.version.is_some_and(|version| version.id == id))
}

fn gone(path: &SourcePath, error: &TextError) -> Box<Diagnostic> {
    Box::new(error.diagnose(path))
}
