//! The site: every document, its languages, what stands at which address.
//!
//! Everything that a page may ask about is answered here, from values that were read before;
//! texts themselves are read again when a page is rendered.

mod aside;
mod assemble;
mod committed;
mod currency;
mod current;
mod dates;
mod files;
mod links;
mod load;
mod redlines;
mod routes;
mod timeline;
mod working;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use assemble::{Assembly, Found};
pub use currency::{Base, Behind, Compared as CurrencyOf, Currency, Side};
pub use current::State;
pub use dates::{Dates, PassedOver, Updated, dates, uncommitted};
pub(crate) use links::file_path;
pub use links::{Seen, Target, files_of};
pub use redlines::{Compared, PAIRS_AT_MOST, Pair};
pub use routes::Route;
pub use timeline::{Edition, Entry, Standing};
pub use working::{Dated, Working, WorkingText, dated, read_again, texts};

use crate::archive::{Archive, Frozen, Held, Material, Timeline, Version};
use crate::config::{Config, Fallback};
use crate::language::Strings;
use crate::markdown::{Anchors, Outline, Prose};
use crate::source::{TextError, World};
use crate::theme::{Theme, Words};
use crate::vocabulary::{Day, DocumentId, Instant, Locale, SitePath, SourcePath, VersionId};

/// A whole site.
pub struct Site {
    /// The settings.
    pub config: Arc<Config>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// Gives the texts.
    pub world: Arc<dyn World + Send>,
    /// The languages of the site, sorted by tag.
    pub languages: Arc<BTreeMap<Locale, Language>>,
    /// The documents, sorted by name.
    pub documents: BTreeMap<DocumentId, Arc<Document>>,
    /// What stands at which address.
    pub routes: Arc<BTreeMap<SitePath, Route>>,
    /// Files beside the texts that a text refers to.
    pub files: Arc<BTreeSet<SourcePath>>,
    /// What is in those that would run in a reader's browser, and are not published.
    pub active: Arc<BTreeMap<SourcePath, String>>,
    /// What changed between versions, as long as it is needed.
    redlines: redlines::Made,
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
    /// The texts that stand at its main address on the day of the site.
    pub translations: BTreeMap<Locale, Translation>,
    /// The working texts that do not stand there: they apply later, or nobody sees them.
    pub aside: BTreeMap<Locale, Translation>,
    /// How the working translations stand to the working original, where that is one of these.
    pub prepared: BTreeMap<Locale, Currency>,
    /// Its versions; the working text is among them if it applies from a later day.
    pub timeline: Timeline,
    /// How its working text stands to them.
    pub state: State,
    /// Whether it does not apply any more on the day of the site.
    pub is_withdrawn: bool,
}

impl Document {
    fn new(id: DocumentId) -> Self {
        Self {
            id,
            translations: BTreeMap::new(),
            aside: BTreeMap::new(),
            prepared: BTreeMap::new(),
            timeline: Timeline::default(),
            state: State::Withdrawn,
            is_withdrawn: true,
        }
    }
}

/// The dates that the record of a version says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The day of the last revision that changed what the text says.
    pub updated: Option<Day>,
    /// The moment of that revision.
    pub instant: Option<Instant>,
}

/// A document in one language.
#[derive(Debug, Clone)]
pub struct Translation {
    /// The language of the text.
    pub locale: Locale,
    /// Its file, or what stands for it in findings.
    pub path: SourcePath,
    /// The file of the working text, to which links are relative.
    pub source: SourcePath,
    /// The frozen text, if it is none of the working texts.
    pub frozen: Option<Frozen>,
    /// The frozen copies of the files that it refers to.
    pub files: BTreeMap<SourcePath, SourcePath>,
    /// The version that says the same.
    pub version: Option<VersionId>,
    /// The dates of that version, if a record has them.
    pub recorded: Option<Recorded>,
    /// The title: from the front matter, else the first heading, else the document's name.
    pub title: String,
    /// From the front matter.
    pub description: Option<String>,
    /// The first day in force, from the front matter, else from a commit.
    pub effective: Option<Day>,
    /// The day of publication, from the front matter.
    pub published: Option<Day>,
    /// What it says that it translates, from the front matter.
    pub translates: Option<String>,
    /// Whether it has caught up with the original.
    pub currency: Currency,
    /// When it was changed.
    pub dates: Dates,
    /// The text itself, as long as not too many are kept.
    prose: Option<Arc<Prose>>,
    /// Headings and links.
    pub outline: Arc<Outline>,
    /// The ids of the headings.
    pub ids: Vec<String>,
    /// Every id of the text.
    pub anchors: Anchors,
}

impl Translation {
    /// The day of the last revision that changed what the text says: by the record of a version, else
    /// by git.
    #[must_use]
    pub fn updated(&self) -> Option<Day> {
        match self.recorded {
            Some(recorded) => recorded.updated,
            None => self.dates.updated.known().map(|(day, _)| day),
        }
    }
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

/// What is known of versions.
#[derive(Clone, Copy)]
pub struct Versions<'a> {
    /// The later revisions of originals that have translations which may be behind, by the file of the
    /// original.
    pub originals: &'a BTreeMap<SourcePath, Vec<Material>>,
    /// The versions.
    pub archive: &'a Archive,
    /// The working texts that say the same as one.
    pub held: &'a Held,
    /// Whether they come from records, which have their own dates.
    pub are_recorded: bool,
    /// Whether working texts are shown that everybody else does not see.
    pub is_preview: bool,
}

impl Site {
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

    /// Whether a document has the same sections in another site, for links that lead there.
    #[must_use]
    pub fn has_sections_as(&self, other: &Self, id: &DocumentId) -> bool {
        let sections = |site: &Self| {
            let texts = |document: &Arc<Document>| -> Vec<(Locale, Anchors)> {
                document.translations.iter().map(|(locale, text)| (locale.clone(), text.anchors.clone())).collect()
            };
            site.documents.get(id).map(texts)
        };
        sections(self) == sections(other)
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

    /// A text of a version, parsed, with the ids of its headings.
    ///
    /// # Errors
    /// Why there is no such text any more.
    pub fn text_of(
        &self,
        document: &Document,
        version: &Version,
        edition: Edition<'_>,
    ) -> Result<Translation, TextError> {
        let load = |locale: &Locale, frozen: &Frozen| {
            load::frozen(&self.config, &*self.world, &document.id, locale, frozen, load::Values::Then)
        };
        let mut text = load(edition.locale, edition.text)?;
        // Headings are named as in the original of that time.
        let source = &self.config.source;
        let original = document.timeline.text_at(source, version.id).filter(|_| edition.locale != source);
        let original = original.and_then(|frozen| load(source, frozen).ok()).map(|text| text.outline);
        let followed = original.as_ref().map(|outline| (&**outline, outline.ids(None).0));
        (text.ids, text.anchors) = text.outline.ids(followed.as_ref().map(|(outline, ids)| (*outline, ids.as_slice())));
        text.files = version.copies();
        text.version = Some(version.id);
        text.recorded = Some(Recorded { updated: edition.text.updated, instant: edition.text.instant });
        text.effective = Some(version.id.day());
        text.published = version.published.or(text.published);
        Ok(text)
    }

    /// The Markdown of a version.
    ///
    /// # Errors
    /// Why there is no such text any more.
    pub fn markdown_of(&self, text: &Frozen) -> Result<Arc<str>, TextError> {
        load::frozen_text(&*self.world, text)
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

    /// The page that leads to a document in each of its languages.
    #[must_use]
    pub fn short_page(&self, document: &DocumentId) -> SitePath {
        SitePath::folder(document.address())
    }

    /// The page of a version of a document in a language.
    #[must_use]
    pub fn version_page(&self, document: &DocumentId, version: VersionId, locale: &Locale) -> SitePath {
        SitePath::folder(&format!("{locale}/{}/{version}", document.address()))
    }

    /// The list of the versions of a document in a language.
    #[must_use]
    pub fn versions_page(&self, document: &DocumentId, locale: &Locale) -> SitePath {
        SitePath::folder(&format!("{locale}/{}/versions", document.address()))
    }

    /// The page that says which version applied on a day.
    #[must_use]
    pub fn by_date_page(&self, document: &DocumentId, locale: &Locale) -> SitePath {
        SitePath::folder(&format!("{locale}/{}/versions/by-date", document.address()))
    }

    /// What changed between two texts of a document, in a language.
    #[must_use]
    pub fn compare_page(&self, document: &DocumentId, pair: Pair, locale: &Locale) -> SitePath {
        let name = |id: Option<VersionId>| id.map_or_else(|| "current".to_owned(), |id| id.to_string());
        let (before, after) = (name(pair.before), name(pair.after));
        SitePath::folder(&format!("{locale}/{}/compare/{before}/{after}", document.address()))
    }

    /// What the translation of a document into a language lacks.
    #[must_use]
    pub fn lacking_page(&self, document: &DocumentId, locale: &Locale) -> SitePath {
        SitePath::folder(&format!("{locale}/{}/compare/original", document.address()))
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
