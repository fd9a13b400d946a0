//! Where an edit can lie in several places, because the words round it repeat, it is put where a reader
//! expects it: at the beginning of a sentence, else of a clause, else of a word.
//!
//! Nothing is lost by that: the same words stay kept. The idea is the "lossless shift" of
//! diff-match-patch, here on words.

use std::ops::Range;

use super::token::Class;
use super::words::{Word, ends};

/// So far an edit is moved at most.
const STEPS: usize = 200;

/// Moves the edits round pairs of kept words, which are sorted, in a passage.
pub(super) fn slide(
    before: &[Word<'_>],
    after: &[Word<'_>],
    (one, other): (&Range<usize>, &Range<usize>),
    kept: &mut [(usize, usize)],
) {
    for at in 0..=kept.len() {
        let start = at.checked_sub(1).map_or((one.start, other.start), |last| (kept[last].0 + 1, kept[last].1 + 1));
        let end = kept.get(at).copied().unwrap_or((one.end, other.end));
        match (end.0 - start.0, end.1 - start.1) {
            (0, 1..) => shift(after, start.1..end.1, kept, at, Side::After),
            (1.., 0) => shift(before, start.0..end.0, kept, at, Side::Before),
            _ => {}
        }
    }
}

#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

impl Side {
    /// The place on the side of the edit, and that on the other.
    fn of(self, pair: (usize, usize)) -> (usize, usize) {
        match self {
            Self::Before => pair,
            Self::After => (pair.1, pair.0),
        }
    }

    fn pair(self, own: usize, other: usize) -> (usize, usize) {
        match self {
            Self::Before => (own, other),
            Self::After => (other, own),
        }
    }
}

/// Moves the edit on one side that lies before the pair at `at`.
fn shift(words: &[Word<'_>], Range { start, end }: Range<usize>, kept: &mut [(usize, usize)], at: usize, side: Side) {
    let follows = |one: usize, next: usize| {
        let ((own, other), (own_next, other_next)) = (side.of(kept[one]), side.of(kept[next]));
        own + 1 == own_next && other + 1 == other_next
    };
    // Back as long as the word before is also the last of the edit, on as long as the first is also the next.
    let same = |one: usize, next: usize| words[one].token.id == words[next].token.id;
    let mut back = 0;
    while back < STEPS && at > back && same(start - 1 - back, end - 1 - back) {
        back += 1;
        if at <= back || !follows(at - back - 1, at - back) {
            break;
        }
    }
    let mut on = 0;
    while on < STEPS && at + on < kept.len() && same(start + on, end + on) {
        on += 1;
        if at + on >= kept.len() || !follows(at + on - 1, at + on) {
            break;
        }
    }
    let worth = |shift: isize| {
        let moved = |place: usize| place.checked_add_signed(shift).unwrap_or(place);
        boundary(words, moved(start)) + boundary(words, moved(end))
    };
    let (back, on) = (back.cast_signed(), on.cast_signed());
    // Of equal places the last.
    let best = (-back..=on).max_by_key(|shift| worth(*shift)).unwrap_or(0);
    for step in 1..=best.unsigned_abs() {
        let pair = if best < 0 { at - step } else { at + step - 1 };
        let (own, other) = side.of(kept[pair]);
        let length = end - start;
        let own = if best < 0 { own + length } else { own - length };
        kept[pair] = side.pair(own, other);
    }
}

/// How well an edit may begin or end before a word.
fn boundary(words: &[Word<'_>], at: usize) -> u8 {
    let (Some(before), Some(next)) = (at.checked_sub(1).and_then(|at| words.get(at)), words.get(at)) else { return 5 };
    if before.token.range.end > next.token.range.start || before.text.as_ptr() != next.text.as_ptr() {
        return 5;
    }
    let is_apart = before.token.range.end < next.token.range.start;
    let begins_here = next.token.class != Class::Punctuation;
    if ends(words, at - 1, &(0..words.len())) && begins_here {
        4
    } else if before.token.class == Class::Punctuation && begins_here && (is_apart || !before.as_str().is_ascii()) {
        3
    } else if is_apart {
        2
    } else {
        u8::from(is_kana(before) && !is_kana(next))
    }
}

/// Hiragana stands at the end of Japanese phrases.
fn is_kana(word: &Word<'_>) -> bool {
    word.as_str().starts_with(|c: char| matches!(c, '\u{3040}'..='\u{309f}'))
}
