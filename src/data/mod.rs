//! TOML and YAML that a person wrote, as one kind of tree in which every key and value
//! still knows its place, so that any fault can be shown with a caret.

mod reader;
mod toml;
mod yaml;

pub use reader::{Located, Reader};

use crate::diagnostic::Span;

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where the value stands, in bytes of the file.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// A value. Dates are text here: what a date must look like is the reader's business.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, and TOML or YAML dates as they were written.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A number, as it was written.
    Number(String),
    /// Nothing (YAML `null`).
    Nothing,
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file.
    Table(Table),
}

impl Value {
    /// What the value is, in words.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Flag(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Nothing => "nothing",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}

/// Keys and values in the order of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table(pub Vec<Entry>);

/// A key, its place, and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands, in bytes of the file.
    pub key_span: Span,
    /// The value.
    pub node: Node,
}

/// Why a text is not TOML or not YAML.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Where, in bytes of the file.
    pub span: Span,
    /// What the parser says.
    pub message: String,
}

impl Table {
    /// Reads TOML. `offset` is added to every place: the bytes of the file before `text`.
    ///
    /// # Errors
    /// The first fault in the text.
    pub fn from_toml(text: &str, offset: usize) -> Result<Self, Fault> {
        toml::parse(text, offset)
    }

    /// Reads a YAML mapping; an empty text is an empty table.
    ///
    /// # Errors
    /// The first fault in the text.
    pub fn from_yaml(text: &str, offset: usize) -> Result<Self, Fault> {
        yaml::parse(text, offset)
    }
}

fn shift(span: Span, offset: usize) -> Span {
    span.start + offset..span.end + offset
}
