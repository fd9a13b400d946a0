//! Past listed commits the date is that of the newest revision in `git log` that is not listed,
//! whatever the history.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use engross::history::{self, Change, Options, Pass, Reader, Record, Text};
use engross::vocabulary::SourcePath;
use proptest::prelude::*;

use super::sites::Repository;
use crate::project::Project;

const PATHS: [&str; 2] = ["content/a/en.md", "content/b/en.md"];

/// A commit: its parents by how far they lie back, how long after the one before it was made, what
/// it writes into which files, and whether a list names it.
type Commit = (Vec<usize>, i64, Vec<(usize, u8)>, bool);

fn commit() -> impl Strategy<Value = Commit> {
    let edits = prop::collection::vec((0..PATHS.len(), 0u8..3), 0..3);
    (prop::collection::vec(1usize..4, 1..3), 1i64..2_000_000, edits, prop::bool::weighted(0.6))
}

/// The history as `git fast-import` reads it; the first commit holds every file.
fn stream(commits: &[Commit]) -> String {
    let (mut out, mut seconds) = (String::new(), 0);
    for (n, (back, since, edits, _)) in commits.iter().enumerate() {
        seconds += since;
        let (mark, who) = (n + 1, format!("A <a@example.com> {seconds} +0000"));
        let _ = write!(out, "commit refs/heads/main\nmark :{mark}\nauthor {who}\ncommitter {who}\ndata 1\nx\n");
        let mut parents: Vec<usize> = back.iter().map(|back| mark.saturating_sub(*back)).filter(|p| *p > 0).collect();
        parents.dedup();
        for (n, parent) in parents.iter().enumerate() {
            let _ = writeln!(out, "{} :{parent}", if n == 0 { "from" } else { "merge" });
        }
        let first = [(0, 9), (1, 9)];
        for (path, content) in if n == 0 { first.as_slice() } else { edits } {
            let _ = write!(out, "M 100644 inline {}\ndata 1\n{content}\n", PATHS[*path]);
        }
    }
    out
}

/// Imports a history; gives the ids of its commits.
fn import(project: &Project, commits: &[Commit]) -> Vec<String> {
    project.ask(&["init", "--quiet"]);
    let mut git = project.program("git");
    git.current_dir(project.root()).args(["fast-import", "--quiet", "--force", "--export-marks=marks"]);
    let mut child = git.stdin(Stdio::piped()).spawn().expect("git");
    child.stdin.take().expect("its input").write_all(stream(commits).as_bytes()).expect("a history");
    assert!(child.wait().expect("git").success());
    let marks = (1..=commits.len()).map(|mark| format!(":{mark}"));
    let written = fs::read_to_string(project.root().join("marks")).expect("marks");
    let of = |mark: String| {
        let line = written.lines().find_map(|line| line.strip_prefix(&format!("{mark} ")));
        line.expect("a mark").to_owned()
    };
    marks.map(of).collect()
}

/// Takes every change of bytes for a change of text.
struct Bytes;

impl Reader for Bytes {
    fn compare(&self, _: &SourcePath, old: Text<'_>, new: Text<'_>) -> Change {
        if old.bytes == new.bytes { Change::Nothing } else { Change::Text }
    }
}

fn read(project: &Project, listed: &[&str]) -> [Record; 2] {
    let ignored = vec![(SourcePath::new("list"), listed.join("\n").into())];
    let paths = PATHS.map(SourcePath::new);
    let options = Options { ignored, ..Options::default() };
    let history = history::read(project.root(), &paths, &options, &Bytes);
    paths.map(|path| history.of(&path))
}

/// The newest revision in `git log` that is not listed, and those before it; where all are listed,
/// the one that created the file counts.
fn of_git(project: &Project, path: &str, listed: &[&str]) -> (String, Vec<String>) {
    let log = project.ask(&["log", "--format=%H", "main", "--", path]);
    let mut all: Vec<String> = log.lines().map(str::to_owned).collect();
    let at = all.iter().position(|id| !listed.contains(&id.as_str())).unwrap_or(all.len() - 1);
    let rest = all.split_off(at);
    (rest.into_iter().next().unwrap_or_default(), all)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_date_is_that_of_the_newest_revision_that_is_not_listed(
        commits in prop::collection::vec(commit(), 2..12),
        ) {
        let project = Project::new(&[]);
        let ids = import(&project, &commits);
        let listed = ids.iter().zip(&commits).filter(|(_, commit)| commit.3).map(|(id, _)| id.as_str());
        let listed: Vec<&str> = listed.collect();
        for (path, record) in PATHS.iter().zip(read(&project, &listed)) {
            let (updated, passed) = of_git(&project, path, &listed);
            prop_assert_eq!(record.touched.map(|revision| revision.commit), Ok(project.last(path)));
            prop_assert_eq!(record.updated.map(|revision| revision.commit), Ok(updated), "{}", stream(&commits));
            prop_assert!(record.passed.iter().all(|passed| passed.why == Pass::Listed));
            let ids: Vec<String> = record.passed.into_iter().map(|passed| passed.revision.commit).collect();
            prop_assert_eq!(ids, passed, "{}", stream(&commits));
        }
    }
}

/// Four commits by hand, with these dates: the parents and whether each changes `b`.
fn by_hand(dates: [i64; 4], parents: [&[usize]; 4], changes: [bool; 4]) -> (Project, Vec<String>) {
    let mut before = 0;
    let mut commits: Vec<Commit> = Vec::new();
    for (n, date) in dates.into_iter().enumerate() {
        let content = u8::try_from(n).expect("a digit");
        let edits = if changes[n] { vec![(1, content)] } else { Vec::new() };
        commits.push((parents[n].to_vec(), date - before, edits, false));
        before = date;
    }
    let project = Project::new(&[]);
    let ids = import(&project, &commits);
    (project, ids)
}

/// A branch whose dates lie before those of its parent is seen twice on the way.
#[test]
fn with_a_wrong_clock_a_listed_commit_is_passed_once() {
    let parents: [&[usize]; 4] = [&[1], &[1], &[1], &[2, 1]];
    let (project, ids) = by_hand([1_000, 900_000, 2_000, 3_000], parents, [true, true, false, true]);
    let listed = [ids[1].as_str(), ids[3].as_str()];
    let [_, record] = read(&project, &listed);
    let passed: Vec<&str> = record.passed.iter().map(|passed| passed.revision.commit.as_str()).collect();
    assert_eq!(passed, [ids[3].as_str(), ids[1].as_str()]);
    assert_eq!(record.updated.map(|revision| revision.commit), Ok(ids[0].clone()));
}

/// The commit that created a file counts only where no other one does, even if by a wrong clock it
/// is the newest.
#[test]
fn with_a_wrong_clock_the_first_commit_counts_last() {
    let parents: [&[usize]; 4] = [&[1], &[1], &[1], &[1, 3]];
    let (project, ids) = by_hand([900_000, 1_000, 2_000, 3_000], parents, [true, true, false, true]);
    let listed = [ids[0].as_str(), ids[3].as_str()];
    let [_, record] = read(&project, &listed);
    let (updated, _) = of_git(&project, PATHS[1], &listed);
    assert_eq!(updated, ids[1]);
    assert_eq!(record.updated.map(|revision| revision.commit), Ok(updated));
}
