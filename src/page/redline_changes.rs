//! The changes of a redline: their numbers, classes, and how each begins.

use serde::Serialize;

use crate::redline::{Edit, EditClass, Leaf, Redline, Row, RowKind};

/// A change in the list of all.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeContext {
    /// From 1.
    pub number: usize,
    /// The place of its first row.
    pub id: String,
    /// `changed`, `added`, `removed`, `moved`, `renumbered`, `link` or `format`.
    pub class: &'static str,
    /// The same in words.
    pub label: String,
    /// The heading above it, or the word for the beginning; empty for headings.
    pub section: String,
    /// How it begins.
    pub excerpt: String,
}

/// So many letters of a change stand in the list.
const EXCERPT: usize = 70;

/// The number of each row's change, from 1; 0 for rows without. Neighbours that were added, removed
/// or moved together are one change; what moved away has the number of where it is now.
pub(crate) fn numbers(rows: &[Row]) -> Vec<usize> {
    let mut numbers: Vec<usize> = Vec::with_capacity(rows.len());
    let mut last = 0;
    for (at, row) in rows.iter().enumerate() {
        let goes_on = at > 0
            && rows[at - 1].kind == row.kind
            && matches!(row.kind, RowKind::Added | RowKind::Removed | RowKind::Moved(_));
        last += usize::from(!goes_on && !matches!(row.kind, RowKind::Same | RowKind::MovedAway(_)));
        numbers.push(if matches!(row.kind, RowKind::Same | RowKind::MovedAway(_)) { 0 } else { last });
    }
    let of_move =
        |moved: u32| rows.iter().position(|row| row.kind == RowKind::Moved(moved)).map_or(0, |at| numbers[at]);
    let away: Vec<(usize, usize)> = rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| match row.kind {
            RowKind::MovedAway(moved) => Some((at, of_move(moved))),
            _ => None,
        })
        .collect();
    for (at, number) in away {
        numbers[at] = number;
    }
    numbers
}

/// The string that names what became of a row.
pub(crate) fn label(row: &Row, redline: &Redline) -> &'static str {
    match (class(row, redline), row.is_divided()) {
        ("format", Some(true)) => "class-split",
        ("format", Some(false)) => "class-joined",
        ("changed", _) => "class-changed",
        ("added", _) => "class-added",
        ("removed", _) => "class-removed",
        ("moved", _) => "class-moved",
        ("renumbered", _) => "class-renumbered",
        ("link", _) => "class-link",
        _ => "class-format",
    }
}

/// The class of a row, by which it can be left out.
pub(crate) fn class(row: &Row, redline: &Redline) -> &'static str {
    match (row.kind, row.class()) {
        (RowKind::Same, _) => "same",
        (RowKind::Added, _) => "added",
        (RowKind::Removed, _) => "removed",
        (RowKind::Moved(_) | RowKind::MovedAway(_), _) => "moved",
        (_, Some(EditClass::Text)) => "changed",
        (_, Some(EditClass::Number)) => "renumbered",
        (_, Some(EditClass::Link)) => "link",
        (_, None) if row.is_relabelled(&redline.leaves) => "renumbered",
        (_, Some(EditClass::Format | EditClass::Typography) | None) => "format",
    }
}

/// How a leaf begins.
pub(crate) fn beginning(leaf: &Leaf) -> String {
    excerpt(leaf, None)
}

/// How a change begins: the words from a little before its first edit.
pub(super) fn excerpt(leaf: &Leaf, edit: Option<&Edit>) -> String {
    let text = leaf.text.replace('\n', " | ");
    let start = edit.filter(|edit| edit.range.start > EXCERPT / 2).map_or(0, |edit| {
        // Three words before it, or as many letters as these have where no spaces are written.
        let before = &leaf.text[..edit.range.start];
        let letters = before.char_indices().rev().nth(EXCERPT / 4).map_or(0, |(at, _)| at);
        let words = before.rmatch_indices(' ').nth(3).map_or(0, |(at, _)| at + 1);
        let from = if before[letters..].contains(' ') { words } else { letters };
        leaf.text[..from].replace('\n', " | ").len()
    });
    let rest = &text[start..];
    let mut short: String = rest.chars().take(EXCERPT).collect();
    if short.len() < rest.len() {
        short.truncate(short.trim_end().len());
        short.push('…');
    }
    if start > 0 { format!("…{short}") } else { short }
}
