//! Words of the settings that may differ by language, and what is said of the law.

use std::collections::BTreeMap;

use super::read::checked_locale;
use crate::data::{Reader, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::{DocumentId, Locale};

/// Words for every language, or in several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    general: Option<String>,
    by_locale: BTreeMap<Locale, String>,
}

impl Wording {
    /// The words in a language: its own, those of a parent, those for every language, those in the language
    /// of the originals; with the language in which they are, if that is known to be another one.
    #[must_use]
    pub fn get<'w>(&'w self, locale: &Locale, source: &'w Locale) -> Option<(&'w str, Option<&'w Locale>)> {
        let own = locale.chain().into_iter().find_map(|tag| self.by_locale.iter().find(|(own, _)| own.tag() == tag));
        if let Some((_, words)) = own {
            return Some((words, None));
        }
        if let Some(words) = &self.general {
            return Some((words, None));
        }
        let original = self.by_locale.get_key_value(source).or_else(|| self.by_locale.iter().next());
        original.map(|(locale, words)| (words.as_str(), Some(locale)))
    }
}

/// What is said of the law that holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Legal {
    /// `prevailing`: the language whose text prevails.
    prevailing: Option<Locale>,
    /// `jurisdiction`: whose law governs.
    jurisdiction: Option<Wording>,
}

/// `[legal]`, and what `[documents.NAME]` says instead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Laws {
    general: Legal,
    documents: BTreeMap<DocumentId, Legal>,
}

impl Laws {
    /// With `[legal]`.
    pub(super) fn new(general: Legal) -> Self {
        Self { general, documents: BTreeMap::new() }
    }

    pub(super) fn add(&mut self, document: DocumentId, own: Legal) {
        if own != Legal::default() {
            self.documents.insert(document, own);
        }
    }

    /// The language whose text of a document prevails, if the settings say so.
    #[must_use]
    pub fn prevailing(&self, document: &DocumentId) -> Option<&Locale> {
        let own = self.documents.get(document).and_then(|own| own.prevailing.as_ref());
        own.or(self.general.prevailing.as_ref())
    }

    /// Whose law governs a document, if the settings say so.
    #[must_use]
    pub fn jurisdiction(&self, document: &DocumentId) -> Option<&Wording> {
        let own = self.documents.get(document).and_then(|own| own.jurisdiction.as_ref());
        own.or(self.general.jurisdiction.as_ref())
    }
}

/// Reads `prevailing` and `jurisdiction`.
pub(super) fn read_legal(reader: &mut Reader<'_>) -> Legal {
    Legal {
        prevailing: reader.text("prevailing").and_then(|tag| checked_locale(reader, &tag)),
        jurisdiction: read_wording(reader, "jurisdiction"),
    }
}

/// Reads words: text in quotes, or a table with a text for each language.
pub(super) fn read_wording(reader: &mut Reader<'_>, key: &'static str) -> Option<Wording> {
    if !matches!(reader.value(key)?, Value::Table(_)) {
        return reader.text(key).map(|text| Wording { general: Some(text.value), by_locale: BTreeMap::new() });
    }
    let table = reader.table(key)?;
    let mut by_locale = BTreeMap::new();
    for entry in &table.0 {
        match (Locale::parse(&entry.key), &entry.node.value) {
            (Ok(locale), Value::Text(words)) => drop(by_locale.insert(locale, words.clone())),
            (Ok(_), other) => {
                let message = format!("`{key}.{}` must be text in quotes, but this is {}", entry.key, other.kind());
                let span = entry.node.span.clone();
                reader.fault(Diagnostic::error(Code::SETTING_KIND, message), &span, "text in quotes is expected here");
            }
            (Err(fault), _) => {
                let found = Diagnostic::error(Code::LOCALE_UNKNOWN, format!("\"{}\" {fault}", entry.key))
                    .cure("name each language by a BCP 47 tag such as de, pt-BR or zh-Hant");
                reader.fault(found, &entry.key_span.clone(), &format!("{fault}"));
            }
        }
    }
    Some(Wording { general: None, by_locale })
}
