//! What is remembered of a history is what reading it again would find, wherever the last commit
//! moves: forward, back, to another branch.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use engross::history::{self, Change, Options, Reader, Record, Text};
use engross::vocabulary::SourcePath;
use proptest::prelude::*;

use super::project::{Project, Run};

const PATHS: [&str; 4] = ["content/a/en.md", "content/a/de.md", "content/b/en.md", "c.md"];
const SETTINGS: &str = "engross.toml";

/// A text of two letters: what it says, and how it looks; in capitals it depends on the settings.
struct Letters;

impl Letters {
    fn words(text: Text<'_>) -> Vec<u8> {
        let own = text.bytes.get(..1).unwrap_or_default();
        let settings = text.settings.filter(|_| own.first().is_some_and(u8::is_ascii_uppercase));
        [own, settings.unwrap_or_default()].concat()
    }
}

impl Reader for Letters {
    fn compare(&self, _: &SourcePath, old: Text<'_>, new: Text<'_>) -> Change {
        match (Self::words(old) == Self::words(new), old.bytes.get(1) == new.bytes.get(1)) {
            (false, _) => Change::Text,
            (true, false) => Change::Formatting,
            (true, true) => Change::Nothing,
        }
    }

    fn uses_settings(&self, text: &[u8]) -> bool {
        text.first().is_some_and(u8::is_ascii_uppercase)
    }

    fn doubt(&self, _: &SourcePath, _: Text<'_>, new: Text<'_>) -> Option<String> {
        (new.bytes.first() == Some(&b'b')).then(|| "says b".to_owned())
    }

    fn fingerprint(&self) -> Option<String> {
        Some("letters".to_owned())
    }
}

/// A commit: its parents by how far they lie back, its date, whether it is editorial, the texts it
/// writes or removes, and the settings.
#[derive(Debug, Clone)]
struct Commit {
    back: Vec<usize>,
    seconds: u32,
    trailer: Option<&'static str>,
    edits: Vec<(usize, Option<&'static str>)>,
    settings: Option<&'static str>,
}

fn commit() -> impl Strategy<Value = Commit> {
    let text = prop::sample::select(vec!["a0", "a1", "b0", "b1", "A0", "A1", "c0 with more to be found again"]);
    let edits = prop::collection::vec((0..PATHS.len(), prop::option::weighted(0.85, text)), 0..3);
    let trailer = prop::option::weighted(0.3, prop::sample::select(vec!["editorial", "odd"]));
    let settings = prop::option::weighted(0.2, prop::sample::select(vec!["x", "y"]));
    (prop::collection::vec(1usize..4, 1..3), 1u32..2_000_000_000, trailer, edits, settings)
        .prop_map(|(back, seconds, trailer, edits, settings)| Commit { back, seconds, trailer, edits, settings })
}

fn stream(commits: &[Commit]) -> String {
    let mut out = String::new();
    for (n, commit) in commits.iter().enumerate() {
        let mark = n + 1;
        let who = format!("A <a@example.com> {} +0000", commit.seconds);
        let trailer = commit.trailer.map(|value| format!("\n\nPolicy-Change: {value}\n")).unwrap_or_default();
        let message = format!("Commit {mark}{trailer}");
        let _ = write!(out, "commit refs/heads/n{mark}\nmark :{mark}\nauthor {who}\ncommitter {who}\n");
        let _ = write!(out, "data {}\n{message}\n", message.len());
        let mut parents: Vec<usize> =
            commit.back.iter().map(|back| mark.saturating_sub(*back)).filter(|p| *p > 0).collect();
        parents.dedup();
        for (n, parent) in parents.iter().enumerate() {
            let _ = writeln!(out, "{} :{parent}", if n == 0 { "from" } else { "merge" });
        }
        let mut file = |path: &str, text: Option<&str>| {
            let _ = match text {
                Some(text) => write!(out, "M 100644 inline {path}\ndata {}\n{text}\n", text.len()),
                None => writeln!(out, "D {path}"),
            };
        };
        if n == 0 {
            for path in PATHS {
                file(path, Some("a0"));
            }
            file(SETTINGS, Some("x"));
        }
        commit.edits.iter().for_each(|(path, text)| file(PATHS[*path], *text));
        commit.settings.iter().for_each(|text| file(SETTINGS, Some(text)));
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

/// What is known of every file, and how many findings there are.
fn read(project: &Project) -> (Vec<Record>, usize) {
    let paths: Vec<SourcePath> = PATHS.iter().map(|path| SourcePath::new(*path)).collect();
    let options = Options { settings: Some(SourcePath::new(SETTINGS)), count: true, ..Options::default() };
    let history = history::read(project.root(), &paths, &options, &Letters);
    (paths.iter().map(|path| history.of(path)).collect(), history.findings.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_remembered_is_what_is_found(
        commits in prop::collection::vec(commit(), 2..12),
        heads in prop::collection::vec(any::<prop::sample::Index>(), 2..6),
    ) {
        let project = Project::new(&[]);
        import(&project, &stream(&commits));
        let memory = project.root().join(".git/engross");
        let away = project.outside().join("away");
        for head in heads {
            let branch = format!("refs/heads/n{}", head.index(commits.len()) + 1);
            project.git("2020-01-01T00:00:00Z", &["symbolic-ref", "HEAD", &branch]);
            let remembered = read(&project);
            prop_assert!(memory.exists() || remembered.0.iter().all(|record| record.updated.is_err()));
            prop_assert_eq!(&read(&project), &remembered, "a second time at {}", &branch);
            let _ = fs::rename(&memory, &away);
            let found = read(&project);
            prop_assert_eq!(&found, &remembered, "{} in\n{}", &branch, stream(&commits));
            let _ = fs::remove_dir_all(&memory);
            let _ = fs::rename(&away, &memory);
        }
    }
}

#[test]
fn damage_is_passed_over_and_mended() {
    let project = Project::new(&[("content/a/en.md", "a")]);
    project.commit("2020-01-01T00:00:00Z");
    let status = || Run::of(&mut project.command(&["status", "--format", "json"])).ends(0).stdout;
    let first = status();
    let folder = project.root().join(".git/engross");
    let file = fs::read_dir(&folder).expect("a memory").next().expect("a file").expect("a file").path();
    let whole = fs::read_to_string(&file).expect("text");
    for damage in [String::new(), whole[..whole.len() / 2].to_owned(), whole.replace("\"key\":\"", "\"key\":\"0")] {
        fs::write(&file, &damage).expect("written");
        assert_eq!(status(), first);
        assert_eq!(fs::read_to_string(&file).expect("text"), whole, "mended");
    }
}

#[test]
fn other_settings_and_lists_are_other_questions() {
    let settings = "[site]\nbase_url = \"https://www.example.com/\"\n[variables]\nname = \"A\"\n";
    let project = Project::new(&[("content/a/en.md", "Text"), ("engross.toml", settings)]);
    project.commit("2020-01-01T00:00:00Z");
    project.write("content/a/en.md", "Other text");
    project.commit("2021-01-01T00:00:00Z");
    let updated = || {
        let status = Run::of(&mut project.command(&["status", "--format", "json"])).ends(0).json();
        status["documents"][0]["updated"]["date"].as_str().expect("a date").to_owned()
    };
    assert_eq!(updated(), "2021-01-01");
    let mut git = project.program("git");
    let head = Run::of(git.current_dir(project.root()).args(["rev-parse", "HEAD"])).ends(0).stdout;
    project.write(".policy-ignore-revs", &head);
    assert_eq!(updated(), "2020-01-01", "the list is heeded although the last commit is the same");
    fs::remove_file(project.root().join(".policy-ignore-revs")).expect("removed");
    assert_eq!(updated(), "2021-01-01");
}
