//! What comes into the archive from history, by `engross import`; and what nobody sees before it is
//! there.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{Built, Versioned, built_at, next, now, old, run_at, text, text_from};
use crate::project::{Project, SETTINGS, Tree};

const EN: &str = "content/privacy/en.md";
const DE: &str = "content/privacy/de.md";
const AS_OF: &str = "2030-06-15";
const EDITORIAL: &str = "Correct a word\n\nPolicy-Change: editorial";
const FIRST: &str = "2016-06-01";
const LATER: &str = "2018-05-25";

fn settings(more: &str) -> String {
    format!("{SETTINGS}{more}")
}

#[track_caller]
fn is_nowhere(built: &Built, words: &str) {
    assert!(built.tree.holding(words).is_empty(), "{words} is in {:?}", built.tree.holding(words));
}

/// A document with an archived version.
fn first() -> Project {
    let project = Project::new(&[]);
    project.archives("privacy", FIRST, &[("en", "First.")], &[]);
    project
}

/// A document with a history of all kinds, and a second one.
fn history() -> Project {
    let project = Project::new(&[]);
    let long =
        |words: &str| text(&format!("{words} We keep your data safe, and never sell it to anyone.\n\n- One\n- Two"));
    let german = |words: &str| text(&format!("{words}\n\n- Eins\n- Zwei"));
    project.save(
        "2020-01-01",
        "Add",
        &[("content/old/en.md", &long("First.")), ("content/terms/en.md", &text("Terms."))],
    );
    project.save("2020-01-01T13:00:00Z", "Change", &[("content/old/en.md", &long("First one."))]);
    project.ask(&["mv", "content/old", "content/privacy"]);
    project.save("2020-02-01", "Rename", &[(DE, &german("Erste."))]);
    project.save("2020-03-01", "Change", &[(EN, &long("Second."))]);
    project.save("2020-04-01", EDITORIAL, &[(EN, &long("Second one."))]);
    project.save("2020-05-01", "Change", &[(DE, &german("Zweite.")), ("content/terms/en.md", &text("New terms."))]);
    project.save("2020-06-01", "Form", &[(EN, &long("Second one.").replace("- ", "* "))]);
    project
}

#[track_caller]
fn import(project: &Project, args: &[&str]) -> Value {
    project.on(AS_OF, &[&["import", "--format", "json"], args].concat()).json()
}

/// The site in a folder without a repository.
fn without_git(project: &Project) -> std::path::PathBuf {
    let to = project.outside().join("copy");
    for (path, bytes) in Tree::of(project.root()).0 {
        if path.starts_with(".git") || path.starts_with("public") {
            continue;
        }
        match bytes {
            None => fs::create_dir_all(to.join(path)).expect("a folder"),
            Some(bytes) => fs::write(to.join(path), bytes).expect("a file"),
        }
    }
    to
}

#[test]
fn import_gives_what_versions_from_git_are() {
    let project = history();
    project.write("engross.toml", settings("[versions]\nfrom = \"git\"\n"));
    let from_git = project.built(AS_OF);
    project.write("engross.toml", SETTINGS);
    let told = import(&project, &[]);
    let written = json!([{ "document": "privacy", "versions": 5 }, { "document": "terms", "versions": 2 }]);
    assert_eq!([&told["written"], &told["already_there"], &told["findings"]], [&written, &json!(0), &json!([])]);
    project.on(AS_OF, &["build", "--strict"]);
    let imported = project.built(AS_OF);
    for folder in ["en/privacy/", "de/privacy/", "en/terms/", "de/terms/"] {
        let mut versions = from_git.versions(folder);
        for version in &mut versions {
            version["archived"] = true.into();
        }
        assert_eq!(imported.versions(folder), versions, "{folder}");
        assert_eq!(imported.page(folder).article(), from_git.page(folder).article(), "{folder}");
    }
    assert_eq!(imported.archived(), from_git.archived());
    assert_eq!(imported.ids("en/privacy/"), ["2020-01-01", "2020-03-01", "2020-04-01"]);
    assert_eq!(imported.ids("de/privacy/"), ["2020-01-01", "2020-02-01", "2020-05-01"]);
    project.run(&["verify"]).ends(0).says(&["All 7 versions are as they were written."]);
}

#[test]
fn what_was_imported_is_not_imported_again() {
    let project = history();
    import(&project, &[]);
    let before = Tree::of(&project.root().join("versions"));
    let told = import(&project, &[]);
    assert_eq!([&told["written"], &told["already_there"]], [&json!([]), &json!(7)]);
    project.on(AS_OF, &["import"]).says(&["No version was imported; 7 were there already."]);
    Tree::of(&project.root().join("versions")).is(&before, "after a second import");
    // What is not committed is no version; what was committed since is.
    project.write(EN, text("Third."));
    assert_eq!(import(&project, &[])["written"], json!([]));
    project.save("2020-07-01", "Change", &[]);
    assert_eq!(import(&project, &[])["written"], json!([{ "document": "privacy", "versions": 1 }]));
    let built = project.built(AS_OF);
    built.finds(&[("note[translation-behind]", &["`content/privacy/de.md`", "2020-07-01"])]);
    assert_eq!(built.ids("en/privacy/"), ["2020-01-01", "2020-03-01", "2020-04-01", "2020-07-01"]);
    let after = Tree::of(&project.root().join("versions"));
    let kept = before.0.iter().filter(|(path, _)| !path.ends_with("SHA256SUMS"));
    assert!(kept.into_iter().all(|(path, bytes)| after.0.get(path) == Some(bytes)), "nothing was changed");
}

#[test]
fn documents_may_be_named() {
    let project = history();
    let written = json!([{ "document": "terms", "versions": 2 }]);
    assert_eq!(import(&project, &["terms"])["written"], written);
    assert!(!project.root().join("versions/privacy").exists());
    let run = project.run(&["import", "privacy", "term", "--as-of", AS_OF]).ends(1);
    run.says(&["error[no-documents]", "there is no document \"term\"", "did you mean \"terms\"?"]);
    assert!(!project.root().join("versions/privacy").exists(), "all or nothing");
}

#[test]
fn older_revisions_may_be_left_where_they_are() {
    let project = history();
    // What applied on that day is among them, in every language.
    let written = json!([{ "document": "privacy", "versions": 4 }, { "document": "terms", "versions": 2 }]);
    assert_eq!(import(&project, &["--since", "2020-03-01"])["written"], written);
    let built = project.built(AS_OF);
    let steps = [old("2020-03-01", "2020-03-31", "Second."), now("2020-04-01", "Second one.")];
    built.finds(&[]).tells("en/privacy/", &steps);
    // The rest can be had later.
    let written = json!([{ "document": "privacy", "versions": 1 }]);
    assert_eq!(import(&project, &[])["written"], written);
}

#[test]
fn afterwards_no_repository_is_needed() {
    let project = history();
    import(&project, &[]);
    project.save("2020-07-01", "Import", &[]);
    for day in ["2020-03-15", AS_OF] {
        let whole = project.built(day);
        let copy = without_git(&project);
        let built = built_at(&project, &copy, day);
        run_at(&project, &copy, &["build", "--strict", "--as-of", day]).ends(0);
        let behind: &[(&str, &[&str])] =
            &[("note[translation-behind]", &["version 2020-02-01 of `content/privacy/de.md`", "2020-03-01"])];
        built.finds(if day == AS_OF { &[] } else { behind }).tree.is(&whole.tree, "without .git");
    }
    let built = project.built(AS_OF);
    assert_eq!(built.page("en/privacy/").dates(), ["Applies from April 1, 2020", "Updated March 1, 2020"]);
    assert_eq!(built.page("de/privacy/").dates(), ["Aktualisiert am 1. Mai 2020"]);
}

#[test]
fn what_is_new_is_archived_on_top() {
    let project = history();
    import(&project, &[]);
    project.on(AS_OF, &["archive", "privacy"]).says(&["says the same as its newest version, 2020-05-01"]);
    project.save("2020-07-01", "Change", &[(EN, &text("Third.")), (DE, &text("Dritte."))]);
    project.on("2020-07-02", &["archive", "privacy", "--note", "It is new."]);
    project.save("2020-07-02", "Archive", &[]);
    project.save("2020-08-01", "Change", &[(EN, &text("Fourth.")), (DE, &text("Vierte."))]);
    project.on("2020-08-02", &["archive", "privacy", "--effective", "2020-09-01"]);
    let built = project.built("2020-08-02");
    let steps = [
        old("2020-01-01", "2020-01-31", "First one."),
        old("2020-02-01", "2020-04-30", "Erste."),
        old("2020-05-01", "2020-06-30", "Zweite."),
        now("2020-07-01", "Dritte."),
        next("2020-09-01", "Vierte."),
    ];
    built.finds(&[]).tells("de/privacy/", &steps);
    assert_eq!(import(&project, &["privacy"])["written"], json!([]), "the rest is archived already");
    project.run(&["verify"]).ends(0);
}

/// Of what was archived by hand since, nothing is touched, and nothing stands beside it.
fn by_hand(effective: &str) -> (Value, Vec<String>) {
    let project = Project::new(&[]);
    project.save("2020-01-01", "Add", &[(EN, &text("First."))]);
    project.save("2020-02-01", "Change", &[(EN, &text("Second."))]);
    project.on("2020-02-02", &["archive", "privacy", "--effective", effective, "--note", "By hand."]);
    project.save("2020-02-02", "Archive", &[]);
    project.save("2020-03-01", "Change", &[(EN, &text("Third."))]);
    let record = project.root().join("versions/privacy").join(effective);
    let before = Tree::of(&record);
    let told = import(&project, &[])["written"].clone();
    Tree::of(&record).is(&before, "what was archived by hand");
    (told, project.built("2020-03-15").ids("en/privacy/"))
}

#[test]
fn what_was_archived_by_hand_stays_as_it_is() {
    let written = json!([{ "document": "privacy", "versions": 1 }]);
    assert_eq!(by_hand("2020-02-01"), (written, ["2020-01-01", "2020-02-01", ""].map(str::to_owned).to_vec()));
}

#[test]
fn what_was_archived_before_it_applied_is_not_imported_as_of_an_earlier_day() {
    let written = json!([{ "document": "privacy", "versions": 1 }]);
    assert_eq!(by_hand("2020-02-15"), (written, ["2020-01-01", "2020-02-15", ""].map(str::to_owned).to_vec()));
}

#[test]
fn variables_are_frozen_with_the_values_of_that_time() {
    let variables = |company: &str| settings(&format!("[variables]\ncompany = \"{company}\"\n"));
    let project = Project::new(&[("engross.toml", &variables("Old"))]);
    project.save("2020-01-01", "Add", &[(EN, &text("First of [[company]]"))]);
    project.save("2020-02-01", "Rename", &[("engross.toml", &variables("New"))]);
    project.save("2020-03-01", "Change", &[(EN, &text("Second of [[company]]"))]);
    import(&project, &[]);
    let frozen = |id: &str| {
        let path = Path::new("versions/privacy").join(id).join("en.md");
        fs::read_to_string(project.root().join(path)).expect("a text")
    };
    assert_eq!([frozen("2020-01-01"), frozen("2020-03-01")], ["First of Old", "Second of New"].map(text));
    project.save("2020-04-01", "Rename", &[("engross.toml", &variables("Newest"))]);
    let steps = [
        old("2020-01-01", "2020-02-29", "First of Old"),
        old("2020-03-01", "2020-03-31", "Second of New"),
        now("", "Second of Newest"),
    ];
    project.built(AS_OF).finds(&[]).tells("en/privacy/", &steps);
}

#[test]
fn with_publish_archived_working_texts_are_not_public() {
    let settings = settings("[versions]\npublish = \"archived\"\n");
    let seal = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let draft = text("Draft. ![Seal](../seal.svg)");
    let project =
        Project::new(&[("engross.toml", &settings), ("content/privacy/en.md", &draft), ("content/seal.svg", seal)]);
    let built = project.built(FIRST);
    built.finds(&[("warning[version-unarchived]", &["nothing is published of privacy", "engross archive NAME"])]);
    is_nowhere(&built, "Draft.");
    assert!(!built.has("en/privacy/") && !built.tree.0.keys().any(|path| path.ends_with("seal.svg")));
    assert!(built.indexed("privacy", "en").is_null());
    // A day that is stated changes nothing, be it past or to come.
    for day in ["2016-01-01", LATER] {
        project.write("content/privacy/en.md", text_from(day, "Draft."));
        is_nowhere(&project.built(FIRST), "Draft.");
    }
    project.archives("privacy", FIRST, &[("en", "First.")], &[]);
    for draft in [
        text("Draft."),
        text_from("2016-01-01", "Draft."),
        text_from("2017-01-01", "Draft."),
        text_from(LATER, "Draft."),
    ] {
        project.write("content/privacy/en.md", &draft);
        let built = project.built("2018-01-01");
        built.tells("en/privacy/", &[now(FIRST, "First.")]);
        is_nowhere(&built, "Draft.");
        assert_eq!(built.indexed("privacy", "en")["version"], FIRST);
    }
    project.write("content/privacy/fr.md", text("Brouillon."));
    is_nowhere(&project.built("2018-01-01"), "Brouillon.");
    project.run(&["check", "--release", "--as-of", "2018-01-01"]).ends(1).says(&["engross archive privacy"]);
}

/// Not even the name of what is not published.
#[test]
fn with_publish_archived_nothing_is_named_before_it_is_archived() {
    let settings = settings("[versions]\npublish = \"archived\"\n");
    let project = Project::new(&[("engross.toml", &settings), ("content/takeover-of-example/en.md", &text("Draft."))]);
    project.archives("privacy", FIRST, &[("en", "First.")], &[]);
    project.write("content/privacy/fr.md", text("Brouillon."));
    let built = project.built("2018-01-01");
    is_nowhere(&built, "takeover");
    assert!(!built.has("fr/"), "a language of drafts alone");
}

#[test]
fn a_text_that_was_changed_after_an_upcoming_version_was_archived_is_a_draft() {
    let project = first();
    project.archives("privacy", LATER, &[("en", "Second.")], &[]);
    project.write("content/privacy/en.md", text("Draft."));
    let built = project.built("2018-05-24");
    let said = [
        "content/privacy/en.md",
        "privacy@2018-05-25",
        "readers do not see",
        "engross archive privacy --effective 2018-05-25",
    ];
    let steps = [now(FIRST, "First."), next(LATER, "Second.")];
    built.finds(&[("warning[effective-order]", &said)]).tells("en/privacy/", &steps);
    is_nowhere(&built, "Draft.");
    project.run(&["build", "--strict", "--as-of", "2018-05-24"]).ends(1);
    // The cure of the message cures: a second version of that day.
    project.on("2018-05-24", &["archive", "privacy", "--uncommitted", "--effective", LATER]);
    let cured = [steps[0], steps[1], next("2018-05-25-2", "Draft.")];
    project.built("2018-05-24").finds(&[]).tells("en/privacy/", &cured);
    // So does a later day.
    project.write("content/privacy/en.md", text_from("2019-01-01", "Third."));
    let third = next("2019-01-01", "Third.");
    project.built("2018-05-24").finds(&[]).tells("en/privacy/", &[cured[0], cured[1], cured[2], third]);
}

#[test]
fn a_text_that_states_a_day_of_the_past_is_told() {
    let project = first();
    for day in ["2016-05-31", FIRST] {
        project.write("content/privacy/en.md", text_from(day, "Second."));
        let built = project.built(LATER);
        built.finds(&[(
            "warning[effective-order]",
            &["content/privacy/en.md", day, "privacy@2016-06-01", "`effective`"],
        )]);
        // It is what stands there, and it began no earlier than the version before it.
        let steps = [old(FIRST, FIRST, "First."), now("", "Second.")];
        built.tells("en/privacy/", &steps);
        assert_eq!(built.versions("en/privacy/")[1]["effective"], FIRST);
    }
    // What was archived may go on stating its day.
    project.on(LATER, &["archive", "privacy", "--uncommitted"]);
    let built = project.built(LATER);
    let steps = [old(FIRST, FIRST, "First."), now("2016-06-01-2", "Second.")];
    built.finds(&[]).tells("en/privacy/", &steps);
}

#[test]
fn a_text_that_states_a_day_before_that_of_an_upcoming_version_is_told_once() {
    let project = first();
    project.archives("privacy", LATER, &[("en", "Second.")], &[]);
    project.write(EN, text_from("2017-01-01", "Third."));
    let built = project.built("2016-12-01");
    built.finds(&[("warning[effective-order]", &[EN, "2017-01-01", "privacy@2018-05-25"])]);
    assert!(built.findings.iter().all(|(_, said)| !said.contains("which does already")), "{:?}", built.findings);
}

/// The date of the commit is that of another text.
#[test]
fn a_text_that_is_not_committed_is_archived_as_of_no_day_that_is_guessed() {
    let project = Project::new(&[]);
    project.save("2020-01-01", "Add\n\nPolicy-Effective: 2020-02-02", &[(EN, &text("First."))]);
    project.write(EN, text("Second."));
    let run = project.run(&["archive", "privacy", "--uncommitted", "--as-of", AS_OF]).ends(1);
    run.says(&["error[date-unknown]", "--effective"]);
    assert!(!project.root().join("versions/privacy").exists());
}

#[test]
fn settings_for_a_document_that_does_not_exist_are_told() {
    let project = Project::new(&[("engross.toml", &settings("[documents.privaci]\nnotice_days = 30\n"))]);
    project.archives("privacy", FIRST, &[("en", "First.")], &[]);
    let said = ["`documents.privaci`", "does not exist", "engross.toml", "did you mean \"privacy\"?"];
    project.built("2018-01-01").finds(&[("warning[setting-unknown]", &said)]);
}
