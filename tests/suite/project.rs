//! A small site in a temporary folder, and the program on it, apart from the rest of the machine:
//! no variable of the environment but PATH reaches it, and no settings of git.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// The least that a site needs.
pub(crate) const SETTINGS: &str = "[site]\nbase_url = \"https://www.example.com/legal/\"\n";

/// A site. Its folder goes when it is dropped.
pub(crate) struct Project {
    folder: TempDir,
    root: PathBuf,
}

impl Project {
    /// A site of these files, with [`SETTINGS`] unless there is an `engross.toml` among them.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        Self::at("site", files)
    }

    /// The same at a path below the temporary folder.
    pub(crate) fn at(path: &str, files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let project = Self { root: folder.path().join(path), folder };
        fs::create_dir(project.home()).expect("a home");
        project.write("engross.toml", SETTINGS);
        for (path, text) in files {
            project.write(path, text);
        }
        project
    }

    /// The folder that holds `engross.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The temporary folder, which is the working directory unless a test says otherwise.
    pub(crate) fn outside(&self) -> &Path {
        self.folder.path()
    }

    /// The home of the user who runs the program; nothing lies in it.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Writes a file below the root, and its folders.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let file = self.root.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect(path);
        fs::write(file, content).expect(path);
    }

    /// Adds lines to a file below the root.
    pub(crate) fn append(&self, path: &str, lines: &str) {
        let text = fs::read_to_string(self.root.join(path)).expect(path);
        self.write(path, text + lines);
    }

    /// A program that sees nothing of this machine but PATH.
    pub(crate) fn program(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.env_clear().env("HOME", self.home()).current_dir(self.outside());
        for name in ["PATH", "SystemRoot"] {
            command.envs(std::env::var_os(name).map(|value| (name, value)));
        }
        command
    }

    /// The program, with arguments as they are.
    pub(crate) fn engross(&self, args: &[&str]) -> Command {
        let mut command = self.program(env!("CARGO_BIN_EXE_engross"));
        command.args(args);
        command
    }

    /// The program on this site; the first argument is the subcommand.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = self.engross(args);
        command.arg("--root").arg(&self.root);
        command
    }

    /// Runs the program on this site.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        Run::of(&mut self.command(args))
    }

    /// Runs git in the site at a moment such as `2020-01-31T23:30:00Z`.
    pub(crate) fn git(&self, at: &str, args: &[&str]) {
        let mut git = self.program("git");
        git.current_dir(&self.root)
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
            .envs([("GIT_AUTHOR_DATE", at), ("GIT_COMMITTER_DATE", at)]);
        for setting in ["user.name=Editor", "user.email=editor@example.com", "init.defaultBranch=main", "gc.auto=0"] {
            git.args(["-c", setting]);
        }
        Run::of(git.args(args)).ends(0);
    }

    /// Commits every file but the output; the first time, the repository is made.
    pub(crate) fn commit(&self, at: &str) {
        if !self.root.join(".git").exists() {
            self.git(at, &["init", "--quiet"]);
        }
        self.git(at, &["add", "--all", "--", ".", ":!public"]);
        self.git(at, &["commit", "--quiet", "--message", "Change"]);
    }

    /// The default output folder.
    pub(crate) fn public(&self) -> PathBuf {
        self.root.join("public")
    }

    /// Whether a build left its stage, or another folder of its own, beside the output.
    pub(crate) fn has_leftovers(&self) -> bool {
        let mut entries = fs::read_dir(&self.root).expect("the root").map(|entry| entry.expect("an entry"));
        entries.any(|entry| entry.file_name().to_string_lossy().contains(".engross-") && entry.path().is_dir())
    }
}

/// How a program ended and what it said.
pub(crate) struct Run {
    /// `None` if a signal ended it.
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut Command) -> Self {
        command.output().unwrap_or_else(|error| panic!("{command:?}: {error}")).into()
    }

    /// Requires this exit code, and that nothing panicked.
    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    /// Requires that people are told all of this.
    #[track_caller]
    pub(crate) fn says(self, words: &[&str]) -> Self {
        for words in words {
            assert!(self.stderr.contains(words), "no \"{words}\" in:\n{}", self.stderr);
        }
        self
    }

    /// The one JSON document on standard output.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}:\n{}", self.stdout))
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

/// A folder to the last byte: files by their path, and folders, which have no bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tree(pub(crate) BTreeMap<PathBuf, Option<Vec<u8>>>);

impl Tree {
    /// Reads a folder.
    pub(crate) fn of(folder: &Path) -> Self {
        let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(|entry| {
            let entry = entry.expect("an entry");
            let bytes = entry.file_type().is_file().then(|| fs::read(entry.path()).expect("a file"));
            (entry.path().strip_prefix(folder).expect("inside").to_path_buf(), bytes)
        });
        Self(entries.collect())
    }

    /// How many files there are.
    pub(crate) fn files(&self) -> usize {
        self.0.values().flatten().count()
    }

    /// The files whose text holds some words.
    pub(crate) fn holding(&self, words: &str) -> Vec<String> {
        let holds =
            |bytes: &Option<Vec<u8>>| bytes.as_ref().is_some_and(|b| String::from_utf8_lossy(b).contains(words));
        let found = self.0.iter().filter(|(_, bytes)| holds(bytes));
        found.map(|(path, _)| path.to_string_lossy().replace('\\', "/")).collect()
    }

    /// Requires that two folders are the same; `what` says which they are.
    #[track_caller]
    pub(crate) fn is(&self, other: &Self, what: &str) {
        let different = |path: &&PathBuf| self.0.get(*path) != other.0.get(*path);
        let paths: Vec<&PathBuf> = self.0.keys().chain(other.0.keys()).filter(different).take(5).collect();
        assert!(paths.is_empty(), "{what}: {} and {} entries; different: {paths:?}", self.0.len(), other.0.len());
    }
}
