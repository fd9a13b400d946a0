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
use crate::markdown::{Options, Outline, Prose, Reading, line, parse};
use crate::source::{FrontMatter, Matter, Shown, Sources, World};
use crate::vocabulary::{Day, Locale, SourcePath};

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

    /// A text as it stood, with the values that its variables then had; one that had none yet is
    /// taken with its value of today.
    fn page(&self, file: &SourcePath, text: Text<'_>) -> Page {
        let locale = self.locales.get(file).copied().unwrap_or(&self.config.source);
        let variables: Cow<'_, Variables> = match text.settings {
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
        let text = String::from_utf8_lossy(text.bytes);
        let matter = Matter::find(&text);
        let Shown { title, days } = FrontMatter::shown(&text, &matter);
        let title = title.map(|title| line(&title, &text, &options).0);
        let prose = parse(&text, matter.body, &options).0;
        let leads = Outline::leads(&prose, title.is_some());
        Page { prose, title, days, leads }
    }

    /// What changed, from the sections in which the texts differ if these stand for themselves.
    fn sections(&self, file: &SourcePath, old: Text<'_>, new: Text<'_>) -> Change {
        let texts = (std::str::from_utf8(old.bytes), std::str::from_utf8(new.bytes));
        let (Ok(a), Ok(b)) = texts else { return self.parsed(file, old, new) };
        match quick::sections(a, b) {
            Some((a, b)) => {
                let of = |text| Text { bytes: text, settings: old.settings };
                self.parsed(file, of(a.as_bytes()), of(b.as_bytes()))
            }
            None => self.parsed(file, old, new),
        }
    }

    /// What changed, from the whole texts.
    fn parsed(&self, file: &SourcePath, old: Text<'_>, new: Text<'_>) -> Change {
        let (old, new) = (self.page(file, old), self.page(file, new));
        if !old.words().says_the_same(&new.words()) {
            Change::Text
        } else if !old.reading().looks_the_same(&new.reading()) {
            Change::Formatting
        } else if old.days != new.days {
            Change::Days
        } else {
            Change::Nothing
        }
    }
}

/// A text that was parsed.
struct Page {
    prose: Prose,
    title: Option<String>,
    days: [Option<Day>; 2],
    leads: bool,
}

impl Page {
    fn reading(&self) -> Reading {
        Reading::of(&self.prose, self.title.as_deref(), self.leads)
    }

    fn words(&self) -> Reading {
        Reading::words_of(&self.prose, self.title.as_deref(), self.leads)
    }
}

impl Reader for Meaning<'_> {
    fn compare(&self, file: &SourcePath, old: Text<'_>, new: Text<'_>) -> Change {
        let same_settings = old.settings == new.settings;
        let quick = if quick::is_same(old.bytes, new.bytes) {
            Some(Change::Nothing)
        } else {
            let texts = (std::str::from_utf8(old.bytes), std::str::from_utf8(new.bytes));
            let (Ok(old), Ok(new)) = texts else { return self.parsed(file, old, new) };
            quick::compare(old, new, &self.config.placeholders)
        };
        match quick {
            Some(Change::Text) => Change::Text,
            Some(change) if same_settings => change,
            None if same_settings => self.sections(file, old, new),
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

    fn states_effective(&self, file: &SourcePath) -> bool {
        let Ok(text) = self.world.text(file) else { return false };
        FrontMatter::read(file, &text, &Matter::find(&text)).0.effective.is_some()
    }

    fn fingerprint(&self) -> Option<String> {
        let Config { variables, placeholders, html, source, pattern, folder, .. } = self.config;
        Some(format!("{:?}", (variables, placeholders, html, source, pattern, folder)))
    }

    fn doubt(&self, file: &SourcePath, old: Text<'_>, new: Text<'_>) -> Option<String> {
        let (old, new) = (self.page(file, old).words(), self.page(file, new).words());
        doubt::doubt(&old.words, &new.words)
    }
}

#[cfg(test)]
mod tests;
