//! What `engross archive` refuses.

use serde_json::json;

use super::command::record;
use super::{Archive, path, site, text};
use crate::project::{Project, SETTINGS};

#[test]
fn a_variable_without_a_value_is_refused() {
    let project = site(&["a"]);
    project.save("2020-02-01", &[(&path("a"), &text("By [[company]]."))]);
    project.refuses("2020-02-01", &["a"], &["error[variable-unknown]", "`company`", "[variables]"]);
}

#[test]
fn the_same_text_is_not_archived_twice() {
    let project = site(&["a"]);
    project.archives("2020-01-01", &["a"], "2020-01-01");
    let before = project.versions();
    let nothing = |args: &[&str]| {
        let run = project.archive("2020-05-01", args).ends(0);
        run.says(&["Nothing was archived", "2020-01-01"]);
        project.versions().is(&before, "the archive after and before");
    };
    nothing(&["a"]);
    nothing(&["a", "--effective", "2021-01-01", "--note", "Once more"]);
    let told = project.archive("2020-05-01", &["a", "--format", "json"]).ends(0).json();
    assert_eq!(told, json!({ "version": null, "unchanged_since": "2020-01-01", "files": null, "findings": [] }));
    // Another form of the same words.
    project.save("2020-02-01", &[(&path("a"), "Policy\n======\n\n\nFirst.\n\n\n")]);
    nothing(&["a"]);
    project.write(&path("a"), "---\n# not shown\nlayout: x\n---\nPolicy\n======\n\nFirst.\n");
    nothing(&["a"]);
}

#[test]
fn the_same_is_not_archived_twice_with_minor_or_withdraw() {
    let project = site(&["a"]);
    project.archives("2020-01-01", &["a"], "2020-01-01");
    let before = project.versions();
    project.archive("2020-05-01", &["a", "--minor"]);
    project.versions().is(&before, "the archive after --minor and before");
    let withdraw = ["a", "--withdraw", "--effective", "2020-03-01"];
    project.archives("2020-02-01", &withdraw, "2020-03-01");
    let before = project.versions();
    project.archive("2020-02-01", &withdraw);
    project.versions().is(&before, "the archive after the second withdrawal and before");
}

#[test]
fn texts_that_are_not_committed_are_refused() {
    let project = site(&["a"]);
    let both = [("content/a/de.md", "# A\n\nNeu.\n"), ("content/a/fr.md", "# A\n\nNouveau.\n")];
    project.save("2020-02-01", &both[..1]);
    project.write(&path("a"), text("Second."));
    let reason = ["error[git]", "`content/a/en.md` is not committed", "--uncommitted"];
    project.refuses("2020-02-01", &["a"], &reason);
    project.git("2020-02-01T12:00:00Z", &["add", "content"]);
    project.refuses("2020-02-01", &["a"], &reason);
    project.save("2020-02-02", &[]);
    project.write(both[1].0, both[1].1);
    project.refuses("2020-02-02", &["a", "--behind"], &["error[git]", "`content/a/fr.md`"]);
    let args = ["a", "--behind", "--uncommitted"];
    project.refuses("2020-02-02", &args, &["error[date-unknown]", "--effective"]);
    project.archives("2020-02-02", &[&args[..], &["--effective", "2020-02-02"]].concat(), "2020-02-02");
    let record = record(&project, "a/2020-02-02");
    let of =
        |locale: &str| record.split("\n[").find(|part| part.starts_with(&format!("texts.{locale}]"))).expect(locale);
    assert!(!of("fr").contains("updated = ") && !of("fr").contains("commit = "), "{record}");
    assert!(of("en").contains("\nupdated = 2020-02-02\ninstant = 2020-02-02T12:00:00Z\ncommit = \""), "{record}");
    assert!(of("de").contains("\nupdated = 2020-02-01\ninstant = 2020-02-01T12:00:00Z\ncommit = \""), "{record}");
}

#[test]
fn without_a_repository_the_day_must_be_said() {
    let project = Project::new(&[("content/a/en.md", "# A\n\nText.\n")]);
    project.refuses("2020-02-01", &["a"], &["error[git]", "error[date-unknown]", "--effective"]);
    project.refuses("2020-02-01", &["a", "--uncommitted"], &["error[date-unknown]", "--effective"]);
    project.archives("2020-02-01", &["a", "--uncommitted", "--effective", "2020-01-15"], "2020-01-15");
    let record = record(&project, "a/2020-01-15");
    assert!(!record.contains("updated") && !record.contains("commit"), "{record}");
    project.run(&["verify"]).ends(0);
}

#[test]
fn in_a_shallow_clone_the_reason_is_the_missing_history() {
    let project = site(&["a"]);
    project.save("2020-02-01", &[("other", "x")]);
    let clone = project.clone_beside("clone", &["--depth", "1"]);
    let run = project.run_in(&clone, &["archive", "a", "--as-of", "2020-03-01"]).ends(1);
    assert!(!run.stderr.contains("is not committed"), "{}", run.stderr);
    run.says(&["git fetch --unshallow"]);
}

#[test]
fn a_translation_that_is_behind_is_refused() {
    let project = site(&["a"]);
    project.save("2020-01-01", &[("content/a/de.md", "# A\n\nEins.\n")]);
    project.archives("2020-01-01", &["a"], "2020-01-01");
    project.save("2020-02-01", &[(&path("a"), &text("Second."))]);
    let reason = ["error[translation-behind]", "`content/a/de.md`", "2020-01-01", "2020-02-01", "--behind"];
    project.refuses("2020-02-01", &["a"], &reason);
    project.archives("2020-02-01", &["a", "--behind"], "2020-02-01");
    // What only changes the form of the original puts no translation behind.
    project.save("2020-03-01", &[("content/a/de.md", "# A\n\nZwei.\n")]);
    project.save("2020-03-02", &[(&path("a"), &(text("Second.") + "\n\n"))]);
    project.archives("2020-03-02", &["a", "--effective", "2020-03-01"], "2020-03-01");
    // Both in one commit.
    project.save("2020-04-01", &[(&path("a"), &text("Third.")), ("content/a/de.md", "# A\n\nDrei.\n")]);
    project.archives("2020-04-01", &["a"], "2020-04-01");
}

#[test]
fn notice_is_kept() {
    let settings = format!("{SETTINGS}[versions]\nnotice_days = 30\n[documents.a]\nnotice_days = 10\n");
    let project = Project::new(&[("engross.toml", &settings)]);
    project.save("2020-01-01", &[(&path("a"), &text("First.")), (&path("b"), &text("First."))]);
    for document in ["a", "b"] {
        // The first version needs no notice.
        project.archives("2020-01-01", &[document], "2020-01-01");
    }
    project.save("2020-02-01", &[(&path("a"), &text("Second.")), (&path("b"), &text("Second."))]);
    for (document, days, first, before) in
        [("a", "10", "2020-02-13", "2020-02-12"), ("b", "30", "2020-03-04", "2020-03-03")]
    {
        let reason =
            ["error[notice-short]", &format!("{document} needs {days} days"), &format!("--effective {first};")];
        project.refuses("2020-02-03", &[document], &reason);
        project.refuses("2020-02-03", &[document, "--effective", before], &reason);
        project.refuses("2020-02-03", &[document, "--withdraw", "--effective", before], &reason);
        project.archives("2020-02-03", &[document, "--effective", first], first);
    }
    project.save("2020-02-02", &[(&path("a"), &text("Third."))]);
    project.archives("2020-02-03", &["a", "--effective", "2020-02-14", "--minor"], "2020-02-14");
    project.save("2020-02-02", &[(&path("a"), &text("Fourth."))]);
    project.archives("2020-02-13", &["a", "--effective", "2020-02-15", "--short-notice"], "2020-02-15");
    // It counts from the day that the text states.
    let stated = "---\npublished: 2020-02-10\neffective: 2020-02-20\n---\n# A\n\nFifth.\n";
    project.save("2020-02-10", &[(&path("a"), stated)]);
    project.archives("2020-02-16", &["a"], "2020-02-20");
}
