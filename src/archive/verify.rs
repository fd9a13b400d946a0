//! Proving that nothing in the archive has changed.

use std::collections::{BTreeMap, BTreeSet};

use super::{ATTRIBUTES, Archive, FOLDER, Ledger, Place, RECORD, findings};
use crate::diagnostic::Diagnostic;
use crate::vocabulary::{SourcePath, VersionId};

/// What lies in the folder of the archive.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// The ledger, if there is one.
    pub ledger: Option<String>,
    /// The lines of an interrupted run that were to be added to the ledger.
    pub journal: Option<String>,
    /// What [`ATTRIBUTES`] names, if it is there.
    pub attributes: Option<String>,
    /// The digest of every other file by its path below [`FOLDER`], or why it cannot be read.
    pub digests: BTreeMap<String, Result<String, String>>,
    /// The files of these that would have the digest of the ledger with other line ends.
    pub other_line_ends: BTreeSet<String>,
}

/// Compares what lies there with what was written. An archive that nobody touched has no finding.
#[must_use]
pub fn verify(archive: &Archive, evidence: &Evidence) -> Vec<Diagnostic> {
    let path = Ledger::path();
    if evidence.ledger.is_none() && evidence.journal.is_none() {
        let files = evidence.digests.len();
        return if files == 0 { Vec::new() } else { vec![findings::ledger_missing(&path, files)] };
    }
    let (mut ledger, mut found) = Ledger::read(&path, evidence.ledger.as_deref().unwrap_or_default());
    if let Some(journal) = &evidence.journal {
        found.push(findings::unfinished(&path));
        finish(&mut ledger, journal, evidence);
    }
    let missing: BTreeMap<&str, &str> = ledger
        .entries
        .iter()
        .filter(|(file, _)| !evidence.digests.contains_key(*file))
        .map(|(file, (digest, _))| (digest.as_str(), file.as_str()))
        .collect();
    let by_digest: BTreeMap<&str, &str> =
        ledger.entries.iter().map(|(file, (digest, _))| (digest.as_str(), file.as_str())).collect();
    for (file, (expected, span)) in &ledger.entries {
        match evidence.digests.get(file) {
            None => found.push(findings::missing(file, expected, &path, span.clone())),
            Some(Err(reason)) => found.push(findings::unreadable(file, reason)),
            Some(Ok(digest)) if digest == expected => {}
            Some(Ok(digest)) => {
                let other = by_digest.get(digest.as_str()).copied().filter(|other| other != file);
                let line_ends = evidence.other_line_ends.contains(file);
                found.push(findings::changed(file, expected, digest, other, line_ends));
            }
        }
    }
    for (file, digest) in &evidence.digests {
        if !ledger.entries.contains_key(file) {
            let was = digest.as_ref().ok().and_then(|digest| missing.get(digest.as_str()).copied());
            found.push(findings::added(file, was));
        }
    }
    found.extend(records(archive, &ledger));
    if !ledger.entries.is_empty() && evidence.attributes.as_deref() != Some(ATTRIBUTES.1) {
        found.push(findings::attributes(ATTRIBUTES.0, ATTRIBUTES.1));
    }
    found
}

/// Adds the lines of an interrupted run: a version whose folder is there is there as a whole.
fn finish(ledger: &mut Ledger, journal: &str, evidence: &Evidence) {
    let (pending, _) = Ledger::read(&Ledger::path(), journal);
    let there: BTreeSet<&str> = evidence.digests.keys().filter_map(|file| file.strip_suffix(RECORD)).collect();
    for (file, entry) in pending.entries {
        let is_there = there.iter().any(|folder| file.starts_with(folder));
        if is_there {
            ledger.entries.entry(file).or_insert(entry);
        }
    }
}

/// The records name the same digests as the ledger, and whatever the ledger lists of a version has one.
fn records(archive: &Archive, ledger: &Ledger) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let inner = |path: &SourcePath| path.as_str().strip_prefix(FOLDER)?.strip_prefix('/').map(str::to_owned);
    for version in archive.timelines.values().flat_map(super::Timeline::versions) {
        let Some(record) = &version.record else { continue };
        let texts = version.texts.values().filter_map(|text| match &text.place {
            Place::Record(path, digest) => Some((path, digest)),
            Place::Revision { .. } | Place::Working => None,
        });
        for (path, digest) in texts.chain(version.files.values().map(|kept| (&kept.path, &kept.sha256))) {
            match inner(path).and_then(|path| ledger.entries.get(&path)) {
                Some((listed, _)) if listed == digest => {}
                Some(_) => found.push(findings::record_differs(record, path)),
                None => found.push(findings::not_listed(record, path)),
            }
        }
    }
    let without: BTreeSet<String> = ledger
        .entries
        .keys()
        .filter_map(|file| folder_of_version(file))
        .map(|folder| format!("{folder}/{RECORD}"))
        .filter(|record| !ledger.entries.contains_key(record))
        .collect();
    found.extend(without.iter().map(|record| findings::record_missing(record)));
    found
}

/// The folder of the version to which a file of the archive belongs.
fn folder_of_version(file: &str) -> Option<&str> {
    let ends = file.match_indices('/').map(|(at, _)| at);
    let parts = ends.clone().map(|at| at + 1).zip(ends.skip(1));
    let mut named = parts.filter(|(from, to)| VersionId::parse(&file[*from..*to]).is_some());
    named.next().map(|(_, end)| &file[..end])
}
