//! What changed between two texts, as a reader of policies wants to see it.
//!
//! Both texts become rows of leaves (headings, paragraphs, rows of tables) and these become tokens.
//! Leaves are set beside each other by what they say, with splits, merges and moves; within a row
//! sentences are, and within sentences words. How words look and where links lead are classes of
//! their own. Costs are bounded by counts, never by a clock, so that the same texts always give the
//! same redline. The algorithm and its thresholds are measured: see `benches/redline.sh`.

mod anchors;
mod blocks;
mod gap;
mod leaf;
mod rows;
mod slide;
mod source;
mod token;
mod words;

use std::ops::Range;

use leaf::BULLET;
pub(crate) use leaf::leaves;
pub use leaf::{Leaf, LeafKind, Mark, MarkKind};
pub use source::Places;

use crate::markdown::Prose;

/// The state before a change, and after it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Between<T> {
    /// What was.
    pub before: T,
    /// What is.
    pub after: T,
}

impl<T> Between<T> {
    /// Both, each made into something else.
    pub fn map<U>(self, of: impl Fn(T) -> U) -> Between<U> {
        Between { before: of(self.before), after: of(self.after) }
    }

    /// Each in the place of the other.
    pub fn swap(&mut self) {
        std::mem::swap(&mut self.before, &mut self.after);
    }

    /// Both, to look at.
    pub fn as_ref(&self) -> Between<&T> {
        Between { before: &self.before, after: &self.after }
    }
}

/// A text to be compared.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// What it says.
    pub prose: &'a Prose,
    /// A title that stands outside of it.
    pub title: Option<&'a str>,
}

/// What changed between two texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Redline {
    /// The leaves of both texts.
    pub leaves: Between<Vec<Leaf>>,
    /// The rows, in the order of the text after; what is gone stands where it was.
    pub rows: Vec<Row>,
    /// How much changed.
    pub statistics: Statistics,
}

/// Leaves that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What became of them.
    pub kind: RowKind,
    /// The leaves on both sides: one to three on one, one on the other, or none.
    pub leaves: Between<Vec<usize>>,
    /// What changed in them.
    pub edits: Between<Vec<Edit>>,
    /// Whether a limit of cost was reached: passages of it are shown as replaced whole.
    pub is_capped: bool,
}

/// What became of the leaves of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Nothing.
    Same,
    /// They were edited.
    Changed,
    /// They are gone.
    Removed,
    /// They are new.
    Added,
    /// They stand elsewhere now; the number of the move, from 1. May have been edited too.
    Moved(u32),
    /// They stood here: the number of the move.
    MovedAway(u32),
}

/// A part of a leaf that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The leaf.
    pub leaf: usize,
    /// Bytes of its text.
    pub range: Range<usize>,
    /// What changed.
    pub class: EditClass,
}

/// What changed in a part of a leaf. The strongest comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditClass {
    /// Quotation marks, dashes, invisible signs.
    Typography,
    /// How it looks.
    Format,
    /// Where it leads.
    Link,
    /// A number or letter that counts.
    Number,
    /// What it says.
    Text,
}

impl Row {
    /// The strongest class of what was edited in it; nothing where all is as it was.
    #[must_use]
    pub fn class(&self) -> Option<EditClass> {
        self.edits.before.iter().chain(&self.edits.after).map(|edit| edit.class).max()
    }

    /// Whether one leaf became several, or else several became one; nothing where neither.
    #[must_use]
    pub fn is_divided(&self) -> Option<bool> {
        let (before, after) = (self.leaves.before.len(), self.leaves.after.len());
        (before > 0 && after > 0 && before != after).then_some(before < after)
    }

    /// Whether the number before its leaves changed, that nobody typed: their place in a list.
    #[must_use]
    pub fn is_relabelled(&self, leaves: &Between<Vec<Leaf>>) -> bool {
        let (Some(before), Some(after)) = (self.leaves.before.first(), self.leaves.after.first()) else { return false };
        let (before, after) = (&leaves.before[*before].label, &leaves.after[*after].label);
        let is_bullet = |label: &Option<String>| label.as_deref() == Some(BULLET);
        before != after && !is_bullet(before) && !is_bullet(after)
    }
}

/// How much changed. Words are words and numbers; of scripts without spaces, letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Words that both texts have, in their order or moved.
    pub kept: usize,
    /// Words that are new.
    pub inserted: usize,
    /// Words that are gone.
    pub deleted: usize,
    /// Rows with an edit of text.
    pub changed: usize,
    /// Leaves that are new.
    pub added: usize,
    /// Leaves that are gone.
    pub removed: usize,
    /// Moves, of one or several leaves.
    pub moved: usize,
    /// Rows of which only the number changed.
    pub renumbered: usize,
    /// Rows of which only links changed.
    pub links: usize,
    /// Rows of which only the looks changed.
    pub formatted: usize,
}

impl Redline {
    /// Whether a limit of cost was reached somewhere.
    #[must_use]
    pub fn is_capped(&self) -> bool {
        self.rows.iter().any(|row| row.is_capped)
    }
}

impl Statistics {
    /// Whether the wording is the same.
    #[must_use]
    pub fn is_same_wording(&self) -> bool {
        let Self { changed, added, removed, moved, .. } = self;
        changed + added + removed + moved == 0
    }

    /// Whether nothing changed at all.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let Self { renumbered, links, formatted, .. } = self;
        self.is_same_wording() && renumbered + links + formatted == 0
    }
}

/// Compares two texts.
#[must_use]
pub fn compare(texts: Between<Text<'_>>) -> Redline {
    let leaves = texts.map(|text| leaf::leaves(text.prose, text.title));
    // Which side is read first must not matter: the one that sorts first is.
    let words = |leaves: &[Leaf]| leaves.iter().map(|leaf| leaf.text.clone()).collect::<Vec<_>>();
    let is_mirrored = words(&leaves.before) > words(&leaves.after);
    let (first, second) = if is_mirrored { (&leaves.after, &leaves.before) } else { (&leaves.before, &leaves.after) };
    let mut both = token::both(first, second);
    let mut pairs = blocks::pairs(&both, first, second);
    if is_mirrored {
        std::mem::swap(&mut both.before, &mut both.after);
        for pair in &mut pairs {
            std::mem::swap(&mut pair.before, &mut pair.after);
        }
    }
    rows::redline(leaves, &both, pairs, is_mirrored)
}

#[cfg(test)]
mod tests;
