//! Repositories that lack what they should have: no date is guessed, and nothing breaks.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;

use super::sites::{Look, Repository, text};
use crate::project::Project;

const A: &str = "content/a/en.md";
const B: &str = "content/b/en.md";

/// Three commits: both texts, another form of `a`, a change of `b`. Gives their ids.
fn history() -> (Project, Vec<String>) {
    let project = Project::new(&[]);
    let ids = vec![
        project.save("2020-01-01", &[(A, "# Policy\n\n- One\n"), (B, &text("One."))]),
        project.save("2020-02-01", &[(A, "# Policy\n\n* One\n")]),
        project.save("2020-03-01", &[(B, &text("Two."))]),
    ];
    (project, ids)
}

/// Takes an object out of the repository.
fn lose(project: &Project, what: &str) -> String {
    let id = project.ask(&["rev-parse", what]);
    fs::remove_file(project.root().join(".git/objects").join(&id[..2]).join(&id[2..])).expect("an object");
    id
}

#[test]
fn without_an_old_text_only_its_page_has_no_date() {
    let (project, ids) = history();
    lose(&project, &format!("{}:{A}", ids[0]));
    let look = Look::at(&project);
    look.status()
        .dates(&[("a", "-", "2020-02-01"), ("b", "2020-03-01", "2020-03-01")])
        .finds(&[("warning[date-unknown]", &[A, "lacks the text", &ids[1][..8]])]);
    look.builds_loosely(&[("a", &[]), ("b", &["2020-03-01"])]);
}

#[test]
fn without_an_old_tree_the_build_stops() {
    let (project, ids) = history();
    let id = lose(&project, &format!("{}^{{tree}}", ids[0]));
    let look = Look::at(&project);
    let told = look.status_ending(1).dates(&[("a", "-", "-"), ("b", "-", "-")]);
    told.finds(&[("error[date-unknown]", &[A, B, &id[..8], "is missing", "damaged"])]);
    look.is_refused();
}

#[test]
fn without_an_old_commit_no_text_has_a_date() {
    let (project, ids) = history();
    lose(&project, &ids[0]);
    let look = Look::at(&project);
    let told = look.status().dates(&[("a", "-", "-"), ("b", "-", "-")]);
    told.finds(&[("warning[date-unknown]", &[A, B, &ids[0][..8], "is missing", "git fsck"])]);
    look.builds_loosely(&[("a", &[]), ("b", &[])]);
}

#[test]
fn a_branch_that_leads_nowhere_is_no_branch_without_commits() {
    for head in ["0123456789abcdef0123456789abcdef01234567\n", "nonsense\n"] {
        let (project, _) = history();
        project.write(".git/refs/heads/main", head);
        let look = Look::at(&project);
        let told = look.status().unknown("a", "cannot be read").dates(&[("a", "-", "-"), ("b", "-", "-")]);
        told.finds(&[("warning[date-unknown]", &[A, B, "cannot be read", "git fsck"])]);
        look.builds_loosely(&[("a", &[])]);
    }
}

#[test]
fn a_repository_without_its_parts_is_not_called_missing() {
    for part in ["HEAD", "objects", "refs"] {
        let (project, _) = history();
        let path = project.root().join(".git").join(part);
        fs::rename(path, project.outside().join(part)).expect("a part");
        let told = Look::at(&project).status().unknown("a", "cannot be read");
        told.finds(&[("warning[date-unknown]", &[A, B, "git fsck"])]);
    }
}

/// As a submodule or linked work tree whose repository was left behind.
#[test]
fn a_git_file_that_leads_nowhere_is_not_called_missing() {
    let (project, _) = history();
    fs::rename(project.root().join(".git"), project.outside().join("gone")).expect("a repository");
    project.write(".git", "gitdir: ../nowhere\n");
    let told = Look::at(&project).status().unknown("a", "cannot be read");
    told.finds(&[("warning[date-unknown]", &[A, B])]);
}

#[test]
fn a_broken_index_takes_no_date_away() {
    let (project, _) = history();
    project.write(".git/index", "nonsense");
    project.write(B, text("Three."));
    let told = Look::at(&project).status().work(&[("a", "committed"), ("b", "modified")]);
    told.dates(&[("a", "2020-01-01", "2020-02-01"), ("b", "2020-03-01", "2020-03-01")])
        .finds(&[("warning[git]", &[B])]);
}
