//! Leaves as tokens: words, numbers and marks of punctuation, by numbers that are equal where they are.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::leaf::{Leaf, MarkKind};

/// A word, a number or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Bytes of the leaf's text.
    pub range: Range<usize>,
    /// Equal for tokens that say the same.
    pub id: u32,
    /// Equal for tokens that are written in the same way: quotation marks, dashes, kinds of spaces.
    pub exact: u32,
    /// Equal for tokens that look the same.
    pub form: u32,
    /// Equal for tokens that lead to the same place; 0 leads nowhere.
    pub link: u32,
    /// What it is.
    pub class: Class,
    /// Which cell of a row holds it.
    pub cell: u32,
}

/// The classes of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Word,
    /// With a digit in it.
    Number,
    Punctuation,
}

/// A leaf and its tokens.
#[derive(Debug)]
pub(super) struct Block {
    pub tokens: Vec<Token>,
    /// Equal for blocks with the same tokens in the same order.
    pub hash: u32,
    /// Each token once, with how often it is there, sorted.
    pub bag: Vec<(u32, u32)>,
    /// The weight of all.
    pub weight: i64,
    /// How many words it has.
    pub words: usize,
}

/// Numbers for what is equal.
#[derive(Default)]
struct Interned<T>(HashMap<T, u32>);

impl<T: std::hash::Hash + Eq> Interned<T> {
    fn of(&mut self, value: T) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(value).or_insert(next)
    }
}

/// The blocks of both sides, and the weight of each token.
pub(super) struct Both {
    pub before: Vec<Block>,
    pub after: Vec<Block>,
    /// By id: rare tokens weigh more. In units of 1/1024.
    pub weights: Vec<i64>,
}

/// One unit of weight.
pub(super) const UNIT: i64 = 1024;

/// Reads the leaves of both sides.
pub(super) fn both(before: &[Leaf], after: &[Leaf]) -> Both {
    let mut reader = Reader::default();
    let before: Vec<Vec<Token>> = before.iter().map(|leaf| reader.tokens(leaf)).collect();
    let after: Vec<Vec<Token>> = after.iter().map(|leaf| reader.tokens(leaf)).collect();
    let weights = weights(&before, &after, reader.ids.0.len());
    let mut hashes = Interned::default();
    let mut block = |tokens: Vec<Token>| {
        let ids: Vec<u32> = tokens.iter().map(|token| token.id).collect();
        let bag = bag(&ids);
        let weight = bag.iter().map(|(id, count)| weights[*id as usize] * i64::from(*count)).sum();
        let words = tokens.iter().filter(|token| token.class != Class::Punctuation).count();
        Block { hash: hashes.of(ids), bag, weight, words, tokens }
    };
    let (before, after) = (before.into_iter().map(&mut block).collect(), after.into_iter().map(&mut block).collect());
    Both { before, after, weights }
}

/// Each id once, with how often it is there, sorted.
pub(super) fn bag(ids: &[u32]) -> Vec<(u32, u32)> {
    let mut sorted = ids.to_vec();
    sorted.sort_unstable();
    let mut bag: Vec<(u32, u32)> = Vec::with_capacity(sorted.len());
    for id in sorted {
        match bag.last_mut() {
            Some((last, count)) if *last == id => *count += 1,
            _ => bag.push((id, 1)),
        }
    }
    bag
}

/// `min(4, ln(1 + N / 4df)) + 0.15` for a token that df of N blocks have; a tenth for punctuation.
fn weights(before: &[Vec<Token>], after: &[Vec<Token>], known: usize) -> Vec<i64> {
    let mut having = vec![0_u64; known];
    let mut is_mark = vec![false; known];
    let mut seen = vec![usize::MAX; known];
    for (at, tokens) in before.iter().chain(after).enumerate() {
        for token in tokens {
            let id = token.id as usize;
            is_mark[id] = token.class == Class::Punctuation;
            if seen[id] != at {
                seen[id] = at;
                having[id] += 1;
            }
        }
    }
    let all = (before.len() + after.len()) as u64;
    let of = |(having, is_mark): (u64, bool)| {
        if is_mark { UNIT / 10 } else { ln(all + 4 * having, 4 * having).min(4 * UNIT) + 154 }
    };
    having.into_iter().map(|having| having.max(1)).zip(is_mark).map(of).collect()
}

/// The natural logarithm of a ratio above 1, in [`UNIT`]s: by squaring, so that it is the same on
/// every machine.
fn ln(above: u64, below: u64) -> i64 {
    let mut x = (u128::from(above) << 32) / u128::from(below.max(1));
    let mut log = 0_i64;
    while x >= 2 << 32 {
        x >>= 1;
        log += 1 << 16;
    }
    for bit in (0..16).rev() {
        x = (x * x) >> 32;
        if x >= 2 << 32 {
            x >>= 1;
            log += 1 << bit;
        }
    }
    // Times ln 2.
    (log * 45_426) >> 22
}

#[derive(Default)]
struct Reader {
    ids: Interned<String>,
    exact: Interned<String>,
    forms: Interned<Vec<MarkKind>>,
    links: Interned<Option<MarkKind>>,
}

impl Reader {
    fn tokens(&mut self, leaf: &Leaf) -> Vec<Token> {
        self.links.of(None);
        let mut tokens = Vec::new();
        let mut at = 0;
        // The marks that have begun, outer before inner.
        let mut next = 0;
        let mut open: Vec<usize> = Vec::new();
        let mut cells = 0_u32;
        let (mut form, mut link) = (self.forms.of(Vec::new()), 0);
        while let Some((range, class)) = next_token(&leaf.text, at) {
            at = range.end;
            let mut is_changed = false;
            let ended = open.len();
            open.retain(|mark| leaf.marks[*mark].range.end > range.start);
            is_changed |= open.len() != ended;
            while leaf.marks.get(next).is_some_and(|mark| mark.range.start < range.end) {
                cells += u32::from(leaf.marks[next].kind == MarkKind::Cell);
                if leaf.marks[next].range.end > range.start {
                    open.push(next);
                }
                is_changed = true;
                next += 1;
            }
            if is_changed {
                let kinds = || open.iter().map(|mark| &leaf.marks[*mark].kind);
                let leads = |kind: &&MarkKind| matches!(kind, MarkKind::Link(_) | MarkKind::Image(_));
                link = self.links.of(kinds().rfind(leads).cloned());
                let mut looks: Vec<MarkKind> =
                    kinds().filter(|kind| !leads(kind) && **kind != MarkKind::Cell).cloned().collect();
                looks.sort();
                form = self.forms.of(looks);
            }
            let word = &leaf.text[range.clone()];
            let token = Token {
                id: self.ids.of(folded(word)),
                exact: self.exact.of(word.nfc().collect()),
                form,
                link,
                class,
                cell: cells,
                range,
            };
            tokens.push(token);
        }
        tokens
    }
}

/// A token without what only a typesetter sees.
fn folded(word: &str) -> String {
    let fold = |c: char| match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c => c,
    };
    word.nfc().filter(|c| *c != '\u{ad}').map(fold).collect()
}

/// The next token of a text from a byte on: letters and digits with the marks that join them, one
/// letter of a script without spaces, or one other sign.
fn next_token(text: &str, from: usize) -> Option<(Range<usize>, Class)> {
    let rest = &text[from..];
    let start = from + rest.find(|c: char| !c.is_whitespace() && !is_ignorable(c))?;
    let mut letters = text[start..].char_indices().peekable();
    let (_, first) = letters.next()?;
    let mut end = start + first.len_utf8();
    let take_marks = |end: &mut usize| {
        while let Some(c) = text[*end..].chars().next().filter(|c| is_combining(*c)) {
            *end += c.len_utf8();
        }
    };
    if !first.is_alphanumeric() {
        take_marks(&mut end);
        return Some((start..end, Class::Punctuation));
    }
    if is_unspaced(first) {
        take_marks(&mut end);
        return Some((start..end, Class::Word));
    }
    let mut has_digit = first.is_numeric();
    loop {
        let mut ahead = text[end..].chars();
        let Some(c) = ahead.next() else { break };
        let is_inner = |c: char| (c.is_alphanumeric() && !is_unspaced(c)) || is_combining(c) || is_ignorable(c);
        let joins = matches!(c, '\'' | '\u{2019}' | '-' | '\u{2010}' | '\u{2011}' | '.' | '&' | '/' | '@' | ',' | ':');
        // A comma and a colon join figures alone: `1,000`, `10:30`.
        let figures = !matches!(c, ',' | ':') || text[..end].ends_with(|c: char| c.is_numeric());
        let follows = |next: char| if matches!(c, ',' | ':') { next.is_numeric() } else { is_inner(next) };
        if is_inner(c) || (joins && figures && ahead.next().is_some_and(follows)) {
            has_digit |= c.is_numeric();
            end += c.len_utf8();
        } else {
            break;
        }
    }
    Some((start..end, if has_digit { Class::Number } else { Class::Word }))
}

/// Letters of scripts that write no spaces between words, or, as Hangul, whose words change at their
/// end with every use: each is a token.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{19df}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}' | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{1b000}'..='\u{1b16f}' | '\u{20000}'..='\u{3ffff}')
}

/// Marks that belong to the letter before: accents, vowel signs, tone marks, joiners, skin tones.
fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
        || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Signs that nobody sees.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
