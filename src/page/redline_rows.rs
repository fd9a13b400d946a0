//! The rows of a redline as HTML, and the list of its changes.

use super::redline_changes::{ChangeContext, beginning, class, excerpt, label, numbers};
use crate::language::Strings;
use crate::markdown::escape;
use crate::redline::{Between, Edit, Leaf, LeafKind, MarkKind, Redline, Row, RowKind, Statistics};
use crate::vocabulary::Locale;

/// The rows, and what was counted on the way.
#[derive(Debug)]
pub(crate) struct Drawn {
    pub html: String,
    pub changes: Vec<ChangeContext>,
}

/// So many unchanged rows that follow each other are folded.
const FOLDED: usize = 2;

/// Draws the rows. `page` is the language of the page, `text` that of both texts.
pub(crate) fn draw(redline: &Redline, strings: &Strings, page: &Locale, text: &Locale) -> Drawn {
    let numbers = numbers(&redline.rows);
    let last = numbers.iter().max().copied().unwrap_or(0);
    let mut pen =
        Pen { redline, strings, page, text, numbers: &numbers, last, html: String::new(), changes: Vec::new() };
    pen.rows();
    Drawn { html: pen.html, changes: pen.changes }
}

/// A leaf in which nothing changed, as it stands in a row. `page` is the language of the page, `text` its own.
pub(crate) fn unchanged(leaf: &Leaf, strings: &Strings, page: &Locale, text: &Locale) -> String {
    let redline = Redline { leaves: Between::default(), rows: Vec::new(), statistics: Statistics::default() };
    let mut pen =
        Pen { redline: &redline, strings, page, text, numbers: &[], last: 0, html: String::new(), changes: Vec::new() };
    let side = Side { is_after: true, is_relabelled: false };
    pen.side(&[0], std::slice::from_ref(leaf), &[], side);
    pen.html
}

pub(super) struct Pen<'a> {
    redline: &'a Redline,
    pub(super) strings: &'a Strings,
    pub(super) page: &'a Locale,
    pub(super) text: &'a Locale,
    numbers: &'a [usize],
    /// The number of the last change.
    last: usize,
    pub(super) html: String,
    changes: Vec<ChangeContext>,
}

/// Which side is drawn.
#[derive(Clone, Copy)]
struct Side {
    is_after: bool,
    /// Whether the label before its words changed.
    is_relabelled: bool,
}

impl Pen<'_> {
    fn rows(&mut self) {
        let rows = &self.redline.rows;
        let mut at = 0;
        while at < rows.len() {
            let run = rows[at..].iter().take_while(|row| row.kind == RowKind::Same).count();
            if run == 0 {
                self.row(at);
                at += 1;
                continue;
            }
            // One row stays at each end where a change is beside it, and the heading of the next change.
            let (start, end) = (at + usize::from(at > 0), at + run - usize::from(at + run < rows.len()));
            (at..start).for_each(|row| self.row(row));
            match self.heading_of(at + run).filter(|heading| (start..end).contains(heading)) {
                Some(heading) => {
                    self.folded(start, heading);
                    self.row(heading);
                    self.folded(heading + 1, end);
                }
                None => self.folded(start, end),
            }
            (end.max(start)..at + run).for_each(|row| self.row(row));
            at += run;
        }
    }

    /// The row of the heading above a row.
    fn heading_of(&self, at: usize) -> Option<usize> {
        let Redline { rows, leaves, .. } = self.redline;
        let row = rows.get(at)?;
        let (places, leaves, is_after) = match row.leaves.after.first() {
            Some(_) => (&row.leaves.after, &leaves.after, true),
            None => (&row.leaves.before, &leaves.before, false),
        };
        let heading = leaves[*places.first()?].section?;
        let of = |row: &Row| if is_after { row.leaves.after.clone() } else { row.leaves.before.clone() };
        rows[..at].iter().rposition(|row| row.kind == RowKind::Same && of(row).contains(&heading))
    }

    /// Unchanged rows; folded where there are enough of them.
    fn folded(&mut self, start: usize, end: usize) {
        if end >= start + FOLDED {
            self.fold(start, end);
        } else {
            (start..end).for_each(|row| self.row(row));
        }
    }

    fn fold(&mut self, start: usize, end: usize) {
        let headings: Vec<&str> = (start..end)
            .filter_map(|row| {
                let leaf = &self.redline.leaves.after[*self.redline.rows[row].leaves.after.first()?];
                matches!(leaf.kind, LeafKind::Heading(_)).then_some(leaf.text.as_str())
            })
            .collect();
        self.html.push_str("<details class=\"fold\"><summary>");
        let count = self.strings.with("changes-folded", &[("count", (end - start).into())]);
        escape(&count, &mut self.html);
        if let (Some(first), Some(last)) = (headings.first(), headings.last()) {
            self.html.push_str(": ");
            self.html.push_str("<span");
            self.language();
            self.html.push('>');
            escape(first, &mut self.html);
            if headings.len() > 1 {
                self.html.push_str(" … ");
                escape(last, &mut self.html);
            }
            self.html.push_str("</span>");
        }
        self.html.push_str("</summary>\n");
        (start..end).for_each(|row| self.row(row));
        self.html.push_str("</details>\n");
    }

    /// The language of the texts, where the page has another one.
    fn language(&mut self) {
        if self.page != self.text {
            self.html.push_str(&format!(" lang=\"{}\" dir=\"{}\"", self.text, self.text.direction().as_str()));
        }
    }

    fn row(&mut self, at: usize) {
        let (redline, number) = (self.redline, self.numbers[at]);
        let row = &redline.rows[at];
        let class = class(row, redline);
        if row.kind == RowKind::Same {
            self.html.push_str("<div class=\"row same\"");
            self.language();
            self.html.push('>');
            self.side(&row.leaves.after, &redline.leaves.after, &[], Side { is_after: true, is_relabelled: false });
            self.html.push_str("</div>\n");
            return;
        }
        let is_away = matches!(row.kind, RowKind::MovedAway(_));
        let is_first = at == 0 || self.numbers[at - 1] != number || is_away;
        let id = format!("c{number}{}", if is_away { "-from" } else { "" });
        self.html.push_str(&format!("<div class=\"row {class}{}\"", if is_away { " away" } else { "" }));
        if is_first {
            self.html.push_str(&format!(" id=\"{id}\" tabindex=\"-1\""));
        }
        let label = self.strings.get(label(row, redline));
        self.html.push_str(" role=\"group\" aria-label=\"");
        escape(&format!("{number}: {label}").replace('"', "”"), &mut self.html);
        self.html.push_str("\">\n");
        if is_first {
            self.head(at, number, &label, is_away);
            if !is_away {
                self.list(at, number, id, class, label);
            }
        }
        if row.is_capped {
            self.html.push_str("<p class=\"capped\">");
            escape(&self.strings.get("changes-capped-row"), &mut self.html);
            self.html.push_str("</p>\n");
        }
        let is_relabelled = row.is_relabelled(&redline.leaves);
        for (is_before, class) in [(true, "before"), (false, "after")] {
            self.html.push_str(&format!("<div class=\"{class}\""));
            self.language();
            self.html.push('>');
            match (is_away, is_before) {
                (true, true) => self.stub(&row.leaves.before),
                (true, false) => {}
                (false, true) => self.side(
                    &row.leaves.before,
                    &redline.leaves.before,
                    &row.edits.before,
                    Side { is_after: false, is_relabelled },
                ),
                (false, false) => self.side(
                    &row.leaves.after,
                    &redline.leaves.after,
                    &row.edits.after,
                    Side { is_after: true, is_relabelled },
                ),
            }
            self.html.push_str("</div>\n");
        }
        self.html.push_str("</div>\n");
    }

    /// What stands where something moved away: how it began.
    fn stub(&mut self, places: &[usize]) {
        let Some(first) = places.first() else { return };
        let leaf = &self.redline.leaves.before[*first];
        let mut start = beginning(leaf);
        if places.len() > 1 && !start.ends_with('…') {
            start.push_str(" …");
        }
        self.html.push_str("<p>");
        escape(&start, &mut self.html);
        self.html.push_str("</p>");
    }

    /// The line above a change: its number and kind, links to its neighbours, and for a move to its
    /// other place.
    fn head(&mut self, at: usize, number: usize, label: &str, is_away: bool) {
        self.html
            .push_str(&format!("<p class=\"change\"><a class=\"number\" href=\"#c{number}\">{number}</a> <strong>"));
        escape(label, &mut self.html);
        self.html.push_str("</strong>");
        let section = self.section(at);
        if !section.is_empty() {
            self.html.push_str(" <span class=\"section\"");
            self.language();
            self.html.push('>');
            escape(&section, &mut self.html);
            self.html.push_str("</span>");
        }
        let mut link = |id: String, key: &str, class: &str| {
            self.html.push_str(&format!(" <a class=\"{class}\" href=\"#{id}\">"));
            escape(&self.strings.get(key), &mut self.html);
            self.html.push_str("</a>");
        };
        if is_away {
            link(format!("c{number}"), "changes-moved-to", "jump");
        } else {
            if matches!(self.redline.rows[at].kind, RowKind::Moved(_)) {
                link(format!("c{number}-from"), "changes-moved-from", "jump");
            }
            if number > 1 {
                link(format!("c{}", number - 1), "changes-previous", "jump");
            }
            if number < self.last {
                link(format!("c{}", number + 1), "changes-next", "jump");
            }
        }
        self.html.push_str("</p>\n");
    }

    /// The heading above a row; nothing for a heading itself and at the beginning.
    fn section(&self, at: usize) -> String {
        let row = &self.redline.rows[at];
        let of = |places: &[usize], leaves: &[Leaf]| {
            let leaf = &leaves[*places.first()?];
            let section = leaf.section.filter(|_| !matches!(leaf.kind, LeafKind::Heading(_)));
            Some(section.map_or(String::new(), |section| leaves[section].text.clone()))
        };
        let (before, after) = (&self.redline.leaves.before, &self.redline.leaves.after);
        of(&row.leaves.after, after).or_else(|| of(&row.leaves.before, before)).unwrap_or_default()
    }

    fn list(&mut self, at: usize, number: usize, id: String, class: &'static str, label: String) {
        let row = &self.redline.rows[at];
        let section = self.section(at);
        // The side that says more: where words are gone alone, the one that had them.
        let (before, after) = (row.edits.before.first(), row.edits.after.first());
        let is_after = !row.leaves.after.is_empty() && (after.is_some() || before.is_none());
        let leaves = if is_after { &self.redline.leaves.after } else { &self.redline.leaves.before };
        let (places, edit) = if is_after { (&row.leaves.after, after) } else { (&row.leaves.before, before) };
        let at = edit.map(|edit| edit.leaf).or(places.first().copied());
        let leaf = at.map(|at| &leaves[at]);
        let is_heading = leaf.is_some_and(|leaf| matches!(leaf.kind, LeafKind::Heading(_)));
        let section = if section.is_empty() && !is_heading { self.strings.get("changes-beginning") } else { section };
        let excerpt = leaf.map_or(String::new(), |leaf| excerpt(leaf, edit));
        self.changes.push(ChangeContext { number, id, class, label, section, excerpt });
    }

    /// The leaves of one side.
    fn side(&mut self, places: &[usize], leaves: &[Leaf], edits: &[Edit], Side { is_after, is_relabelled }: Side) {
        for at in places {
            let leaf = &leaves[*at];
            let own: Vec<&Edit> = edits.iter().filter(|edit| edit.leaf == *at).collect();
            let depth = leaf.depth.min(5);
            let kind = match leaf.kind {
                LeafKind::Heading(level) => format!("title h{level}"),
                LeafKind::Paragraph => "paragraph".to_owned(),
                LeafKind::Item => "item".to_owned(),
                LeafKind::Row { is_header: true } => "cells header".to_owned(),
                LeafKind::Row { is_header: false } => "cells".to_owned(),
                LeafKind::Code => "code".to_owned(),
                LeafKind::Term | LeafKind::Title => "term".to_owned(),
            };
            self.html.push_str(&format!("<p class=\"{kind} d{depth}\">"));
            if let Some(label) = &leaf.label {
                let element = match (is_relabelled, is_after) {
                    (false, _) => "span",
                    (true, false) => "del",
                    (true, true) => "ins",
                };
                self.html.push_str(&format!("<{element} class=\"label\">"));
                if is_relabelled {
                    self.spoken(if is_after { "changes-inserted" } else { "changes-deleted" }, "", " ");
                }
                escape(label, &mut self.html);
                if is_relabelled {
                    self.spoken("changes-end", " ", "");
                }
                self.html.push_str(&format!("</{element}> "));
            }
            if matches!(leaf.kind, LeafKind::Row { .. }) {
                for cell in leaf.marks.iter().filter(|mark| mark.kind == MarkKind::Cell) {
                    self.html.push_str("<span class=\"cell\">");
                    self.passage(leaf, &own, cell.range.clone(), is_after);
                    self.html.push_str("</span>");
                }
            } else {
                self.passage(leaf, &own, 0..leaf.text.len(), is_after);
            }
            self.html.push_str("</p>");
        }
    }
}
