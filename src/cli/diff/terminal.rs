//! For the terminal: side by side where it is wide, with marks that say the same as the colours.

use unicode_width::UnicodeWidthChar;

use super::Told;
use crate::page::{beginning, change_label, change_numbers, redline_parts};
use crate::redline::{Edit, EditClass, Leaf, Row, RowKind};

/// From so many columns on both texts stand side by side.
const WIDE: usize = 100;

const DELETED: Style = Style { colour: "\x1b[31;9m", marks: ["[-", "-]"] };
const INSERTED: Style = Style { colour: "\x1b[32;4m", marks: ["{+", "+}"] };
const QUIET: Style = Style { colour: "\x1b[33m", marks: ["{~", "~}"] };
const PLAIN: Style = Style { colour: "", marks: ["", ""] };

#[derive(Clone, Copy, PartialEq)]
struct Style {
    colour: &'static str,
    marks: [&'static str; 2],
}

/// A word with its style.
#[derive(Clone)]
struct Word {
    text: String,
    style: Style,
}

/// Writes what changed.
pub(super) fn write(told: &Told<'_>, width: usize, has_colours: bool) -> String {
    let parts = redline_parts(told.redline, told.strings, told.locale, told.locale);
    let screen = Screen { width, has_colours };
    let names = [("before", told.names.before.into()), ("after", told.names.after.into())];
    let mut out = told.strings.with("changes-between", &names) + "\n";
    for line in [parts.same, parts.capped, Some(parts.summary)].into_iter().flatten() {
        out.push_str(&line);
        out.push('\n');
    }
    let leaves = &told.redline.leaves;
    let numbers = change_numbers(&told.redline.rows);
    let rows = told.redline.rows.iter().zip(numbers).filter(|(row, _)| row.kind != RowKind::Same);
    let (mut section, mut last) = (None, None);
    for (row, number) in rows {
        let own = row.leaves.after.first().map(|at| &leaves.after[*at]);
        let (own, all) = match own {
            Some(leaf) => (leaf, &leaves.after),
            None => match row.leaves.before.first() {
                Some(at) => (&leaves.before[*at], &leaves.before),
                None => continue,
            },
        };
        let is_away = matches!(row.kind, RowKind::MovedAway(_));
        // What belongs to one change is told once.
        if last != Some((number, is_away)) {
            let above = own.section.map(|at| all[at].text.as_str());
            if above != section {
                section = above;
                out.push_str(&format!("\n{}\n", screen.bold(above.unwrap_or_default())));
            }
            let label = told.strings.get(change_label(row, told.redline));
            let sign = match row.kind {
                RowKind::Moved(_) => " ←",
                RowKind::MovedAway(_) => " →",
                _ => "",
            };
            out.push_str(&format!("\n{}\n", screen.bold(&format!("{number}. {label}{sign}"))));
            if row.is_capped {
                out.push_str(&format!("{}\n", told.strings.get("changes-capped-row")));
            }
        }
        last = Some((number, is_away));
        if is_away {
            out.push_str(&format!("- {}\n", beginning(own)));
        } else {
            screen.row(row, told, &mut out);
        }
    }
    out
}

struct Screen {
    width: usize,
    has_colours: bool,
}

impl Screen {
    fn bold(&self, text: &str) -> String {
        if self.has_colours { format!("\x1b[1m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn row(&self, row: &Row, told: &Told<'_>, out: &mut String) {
        let leaves = &told.redline.leaves;
        let before = self.side(&row.leaves.before, &leaves.before, &row.edits.before, DELETED);
        let after = self.side(&row.leaves.after, &leaves.after, &row.edits.after, INSERTED);
        if self.width < WIDE {
            for (sign, words) in [("-", before), ("+", after)].into_iter().filter(|(_, words)| !words.is_empty()) {
                for (line, _) in self.lines(&words, self.width - 2) {
                    out.push_str(&format!("{sign} {line}\n"));
                }
            }
            return;
        }
        let half = (self.width - 3) / 2;
        let (left, right) = (self.lines(&before, half), self.lines(&after, half));
        for at in 0..left.len().max(right.len()) {
            let empty = (String::new(), 0);
            let (one, used) = left.get(at).unwrap_or(&empty);
            let (other, _) = right.get(at).unwrap_or(&empty);
            out.push_str(format!("{one}{} │ {other}", " ".repeat(half - used)).trim_end());
            out.push('\n');
        }
    }

    /// The words of a side.
    fn side(&self, places: &[usize], leaves: &[Leaf], edits: &[Edit], changed: Style) -> Vec<Word> {
        let mut words = Vec::new();
        for at in places {
            let leaf = &leaves[*at];
            words.extend(leaf.label.clone().map(|text| Word { text: text + " ", style: PLAIN }));
            let mut from = 0;
            for edit in edits.iter().filter(|edit| edit.leaf == *at) {
                let style = if edit.class >= EditClass::Number { changed } else { QUIET };
                self.split(&leaf.text[from..edit.range.start], PLAIN, &mut words);
                self.split(&leaf.text[edit.range.clone()], style, &mut words);
                if edit.class == EditClass::Link {
                    let url = leaf.link_on(&edit.range).unwrap_or("—");
                    self.split(&format!(" <{url}>"), PLAIN, &mut words);
                }
                from = edit.range.end;
            }
            self.split(&leaf.text[from..], PLAIN, &mut words);
            words.push(Word { text: " ".to_owned(), style: PLAIN });
        }
        words
    }

    /// Cuts a stretch where lines may end, and marks its ends where there are no colours.
    fn split(&self, text: &str, style: Style, words: &mut Vec<Word>) {
        if text.is_empty() {
            return;
        }
        let text = text.replace('\n', " | ");
        let text = if self.has_colours { text } else { format!("{}{text}{}", style.marks[0], style.marks[1]) };
        let mut word = String::new();
        for letter in text.chars() {
            word.push(letter);
            if letter.is_whitespace() || letter.width().unwrap_or(0) > 1 {
                words.push(Word { text: std::mem::take(&mut word), style });
            }
        }
        if !word.is_empty() {
            words.push(Word { text: word, style });
        }
    }

    /// Lines of at most so many columns, each with the columns that it takes.
    fn lines(&self, words: &[Word], width: usize) -> Vec<(String, usize)> {
        let columns = |text: &str| text.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>();
        let (mut lines, mut line, mut used) = (Vec::new(), Vec::new(), 0);
        for word in words {
            let mut rest = word.text.as_str();
            let mut length = columns(rest.trim_end());
            while used + length > width {
                if used == 0 {
                    // A word that is longer than a line.
                    let mut taken = 0;
                    let fits = |(at, c): &(usize, char)| {
                        taken += c.width().unwrap_or(0);
                        *at == 0 || taken <= width
                    };
                    let piece: usize = rest.char_indices().take_while(fits).map(|(_, c)| c.len_utf8()).sum();
                    line.push(Word { text: rest[..piece].to_owned(), style: word.style });
                    length = length.saturating_sub(columns(&rest[..piece]));
                    rest = &rest[piece..];
                }
                lines.push(self.painted(&std::mem::take(&mut line)));
                used = 0;
            }
            if !(used == 0 && rest.trim().is_empty()) {
                line.push(Word { text: rest.to_owned(), style: word.style });
                used += columns(rest);
            }
        }
        if !line.is_empty() {
            lines.push(self.painted(&line));
        }
        lines
    }

    fn painted(&self, words: &[Word]) -> (String, usize) {
        let mut out = String::new();
        let mut used = 0;
        let text: String = words.iter().map(|word| word.text.as_str()).collect();
        let mut left = text.trim_end().len();
        for word in words {
            let piece = &word.text[..word.text.len().min(left)];
            left -= piece.len();
            used += piece.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>();
            if self.has_colours && !word.style.colour.is_empty() && !piece.is_empty() {
                out.push_str(&format!("{}{piece}\x1b[0m", word.style.colour));
            } else {
                out.push_str(piece);
            }
        }
        (out, used)
    }
}
