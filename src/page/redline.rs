//! `/de/privacy/compare/2015-01-01/2016-06-01/`: what changed between two versions.

use serde::Serialize;

use super::common::{From, PageContext, fill, with_language};
use super::redline_changes::{ChangeContext, numbers};
use super::redline_rows::draw;
use super::standing::name;
use crate::diagnostic::Diagnostic;
use crate::language::Strings;
use crate::redline::{Between, Redline, Statistics};
use crate::site::{Base, Compared, Currency, Document, Entry, Language, Pair, Site};
use crate::vocabulary::{DocumentId, Locale, SitePath, VersionId};

/// What `redline.html` is given.
#[derive(Debug, Serialize)]
struct RedlineContext<'a> {
    /// The title of the newer text.
    title: &'a str,
    /// The two texts.
    before: SideContext,
    after: SideContext,
    /// The language of the texts.
    lang: &'a str,
    /// `ltr` or `rtl`.
    dir: &'static str,
    /// How much changed, in a sentence.
    summary: String,
    /// Says where nothing changed, or no wording.
    same: Option<String>,
    /// Whether parts were too long to be compared.
    capped: bool,
    /// The same in figures.
    figures: Vec<Figure>,
    /// The classes of changes that there are.
    classes: Vec<ClassContext>,
    /// Every change, in order.
    changes: Vec<ChangeContext>,
    /// The rows, as HTML.
    rows: String,
    /// What the page is about, where that needs saying, as HTML.
    intro: Option<String>,
    /// The list of versions; the policy itself where there is none.
    back_url: String,
    /// Whether that is the list.
    has_versions: bool,
    /// The same for machines.
    json: Option<String>,
}

#[derive(Debug, Default, Serialize)]
struct SideContext {
    /// The version in words.
    name: String,
    url: Option<String>,
}

/// A count and what is counted.
#[derive(Debug, Serialize)]
pub(crate) struct Figure {
    pub label: String,
    pub count: usize,
}

#[derive(Debug, Serialize)]
struct ClassContext {
    name: &'static str,
    label: String,
}

/// The classes of changes in the order of the legend.
const CLASSES: [&str; 7] = ["changed", "added", "removed", "moved", "renumbered", "link", "format"];

/// How much changed, in a sentence.
fn summary(statistics: &Statistics, changes: usize, strings: &Strings) -> String {
    let before = statistics.kept + statistics.deleted;
    let kept = (statistics.kept * 100).checked_div(before).unwrap_or(100);
    let values = [
        ("count", changes.into()),
        ("inserted", statistics.inserted.into()),
        ("deleted", statistics.deleted.into()),
        ("kept", kept.into()),
    ];
    strings.with("changes-summary", &values)
}

/// What is said where nothing changed, or no wording.
fn sameness(statistics: &Statistics, changes: usize, strings: &Strings, is_translation: bool) -> Option<String> {
    match (changes, statistics.is_same_wording()) {
        (0, _) if is_translation => Some(strings.get("changes-none-translation")),
        (0, _) => Some(strings.get("changes-none")),
        (_, true) => Some(strings.get("changes-no-wording")),
        (_, false) => None,
    }
}

/// The figures of a redline.
fn figures(statistics: &Statistics, strings: &Strings) -> Vec<Figure> {
    let Statistics { kept, inserted, deleted, changed, added, removed, moved, renumbered, links, formatted } =
        *statistics;
    let all = [
        ("figure-inserted", inserted),
        ("figure-deleted", deleted),
        ("figure-kept", kept),
        ("figure-changed", changed),
        ("figure-added", added),
        ("figure-removed", removed),
        ("figure-moved", moved),
        ("figure-renumbered", renumbered),
        ("figure-links", links),
        ("figure-formatted", formatted),
    ];
    all.into_iter().map(|(key, count)| Figure { label: strings.get(key), count }).collect()
}

/// What is said of a redline wherever it is shown.
pub(crate) struct Parts {
    /// How much changed, in a sentence.
    pub summary: String,
    /// Says where nothing changed, or no wording.
    pub same: Option<String>,
    /// Says that a limit was reached.
    pub capped: Option<String>,
    /// The same in figures.
    pub figures: Vec<Figure>,
    /// Every change, in order.
    pub changes: Vec<ChangeContext>,
    /// The rows, as HTML.
    pub rows: String,
}

/// Puts a redline into words.
pub(crate) fn parts(redline: &Redline, strings: &Strings, page: &Locale, text: &Locale) -> Parts {
    let drawn = draw(redline, strings, page, text);
    let count = drawn.changes.len();
    Parts {
        summary: summary(&redline.statistics, count, strings),
        same: sameness(&redline.statistics, count, strings, false),
        capped: redline.is_capped().then(|| strings.get("changes-capped")),
        figures: figures(&redline.statistics, strings),
        changes: drawn.changes,
        rows: drawn.html,
    }
}

pub(super) fn render(
    site: &Site,
    path: &SitePath,
    id: &DocumentId,
    locale: &Locale,
    pair: Pair,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let (Some(document), Some(language)) = (site.documents.get(id), site.languages.get(locale)) else {
        return Ok(Vec::new());
    };
    let Some(compared) = compared(site, document, locale, pair)? else { return Ok(Vec::new()) };
    let Compared { redline, locale: text, title } = &*compared;
    let strings = &language.strings;
    let heading = strings.with("changes-in", &[("title", title.as_str().into())]);
    let same = |other: &Locale| {
        let page = site.compare_page(id, pair, other);
        Some(if site.routes.contains_key(&page) { page } else { site.versions_page(id, other) })
    };
    let Some(mut page) = PageContext::new(&from, locale, heading, same) else { return Ok(Vec::new()) };
    page.noindex = true;
    let context = RedlineContext {
        before: side(&from, document, locale, language, pair.before),
        after: side(&from, document, locale, language, pair.after),
        back_url: from.link(&site.versions_page(id, locale)),
        has_versions: true,
        json: Some(from.link(&json_path(site, id, pair, locale))),
        ..RedlineContext::of(redline, strings, locale, text, title, *text != site.config.source)
    };
    page.description = Some(context.summary.clone());
    fill(site, "redline.html", &page, language, &context, 16_384 + 2 * context.rows.len())
}

impl<'a> RedlineContext<'a> {
    /// What follows from the redline alone.
    fn of(
        redline: &Redline,
        strings: &Strings,
        page: &Locale,
        text: &'a Locale,
        title: &'a str,
        is_translation: bool,
    ) -> Self {
        let drawn = draw(redline, strings, page, text);
        let count = drawn.changes.len();
        let classes = CLASSES.into_iter().filter(|class| drawn.changes.iter().any(|change| change.class == *class));
        Self {
            title,
            before: SideContext::default(),
            after: SideContext::default(),
            lang: text.tag(),
            dir: text.direction().as_str(),
            summary: summary(&redline.statistics, count, strings),
            same: sameness(&redline.statistics, count, strings, is_translation),
            capped: redline.is_capped(),
            figures: figures(&redline.statistics, strings),
            classes: classes.map(|name| ClassContext { name, label: strings.get(&format!("class-{name}")) }).collect(),
            changes: drawn.changes,
            rows: drawn.html,
            intro: None,
            back_url: String::new(),
            has_versions: false,
            json: None,
        }
    }
}

/// `/de/privacy/compare/original/`: what changed in the original since it was translated.
pub(super) fn lacking(
    site: &Site,
    path: &SitePath,
    id: &DocumentId,
    locale: &Locale,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let (Some(document), Some(language)) = (site.documents.get(id), site.languages.get(locale)) else {
        return Ok(Vec::new());
    };
    let Some(text) = document.translations.get(locale) else { return Ok(Vec::new()) };
    let Currency::Behind(behind) = &text.currency else { return Ok(Vec::new()) };
    let compared = site.lacking(document, text).transpose().map_err(|error| Box::new(error.diagnose(&text.source)))?;
    let Some(Compared { redline, locale: original, .. }) = compared else { return Ok(Vec::new()) };
    let strings = &language.strings;
    let heading = strings.with("lacking-in", &[("title", text.title.as_str().into())]);
    let same = |other: &Locale| {
        let page = site.lacking_page(id, other);
        Some(if site.routes.contains_key(&page) { page } else { site.page(id, other) })
    };
    let Some(mut page) = PageContext::new(&from, locale, heading, same) else { return Ok(Vec::new()) };
    page.noindex = true;
    let as_of = |day| strings.with("original-as-of", &[("date", strings.date(day).into())]);
    let base = match behind.base {
        Some(Base::Version(version)) => Some(site.version_page(id, version, &original)),
        _ => None,
    };
    let context = RedlineContext {
        before: SideContext {
            name: behind.reflects.map_or_else(|| strings.get("changes-before"), as_of),
            url: base.filter(|page| site.routes.contains_key(page)).map(|page| from.link(&page)),
        },
        after: SideContext { name: strings.get("original-today"), url: Some(from.link(&site.page(id, &original))) },
        intro: Some(with_language(site, &original, "lacking-explained", strings)),
        back_url: from.link(&site.page(id, locale)),
        ..RedlineContext::of(&redline, strings, locale, &original, &text.title, false)
    };
    page.description = Some(context.summary.clone());
    fill(site, "redline.html", &page, language, &context, 16_384 + 2 * context.rows.len())
}

/// Where the changes for machines stand.
pub(super) fn json_path(site: &Site, id: &DocumentId, pair: Pair, locale: &Locale) -> SitePath {
    super::machines::beside(&site.compare_page(id, pair, locale), "diff.json")
}

pub(super) fn compared(
    site: &Site,
    document: &Document,
    locale: &Locale,
    pair: Pair,
) -> Result<Option<std::sync::Arc<Compared>>, Box<Diagnostic>> {
    let found = site.compared(document, locale, pair).transpose();
    found.map_err(|error| {
        let path = document.translations.values().next().map(|text| text.source.clone());
        Box::new(error.diagnose(&path.unwrap_or_else(crate::config::Config::settings_path)))
    })
}

fn side(
    from: &From<'_>,
    document: &Document,
    locale: &Locale,
    language: &Language,
    id: Option<VersionId>,
) -> SideContext {
    match id {
        Some(id) => {
            let page = from.site.version_page(&document.id, id, locale);
            SideContext { name: name(id, language), url: Some(from.link(&page)) }
        }
        None => SideContext {
            name: language.strings.get("current-text"),
            url: Some(from.link(&from.site.page(&document.id, locale))),
        },
    }
}

/// The pair of two steps of a timeline.
pub(super) fn pair(steps: &Between<Option<&Entry<'_>>>) -> Option<Pair> {
    let name = |entry: &Entry<'_>| entry.version.map(|version| version.id);
    Some(Between { before: name(steps.before?), after: name(steps.after?) })
}

/// How much changed, in a sentence; or that no wording did.
pub(super) fn sentence(redline: &Redline, strings: &Strings) -> String {
    let count = numbers(&redline.rows).into_iter().max().unwrap_or(0);
    sameness(&redline.statistics, count, strings, false).unwrap_or_else(|| summary(&redline.statistics, count, strings))
}

/// The address of what changed between two steps of a timeline, where there is such a page.
pub(super) fn link(
    from: &From<'_>,
    id: &DocumentId,
    locale: &Locale,
    steps: Between<Option<&Entry<'_>>>,
) -> Option<String> {
    let pair = pair(&steps)?;
    let page = from.site.compare_page(id, pair, locale);
    from.site.routes.contains_key(&page).then(|| from.link(&page))
}
