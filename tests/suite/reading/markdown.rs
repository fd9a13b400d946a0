//! What a reader should see of a Markdown text.

use std::collections::{BTreeMap, HashMap};
use std::mem;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use super::page::text;

/// The text of a file; `variables` are what is replaced, and by what.
pub(super) fn read(file: &str, variables: &BTreeMap<String, String>) -> String {
    let words = text(&html(&without_lists(cut(file).1)));
    variables.iter().fold(words, |words, (written, value)| words.replace(written, value))
}

/// The front matter, with the line that ends it, and what stands behind it.
pub(super) fn cut(file: &str) -> (&str, &str) {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let first = file.split_inclusive('\n').next().unwrap_or_default();
    if !["---", "+++"].contains(&first.trim_end()) {
        return ("", file);
    }
    let mut at = first.len();
    for line in file[at..].split_inclusive('\n') {
        at += line.len();
        if line.trim_end() == first.trim_end() {
            return file.split_at(at);
        }
    }
    ("", file)
}

/// The text without `{: … }`, and without the lines that hold nothing else; code is left alone.
fn without_lists(text: &str) -> String {
    let mut out = String::new();
    let mut in_code = false;
    for line in text.split_inclusive('\n') {
        in_code ^= ["```", "~~~"].iter().any(|fence| line.trim_start().starts_with(fence));
        if in_code || !line.contains("{:") {
            out.push_str(line);
            continue;
        }
        let mut parts = line.split("{:");
        let mut kept = parts.next().unwrap_or_default().to_owned();
        parts.for_each(|part| kept.push_str(part.split_once('}').map_or(part, |(_, after)| after)));
        if !kept.trim().is_empty() {
            out.push_str(&kept);
        }
    }
    out
}

/// Text that the second parser took for text, as HTML, with raw HTML in between: only a parser of
/// HTML can tell what is visible then. Blocks are told apart by white space alone.
fn html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let mut out = String::new();
    let (mut around, mut notes, mut order) = (Vec::new(), HashMap::new(), Vec::new());
    let mut quote_begins = false;
    for event in TextMergeStream::new(Parser::new_ext(markdown, options)) {
        let begins = mem::replace(&mut quote_begins, matches!(event, Event::Start(Tag::BlockQuote(_))));
        match event {
            Event::Start(Tag::Paragraph) => quote_begins = begins,
            Event::Text(words) if begins => out.push_str(&escaped(without_kind(&words))),
            Event::Text(words) | Event::Code(words) => out.push_str(&escaped(&words)),
            Event::Html(raw) | Event::InlineHtml(raw) => out.push_str(&with_known_tags(&raw)),
            Event::FootnoteReference(name) if !order.contains(&name) => order.push(name),
            Event::Start(Tag::FootnoteDefinition(name)) => around.push((name, mem::take(&mut out))),
            Event::End(TagEnd::FootnoteDefinition) => {
                let (name, before) = around.pop().expect("an open footnote");
                notes.insert(name, mem::replace(&mut out, before));
            }
            Event::End(TagEnd::Heading(_)) => {
                out.truncate(without_short_id(&out).len());
                out.push('\n');
            }
            Event::Start(tag) if !is_inline(tag.to_end()) => out.push('\n'),
            Event::End(tag) if !is_inline(tag) => out.push('\n'),
            Event::SoftBreak | Event::HardBreak | Event::Rule => out.push('\n'),
            _ => {}
        }
    }
    order.iter().filter_map(|name| notes.get(name)).fold(out, |out, note| out + "\n" + note)
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// The first words of a quotation without `[!NOTE]`, where a title stands behind it.
fn without_kind(words: &str) -> &str {
    let kinds = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"];
    kinds.iter().find_map(|kind| words.strip_prefix(kind)).unwrap_or(words)
}

/// A heading without `{#id}` at its end.
fn without_short_id(heading: &str) -> &str {
    let list = heading.trim_end().strip_suffix('}').and_then(|inner| inner.rsplit_once("{#"));
    list.filter(|(_, id)| !id.contains([' ', '\n', '}'])).map_or(heading, |(before, _)| before)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Raw HTML in which what is no tag of HTML is text.
fn with_known_tags(raw: &str) -> String {
    let mut out = String::new();
    for (n, part) in raw.split('<').enumerate() {
        let inner = part.strip_prefix('/').unwrap_or(part);
        let name = inner.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
        let known = inner.starts_with(['!', '?']) || KNOWN.split(' ').any(|known| known.eq_ignore_ascii_case(name));
        match (n, known) {
            (0, _) => {}
            (_, true) => out.push('<'),
            (_, false) => out.push_str("&lt;"),
        }
        out.push_str(part);
    }
    out
}

/// The elements of HTML by the standard's index, and those that it lists as obsolete.
const KNOWN: &str = "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption \
    cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure \
    footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map \
    mark math menu meta meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s \
    samp script search section select slot small source span strong style sub summary sup svg table tbody td template \
    textarea tfoot th thead time title tr track u ul var video wbr \
    acronym big center font frame frameset marquee nobr param plaintext strike tt xmp";
