//! The last revision of each file is the one that `git log -1` names, whatever the history.
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use engross::history::{self, Change, Options, Reader, Text, Why};
use engross::vocabulary::SourcePath;
use proptest::prelude::*;

use super::project::{Project, Run};

const PATHS: [&str; 5] = ["content/a/en.md", "content/a/de.md", "content/a.b/en.md", "content/a/sub/en.md", "top.md"];

/// A commit: its parents by how far they lie back, its date, and the files it writes or removes.
#[derive(Debug, Clone)]
struct Commit {
    back: Vec<usize>,
    seconds: u32,
    edits: Vec<(usize, Option<u8>)>,
}

fn commit() -> impl Strategy<Value = Commit> {
    let edits = prop::collection::vec((0..PATHS.len(), prop::option::weighted(0.9, 0u8..3)), 0..4);
    (prop::collection::vec(1usize..5, 1..3), 1u32..2_000_000_000, edits).prop_map(|(back, seconds, edits)| Commit {
        back,
        seconds,
        edits,
    })
}

/// The history as `git fast-import` reads it; the first commit holds every file.
fn stream(commits: &[Commit]) -> String {
    let mut out = String::new();
    for (n, commit) in commits.iter().enumerate() {
        let mark = n + 1;
        let who = format!("A <a@example.com> {} +0000", commit.seconds);
        let _ = write!(out, "commit refs/heads/main\nmark :{mark}\nauthor {who}\ncommitter {who}\ndata 1\nx\n");
        let mut parents: Vec<usize> =
            commit.back.iter().map(|back| mark.saturating_sub(*back)).filter(|p| *p > 0).collect();
        parents.dedup();
        for (n, parent) in parents.iter().enumerate() {
            let _ = writeln!(out, "{} :{parent}", if n == 0 { "from" } else { "merge" });
        }
        if n == 0 {
            for path in PATHS {
                let _ = write!(out, "M 100644 inline {path}\ndata 5\nfirst\n");
            }
        } else {
            for (path, content) in &commit.edits {
                let path = PATHS[*path];
                let _ = match content {
                    Some(content) => write!(out, "M 100644 inline {path}\ndata 1\n{content}\n"),
                    None => writeln!(out, "D {path}"),
                };
            }
        }
    }
    out
}

fn import(project: &Project, stream: &str) {
    project.git("2020-01-01T00:00:00Z", &["init", "-q"]);
    let mut git = project.program("git");
    let mut child = git
        .current_dir(project.root())
        .args(["fast-import", "--quiet", "--force"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("git");
    child.stdin.take().expect("its input").write_all(stream.as_bytes()).expect("a history");
    assert!(child.wait().expect("git").success(), "{stream}");
}

fn asked_of_git(project: &Project, path: &str) -> String {
    let mut git: Command = project.program("git");
    git.current_dir(project.root()).args(["log", "-1", "--format=%H", "main", "--", path]);
    Run::of(&mut git).ends(0).stdout.trim().to_owned()
}

fn is_there(project: &Project, path: &str) -> bool {
    let mut git: Command = project.program("git");
    git.current_dir(project.root()).args(["ls-tree", "--name-only", "main", "--", path]);
    !Run::of(&mut git).ends(0).stdout.trim().is_empty()
}

/// Takes every change of bytes for a change of text.
struct Bytes;

impl Reader for Bytes {
    fn compare(&self, _: &SourcePath, old: Text<'_>, new: Text<'_>) -> Change {
        if old.bytes == new.bytes { Change::Nothing } else { Change::Text }
    }

    fn uses_settings(&self, _: &[u8]) -> bool {
        false
    }

    fn formerly(&self, _: &SourcePath) -> Option<Vec<SourcePath>> {
        None
    }

    fn doubt(&self, _: &SourcePath, _: Text<'_>, _: Text<'_>) -> Option<String> {
        None
    }
}

fn read(root: &Path) -> Vec<Result<String, Why>> {
    let paths: Vec<SourcePath> = PATHS.iter().map(|path| SourcePath::new(*path)).collect();
    let history = history::read(root, &paths, &Options::default(), &Bytes);
    paths.iter().map(|path| history.of(path).touched.map(|revision| revision.commit)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_history_gives_what_git_log_gives(commits in prop::collection::vec(commit(), 1..14)) {
        let project = Project::new(&[]);
        import(&project, &stream(&commits));
        for (path, found) in PATHS.iter().zip(read(project.root())) {
            let expected = if is_there(&project, path) { Ok(asked_of_git(&project, path)) } else { Err(Why::NotCommitted { staged: false }) };
            prop_assert_eq!(found, expected, "{} in\n{}", path, stream(&commits));
        }
    }
}

#[test]
fn a_shallow_clone_gives_no_date_that_may_be_wrong() {
    let project = Project::new(&[]);
    let edit = |seconds, edits| Commit { back: vec![1], seconds, edits };
    import(&project, &stream(&[edit(1_000, vec![]), edit(2_000, vec![(0, Some(1))]), edit(3_000, vec![(1, Some(1))])]));
    let from = format!("file://{}", project.root().display());
    project.git("2020-01-01T00:00:00Z", &["clone", "-q", "--depth", "2", "--branch", "main", &from, "clone"]);
    let found = read(&project.root().join("clone"));
    assert_eq!(found[1].as_ref().ok(), Some(&asked_of_git(&project, PATHS[1])), "above the boundary");
    assert!(matches!(found[0], Err(Why::Boundary(_))), "at the boundary: {:?}", found[0]);
    assert!(matches!(found[4], Err(Why::Boundary(_))), "below the boundary: {:?}", found[4]);
}
