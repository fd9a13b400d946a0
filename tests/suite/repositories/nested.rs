//! Repositories inside a site, and sites inside one: each text is dated by the repository that
//! holds it.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;
use std::path::{Path, PathBuf};

use super::sites::{Look, Repository, git, text};
use crate::project::{Project, SETTINGS};

const A: &str = "content/a/en.md";

/// Commits a text in a repository beside or inside the site, which is made the first time.
fn save(project: &Project, folder: &Path, at: &str, file: &str, words: &str) -> String {
    let file = folder.join(file);
    fs::create_dir_all(file.parent().expect("a folder")).expect("folders");
    fs::write(file, text(words)).expect("a text");
    if !folder.join(".git").exists() {
        git(project, folder, at, &["init", "--quiet"]);
    }
    git(project, folder, at, &["add", "--all"]);
    git(project, folder, at, &["commit", "--quiet", "--message", "Inside"]);
    git(project, folder, at, &["rev-parse", "HEAD"])
}

/// A site with the text `a` and a submodule `content/sub`, which holds `sub/terms`; the outer
/// repository learns of its last commit much later.
fn with_submodule() -> (Project, PathBuf) {
    let project = Project::new(&[]);
    let origin = project.outside().join("origin");
    save(&project, &origin, "2010-01-01", "terms/en.md", "One.");
    project.save("2020-01-01", &[(A, &text("One."))]);
    let from = format!("file://{}", origin.display());
    project.ask(&["submodule", "--quiet", "add", &from, "content/sub"]);
    project.save("2020-02-01", &[]);
    let inside = project.root().join("content/sub");
    save(&project, &inside, "2011-01-01", "terms/en.md", "Two.");
    project.save("2020-03-01", &[]);
    (project, inside)
}

#[test]
fn a_text_in_a_submodule_is_dated_from_there() {
    let (project, inside) = with_submodule();
    let look = Look::at(&project);
    let told = look.status().work(&[("sub/terms", "committed"), ("a", "committed")]);
    assert_eq!(told.commit("sub/terms"), git(&project, &inside, "2020-01-01", &["rev-parse", "HEAD"]));
    assert_eq!(told.row("sub/terms")["revisions"], 2);
    told.dates(&[("sub/terms", "2011-01-01", "2011-01-01"), ("a", "2020-01-01", "2020-01-01")])
        .finds(&[("note[git]", &["content/sub", "1 text"])]);
    look.builds_strictly(&[("sub/terms", &["2011-01-01"]), ("a", &["2020-01-01"])]);
    // What is not committed in the submodule is not committed.
    fs::write(inside.join("terms/en.md"), text("Three.")).expect("a text");
    fs::create_dir(inside.join("new")).expect("a folder");
    fs::write(inside.join("new/en.md"), text("New.")).expect("a text");
    let told = look.status().work(&[("sub/terms", "modified")]).unknown("sub/new", "not committed");
    told.dates(&[("sub/terms", "2011-01-01", "2011-01-01")]);
}

#[test]
fn a_list_may_name_commits_of_a_submodule() {
    let (project, inside) = with_submodule();
    let two = git(&project, &inside, "2020-01-01", &["rev-parse", "HEAD"]);
    let a = project.save("2020-04-01", &[(A, &text("Two."))]);
    let none = "0".repeat(40);
    project.save("2020-05-01", &[(".policy-ignore-revs", &format!("{two}\n{a}\n{none}\n"))]);
    Look::at(&project)
        .status()
        .dates(&[("sub/terms", "2010-01-01", "2011-01-01"), ("a", "2020-01-01", "2020-04-01")])
        .finds(&[("note[git]", &["content/sub"]), ("warning[ignored-revision]", &["00000000"])]);
}

#[test]
fn a_site_that_is_a_submodule_is_dated_from_itself() {
    let project = Project::new(&[]);
    project.save("2010-01-01", &[(A, &text("One."))]);
    project.save("2011-01-01", &[(A, &text("Two."))]);
    let outer = project.outside().join("outer");
    save(&project, &outer, "2020-01-01", "readme.md", "Outer.");
    let from = format!("file://{}", project.root().display());
    git(&project, &outer, "2020-02-01", &["submodule", "--quiet", "add", &from, "legal"]);
    git(&project, &outer, "2020-02-01", &["commit", "--quiet", "--message", "Add"]);
    for folder in ["outer/legal", "site"] {
        let look = Look::below(&project, folder);
        look.status().dates(&[("a", "2011-01-01", "2011-01-01")]).work(&[("a", "committed")]).finds(&[]);
        look.builds_strictly(&[("a", &["2011-01-01"])]);
    }
}

#[test]
fn a_repository_inside_the_site_has_its_own_dates() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(A, &text("One.")), (".gitignore", "content/inner\n")]);
    let inner = project.root().join("content/inner");
    save(&project, &inner, "2010-01-01", "b/en.md", "One.");
    save(&project, &inner, "2011-01-01", "c/en.md", "One.");
    let look = Look::at(&project);
    look.status()
        .dates(&[
            ("a", "2020-01-01", "2020-01-01"),
            ("inner/b", "2010-01-01", "2010-01-01"),
            ("inner/c", "2011-01-01", "2011-01-01"),
        ])
        .finds(&[("note[git]", &["content/inner", "2 texts"])]);
    look.builds_strictly(&[("inner/b", &["2010-01-01"])]);
}

#[test]
fn a_repository_inside_the_site_that_cannot_be_read_harms_no_other_text() {
    for (what, words) in [("gitdir: /nowhere/at/all\n", "cannot be read"), ("", "cannot be read")] {
        let project = Project::new(&[]);
        project.save("2020-01-01", &[(A, &text("One.")), (".gitignore", "content/inner\n")]);
        project.write("content/inner/b/en.md", text("One."));
        project.write("content/inner/.git", what);
        let look = Look::at(&project);
        let told = look.status().unknown("inner/b", words).dates(&[("a", "2020-01-01", "2020-01-01")]);
        let all = told.finding("date-unknown");
        assert_eq!(all["place"]["path"], "content/inner/b/en.md");
        look.builds_loosely(&[("inner/b", &[]), ("a", &["2020-01-01"])]);
    }
}

#[test]
fn a_repository_inside_the_site_without_commits_says_so_for_its_texts_alone() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(A, &text("One.")), (".gitignore", "content/inner\n")]);
    project.write("content/inner/b/en.md", text("One."));
    git(&project, &project.root().join("content/inner"), "2020-01-01", &["init", "--quiet"]);
    let told = Look::at(&project).status().unknown("inner/b", "no commit yet");
    told.dates(&[("a", "2020-01-01", "2020-01-01")])
        .finds(&[("note[git]", &["content/inner"]), ("warning[date-unknown]", &["content/inner/b/en.md"])]);
}

/// The whole content folder can be a repository, with the settings outside.
#[test]
fn the_content_folder_can_be_a_repository_in_no_other() {
    let project = Project::new(&[("engross.toml", SETTINGS)]);
    save(&project, &project.root().join("content"), "2010-01-01", "a/en.md", "One.");
    Look::at(&project).status().dates(&[("a", "2010-01-01", "2010-01-01")]).finds(&[("note[git]", &["content"])]);
}
