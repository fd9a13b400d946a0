//! The pages of a site: which there are, what each template is given, and their bytes.
//!
//! A [`Plan`] says for every address what stands there; bytes are made when they are asked for.

mod by_date;
mod chooser;
mod common;
mod document;
mod feed;
mod feed_changes;
mod home;
mod hosts;
mod jsonld;
mod labels;
mod machines;
mod not_found;
mod redline;
mod redline_changes;
mod redline_json;
mod redline_rows;
mod redline_words;
mod sitemap;
mod standing;
mod text;
mod version;
mod versions;
mod xml;

use std::collections::{BTreeMap, HashSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::site::{Pair, Route, Site};
use crate::source::TextError;
use crate::vocabulary::{DocumentId, Locale, SitePath, SourcePath, VersionId};

pub use hosts::{language_start, preview_headers};
pub(crate) use redline::{Figure, parts as redline_parts};
pub(crate) use redline_changes::{ChangeContext, beginning, label as change_label, numbers as change_numbers};
pub(crate) use redline_json::{class as class_name, kind as kind_name, statistics as statistics_json};
pub(crate) use redline_rows::unchanged;

/// A file of the site, before it has bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The choice of a language.
    Chooser,
    /// The start page of a language.
    Home(Locale),
    /// The choice of a language for a document.
    DocumentChooser(DocumentId),
    /// A document in a language.
    Document(DocumentId, Locale),
    /// A version of a document in a language.
    Version(DocumentId, VersionId, Locale),
    /// Its Markdown.
    Source(DocumentId, VersionId, Locale),
    /// The list of the versions of a document in a language.
    Versions(DocumentId, Locale),
    /// The same for machines.
    VersionsJson(DocumentId, Locale),
    /// Which version of a document applied on a day.
    ByDate(DocumentId, Locale),
    /// What changed between two texts of a document in a language.
    Compare(DocumentId, Pair, Locale),
    /// The same for machines.
    Diff(DocumentId, Pair, Locale),
    /// What the translation of a document into a language lacks.
    Lacking(DocumentId, Locale),
    /// The versions of a document in a language, as a feed.
    Feed(DocumentId, Locale),
    /// Those of all documents in a language.
    LanguageFeed(Locale),
    /// Every document and language, for machines.
    Index,
    /// What a file for machines looks like, by the name of its schema.
    Schema(&'static str),
    /// What a host shows where there is no page.
    NotFound,
    /// A file of the theme, by its name.
    Asset(String),
    /// A file beside the texts.
    File(SourcePath),
    /// `_headers`, for hosts that read it.
    Headers,
    /// `_redirects`, for hosts that read it.
    Redirects,
    /// `robots.txt`.
    Robots,
    /// `sitemap.xml`, and for sites that are too large for one the files that it lists, from 1.
    Sitemap(usize),
    /// `.nojekyll`: tells GitHub Pages to publish every file.
    NoJekyll,
}

/// For whom pages are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody.
    Public,
    /// The editor, at the preview: says what is not committed yet.
    Editor,
}

/// What stands at each address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan(BTreeMap<SitePath, Page>);

impl Plan {
    /// Every page of a site.
    #[must_use]
    pub fn of(site: &Site) -> (Self, Vec<Diagnostic>) {
        let routes = site.routes.iter().flat_map(|(path, route)| of_route(site, path, route));
        let assets = site.theme.assets.iter().map(|(name, asset)| (asset.path.clone(), Page::Asset(name.clone())));
        let files = site.files.iter().map(|file| (crate::site::file_path(file), Page::File(file.clone())));
        let fixed = [("404.html", Page::NotFound), ("_headers", Page::Headers), (".nojekyll", Page::NoJekyll)];
        let more = [("index.json", Page::Index), ("_redirects", Page::Redirects), ("robots.txt", Page::Robots)];
        let fixed = fixed.into_iter().chain(more);
        let schemas = machines::SCHEMAS.iter().map(|(path, name, _)| (*path, Page::Schema(name)));
        let fixed = fixed.chain(schemas).map(|(path, page)| (SitePath::file(path), page));
        let fixed = fixed.chain((0..=sitemap::parts(site)).map(|part| (sitemap::path(part), Page::Sitemap(part))));
        let mut all: Vec<(SitePath, Page)> = routes.chain(assets).chain(files).chain(fixed).collect();
        // Of two pages at one address the first stays.
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut findings = Vec::new();
        all.dedup_by(|(path, _), (first, _)| {
            let is_taken = path == first;
            if is_taken {
                let message = format!("two pages would stand at `{path}`");
                findings.push(Diagnostic::error(Code::ADDRESS_TAKEN, message).cure("rename one of the files"));
            }
            is_taken
        });
        let plan = Self(all.into_iter().collect());
        findings.extend(plan.inside_pages(site));
        (plan, findings)
    }

    /// Pages whose folder would have to lie where another page is: `a/index.html/index.html`.
    fn inside_pages(&self, site: &Site) -> Vec<Diagnostic> {
        let name = |path: &'_ str| path.rfind('/').map_or(0, |at| at + 1);
        let files: HashSet<&str> = self.0.keys().map(|path| &path.as_str()[name(path.as_str())..]).collect();
        let mut found = Vec::new();
        let (mut last, mut taken) = ("", None);
        for path in self.0.keys().map(SitePath::as_str) {
            let shared = path.bytes().zip(last.bytes()).take_while(|(one, other)| one == other).count();
            last = path;
            // The folders above that the page before does not have.
            let ends = path.match_indices('/').map(|(at, _)| at).filter(|at| *at >= shared);
            let mut above = ends.map(|at| &path[..at]).filter(|folder| files.contains(&folder[name(folder)..]));
            let inside = |taken: &&str| path.strip_prefix(*taken).is_some_and(|rest| rest.starts_with('/'));
            taken = above.find(|folder| self.0.contains_key(*folder)).or(taken.filter(inside));
            if taken.is_some() {
                found.extend(self.inside_a_page(site, &SitePath::file(path)));
            }
        }
        found
    }

    /// The finding about such a page.
    fn inside_a_page(&self, site: &Site, path: &SitePath) -> Option<Diagnostic> {
        let ends = path.as_str().match_indices('/').map(|(at, _)| at);
        let mut above = ends.map(|at| SitePath::file(&path.as_str()[..at]));
        let taken = above.find(|above| self.0.contains_key(above))?;
        let source = |path: &SitePath| match self.0.get(path) {
            Some(Page::Document(id, _)) => site.documents.get(id)?.translations.values().next().map(|t| t.path.clone()),
            _ => None,
        };
        let message = format!("the page `{path}` would lie inside the page `{taken}`, and one of them would be lost");
        let found = Diagnostic::error(Code::ADDRESS_TAKEN, message).cure("rename the document");
        let found = source(path).map_or(found.clone(), |file| found.in_file(&file));
        Some(source(&taken).map_or(found.clone(), |file| found.and(&file, "the other document")))
    }

    /// The pages, sorted by address.
    #[must_use]
    pub fn pages(&self) -> &BTreeMap<SitePath, Page> {
        &self.0
    }
}

/// The files of an address: for some there is one for machines too.
fn of_route(site: &Site, path: &SitePath, route: &Route) -> Vec<(SitePath, Page)> {
    let page = |page| (path.clone(), page);
    match route {
        Route::Chooser => vec![page(Page::Chooser)],
        Route::Home(locale) => {
            let has_versions = site.documents.values().any(|document| site.has_versions(document, locale));
            let feed = (feed::of_language(site, locale), Page::LanguageFeed(locale.clone()));
            let feed = has_versions.then_some(feed);
            std::iter::once(page(Page::Home(locale.clone()))).chain(feed).collect()
        }
        Route::DocumentChooser(id) => vec![page(Page::DocumentChooser(id.clone()))],
        Route::Document(id, locale) => vec![page(Page::Document(id.clone(), locale.clone()))],
        Route::ByDate(id, locale) => vec![page(Page::ByDate(id.clone(), locale.clone()))],
        Route::Compare(id, pair, locale) => {
            let json = redline::json_path(site, id, *pair, locale);
            let json = (json, Page::Diff(id.clone(), *pair, locale.clone()));
            vec![page(Page::Compare(id.clone(), *pair, locale.clone())), json]
        }
        Route::Lacking(id, locale) => vec![page(Page::Lacking(id.clone(), locale.clone()))],
        Route::Versions(id, locale) => {
            let json = (machines::versions_path(site, id, locale), Page::VersionsJson(id.clone(), locale.clone()));
            let feed = (feed::of_document(site, id, locale), Page::Feed(id.clone(), locale.clone()));
            vec![page(Page::Versions(id.clone(), locale.clone())), json, feed]
        }
        Route::Version(id, version, locale) => {
            let source = machines::source_path(site, id, *version, locale);
            let source = (source, Page::Source(id.clone(), *version, locale.clone()));
            vec![page(Page::Version(id.clone(), *version, locale.clone())), source]
        }
    }
}

/// The bytes of a page.
///
/// # Errors
/// What is wrong with a template or with a file.
pub fn render(site: &Site, path: &SitePath, page: &Page, audience: Audience) -> Result<Vec<u8>, Box<Diagnostic>> {
    match page {
        Page::Chooser => chooser::render(site, path),
        Page::DocumentChooser(id) => chooser::of_document(site, path, id),
        Page::Home(locale) => home::render(site, path, locale),
        Page::Document(id, locale) => document::render(site, path, id, locale, audience),
        Page::Version(id, version, locale) => version::render(site, path, id, *version, locale),
        Page::Source(id, version, locale) => version::source(site, id, *version, locale),
        Page::Versions(id, locale) => versions::render(site, path, id, locale),
        Page::VersionsJson(id, locale) => machines::versions(site, id, locale),
        Page::Compare(id, pair, locale) => redline::render(site, path, id, locale, *pair),
        Page::Lacking(id, locale) => redline::lacking(site, path, id, locale),
        Page::Diff(id, pair, locale) => redline_json::render(site, id, locale, *pair),
        Page::ByDate(id, locale) => by_date::render(site, path, id, locale),
        Page::Feed(id, locale) => feed::document(site, id, locale),
        Page::LanguageFeed(locale) => feed::language(site, locale),
        Page::Index => Ok(machines::index(site)),
        Page::Schema(name) => Ok(machines::schema(name)),
        Page::NotFound => not_found::render(site, path),
        Page::Asset(name) => Ok(site.theme.assets.get(name).map(|asset| asset.bytes.to_vec()).unwrap_or_default()),
        Page::File(file) => site.world.bytes(file).map_err(|error| Box::new(unreadable(file, &error))),
        Page::Headers => Ok(hosts::headers(site).into_bytes()),
        Page::Redirects => Ok(hosts::redirects(site).into_bytes()),
        Page::Robots => Ok(sitemap::robots(site).into_bytes()),
        Page::Sitemap(part) => Ok(sitemap::render(site, *part)),
        Page::NoJekyll => Ok(Vec::new()),
    }
}

fn unreadable(file: &SourcePath, error: &TextError) -> Diagnostic {
    Diagnostic::error(Code::DOCUMENT_UNREADABLE, format!("`{file}` {error}")).in_file(file)
}
