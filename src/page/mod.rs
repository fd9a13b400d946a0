//! The pages of a site: which there are, what each template is given, and their bytes.
//!
//! A [`Plan`] says for every address what stands there; bytes are made when they are asked for.

mod chooser;
mod common;
mod document;
mod home;
mod hosts;
mod not_found;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::site::{Route, Site};
use crate::source::TextError;
use crate::vocabulary::{DocumentId, Locale, SitePath, SourcePath};

pub use hosts::{HEADERS, POLICY};

/// A file of the site, before it has bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The choice of a language.
    Chooser,
    /// The start page of a language.
    Home(Locale),
    /// A document in a language.
    Document(DocumentId, Locale),
    /// What a host shows where there is no page.
    NotFound,
    /// A file of the theme, by its name.
    Asset(String),
    /// A file beside the texts.
    File(SourcePath),
    /// `_headers`, for hosts that read it.
    Headers,
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

/// Two pages at one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision(pub SitePath);

/// What stands at each address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan(BTreeMap<SitePath, Page>);

impl Plan {
    /// Every page of a site.
    #[must_use]
    pub fn of(site: &Site) -> (Self, Vec<Diagnostic>) {
        let mut plan = Self::default();
        let routes = site.routes.iter().map(|(path, route)| {
            let page = match route {
                Route::Chooser => Page::Chooser,
                Route::Home(locale) => Page::Home(locale.clone()),
                Route::Document(id, locale) => Page::Document(id.clone(), locale.clone()),
            };
            (path.clone(), page)
        });
        let assets = site.theme.assets.iter().map(|(name, asset)| (asset.path.clone(), Page::Asset(name.clone())));
        let files = site.files.iter().map(|file| (crate::site::file_path(file), Page::File(file.clone())));
        let fixed = [("404.html", Page::NotFound), ("_headers", Page::Headers), (".nojekyll", Page::NoJekyll)];
        let fixed = fixed.map(|(path, page)| (SitePath::file(path), page));
        let mut findings = Vec::new();
        for (path, page) in routes.chain(assets).chain(files).chain(fixed) {
            if let Err(Collision(path)) = plan.insert(path, page) {
                let message = format!("two pages would stand at `{path}`");
                findings.push(Diagnostic::error(Code::ADDRESS_TAKEN, message).cure("rename one of the files"));
            }
        }
        findings.extend(plan.0.keys().filter_map(|path| plan.inside_a_page(site, path)));
        (plan, findings)
    }

    /// A page whose folder would have to lie where another page is: `a/index.html/index.html`.
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

    /// Adds a page.
    ///
    /// # Errors
    /// [`Collision`] if the address is taken.
    pub fn insert(&mut self, path: SitePath, page: Page) -> Result<(), Collision> {
        match self.0.entry(path) {
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(page);
                Ok(())
            }
            std::collections::btree_map::Entry::Occupied(taken) => Err(Collision(taken.key().clone())),
        }
    }

    /// The pages, sorted by address.
    #[must_use]
    pub fn pages(&self) -> &BTreeMap<SitePath, Page> {
        &self.0
    }
}

/// The bytes of a page.
///
/// # Errors
/// What is wrong with a template or with a file.
pub fn render(site: &Site, path: &SitePath, page: &Page, audience: Audience) -> Result<Vec<u8>, Box<Diagnostic>> {
    match page {
        Page::Chooser => chooser::render(site, path),
        Page::Home(locale) => home::render(site, path, locale),
        Page::Document(id, locale) => document::render(site, path, id, locale, audience),
        Page::NotFound => not_found::render(site, path),
        Page::Asset(name) => Ok(site.theme.assets.get(name).map(|asset| asset.bytes.to_vec()).unwrap_or_default()),
        Page::File(file) => site.world.bytes(file).map_err(|error| Box::new(unreadable(file, &error))),
        Page::Headers => Ok(hosts::headers(site).into_bytes()),
        Page::NoJekyll => Ok(Vec::new()),
    }
}

fn unreadable(file: &SourcePath, error: &TextError) -> Diagnostic {
    Diagnostic::error(Code::DOCUMENT_UNREADABLE, format!("`{file}` {error}")).in_file(file)
}
