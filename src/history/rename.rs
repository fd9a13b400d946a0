//! Where a file comes from that a commit created under its path.
//!
//! Which are followed, copies are not: a file that goes on living under its own name has not
//! become another one, and a new policy must not inherit the dates of the one it was copied from.

use std::cmp::Reverse;
use std::collections::HashMap;

use gix::ObjectId;
use gix::bstr::ByteSlice;

use super::Why;
use super::cases::Judge;
use super::tree::{Kind, Removed};
use super::walk::{Walk, missing_tree};

/// A file that a commit created.
pub(super) struct Created<'c> {
    pub commit: ObjectId,
    pub path: &'c [u8],
    pub id: ObjectId,
    /// The paths that it had before, where its author says so.
    pub said: Option<&'c Vec<Vec<u8>>>,
}

/// The path that a file had in a parent of the commit that created it under its present path.
///
/// Where its author says paths these alone count. Else it is a file that the same commit removed:
/// one of the same content, if possible of the same name, or the most similar one that shares at
/// least half of its bytes in whole lines (as git counts them, in pieces of 64 bytes).
///
/// The inner error says why a text that must be compared could not be had.
pub(super) fn origin(
    walk: &mut Walk<'_>,
    judge: &mut dyn Judge,
    created: &Created<'_>,
    parent: ObjectId,
) -> Result<Result<Option<Vec<u8>>, String>, Why> {
    if let Some(paths) = created.said {
        for path in paths {
            if walk.find(parent, path)?.is_some_and(|(kind, _)| kind == Kind::File) {
                return Ok(Ok(Some(path.clone())));
            }
        }
        return Ok(Ok(None));
    }
    let mut removed = Removed::default();
    let (old, new) = (walk.commits.get(parent)?.tree, walk.commits.get(created.commit)?.tree);
    walk.trees.diff(Some(&old), Some(&new), &mut removed).map_err(missing_tree)?;
    let name = |path: &[u8]| path.rsplit(|b| *b == b'/').next().unwrap_or_default().to_vec();
    let own_name = name(created.path);
    let same = removed.files.iter().filter(|(_, id)| *id == created.id);
    let exact = same.max_by_key(|(path, _)| (name(path) == own_name, Reverse(path.clone())));
    if let Some((path, _)) = exact {
        return Ok(Ok(Some(path.clone())));
    }
    if removed.files.is_empty() {
        return Ok(Ok(None));
    }
    let ids: Vec<ObjectId> = std::iter::once(created.id).chain(removed.files.iter().map(|(_, id)| *id)).collect();
    let texts: Vec<Vec<u8>> = match judge.texts(&ids) {
        // As in git, the form of line ends makes no difference.
        Ok(texts) => texts.into_iter().map(|text| text.replace("\r\n", "\n")).collect(),
        Err(reason) => return Ok(Err(reason)),
    };
    let own = pieces(&texts[0]);
    let similar = removed.files.iter().zip(&texts[1..]).filter_map(|((path, _), text)| {
        let larger = texts[0].len().max(text.len());
        let smaller = texts[0].len().min(text.len());
        let shared = if 2 * smaller >= larger { shared(&own, &pieces(text)) } else { 0 };
        (larger > 0 && 2 * shared >= larger).then_some((shared, name(path) == own_name, Reverse(path)))
    });
    Ok(Ok(similar.max().map(|(.., Reverse(path))| path.clone())))
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
