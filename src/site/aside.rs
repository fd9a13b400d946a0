//! The working texts of a document, wherever they stand.

use std::collections::BTreeMap;

use super::{Currency, CurrencyOf, Document, Translation, load};
use crate::archive::Material;
use crate::vocabulary::{Day, Locale, SourcePath};

impl Document {
    /// The working text in a language.
    #[must_use]
    pub fn working(&self, locale: &Locale) -> Option<&Translation> {
        self.aside.get(locale).or_else(|| self.translations.get(locale).filter(|text| text.frozen.is_none()))
    }

    /// The working texts, by language.
    pub fn all_working(&self) -> impl Iterator<Item = &Translation> {
        let shown = self.translations.values().filter(|text| text.frozen.is_none());
        self.aside.values().chain(shown.filter(|text| !self.aside.contains_key(&text.locale)))
    }

    /// How a working text stands to the working original.
    #[must_use]
    pub fn currency<'a>(&'a self, working: &'a Translation) -> &'a Currency {
        self.prepared.get(&working.locale).unwrap_or(&working.currency)
    }

    /// Says of every working translation whether it has caught up with the working original, where that does not
    /// stand at the main address.
    pub(super) fn compare_aside(
        &mut self,
        source: &Locale,
        originals: &BTreeMap<SourcePath, Vec<Material>>,
        today: Day,
    ) {
        let Some(original) = self.aside.get(source) else { return };
        let material = originals.get(&original.source).map(Vec::as_slice).unwrap_or_default();
        let original = load::side(original);
        let currency = |text: &Translation| {
            let own = load::side(text);
            let compared = CurrencyOf {
                original: &original,
                text: &own,
                translates: text.translates.as_deref(),
                timeline: &self.timeline,
                source,
                material,
                today,
            };
            let derived = || CurrencyOf { translates: None, ..compared }.currency();
            (text.locale.clone(), compared.currency().or_else(derived).unwrap_or(Currency::Unknown))
        };
        let prepared = self.all_working().filter(|text| text.locale != *source).map(currency).collect();
        self.prepared = prepared;
    }
}
