//! Markdown into [`Prose`], and prose into HTML.
//!
//! 1. [`parse`] reads a text with comrak and walks its tree into [`Prose`]: attribute lists,
//!    variables and lettered clauses are understood here, and what looks like a mistake is found.
//! 2. [`Outline::of`] lists what the rest of the site must know: title, headings, links.
//! 3. [`render`] writes HTML, given the ids of the headings and a [`Resolver`] for links.

mod attributes;
mod clauses;
mod elements;
mod findings;
mod html;
mod lint;
mod opening;
mod outline;
mod parse;
mod prose;
mod reading;
mod render;
mod render_words;
mod sanitize;
mod slug;
mod substitute;
mod words;

pub(crate) use html::escape;
pub use lint::lint;
pub use outline::{Heading, LinkUse, Outline};
pub use parse::{Options, parse};
pub use prose::{
    AlertKind, Align, Attributes, Block, BlockKind, Cell, Inline, Item, Link, ListKind, Note, Prose, Table, TaskState,
};
pub use reading::Reading;
pub use render::{Href, Labels, Rendered, Resolver, render};
pub(crate) use sanitize::visible_words;
pub use slug::{Anchors, slug};
pub use words::line;
