//! Clocks: which date of a commit counts, on which day it falls, and what wrong ones do.
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::io::Write;
use std::process::Stdio;

use super::sites::{Look, Repository, text};
use crate::project::{Project, SETTINGS};

const A: &str = "content/a/en.md";
const B: &str = "content/b/en.md";
const C: &str = "content/c/en.md";

/// A commit of a whole tree with these lines for its author and committer dates.
fn commit_raw(project: &Project, parents: &[&str], author: &str, committer: &str) -> String {
    project.ask(&["add", "--all"]);
    let tree = project.ask(&["write-tree"]);
    let parents: Vec<String> = parents.iter().map(|parent| format!("parent {parent}\n")).collect();
    let (parents, author) = (parents.concat(), format!("author A <a@b.c> {author}"));
    let object = format!("tree {tree}\n{parents}{author}\ncommitter A <a@b.c> {committer}\n\nBy hand\n");
    let mut git = project.program("git");
    git.current_dir(project.root()).args(["hash-object", "-t", "commit", "-w", "--stdin", "--literally"]);
    let mut child = git.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("git");
    child.stdin.take().expect("its input").write_all(object.as_bytes()).expect("a commit");
    let output = child.wait_with_output().expect("an id");
    let id = String::from_utf8(output.stdout).expect("an id").trim().to_owned();
    project.ask(&["update-ref", "refs/heads/main", &id]);
    id
}

#[test]
fn the_committers_date_counts_unless_the_settings_say_the_authors() {
    let project = Project::new(&[]);
    let first = project.save("2020-01-01", &[(A, &text("One.")), (B, &text("One."))]);
    project.write(A, text("Two."));
    // Written in 2018, and entered into this history on the first of June 2020.
    commit_raw(&project, &[&first], "1514808000 +0000", "1591012800 +0000");
    let look = Look::at(&project);
    look.status().dates(&[("a", "2020-06-01", "2020-06-01"), ("b", "2020-01-01", "2020-01-01")]).finds(&[]);
    look.builds_strictly(&[("a", &["2020-06-01"])]);
    project.save("2020-07-01", &[("engross.toml", &format!("{SETTINGS}[git]\ndate = \"author\"\n"))]);
    look.status().dates(&[("a", "2018-01-01", "2018-01-01"), ("b", "2020-01-01", "2020-01-01")]).finds(&[]);
    look.builds_strictly(&[("a", &["2018-01-01"])]);
    project.write("engross.toml", format!("{SETTINGS}[git]\ndate = \"committer\"\n"));
    look.status().dates(&[("a", "2020-06-01", "2020-06-01")]);
}

#[test]
fn the_day_is_that_of_the_sites_time_zone_and_of_no_other() {
    let project = Project::new(&[]);
    project.save("2020-01-31T23:30:00+00:00", &[(A, &text("One."))]);
    project.save("2020-02-01T00:30:00+09:00", &[(B, &text("One."))]);
    project.save("2020-02-29T23:30:00-05:00", &[(C, &text("One."))]);
    let days = |zone: &str, machine: &str, expected: [&str; 3]| {
        project.write("engross.toml", format!("{SETTINGS}{zone}"));
        let look = Look::at(&project).with("TZ", machine).with("LC_ALL", "ja_JP.UTF-8");
        let expected: Vec<_> = ["a", "b", "c"].into_iter().zip(expected).map(|(name, day)| (name, day, day)).collect();
        let told = look.status().dates(&expected);
        assert_eq!(told.row("a")["updated"]["instant"], "2020-01-31T23:30:00Z");
        told.finds(&[]);
    };
    for machine in ["Pacific/Auckland", "America/Los_Angeles", "UTC0"] {
        days("", machine, ["2020-01-31", "2020-01-31", "2020-03-01"]);
        days("time_zone = \"Asia/Tokyo\"\n", machine, ["2020-02-01", "2020-02-01", "2020-03-01"]);
        days("time_zone = \"America/New_York\"\n", machine, ["2020-01-31", "2020-01-31", "2020-02-29"]);
    }
    project.save("2020-03-02", &[("engross.toml", &format!("{SETTINGS}time_zone = \"Asia/Tokyo\"\n"))]);
    Look::at(&project).with("TZ", "UTC0").builds_strictly(&[("a", &["2020-02-01"]), ("c", &["2020-03-01"])]);
}

/// A side branch with a date of its own changes `a`; `b` is changed beside it, `c` after both.
fn side_branch(at: &str) -> (Project, String) {
    let project = Project::new(&[]);
    let base = project.save("2020-01-01", &[(A, &text("One.")), (B, &text("One.")), (C, &text("One."))]);
    project.branch("side", &base);
    let side = project.save(at, &[(A, &text("Two."))]);
    project.ask(&["checkout", "--quiet", "main"]);
    project.save("2020-02-01", &[(B, &text("Two."))]);
    project.ask(&["merge", "--quiet", "--no-edit", "side"]);
    project.save("2020-03-01", &[(C, &text("Two."))]);
    (project, side)
}

#[test]
fn a_date_in_the_future_is_shown_and_said_where_it_is_the_answer() {
    let (project, side) = side_branch("2099-01-01");
    let look = Look::at(&project);
    let told = look.status();
    assert_eq!((told.commit("a"), told.commit("b")), (side.as_str(), project.last(B).as_str()));
    told.dates(&[
        ("a", "2099-01-01", "2099-01-01"),
        ("b", "2020-02-01", "2020-02-01"),
        ("c", "2020-03-01", "2020-03-01"),
    ])
    .finds(&[("warning[git]", &[&side[..8], "2099-01-01", "in the future", A])]);
    look.builds_loosely(&[("a", &["2099-01-01"]), ("b", &["2020-02-01"])]);
    Look::at(&project).on("2099-01-01").status().finds(&[]);
    Look::at(&project).on("2098-12-31").status().finds(&[("warning[git]", &["in the future"])]);
    // A later change with a good clock: nobody sees the bad one any more.
    project.save("2020-04-01", &[(A, &text("Three."))]);
    look.status().dates(&[("a", "2020-04-01", "2020-04-01")]).finds(&[]);
}

#[test]
fn one_commit_of_a_wrong_clock_is_said_once() {
    let project = Project::new(&[]);
    project.save("2099-01-01", &[(A, &text("One.")), (B, &text("One.")), (C, &text("One."))]);
    Look::at(&project).status().finds(&[("warning[git]", &["2099-01-01", A, "2 more"])]);
}

#[test]
fn a_date_before_that_of_its_parent_is_shown_and_said_where_it_is_the_answer() {
    let (project, side) = side_branch("1990-01-01");
    let look = Look::at(&project);
    let told = look.status();
    assert_eq!((told.commit("a"), told.commit("b")), (side.as_str(), project.last(B).as_str()));
    told.dates(&[
        ("a", "1990-01-01", "1990-01-01"),
        ("b", "2020-02-01", "2020-02-01"),
        ("c", "2020-03-01", "2020-03-01"),
    ])
    .finds(&[("warning[git]", &[&side[..8], "1990-01-01", "2020-01-01", A])]);
    look.builds_loosely(&[("a", &["1990-01-01"])]);
    project.save("2020-04-01", &[(A, &text("Three."))]);
    look.status().dates(&[("a", "2020-04-01", "2020-04-01")]).finds(&[]);
}

#[test]
fn hours_between_two_clocks_are_no_news() {
    let project = Project::new(&[]);
    project.save("2020-01-02T12:00:00Z", &[(A, &text("One.")), (B, &text("One."))]);
    project.save("2020-01-01T12:00:00Z", &[(A, &text("Two."))]);
    Look::at(&project).status().dates(&[("a", "2020-01-01", "2020-01-01")]).finds(&[]);
    let later = project.save("2020-01-01T11:59:59Z", &[(B, &text("Two."))]);
    Look::at(&project).status().finds(&[]);
    project.save("2019-12-31T11:59:58Z", &[(B, &text("Three."))]);
    assert_ne!(project.last(B), later);
    Look::at(&project).status().finds(&[("warning[git]", &["2019-12-31", "2020-01-01", B])]);
}

#[test]
fn a_damaged_date_is_said_where_it_is_the_answer() {
    let project = Project::new(&[]);
    let first = project.save("2020-01-01", &[(A, &text("One.")), (B, &text("One.")), (C, "# Policy\n\n- One\n")]);
    project.write(A, text("Two."));
    project.write(C, "# Policy\n\n* One\n");
    let damaged = commit_raw(&project, &[&first], "yesterday", "yesterday");
    let look = Look::at(&project);
    look.status()
        .unknown("a", &damaged[..8])
        .dates(&[("a", "-", "-"), ("b", "2020-01-01", "2020-01-01"), ("c", "2020-01-01", "-")])
        .finds(&[("warning[date-unknown]", &[A, &damaged[..8], "no date that can be read"])]);
    look.builds_loosely(&[("a", &[]), ("b", &["2020-01-01"])]);
    // It is in the way of nobody.
    project.save("2020-03-01", &[(A, &text("Three."))]);
    look.status().dates(&[("a", "2020-03-01", "2020-03-01"), ("b", "2020-01-01", "2020-01-01")]).finds(&[]);
}

#[test]
fn of_two_dates_only_the_one_that_counts_must_be_readable() {
    let project = Project::new(&[]);
    let first = project.save("2020-01-01", &[(A, &text("One.")), (B, &text("One."))]);
    project.write(A, text("Two."));
    commit_raw(&project, &[&first], "yesterday", "1591012800 +0000");
    Look::at(&project).status().dates(&[("a", "2020-06-01", "2020-06-01")]).finds(&[]);
    project.write("engross.toml", format!("{SETTINGS}[git]\ndate = \"author\"\n"));
    let told = Look::at(&project).status().unknown("a", "no date that can be read");
    told.dates(&[("b", "2020-01-01", "2020-01-01")]).finds(&[("warning[date-unknown]", &[A])]);
}
