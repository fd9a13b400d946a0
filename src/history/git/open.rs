//! Finding and opening repositories.
#![expect(clippy::disallowed_methods, reason = "this is where repositories are found")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use gix::ObjectId;

use crate::history::Why;
use crate::vocabulary::SourcePath;

/// Opens the repository round a folder. Variables such as `GIT_WORK_TREE` are not obeyed: a build
/// that is run from a hook must not be led elsewhere.
pub(super) fn open(root: &Path) -> Result<gix::Repository, Why> {
    use gix::sec::trust::DefaultForLevel;
    let options = |trust| {
        let mut permissions = gix::open::Permissions::default_for_level(trust);
        permissions.env.git_prefix = gix::sec::Permission::Deny;
        permissions.env.objects = gix::sec::Permission::Deny;
        gix::open::Options::default().permissions(permissions)
    };
    let trust =
        gix::sec::trust::Mapping { full: options(gix::sec::Trust::Full), reduced: options(gix::sec::Trust::Reduced) };
    let place = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let there = place.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok());
    match gix::ThreadSafeRepository::discover_opts(root, gix::discover::upwards::Options::default(), trust) {
        Ok(repository) => {
            let repository: gix::Repository = repository.into();
            let top = repository.workdir().and_then(|top| top.canonicalize().ok());
            // A damaged repository would be passed by for one further up.
            match (there, top) {
                (Some(there), Some(top)) if there != top && there.starts_with(&top) => {
                    Err(Why::Unreadable(format!("what `{}` says is no repository", there.join(".git").display())))
                }
                _ => Ok(repository),
            }
        }
        Err(error) if there.is_some() => Err(Why::Unreadable(all_of(&error))),
        Err(_) => Err(Why::NoRepository),
    }
}

/// An error with its causes.
fn all_of(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let own = error.to_string();
        if !said.contains(&own) {
            said = format!("{said}: {own}");
        }
        cause = error.source();
    }
    said
}

/// The folder of the site inside the work tree, with `/` at the end; empty for the top.
pub(super) fn prefix_of(repository: &gix::Repository, root: &Path) -> Result<String, Why> {
    let path = real_path(repository, root).ok_or(Why::NoWorkTree)?;
    Ok(if path.is_empty() { path } else { path + "/" })
}

/// The last commit.
pub(super) fn head(repository: &gix::Repository) -> Result<ObjectId, Why> {
    let unreadable = |error: &dyn std::error::Error| {
        let said = all_of(error);
        if said.contains("reftable") { Why::Reftable } else { Why::Unreadable(said) }
    };
    let head = repository.head().map_err(|error| unreadable(&error))?;
    if head.is_unborn() {
        return Err(Why::NoCommits);
    }
    head.into_peeled_id().map(gix::Id::detach).map_err(|error| unreadable(&error))
}

/// The commits and other objects that stand for others: `refs/replace/`.
pub(super) fn replacements(repository: &gix::Repository) -> Vec<String> {
    let Ok(references) = repository.references() else { return Vec::new() };
    let Ok(found) = references.prefixed("refs/replace/") else { return Vec::new() };
    found.filter_map(|reference| reference.ok().map(|found| format!("{:?}", found.inner))).collect()
}

/// Where a symbolic link, or a path through one, leads inside the work tree.
pub(super) fn real_path(repository: &gix::Repository, file: &Path) -> Option<String> {
    let top = repository.workdir()?.canonicalize().ok()?;
    slashed(file.canonicalize().ok()?.strip_prefix(top).ok()?)
}

fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// The paths by the folder of the site in which their repository begins: a submodule, or a
/// repository inside the site; all others by the empty path.
pub(super) fn by_repository<'p>(root: &Path, paths: &'p [SourcePath]) -> BTreeMap<String, Vec<&'p SourcePath>> {
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    let mut found: BTreeMap<String, Vec<&SourcePath>> = BTreeMap::new();
    for path in paths {
        let folders: BTreeSet<&str> = path.as_str().match_indices('/').map(|(at, _)| &path.as_str()[..at]).collect();
        let mut own = folders.into_iter().rev().filter(|folder| {
            let check = || locate(root, folder).join(".git").symlink_metadata().is_ok();
            *known.entry((*folder).to_owned()).or_insert_with(check)
        });
        found.entry(own.next().unwrap_or_default().to_owned()).or_default().push(path);
    }
    found
}

/// The place of a path with slashes below a folder.
pub(super) fn locate(root: &Path, path: &str) -> PathBuf {
    path.split('/').filter(|part| !part.is_empty()).fold(root.to_path_buf(), |folder, part| folder.join(part))
}

/// The folders in which a repository keeps what changes with a commit.
pub(super) fn folders(repository: &gix::Repository) -> Vec<PathBuf> {
    let all = [repository.git_dir(), repository.common_dir()].map(Path::canonicalize);
    let all: BTreeSet<PathBuf> = all.into_iter().flatten().collect();
    all.into_iter().collect()
}

/// Whether two paths lead to one place.
pub(super) fn is_same(a: &Path, b: &Path) -> bool {
    a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

/// Whether there is a file of grafts, which git itself reads and gix does not.
pub(super) fn has_grafts(repository: &gix::Repository) -> bool {
    repository.common_dir().join("info").join("grafts").exists()
}
