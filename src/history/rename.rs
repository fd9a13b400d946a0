//! Where a file comes from that a commit created under its path.
//!
//! Renames are followed, copies are not: a file that goes on living under its own name has not
//! become another one, and a new policy must not inherit the dates of the one it was copied from.

use std::collections::HashMap;

use gix::ObjectId;

use super::Why;
use super::git::Texts;
use super::tree::{Kind, Removed};
use super::walk::{Walk, missing_tree};

/// The path that a file had in the parent of the commit that created it under its present path.
///
/// Where `said` holds paths these alone count. Else it is a file that the same commit removed: one
/// of the same content, if possible of the same name, or the most similar one that
/// shares at least half of its bytes in whole lines (as git counts them, in pieces of 64 bytes).
///
/// The inner error says why a text that must be compared could not be fetched.
pub(super) fn origin(
    walk: &mut Walk<'_>,
    texts: &mut Texts<'_>,
    commit: ObjectId,
    path: &[u8],
    id: ObjectId,
    parent: ObjectId,
    said: Option<&Vec<Vec<u8>>>,
) -> Result<Result<Option<Vec<u8>>, String>, Why> {
    if let Some(paths) = said {
        for path in paths {
            if walk.find(parent, path)?.is_some_and(|(kind, _)| kind == Kind::File) {
                return Ok(Ok(Some(path.clone())));
            }
        }
        return Ok(Ok(None));
    }
    let mut removed = Removed::default();
    let (old, new) = (walk.commits.get(parent)?.tree, walk.commits.get(commit)?.tree);
    walk.trees.diff(Some(&old), Some(&new), &mut removed).map_err(missing_tree)?;
    let name = |path: &[u8]| path.rsplit(|b| *b == b'/').next().unwrap_or_default().to_vec();
    let same = removed.files.iter().filter(|(_, other)| *other == id);
    let exact = same.max_by_key(|(other, _)| (name(other) == name(path), std::cmp::Reverse(other.clone())));
    if let Some((other, _)) = exact {
        return Ok(Ok(Some(other.clone())));
    }
    if removed.files.is_empty() {
        return Ok(Ok(None));
    }
    let mut wanted: Vec<ObjectId> = removed.files.iter().map(|(_, id)| *id).chain([id]).collect();
    wanted.retain(|id| !texts.has(*id));
    if let (false, Err(reason)) = (wanted.is_empty(), texts.fetch(&wanted)) {
        return Ok(Err(reason));
    }
    let handle = texts.handle();
    let Ok(text) = handle.get(id) else { return Ok(Err("the remote does not have it".to_owned())) };
    let own = pieces(&text);
    let similar = removed.files.iter().filter_map(|(other, id)| {
        let former = handle.get(*id).ok()?;
        let shared = shared(&own, &pieces(&former));
        let larger = text.len().max(former.len());
        (2 * shared >= larger).then_some((shared, name(other) == name(path), std::cmp::Reverse(other)))
    });
    Ok(Ok(similar.max().map(|(.., std::cmp::Reverse(path))| path.clone())))
}

/// The lines of a text, in pieces of at most 64 bytes, with their numbers.
fn pieces(text: &[u8]) -> HashMap<&[u8], usize> {
    let mut pieces = HashMap::new();
    for piece in text.split_inclusive(|b| *b == b'\n').flat_map(|line| line.chunks(64)) {
        *pieces.entry(piece).or_default() += 1;
    }
    pieces
}

/// How many bytes two texts share.
fn shared(a: &HashMap<&[u8], usize>, b: &HashMap<&[u8], usize>) -> usize {
    a.iter().map(|(piece, times)| piece.len() * times.min(b.get(piece).unwrap_or(&0))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_lines_count_as_often_as_both_have_them() {
        let count = |a: &str, b: &str| shared(&pieces(a.as_bytes()), &pieces(b.as_bytes()));
        assert_eq!(count("a\nb\n", "b\nc\n"), 2);
        assert_eq!(count("a\na\na\n", "a\na\n"), 4);
        assert_eq!(count("", "a\n"), 0);
    }
}
