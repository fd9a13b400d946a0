//! Deciding without parsing, where that is safe.

use std::collections::HashMap;

use memchr::memmem;
use unicode_normalization::UnicodeNormalization;

use crate::config::Placeholder;
use crate::history::Change;
use crate::source::{FrontMatter, Matter};

/// Whether two texts are the same but for a byte order mark and white space at their ends.
pub(super) fn is_same(old: &[u8], new: &[u8]) -> bool {
    let inner = |text: &'_ [u8]| text.strip_prefix(b"\xef\xbb\xbf").map_or(0, |_| 3)..text.trim_ascii_end().len();
    old.get(inner(old)) == new.get(inner(new))
}

/// What changed between two texts of a file, if it can be told without parsing them: never wrong,
/// often silent.
pub(super) fn compare(old: &str, new: &str, placeholders: &[Placeholder]) -> Option<Change> {
    let (old_matter, new_matter) = (Matter::find(old), Matter::find(new));
    let a: Vec<&str> = lines(&old[old_matter.body..]);
    let b: Vec<&str> = lines(&new[new_matter.body..]);
    let matter = |text: &str, matter: &Matter| lines(&text[..matter.body]).join("\n");
    let same_matter = matter(old, &old_matter) == matter(new, &new_matter)
        || FrontMatter::shown(old, &old_matter) == FrontMatter::shown(new, &new_matter);
    if !same_matter {
        // Something of it is shown; who knows how.
        return None;
    }
    if a == b {
        return Some(Change::Nothing);
    }
    if is_hiding(old) || is_hiding(new) {
        return None;
    }
    let (gone, come) = other_parts(&a, &b);
    let sums = |parts: Vec<&[&str]>| {
        parts.into_iter().flatten().try_fold(Sums::default(), |sums, line| Some(sums.and(letters(line, placeholders)?)))
    };
    let (gone, come) = (sums(gone)?, sums(come)?);
    (gone.opaque == come.opaque && gone.letters != come.letters).then_some(Change::Text)
}

/// The sections in which two texts differ, where sections stand for themselves: from a heading that
/// is not the first of the text to another one. Nothing where notes or definitions may lie elsewhere.
pub(super) fn sections(old: &str, new: &str) -> Option<(String, String)> {
    let (old_matter, new_matter) = (Matter::find(old), Matter::find(new));
    if old[..old_matter.body] != new[..new_matter.body] {
        return None;
    }
    let (old, new) = (&old[old_matter.body..], &new[new_matter.body..]);
    let global = |text: &str| text.contains("]:") || text.contains("[^") || text.contains('\r');
    if is_hiding(old) || is_hiding(new) || global(old) || global(new) {
        return None;
    }
    let (a, b) = (lines(old), lines(new));
    let shared = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let is_start = |lines: &[&str], at: usize| {
        let line = lines[at];
        let rest = line.trim_start_matches('#');
        (1..=6).contains(&(line.len() - rest.len()))
            && rest.starts_with(' ')
            && (at == 0 || lines[at - 1].trim().is_empty())
    };
    let from = (0..shared).rev().find(|at| is_start(&a, *at))?;
    (0..from).find(|at| is_start(&a, *at))?;
    let end = a[shared..].iter().rev().zip(b[shared..].iter().rev()).take_while(|(x, y)| x == y).count();
    let rest = &a[a.len() - end..];
    let rest = (1..rest.len()).find(|at| is_start(rest, *at)).map_or(0, |at| rest.len() - at);
    Some((a[from..a.len() - rest].join("\n"), b[from..b.len() - rest].join("\n")))
}

/// Whether something in a text hides what stands in it, or shows it as it is.
fn is_hiding(text: &str) -> bool {
    let fenced = ["```", "~~~"].iter().any(|fence| memmem::find(text.as_bytes(), fence.as_bytes()).is_some());
    fenced || memchr::memchr_iter(b'<', text.as_bytes()).any(|at| opens_hidden(&text[at + 1..]))
}

/// Sums over pieces of a text, whatever their order.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    /// Over letters that are seen or are part of a link's target.
    letters: u64,
    /// Over tags and entities: who knows what is seen of them.
    opaque: u64,
}

impl Sums {
    fn and(self, other: Self) -> Self {
        Self { letters: self.letters.wrapping_add(other.letters), opaque: self.opaque.wrapping_add(other.opaque) }
    }
}

/// The lines without their ends, and without empty ones at the end of the text.
fn lines(text: &str) -> Vec<&str> {
    text.trim_start_matches('\u{feff}').trim_end().lines().collect()
}

/// Comments, declarations, scripts and the like: what stands in them is not seen.
fn opens_hidden(tag: &str) -> bool {
    const HIDDEN: [&str; 8] = ["!", "?", "script", "style", "template", "textarea", "title", "noscript"];
    HIDDEN.iter().any(|name| tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
}

/// The parts between empty lines that only one of two texts has: what belongs together in
/// Markdown stands in one part.
fn other_parts<'l, 't>(a: &'l [&'t str], b: &'l [&'t str]) -> (Vec<&'l [&'t str]>, Vec<&'l [&'t str]>) {
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let end = a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(|(x, y)| x == y).count();
    let is_empty = |line: &&str| line.trim().is_empty();
    let from = a[..start].iter().rposition(is_empty).map_or(0, |at| at + 1);
    let rest = &a[a.len() - end..];
    let end = end - rest.iter().position(is_empty).unwrap_or(end);
    let parts = |lines: &'l [&'t str]| lines.split(|line| line.trim().is_empty()).filter(|part| !part.is_empty());
    let (a, b) = (&a[from..a.len() - end], &b[from..b.len() - end]);
    let mut counts: HashMap<&[&str], isize> = HashMap::new();
    parts(a).for_each(|part| *counts.entry(part).or_default() += 1);
    parts(b).for_each(|part| *counts.entry(part).or_default() -= 1);
    let of = |wanted: isize| {
        let rest = counts.iter().filter(move |(_, count)| count.signum() == wanted);
        rest.flat_map(|(part, count)| std::iter::repeat_n(*part, count.unsigned_abs())).collect()
    };
    (of(1), of(-1))
}

/// The sums of a line. Nothing where letters may be hidden: in titles of links, definitions, cells
/// of tables, variables.
fn letters(line: &str, placeholders: &[Placeholder]) -> Option<Sums> {
    const HIDING: [&str; 8] = ["![", "]:", "][", "[^", "[!", "[x]", "[X]", "[["];
    let line = without_attributes(line);
    let no_title = |after: &str| {
        let target = after.split(')').next().unwrap_or_default();
        !target.contains(char::is_whitespace) && after.contains(')')
    };
    let plain = !line.contains(['{', '}', '`', '\r', '|'])
        && !HIDING.iter().any(|mark| line.contains(mark))
        && line.match_indices("](").all(|(at, _)| no_title(&line[at + 2..]))
        && !placeholders.iter().any(|placeholder| placeholder.may_be_in(line));
    if !plain {
        return None;
    }
    let mut sums = Sums::default();
    let mut rest = line;
    while let Some(at) = rest.find(['<', '&']) {
        sums.letters = sums.letters.wrapping_add(sum(&rest[..at]));
        let piece = opaque(&rest[at..])?;
        let number = piece.bytes().fold(17, |number, b| scattered(number ^ u64::from(b)));
        sums.opaque = sums.opaque.wrapping_add(number);
        rest = &rest[at + piece.len()..];
    }
    sums.letters = sums.letters.wrapping_add(sum(rest));
    Some(sums)
}

/// The tag or entity with which a text begins; one letter if it is a lone `&`.
fn opaque(text: &str) -> Option<&str> {
    if let Some(name) = text.strip_prefix('&') {
        let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).unwrap_or(name.len());
        return Some(if name[end..].starts_with(';') { &text[..end + 2] } else { &text[..1] });
    }
    let end = text.find('>')?;
    (!text[1..end].contains('<')).then(|| &text[..=end])
}

fn sum(text: &str) -> u64 {
    let add = |sum: u64, c: char| sum.wrapping_add(scattered(u64::from(u32::from(c))));
    if text.is_ascii() {
        text.chars().filter(char::is_ascii_alphabetic).fold(0, add)
    } else if text.chars().all(stays_alone) {
        text.chars().filter(|c| c.is_alphabetic()).fold(0, add)
    } else {
        text.nfc().filter(|c| c.is_alphabetic()).fold(0, add)
    }
}

/// Whether a letter is surely the same in every composed form: Latin, Cyrillic, East Asian ones.
fn stays_alone(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{410}'..='\u{44f}' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3020}'
        | '\u{3041}'..='\u{3094}' | '\u{30a1}'..='\u{30fe}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff65}')
}

/// Scatters a number over all bits (the last step of splitmix64).
fn scattered(n: u64) -> u64 {
    let n = (n.wrapping_add(0x9e37_79b9_7f4a_7c15) ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}

/// A line without the attribute list at its end, if that is surely one.
fn without_attributes(line: &str) -> &str {
    let trimmed = line.trim_end();
    let Some((before, list)) = trimmed.strip_suffix('}').and_then(|rest| rest.rsplit_once('{')) else { return line };
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_id = |part: &str| part.strip_prefix('#').is_some_and(|id| !id.is_empty() && id.chars().all(word));
    let is_day = |part: &str| {
        let value = part.strip_prefix("datetime=\"").and_then(|rest| rest.strip_suffix('"'));
        value.is_some_and(|value| value.chars().all(|c| c.is_ascii_digit() || c == '-'))
    };
    let is_list = match list.strip_prefix(':') {
        Some(parts) => parts.split_whitespace().all(|part| is_id(part) || is_day(part)),
        None => is_id(list) && before.starts_with('#'),
    };
    if is_list { before } else { line }
}
