//! Files that a browser would run as a part of the site when a reader opens them.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::vocabulary::SourcePath;

/// Endings of files that are pages or programs of their own, or cannot be looked into.
const ENDINGS: &[&str] = &[
    "atom", "cjs", "hta", "htm", "html", "js", "jsm", "mht", "mhtml", "mjs", "rdf", "rss", "shtml", "svgz", "swf",
    "wasm", "xht", "xhtml", "xml", "xsl", "xslt",
];

/// Elements of SVG that run, or hold a page.
const ELEMENTS: &[&str] = &["script", "handler", "listener", "foreignobject", "iframe", "embed", "object"];

/// What in a file would run, or load something from elsewhere, if a browser opened it; nothing in most files.
/// `bytes` gives its content, if that is needed.
#[must_use]
pub fn active(path: &SourcePath, bytes: impl FnOnce() -> Option<Vec<u8>>) -> Option<String> {
    let name = path.as_str().rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
    if ENDINGS.contains(&ending.as_str()) {
        return Some(format!("a file in .{ending}"));
    }
    if ending == "svg" { in_svg(&bytes()?) } else { None }
}

fn in_svg(bytes: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Some("text that is not UTF-8".to_owned()) };
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return None,
            Ok(Event::Start(start) | Event::Empty(start)) => {
                if let Some(found) = in_element(&start) {
                    return Some(found);
                }
            }
            Ok(Event::Text(words)) if leads_out(&words) => return Some("a style that loads something".to_owned()),
            Ok(Event::CData(words)) if leads_out(&words) => return Some("a style that loads something".to_owned()),
            Ok(Event::PI(_)) => return Some("a processing instruction".to_owned()),
            // An entity may hold anything.
            Ok(Event::DocType(kind)) if kind.to_ascii_lowercase().contains("<!entity") => {
                return Some("an entity".to_owned());
            }
            Ok(_) => {}
            Err(error) => return Some(format!("a fault ({error})")),
        }
    }
}

fn in_element(start: &BytesStart<'_>) -> Option<String> {
    let name = start.local_name().as_ref().to_ascii_lowercase();
    if ELEMENTS.contains(&name.as_str()) {
        return Some(format!("<{name}>"));
    }
    for attribute in start.attributes() {
        let Ok(attribute) = attribute else { return Some("an attribute that cannot be read".to_owned()) };
        let key = attribute.key.local_name().as_ref().to_ascii_lowercase();
        let value = match attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) {
            Ok(value) => value.chars().filter(|c| *c > ' ').collect::<String>().to_ascii_lowercase(),
            Err(_) => return Some(format!("a {key} that cannot be read")),
        };
        let is_picture = value.starts_with('#') || value.starts_with("data:image/") && !value.contains("svg");
        let loads = key == "href" && name != "a" && !is_picture || leads_out(&value);
        if key.starts_with("on") || value.contains("javascript:") || loads {
            return Some(format!("<{name} {key}=…>"));
        }
    }
    None
}

/// Whether a style names something outside of the picture.
fn leads_out(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let mut places = style.split("url(").skip(1).map(|place| place.trim_start_matches([' ', '"', '\'']));
    style.contains("@import") || places.any(|place| !place.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, text: &str) -> Option<String> {
        active(&SourcePath::new(name), || Some(text.as_bytes().to_vec()))
    }

    #[test]
    fn pages_and_programs_are_active_and_other_files_are_not() {
        for name in ["a.html", "b/a.HTM", "a.xml", "run.js", "a.b.mjs", "a.svgz"] {
            assert!(found(name, "").is_some(), "{name}");
        }
        for name in ["a.pdf", "a.png", "html", "a.js.pdf", "a.docx", "a.txt", "a.csv"] {
            assert_eq!(found(name, "<script>"), None, "{name}");
        }
    }

    #[test]
    fn a_picture_is_active_if_it_runs_or_loads() {
        let svg = |inner: &str| {
            found(
                "a.svg",
                &format!(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:x=\"http://www.w3.org/1999/xlink\">{inner}</svg>"
                ),
            )
        };
        for inner in [
            "<script>x</script>",
            "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
            "<rect onload='x'/>",
            "<a href='java&#10;script:x'><text>t</text></a>",
            "<set attributeName='href' to='javascript:x'/>",
            "<foreignObject><p/></foreignObject>",
            "<image href='https://evil.example/x.png'/>",
            "<use x:href='other.svg#a'/>",
            "<style>@import 'x'</style>",
            "<style><![CDATA[a { fill: url( 'x.svg#a') }]]></style>",
            "<rect style='fill: url(//evil.example)'/>",
            "<rect fill='url(&quot;https://evil.example&quot;)'/>",
            "<?xml-stylesheet href='x'?>",
            "<g><rect></g>",
        ] {
            assert!(svg(inner).is_some(), "{inner}");
        }
        assert!(found("a.svg", "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg/>").is_some());
        for inner in [
            "<rect fill='url(#g)' style='stroke: url(\"#g\")'/>",
            "<a href='https://example.com/'><text>t</text></a>",
            "<image href='data:image/png;base64,AAAA'/>",
            "<use x:href='#a'/>",
            "<style>a { fill: red }</style><title>javascript</title>",
        ] {
            assert_eq!(svg(inner), None, "{inner}");
        }
        assert_eq!(found("a.svg", "<?xml version='1.0'?><!DOCTYPE svg PUBLIC 'x' 'y'><svg/>"), None);
    }
}
