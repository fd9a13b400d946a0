//! `/de/`: the policies in a language.

use std::collections::BTreeMap;

use serde::Serialize;

use super::common::{Alternate, DateContext, From, PageContext, fill};
use crate::diagnostic::Diagnostic;
use crate::site::Site;
use crate::vocabulary::{Locale, SitePath};

/// What `home.html` is given.
#[derive(Debug, Serialize)]
struct HomeContext<'a> {
    /// The documents by folder; those at the top come first and have no name.
    groups: Vec<Group<'a>>,
}

#[derive(Debug, Serialize)]
struct Group<'a> {
    name: String,
    documents: Vec<Entry<'a>>,
}

#[derive(Debug, Serialize)]
struct Entry<'a> {
    title: &'a str,
    url: String,
    /// The language of the title.
    lang: &'a str,
    dir: &'static str,
    /// Whether that is another than the page's.
    foreign: bool,
    description: Option<&'a str>,
    updated: Option<DateContext>,
}

pub(super) fn render(site: &Site, path: &SitePath, locale: &Locale) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let Some(language) = site.languages.get(locale) else { return Ok(Vec::new()) };
    let title = site.title(&language.strings);
    let Some(mut page) = PageContext::new(&from, locale, title, |other| Some(site.home(other))) else {
        return Ok(Vec::new());
    };
    page.alternates = alternates(site);
    let mut groups: BTreeMap<&str, Vec<Entry<'_>>> = BTreeMap::new();
    for document in site.documents.values() {
        let Some(body) = site.body(document, locale) else { continue };
        let text = body.text();
        groups.entry(document.id.group()).or_default().push(Entry {
            title: &text.title,
            url: from.link(&site.page(&document.id, locale)),
            lang: text.locale.tag(),
            dir: text.locale.direction().as_str(),
            foreign: matches!(body, crate::site::Body::Fallback(_)),
            description: text.description.as_deref(),
            updated: DateContext::updated(text, language),
        });
    }
    let groups =
        groups.into_iter().map(|(name, documents)| Group { name: name.replace('/', " / "), documents }).collect();
    fill(site, "home.html", &page, language, &HomeContext { groups }, 16384)
}

/// Every language's start page; who speaks none of them gets the source language.
fn alternates(site: &Site) -> Vec<Alternate> {
    let of = |hreflang: &str, locale: &Locale| Alternate {
        hreflang: hreflang.to_owned(),
        url: site.url(&site.home(locale)),
    };
    let default = site.languages.contains_key(&site.config.source).then(|| of("x-default", &site.config.source));
    site.languages.keys().map(|locale| of(locale.tag(), locale)).chain(default).collect()
}
