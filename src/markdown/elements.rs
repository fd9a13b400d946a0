//! Which tags are HTML.

use super::html::escape;
use super::lint::is_remote;
use super::outline::tag_attributes;

/// What a piece of raw HTML begins with.
#[derive(Debug, PartialEq)]
pub(super) enum Tag {
    /// A comment, a declaration or a processing instruction: nothing that a reader sees.
    Comment,
    /// An element of HTML.
    Known(String),
    /// Words in angle brackets, such as `<ID>`.
    Unknown(String),
}

/// Reads the first tag of `html`.
pub(super) fn tag(html: &str) -> Tag {
    let Some(inner) = html.strip_prefix('<') else { return Tag::Comment };
    if inner.starts_with(['!', '?']) {
        return Tag::Comment;
    }
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(inner.len());
    let name = inner[..end].to_ascii_lowercase();
    if ELEMENTS.binary_search(&name.as_str()).is_ok() {
        Tag::Known(name)
    } else {
        Tag::Unknown(inner[..end].to_owned())
    }
}

/// How many more tags are opened than closed.
pub(super) fn tag_balance(html: &str) -> isize {
    const VOID: &[&str] =
        &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"];
    let tags = html.match_indices('<').map(|(at, _)| &html[at..]);
    tags.map(|rest| match tag(rest) {
        Tag::Known(name) if VOID.contains(&name.as_str()) => 0,
        Tag::Known(_) if rest.starts_with("</") => -1,
        Tag::Known(_) => 1,
        Tag::Comment | Tag::Unknown(_) => 0,
    })
    .sum()
}

/// A piece of raw HTML in which every tag that is none of HTML's is words, and the names of those.
/// Anchors of the old form `<a name="x">` get the new one, `id`.
pub(super) fn modernized(html: &str) -> (String, Vec<String>) {
    let (mut out, mut names) = (String::with_capacity(html.len()), Vec::new());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match tag(rest) {
            Tag::Unknown(name) if !name.is_empty() => {
                out.push_str("&lt;");
                names.push(name);
            }
            // Not fetched: it would tell another host who reads the page.
            Tag::Known(name) if name == "img" && remote_image(rest).is_some() => {
                out.push_str(&remote_image(rest).unwrap_or_default());
                rest = rest.split_once('>').map_or("", |(_, after)| after);
                continue;
            }
            Tag::Known(name) if name == "a" => {
                let end = rest.find('>').unwrap_or(rest.len());
                let old = rest[..end].find(" name=").filter(|_| !rest[..end].contains(" id="));
                if let Some(old) = old {
                    out.push_str(&rest[..old]);
                    out.push_str(" id=");
                    rest = &rest[old + " name=".len()..];
                    continue;
                }
                out.push('<');
            }
            _ => out.push('<'),
        }
        rest = &rest[1..];
    }
    out.push_str(rest);
    (out, names)
}

/// The alternative text of an image tag whose image lies on another host.
fn remote_image(html: &str) -> Option<String> {
    let tag = &html[..html.find('>').unwrap_or(html.len())];
    let attributes = tag_attributes(tag);
    let value = |wanted: &str| attributes.iter().find(|(_, name, _)| name == wanted).map(|(.., value)| value.clone());
    value("src").filter(|src| is_remote(src))?;
    let mut alt = String::new();
    escape(&value("alt").unwrap_or_default(), &mut alt);
    Some(alt)
}

/// The elements of HTML, living standard, with the obsolete ones that browsers still obey.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "marquee",
    "math",
    "menu",
    "meta",
    "meter",
    "nav",
    "nobr",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "plaintext",
    "pre",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "xmp",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_brackets_are_no_elements() {
        assert!(ELEMENTS.is_sorted());
        assert_eq!(tag("<ID>"), Tag::Unknown("ID".into()));
        assert_eq!(tag("</TD>"), Tag::Known("td".into()));
        assert_eq!(tag("<br/>"), Tag::Known("br".into()));
        assert_eq!(tag("<!-- x -->"), Tag::Comment);
        let (html, names) = modernized("<p>a <ID> b < <a name='x'>c</a></p>");
        assert_eq!((html.as_str(), names), ("<p>a &lt;ID> b < <a id='x'>c</a></p>", vec!["ID".to_owned()]));
    }
}
