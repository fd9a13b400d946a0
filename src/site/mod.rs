//! The site: every document, its languages, what stands at which address.
//!
//! Everything that a page may ask about is answered here, from values that were read before;
//! texts themselves are read again when a page is rendered.

mod dates;
mod links;
mod load;
mod routes;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use dates::{Dates, PassedOver, Updated, dates};
pub(crate) use links::file_path;
pub use links::{Seen, Target};
pub use routes::Route;

use crate::config::{Config, Fallback};
use crate::diagnostic::Diagnostic;
use crate::history::History;
use crate::language::Strings;
use crate::markdown::{Anchors, Outline, Prose};
use crate::source::{Sources, TextError, World};
use crate::theme::{Theme, Words};
use crate::vocabulary::{Day, DocumentId, Locale, SitePath, SourcePath};

/// A whole site.
pub struct Site {
    /// The settings.
    pub config: Arc<Config>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// Gives the texts.
    pub world: Arc<dyn World + Send>,
    /// The languages of the site, sorted by tag.
    pub languages: BTreeMap<Locale, Language>,
    /// The documents, sorted by name.
    pub documents: BTreeMap<DocumentId, Document>,
    /// What stands at which address.
    pub routes: BTreeMap<SitePath, Route>,
    /// Files beside the texts that a text refers to.
    pub files: BTreeSet<SourcePath>,
}

/// A language of the site.
pub struct Language {
    /// Its interface strings.
    pub strings: Strings,
    /// Its name in itself.
    pub name: String,
    /// Every string that needs nothing filled in, for the templates.
    pub words: Words,
}

/// One policy in all its languages.
#[derive(Debug)]
pub struct Document {
    /// Its name.
    pub id: DocumentId,
    /// Its texts.
    pub translations: BTreeMap<Locale, Translation>,
}

/// A document in one language.
#[derive(Debug)]
pub struct Translation {
    /// The language of the text.
    pub locale: Locale,
    /// Its file.
    pub path: SourcePath,
    /// The title: from the front matter, else the first heading, else the document's name.
    pub title: String,
    /// From the front matter.
    pub description: Option<String>,
    /// The first day in force, from the front matter, else from a commit.
    pub effective: Option<Day>,
    /// The day of publication, from the front matter.
    pub published: Option<Day>,
    /// When it was changed.
    pub dates: Dates,
    /// The text itself, as long as not too many are kept.
    prose: Option<Arc<Prose>>,
    /// Headings and links.
    pub outline: Outline,
    /// The ids of the headings.
    pub ids: Vec<String>,
    /// Every id of the text.
    pub anchors: Anchors,
}

/// The text that stands on a document's page in one language.
#[derive(Debug, Clone, Copy)]
pub enum Body<'a> {
    /// A text in the page's language.
    Translated(&'a Translation),
    /// The text of a parent language, as `en` for `en-GB`: the languages differ only where they must.
    Inherited(&'a Translation),
    /// The original, because there is no translation.
    Fallback(&'a Translation),
}

impl<'a> Body<'a> {
    /// The text, whatever its language.
    #[must_use]
    pub fn text(self) -> &'a Translation {
        match self {
            Self::Translated(text) | Self::Inherited(text) | Self::Fallback(text) => text,
        }
    }
}

impl Site {
    /// Puts the site together. The findings are those of the single files and of their addresses;
    /// what can only be seen between files is the business of the checks.
    #[must_use]
    pub fn assemble(
        config: &Arc<Config>,
        theme: &Arc<Theme>,
        world: &Arc<dyn World + Send>,
        sources: &Sources,
        files: &BTreeSet<SourcePath>,
        history: &History,
    ) -> (Self, Vec<Diagnostic>) {
        let mut sink = Vec::new();
        let paths: Vec<&SourcePath> = sources.texts.iter().map(|source| &source.path).collect();
        let (dates, findings) = dates(history, &paths, &config.time_zone, world.today());
        sink.extend(findings);
        let documents = load::documents(config, &**world, sources, dates, &mut sink);
        let locales = routes::languages(config, sources);
        let languages = locales
            .iter()
            .map(|locale| {
                let (strings, findings) = Strings::new(locale, &config.source, &theme.strings);
                sink.extend(findings);
                let name = Strings::own_name(locale, &theme.strings);
                let words = Words::of(&strings, &theme.strings);
                (locale.clone(), Language { strings, name, words })
            })
            .collect();
        let mut site = Self {
            config: Arc::clone(config),
            theme: Arc::clone(theme),
            world: Arc::clone(world),
            languages,
            documents,
            routes: BTreeMap::new(),
            files: BTreeSet::new(),
        };
        site.routes = routes::routes(&site, &mut sink);
        site.files = site.referenced(files);
        (site, sink)
    }

    /// The text for a page, if the document has one that a reader of the language can be shown.
    #[must_use]
    pub fn body<'s>(&'s self, document: &'s Document, locale: &Locale) -> Option<Body<'s>> {
        if let Some(text) = document.translations.get(locale) {
            return Some(Body::Translated(text));
        }
        let parents = locale.chain();
        let parent =
            parents.iter().find_map(|tag| document.translations.values().find(|text| text.locale.tag() == tag));
        if let Some(text) = parent {
            return Some(Body::Inherited(text));
        }
        let original = self.original(document).filter(|_| self.config.fallback == Fallback::Original);
        original.map(Body::Fallback)
    }

    /// The prose of a text, parsed again where it was not kept.
    ///
    /// # Errors
    /// Why the file gives no text any more.
    pub fn prose(&self, text: &Translation) -> Result<Arc<Prose>, TextError> {
        match &text.prose {
            Some(prose) => Ok(Arc::clone(prose)),
            None => load::read_text(&self.config, &*self.world, &text.path, &text.locale).map(|read| Arc::new(read.2)),
        }
    }

    /// The text in the source language.
    #[must_use]
    pub fn original<'s>(&self, document: &'s Document) -> Option<&'s Translation> {
        document.translations.get(&self.config.source)
    }

    /// The page of a document in a language.
    #[must_use]
    pub fn page(&self, document: &DocumentId, locale: &Locale) -> SitePath {
        SitePath::folder(&format!("{locale}/{}", document.address()))
    }

    /// The start page of a language.
    #[must_use]
    pub fn home(&self, locale: &Locale) -> SitePath {
        SitePath::folder(locale.tag())
    }

    /// The title of the site in a language.
    #[must_use]
    pub fn title(&self, strings: &Strings) -> String {
        self.config.title.clone().unwrap_or_else(|| strings.get("site-title"))
    }

    /// The absolute address of a page.
    #[must_use]
    pub fn url(&self, path: &SitePath) -> String {
        format!("{}{}", self.config.base_url.as_str(), path.address())
    }
}
