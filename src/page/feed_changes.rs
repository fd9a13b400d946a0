//! What changed in a version, for an entry of a feed: the sentences that changed, as plain HTML.

use std::ops::Range;

use super::redline_changes::{label, numbers};
use crate::language::Strings;
use crate::markdown::escape;
use crate::redline::{Edit, EditClass, Leaf, Redline, RowKind};

/// So many changes stand in an entry.
const SHOWN: usize = 20;

/// The changes of a redline; nothing where there is none.
pub(super) fn html(redline: &Redline, strings: &Strings) -> Option<String> {
    let numbers = numbers(&redline.rows);
    let all = numbers.iter().max().copied().filter(|all| *all > 0)?;
    let mut html = String::from("<p><strong>");
    escape(&strings.get("feed-changes"), &mut html);
    html.push_str("</strong></p>\n");
    let mut last = 0;
    let rows = redline.rows.iter().zip(numbers);
    let rows = rows.filter(|(row, _)| !matches!(row.kind, RowKind::Same | RowKind::MovedAway(_)));
    for (row, number) in rows.take_while(|(_, number)| *number <= SHOWN) {
        let (before, after) = (&redline.leaves.before, &redline.leaves.after);
        if number != last {
            last = number;
            let leaf = row.leaves.after.first().map(|at| (&after[*at], after));
            let leaf = leaf.or_else(|| row.leaves.before.first().map(|at| (&before[*at], before)));
            let section = leaf.and_then(|(leaf, all)| Some(all[leaf.section?].text.as_str()));
            html.push_str("<p><em>");
            escape(&strings.get(label(row, redline)), &mut html);
            html.push_str("</em>");
            if let Some(section) = section {
                html.push_str(" · ");
                escape(section, &mut html);
            }
            html.push_str("</p>\n");
        }
        let sides = [
            (&row.leaves.before, before, &row.edits.before, "del"),
            (&row.leaves.after, after, &row.edits.after, "ins"),
        ];
        for (places, leaves, edits, element) in sides {
            for at in places {
                let own: Vec<&Edit> = edits.iter().filter(|edit| edit.leaf == *at).collect();
                sentences(&leaves[*at], &own, element, &mut html);
            }
        }
    }
    if all > SHOWN {
        html.push_str("<p>");
        escape(&strings.with("feed-more", &[("count", (all - SHOWN).into())]), &mut html);
        html.push_str("</p>\n");
    }
    Some(html)
}

/// The sentences of a leaf in which words changed, with what changed marked.
fn sentences(leaf: &Leaf, edits: &[&Edit], element: &str, html: &mut String) {
    let edits: Vec<&Range<usize>> =
        edits.iter().filter(|edit| edit.class >= EditClass::Number).map(|edit| &edit.range).collect();
    let mut shown: Vec<Range<usize>> = Vec::new();
    for edit in &edits {
        let around = sentence(&leaf.text, edit);
        match shown.last_mut() {
            Some(last) if around.start <= last.end => last.end = last.end.max(around.end),
            _ => shown.push(around),
        }
    }
    for around in shown {
        html.push_str("<p>");
        let mut at = around.start;
        for edit in edits.iter().filter(|edit| around.start <= edit.start && edit.end <= around.end) {
            escape(&leaf.text[at..edit.start], html);
            html.push_str(&format!("<{element}>"));
            escape(&leaf.text[(*edit).clone()], html);
            html.push_str(&format!("</{element}>"));
            at = edit.end;
        }
        escape(&leaf.text[at..around.end], html);
        html.push_str("</p>\n");
    }
}

/// The sentences that hold a stretch.
fn sentence(text: &str, range: &Range<usize>) -> Range<usize> {
    let ends = |(at, c): (usize, char)| {
        let end = at + c.len_utf8();
        let is_end = match c {
            '。' | '！' | '？' | '؟' | '।' | '\n' => true,
            '.' | '!' | '?' | ';' => text[end..].starts_with(char::is_whitespace),
            _ => false,
        };
        is_end.then_some(end)
    };
    let start = text[..range.start].char_indices().rev().find_map(ends).unwrap_or(0);
    let start = start + (text[start..range.start].len() - text[start..range.start].trim_start().len());
    let last = text[..range.end].char_indices().next_back().and_then(ends);
    let after = || text[range.end..].char_indices().find_map(|(at, c)| ends((range.end + at, c)));
    start..last.or_else(after).unwrap_or(text.len()).max(range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_stands_in_its_sentence() {
        let of = |text: &str, words: &str| {
            let start = text.find(words).unwrap_or_else(|| panic!("{words}"));
            text[sentence(text, &(start..start + words.len()))].to_owned()
        };
        let text = "We keep data. It is kept for 3.5 years; then it goes. The end";
        assert_eq!(of(text, "3.5"), "It is kept for 3.5 years;");
        assert_eq!(of(text, "keep"), "We keep data.");
        assert_eq!(of(text, "end"), "The end");
        assert_eq!(of(text, "goes."), "then it goes.");
        assert_eq!(of("個人情報を取得します。目的は次です。", "目的"), "目的は次です。");
    }
}
