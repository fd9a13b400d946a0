//! Partial clones: without old texts dates are the same, fetched for all pages at once; where
//! nothing can be fetched, pages that need an old text have none. Without trees nothing is known.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use super::sites::{Look, Repository, git, text};
use crate::project::{Project, Run};

const NAMES: [&str; 3] = ["a", "b", "c"];

fn list(mark: &str, words: &str) -> String {
    format!("# Policy\n\n{mark} {words}\n{mark} Two\n")
}

fn path(name: &str) -> String {
    format!("content/{name}/en.md")
}

/// Three texts that get another form twice after their last change, and `new`, which is new.
fn history() -> Project {
    let project = Project::new(&[]);
    let save = |at: &str, mark: &str, words: &str| {
        for name in NAMES {
            project.write(&path(name), list(mark, words));
        }
        project.save(at, &[]);
    };
    save("2020-01-01", "-", "One");
    save("2020-02-01", "-", "Other");
    save("2020-03-01", "*", "Other");
    save("2020-04-01", "+", "Other");
    project.save("2020-05-01", &[("content/new/en.md", &text("New."))]);
    project
}

fn clone(project: &Project, filter: &str) {
    project.ask(&["config", "uploadpack.allowFilter", "true"]);
    project.ask(&["config", "uploadpack.allowAnySHA1InWant", "true"]);
    let from = format!("file://{}", project.root().display());
    let filter = format!("--filter={filter}");
    git(project, project.outside(), "2020-06-01", &["clone", "--quiet", &filter, &from, "clone"]);
}

/// A folder with a `git` that writes down what it is asked before it does so, and that list.
fn writing_git(project: &Project) -> (PathBuf, PathBuf) {
    let found = Run::of(project.program("sh").args(["-c", "command -v git"])).ends(0).stdout;
    let (folder, log) = (project.outside().join("bin"), project.outside().join("log"));
    let script = format!("#!/bin/sh\nprintf '%s\\n' \"$*\" >>'{}'\nexec '{}' \"$@\"\n", log.display(), found.trim());
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("git"), script).expect("a script");
    fs::set_permissions(folder.join("git"), fs::Permissions::from_mode(0o755)).expect("a program");
    (folder, log)
}

/// The clone, looked at with that `git`; gives how often it was asked for anything.
fn fetches(project: &Project, look: impl FnOnce(Look<'_>)) -> usize {
    let (folder, log) = writing_git(project);
    look(Look::below(project, "clone").with("PATH", folder));
    let asked = fs::read_to_string(log).unwrap_or_default();
    assert!(asked.lines().all(|line| line.contains(" fetch ")), "{asked}");
    asked.lines().count()
}

#[test]
fn dates_are_those_of_a_whole_clone_and_old_texts_come_at_once() {
    let project = history();
    clone(&project, "blob:none");
    let whole = Look::at(&project).status().finds(&[]);
    let n = fetches(&project, |look| {
        let told = look.status().finds(&[]);
        assert_eq!(told.documents(), whole.documents());
        let expected = NAMES.map(|name| (name, "2020-02-01", "2020-04-01"));
        told.dates(&expected).dates(&[("new", "2020-05-01", "2020-05-01")]);
    });
    assert_eq!(n, 1, "one fetch for all texts");
    // What was fetched stays: nobody is asked again.
    fs::rename(project.root(), project.outside().join("gone")).expect("no remote");
    let look = Look::below(&project, "clone");
    assert_eq!(look.status().finds(&[]).documents(), whole.documents());
    look.builds_strictly(&[("new", &["2020-05-01"])]);
}

#[test]
fn many_revisions_are_fetched_in_few_steps() {
    let project = history();
    for n in 0..40 {
        let gap = "\n".repeat(n + 2);
        project.write(&path("a"), list("-", "Other").replacen("\n\n", &gap, 1));
        project.save(&format!("2020-06-01T12:{n:02}:00Z"), &[]);
    }
    clone(&project, "blob:none");
    let whole = Look::at(&project).status().dates(&[("a", "2020-02-01", "2020-06-01")]);
    let n = fetches(&project, |look| assert_eq!(look.status().finds(&[]).documents(), whole.documents()));
    assert!(n <= 8, "{n} fetches");
}

#[test]
fn renamed_texts_are_found_in_a_partial_clone_too() {
    let project = history();
    project.ask(&["mv", "content/a", "content/renamed"]);
    let words = list("-", "Other") + "\nWords that are wrapped\nin this way, and then so on.\n";
    project.save("2020-06-01", &[("content/b/en.md", &words)]);
    project.ask(&["mv", "content/b", "content/other"]);
    project.save("2020-07-01", &[("content/other/en.md", &words.replace("way, and", "way,\nand"))]);
    clone(&project, "blob:none");
    let expected = [("renamed", "2020-02-01", "2020-06-01"), ("other", "2020-06-01", "2020-07-01")];
    let whole = Look::at(&project).status().dates(&expected);
    let n = fetches(&project, |look| assert_eq!(look.status().finds(&[]).documents(), whole.documents()));
    assert!(n <= 4, "{n} fetches");
}

#[test]
fn old_settings_are_fetched_for_the_texts_that_use_them() {
    let project = history();
    let settings = |company: &str| format!("{}[variables]\ncompany = \"{company}\"\n", crate::project::SETTINGS);
    project.save("2020-06-01", &[("engross.toml", &settings("Old")), ("content/use/en.md", &text("By [[company]]."))]);
    project.save("2020-07-01", &[("engross.toml", &settings("New"))]);
    clone(&project, "blob:none");
    let whole = Look::at(&project).status().dates(&[("use", "2020-07-01", "2020-06-01")]);
    let n = fetches(&project, |look| assert_eq!(look.status().finds(&[]).documents(), whole.documents()));
    assert!((1..=3).contains(&n), "{n} fetches");
}

/// Where no old text can be had: the pages that need one have no date, the others keep theirs.
fn without_texts(look: &Look<'_>, reason: &str) {
    look.status()
        .unknown("a", "this clone lacks the text")
        .unknown("b", reason)
        .dates(&NAMES.map(|name| (name, "-", "2020-04-01")))
        .dates(&[("new", "2020-05-01", "2020-05-01")])
        .finds(&[(
            "warning[date-unknown]",
            &["content/a/en.md", "content/b/en.md", "content/c/en.md", reason, "git fetch --refetch --no-filter"],
        )]);
    look.builds_loosely(&[("a", &[]), ("b", &[]), ("c", &[]), ("new", &["2020-05-01"])]);
}

#[test]
fn without_its_remote_only_pages_that_need_old_texts_lose_their_date() {
    let project = history();
    clone(&project, "blob:none");
    fs::rename(project.root(), project.outside().join("gone")).expect("no remote");
    without_texts(&Look::below(&project, "clone"), "it could not be fetched");
    assert!(fetches(&project, |look| drop(look.status_once(0))) <= 1, "a remote that is gone is asked once");
}

/// Each text needs an old one of its own, at a commit of its own.
#[test]
fn a_remote_that_does_not_answer_is_asked_once() {
    let project = history();
    for n in 0..24 {
        let name = path(&format!("more-{n:02}"));
        project.save(&format!("2020-06-01T12:{n:02}:00Z"), &[(&name, &list("-", "One"))]);
    }
    for n in 0..24 {
        let name = path(&format!("more-{n:02}"));
        project.save(&format!("2020-06-02T12:{n:02}:00Z"), &[(&name, &list("*", "One"))]);
    }
    clone(&project, "blob:none");
    fs::rename(project.root(), project.outside().join("gone")).expect("no remote");
    let n = fetches(&project, |look| {
        let told = look.status_once(0);
        assert_eq!(told.row("more-23")["updated"], serde_json::Value::Null);
    });
    assert_eq!(n, 1, "asked once");
}

#[test]
fn without_the_program_git_likewise() {
    let project = history();
    clone(&project, "blob:none");
    without_texts(&Look::below(&project, "clone").with("PATH", project.home()), "git cannot be started");
    // A whole clone needs no git.
    Look::at(&project).with("PATH", project.home()).builds_strictly(&[("new", &["2020-05-01"])]);
}

#[test]
fn the_cure_of_the_message_cures() {
    let project = history();
    clone(&project, "blob:none");
    let folder = project.outside().join("clone");
    git(&project, &folder, "2020-06-01", &["fetch", "--quiet", "--refetch", "--no-filter"]);
    let look = Look::below(&project, "clone").with("PATH", project.home());
    assert_eq!(look.status().finds(&[]).documents(), Look::at(&project).status().documents());
}

#[test]
fn a_clone_without_trees_stops_the_build() {
    let project = history();
    clone(&project, "tree:0");
    let look = Look::below(&project, "clone");
    let told = look.status_ending(1).unknown("a", "tree").unknown("new", "is missing");
    told.finds(&[(
        "error[date-unknown]",
        &["--filter=tree:0", "content/a/en.md", "clone again", "--filter=blob:none"],
    )]);
    look.is_refused();
}
