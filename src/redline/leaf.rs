//! A text as a row of leaves: the smallest blocks that are set beside each other.

use std::ops::Range;

use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind, Cell, Inline, Item, ListKind, Prose};

/// A heading, a paragraph, a row of a table: a block without blocks in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// What it is.
    pub kind: LeafKind,
    /// How many lists and quotations lie round it.
    pub depth: usize,
    /// The number or bullet before it, which nobody typed.
    pub label: Option<String>,
    /// The heading above it: its place among the leaves.
    pub section: Option<usize>,
    /// What it says, without marks: a line's end is a space, cells end with a line.
    pub text: String,
    /// How parts of it look and where they lead, outer before inner.
    pub marks: Vec<Mark>,
    /// The block that holds it, in bytes of the file.
    pub span: Span,
    /// Which row of the block it is, for tables.
    pub line: usize,
}

impl Leaf {
    /// Where the first link or image on a stretch leads.
    #[must_use]
    pub fn link_on(&self, range: &Range<usize>) -> Option<&str> {
        let holds = |mark: &&Mark| mark.range.start < range.end && mark.range.end > range.start;
        self.marks.iter().filter(holds).find_map(|mark| match &mark.kind {
            MarkKind::Link(url) | MarkKind::Image(url) => Some(url.as_str()),
            _ => None,
        })
    }
}

/// The kinds of leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeafKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The first paragraph of an item of a list.
    Item,
    /// A row of a table: the first, or another one.
    Row {
        /// Whether it is the first.
        is_header: bool,
    },
    /// Text in a fixed layout.
    Code,
    /// A term that is defined.
    Term,
    /// The title of a box.
    Title,
}

/// A part of a leaf.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Bytes of its text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: MarkKind,
}

/// The kinds of marks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// A cell of a row.
    Cell,
    /// *Emphasis*
    Emphasis,
    /// **Strong**
    Strong,
    /// ~~Struck~~
    Struck,
    /// `code`
    Code,
    /// A link: where it leads.
    Link(String),
    /// An image, whose words are its alternative text: where it is.
    Image(String),
    /// A reference to a footnote.
    NoteRef,
    /// Words in another language: its tag.
    Foreign(String),
}

/// The label of an item that no number counts.
pub(super) const BULLET: &str = "•";

/// The leaves of a text. A title of the front matter is the first.
pub(crate) fn leaves(prose: &Prose, title: Option<&str>) -> Vec<Leaf> {
    let mut walk = Walk::default();
    if let Some(title) = title {
        let words = [Inline::Text(title.to_owned())];
        walk.leaf(LeafKind::Heading(1), &words, &(0..0), None);
    }
    walk.blocks(&prose.blocks);
    for (at, note) in prose.notes.iter().enumerate() {
        walk.label = Some(format!("{}.", at + 1));
        walk.depth += 1;
        walk.blocks(&note.blocks);
        walk.depth -= 1;
    }
    walk.leaves
}

#[derive(Default)]
struct Walk {
    leaves: Vec<Leaf>,
    depth: usize,
    section: Option<usize>,
    /// The label that the next leaf takes.
    label: Option<String>,
    /// The label that the author typed, `(a)`, with which the next leaf begins.
    typed: Option<String>,
    /// Whether the next paragraph is the first of an item.
    is_item: bool,
}

impl Walk {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        let span = &block.span;
        let lang = block.attributes.lang.as_deref();
        match &block.kind {
            BlockKind::Heading { level, words } => {
                self.leaf(LeafKind::Heading(*level), words, span, lang);
                self.section = self.leaves.len().checked_sub(1);
            }
            BlockKind::Paragraph(words) => {
                let kind = if std::mem::take(&mut self.is_item) { LeafKind::Item } else { LeafKind::Paragraph };
                self.leaf(kind, words, span, lang);
            }
            BlockKind::List { kind, items, .. } => self.list(*kind, items),
            BlockKind::Quote(blocks) => self.inside(|walk| walk.blocks(blocks)),
            BlockKind::Alert { title, blocks, .. } => self.inside(|walk| {
                if let Some(title) = title {
                    walk.leaf(LeafKind::Title, title, span, None);
                }
                walk.blocks(blocks);
            }),
            BlockKind::Code(text) => self.leaf(LeafKind::Code, &[Inline::Text(text.trim_end().to_owned())], span, None),
            BlockKind::Table(table) => {
                let rows = std::iter::once(&table.header).chain(&table.rows);
                for (line, cells) in rows.enumerate() {
                    self.row(cells, span, line);
                }
            }
            BlockKind::Rule => {}
            BlockKind::Html(html) => {
                let words = crate::markdown::visible_words(html);
                self.leaf(LeafKind::Paragraph, &[Inline::Text(words)], span, lang);
            }
            BlockKind::Definitions(terms) => {
                for (term, details) in terms {
                    self.leaf(LeafKind::Term, term, span, None);
                    self.inside(|walk| walk.blocks(details));
                }
            }
        }
    }

    fn inside(&mut self, walk: impl FnOnce(&mut Self)) {
        self.depth += 1;
        walk(self);
        self.depth -= 1;
    }

    fn list(&mut self, kind: ListKind, items: &[Item]) {
        self.depth += 1;
        for (at, item) in items.iter().enumerate() {
            self.label = match kind {
                ListKind::Numbers(first) => Some(format!("{}.", first + at)),
                ListKind::Bullets => Some(BULLET.to_owned()),
                ListKind::Labels => None,
            };
            self.typed.clone_from(&item.label);
            self.is_item = true;
            self.blocks(&item.blocks);
            self.is_item = false;
            (self.label, self.typed) = (None, None);
        }
        self.depth -= 1;
    }

    fn row(&mut self, cells: &[Cell], span: &Span, line: usize) {
        let mut text = Written::default();
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                text.text.push('\n');
            }
            text.marked(MarkKind::Cell, cell);
        }
        self.push(LeafKind::Row { is_header: line == 0 }, text, span, line);
    }

    fn leaf(&mut self, kind: LeafKind, words: &[Inline], span: &Span, lang: Option<&str>) {
        let mut text = Written::default();
        if let Some(label) = self.typed.take() {
            text.text = label + " ";
        }
        match lang {
            Some(lang) => text.marked(MarkKind::Foreign(lang.to_owned()), words),
            None => text.words(words),
        }
        self.push(kind, text, span, 0);
    }

    fn push(&mut self, kind: LeafKind, Written { text, marks }: Written, span: &Span, line: usize) {
        if text.trim().is_empty() {
            return;
        }
        let (label, span) = (self.label.take(), span.clone());
        let Self { depth, section, .. } = *self;
        self.leaves.push(Leaf { kind, depth, label, section, text, marks, span, line });
    }
}

/// Stands for an image without words.
const PICTURE: &str = "\u{1f5bc}";

/// A text that is being written, and its marks.
#[derive(Default)]
struct Written {
    text: String,
    marks: Vec<Mark>,
}

impl Written {
    fn marked(&mut self, kind: MarkKind, words: &[Inline]) {
        let (at, start) = (self.marks.len(), self.text.len());
        self.marks.push(Mark { range: start..start, kind });
        self.words(words);
        self.marks[at].range.end = self.text.len();
    }

    fn words(&mut self, words: &[Inline]) {
        for word in words {
            match word {
                Inline::Text(text) => self.text.push_str(text),
                Inline::Code(text) => self.marked(MarkKind::Code, &[Inline::Text(text.clone())]),
                Inline::Emphasis(inner) => self.marked(MarkKind::Emphasis, inner),
                Inline::Strong(inner) => self.marked(MarkKind::Strong, inner),
                Inline::Struck(inner) => self.marked(MarkKind::Struck, inner),
                Inline::Link(link) => self.marked(MarkKind::Link(link.url.clone()), &link.words),
                Inline::Image(link) if link.words.is_empty() => {
                    self.marked(MarkKind::Image(link.url.clone()), &[Inline::Text(PICTURE.to_owned())]);
                }
                Inline::Image(link) => self.marked(MarkKind::Image(link.url.clone()), &link.words),
                Inline::SoftBreak | Inline::HardBreak => self.text.push(' '),
                Inline::Html(_) => {}
                Inline::NoteRef(number, _) => {
                    self.marked(MarkKind::NoteRef, &[Inline::Text(format!("[{number}]"))]);
                }
                Inline::Foreign(lang, inner) => self.marked(MarkKind::Foreign(lang.clone()), inner),
            }
        }
    }
}
