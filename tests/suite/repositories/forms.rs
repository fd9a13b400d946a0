//! Forms in which repositories keep their objects and branches.
#![expect(clippy::disallowed_macros, reason = "a test that is skipped says so")]

use super::sites::{Look, Repository, git, text};
use crate::project::{Project, Run};

const A: &str = "content/a/en.md";

#[test]
fn ids_of_64_digits_are_as_good_as_those_of_40() {
    let project = Project::new(&[]);
    project.ask(&["init", "--quiet", "--object-format=sha256"]);
    project.save("2020-01-01", &[(A, "# Policy\n\n- One\n"), ("content/b/en.md", &text("One."))]);
    let two = project.save("2020-02-01", &[(A, "# Policy\n\n- Two\n")]);
    project.save("2020-03-01", &[(A, "# Policy\n\n* Two\n")]);
    let three = project.save("2020-04-01", &[("content/b/en.md", &text("Two."))]);
    assert_eq!(two.len(), 64);
    let look = Look::at(&project);
    let told = look.status().finds(&[]);
    assert_eq!(told.commit("a"), two);
    assert_eq!((told.row("a")["touched"]["commit"] != two, told.passed("a")), (true, vec!["none"]));
    assert_eq!(told.row("a")["revisions"], 3);
    told.dates(&[("a", "2020-02-01", "2020-03-01"), ("b", "2020-04-01", "2020-04-01")]);
    look.builds_strictly(&[("b", &["2020-04-01"])]);
    // The same bytes written anew are the committed ones; others are not.
    project.write(A, "# Policy\n\n* Two\n");
    project.write("content/b/en.md", text("Three."));
    look.status().work(&[("a", "committed"), ("b", "modified")]);
    // Whole ids in lists have 64 digits here, and no fewer.
    let list = format!("{three}\n{}\n", &two[..40]);
    project.save("2020-05-01", &[("content/b/en.md", &text("Two.")), (".policy-ignore-revs", &list)]);
    let told = look.status().dates(&[("a", "2020-02-01", "2020-03-01"), ("b", "2020-01-01", "2020-04-01")]);
    told.finds(&[("warning[ignored-revision]", &[&two[..8]])]);
}

#[test]
fn reftable_stops_the_build_and_says_what_to_do() {
    let project = Project::new(&[]);
    let mut init = project.program("git");
    init.current_dir(project.root()).args(["init", "--quiet", "--initial-branch=main", "--ref-format=reftable"]);
    if Run::of(&mut init).code != Some(0) {
        println!("skipped: this git knows no reftable");
        return;
    }
    // Older gits migrate no reflogs: "migrating reflogs is not supported yet".
    project.ask(&["config", "core.logAllRefUpdates", "false"]);
    project.save("2020-01-01", &[(A, &text("One."))]);
    let look = Look::at(&project);
    look.status_ending(1)
        .unknown("a", "reftable")
        .finds(&[("error[date-unknown]", &[A, "reftable", "git refs migrate --ref-format=files"])]);
    look.is_refused();
    // And that helps.
    project.ask(&["refs", "migrate", "--ref-format=files"]);
    look.status().dates(&[("a", "2020-01-01", "2020-01-01")]).finds(&[]);
    look.builds_strictly(&[("a", &["2020-01-01"])]);
}

#[test]
fn packed_objects_and_branches_and_a_commit_graph_change_nothing() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(A, &text("One.")), ("content/b/en.md", &text("One."))]);
    project.save("2020-02-01", &[(A, &text("Two."))]);
    let before = Look::at(&project).status().dates(&[("a", "2020-02-01", "2020-02-01")]).finds(&[]);
    project.ask(&["repack", "-a", "-d", "-q"]);
    project.ask(&["pack-refs", "--all"]);
    project.ask(&["commit-graph", "write", "--reachable", "--changed-paths"]);
    let after = Look::at(&project).status().finds(&[]);
    assert_eq!(after.documents(), before.documents());
}

#[test]
fn objects_may_be_in_another_repository() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(A, "# Policy\n\n- One\n")]);
    project.save("2020-02-01", &[(A, "# Policy\n\n* One\n")]);
    git(&project, project.outside(), "2020-03-01", &["clone", "--quiet", "--shared", "site", "clone"]);
    let look = Look::below(&project, "clone");
    look.status().dates(&[("a", "2020-01-01", "2020-02-01")]).finds(&[]);
    look.builds_strictly(&[("a", &["2020-01-01", "2020-02-01"])]);
}
