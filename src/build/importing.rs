//! Writing the version records that git history already holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::{Failure, Overrides, survey, versions};
use crate::archive::{self, FromHistory, Frozen, NewRecord, NewText, Place, Timeline, Unknown, Version};
use crate::config::{Config, variables};
use crate::diagnostic::{Code, Diagnostic, Severity, nearest, sort};
use crate::source::{Disk, Sources, World};
use crate::vocabulary::{Day, DocumentId, Instant, Locale, SourcePath, Zone};

/// What was imported.
#[derive(Debug)]
pub struct Imported {
    /// How many versions of each document were written.
    pub written: BTreeMap<DocumentId, usize>,
    /// How many versions of each document were there already.
    pub there: usize,
    /// What is wrong; an error means that nothing was written.
    pub findings: Vec<Diagnostic>,
    /// Gives the texts that findings point into.
    pub world: Disk,
}

/// When a text was updated.
type Latest = (Day, Instant);

/// So many records stand in memory at once.
const AT_ONCE: usize = 64;

/// Writes a record for every version that the history of the named documents holds and that is not
/// there yet; without names, of all documents.
///
/// # Errors
/// [`Failure`] where the site cannot be read or the archive cannot be written.
pub fn import(
    root: &Path,
    today: impl Fn(&Zone) -> Day,
    overrides: &Overrides,
    names: &[String],
    since: Option<Day>,
) -> Result<Imported, Failure> {
    let found = survey(root, today, overrides)?;
    let (mut config, sources) = (found.config, found.sources);
    config.versions.since = since.or(config.versions.since);
    let disk = versions::with_revisions(found.disk, &sources);
    let (recorded, mut findings) = versions::proved(&disk, false)?;
    let wanted = wanted(names, &sources, &mut findings);
    let history = versions::from_history(&disk, &config, &wanted, overrides);
    let FromHistory { archive: from_history, findings: more } = history;
    findings.extend(more);
    let newest = newest_dates(&disk, &config, &wanted, overrides);
    let (mut records, mut there) = (Vec::new(), 0);
    for (id, timeline) in &from_history.timelines {
        let known = recorded.timelines.get(id);
        let archived = known.and_then(|known| known.versions().find(|version| !version.imported));
        for version in timeline.versions() {
            let exists = known.is_some_and(|known| known.get(version.id).is_some());
            if exists || archived.is_some_and(|archived| is_told_by(archived, version)) {
                there += usize::from(exists);
            } else {
                records.push((id, timeline, version));
            }
        }
    }
    let made = |(id, timeline, version): &(&DocumentId, &Timeline, &Version)| {
        record(&config, &disk, id, timeline, version, &newest)
    };
    // All are tried before one is written, and made again then: texts of thousands of versions do
    // not stand in memory at once.
    findings.extend(records.par_iter().filter_map(|new| made(new).err()).flatten_iter().collect::<Vec<_>>());
    sort(&mut findings);
    let mut written = BTreeMap::new();
    if !findings.iter().any(|finding| finding.severity == Severity::Error) {
        let new = records
            .chunks(AT_ONCE)
            .flat_map(|some| some.par_iter().filter_map(|new| made(new).ok()).collect::<Vec<NewRecord>>());
        archive::write(root, new).map_err(Failure::Archive)?;
        for (id, ..) in records {
            *written.entry(id.clone()).or_insert(0) += 1;
        }
    }
    Ok(Imported { written, there, findings, world: disk })
}

/// Whether a version that was archived by hand is the better record of one from history: that is not
/// older, or it is the same text, archived before it applied.
fn is_told_by(archived: &Version, version: &Version) -> bool {
    let updated = archived.texts.values().filter_map(|text| text.updated).max();
    version.id >= archived.id || updated.is_some_and(|updated| version.id.day() >= updated)
}

/// The texts of the documents that are named.
fn wanted(names: &[String], sources: &Sources, findings: &mut Vec<Diagnostic>) -> Sources {
    if names.is_empty() {
        return sources.clone();
    }
    let names: BTreeSet<DocumentId> = names.iter().map(|name| DocumentId::new(name)).collect();
    for name in &names {
        if !sources.texts.iter().any(|source| source.document == *name) {
            let known = sources.texts.iter().map(|source| source.document.as_str());
            let message = format!("there is no document \"{name}\"");
            let cure = nearest(name.as_str(), known).map(|meant| format!("did you mean \"{meant}\"?"));
            let cure = cure.unwrap_or_else(|| "`engross status` lists every document by its name".to_owned());
            findings.push(Diagnostic::error(Code::NO_DOCUMENTS, message).cure(cure));
        }
    }
    let of = |source: &&crate::source::Source| names.contains(&source.document);
    Sources { texts: sources.texts.iter().filter(of).cloned().collect() }
}

/// When the committed texts were updated: the newest versions have these days and moments.
fn newest_dates(
    disk: &Disk,
    config: &Config,
    sources: &Sources,
    overrides: &Overrides,
) -> BTreeMap<SourcePath, Latest> {
    let history = super::read_history(disk, config, sources, overrides, false, &mut Vec::new());
    let latest = |path: &SourcePath| {
        let updated = history.of(path).updated.ok()?;
        Some((path.clone(), (config.time_zone.day_of(updated.seconds)?, Instant(updated.seconds))))
    };
    sources.texts.iter().filter_map(|source| latest(&source.path)).collect()
}

fn record(
    config: &Config,
    disk: &Disk,
    document: &DocumentId,
    timeline: &Timeline,
    version: &Version,
    newest: &BTreeMap<SourcePath, Latest>,
) -> Result<NewRecord, Vec<Diagnostic>> {
    let (mut texts, mut faults) = (BTreeMap::new(), Vec::new());
    for (locale, frozen) in version.texts.iter() {
        match text(config, disk, locale, frozen) {
            Ok(text) => {
                let is_newest = timeline.newest_text(locale).is_some_and(|(newest, _)| newest.id == version.id);
                // The committed text may have been updated without a revision: by a variable.
                let is_working = is_newest && working(config, disk, locale, &frozen.source).as_ref() == Some(&text);
                let (updated, instant) = match newest.get(&frozen.source).filter(|_| is_working) {
                    Some((day, instant)) => (Some(*day), Some(*instant)),
                    None => (frozen.updated, frozen.instant),
                };
                let (source, commit) = (frozen.source.clone(), frozen.commit.clone());
                texts.insert(locale.clone(), NewText { text, source, updated, instant, commit });
            }
            Err(fault) => faults.push(*fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(NewRecord {
        document: document.clone(),
        id: version.id,
        published: None,
        archived: None,
        kind: version.kind,
        imported: true,
        notes: BTreeMap::new(),
        discontinued: Vec::new(),
        texts,
        files: BTreeMap::new(),
    })
}

/// The text as it is now, with the values that its variables have now.
fn working(config: &Config, disk: &Disk, locale: &Locale, path: &SourcePath) -> Option<String> {
    let text = disk.text(path).ok()?;
    archive::freeze(&text, path, locale, config, &config.variables, Unknown::Kept).ok()
}

/// The text of a revision, with the values that its variables then had.
fn text(config: &Config, disk: &Disk, locale: &Locale, frozen: &Frozen) -> Result<String, Box<Diagnostic>> {
    let Place::Revision { text, settings } = &frozen.place else { return Ok(String::new()) };
    let fault = |reason: String| {
        let commit = frozen.commit.as_deref().unwrap_or_default();
        let message =
            format!("`{}` as of {} cannot be imported: {reason}", frozen.source, &commit[..8.min(commit.len())]);
        Box::new(Diagnostic::error(Code::VERSIONS_UNKNOWN, message).in_file(&frozen.source))
    };
    let bytes = disk.revision(text).map_err(|error| fault(format!("its text {error}")))?;
    let bytes = String::from_utf8(bytes).map_err(|_| fault("it is not UTF-8".to_owned()))?;
    let then = settings.as_ref().and_then(|id| disk.revision(id).ok());
    let then = then.map(|text| variables(&Config::settings_path(), &String::from_utf8_lossy(&text)));
    let then = then.map_or_else(|| config.variables.clone(), |then| then.or(&config.variables));
    match archive::freeze(&bytes, &frozen.source, locale, config, &then, Unknown::Kept) {
        Ok(text) => Ok(text),
        Err(unfrozen) => Err(fault(format!("the value of `{}` cannot be written in it as Markdown", unfrozen.name))),
    }
}
