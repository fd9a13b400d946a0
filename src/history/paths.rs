//! The files that are asked for, as the tree they form, and sets of them.

use std::collections::BTreeMap;

/// A set of files, by their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Set(Vec<u64>);

impl Set {
    pub(super) fn empty(size: usize) -> Self {
        Self(vec![0; size.div_ceil(64)])
    }

    pub(super) fn all(size: usize) -> Self {
        let mut set = Self::empty(size);
        (0..size).for_each(|n| set.insert(n));
        set
    }

    pub(super) fn insert(&mut self, n: usize) {
        self.0[n / 64] |= 1 << (n % 64);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Moves to the result what is not in `other`; what is in both stays.
    pub(super) fn split_off(&mut self, other: &Self) -> Self {
        let moved = self.0.iter().zip(&other.0).map(|(a, b)| a & !b).collect();
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= b);
        Self(moved)
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a |= b);
    }

    /// Takes out what is in `other`.
    pub(super) fn remove(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= !b);
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        let words = self.0.iter().enumerate();
        words.flat_map(|(n, word)| (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| n * 64 + bit))
    }

    /// Whether any number of the range is in the set.
    pub(super) fn any(&self, range: &std::ops::Range<usize>) -> bool {
        range.clone().any(|n| self.0[n / 64] >> (n % 64) & 1 == 1)
    }
}

/// A folder on the way to the files that are asked for.
#[derive(Debug, Default)]
pub(super) struct Folder {
    pub folders: BTreeMap<Vec<u8>, Folder>,
    pub files: BTreeMap<Vec<u8>, usize>,
    /// The numbers of the files below, which are contiguous.
    pub range: std::ops::Range<usize>,
}

impl Folder {
    /// The tree of these paths (with `/`), and for each path its number.
    pub(super) fn of(paths: &[&[u8]]) -> (Self, Vec<usize>) {
        let mut top = Self::default();
        for path in paths {
            let mut parts: Vec<&[u8]> = path.split(|b| *b == b'/').collect();
            let name = parts.pop().unwrap_or_default();
            let folder = parts.iter().fold(&mut top, |folder, part| folder.folders.entry(part.to_vec()).or_default());
            folder.files.insert(name.to_vec(), 0);
        }
        let mut next = 0;
        top.number(&mut next);
        let numbers = paths.iter().map(|path| top.find(path).unwrap_or(0)).collect();
        (top, numbers)
    }

    fn number(&mut self, next: &mut usize) {
        let start = *next;
        for n in self.files.values_mut() {
            *n = *next;
            *next += 1;
        }
        self.folders.values_mut().for_each(|folder| folder.number(next));
        self.range = start..*next;
    }

    fn find(&self, path: &[u8]) -> Option<usize> {
        let mut parts: Vec<&[u8]> = path.split(|b| *b == b'/').collect();
        let name = parts.pop()?;
        let folder = parts.iter().try_fold(self, |folder, part| folder.folders.get(*part))?;
        folder.files.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_hold_contiguous_numbers() {
        let paths = ["b/y", "a", "b/x", "c/d/z"].map(str::as_bytes);
        let (top, numbers) = Folder::of(&paths);
        assert_eq!(numbers, [2, 0, 1, 3]);
        assert_eq!(top.folders.get(b"b".as_slice()).map(|f| f.range.clone()), Some(1..3));
    }

    #[test]
    fn sets_are_split_by_another() {
        let mut set = Set::all(70);
        let mut other = Set::empty(70);
        other.insert(65);
        let moved = set.split_off(&other);
        assert_eq!(set.iter().collect::<Vec<_>>(), [65]);
        assert_eq!(moved.iter().count(), 69);
        assert!(set.any(&(60..70)) && !set.any(&(0..65)));
    }
}
