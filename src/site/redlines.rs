//! Which texts of a document are compared, and what changed between them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Base, Behind, Body, Currency, Document, Edition, Entry, Site, Standing, Translation, load};
use crate::config::Compare;
use crate::redline::{Between, Redline, Text, compare};
use crate::source::TextError;
use crate::vocabulary::{DocumentId, Locale, VersionId};

/// Two texts of a document: the names of their versions, nothing for the current text that belongs to
/// none.
pub type Pair = Between<Option<VersionId>>;

/// What changed between two texts, and what they are called.
#[derive(Debug)]
pub struct Compared {
    /// What changed.
    pub redline: Redline,
    /// The language of both.
    pub locale: Locale,
    /// The title of the newer one.
    pub title: String,
}

/// The redlines that were made last: a page and its file for machines share one.
#[derive(Debug, Default)]
pub(super) struct Made(Mutex<VecDeque<(Key, Arc<Compared>)>>);

type Key = (DocumentId, Pair, Locale);

/// So many redlines are kept: what every core works on, and a little more.
const KEPT: usize = 32;

/// So many pairs of a document in a language are compared where all are wanted.
pub const PAIRS_AT_MOST: usize = 1_000;

impl Site {
    /// The pairs of texts that have a page in a language: neighbours in time, each one and the one in
    /// force, and all where the settings say so. Texts in different languages are not compared.
    #[must_use]
    pub fn pairs(&self, document: &Document, reader: &Locale) -> Vec<Pair> {
        self.pairs_and_rest(document, reader).0
    }

    /// The pairs, and how many more there would be.
    #[must_use]
    pub fn pairs_and_rest(&self, document: &Document, reader: &Locale) -> (Vec<Pair>, usize) {
        let entries = self.timeline(document, reader);
        let mut texts: Vec<(Option<VersionId>, &Locale, &Entry<'_>)> = Vec::new();
        for entry in &entries {
            let current = self.body(document, reader).map(Body::text).filter(|_| entry.version.is_none());
            let locale = entry.edition.map(|edition| edition.locale).or(current.map(|text| &text.locale));
            texts.extend(locale.map(|locale| (entry.version.map(|version| version.id), locale, entry)));
        }
        let in_force = texts.iter().rposition(|(.., entry)| entry.standing != Standing::Upcoming);
        let is_wanted = |one: usize, other: usize| {
            other == one + 1 || Some(other) == in_force || self.config.versions.compare == Compare::All
        };
        let (mut pairs, mut rest) = (Vec::new(), 0);
        for after in (1..texts.len()).rev() {
            for before in (0..after).rev().filter(|before| is_wanted(*before, after)) {
                let is_extra = after != before + 1 && Some(after) != in_force;
                if texts[before].1 != texts[after].1 {
                    continue;
                }
                if is_extra && pairs.len() >= PAIRS_AT_MOST {
                    rest += 1;
                } else {
                    pairs.push(Between { before: texts[before].0, after: texts[after].0 });
                }
            }
        }
        (pairs, rest)
    }

    /// What changed between two texts that a reader of a language is shown.
    ///
    /// # Errors
    /// Why there is no such text any more.
    pub fn compared(
        &self,
        document: &Document,
        reader: &Locale,
        pair: Pair,
    ) -> Option<Result<Arc<Compared>, TextError>> {
        let entries = self.timeline(document, reader);
        let of = |id: Option<VersionId>| entries.iter().find(|entry| entry.version.map(|version| version.id) == id);
        let (before, after) = (of(pair.before)?, of(pair.after)?);
        let locale = match after.edition {
            Some(edition) => edition.locale,
            None => &self.body(document, reader)?.text().locale,
        };
        let key = (document.id.clone(), pair, locale.clone());
        if let Some(made) = self.redlines.get(&key) {
            return Some(Ok(made));
        }
        let read = |entry: &Entry<'_>| match (entry.version, entry.edition) {
            (Some(version), Some(edition)) => {
                Some(self.text_of(document, version, edition).map(|text| Read::Own(Box::new(text))))
            }
            _ => self.body(document, reader).map(|body| Ok(Read::Current(body.text()))),
        };
        let made = || {
            let texts = Between { before: read(before)?, after: read(after)? };
            Some(self.redline(texts, locale))
        };
        let made = match made()? {
            Ok(made) => Arc::new(made),
            Err(error) => return Some(Err(error)),
        };
        self.redlines.put(key, &made);
        Some(Ok(made))
    }

    /// What changed in the original since the text that a translation reflects.
    ///
    /// # Errors
    /// Why there is no such text any more.
    pub fn lacking(&self, document: &Document, text: &Translation) -> Option<Result<Compared, TextError>> {
        let Currency::Behind(Behind { base: Some(base), .. }) = &text.currency else { return None };
        self.since_base(document, base, self.original(document)?)
    }

    /// What changed in an original since a text of it.
    pub(super) fn since_base(
        &self,
        document: &Document,
        base: &Base,
        original: &Translation,
    ) -> Option<Result<Compared, TextError>> {
        let before = match base {
            Base::Version(id) => {
                let version = document.timeline.get(*id)?;
                let (locale, frozen) = version.texts.entry(&self.config.source)?;
                self.text_of(document, version, Edition { locale, text: frozen, is_fallback: false })
            }
            Base::Revision(frozen) => {
                // What changed by a variable changed in the translation too.
                load::frozen(&self.config, &*self.world, &document.id, &self.config.source, frozen, load::Values::Now)
            }
        };
        let texts =
            Between { before: before.map(|text| Read::Own(Box::new(text))), after: Ok(Read::Current(original)) };
        Some(self.redline(texts, &original.locale))
    }

    fn redline(&self, texts: Between<Result<Read<'_>, TextError>>, locale: &Locale) -> Result<Compared, TextError> {
        let (before, after) = (texts.before?, texts.after?);
        let proses = Between { before: self.prose(before.text())?, after: self.prose(after.text())? };
        let side = |text: &'_ Translation| (!text.outline.leads).then(|| text.title.clone());
        let titles = Between { before: side(before.text()), after: side(after.text()) };
        let redline = compare(Between {
            before: Text { prose: &proses.before, title: titles.before.as_deref() },
            after: Text { prose: &proses.after, title: titles.after.as_deref() },
        });
        Ok(Compared { redline, locale: locale.clone(), title: after.text().title.clone() })
    }
}

/// A text that was read for this, or that stands at the main address.
enum Read<'a> {
    Own(Box<Translation>),
    Current(&'a Translation),
}

impl Read<'_> {
    fn text(&self) -> &Translation {
        match self {
            Self::Own(text) => text,
            Self::Current(text) => text,
        }
    }
}

impl Made {
    fn get(&self, key: &Key) -> Option<Arc<Compared>> {
        let made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        made.iter().find(|(own, _)| own == key).map(|(_, compared)| Arc::clone(compared))
    }

    fn put(&self, key: Key, compared: &Arc<Compared>) {
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if made.len() == KEPT {
            made.pop_front();
        }
        made.push_back((key, Arc::clone(compared)));
    }
}
