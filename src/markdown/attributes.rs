//! Attribute lists: `{: #id lang="de" datetime="2016-06-01" }`, as kramdown and Python-Markdown
//! write them, and the short form `{#id}` at the end of a heading.

use super::prose::{Attributes, Inline};
use crate::vocabulary::{Day, Locale};

/// An attribute list as it was written: what could be used, and what could not.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Written {
    pub attributes: Attributes,
    /// Parts without a meaning.
    pub unused: Vec<String>,
    /// `datetime` values that are no day.
    pub bad_dates: Vec<String>,
}

/// Takes the attribute list off the end of the words, if one is there.
///
/// For a heading it may follow the words on the same line; elsewhere it must be a line of its own.
pub(super) fn take_from_end(words: &mut Vec<Inline>, same_line: bool) -> Option<Written> {
    let Some(Inline::Text(last)) = words.last_mut() else { return None };
    let (kept, list) = split_end(last, same_line)?;
    let written = read(&list);
    let alone = kept.trim().is_empty();
    if alone
        && !(same_line || words.len() == 1 || matches!(words[words.len() - 2], Inline::SoftBreak | Inline::HardBreak))
    {
        return None;
    }
    if alone {
        words.pop();
        while matches!(words.last(), Some(Inline::SoftBreak | Inline::HardBreak)) {
            words.pop();
        }
        if let Some(Inline::Text(text)) = words.last_mut() {
            text.truncate(text.trim_end().len());
        }
    } else if let Some(Inline::Text(text)) = words.last_mut() {
        *text = kept;
    }
    Some(written)
}

fn split_end(text: &str, same_line: bool) -> Option<(String, String)> {
    let trimmed = text.trim_end();
    let inner = trimmed.strip_suffix('}')?;
    let open = inner.rfind('{')?;
    let list = &inner[open + 1..];
    let list = match list.strip_prefix(':') {
        Some(list) => list,
        None if same_line && is_short_id(list) => list,
        None => return None,
    };
    let kept = inner[..open].trim_end();
    (same_line || kept.is_empty()).then(|| (kept.to_owned(), list.to_owned()))
}

/// `#id` and nothing else.
fn is_short_id(list: &str) -> bool {
    list.trim().strip_prefix('#').is_some_and(|id| !id.is_empty() && !id.contains(char::is_whitespace))
}

/// Takes `{: … }` off the start of a text that follows directly on a link or emphasised words.
pub(super) fn take_from_start(text: &str) -> Option<(Written, &str)> {
    let inner = text.strip_prefix("{:")?;
    let close = inner.find('}')?;
    Some((read(&inner[..close]), &inner[close + 1..]))
}

/// Reads what stands between `{:` and `}`.
pub(super) fn read(list: &str) -> Written {
    let mut written = Written::default();
    for part in parts(list) {
        let (key, value) = part.split_once('=').unwrap_or((&part, ""));
        let value = value.trim_matches(['"', '\'', '“', '”']);
        match (key, part.strip_prefix('#')) {
            (_, Some(id)) if !id.is_empty() => written.attributes.id = Some(id.to_owned()),
            ("id", _) if !value.is_empty() => written.attributes.id = Some(value.to_owned()),
            ("datetime", _) => match Day::parse(value) {
                Ok(day) => written.attributes.datetime = Some(day),
                Err(_) => written.bad_dates.push(value.to_owned()),
            },
            ("lang", _) if Locale::parse(value).is_ok() => {
                written.attributes.lang = Locale::parse(value).ok().map(|l| l.tag().to_owned());
            }
            _ => written.unused.push(part),
        }
    }
    written
}

/// Splits at spaces outside quotes.
pub(super) fn parts(list: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quote = None;
    for c in list.chars() {
        match quote {
            None if c.is_whitespace() => parts.push(String::new()),
            None if c == '"' || c == '\'' => quote = Some(c),
            Some(open) if c == open => quote = None,
            _ => {}
        }
        if !(quote.is_none() && c.is_whitespace())
            && let Some(part) = parts.last_mut()
        {
            part.push(c);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Vec<Inline> {
        vec![Inline::Text(words.into())]
    }

    #[test]
    fn lists_are_read() {
        let written = read(" #contact .big lang=\"de\" datetime='2016-06-01' ");
        assert_eq!(written.attributes.id.as_deref(), Some("contact"));
        assert_eq!(written.attributes.lang.as_deref(), Some("de"));
        assert_eq!(written.attributes.datetime.map(|d| d.to_string()).as_deref(), Some("2016-06-01"));
        assert_eq!(written.unused, [".big"]);
        assert_eq!(read("datetime=\"17-12-2025\"").bad_dates, ["17-12-2025"]);
    }

    #[test]
    fn lists_are_taken_off_the_end() {
        let mut heading = text("Contact {: #contact }");
        let id = take_from_end(&mut heading, true).and_then(|w| w.attributes.id);
        assert_eq!((id.as_deref(), &heading), (Some("contact"), &text("Contact")));
        let mut short = text("Contact {#c}");
        assert!(take_from_end(&mut short, true).is_some());
        let mut paragraph = vec![Inline::Text("Words".into()), Inline::SoftBreak, Inline::Text("{: #p }".into())];
        assert!(take_from_end(&mut paragraph, false).is_some());
        assert_eq!(paragraph, text("Words"));
        for not_one in ["Words {: #p }", "A set {a, b}", "{#p}"] {
            assert!(take_from_end(&mut text(not_one), false).is_none(), "{not_one}");
        }
    }
}
