//! Deciding without parsing, where that is safe.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::config::Placeholder;
use crate::history::Change;
use crate::source::Matter;

/// What changed between two texts of a file, if it can be told without parsing them: never wrong,
/// often silent. `title` gives the title that the front matter of a text says.
pub(super) fn compare(
    old: &str,
    new: &str,
    placeholders: &[Placeholder],
    title: &dyn Fn(&str, &Matter) -> Option<String>,
) -> Option<Change> {
    let (old_matter, new_matter) = (Matter::find(old), Matter::find(new));
    let a: Vec<&str> = lines(&old[old_matter.body..]);
    let b: Vec<&str> = lines(&new[new_matter.body..]);
    if a == b {
        let same_matter = lines(&old[..old_matter.body]) == lines(&new[..new_matter.body]);
        return if same_matter {
            Some(Change::Nothing)
        } else {
            // With a title there or not there, the first heading is or is not the title.
            match (title(old, &old_matter), title(new, &new_matter)) {
                (None, None) => Some(Change::Nothing),
                (Some(a), Some(b)) => Some(if a == b { Change::Nothing } else { Change::Text }),
                _ => None,
            }
        };
    }
    let hidden = |text: &str| text.match_indices('<').any(|(at, _)| opens_hidden(&text[at + 1..]));
    let fenced = |text: &str| text.contains("```") || text.contains("~~~");
    if hidden(old) || hidden(new) || fenced(old) || fenced(new) {
        return None;
    }
    let (gone, come) = other_parts(&a, &b);
    let letters = |parts: Vec<&[&str]>| {
        parts.into_iter().flatten().try_fold(0, |sum, line| Some(letters(line, placeholders)?.wrapping_add(sum)))
    };
    (letters(gone)? != letters(come)?).then_some(Change::Text)
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
    let parts = |lines: &'l [&'t str]| lines.split(|line| line.trim().is_empty()).filter(|part| !part.is_empty());
    let mut counts: HashMap<&[&str], isize> = HashMap::new();
    parts(a).for_each(|part| *counts.entry(part).or_default() += 1);
    parts(b).for_each(|part| *counts.entry(part).or_default() -= 1);
    let of = |wanted: isize| {
        let rest = counts.iter().filter(move |(_, count)| count.signum() == wanted);
        rest.flat_map(|(part, count)| std::iter::repeat_n(*part, count.unsigned_abs())).collect()
    };
    (of(1), of(-1))
}

/// A sum over the letters of a line that are seen or are part of a link's target. It does not
/// depend on their order, so that moved words cannot make two different sums. Nothing where letters
/// may be hidden: in tags, entities, titles, definitions, cells of tables, variables.
fn letters(line: &str, placeholders: &[Placeholder]) -> Option<u64> {
    const HIDING: [&str; 8] = ["![", "]:", "][", "[^", "[!", "[x]", "[X]", "[["];
    let line = without_attributes(line);
    let no_title = |after: &str| {
        let target = after.split(')').next().unwrap_or_default();
        !target.contains(char::is_whitespace) && after.contains(')')
    };
    let plain = !line.contains(['<', '{', '}', '&', '`', '\r', '|'])
        && !HIDING.iter().any(|mark| line.contains(mark))
        && line.match_indices("](").all(|(at, _)| no_title(&line[at + 2..]))
        && !placeholders.iter().any(|placeholder| placeholder.may_be_in(line));
    let sum = |sum: u64, c: char| sum.wrapping_add(scattered(u64::from(u32::from(c))));
    plain.then(|| {
        if line.is_ascii() {
            line.chars().filter(char::is_ascii_alphabetic).fold(0, sum)
        } else {
            line.nfc().filter(|c| c.is_alphabetic()).fold(0, sum)
        }
    })
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
