//! From pairs of blocks to the rows of a redline.

use super::blocks::Pair;
use super::token::{Block, Both, Class, Token};
use super::words::{self, Word};
use super::{Between, Edit, EditClass, Leaf, LeafKind, Redline, Row, RowKind, Statistics};

/// Puts the redline together; `is_mirrored` says that the side after is read first.
pub(super) fn redline(leaves: Between<Vec<Leaf>>, both: &Both, mut pairs: Vec<Pair>, is_mirrored: bool) -> Redline {
    let numbers = moves(&mut pairs);
    let statistics = Statistics::default();
    let mut maker = Maker { leaves: &leaves, both, rows: Vec::new(), statistics, is_mirrored };
    maker.statistics.moved = numbers.iter().max().copied().unwrap_or(0) as usize;
    maker.rows(&pairs, &numbers);
    let Maker { rows, statistics, .. } = maker;
    Redline { leaves, rows, statistics }
}

/// Numbers the moves: neighbours that moved together are one. 0 for pairs that stay in order.
fn moves(pairs: &mut [Pair]) -> Vec<u32> {
    pairs.sort_by_key(|pair| pair.after[0]);
    let (mut numbers, mut last) = (Vec::with_capacity(pairs.len()), 0);
    for at in 0..pairs.len() {
        let pair = &pairs[at];
        let goes_on = at > 0 && {
            let before = &pairs[at - 1];
            before.is_moved
                && before.before.last().map(|at| at + 1) == pair.before.first().copied()
                && before.after.last().map(|at| at + 1) == pair.after.first().copied()
        };
        last += u32::from(pair.is_moved && !goes_on);
        numbers.push(if pair.is_moved { last } else { 0 });
    }
    numbers
}

/// Where a leaf goes.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// To no pair.
    Free,
    /// To a pair that stays in order.
    Paired,
    /// To that pair, which moved.
    Moved(usize),
}

struct Maker<'a> {
    leaves: &'a Between<Vec<Leaf>>,
    both: &'a Both,
    rows: Vec<Row>,
    statistics: Statistics,
    is_mirrored: bool,
}

impl Maker<'_> {
    /// The rows in the order of the text after; what is gone, or went away, stands where it was.
    fn rows(&mut self, pairs: &[Pair], numbers: &[u32]) {
        let mut places = Between {
            before: vec![Place::Free; self.leaves.before.len()],
            after: vec![Place::Free; self.leaves.after.len()],
        };
        for (at, pair) in pairs.iter().enumerate() {
            let place = if pair.is_moved { Place::Moved(at) } else { Place::Paired };
            pair.before.iter().for_each(|leaf| places.before[*leaf] = place);
            pair.after.iter().for_each(|leaf| places.after[*leaf] = place);
        }
        let mut from = (0, 0);
        for pair in pairs.iter().filter(|pair| !pair.is_moved).map(Some).chain([None]) {
            let (before, after) = pair
                .map_or((self.leaves.before.len(), self.leaves.after.len()), |pair| (pair.before[0], pair.after[0]));
            for at in from.0..before {
                match places.before[at] {
                    Place::Free => self.one(RowKind::Removed, at),
                    Place::Moved(pair) => self.went(at, numbers[pair]),
                    Place::Paired => {}
                }
            }
            for at in from.1..after {
                match places.after[at] {
                    Place::Free => self.one(RowKind::Added, at),
                    Place::Moved(moved) if pairs[moved].after[0] == at => {
                        self.pair(&pairs[moved], RowKind::Moved(numbers[moved]));
                    }
                    Place::Moved(_) | Place::Paired => {}
                }
            }
            if let Some(pair) = pair {
                self.pair(pair, RowKind::Changed);
            }
            from = (before, after);
        }
    }

    /// A leaf that stands elsewhere now; neighbours that went with it share the row.
    fn went(&mut self, at: usize, number: u32) {
        let kind = RowKind::MovedAway(number);
        match self.rows.last_mut() {
            Some(last) if last.kind == kind => last.leaves.before.push(at),
            _ => {
                let leaves = Between { before: vec![at], after: Vec::new() };
                self.rows.push(Row { kind, leaves, edits: Between::default(), is_capped: false });
            }
        }
    }

    /// A leaf that is new, or gone.
    fn one(&mut self, kind: RowKind, at: usize) {
        let is_new = kind == RowKind::Added;
        let leaves = if is_new {
            self.statistics.added += 1;
            self.statistics.inserted += self.both.after[at].words;
            &self.leaves.after
        } else {
            self.statistics.removed += 1;
            self.statistics.deleted += self.both.before[at].words;
            &self.leaves.before
        };
        let range = 0..leaves[at].text.len();
        let edits = if range.is_empty() { Vec::new() } else { vec![Edit { leaf: at, range, class: EditClass::Text }] };
        let mut row = Row {
            kind,
            leaves: Between { before: vec![at], after: Vec::new() },
            edits: Between { before: edits, after: Vec::new() },
            is_capped: false,
        };
        if is_new {
            row.leaves.swap();
            row.edits.swap();
        }
        self.rows.push(row);
    }

    fn pair(&mut self, pair: &Pair, kind: RowKind) {
        let leaves = Between { before: pair.before.clone(), after: pair.after.clone() };
        let words = |blocks: &[Block], at: &[usize]| -> usize { at.iter().map(|at| blocks[*at].words).sum() };
        let (edits, is_capped) = self.edits(pair);
        let lost = |edits: &[Edit], blocks: &[Block]| -> usize { edits.iter().map(|edit| counted(edit, blocks)).sum() };
        let deleted = lost(&edits.before, &self.both.before);
        self.statistics.deleted += deleted;
        self.statistics.inserted += lost(&edits.after, &self.both.after);
        self.statistics.kept += words(&self.both.before, &pair.before) - deleted;
        let mut row = Row { kind, leaves, edits, is_capped };
        let class = row.class();
        if kind == RowKind::Changed {
            let is_same = class.is_none()
                && row.is_divided().is_none()
                && !row.is_relabelled(self.leaves)
                && !self.is_restyled(pair);
            row.kind = if is_same { RowKind::Same } else { RowKind::Changed };
            match class {
                _ if is_same => {}
                Some(EditClass::Text) => self.statistics.changed += 1,
                Some(EditClass::Number) => self.statistics.renumbered += 1,
                None if row.is_relabelled(self.leaves) => self.statistics.renumbered += 1,
                Some(EditClass::Link) => self.statistics.links += 1,
                _ => self.statistics.formatted += 1,
            }
        }
        self.rows.push(row);
    }

    /// Whether a leaf is of another kind now: a heading of another level, an item that was a paragraph.
    fn is_restyled(&self, pair: &Pair) -> bool {
        let (one, other) = (&self.leaves.before[pair.before[0]], &self.leaves.after[pair.after[0]]);
        one.kind != other.kind || one.label != other.label
    }

    /// What changed within a pair, and whether a limit was reached.
    fn edits(&self, pair: &Pair) -> (Between<Vec<Edit>>, bool) {
        let all = |blocks: &[Block], at: &[usize]| -> Vec<(usize, usize)> {
            at.iter().flat_map(|leaf| (0..blocks[*leaf].tokens.len()).map(|token| (*leaf, token))).collect()
        };
        let (before, after) = (&self.both.before, &self.both.after);
        let places = Between { before: all(before, &pair.before), after: all(after, &pair.after) };
        let left: Vec<Word<'_>> = places
            .before
            .iter()
            .map(|(leaf, token)| Word { text: &self.leaves.before[*leaf].text, token: &before[*leaf].tokens[*token] })
            .collect();
        let right: Vec<Word<'_>> = places
            .after
            .iter()
            .map(|(leaf, token)| Word { text: &self.leaves.after[*leaf].text, token: &after[*leaf].tokens[*token] })
            .collect();
        let is_row = |leaf: &Leaf| matches!(leaf.kind, LeafKind::Row { .. });
        let (one, other) = (&self.leaves.before[pair.before[0]], &self.leaves.after[pair.after[0]]);
        let count = |leaf: &Leaf| leaf.marks.iter().filter(|mark| mark.kind == super::MarkKind::Cell).count();
        let cells = is_row(one) && is_row(other) && count(one) == count(other);
        let (first, second) = if self.is_mirrored { (&right, &left) } else { (&left, &right) };
        let mut kept = words::compare(first, second, &self.both.weights, cells);
        if self.is_mirrored {
            kept.pairs.iter_mut().for_each(|pair| *pair = (pair.1, pair.0));
        }
        let mut classes = Between {
            before: vec![Some(EditClass::Text); left.len()],
            after: vec![Some(EditClass::Text); right.len()],
        };
        for (i, j) in kept.pairs {
            let class = difference(left[i].token, right[j].token);
            (classes.before[i], classes.after[j]) = (class, class);
        }
        renumbered(&mut classes, &left, &right);
        // A number that a list counts on one side may be typed on the other.
        match (&one.label, &other.label) {
            (Some(_), None) => counted_number(&mut classes.after, &right),
            (None, Some(_)) => counted_number(&mut classes.before, &left),
            _ => {}
        }
        let edits = Between {
            before: runs(&places.before, &classes.before, before),
            after: runs(&places.after, &classes.after, after),
        };
        (edits, kept.is_capped)
    }
}

/// How two tokens that say the same differ.
fn difference(one: &Token, other: &Token) -> Option<EditClass> {
    if one.link != other.link {
        Some(EditClass::Link)
    } else if one.form != other.form {
        Some(EditClass::Format)
    } else if one.exact != other.exact {
        Some(EditClass::Typography)
    } else {
        None
    }
}

/// Where nothing changed but the number or letter that leads a row, as `3.` before a heading or `(a)`
/// before a clause, that says where the row stands.
fn renumbered(classes: &mut Between<Vec<Option<EditClass>>>, left: &[Word<'_>], right: &[Word<'_>]) {
    let label = |classes: &[Option<EditClass>], words: &[Word<'_>]| {
        let texts =
            || classes.iter().enumerate().filter(|(_, class)| **class == Some(EditClass::Text)).map(|(at, _)| at);
        let changed = texts().next().filter(|_| texts().count() == 1)?;
        let is_first = words[..changed].iter().all(|word| word.token.class == Class::Punctuation) && changed < 2;
        let is_label = words[changed].token.class == Class::Number || words[changed].token.range.len() < 5;
        let is_marked = words.get(changed + 1).is_some_and(|word| word.token.class == Class::Punctuation);
        let is_number = words[changed].token.class == Class::Number;
        (is_first && is_label && (is_marked || is_number) && words.len() > changed + 2).then_some(changed)
    };
    if let (Some(one), Some(other)) = (label(&classes.before, left), label(&classes.after, right)) {
        classes.before[one] = Some(EditClass::Number);
        classes.after[other] = Some(EditClass::Number);
    }
}

/// Where only the number changed with which a side begins, as `3.`, that says where the row stands.
fn counted_number(classes: &mut [Option<EditClass>], words: &[Word<'_>]) {
    let length = match words {
        [number, mark, ..] if number.token.class == Class::Number && mark.token.class == Class::Punctuation => 2,
        [number, ..] if number.token.class == Class::Number => 1,
        _ => return,
    };
    let is_text = |class: &Option<EditClass>| *class == Some(EditClass::Text);
    if classes.first().is_some_and(is_text) && classes.get(length).is_none_or(|class| !is_text(class)) {
        let label = classes[..length].iter_mut().filter(|class| is_text(class));
        label.for_each(|class| *class = Some(EditClass::Number));
    }
}

/// Tokens of one class that follow each other in a leaf become one edit.
fn runs(places: &[(usize, usize)], classes: &[Option<EditClass>], blocks: &[Block]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut last: Option<(usize, Option<EditClass>, u32)> = None;
    for ((leaf, at), class) in places.iter().zip(classes) {
        let token = &blocks[*leaf].tokens[*at];
        let this = Some((*leaf, *class, token.cell));
        if let Some(class) = class {
            match edits.last_mut() {
                Some(edit) if this == last => edit.range.end = token.range.end,
                _ => edits.push(Edit { leaf: *leaf, range: token.range.clone(), class: *class }),
            }
        }
        last = this;
    }
    edits
}

/// The words of an edit of text.
fn counted(edit: &Edit, blocks: &[Block]) -> usize {
    if edit.class < EditClass::Number {
        return 0;
    }
    let is_in = |token: &&Token| {
        token.class != Class::Punctuation && edit.range.start <= token.range.start && token.range.end <= edit.range.end
    };
    blocks[edit.leaf].tokens.iter().filter(is_in).count()
}
