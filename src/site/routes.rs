//! What stands at which address.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Behind, Currency, Document, Pair, Site, State, Translation, Working};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::{DocumentId, Locale, SitePath, SourcePath, VersionId};

/// What a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The choice of a language.
    Chooser,
    /// The start page of a language.
    Home(Locale),
    /// The languages of a document: the short address `/privacy/`.
    DocumentChooser(DocumentId),
    /// A document in a language.
    Document(DocumentId, Locale),
    /// A version of a document in a language.
    Version(DocumentId, VersionId, Locale),
    /// The list of the versions of a document in a language.
    Versions(DocumentId, Locale),
    /// Which version applied on a day.
    ByDate(DocumentId, Locale),
    /// What changed between two texts of a document in a language.
    Compare(DocumentId, Pair, Locale),
    /// What the translation of a document lacks.
    Lacking(DocumentId, Locale),
}

/// The languages of the site: those of the settings, else every one that a published text is in, or was.
pub(super) fn languages(
    config: &Config,
    working: &Working,
    documents: &BTreeMap<DocumentId, Arc<Document>>,
) -> BTreeSet<Locale> {
    if let Some(publish) = &config.publish {
        return publish.iter().cloned().collect();
    }
    let shown = working.iter().filter(|(id, _)| !documents.get(id).is_some_and(|document| is_draft(document)));
    let working = shown.flat_map(|(_, texts)| texts.iter().map(|dated| &dated.text.source));
    let versions = documents.values().flat_map(|document| document.timeline.versions());
    let archived = versions.flat_map(|version| version.texts.locales());
    working.map(|source| &source.locale).chain(archived).cloned().collect()
}

/// Whether nobody but its editor sees the working text of a document.
pub(super) fn is_draft(document: &Document) -> bool {
    document.state == State::Draft
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
        let Contribution { pages, short, original_missing, .. } = of(site, document);
        for (path, route) in pages {
            place(site, &mut routes, path, route, sink);
        }
        // A document that is called like a language has no short address.
        if let Some((short, route)) = short {
            routes.entry(short).or_insert(route);
        }
        sink.extend(original_missing);
    }
    routes
}

/// What a document gives to the addresses of the site.
#[derive(Debug, PartialEq)]
pub(super) struct Contribution {
    pages: Vec<(SitePath, Route)>,
    /// The choice of a language, if nothing else stands there.
    short: Option<(SitePath, Route)>,
    original_missing: Option<Diagnostic>,
    /// Its files in findings.
    files: Option<(SourcePath, SourcePath)>,
}

/// The pages of a document.
pub(super) fn of(site: &Site, document: &Document) -> Contribution {
    let id = &document.id;
    let mut pages = Vec::new();
    for locale in site.languages.keys().filter(|locale| site.body(document, locale).is_some()) {
        pages.push((site.page(id, locale), Route::Document(id.clone(), locale.clone())));
    }
    let is_behind = |text: &&Translation| matches!(&text.currency, Currency::Behind(Behind { base: Some(_), .. }));
    for text in document.translations.values().filter(is_behind) {
        pages.push((site.lacking_page(id, &text.locale), Route::Lacking(id.clone(), text.locale.clone())));
    }
    pages.extend(site.languages.keys().flat_map(|locale| of_versions(site, document, locale)));
    let first = document.translations.values().next();
    let short =
        first.filter(|_| !is_kept(id.address())).map(|_| (site.short_page(id), Route::DocumentChooser(id.clone())));
    let lacking = first.filter(|_| site.original(document).is_none());
    Contribution {
        pages,
        short,
        original_missing: lacking.map(|text| original_missing(id, &text.path, &site.config)),
        files: first.map(|text| (text.path.clone(), text.source.clone())),
    }
}

/// Whether a folder at the top of the site holds other things than a document's languages.
fn is_kept(address: &str) -> bool {
    let first = address.split('/').next().unwrap_or(address);
    matches!(first, "assets" | "files" | "schemas") || Locale::parse(first).is_ok()
}

/// Puts a page at its address. Where a page of another document stands there, one of which belongs
/// to versions, that is a finding; two documents of one address are reported elsewhere.
fn place(
    site: &Site,
    routes: &mut BTreeMap<SitePath, Route>,
    path: SitePath,
    route: Route,
    sink: &mut Vec<Diagnostic>,
) {
    let Some(first) = routes.get(&path) else {
        routes.insert(path, route);
        return;
    };
    let are_documents = matches!((first, &route), (Route::Document(..), Route::Document(..)));
    if let (Some(one), Some(other), false) = (first.document(), route.document(), are_documents) {
        let file = |id: &DocumentId| {
            let document = site.documents.get(id)?;
            document.translations.values().next().map(|text| text.source.clone())
        };
        let message = format!(
            "the documents \"{one}\" and \"{other}\" would share the address `/{}`: one of them has versions there",
            path.address()
        );
        let finding = Diagnostic::error(Code::ADDRESS_TAKEN, message).cure("rename one of them");
        sink.push(match (file(other), file(one)) {
            (Some(file), Some(first)) => finding.in_file(&file).and(&first, "the other document"),
            (Some(file), None) | (None, Some(file)) => finding.in_file(&file),
            (None, None) => finding,
        });
    }
}

impl Route {
    /// The document to which the page belongs.
    fn document(&self) -> Option<&DocumentId> {
        match self {
            Self::Chooser | Self::Home(_) => None,
            Self::Document(id, _)
            | Self::DocumentChooser(id)
            | Self::Version(id, ..)
            | Self::Versions(id, _)
            | Self::ByDate(id, _)
            | Self::Compare(id, ..)
            | Self::Lacking(id, _) => Some(id),
        }
    }
}

/// The pages of the versions of a document in a language.
fn of_versions(site: &Site, document: &Document, locale: &Locale) -> Vec<(SitePath, Route)> {
    let id = &document.id;
    if !site.has_versions(document, locale) {
        return Vec::new();
    }
    let mut routes = vec![
        (site.versions_page(id, locale), Route::Versions(id.clone(), locale.clone())),
        (site.by_date_page(id, locale), Route::ByDate(id.clone(), locale.clone())),
    ];
    for entry in site.timeline(document, locale) {
        if let (Some(version), Some(_)) = (entry.version, entry.edition) {
            let path = site.version_page(id, version.id, locale);
            routes.push((path, Route::Version(id.clone(), version.id, locale.clone())));
        }
    }
    for pair in site.pairs(document, locale) {
        let path = site.compare_page(id, pair, locale);
        routes.push((path, Route::Compare(id.clone(), pair, locale.clone())));
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
