//! The texts of a version by language.

use super::Frozen;
use crate::vocabulary::Locale;

/// The texts of a version, sorted by language. Nearly every version has few, and a site may have
/// thousands of versions: a map would take many times the room.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Texts(Vec<(Locale, Frozen)>);

impl Texts {
    /// Adds a text, in place of one in the same language.
    pub(super) fn insert(&mut self, locale: Locale, text: Frozen) {
        match self.0.binary_search_by(|(own, _)| own.cmp(&locale)) {
            Ok(at) => self.0[at].1 = text,
            Err(at) => {
                // One at a time: room for more is not needed.
                self.0.reserve_exact(1);
                self.0.insert(at, (locale, text));
            }
        }
    }

    /// The text in a language, and that language.
    #[must_use]
    pub fn entry(&self, locale: &Locale) -> Option<(&Locale, &Frozen)> {
        let at = self.0.binary_search_by(|(own, _)| own.cmp(locale)).ok()?;
        Some((&self.0[at].0, &self.0[at].1))
    }

    /// The text in a language.
    #[must_use]
    pub fn get(&self, locale: &Locale) -> Option<&Frozen> {
        self.entry(locale).map(|(_, text)| text)
    }

    /// The texts with their languages.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Locale, &Frozen)> {
        self.0.iter().map(|(locale, text)| (locale, text))
    }

    /// The languages.
    #[must_use]
    pub fn locales(&self) -> impl DoubleEndedIterator<Item = &Locale> {
        self.0.iter().map(|(locale, _)| locale)
    }

    /// The texts.
    #[must_use]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Frozen> {
        self.0.iter().map(|(_, text)| text)
    }
}

impl FromIterator<(Locale, Frozen)> for Texts {
    fn from_iter<T: IntoIterator<Item = (Locale, Frozen)>>(texts: T) -> Self {
        let mut all = Self::default();
        texts.into_iter().for_each(|(locale, text)| all.insert(locale, text));
        all.0.shrink_to_fit();
        all
    }
}
