//! Variables: a new value changes the texts that use it, and no others.

use super::sites::{Look, Repository, text};
use crate::project::{Project, SETTINGS};

const USES: &str = "content/uses/en.md";
const GERMAN: &str = "content/uses/de.md";
const OTHER: &str = "content/other/en.md";
const PLAIN: &str = "content/plain/en.md";

fn settings(company: &str, more: &str) -> String {
    format!("{SETTINGS}[variables]\ncompany = \"{company}\"\ncity = \"Paris\"\n{more}")
}

/// Texts with a variable, in two languages; one with another variable; one with none.
fn site() -> Project {
    let project = Project::new(&[]);
    project.save(
        "2020-01-01",
        &[
            ("engross.toml", &settings("Example", "")),
            (USES, &text("By [[company]].")),
            (GERMAN, &text("Von [[company]].")),
            (OTHER, &text("In [[city]].")),
            (PLAIN, &text("By Example.")),
        ],
    );
    project
}

fn set(project: &Project, at: &str, settings: &str) -> String {
    project.save(at, &[("engross.toml", settings)])
}

const FIRST: (&str, &str) = ("2020-01-01", "2020-01-01");

/// The days of `uses`, of its German text, of `other` and of `plain`; all were touched at first.
#[track_caller]
fn updated(project: &Project, days: [&str; 4]) {
    let rows = [USES, GERMAN, OTHER, PLAIN].into_iter().zip(days).map(|(path, day)| (path, day, FIRST.1));
    Look::at(project).status().dates(&rows.collect::<Vec<_>>()).finds(&[]);
}

#[test]
fn a_new_value_updates_the_texts_that_use_it() {
    let project = site();
    let id = set(&project, "2020-02-01", &settings("Sample", ""));
    updated(&project, ["2020-02-01", "2020-02-01", FIRST.0, FIRST.0]);
    let told = Look::at(&project).status();
    assert_eq!((told.commit(USES), told.passed(USES).len()), (id.as_str(), 0));
    Look::at(&project).builds_strictly(&[("uses", &["2020-02-01"]), ("plain", &["2020-01-01"])]);
    // What has nothing to do with values has nothing to do with texts.
    set(&project, "2020-03-01", &(settings("Sample", "") + "# A comment\nunused = \"x\"\n"));
    updated(&project, ["2020-02-01", "2020-02-01", FIRST.0, FIRST.0]);
}

#[test]
fn a_value_of_one_language_updates_texts_in_that_language() {
    let project = site();
    set(&project, "2020-02-01", &settings("Example", "[variables.de]\ncompany = \"Beispiel\"\n"));
    updated(&project, [FIRST.0, "2020-02-01", FIRST.0, FIRST.0]);
    // The general value is not the one that the German text shows.
    set(&project, "2020-03-01", &settings("Sample", "[variables.de]\ncompany = \"Beispiel\"\n"));
    updated(&project, ["2020-03-01", "2020-02-01", FIRST.0, FIRST.0]);
}

#[test]
fn a_value_that_came_and_went_updates_to_the_day_it_went() {
    let project = site();
    set(&project, "2020-02-01", &settings("Sample", ""));
    set(&project, "2020-03-01", &settings("Example", ""));
    updated(&project, ["2020-03-01", "2020-03-01", FIRST.0, FIRST.0]);
}

#[test]
fn a_variable_in_place_of_its_words_changes_nothing() {
    let project = site();
    project.save("2020-02-01", &[(PLAIN, &text("By [[company]]."))]);
    let told = Look::at(&project).status().finds(&[]);
    assert_eq!(told.passed(PLAIN), ["none"]);
    told.dates(&[(PLAIN, "2020-01-01", "2020-02-01")]);
    // From now on its values count.
    set(&project, "2020-03-01", &settings("Sample", ""));
    Look::at(&project).status().dates(&[(PLAIN, "2020-03-01", "2020-02-01")]).finds(&[]);
}

#[test]
fn words_in_place_of_their_variable_change_nothing() {
    let project = site();
    project.save("2020-02-01", &[(USES, &text("By Example."))]);
    let told = Look::at(&project).status().finds(&[]);
    assert_eq!(told.passed(USES), ["none"]);
    told.dates(&[(USES, "2020-01-01", "2020-02-01")]);
    // The values count no longer, neither now nor for the text as it stood.
    set(&project, "2020-03-01", &settings("Sample", ""));
    Look::at(&project).status().dates(&[(USES, "2020-01-01", "2020-02-01")]).finds(&[]);
}

/// The words that took the place of the variable became its value later: on that day they said
/// something else.
#[test]
fn a_text_is_compared_with_the_values_that_it_had() {
    let project = site();
    project.save("2020-02-01", &[(USES, &text("By Sample."))]);
    Look::at(&project).status().dates(&[(USES, "2020-02-01", "2020-02-01")]);
    set(&project, "2020-03-01", &settings("Sample", ""));
    Look::at(&project).status().dates(&[(USES, "2020-02-01", "2020-02-01")]).finds(&[]);
}

#[test]
fn a_value_and_a_text_that_change_together_make_one_update() {
    let project = site();
    project.save("2020-02-01", &[("engross.toml", &settings("Sample", "")), (USES, &text("For [[company]]."))]);
    Look::at(&project).status().dates(&[(USES, "2020-02-01", "2020-02-01"), (GERMAN, "2020-02-01", "2020-01-01")]);
    // A new value, and another form of the text in which it stays away: nothing changed for a reader.
    project.save("2020-03-01", &[("engross.toml", &settings("Other", "")), (USES, &text("For Sample."))]);
    Look::at(&project).status().dates(&[(USES, "2020-02-01", "2020-03-01"), (GERMAN, "2020-03-01", "2020-01-01")]);
}

#[test]
fn variables_in_front_matter_and_links_count() {
    let project = Project::new(&[]);
    let value = |address: &str| format!("{SETTINGS}[variables]\naddress = \"{address}\"\n");
    project.save(
        "2020-01-01",
        &[
            ("engross.toml", &value("a@example.com")),
            ("content/title/en.md", "---\ntitle: Write to [[address]]\n---\nText.\n"),
            ("content/link/en.md", &text("[Write](mailto:[[address]]).")),
            ("content/code/en.md", &text("Type `[[address]]`.")),
        ],
    );
    set(&project, "2020-02-01", &value("b@example.com"));
    let updated = ["title", "link", "code"].map(|name| (name, "2020-02-01", "2020-01-01"));
    Look::at(&project).status().dates(&updated).finds(&[]);
}

#[test]
fn values_that_are_not_committed_are_said_for_the_texts_that_use_them() {
    let project = site();
    project.write("engross.toml", settings("Sample", ""));
    let look = Look::at(&project);
    let states = [(USES, "variables"), (GERMAN, "variables"), (OTHER, "committed"), (PLAIN, "committed")];
    let said: [(&str, &[&str]); 2] = [
        ("warning[git]", &[USES, "engross.toml", "not committed", "2020-01-01"]),
        ("warning[git]", &[GERMAN, "engross.toml", "not committed", "2020-01-01"]),
    ];
    look.status().dates(&[(USES, FIRST.0, FIRST.1)]).work(&states).finds(&said);
    project.ask(&["add", "engross.toml"]);
    look.status().work(&states).finds(&said);
    look.builds_loosely(&[("uses", &["2020-01-01"])]);
    project.write(USES, text("Of [[company]]."));
    look.status().work(&[(USES, "modified"), (GERMAN, "variables")]);
    // Other settings are no business of texts.
    project.write(USES, text("By [[company]]."));
    project.write("engross.toml", settings("Example", "# Comment\n"));
    look.status().work(&[(USES, "committed"), (GERMAN, "committed")]).finds(&[]);
}

/// A repository that was adopted, and whose settings nobody has committed yet.
#[test]
fn settings_that_were_never_committed_are_not_committed() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(USES, &text("By [[company]].")), (PLAIN, &text("By Example."))]);
    project.ask(&["rm", "--quiet", "--cached", "engross.toml"]);
    project.ask(&["commit", "--quiet", "--amend", "--no-edit"]);
    project.write("engross.toml", settings("Example", ""));
    Look::at(&project)
        .status()
        .work(&[(USES, "variables"), (PLAIN, "committed")])
        .finds(&[("warning[git]", &[USES, "engross.toml", "not committed"])]);
}

/// Texts with variables from before there were settings: their values are those of today.
#[test]
fn settings_that_came_later_update_nothing_that_was_there() {
    let project = Project::new(&[]);
    project.save("2020-01-01", &[(USES, &text("By [[company]]."))]);
    project.ask(&["rm", "--quiet", "--cached", "engross.toml"]);
    project.ask(&["commit", "--quiet", "--amend", "--no-edit"]);
    project.write("engross.toml", settings("Example", ""));
    project.save("2020-02-01", &[]);
    let look = Look::at(&project);
    look.status().dates(&[(USES, "2020-01-01", "2020-01-01")]).finds(&[]);
    set(&project, "2020-03-01", &settings("Sample", ""));
    look.status().dates(&[(USES, "2020-03-01", "2020-01-01")]).finds(&[]);
}

#[test]
fn an_editorial_commit_may_change_a_value() {
    let project = site();
    let long = "We keep your data safe and sound in many ways, ".repeat(4) + "says [[company]].";
    project.save("2020-02-01", &[(USES, &text(&long))]);
    project.save_saying(
        "2020-03-01",
        "Correct\n\nPolicy-Change: editorial",
        &[("engross.toml", &settings("Exmaple", ""))],
    );
    Look::at(&project).status().dates(&[(USES, "2020-02-01", "2020-02-01"), (PLAIN, FIRST.0, FIRST.1)]);
}
