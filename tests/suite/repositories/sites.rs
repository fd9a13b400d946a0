//! A site in a repository, what git says of it, and what the program says.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::project::{Project, Run, Tree};

/// The day on which sites are looked at: later than every commit but those of wrong clocks, and on
/// no page.
pub(super) const AS_OF: &str = "2030-06-15";

/// The text of a document.
pub(super) fn text(words: &str) -> String {
    format!("# Policy\n\n{words}\n")
}

/// Runs git in a folder at a moment, a day for its noon, and gives what it printed.
#[track_caller]
pub(super) fn git(project: &Project, folder: &Path, at: &str, args: &[&str]) -> String {
    let at = if at.len() == 10 { format!("{at}T12:00:00Z") } else { at.to_owned() };
    let mut git = project.program("git");
    git.current_dir(folder)
        .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
        .envs([("GIT_AUTHOR_DATE", &at), ("GIT_COMMITTER_DATE", &at)]);
    let settings = ["user.name=Editor", "user.email=editor@example.com", "init.defaultBranch=main", "gc.auto=0"];
    for setting in settings.iter().chain(&["protocol.file.allow=always", "advice.detachedHead=false"]) {
        git.args(["-c", setting]);
    }
    Run::of(git.args(args)).ends(0).stdout.trim_end().to_owned()
}

/// The repository of a site.
pub(super) trait Repository {
    /// Runs git in the site, and gives what it printed.
    fn ask(&self, args: &[&str]) -> String;
    /// Commits every file of the site but the output, after writing these; gives the commit's id.
    fn save(&self, at: &str, files: &[(&str, &str)]) -> String;
    /// The same with a message.
    fn save_saying(&self, at: &str, message: &str, files: &[(&str, &str)]) -> String;
    /// A branch at this commit is checked out.
    fn branch(&self, name: &str, commit: &str);
    /// The last commit that touched a file, as git says.
    fn last(&self, path: &str) -> String;
}

impl Repository for Project {
    #[track_caller]
    fn ask(&self, args: &[&str]) -> String {
        git(self, self.root(), "2020-01-01", args)
    }

    #[track_caller]
    fn save(&self, at: &str, files: &[(&str, &str)]) -> String {
        self.save_saying(at, "Change", files)
    }

    #[track_caller]
    fn save_saying(&self, at: &str, message: &str, files: &[(&str, &str)]) -> String {
        for (path, text) in files {
            self.write(path, text);
        }
        if !self.root().join(".git").exists() {
            self.ask(&["init", "--quiet"]);
        }
        self.ask(&["add", "--all", "--", ".", ":!public"]);
        git(self, self.root(), at, &["commit", "--quiet", "--message", message]);
        self.ask(&["rev-parse", "HEAD"])
    }

    #[track_caller]
    fn branch(&self, name: &str, commit: &str) {
        self.ask(&["checkout", "--quiet", "-b", name, commit]);
    }

    #[track_caller]
    fn last(&self, path: &str) -> String {
        self.ask(&["log", "-1", "--format=%H", "--", path])
    }
}

/// The program on a site.
pub(super) struct Look<'p> {
    project: &'p Project,
    root: PathBuf,
    variables: Vec<(&'static str, OsString)>,
    as_of: &'static str,
}

impl<'p> Look<'p> {
    /// At the site of a project.
    pub(super) fn at(project: &'p Project) -> Self {
        Self { project, root: project.root().to_path_buf(), variables: Vec::new(), as_of: AS_OF }
    }

    /// At a site elsewhere in its temporary folder.
    pub(super) fn below(project: &'p Project, folder: &str) -> Self {
        Self { root: project.outside().join(folder), ..Self::at(project) }
    }

    /// With a variable in the environment.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// On another day.
    pub(super) fn on(mut self, day: &'static str) -> Self {
        self.as_of = day;
        self
    }

    fn run(&self, args: &[&str]) -> Run {
        let mut program = self.project.engross(args);
        program.args(["--as-of", self.as_of, "--root"]).arg(&self.root);
        program.envs(self.variables.iter().map(|(name, value)| (name, value)));
        Run::of(&mut program)
    }

    /// What `status` tells, which finds no error.
    #[track_caller]
    pub(super) fn status(&self) -> Told {
        self.status_ending(0)
    }

    /// What `status` tells, which ends with this code; with what is remembered of earlier runs and
    /// of this one it tells the same as without.
    #[track_caller]
    pub(super) fn status_ending(&self, code: i32) -> Told {
        let told = self.status_once(code);
        assert_eq!(self.status_once(code).0, told.0, "once more");
        forget(self.project.outside());
        assert_eq!(self.status_once(code).0, told.0, "with nothing remembered");
        told
    }

    /// What `status` tells, run once.
    #[track_caller]
    pub(super) fn status_once(&self, code: i32) -> Told {
        Told::of(&self.run(&["status", "--format", "json"]).ends(code))
    }

    /// Requires that nothing is built, even without `--strict`.
    #[track_caller]
    pub(super) fn is_refused(&self) {
        self.run(&["build"]).ends(1).says(&["Nothing was written"]);
        assert!(!self.root.join("public").exists());
    }

    /// Requires that nothing is built with `--strict`, and then these pages with these dates on
    /// them and no other.
    #[track_caller]
    pub(super) fn builds_loosely(&self, pages: &[(&str, &[&str])]) {
        self.run(&["build", "--strict"]).ends(1).says(&["with --strict a warning is an error"]);
        assert!(!self.root.join("public").exists());
        self.run(&["build"]).ends(0);
        self.shows(pages);
    }

    /// Requires that `--strict` builds these pages with these dates on them and no other.
    #[track_caller]
    pub(super) fn builds_strictly(&self, pages: &[(&str, &[&str])]) {
        self.run(&["build", "--strict"]).ends(0);
        self.shows(pages);
    }

    #[track_caller]
    fn shows(&self, pages: &[(&str, &[&str])]) {
        for (document, dates) in pages {
            let path = self.root.join("public/en").join(document).join("index.html");
            let page = fs::read_to_string(path).expect("a page");
            let times = page.split("<time datetime=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default());
            assert_eq!(times.collect::<Vec<_>>(), *dates, "the dates on the page of {document}");
            let has_line = page.contains("Updated <time");
            assert_eq!(has_line, !dates.is_empty(), "the Updated line of {document}:\n{page}");
        }
        let tree = Tree::of(&self.root.join("public"));
        for day in [AS_OF, "June 15"] {
            assert!(tree.holding(day).is_empty(), "the day of the build is in {:?}", tree.holding(day));
        }
    }
}

/// Removes what is remembered of histories in the repositories below a folder.
fn forget(folder: &Path) {
    let is_memory = |entry: &walkdir::DirEntry| entry.file_name() == "engross" && entry.file_type().is_dir();
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_entry(|entry| entry.file_name() != "objects");
    for entry in entries.map(|entry| entry.expect("an entry")).filter(is_memory).collect::<Vec<_>>() {
        fs::remove_dir_all(entry.path()).expect("what is remembered");
    }
}

/// What `engross status --format json` told.
pub(super) struct Told(Value);

impl Told {
    /// What this run told.
    #[track_caller]
    pub(super) fn of(run: &Run) -> Self {
        Self(run.json())
    }

    /// The row of a document in English, or the only row of a path.
    #[track_caller]
    pub(super) fn row(&self, name: &str) -> &Value {
        let rows = self.0["documents"].as_array().expect("rows");
        let is_it =
            |row: &&Value| row["path"] == name || row["document"] == name && (row["locale"] == "en" || rows.len() == 1);
        rows.iter().find(is_it).unwrap_or_else(|| panic!("no {name} in {rows:#?}"))
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.0["documents"].as_array().map_or(0, Vec::len)
    }

    /// All documents.
    pub(super) fn documents(&self) -> &Value {
        &self.0["documents"]
    }

    /// The day on which a document was updated, `-` if that is unknown, and the day on which it
    /// was touched.
    #[track_caller]
    pub(super) fn days(&self, name: &str) -> (&str, &str) {
        let row = self.row(name);
        let day = |key: &str| row[key]["date"].as_str().unwrap_or("-");
        assert_eq!(row["updated"].is_null(), !row["why_unknown"].is_null(), "a date or a reason: {row:#}");
        (day("updated"), day("touched"))
    }

    /// Requires the days on which documents were updated and touched.
    #[track_caller]
    pub(super) fn dates(self, expected: &[(&str, &str, &str)]) -> Self {
        let found: Vec<_> = expected.iter().map(|(name, ..)| (*name, self.days(name).0, self.days(name).1)).collect();
        assert_eq!(found, expected, "{:#}", self.0);
        self
    }

    /// The commit that updated a document.
    #[track_caller]
    pub(super) fn commit(&self, name: &str) -> &str {
        self.row(name)["updated"]["commit"].as_str().unwrap_or("-")
    }

    /// Requires that a document has no date for a reason that has these words in it.
    #[track_caller]
    pub(super) fn unknown(self, name: &str, words: &str) -> Self {
        let why = self.row(name)["why_unknown"].as_str().unwrap_or("a date");
        assert!(why.contains(words), "{name}: no \"{words}\" in \"{why}\"");
        self.dates_of(name, "-")
    }

    #[track_caller]
    fn dates_of(self, name: &str, updated: &str) -> Self {
        assert_eq!(self.days(name).0, updated);
        self
    }

    /// Requires the states of documents on disk.
    #[track_caller]
    pub(super) fn work(self, expected: &[(&str, &str)]) -> Self {
        let found: Vec<_> =
            expected.iter().map(|(name, _)| (*name, self.row(name)["work"].as_str().unwrap_or("-"))).collect();
        assert_eq!(found, expected);
        self
    }

    /// Why later revisions of a document do not count, newest first: `none`, `formatting`,
    /// `trailer` or `list`.
    #[track_caller]
    pub(super) fn passed(&self, name: &str) -> Vec<&str> {
        let row = self.row(name);
        let list = |key: &str| row[key].as_array().expect("a list").iter();
        let all = list("formatting_only").chain(list("editorial"));
        all.map(|passed| passed["change"].as_str().or(passed["by"].as_str()).expect("a reason")).collect()
    }

    /// Requires exactly these findings: `severity[code]`, and words of its message or cure.
    #[track_caller]
    pub(super) fn finds(self, expected: &[(&str, &[&str])]) -> Self {
        let all = self.0["findings"].as_array().expect("findings");
        let told = |finding: &Value| {
            let part = |key: &str| finding[key].as_str().unwrap_or_default();
            (format!("{}[{}]", part("severity"), part("code")), format!("{}\n{}", part("message"), part("help")))
        };
        let mut left: Vec<(String, String)> = all.iter().map(told).collect();
        for (head, words) in expected {
            let is_it =
                |(found, said): &(String, String)| found == head && words.iter().all(|word| said.contains(word));
            match left.iter().position(is_it) {
                Some(at) => drop(left.remove(at)),
                None => panic!("no {head} with {words:?} in {all:#?}"),
            }
        }
        assert!(left.is_empty(), "nobody expected {left:#?}");
        self
    }

    /// The finding of a code.
    #[track_caller]
    pub(super) fn finding(&self, code: &str) -> &Value {
        let all = self.0["findings"].as_array().expect("findings");
        all.iter().find(|finding| finding["code"] == code).unwrap_or_else(|| panic!("no {code} in {all:#?}"))
    }
}
