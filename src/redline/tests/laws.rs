//! The laws of redlines, on random texts.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::redline;
use crate::redline::token::{Block, Both, both};
use crate::redline::{Between, Edit, EditClass, Redline, Row, RowKind, Statistics};

/// What both sides keep of a row must be the same words.
fn kept(redline: &Redline, both: &Both, row: &Row) -> [Vec<u32>; 2] {
    let side = |is_after: bool| {
        let (places, edits, blocks, leaves) = if is_after {
            (&row.leaves.after, &row.edits.after, &both.after, &redline.leaves.after)
        } else {
            (&row.leaves.before, &row.edits.before, &both.before, &redline.leaves.before)
        };
        assert!(edits.iter().all(|edit| leaves[edit.leaf].text.is_char_boundary(edit.range.start)));
        let is_kept = |leaf: usize, range: &std::ops::Range<usize>| {
            !edits.iter().any(|edit| {
                let is_inside = edit.range.start <= range.start && range.end <= edit.range.end;
                edit.leaf == leaf && edit.class >= EditClass::Number && is_inside
            })
        };
        places
            .iter()
            .flat_map(|at| blocks[*at].tokens.iter().map(move |token| (*at, token)))
            .filter(|(at, token)| is_kept(*at, &token.range))
            .map(|(_, token)| token.id)
            .collect()
    };
    [side(false), side(true)]
}

/// Every law that holds of any two texts.
fn obeys(before: &str, after: &str) {
    let redline = redline(before, after);
    let both = both(&redline.leaves.before, &redline.leaves.after);
    // Each leaf stands in one row; one that moved also where it was.
    let mut seen = Between { before: Vec::new(), after: Vec::new() };
    let mut away = BTreeSet::new();
    for row in &redline.rows {
        if matches!(row.kind, RowKind::MovedAway(_)) {
            away.extend(row.leaves.before.iter().copied());
        } else {
            seen.before.extend(row.leaves.before.iter().copied());
        }
        seen.after.extend(row.leaves.after.iter().copied());
        // Without what was inserted the old text is there, without what was deleted the new one.
        if !row.leaves.before.is_empty() && !row.leaves.after.is_empty() {
            let [old, new] = kept(&redline, &both, row);
            assert_eq!(old, new, "{row:?}");
        }
        let sides = [(&row.edits.before, &row.leaves.before), (&row.edits.after, &row.leaves.after)];
        for (edits, leaves) in sides {
            assert!(edits.iter().all(|edit| leaves.contains(&edit.leaf) && !edit.range.is_empty()), "{row:?}");
            let is_apart = |pair: &[Edit]| pair[0].leaf != pair[1].leaf || pair[0].range.end <= pair[1].range.start;
            assert!(edits.windows(2).all(is_apart), "{row:?}");
        }
    }
    let moved: BTreeSet<usize> = redline
        .rows
        .iter()
        .filter(|row| matches!(row.kind, RowKind::Moved(_)))
        .flat_map(|row| row.leaves.before.clone())
        .collect();
    assert_eq!(moved, away);
    for (mut places, count) in
        [(seen.before, redline.leaves.before.len()), (seen.after.clone(), redline.leaves.after.len())]
    {
        places.sort_unstable();
        assert_eq!(places, (0..count).collect::<Vec<_>>());
    }
    // The other way round everything is mirrored.
    let mirror = super::redline(after, before);
    let pairs = |redline: &Redline, is_mirrored: bool| -> BTreeSet<(Vec<usize>, Vec<usize>)> {
        let rows = redline.rows.iter().filter(|row| !matches!(row.kind, RowKind::MovedAway(_)));
        let pair = |row: &Row| (row.leaves.before.clone(), row.leaves.after.clone());
        rows.map(pair).map(|(one, other)| if is_mirrored { (other, one) } else { (one, other) }).collect()
    };
    assert_eq!(pairs(&redline, false), pairs(&mirror, true));
    let (one, other) = (redline.statistics, mirror.statistics);
    let counts = |of: Statistics| [of.kept, of.changed, of.moved, of.renumbered, of.links, of.formatted];
    assert_eq!(counts(one), counts(other));
    assert_eq!(
        [one.inserted, one.deleted, one.added, one.removed],
        [other.deleted, other.inserted, other.removed, other.added]
    );
    // Words are kept, or they are counted as new or gone.
    let words = |blocks: &[Block]| blocks.iter().map(|block| block.words).sum::<usize>();
    assert_eq!([one.kept + one.deleted, one.kept + one.inserted], [words(&both.before), words(&both.after)]);
    assert_eq!(redline, super::redline(before, after));
    // A text and itself.
    let same = super::redline(after, after);
    assert!(same.statistics.is_same() && same.rows.iter().all(|row| row.kind == RowKind::Same));
}

/// A paragraph of few words, so that texts have much in common.
fn paragraph() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "we",
        "you",
        "the",
        "data",
        "policy",
        "not",
        "may",
        "collect",
        "30",
        "days",
        "**strong**",
        "[link](x)",
        "[link](y)",
        "e.g.",
        "policy.",
        "data;",
        "“quoted”",
        "\"quoted\"",
        "個人情報を",
        "取得します。",
        "개인정보",
        "بيانات",
        "*em*",
        "won't",
    ]);
    let words = prop::collection::vec(word, 1..14).prop_map(|words| words.join(" "));
    (prop::sample::select(vec!["", "", "", "# ", "## ", "- ", "1. ", "> ", "(a) "]), words)
        .prop_map(|(mark, words)| format!("{mark}{words}"))
}

fn text() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(paragraph(), 0..14)
}

/// How one text became another: paragraphs swapped, dropped, doubled, new.
fn changed() -> impl Strategy<Value = (String, String)> {
    let steps =
        prop::collection::vec((0..5_u8, any::<prop::sample::Index>(), any::<prop::sample::Index>(), paragraph()), 0..6);
    (text(), steps).prop_map(|(before, steps)| {
        let mut after = before.clone();
        for (step, one, other, new) in steps {
            if after.is_empty() {
                after.push(new);
                continue;
            }
            let (one, other) = (one.index(after.len()), other.index(after.len()));
            match step {
                0 => after.swap(one, other),
                1 => drop(after.remove(one)),
                2 => after.insert(one, new),
                3 => after[one] = format!("{} {new}", after[one]),
                _ => {
                    let moved = after.remove(one);
                    after.insert(other.min(after.len()), moved);
                }
            }
        }
        (before.join("\n\n"), after.join("\n\n"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold_of_edited_texts((before, after) in changed()) {
        obeys(&before, &after);
    }

    #[test]
    fn the_laws_hold_of_any_two_texts(before in text(), after in text()) {
        obeys(&before.join("\n\n"), &after.join("\n\n"));
    }

    #[test]
    fn the_laws_hold_of_any_letters(before in "\\PC{0,200}", after in "\\PC{0,200}") {
        obeys(&before, &after);
    }
}
