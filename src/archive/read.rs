//! From the files of the archive to timelines.

use rayon::prelude::*;

use super::{Archive, RECORD, findings, record};
use crate::diagnostic::Diagnostic;
use crate::source::World;
use crate::vocabulary::SourcePath;

/// Reads every record among the files of the archive. Texts are not read.
#[must_use]
pub fn read(world: &dyn World, files: &[SourcePath]) -> (Archive, Vec<Diagnostic>) {
    let is_record = |path: &&SourcePath| path.as_str().rsplit('/').next() == Some(RECORD);
    let read: Vec<_> = files
        .par_iter()
        .filter(|path| is_record(path))
        .map(|path| match world.bytes(path).map(String::from_utf8) {
            Ok(Ok(text)) => record::read(path, &text),
            Ok(Err(_)) => (None, vec![findings::record_incomplete(path)]),
            Err(error) => (None, vec![error.diagnose(path)]),
        })
        .collect();
    let (mut archive, mut found) = (Archive::default(), Vec::new());
    for (version, more) in read {
        found.extend(more);
        if let Some((document, version)) = version {
            // Two records of one name would lie in one folder.
            let _ = archive.timelines.entry(document).or_default().insert(version);
        }
    }
    (archive, found)
}
