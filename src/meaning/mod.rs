//! What a revision changed for a reader: two texts of one file, compared by what they say.
//!
//! Most pairs are decided without being parsed ([`quick`]): the same lines say the same, and plain
//! lines with other letters say something else. The rest is parsed and compared as
//! [`Reading`](crate::markdown::Reading)s.

mod doubt;
mod quick;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::config::{Config, Variables, variables};
use crate::history::{Change, Reader, Text};
use crate::markdown::{Options, Outline, Reading, line, parse};
use crate::source::{FrontMatter, Matter, Sources, World};
use crate::vocabulary::{Locale, SourcePath};

/// Compares texts of one site, by its settings.
pub struct Meaning<'a> {
    config: &'a Config,
    world: &'a dyn World,
    locales: BTreeMap<&'a SourcePath, &'a Locale>,
}

impl<'a> Meaning<'a> {
    /// For the texts of a site.
    #[must_use]
    pub fn new(config: &'a Config, world: &'a dyn World, sources: &'a Sources) -> Self {
        let locales = sources.texts.iter().map(|source| (&source.path, &source.locale)).collect();
        Self { config, world, locales }
    }

    /// The reading of a text as it stood, with the values that its variables then had; one that had
    /// none yet is taken with its value of today.
    fn reading(&self, file: &SourcePath, text: &str, settings: Option<&[u8]>) -> Reading {
        let locale = self.locales.get(file).copied().unwrap_or(&self.config.source);
        let variables: Cow<'_, Variables> = match settings {
            Some(settings) => {
                let then = variables(&Config::settings_path(), &String::from_utf8_lossy(settings));
                Cow::Owned(then.or(&self.config.variables))
            }
            None => Cow::Borrowed(&self.config.variables),
        };
        let options = Options {
            path: file,
            locale,
            variables: &variables,
            placeholders: &self.config.placeholders,
            html: self.config.html,
        };
        let matter = Matter::find(text);
        let title = title(file, text, &matter).map(|title| line(&title, text, &options).0);
        let prose = parse(text, matter.body, &options).0;
        let leads = Outline::of(&prose, title.is_some()).leads;
        Reading::of(&prose, title.as_deref(), leads)
    }

    fn readings(&self, file: &SourcePath, old: Text<'_>, new: Text<'_>) -> (Reading, Reading) {
        let read = |text: Text<'_>| self.reading(file, &String::from_utf8_lossy(text.bytes), text.settings);
        (read(old), read(new))
    }

    /// What changed, from the whole texts.
    fn parsed(&self, file: &SourcePath, old: Text<'_>, new: Text<'_>) -> Change {
        let (old, new) = self.readings(file, old, new);
        match (old.says_the_same(&new), old.looks_the_same(&new)) {
            (false, _) => Change::Text,
            (true, false) => Change::Formatting,
            (true, true) => Change::Nothing,
        }
    }
}

fn title(file: &SourcePath, text: &str, matter: &Matter) -> Option<String> {
    FrontMatter::read(file, text, matter).0.title
}

impl Reader for Meaning<'_> {
    fn compare(&self, file: &SourcePath, old: Text<'_>, new: Text<'_>) -> Change {
        let same_settings = old.settings == new.settings;
        let quick = if quick::is_same(old.bytes, new.bytes) {
            Some(Change::Nothing)
        } else {
            let title = |text: &str, matter: &Matter| title(file, text, matter);
            let texts = (std::str::from_utf8(old.bytes), std::str::from_utf8(new.bytes));
            let (Ok(old), Ok(new)) = texts else { return self.parsed(file, old, new) };
            quick::compare(old, new, &self.config.placeholders, &title)
        };
        match quick {
            Some(Change::Text) => Change::Text,
            Some(change) if same_settings => change,
            _ => self.parsed(file, old, new),
        }
    }

    fn uses_settings(&self, text: &[u8]) -> bool {
        let text = String::from_utf8_lossy(text);
        self.config.placeholders.iter().any(|placeholder| placeholder.find(&text, 0).is_some())
    }

    fn formerly(&self, file: &SourcePath) -> Option<Vec<SourcePath>> {
        let text = self.world.text(file).ok()?;
        FrontMatter::read(file, &text, &Matter::find(&text)).0.formerly
    }

    fn fingerprint(&self) -> Option<String> {
        let Config { variables, placeholders, html, source, pattern, folder, .. } = self.config;
        Some(format!("{:?}", (variables, placeholders, html, source, pattern, folder)))
    }

    fn doubt(&self, file: &SourcePath, old: Text<'_>, new: Text<'_>) -> Option<String> {
        let (old, new) = self.readings(file, old, new);
        doubt::doubt(&old.words, &new.words)
    }
}

#[cfg(test)]
mod tests;
