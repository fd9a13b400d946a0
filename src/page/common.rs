//! What every template is given.

use std::collections::BTreeMap;

use serde::Serialize;

use super::hosts::POLICY;
use crate::config::Links;
use crate::diagnostic::Diagnostic;
use crate::language::{Piece, Strings};
use crate::markdown::escape;
use crate::site::{Language, Site, Translation};
use crate::vocabulary::{Day, Locale, SitePath};

/// What every template is given as `page`.
#[derive(Debug, Serialize)]
pub(super) struct PageContext<'a> {
    /// The title of the page, without that of the site.
    pub title: String,
    /// What search engines and other sites show of the page.
    pub description: Option<String>,
    /// The language of the page.
    pub lang: &'a str,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The title of the site.
    pub site_title: String,
    /// The start page of the language.
    pub home: String,
    /// The absolute address of the page, where it has only one.
    pub url: Option<String>,
    /// What stands on each sheet of paper besides the address.
    pub sheet: String,
    /// The language as Open Graph writes it: `de_AT`.
    pub og_locale: String,
    /// The address of the page that search engines shall know.
    pub canonical: Option<String>,
    /// Whether search engines shall pass by.
    pub noindex: bool,
    /// The feed of what the page shows.
    pub feed: Option<String>,
    /// Other versions of the page, as in RFC 5829.
    pub relations: Vec<Relation>,
    /// The same page in each language, by absolute address.
    pub alternates: Vec<Alternate>,
    /// The same page in each language, for readers.
    pub languages: Vec<LanguageLink<'a>>,
    /// The address of each file of `static/`.
    pub assets: BTreeMap<&'a str, String>,
    /// The policy for hosts that send no headers.
    pub content_security_policy: &'static str,
    /// Who publishes the policies.
    pub organization: Option<&'a str>,
    /// Where the texts and their history can be seen.
    pub repository: Option<&'a str>,
    /// The picture beside the title of the site.
    pub logo: Option<String>,
    /// Words at the end of every page.
    pub footer: Option<WordingContext<'a>>,
    /// What the page says of itself, as JSON-LD.
    pub data: Option<String>,
}

/// Words of the settings, which may be in another language than the page.
#[derive(Debug, Serialize)]
pub(super) struct WordingContext<'a> {
    pub text: &'a str,
    /// Their language, where that is another one.
    pub lang: Option<&'a str>,
    pub dir: Option<&'static str>,
}

impl<'a> WordingContext<'a> {
    pub(super) fn of(words: &'a crate::config::Wording, locale: &Locale, source: &'a Locale) -> Option<Self> {
        let (text, other) = words.get(locale, source)?;
        Some(Self { text, lang: other.map(Locale::tag), dir: other.map(|other| other.direction().as_str()) })
    }
}

#[derive(Debug, Serialize)]
pub(super) struct Alternate {
    pub hreflang: String,
    pub url: String,
}

/// Another page that is related to this one.
#[derive(Debug, Serialize)]
pub(super) struct Relation {
    /// The relation: `latest-version`, `predecessor-version`, `successor-version`, `version-history`.
    pub rel: &'static str,
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
        Self { before: cut.before, after: cut.after, day: day.to_string(), text: language.strings.date(day) }
    }

    pub(super) fn updated(text: &Translation, language: &Language) -> Option<Self> {
        text.updated().map(|day| Self::of("updated", day, language))
    }

    /// From when a text applies.
    pub(super) fn effective(text: &Translation, language: &Language) -> Option<Self> {
        other_than_updated(text, text.effective).map(|day| Self::of("applies-from", day, language))
    }

    pub(super) fn published(text: &Translation, language: &Language) -> Option<Self> {
        other_than_updated(text, text.published).map(|day| Self::of("published", day, language))
    }
}

/// A day that is to be shown beside the day of the last update: not the same once more.
fn other_than_updated(text: &Translation, day: Option<Day>) -> Option<Day> {
    day.filter(|day| Some(*day) != text.updated())
}

/// A sentence with several days in it.
pub(super) struct Sentence {
    key: &'static str,
    days: Vec<(&'static str, Day)>,
}

impl Sentence {
    pub(super) fn new(key: &'static str, days: &[(&'static str, Day)]) -> Self {
        Self { key, days: days.to_vec() }
    }

    /// As HTML.
    pub(super) fn html(&self, language: &Language) -> String {
        self.written(language, escape, |day| time(day, language))
    }

    /// As words.
    pub(super) fn words(&self, language: &Language) -> String {
        self.written(language, |words, all| all.push_str(words), |day| language.strings.date(day))
    }

    fn written(&self, language: &Language, add: impl Fn(&str, &mut String), day: impl Fn(Day) -> String) -> String {
        let names: Vec<&'static str> = self.days.iter().map(|(name, _)| *name).collect();
        let mut all = String::new();
        for piece in language.strings.pieces(self.key, &names) {
            match piece {
                Piece::Words(text) => add(&text, &mut all),
                Piece::Name(at) => all.push_str(&day(self.days[at].1)),
            }
        }
        all
    }
}

/// A day in words, as HTML.
pub(super) fn time(day: Day, language: &Language) -> String {
    time_in(day, &language.strings)
}

fn time_in(day: Day, strings: &Strings) -> String {
    let mut html = format!("<time datetime=\"{day}\">");
    escape(&strings.date(day), &mut html);
    html + "</time>"
}

/// Words inside a sentence, apart from its direction and, where it is given, in a language of their own.
pub(super) fn isolate(words: &str, lang: Option<&Locale>, html: &mut String) {
    let lang = lang.map(|lang| format!(" lang=\"{lang}\"")).unwrap_or_default();
    html.push_str(&format!("<bdi{lang}>"));
    escape(words, html);
    html.push_str("</bdi>");
}

/// A sentence with the own name of a language in it, as HTML.
pub(super) fn with_language(site: &Site, locale: &Locale, key: &str, strings: &Strings) -> String {
    dated_with_language(site, locale, key, strings, None)
}

/// The same with a day in it.
pub(super) fn dated_with_language(
    site: &Site,
    locale: &Locale,
    key: &str,
    strings: &Strings,
    day: Option<Day>,
) -> String {
    let mut html = String::new();
    for piece in strings.pieces(key, &["language", "date"]) {
        match (piece, day) {
            (Piece::Words(words), _) => escape(&words, &mut html),
            (Piece::Name(0), _) => {
                let name = site.languages.get(locale).map_or(locale.tag(), |language| language.name.as_str());
                isolate(name, Some(locale), &mut html);
            }
            (Piece::Name(_), Some(day)) => html.push_str(&time_in(day, strings)),
            (Piece::Name(_), None) => {}
        }
    }
    html
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
            sheet: title.clone(),
            title,
            description: None,
            lang: locale.tag(),
            dir: locale.direction().as_str(),
            site_title: site.title(&language.strings),
            home: from.link(&site.home(locale)),
            url: (!from.absolute).then(|| site.url(from.path)),
            og_locale: locale.tag().replace('-', "_"),
            canonical: Some(site.url(from.path)),
            noindex: false,
            feed: None,
            relations: Vec::new(),
            alternates: Vec::new(),
            languages,
            assets: site.theme.assets.iter().map(|(name, asset)| (name.as_str(), from.link(&asset.path))).collect(),
            content_security_policy: POLICY,
            organization: site.config.organization.as_deref(),
            repository: site.config.repository.as_deref(),
            logo: site.logo().map(|file| from.link(&crate::site::file_path(file))),
            footer: site.config.look.footer.as_ref().and_then(|w| WordingContext::of(w, locale, &site.config.source)),
            data: None,
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
