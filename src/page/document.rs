//! `/de/privacy/`: a document in a language.

use super::Audience;
use super::common::{Alternate, From, PageContext, fill};
use super::jsonld;
use super::standing::{self, StandingContext, View};
use super::text::{Around, context};
use crate::diagnostic::Diagnostic;
use crate::site::{Body, Document, Site, Translation};
use crate::vocabulary::{DocumentId, Locale, SitePath};

pub(super) fn render(
    site: &Site,
    path: &SitePath,
    id: &DocumentId,
    locale: &Locale,
    audience: Audience,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let found = site.documents.get(id).and_then(|document| Some((document, site.body(document, locale)?)));
    let (Some((document, body)), Some(language)) = (found, site.languages.get_key_value(locale)) else {
        return Ok(Vec::new());
    };
    let text = body.text();
    let same = |other: &Locale| site.body(document, other).map(|_| site.page(id, other));
    let Some(mut page) = PageContext::new(&from, locale, text.title.clone(), same) else { return Ok(Vec::new()) };

    page.noindex = document.is_withdrawn;
    match body {
        Body::Translated(_) if !page.noindex => page.alternates = alternates(site, document),
        Body::Translated(_) => {}
        Body::Inherited(_) | Body::Fallback(_) => page.canonical = Some(site.url(&site.page(id, &text.locale))),
    }
    page.sheet = match (text.version, text.updated()) {
        (Some(version), _) => format!("{} · {}", text.title, standing::name(version, language.1)),
        (None, Some(day)) => {
            let updated = language.1.strings.with("updated", &[("date", language.1.strings.date(day).into())]);
            format!("{} · {updated}", text.title)
        }
        (None, None) => text.title.clone(),
    };
    let entries = site.timeline(document, locale);
    let at = standing::of_text(&entries, text);
    let view = View { from: &from, document, locale, language: language.1, entries: &entries, at, is_main: true };
    let standing = StandingContext::of(&view);
    page.relations = standing.relations(&from, document, locale);
    page.feed = feed(&from, document, locale);
    let prose = site.prose(text).map_err(|error| Box::new(error.diagnose(&text.path)))?;
    page.description = text.description.clone().or_else(|| prose.opening());
    let around = Around {
        site,
        document,
        page: path,
        language,
        is_fallback: matches!(body, Body::Fallback(_)),
        is_preview: audience == Audience::Editor,
    };
    if matches!(body, Body::Translated(_)) {
        let entry = at.map(|at| &entries[at]);
        page.data = Some(jsonld::of_text(site, document, text, path, entry, view.previous().as_ref()));
    }
    let own = context(&around, text, &prose, standing, view.changed(true)?);
    fill(site, "document.html", &page, language.1, &own, own.size())
}

/// The feed of a document, which begins with its first version.
pub(super) fn feed(from: &From<'_>, document: &Document, locale: &Locale) -> Option<String> {
    let has_versions = from.site.has_versions(document, locale);
    has_versions.then(|| from.link(&super::feed::of_document(from.site, &document.id, locale)))
}

/// The pages that hold a text in their own language; who speaks none of them gets the original.
pub(super) fn alternates(site: &Site, document: &Document) -> Vec<Alternate> {
    let of = |hreflang: &str, path: &SitePath| Alternate { hreflang: hreflang.to_owned(), url: site.url(path) };
    let page = |text: &Translation| site.page(&document.id, &text.locale);
    let default = site.original(document).map(page);
    let own = document.translations.values().map(|text| of(text.locale.tag(), &page(text)));
    own.chain(default.map(|path| of("x-default", &path))).collect()
}
