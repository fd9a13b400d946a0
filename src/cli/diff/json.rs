//! `--format json`: rows with places in the files, in code points.

use serde_json::{Value, json};

use crate::page::{class_name, kind_name, statistics_json};
use crate::redline::{Between, Edit, EditClass, Leaf, Places, Redline, Row, RowKind};

/// Writes what changed. `left` and `right` are the places of a row's leaves, `left_spans` and
/// `right_spans` those of its edits, with their class: `text` also for numbers, `fmt` for looks.
pub(super) fn write(redline: &Redline, files: Between<&str>) -> String {
    let sides = Between {
        before: Side::new(&redline.leaves.before, files.before),
        after: Side::new(&redline.leaves.after, files.after),
    };
    let rows: Vec<Value> = redline.rows.iter().filter_map(|row| self::row(row, &sides)).collect();
    let statistics = statistics_json(&redline.statistics);
    json!({ "rows": rows, "statistics": statistics, "capped": redline.is_capped() }).to_string()
}

/// A row; what moved away is told where it is now.
fn row(row: &Row, sides: &Between<Side<'_>>) -> Option<Value> {
    let number = match row.kind {
        RowKind::MovedAway(_) => return None,
        RowKind::Moved(number) => Some(number),
        _ => None,
    };
    Some(json!({
        "kind": kind_name(row.kind),
        "class": row.class().map(class_name),
        "move": number,
        "left": sides.before.whole(&row.leaves.before),
        "right": sides.after.whole(&row.leaves.after),
        "left_spans": sides.before.spans(&row.edits.before),
        "right_spans": sides.after.spans(&row.edits.after),
    }))
}

/// The leaves of a side, and where they stand in its file.
struct Side<'a> {
    leaves: &'a [Leaf],
    places: Vec<Places>,
    /// For each byte of the file the code points before it.
    points: Vec<u32>,
}

impl<'a> Side<'a> {
    fn new(leaves: &'a [Leaf], file: &str) -> Self {
        let mut points = Vec::with_capacity(file.len() + 1);
        for (count, letter) in (0..).zip(file.chars()) {
            points.extend(std::iter::repeat_n(count, letter.len_utf8()));
        }
        points.push(points.last().map_or(0, |last| last + 1));
        Self { leaves, places: leaves.iter().map(|leaf| Places::of(leaf, file)).collect(), points }
    }

    fn whole(&self, at: &[usize]) -> Option<[u32; 2]> {
        let all = || at.iter().map(|at| self.places[*at].whole());
        let (start, end) = (all().map(|place| place.start).min()?, all().map(|place| place.end).max()?);
        Some([self.points[start], self.points[end]])
    }

    fn spans(&self, edits: &[Edit]) -> Vec<Value> {
        let span = |edit: &Edit| {
            let place = self.places[edit.leaf].of_edit(&self.leaves[edit.leaf], edit);
            let class = match edit.class {
                EditClass::Text | EditClass::Number => "text",
                EditClass::Link => "link",
                EditClass::Format => "fmt",
                EditClass::Typography => "typo",
            };
            json!([self.points[place.start], self.points[place.end], class])
        };
        edits.iter().map(span).collect()
    }
}
