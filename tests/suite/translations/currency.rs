//! Whether a translation is behind, and how readers learn it.

use std::fs;

use super::{DE, EN, is_behind, is_current, standing, text, translated};
use crate::project::{Project, SETTINGS, Tree};
use crate::versions::{Built, Versioned};

const TODAY: &str = "2021-01-01";

/// The translation with a line of front matter.
fn translating(what: &str) -> String {
    format!("---\ntranslates: {what}\n---\n{}", text("Eine Sache."))
}

/// The words of the notice on the page of the translation.
#[track_caller]
fn notice(built: &Built) -> String {
    let notices = built.page("de/privacy/").notices(".behind, .ahead");
    assert_eq!(notices.len(), 1, "{notices:?}");
    notices[0].clone()
}

#[test]
fn a_translation_is_behind_from_the_change_of_its_original_until_its_own() {
    let project = translated();
    is_current(&project);
    assert!(project.built(TODAY).page("de/privacy/").notices(".behind").is_empty());
    project.save("2020-02-01", "Change", &[(EN, &text("One thing. And another."))]);
    project.save("2020-03-01", "Change again", &[(EN, &text("One thing. And another. And a third."))]);
    is_behind(&project, "2020-01-01", "2020-02-01", "2020-03-01");
    let built = project.built(TODAY);
    built.finds(&[("note[translation-behind]", &[DE, EN, "2020-03-01", "2020-02-01", "translates"])]);
    let said = notice(&built);
    assert!(said.contains("1. März 2020") && said.contains("1. Januar 2020"), "{said}");
    // The original has nothing to catch up with.
    assert!(built.page("en/privacy/").notices(".behind").is_empty());
    let main = built.page("de/privacy/");
    let link = main.link_in(main.select(".notice.behind")[0], "a");
    assert_eq!(link.as_deref(), Some("de/privacy/compare/original/"));
    let lacking = built.page("de/privacy/compare/original/");
    assert!(lacking.select("html[lang=\"de\"]").len() == 1 && lacking.select("[lang=\"en\"] ins").len() == 1);
    let inserted: Vec<String> = lacking.select("ins").iter().map(|ins| ins.text().collect()).collect();
    assert!(inserted.concat().contains("And another. And a third."), "{inserted:?}");
    project.save("2020-04-01", "Translate", &[(DE, &text("Eine Sache. Und eine andere. Und eine dritte."))]);
    is_current(&project);
    let built = project.built(TODAY);
    assert!(built.findings.is_empty() && !built.has("de/privacy/compare/original/"), "{:?}", built.findings);
}

#[test]
fn what_does_not_change_the_text_is_nothing_to_catch_up_with() {
    let project = translated();
    project.save("2020-02-01", "Wrap", &[(EN, "# Policy\n\nOne\nthing.\n")]);
    is_current(&project);
    project.save("2020-03-01", "Correct\n\nPolicy-Change: editorial", &[(EN, &text("One thing!"))]);
    is_current(&project);
    // After a change that counts, the day of a text is that of the last one that did.
    project.save("2020-04-01", "Change", &[(EN, &text("Another thing."))]);
    project.save("2020-05-01", "Wrap", &[(EN, "# Policy\n\nAnother\nthing.\n")]);
    is_behind(&project, "2020-01-01", "2020-04-01", "2020-04-01");
}

#[test]
fn a_variable_that_changes_changes_in_the_translation_too() {
    let by = |words: &str| text(&format!("{words} By [[firm]]."));
    let settings = |firm: &str| format!("{SETTINGS}\n[variables]\nfirm = \"{firm}\"\n");
    let project = translated();
    let all = [(EN, by("One thing.")), (DE, by("Eine Sache.")), ("engross.toml", settings("Old"))];
    project.save("2020-02-01", "Firm", &all.each_ref().map(|(path, text)| (*path, text.as_str())));
    project.save("2020-03-01", "Another firm", &[("engross.toml", &settings("New"))]);
    project.save("2020-03-02", "Wrap", &[(EN, &by("One\nthing."))]);
    is_current(&project);
    project.save("2020-04-01", "Change", &[(EN, &by("One\nthing. And another."))]);
    is_behind(&project, "2020-02-01", "2020-04-01", "2020-04-01");
    let lacking = project.built(TODAY).page("de/privacy/compare/original/");
    let inserted: Vec<String> = lacking.select("ins").iter().map(|ins| ins.text().collect()).collect();
    assert!(inserted.concat().contains("And another."), "{inserted:?}");
    assert!(!inserted.concat().contains("New") && lacking.select(".redline del").is_empty(), "{inserted:?}");
}

#[test]
fn a_correction_of_the_translation_alone_counts_unless_it_is_editorial() {
    let project = translated();
    project.save("2020-02-01", "Change", &[(EN, &text("Two things."))]);
    project.save("2020-03-01", "Correct\n\nPolicy-Change: editorial", &[(DE, &text("Eine Sache!"))]);
    is_behind(&project, "2020-01-01", "2020-02-01", "2020-02-01");
    project.save("2020-04-01", "Correct", &[(DE, &text("Die eine Sache."))]);
    is_current(&project);
}

#[test]
fn an_original_that_went_back_has_nothing_to_catch_up_with() {
    let project = translated();
    project.save("2020-02-01", "Change", &[(EN, &text("Two things."))]);
    project.save("2020-03-01", "Change", &[(EN, &text("Three things."))]);
    project.save("2020-04-01", "Go back", &[(EN, &text("One *thing*."))]);
    is_current(&project);
    project.save("2020-05-01", "Change", &[(EN, &text("Four things."))]);
    is_behind(&project, "2020-01-01", "2020-02-01", "2020-05-01");
    project.save("2020-06-01", "Go back", &[(EN, &text("One thing."))]);
    project.on(TODAY, &["import"]);
    project.save("2020-07-01", "Import", &[]);
    is_current(&project);
}

#[test]
fn the_moment_decides_within_a_day() {
    let project = translated();
    project.save("2020-02-01T10:00:00Z", "Change", &[(EN, &text("Two things."))]);
    project.save("2020-02-01T11:00:00Z", "Translate", &[(DE, &text("Zwei Sachen."))]);
    is_current(&project);
    project.save("2020-02-01T12:00:00Z", "Change", &[(EN, &text("Three things."))]);
    is_behind(&project, "2020-02-01", "2020-02-01", "2020-02-01");
}

#[test]
fn a_translation_says_itself_what_it_translates() {
    let project = translated();
    let first = project.ask(&["rev-parse", "HEAD"]);
    let second = project.save("2020-02-01", "Change", &[(EN, &text("Two things."))]);
    project.save("2020-03-01", "Correct", &[(DE, &translating(&first[..7]))]);
    is_behind(&project, "2020-01-01", "2020-02-01", "2020-02-01");
    // It may say that it caught up without a change of its words.
    project.save("2020-03-02", "Correct", &[(DE, &translating(&second))]);
    is_current(&project);
    project.built(TODAY).finds(&[]);
    // What nobody knows is no answer: then its history speaks.
    project.save("2020-03-03", "Correct", &[(DE, &translating("0123456789"))]);
    is_behind(&project, "2020-01-01", "2020-02-01", "2020-02-01");
    let unknown: (&str, &[&str]) = ("warning[translates-unknown]", &[DE, "0123456789", "2016-06-01"]);
    project.built(TODAY).finds(&[unknown, ("note[translation-behind]", &[DE])]);
}

#[test]
fn a_translation_says_of_which_version_it_is() {
    let project = translated();
    project.on("2020-01-02", &["archive", "privacy", "--effective", "2020-01-02"]);
    project.save("2020-02-01", "Change", &[(EN, &text("Two things.")), (DE, &translating("2020-01-02"))]);
    is_behind(&project, "2020-01-01", "2020-02-01", "2020-02-01");
    project.on("2020-02-02", &["archive", "privacy", "--effective", "2020-02-02", "--behind"]);
    project.save("2020-02-02", "Archive", &[]);
    is_behind(&project, "2020-01-01", "2020-02-01", "2020-02-01");
    assert!(notice(&project.built(TODAY)).contains("1. Januar 2020"));
    project.save("2020-03-01", "Correct", &[(DE, &translating("2020-02-02"))]);
    is_current(&project);
    // A correction of the original is no reason to translate again.
    project.save("2020-04-01", "Correct\n\nPolicy-Change: editorial", &[(EN, &text("Two things!"))]);
    project.on("2020-04-02", &["archive", "privacy", "--effective", "2020-04-02", "--minor"]);
    is_current(&project);
}

#[test]
fn a_translation_may_be_ahead_of_the_original() {
    let project = translated();
    project.on("2020-01-01", &["archive", "privacy"]);
    project.save("2020-02-01", "Announce", &[(EN, &text("Two things."))]);
    project.on("2020-02-01", &["archive", "privacy", "--effective", "2021-06-01", "--behind"]);
    project.save("2020-03-01", "Translate", &[(DE, &translating("2021-06-01"))]);
    assert_eq!(standing(&project, DE)["state"], "ahead");
    assert_eq!(standing(&project, DE)["reflects"], "2021-06-01");
}

#[test]
fn records_say_the_same_with_history_and_without() {
    let project = translated();
    project.save("2020-02-01T10:00:00Z", "Change", &[(EN, &text("Two things."))]);
    project.save("2020-02-01T11:00:00Z", "Translate", &[(DE, &text("Zwei Sachen."))]);
    // What comes after the last change of a day is none.
    project.save("2020-02-01T12:00:00Z", "Wrap", &[(EN, "# Policy\n\nTwo\nthings.\n")]);
    project.on(TODAY, &["import"]);
    project.save("2020-02-02", "Import", &[]);
    is_current(&project);
    let record = fs::read_to_string(project.root().join("versions/privacy/2020-02-01/version.toml")).expect("a record");
    assert!(record.contains("instant = 2020-02-01T10:00:00Z"), "{record}");
    project.save("2020-03-01", "Change", &[(EN, &text("Three things."))]);
    project.save("2020-04-01", "Change", &[(EN, &text("Four things."))]);
    project.on(TODAY, &["import"]);
    project.save("2020-04-02", "Import", &[]);
    is_behind(&project, "2020-02-01", "2020-03-01", "2020-04-01");
    let with = project.built(TODAY);
    with.finds(&[("note[translation-behind]", &[DE, "2020-04-01", "2020-03-01"])]);
    fs::rename(project.root().join(".git"), project.outside().join("history")).expect("a repository");
    is_behind(&project, "2020-02-01", "2020-03-01", "2020-04-01");
    let without = project.built(TODAY);
    without.tree.is(&with.tree, "the site without its history and with it");
    assert!(notice(&without).contains("1. April 2020"));
    assert!(without.page("de/privacy/compare/original/").select("ins, del").len() > 1);
}

#[test]
fn records_that_know_no_dates_compare_by_their_versions() {
    let project = Project::new(&[]);
    project.write("engross.toml", SETTINGS);
    let both = [("en", "One."), ("de", "Eins.")];
    let archive = |day: &str, texts: &[(&str, &str)], more: &[&str]| {
        for (locale, words) in texts {
            project.write(&format!("content/privacy/{locale}.md"), text(words));
        }
        project.on(day, &[&["archive", "privacy", "--uncommitted", "--effective", day], more].concat());
    };
    archive("2020-01-01", &both, &[]);
    is_current(&project);
    archive("2020-02-01", &[("en", "One!")], &["--minor"]);
    project.built(TODAY).finds(&[]);
    let with_minor: Tree = project.built(TODAY).tree;
    assert!(with_minor.holding("compare/original").is_empty());
}

#[test]
fn languages_that_a_document_lacks_are_listed() {
    let project = translated();
    project.append("engross.toml", "[locales]\npublish = [\"en\", \"en-GB\", \"de\", \"de-AT\", \"fr\"]\n");
    project.save("2020-02-01", "Add", &[("content/cookies/en.md", &text("None."))]);
    let run = project.run(&["status", "--format", "json"]);
    let missing = run.json()["missing"].clone();
    let pairs: Vec<(&str, &str)> = missing
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| (row["document"].as_str().unwrap_or_default(), row["locale"].as_str().unwrap_or_default()))
        .collect();
    // `en-GB` and `de-AT` have the text of their parent.
    assert_eq!(pairs, [("cookies", "de"), ("cookies", "de-AT"), ("cookies", "fr"), ("privacy", "fr")]);
}
