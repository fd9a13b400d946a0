//! Translations: whether they have caught up with their originals, what readers are told, and how the two are
//! compared.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

mod currency;
mod law;
mod structure;

use serde_json::{Value, json};

use crate::project::{Project, SETTINGS};
use crate::versions::Versioned;

const EN: &str = "content/privacy/en.md";
const DE: &str = "content/privacy/de.md";

/// A text with a heading.
fn text(words: &str) -> String {
    format!("# Policy\n\n{words}\n")
}

/// A site with an original and a translation, committed together on January 1, 2020.
fn translated() -> Project {
    let project = Project::new(&[]);
    project.write("engross.toml", SETTINGS);
    project.save("2020-01-01", "New", &[(EN, &text("One thing.")), (DE, &text("Eine Sache."))]);
    project
}

/// What `status` says of a text against its original.
#[track_caller]
fn standing(project: &Project, path: &str) -> Value {
    let status = project.run(&["status", "--as-of", "2021-01-01", "--format", "json"]).json();
    let all = status["documents"].as_array().expect("a list").clone();
    all.iter().find(|row| row["path"] == path).unwrap_or_else(|| panic!("{path}: {status:#}"))["translation"].clone()
}

#[track_caller]
fn is_current(project: &Project) {
    assert_eq!(standing(project, DE), json!({ "state": "current" }));
}

/// Requires that the translation lacks what the original got since a day, and last on another.
#[track_caller]
fn is_behind(project: &Project, reflects: &str, since: &str, changed: &str) {
    let expected = json!({ "state": "behind", "reflects": reflects, "since": since, "changed": changed });
    assert_eq!(standing(project, DE), expected);
}
