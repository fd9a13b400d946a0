//! Findings, as `engross check` tells them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::{Place, View};
use super::cells::counted;
use super::look::Link;
use super::state::Counts;
use super::words::Voice;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;
use crate::source::{Excerpt, Excerpts};
use crate::vocabulary::SourcePath;

/// So many findings of a file stand on the page of all; the rest are on the page of the text.
const SHOWN: usize = 10;

/// What `findings.html` is given.
#[derive(Debug, Serialize)]
pub(super) struct FindingsContext {
    /// How many there are, in a sentence.
    summary: String,
    /// What the findings are about, where that needs saying.
    about: Option<String>,
    /// The other findings.
    other: Link,
    files: Vec<FileContext>,
}

#[derive(Debug, Serialize)]
struct FileContext {
    /// The file; nothing for what concerns no single one.
    path: Option<String>,
    /// The page of the text, if the file is one.
    url: Option<String>,
    counts: Option<String>,
    findings: Vec<FindingContext>,
    more: Option<String>,
}

/// A finding in words.
#[derive(Debug, Serialize)]
pub(super) struct FindingContext {
    class: &'static str,
    severity: String,
    code: &'static str,
    message: String,
    place: Option<String>,
    line: Option<String>,
    caret: String,
    label: String,
    related: Option<String>,
    help: Option<String>,
}

/// The findings of reading the site.
pub(super) fn findings(site: &Site, all: &[Diagnostic], voice: &Voice) -> FindingsContext {
    let other = Link::new(voice.strings.get("desk-compare"), Place::Differences.address(voice.tongue));
    by_file(site, all, voice, other, None)
}

/// Those about translations that differ from their originals.
pub(super) fn differences(site: &Site, all: &[Diagnostic], voice: &Voice) -> FindingsContext {
    let other = Link::new(voice.strings.get("desk-all-findings"), Place::Findings.address(voice.tongue));
    by_file(site, all, voice, other, Some(voice.strings.get("desk-differences-about")))
}

/// Findings by file: those with errors first.
fn by_file(site: &Site, all: &[Diagnostic], voice: &Voice, other: Link, about: Option<String>) -> FindingsContext {
    let excerpts = Excerpts::read(&*site.world, all);
    let mut files: BTreeMap<Option<&SourcePath>, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in all {
        files.entry(finding.place.as_ref().map(|place| &place.path)).or_default().push(finding);
    }
    let mut files: Vec<(Option<&SourcePath>, Vec<&Diagnostic>)> = files.into_iter().collect();
    files.sort_by_key(|(_, findings)| findings.iter().map(|finding| finding.severity).min());
    let texts = texts(site);
    let file = |(path, findings): (Option<&SourcePath>, Vec<&Diagnostic>)| {
        let url = path.and_then(|path| texts.get(path)).map(|place| place.address(voice.tongue));
        let more = findings.len().saturating_sub(SHOWN);
        let more = if url.is_some() { more } else { 0 };
        let shown = findings.len() - more;
        FileContext {
            path: path.map(|path| path.as_str().to_owned()),
            url,
            counts: counted(Counts::of(findings.iter().copied()), voice),
            findings: contexts(&excerpts, findings, voice).into_iter().take(shown).collect(),
            more: (more > 0).then(|| voice.strings.with("desk-more-findings", &[("count", more.into())])),
        }
    };
    FindingsContext {
        summary: counted(Counts::of(all), voice).unwrap_or_else(|| voice.strings.get("desk-no-findings")),
        about,
        other,
        files: files.into_iter().map(file).collect(),
    }
}

/// The pages of the working texts, by their files.
fn texts(site: &Site) -> BTreeMap<&SourcePath, Place> {
    let mut pages = BTreeMap::new();
    for document in site.documents.values() {
        for text in document.all_working().filter(|text| site.languages.contains_key(&text.locale)) {
            pages.insert(&text.source, Place::Text(View::State, text.locale.clone(), document.id.clone()));
        }
    }
    pages
}

/// The findings of one file, errors first.
pub(super) fn of_file(site: &Site, all: &[Diagnostic], path: &SourcePath, voice: &Voice) -> Vec<FindingContext> {
    let own = |finding: &&Diagnostic| finding.place.as_ref().is_some_and(|place| place.path == *path);
    let own: Vec<&Diagnostic> = all.iter().filter(own).collect();
    let excerpts = Excerpts::read(&*site.world, own.iter().copied());
    contexts(&excerpts, own, voice)
}

fn contexts(excerpts: &Excerpts<'_>, mut findings: Vec<&Diagnostic>, voice: &Voice) -> Vec<FindingContext> {
    findings.sort_by_key(|finding| finding.severity);
    findings.into_iter().map(|finding| context(excerpts, finding, voice)).collect()
}

fn context(excerpts: &Excerpts<'_>, finding: &Diagnostic, voice: &Voice) -> FindingContext {
    let severity = match finding.severity {
        Severity::Error => "desk-error",
        Severity::Warning => "desk-warning",
        Severity::Note => "desk-note",
    };
    let excerpt = finding.place.as_ref().and_then(|place| excerpts.excerpt(place)).map(|excerpt| excerpt.short());
    let place = excerpt.as_ref().map(|Excerpt { line, column, .. }| {
        voice.strings.with("desk-place", &[("line", (*line).into()), ("column", (*column).into())])
    });
    let (line, caret) = excerpt.map(|excerpt| (excerpt.text, excerpt.caret)).unzip();
    FindingContext {
        class: finding.severity.as_str(),
        severity: voice.strings.get(severity),
        code: finding.code.as_str(),
        message: finding.message.clone(),
        place,
        line,
        caret: caret.unwrap_or_default(),
        label: finding.place.as_ref().map(|place| place.label.clone()).unwrap_or_default(),
        related: finding.related.as_ref().map(|place| format!("{}: {}", place.label, place.path)),
        help: finding.help.clone(),
    }
}
