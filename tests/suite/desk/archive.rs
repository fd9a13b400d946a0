//! The command that archives a document: it is taken as it stands.

use super::{DE, EN, ENGLISH, GERMAN, NOTICE, Page, Shown, archived};
use crate::project::Project;

/// The commands on the page of a document.
fn commands(page: &Page) -> Vec<String> {
    page.all(".command code")
}

/// Types every command of the steps, one after the other.
#[track_caller]
fn types_all(project: &Project, today: &str, document: &str) -> String {
    let page = Shown::of(project, today).page(&format!("en/document/{document}/"));
    let steps = page.all(".steps .command code");
    assert!(!steps.is_empty(), "{}", page.main());
    let said: Vec<String> = steps.iter().map(|step| project.types(step, today).ends(0).stderr).collect();
    said.join("\n")
}

#[test]
fn with_nothing_to_archive_there_is_no_command() {
    let project = archived();
    let shown = Shown::of(&project, "2020-06-01");
    let page = shown.page("en/document/privacy/");
    page.says(&["The texts say what the version of January 1, 2020 says. There is nothing to archive."]);
    assert_eq!(commands(&page), [""; 0]);
    shown.page("de/document/privacy/").says(&["Es ist nichts zu archivieren."]);
}

#[test]
fn the_first_day_is_the_one_that_notice_allows() {
    let project = archived();
    project.on("2020-05-01", &[(EN, &ENGLISH.replace("30", "40")), (DE, &GERMAN.replace("30", "40"))]);
    let page = Shown::of(&project, "2020-06-01").page("en/document/privacy/");
    page.says(&[
        "The text differs from the newest archived version, of January 1, 2020.",
        "This freezes the text in all 2 languages as the version of July 1, 2020",
        "That is the first day that 30 days of notice, counted from today, allow.",
    ]);
    let root = project.root().display().to_string();
    assert_eq!(
        commands(&page),
        [
            format!("engross archive privacy --effective 2020-07-01 --note \"what changed\" --root {root}"),
            format!(
                "engross archive privacy --minor --effective 2020-06-01 --note \"what was corrected\" --root {root}"
            ),
        ]
    );
    let said = types_all(&project, "2020-06-01", "privacy");
    assert!(said.contains("Archived privacy@2020-07-01"), "{said}");
    let coming = Shown::of(&project, "2020-06-02").page("en/document/privacy/");
    coming.says(&["The texts are archived as the version of July 1, 2020, which takes over on that day by itself."]);
}

#[test]
fn a_correction_needs_no_notice() {
    let project = archived();
    project.on("2020-05-01", &[(EN, &ENGLISH.replace("data", "Data"))]);
    project.on("2020-05-01", &[(DE, &GERMAN.replace("Daten", "Angaben"))]);
    let page = Shown::of(&project, "2020-06-01").page("de/document/privacy/");
    let minor = commands(&page).into_iter().find(|command| command.contains("--minor")).expect("a correction");
    assert!(minor.contains("Was berichtigt wurde"), "{minor}");
    project.types(&minor, "2020-06-01").ends(0).says(&["Archived privacy@2020-06-01"]);
}

#[test]
fn what_is_not_committed_is_committed_first_and_what_is_behind_is_said() {
    let project = archived();
    project.write(EN, ENGLISH.replace("30", "40"));
    let said = types_all(&project, "2020-06-01", "privacy");
    assert!(said.contains("Archived privacy@2020-07-01"), "{said}");
}

#[test]
fn translations_that_are_behind_are_named() {
    let project = archived();
    project.on("2020-05-01", &[(EN, &ENGLISH.replace("30", "40"))]);
    let page = Shown::of(&project, "2020-06-01").page("en/document/privacy/");
    page.says(&["One translation is behind,", "Deutsch"]);
    assert!(page.links().contains(&"/-/en/lacking/de/privacy/".to_owned()));
    let said = types_all(&project, "2020-06-01", "privacy");
    assert!(said.contains("Archived privacy@2020-07-01"), "{said}");
}

#[test]
fn the_day_that_the_text_states_is_taken_if_it_can_be() {
    let project = archived();
    let with = |day: &str| format!("---\neffective: {day}\n---\n{}", ENGLISH.replace("30", "40"));
    project.on("2020-05-01", &[(EN, &with("2020-08-15")), (DE, &GERMAN.replace("30", "40"))]);
    let page = Shown::of(&project, "2020-06-01").page("en/document/privacy/");
    page.says(&["as the version of August 15, 2020", "That is the day that the text states."]);
    let page = Shown::of(&project, "2020-08-01").page("en/document/privacy/");
    page.says(&[
        "as the version of August 31, 2020",
        "The text states August 15, 2020, but 30 days of notice are wanted",
    ]);
    assert!(types_all(&project, "2020-08-01", "privacy").contains("Archived privacy@2020-08-31"));
}

#[test]
fn the_first_version_and_names_that_a_shell_would_read() {
    for name in ["My terms", "a 'b' $c", "x`y"] {
        let project = Project::new(&[("engross.toml", NOTICE)]);
        project.on("2020-01-01", &[(&format!("content/{name}/en.md"), ENGLISH)]);
        let address = name.replace(' ', "%20");
        let page = Shown::of(&project, "2020-06-01").page(&format!("en/document/{name}/"));
        page.says(&["No version of this document is archived yet.", "That is the day on which the text was updated."]);
        assert!(page.links().iter().any(|link| link.contains("/-/en/text/en/")), "{address}");
        assert!(types_all(&project, "2020-06-01", name).contains("@2020-01-01"), "{name}");
    }
}

#[test]
fn a_document_without_texts_is_withdrawn() {
    let project = archived();
    std::fs::remove_dir_all(project.root().join("content/privacy")).expect("to be removed");
    project.commit("2020-05-01T12:00:00Z");
    let page = Shown::of(&project, "2020-06-01").page("en/document/privacy/");
    page.says(&["The document has versions but no text any more.", "withdraws the document from July 1, 2020 on"]);
    assert!(types_all(&project, "2020-06-01", "privacy").contains("Withdrew privacy from 2020-07-01"));
    Shown::of(&project, "2020-06-02").page("en/document/privacy/").says(&["from July 1, 2020 it does not apply"]);
}

#[test]
fn versions_from_git_need_no_command() {
    let project = Project::new(&[]);
    project.append("engross.toml", "[versions]\nfrom = \"git\"\n");
    project.on("2020-01-01", &[(EN, ENGLISH)]);
    let shown = Shown::of(&project, "2020-06-01");
    let page = shown.page("en/document/privacy/");
    assert_eq!(commands(&page), [""; 0]);
    page.says(&["Versions come from git here"]);
    assert_eq!(shown.page("en/text/en/privacy/").all(".states .mark"), ["Published"]);
}
