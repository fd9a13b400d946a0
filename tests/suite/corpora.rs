//! The dates of three real repositories against git itself: every Markdown file of each, one call
//! of git for each file and question (`git-oracle.sh`). Skipped where `../shared` is not there.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a test works on disk and says so")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use engross::build::{Overrides, dates};
use engross::history::{Revision, Which};
use engross::vocabulary::Day;

use super::dates::{listed, touched};
use super::project::{Project, Run};

/// A real repository, and what is known of it.
struct Corpus {
    name: &'static str,
    settings: &'static str,
    /// How many Markdown files its last commit has.
    files: usize,
    /// A commit that changed the form of many files, and those files of which it changed more.
    formal: Option<(&'static str, &'static [&'static str])>,
}

#[test]
fn legal_docs() {
    judge(&Corpus {
        name: "legal-docs",
        settings: include_str!("../independent/settings/legal-docs.toml"),
        files: 339,
        formal: Some(("07c68133", &[])),
    });
}

#[test]
fn site_policy() {
    judge(&Corpus {
        name: "site-policy",
        settings: include_str!("../independent/settings/site-policy.toml"),
        files: 63,
        // It also mended the target of a link in one, and added a row to a table of the other.
        formal: Some((
            "348ff86",
            &[
                "Policies/privacy-policies/github-candidate-privacy-policy.md",
                "Policies/privacy-policies/github-cookies.md",
            ],
        )),
    });
}

#[test]
fn genai_eu_versions() {
    judge(&Corpus {
        name: "genai-eu-versions",
        settings: include_str!("../independent/settings/genai-eu-versions.toml"),
        files: 64,
        formal: None,
    });
}

/// Files of the corpora that began as copies of others, such as translations: git follows these, and
/// engross does not, because a new document must not inherit the dates of another one.
const COPIES: &str = include_str!("corpora/copies.txt");

/// What git says of each file: commits, newest first.
type Answers = BTreeMap<String, Vec<String>>;

fn judge(corpus: &Corpus) {
    let Some((project, root)) = cloned(corpus) else { return };
    let [last, all, follow] = thread::scope(|scope| {
        let ask = |mode| {
            scope.spawn({
                let (project, root) = (&project, &root);
                move || oracle(project, root, mode)
            })
        };
        ["last", "all", "follow"].map(ask).map(|asked| asked.join().expect("git's answers"))
    });
    assert_eq!(last.len(), corpus.files);
    let paths: Vec<&str> = last.keys().map(String::as_str).collect();

    let found = touched(&root, &paths).into_iter().map(|commit| vec![commit.expect("a date")]);
    same(&paths, found, &last, "touched");
    let found = listed(&root, &paths, Which::All).into_iter().map(|list| list.expect("a list"));
    same(&paths, found, &all, "revisions");
    let found: Vec<Vec<String>> =
        listed(&root, &paths, Which::Followed).into_iter().map(|list| list.expect("a list")).collect();
    let differing = paths.iter().zip(&found).filter(|(path, list)| follow[**path] != **list);
    let differing: Vec<(&str, &Vec<String>)> = differing.map(|(path, list)| (*path, list)).collect();
    let copies = COPIES.lines().filter_map(|line| line.strip_prefix(corpus.name)?.strip_prefix('/'));
    let names: Vec<&str> = differing.iter().map(|(path, _)| *path).collect();
    assert_eq!(names, copies.collect::<Vec<_>>(), "with renames followed");
    for (path, list) in differing {
        let (until, name) = until_copied(&project, &root, path);
        let (own, earlier) = list.split_at(until.len().min(list.len()));
        assert_eq!(own, until, "{path}");
        // A file of that name can have been there before.
        let all = commits(&project, &root, &["--full-history", "--no-merges", "HEAD", "--", &name]);
        let copied = all.iter().position(|commit| Some(commit) == own.last()).expect("the copy");
        assert_eq!(earlier, &all[copied + 1..], "{path}");
    }

    let lists: BTreeMap<&str, Vec<String>> = paths.iter().copied().zip(found).collect();
    let today = Day::parse("2030-01-01").expect("a day");
    let dated = dates(&root, |_| today, &Overrides::default(), false).expect("dates");
    assert!(!dated.dates.is_empty());
    for (path, dates) in &dated.dates {
        let [updated, touched] = [&dates.updated, &dates.touched].map(|date| date.known().expect("a date").1);
        assert_eq!(last[path.as_str()], [touched.commit.as_str()], "{path}");
        assert!(lists[path.as_str()].contains(&updated.commit), "{path}: {} is none of its revisions", updated.commit);
    }
    let Some((formal, changed)) = corpus.formal else { return };
    let is_formal = |revision: &Revision| revision.commit.starts_with(formal);
    let updated = dated.dates.iter().filter(|(_, dates)| dates.updated.known().is_some_and(|(_, r)| is_formal(r)));
    assert_eq!(updated.map(|(path, _)| path.as_str()).collect::<Vec<_>>(), changed, "updated by {formal}");
    let passed = dated.dates.values().filter(|dates| dates.passed.iter().any(|passed| is_formal(&passed.revision)));
    assert!(passed.count() > 40, "else nothing was tried");
}

#[track_caller]
fn same(paths: &[&str], found: impl Iterator<Item = Vec<String>>, expected: &Answers, what: &str) {
    let faults: Vec<String> = paths
        .iter()
        .zip(found)
        .filter(|(path, found)| expected[**path] != *found)
        .map(|(path, found)| format!("{path}: git {:?}, engross {found:?}", expected[*path]))
        .collect();
    assert!(faults.is_empty(), "{what}: {} files differ:\n{}", faults.len(), faults.join("\n"));
}

/// A clone with settings, if there are corpora.
fn cloned(corpus: &Corpus) -> Option<(Project, PathBuf)> {
    let shared = shared();
    if !shared.join("corpora").is_dir() {
        println!("skipped: ../shared is not there");
        return None;
    }
    let project = Project::new(&[]);
    let bundle = shared.join("corpora").join(format!("{}.bundle", corpus.name));
    let mut git = git(&project);
    git.args(["-c", "init.defaultBranch=main", "clone", "--quiet"]).arg(bundle).arg("clone");
    Run::of(&mut git).ends(0);
    let root = project.outside().join("clone");
    std::fs::write(root.join("engross.toml"), corpus.settings).expect("settings");
    Some((project, root))
}

/// The revisions of a file that git follows, as far as the one that made it as a copy, and the name
/// that it had there.
fn until_copied(project: &Project, root: &Path, path: &str) -> (Vec<String>, String) {
    let log = ["-c", "core.quotePath=false", "log", "--follow", "--name-status", "--format=@%H", "--", path];
    let said = Run::of(git(project).current_dir(root).args(log)).ends(0).stdout;
    let mut commits = Vec::new();
    for commit in said.split('@').skip(1) {
        let (id, files) = commit.split_once('\n').expect("a line");
        commits.push(id.to_owned());
        let fields: Vec<&str> = files.trim().split('\t').collect();
        if let [kind, _, name] = fields[..]
            && kind.starts_with('C')
        {
            return (commits, name.to_owned());
        }
    }
    (Vec::new(), String::new())
}

/// The commits that `git log` lists.
fn commits(project: &Project, root: &Path, args: &[&str]) -> Vec<String> {
    let mut git = git(project);
    let said = Run::of(git.current_dir(root).args(["log", "--format=%H"]).args(args)).ends(0).stdout;
    said.lines().map(str::to_owned).collect()
}

/// Git apart from the settings of this machine.
fn git(project: &Project) -> Command {
    let mut git = project.program("git");
    git.envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")]).arg("--literal-pathspecs");
    git
}

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared")
}

fn oracle(project: &Project, root: &Path, mode: &str) -> Answers {
    let mut script = project.program("sh");
    script.envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("MODE", mode)]);
    let said = Run::of(script.arg(shared().join("tools/git-oracle.sh")).arg(root)).ends(0).stdout;
    let mut answers = Answers::new();
    for line in said.lines() {
        let mut fields = line.split('\t');
        let (path, commit) = fields.next().zip(fields.next()).expect("a path and a commit");
        answers.entry(path.to_owned()).or_default().push(commit.to_owned());
    }
    answers
}
