//! The working texts: what each file says, before anything is known of versions and dates.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::load::{options, read_text};
use super::{Currency, Dates, Translation};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Anchors, Outline, line, lint};
use crate::source::{FrontMatter, Source, Sources, World};
use crate::vocabulary::{DocumentId, SourcePath};

/// A working text as it was read.
#[derive(Debug)]
pub struct WorkingText {
    /// Where it is.
    pub source: Source,
    /// What it says; nothing where the file gives no text.
    pub(super) text: Option<Translation>,
    /// The paths that the file had before, where its author says so.
    formerly: Option<Vec<SourcePath>>,
    /// What was found in it.
    pub(super) findings: Vec<Diagnostic>,
}

impl WorkingText {
    /// Whether what others than the text itself depend on is as in another one: whether it states a day, which
    /// paths it had, what it translates.
    #[must_use]
    pub fn leads_alike(&self, other: &Self) -> bool {
        let led = |text: &Self| {
            let own = text.text.as_ref().map(|text| (text.effective.is_some(), text.translates.clone()));
            (own, text.formerly.clone())
        };
        led(self) == led(other)
    }
}

/// A working text and its dates.
#[derive(Debug, Clone)]
pub struct Dated {
    /// The text.
    pub text: Arc<WorkingText>,
    /// Its dates.
    pub dates: Arc<Dates>,
}

/// The working texts of every document, sorted by language.
pub type Working = BTreeMap<DocumentId, Arc<Vec<Dated>>>;

/// So many bytes of texts are kept as prose, so that a page need not be parsed again; the rest of a
/// large site does not stand in memory.
const KEPT_AT_MOST: usize = 16 << 20;

/// Reads every text on all cores, but for those that `known` still has.
#[must_use]
pub fn texts(
    config: &Config,
    world: &dyn World,
    sources: &Sources,
    known: &(dyn Fn(&Source) -> Option<Arc<WorkingText>> + Sync),
) -> Vec<Arc<WorkingText>> {
    let kept = AtomicUsize::new(0);
    let is_kept = |bytes: usize| kept.fetch_add(bytes, Ordering::Relaxed) < KEPT_AT_MOST;
    let read = |source: &Source| known(source).unwrap_or_else(|| Arc::new(read(config, world, source, &is_kept)));
    sources.texts.par_iter().map(read).collect()
}

/// The texts with their dates.
#[must_use]
pub fn dated(texts: Vec<Arc<WorkingText>>, mut dates: BTreeMap<SourcePath, Dates>) -> Working {
    let mut working: BTreeMap<DocumentId, Vec<Dated>> = BTreeMap::new();
    for text in texts {
        let dates = dates.remove(&text.source.path).unwrap_or_else(Dates::none);
        let dated = Dated { text, dates: Arc::new(dates) };
        working.entry(dated.text.source.document.clone()).or_default().push(dated);
    }
    working.into_iter().map(|(id, texts)| (id, Arc::new(texts))).collect()
}

/// Reads a text anew; its prose is kept if that of the one before was.
#[must_use]
pub fn read_again(config: &Config, world: &dyn World, before: &WorkingText) -> WorkingText {
    let was_kept = before.text.as_ref().is_none_or(|text| text.prose.is_some());
    read(config, world, &before.source, &|_| was_kept)
}

/// Reads a text; `is_kept` says for its length in bytes whether its prose is kept.
fn read(config: &Config, world: &dyn World, source: &Source, is_kept: &dyn Fn(usize) -> bool) -> WorkingText {
    let Source { document, locale, path } = source;
    let (file, matter, prose, mut findings) = match read_text(config, world, path, locale) {
        Ok(read) => read,
        Err(error) => {
            let findings = vec![error.diagnose(path)];
            return WorkingText { source: source.clone(), text: None, formerly: None, findings };
        }
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
        source: path.clone(),
        frozen: None,
        files: BTreeMap::new(),
        version: None,
        recorded: None,
        title,
        description: front.description,
        effective: front.effective,
        published: front.published,
        translates: front.translates,
        currency: Currency::Original,
        dates: Dates::none(),
        prose: is_kept(file.len()).then(|| Arc::new(prose)),
        outline: Arc::new(outline),
        ids: Vec::new(),
        anchors: Anchors::default(),
    };
    WorkingText { source: source.clone(), text: Some(translation), formerly: front.formerly, findings }
}
