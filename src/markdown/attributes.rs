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

impl Written {
    /// Adds what another list says; what was said first stays.
    pub(super) fn add(&mut self, other: Self) {
        self.attributes = std::mem::take(&mut self.attributes).or(other.attributes);
        self.unused.extend(other.unused);
        self.bad_dates.extend(other.bad_dates);
    }
}

/// Takes every attribute list `{: … }` out of the words of a block, wherever it stands: no
/// reader shall see one. A list directly behind a link or emphasised words that names a language
/// belongs to them, every other to the block.
pub(super) fn take(words: &mut Vec<Inline>, block: &mut Written) {
    let mut taken = false;
    for at in 0..words.len() {
        let Inline::Text(text) = &mut words[at] else { continue };
        let mut text = std::mem::take(text);
        let mut touches = at > 0 && !is_break_or_text(&words[at - 1]);
        while let Some((range, list)) = find(&text) {
            taken = true;
            let mut written = read(&list);
            touches &= range.start == 0;
            // White space on both sides becomes that of one side.
            text.replace_range(text[..range.start].trim_end().len()..range.end, "");
            if let Some(lang) = written.attributes.lang.take_if(|_| touches) {
                let inner = std::mem::replace(&mut words[at - 1], Inline::SoftBreak);
                words[at - 1] = Inline::Foreign(lang, vec![inner]);
            }
            block.add(written);
        }
        words[at] = Inline::Text(text);
    }
    if taken {
        tidy(words);
    }
}

fn is_break_or_text(word: &Inline) -> bool {
    matches!(word, Inline::SoftBreak | Inline::HardBreak | Inline::Text(_))
}

/// Takes the short form `{#id}` off the end of a heading.
pub(super) fn take_short(words: &mut Vec<Inline>, block: &mut Written) {
    let Some(Inline::Text(last)) = words.last_mut() else { return };
    let Some(open) = last.trim_end().strip_suffix('}').and_then(|inner| inner.rfind('{')) else { return };
    let list = last[open + 1..].trim_end().trim_end_matches('}').to_owned();
    if is_list(&list) && list.trim_start().starts_with('#') {
        last.truncate(last[..open].trim_end().len());
        block.add(read(&list));
        tidy(words);
    }
}

/// The first attribute list in a text, and what stands between its marks.
fn find(text: &str) -> Option<(std::ops::Range<usize>, String)> {
    let mut from = text.find('{')?;
    while let Some(open) = text[from..].find("{:").map(|at| from + at) {
        let close = open + text[open..].find('}')?;
        let list = &text[open + 2..close];
        if is_list(list) {
            return Some((open..close + 1, list.to_owned()));
        }
        from = open + 2;
    }
    None
}

/// Whether every part is an id, a class, a key with a value or a name, as kramdown has them.
fn is_list(list: &str) -> bool {
    let parts = parts(list);
    let is_name = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    !parts.is_empty() && parts.iter().all(|part| part.starts_with(['#', '.']) || part.contains('=') || is_name(part))
}

/// Removes texts that are empty now, and breaks that have nothing on one side.
fn tidy(words: &mut Vec<Inline>) {
    words.retain(|word| !matches!(word, Inline::Text(text) if text.is_empty()));
    words.dedup_by(|next, before| is_break(next) && is_break(before));
    while words.last().is_some_and(is_break) {
        words.pop();
    }
    let leading = words.iter().take_while(|word| is_break(word)).count();
    words.drain(..leading);
}

fn is_break(word: &Inline) -> bool {
    matches!(word, Inline::SoftBreak | Inline::HardBreak)
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

    fn taken(words: &[Inline]) -> (Vec<Inline>, Written) {
        let (mut words, mut written) = (words.to_vec(), Written::default());
        take(&mut words, &mut written);
        take_short(&mut words, &mut written);
        (words, written)
    }

    #[test]
    fn lists_are_taken_out_wherever_they_stand() {
        let id = |words: &[Inline]| {
            let (words, written) = taken(words);
            (words, written.attributes.id)
        };
        let found = Some("p".to_owned());
        assert_eq!(id(&text("Contact {: #p }")), (text("Contact"), found.clone()));
        assert_eq!(id(&text("Contact {#p .big}")), (text("Contact"), found.clone()));
        let lines = |parts: &[&str]| {
            let mut words: Vec<Inline> = Vec::new();
            for part in parts {
                words.push(Inline::Text((*part).into()));
                words.push(Inline::SoftBreak);
            }
            words.pop();
            words
        };
        assert_eq!(id(&lines(&["Words", "{: #p }"])), (text("Words"), found.clone()));
        assert_eq!(id(&lines(&["{: #p }", "Words"])), (text("Words"), found.clone()));
        assert_eq!(id(&lines(&["A", "{: #p }", "B"])), (lines(&["A", "B"]), found.clone()));
        assert_eq!(id(&lines(&["A", "{: #p }", "{: #q }"])), (text("A"), found.clone()));
        assert_eq!(id(&text("{: #p }")), (vec![], found));
        for not_one in ["A set {a, b}", "{:}", "a {: b", "{ : #x }"] {
            assert_eq!(taken(&text(not_one)).0, text(not_one), "{not_one}");
        }
    }

    #[test]
    fn breaks_stay_where_no_list_is_taken() {
        let words = [
            Inline::Text("a".into()),
            Inline::HardBreak,
            Inline::HardBreak,
            Inline::Text("b".into()),
            Inline::SoftBreak,
        ];
        assert_eq!(taken(&words).0, words);
    }

    #[test]
    fn a_language_belongs_to_the_words_before() {
        let emphasis = Inline::Emphasis(text("Schrems"));
        let (words, written) = taken(&[emphasis.clone(), Inline::Text("{: lang=\"de\" } said".into())]);
        assert_eq!(words, [Inline::Foreign("de".into(), vec![emphasis]), Inline::Text(" said".into())]);
        assert_eq!(written, Written::default());
    }
}
