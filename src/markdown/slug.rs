//! Ids of headings.

use std::collections::BTreeSet;

/// The id of a heading by GitHub's rule, so that links which work there work here: lower case,
/// letters, marks, digits, `-` and `_` kept, each space a `-`, everything else dropped.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            ' ' | '\u{a0}' | '\u{3000}' => out.push('-'),
            '-' | '_' => out.push(c),
            c if c.is_alphanumeric() || is_mark(c) => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    if out.is_empty() { "section".to_owned() } else { out }
}

/// Combining marks of the scripts in which letters are written with them.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The ids of one page: hands each out once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchors {
    taken: BTreeSet<String>,
}

impl Anchors {
    /// The id, or the id with the first free `-1`, `-2` … behind it; an id that the page itself
    /// uses gets `s-` before it.
    pub fn claim(&mut self, wanted: &str) -> String {
        let mut base = clean(wanted);
        if is_reserved(&base) {
            base.insert_str(0, "s-");
        }
        let mut id = base.clone();
        let mut n = 0;
        while !self.taken.insert(id.clone()) {
            n += 1;
            id = format!("{base}-{n}");
        }
        id
    }

    /// Whether the id was handed out.
    #[must_use]
    pub fn holds(&self, id: &str) -> bool {
        self.taken.contains(id)
    }
}

/// An id without white space, which HTML forbids in ids.
fn clean(id: &str) -> String {
    let id: Vec<&str> = id.split_whitespace().collect();
    if id.is_empty() { "section".to_owned() } else { id.join("-") }
}

/// How ids of the theme begin.
pub(super) const OURS: &str = "engross-";

/// Ids that the page itself uses: those of the theme, and of footnotes, which begin with `fn-` and a digit.
pub(super) fn is_reserved(id: &str) -> bool {
    let counted =
        |prefix| id.strip_prefix(prefix).is_some_and(|rest: &str| rest.starts_with(|c: char| c.is_ascii_digit()));
    id.starts_with(OURS) || counted("fn-") || counted("fnref-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_those_of_github() {
        assert_eq!(slug("Contact information"), "contact-information");
        assert_eq!(slug("A & B: what’s new?"), "a--b-whats-new");
        assert_eq!(slug("Übermittlung an Dritte"), "übermittlung-an-dritte");
        assert_eq!(slug("個人情報の利用"), "個人情報の利用");
        assert_eq!(slug("हिन्दी"), "हिन्दी");
        assert_eq!(slug("???"), "section");
    }

    #[test]
    fn no_id_is_handed_out_twice() {
        let mut anchors = Anchors::default();
        let ids: Vec<String> = ["a", "a", "a-1", "a", "fn-1", "engross-x"].iter().map(|id| anchors.claim(id)).collect();
        assert_eq!(ids, ["a", "a-1", "a-1-1", "a-2", "s-fn-1", "s-engross-x"]);
    }
}
