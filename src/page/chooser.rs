//! `/`: the choice of a language.

use serde::Serialize;

use super::common::{From, PageContext, fill};
use crate::diagnostic::Diagnostic;
use crate::site::{Body, Site};
use crate::vocabulary::{DocumentId, Locale, SitePath};

/// What `chooser.html` is given.
#[derive(Debug, Serialize)]
struct ChooserContext {
    /// The invitation in each language, or the title of the document in it.
    invitations: Vec<Invitation>,
}

#[derive(Debug, Serialize)]
struct Invitation {
    lang: String,
    dir: &'static str,
    text: String,
}

pub(super) fn render(site: &Site, path: &SitePath) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let Some((locale, language)) = speaker(site) else { return Ok(Vec::new()) };
    let title = site.title(&language.strings);
    let Some(mut page) = PageContext::new(&from, locale, title, |other| Some(site.home(other))) else {
        return Ok(Vec::new());
    };
    let invitations = site
        .languages
        .iter()
        .map(|(locale, language)| Invitation {
            lang: locale.tag().to_owned(),
            dir: locale.direction().as_str(),
            text: language.strings.get("choose-language"),
        })
        .collect();
    page.description = Some(names(&page));
    fill(site, "chooser.html", &page, language, &ChooserContext { invitations }, 4096)
}

/// `/privacy/`: a document in each of its languages.
pub(super) fn of_document(site: &Site, path: &SitePath, id: &DocumentId) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let (Some((locale, language)), Some(document)) = (speaker(site), site.documents.get(id)) else {
        return Ok(Vec::new());
    };
    let title = super::versions::title(site, document, locale);
    let own = |other: &Locale| match site.body(document, other)? {
        Body::Translated(_) | Body::Inherited(_) => Some(site.page(id, other)),
        Body::Fallback(_) => None,
    };
    let Some(mut page) = PageContext::new(&from, locale, title, own) else { return Ok(Vec::new()) };
    page.noindex = document.is_withdrawn;
    let titles = site.languages.keys().filter(|other| own(other).is_some());
    let invitations = titles
        .filter_map(|other| {
            let text = site.body(document, other)?.text();
            let (lang, dir) = (other.tag().to_owned(), other.direction().as_str());
            Some(Invitation { lang, dir, text: text.title.clone() })
        })
        .collect();
    page.description = Some(names(&page));
    fill(site, "chooser.html", &page, language, &ChooserContext { invitations }, 4096)
}

/// The languages of a page in words.
fn names(page: &PageContext<'_>) -> String {
    page.languages.iter().map(|language| language.name).collect::<Vec<_>>().join(" · ")
}

/// The language of pages that belong to none: the source language, else the first.
pub(super) fn speaker(site: &Site) -> Option<(&Locale, &crate::site::Language)> {
    site.languages.get_key_value(&site.config.source).or_else(|| site.languages.iter().next())
}
