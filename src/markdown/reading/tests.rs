use super::*;
use crate::config::{Placeholder, RawHtml, Variables};
use crate::markdown::{Options, Outline, parse};
use crate::vocabulary::{Locale, SourcePath};

fn reading(text: &str) -> Reading {
    let (Ok(locale), path) = (Locale::parse("en"), SourcePath::new("a.md")) else { unreachable!() };
    let options = Options {
        path: &path,
        locale: &locale,
        variables: &Variables::default(),
        placeholders: &[Placeholder::double_brackets()],
        html: RawHtml::Sanitize,
    };
    let prose = parse(text, 0, &options).0;
    Reading::of(&prose, None, Outline::of(&prose, false).leads)
}

#[test]
fn a_link_is_a_link_in_html_too() {
    let same = |a: &str, b: &str| reading(a).says_the_same(&reading(b));
    assert!(same("See <a href=\"/x\">the *law*</a>, b", "See [the law](/x), b"));
    assert!(!same("See <a href=\"/x\">a</a>", "See <a href=\"/y\">a</a>"));
    assert!(!same("See <a href=\"/x\">a", "See <a href=\"/y\">a"));
}

#[test]
fn what_cannot_be_seen_is_nothing() {
    for (a, b) in [
        ("A line\nof words\n", "A line of   words\n\n\n"),
        ("* a\n* b\n", "- a\n- b\n"),
        ("1. a\n1. b\n", "1) a\n2) b\n"),
        ("*a* and __b__", "_a_ and **b**"),
        ("# A\n\nb", "A\n=\n\nb"),
        ("a <!-- note --> b\n\n<!-- x -->", "a b"),
        ("[a](https://x.org/)", "[a][1]\n\n[1]: https://x.org/\n"),
        ("caf\u{e9}", "cafe\u{301}"),
        ("約款の\n文字", "約款の文字"),
        ("<p>a &amp; b</p>", "<p>a & b</p>"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<table>\n<tr>\n<td>a</td>\n<td>b</td></tr></table>"),
    ] {
        assert!(reading(a).says_the_same(&reading(b)), "{a:?} {b:?}");
        if !a.starts_with('<') {
            assert!(reading(a).looks_the_same(&reading(b)), "{a:?} {b:?}");
        }
    }
}

#[test]
fn what_shows_but_says_nothing_is_form() {
    for (a, b) in [
        ("a b", "a *b*"),
        ("## a\n\nb", "### a\n\nb"),
        ("a\n\nb", "a b"),
        ("* a\n* b", "* a\n\n* b"),
        ("a\\\nb", "a b"),
        ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|--:|\n| c | d |"),
        ("約款。文字", "約款。\n\n文字"),
        ("a\n{: #x }", "a"),
        ("June 1\n{: datetime=\"2016-06-01\" }", "June 1"),
        ("a\n\n---\n\nb", "a\n\nb"),
    ] {
        assert!(reading(a).says_the_same(&reading(b)), "{a:?} {b:?}");
        assert!(!reading(a).looks_the_same(&reading(b)), "{a:?} {b:?}");
    }
}

#[test]
fn what_is_said_is_words() {
    for (a, b) in [
        ("a b", "a c"),
        ("a b", "ab"),
        ("[a](https://x.org/)", "[a](https://y.org/)"),
        ("## a {#x}\n\nb", "## a {#y}\n\nb"),
        ("![a](/x.png)", "![b](/x.png)"),
        ("* a", "1. a"),
        ("1. a", "2. a"),
        ("(a) x\n\n(b) y", "(a) x\n\n(c) y"),
        ("a ~~b~~", "a b"),
        ("- [ ] a", "- [x] a"),
        ("> [!NOTE]\n> a", "> [!WARNING]\n> a"),
        ("# a\n\nb", "# c\n\nb"),
        ("# [a](https://x.org/)\n\nb", "# [a](https://y.org/)\n\nb"),
        ("<a href=\"/x\">a</a>", "<a href=\"/y\">a</a>"),
        ("<p>a</p>", "<p>b</p>"),
    ] {
        assert!(!reading(a).says_the_same(&reading(b)), "{a:?} {b:?}");
    }
}

#[test]
fn a_title_may_stand_in_the_front_matter() {
    let text = reading("# The title\n\nWords");
    let (Ok(locale), path) = (Locale::parse("en"), SourcePath::new("a.md")) else { unreachable!() };
    let options = Options {
        path: &path,
        locale: &locale,
        variables: &Variables::default(),
        placeholders: &[],
        html: RawHtml::Refuse,
    };
    let prose = parse("Words", 0, &options).0;
    assert_eq!(Reading::of(&prose, Some("The title"), false).words, text.words);
    assert_ne!(Reading::of(&prose, Some("Another"), false).words, text.words);
}
