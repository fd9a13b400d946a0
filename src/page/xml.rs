//! Writing XML: feeds and the map of the site.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// A file that is being written.
pub(super) type Out = Writer<Vec<u8>>;

/// The bytes of a file.
pub(super) fn file(write: impl FnOnce(&mut Out) -> io::Result<()>) -> Vec<u8> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    // Writing into memory does not fail.
    let _ = out.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).and_then(|()| write(&mut out));
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    bytes
}

/// An element that holds words.
pub(super) fn text(out: &mut Out, name: &str, words: &str) -> io::Result<()> {
    text_with(out, name, None, words)
}

/// The same with an attribute.
pub(super) fn text_with(out: &mut Out, name: &str, attribute: Option<(&str, &str)>, words: &str) -> io::Result<()> {
    let element = out.create_element(name).with_attributes(attribute);
    element.write_text_content(BytesText::new(&allowed(words))).map(drop)
}

/// Words without the control characters that XML 1.0 forbids in every form (2.2): no reader would take the file.
fn allowed(words: &str) -> Cow<'_, str> {
    let forbidden = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if words.contains(forbidden) { words.replace(forbidden, "").into() } else { words.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_left_out() {
        assert_eq!(allowed("a\u{1}b\u{b}c\u{c}d\u{1f}e\u{fffe}f\u{ffff}"), "abcdef");
        assert_eq!(allowed("\t\n\r \u{7f}\u{85}\u{e000}\u{10ffff}"), "\t\n\r \u{7f}\u{85}\u{e000}\u{10ffff}");
        let bytes = file(|out| text(out, "a", "<b> & \u{1}"));
        let xml = String::from_utf8_lossy(&bytes);
        assert_eq!(xml, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>&lt;b&gt; &amp; </a>\n");
    }
}
