//! A site that is read again after files have changed is the same as one that is read as a whole: every
//! finding, every address, every byte. And no more of it is read than these files can have changed.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use engross::build::{Changes, Loaded, Overrides, load, load_again};
use engross::page::{Audience, render};
use engross::vocabulary::{Day, DocumentId, SourcePath};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::project::{Project, SETTINGS};

const TEXTS: [&str; 5] = [
    "content/privacy/en.md",
    "content/privacy/de.md",
    "content/terms/en.md",
    "content/terms/fr.md",
    "content/a/b/en.md",
];

/// Ways to write a text; each but the first changes something that others may depend on.
const WAYS: [&str; 15] = [
    "# Title\n\nWords of the text.\n\n## Rights {: #rights }\n\nMore.\n",
    "# Title\n\nOther words of the text.\n\n## Rights {: #rights }\n\nMore.\n",
    "# Title\n\nWords.\n\n## Rights {: #other }\n\nMore.\n\n## New\n",
    "# Another title\n\nSee [terms](../terms/en.md#rights) and [b](../a/b/en.md#nowhere).\n",
    "# Title\n\n![A picture](../picture.png) and [privacy](../privacy/de.md#new).\n",
    "# Title\n\n![Nothing](../nothing.png), [harm](../harm.html).\n",
    "---\neffective: 2030-01-01\n---\n# Title\n\nWords of the text.\n",
    "---\neffective: 2012-01-01\ntitle: \"[[company]]\"\n---\nWords of [[company]] and [[nobody]].\n",
    "---\ntranslates: 2016-06-01\n---\n# Title\n\nÜbersetzt.\n",
    "---\nformerly: content/privacy/fr.md\n---\n# Title\n\nMoved.\n",
    "---\nunknown: key\n---\n# Title\n",
    "",
    "# Title\n\n# Title\n\n### Jump\n\n<b>raw</b>\n",
    "# Title\n\nWords  of the\ntext.\n\n## Rights {: #rights }\n\nMore.\n",
    "# Title\n\nSee [here](/de/privacy/) and [there](/en/terms/#rights).\n",
];

#[derive(Debug, Clone)]
enum Step {
    Write(usize, usize),
    Several(Vec<(usize, usize)>),
    NotText(usize),
    Remove(usize),
    RemoveFolder,
    AddLanguage(usize),
    AddDocument(usize),
    Settings(usize),
    Theme(usize),
    ThemeGone,
    Picture(usize),
    Foreign,
    CameAndWent,
    Commit,
    Stage,
    Branch(bool),
    Archive(bool),
    Lost,
    Ignore,
    Later,
}

fn step() -> impl Strategy<Value = Step> {
    let (text, way) = (0..TEXTS.len(), 0..WAYS.len());
    prop_oneof![
        8 => (text.clone(), way.clone()).prop_map(|(text, way)| Step::Write(text, way)),
        2 => prop::collection::vec((text.clone(), way.clone()), 2..4).prop_map(Step::Several),
        1 => text.clone().prop_map(Step::NotText),
        1 => text.prop_map(Step::Remove),
        1 => Just(Step::RemoveFolder),
        1 => way.clone().prop_map(Step::AddLanguage),
        1 => way.prop_map(Step::AddDocument),
        1 => (0..SETTINGS_WAYS.len()).prop_map(Step::Settings),
        1 => (0..2usize).prop_map(Step::Theme),
        1 => Just(Step::ThemeGone),
        1 => (0..3usize).prop_map(Step::Picture),
        1 => Just(Step::Foreign),
        1 => Just(Step::CameAndWent),
        2 => Just(Step::Commit),
        1 => Just(Step::Stage),
        1 => any::<bool>().prop_map(Step::Branch),
        2 => any::<bool>().prop_map(Step::Archive),
        1 => Just(Step::Lost),
        1 => Just(Step::Ignore),
        1 => Just(Step::Later),
    ]
}

const SETTINGS_WAYS: [&str; 4] = [
    "[variables]\ncompany = \"Example, Inc.\"\n",
    "[variables]\ncompany = \"Another, Inc.\"\nnobody = \"Somebody\"\n[locales]\nfallback = \"none\"\n",
    "[variables]\ncompany = \"Example, Inc.\"\n[versions]\nnotice_days = 30\ncompare = \"all\"\n",
    "[variables\n",
];

struct Desk {
    project: Project,
    from: &'static str,
    moment: u32,
    branch: bool,
    days: u32,
}

impl Desk {
    fn new(from: &'static str) -> Self {
        let project = Project::new(&[]);
        let mut desk = Self { project, from, moment: 0, branch: false, days: 0 };
        desk.settings(0);
        for path in TEXTS {
            desk.project.write(path, WAYS[0]);
        }
        desk.project.write("content/picture.png", "a picture");
        desk.project.write("content/harm.html", "<script>1</script>");
        desk.commit();
        if from == "folder" {
            desk.project.run(&["archive", "privacy", "--effective", "2016-06-01"]).ends(0);
        }
        desk.commit();
        desk
    }

    fn settings(&self, way: usize) {
        let from = if self.from == "git" { "\n[versions]\nfrom = \"git\"\n" } else { "" };
        let way = SETTINGS_WAYS[way];
        let from = if way.contains("[versions]") { "" } else { from };
        self.project.write("engross.toml", format!("{SETTINGS}{way}{from}"));
    }

    fn commit(&mut self) {
        self.moment += 1;
        let at = format!("2017-01-{:02}T12:00:00Z", 1 + self.moment % 28);
        self.project.write("README.md", format!("{}", self.moment));
        self.project.commit(&at);
    }

    /// Changes the site; what a watcher would say of it.
    fn take(&mut self, step: &Step) -> Changes {
        let mut changes = Changes::default();
        let write = |path: &str, content: &[u8], changes: &mut Changes| {
            self.project.write(path, content);
            changes.add(SourcePath::new(path));
        };
        match step {
            Step::Write(text, way) => write(TEXTS[*text], WAYS[*way].as_bytes(), &mut changes),
            Step::Several(all) => {
                for (text, way) in all {
                    write(TEXTS[*text], WAYS[*way].as_bytes(), &mut changes);
                }
            }
            Step::NotText(text) => write(TEXTS[*text], b"Caf\xe9", &mut changes),
            Step::Remove(text) => {
                let _ = fs::remove_file(self.project.root().join(TEXTS[*text]));
                changes.add(SourcePath::new(TEXTS[*text]));
            }
            Step::RemoveFolder => {
                let _ = fs::remove_dir_all(self.project.root().join("content/terms"));
                changes.add(SourcePath::new("content/terms"));
            }
            Step::AddLanguage(way) => write("content/privacy/ar.md", WAYS[*way].as_bytes(), &mut changes),
            Step::AddDocument(way) => write("content/cookies/en.md", WAYS[*way].as_bytes(), &mut changes),
            Step::Settings(way) => {
                self.settings(*way);
                changes.add(SourcePath::new("engross.toml"));
            }
            Step::Theme(way) => {
                let text = ["{{ page.title }}<p>mine</p>", "{{ page.title"][*way];
                write("themes/default/templates/home.html", text.as_bytes(), &mut changes);
            }
            Step::ThemeGone => {
                let _ = fs::remove_dir_all(self.project.root().join("themes"));
                changes.add(SourcePath::new("themes"));
            }
            Step::Picture(way) => {
                let path = ["content/picture.png", "content/nothing.png", "content/new.pdf"][*way];
                write(path, b"another picture", &mut changes);
            }
            Step::Foreign => write("README.md", b"Read me", &mut changes),
            Step::CameAndWent => changes.add(SourcePath::new("content/privacy/.en.md.swap")),
            Step::Commit => {
                self.commit();
                changes.add_git();
                changes.add(SourcePath::new("README.md"));
            }
            Step::Stage => {
                self.project.git("2017-02-01T12:00:00Z", &["add", "--all", "--", "."]);
                changes.add_git();
            }
            Step::Branch(back) => {
                self.commit();
                if *back && self.branch {
                    self.project.git("2017-02-01T12:00:00Z", &["checkout", "--quiet", "other"]);
                } else {
                    self.project.git("2017-02-01T12:00:00Z", &["branch", "--force", "other"]);
                    self.branch = true;
                }
                return Changes::everything();
            }
            Step::Archive(minor) => {
                let day = format!("2018-01-{:02}", 1 + self.moment % 28);
                let args =
                    ["archive", "privacy", "--effective", &day, if *minor { "--minor" } else { "--note=Changed" }];
                self.project.run(&args);
                changes.add(SourcePath::new("versions"));
            }
            Step::Lost => return Changes::everything(),
            // Midnight has passed, and often.
            Step::Later => self.days += 1_500,
            Step::Ignore => write(".policy-ignore-revs", b"0123456789012345678901234567890123456789\n", &mut changes),
        }
        changes
    }
}

fn overrides() -> Overrides {
    Overrides { preview: true, origin: Some("http://localhost:1".to_owned()), ..Overrides::default() }
}

fn today(days: u32) -> Day {
    Day::parse("2020-06-01").expect("a day").after(days)
}

/// Everything that can be seen of a site.
fn seen(loaded: &Loaded) -> (Vec<String>, BTreeMap<String, String>) {
    let findings = loaded.findings.iter().map(|finding| format!("{finding:?}")).collect();
    let page = |(path, page): (&engross::vocabulary::SitePath, &engross::page::Page)| {
        let bytes = render(&loaded.site, path, page, Audience::Editor);
        let text = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        (path.as_str().to_owned(), text.unwrap_or_else(|finding| format!("{finding:?}")))
    };
    (findings, loaded.plan.pages().iter().map(page).collect())
}

fn law(from: &'static str, cases: u32) {
    let config =
        ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(prop::test_runner::RngAlgorithm::ChaCha),
    );
    let result = runner.run(&prop::collection::vec(step(), 1..12), |steps| {
        let mut desk = Desk::new(from);
        let root = desk.project.root().to_path_buf();
        let mut before = load(&root, |_| today(0), &overrides()).expect("a site");
        let mut pending = Changes::default();
        for step in &steps {
            pending.extend(desk.take(step));
            let again = load_again(&before, &pending, |_| today(desk.days), &overrides());
            let whole = load(&root, |_| today(desk.days), &overrides());
            match (again, whole) {
                (Ok(again), Ok(whole)) => {
                    let (one, other) = (seen(&again), seen(&whole));
                    prop_assert_eq!(one.0, other.0, "findings after {:?}", step);
                    for (path, text) in &other.1 {
                        prop_assert_eq!(one.1.get(path), Some(text), "{} after {:?}", path, step);
                    }
                    prop_assert_eq!(one.1.len(), other.1.len(), "pages after {:?}", step);
                    (before, pending) = (again, Changes::default());
                }
                (Err(_), Err(_)) => {}
                (again, whole) => {
                    let (again, whole) = (again.err().map(|e| e.to_string()), whole.err().map(|e| e.to_string()));
                    prop_assert_eq!(again, whole, "after {:?}", step);
                }
            }
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_site_that_is_read_again_is_the_same() {
    law("folder", 24);
}

#[test]
fn so_is_one_with_versions_from_git() {
    law("git", 16);
}

/// How many documents of a site are those of another one, not only alike.
fn shared(one: &Loaded, other: &Loaded) -> Vec<String> {
    let documents = one.site.documents.iter();
    let same = |id: &DocumentId, document| other.site.documents.get(id).is_some_and(|own| Arc::ptr_eq(own, document));
    documents.filter(|(id, document)| same(id, document)).map(|(id, _)| id.to_string()).collect()
}

#[test]
fn no_more_is_read_than_words_can_have_changed() {
    let desk = Desk::new("folder");
    let before = load(desk.project.root(), |_| today(0), &overrides()).expect("a site");
    let again = |path: &str, text: &str, before: &Loaded| {
        desk.project.write(path, text);
        let mut changes = Changes::default();
        changes.add(SourcePath::new(path));
        load_again(before, &changes, |_| today(0), &overrides()).expect("a site")
    };
    let next = again("content/terms/en.md", WAYS[1], &before);
    assert_eq!(shared(&next, &before), ["a/b", "privacy"]);
    assert!(Arc::ptr_eq(&next.plan, &before.plan), "no address has changed");
    // A section that others may lead to.
    let next = again("content/terms/en.md", WAYS[2], &next);
    assert_eq!(shared(&next, &before), ["a/b", "privacy"]);
    // A version that the text does not say any more.
    let next = again("content/privacy/en.md", WAYS[1], &next);
    assert!(!Arc::ptr_eq(&next.plan, &before.plan), "what changed since the version has a page");
    // What has no part in the site.
    assert!(Arc::ptr_eq(&again("README.md", "Words", &next).plan, &next.plan));
}
