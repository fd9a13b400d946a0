//! How a variable is written in a text.

use std::ops::Range;

/// The marks round a variable's name: `[[` and `]]`, or what an adopted repository uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    open: String,
    close: String,
}

impl Placeholder {
    /// Reads a form such as `[[{name}]]` or `{% data {name} %}`; `None` if `{name}` is missing or
    /// nothing stands on one side of it.
    #[must_use]
    pub fn parse(form: &str) -> Option<Self> {
        let (open, close) = form.split_once("{name}")?;
        (!open.is_empty() && !close.is_empty()).then(|| Self { open: open.into(), close: close.into() })
    }

    /// The default: `[[name]]`.
    #[must_use]
    pub fn double_brackets() -> Self {
        Self { open: "[[".into(), close: "]]".into() }
    }

    /// Whether a text could hold a placeholder.
    #[must_use]
    pub fn may_be_in(&self, text: &str) -> bool {
        text.contains(&self.open)
    }

    /// The placeholder of a name.
    #[must_use]
    pub fn write(&self, name: &str) -> String {
        [&self.open, name, &self.close].concat()
    }

    /// The first placeholder in `text` at or after `from`: its bytes, and the name in it.
    ///
    /// A name begins with a letter and goes on with letters, digits, `_`, `-` and `.`;
    /// anything else between the marks is text.
    #[must_use]
    pub fn find<'t>(&self, text: &'t str, from: usize) -> Option<(Range<usize>, &'t str)> {
        let first = self.open.chars().next()?;
        let mut at = from;
        // One letter is found much faster than two, and nearly every text has none.
        while let Some(found) = text.get(at..)?.find(first) {
            let start = at + found;
            if !text[start..].starts_with(&self.open) {
                at = start + first.len_utf8();
                continue;
            }
            let name_start = start + self.open.len();
            let rest = &text[name_start..];
            let length =
                rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))).unwrap_or(rest.len());
            let name = &rest[..length];
            if name.starts_with(|c: char| c.is_ascii_alphabetic()) && rest[length..].starts_with(&self.close) {
                return Some((start..name_start + length + self.close.len(), name));
            }
            at = start + first.len_utf8();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_between_the_marks() {
        let plain = Placeholder::double_brackets();
        assert_eq!(plain.find("a [[company]] b", 0), Some((2..13, "company")));
        assert_eq!(plain.find("[[[mail]]](x)", 0), Some((1..9, "mail")));
        assert_eq!(plain.find("[[1]] [[a b]] [[", 0), None);
        let liquid = Placeholder::parse("{% data {name} %}");
        let found = liquid.as_ref().and_then(|l| l.find("x {% data a.b %}", 0));
        assert_eq!(found, Some((2..16, "a.b")));
        assert_eq!(Placeholder::parse("{name}]]"), None);
    }
}
