//! A text on a page: what the templates of documents and of versions are given.

use serde::Serialize;

use super::common::{DateContext, isolate, with_language};
use super::standing::StandingContext;
use super::versions::NoteContext;
use crate::archive::Version;
use crate::history::{Pass, Why, Work};
use crate::language::{Piece, Strings};
use crate::markdown::{Prose, escape, render as render_prose};
use crate::site::{Dates, Document, Language, Seen, Site, Translation, Updated};
use crate::vocabulary::{Locale, SitePath};

/// What `document.html` and `version.html` are given.
#[derive(Debug, Serialize)]
pub(super) struct DocumentContext<'a> {
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
    /// Says that the original is shown, as HTML.
    notice: Option<String>,
    /// When the text was updated.
    updated: Option<DateContext>,
    /// Why there is no such date; at the preview alone.
    not_committed: bool,
    /// Whether it is part of no version yet; at the preview alone.
    not_archived: bool,
    /// From when the text applies.
    effective: Option<DateContext>,
    /// When the text was published.
    published: Option<DateContext>,
    /// The later revisions of the file that the date passes over.
    later: Option<Later>,
    /// What changed in this version.
    changed: Option<ChangedContext>,
    /// Which language prevails, as HTML.
    prevailing: Option<String>,
    /// Whose law governs, as HTML.
    law: Option<String>,
    /// The headings of the two upper levels.
    contents: Vec<Section>,
    /// Where the text stands among its versions.
    #[serde(flatten)]
    standing: StandingContext,
}

#[derive(Debug, Serialize)]
struct Later {
    /// How many there are, as a sentence.
    summary: String,
    /// A sentence with a date for each, newest first.
    edits: Vec<DateContext>,
}

/// What changed in a version.
#[derive(Debug, Serialize)]
pub(super) struct ChangedContext {
    /// In the words of its author.
    pub note: Option<NoteContext>,
    /// How much, in a sentence.
    pub summary: Option<String>,
    /// The page that shows it.
    pub url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Section {
    id: String,
    text: String,
    sections: Vec<Section>,
}

/// What depends on the page and not on the text.
pub(super) struct Around<'a> {
    pub site: &'a Site,
    pub document: &'a Document,
    pub page: &'a SitePath,
    /// The language of the page.
    pub language: (&'a Locale, &'a Language),
    /// Whether the text is the original, in place of a translation.
    pub is_fallback: bool,
    /// Whether the page is shown to the editor alone.
    pub is_preview: bool,
}

/// Everything that a template is given of a text.
pub(super) fn context<'a>(
    around: &Around<'a>,
    text: &'a Translation,
    prose: &Prose,
    standing: StandingContext,
    changed: Option<ChangedContext>,
) -> DocumentContext<'a> {
    let Around { site, document, page, language: (reader, language), is_fallback, is_preview } = *around;
    let seen = Seen { site, text, reader, page };
    // What is added inside the text is in the text's language, where the site has its words.
    let labels = site.languages.get(&text.locale).unwrap_or(language);
    let rendered = render_prose(prose, &text.outline, &text.ids, &seen, &labels.strings);
    DocumentContext {
        document: document.id.as_str(),
        title: (!text.outline.leads).then_some(text.title.as_str()),
        lead: rendered.lead,
        body: rendered.body,
        lang: text.locale.tag(),
        dir: text.locale.direction().as_str(),
        foreign: is_fallback,
        notice: is_fallback.then(|| notice(site, text, &language.strings)),
        updated: DateContext::updated(text, language),
        not_committed: is_preview && text.frozen.is_none() && is_uncommitted(&text.dates),
        not_archived: is_preview && is_unarchived(document, text),
        effective: DateContext::effective(text, language),
        published: DateContext::published(text, language),
        later: later(text, language),
        changed,
        prevailing: prevailing(site, document, &language.strings),
        law: law(site, document, reader, &language.strings),
        contents: contents(text),
        standing,
    }
}

impl DocumentContext<'_> {
    /// About how many bytes the page will have.
    pub(super) fn size(&self) -> usize {
        self.lead.len() + self.body.len() + 16_384
    }
}

/// Whether a text is part of no version that was frozen.
fn is_unarchived(document: &Document, text: &Translation) -> bool {
    let version = text.version.and_then(|id| document.timeline.get(id));
    document.timeline.newest().is_some() && version.is_none_or(Version::is_working)
}

fn is_uncommitted(dates: &Dates) -> bool {
    let never = matches!(
        dates.updated,
        Updated::Unknown { why: Why::NotCommitted { .. } | Why::NoCommits | Why::NoRepository }
    );
    never || dates.work != Work::Committed
}

/// The revisions since the text was updated, which the reader may want to see.
fn later(text: &Translation, language: &Language) -> Option<Later> {
    let passed = &text.dates.passed;
    // A recorded date says nothing of later edits, so that it needs no history.
    if passed.is_empty() || text.recorded.is_some() || text.dates.updated.known().is_none() {
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

/// Says which language prevails, where there is more than one.
fn prevailing(site: &Site, document: &Document, strings: &Strings) -> Option<String> {
    let locale = site.config.laws.prevailing(&document.id)?;
    (document.translations.len() > 1).then(|| with_language(site, locale, "prevailing-language", strings))
}

/// Says whose law governs.
fn law(site: &Site, document: &Document, reader: &Locale, strings: &Strings) -> Option<String> {
    let words = site.config.laws.jurisdiction(&document.id)?;
    let (name, other) = words.get(reader, &site.config.source)?;
    let mut html = String::new();
    for piece in strings.pieces("governing-law", &["jurisdiction"]) {
        match piece {
            Piece::Words(words) => escape(&words, &mut html),
            Piece::Name(_) => isolate(name, other, &mut html),
        }
    }
    Some(html)
}

/// Says that the original stands in for a translation.
fn notice(site: &Site, text: &Translation, strings: &Strings) -> String {
    // Of an old version no translation will come.
    let key = if text.frozen.is_some() { "version-fallback-notice" } else { "fallback-notice" };
    with_language(site, &text.locale, key, strings)
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
