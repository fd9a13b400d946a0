//! Shallow clones: a date that may lie below the edge is not told, every other one is.

use super::sites::{Look, Repository, git, text};
use crate::project::Project;

const A: &str = "content/a/en.md";
const B: &str = "content/b/en.md";
const C: &str = "content/c/en.md";

/// Four commits: `a` is changed in the second one, `b` gets another form in the third, `c` is
/// changed in the last. Gives their ids.
fn history() -> (Project, Vec<String>) {
    let project = Project::new(&[]);
    let list = "# Policy\n\n- One\n- Two\n";
    let ids = vec![
        project.save("2020-01-01", &[(A, &text("One.")), (B, list), (C, &text("One."))]),
        project.save("2020-02-01", &[(A, &text("Two."))]),
        project.save("2020-03-01", &[(B, "# Policy\n\n* One\n* Two\n")]),
        project.save("2020-04-01", &[(C, &text("Two."))]),
    ];
    (project, ids)
}

fn clone(project: &Project, depth: &str) {
    let from = format!("file://{}", project.root().display());
    git(project, project.outside(), "2020-05-01", &["clone", "--quiet", "--depth", depth, &from, "clone"]);
}

#[test]
fn at_depth_1_no_text_has_a_date() {
    let (project, ids) = history();
    clone(&project, "1");
    let look = Look::below(&project, "clone");
    let edge = &ids[3][..8];
    let told = look.status().dates(&[("a", "-", "-"), ("b", "-", "-"), ("c", "-", "-")]);
    assert!(["a", "b", "c"].iter().all(|name| told.row(name)["revisions"].is_null()), "nobody can count them");
    told.unknown("a", "history is shallow")
        .unknown("c", edge)
        .finds(&[("warning[date-unknown]", &["3 texts", edge, A, B, C, "git fetch --unshallow", "fetch-depth: 0"])]);
    look.builds_loosely(&[("a", &[]), ("b", &[]), ("c", &[])]);
}

#[test]
fn at_depth_2_only_what_lies_at_the_edge_has_none() {
    let (project, ids) = history();
    clone(&project, "2");
    let look = Look::below(&project, "clone");
    let told = look.status().dates(&[("a", "-", "-"), ("b", "-", "-"), ("c", "2020-04-01", "2020-04-01")]);
    assert_eq!(told.commit("c"), ids[3]);
    told.finds(&[("warning[date-unknown]", &["2 texts", &ids[2][..8], A, B, "git fetch --unshallow"])]);
    look.builds_loosely(&[("a", &[]), ("b", &[]), ("c", &["2020-04-01"])]);
}

#[test]
fn a_text_can_be_touched_above_the_edge_and_updated_below() {
    let (project, ids) = history();
    clone(&project, "3");
    let look = Look::below(&project, "clone");
    let told = look.status().dates(&[("a", "-", "-"), ("b", "-", "2020-03-01"), ("c", "2020-04-01", "2020-04-01")]);
    assert_eq!(told.row("b")["touched"]["commit"], ids[2]);
    told.finds(&[("warning[date-unknown]", &[&ids[1][..8], A, B])]);
    // Neither the date at which it was touched, nor an entry for a later edit of an unknown text.
    look.builds_loosely(&[("b", &[]), ("c", &["2020-04-01"])]);
}

/// Git lists the first commit of a history among the edges too, where a clone is just deep enough;
/// nothing lies below it.
#[test]
fn the_first_commit_is_no_edge() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(A, &text("One."))]);
    clone(&project, "1");
    let look = Look::below(&project, "clone");
    look.status().dates(&[("a", "2020-01-01", "2020-01-01")]).finds(&[]);
    look.builds_strictly(&[("a", &["2020-01-01"])]);
}

#[test]
fn a_clone_that_is_deep_enough_is_like_any_other() {
    let (project, _) = history();
    clone(&project, "5");
    let look = Look::below(&project, "clone");
    let told = look.status().finds(&[]);
    assert_eq!(told.documents(), Look::at(&project).status().documents());
    told.dates(&[
        ("a", "2020-02-01", "2020-02-01"),
        ("b", "2020-01-01", "2020-03-01"),
        ("c", "2020-04-01", "2020-04-01"),
    ]);
    look.builds_strictly(&[("a", &["2020-02-01"])]);
}

#[test]
fn one_message_names_the_first_of_many_texts() {
    let (project, _) = history();
    for n in 0..5 {
        project.write(&format!("content/d{n}/en.md"), text("Many."));
    }
    project.save("2020-04-02", &[]);
    clone(&project, "1");
    let told = Look::below(&project, "clone").status();
    let message = told.finding("date-unknown")["message"].as_str().unwrap_or_default().to_owned();
    assert_eq!(message.matches(".md`").count(), 5, "{message}");
    told.finds(&[("warning[date-unknown]", &["8 texts", "and 3 more"])]);
}

#[test]
fn the_cure_of_the_message_cures() {
    let (project, _) = history();
    clone(&project, "1");
    git(&project, &project.outside().join("clone"), "2020-05-01", &["fetch", "--quiet", "--unshallow"]);
    let told = Look::below(&project, "clone").status().finds(&[]);
    assert_eq!(told.documents(), Look::at(&project).status().documents());
}

/// Nobody can tell whether a commit below the edge is one of this history.
#[test]
fn a_list_may_name_commits_below_the_edge() {
    let (project, ids) = history();
    project.save("2020-04-02", &[(".policy-ignore-revs", &format!("{}\n{}\n", ids[1], ids[3]))]);
    clone(&project, "3");
    let told = Look::below(&project, "clone").status();
    assert_eq!(told.passed("c"), ["list"]);
    told.dates(&[("c", "-", "2020-04-01")]).finds(&[("warning[date-unknown]", &["3 texts", &ids[2][..8]])]);
}
