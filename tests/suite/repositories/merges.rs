//! Merges: which of the commits that met changed the text.

use super::sites::{Look, Repository, git, text};
use crate::project::Project;

const A: &str = "content/a/en.md";
const B: &str = "content/b/en.md";

/// A text of three paragraphs with room for git to merge them.
fn three(first: &str, last: &str) -> String {
    format!("# Policy\n\n{first}\n\nThe middle stays.\n\nAs it is.\n\n{last}\n")
}

/// Two branches from one commit, each with its own state of `a`, on the first days of February
/// (`main`) and March (`side`), about to be merged on `main`.
fn branches(base: &str, main: &str, side: &str) -> Project {
    let project = Project::new(&[]);
    let first = project.save("2020-01-01", &[(A, base), (B, &text("One."))]);
    project.branch("side", &first);
    project.save("2020-03-01", &[(A, side), ("side", "x")]);
    project.ask(&["checkout", "--quiet", "main"]);
    project.save("2020-02-01", &[(A, main), ("main", "x")]);
    project
}

fn merge(project: &Project, args: &[&str]) {
    let args = [&["merge", "--quiet", "--no-edit"], args, &["side"]].concat();
    git(project, project.root(), "2020-04-01", &args);
}

/// The last commit of `a` is the one of git, and on these days it was updated and touched.
#[track_caller]
fn is(project: &Project, updated: &str, touched: &str) {
    let told = Look::at(project).status();
    assert_eq!(told.row("a")["touched"]["commit"], project.last(A));
    told.dates(&[("a", updated, touched), ("b", "2020-01-01", "2020-01-01")]).finds(&[]);
}

#[test]
fn a_merge_that_changes_more_than_its_parents_is_the_revision() {
    let project = branches(&three("One.", "One."), &three("One.", "One."), &three("One.", "One."));
    merge(&project, &["--no-commit"]);
    project.save("2020-04-01", &[(A, &three("Evil.", "One."))]);
    assert_eq!(project.ask(&["rev-list", "--no-walk", "--min-parents=2", "--count", "HEAD"]), "1");
    is(&project, "2020-04-01", "2020-04-01");
    Look::at(&project).builds_strictly(&[("a", &["2020-04-01"])]);
}

#[test]
fn a_merge_that_takes_from_both_sides_is_the_revision() {
    let project = branches(&three("One.", "One."), &three("Two.", "One."), &three("One.", "Two."));
    merge(&project, &[]);
    is(&project, "2020-04-01", "2020-04-01");
}

#[test]
fn a_merge_that_takes_one_side_has_its_date() {
    let base = three("One.", "One.");
    let project = branches(&base, &three("Two.", "One."), &base);
    merge(&project, &[]);
    is(&project, "2020-02-01", "2020-02-01");
    let project = branches(&base, &base, &three("Two.", "One."));
    merge(&project, &[]);
    is(&project, "2020-03-01", "2020-03-01");
    // A side that was merged only in name.
    let project = branches(&base, &three("Two.", "One."), &three("One.", "Two."));
    merge(&project, &["--strategy=ours"]);
    is(&project, "2020-02-01", "2020-02-01");
}

/// One change that came in on two branches: the date is that of the first parent, as git has it,
/// and not the newer one.
#[test]
fn the_same_change_on_two_branches_has_the_date_of_the_first() {
    let (base, new) = (three("One.", "One."), three("Two.", "One."));
    let project = branches(&base, &new, &new);
    merge(&project, &[]);
    is(&project, "2020-02-01", "2020-02-01");
}

/// One side changed the words, the other one the marks: the merge holds both, and says nothing
/// that was not said before.
#[test]
fn a_merge_of_words_and_form_has_the_date_of_the_words() {
    let form = |words: &str, mark: &str| format!("{}\n- List\n", three(words, "One.")).replace("- ", mark);
    for (main, side, day) in
        [(form("Two.", "- "), form("One.", "* "), "2020-02-01"), (form("One.", "* "), form("Two.", "- "), "2020-03-01")]
    {
        let project = branches(&form("One.", "- "), &main, &side);
        merge(&project, &[]);
        is(&project, day, "2020-04-01");
    }
}

#[test]
fn an_octopus_is_a_merge_like_others() {
    let project = branches(&three("One.", "One."), &three("One.", "One."), &three("Two.", "One."));
    project.branch("third", "main");
    project.save("2020-03-15", &[("third", "x")]);
    project.ask(&["checkout", "--quiet", "main"]);
    project.save("2020-03-20", &[("main", "y")]);
    git(&project, project.root(), "2020-04-01", &["merge", "--quiet", "--no-edit", "side", "third"]);
    assert_eq!(project.ask(&["rev-list", "--no-walk", "--min-parents=3", "--count", "HEAD"]), "1");
    is(&project, "2020-03-01", "2020-03-01");
}
