//! What changed inside a row: sentences are set beside each other first, then their words.

use std::ops::Range;

use super::anchors::anchors;
use super::gap::{Item, align, equal};
use super::slide::slide;
use super::token::{Class, Token, bag};

/// The most pairs of words that are compared at once: between fixed points, where there are more. What is
/// longer still is shown as replaced.
pub(super) const PRODUCT: usize = 25_000_000;

/// Of sentences that were rewritten so much of 100 must be left.
const REWRITTEN: usize = 30;

/// The same of one sentence that faces one other.
const ALONE: usize = 20;

/// So many words in a row are kept though their sentences have no partner, and so many where the run
/// goes on from what is kept.
const LONG: usize = 4;
const TOUCHING: usize = 2;

/// A token of a row: the text of its leaf, and the token.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub text: &'a str,
    pub token: &'a Token,
}

impl Word<'_> {
    pub(super) fn as_str(&self) -> &str {
        &self.text[self.token.range.clone()]
    }
}

/// The tokens that both sides keep, by their places, in order; and whether a limit was reached.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub pairs: Vec<(usize, usize)>,
    pub is_capped: bool,
}

/// Compares the tokens of a row. `cells` says that both sides are rows of a table with as many cells.
pub(super) fn compare(before: &[Word<'_>], after: &[Word<'_>], weights: &[i64], cells: bool) -> Kept {
    let mut kept = Kept::default();
    let mut passage = |one: Range<usize>, other: Range<usize>| {
        let mut own = Kept::default();
        passage(before, after, one.clone(), other.clone(), weights, &mut own);
        own.pairs.sort_unstable();
        long_runs(before, after, &one, &other, &mut own);
        slide(before, after, (&one, &other), &mut own.pairs);
        kept.pairs.append(&mut own.pairs);
        kept.is_capped |= own.is_capped;
    };
    if cells {
        let last = before.iter().chain(after).map(|word| word.token.cell).max().unwrap_or(0);
        let of = |words: &[Word<'_>], cell: u32| {
            words.partition_point(|word| word.token.cell < cell)..words.partition_point(|word| word.token.cell <= cell)
        };
        for cell in 0..=last {
            passage(of(before, cell), of(after, cell));
        }
    } else {
        passage(0..before.len(), 0..after.len());
    }
    kept
}

fn passage(
    before: &[Word<'_>],
    after: &[Word<'_>],
    one: Range<usize>,
    other: Range<usize>,
    weights: &[i64],
    kept: &mut Kept,
) {
    let (one, other) = trimmed(before, after, one, other, kept);
    let (left, right) = (sentences(before, one), sentences(after, other));
    let (left_bags, right_bags) = (bags(before, &left), bags(after, &right));
    let (lefts, rights) = (items(&left_bags, weights), items(&right_bags, weights));
    let mut from = (0, 0);
    let matches = align(&lefts, &rights, weights);
    for (l, r) in matches.into_iter().chain([(left.len()..left.len(), right.len()..right.len())]) {
        let span = |sentences: &[Range<usize>], at: Range<usize>| sentences[at.start].start..sentences[at.end - 1].end;
        if from.0 < l.start && from.1 < r.start {
            let is_alone = from.0 + 1 == l.start && from.1 + 1 == r.start;
            let least = if is_alone { ALONE } else { REWRITTEN };
            rewritten(before, after, (span(&left, from.0..l.start), span(&right, from.1..r.start)), least, kept);
        }
        if !l.is_empty() {
            words(before, after, span(&left, l.clone()), span(&right, r.clone()), kept);
        }
        from = (l.end, r.end);
    }
}

/// Between what is kept so far, long runs of words that both sides have: a sentence that lost its
/// neighbour, or the end of one that was joined to another.
fn long_runs(before: &[Word<'_>], after: &[Word<'_>], one: &Range<usize>, other: &Range<usize>, kept: &mut Kept) {
    let mut found = Kept::default();
    let mut from = (one.start, other.start);
    for (i, j) in kept.pairs.iter().copied().chain([(one.end, other.end)]) {
        let (left, right) = (from.0..i, from.1..j);
        from = (i + 1, j + 1);
        if left.is_empty() || right.is_empty() {
            continue;
        }
        let at = found.pairs.len();
        words(before, after, left.clone(), right.clone(), &mut found);
        found.pairs[at..].sort_unstable();
        let all = found.pairs.split_off(at);
        for run in all.chunk_by(|one, next| one.0 + 1 == next.0 && one.1 + 1 == next.1) {
            let count = run.iter().filter(|(i, _)| before[*i].token.class != Class::Punctuation).count();
            let (first, last) = (run[0], run[run.len() - 1]);
            let touches = first == (left.start, right.start) || last == (left.end - 1, right.end - 1);
            if count >= if touches { TOUCHING } else { LONG } {
                found.pairs.extend(run);
            }
        }
    }
    kept.pairs.append(&mut found.pairs);
    kept.is_capped |= found.is_capped;
    kept.pairs.sort_unstable();
}

fn bags(words: &[Word<'_>], sentences: &[Range<usize>]) -> Vec<Vec<(u32, u32)>> {
    let ids = |at: &Range<usize>| words[at.clone()].iter().map(|word| word.token.id).collect::<Vec<u32>>();
    sentences.iter().map(|at| bag(&ids(at))).collect()
}

fn items<'b>(bags: &'b [Vec<(u32, u32)>], weights: &[i64]) -> Vec<Item<'b>> {
    let weight = |bag: &[(u32, u32)]| bag.iter().map(|(id, n)| weights[*id as usize] * i64::from(*n)).sum();
    bags.iter().map(|bag| Item { bag, weight: weight(bag), kind: 0 }).collect()
}

/// Keeps what is equal at both ends up to a sentence's end, and gives what is between.
fn trimmed(
    before: &[Word<'_>],
    after: &[Word<'_>],
    one: Range<usize>,
    other: Range<usize>,
    kept: &mut Kept,
) -> (Range<usize>, Range<usize>) {
    let equal = |(i, j): (usize, usize)| before[i].token.id == after[j].token.id;
    let length = one.len().min(other.len());
    let start = (0..length).take_while(|n| equal((one.start + n, other.start + n))).count();
    let is_end = |n: &usize| *n == one.len() && *n == other.len() || ends(before, one.start + n - 1, &one);
    let start = (1..=start).rev().find(is_end).unwrap_or(0);
    kept.pairs.extend((0..start).map(|n| (one.start + n, other.start + n)));
    (one.start + start..one.end, other.start + start..other.end)
}

/// Sentences that have no partner, between others that have: where enough of their words are still
/// there in their order they were rewritten, else they are gone and others are new.
fn rewritten(
    before: &[Word<'_>],
    after: &[Word<'_>],
    (one, other): (Range<usize>, Range<usize>),
    least: usize,
    kept: &mut Kept,
) {
    let at = kept.pairs.len();
    words(before, after, one.clone(), other.clone(), kept);
    if (kept.pairs.len() - at) * 200 < least * (one.len() + other.len()) {
        kept.pairs.truncate(at);
    }
}

/// Compares words one by one.
fn words(before: &[Word<'_>], after: &[Word<'_>], one: Range<usize>, other: Range<usize>, kept: &mut Kept) {
    let ids = |words: &[Word<'_>]| words.iter().map(|word| word.token.id).collect::<Vec<u32>>();
    let (left, right) = (ids(&before[one.clone()]), ids(&after[other.clone()]));
    let start = left.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let end = left[start..].iter().rev().zip(right[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    kept.pairs.extend((0..start).map(|n| (one.start + n, other.start + n)));
    kept.pairs.extend((1..=end).map(|n| (one.end - n, other.end - n)));
    let (left, right) = (&left[start..left.len() - end], &right[start..right.len() - end]);
    let found = if left.len().saturating_mul(right.len()) > PRODUCT {
        between_anchors(left, right, kept)
    } else {
        equal(left, right)
    };
    kept.pairs.extend(found.into_iter().map(|(i, j)| (one.start + start + i, other.start + start + j)));
}

/// The same for many words: those between fixed points are compared, unless they are still too many.
fn between_anchors(left: &[u32], right: &[u32], kept: &mut Kept) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = (0, 0);
    for end in anchors(left, right).into_iter().chain([(left.len(), right.len())]) {
        let (one, other) = (&left[from.0..end.0], &right[from.1..end.1]);
        match few_equal(one, other) {
            Some(pairs) => found.extend(pairs.into_iter().map(|(i, j)| (from.0 + i, from.1 + j))),
            None => kept.is_capped = true,
        }
        found.extend((end.0 < left.len()).then_some(end));
        from = (end.0 + 1, end.1 + 1);
    }
    found
}

/// The equal words that stay in order; nothing where too many would have to be compared, even without
/// those that only one side has.
fn few_equal(left: &[u32], right: &[u32]) -> Option<Vec<(usize, usize)>> {
    let is_small = |one: usize, other: usize| one.saturating_mul(other) <= PRODUCT;
    if is_small(left.len(), right.len()) {
        return Some(equal(left, right));
    }
    let known = |words: &[u32]| words.iter().copied().collect::<std::collections::HashSet<u32>>();
    let shared = |words: &[u32], other: &[u32]| -> Vec<usize> {
        let other = known(other);
        (0..words.len()).filter(|at| other.contains(&words[*at])).collect()
    };
    let (one, other) = (shared(left, right), shared(right, left));
    let ids = |words: &[u32], places: &[usize]| places.iter().map(|at| words[*at]).collect::<Vec<u32>>();
    is_small(one.len(), other.len()).then(|| {
        let found = equal(&ids(left, &one), &ids(right, &other));
        found.into_iter().map(|(i, j)| (one[i], other[j])).collect()
    })
}

/// Whether a sentence ends with a token. Abbreviations are not looked up: a list of them changed neither the
/// measured quality nor what is highlighted of real texts.
pub(super) fn ends(words: &[Word<'_>], at: usize, within: &Range<usize>) -> bool {
    let token = words[at].token;
    if token.class != Class::Punctuation {
        return false;
    }
    let next = words[at + 1..within.end.max(at + 1)].first();
    match words[at].as_str() {
        "。" | "！" | "？" | "；" | "؟" | "।" | "!" | "?" => true,
        ";" => next.is_none_or(|next| is_apart(token, next.token)),
        "." => {
            let before = words[within.start..at].last();
            let Some(before) = before else { return false };
            let is_number = before.token.class == Class::Number && at == within.start + 1;
            let is_initial = before.token.class == Class::Word && before.as_str().len() == 1;
            let goes_on =
                next.is_some_and(|next| !is_apart(token, next.token) || next.as_str().starts_with(char::is_lowercase));
            !is_number && !is_initial && !goes_on
        }
        _ => false,
    }
}

/// Whether there is a space between two tokens, or another leaf begins.
fn is_apart(one: &Token, next: &Token) -> bool {
    next.range.start != one.range.end
}

/// The sentences of a passage; closing quotation marks and brackets belong to the one before.
fn sentences(words: &[Word<'_>], within: Range<usize>) -> Vec<Range<usize>> {
    let (mut found, mut start, mut at) = (Vec::new(), within.start, within.start);
    while at < within.end {
        let is_last = at + 1 == within.end;
        if ends(words, at, &(start..within.end)) || is_last {
            while at + 1 < within.end
                && matches!(words[at + 1].as_str(), "\"" | "”" | "»" | "」" | "』" | ")" | "）" | "’")
            {
                at += 1;
            }
            found.push(start..at + 1);
            start = at + 1;
        }
        at += 1;
    }
    found
}
