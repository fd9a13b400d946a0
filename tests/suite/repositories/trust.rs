//! Repositories that are not quite what they seem: of another user, or with history replaced.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a test works on disk and says so")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::Path;

use super::sites::{Look, Repository, git, text};
use crate::project::{Project, Tree};

const A: &str = "content/a/en.md";
const B: &str = "content/b/en.md";

/// Three commits: both texts, a change of `a`, a change of `b`.
fn history() -> (Project, Vec<String>) {
    let project = Project::new(&[]);
    let ids = vec![
        project.save("2020-01-01", &[(A, &text("One.")), (B, &text("One."))]),
        project.save("2020-02-01", &[(A, &text("Two."))]),
        project.save("2020-03-01", &[(B, &text("Two."))]),
    ];
    (project, ids)
}

const DATES: [(&str, &str, &str); 2] = [("a", "2020-02-01", "2020-02-01"), ("b", "2020-03-01", "2020-03-01")];

/// Gives a folder to another user, where this one may do that.
fn given_away(project: &Project, folder: &Path) -> bool {
    if fs::metadata(project.outside()).expect("a folder").uid() != 0 {
        println!("skipped: only root can give files to another user");
        return false;
    }
    for entry in walkdir::WalkDir::new(folder) {
        chown(entry.expect("an entry").path(), Some(12_345), Some(12_345)).expect("another owner");
    }
    true
}

#[test]
fn the_repository_of_another_user_is_read_and_said() {
    let (project, _) = history();
    if !given_away(&project, project.root()) {
        return;
    }
    let root = project.root().display().to_string();
    let look = Look::at(&project);
    look.status()
        .dates(&DATES)
        .work(&[("a", "committed")])
        .finds(&[("warning[git]", &[&root, "belongs to another user", "safe.directory"])]);
    look.builds_loosely(&[("a", &["2020-02-01"]), ("b", &["2020-03-01"])]);
    // Who trusts it says so as git wants it.
    fs::write(project.home().join(".gitconfig"), format!("[safe]\n\tdirectory = {root}\n")).expect("settings of git");
    look.status().dates(&DATES).finds(&[]);
}

#[test]
fn nothing_is_written_into_the_repository_of_another_user() {
    let (project, _) = history();
    if !given_away(&project, project.root()) {
        return;
    }
    let before = Tree::of(project.root());
    Look::at(&project).status_once(0).dates(&DATES);
    Tree::of(project.root()).is(&before, "the site");
}

/// What its owner wrote into its settings, such as a remote that is a program, is never run.
#[test]
fn nothing_is_fetched_for_the_repository_of_another_user() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(A, "# Policy\n\n- One\n")]);
    project.save("2020-02-01", &[(A, "# Policy\n\n* One\n")]);
    project.ask(&["config", "uploadpack.allowFilter", "true"]);
    let from = format!("file://{}", project.root().display());
    git(&project, project.outside(), "2020-03-01", &["clone", "--quiet", "--filter=blob:none", &from, "clone"]);
    let clone = project.outside().join("clone");
    let (ran, program) = (project.outside().join("ran"), "remote.origin.uploadpack");
    let touch = format!("touch '{}';git-upload-pack", ran.display());
    git(&project, &clone, "2020-03-01", &["config", program, &touch]);
    if !given_away(&project, &clone) {
        return;
    }
    let look = Look::below(&project, "clone");
    look.status().dates(&[("a", "-", "2020-02-01")]).finds(&[
        ("warning[date-unknown]", &[A, "belongs to another user"]),
        ("warning[git]", &["belongs to another user", "safe.directory"]),
    ]);
    assert!(!ran.exists(), "a program of another user was run");
}

#[test]
fn dates_follow_replaced_commits_as_git_does() {
    let (project, ids) = history();
    project.ask(&["replace", "--graft", &ids[2], &ids[0]]);
    let look = Look::at(&project);
    let told = look.status();
    assert_eq!((told.commit("a"), told.commit("b")), (project.last(A).as_str(), project.last(B).as_str()));
    assert_eq!(told.commit("a"), ids[2], "without the commit between, the last one changes both");
    told.dates(&[("a", "2020-03-01", "2020-03-01"), DATES[1]])
        .finds(&[("warning[git]", &["refs/replace", "git replace -d"])]);
    // Whatever the environment says: the same clone gives the same dates.
    Look::at(&project).with("GIT_NO_REPLACE_OBJECTS", "1").status().dates(&[("a", "2020-03-01", "2020-03-01")]);
    look.builds_loosely(&[("a", &["2020-03-01"])]);
    project.ask(&["replace", "-d", &ids[2]]);
    look.status().dates(&DATES).finds(&[]);
}

#[test]
fn a_file_of_grafts_is_ignored_and_said() {
    let (project, ids) = history();
    project.write(".git/info/grafts", format!("{} {}\n", ids[2], ids[0]));
    let look = Look::at(&project);
    look.status().dates(&DATES).finds(&[("warning[git]", &[".git/info/grafts", "git replace --convert-graft-file"])]);
    look.builds_loosely(&[("a", &["2020-02-01"])]);
}
