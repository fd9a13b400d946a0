//! The files that are asked for, as the tree they form, and sets of them.

use std::collections::BTreeMap;

/// A set of files, by their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Set(Vec<u64>);

impl Set {
    /// Every number below `size`.
    pub(super) fn all(size: usize) -> Self {
        (0..size).collect()
    }

    pub(super) fn insert(&mut self, n: usize) {
        if self.0.len() <= n / 64 {
            self.0.resize(n / 64 + 1, 0);
        }
        self.0[n / 64] |= 1 << (n % 64);
    }

    pub(super) fn holds(&self, n: usize) -> bool {
        self.0.get(n / 64).is_some_and(|word| word >> (n % 64) & 1 == 1)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Moves to the result what is not in `other`; what is in both stays.
    pub(super) fn split_off(&mut self, other: &Self) -> Self {
        let others = other.0.iter().copied().chain(std::iter::repeat(0));
        let moved = self.0.iter().zip(others.clone()).map(|(a, b)| a & !b).collect();
        self.0.iter_mut().zip(others).for_each(|(a, b)| *a &= b);
        Self(moved)
    }

    /// Takes in what is in `other`.
    pub(super) fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a |= b);
    }

    /// Takes out what is in `other`.
    pub(super) fn remove(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= !b);
    }

    /// Whether any number is in both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        let words = self.0.iter().enumerate().filter(|(_, word)| **word != 0);
        words.flat_map(|(n, word)| (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| n * 64 + bit))
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(numbers: I) -> Self {
        let mut set = Self::default();
        numbers.into_iter().for_each(|n| set.insert(n));
        set
    }
}

/// A folder on the way to the files that are asked for.
#[derive(Debug, Default)]
pub(super) struct Folder {
    pub folders: BTreeMap<Vec<u8>, Folder>,
    /// The numbers under which a file is asked for.
    pub files: BTreeMap<Vec<u8>, Set>,
    /// The numbers of the files below.
    pub below: Set,
}

impl Folder {
    /// The tree of these paths (with `/`), each with its place in the list as its number.
    pub(super) fn of<'p>(paths: impl IntoIterator<Item = &'p [u8]>) -> Self {
        let mut top = Self::default();
        paths.into_iter().enumerate().for_each(|(n, path)| top.insert(path, n));
        top
    }

    pub(super) fn insert(&mut self, path: &[u8], n: usize) {
        let mut parts: Vec<&[u8]> = path.split(|b| *b == b'/').collect();
        let name = parts.pop().unwrap_or_default();
        let mut folder = self;
        folder.below.insert(n);
        for part in parts {
            folder = folder.folders.entry(part.to_vec()).or_default();
            folder.below.insert(n);
        }
        folder.files.entry(name.to_vec()).or_default().insert(n);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_know_what_is_below() {
        let top = Folder::of(["b/y", "a", "b/x", "c/d/z", "a"].map(str::as_bytes));
        let below = |name: &str| top.folders.get(name.as_bytes()).map(|f| f.below.iter().collect::<Vec<_>>());
        assert_eq!(below("b"), Some(vec![0, 2]));
        assert_eq!(top.files.get(b"a".as_slice()).map(|set| set.iter().collect()), Some(vec![1, 4]));
    }

    #[test]
    fn sets_of_any_length_are_split_and_joined() {
        let mut set = Set::all(70);
        let moved = set.split_off(&[65, 200].into_iter().collect());
        assert_eq!(set.iter().collect::<Vec<_>>(), [65]);
        assert_eq!(moved.iter().count(), 69);
        assert!(set.holds(65) && !set.holds(64) && !set.holds(1000));
        let mut small: Set = [1].into_iter().collect();
        assert!(small.split_off(&Set::default()).holds(1) && small.is_empty());
        small.add(&[130].into_iter().collect());
        assert!(small.meets(&Set::all(131)) && !small.meets(&Set::all(130)));
        small.remove(&Set::all(131));
        assert!(small.is_empty());
    }
}
