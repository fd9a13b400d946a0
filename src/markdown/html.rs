//! Writing HTML.

/// Adds a text, with what would be a mark in HTML escaped.
pub(crate) fn escape(text: &str, out: &mut String) {
    let mut done = 0;
    for at in memchr::memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        out.push_str(&text[done..at]);
        out.push_str(match text.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// Adds a text with quotation marks escaped too: good for an attribute in double quotes.
pub(super) fn escape_quoted(text: &str, out: &mut String) {
    for (n, part) in text.split('"').enumerate() {
        out.push_str(if n == 0 { "" } else { "&quot;" });
        escape(part, out);
    }
}

/// Adds ` name="value"`.
pub(super) fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape_quoted(value, out);
    out.push('"');
}
