//! Whether a revision that is marked as editorial looks like more than that.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Of 100 words so many may change in an editorial revision, and a few in any text.
const PERCENT: usize = 5;
const FEW: usize = 3;

/// Why the change between two readings looks like more than an editorial one: it touches a number,
/// a date, an amount or a link, or many words.
pub(super) fn doubt(old: &str, new: &str) -> Option<String> {
    let (a, b) = (words(old), words(new));
    let changes = capture_diff_slices(Algorithm::Myers, &a, &b);
    let mut changed = 0;
    let (mut numbers, mut links) = (false, false);
    for change in changes.iter().filter(|change| !matches!(change, DiffOp::Equal { .. })) {
        changed += change.old_range().len().max(change.new_range().len());
        for (words, range) in [(&a, change.old_range()), (&b, change.new_range())] {
            links |= words[range.clone()].iter().any(|word| word.contains('\u{1}'));
            // The month beside a day is part of the date.
            let near = range.start.saturating_sub(1)..(range.end + 1).min(words.len());
            let is_date = range.len() <= 3 && !range.is_empty() && near.clone().any(|n| is_number(words[n]));
            numbers |= is_date || words[range].iter().any(|word| is_number(word));
        }
    }
    let all = a.len().max(b.len()).max(1);
    let percent = (changed * 100).div_ceil(all);
    match (numbers, links) {
        (true, true) => Some("changes numbers or dates, and links".to_owned()),
        (true, false) => Some("changes a number, a date or an amount".to_owned()),
        (false, true) => Some("changes where a link leads".to_owned()),
        (false, false) if changed > FEW && changed * 100 > all * PERCENT => {
            Some(format!("changes {percent} % of the words"))
        }
        (false, false) => None,
    }
}

fn is_number(word: &str) -> bool {
    !word.contains('\u{1}') && word.chars().any(char::is_numeric)
}

/// The words of a reading, a link's target as one word, letters of scripts without spaces each as one.
fn words(reading: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        if from < to {
            words.push(&reading[from..to]);
        }
        to
    };
    for (at, c) in reading.char_indices() {
        let end = at + c.len_utf8();
        match c {
            ' ' => {
                push(start, at);
                start = end;
            }
            '\u{1}' => start = push(start, at),
            '\u{2}' => start = push(start, end),
            '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
                let own = push(start, at);
                start = push(own, end);
            }
            _ => {}
        }
    }
    push(start, reading.len());
    words
}
