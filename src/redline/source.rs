//! Where the words of a leaf stand in its file, marks of Markdown included.

use std::ops::Range;

use super::leaf::{Leaf, LeafKind, MarkKind};
use super::{Edit, EditClass};

/// The places of a leaf's letters and marks in its file, found again by reading the block letter by
/// letter: escapes, entities and marks are passed over. What stands nowhere, such as the value of a
/// variable, is where the reading was.
#[derive(Debug)]
pub struct Places {
    /// For each letter: its first byte in the leaf, and its bytes in the file.
    letters: Vec<(usize, Range<usize>)>,
    /// For each mark: its bytes in the file, with what writes it.
    marks: Vec<Range<usize>>,
    /// All of the leaf.
    whole: Range<usize>,
}

/// So far ahead a letter is looked for.
const AHEAD: usize = 600;

impl Places {
    /// Finds the letters of a leaf in its file.
    #[must_use]
    pub fn of(leaf: &Leaf, file: &str) -> Self {
        let whole = block(leaf, file);
        let mut reader = Reader { file: &file[..whole.end], at: whole.start };
        let mut places = Self { letters: Vec::new(), marks: vec![whole.clone(); leaf.marks.len()], whole };
        let (mut next, mut open): (usize, Vec<usize>) = (0, Vec::new());
        for (at, letter) in leaf.text.char_indices() {
            places.close(leaf, &mut open, &mut reader, at);
            while leaf.marks.get(next).is_some_and(|mark| mark.range.start <= at) {
                places.marks[next] = reader.at..reader.at;
                open.push(next);
                next += 1;
            }
            let found = reader.find(letter).unwrap_or_else(|| reader.find_again(&leaf.text[at..]));
            places.letters.push((at, found));
        }
        places.close(leaf, &mut open, &mut reader, leaf.text.len());
        places
    }

    fn close(&mut self, leaf: &Leaf, open: &mut Vec<usize>, reader: &mut Reader<'_>, at: usize) {
        while let Some(last) = open.last().copied().filter(|mark| leaf.marks[*mark].range.end <= at) {
            open.pop();
            reader.pass_end(&leaf.marks[last].kind);
            self.marks[last].end = reader.at.max(self.marks[last].start);
        }
    }

    /// All bytes of the leaf.
    #[must_use]
    pub fn whole(&self) -> Range<usize> {
        self.whole.clone()
    }

    /// The bytes of an edit: with the targets of its links, or with what writes its looks.
    #[must_use]
    pub fn of_edit(&self, leaf: &Leaf, edit: &Edit) -> Range<usize> {
        let mut found = self.of_range(&edit.range);
        let is_meant = |kind: &MarkKind| match edit.class {
            EditClass::Link => matches!(kind, MarkKind::Link(_) | MarkKind::Image(_)),
            EditClass::Format => !matches!(kind, MarkKind::Link(_) | MarkKind::Image(_) | MarkKind::Cell),
            _ => false,
        };
        for (mark, place) in leaf.marks.iter().zip(&self.marks) {
            let is_inside = edit.range.start <= mark.range.start && mark.range.end <= edit.range.end;
            let holds = mark.range.start <= edit.range.start && edit.range.end <= mark.range.end;
            if is_meant(&mark.kind) && (is_inside || holds && edit.class == EditClass::Link) {
                found = found.start.min(place.start)..found.end.max(place.end);
            }
        }
        found
    }

    fn of_range(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.letters.partition_point(|(at, _)| *at < range.start);
        let last = self.letters.partition_point(|(at, _)| *at < range.end);
        match (self.letters.get(first), last.checked_sub(1).and_then(|last| self.letters.get(last))) {
            (Some((_, first)), Some((_, last))) => first.start..last.end.max(first.start),
            _ => self.whole.end..self.whole.end,
        }
    }
}

/// The bytes of a leaf: its block, or its line of a table.
fn block(leaf: &Leaf, file: &str) -> Range<usize> {
    let start = leaf.span.start.min(file.len());
    let whole = start..leaf.span.end.clamp(start, file.len());
    if !matches!(leaf.kind, LeafKind::Row { .. }) {
        return whole;
    }
    // The second line of a table is the rule under its header.
    let line = if leaf.line == 0 { 0 } else { leaf.line + 1 };
    let mut start = whole.start;
    for (n, text) in file[whole.clone()].split_inclusive('\n').enumerate() {
        if n == line {
            return start..start + text.trim_end().len();
        }
        start += text.len();
    }
    whole.end..whole.end
}

struct Reader<'a> {
    /// Up to the end of the block.
    file: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.file[self.at..]
    }

    /// The place of a text that does not go on where the last letter was, if it is near.
    fn find_again(&mut self, text: &str) -> Range<usize> {
        let sample: String = text.chars().take(8).collect();
        if sample.starts_with(char::is_whitespace) {
            return self.at..self.at;
        }
        let mut end = (self.at + AHEAD).min(self.file.len());
        while !self.file.is_char_boundary(end) {
            end -= 1;
        }
        if let (Some(found), Some(first)) = (self.file[self.at..end].find(&sample), text.chars().next()) {
            let start = self.at + found;
            self.at = start + first.len_utf8();
            return start..self.at;
        }
        self.at..self.at
    }

    /// The place of the next letter, which is then passed; nothing where another word comes first.
    fn find(&mut self, letter: char) -> Option<Range<usize>> {
        let mut at = self.at;
        let limit = (self.at + AHEAD).min(self.file.len());
        while at < limit {
            let rest = &self.file[at..];
            let Some(c) = rest.chars().next() else { break };
            let length = c.len_utf8();
            if letter.is_whitespace() && c.is_whitespace() {
                // A line's end with the indentation and marks of quotations after it.
                let rest = rest.trim_start();
                let end = self.file.len() - rest.len();
                self.at = end;
                return Some(at..end);
            }
            if c == letter {
                self.at = at + length;
                return Some(at..self.at);
            }
            if let Some(end) = (c == '&').then(|| entity(rest, letter)).flatten() {
                self.at = at + end;
                return Some(at..self.at);
            }
            at += match c {
                '<' => rest.find('>').filter(|end| *end < AHEAD).map_or(1, |end| end + 1),
                _ => length,
            };
            if c.is_alphanumeric() {
                // A letter that the leaf does not have: the value of a variable stands here.
                break;
            }
        }
        None
    }

    /// Passes what closes a mark.
    fn pass_end(&mut self, kind: &MarkKind) {
        let end = match kind {
            MarkKind::Link(_) | MarkKind::Image(_) => link_end(self.rest()),
            MarkKind::Strong | MarkKind::Emphasis | MarkKind::Struck | MarkKind::Code => {
                let marks = self.rest().bytes().take_while(|b| b"*_~`".contains(b)).count();
                let most = match kind {
                    MarkKind::Strong | MarkKind::Struck => 2,
                    MarkKind::Emphasis => 1,
                    _ => marks,
                };
                marks.min(most)
            }
            MarkKind::Cell | MarkKind::NoteRef | MarkKind::Foreign(_) => 0,
        };
        self.at += end;
    }
}

/// The length of an entity that stands for a letter.
fn entity(text: &str, letter: char) -> Option<usize> {
    let end = text.find(';').filter(|end| *end < 32)?;
    let name = &text[1..end];
    let named =
        [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("nbsp", '\u{a0}'), ("copy", '©'), ("reg", '®')];
    let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => digits.parse().ok(),
    });
    let found = number.and_then(char::from_u32).or(named.iter().find(|(own, _)| *own == name).map(|(_, c)| *c));
    (found == Some(letter)).then_some(end + 1)
}

/// The length of what ends a link after its words: `](address "title")`, `][name]`, `]` or `>`.
fn link_end(text: &str) -> usize {
    let marks = text.bytes().take_while(|b| b"*_~`\\".contains(b)).count();
    let rest = &text[marks..];
    if rest.starts_with('>') {
        return marks + 1;
    }
    let Some(inner) = rest.strip_prefix(']') else { return 0 };
    let closing = match inner.chars().next() {
        Some('(') => {
            let mut depth = 0;
            inner.char_indices().find_map(|(at, c)| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                (depth == 0).then_some(at + 1)
            })
        }
        Some('[') => inner.find(']').map(|at| at + 1),
        _ => None,
    };
    marks + 1 + closing.unwrap_or(0)
}
