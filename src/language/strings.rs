//! Interface strings of one language, with what they fall back on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};

use super::date::long_date;
use crate::config::Calendar;
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::{Day, Locale, SourcePath};

/// The string files of a theme, by language tag; each may come in layers, the first is the
/// weakest.
#[derive(Debug, Default)]
pub struct StringFiles {
    files: BTreeMap<String, Vec<Arc<FluentResource>>>,
}

impl StringFiles {
    /// Adds the text of a file over what the language has already.
    #[must_use]
    pub fn add(&mut self, tag: &str, path: &SourcePath, text: &str) -> Vec<Diagnostic> {
        let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        self.files.entry(tag.to_owned()).or_default().push(Arc::new(resource));
        errors
            .iter()
            .map(|error| {
                let span = error.slice.clone().unwrap_or(error.pos.clone());
                Diagnostic::error(Code::STRING_SYNTAX, format!("`{path}` is not valid Fluent: {}", error.kind))
                    .at(path, span, "this entry is passed over")
                    .cure("an entry is written: key = words, with { $name } for what is filled in")
            })
            .collect()
    }

    /// Strings that fill in something which the English string of that key does not: it would reach
    /// the page as it is typed. `path` gives the file of a language.
    #[must_use]
    pub fn unknown_variables(&self, path: impl Fn(&str) -> SourcePath) -> Vec<Diagnostic> {
        let resources = |tag: &str| self.files.get(tag).map(Vec::as_slice).unwrap_or_default();
        let known: BTreeMap<&str, BTreeSet<&str>> =
            // The first layer is the built-in file: the one that says what is given.
            messages(&resources("en")[..resources("en").len().min(1)])
                .map(|message| (message.id.name, variables(message)))
                .collect();
        let mut found = Vec::new();
        for tag in self.files.keys() {
            for message in messages(resources(tag)) {
                let Some(given) = known.get(message.id.name) else { continue };
                let unknown = variables(message).into_iter().filter(|name| !given.contains(name));
                found.extend(unknown.map(|name| variable_unknown(&path(tag), message.id.name, name, given)));
            }
        }
        found
    }

    /// Every key whose English string needs nothing filled in.
    #[must_use]
    pub fn plain_keys(&self) -> Vec<&str> {
        let resources = self.files.get("en").map(Vec::as_slice).unwrap_or_default();
        let is_plain = |message: &&Message<&str>| {
            let elements = message.value.as_ref().map(|pattern| pattern.elements.as_slice()).unwrap_or_default();
            elements.iter().all(|element| matches!(element, PatternElement::TextElement { .. }))
        };
        messages(resources).filter(is_plain).map(|message| message.id.name).collect()
    }

    /// Every key of a language.
    fn keys(&self, tag: &str) -> Vec<&str> {
        let resources = self.files.get(tag).map(Vec::as_slice).unwrap_or_default();
        let mut keys: Vec<&str> = messages(resources).map(|message| message.id.name).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

fn messages(resources: &[Arc<FluentResource>]) -> impl Iterator<Item = &Message<&str>> {
    resources.iter().flat_map(|resource| resource.entries()).filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    })
}

/// What a string fills in.
fn variables<'m>(message: &'m Message<&'m str>) -> BTreeSet<&'m str> {
    let mut found = BTreeSet::new();
    collect(message.value.as_ref(), &mut found);
    found
}

fn collect<'m>(pattern: Option<&'m Pattern<&'m str>>, found: &mut BTreeSet<&'m str>) {
    for element in pattern.map(|pattern| pattern.elements.as_slice()).unwrap_or_default() {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    collect(Some(&variant.value), found);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            found.insert(id.name);
        }
    }
}

fn variable_unknown(path: &SourcePath, key: &str, name: &str, given: &BTreeSet<&str>) -> Diagnostic {
    let cure = if given.is_empty() {
        "nothing can be filled in here: write words alone".to_owned()
    } else {
        let given: Vec<String> = given.iter().map(|name| format!("{{ ${name} }}")).collect();
        format!("what can be filled in here: {}", given.join(", "))
    };
    Diagnostic::error(
        Code::STRING_SYNTAX,
        format!("`{path}`: the string `{key}` fills in `${name}`, which there is not"),
    )
    .in_file(path)
    .cure(cure)
}

/// A sentence with a date in it, cut at the date, so that a template can mark it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// What stands before the date.
    pub before: String,
    /// What stands after it.
    pub after: String,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// What is to be filled in, by its place among the names.
    Name(usize),
}

/// The strings of one language.
pub struct Strings {
    locale: Locale,
    calendar: Calendar,
    /// The language first, then its parents, the source language, English.
    bundles: Vec<FluentBundle<Arc<FluentResource>>>,
}

impl Strings {
    /// The strings of `locale`. A string that it and its parents lack is taken from the source
    /// language, then from English, and reported.
    #[must_use]
    pub fn new(locale: &Locale, source: &Locale, files: &StringFiles) -> (Self, Vec<Diagnostic>) {
        let own = locale.related();
        let mut chain = own.clone();
        chain.extend(source.chain());
        chain.push("en".to_owned());
        let mut bundles = Vec::new();
        let mut seen = Vec::new();
        for tag in chain {
            if let (Some(resources), false) = (files.files.get(&tag), seen.contains(&tag)) {
                bundles.push(bundle(&tag, resources));
                seen.push(tag);
            }
        }
        let has = |key: &str| own.iter().any(|tag| files.keys(tag).contains(&key));
        let missing: Vec<&str> = files.keys("en").into_iter().filter(|key| !has(key)).collect();
        let findings = if missing.is_empty() { Vec::new() } else { vec![strings_missing(locale, &missing)] };
        (Self { locale: locale.clone(), calendar: Calendar::default(), bundles }, findings)
    }

    /// With dates in another calendar.
    #[must_use]
    pub fn in_calendar(self, calendar: Calendar) -> Self {
        Self { calendar, ..self }
    }

    /// The language.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// A day in words.
    #[must_use]
    pub fn date(&self, day: Day) -> String {
        long_date(day, &self.locale, self.calendar)
    }

    /// A string without anything to fill in.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A string with values filled in; the key itself where no language has it.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        for bundle in &self.bundles {
            if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
                return bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned();
            }
        }
        key.to_owned()
    }

    /// A string cut where `$name` stands in it.
    #[must_use]
    pub fn cut(&self, key: &str, name: &'static str) -> Dated {
        const MARK: &str = "\u{f0000}";
        let text = self.with(key, &[(name, FluentValue::from(MARK))]);
        let (before, after) = text.split_once(MARK).unwrap_or((&text, ""));
        Dated { before: before.to_owned(), after: after.to_owned() }
    }

    /// A string cut where any of several names stands in it: each piece is words, or the place in
    /// `names` of what is to be filled in.
    #[must_use]
    pub fn pieces(&self, key: &str, names: &[&'static str]) -> Vec<Piece> {
        let mark = |at: usize| char::from_u32(0xf0000 + u32::try_from(at).unwrap_or_default()).unwrap_or_default();
        let values: Vec<_> =
            names.iter().enumerate().map(|(at, name)| (*name, FluentValue::from(mark(at).to_string()))).collect();
        let text = self.with(key, &values);
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while let Some((start, c)) = rest.char_indices().find(|(_, c)| (0..names.len()).any(|at| mark(at) == *c)) {
            let at = (0..names.len()).find(|at| mark(*at) == c).unwrap_or_default();
            pieces.extend([Piece::Words(rest[..start].to_owned()), Piece::Name(at)]);
            rest = &rest[start + c.len_utf8()..];
        }
        pieces.push(Piece::Words(rest.to_owned()));
        pieces
    }

    /// The name of the language in the language itself, else its tag.
    #[must_use]
    pub fn own_name(locale: &Locale, files: &StringFiles) -> String {
        let tags = locale.related();
        for (n, tag) in tags.iter().enumerate() {
            if let Some(resources) = files.files.get(tag) {
                let bundle = bundle(tag, resources);
                if let Some(pattern) = bundle.get_message("language-name").and_then(|message| message.value()) {
                    let name = bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
                    // A region without a name of its own is told apart by its tag.
                    return if n == 0 { name } else { format!("{name} ({})", locale.tag()) };
                }
            }
        }
        locale.tag().to_owned()
    }
}

fn bundle(tag: &str, resources: &[Arc<FluentResource>]) -> FluentBundle<Arc<FluentResource>> {
    let language = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolating marks are for running text; these strings also fill titles and attributes.
    bundle.set_use_isolating(false);
    for resource in resources {
        bundle.add_resource_overriding(Arc::clone(resource));
    }
    bundle
}

fn strings_missing(locale: &Locale, missing: &[&str]) -> Diagnostic {
    let message =
        format!("the theme has no words in {locale} for {}; those of another language are shown", missing.join(", "));
    Diagnostic::warning(Code::STRING_MISSING, message)
        .cure(format!("write them in strings/{locale}.ftl of the theme; strings/en.ftl shows what is needed"))
}
