//! What the rest of the site must know of a text.

use super::attributes;
use super::findings;
use super::prose::{Block, BlockKind, Inline, Item, Link, Prose, plain};
use super::slug::{Anchors, slug};
use crate::diagnostic::{Code, Diagnostic, Severity, Span};
use crate::vocabulary::SourcePath;

/// A heading of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// The id that the author gave it.
    pub explicit: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// A link or an image of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkUse {
    /// Where it leads, as the author wrote it.
    pub url: String,
    /// Whether it is an image.
    pub image: bool,
    /// The block that holds it.
    pub block: Span,
}

impl LinkUse {
    /// Where the address stands in the file, or the block's first line if it is written otherwise.
    #[must_use]
    pub fn span(&self, file: &str) -> Span {
        findings::within(file, &self.url, &self.block)
    }
}

/// Title, headings, anchors and links of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    /// Every heading, in the order of the text.
    pub headings: Vec<Heading>,
    /// Ids that the author gave to other things than headings.
    pub anchors: Vec<String>,
    /// Every link and image, in the order of the text.
    pub links: Vec<LinkUse>,
    /// Whether the first heading is the title that stands at the top of the page.
    pub leads: bool,
}

impl Outline {
    /// Reads the outline of a prose; `titled` says whether its title is given elsewhere, so that
    /// only a heading of level 1 can be meant as the title.
    #[must_use]
    pub fn of(prose: &Prose, titled: bool) -> Self {
        let mut outline = Self { leads: Self::leads(prose, titled), ..Self::default() };
        outline.blocks(&prose.blocks);
        for note in &prose.notes {
            outline.blocks(&note.blocks);
        }
        outline
    }

    /// Whether the first heading of a prose is the title of the page: if it is of level 1, or opens
    /// a text whose title is not given elsewhere.
    #[must_use]
    pub fn leads(prose: &Prose, titled: bool) -> bool {
        let at = prose.blocks.iter().position(|block| matches!(block.kind, BlockKind::Heading { .. }));
        at.is_some_and(|at| {
            let first = matches!(prose.blocks[at].kind, BlockKind::Heading { level: 1, .. });
            first || (at == 0 && !titled)
        })
    }

    /// The words of the heading that is the title.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.headings
            .first()
            .filter(|_| self.leads)
            .map(|heading| heading.text.trim())
            .filter(|title| !title.is_empty())
    }

    /// The ids of the headings, and every id of the page.
    ///
    /// An explicit id wins. A translation with the same sequence of heading levels as its
    /// original takes the original's ids, so that a link to a section works in every language.
    /// Any other heading has the id of its words.
    #[must_use]
    pub fn ids(&self, original: Option<(&Self, &[String])>) -> (Vec<String>, Anchors) {
        let mut anchors = Anchors::default();
        let explicit: Vec<Option<String>> =
            self.headings.iter().map(|h| h.explicit.as_ref().map(|id| anchors.claim(id))).collect();
        for id in &self.anchors {
            if !anchors.holds(id) {
                anchors.claim(id);
            }
        }
        let same = original
            .filter(|(other, _)| other.headings.iter().map(|h| h.level).eq(self.headings.iter().map(|h| h.level)));
        let ids = self
            .headings
            .iter()
            .zip(explicit)
            .enumerate()
            .map(|(n, (heading, explicit))| {
                explicit.unwrap_or_else(|| match same.and_then(|(_, ids)| ids.get(n)) {
                    Some(id) => anchors.claim(id),
                    None => anchors.claim(&slug(&heading.text)),
                })
            })
            .collect();
        (ids, anchors)
    }

    /// The levels that the headings have on the page: the title is 1, no other is, and none skips one.
    #[must_use]
    pub fn levels(&self) -> Vec<u8> {
        let mut levels = Levels::default();
        self.headings.iter().enumerate().map(|(n, heading)| levels.next(heading.level, self.leads && n == 0)).collect()
    }

    /// What is wrong with the headings.
    #[must_use]
    pub fn findings(&self, path: &SourcePath, file: &str) -> Vec<Diagnostic> {
        let mut found = self.taken_ids(path, file);
        let skips = self.headings.windows(2).filter(|pair| pair[1].level > pair[0].level + 1);
        found.extend(skips.map(|pair| findings::heading_level(path, pair[0].level, &pair[1])));
        found
    }

    /// Explicit ids that are there twice.
    fn taken_ids(&self, path: &SourcePath, file: &str) -> Vec<Diagnostic> {
        let mut seen = std::collections::BTreeSet::new();
        self.headings
            .iter()
            .filter_map(|heading| Some((heading.explicit.as_ref()?, &heading.span)))
            .filter(|(id, _)| !seen.insert(*id))
            .map(|(id, span)| {
                Diagnostic::new(
                    Severity::Warning,
                    Code::ANCHOR_TAKEN,
                    format!("the id #{id} belongs to an earlier heading"),
                )
                .at(path, findings::within(file, id, span), "there twice")
                .cure("give each heading an id of its own: links find only the first")
            })
            .collect()
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            if !matches!(block.kind, BlockKind::Heading { .. }) {
                self.anchors.extend(block.attributes.id.clone());
            }
            match &block.kind {
                BlockKind::Heading { level, words } => {
                    let text = plain(words);
                    let explicit = block.attributes.id.clone();
                    self.headings.push(Heading { level: *level, text, explicit, span: block.span.clone() });
                    self.words(words, &block.span);
                }
                BlockKind::Paragraph(words) => self.words(words, &block.span),
                BlockKind::List { items, .. } => {
                    for Item { blocks, .. } in items {
                        self.blocks(blocks);
                    }
                }
                BlockKind::Quote(blocks) => self.blocks(blocks),
                BlockKind::Alert { title, blocks, .. } => {
                    self.words(title.as_deref().unwrap_or_default(), &block.span);
                    self.blocks(blocks);
                }
                BlockKind::Table(table) => {
                    let cells = std::iter::once(&table.header).chain(&table.rows).flatten();
                    cells.for_each(|cell| self.words(cell, &block.span));
                }
                BlockKind::Definitions(entries) => entries.iter().for_each(|(term, details)| {
                    self.words(term, &block.span);
                    self.blocks(details);
                }),
                BlockKind::Html(html) => self.html(html, &block.span),
                BlockKind::Code(_) | BlockKind::Rule => {}
            }
        }
    }

    fn words(&mut self, words: &[Inline], block: &Span) {
        for word in words {
            match word {
                Inline::Link(link) => {
                    self.link(link, false, block);
                    self.words(&link.words, block);
                }
                Inline::Image(link) => self.link(link, true, block),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) | Inline::Foreign(_, inner) => {
                    self.words(inner, block);
                }
                Inline::Html(html) => self.html(html, block),
                _ => {}
            }
        }
    }

    fn link(&mut self, link: &Link, image: bool, block: &Span) {
        self.links.push(LinkUse { url: link.url.clone(), image, block: block.clone() });
    }

    /// Ids and targets in raw HTML.
    fn html(&mut self, html: &str, block: &Span) {
        for (tag, name, value) in tag_attributes(html) {
            match (tag.as_str(), name.as_str()) {
                (_, "id") | ("a", "name") => self.anchors.push(value),
                ("a", "href") | ("img", "src") => {
                    let link = Link { url: value, title: String::new(), words: Vec::new() };
                    self.link(&link, name == "src", block);
                }
                _ => {}
            }
        }
    }
}

/// Gives each heading its level on the page: one below the nearest heading above it that was typed
/// with a higher rank. Readers that jump from heading to heading get lost where a level is skipped.
#[derive(Debug, Default)]
pub(super) struct Levels {
    /// The open headings: the level as typed, and as shown.
    open: Vec<(u8, u8)>,
}

impl Levels {
    pub(super) fn next(&mut self, typed: u8, is_title: bool) -> u8 {
        if is_title {
            return 1;
        }
        while self.open.last().is_some_and(|(above, _)| *above >= typed) {
            self.open.pop();
        }
        let shown = self.open.last().map_or(2, |(_, above)| (above + 1).min(6));
        self.open.push((typed, shown));
        shown
    }
}

/// The attributes of every opening tag in a piece of HTML: tag, name, value.
pub(super) fn tag_attributes(html: &str) -> Vec<(String, String, String)> {
    let mut out = Vec::new();
    for tag in html.split('<').skip(1).filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic())) {
        let inner = tag.split('>').next().unwrap_or_default();
        let parts = attributes::parts(inner);
        let tag = parts.first().map(|name| name.trim_end_matches('/').to_ascii_lowercase()).unwrap_or_default();
        for part in parts.iter().skip(1) {
            if let Some((name, value)) = part.split_once('=') {
                let value = value.trim_matches(['"', '\'']).replace("&amp;", "&");
                out.push((tag.clone(), name.to_ascii_lowercase(), value));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Levels;

    #[test]
    fn no_level_is_skipped_and_only_the_title_is_the_first() {
        let shown = |typed: &[u8], leads: bool| {
            let mut levels = Levels::default();
            let levels = typed.iter().enumerate().map(|(n, level)| levels.next(*level, leads && n == 0));
            levels.collect::<Vec<u8>>()
        };
        assert_eq!(shown(&[1, 2, 3, 2], true), [1, 2, 3, 2]);
        assert_eq!(shown(&[1, 3, 6, 3, 2], true), [1, 2, 3, 2, 2]);
        assert_eq!(shown(&[1, 1, 2, 1], true), [1, 2, 3, 2]);
        assert_eq!(shown(&[3, 4, 2], false), [2, 3, 2]);
    }
}
