//! The shape of a text: what a translation must have in common with its original.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Placeholder;
use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind, Prose};
use crate::site::{Seen, Target};
use crate::vocabulary::Locale;

/// A stretch of a text from one heading to the next; the first begins with the text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Section {
    /// The level of its heading; 0 for the first.
    pub level: u8,
    /// The words of its heading.
    pub heading: String,
    /// Where it begins.
    pub span: Span,
    /// How many items its lists have.
    pub items: usize,
    /// How many rows and columns each of its tables has.
    pub tables: Vec<(usize, usize)>,
}

/// The shape of a text.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// The sections, in their order.
    pub sections: Vec<Section>,
    /// The ids that the author gave.
    pub anchors: BTreeSet<String>,
    /// How often each place is linked to, without what depends on the language; and how the address is written.
    pub links: BTreeMap<String, (usize, String)>,
    /// The variables.
    pub variables: BTreeSet<String>,
}

impl Shape {
    /// Of a text and its file.
    pub(super) fn of(seen: &Seen<'_>, prose: &Prose, file: &str, placeholders: &[Placeholder]) -> Self {
        let outline = &seen.text.outline;
        let mut shape = Self::default();
        shape.sections.push(Section::default());
        shape.blocks(&prose.blocks);
        for note in &prose.notes {
            shape.blocks(&note.blocks);
        }
        for (section, heading) in shape.sections.iter_mut().skip(1).zip(&outline.headings) {
            heading.text.trim().clone_into(&mut section.heading);
        }
        shape.anchors.extend(outline.headings.iter().filter_map(|heading| heading.explicit.clone()));
        shape.anchors.extend(outline.anchors.iter().cloned());
        for link in &outline.links {
            if let Some(place) = place(seen, &link.url) {
                shape.links.entry(place).or_insert_with(|| (0, link.url.clone())).0 += 1;
            }
        }
        for placeholder in placeholders {
            let mut at = 0;
            while let Some((span, name)) = placeholder.find(file, at) {
                shape.variables.insert(name.to_owned());
                at = span.end;
            }
        }
        shape
    }

    fn last(&mut self) -> &mut Section {
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let at = self.sections.len() - 1;
        &mut self.sections[at]
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { level, .. } => {
                    let span = block.span.clone();
                    self.sections.push(Section { level: *level, span, ..Section::default() });
                }
                BlockKind::List { items, .. } => {
                    self.last().items += items.len();
                    for item in items {
                        self.blocks(&item.blocks);
                    }
                }
                BlockKind::Table(table) => self.last().tables.push((table.rows.len() + 1, table.header.len())),
                BlockKind::Quote(blocks) | BlockKind::Alert { blocks, .. } => self.blocks(blocks),
                BlockKind::Definitions(terms) => {
                    self.last().items += terms.len();
                    for (_, blocks) in terms {
                        self.blocks(blocks);
                    }
                }
                BlockKind::Paragraph(_) | BlockKind::Code(_) | BlockKind::Rule | BlockKind::Html(_) => {}
            }
        }
    }
}

/// Where a link leads, without what differs between languages by right: the language of a page of this site,
/// and in addresses elsewhere parts that are tags of languages. Nothing for links that lead nowhere, which are
/// reported as that.
fn place(seen: &Seen<'_>, url: &str) -> Option<String> {
    let fragment = url.split_once('#').map(|(_, id)| format!("#{id}")).unwrap_or_default();
    match seen.target(url) {
        Target::Section(_) => Some(fragment),
        Target::Page(page, _) => {
            let (first, rest) = page.as_str().split_once('/').unwrap_or(("", page.as_str()));
            let page = if Locale::parse(first).is_ok() { rest } else { page.as_str() };
            Some(format!("{page}{fragment}"))
        }
        Target::File(file) => Some(neutral(file.as_str())),
        Target::Elsewhere | Target::Outside => Some(elsewhere(url)),
        Target::Broken => None,
    }
}

/// An address of another host.
fn elsewhere(url: &str) -> String {
    let url = url.trim().to_lowercase();
    let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    let (rest, fragment) = rest.split_once('#').map_or((rest, ""), |(rest, id)| (rest, id));
    let (path, query) = rest.split_once('?').map_or((rest, ""), |(path, query)| (path, query));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let mut labels: Vec<&str> = host.split('.').collect();
    if labels.len() > 2 && (labels[0] == "www" || is_tag(labels[0])) {
        labels.remove(0);
    }
    let is_language = |value: &str| value.split('=').nth(1).is_some_and(is_tag);
    let query: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !is_language(part)).collect();
    format!("{}/{}?{}#{fragment}", labels.join("."), neutral(path), query.join("&"))
}

/// A path without parts that are tags of languages.
fn neutral(path: &str) -> String {
    let parts = path.split('/').filter(|part| !part.is_empty() && *part != "index.html" && !is_tag(part));
    parts.collect::<Vec<_>>().join("/")
}

/// Whether a part of an address is a tag such as `de`, `en-us` or `pt_br`.
fn is_tag(part: &str) -> bool {
    let part = part.replace('_', "-");
    let (language, region) = part.split_once('-').unwrap_or((&part, ""));
    let is_short = matches!(language.len(), 2 | 3) && matches!(region.len(), 0 | 2 | 4);
    is_short && (language.len() == 2 || !region.is_empty()) && Locale::parse(&part).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_without_their_language() {
        for (one, other) in [
            ("https://www.mozilla.org/en-US/privacy/", "https://mozilla.org/de/privacy"),
            ("https://en.wikipedia.org/wiki/X", "https://de.wikipedia.org/wiki/X"),
            ("https://x.org/a?hl=en&b=1", "http://x.org/a?b=1&hl=pt_BR"),
            ("https://support.example.com/kb/a/", "https://support.example.com/ja/kb/a"),
        ] {
            assert_eq!(elsewhere(one), elsewhere(other));
        }
        assert_ne!(elsewhere("https://x.org/privacy"), elsewhere("https://x.org/terms"));
        assert_ne!(elsewhere("mailto:a@x.org"), elsewhere("mailto:b@x.org"));
        assert_ne!(elsewhere("https://x.org/a#b"), elsewhere("https://x.org/a#c"));
    }
}
