//! The order of names in lists.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

use crate::vocabulary::Locale;

/// Compares names as a dictionary of a language does: `ä` stands after `a` in German and after `z` in Swedish.
pub struct Order(Option<CollatorBorrowed<'static>>);

impl Order {
    /// The order of a language.
    #[must_use]
    pub fn of(locale: &Locale) -> Self {
        let preferences = icu_locale::Locale::from(locale.id().clone()).into();
        Self(Collator::try_new(preferences, CollatorOptions::default()).ok())
    }

    /// Which of two names comes first.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        match &self.0 {
            Some(collator) => collator.compare(one, other).then_with(|| one.cmp(other)),
            None => one.cmp(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_order() {
        let sorted = |tag: &str, names: &[&'static str]| {
            let order = Order::of(&Locale::parse(tag).unwrap_or_else(|fault| panic!("{fault}")));
            let mut names = names.to_vec();
            names.sort_by(|one, other| order.compare(one, other));
            names
        };
        let names = ["Zusatz", "Äpfel", "Apfel", "apfel"];
        assert_eq!(sorted("de", &names), ["apfel", "Apfel", "Äpfel", "Zusatz"]);
        assert_eq!(sorted("sv", &names), ["apfel", "Apfel", "Zusatz", "Äpfel"]);
        assert_eq!(sorted("cs", &["Chata", "Cena", "Dům", "Hora"]), ["Cena", "Dům", "Hora", "Chata"]);
    }
}
