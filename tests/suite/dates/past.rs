//! Histories that are made up: written by `git fast-import`, and looked at with git.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::project::{Project, Run};

/// A commit with its whole tree.
#[derive(Debug, Clone)]
pub(super) struct Commit {
    /// The numbers of earlier commits.
    pub(super) parents: Vec<usize>,
    pub(super) seconds: i64,
    pub(super) message: String,
    pub(super) files: BTreeMap<String, File>,
}

/// A file of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct File {
    pub(super) is_executable: bool,
    pub(super) bytes: Vec<u8>,
}

impl File {
    pub(super) fn of(bytes: impl Into<Vec<u8>>) -> Self {
        Self { is_executable: false, bytes: bytes.into() }
    }
}

/// A site in a repository whose only branch ends in the last of some commits. It is not checked out.
pub(super) struct Past {
    pub(super) project: Project,
    /// The ids of the commits.
    pub(super) ids: Vec<String>,
}

impl Past {
    pub(super) fn new(project: Project, commits: &[Commit]) -> Self {
        let mut past = Self { project, ids: Vec::new() };
        past.git(&["init", "--quiet", "--initial-branch=main"]);
        let marks = past.project.outside().join("marks");
        let option = format!("--export-marks={}", marks.display());
        feed(past.command().args(["fast-import", "--quiet", "--force", &option]), &stream(commits));
        let marks = fs::read_to_string(marks).expect("marks");
        let mut ids: Vec<(usize, &str)> = marks
            .lines()
            .filter_map(|line| line.strip_prefix(':')?.split_once(' '))
            .map(|(mark, id)| (mark.parse().expect("a number"), id))
            .collect();
        ids.sort_unstable();
        past.ids = ids.into_iter().map(|(_, id)| id.to_owned()).collect();
        assert_eq!(past.ids.len(), commits.len());
        past
    }

    /// Runs git in the site and gives what it says.
    pub(super) fn git(&self, args: &[&str]) -> String {
        Run::of(self.command().args(args)).ends(0).stdout
    }

    /// The commits that `git log` lists with these arguments.
    pub(super) fn log(&self, args: &[&str]) -> Vec<String> {
        let all = [&["log", "--format=%H"], args].concat();
        self.git(&all).lines().map(str::to_owned).collect()
    }

    fn command(&self) -> Command {
        let mut git = self.project.program("git");
        git.current_dir(self.project.root())
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
            .args(["--literal-pathspecs", "-c", "gc.auto=0"]);
        git
    }
}

/// Runs git on an input.
fn feed(git: &mut Command, input: &[u8]) {
    let mut child = git.stdin(Stdio::piped()).spawn().expect("git");
    child.stdin.take().expect("its input").write_all(input).expect("a history");
    assert!(child.wait().expect("git").success(), "{}", String::from_utf8_lossy(input));
}

/// The history as `git fast-import` reads it.
pub(super) fn stream(commits: &[Commit]) -> Vec<u8> {
    let mut out = Vec::new();
    for (n, commit) in commits.iter().enumerate() {
        let who = format!("A <a@example.com> {} +0000", commit.seconds);
        if commit.parents.is_empty() {
            // Else the commit before would be its parent.
            out.extend_from_slice(b"reset refs/heads/main\n");
        }
        out.extend(format!("commit refs/heads/main\nmark :{}\nauthor {who}\ncommitter {who}\n", n + 1).bytes());
        data(&mut out, commit.message.as_bytes());
        for (at, parent) in commit.parents.iter().enumerate() {
            out.extend(format!("{} :{}\n", if at == 0 { "from" } else { "merge" }, parent + 1).bytes());
        }
        out.extend_from_slice(b"deleteall\n");
        for (path, file) in &commit.files {
            let mode = if file.is_executable { "100755" } else { "100644" };
            out.extend(format!("M {mode} inline {path}\n").bytes());
            data(&mut out, &file.bytes);
        }
    }
    out
}

fn data(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend(format!("data {}\n", bytes.len()).bytes());
    out.extend_from_slice(bytes);
    out.push(b'\n');
}
