//! The archive: what `archive` writes, that nothing changes it unseen, and what git proves.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

mod command;
mod damage;
mod killed;
mod proof;
mod refusals;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::project::{Project, Run, SETTINGS, Tree};

/// The page of a version, or of what is current.
fn page(project: &Project, address: &str) -> String {
    let path = project.public().join("en").join(address).join("index.html");
    fs::read_to_string(path).expect(address)
}

/// A text of one paragraph.
fn text(words: &str) -> String {
    format!("# Policy\n\n{words}\n")
}

/// Where the original of a document is.
fn path(document: &str) -> String {
    format!("content/{document}/en.md")
}

/// A site with a text of each of these documents, committed on 2020-01-01.
fn site(documents: &[&str]) -> Project {
    let project = Project::new(&[]);
    let texts: Vec<(String, String)> = documents.iter().map(|name| (path(name), text("First."))).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    project.save("2020-01-01", &texts);
    project
}

/// A finding as the program tells it to machines, in one text.
fn said(finding: &Value) -> String {
    let part = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let place = finding["place"]["path"].as_str().unwrap_or_default();
    format!("{}[{}] {}\n{place}\n{}", part("severity"), part("code"), part("message"), part("help"))
}

/// The findings that a run tells machines.
#[track_caller]
fn findings(run: &Run) -> Vec<String> {
    run.json()["findings"].as_array().expect("findings").iter().map(said).collect()
}

/// What tests of archives do with a site.
trait Archive {
    /// Writes files and commits everything at noon of a day.
    fn save(&self, day: &str, files: &[(&str, &str)]);
    /// The same with a message.
    fn save_saying(&self, day: &str, message: &str, files: &[(&str, &str)]);
    /// Runs `engross archive` on a day.
    fn archive(&self, day: &str, args: &[&str]) -> Run;
    /// Requires that `engross archive` writes this version.
    fn archives(&self, day: &str, args: &[&str], version: &str) -> Run;
    /// Requires that `engross archive` refuses for this reason, and writes nothing.
    fn refuses(&self, day: &str, args: &[&str], reason: &[&str]);
    /// The archive.
    fn versions(&self) -> Tree;
    /// A file of the archive.
    fn archived(&self, path: &str) -> String;
    /// A clone of the site beside it, made with these options.
    fn clone_beside(&self, name: &str, options: &[&str]) -> PathBuf;
    /// A command on a site in another folder.
    fn run_in(&self, folder: &Path, args: &[&str]) -> Run;
}

impl Archive for Project {
    #[track_caller]
    fn save(&self, day: &str, files: &[(&str, &str)]) {
        self.save_saying(day, "Change", files);
    }

    #[track_caller]
    fn save_saying(&self, day: &str, message: &str, files: &[(&str, &str)]) {
        for (path, text) in files {
            self.write(path, text);
        }
        let at = format!("{day}T12:00:00Z");
        if !self.root().join(".git").exists() {
            self.git(&at, &["init", "--quiet"]);
        }
        self.git(&at, &["add", "--all", "--", ".", ":!public"]);
        self.git(&at, &["commit", "--quiet", "--allow-empty", "--message", message]);
    }

    fn archive(&self, day: &str, args: &[&str]) -> Run {
        self.run(&[&["archive", "--as-of", day], args].concat())
    }

    #[track_caller]
    fn archives(&self, day: &str, args: &[&str], version: &str) -> Run {
        let run = self.archive(day, args).ends(0).says(&[&format!("\"Archive {} {version}\"", args[0])]);
        let record = self.archived(&format!("{}/{version}/version.toml", args[0]));
        assert!(record.contains(&format!("\nversion = \"{version}\"\n")), "{record}");
        run
    }

    #[track_caller]
    fn refuses(&self, day: &str, args: &[&str], reason: &[&str]) {
        let before = site_of(self.root());
        let run = self.archive(day, args).ends(1).says(reason).says(&["Nothing was archived."]);
        assert!(run.stdout.is_empty(), "{}", run.stdout);
        site_of(self.root()).is(&before, "what is there after a refusal and before");
    }

    fn versions(&self) -> Tree {
        Tree::of(&self.root().join("versions"))
    }

    #[track_caller]
    fn archived(&self, path: &str) -> String {
        fs::read_to_string(self.root().join("versions").join(path)).expect(path)
    }

    fn clone_beside(&self, name: &str, options: &[&str]) -> PathBuf {
        let folder = self.outside().join(name);
        let (from, to) = (format!("file://{}", self.root().display()), folder.display().to_string());
        self.git("2020-01-01T00:00:00Z", &[&["clone", "--quiet"], options, &[&from, &to]].concat());
        folder
    }

    fn run_in(&self, folder: &Path, args: &[&str]) -> Run {
        Run::of(self.engross(args).arg("--root").arg(folder))
    }
}

/// A site without its repository.
fn site_of(folder: &Path) -> Tree {
    let mut tree = Tree::of(folder);
    tree.0.retain(|path, _| !path.starts_with(".git"));
    tree
}

/// What lies at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Thing {
    File(Vec<u8>),
    /// A symbolic link to a path of the same folder.
    Link(String),
    /// A folder that may be empty.
    Folder,
}

/// A folder that is one thing after the other; only what differs is written.
struct Disk {
    root: PathBuf,
    now: RefCell<BTreeMap<String, Thing>>,
}

impl Disk {
    fn new(root: PathBuf) -> Self {
        Self { root, now: RefCell::default() }
    }

    fn holds(&self, next: &BTreeMap<String, Thing>) {
        let before = self.now.replace(next.clone());
        for (path, _) in before.iter().filter(|(path, thing)| next.get(*path) != Some(thing)) {
            remove(&self.root.join(path));
        }
        for (path, thing) in next.iter().filter(|(path, thing)| before.get(*path) != Some(thing)) {
            let place = self.root.join(path);
            remove(&place);
            fs::create_dir_all(place.parent().expect("a folder")).expect(path);
            match thing {
                Thing::File(bytes) => fs::write(place, bytes),
                Thing::Link(target) => symlink(self.root.join(target), place),
                Thing::Folder => fs::create_dir(place),
            }
            .expect(path);
        }
    }
}

/// Removes what lies at a path, if anything.
fn remove(path: &Path) {
    match path.symlink_metadata() {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path).expect("a folder"),
        Ok(_) => fs::remove_file(path).expect("a file"),
        Err(_) => {}
    }
}

/// A site whose archive has documents in folders, several versions and languages, a withdrawal,
/// an image, line ends of two kinds, notes, and a text that is the same in two versions.
fn written() -> Project {
    let project = Project::new(&[]);
    project.write("engross.toml", format!("{SETTINGS}[variables]\ncompany = \"Example *Inc.*\"\n"));
    for (day, words) in [("2020-01-01", "First"), ("2020-02-01", "Second"), ("2020-03-01", "Third")] {
        let japanese = if day == "2020-02-01" { "First" } else { words };
        project.write("content/privacy/logo.png", format!("PNG {words}"));
        let texts = [
            ("privacy/en", format!("# Privacy\n\n{words}, by [[company]].\n\n![Logo](logo.png)\n")),
            (
                "privacy/de",
                format!("# Datenschutz\r\n\r\nAuf Deutsch: {words}, [[company]].\r\n\r\n![Logo](logo.png)\r\n"),
            ),
            ("privacy/ja", format!("# プライバシー\n\n日本語 {japanese}, [[company]].\n\n![Logo](logo.png)\n")),
            ("terms/of use/en", format!("# Terms\n\n{words}.\n")),
            ("old/en", format!("# Old\n\n{words}.\n")),
        ];
        for (name, text) in &texts {
            project.write(&format!("content/{name}.md"), text);
        }
        project.save(day, &[]);
        let note = format!("{words} note");
        project.archives(day, &["privacy", "--behind", "--note", &note, "--note", "de=Notiz"], day);
        project.archives(day, &["terms/of use", "--note", "Changed"], day);
        if day < "2020-03-01" {
            project.archives(day, &["old", "--minor"], day);
        } else {
            fs::remove_dir_all(project.root().join("content/old")).expect("a folder");
            project.archives(day, &["old", "--withdraw", "--effective", day, "--note", "Gone"], day);
        }
    }
    project
}
