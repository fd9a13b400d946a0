//! Versions: from records or from history, proved and compared with the working texts.

use std::sync::Arc;

use super::{Failure, Overrides, history_options};
use crate::archive::{self, Archive, FromHistory, Held};
use crate::config::{Config, VersionsFrom};
use crate::diagnostic::Diagnostic;
use crate::history::{self, Blobs, Memo, Which};
use crate::meaning::Meaning;
use crate::source::{Disk, Sources};
use crate::vocabulary::SourcePath;

/// What is known of versions.
#[derive(Clone)]
pub(super) struct Read {
    pub archive: Arc<Archive>,
    pub held: Arc<Held>,
    /// Whether they come from records.
    pub are_recorded: bool,
    /// What was found in records, and in history.
    pub findings: Arc<Vec<Diagnostic>>,
}

impl Read {
    /// Whether a record holds what a working text says.
    pub(super) fn has_record(&self, path: &SourcePath) -> bool {
        self.are_recorded && self.held.contains_key(path)
    }
}

/// Reads the versions that the settings ask for. Records are proved whether they are used or not; those that
/// are `known` already are not read again.
pub(super) fn read(
    disk: &Disk,
    config: &Config,
    sources: &Sources,
    overrides: &Overrides,
    known: Option<&Read>,
) -> Result<Read, Failure> {
    let are_recorded = config.versions.from == VersionsFrom::Folder;
    let (archive, findings) = if let Some(known) = known.filter(|known| known.are_recorded && are_recorded) {
        (Arc::clone(&known.archive), Arc::clone(&known.findings))
    } else {
        let (recorded, mut findings) = proved(disk, overrides.prove)?;
        let archive = if are_recorded {
            recorded
        } else {
            let FromHistory { archive, findings: more } = from_history(disk, config, sources, overrides);
            findings.extend(more);
            archive
        };
        (Arc::new(archive), Arc::new(findings))
    };
    let held = Arc::new(archive::held(&archive, sources, config, disk));
    Ok(Read { archive, held, are_recorded, findings })
}

/// The records, and every change of an archived byte. With `prove` they are held against their own
/// history too.
pub(super) fn proved(disk: &Disk, prove: bool) -> Result<(Archive, Vec<Diagnostic>), Failure> {
    let found = archive::find(disk.root()).map_err(Failure::Archive)?;
    let (archive, mut findings) = archive::read(disk, &found.files);
    let evidence = found.evidence();
    findings.extend(archive::verify(&archive, &evidence));
    if prove {
        findings.extend(archive::changed_since_first_commit(disk.root(), &found.files, &evidence));
    }
    Ok((archive, findings))
}

/// The versions that the history of the working texts holds.
pub(super) fn from_history(disk: &Disk, config: &Config, sources: &Sources, overrides: &Overrides) -> FromHistory {
    let reader = Meaning::new(config, disk, sources);
    let options = history_options(disk, config, overrides, &mut Vec::new());
    let options = history::Options { remember: Some("versions"), ..options };
    let paths: Vec<SourcePath> = sources.texts.iter().map(|source| source.path.clone()).collect();
    let mut lists = history::texts(disk.root(), &paths, Which::Followed, &options, &reader);
    let texts = sources.texts.iter().filter_map(|source| Some((source, lists.remove(&source.path)?))).collect();
    let memo = archive::depends(config, &reader).and_then(|depends| Memo::of(disk.root(), "editions", &depends));
    archive::from_history(config, disk, &reader, texts, memo)
}

/// The site with what its texts were in revisions.
pub(super) fn with_revisions(disk: Disk, sources: &Sources) -> Disk {
    let paths: Vec<SourcePath> = sources.texts.iter().map(|source| source.path.clone()).collect();
    let blobs = Blobs::open(disk.root(), &paths);
    disk.with_revisions(blobs)
}
