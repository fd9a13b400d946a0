//! Trailers of commit messages: `Policy-Change` and `Policy-Effective`.

use super::sites::{Look, Repository, text};
use crate::project::Project;

const A: &str = "content/a/en.md";
const B: &str = "content/b/en.md";
const EDITORIAL: &str = "Correct a word\n\nPolicy-Change: editorial";

/// A long text with a day, an amount and a link.
const LONG: &str = "# Policy\n\n\
    We keep your personal data safe and we never sell it to anyone, whatever they may offer to us for it. \
    The rules that follow apply from June 1 on, and cost at most 100 euros. You find more of them \
    on [our page](https://example.com/rules), where we also say how you can reach the people in charge.\n";

/// Both texts, and then a commit with this message that replaces some words of `a`.
fn replaced(message: &str, old: &str, new: &str) -> (Project, String) {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(A, LONG), (B, &text("One."))]);
    assert!(LONG.contains(old), "{old}");
    let id = project.save_saying("2020-02-01", message, &[(A, &LONG.replace(old, new))]);
    (project, id)
}

#[test]
fn an_editorial_commit_is_passed_over_and_shown() {
    let (project, id) = replaced(EDITORIAL, "follow", "folow");
    let look = Look::at(&project);
    let told = look.status().finds(&[]);
    assert_eq!((told.passed("a"), &told.row("a")["editorial"][0]["commit"]), (vec!["trailer"], &id.into()));
    told.dates(&[("a", "2020-01-01", "2020-02-01"), ("b", "2020-01-01", "2020-01-01")]);
    look.builds_strictly(&[("a", &["2020-01-01", "2020-02-01"])]);
}

#[test]
fn a_trailer_is_read_as_git_reads_it() {
    for (message, day) in [
        ("Change\n\nPolicy-Change: Editorial\nSigned-off-by: Editor <editor@example.com>", "2020-01-01"),
        ("Change\n\npolicy-change:   editorial  ", "2020-01-01"),
        ("Change\n\nPolicy-Change: material", "2020-02-01"),
        ("Change\n\nPolicy-Change: editorial\n\nThis was not the last paragraph.", "2020-02-01"),
        ("Policy-Change: editorial", "2020-02-01"),
        ("Change that is editorial [minor] typo", "2020-02-01"),
    ] {
        let (project, _) = replaced(message, "follow", "folow");
        Look::at(&project).status().dates(&[("a", day, "2020-02-01")]).finds(&[]);
    }
}

#[test]
fn another_value_is_said_and_the_commit_counts() {
    let (project, id) = replaced("Change\n\nPolicy-Change: foo", "follow", "folow");
    let look = Look::at(&project);
    look.status()
        .dates(&[("a", "2020-02-01", "2020-02-01")])
        .finds(&[("warning[policy-trailer]", &[&id[..8], "Policy-Change: foo", "editorial", "material"])]);
    look.builds_loosely(&[("a", &["2020-02-01"])]);
}

#[test]
fn one_commit_with_an_odd_value_is_said_once_for_all_its_texts() {
    let (project, id) = replaced(EDITORIAL, "follow", "folow");
    let foo = project.save_saying(
        "2020-03-01",
        "Change\n\nPolicy-Change: foo\nPolicy-Effective: soon",
        &[(A, &text("Two.")), (B, &text("Two."))],
    );
    assert_ne!(foo, id);
    Look::at(&project).status().finds(&[
        ("warning[policy-trailer]", &[&foo[..8], "Policy-Change: foo"]),
        ("warning[policy-trailer]", &[&foo[..8], "Policy-Effective: soon"]),
    ]);
}

#[test]
fn an_editorial_commit_that_changes_more_is_doubted() {
    for (old, new, doubt) in [
        ("100", "200", "a number"),
        ("June 1", "July 1", "a date"),
        ("June 1", "June 2", "a date"),
        ("example.com/rules", "example.com/other", "where a link leads"),
        ("we never sell it to anyone, whatever they may offer", "we sell it to all of them for all they", "% of the"),
    ] {
        let (project, id) = replaced(EDITORIAL, old, new);
        let look = Look::at(&project);
        let told = look.status().dates(&[("a", "2020-01-01", "2020-02-01")]);
        told.finds(&[("warning[editorial-doubt]", &[A, &id[..8], "marked editorial", doubt])]);
        look.builds_loosely(&[("a", &["2020-01-01", "2020-02-01"])]);
    }
    for (old, new) in
        [("follow", "folow"), ("anyone", "anybody"), ("offer to us", "offer us"), ("safe and", "safe, and")]
    {
        let (project, _) = replaced(EDITORIAL, old, new);
        Look::at(&project).status().dates(&[("a", "2020-01-01", "2020-02-01")]).finds(&[]);
    }
}

#[test]
fn the_commit_that_created_a_text_counts_whatever_it_says() {
    let (project, _) = replaced("Change", "follow", "folow");
    project.save_saying("2020-03-01", EDITORIAL, &[("content/new/en.md", LONG)]);
    Look::at(&project).status().dates(&[("new", "2020-03-01", "2020-03-01")]).finds(&[]);
}

#[test]
fn a_commit_names_the_day_from_which_a_text_applies() {
    let (project, _) = replaced("Change\n\nPolicy-Effective: 2021-02-01", "follow", "precede");
    let look = Look::at(&project);
    let told = look.status().finds(&[]);
    assert_eq!((&told.row("a")["effective"], &told.row("b")["effective"]), (&"2021-02-01".into(), &().into()));
    look.builds_strictly(&[("a", &["2021-02-01", "2020-02-01"]), ("b", &["2020-01-01"])]);
}

#[test]
fn front_matter_has_the_last_word_about_that_day() {
    let project = Project::new(&[]);
    let front = format!("---\neffective: 2022-03-04\n---\n{LONG}");
    project.save_saying("2020-01-01", "Add\n\nPolicy-Effective: 2021-02-01", &[(A, &front)]);
    let look = Look::at(&project);
    assert_eq!(look.status().finds(&[]).row("a")["effective"], "2022-03-04");
    look.builds_strictly(&[("a", &["2022-03-04", "2020-01-01"])]);
}

#[test]
fn the_newest_revision_since_the_update_that_names_a_day_has_the_word() {
    let (project, _) = replaced("Change\n\nPolicy-Effective: 2021-02-01", "follow", "precede");
    let with = |word: &str| LONG.replace("follow", word);
    let look = Look::at(&project);
    let effective = |expected: Option<&str>| {
        let told = look.status().finds(&[]);
        assert_eq!(told.row("a")["effective"].as_str(), expected);
        told
    };
    project.save_saying("2020-03-01", EDITORIAL, &[(A, &with("precced"))]);
    effective(Some("2021-02-01")).dates(&[("a", "2020-02-01", "2020-03-01")]);
    let message = format!("{EDITORIAL}\nPolicy-Effective: 2021-05-01");
    project.save_saying("2020-04-01", &message, &[(A, &with("preccced"))]);
    effective(Some("2021-05-01")).dates(&[("a", "2020-02-01", "2020-04-01")]);
    // Another text: what was said of the one before it does not hold for it.
    project.save("2020-05-01", &[(A, &with("accompany"))]);
    effective(None).dates(&[("a", "2020-05-01", "2020-05-01")]);
}

#[test]
fn a_day_that_is_none_is_said() {
    for written in ["2021-02-30", "next spring", "1.2.2021"] {
        let (project, id) = replaced(&format!("Change\n\nPolicy-Effective: {written}"), "follow", "precede");
        let look = Look::at(&project);
        let told = look.status();
        assert!(told.row("a")["effective"].is_null());
        told.dates(&[("a", "2020-02-01", "2020-02-01")])
            .finds(&[("warning[policy-trailer]", &[&id[..8], written, "2016-06-01"])]);
        look.builds_loosely(&[("a", &["2020-02-01"])]);
    }
}
