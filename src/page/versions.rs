//! `/de/privacy/versions/`: every version of a document.

use serde::Serialize;

use super::common::{From, PageContext, Sentence, fill, time};
use super::redline;
use super::standing::name;
use crate::archive::{Kind, Version};
use crate::diagnostic::Diagnostic;
use crate::redline::Between;
use crate::site::{Document, Entry, Language, Site, Standing};
use crate::vocabulary::{DocumentId, Locale, SitePath};

/// What `versions.html` is given.
#[derive(Debug, Serialize)]
struct VersionsContext {
    /// The title of the document.
    title: String,
    /// The page of the document.
    document_url: String,
    /// The page that says which version applied on a day.
    by_date: String,
    /// The same list for machines.
    json: String,
    /// The versions, newest first.
    rows: Vec<Row>,
}

/// A version in a list.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// Its name in words.
    pub name: String,
    /// Its page; a withdrawal has none.
    pub url: Option<String>,
    /// Its Markdown.
    pub source: Option<String>,
    /// The first day on which it applies.
    pub day: Option<String>,
    /// The same in words, as HTML.
    pub from: Option<String>,
    /// The last day on which it applied, in words, as HTML.
    pub until: Option<String>,
    /// `upcoming`, `in-force` or `superseded`.
    pub standing: &'static str,
    /// From when to when it applied, in words, as HTML.
    pub period: Option<String>,
    /// Where it stands, in words.
    pub state: String,
    /// What kind of version it is, in words, where that needs saying.
    pub kind: Option<String>,
    /// What changed.
    pub note: Option<NoteContext>,
    /// The language of the text, where it is the original in place of a translation.
    pub original: Option<Original>,
    /// What changed since the version before.
    pub since_previous: Option<String>,
    /// What changed until the version in force.
    pub until_current: Option<String>,
}

/// What changed in a version, in the words of its author.
#[derive(Debug, Serialize)]
pub(super) struct NoteContext {
    pub text: String,
    pub lang: String,
    dir: &'static str,
    /// Whether that is another language than the page's.
    foreign: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Original {
    before: String,
    lang: String,
    name: String,
    after: String,
}

pub(super) fn render(
    site: &Site,
    path: &SitePath,
    id: &DocumentId,
    locale: &Locale,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let (Some(document), Some(language)) = (site.documents.get(id), site.languages.get(locale)) else {
        return Ok(Vec::new());
    };
    let title = title(site, document, locale);
    let heading = language.strings.with("versions-of", &[("title", title.as_str().into())]);
    let Some(mut page) = PageContext::new(&from, locale, heading, |other| Some(site.versions_page(id, other))) else {
        return Ok(Vec::new());
    };
    page.feed = super::document::feed(&from, document, locale);
    let context = VersionsContext {
        title,
        document_url: from.link(&site.page(id, locale)),
        by_date: from.link(&site.by_date_page(id, locale)),
        json: from.link(&super::machines::versions_path(site, id, locale)),
        rows: rows(&from, document, locale, language),
    };
    page.description = Some(names(&context.rows));
    fill(site, "versions.html", &page, language, &context, 16_384 + 1024 * context.rows.len())
}

/// The first versions of a list in words.
pub(super) fn names(rows: &[Row]) -> String {
    let names: Vec<&str> = rows.iter().take(5).map(|row| row.name.as_str()).collect();
    names.join(" · ")
}

/// The title of a document in a language.
pub(super) fn title(site: &Site, document: &Document, locale: &Locale) -> String {
    let text = site.body(document, locale).map(crate::site::Body::text).or(document.translations.values().next());
    text.map_or_else(|| document.id.spoken(), |text| text.title.clone())
}

/// The timeline of a document in a language, newest first.
pub(super) fn rows(from: &From<'_>, document: &Document, locale: &Locale, language: &Language) -> Vec<Row> {
    let entries = from.site.timeline(document, locale);
    let in_force = entries.iter().find(|entry| entry.standing == Standing::InForce);
    let changes = |before: Option<&Entry<'_>>, after: Option<&Entry<'_>>| {
        redline::link(from, &document.id, locale, Between { before, after })
    };
    let row = |(at, entry): (usize, &Entry<'_>)| {
        let has_text = |entry: &&Entry<'_>| !entry.is_withdrawal();
        let previous = entries[..at].iter().rev().find(has_text);
        Row {
            since_previous: changes(previous, Some(entry)),
            until_current: changes(Some(entry), in_force),
            ..row(from, document, locale, language, entry)
        }
    };
    entries.iter().enumerate().rev().map(row).collect()
}

fn row(from: &From<'_>, document: &Document, locale: &Locale, language: &Language, entry: &Entry<'_>) -> Row {
    let site = from.site;
    let words = |key: &str| language.strings.get(key);
    let (name, url, source) = match entry.version {
        None => (words("current-text"), Some(from.link(&site.page(&document.id, locale))), None),
        Some(version) => {
            let page = entry.edition.map(|_| from.link(&site.version_page(&document.id, version.id, locale)));
            let source = super::machines::source_path(site, &document.id, version.id, locale);
            let name = match version.kind {
                Kind::Withdrawal => language.strings.get("standing-withdrawn"),
                Kind::Major | Kind::Minor => name(version.id, language),
            };
            (name, page, entry.edition.map(|_| from.link(&source)))
        }
    };
    let is_withdrawal = entry.is_withdrawal();
    let state = match entry.standing {
        Standing::Upcoming if is_withdrawal => "standing-withdrawal",
        Standing::Upcoming => "standing-upcoming",
        Standing::InForce if is_withdrawal => "standing-withdrawn",
        Standing::InForce => "standing-in-force",
        Standing::Superseded { .. } => "standing-superseded",
    };
    let kind = match entry.version {
        None => Some("kind-unarchived"),
        Some(version) if version.is_working() => Some("kind-unarchived"),
        Some(version) if version.kind == Kind::Minor => Some("kind-minor"),
        Some(_) => None,
    };
    let original = entry.edition.filter(|edition| edition.is_fallback).map(|edition| {
        let cut = language.strings.cut("in-language", "language");
        let name = site.languages.get(edition.locale).map_or(edition.locale.tag(), |own| own.name.as_str());
        let (lang, name) = (edition.locale.tag().to_owned(), name.to_owned());
        Original { before: cut.before, lang, name, after: cut.after }
    });
    Row {
        name,
        url,
        source,
        day: entry.from.map(|day| day.to_string()),
        from: entry.from.map(|day| time(day, language)),
        until: entry.until().map(|day| time(day, language)),
        standing: entry.standing.as_str(),
        period: period(entry).map(|period| period.html(language)),
        state: words(state),
        kind: kind.map(words),
        note: entry.version.and_then(|version| note(site, version, locale)),
        original,
        since_previous: None,
        until_current: None,
    }
}

/// From when to when a version applies; nothing where that is not known.
pub(super) fn period(entry: &Entry<'_>) -> Option<Sentence> {
    let (key, days): (_, &[_]) = match (entry.from?, entry.until()) {
        (first, None) if entry.is_withdrawal() => ("withdrawal-notice", &[("date", first)]),
        (first, Some(last)) => ("version-from-until", &[("from", first), ("until", last)]),
        (first, None) => ("version-from", &[("date", first)]),
    };
    Some(Sentence::new(key, days))
}

/// The note of a version in a language, in that of a parent, or in that of the originals.
pub(super) fn note(site: &Site, version: &Version, locale: &Locale) -> Option<NoteContext> {
    let parents = locale.chain();
    let own = parents.iter().find_map(|tag| version.notes.iter().find(|(own, _)| own.tag() == tag));
    let (own, foreign) = match own.or_else(|| version.notes.get_key_value(locale)) {
        Some(own) => (Some(own), false),
        None => (version.notes.get_key_value(&site.config.source), true),
    };
    let (lang, text) = own?;
    Some(NoteContext { text: text.clone(), lang: lang.tag().to_owned(), dir: lang.direction().as_str(), foreign })
}
