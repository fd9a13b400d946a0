//! Versions from the history of the working texts: `versions.from = "git"`.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]

use std::fs;
use std::path::PathBuf;

use super::{Versioned, built_at, next, now, old, run_at, text, text_from};
use crate::project::{Project, SETTINGS};

const EN: &str = "content/privacy/en.md";
const DE: &str = "content/privacy/de.md";
const AS_OF: &str = "2030-06-15";
const EDITORIAL: &str = "Correct a word\n\nPolicy-Change: editorial";

fn settings(more: &str) -> String {
    format!("{SETTINGS}{more}\n[versions]\nfrom = \"git\"\n")
}

/// A site with these lines at the end of `[versions]`.
fn site(more: &str) -> Project {
    Project::new(&[("engross.toml", &(settings("") + more))])
}

/// A site whose text was changed on these days.
fn changed(on: &[&str]) -> Project {
    let project = site("");
    for (n, day) in on.iter().enumerate() {
        project.save(day, "Change", &[(EN, &text(["First.", "Second.", "Third."][n]))]);
    }
    project
}

fn kinds(project: &Project) -> Vec<String> {
    let versions = project.built(AS_OF).versions("en/privacy/");
    versions.iter().map(|version| version["kind"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_last_revision_of_a_day_in_the_zone_of_the_site_is_a_version() {
    let project = Project::new(&[("engross.toml", &settings("time_zone = \"America/Los_Angeles\"\n"))]);
    project.save("2020-01-02T05:00:00Z", "Add", &[(EN, &text("Zeroth."))]);
    let first = project.save("2020-01-02T07:59:59Z", "Change", &[(EN, &text("First."))]);
    let second = project.save("2020-01-02T08:00:00Z", "Change", &[(EN, &text("Second."))]);
    let built = project.built(AS_OF);
    let steps = [old("2020-01-01", "2020-01-01", "First."), now("2020-01-02", "Second.")];
    built.finds(&[]).tells("en/privacy/", &steps);
    let versions = built.versions("en/privacy/");
    assert_eq!([&versions[0]["commit"], &versions[1]["commit"]], [&first, &second]);
    assert_eq!([&versions[0]["updated"], &versions[1]["updated"]], ["2020-01-01", "2020-01-02"]);
    assert_eq!(built.text("en/privacy/2020-01-01/source.md"), Some(text("First.")));
    assert!(built.tree.holding("Zeroth").is_empty());
    // What says nothing of the clock of the machine is not asked for; before the first commit nothing applied.
    project.on(AS_OF, &["build", "--strict"]);
}

#[test]
fn revisions_that_change_only_the_form_are_left_out() {
    let project = site("");
    let list = |mark: &str| format!("# Policy\n\nFirst.\n\n{mark} One\n{mark} Two\n");
    project.save("2020-01-01", "Add", &[(EN, &list("-"))]);
    project.save("2020-01-02", "Marks", &[(EN, &list("*"))]);
    project.save("2020-01-03", "Emphasis", &[(EN, &list("*").replace("First", "**First**"))]);
    project.save("2020-01-04", "A key", &[(EN, &format!("---\nowner: legal\n---\n{}", list("+")))]);
    project.save("2020-01-05", "A day", &[(EN, &format!("---\npublished: 2019-12-31\n---\n{}", list("+")))]);
    project.save("2020-01-06", "Change", &[(EN, &list("+").replace("First", "Second"))]);
    project.save("2020-01-07", "Form", &[(EN, &list("-").replace("First", "Second"))]);
    let built = project.built(AS_OF);
    let steps = [old("2020-01-01", "2020-01-05", "First."), now("2020-01-06", "Second.")];
    built.finds(&[]).tells("en/privacy/", &steps);
    assert_eq!(built.text("en/privacy/2020-01-01/source.md"), Some(list("-")));
    assert_eq!(built.page("en/privacy/").dates()[0], "Updated January 6, 2020");
}

#[test]
fn renames_are_followed() {
    let project = site("");
    project.save("2020-01-01", "Add", &[("content/old/en.md", &text("First words of a long policy."))]);
    project.ask(&["mv", "content/old", "content/privacy"]);
    project.save("2020-02-01", "Rename", &[]);
    project.save("2020-03-01", "Change", &[(EN, &text("Second words of a long policy."))]);
    let built = project.built(AS_OF);
    let steps = [old("2020-01-01", "2020-02-29", "First words"), now("2020-03-01", "Second words")];
    built.finds(&[]).tells("en/privacy/", &steps);
    assert!(!built.has("en/old/") && !built.has("en/old/2020-01-01/"));
}

#[test]
fn a_text_that_was_deleted_and_created_again() {
    let project = changed(&["2020-01-01"]);
    project.write("content/other/en.md", text("Other."));
    let delete = |day: &str| {
        fs::remove_file(project.root().join(EN)).expect("removed");
        project.save(day, "Delete", &[]);
    };
    delete("2020-02-01");
    project.save("2020-03-01", "Create", &[(EN, &text("First."))]);
    project.built(AS_OF).finds(&[]).tells("en/privacy/", &[now("2020-01-01", "First.")]);
    delete("2020-04-01");
    project.save("2020-05-01", "Create", &[(EN, &text("Second."))]);
    // Deleted and created on one day.
    delete("2020-06-01T08:00:00Z");
    project.save("2020-06-01T09:00:00Z", "Create", &[(EN, &text("Third."))]);
    let steps = [
        old("2020-01-01", "2020-04-30", "First."),
        old("2020-05-01", "2020-05-31", "Second."),
        now("2020-06-01", "Third."),
    ];
    project.built(AS_OF).finds(&[]).tells("en/privacy/", &steps);
}

#[test]
fn editorial_revisions_are_minor_versions() {
    let project = changed(&["2020-01-01"]);
    project.save("2020-02-01", EDITORIAL, &[(EN, &text("First of all."))]);
    let built = project.built(AS_OF);
    let steps = [old("2020-01-01", "2020-01-31", "First."), now("2020-02-01", "First of all.")];
    built.finds(&[]).tells("en/privacy/", &steps);
    assert_eq!(kinds(&project), ["major", "minor"]);
    assert_eq!(built.versions("en/privacy/")[1]["updated"], "2020-01-01");
    assert_eq!(built.page("en/privacy/").dates()[0], "Updated January 1, 2020");
    // A change and then a correction of the day before are each what they are.
    project.save("2020-03-01T08:00:00Z", EDITORIAL, &[(EN, &text("First of them all."))]);
    project.save("2020-03-01T09:00:00Z", "Change", &[(EN, &text("Second."))]);
    assert_eq!(kinds(&project), ["major", "minor", "major"]);
}

#[test]
fn a_change_is_one_whatever_was_corrected_later_on_that_day() {
    let project = changed(&["2020-01-01"]);
    project.save("2020-02-01T08:00:00Z", "Change", &[(EN, &text("We do sell it to everyone."))]);
    project.save("2020-02-01T09:00:00Z", EDITORIAL, &[(EN, &text("We do sell it to everybody."))]);
    assert_eq!(kinds(&project), ["major", "major"]);
    assert_eq!(project.built(AS_OF).versions("en/privacy/")[1]["updated"], "2020-02-01");
}

#[test]
fn of_a_day_every_revision_may_name_the_day_from_which_it_applies() {
    let project = changed(&["2020-01-01"]);
    project.save("2020-02-01T08:00:00Z", "Change\n\nPolicy-Effective: 2020-06-01", &[(EN, &text("Second one."))]);
    project.save("2020-02-01T09:00:00Z", EDITORIAL, &[(EN, &text("Second."))]);
    let steps = [now("2020-01-01", "First."), next("2020-06-01", "Second.")];
    project.built("2020-03-01").finds(&[]).tells("en/privacy/", &steps);
}

#[test]
fn older_revisions_may_be_passed_over() {
    let project = changed(&["2019-12-31", "2020-01-01", "2021-01-01"]);
    project.append("engross.toml", "since = \"2020-01-01\"\n");
    project.save("2021-02-01", "Settings", &[]);
    let built = project.built(AS_OF);
    let steps = [old("2020-01-01", "2020-12-31", "Second."), now("2021-01-01", "Third.")];
    built.finds(&[]).tells("en/privacy/", &steps);
    assert!(built.tree.holding("First.").is_empty());
}

#[test]
fn a_text_may_state_its_day_in_an_attribute() {
    let project = site("effective = \"datetime\"\n");
    let stating =
        |day: &str, words: &str| format!("# Policy\n\nAs of that day\n{{: datetime=\"{day}\" }}\n\n{words}\n");
    project.save("2020-01-10", "Add", &[(EN, &stating("2020-01-01", "First."))]);
    project.save("2020-02-10", "Change", &[(EN, &stating("2020-03-01", "Second."))]);
    project.save("2020-04-10", "Change", &[(EN, &text("Third."))]);
    let steps = [
        old("2020-01-01", "2020-02-29", "First."),
        old("2020-03-01", "2020-04-09", "Second."),
        now("2020-04-10", "Third."),
    ];
    project.built(AS_OF).finds(&[]).tells("en/privacy/", &steps);
    let steps = [now("2020-01-01", "First."), next("2020-03-01", "Second."), next("2020-04-10", "Third.")];
    project.built("2020-02-29").tells("en/privacy/", &steps);
}

#[test]
fn a_text_may_state_its_day_in_a_key() {
    let files = [
        "---\nupdated: 2020-01-01\n---\n",
        "---\nupdated: \"2020-02-01T10:00:00+01:00\"\n---\n",
        "+++\nupdated = 2020-03-01\n+++\n",
        "+++\nupdated = \"2020-04-01\"\n+++\n",
        "---\nupdated: soon\n---\n",
    ];
    let project = site("effective = \"updated\"\n");
    for (n, front) in files.iter().enumerate() {
        project.save(
            &format!("2020-0{}-15", n + 1),
            "Change",
            &[(EN, &format!("{front}{}", text(&format!("No. {n}."))))],
        );
    }
    let built = project.built(AS_OF);
    assert_eq!(
        built.finds(&[]).ids("en/privacy/"),
        ["2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01", "2020-05-15"]
    );
}

#[test]
fn days_that_go_backwards_count_from_the_day_of_the_commit() {
    let project = site("effective = \"effective\"\n");
    project.save("2020-01-10", "Add", &[(EN, &text_from("2020-01-01", "First."))]);
    let id = project.save("2020-02-10", "Change", &[(EN, &text_from("2019-06-01", "Second."))]);
    let built = project.built(AS_OF);
    built.finds(&[("note[versions-unknown]", &[&id[..8], EN, "2019-06-01", "it counts from 2020-02-10"])]);
    built.tells("en/privacy/", &[old("2020-01-01", "2020-02-09", "First."), now("2020-02-10", "Second.")]);
    // The same day once more is a second version of that day.
    project.save("2020-03-10", "Change", &[(EN, &text_from("2020-02-10", "Third."))]);
    assert_eq!(project.built(AS_OF).ids("en/privacy/"), ["2020-01-01", "2020-02-10", "2020-02-10-2"]);
}

#[test]
fn a_commit_may_name_the_day_from_which_its_texts_apply() {
    let project = changed(&["2020-01-01"]);
    project.save("2020-02-01", "Change\n\nPolicy-Effective: 2020-06-01", &[(EN, &text("Second."))]);
    let before = [now("2020-01-01", "First."), next("2020-06-01", "Second.")];
    project.built("2020-05-31").finds(&[]).tells("en/privacy/", &before);
    let after = [old("2020-01-01", "2020-05-31", "First."), now("2020-06-01", "Second.")];
    project.built("2020-06-01").finds(&[]).tells("en/privacy/", &after);
}

#[test]
fn front_matter_states_the_day_without_further_settings() {
    let project = changed(&["2020-01-01"]);
    project.save("2020-02-01", "Change", &[(EN, &text_from("2020-06-01", "Second."))]);
    let before = [now("2020-01-01", "First."), next("2020-06-01", "Second.")];
    project.built("2020-05-31").finds(&[]).tells("en/privacy/", &before);
}

#[test]
fn variables_have_the_values_of_that_time() {
    let variables = |company: &str| settings(&format!("[variables]\ncompany = \"{company}\"\n"));
    let project = Project::new(&[("engross.toml", &variables("Old, Inc."))]);
    project.save("2020-01-01", "Add", &[(EN, &text("First of [[company]]."))]);
    project.save("2020-02-01", "Change", &[(EN, &text("Second of [[company]]."))]);
    project.save("2020-03-01", "Rename", &[("engross.toml", &variables("New, Inc."))]);
    project.save("2020-04-01", "Change", &[(EN, &text("Third of [[company]]."))]);
    let built = project.built(AS_OF);
    let steps = [
        old("2020-01-01", "2020-01-31", "First of Old, Inc."),
        old("2020-02-01", "2020-03-31", "Second of Old, Inc."),
        now("2020-04-01", "Third of New, Inc."),
    ];
    built.finds(&[]).tells("en/privacy/", &steps);
    assert!(built.tree.holding("First of New").is_empty() && built.tree.holding("Third of Old").is_empty());
}

#[test]
fn a_new_value_is_part_of_the_current_text() {
    let variables = |company: &str| settings(&format!("[variables]\ncompany = \"{company}\"\n"));
    let project = Project::new(&[("engross.toml", &variables("Old, Inc."))]);
    project.save("2020-01-01", "Add", &[(EN, &text("First of [[company]]."))]);
    project.save("2020-03-01", "Rename", &[("engross.toml", &variables("New, Inc."))]);
    let built = project.built(AS_OF);
    let steps = [old("2020-01-01", "2020-02-29", "First of Old, Inc."), now("", "First of New, Inc.")];
    built.finds(&[]).tells("en/privacy/", &steps);
    assert_eq!(built.versions("en/privacy/")[1]["effective"], "2020-03-01");
}

/// A branch from the first commit that changes the second part of the text, and changes on main.
fn branched(main: &str) -> Project {
    let project = site("");
    let both =
        |one: &str, other: &str| format!("# Policy\n\n{one}\n\nBetween.\n\nSome more.\n\nAnd more.\n\n{other}\n");
    project.save("2020-01-01", "Add", &[(EN, &both("First.", "Begin."))]);
    project.ask(&["checkout", "--quiet", "-b", "branch"]);
    project.save("2020-02-01", "Change", &[(EN, &both("First.", "End."))]);
    project.ask(&["checkout", "--quiet", "main"]);
    project.save("2020-03-01", "Change", &[(EN, &both(main, "Begin."))]);
    project.git("2020-04-01T12:00:00Z", &["merge", "--quiet", "--no-ff", "--message", "Merge", "branch"]);
    assert_eq!(fs::read_to_string(project.root().join(EN)).expect("a text"), both(main, "End."));
    project
}

#[test]
fn a_merge_that_only_brings_a_change_is_no_version() {
    let project = branched("First.");
    let steps = [old("2020-01-01", "2020-01-31", "Begin."), now("2020-02-01", "End.")];
    project.built(AS_OF).finds(&[]).tells("en/privacy/", &steps);
}

#[test]
fn a_merge_of_two_changes_is_the_version() {
    let project = branched("Second.");
    let built = project.built(AS_OF);
    let versions = built.finds(&[]).versions("en/privacy/");
    let newest = versions.last().expect("a version");
    assert_eq!([&newest["version"], &newest["standing"]], ["2020-04-01", "in-force"], "{versions:#?}");
    let page = built.page("en/privacy/2020-04-01/").words();
    assert!(page.contains("Second.") && page.contains("End."), "{page}");
}

#[test]
fn a_merge_that_was_edited_is_the_version() {
    let project = branched("First.");
    let edited = fs::read_to_string(project.root().join(EN)).expect("a text").replace("Between.", "Edited.");
    project.write(EN, edited);
    project.git("2020-04-01T12:00:00Z", &["commit", "--quiet", "--all", "--amend", "--no-edit"]);
    assert_eq!(project.built(AS_OF).finds(&[]).ids("en/privacy/"), ["2020-01-01", "2020-02-01", "2020-04-01"]);
}

#[test]
fn languages_have_versions_of_their_own() {
    let project = Project::new(&[("engross.toml", &settings("[locales]\npublish = [\"en\", \"de\", \"fr\"]\n"))]);
    project.save("2020-01-01", "Add", &[(EN, &text("First."))]);
    project.save("2020-02-01", "Add", &[(DE, &text("Erste."))]);
    project.save("2020-03-01", "Change", &[(EN, &text("Second."))]);
    project.save("2020-04-01", "Change", &[(DE, &text("Zweite."))]);
    let built = project.built(AS_OF);
    let english = [old("2020-01-01", "2020-02-29", "First."), now("2020-03-01", "Second.")];
    built.finds(&[]).tells("en/privacy/", &english).tells("fr/privacy/", &english);
    let german = [
        old("2020-01-01", "2020-01-31", "First."),
        old("2020-02-01", "2020-03-31", "Erste."),
        now("2020-04-01", "Zweite."),
    ];
    // The own text stands while the original has a newer version.
    built.tells("de/privacy/", &german);
    assert!(!built.has("de/privacy/2020-03-01/") && !built.has("en/privacy/2020-02-01/"));
    // Both on one day are one version.
    project.save("2020-05-01T08:00:00Z", "Change", &[(EN, &text("Third."))]);
    project.save("2020-05-01T09:00:00Z", EDITORIAL, &[(DE, &text("Dritte."))]);
    let built = project.built(AS_OF);
    assert!(built.has("de/privacy/2020-05-01/") && built.has("en/privacy/2020-05-01/"));
    assert_eq!(kinds(&project), ["major"; 3]);
}

#[test]
fn a_text_that_is_not_committed_heads_the_list() {
    let project = changed(&["2020-01-01", "2020-02-01"]);
    project.write(EN, text("Draft."));
    let built = project.built(AS_OF);
    built.finds(&[("warning[git]", &[EN, "not committed"])]);
    let steps = [old("2020-01-01", "2020-01-31", "First."), old("2020-02-01", "", "Second."), now("", "Draft.")];
    built.tells("en/privacy/", &steps);
}

fn cloned(project: &Project, args: &[&str]) -> PathBuf {
    let from = format!("file://{}", project.root().display());
    let to = project.outside().join("clone");
    project.ask(&["config", "uploadpack.allowFilter", "true"]);
    project.ask(&["config", "uploadpack.allowAnySHA1InWant", "true"]);
    project.ask(
        &[&["-c", "protocol.file.allow=always", "clone", "--quiet"], args, &[&from, &to.to_string_lossy()]].concat(),
    );
    to
}

#[test]
fn a_shallow_clone_is_refused() {
    let project = changed(&["2020-01-01", "2020-02-01", "2020-03-01"]);
    let clone = cloned(&project, &["--depth", "2"]);
    for command in ["build", "import"] {
        let run = run_at(&project, &clone, &[command, "--as-of", AS_OF]).ends(1);
        run.says(&["error[versions-unknown]", EN, "history is shallow", "git fetch --unshallow", "fetch-depth: 0"]);
        assert!(!clone.join("public").exists() && !clone.join("versions").exists());
    }
}

#[test]
fn a_clone_without_old_texts_fetches_them() {
    let project = changed(&["2020-01-01", "2020-02-01", "2020-03-01"]);
    let whole = project.built(AS_OF);
    let clone = cloned(&project, &["--filter=blob:none"]);
    let built = built_at(&project, &clone, AS_OF);
    built.finds(&[]);
    built.tree.is(&whole.tree, "in a partial clone");
}

#[test]
fn without_its_remote_such_a_clone_is_refused() {
    let project = changed(&["2020-01-01", "2020-02-01", "2020-03-01"]);
    let clone = cloned(&project, &["--filter=blob:none"]);
    fs::rename(project.root(), project.outside().join("gone")).expect("no remote");
    for command in ["build", "import"] {
        let run = run_at(&project, &clone, &[command, "--as-of", AS_OF]).ends(1);
        run.says(&["error[versions-unknown]", EN, "lacks the text", "git fetch --refetch --no-filter"]);
        assert!(!clone.join("public").exists() && !clone.join("versions").exists());
    }
}
