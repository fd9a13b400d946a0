//! Where a site lies and how its repository was reached: outside any, on no branch, in a linked
//! work tree, below a bare repository, under variables that name another one.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;
use std::path::Path;

use super::sites::{AS_OF, Look, Repository, Told, git, text};
use crate::project::{Project, Run, SETTINGS};

const A: &str = "content/a/en.md";
const B: &str = "content/b/en.md";

/// Two texts, of which `a` is changed in a second commit.
fn history() -> (Project, Vec<String>) {
    let project = Project::new(&[]);
    let ids = vec![
        project.save("2020-01-01", &[(A, &text("One.")), (B, &text("One."))]),
        project.save("2020-02-01", &[(A, &text("Two."))]),
    ];
    (project, ids)
}

const DATES: [(&str, &str, &str); 2] = [("a", "2020-02-01", "2020-02-01"), ("b", "2020-01-01", "2020-01-01")];

#[test]
fn outside_a_repository_no_text_has_a_date() {
    let project = Project::new(&[(A, &text("One.")), (B, &text("One."))]);
    let look = Look::at(&project);
    look.status()
        .unknown("a", "not inside a git repository")
        .dates(&[("a", "-", "-"), ("b", "-", "-")])
        .work(&[("a", "-"), ("b", "-")])
        .finds(&[("warning[date-unknown]", &["2 texts", "not inside a git repository", A, B, "git init"])]);
    look.builds_loosely(&[("a", &[]), ("b", &[])]);
}

#[test]
fn before_the_first_commit_no_text_has_a_date() {
    let project = Project::new(&[(A, &text("One.")), (B, &text("One."))]);
    project.ask(&["init", "--quiet"]);
    project.ask(&["add", A]);
    let look = Look::at(&project);
    look.status()
        .dates(&[("a", "-", "-"), ("b", "-", "-")])
        .work(&[("a", "-"), ("b", "-")])
        .finds(&[("warning[date-unknown]", &["2 texts", "no commit yet", A, B, "commit"])]);
    look.builds_loosely(&[("a", &[]), ("b", &[])]);
}

/// A branch that is not born yet in a repository that has others.
#[test]
fn a_branch_without_commits_has_no_dates_of_another_one() {
    let (project, _) = history();
    project.ask(&["symbolic-ref", "HEAD", "refs/heads/other"]);
    Look::at(&project).status().dates(&[("a", "-", "-")]).finds(&[("warning[date-unknown]", &["no commit yet", A, B])]);
}

#[test]
fn a_detached_head_has_the_dates_of_its_commit() {
    let (project, ids) = history();
    project.ask(&["checkout", "--quiet", "--detach", &ids[0]]);
    let look = Look::at(&project);
    look.status().dates(&[("a", "2020-01-01", "2020-01-01"), DATES[1]]).finds(&[]);
    look.builds_strictly(&[("a", &["2020-01-01"])]);
    project.ask(&["checkout", "--quiet", "--detach", &ids[1]]);
    assert_eq!(Look::at(&project).status().dates(&DATES).commit("a"), ids[1]);
}

#[test]
fn a_linked_work_tree_has_its_own_dates_and_states() {
    let (project, ids) = history();
    project.ask(&["worktree", "add", "--quiet", "-b", "linked", "../linked", &ids[0]]);
    let linked = project.outside().join("linked");
    fs::write(linked.join(B), text("In the linked one.")).expect("a text");
    git(&project, &linked, "2020-03-01", &["commit", "--quiet", "--all", "--message", "Linked"]);
    let look = Look::below(&project, "linked");
    look.status().dates(&[("a", "2020-01-01", "2020-01-01"), ("b", "2020-03-01", "2020-03-01")]).finds(&[]);
    look.builds_strictly(&[("b", &["2020-03-01"])]);
    fs::write(linked.join(A), text("Changed.")).expect("a text");
    git(&project, &linked, "2020-03-01", &["add", "--", "content"]);
    look.status().work(&[("a", "staged"), ("b", "committed")]);
    Look::at(&project).status().dates(&DATES).work(&[("a", "committed")]).finds(&[]);
}

#[test]
fn a_site_below_the_top_of_its_repository_has_its_dates() {
    let project = Project::at("whole/site", &[]);
    git(&project, &project.outside().join("whole"), "2020-01-01", &["init", "--quiet"]);
    fs::write(project.root().join("../other.md"), "Other").expect("a file");
    for (at, words) in [("2020-01-01", "One."), ("2020-02-01", "Two.")] {
        project.write(A, text(words));
        project.ask(&["add", "--all", ":/"]);
        git(&project, project.root(), at, &["commit", "--quiet", "--message", "Change"]);
    }
    Look::at(&project).status().dates(&[("a", "2020-02-01", "2020-02-01")]).finds(&[]);
}

#[test]
fn a_folder_of_a_bare_repository_has_no_dates() {
    let (project, _) = history();
    git(&project, project.outside(), "2020-03-01", &["clone", "--quiet", "--bare", "site", "bare.git"]);
    let site = project.outside().join("bare.git/site");
    fs::create_dir_all(site.join("content/a")).expect("folders");
    fs::write(site.join("engross.toml"), SETTINGS).expect("settings");
    fs::write(site.join(A), text("Two.")).expect("a text");
    let look = Look::below(&project, "bare.git/site");
    look.status().dates(&[("a", "-", "-")]).finds(&[("warning[date-unknown]", &[A, "work tree"])]);
    look.builds_loosely(&[("a", &[])]);
}

/// Another repository with a text of the same name and another date.
fn other(project: &Project) -> String {
    let folder = project.outside().join("other");
    fs::create_dir_all(folder.join("content/a")).expect("folders");
    fs::write(folder.join(A), text("Elsewhere.")).expect("a text");
    git(project, &folder, "2001-01-01", &["init", "--quiet"]);
    git(project, &folder, "2001-01-01", &["add", "--all"]);
    git(project, &folder, "2001-01-01", &["commit", "--quiet", "--message", "Elsewhere"]);
    path(&folder.join(".git"))
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn a_git_dir_elsewhere_is_not_followed_and_said() {
    let (project, _) = history();
    let other = other(&project);
    let look = Look::at(&project).with("GIT_DIR", &other);
    let own = path(&project.root().join(".git"));
    look.status().dates(&DATES).work(&[("a", "committed")]).finds(&[("warning[git]", &["GIT_DIR", &other, &own])]);
    look.builds_loosely(&[("a", &["2020-02-01"])]);
}

/// As in the hook of a bare repository that checks out a site: it lies in no repository.
#[test]
fn a_git_dir_is_said_outside_a_repository_too() {
    let (project, _) = history();
    let other = other(&project);
    fs::remove_dir_all(project.root().join(".git")).expect("a folder");
    let look = Look::at(&project).with("GIT_DIR", &other).with("GIT_WORK_TREE", project.root());
    look.status()
        .dates(&[("a", "-", "-"), ("b", "-", "-")])
        .finds(&[("warning[date-unknown]", &["not inside a git repository"]), ("warning[git]", &["GIT_DIR", &other])]);
}

#[test]
fn a_git_dir_that_names_this_repository_is_not_worth_a_word() {
    let (project, _) = history();
    let own = project.root().join(".git");
    let told = Look::at(&project).with("GIT_DIR", &own).with("GIT_WORK_TREE", project.root()).status();
    told.dates(&DATES).finds(&[]);
    // As git sets it for a hook: relative to the folder in which the program runs.
    Look::at(&project).with("GIT_DIR", "site/.git").status().dates(&DATES).finds(&[]);
}

#[test]
fn no_other_variable_of_git_leads_elsewhere() {
    let (project, _) = history();
    let other = other(&project);
    for (name, value) in [
        ("GIT_WORK_TREE", path(project.outside())),
        ("GIT_INDEX_FILE", format!("{other}/index")),
        ("GIT_OBJECT_DIRECTORY", format!("{other}/objects")),
        ("GIT_COMMON_DIR", other.clone()),
        ("GIT_NAMESPACE", "elsewhere".to_owned()),
        ("GIT_PREFIX", "content/".to_owned()),
        ("GIT_CEILING_DIRECTORIES", path(project.outside())),
    ] {
        let told = Look::at(&project).with(name, value).status();
        assert_eq!(told.documents(), Look::at(&project).status().documents(), "{name}");
        told.dates(&DATES).work(&[("a", "committed")]).finds(&[]);
    }
}

#[test]
fn a_site_is_the_same_from_wherever_it_is_looked_at() {
    let (project, _) = history();
    let expected = Look::at(&project).status();
    let args = ["status", "--format", "json", "--as-of", AS_OF];
    for (folder, root) in [("site", "."), (".", "site"), ("site/content", ".."), ("home", "../site/content/..")] {
        let mut program = project.engross(&args);
        program.current_dir(project.outside().join(folder)).args(["--root", root]);
        let told = Told::of(&Run::of(&mut program).ends(0));
        assert_eq!(told.documents(), expected.documents(), "--root {root} in {folder}");
    }
}

#[cfg(unix)]
#[test]
fn a_site_can_be_reached_through_a_link() {
    let (project, _) = history();
    std::os::unix::fs::symlink("site", project.outside().join("link")).expect("a link");
    let look = Look::below(&project, "link");
    look.status().dates(&DATES).work(&[("a", "committed")]).finds(&[]);
    look.builds_strictly(&[("a", &["2020-02-01"])]);
}
