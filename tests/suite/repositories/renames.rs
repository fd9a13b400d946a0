//! Names that a text had before: guessed where the content says so, or said in its front matter.

use engross::history::{self, Change, Reader, Text, Which};
use engross::vocabulary::SourcePath;

use super::sites::{Look, Repository, git, text};
use crate::project::{Project, SETTINGS};

const OLD: &str = "content/old/en.md";
const NEW: &str = "content/new/en.md";

/// Twenty lines, of which each says something else.
fn lines(of: &str) -> Vec<String> {
    (0..20).map(|n| format!("Line {n} of {of}, which goes on for a while.")).collect()
}

fn policy(lines: &[String]) -> String {
    format!("# Policy\n\n{}\n", lines.join("\n"))
}

/// Commits `OLD` on two days, and then `NEW` instead of it, with this message.
fn moved(message: &str, new: &str) -> Project {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(OLD, &policy(&lines("another text"))), ("content/b/en.md", &text("One."))]);
    project.save("2020-02-01", &[(OLD, &policy(&lines("the text")))]);
    project.ask(&["rm", "--quiet", OLD]);
    project.save_saying("2020-03-01", message, &[(NEW, new)]);
    project
}

/// Follows no name but those that git would find.
struct Plain;

impl Reader for Plain {
    fn compare(&self, _: &SourcePath, _: Text<'_>, _: Text<'_>) -> Change {
        Change::Text
    }
}

/// The revisions of a text with renames, by the library and as `git log --follow` has them.
#[track_caller]
fn revisions(project: &Project, path: &str) -> usize {
    let file = SourcePath::new(path);
    let mut lists = history::revisions(project.root(), std::slice::from_ref(&file), Which::Followed, &Plain);
    let list = lists.remove(&file).and_then(Result::ok).unwrap_or_default();
    let of_git = project.ask(&["log", "--follow", "--format=%H", "--", path]);
    assert_eq!(list, of_git.lines().collect::<Vec<_>>());
    list.len()
}

#[test]
fn a_moved_text_keeps_its_date() {
    let project = moved("Move", &policy(&lines("the text")));
    let look = Look::at(&project);
    let told = look.status().finds(&[]);
    assert_eq!((told.passed("new"), &told.row("new")["revisions"]), (vec!["none"], &1.into()));
    assert_eq!(told.row("new")["touched"]["commit"], project.last(NEW));
    told.dates(&[("new", "2020-02-01", "2020-03-01"), ("b", "2020-01-01", "2020-01-01")]);
    look.builds_strictly(&[("new", &["2020-02-01", "2020-03-01"])]);
    assert_eq!(revisions(&project, NEW), 3);
}

#[test]
fn a_text_that_was_moved_and_wrapped_keeps_its_date() {
    let mut lines = lines("the text");
    for line in &mut lines[..8] {
        *line = line.replace(", which", ",\nwhich");
    }
    let project = moved("Move", &policy(&lines));
    Look::at(&project).status().dates(&[("new", "2020-02-01", "2020-03-01")]).finds(&[]);
    assert_eq!(revisions(&project, NEW), 3);
}

#[test]
fn a_text_that_was_moved_and_changed_has_the_date_of_the_move() {
    let mut lines = lines("the text");
    lines.truncate(14);
    lines.extend((0..6).map(|n| format!("Line {n} is altogether new here.")));
    let project = moved("Move", &policy(&lines));
    Look::at(&project).status().dates(&[("new", "2020-03-01", "2020-03-01")]).finds(&[]);
    assert_eq!(revisions(&project, NEW), 3, "but its history goes on");
}

/// Past an editorial move the date is that of the text under its old name.
#[test]
fn an_editorial_move_is_passed_over() {
    let mut lines = lines("the text");
    lines[3] = lines[3].replace("goes", "gos");
    let project = moved("Move\n\nPolicy-Change: editorial", &policy(&lines));
    let told = Look::at(&project).status().finds(&[]);
    assert_eq!(told.passed("new"), ["trailer"]);
    told.dates(&[("new", "2020-02-01", "2020-03-01")]);
}

#[test]
fn another_text_in_the_same_commit_is_not_the_old_one() {
    let project = moved("Move\n\nPolicy-Change: editorial", &policy(&lines("something else")));
    // The commit created it.
    Look::at(&project).status().dates(&[("new", "2020-03-01", "2020-03-01")]).finds(&[]);
    assert_eq!(revisions(&project, NEW), 1);
}

#[test]
fn a_copy_is_a_new_text() {
    let project = Project::new(&[]);
    let words = policy(&lines("the text"));
    project.save("2020-01-01", &[(OLD, &words)]);
    project.save("2020-02-01", &[(NEW, &words)]);
    // Git follows copies, here too; a policy must not inherit the dates of the one it is made from.
    Look::at(&project)
        .status()
        .dates(&[("old", "2020-01-01", "2020-01-01"), ("new", "2020-02-01", "2020-02-01")])
        .finds(&[]);
    let file = SourcePath::new(NEW);
    let lists = history::revisions(project.root(), std::slice::from_ref(&file), Which::Followed, &Plain);
    assert_eq!(lists.get(&file).map(|list| list.as_ref().map(Vec::len)), Some(Ok(1)));
}

#[test]
fn a_text_that_had_another_ending_keeps_its_date() {
    let project = Project::new(&[]);
    let words = policy(&lines("the text"));
    project.save("2020-01-01", &[("content/new/en.txt", &words)]);
    project.ask(&["mv", "content/new/en.txt", NEW]);
    project.save("2020-02-01", &[]);
    Look::at(&project).status().dates(&[("new", "2020-01-01", "2020-02-01")]).finds(&[]);
}

#[test]
fn of_two_equal_texts_the_one_of_the_same_name_was_moved() {
    let project = Project::new(&[]);
    let words = policy(&lines("the text"));
    project.save("2020-01-01", &[("content/a/de.md", &words)]);
    project.save("2020-02-01", &[("content/b/en.md", &words)]);
    project.save("2020-03-01", &[("content/c/de.md", &words)]);
    project.ask(&["rm", "--quiet", "-r", "content"]);
    project.save("2020-04-01", &[(NEW, &words)]);
    Look::at(&project).status().dates(&[("new", "2020-02-01", "2020-04-01")]).finds(&[]);
}

/// The text anew, in front of it the paths that it had.
fn formerly(front: &str, lines: &[String]) -> String {
    format!("{front}\n{}", policy(lines))
}

#[test]
fn a_former_path_is_followed_whatever_the_content() {
    let other = lines("something else");
    let editorial = "Rewrite\n\nPolicy-Change: editorial";
    for front in [
        "---\nformerly: [content/old/en.md]\n---",
        "---\nformerly:\n  - content/never/en.md\n  - content/old/en.md\n---",
        "+++\nformerly = [\"content/old/en.md\"]\n+++",
    ] {
        let project = moved(editorial, &formerly(front, &other));
        let told = Look::at(&project).status().dates(&[("new", "2020-02-01", "2020-03-01")]);
        told.finds(&[("warning[editorial-doubt]", &[NEW])]);
        // Without the mark the new words count.
        let project = moved("Rewrite", &formerly(front, &other));
        Look::at(&project).status().dates(&[("new", "2020-03-01", "2020-03-01")]).finds(&[]);
    }
}

/// All lines in one: no line is the same, and every word is.
#[test]
fn a_former_path_makes_a_move_out_of_a_new_text() {
    let joined = [lines("the text").join(" ")];
    let project = moved("Move", &policy(&joined));
    Look::at(&project).status().dates(&[("new", "2020-03-01", "2020-03-01")]);
    let project = moved("Move", &formerly("---\nformerly: [content/old/en.md]\n---", &joined));
    Look::at(&project).status().dates(&[("new", "2020-02-01", "2020-03-01")]).finds(&[]);
}

#[test]
fn no_former_path_means_that_nothing_is_followed() {
    let project = moved("Move", &formerly("---\nformerly: []\n---", &lines("the text")));
    Look::at(&project).status().dates(&[("new", "2020-03-01", "2020-03-01")]).finds(&[]);
    // The guess would have been another one.
    let project = moved("Move", &formerly("---\nlayout: plain\n---", &lines("the text")));
    Look::at(&project).status().dates(&[("new", "2020-02-01", "2020-03-01")]).finds(&[]);
}

#[test]
fn former_paths_that_were_never_there_are_said() {
    let front = "---\nformerly: [content/odl/en.md, content/never/en.md]\n---";
    let project = moved("Move", &formerly(front, &lines("the text")));
    let look = Look::at(&project);
    look.status().dates(&[("new", "2020-03-01", "2020-03-01")]).finds(&[(
        "warning[formerly]",
        &[NEW, "`content/odl/en.md`", "`content/never/en.md`", &project.last(NEW)[..8]],
    )]);
    look.builds_loosely(&[("new", &["2020-03-01"])]);
}

/// It works before it is committed, too: it says something about the past.
#[test]
fn a_former_path_is_read_from_disk() {
    let joined = [lines("the text").join(" ")];
    let project = moved("Move", &policy(&joined));
    project.write(NEW, formerly("---\nformerly: [content/old/en.md]\n---", &joined));
    Look::at(&project).status().dates(&[("new", "2020-02-01", "2020-03-01")]).work(&[("new", "modified")]);
}

/// One branch moves the text, another one changes it: the merge does both, and says nothing new.
#[test]
fn a_merge_of_a_move_and_a_change_has_the_date_of_the_change() {
    let project = Project::new(&[]);
    let mut lines = lines("the text");
    let first = project.save("2020-01-01", &[(OLD, &policy(&lines))]);
    project.branch("side", &first);
    project.ask(&["mv", "content/old", "content/new"]);
    project.save("2020-03-01", &[]);
    project.ask(&["checkout", "--quiet", "main"]);
    lines[3] = lines[3].replace("goes", "went");
    let changed = project.save("2020-02-01", &[(OLD, &policy(&lines))]);
    git(&project, project.root(), "2020-04-01", &["merge", "--quiet", "--no-edit", "side"]);
    let told = Look::at(&project).status().finds(&[]);
    assert_eq!(told.row("new")["touched"]["commit"], project.last(NEW));
    assert_eq!(told.commit("new"), changed);
    told.dates(&[("new", "2020-02-01", "2020-04-01")]);
}

#[test]
fn a_text_is_followed_through_several_names() {
    let project = moved("Move", &policy(&lines("the text")));
    project.ask(&["mv", NEW, "content/third.md"]);
    project.save("2020-04-01", &[("engross.toml", &format!("{SETTINGS}[content]\npath = \"{{document}}.md\"\n"))]);
    let told = Look::at(&project).status().finds(&[]);
    assert_eq!(told.passed("third"), ["none", "none"]);
    told.dates(&[("third", "2020-02-01", "2020-04-01")]);
    assert_eq!(revisions(&project, "content/third.md"), 4);
}
