//! A text as data: blocks, and the words in them.

use crate::diagnostic::Span;
use crate::vocabulary::Day;

/// A text, after variables.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prose {
    /// The blocks in order.
    pub blocks: Vec<Block>,
    /// The footnotes in the order of their first reference; number 1 is the first.
    pub notes: Vec<Note>,
    /// Whether raw HTML that must be sanitized is among the blocks.
    pub has_html: bool,
}

/// A block, where it was written, and what its attribute list says.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes of the file.
    pub span: Span,
    /// From `{: … }`.
    pub attributes: Attributes,
}

/// What an attribute list `{: #id lang="…" datetime="…" }` can say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Attributes {
    /// `#id`.
    pub id: Option<String>,
    /// `lang`: the language of the block, where it is another than the page's.
    pub lang: Option<String>,
    /// `datetime`: the day that the block states in words.
    pub datetime: Option<Day>,
}

impl Attributes {
    /// These, and from the others what these do not say.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self { id: self.id.or(others.id), lang: self.lang.or(others.lang), datetime: self.datetime.or(others.datetime) }
    }
}

/// The kinds of blocks.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The words.
        words: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Its marks.
        kind: ListKind,
        /// Whether its items are lines rather than paragraphs.
        tight: bool,
        /// Its items.
        items: Vec<Item>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A box such as `> [!NOTE]`.
    Alert {
        /// Which one.
        kind: AlertKind,
        /// A title of its own.
        title: Option<Vec<Inline>>,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// Text in a fixed layout.
    Code(String),
    /// A table.
    Table(Table),
    /// A line between parts.
    Rule,
    /// Raw HTML, to be sanitized.
    Html(String),
    /// Terms and what they mean.
    Definitions(Vec<(Vec<Inline>, Vec<Block>)>),
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Bullets.
    Bullets,
    /// Numbers that count up from the one given.
    Numbers(usize),
    /// Labels that the author typed, such as `(a)`; each item holds its own.
    Labels,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// `(a)`, in lists of [`ListKind::Labels`].
    pub label: Option<String>,
    /// For `[ ]` and `[x]`.
    pub task: Option<TaskState>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// The state of a task item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskState {
    /// `[ ]`
    Open,
    /// `[x]`
    Done,
}

/// The boxes of GitHub's Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlertKind {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

impl AlertKind {
    /// The word in lower case: part of the name of a class and of a string.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

/// A table: a header row, then rows of as many cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// One for each column.
    pub aligns: Vec<Align>,
    /// The first row.
    pub header: Vec<Cell>,
    /// The others.
    pub rows: Vec<Vec<Cell>>,
}

/// The words of a cell.
pub type Cell = Vec<Inline>;

/// The alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// As the language runs.
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// How often the text refers to it.
    pub references: u32,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Words and what is among them.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// `code`
    Code(String),
    /// *Emphasis*
    Emphasis(Vec<Inline>),
    /// **Strong**
    Strong(Vec<Inline>),
    /// ~~Struck~~
    Struck(Vec<Inline>),
    /// A link.
    Link(Link),
    /// An image; its words are its alternative text.
    Image(Link),
    /// The end of a line that is no end for the reader.
    SoftBreak,
    /// The end of a line.
    HardBreak,
    /// Raw HTML, to be sanitized.
    Html(String),
    /// A reference to a footnote: its number, and which reference to it this is, from 1.
    NoteRef(u32, u32),
    /// Words in another language.
    Foreign(String, Vec<Inline>),
}

/// Where a link leads, and its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The target as the author wrote it.
    pub url: String,
    /// The title, often empty.
    pub title: String,
    /// The words.
    pub words: Vec<Inline>,
}

/// The words as a reader sees them: image alternatives included, footnote numbers not;
/// breaks are spaces.
#[must_use]
pub(super) fn plain(words: &[Inline]) -> String {
    let mut out = String::new();
    collect(words, &mut out);
    out
}

fn collect(words: &[Inline], out: &mut String) {
    for word in words {
        match word {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) | Inline::Foreign(_, inner) => {
                collect(inner, out);
            }
            Inline::Link(link) | Inline::Image(link) => collect(&link.words, out),
            Inline::SoftBreak | Inline::HardBreak => out.push(' '),
            Inline::Html(_) | Inline::NoteRef(..) => {}
        }
    }
}
