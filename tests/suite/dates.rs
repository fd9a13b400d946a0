//! Dates against histories that are made up: git itself judges `touched` and the lists of
//! revisions, a model that knows what each commit did judges `updated`.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

mod follow;
mod log;
mod past;
mod story;
mod text;
mod updated;

use std::collections::BTreeMap;
use std::path::Path;

use engross::history::{self, Change, Options, Reader, Text, Which, Why};
use engross::vocabulary::SourcePath;

use crate::project::Project;
use log::PATHS;
use past::{Commit, File, Past};

/// Takes every change of bytes for a change of text.
pub(crate) struct Bytes;

impl Reader for Bytes {
    fn compare(&self, _: &SourcePath, old: Text<'_>, new: Text<'_>) -> Change {
        if old.bytes == new.bytes { Change::Nothing } else { Change::Text }
    }
}

/// The last revision of each path.
pub(crate) fn touched(root: &Path, paths: &[&str]) -> Vec<Result<String, Why>> {
    let paths: Vec<SourcePath> = paths.iter().map(|path| SourcePath::new(*path)).collect();
    let history = history::read(root, &paths, &Options::default(), &Bytes);
    paths.iter().map(|path| history.of(path).touched.map(|revision| revision.commit)).collect()
}

/// The revisions of each path.
pub(crate) fn listed(root: &Path, paths: &[&str], which: Which) -> Vec<Result<Vec<String>, Why>> {
    let paths: Vec<SourcePath> = paths.iter().map(|path| SourcePath::new(*path)).collect();
    let mut lists = history::revisions(root, &paths, which, &Bytes);
    paths.iter().map(|path| lists.remove(path).expect("a list for each path")).collect()
}

#[test]
fn a_shallow_clone_gives_no_date_that_may_be_wrong() {
    let mut files: BTreeMap<String, File> = PATHS.iter().map(|path| ((*path).to_owned(), File::of("first"))).collect();
    let mut commits = Vec::new();
    for n in 0..3 {
        if n > 0 {
            files.insert(PATHS[n - 1].to_owned(), File::of("second"));
        }
        let parents = n.checked_sub(1).into_iter().collect();
        let seconds = [1_000, 2_000, 3_000][n];
        commits.push(Commit { parents, seconds, message: "x".to_owned(), files: files.clone() });
    }
    let past = Past::new(Project::new(&[]), &commits);
    let from = format!("file://{}", past.project.root().display());
    past.git(&["clone", "-q", "--depth", "2", "--branch", "main", &from, "clone"]);
    let clone = past.project.root().join("clone");
    let boundary = Err(Why::Boundary(past.ids[1].clone()));
    let found = touched(&clone, &PATHS);
    assert_eq!(found[1], Ok(past.ids[2].clone()), "above the boundary");
    assert_eq!(found[0], boundary, "at the boundary");
    assert_eq!(found[4], boundary, "below the boundary");
    for renames in [Which::All, Which::Followed] {
        assert!(listed(&clone, &PATHS, renames).iter().all(|list| matches!(list, Err(Why::Boundary(_)))));
    }
}
