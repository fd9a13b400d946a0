//! Whether the text on disk is the committed one: the date stays that of the committed text.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]

use std::fs::{self, File};

use super::sites::{Look, Repository, text};
use crate::project::{Project, Run};

const A: &str = "content/a/en.md";
const B: &str = "content/b/en.md";

fn site() -> Project {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(A, &text("One.")), (B, &text("One."))]);
    project
}

#[test]
fn a_modified_text_keeps_the_date_of_the_committed_one() {
    let project = site();
    project.write(A, text("Other words."));
    let look = Look::at(&project);
    look.status()
        .dates(&[("a", "2020-01-01", "2020-01-01"), ("b", "2020-01-01", "2020-01-01")])
        .work(&[("a", "modified"), ("b", "committed")])
        .finds(&[("warning[git]", &[A, "not committed", "2020-01-01", "commit before publishing"])]);
    look.builds_loosely(&[("a", &["2020-01-01"])]);
    // As it was before: nothing is to be said.
    project.write(A, text("One."));
    look.status().work(&[("a", "committed")]).finds(&[]);
    look.builds_strictly(&[("a", &["2020-01-01"])]);
}

#[test]
fn a_text_of_the_same_length_is_modified_too() {
    let project = site();
    project.write(A, text("Two."));
    Look::at(&project).status().work(&[("a", "modified"), ("b", "committed")]);
}

/// Changed within the moment in which the index was written: length and time are those of the
/// committed text, and nothing but the bytes tell.
#[test]
fn a_text_that_was_changed_at_once_is_modified_too() {
    let project = site();
    let time = |path: &str| fs::metadata(project.root().join(path)).and_then(|meta| meta.modified()).expect(path);
    let written = time(A);
    // The index knows the time of the file, and was written in the same moment.
    project.write(A, text("Two."));
    for path in [A, ".git/index"] {
        let file = File::options().write(true).open(project.root().join(path)).expect(path);
        file.set_modified(written).expect(path);
    }
    assert_eq!(time(A), time(".git/index"));
    Look::at(&project).status().work(&[("a", "modified"), ("b", "committed")]);
}

#[test]
fn a_staged_text_is_staged_until_it_is_changed_again() {
    let project = site();
    project.write(A, text("Staged."));
    project.ask(&["add", A]);
    let look = Look::at(&project);
    look.status()
        .dates(&[("a", "2020-01-01", "2020-01-01")])
        .work(&[("a", "staged"), ("b", "committed")])
        .finds(&[("warning[git]", &[A, "staged but not committed", "2020-01-01"])]);
    look.builds_loosely(&[("a", &["2020-01-01"])]);
    project.write(A, text("Staged, and changed again."));
    look.status().work(&[("a", "modified")]).finds(&[("warning[git]", &[A, "not committed"])]);
    // On disk stands what is committed, whatever waits in the index.
    project.write(A, text("One."));
    look.status().work(&[("a", "committed")]).finds(&[]);
}

#[test]
fn new_texts_have_no_date_until_they_are_committed() {
    let project = site();
    project.write("content/staged/en.md", text("New."));
    project.ask(&["add", "content/staged"]);
    project.write("content/untracked/en.md", text("New."));
    let look = Look::at(&project);
    look.status()
        .unknown("staged", "staged but not committed yet")
        .unknown("untracked", "the file is not committed yet")
        .dates(&[("a", "2020-01-01", "2020-01-01"), ("staged", "-", "-"), ("untracked", "-", "-")])
        .work(&[("staged", "staged"), ("untracked", "untracked")])
        .finds(&[
            ("warning[date-unknown]", &["content/staged/en.md", "staged but not committed", "commit the file"]),
            ("warning[date-unknown]", &["content/untracked/en.md", "not committed", "commit the file"]),
        ]);
    look.builds_loosely(&[("staged", &[]), ("untracked", &[]), ("a", &["2020-01-01"])]);
}

#[test]
fn an_ignored_text_is_like_an_untracked_one() {
    let project = site();
    project.write("content/draft/en.md", text("New."));
    project.save("2020-02-01", &[(".gitignore", "draft\n")]);
    let look = Look::at(&project);
    look.status()
        .unknown("draft", "the file is not committed yet")
        .finds(&[("warning[date-unknown]", &["content/draft/en.md"])]);
    look.builds_loosely(&[("draft", &[])]);
}

#[test]
fn a_text_that_is_gone_from_disk_is_no_document_any_more() {
    let project = site();
    fs::remove_file(project.root().join(B)).expect("a file");
    let told = Look::at(&project).status();
    assert_eq!(told.rows(), 1);
    told.dates(&[("a", "2020-01-01", "2020-01-01")]).finds(&[]);
}

/// Taken out of the last commit, and still on disk.
#[test]
fn a_text_that_was_removed_from_git_has_no_date() {
    let project = site();
    project.ask(&["rm", "--quiet", "--cached", B]);
    project.ask(&["commit", "--quiet", "--message", "Remove"]);
    let told = Look::at(&project).status().unknown("b", "not committed yet");
    told.finds(&[("warning[date-unknown]", &[B])]);
    // Not taken out yet: it stands in the last commit.
    project.ask(&["rm", "--quiet", "--cached", A]);
    Look::at(&project).status().dates(&[("a", "2020-01-01", "2020-01-01")]).work(&[("a", "committed")]);
}

#[test]
fn line_ends_that_git_changed_on_checkout_are_no_modification() {
    let project = site();
    project.ask(&["config", "core.autocrlf", "true"]);
    fs::remove_file(project.root().join(A)).expect("a file");
    project.ask(&["checkout", "--quiet", "--", A]);
    let on_disk = fs::read_to_string(project.root().join(A)).expect("a text");
    assert_eq!(on_disk, text("One.").replace('\n', "\r\n"), "git did it");
    let look = Look::at(&project);
    look.status().work(&[("a", "committed")]).finds(&[]);
    // As an editor wrote it: git's index knows nothing of it.
    project.write(B, text("One.").replace('\n', "\r\n"));
    look.status().work(&[("b", "committed")]).finds(&[]);
    look.builds_strictly(&[("a", &["2020-01-01"]), ("b", &["2020-01-01"])]);
    project.write(B, text("Two.").replace('\n', "\r\n"));
    look.status().work(&[("b", "modified")]).finds(&[("warning[git]", &[B])]);
}

#[cfg(unix)]
#[test]
fn a_mode_touches_a_text_and_changes_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let project = site();
    fs::set_permissions(project.root().join(A), fs::Permissions::from_mode(0o755)).expect("a mode");
    let look = Look::at(&project);
    look.status().work(&[("a", "committed")]).finds(&[]);
    let id = project.save("2020-02-01", &[]);
    let told = look.status();
    assert_eq!(told.row("a")["touched"]["commit"], id);
    assert_eq!(told.passed("a"), ["none"]);
    told.dates(&[("a", "2020-01-01", "2020-02-01"), ("b", "2020-01-01", "2020-01-01")]).finds(&[]);
}

/// Without an index, as after an odd copy of a repository.
#[test]
fn states_are_known_without_an_index() {
    let project = site();
    fs::remove_file(project.root().join(".git/index")).expect("an index");
    project.write(B, text("Two."));
    Look::at(&project).status().work(&[("a", "committed"), ("b", "modified")]).finds(&[("warning[git]", &[B])]);
}

/// In the middle of a merge: marks of a conflict stand in the text.
#[test]
fn a_text_in_conflict_is_modified() {
    let project = site();
    let first = project.ask(&["rev-parse", "HEAD"]);
    project.branch("side", &first);
    project.save("2020-02-01", &[(A, &text("Side."))]);
    project.ask(&["checkout", "--quiet", "main"]);
    project.save("2020-03-01", &[(A, &text("Main."))]);
    let mut merge = project.program("git");
    merge.current_dir(project.root()).args(["-c", "user.name=E", "-c", "user.email=e@example.com", "merge", "side"]);
    Run::of(&mut merge).ends(1);
    assert!(fs::read_to_string(project.root().join(A)).expect("a text").contains("<<<<<<<"));
    let told = Look::at(&project).status().work(&[("a", "modified"), ("b", "committed")]);
    told.dates(&[("a", "2020-03-01", "2020-03-01")]).finds(&[("warning[git]", &[A, "not committed"])]);
}

#[test]
fn an_index_of_any_form_is_read() {
    let forms: [&[&str]; 4] = [
        &["update-index", "--index-version", "4"],
        &["update-index", "--split-index"],
        &["update-index", "--untracked-cache"],
        &["sparse-checkout", "set", "--cone", "--sparse-index", "content"],
    ];
    for form in forms {
        let project = site();
        project.save("2020-01-02", &[("elsewhere/deep/file", "x"), ("elsewhere/other", "x")]);
        project.ask(form);
        project.write(A, text("Staged."));
        project.ask(&["add", A]);
        project.write(B, text("Two."));
        let told = Look::at(&project).status().work(&[("a", "staged"), ("b", "modified")]);
        told.dates(&[("a", "2020-01-01", "2020-01-01")]);
    }
}

#[test]
fn texts_that_a_sparse_checkout_leaves_out_are_no_documents() {
    let project = site();
    project.ask(&["sparse-checkout", "set", "--cone", "--sparse-index", "content/a"]);
    let told = Look::at(&project).status().finds(&[]);
    assert_eq!(told.rows(), 1);
    told.dates(&[("a", "2020-01-01", "2020-01-01")]);
}
