//! What a reader sees of a piece of HTML.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use scraper::{ElementRef, Html, Node, Selector};

/// Elements round which no space opens.
const INLINE: &str = "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark q s samp small \
                      span strike strong sub sup time tt u var wbr";

/// The words of a page that are not the author's.
const ADDED: &str = "[data-engross], .permalink, .back, sup a[href^=\"#fn-\"]";

/// The text of the article of a page in its own language; `None` for other pages.
pub(super) fn article(html: &str) -> Option<String> {
    let page = Html::parse_document(html);
    let article = page.select(&selector("article.prose")).next()?;
    if article.attr("lang").is_some() {
        return None; // The original, shown where there is no translation.
    }
    let (added, title, titles) = (selector(ADDED), selector(".alert-title"), titles());
    let mut out = String::new();
    collect(article, &mut out, &|element| {
        added.matches(&element) || title.matches(&element) && titles.contains(&element.text().collect::<String>())
    });
    Some(out)
}

/// The text of a piece of HTML.
pub(super) fn text(html: &str) -> String {
    let mut out = String::new();
    let silent = selector("script, style");
    collect(Html::parse_fragment(html).root_element(), &mut out, &|element| silent.matches(&element));
    out
}

/// A text without its white space.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The words of a text with one space between them, and none between East Asian letters.
pub(super) fn words(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        let unspaced = out.ends_with(is_unspaced) && word.starts_with(is_unspaced);
        out.push_str(if unspaced { "" } else { " " });
        out.push_str(word);
    }
    out
}

/// Letters and punctuation of scripts without spaces: Chinese and Japanese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}')
        || matches!(c, '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// A text without those `*` beside an East Asian letter that its page does not show.
pub(super) fn with_marks_of(page: &str, text: &str) -> String {
    let east_asian = |c: char| is_unspaced(c) || matches!(c, '\u{ac00}'..='\u{d7af}');
    let mut shown = page.chars().filter(|c| !c.is_whitespace()).peekable();
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        let is_mark = c == '*'
            && (text[..at].trim_end_matches('*').ends_with(east_asian)
                || text[at..].trim_start_matches('*').starts_with(east_asian));
        if c.is_whitespace() || shown.next_if_eq(&c).is_some() || !is_mark {
            out.push(c);
        }
    }
    out
}

fn collect(element: ElementRef<'_>, out: &mut String, left_out: &dyn Fn(ElementRef<'_>) -> bool) {
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            out.push_str(text);
        }
        let Some(inner) = ElementRef::wrap(child).filter(|inner| !left_out(*inner)) else { continue };
        let space = if INLINE.split(' ').any(|name| name == inner.value().name()) { "" } else { "\n" };
        out.push_str(space);
        out.push_str(inner.attr("alt").unwrap_or_default());
        collect(inner, out, left_out);
        out.push_str(space);
    }
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector")
}

/// The titles that the theme gives to boxes, in every language; any other is the author's.
fn titles() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/strings");
    let strings = fs::read_dir(folder).expect("strings").map(|entry| fs::read_to_string(entry.expect("a file").path()));
    let lines: Vec<String> =
        strings.flat_map(|text| text.expect("a text").lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let titles = lines.iter().filter(|line| line.starts_with("alert-")).filter_map(|line| line.split_once(" = "));
    titles.map(|(_, title)| title.to_owned()).collect()
}
