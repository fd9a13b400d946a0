//! What every template is given.

use std::collections::BTreeMap;

use serde::Serialize;

use super::hosts::POLICY;
use crate::config::Links;
use crate::diagnostic::Diagnostic;
use crate::language::long_date;
use crate::site::{Language, Site, Translation};
use crate::vocabulary::{Day, Locale, SitePath};

/// What every template is given as `page`.
#[derive(Debug, Serialize)]
pub(super) struct PageContext<'a> {
    /// The title of the page, without that of the site.
    pub title: String,
    /// A sentence about the page.
    pub description: Option<&'a str>,
    /// The language of the page.
    pub lang: &'a str,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The title of the site.
    pub site_title: String,
    /// The start page of the language.
    pub home: String,
    /// The address of the page that search engines shall know.
    pub canonical: Option<String>,
    /// Whether search engines shall pass by.
    pub noindex: bool,
    /// The same page in each language, by absolute address.
    pub alternates: Vec<Alternate>,
    /// The same page in each language, for readers.
    pub languages: Vec<LanguageLink<'a>>,
    /// The address of each file of `static/`.
    pub assets: BTreeMap<&'a str, String>,
    /// The policy for hosts that send no headers.
    pub content_security_policy: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Alternate {
    pub hreflang: String,
    pub url: String,
}

#[derive(Debug, Serialize)]
pub(super) struct LanguageLink<'a> {
    pub lang: &'a str,
    pub dir: &'static str,
    pub name: &'a str,
    pub url: String,
    pub current: bool,
}

/// A sentence with a date.
#[derive(Debug, Serialize)]
pub(super) struct DateContext {
    pub before: String,
    pub after: String,
    pub day: String,
    pub text: String,
}

impl DateContext {
    pub(super) fn of(key: &str, day: Day, language: &Language) -> Self {
        let cut = language.strings.cut(key, "date");
        Self {
            before: cut.before,
            after: cut.after,
            day: day.to_string(),
            text: long_date(day, language.strings.locale()),
        }
    }

    pub(super) fn updated(text: &Translation, language: &Language) -> Option<Self> {
        text.dates.updated.known().map(|(day, _)| Self::of("updated", day, language))
    }
}

/// How a page refers to others.
pub(super) struct From<'a> {
    pub site: &'a Site,
    pub path: &'a SitePath,
    /// The page for unknown addresses is shown at any depth, so it must name whole addresses.
    pub absolute: bool,
}

impl From<'_> {
    pub(super) fn link(&self, to: &SitePath) -> String {
        if self.absolute {
            format!("{}{}", self.site.config.base_url.path(), to.address())
        } else {
            self.path.link_to(to, self.site.config.links == Links::Files)
        }
    }
}

impl<'a> PageContext<'a> {
    /// The parts that do not depend on the kind of page; `same` gives the page in a language.
    pub(super) fn new(
        from: &From<'a>,
        locale: &'a Locale,
        title: String,
        same: impl Fn(&Locale) -> Option<SitePath>,
    ) -> Option<Self> {
        let site = from.site;
        let language = site.languages.get(locale)?;
        let languages = site
            .languages
            .iter()
            .filter_map(|(other, language)| {
                Some(LanguageLink {
                    lang: other.tag(),
                    dir: other.direction().as_str(),
                    name: &language.name,
                    url: from.link(&same(other)?),
                    current: other == locale && !from.absolute,
                })
            })
            .collect();
        Some(Self {
            title,
            description: None,
            lang: locale.tag(),
            dir: locale.direction().as_str(),
            site_title: site.title(&language.strings),
            home: from.link(&site.home(locale)),
            canonical: Some(site.url(from.path)),
            noindex: false,
            alternates: Vec::new(),
            languages,
            assets: site.theme.assets.iter().map(|(name, asset)| (name.as_str(), from.link(&asset.path))).collect(),
            content_security_policy: POLICY,
        })
    }
}

/// Fills in a template with `page`, the words of the language as `words`, and what the kind of
/// page adds; `size` is about how many bytes will come of it.
pub(super) fn fill(
    site: &Site,
    template: &str,
    page: &PageContext<'_>,
    language: &Language,
    own: &impl Serialize,
    size: usize,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let mut context = tera::Context::from_serialize(own).unwrap_or_default();
    context.insert("page", page);
    language.words.insert_into(&mut context);
    site.theme.render(template, &context, size)
}
