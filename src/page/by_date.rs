//! `/de/privacy/versions/by-date/`: which version applied on a day.

use serde::Serialize;

use super::common::{From, PageContext, Sentence, fill};
use super::versions::{Row, rows, title};
use crate::diagnostic::Diagnostic;
use crate::site::Site;
use crate::vocabulary::{DocumentId, Locale, SitePath};

/// What `by-date.html` is given.
#[derive(Debug, Serialize)]
struct ByDateContext {
    /// The title of the document.
    title: String,
    /// The page of the document.
    document_url: String,
    /// The list of its versions.
    versions_url: String,
    /// The steps of the timeline, newest first.
    rows: Vec<Row>,
    /// Says that before the first version nothing is recorded.
    before: Option<String>,
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
    let heading = language.strings.with("by-date-title", &[("title", title.as_str().into())]);
    let Some(mut page) = PageContext::new(&from, locale, heading, |other| Some(site.by_date_page(id, other))) else {
        return Ok(Vec::new());
    };
    let first = site.timeline(document, locale).first().and_then(|entry| entry.from);
    let context = ByDateContext {
        title,
        document_url: from.link(&site.page(id, locale)),
        versions_url: from.link(&site.versions_page(id, locale)),
        rows: rows(&from, document, locale, language),
        before: first.map(|day| Sentence::new("by-date-before", &[("date", day)]).html(language)),
    };
    page.description = Some(super::versions::names(&context.rows));
    fill(site, "by-date.html", &page, language, &context, 16_384 + 512 * context.rows.len())
}
