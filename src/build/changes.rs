//! What changed on disk since a site was read.

use std::collections::BTreeSet;

use crate::archive;
use crate::config::Config;
use crate::vocabulary::SourcePath;

/// The files and folders of a site that changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// By their paths in the site; of a folder everything in it.
    paths: BTreeSet<SourcePath>,
    /// Whether the last commit, a branch or the index of git may have changed.
    is_git: bool,
    /// Whether anything may have changed.
    is_everything: bool,
}

impl Changes {
    /// Nobody knows what changed.
    #[must_use]
    pub fn everything() -> Self {
        Self { is_everything: true, ..Self::default() }
    }

    /// Adds a file or a folder.
    pub fn add(&mut self, path: SourcePath) {
        if path.as_str().is_empty() {
            self.is_everything = true;
        }
        self.paths.insert(path);
    }

    /// Adds a change of what git knows.
    pub fn add_git(&mut self) {
        self.is_git = true;
    }

    /// Whether what git knows may have changed.
    #[must_use]
    pub fn is_for_git(&self) -> bool {
        self.is_git
    }

    /// Takes that away: it did not.
    pub fn drop_git(&mut self) {
        self.is_git = false;
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds other changes.
    pub fn extend(&mut self, other: Self) {
        self.paths.extend(other.paths);
        self.is_git |= other.is_git;
        self.is_everything |= other.is_everything;
    }

    /// Whether a file may have changed.
    #[must_use]
    pub fn hit(&self, path: &SourcePath) -> bool {
        let mut above = path.as_str().match_indices('/').map(|(at, _)| &path.as_str()[..at]);
        self.is_everything || self.paths.contains(path) || above.any(|folder| self.paths.contains(folder))
    }

    /// Whether something in a folder may have changed.
    fn hit_folder(&self, folder: &str) -> bool {
        self.hit(&SourcePath::new(folder)) || self.paths.iter().any(|path| path.inside(folder).is_some())
    }

    /// Whether the settings may have changed, or nobody knows what did.
    pub(super) fn is_for_settings(&self) -> bool {
        self.hit(&Config::settings_path())
    }

    /// Whether records of versions may have changed.
    pub(super) fn are_for_versions(&self) -> bool {
        self.hit_folder(archive::FOLDER)
    }

    /// Whether files of a theme may have changed.
    pub(super) fn are_for_theme(&self) -> bool {
        self.hit_folder("themes")
    }

    /// Files and folders, if nothing else changed.
    pub(super) fn files(&self) -> Option<&BTreeSet<SourcePath>> {
        (!self.is_git && !self.is_everything).then_some(&self.paths)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stands_for_everything_in_it() {
        let mut changes = Changes::default();
        changes.add(SourcePath::new("content/privacy"));
        assert!(changes.hit(&SourcePath::new("content/privacy/en.md")));
        assert!(changes.hit(&SourcePath::new("content/privacy")));
        assert!(!changes.hit(&SourcePath::new("content/privacy-2/en.md")));
        assert!(changes.hit_folder("content"));
        assert!(!changes.hit_folder("versions"));
        assert!(Changes::everything().are_for_theme());
    }
}
