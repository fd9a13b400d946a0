//! From files to documents.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Dates, Document, Translation};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Options, Outline, Prose, line, lint, parse};
use crate::source::{FrontMatter, Matter, Source, Sources, TextError, World};
use crate::vocabulary::{DocumentId, Locale, SourcePath};

/// Reads a text and parses it.
///
/// # Errors
/// Why the file gives no text.
pub(super) fn read_text(
    config: &Config,
    world: &dyn World,
    path: &SourcePath,
    locale: &Locale,
) -> Result<(Arc<str>, Matter, Prose, Vec<Diagnostic>), TextError> {
    let file = world.text(path)?;
    let matter = Matter::find(&file);
    let (prose, findings) = parse(&file, matter.body, &options(config, path, locale));
    Ok((file, matter, prose, findings))
}

fn options<'a>(config: &'a Config, path: &'a SourcePath, locale: &'a Locale) -> Options<'a> {
    Options { path, locale, variables: &config.variables, placeholders: &config.placeholders, html: config.html }
}

/// So many bytes of texts are kept as prose, so that a page need not be parsed again; the rest of a
/// large site does not stand in memory.
const KEPT_AT_MOST: usize = 16 << 20;

/// Reads every text, on all cores, and keeps what the site must know of it.
pub(super) fn documents(
    config: &Config,
    world: &dyn World,
    sources: &Sources,
    mut dates: BTreeMap<SourcePath, Dates>,
    sink: &mut Vec<Diagnostic>,
) -> BTreeMap<DocumentId, Document> {
    let kept = AtomicUsize::new(0);
    let dated: Vec<(&Source, Dates)> =
        sources.texts.iter().filter_map(|source| Some((source, dates.remove(&source.path)?))).collect();
    let loaded: Vec<(Option<Translation>, Vec<Diagnostic>)> =
        dated.into_par_iter().map(|(source, dates)| translation(config, world, source, dates, &kept)).collect();
    let mut documents: BTreeMap<DocumentId, Document> = BTreeMap::new();
    for (source, (translation, findings)) in sources.texts.iter().zip(loaded) {
        sink.extend(findings);
        if let Some(translation) = translation {
            documents
                .entry(source.document.clone())
                .or_insert_with(|| Document { id: source.document.clone(), translations: BTreeMap::new() })
                .translations
                .insert(source.locale.clone(), translation);
        }
    }
    for document in documents.values_mut() {
        number(document, &config.source);
    }
    documents
}

/// Gives every heading its id: the originals first, then the translations, which follow them.
fn number(document: &mut Document, source: &Locale) {
    let original = document.translations.get(source).map(|text| (text.outline.clone(), text.outline.ids(None).0));
    for text in document.translations.values_mut() {
        let followed = original.as_ref().filter(|_| text.locale != *source);
        (text.ids, text.anchors) = text.outline.ids(followed.map(|(outline, ids)| (outline, ids.as_slice())));
    }
}

fn translation(
    config: &Config,
    world: &dyn World,
    source: &Source,
    dates: Dates,
    kept: &AtomicUsize,
) -> (Option<Translation>, Vec<Diagnostic>) {
    let Source { document, locale, path } = source;
    let (file, matter, prose, mut findings) = match read_text(config, world, path, locale) {
        Ok(read) => read,
        Err(error) => return (None, vec![error.diagnose(path)]),
    };
    let (mut front, more) = FrontMatter::read(path, &file, &matter);
    findings.extend(more);
    for text in [&mut front.title, &mut front.description].into_iter().flatten() {
        let (replaced, more) = line(text, &file, &options(config, path, locale));
        *text = replaced;
        findings.extend(more);
    }
    let outline = Outline::of(&prose, front.title.is_some());
    let line_of = |found: &Diagnostic| {
        let start = found.place.as_ref().and_then(|place| place.span).map_or(0, |span| span.0);
        file[..start].matches('\n').count()
    };
    let unknown: Vec<usize> = findings.iter().filter(|f| f.code == Code::VARIABLE_UNKNOWN).map(line_of).collect();
    // A variable without a value is reported as that, not as the syntax of another tool too.
    let is_new = |found: &Diagnostic| found.code != Code::TEMPLATE_SYNTAX || !unknown.contains(&line_of(found));
    findings.extend(lint(&prose, &file, path).into_iter().filter(is_new));
    findings.extend(outline.findings(path, &file));
    let heading = outline.title().map(str::to_owned);
    let title = front.title.or(heading).unwrap_or_else(|| document.spoken());
    let translation = Translation {
        locale: locale.clone(),
        path: path.clone(),
        title,
        description: front.description,
        effective: front.effective.or(dates.effective),
        published: front.published,
        dates,
        prose: (kept.fetch_add(file.len(), Ordering::Relaxed) < KEPT_AT_MOST).then(|| Arc::new(prose)),
        outline,
        ids: Vec::new(),
        anchors: crate::markdown::Anchors::default(),
    };
    (Some(translation), findings)
}
