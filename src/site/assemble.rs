//! Putting a site together, and again where only the texts of some documents changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Document, Language, Site, Translation, Versions, Working, current, dates, load, redlines, routes};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::language::Strings;
use crate::source::World;
use crate::theme::{Theme, Words};
use crate::vocabulary::{DocumentId, Locale, SourcePath};

/// Everything of which a site is made.
#[derive(Clone, Copy)]
pub struct Assembly<'a> {
    /// The settings.
    pub config: &'a Arc<Config>,
    /// The theme.
    pub theme: &'a Arc<Theme>,
    /// Gives the texts.
    pub world: &'a Arc<dyn World + Send>,
    /// The working texts.
    pub working: &'a Working,
    /// The other files beside them.
    pub files: &'a BTreeSet<SourcePath>,
    /// The versions.
    pub versions: Versions<'a>,
}

/// The findings of the single files and of their addresses, by what they depend on; what can only be seen
/// between files is the business of the checks.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// In the texts of a document, and about its versions.
    pub documents: BTreeMap<DocumentId, Arc<Vec<Diagnostic>>>,
    /// About languages.
    pub languages: Arc<Vec<Diagnostic>>,
    /// About addresses, and the files beside the texts.
    pub addresses: Arc<Vec<Diagnostic>>,
}

impl Assembly<'_> {
    /// Puts the site together.
    #[must_use]
    pub fn site(&self) -> (Site, Found) {
        let ids: BTreeSet<&DocumentId> = self.working.keys().chain(self.versions.archive.timelines.keys()).collect();
        let ids: Vec<&DocumentId> = ids.into_iter().collect();
        let made: Vec<(Document, Vec<Diagnostic>)> = ids.par_iter().map(|id| self.document(id)).collect();
        let mut found = Found::default();
        let mut documents = BTreeMap::new();
        for (id, (document, findings)) in ids.into_iter().zip(made) {
            documents.insert(id.clone(), Arc::new(document));
            found.documents.insert(id.clone(), Arc::new(findings));
        }
        let (languages, findings) = self.languages(&documents);
        found.languages = Arc::new(findings);
        let mut site = Site {
            config: Arc::clone(self.config),
            theme: Arc::clone(self.theme),
            world: Arc::clone(self.world),
            languages: Arc::new(languages),
            documents,
            routes: Arc::default(),
            files: Arc::default(),
            active: Arc::default(),
            redlines: redlines::Made::default(),
        };
        found.addresses = Arc::new(self.place(&mut site));
        (site, found)
    }

    /// The site after the texts of some documents changed; all else is as it was `before`. Nothing where that
    /// changes which languages there are.
    #[must_use]
    pub fn again(&self, before: &Site, found: &Found, changed: &BTreeSet<DocumentId>) -> Option<(Site, Found)> {
        let mut found = found.clone();
        let mut site = Site {
            config: Arc::clone(&before.config),
            theme: Arc::clone(&before.theme),
            world: Arc::clone(self.world),
            languages: Arc::clone(&before.languages),
            documents: before.documents.clone(),
            routes: Arc::clone(&before.routes),
            files: Arc::clone(&before.files),
            active: Arc::clone(&before.active),
            redlines: redlines::Made::default(),
        };
        for id in changed {
            let (document, findings) = self.document(id);
            if routes::is_draft(&document) != before.documents.get(id).is_some_and(|before| routes::is_draft(before)) {
                return None;
            }
            site.documents.insert(id.clone(), Arc::new(document));
            found.documents.insert(id.clone(), Arc::new(findings));
        }
        let stays = |id: &DocumentId| {
            let (Some(old), Some(new)) = (before.documents.get(id), site.documents.get(id)) else { return false };
            routes::of(before, old) == routes::of(&site, new) && before.mentioned(old) == site.mentioned(new)
        };
        if !changed.iter().all(stays) {
            found.addresses = Arc::new(self.place(&mut site));
        }
        Some((site, found))
    }

    /// A document: its texts and versions, and what stands at its main address.
    fn document(&self, id: &DocumentId) -> (Document, Vec<Diagnostic>) {
        let mut sink = Vec::new();
        let mut document = Document::new(id.clone());
        let texts = self.working.get(id).map(|texts| texts.as_slice()).unwrap_or_default();
        for dated in texts {
            sink.extend(dates::uncommitted(&dated.text.source.path, &dated.dates));
            sink.extend(dated.text.findings.iter().cloned());
            if let Some(text) = &dated.text.text {
                let dates = (*dated.dates).clone();
                let text = Translation { effective: text.effective.or(dates.effective), dates, ..text.clone() };
                document.translations.insert(text.locale.clone(), text);
            }
        }
        let Versions { held, is_preview, archive, originals, .. } = self.versions;
        let settling = current::Settling { config: self.config, world: &**self.world, held, is_preview };
        settling.settle(&mut document, archive.timelines.get(id), &mut sink);
        load::number(&mut document, &self.config.source);
        load::compare(&mut document, &self.config.source, originals, self.world.today(), &mut sink);
        document.compare_aside(&self.config.source, originals, self.world.today());
        (document, sink)
    }

    fn languages(
        &self,
        documents: &BTreeMap<DocumentId, Arc<Document>>,
    ) -> (BTreeMap<Locale, Language>, Vec<Diagnostic>) {
        let mut sink = Vec::new();
        let Config { source, calendar, .. } = &**self.config;
        let files = &self.theme.strings;
        let language = |locale: Locale| {
            let (strings, findings) = Strings::new(&locale, source, files);
            let strings = strings.in_calendar(*calendar);
            sink.extend(findings);
            let name = Strings::own_name(&locale, files);
            let words = Words::of(&strings, files);
            (locale, Language { strings, name, words })
        };
        let languages = routes::languages(self.config, self.working, documents).into_iter().map(language).collect();
        (languages, sink)
    }

    /// Gives the pages of a site their addresses, and finds the files that are published with them.
    fn place(&self, site: &mut Site) -> Vec<Diagnostic> {
        let mut sink = Vec::new();
        let routes = routes::routes(site, &mut sink);
        site.routes = Arc::new(routes);
        let (files, active) = site.gather_files(self.files, &mut sink);
        (site.files, site.active) = (Arc::new(files), Arc::new(active));
        sink
    }
}
