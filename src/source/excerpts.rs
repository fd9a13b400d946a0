//! The lines that findings point into.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::World;
use crate::diagnostic::{Diagnostic, Place};
use crate::vocabulary::SourcePath;

/// A line of a text, and what in it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Its number, from 1.
    pub line: usize,
    /// The first character that is meant, from 1.
    pub column: usize,
    /// The line.
    pub text: String,
    /// Marks to stand below what is meant.
    pub caret: String,
}

/// So many letters before what is meant stand in a short excerpt, and so many from there on.
const AROUND: (usize, usize) = (16, 56);

impl Excerpt {
    /// The same without what stands far from what is meant: a paragraph of a policy is often one line.
    #[must_use]
    pub fn short(&self) -> Self {
        let letters: Vec<char> = self.text.chars().collect();
        let start = self.column - 1;
        let from = if start > AROUND.0 + 1 { start - AROUND.0 } else { 0 };
        let to = if letters.len() > start + AROUND.1 + 1 { start + AROUND.1 } else { letters.len() };
        let mut text: String = letters.get(from..to).unwrap_or_default().iter().collect();
        let marks = self.caret.chars().filter(|c| *c == '^').count().min(to.saturating_sub(start).max(1));
        let mut before: String = self.caret.chars().skip(from).take_while(|c| *c != '^').collect();
        if from > 0 {
            text.insert(0, '…');
            before.insert(0, ' ');
        }
        if to < letters.len() {
            text.push('…');
        }
        Self { text, caret: before + &"^".repeat(marks), ..*self }
    }
}

/// The texts that findings point into.
#[derive(Debug, Default)]
pub struct Excerpts<'a>(BTreeMap<&'a SourcePath, Arc<str>>);

impl<'a> Excerpts<'a> {
    /// Reads the texts; one that cannot be read gives no excerpt.
    pub fn read(world: &dyn World, findings: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let mut texts = BTreeMap::new();
        let places = findings.into_iter().filter_map(|finding| finding.place.as_ref());
        for place in places.filter(|place| place.span.is_some()) {
            if let (false, Ok(text)) = (texts.contains_key(&place.path), world.text(&place.path)) {
                texts.insert(&place.path, text);
            }
        }
        Self(texts)
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        self.0.get(path).map(|text| &**text)
    }

    /// The line of a place, with marks below what is meant, if it is known.
    #[must_use]
    pub fn excerpt(&self, place: &Place) -> Option<Excerpt> {
        let (start, end) = place.span?;
        let (line, column, text) = self.position(&place.path, start)?;
        let (last, end_column, _) = self.position(&place.path, end)?;
        let end_column = if last == line { end_column } else { text.chars().count() + 1 };
        // Tabs stay tabs, so that the marks stand where they belong.
        let before: String = text.chars().take(column - 1).map(|c| if c == '\t' { c } else { ' ' }).collect();
        let marks = "^".repeat(end_column.saturating_sub(column).max(1));
        Some(Excerpt { line, column, text, caret: before + &marks })
    }

    /// Line and column, from 1, and the line itself.
    #[must_use]
    pub fn position(&self, path: &SourcePath, at: usize) -> Option<(usize, usize, String)> {
        let text = self.text(path)?;
        let before = text.get(..at.min(text.len()))?;
        let line_start = before.rfind('\n').map_or(0, |n| n + 1);
        let column = before[line_start..].chars().count() + 1;
        let line = text[line_start..].lines().next().unwrap_or_default();
        Some((before.matches('\n').count() + 1, column, line.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_round_what_is_meant() {
        let text = format!("{}here it is{}", "a ".repeat(100), " b".repeat(100));
        let caret = format!("{}^^^^", " ".repeat(200));
        let long = Excerpt { line: 3, column: 201, text, caret };
        let short = long.short();
        assert_eq!((short.line, short.column), (3, 201));
        assert_eq!(short.text, format!("…{}here it is{}…", "a ".repeat(8), " b".repeat(23)));
        assert_eq!(short.caret, format!("{}^^^^", " ".repeat(17)));
        assert_eq!(short.text.chars().position(|c| c == 'h'), Some(17));
        let brief = Excerpt { line: 1, column: 3, text: "a\tb".to_owned(), caret: " \t^".to_owned() };
        assert_eq!(brief.short(), brief);
    }
}
