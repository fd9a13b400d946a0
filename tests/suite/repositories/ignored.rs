//! Lists of commits that move no date: `.policy-ignore-revs`, or what `git.ignore_revs` names.

use super::sites::{Look, Repository, git, text};
use crate::project::{Project, SETTINGS};

const A: &str = "content/a/en.md";
const B: &str = "content/b/en.md";
const LIST: &str = ".policy-ignore-revs";

/// A long text, in which a word is no editorial doubt.
fn long(word: &str) -> String {
    text(&format!("{}{word}.", "We keep your data safe and sound in many ways, ".repeat(4)))
}

/// Four commits: both texts, then `a` three times.
fn history() -> (Project, Vec<String>) {
    let project = Project::new(&[]);
    let ids = vec![
        project.save("2020-01-01", &[(A, &long("once")), (B, &long("once"))]),
        project.save("2020-02-01", &[(A, &long("twice"))]),
        project.save("2020-03-01", &[(A, &long("thrice"))]),
        project.save("2020-04-01", &[(A, &long("often"))]),
    ];
    (project, ids)
}

#[test]
fn listed_commits_are_passed_over_and_shown() {
    let (project, ids) = history();
    let list = format!("\u{feff}# Typos of spring\n\n{} # the last one\n  {}\r\n", ids[3], ids[2]);
    project.save("2020-05-01", &[(LIST, &list)]);
    let look = Look::at(&project);
    let told = look.status().finds(&[]);
    assert_eq!(told.passed("a"), ["list", "list"]);
    let editorial = &told.row("a")["editorial"];
    assert_eq!((&editorial[0]["commit"], &editorial[1]["date"]), (&ids[3].clone().into(), &"2020-03-01".into()));
    told.dates(&[("a", "2020-02-01", "2020-04-01"), ("b", "2020-01-01", "2020-01-01")]);
    look.builds_strictly(&[("a", &["2020-02-01", "2020-04-01", "2020-03-01"]), ("b", &["2020-01-01"])]);
}

/// The list is read from disk: it works before it is committed.
#[test]
fn a_list_works_at_once() {
    let (project, ids) = history();
    project.write(LIST, &ids[3]);
    Look::at(&project).status().dates(&[("a", "2020-03-01", "2020-04-01")]).finds(&[]);
}

#[test]
fn where_all_commits_are_listed_the_first_one_counts() {
    let (project, ids) = history();
    project.save("2020-05-01", &[(LIST, &(ids.join("\n") + "\n"))]);
    let told = Look::at(&project).status();
    assert_eq!(told.passed("a"), ["list", "list", "list"]);
    told.dates(&[("a", "2020-01-01", "2020-04-01"), ("b", "2020-01-01", "2020-01-01")]).finds(&[]);
}

#[test]
fn what_is_no_commit_of_this_history_is_said_with_its_line() {
    let (project, ids) = history();
    // A commit that is there, but on another branch.
    project.branch("elsewhere", &ids[0]);
    let elsewhere = project.save("2020-02-02", &[(A, &long("never"))]);
    project.ask(&["checkout", "--quiet", "main"]);
    let unknown = "0123456789abcdef0123456789abcdef01234567";
    let short = &ids[3][..12];
    project.save("2020-05-01", &[(LIST, &format!("# Comment\n{unknown}\n{short}\n{elsewhere}\n{}\nHEAD\n", ids[2]))]);
    let look = Look::at(&project);
    let told = look.status().dates(&[("a", "2020-04-01", "2020-04-01")]).finds(&[
        ("warning[ignored-revision]", &["01234567", "not a commit of this history"]),
        ("warning[ignored-revision]", &[short, "not a whole commit id", "git rev-parse"]),
        ("warning[ignored-revision]", &[&elsewhere[..8], "not a commit of this history"]),
        ("warning[ignored-revision]", &["HEAD", "not a whole commit id"]),
    ]);
    let place = &told.finding("ignored-revision")["place"];
    assert_eq!((&place["path"], &place["line"], &place["column"]), (&LIST.into(), &2.into(), &1.into()));
    look.builds_loosely(&[("a", &["2020-04-01"])]);
}

#[test]
fn ids_may_be_in_capitals() {
    let (project, ids) = history();
    project.write(LIST, ids[3].to_uppercase());
    Look::at(&project).status().dates(&[("a", "2020-03-01", "2020-04-01")]).finds(&[]);
}

/// A tag has an id too, and so has a text.
#[test]
fn what_is_no_commit_at_all_is_said() {
    let (project, ids) = history();
    git(&project, project.root(), "2020-05-01", &["tag", "--annotate", "--message", "Tag", "v1", &ids[3]]);
    let (tag, text) = (project.ask(&["rev-parse", "v1"]), project.ask(&["rev-parse", &format!("HEAD:{A}")]));
    project.write(LIST, format!("{tag}\n{text}\n"));
    Look::at(&project).status().dates(&[("a", "2020-04-01", "2020-04-01")]).finds(&[
        ("warning[ignored-revision]", &[&tag[..8], "not a commit"]),
        ("warning[ignored-revision]", &[&text[..8], "not a commit"]),
    ]);
}

#[test]
fn the_settings_may_name_other_lists() {
    let (project, ids) = history();
    let settings = |lists: &str| project.write("engross.toml", format!("{SETTINGS}[git]\nignore_revs = {lists}\n"));
    project.write(".git-blame-ignore-revs", format!("# Formatting\n{}\n", ids[3]));
    project.write("lists/more", format!("{}\n", ids[2]));
    project.write(LIST, "nonsense, which nobody reads\n");
    let look = Look::at(&project);
    settings("[\".git-blame-ignore-revs\"]");
    look.status().dates(&[("a", "2020-03-01", "2020-04-01")]).finds(&[]);
    settings("[\".git-blame-ignore-revs\", \"lists/more\"]");
    look.status().dates(&[("a", "2020-02-01", "2020-04-01")]).finds(&[]);
    settings("[]");
    look.status().dates(&[("a", "2020-04-01", "2020-04-01")]).finds(&[]);
}

#[test]
fn a_list_that_the_settings_name_must_be_there() {
    let (project, _) = history();
    project.save("2020-05-01", &[("engross.toml", &format!("{SETTINGS}[git]\nignore_revs = [\"gone\"]\n"))]);
    let look = Look::at(&project);
    look.status_ending(1).finds(&[("error[ignored-revision]", &["`gone`", "git.ignore_revs"])]);
    look.is_refused();
    // The usual one need not be.
    project.save("2020-05-01", &[("engross.toml", SETTINGS)]);
    look.status().finds(&[]);
}

#[test]
fn a_listed_change_of_much_is_doubted() {
    let (project, _) = history();
    let id = project.save("2020-05-01", &[(A, &long("often").replace("data", "money"))]);
    project.save("2020-06-01", &[(LIST, &id)]);
    Look::at(&project)
        .status()
        .dates(&[("a", "2020-04-01", "2020-05-01")])
        .finds(&[("warning[editorial-doubt]", &[A, &id[..8], "listed", "% of the words"])]);
}

#[test]
fn who_looked_at_a_listed_change_says_so() {
    let (project, ids) = history();
    let id = project.save("2020-05-01", &[(A, &long("often").replace("data", "money"))]);
    let look = Look::at(&project);
    for (comment, is_doubted) in
        [("", true), (" # a few words", true), (" # reviewed", false), ("# Reviewed by A", false)]
    {
        project.write(LIST, format!("# reviewed\n{} # reviewed\n{id}{comment}\n", ids[3]));
        let told = look.status().dates(&[("a", "2020-03-01", "2020-05-01")]);
        let expected: &[(&str, &[&str])] = &[("warning[editorial-doubt]", &[&id, "# reviewed"])];
        told.finds(if is_doubted { expected } else { &[] });
    }
}

/// The answer as `git log` gives it, without the ignored commits.
fn of_git(project: &Project, ignored: &[String]) -> String {
    let log = project.ask(&["log", "--format=%H", "--", A]);
    log.lines().find(|id| !ignored.iter().any(|other| other == id)).unwrap_or("none").to_owned()
}

#[test]
fn past_a_listed_merge_the_next_newest_revision_counts() {
    let paragraphs = |first: &str, last: &str| format!("# Policy\n\n{first}\n\nStays.\n\nAs it is.\n\n{last}\n");
    for (main, side) in [("2020-02-01", "2020-03-01"), ("2020-03-01", "2020-02-01")] {
        let project = Project::new(&[]);
        let first = project.save("2020-01-01", &[(A, &paragraphs("One.", "One."))]);
        project.branch("side", &first);
        let on_side = project.save(side, &[(A, &paragraphs("One.", "Two."))]);
        project.ask(&["checkout", "--quiet", "main"]);
        let on_main = project.save(main, &[(A, &paragraphs("Two.", "One."))]);
        git(&project, project.root(), "2020-04-01", &["merge", "--quiet", "--no-edit", "side"]);
        let mut ignored = vec![project.ask(&["rev-parse", "HEAD"])];
        for newest in [side.max(main), side.min(main), "2020-01-01"] {
            project.write(LIST, ignored.join("\n"));
            let told = Look::at(&project).status().dates(&[("a", newest, "2020-04-01")]);
            assert_eq!(told.commit("a"), of_git(&project, &ignored));
            ignored.push(told.commit("a").to_owned());
        }
        assert!(ignored.contains(&on_side) && ignored.contains(&on_main) && ignored.contains(&first));
    }
}
