//! `/de/privacy/`: a document in a language.

use serde::Serialize;

use super::Audience;
use super::common::{Alternate, DateContext, From, PageContext, fill};
use crate::diagnostic::Diagnostic;
use crate::history::{Pass, Why, Work};
use crate::language::Strings;
use crate::markdown::{AlertKind, Labels, TaskState, render as render_prose};
use crate::site::{Body, Dates, Document, Language, Seen, Site, Translation, Updated};
use crate::vocabulary::{Day, DocumentId, Locale, SitePath};

/// What `document.html` is given.
#[derive(Debug, Serialize)]
struct DocumentContext<'a> {
    /// The name of the document.
    document: &'a str,
    /// The title where the text has no heading for it, else nothing.
    title: Option<&'a str>,
    /// The text down to its title, as HTML.
    lead: String,
    /// The rest of the text, as HTML.
    body: String,
    /// The language of the text.
    lang: &'a str,
    /// `ltr` or `rtl`.
    dir: &'static str,
    /// Whether that is another language than the page's.
    foreign: bool,
    /// Says that the original is shown.
    notice: Option<Notice<'a>>,
    /// When the text was updated.
    updated: Option<DateContext>,
    /// Why there is no such date; at the preview alone.
    not_committed: bool,
    /// From when the text applies.
    effective: Option<DateContext>,
    /// When the text was published.
    published: Option<DateContext>,
    /// The later revisions of the file that the date passes over.
    later: Option<Later>,
    /// The headings of the two upper levels.
    contents: Vec<Section>,
}

#[derive(Debug, Serialize)]
struct Later {
    /// How many there are, as a sentence.
    summary: String,
    /// A sentence with a date for each, newest first.
    edits: Vec<DateContext>,
}

#[derive(Debug, Serialize)]
struct Notice<'a> {
    before: String,
    language: &'a str,
    lang: &'a str,
    after: String,
}

#[derive(Debug, Serialize)]
struct Section {
    id: String,
    text: String,
    sections: Vec<Section>,
}

pub(super) fn render(
    site: &Site,
    path: &SitePath,
    id: &DocumentId,
    locale: &Locale,
    audience: Audience,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let found = site.documents.get(id).and_then(|document| Some((document, site.body(document, locale)?)));
    let (Some((document, body)), Some(language)) = (found, site.languages.get(locale)) else { return Ok(Vec::new()) };
    let text = body.text();
    let same = |other: &Locale| site.body(document, other).map(|_| site.page(id, other));
    let Some(mut page) = PageContext::new(&from, locale, text.title.clone(), same) else { return Ok(Vec::new()) };
    page.description = text.description.as_deref();
    match body {
        Body::Translated(_) => page.alternates = alternates(site, document),
        Body::Inherited(_) | Body::Fallback(_) => page.canonical = Some(site.url(&site.page(id, &text.locale))),
    }
    let prose = site.prose(text).map_err(|error| Box::new(error.diagnose(&text.path)))?;
    let seen = Seen { site, text, reader: locale, page: path };
    // What is added inside the text is in the text's language, where the site has its words.
    let labels = site.languages.get(&text.locale).unwrap_or(language);
    let rendered = render_prose(&prose, &text.outline, &text.ids, &seen, &labels.strings);
    let foreign = matches!(body, Body::Fallback(_));
    let size = rendered.lead.len() + rendered.body.len() + 16_384;
    let own = DocumentContext {
        document: id.as_str(),
        title: (!text.outline.leads).then_some(text.title.as_str()),
        lead: rendered.lead,
        body: rendered.body,
        lang: text.locale.tag(),
        dir: text.locale.direction().as_str(),
        foreign,
        notice: foreign.then(|| notice(site, text, &language.strings)),
        updated: DateContext::updated(text, language),
        not_committed: audience == Audience::Editor && is_uncommitted(&text.dates),
        effective: other_than_updated(text, text.effective).map(|day| DateContext::of("applies-from", day, language)),
        published: other_than_updated(text, text.published).map(|day| DateContext::of("published", day, language)),
        later: later(text, language),
        contents: contents(text),
    };
    fill(site, "document.html", &page, language, &own, size)
}

fn is_uncommitted(dates: &Dates) -> bool {
    let never = matches!(
        dates.updated,
        Updated::Unknown { why: Why::NotCommitted { .. } | Why::NoCommits | Why::NoRepository }
    );
    never || dates.work != Work::Committed
}

/// A day that is to be shown beside the day of the last update: not the same once more.
fn other_than_updated(text: &Translation, day: Option<Day>) -> Option<Day> {
    let updated = text.dates.updated.known().map(|(day, _)| day);
    day.filter(|day| Some(*day) != updated)
}

/// The revisions since the text was updated, which the reader may want to see.
fn later(text: &Translation, language: &Language) -> Option<Later> {
    let passed = &text.dates.passed;
    if passed.is_empty() || text.dates.updated.known().is_none() {
        return None;
    }
    let formatting = passed.iter().all(|edit| matches!(edit.why, Pass::Nothing | Pass::Formatting));
    let key = if formatting { "later-edits-formatting" } else { "later-edits" };
    let edits = passed.iter().map(|edit| {
        let key = match edit.why {
            Pass::Nothing => "edit-none",
            Pass::Days => "edit-days",
            Pass::Formatting => "edit-formatting",
            Pass::Trailer | Pass::Listed => "edit-editorial",
        };
        DateContext::of(key, edit.day, language)
    });
    Some(Later { summary: language.strings.with(key, &[("count", passed.len().into())]), edits: edits.collect() })
}

/// The pages that hold a text in their own language; who speaks none of them gets the original.
fn alternates(site: &Site, document: &Document) -> Vec<Alternate> {
    let of = |hreflang: &str, text: &Translation| Alternate {
        hreflang: hreflang.to_owned(),
        url: site.url(&site.page(&document.id, &text.locale)),
    };
    let default = site.original(document).map(|text| of("x-default", text));
    document.translations.values().map(|text| of(text.locale.tag(), text)).chain(default).collect()
}

fn notice<'s>(site: &'s Site, text: &'s Translation, strings: &Strings) -> Notice<'s> {
    let cut = strings.cut("fallback-notice", "language");
    let name = site.languages.get(&text.locale).map_or(text.locale.tag(), |language| language.name.as_str());
    Notice { before: cut.before, language: name, lang: text.locale.tag(), after: cut.after }
}

/// The headings below the title: those of the highest level, and within each those of the next.
fn contents(text: &Translation) -> Vec<Section> {
    let skip = usize::from(text.outline.leads);
    let headings = text.outline.headings.iter().zip(&text.ids).zip(text.outline.levels()).skip(skip);
    let mut sections: Vec<Section> = Vec::new();
    for ((heading, id), level) in headings {
        let section = Section { id: id.clone(), text: heading.text.trim().to_owned(), sections: Vec::new() };
        if section.text.is_empty() {
            continue;
        }
        match (level, sections.last_mut()) {
            (2, _) => sections.push(section),
            (3, Some(above)) => above.sections.push(section),
            _ => {}
        }
    }
    sections
}

impl Labels for Strings {
    fn permalink(&self, section: &str) -> String {
        self.with("permalink", &[("section", section.into())])
    }

    fn table(&self, number: usize, section: Option<&str>) -> String {
        match section {
            Some(section) => self.with("table-in-section", &[("number", number.into()), ("section", section.into())]),
            None => self.with("table", &[("number", number.into())]),
        }
    }

    fn footnotes(&self) -> String {
        self.get("footnotes")
    }

    fn footnote(&self, number: u32) -> String {
        self.with("footnote", &[("number", number.into())])
    }

    fn footnote_back(&self, number: u32) -> String {
        self.with("footnote-back", &[("number", number.into())])
    }

    fn alert(&self, kind: AlertKind) -> String {
        self.get(&format!("alert-{}", kind.as_str()))
    }

    fn task(&self, state: TaskState) -> String {
        self.get(if state == TaskState::Done { "task-done" } else { "task-open" })
    }
}
