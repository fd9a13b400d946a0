//! The later revisions of originals that have translations which may be behind.

use std::collections::{BTreeMap, BTreeSet};

use super::{Overrides, history_options, versions};
use crate::archive::{Archive, Held, Material, Place, Timeline, material};
use crate::config::Config;
use crate::history::{self, Blobs, History, Which};
use crate::meaning::Meaning;
use crate::site::{Currency, CurrencyOf, Dates, Side};
use crate::source::{Disk, FrontMatter, Matter, Source, Sources, World};
use crate::vocabulary::{DocumentId, Instant, Locale, SourcePath};

/// By the file of the original.
pub(super) type Originals = BTreeMap<SourcePath, Vec<Material>>;

/// Reads the revisions of those originals to which a translation refers, or which are newer than one of their
/// translations; nothing is read of the others, nor of those whose records say when they were changed.
pub(super) fn originals(
    disk: Disk,
    config: &Config,
    sources: &Sources,
    (history, versions): (&History, &versions::Read),
    overrides: &Overrides,
) -> (Disk, Originals) {
    let wanted = wanted(&disk, config, sources, (history, versions));
    if wanted.is_empty() {
        return (disk, Originals::new());
    }
    let paths: Vec<SourcePath> = wanted.iter().map(|(source, _)| source.path.clone()).collect();
    let options = history_options(&disk, config, overrides, &mut Vec::new());
    let options = history::Options { remember: Some("originals"), ..options };
    let mut lists =
        history::texts(disk.root(), &paths, Which::Followed, &options, &Meaning::new(config, &disk, sources));
    let all: Vec<SourcePath> = sources.texts.iter().map(|source| source.path.clone()).collect();
    let blobs = Blobs::open(disk.root(), &all);
    let disk = disk.with_revisions(blobs);
    let reader = Meaning::new(config, &disk, sources);
    let found = wanted.iter().filter_map(|(source, until)| {
        let list = lists.remove(&source.path)?.ok()?;
        Some((source.path.clone(), material(config, &disk, &reader, source, &list, *until)))
    });
    let found = found.collect();
    (disk, found)
}

/// The originals, and the moment in seconds down to which their revisions matter.
fn wanted<'s>(
    disk: &Disk,
    config: &Config,
    sources: &'s Sources,
    (history, versions): (&History, &versions::Read),
) -> Vec<(&'s Source, i64)> {
    let mut wanted = Vec::new();
    for texts in sources.texts.chunk_by(|one, next| one.document == next.document) {
        let Some(original) = texts.iter().find(|text| text.locale == config.source) else { continue };
        let newest = history.of(&original.path).updated.ok().filter(|_| !versions.has_record(&original.path));
        let until = |text: &Source| {
            if translates(disk, &text.path).is_some() {
                return Some(i64::MIN);
            }
            let (newest, own) = (newest.as_ref()?, history.of(&text.path).updated.ok()?);
            let is_behind = newest.seconds > own.seconds && newest.commit != own.commit;
            is_behind.then_some(own.seconds)
        };
        let others = texts.iter().filter(|text| text.locale != config.source);
        wanted.extend(others.filter_map(until).min().map(|until| (original, until)));
    }
    wanted
}

/// What a text says that it translates.
fn translates(disk: &Disk, path: &SourcePath) -> Option<String> {
    let text = disk.text(path).ok().filter(|text| text.contains("translates"))?;
    FrontMatter::read(path, &text, &Matter::find(&text)).0.translates
}

/// How each text stands to its original, by its dates alone.
pub(super) fn currencies(
    disk: &Disk,
    config: &Config,
    sources: &Sources,
    dates: &BTreeMap<SourcePath, Dates>,
    (archive, held): (&Archive, &Held),
    originals: &Originals,
) -> BTreeMap<SourcePath, Currency> {
    let none = Timeline::default();
    let side = |source: &Source| {
        let timeline = archive.timelines.get(&source.document);
        let version = held.get(&source.path).copied();
        let frozen = timeline.zip(version).and_then(|(timeline, id)| timeline.get(id)?.texts.get(&source.locale));
        let recorded = frozen.filter(|frozen| matches!(frozen.place, Place::Record(..)));
        let known = dates.get(&source.path).and_then(|dates| dates.updated.known());
        let (updated, instant) = match recorded {
            Some(frozen) => (frozen.updated, frozen.instant),
            None => known.map(|(day, revision)| (day, Instant(revision.seconds))).unzip(),
        };
        Side { updated, instant, version, is_recorded: recorded.is_some() }
    };
    let mut found = BTreeMap::new();
    for texts in sources.texts.chunk_by(|one, next| one.document == next.document) {
        let Some(original) = texts.iter().find(|text| text.locale == config.source) else { continue };
        let newest = side(original);
        for source in texts.iter().filter(|text| text.locale != config.source) {
            let text = side(source);
            let said = translates(disk, &source.path);
            let compared = CurrencyOf {
                original: &newest,
                text: &text,
                translates: said.as_deref(),
                timeline: archive.timelines.get(&source.document).unwrap_or(&none),
                source: &config.source,
                material: originals.get(&original.path).map(Vec::as_slice).unwrap_or_default(),
                today: disk.today(),
            };
            let derived = || CurrencyOf { translates: None, ..compared }.currency();
            found.extend(compared.currency().or_else(derived).map(|currency| (source.path.clone(), currency)));
        }
    }
    found
}

/// The languages of the site into which a document is not translated; one that has the text of a parent
/// language lacks nothing.
pub(super) fn missing(config: &Config, sources: &Sources) -> BTreeMap<DocumentId, Vec<Locale>> {
    let languages: BTreeSet<&Locale> = match &config.publish {
        Some(publish) => publish.iter().collect(),
        None => sources.texts.iter().map(|text| &text.locale).collect(),
    };
    let chains: Vec<(&Locale, Vec<String>)> = languages.into_iter().map(|locale| (locale, locale.chain())).collect();
    let of = |texts: &[Source]| {
        let has = |chain: &[String]| texts.iter().any(|text| chain.iter().any(|tag| text.locale.tag() == tag));
        let missing = chains.iter().filter(|(_, chain)| !has(chain)).map(|(locale, _)| (*locale).clone());
        Some((texts.first()?.document.clone(), missing.collect::<Vec<Locale>>()))
    };
    let documents = sources.texts.chunk_by(|one, next| one.document == next.document);
    documents.filter_map(of).filter(|(_, missing)| !missing.is_empty()).collect()
}
