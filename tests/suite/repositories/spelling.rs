//! One name, written differently in git and on disk: in upper and lower case, in another Unicode
//! form, in bytes that are no text, through a symbolic link.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a test works on disk and says so")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use super::sites::{Look, Repository, text};
use crate::project::{Project, SETTINGS};

/// A site with documents in one folder and one language.
fn flat(files: &[(&str, &str)]) -> Project {
    let project = Project::new(&[]);
    project.write("engross.toml", format!("{SETTINGS}[content]\npath = \"{{document}}.md\"\n"));
    project.save("2020-01-01", files);
    project
}

/// Whether this disk tells these names apart, as those of most Linux machines do.
fn tells_apart(project: &Project, a: &str, b: &str) -> bool {
    let apart = !project.root().join(a).exists() || !project.root().join(b).exists();
    if !apart {
        println!("skipped: this disk takes {a:?} and {b:?} for the same");
    }
    apart
}

fn rename(project: &Project, from: &str, to: &str) {
    fs::rename(project.root().join(from), project.root().join(to)).expect("a new name");
}

#[test]
fn a_name_in_another_case_is_an_error_where_the_repository_ignores_case() {
    let project = flat(&[("content/Terms.md", &text("One.")), ("content/other.md", &text("One."))]);
    if !tells_apart(&project, "content/Terms.md", "content/terms.md") {
        return;
    }
    rename(&project, "content/Terms.md", "content/terms.md");
    let look = Look::at(&project);
    // Elsewhere these are two files, of which one is new.
    look.status().unknown("terms", "not committed yet").finds(&[("warning[date-unknown]", &["content/terms.md"])]);
    project.ask(&["config", "core.ignoreCase", "true"]);
    look.status_ending(1)
        .unknown("terms", "in git the file is called `content/Terms.md`")
        .dates(&[("other", "2020-01-01", "2020-01-01")])
        .finds(&[("error[date-unknown]", &["`content/terms.md`", "`content/Terms.md`", "rename one of them"])]);
    look.is_refused();
}

/// The repository tells the two apart, and so does everybody.
#[test]
fn a_name_with_accents_in_another_case_is_another_name() {
    let project = flat(&[("content/Caf\u{e9}.md", &text("One."))]);
    if !tells_apart(&project, "content/Caf\u{e9}.md", "content/caf\u{e9}.md") {
        return;
    }
    rename(&project, "content/Caf\u{e9}.md", "content/caf\u{e9}.md");
    let path = "content/caf\u{e9}.md";
    let told = Look::at(&project).status().unknown(path, "not committed yet").work(&[(path, "untracked")]);
    told.finds(&[("warning[date-unknown]", &[path, "commit the file"])]);
    project.ask(&["config", "core.ignoreCase", "true"]);
    let told = Look::at(&project).status_ending(1).unknown(path, "in git the file is called").work(&[(path, "-")]);
    told.finds(&[("error[date-unknown]", &[path, "content/Caf\u{e9}.md"])]);
}

#[test]
fn a_folder_in_another_case_is_an_error_too() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[("content/Terms/en.md", &text("One."))]);
    if !tells_apart(&project, "content/Terms", "content/terms") {
        return;
    }
    rename(&project, "content/Terms", "content/terms");
    project.ask(&["config", "core.ignoreCase", "true"]);
    let told = Look::at(&project).status_ending(1).unknown("terms", "`content/Terms/en.md`");
    told.finds(&[("error[date-unknown]", &["content/terms/en.md", "rename one of them"])]);
}

#[test]
fn a_name_that_could_be_two_is_an_error() {
    let project = flat(&[("content/Terms.md", &text("One.")), ("content/TERMS.md", &text("Two."))]);
    if !tells_apart(&project, "content/Terms.md", "content/TERMS.md") {
        return;
    }
    project.ask(&["config", "core.ignoreCase", "true"]);
    fs::remove_file(project.root().join("content/TERMS.md")).expect("a file");
    // Under its own name there is no doubt.
    Look::at(&project).status().dates(&[("Terms", "2020-01-01", "2020-01-01")]).finds(&[]);
    rename(&project, "content/Terms.md", "content/terms.md");
    let told = Look::at(&project).status_ending(1).dates(&[("terms", "-", "-")]);
    let finding = told.finding("git");
    assert_eq!(finding["severity"], "error");
    let message = finding["message"].as_str().unwrap_or_default();
    assert!(message.contains("content/Terms.md") && message.contains("content/TERMS.md"), "{message}");
    Look::at(&project).is_refused();
}

#[test]
fn a_committed_rename_in_case_alone_is_followed() {
    let project = flat(&[("content/Terms.md", &text("One."))]);
    project.ask(&["mv", "content/Terms.md", "content/terms.md"]);
    let id = project.save("2020-02-01", &[]);
    project.ask(&["config", "core.ignoreCase", "true"]);
    let told = Look::at(&project).status();
    assert_eq!(told.row("terms")["touched"]["commit"], id);
    assert_eq!(told.passed("terms"), ["none"]);
    told.dates(&[("terms", "2020-01-01", "2020-02-01")]).finds(&[]);
}

#[test]
fn a_name_in_another_unicode_form_is_the_same_name() {
    for (in_git, on_disk) in [("caf\u{e9}", "cafe\u{301}"), ("cafe\u{301}", "caf\u{e9}")] {
        let (in_git, on_disk) = (format!("content/{in_git}.md"), format!("content/{on_disk}.md"));
        let project = flat(&[(&in_git, &text("One.")), ("content/other.md", &text("One."))]);
        if !tells_apart(&project, &in_git, &on_disk) {
            return;
        }
        project.save("2020-02-01", &[(&in_git, &text("Two."))]);
        rename(&project, &in_git, &on_disk);
        let look = Look::at(&project);
        let told = look.status().work(&[(&on_disk, "committed")]);
        told.dates(&[(&on_disk, "2020-02-01", "2020-02-01"), ("other", "2020-01-01", "2020-01-01")]).finds(&[]);
        project.write(&on_disk, text("Three."));
        look.status().work(&[(&on_disk, "modified")]);
    }
}

/// Commits a file whose name is not UTF-8, if this disk takes it.
fn save_odd_name(project: &Project, folder: &str, name: &[u8]) -> bool {
    let folder = project.root().join(folder);
    fs::create_dir_all(&folder).expect("a folder");
    if fs::write(folder.join(OsStr::from_bytes(name)), text("Odd.")).is_err() {
        println!("skipped: this disk takes no such name");
        return false;
    }
    project.save("2020-02-01", &[]);
    true
}

#[test]
fn a_name_that_is_not_utf8_elsewhere_in_the_repository_is_in_nobodys_way() {
    let project = flat(&[("content/a.md", &text("One.")), ("content/é.md", &text("One."))]);
    if !save_odd_name(&project, "notes", b"caf\xe9.md") {
        return;
    }
    project.save("2020-03-01", &[("content/a.md", &text("Two."))]);
    project.ask(&["config", "core.ignoreCase", "true"]);
    // This one is looked up by all the names that the repository has.
    project.write("content/neu-é.md", text("New."));
    let told = Look::at(&project).status().unknown("content/neu-é.md", "not committed yet");
    told.dates(&[("a", "2020-03-01", "2020-03-01"), ("content/é.md", "2020-01-01", "2020-01-01")])
        .finds(&[("warning[date-unknown]", &["neu-é"])]);
}

/// Gone again, but in history: trees with such names are walked and compared.
#[test]
fn a_name_that_is_not_utf8_in_history_is_in_nobodys_way() {
    let project = flat(&[("content/a.md", &text("One."))]);
    if !save_odd_name(&project, "content", b"caf\xe9.md") {
        return;
    }
    fs::remove_file(project.root().join("content").join(OsStr::from_bytes(b"caf\xe9.md"))).expect("a file");
    project.save("2020-03-01", &[("content/b.md", &text("Odd."))]);
    let told = Look::at(&project).status();
    // The text has moved: its date is that of the odd name.
    told.dates(&[("a", "2020-01-01", "2020-01-01"), ("b", "2020-02-01", "2020-03-01")]).finds(&[]);
}

#[test]
fn a_document_whose_name_is_not_utf8_is_named_and_takes_no_date_from_others() {
    let project = flat(&[("content/a.md", &text("One."))]);
    if !save_odd_name(&project, "content", b"caf\xe9.md") {
        return;
    }
    let told = Look::at(&project).status_ending(1);
    assert_eq!(told.rows(), 1);
    told.dates(&[("a", "2020-01-01", "2020-01-01")]).finds(&[("error[not-utf8]", &["caf", "rename the file"])]);
}

#[test]
fn a_link_to_a_text_has_the_dates_of_its_target() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[("content/a/en.md", &text("One."))]);
    fs::create_dir(project.root().join("content/link")).expect("a folder");
    symlink("../a/en.md", project.root().join("content/link/en.md")).expect("a link");
    project.save("2020-02-01", &[]);
    project.save("2020-03-01", &[("content/a/en.md", &text("Two."))]);
    let look = Look::at(&project);
    look.status()
        .dates(&[("a", "2020-03-01", "2020-03-01"), ("link", "2020-03-01", "2020-03-01")])
        .work(&[("link", "committed")])
        .finds(&[("warning[git]", &["content/link/en.md", "symbolic link", "content/a/en.md"])]);
    look.builds_loosely(&[("link", &["2020-03-01"])]);
    project.write("content/a/en.md", text("Three."));
    look.status().work(&[("a", "modified"), ("link", "modified")]);
}

#[test]
fn a_link_to_a_folder_has_the_dates_of_its_texts() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[("content/a/en.md", &text("One."))]);
    symlink("a", project.root().join("content/link")).expect("a link");
    project.save("2020-02-01", &[("content/b/en.md", &text("One."))]);
    let told = Look::at(&project).status();
    told.dates(&[("link", "2020-01-01", "2020-01-01"), ("b", "2020-02-01", "2020-02-01")])
        .finds(&[("warning[git]", &["content/link/en.md", "symbolic link", "content/a/en.md"])]);
}

#[test]
fn a_link_to_a_text_that_is_not_committed_has_no_date() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[("content/b/en.md", &text("One."))]);
    symlink("a", project.root().join("content/link")).expect("a link");
    project.save("2020-02-01", &[]);
    project.write("content/a/en.md", text("New."));
    let told = Look::at(&project).status().unknown("link", "not committed yet").unknown("a", "not committed yet");
    told.dates(&[("b", "2020-01-01", "2020-01-01")]);
}

/// A text that was a link before: what the link held was a path, and no text.
#[test]
fn a_text_that_was_a_link_is_new_where_it_became_a_text() {
    let project = Project::new(&[]);
    project.write("content/a/en.md", text("One."));
    fs::create_dir(project.root().join("content/link")).expect("a folder");
    symlink("../a/en.md", project.root().join("content/link/en.md")).expect("a link");
    project.save("2020-01-01", &[]);
    fs::remove_file(project.root().join("content/link/en.md")).expect("a link");
    project.save("2020-02-01", &[("content/link/en.md", &text("Own."))]);
    let told = Look::at(&project).status();
    told.dates(&[("link", "2020-02-01", "2020-02-01"), ("a", "2020-01-01", "2020-01-01")]).finds(&[]);
}
