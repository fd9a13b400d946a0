//! The archive against its own history in git.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Evidence, FOLDER, Ledger, digest, findings};
use crate::diagnostic::Diagnostic;
use crate::history::{self, Blobs, Change, OldText, Options, Reader, Text, Which};
use crate::vocabulary::SourcePath;

/// Nothing is known of the meaning of archived files: every other byte is a change.
struct Bytes;

impl Reader for Bytes {
    fn compare(&self, _: &SourcePath, _: Text<'_>, _: Text<'_>) -> Change {
        Change::Text
    }
}

/// Files of the archive that are not as they were first committed, and such that were committed and
/// are gone. Says nothing where there is no history, or where it was cut off.
#[must_use]
pub fn changed_since_first_commit(root: &Path, files: &[SourcePath], evidence: &Evidence) -> Vec<Diagnostic> {
    let ledger = Ledger::path();
    let paths: Vec<SourcePath> = files.iter().cloned().chain([ledger.clone()]).collect();
    let blobs = Blobs::open(root, &paths);
    let mut known = history::texts(root, &paths, Which::Ever, &Options::default(), &Bytes);
    let written = match known.remove(&ledger) {
        Some(Ok(list)) => first_lines(&list, &blobs),
        _ => BTreeMap::new(),
    };
    let now = Ledger::read(&ledger, evidence.ledger.as_deref().unwrap_or_default()).0.entries;
    let mut found: BTreeMap<SourcePath, Diagnostic> = BTreeMap::new();
    for (file, (first, commit)) in &written {
        let path = SourcePath::new(format!("{FOLDER}/{file}"));
        match now.get(file) {
            None => drop(found.insert(path.clone(), findings::gone_from_history(&path, commit))),
            Some((today, _)) if today != first => {
                found.insert(path.clone(), findings::changed_in_history(&path, commit));
            }
            Some(_) => {}
        }
    }
    for (path, list) in known {
        let Some(file) = path.as_str().strip_prefix(FOLDER).map(|inner| inner.trim_start_matches('/')) else {
            continue;
        };
        let (Ok(list), Some(Ok(now))) = (list, evidence.digests.get(file)) else { continue };
        let first = list.iter().rev().find_map(|old| Some((old, blobs.get(old.text.as_ref()?)?)));
        let Some((old, bytes)) = first else { continue };
        let commit = &old.revision.commit;
        // Git may keep a file in another form, as a pointer for instance: then the ledger that came with it has
        // the word.
        let is_written = written.get(file).is_some_and(|(first, with)| first == now && with == commit);
        if digest(&bytes) != *now && !is_written {
            found.entry(path.clone()).or_insert_with(|| findings::changed_in_history(&path, commit));
        }
    }
    found.into_values().collect()
}

/// Each file that a ledger ever listed: the digest that it had first, and the commit that listed it.
fn first_lines(list: &[OldText], blobs: &Blobs) -> BTreeMap<String, (String, String)> {
    let mut first = BTreeMap::new();
    for old in list.iter().rev() {
        let Some(bytes) = old.text.as_ref().and_then(|id| blobs.get(id)) else { continue };
        for (file, (digest, _)) in Ledger::read(&Ledger::path(), &String::from_utf8_lossy(&bytes)).0.entries {
            first.entry(file).or_insert_with(|| (digest, old.revision.commit.clone()));
        }
    }
    first
}
