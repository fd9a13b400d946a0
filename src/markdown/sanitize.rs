//! Raw HTML made harmless by ammonia, which parses it as a browser does.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Mutex;

use super::elements::{Tag, tag, tag_balance};
use super::lint::{is_remote, is_safe};
use super::outline::LinkUse;
use super::prose::{Block, BlockKind, Inline};
use super::render::{Href, Resolver};
use super::slug::OURS;
use crate::vocabulary::Locale;

/// Makes the raw HTML of one page harmless: takes out everything that could run, load or restyle
/// anything, closes every tag, and resolves links. What [`super::render()`] itself writes passes
/// unchanged.
pub(super) struct Sanitizer {
    builder: ammonia::Builder<'static>,
}

impl Sanitizer {
    /// For a page whose text has these links and headings.
    pub(super) fn new(uses: &[LinkUse], resolver: &dyn Resolver, heading_ids: &[String]) -> Self {
        let targets: HashMap<(String, bool), Href> = uses
            .iter()
            .map(|used| {
                let target = if used.image { resolver.image(&used.url) } else { resolver.link(&used.url) };
                ((used.url.clone(), used.image), target)
            })
            .collect();
        let shown = targets.iter().filter(|((_, is_picture), _)| *is_picture);
        let pictures = shown.filter_map(|(_, target)| match target {
            Href::To(address) => Some(address.clone()),
            Href::Nowhere => None,
        });
        let page =
            Page { pictures: pictures.collect(), targets, headings: heading_ids.to_vec(), used: Mutex::default() };
        let mut builder = allowed();
        builder.attribute_filter(move |element, name, value| page.filter(element, name, value));
        Self { builder }
    }

    /// A piece of a page, from the first open tag to where all are closed.
    pub(super) fn clean(&self, html: &str) -> String {
        self.builder.clean(html).to_string()
    }
}

/// By how many tags of raw HTML a block leaves more open than it closes; `None` where it holds none.
pub(super) fn balance(block: &Block) -> Option<isize> {
    let all = |blocks: &[Block]| sum(blocks.iter().map(balance));
    match &block.kind {
        BlockKind::Html(html) => Some(tag_balance(html)),
        BlockKind::Heading { words, .. } | BlockKind::Paragraph(words) => words_balance(words),
        BlockKind::List { items, .. } => sum(items.iter().map(|item| all(&item.blocks))),
        BlockKind::Quote(blocks) => all(blocks),
        BlockKind::Alert { title, blocks, .. } => {
            sum([words_balance(title.as_deref().unwrap_or_default()), all(blocks)].into_iter())
        }
        BlockKind::Table(table) => {
            sum(std::iter::once(&table.header).chain(&table.rows).flatten().map(|cell| words_balance(cell)))
        }
        BlockKind::Definitions(entries) => {
            sum(entries.iter().flat_map(|(term, details)| [words_balance(term), all(details)]))
        }
        BlockKind::Code(_) | BlockKind::Rule => None,
    }
}

fn words_balance(words: &[Inline]) -> Option<isize> {
    sum(words.iter().map(|word| match word {
        Inline::Html(html) => Some(tag_balance(html)),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) | Inline::Foreign(_, inner) => {
            words_balance(inner)
        }
        Inline::Link(link) => words_balance(&link.words),
        _ => None,
    }))
}

fn sum(parts: impl Iterator<Item = Option<isize>>) -> Option<isize> {
    parts.flatten().reduce(|a, b| a + b)
}

fn allowed() -> ammonia::Builder<'static> {
    let generic = HashSet::from(["lang", "dir", "title", "id", "translate"]);
    let by_tag: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("a", HashSet::from(["href", "aria-label"])),
        ("img", HashSet::from(["src", "alt", "width", "height"])),
        ("ol", HashSet::from(["start", "reversed"])),
        ("li", HashSet::from(["value"])),
        ("td", HashSet::from(["colspan", "rowspan"])),
        ("th", HashSet::from(["colspan", "rowspan", "scope"])),
        ("time", HashSet::from(["datetime"])),
        ("section", HashSet::from(["aria-label"])),
        ("div", HashSet::from(["role"])),
        ("span", HashSet::from(["aria-label", "role"])),
    ]);
    let values: HashMap<&str, HashMap<&str, HashSet<&str>>> =
        ["section", "pre"].map(|tag| (tag, HashMap::from([("tabindex", HashSet::from(["0"]))]))).into();
    let classes: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("div", HashSet::from(["heading", "alert", "note", "tip", "important", "warning", "caution"])),
        ("p", HashSet::from(["alert-title"])),
        ("a", HashSet::from(["permalink", "back"])),
        ("ol", HashSet::from(["clauses"])),
        ("li", HashSet::from(["task"])),
        ("span", HashSet::from(["label", "box", "done", "open"])),
        ("section", HashSet::from(["table", "footnotes"])),
        ("td", HashSet::from(["center", "end"])),
        ("th", HashSet::from(["center", "end"])),
    ]);
    let mut builder = ammonia::Builder::new();
    builder
        .tags(TAGS.iter().copied().collect())
        .generic_attributes(generic)
        .tag_attributes(by_tag)
        .tag_attribute_values(values)
        .allowed_classes(classes)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "sms", "ftp"]))
        .link_rel(None);
    builder
}

/// Elements that say what a text is, and none that does anything.
pub(super) const TAGS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// What is known of the page while its attributes are looked at.
struct Page {
    /// Targets by address and whether it is an image's.
    targets: HashMap<(String, bool), Href>,
    /// The addresses of the pictures that it shows.
    pictures: HashSet<String>,
    headings: Vec<String>,
    /// The ids that stand already: each may be there once.
    used: Mutex<BTreeSet<String>>,
}

impl Page {
    fn filter<'v>(&self, element: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
        match name {
            "href" if !is_safe(value) => None,
            "src" if !is_safe(value) || is_remote(value) => None,
            "href" | "src" => match self.targets.get(&(value.to_owned(), name == "src")) {
                Some(Href::To(address)) => Some(Cow::Owned(address.clone())),
                Some(Href::Nowhere) => None,
                // Written by the renderer itself: a place on this page, or a picture of this site. A picture's
                // address that nobody followed may be one of another host: browsers read `/\` and tabs as `//`.
                None => (name == "href" || self.pictures.contains(value)).then_some(Cow::Borrowed(value)),
            },
            "id" => self.free(element, value).then_some(Cow::Borrowed(value)),
            "dir" if !matches!(value, "ltr" | "rtl" | "auto") => None,
            "translate" if !matches!(value, "yes" | "no") => None,
            "lang" => Locale::parse(value).ok().map(|locale| Cow::Owned(locale.tag().to_owned())),
            "colspan" | "rowspan" | "start" | "value" | "width" | "height" if value.parse::<u16>().is_err() => None,
            "scope" if !matches!(value, "col" | "row" | "colgroup" | "rowgroup") => None,
            _ => Some(Cow::Borrowed(value)),
        }
    }

    fn free(&self, element: &str, id: &str) -> bool {
        let of_heading = self.headings.iter().any(|heading| heading == id);
        let fits = !id.starts_with(OURS)
            && !id.is_empty()
            && !id.contains(char::is_whitespace)
            && (element.starts_with('h') || !of_heading);
        fits && self.used.lock().is_ok_and(|mut used| used.insert(id.to_owned()))
    }
}

/// The words that a reader sees of a piece of raw HTML.
pub(crate) fn visible_words(html: &str) -> String {
    let mut apart = String::with_capacity(html.len());
    for (n, part) in html.split('<').enumerate() {
        if n > 0 {
            if parts_words(&format!("<{part}")) {
                apart.push(' ');
            }
            apart.push('<');
        }
        apart.push_str(part);
    }
    let escaped = ammonia::Builder::empty().clean(&apart).to_string();
    [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(escaped, |text, (entity, mark)| text.replace(entity, mark))
}

/// Whether the tag at the start of a piece of raw HTML stands between words, not within one.
pub(super) fn parts_words(html: &str) -> bool {
    const WITHIN: &[&str] = &[
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
        "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ];
    matches!(tag(html), Tag::Known(name) if !WITHIN.contains(&name.as_str()))
}
