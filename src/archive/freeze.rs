//! From a working text to the text that is archived: the same to the reader, without variables.

use std::ops::Range;

use crate::config::{Config, Placeholder, RawHtml, Variables};
use crate::markdown::{Options, Outline, Reading, line, parse};
use crate::source::{FrontMatter, Matter};
use crate::vocabulary::{Locale, SourcePath};

/// A variable that cannot be resolved in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfrozen {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: Range<usize>,
    /// Whether it has no value; else its value cannot be written there as Markdown.
    pub unknown: bool,
}

/// How a frozen text is read: it has no variables, and its raw HTML is as safe as it was.
#[must_use]
pub(crate) fn options<'a>(config: &'a Config, path: &'a SourcePath, locale: &'a Locale) -> Options<'a> {
    Options { path, locale, variables: &config.variables, placeholders: &[], html: RawHtml::Sanitize }
}

/// What becomes of a variable that has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The text is not frozen.
    Refused,
    /// It stays as it was typed, as on the page of that time.
    Kept,
}

/// Writes the value of every variable in its place. Everything else stays as it is, byte for byte.
///
/// A value is words: where Markdown would take something in it for a mark, the mark is escaped.
/// That the result reads as the page does is tested for each variable and for the whole.
///
/// # Errors
/// The first variable that has no value, or none that can be written there.
pub fn freeze(
    text: &str,
    path: &SourcePath,
    locale: &Locale,
    config: &Config,
    variables: &Variables,
    unknown: Unknown,
) -> Result<String, Unfrozen> {
    let mut found = occurrences(text, &config.placeholders);
    if unknown == Unknown::Kept {
        found.retain(|(_, name)| variables.get(name, locale).is_some());
    }
    if found.is_empty() {
        return Ok(text.to_owned());
    }
    let working = Options { path, locale, variables, placeholders: &config.placeholders, html: RawHtml::Sanitize };
    let frozen = Options { placeholders: &[], ..working };
    let page = Said::of(text, &working);
    let mut values = Vec::new();
    for (span, name) in &found {
        let unknown = || Unfrozen { name: name.clone(), span: span.clone(), unknown: true };
        values.push(variables.get(name, locale).ok_or_else(unknown)?);
    }
    let written: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
    let plain = replaced(text, &found, &written);
    if Said::of(&plain, &frozen) == page {
        return Ok(plain);
    }
    // The same value is mostly written in the same way everywhere, and so are values that are alike.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|at| (marks(values[*at]), values[*at], *at));
    let mut written = written;
    let fits = |some: &[usize], number: usize| {
        let mut some: Vec<(usize, String)> =
            some.iter().map(|at| (*at, forms(values[*at]).swap_remove(number))).collect();
        some.sort();
        let spans: Vec<(Range<usize>, String)> = some.iter().map(|(at, _)| found[*at].clone()).collect();
        let forms: Vec<String> = some.into_iter().map(|(_, form)| form).collect();
        Said::of(&replaced(text, &spans, &forms), &working) == page
    };
    for alike in order.chunk_by(|one, next| marks(values[*one]) == marks(values[*next])) {
        choose(alike, &fits, &mut |at, number| written[at] = forms(values[at]).swap_remove(number)).map_err(|at| {
            let (span, name) = &found[at];
            Unfrozen { name: name.clone(), span: span.clone(), unknown: false }
        })?;
    }
    let escaped = replaced(text, &found, &written);
    match (Said::of(&escaped, &frozen) == page, found.first()) {
        (false, Some((span, name))) => Err(Unfrozen { name: name.clone(), span: span.clone(), unknown: false }),
        _ => Ok(escaped),
    }
}

/// Finds for every place the first of its [`forms`] that fits: one for all of them, where that is so, else one
/// for each half of them, and so on. As many texts are read as there are changes from one form to another.
///
/// # Errors
/// A place that none fits.
fn choose(
    places: &[usize],
    fits: &dyn Fn(&[usize], usize) -> bool,
    write: &mut dyn FnMut(usize, usize),
) -> Result<(), usize> {
    if let Some(form) = (0..FORMS).find(|form| fits(places, *form)) {
        for at in places {
            write(*at, form);
        }
        return Ok(());
    }
    match places {
        [] => Ok(()),
        [one] => Err(*one),
        _ => {
            let (first, second) = places.split_at(places.len() / 2);
            choose(first, fits, write)?;
            choose(second, fits, write)
        }
    }
}

/// What a reader takes from a text.
#[derive(PartialEq)]
struct Said {
    words: String,
    form: String,
    title: Option<String>,
    description: Option<String>,
}

impl Said {
    fn of(text: &str, options: &Options<'_>) -> Self {
        let matter = Matter::find(text);
        let front = FrontMatter::read(options.path, text, &matter).0;
        let resolved = |words: Option<String>| words.map(|words| line(&words, text, options).0);
        let (title, description) = (resolved(front.title), resolved(front.description));
        let prose = parse(text, matter.body, options).0;
        let leads = Outline::leads(&prose, title.is_some());
        let Reading { words, form } = Reading::of(&prose, title.as_deref(), leads);
        Self { words, form, title, description }
    }
}

/// Every placeholder: where it stands, and its name.
fn occurrences(text: &str, placeholders: &[Placeholder]) -> Vec<(Range<usize>, String)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some((span, name)) =
        placeholders.iter().filter_map(|form| form.find(text, at)).min_by_key(|(span, _)| span.start)
    {
        at = span.end;
        found.push((span, name.to_owned()));
    }
    found
}

fn replaced(text: &str, found: &[(Range<usize>, String)], values: &[String]) -> String {
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for ((span, _), value) in found.iter().zip(values) {
        out.push_str(&text[done..span.start]);
        out.push_str(value);
        done = span.end;
    }
    out.push_str(&text[done..]);
    out
}

/// How likely Markdown is to take something in a value for a mark: 0 never, 1 in some places, 2 mostly.
fn marks(value: &str) -> u8 {
    let strong = ['*', '_', '[', ']', '<', '>', '&', '\\', '`', '~', '|'];
    if value.contains(strong) { 2 } else { u8::from(value.contains(|c: char| c.is_ascii_punctuation())) }
}

/// In how many ways a value can be written.
const FORMS: usize = 5;

/// These ways, the plainest first.
fn forms(value: &str) -> Vec<String> {
    let escaped: String =
        value.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect();
    let entities: String = value
        .chars()
        .map(|c| if c.is_ascii_punctuation() { format!("&#{};", u32::from(c)) } else { c.into() })
        .collect();
    let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
    let all: [String; FORMS] = [value.to_owned(), escaped, entities, quoted, value.replace('\'', "''")];
    all.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    fn frozen(value: &str, text: &str) -> Result<String, Unfrozen> {
        let settings =
            format!("[site]\nbase_url = \"https://x.org\"\n[variables]\nv = {}\n", super::super::record::quoted(value));
        let config = config::read(&Config::settings_path(), &settings).0.unwrap_or_else(|| panic!("{settings}"));
        let locale = Locale::parse("en").unwrap_or_else(|fault| panic!("{fault}"));
        freeze(text, &SourcePath::new("a.md"), &locale, &config, &config.variables, Unknown::Refused)
    }

    #[test]
    fn a_plain_value_is_written_as_it_is() {
        assert_eq!(
            frozen("Example, Inc.", "# A\n\nWe, [[v]]. [[x y]]\n"),
            Ok("# A\n\nWe, Example, Inc.. [[x y]]\n".into())
        );
        let link = frozen("a@b.org", "Write to [[[v]]](mailto:[[v]]).\n");
        assert_eq!(link, Ok("Write to [a@b.org](mailto:a@b.org).\n".into()));
    }

    #[test]
    fn marks_in_a_value_stay_words() {
        assert_eq!(frozen("*A* [b](c)", "By [[v]].\n"), Ok("By \\*A\\* \\[b\\]\\(c\\).\n".into()));
        assert_eq!(frozen("1. A", "[[v]]\n\nText `[[v]]`\n"), Ok("1\\. A\n\nText `1. A`\n".into()));
        let mail = frozen("a@b.org", "Write to [[v]] now.\n");
        assert_eq!(mail, Ok("Write to a\\@b\\.org now.\n".into()));
    }

    #[test]
    fn front_matter_stays_valid() {
        let text = "---\ntitle: \"On [[v]]\"\n---\nText\n";
        assert_eq!(frozen("\"A\": b", text), Ok("---\ntitle: \"On \\\"A\\\": b\"\n---\nText\n".into()));
    }

    #[test]
    fn many_variables_are_read_a_few_times() {
        let text = "# A\n\nWords [[v]], `[[v]]`.\n".repeat(3);
        let expected = "# A\n\nWords \\*a\\*, `*a*`.\n".repeat(3);
        assert_eq!(frozen("*a*", &text), Ok(expected));
        let read = std::cell::Cell::new(0);
        let fits = |places: &[usize], form: usize| {
            read.set(read.get() + 1);
            places.iter().all(|at| form == usize::from(*at >= 700))
        };
        let mut written = vec![9; 1000];
        assert_eq!(choose(&(0..1000).collect::<Vec<_>>(), &fits, &mut |at, form| written[at] = form), Ok(()));
        assert!(written.iter().enumerate().all(|(at, form)| *form == usize::from(at >= 700)));
        assert!(read.get() < 100, "{}", read.get());
        assert_eq!(choose(&[3, 4], &|places: &[usize], _: usize| places == [3], &mut |_, _| ()), Err(4));
    }

    #[test]
    fn a_variable_without_a_value_is_named() {
        let fault = frozen("A", "Text [[w]]\n");
        assert_eq!(fault, Err(Unfrozen { name: "w".into(), span: 5..10, unknown: true }));
    }
}
