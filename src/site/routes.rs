//! What stands at which address.

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Sources;
use crate::vocabulary::{DocumentId, Locale, SitePath, SourcePath};

/// What a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The choice of a language.
    Chooser,
    /// The start page of a language.
    Home(Locale),
    /// A document in a language.
    Document(DocumentId, Locale),
}

/// The languages of the site: those of the settings, else every one that a text is in.
pub(super) fn languages(config: &Config, sources: &Sources) -> BTreeSet<Locale> {
    match &config.publish {
        Some(publish) => publish.iter().cloned().collect(),
        None => sources.texts.iter().map(|source| source.locale.clone()).collect(),
    }
}

/// Every page, and a finding for each address that two would share.
pub(super) fn routes(site: &Site, sink: &mut Vec<Diagnostic>) -> BTreeMap<SitePath, Route> {
    let mut routes = BTreeMap::new();
    routes.insert(SitePath::folder(""), Route::Chooser);
    for locale in site.languages.keys() {
        routes.insert(site.home(locale), Route::Home(locale.clone()));
    }
    let mut exact: BTreeMap<&str, &DocumentId> = BTreeMap::new();
    let mut folded: BTreeMap<String, &DocumentId> = BTreeMap::new();
    for document in site.documents.values() {
        let alike = *folded.entry(document.id.address().to_lowercase()).or_insert(&document.id);
        let first = match *exact.entry(document.id.address()).or_insert(&document.id) {
            first if first == &document.id => alike,
            first => first,
        };
        if first != &document.id {
            let paths = |id: &DocumentId| {
                site.documents.get(id).and_then(|d| d.translations.values().next()).map(|t| t.path.clone())
            };
            if let (Some(path), Some(other)) = (paths(&document.id), paths(first)) {
                let same = document.id.address() == first.address();
                sink.push(if same {
                    taken(&document.id, &path, &other)
                } else {
                    differ_by_case(&document.id, &path, &other)
                });
            }
        }
        for locale in site.languages.keys().filter(|locale| site.body(document, locale).is_some()) {
            let route = Route::Document(document.id.clone(), locale.clone());
            routes.entry(site.page(&document.id, locale)).or_insert(route);
        }
        if site.original(document).is_none() {
            sink.extend(
                document
                    .translations
                    .values()
                    .next()
                    .map(|text| original_missing(&document.id, &text.path, &site.config)),
            );
        }
    }
    routes
}

fn taken(document: &DocumentId, path: &SourcePath, other: &SourcePath) -> Diagnostic {
    let message = format!("two documents would have the address `{}/`, and one page would be lost", document.address());
    Diagnostic::error(Code::ADDRESS_TAKEN, message)
        .in_file(path)
        .and(other, "the other document")
        .cure("rename one of them")
}

fn differ_by_case(document: &DocumentId, path: &SourcePath, other: &SourcePath) -> Diagnostic {
    let message = format!("the address `{}/` differs from another only in upper and lower case", document.address());
    Diagnostic::warning(Code::ADDRESS_CASE, message)
        .in_file(path)
        .and(other, "the other document")
        .cure("rename one of them: some hosts and file systems do not tell the two apart")
}

fn original_missing(document: &DocumentId, path: &SourcePath, config: &Config) -> Diagnostic {
    let source = &config.source;
    let message = format!("the document \"{document}\" has no text in the source language {source}");
    Diagnostic::note(Code::ORIGINAL_MISSING, message)
        .in_file(path)
        .cure("it is published only in the languages it has; write the original, or change `locales.source`")
}
