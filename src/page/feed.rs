//! `/de/privacy/feed.xml` and `/de/feed.xml`: versions as Atom feeds (RFC 4287).

use std::io;

use super::feed_changes;
use super::redline;
use super::standing::name;
use super::versions::{NoteContext, note, title};
use super::xml::{self, Out, text, text_with};
use crate::diagnostic::Diagnostic;
use crate::redline::Between;
use crate::site::{Document, Entry, Language, Pair, Site};
use crate::vocabulary::{Day, DocumentId, Locale, SitePath};

/// An entry of a feed.
struct Item {
    /// The day of publication, else the one on which the version was frozen, else its first day.
    day: Day,
    /// The first day in force.
    from: Day,
    id: String,
    title: String,
    url: String,
    source: Option<String>,
    note: Option<NoteContext>,
    period: String,
    /// The page that shows what changed.
    compare: Option<String>,
    /// The version before and this one, where they are compared.
    pair: Option<(DocumentId, Pair)>,
    /// What changed, as HTML.
    changes: Option<String>,
}

/// So many of the newest entries say what changed; the others link to it.
const TOLD: usize = 10;

/// What stands above the entries.
struct Head {
    id: String,
    title: String,
    url: String,
    feed: String,
}

/// Where the feed of a document stands.
pub(super) fn of_document(site: &Site, id: &DocumentId, locale: &Locale) -> SitePath {
    super::machines::beside(&site.page(id, locale), "feed.xml")
}

/// Where the feed of a language stands.
pub(super) fn of_language(site: &Site, locale: &Locale) -> SitePath {
    super::machines::beside(&site.home(locale), "feed.xml")
}

/// The feed of a document in a language.
pub(super) fn document(site: &Site, id: &DocumentId, locale: &Locale) -> Result<Vec<u8>, Box<Diagnostic>> {
    let (Some(document), Some(language)) = (site.documents.get(id), site.languages.get(locale)) else {
        return Ok(Vec::new());
    };
    let items = items(site, document, locale, language);
    let head = Head {
        id: tag(site, first(&items), &format!("{locale}/{}", id.address())),
        title: title(site, document, locale),
        url: site.url(&site.page(id, locale)),
        feed: site.url(&of_document(site, id, locale)),
    };
    written(site, locale, language, &head, items)
}

/// The feed of all documents in a language.
pub(super) fn language(site: &Site, locale: &Locale) -> Result<Vec<u8>, Box<Diagnostic>> {
    let Some(language) = site.languages.get(locale) else { return Ok(Vec::new()) };
    let items: Vec<Item> =
        site.documents.values().flat_map(|document| items(site, document, locale, language)).collect();
    let head = Head {
        id: tag(site, first(&items), locale.tag()),
        title: site.title(&language.strings),
        url: site.url(&site.home(locale)),
        feed: site.url(&of_language(site, locale)),
    };
    written(site, locale, language, &head, items)
}

fn first(items: &[Item]) -> Option<Day> {
    items.iter().map(|item| item.from).min()
}

/// A name that stays whatever becomes of the address (RFC 4151).
fn tag(site: &Site, day: Option<Day>, path: &str) -> String {
    let host = site.config.base_url.as_str().split("://").nth(1).and_then(|rest| rest.split(['/', ':']).next());
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let path = SitePath::file(format!("{}{path}", site.config.base_url.path().trim_start_matches('/'))).address();
    format!("tag:{},{day}:{path}", host.unwrap_or_default())
}

fn items(site: &Site, document: &Document, locale: &Locale, language: &Language) -> Vec<Item> {
    let entries = site.timeline(document, locale);
    let item = |(at, entry): (usize, &Entry<'_>)| {
        let version = entry.version?;
        let before = entries[..at].iter().rev().find(|entry| !entry.is_withdrawal());
        let pair = redline::pair(&Between { before, after: Some(entry) });
        let compare = pair.map(|pair| site.compare_page(&document.id, pair, locale));
        let compare = compare.filter(|page| site.routes.contains_key(page));
        let page = match entry.edition {
            Some(_) => site.version_page(&document.id, version.id, locale),
            None => site.page(&document.id, locale),
        };
        let name =
            if entry.is_withdrawal() { language.strings.get("standing-withdrawn") } else { name(version.id, language) };
        let source = super::machines::source_path(site, &document.id, version.id, locale);
        Some(Item {
            day: version.published.or(version.archived).unwrap_or(version.id.day()),
            from: version.id.day(),
            id: tag(site, Some(version.id.day()), &format!("{locale}/{}/{}", document.id.address(), version.id)),
            title: format!("{}: {name}", title(site, document, locale)),
            url: site.url(&page),
            source: entry.edition.map(|_| site.url(&source)),
            note: note(site, version, locale),
            period: super::versions::period(entry).map(|period| period.words(language)).unwrap_or_default(),
            pair: pair.filter(|_| compare.is_some()).map(|pair| (document.id.clone(), pair)),
            compare: compare.map(|page| site.url(&page)),
            changes: None,
        })
    };
    entries.iter().enumerate().filter_map(item).collect()
}

fn written(
    site: &Site,
    locale: &Locale,
    language: &Language,
    head: &Head,
    mut items: Vec<Item>,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    items.sort_by(|a, b| (b.day, &b.id).cmp(&(a.day, &a.id)));
    for item in items.iter_mut().take(TOLD) {
        let Some((document, pair)) = item.pair.as_ref().and_then(|(id, pair)| Some((site.documents.get(id)?, *pair)))
        else {
            continue;
        };
        let compared = redline::compared(site, document, locale, pair)?;
        item.changes = compared.and_then(|compared| feed_changes::html(&compared.redline, &language.strings));
    }
    let author = site.config.organization.clone().unwrap_or_else(|| site.title(&language.strings));
    Ok(xml::file(|out| feed(out, locale, &author, head, &items)))
}

fn feed(out: &mut Out, locale: &Locale, author: &str, head: &Head, items: &[Item]) -> io::Result<()> {
    let feed = out.create_element("feed");
    let feed = feed.with_attribute(("xmlns", "http://www.w3.org/2005/Atom")).with_attribute(("xml:lang", locale.tag()));
    feed.write_inner_content(|out| {
        text(out, "id", &head.id)?;
        text(out, "title", &head.title)?;
        text(out, "updated", &instant(items.first().map(|item| item.day)))?;
        out.create_element("author").write_inner_content(|out| text(out, "name", author))?;
        link(out, "self", "application/atom+xml", &head.feed)?;
        link(out, "alternate", "text/html", &head.url)?;
        items.iter().try_for_each(|item| entry(out, item))
    })?;
    Ok(())
}

fn entry(out: &mut Out, item: &Item) -> io::Result<()> {
    out.create_element("entry").write_inner_content(|out| {
        text(out, "id", &item.id)?;
        text(out, "title", &item.title)?;
        text(out, "updated", &instant(Some(item.day)))?;
        link(out, "alternate", "text/html", &item.url)?;
        if let Some(compare) = &item.compare {
            link(out, "related", "text/html", compare)?;
        }
        if let Some(source) = &item.source {
            link(out, "related", "text/markdown", source)?;
        }
        match &item.note {
            Some(note) => text_with(out, "summary", Some(("xml:lang", &note.lang)), &note.text)?,
            None => text(out, "summary", &item.period)?,
        }
        if let Some(changes) = &item.changes {
            text_with(out, "content", Some(("type", "html")), changes)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn link(out: &mut Out, rel: &str, kind: &str, url: &str) -> io::Result<()> {
    let link = out.create_element("link");
    link.with_attribute(("rel", rel))
        .with_attribute(("type", kind))
        .with_attribute(("href", url))
        .write_empty()
        .map(drop)
}

/// A day as an instant: its first second in UTC.
fn instant(day: Option<Day>) -> String {
    day.map(|day| format!("{day}T00:00:00Z")).unwrap_or_default()
}
