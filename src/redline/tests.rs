//! What each kind of change becomes; the laws that hold of all are in [`laws`].

mod laws;

use super::token::{Class, both};
use super::{Between, EditClass, Redline, Row, RowKind, Text, compare};
use crate::config::{RawHtml, Variables};
use crate::markdown::{Options, Prose, parse};
use crate::vocabulary::{Locale, SourcePath};

fn prose(text: &str) -> Prose {
    let (path, locale) = (SourcePath::new("a.md"), Locale::parse("en").expect("a language"));
    let variables = Variables::default();
    let options =
        Options { path: &path, locale: &locale, variables: &variables, placeholders: &[], html: RawHtml::Sanitize };
    parse(text, 0, &options).0
}

fn redline(before: &str, after: &str) -> Redline {
    let proses = Between { before: prose(before), after: prose(after) };
    compare(proses.as_ref().map(|prose| Text { prose, title: None }))
}

/// The texts of the edits of a side: its class, and what it covers.
fn edits(redline: &Redline, is_after: bool) -> Vec<(EditClass, &str)> {
    let leaves = if is_after { &redline.leaves.after } else { &redline.leaves.before };
    let of = |row: &Row| if is_after { row.edits.after.clone() } else { row.edits.before.clone() };
    let all = redline.rows.iter().flat_map(of);
    all.map(|edit| (edit.class, &leaves[edit.leaf].text[edit.range])).collect()
}

fn kinds(redline: &Redline) -> Vec<RowKind> {
    redline.rows.iter().map(|row| row.kind).filter(|kind| *kind != RowKind::Same).collect()
}

#[test]
fn words_are_never_cut() {
    let redline =
        redline("We collect your third-party data for 1,000 days.", "We collect your first-party data for 1,500 days.");
    assert_eq!(edits(&redline, false), [(EditClass::Text, "third-party"), (EditClass::Text, "1,000")]);
    assert_eq!(edits(&redline, true), [(EditClass::Text, "first-party"), (EditClass::Text, "1,500")]);
}

#[test]
fn what_does_not_read_is_a_class_of_its_own() {
    let one = "See [our page](https://a.example/) for **all** of the rules.";
    let of = |after: &str| {
        let redline = redline(one, after);
        assert!(redline.statistics.is_same_wording(), "{after}");
        edits(&redline, true).into_iter().map(|(class, text)| (class, text.to_owned())).collect::<Vec<_>>()
    };
    let is = |class, text: &str| vec![(class, text.to_owned())];
    assert_eq!(of(&one.replace("//a.", "//b.")), is(EditClass::Link, "our page"));
    assert_eq!(of(&one.replace("**", "")), is(EditClass::Format, "all"));
    assert_eq!(of(&one.replace(" for", "\nfor")), []);
    let quoted = redline("It is \"ours\" - all of it.", "It is “ours” – all of it.");
    assert!(edits(&quoted, true).iter().all(|(class, _)| *class == EditClass::Typography));
    assert_eq!(edits(&quoted, true).len(), 2);
}

#[test]
fn a_section_that_moved_is_one_move() {
    let section =
        "## Moved\n\nThis section says that we keep the data for some days.\n\nAnd it says more about the data.\n";
    let rest = |n: usize| {
        format!("## Part {n}\n\nHere stands part {n} of the text, which says what it says about number {n}.\n")
    };
    let (a, b, c) = (rest(1), rest(2), rest(3));
    let redline = redline(&format!("{section}\n{a}\n{b}\n{c}"), &format!("{a}\n{b}\n{c}\n{section}"));
    assert_eq!(kinds(&redline), [RowKind::MovedAway(1), RowKind::Moved(1), RowKind::Moved(1), RowKind::Moved(1)]);
    assert_eq!((redline.statistics.moved, redline.statistics.inserted, redline.statistics.deleted), (1, 0, 0));
}

#[test]
fn a_moved_paragraph_may_have_been_edited() {
    let rest: Vec<String> =
        (1..6).map(|n| format!("Paragraph {n} is about subject {n} and about nothing else at all.")).collect();
    let rest = rest.join("\n\n");
    let moved = |days: u8| {
        format!("We delete the recordings of telephone calls after {days} days unless a court orders otherwise.")
    };
    let redline = redline(&format!("{}\n\n{rest}", moved(30)), &format!("{rest}\n\n{}", moved(60)));
    assert_eq!(kinds(&redline), [RowKind::MovedAway(1), RowKind::Moved(1)]);
    assert_eq!(edits(&redline, true), [(EditClass::Text, "60")]);
}

#[test]
fn a_paragraph_may_be_split_and_joined() {
    let (one, other) =
        ("We collect your name when you order goods.", "We share it with carriers who deliver them to you.");
    let (whole, parts) = (format!("{one} {other}"), format!("{one}\n\n{other}"));
    for (before, after) in [(&whole, &parts), (&parts, &whole)] {
        let redline = redline(before, after);
        assert_eq!((kinds(&redline), edits(&redline, true)), (vec![RowKind::Changed], vec![]));
        assert_eq!(redline.rows[0].leaves.before.len() + redline.rows[0].leaves.after.len(), 3);
    }
}

#[test]
fn numbers_that_count_are_not_words() {
    let items = |first: &str| {
        format!("{first}(a) to sell our goods to you and others;\n\n(b) to send you a newsletter each month;\n\n")
    };
    let after = "(a) to answer the questions that you ask;\n\n(b) to sell our goods to you and others;\n\n(c) to send you a newsletter each month;\n\n";
    let redline = redline(&items(""), after);
    assert_eq!((redline.statistics.added, redline.statistics.renumbered, redline.statistics.changed), (1, 2, 0));
    let headings = self::redline("## 3. Your rights\n", "## 4. Your rights\n");
    assert_eq!((headings.statistics.renumbered, headings.statistics.changed), (1, 0));
    let typed = self::redline("1. Definitions of all the words\n", "**1.** Definitions of all the words\n");
    assert_eq!((typed.statistics.renumbered, typed.statistics.changed), (1, 0));
    let lists = self::redline("1. The first of all things\n2. The second of them\n", "1. The second of them\n");
    assert_eq!((lists.statistics.removed, lists.statistics.renumbered), (1, 1));
}

#[test]
fn a_renamed_heading_faces_its_new_name() {
    let redline =
        redline("## Unsubscribing\n\nThere are ways to stop it.\n", "## Opting out\n\nThere are ways to stop it.\n");
    assert_eq!(kinds(&redline), [RowKind::Changed]);
}

#[test]
fn cells_are_compared_one_by_one() {
    let table =
        |cell: &str| format!("| What | How long |\n|---|---|\n| Orders | {cell} |\n| Orders and more | 10 years |\n");
    let redline = redline(&table("3 months"), &table("6 months"));
    assert_eq!(
        (edits(&redline, false), edits(&redline, true)),
        (vec![(EditClass::Text, "3")], vec![(EditClass::Text, "6")])
    );
}

#[test]
fn scripts_without_spaces_are_compared_by_letters() {
    let redline = redline(
        "当社は個人情報を取得します。目的は次のとおりです。",
        "当社は個人データを取得します。目的は次のとおりです。",
    );
    assert_eq!(
        (edits(&redline, false), edits(&redline, true)),
        (vec![(EditClass::Text, "情報")], vec![(EditClass::Text, "データ")])
    );
    let thai = self::redline("เราเก็บข้อมูลของคุณไว้สามปี", "เราเก็บข้อมูลของคุณไว้ห้าปี");
    assert!(thai.statistics.deleted < 8, "{:?}", thai.statistics);
    let hebrew = self::redline("אנו אוספים את שמך ואת כתובתך.", "אנו אוספים את שמך ואת הטלפון שלך.");
    assert_eq!(edits(&hebrew, false), [(EditClass::Text, "כתובתך")]);
}

#[test]
fn a_sentence_does_not_end_in_an_abbreviation() {
    let redline = redline(
        "We share data, e.g. Your name, with Example Inc. This is rare. It ends soon.",
        "We share data, e.g. Your name, with Example Inc. This is rare.",
    );
    assert_eq!(edits(&redline, false), [(EditClass::Text, "It ends soon.")]);
}

#[test]
fn a_limit_is_told_and_reached_by_counts_alone() {
    // No run of words is there once, so nothing is fixed.
    let redline = redline(&"one one two ".repeat(2_000), &"one two two ".repeat(2_000));
    assert!(redline.is_capped() && redline.rows[0].is_capped);
    let small = self::redline("one two three", "four five six");
    assert!(!small.is_capped());
}

#[test]
fn a_long_paragraph_is_compared_between_fixed_points() {
    let words = |changed: usize| {
        let of = |n: usize| if n % 97 == changed { "changed".to_owned() } else { format!("w{}", n * n % 7_919) };
        (0..6_000).map(of).collect::<Vec<_>>().join(" ")
    };
    let redline = redline(&words(3), &words(5));
    assert!(!redline.is_capped());
    assert_eq!((redline.statistics.inserted, redline.statistics.deleted), (124, 124));
    // Words that the other side has not are never compared.
    let other: Vec<String> = (0..6_000).map(|n| format!("x{n}")).collect();
    assert!(!self::redline(&words(3), &other.join(" ")).is_capped());
}

#[test]
fn the_classes_of_tokens_are_told_apart() {
    let leaves = super::leaf::leaves(&prose("On 2016-06-01, we (Proto Labs) had 10:30 o'clock."), None);
    let both = both(&leaves, &[]);
    let told: Vec<(&str, Class)> =
        both.before[0].tokens.iter().map(|token| (&leaves[0].text[token.range.clone()], token.class)).collect();
    let (word, number, mark) = (Class::Word, Class::Number, Class::Punctuation);
    let expected = [
        ("On", word),
        ("2016-06-01", number),
        (",", mark),
        ("we", word),
        ("(", mark),
        ("Proto", word),
        ("Labs", word),
        (")", mark),
        ("had", word),
        ("10:30", number),
        ("o'clock", word),
        (".", mark),
    ];
    assert_eq!(told, expected);
}

#[test]
fn an_image_without_words_is_there_all_the_same() {
    let redline = redline("![](one.png)\n", "![](two.png)\n");
    assert_eq!((redline.statistics.links, redline.statistics.added), (1, 0));
    assert_eq!(edits(&redline, true), [(EditClass::Link, "\u{1f5bc}")]);
}

#[test]
fn an_edit_begins_where_a_sentence_does() {
    let one = "We keep your data. We delete it. We never sell it.";
    let added = redline(one, "We keep your data. We delete it. We delete it soon. We never sell it.");
    assert_eq!(edits(&added, true), [(EditClass::Text, "We delete it soon.")]);
    let words = redline(
        "to sell goods, to send them and to bill them",
        "to sell goods, to pack goods, to send them and to bill them",
    );
    assert_eq!(edits(&words, true), [(EditClass::Text, "to pack goods,")]);
    assert_eq!(edits(&redline("a b a b c", "a b c"), false), [(EditClass::Text, "a b")]);
}

#[test]
fn a_heading_that_was_renamed_goes_with_its_section() {
    let rest = |n: usize| {
        format!("## Part {n}\n\nHere stands part {n} of the text, and it says what is to be said of {n}.\n\n")
    };
    let section =
        |name: &str| format!("## {name}\n\nWe delete the recordings of telephone calls after thirty days.\n\n");
    let redline = redline(
        &format!("{}{}{}{}", section("Calls"), rest(1), rest(2), rest(3)),
        &format!("{}{}{}{}", rest(1), rest(2), rest(3), section("Conversations")),
    );
    assert_eq!(kinds(&redline), [RowKind::MovedAway(1), RowKind::Moved(1), RowKind::Moved(1)]);
    assert_eq!(edits(&redline, true), [(EditClass::Text, "Conversations")]);
}

#[test]
fn lines_that_state_a_day_face_each_other() {
    let text = |day: &str, more: &str| format!("# Terms\n\n{day}\n\n{more}We keep to what is written here.\n");
    let more = "As of this day a new company runs the service for all of our users.\n\n";
    let redline = redline(&text("Effective November 4, 2024", ""), &text("Effective October 31, 2025", more));
    assert_eq!(kinds(&redline), [RowKind::Changed, RowKind::Added]);
    assert_eq!(
        kinds(&self::redline(&text("November 16, 2016", ""), &text("June 20, 2017", more)))[0],
        RowKind::Changed
    );
}

#[test]
fn a_bullet_is_a_matter_of_looks_and_a_number_is_not() {
    let one = "We keep the data that we need for the order.";
    let [bullet, number, next] = ["- ", "1. ", "2. "].map(|mark| format!("{mark}{one}\n"));
    let of = |before: &str, after: &str| {
        let statistics = redline(before, after).statistics;
        (statistics.renumbered, statistics.formatted)
    };
    assert_eq!(
        [of(one, &bullet), of(&bullet, &number), of(&number, &next), of(&number, one)],
        [(0, 1), (0, 1), (1, 0), (1, 0)]
    );
}
