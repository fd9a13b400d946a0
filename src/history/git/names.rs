//! Under which path the last commit has a file.

use std::collections::HashMap;
use std::path::Path;

use gix::ObjectId;
use unicode_normalization::UnicodeNormalization;

use super::open::real_path;
use crate::diagnostic::Diagnostic;
use crate::history::paths::Folder;
use crate::history::tree::Kind;
use crate::history::walk::{Walk, missing_tree};
use crate::history::{Why, findings};
use crate::vocabulary::SourcePath;

/// The files of the last commit.
pub(super) struct Head<'r> {
    repository: &'r gix::Repository,
    commit: ObjectId,
    asked: HashMap<String, (Kind, ObjectId)>,
    all: Option<Vec<String>>,
}

/// The names in git of files of a site; the repository begins in a folder of the site, or has a
/// prefix before it.
pub(super) fn names(paths: &[&SourcePath], folder: &str, prefix: &str) -> Vec<String> {
    let inner = |path: &SourcePath| path.as_str()[folder.len()..].trim_start_matches('/').to_owned();
    paths.iter().map(|path| format!("{prefix}{}", inner(path))).collect()
}

/// Where a file stands in the last commit.
pub(super) enum Resolved {
    /// At a path, with the id of its text.
    At(String, ObjectId),
    /// Nowhere.
    Nowhere(Why),
}

impl<'r> Head<'r> {
    /// Looks up all names at once.
    pub(super) fn new(
        repository: &'r gix::Repository,
        walk: &mut Walk<'_>,
        commit: ObjectId,
        names: &[String],
    ) -> Result<Self, Why> {
        let folder = Folder::of(names.iter().map(String::as_bytes));
        let tree = walk.commits.get(commit)?.tree;
        let mut files = HashMap::new();
        walk.trees.files(&tree, &folder, &mut files).map_err(missing_tree)?;
        let asked = names.iter().enumerate().filter_map(|(n, name)| Some((name.clone(), *files.get(&n)?))).collect();
        Ok(Self { repository, commit, asked, all: None })
    }

    /// Where the file at `place` on disk, whose name in git should be `name`, stands: there; where
    /// a symbolic link leads; under a name that has the same letters in another Unicode form.
    pub(super) fn resolve(
        &mut self,
        walk: &mut Walk<'_>,
        path: &SourcePath,
        name: &str,
        place: &Path,
        sink: &mut Vec<Diagnostic>,
    ) -> Result<Resolved, Why> {
        let none = Resolved::Nowhere(Why::NotCommitted { staged: false });
        if let Some((Kind::File, id)) = self.asked.get(name) {
            return Ok(Resolved::At(name.to_owned(), *id));
        }
        if let Some(target) = real_path(self.repository, place).filter(|target| target != name)
            && let Some((Kind::File, id)) = walk.find(self.commit, target.as_bytes())?
        {
            sink.push(findings::symlink(path, &target));
            return Ok(Resolved::At(target, id));
        }
        if self.asked.contains_key(name) {
            return Ok(none);
        }
        let ignores_case = self.repository.config_snapshot().boolean("core.ignoreCase").unwrap_or(false);
        if name.is_ascii() && !ignores_case {
            return Ok(none);
        }
        let form: String = name.nfc().collect();
        let all = self.all(walk)?;
        if let Some(other) = all.iter().find(|other| other.nfc().eq(form.chars())).cloned()
            && let Some((Kind::File, id)) = walk.find(self.commit, other.as_bytes())?
        {
            return Ok(Resolved::At(other, id));
        }
        let alike: Vec<String> =
            self.all(walk)?.iter().filter(|other| ignores_case && other.eq_ignore_ascii_case(name)).cloned().collect();
        Ok(match alike.as_slice() {
            [] => none,
            [one] => Resolved::Nowhere(Why::OtherName(one.clone())),
            several => {
                sink.push(findings::ambiguous_name(path, several));
                none
            }
        })
    }

    fn all(&mut self, walk: &mut Walk<'_>) -> Result<&[String], Why> {
        if self.all.is_none() {
            let tree = walk.commits.get(self.commit)?.tree;
            let mut paths = Vec::new();
            walk.trees.paths(&tree, b"", &mut paths).map_err(missing_tree)?;
            self.all = Some(paths.into_iter().filter_map(|path| String::from_utf8(path).ok()).collect());
        }
        Ok(self.all.as_deref().unwrap_or_default())
    }
}
