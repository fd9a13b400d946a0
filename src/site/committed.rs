//! The working text against a text that was: a version, or what was committed last.

use std::sync::Arc;

use super::{Behind, Compared, Currency, Document, Site, Translation, load};
use crate::archive::{Frozen, Place};
use crate::redline::{Between, Text, compare};
use crate::source::{TextError, World};
use crate::vocabulary::{Day, Locale, SourcePath};

/// The site with texts of the repository that it does not need itself.
struct Then<'a> {
    world: &'a dyn World,
    read: &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync),
}

impl World for Then<'_> {
    fn text(&self, path: &SourcePath) -> Result<Arc<str>, TextError> {
        self.world.text(path)
    }

    fn bytes(&self, path: &SourcePath) -> Result<Vec<u8>, TextError> {
        self.world.bytes(path)
    }

    fn revision(&self, id: &str) -> Result<Vec<u8>, TextError> {
        (self.read)(id).ok_or(TextError::Missing)
    }

    fn today(&self) -> Day {
        self.world.today()
    }
}

impl Site {
    /// What changed in the working text since a frozen text.
    ///
    /// # Errors
    /// Why there is no such text any more.
    pub fn since(&self, document: &Document, working: &Translation, frozen: &Frozen) -> Result<Compared, TextError> {
        self.since_in(&*self.world, document, working, frozen)
    }

    /// What changed in the working text since a text of the repository: the ids of the text and of the settings of
    /// that time, and who gives their bytes.
    ///
    /// # Errors
    /// Why there is no such text.
    pub fn since_revision(
        &self,
        document: &Document,
        working: &Translation,
        (text, settings): (&str, Option<&str>),
        read: &(dyn Fn(&str) -> Option<Vec<u8>> + Sync),
    ) -> Result<Compared, TextError> {
        let frozen = Frozen {
            place: Place::Revision { text: text.to_owned(), settings: settings.map(str::to_owned) },
            source: working.source.clone(),
            updated: None,
            instant: None,
            commit: None,
        };
        self.since_in(&Then { world: &*self.world, read }, document, working, &frozen)
    }

    /// What changed in the working original since the text that a working translation reflects.
    ///
    /// # Errors
    /// Why there is no such text any more.
    pub fn lacking_in(&self, document: &Document, working: &Translation) -> Option<Result<Compared, TextError>> {
        let Currency::Behind(Behind { base: Some(base), .. }) = document.currency(working) else { return None };
        self.since_base(document, base, document.working(&self.config.source)?)
    }

    fn since_in(
        &self,
        world: &dyn World,
        document: &Document,
        working: &Translation,
        frozen: &Frozen,
    ) -> Result<Compared, TextError> {
        let locale: &Locale = &working.locale;
        let before = load::frozen(&self.config, world, &document.id, locale, frozen, load::Values::Then)?;
        let proses = Between { before: self.prose(&before)?, after: self.prose(working)? };
        let title = |text: &Translation| (!text.outline.leads).then(|| text.title.clone());
        let titles = Between { before: title(&before), after: title(working) };
        let redline = compare(Between {
            before: Text { prose: &proses.before, title: titles.before.as_deref() },
            after: Text { prose: &proses.after, title: titles.after.as_deref() },
        });
        Ok(Compared { redline, locale: locale.clone(), title: working.title.clone() })
    }
}
