//! Variables in the words: `[[company]]` becomes the company's name, to the letter.

use std::borrow::Cow;

use super::html::escape_quoted;
use crate::config::{Placeholder, Variables};
use crate::vocabulary::Locale;

/// The variables of one language, and how they are written.
pub(super) struct Substitution<'a> {
    pub variables: &'a Variables,
    pub placeholders: &'a [Placeholder],
    pub locale: &'a Locale,
}

/// What a value becomes part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    /// Words: nothing in a value is a mark.
    AsWords,
    /// Raw HTML: what would be a mark in it is escaped.
    AsHtml,
}

impl Substitution<'_> {
    /// The text with every known variable replaced by its value. Values are not searched again.
    pub(super) fn apply<'t>(&self, text: &'t str, values: Values, unknown: &mut Vec<String>) -> Cow<'t, str> {
        let mut out = String::new();
        let mut done = 0;
        while let Some((range, name)) = self.next(text, done) {
            out.push_str(&text[done..range.start]);
            match self.variables.get(name, self.locale) {
                Some(value) if values == Values::AsHtml => escape_quoted(value, &mut out),
                Some(value) => out.push_str(value),
                None => {
                    unknown.push(name.to_owned());
                    out.push_str(&text[range.clone()]);
                }
            }
            done = range.end;
        }
        if done == 0 {
            return Cow::Borrowed(text);
        }
        out.push_str(&text[done..]);
        Cow::Owned(out)
    }

    fn next<'t>(&self, text: &'t str, from: usize) -> Option<(std::ops::Range<usize>, &'t str)> {
        self.placeholders.iter().filter_map(|p| p.find(text, from)).min_by_key(|(range, _)| range.start)
    }
}
