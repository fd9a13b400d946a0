//! `/de/`: the policies in a language.

use std::collections::BTreeMap;

use serde::Serialize;

use super::common::{Alternate, DateContext, From, PageContext, fill};
use crate::diagnostic::Diagnostic;
use crate::language::Order;
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
    /// From when it applies.
    effective: Option<DateContext>,
    updated: Option<DateContext>,
    /// Whether the policy was withdrawn.
    withdrawn: bool,
}

pub(super) fn render(site: &Site, path: &SitePath, locale: &Locale) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let Some(language) = site.languages.get(locale) else { return Ok(Vec::new()) };
    let title = site.title(&language.strings);
    let Some(mut page) = PageContext::new(&from, locale, title, |other| Some(site.home(other))) else {
        return Ok(Vec::new());
    };
    page.alternates = alternates(site);
    if site.documents.values().any(|document| site.has_versions(document, locale)) {
        page.feed = Some(from.link(&super::feed::of_language(site, locale)));
    }
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
            effective: DateContext::effective(text, language),
            updated: DateContext::updated(text, language),
            withdrawn: document.is_withdrawn,
        });
    }
    // Names are in the order of the language.
    let order = Order::of(locale);
    let mut groups: Vec<(&str, Vec<Entry<'_>>)> = groups.into_iter().collect();
    groups.sort_by(|(one, _), (other, _)| order.compare(one, other));
    for (_, documents) in &mut groups {
        documents.sort_by(|one, other| order.compare(one.title, other.title));
    }
    let groups: Vec<Group<'_>> =
        groups.into_iter().map(|(name, documents)| Group { name: name.replace('/', " / "), documents }).collect();
    let titles: Vec<&str> =
        groups.iter().flat_map(|group| &group.documents).take(10).map(|document| document.title).collect();
    page.description = Some(titles.join(" · "));
    fill(site, "home.html", &page, language, &HomeContext { groups }, 16384)
}

/// Every language's start page; who speaks none of them gets the source language.
pub(super) fn alternates(site: &Site) -> Vec<Alternate> {
    let of = |hreflang: &str, path: &SitePath| Alternate { hreflang: hreflang.to_owned(), url: site.url(path) };
    let homes = site.languages.keys().map(|locale| of(locale.tag(), &site.home(locale)));
    let source = &site.config.source;
    let default = site.languages.contains_key(source).then(|| of("x-default", &site.home(source)));
    homes.chain(default).collect()
}
