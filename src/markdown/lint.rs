//! What looks like a mistake in a text: it would reach the page in a form that nobody meant.

use super::elements::{Tag, tag};
use super::findings;
use super::outline::tag_attributes;
use super::prose::{Block, BlockKind, Inline, Item, Link, ListKind, Note, Prose, plain};
use super::sanitize::TAGS;
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::vocabulary::{Day, SourcePath};

/// What looks like a mistake in a prose that was parsed from `file`.
#[must_use]
pub fn lint(prose: &Prose, file: &str, path: &SourcePath) -> Vec<Diagnostic> {
    let mut lint = Lint { file, path, sink: Vec::new() };
    lint.sink.extend(controls(file).map(|(at, c, more)| findings::control(path, c, more, at)));
    lint.blocks(&prose.blocks, true);
    for Note { blocks, .. } in &prose.notes {
        lint.blocks(blocks, false);
    }
    lint.sink
}

/// The first control character of a file, where it stands, and how many more there are. HTML forbids them, and
/// nobody sees them: mostly they are letters that were saved in one encoding and read in another.
fn controls(file: &str) -> Option<(Span, char, usize)> {
    let is_one =
        |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c) || byte == 0x7f || byte == 0xc2;
    // Nearly every text has none; bytes are looked at faster than characters.
    file.bytes().position(is_one)?;
    let is_control = |(_, c): &(usize, char)| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    let mut found = file.char_indices().filter(is_control);
    let (at, c) = found.next()?;
    Some((at..at + c.len_utf8(), c, found.count()))
}

struct Lint<'a> {
    file: &'a str,
    path: &'a SourcePath,
    sink: Vec<Diagnostic>,
}

impl Lint<'_> {
    fn blocks(&mut self, blocks: &[Block], top: bool) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(words) => {
                    self.stated(words, block);
                    self.lines(words, &block.span, top);
                    self.words(words, &block.span);
                }
                BlockKind::Heading { words, .. } => self.words(words, &block.span),
                BlockKind::List { kind, items, .. } => {
                    self.date(*kind, items, &block.span);
                    for Item { blocks, .. } in items {
                        self.blocks(blocks, false);
                    }
                }
                BlockKind::Quote(blocks) => self.blocks(blocks, false),
                BlockKind::Alert { title, blocks, .. } => {
                    self.words(title.as_deref().unwrap_or_default(), &block.span);
                    self.blocks(blocks, false);
                }
                BlockKind::Table(table) => {
                    table.rows.iter().chain([&table.header]).flatten().for_each(|cell| self.words(cell, &block.span));
                }
                BlockKind::Definitions(entries) => entries.iter().for_each(|(term, details)| {
                    self.words(term, &block.span);
                    self.blocks(details, false);
                }),
                BlockKind::Html(html) => self.html(html, &block.span),
                BlockKind::Code(_) | BlockKind::Rule => {}
            }
        }
    }

    fn lines(&mut self, words: &[Inline], block: &Span, top: bool) {
        let lines: Vec<&[Inline]> = words.split(|w| matches!(w, Inline::SoftBreak | Inline::HardBreak)).collect();
        if let (true, [Inline::Strong(inner)]) = (top, lines[0]) {
            let text = plain(inner);
            if !text.is_empty() && text.chars().count() <= 120 && !text.trim_end().ends_with(['.', '。', ':', ';', ','])
            {
                let at = findings::within(self.file, &text, block);
                self.sink.push(findings::bold_heading(self.path, at));
            }
        }
        let mut bullet_seen = false;
        for line in lines {
            let Some(Inline::Text(text)) = line.first() else { continue };
            let text = text.trim_start();
            if let Some(bullet) = text.chars().next().filter(|c| matches!(c, '•' | '●' | '▪' | '◦' | '‣' | '■'))
            {
                if !std::mem::replace(&mut bullet_seen, true) {
                    let at = findings::within(self.file, &bullet.to_string(), block);
                    self.sink.push(findings::typed_bullet(self.path, bullet, at));
                }
            } else if let Some(mark) = unspaced_number(text) {
                let at = findings::within(self.file, mark, block);
                self.sink.push(findings::list_space(self.path, mark, at));
            }
        }
    }

    /// A day in an attribute list, and another one in the words before it.
    fn stated(&mut self, words: &[Inline], block: &Block) {
        let Some(day) = block.attributes.datetime else { return };
        let text = plain(words);
        if names_another_day(&text, day) {
            let at = findings::within(self.file, &format!("datetime=\"{day}\""), &block.span);
            self.sink.push(findings::date_words(self.path, day, text.trim(), at));
        }
    }

    /// `5. November 2021` is a list that begins with 5.
    fn date(&mut self, kind: ListKind, items: &[Item], block: &Span) {
        let (ListKind::Numbers(day @ 1..=31), [Item { blocks, .. }]) = (kind, items) else { return };
        let [Block { kind: BlockKind::Paragraph(words), .. }] = &blocks[..] else { return };
        let text = plain(words);
        if is_month_and_year(&text) {
            let at = findings::within(self.file, &format!("{day}."), block);
            self.sink.push(findings::list_date(self.path, day, text.trim(), at));
        }
    }

    fn words(&mut self, words: &[Inline], block: &Span) {
        for word in words {
            match word {
                Inline::Text(text) => self.text(text, block),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) | Inline::Foreign(_, inner) => {
                    self.words(inner, block);
                }
                Inline::Link(link) => {
                    self.link(link, block);
                    self.words(&link.words, block);
                }
                Inline::Image(link) => self.image(link, block),
                Inline::Html(html) => self.html(html, block),
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str, block: &Span) {
        // Nearly every text has none of these; one look is cheaper than six searches.
        if memchr::memchr3(b'*', b'{', b']', text.as_bytes()).is_none() {
            return;
        }
        let mut report = |mark: &str, found: fn(&SourcePath, &str, Span) -> Diagnostic| {
            let at = text.contains(mark).then(|| findings::unescaped(self.file, mark, block)).flatten();
            self.sink.extend(at.map(|at| found(self.path, mark, at)));
        };
        if text.contains("****") {
            report("****", findings::stray_markup);
        } else {
            report("**", findings::stray_markup);
        }
        report("{:", findings::stray_markup);
        report("](", findings::stray_markup);
        if is_single_star(text) {
            report("*", findings::single_star);
        }
        report("{#", findings::stray_markup);
        report("[[", findings::template_syntax);
        report("{%", findings::template_syntax);
        report("{{", findings::template_syntax);
    }

    /// What the sanitizer will take out of raw HTML.
    fn html(&mut self, html: &str, block: &Span) {
        for tag in html.match_indices('<').filter_map(|(at, _)| opening(&html[at..])) {
            if !TAGS.contains(&tag.as_str()) {
                let at = findings::within(self.file, &format!("<{tag}"), block);
                self.sink.push(findings::html_removed(self.path, &tag, at));
            }
        }
        // Nearly every address has one of these schemes; only others are worth a closer look.
        let common = |before: &str| ["http", "https", "mailto"].iter().any(|scheme| before.ends_with(scheme));
        if html.split(':').rev().skip(1).all(common) {
            return;
        }
        for (_, name, url) in tag_attributes(html) {
            if matches!(name.as_str(), "href" | "src") && !is_safe(&url) {
                let at = findings::within(self.file, &url, block);
                // Taken out like the rest: a site that asks for that is not held up by it.
                let found = findings::link_unsafe(self.path, &url, at);
                self.sink.push(Diagnostic { severity: Severity::Warning, ..found });
            }
        }
    }

    fn link(&mut self, link: &Link, block: &Span) {
        if !is_safe(&link.url) {
            let at = findings::within(self.file, &link.url, block);
            self.sink.push(findings::link_unsafe(self.path, &link.url, at));
        }
    }

    fn image(&mut self, link: &Link, block: &Span) {
        if is_remote(&link.url) {
            let at = findings::within(self.file, &link.url, block);
            self.sink.push(findings::image_remote(self.path, &link.url, at));
        } else {
            self.link(link, block);
        }
    }
}

/// Whether a single `*` stands before a letter, as if emphasis began there.
fn is_single_star(text: &str) -> bool {
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        if c == '*' && before != '*' && letters.peek().is_some_and(|next| next.is_alphanumeric()) {
            return true;
        }
        before = c;
    }
    false
}

/// Whether words name a year, or a number that may be that of a day, but not those of this day. What names neither
/// in these digits is not judged, and no language is known here: of months nothing is said.
fn names_another_day(text: &str, day: Day) -> bool {
    let numbers: Vec<i32> =
        text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    let (year, month, number) = day.parts();
    let mut years = numbers.iter().filter(|n| (1900..=2100).contains(*n)).peekable();
    if years.peek().is_none() {
        return false;
    }
    let days = || numbers.iter().filter(|n| (1..=31).contains(*n));
    // A year alone, or with the number of a month, names no day.
    let names_a_day = days().any(|n| *n != i32::from(month));
    !years.any(|n| *n == year) || (names_a_day && !days().any(|n| *n == i32::from(number)))
}

/// `November 2021`, in any language that writes it so.
fn is_month_and_year(text: &str) -> bool {
    let Some((month, year)) = text.trim().split_once(char::is_whitespace) else { return false };
    let month = month.trim_end_matches('.');
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    is_year && !month.is_empty() && month.chars().all(char::is_alphabetic)
}

/// The element that a tag opens.
fn opening(html: &str) -> Option<String> {
    match tag(html) {
        Tag::Known(name) if !html.starts_with("</") => Some(name),
        _ => None,
    }
}

/// `1)Strictly`, `2.Performance`: a number and a mark with a letter straight behind.
fn unspaced_number(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = text[digits..].chars().next().filter(|c| matches!(c, ')' | '.'))?;
    let next = text[digits + 1..].chars().next()?;
    let fits = (1..=3).contains(&digits) && next.is_alphabetic() && (mark == ')' || next.is_uppercase());
    fits.then(|| &text[..=digits])
}

/// Whether the scheme of an address, if it has one, cannot run anything.
pub(super) fn is_safe(url: &str) -> bool {
    if url.starts_with("https:") {
        return true;
    }
    match scheme(url) {
        None => true,
        Some(scheme) => matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel" | "sms" | "ftp" | "xmpp" | "geo"),
    }
}

/// Whether an image would be fetched from another host.
pub(super) fn is_remote(url: &str) -> bool {
    url.starts_with("//") || matches!(scheme(url).as_deref(), Some("http" | "https" | "ftp"))
}

/// The scheme in lower case, as a browser reads it: control characters and spaces do not count.
pub(super) fn scheme(url: &str) -> Option<String> {
    // What ends before any colon has no scheme, whatever is in it.
    if !url.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':')) {
        return None;
    }
    let clean: String = url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let (scheme, _) = clean.split_once(':')?;
    let proper = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    proper.then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_seen_through_disguises() {
        for wrong in ["javascript:alert(1)", " JavaScript:x", "java\tscript:x", "data:text/html,x", "vbscript:x"] {
            assert!(!is_safe(wrong), "{wrong}");
        }
        for right in ["https://x.org", "mailto:a@b.c", "../de.md", "#a", "/a:b", "tel:+1"] {
            assert!(is_safe(right), "{right}");
        }
    }

    #[test]
    fn control_characters_are_found() {
        assert_eq!(controls("äö\u{9d}x\u{1}\u{7f}"), Some((4..6, '\u{9d}', 2)));
        assert_eq!(controls("\u{feff}a\tb\r\nc\u{a0}d©\u{c}"), None);
    }

    #[test]
    fn words_are_held_against_their_date() {
        let day = |text: &str| Day::parse(text).unwrap_or_else(|fault| panic!("{fault}"));
        for (words, date) in [
            ("Effective November 16, 2021", "2020-11-16"),
            ("Aug 24, 2021", "2021-08-04"),
            ("2019 年 9 月 11 日", "2019-09-10"),
            ("Stand: 3.6.2016", "2016-06-01"),
        ] {
            assert!(names_another_day(words, day(date)), "{words}");
        }
        for (words, date) in [
            ("Version 1.4, effective Sept 16, 2022", "2022-09-16"),
            ("最終更新　2019 年 9 月 10 日", "2019-09-10"),
            ("June 2016", "2016-06-01"),
            ("Stand 06/2016", "2016-06-01"),
            ("1st of June", "2016-06-01"),
            ("Last updated in June", "2016-06-01"),
            ("๑ มิถุนายน ๒๕๕๙", "2016-06-01"),
            ("1 มิถุนายน 2559", "2016-06-01"),
            ("From 2012 to June 1, 2016", "2016-06-01"),
        ] {
            assert!(!names_another_day(words, day(date)), "{words}");
        }
    }

    #[test]
    fn a_month_and_a_year_are_no_item() {
        for date in ["November 2021", "září 2020", "Sept. 2016 "] {
            assert!(is_month_and_year(date), "{date}");
        }
        for item in ["Definitions", "Since 2016 we", "2021 2022", "In 12345", "A b 2016", ""] {
            assert!(!is_month_and_year(item), "{item}");
        }
    }

    #[test]
    fn numbers_without_a_space_are_found() {
        assert_eq!(unspaced_number("1)Strictly"), Some("1)"));
        assert_eq!(unspaced_number("2.Performance"), Some("2."));
        for fine in ["1) Strictly", "3.5 percent", "1.example", "2016.", "a)b"] {
            assert_eq!(unspaced_number(fine), None, "{fine}");
        }
    }
}
