//! Where the links of a text lead. They are resolved here and not earlier: only now is it known
//! which pages there are.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::{Document, Route, Site, Translation};
use crate::archive;
use crate::config::{Config, Links};
use crate::markdown::{Href, LinkUse, Outline, Resolver, parse};
use crate::source::Matter;
use crate::vocabulary::{DocumentId, Locale, SitePath, SourcePath};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a section of the same page; whether it is there.
    Section(bool),
    /// To a page of the site; whether the section that is named, if any, is there.
    Page(SitePath, bool),
    /// To a file beside the texts.
    File(SourcePath),
    /// To another host, a telephone, a mailbox.
    Elsewhere,
    /// To this host, but to no page of this site.
    Outside,
    /// To a file or page that is not there.
    Broken,
}

/// The page from which a text is seen: the same text may stand on pages of several languages.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The site.
    pub site: &'a Site,
    /// The text.
    pub text: &'a Translation,
    /// The language of the page.
    pub reader: &'a Locale,
    /// The page.
    pub page: &'a SitePath,
}

impl Site {
    /// The files of the site to which the texts of a document refer, whether they are there or not.
    pub(super) fn mentioned(&self, document: &Document) -> BTreeSet<SourcePath> {
        let links =
            document.translations.values().flat_map(|text| text.outline.links.iter().map(move |used| (text, used)));
        let file = |(text, used): (&Translation, &LinkUse)| {
            let path = split(&used.url).0;
            let is_file = !is_elsewhere(&used.url) && !path.is_empty();
            is_file.then(|| self.file(&text.source, &decoded(path))).flatten()
        };
        links.filter_map(file).collect()
    }

    fn file(&self, from: &SourcePath, reference: &str) -> Option<SourcePath> {
        meant(&self.config, from, reference)
    }

    /// The document and language whose text is in a file.
    fn text_in(&self, file: &SourcePath) -> Option<(&Document, &Translation)> {
        let folder = &self.config.folder;
        let inner = if folder.is_empty() { Some(file.as_str()) } else { file.inside(folder) };
        let (document, _) = self.config.pattern.read(inner?)?;
        let document: &Document = self.documents.get(&DocumentId::new(document))?;
        let text = document.translations.values().find(|text| text.source == *file)?;
        Some((document, text))
    }
}

impl Seen<'_> {
    /// Where an address in the text leads.
    #[must_use]
    pub fn target(&self, url: &str) -> Target {
        if is_elsewhere(url) {
            return Target::Elsewhere;
        }
        let (path, fragment) = split(url);
        if path.is_empty() {
            return Target::Section(
                fragment.is_none_or(|id| id.is_empty() || self.text.anchors.holds(&decoded(id)) || is_footnote(id)),
            );
        }
        let path = decoded(path);
        let file = self.site.file(&self.text.source, &path);
        if let Some(found) = file.as_ref().and_then(|file| self.in_file(file, fragment)) {
            return found;
        }
        if let Some(found) = self.at_address(&path, fragment) {
            return found;
        }
        let kept = file.as_ref().and_then(|file| self.text.files.get(file));
        match file {
            _ if kept.is_some() => kept.cloned().map_or(Target::Broken, Target::File),
            Some(file) if self.site.files.contains(&file) => Target::File(file),
            _ if path.starts_with('/') => Target::Outside,
            _ => Target::Broken,
        }
    }

    /// What an address names, if that would run in a reader's browser and is not published.
    #[must_use]
    pub fn active(&self, url: &str) -> Option<&str> {
        let file = self.site.file(&self.text.source, &decoded(split(url).0))?;
        self.site.active.get(&file).map(String::as_str)
    }

    /// A link to the text itself or to an original leads to the reader's language; a link to
    /// another language leads there.
    fn in_file(&self, file: &SourcePath, fragment: Option<&str>) -> Option<Target> {
        let (document, text) = self.site.text_in(file)?;
        let to_reader = text.locale == self.text.locale || text.locale == self.site.config.source;
        let locale =
            if to_reader && self.site.body(document, self.reader).is_some() { self.reader } else { &text.locale };
        let shown = self.site.body(document, locale)?.text();
        Some(Target::Page(self.site.page(&document.id, locale), has_section(shown, fragment)))
    }

    /// An address of the site itself, such as `/de/privacy/`.
    fn at_address(&self, path: &str, fragment: Option<&str>) -> Option<Target> {
        let base = self.site.config.base_url.path();
        let inner = path.strip_prefix(base).or_else(|| path.strip_prefix('/'))?;
        let folder = inner.trim_end_matches("index.html").trim_end_matches('/');
        let page = SitePath::folder(folder);
        let section = match self.site.routes.get(&page)? {
            Route::Document(id, locale) => {
                let document = self.site.documents.get(id)?;
                has_section(self.site.body(document, locale)?.text(), fragment)
            }
            // The sections of versions, and changes, are not looked up.
            Route::Version(..) | Route::Compare(..) | Route::Lacking(..) => true,
            Route::Chooser | Route::DocumentChooser(_) | Route::Home(_) | Route::Versions(..) | Route::ByDate(..) => {
                fragment.is_none()
            }
        };
        Some(Target::Page(page, section))
    }

    /// The address of a page of the site, seen from this one.
    #[must_use]
    pub fn link_to(&self, page: &SitePath) -> String {
        self.page.link_to(page, self.site.config.links == Links::Files)
    }
}

impl Resolver for Seen<'_> {
    fn link(&self, url: &str) -> Href {
        let tail = || url.find(['#', '?']).map_or("", |at| &url[at..]);
        Href::To(match self.target(url) {
            Target::Page(page, _) => self.link_to(&page) + &encoded(tail()),
            Target::File(file) => self.link_to(&file_path(&file)) + &encoded(tail()),
            Target::Section(_) | Target::Elsewhere | Target::Outside | Target::Broken => encoded(url.trim()),
        })
    }

    fn image(&self, url: &str) -> Href {
        match self.target(url) {
            Target::File(file) => Href::To(self.link_to(&file_path(&file))),
            _ => Href::Nowhere,
        }
    }
}

/// The file that a reference in a text means: relative to the text, or to the content folder if it
/// begins with `/`.
fn meant(config: &Config, from: &SourcePath, reference: &str) -> Option<SourcePath> {
    match reference.strip_prefix('/') {
        None => from.join(reference),
        Some(inner) if config.folder.is_empty() => SourcePath::new("x").join(inner),
        Some(inner) => SourcePath::new(format!("{}/x", config.folder)).join(inner),
    }
}

/// The files that a text without variables refers to, whether they are there or not.
#[must_use]
pub fn files_of(config: &Config, from: &SourcePath, locale: &Locale, text: &str) -> BTreeSet<SourcePath> {
    let matter = Matter::find(text);
    let (prose, _) = parse(text, matter.body, &archive::options(config, from, locale));
    let links = Outline::of(&prose, false).links;
    let path = |used: &LinkUse| {
        let path = split(&used.url).0;
        let is_file = !is_elsewhere(&used.url) && !path.is_empty();
        is_file.then(|| meant(config, from, &decoded(path))).flatten()
    };
    links.iter().filter_map(path).collect()
}

/// The place in the site of a file beside the texts.
pub(crate) fn file_path(file: &SourcePath) -> SitePath {
    SitePath::file(format!("files/{file}"))
}

fn has_section(text: &Translation, fragment: Option<&str>) -> bool {
    fragment.is_none_or(|id| id.is_empty() || text.anchors.holds(&decoded(id)))
}

fn is_footnote(id: &str) -> bool {
    id.starts_with("fn-") || id.starts_with("fnref-")
}

/// Whether an address has a scheme or a host of its own.
fn is_elsewhere(url: &str) -> bool {
    let url = url.trim();
    let scheme = url.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    url.starts_with("//") || scheme
}

/// The path, and what stands behind `#`; a query is cut off.
fn split(url: &str) -> (&str, Option<&str>) {
    let url = url.trim();
    let (path, fragment) = url.split_once('#').map_or((url, None), |(path, id)| (path, Some(id)));
    (path.split('?').next().unwrap_or_default(), fragment)
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// What may not stand in an address as it is.
const ADDRESS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'[')
    .add(b']');

/// The address in a form that is valid in HTML; what was encoded already stays so.
fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('%') {
        out.extend(utf8_percent_encode(before, ADDRESS));
        let is_code = after.len() >= 2 && after.bytes().take(2).all(|b| b.is_ascii_hexdigit());
        out.push_str(if is_code { "%" } else { "%25" });
        rest = after;
    }
    out.extend(utf8_percent_encode(rest, ADDRESS));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        for elsewhere in ["https://x.org", "mailto:a@b", "//x.org/a", "tel:+1"] {
            assert!(is_elsewhere(elsewhere), "{elsewhere}");
        }
        for here in ["../a.md", "#a:b", "/a?b:c", "a.md#x"] {
            assert!(!is_elsewhere(here), "{here}");
        }
        assert_eq!(split("../a%20b.md?x=1#y"), ("../a%20b.md", Some("y")));
    }

    #[test]
    fn addresses_are_made_valid_once() {
        assert_eq!(encoded("https://x.org/a b?[c]=100%&d=%20"), "https://x.org/a%20b?%5Bc%5D=100%25&d=%20");
    }
}
