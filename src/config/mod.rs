//! The settings of a site, checked and with every default in place.

mod exceptions;
mod look;
mod pattern;
mod placeholder;
mod read;
mod versions;
mod words;

use std::collections::BTreeMap;

pub use exceptions::{Exception, accept, unused};
pub use look::{Colour, Look};
pub use pattern::{PathPattern, PatternFault};
pub use placeholder::Placeholder;
pub use read::{read, variables};
pub use versions::{Compare, Publish, Stated, Versions, VersionsFrom};
pub use words::{Laws, Wording};

use crate::vocabulary::{Locale, SourcePath, Zone};

/// The name of the settings file at the root of a site.
pub const SETTINGS_FILE: &str = "engross.toml";

/// The settings of a site.
#[derive(Debug, Clone)]
pub struct Config {
    /// `site.base_url`: where the site is published.
    pub base_url: BaseUrl,
    /// `site.title`, shown in the header of every page.
    pub title: Option<String>,
    /// `site.organization`: who publishes the policies.
    pub organization: Option<String>,
    /// `site.source`: where the texts and their history can be seen.
    pub repository: Option<String>,
    /// `site.theme`: a folder of `themes/`, over the built-in theme.
    pub theme: String,
    /// `site.time_zone`: the zone in which an instant becomes a day.
    pub time_zone: Zone,
    /// `site.links`: whether links name folders or the files in them.
    pub links: Links,
    /// `locales.source`: the language of the originals.
    pub source: Locale,
    /// `locales.publish`: the languages of the site; `None` means every language found.
    pub publish: Option<Vec<Locale>>,
    /// `locales.fallback`: what stands where a translation is missing.
    pub fallback: Fallback,
    /// `locales.calendar`: the calendar of dates in words.
    pub calendar: Calendar,
    /// `content.folder`, without a trailing slash; empty for the root.
    pub folder: String,
    /// `content.path`: how a path names document and language.
    pub pattern: PathPattern,
    /// `content.exclude`: files below the folder that are no documents.
    pub exclude: globset::GlobSet,
    /// `content.placeholders`: how a variable is written in a text.
    pub placeholders: Vec<Placeholder>,
    /// `content.html`: what becomes of raw HTML in a text.
    pub html: RawHtml,
    /// `git.date`: which date of a commit counts.
    pub git_date: GitDate,
    /// `git.ignore_revs`: lists of commits that move no date; `None` means the usual one, if it is there.
    pub ignore_revs: Option<Vec<SourcePath>>,
    /// `[versions]`, and what `[documents]` says of them.
    pub versions: Versions,
    /// `[legal]`, and what `[documents]` says of it.
    pub laws: Laws,
    /// `[theme]`.
    pub look: Look,
    /// `[[exceptions]]`.
    pub exceptions: Vec<Exception>,
    /// `[variables]`.
    pub variables: Variables,
}

/// Where a site is published: an absolute address that ends in `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads an `http` or `https` address; a missing `/` at the end is added.
    ///
    /// # Errors
    /// The reason in plain words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let rest = rest.ok_or("it must begin with https:// or http://")?;
        let host = rest.split('/').next().unwrap_or_default();
        if host.is_empty() || host.starts_with(':') {
            return Err("it names no host".to_owned());
        }
        if let Some(odd) = text.chars().find(|c| c.is_whitespace() || matches!(c, '?' | '#' | '"' | '<' | '>')) {
            return Err(format!("it must not hold {odd:?}"));
        }
        let slash = if text.ends_with('/') { "" } else { "/" };
        Ok(Self(format!("{text}{slash}")))
    }

    /// The address, with `/` at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path part, from `/` to `/`: `/legal/`.
    #[must_use]
    pub fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        &self.0[self.0[host..].find('/').map_or(0, |at| at + host)..]
    }
}

/// How links between pages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// `../cookies/`: for every web server.
    Folders,
    /// `../cookies/index.html`: works without a server too, opened from disk.
    Files,
}

/// What stands where a document has no translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fallback {
    /// A page with the original and a notice.
    Original,
    /// No page.
    None,
}

/// The calendar of dates in words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Calendar {
    /// That of the law nearly everywhere.
    #[default]
    Gregorian,
    /// That which is usual in the language of the page.
    OfLocale,
}

/// Which of the two dates of a commit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GitDate {
    /// When it entered the history.
    Committer,
    /// When it was written.
    Author,
}

/// What becomes of raw HTML in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawHtml {
    /// It is an error.
    Refuse,
    /// Harmless elements are kept, everything else is taken out.
    Sanitize,
}

/// The variables of the texts: general values, and values that hold for one language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Variables {
    general: BTreeMap<String, String>,
    by_locale: BTreeMap<Locale, BTreeMap<String, String>>,
}

impl Variables {
    /// The value of a name in a language: its own, else the general one.
    #[must_use]
    pub fn get(&self, name: &str, locale: &Locale) -> Option<&str> {
        let own = self.by_locale.get(locale).and_then(|values| values.get(name));
        own.or_else(|| self.general.get(name)).map(String::as_str)
    }

    /// These values, and others where these have none.
    #[must_use]
    pub fn or(mut self, others: &Self) -> Self {
        for (locale, values) in &others.by_locale {
            let own = self.by_locale.entry(locale.clone()).or_default();
            for (name, value) in values {
                if !self.general.contains_key(name) {
                    own.entry(name.clone()).or_insert_with(|| value.clone());
                }
            }
        }
        for (name, value) in &others.general {
            self.general.entry(name.clone()).or_insert_with(|| value.clone());
        }
        self
    }

    /// Every name that has a value somewhere.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let own = self.by_locale.values().flat_map(BTreeMap::keys);
        self.general.keys().chain(own).map(String::as_str)
    }
}

impl Config {
    /// The path of the settings file.
    #[must_use]
    pub fn settings_path() -> SourcePath {
        SourcePath::new(SETTINGS_FILE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_has_scheme_host_and_slash() {
        let url = |text: &str| BaseUrl::parse(text).map(|u| (u.as_str().to_owned(), u.path().to_owned()));
        assert_eq!(url("https://x.org/legal"), Ok(("https://x.org/legal/".into(), "/legal/".into())));
        assert_eq!(url("http://localhost:1111/"), Ok(("http://localhost:1111/".into(), "/".into())));
        for wrong in ["x.org", "ftp://x.org", "https://", "https:///a", "https://x.org/?a", "https://x .org"] {
            assert!(url(wrong).is_err(), "{wrong}");
        }
    }
}
