//! Every state of a text, and why it holds.

use super::{DE, EN, ENGLISH, GERMAN, NOTICE, Shown, archived};
use crate::project::Project;

/// The states of a text, as its page names them.
fn states(project: &Project, today: &str, text: &str) -> Vec<String> {
    Shown::of(project, today).page(&format!("en/text/{text}/")).all(".states .mark")
}

#[test]
fn what_is_as_it_was_archived_is_published() {
    let project = archived();
    let shown = Shown::of(&project, "2020-06-01");
    let page = shown.page("en/text/de/privacy/");
    assert_eq!(page.all(".states .mark"), ["Published"]);
    page.says(&[
        "Readers see this text as it is. It is archived as the version of January 1, 2020.",
        "The translation has caught up with the original (English).",
        "Updated on January 1, 2020: so says the record of the version of January 1, 2020, which has the same text.",
        "content/privacy/de.md",
        "No findings",
    ]);
    shown.page("de/text/de/privacy/").says(&[
        "Leser sehen diesen Text, wie er ist. Er ist als Fassung vom 1. Januar 2020 archiviert.",
        "Die Übersetzung ist auf dem Stand des Originals (English).",
    ]);
}

#[test]
fn a_change_is_not_committed_then_not_archived_and_the_translation_is_behind() {
    let project = archived();
    project.write(EN, ENGLISH.replace("30 days", "40 days"));
    assert_eq!(states(&project, "2020-06-01", "en/privacy"), ["Not committed", "Changed"]);
    let shown = Shown::of(&project, "2020-06-01");
    shown.page("en/text/en/privacy/").says(&[
        "The file has changes that are not committed. Its date (January 1, 2020) is that of the committed text.",
        "It says something else than the newest archived version, of January 1, 2020.",
        "Readers are shown the changed text as soon as the site is published.",
    ]);
    project.git("2020-05-01T12:00:00Z", &["add", "content"]);
    Shown::of(&project, "2020-06-01").page("en/text/en/privacy/").says(&["staged but not committed"]);
    project.commit("2020-05-01T12:00:00Z");
    assert_eq!(states(&project, "2020-06-01", "en/privacy"), ["Changed"]);
    assert_eq!(states(&project, "2020-06-01", "de/privacy"), ["Behind"]);
    let shown = Shown::of(&project, "2020-06-01");
    shown.page("de/text/de/privacy/").says(&[
        "Veraltet Das Original (English) wurde am 1. Mai 2020 geändert, nach dieser Übersetzung.",
        "Die Übersetzung gibt das Original mit Stand vom 1. Januar 2020 wieder.",
    ]);
    let lacking = shown.page("en/lacking/de/privacy/");
    assert_eq!(
        [lacking.all(".redline del"), lacking.all(".redline ins")],
        [["deleted: 30 end of change"], ["inserted: 40 end of change"]]
    );
}

#[test]
fn a_new_file_has_no_date_yet() {
    let project = archived();
    project.write("content/privacy/ja.md", "# プライバシー\n\n本文です。\n");
    assert_eq!(states(&project, "2020-06-01", "ja/privacy"), ["Not committed", "Changed"]);
    Shown::of(&project, "2020-06-01").page("en/text/ja/privacy/").says(&[
        "The file is not committed yet: its first commit gives it a date.",
        "No archived version has a text in 日本語 yet.",
        "There is no date: the file is not committed yet.",
    ]);
    let bare = Project::new(&[(EN, ENGLISH)]);
    assert_eq!(states(&bare, "2020-06-01", "en/privacy"), ["Not committed"]);
    Shown::of(&bare, "2020-06-01").page("en/text/en/privacy/").says(&["The site is in no git repository"]);
}

#[test]
fn variables_whose_values_are_not_committed() {
    let project = Project::new(&[]);
    let settings = |value: &str| format!("{NOTICE}[variables]\ncompany = \"{value}\"\n");
    project.on("2020-01-01", &[("engross.toml", &settings("One")), (EN, "# Privacy\n\nOf [[company]].\n")]);
    project.write("engross.toml", settings("Two"));
    let shown = Shown::of(&project, "2020-06-01");
    shown.page("en/text/en/privacy/").says(&["variables whose values in engross.toml are not committed"]);
    let since = shown.page("en/commit/en/privacy/");
    assert_eq!(
        [since.all(".redline del"), since.all(".redline ins")],
        [["deleted: One end of change"], ["inserted: Two end of change"]]
    );
}

#[test]
fn a_translation_is_missing_or_inherited() {
    let project = archived();
    project.on("2020-02-01", &[("content/terms/en-GB.md", "# Terms\n\nTerms of use in the UK.\n")]);
    assert_eq!(states(&project, "2020-06-01", "ja/privacy"), ["Missing"]);
    assert_eq!(states(&project, "2020-06-01", "en-GB/privacy"), ["Inherited"]);
    let shown = Shown::of(&project, "2020-06-01");
    shown.page("en/text/ja/privacy/").says(&[
        "There is no text in 日本語. Readers are shown the original, with a notice.",
        "content/privacy/ja.md (not there yet)",
    ]);
    shown.page("de/text/en-GB/privacy/").says(&["Übernommen Leser sehen den Text in der Sprache English."]);
    let missing = shown.page("en/state/missing/");
    missing.says(&["2 texts", "Privacy", "日本語", "Terms", "Deutsch"]);
    assert_eq!(missing.all("tbody tr").len(), 2);
}

#[test]
fn what_applies_from_a_later_day_is_upcoming() {
    let project = archived();
    let later = ENGLISH.replace("30 days", "60 days");
    project.on("2020-05-01", &[(EN, &format!("---\neffective: 2020-09-01\n---\n{later}"))]);
    let shown = Shown::of(&project, "2020-06-01");
    let page = shown.page("en/text/en/privacy/");
    assert_eq!(page.all(".states .mark"), ["Changed", "Upcoming"]);
    page.says(&["It applies from September 1, 2020; until then readers see the version in force, and a notice."]);
    assert_eq!(shown.page("en/text/de/privacy/").all(".states .mark"), ["Behind", "Upcoming"]);
    shown.page("en/").says(&["What lies ahead", "September 1, 2020: Privacy"]);
    let since = shown.page("en/in-force/en/privacy/");
    assert_eq!(since.all(".redline ins"), ["inserted: 60 end of change"]);
    assert_eq!(shown.page("en/lacking/de/privacy/").all(".redline ins"), ["inserted: 60 end of change"]);
    // On its day it is what applies; archived, there is nothing to do.
    project.freezes("2020-06-01", &["privacy", "--behind"]);
    let shown = Shown::of(&project, "2020-06-02");
    let page = shown.page("en/text/en/privacy/");
    assert_eq!(page.all(".states .mark"), ["Upcoming"]);
    page.says(&["The version of September 1, 2020 is archived, and takes over on that day by itself."]);
    shown.page("en/newest/en/privacy/").says(&["Your text compared with the version of September 1, 2020"]);
    let page = Shown::of(&project, "2020-09-01").page("en/text/en/privacy/");
    assert_eq!(page.all(".states .mark"), ["Published"]);
}

#[test]
fn a_withdrawn_document_does_not_apply_any_more() {
    let project = archived();
    project.freezes("2020-03-01", &["privacy", "--withdraw", "--effective", "2020-04-01"]);
    assert_eq!(states(&project, "2020-03-15", "en/privacy"), ["Upcoming"]);
    Shown::of(&project, "2020-03-15").page("en/text/en/privacy/").says(&["From April 1, 2020 the document does not"]);
    assert_eq!(states(&project, "2020-04-01", "en/privacy"), ["Withdrawn"]);
}

#[test]
fn texts_that_are_published_when_they_are_archived_are_hidden() {
    let project = archived();
    project.append("engross.toml", "publish = \"archived\"\n");
    project.on("2020-05-01", &[(EN, &ENGLISH.replace("30", "40"))]);
    let page = Shown::of(&project, "2020-06-01").page("en/text/en/privacy/");
    assert_eq!(page.all(".states .mark"), ["Changed"]);
    page.says(&["Readers do not see it before it is archived; the preview shows it to you."]);
}

#[test]
fn commits_that_do_not_move_the_date_are_told_with_their_reason() {
    let project = Project::new(&[]);
    project.on("2020-01-01", &[(EN, ENGLISH), (DE, GERMAN)]);
    project.on(
        "2020-02-01",
        &[(EN, &ENGLISH.replace("\n\n- by letter", "\n\n\n* by letter").replace("- by mail", "* by mail"))],
    );
    project.on("2020-03-01", &[(EN, &ENGLISH.replace("at any time", "*at any time*"))]);
    let shown = Shown::of(&project, "2020-06-01");
    let page = shown.page("en/text/en/privacy/");
    page.says(&[
        "Updated on January 1, 2020: on that day a commit changed what the text says.",
        "2 later commits touched the file and did not move the date:",
    ]);
    let commits = page.all(".commits li");
    assert!(commits[0].starts_with("March 1, 2020: Change") && commits[0].ends_with("It changed formatting only."));
    assert!(
        commits[1].starts_with("February 1, 2020: Change") && commits[1].ends_with("nothing that readers can see.")
    );
    shown
        .page("de/text/en/privacy/")
        .says(&["2 spätere Commits betrafen die Datei", "Er hat nur die Formatierung geändert."]);
}
