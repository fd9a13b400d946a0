//! What hosts are told: the settings of this repository agree with what every build writes.

#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

use std::collections::BTreeMap;
use std::fs;

use engross::data::{Table, Value};

use super::project::Project;

type Rules = BTreeMap<String, BTreeMap<String, String>>;

fn table(text: &str) -> Table {
    Table::from_toml(text, 0).expect("netlify.toml is TOML")
}

fn value<'t>(table: &'t Table, key: &str) -> &'t Value {
    &table.0.iter().find(|entry| entry.key == key).unwrap_or_else(|| panic!("{key}")).node.value
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

/// The headers of `netlify.toml`, by address.
fn of_netlify(settings: &str) -> Rules {
    let settings = table(settings);
    let Value::List(rules) = value(&settings, "headers") else { panic!("a list of headers") };
    rules
        .iter()
        .map(|rule| {
            let Value::Table(rule) = &rule.value else { panic!("a table") };
            let Value::Table(values) = value(rule, "values") else { panic!("values") };
            let values = values.0.iter().map(|entry| (entry.key.clone(), text(&entry.node.value)));
            (text(value(rule, "for")), values.collect())
        })
        .collect()
}

/// The headers of `_headers`, by address.
fn of_headers(text: &str) -> Rules {
    let mut rules = Rules::new();
    let mut address = String::new();
    for line in text.lines() {
        match line.strip_prefix("  ") {
            None => line.clone_into(&mut address),
            Some(header) => {
                let (name, value) = header.split_once(": ").expect("name: value");
                rules.entry(address.clone()).or_default().insert(name.to_owned(), value.to_owned());
            }
        }
    }
    rules
}

fn netlify() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/netlify.toml")).expect("netlify.toml")
}

#[test]
fn netlify_toml_and_headers_agree() {
    let settings = "[site]\nbase_url = \"https://policies.example.com/\"\n";
    let project = Project::new(&[("engross.toml", settings), ("content/privacy/en.md", "# Privacy\n")]);
    project.run(&["build"]).ends(0);
    let written = fs::read_to_string(project.public().join("_headers")).expect("_headers");
    assert_eq!(of_headers(&written), of_netlify(&netlify()));
    assert!(written.contains("script-src 'self'") && !written.contains("unsafe"));
}

#[test]
fn netlify_publishes_what_the_build_writes() {
    let settings = table(&netlify());
    let Value::Table(build) = value(&settings, "build") else { panic!("a table") };
    assert_eq!(text(value(build, "publish")), "public");
    assert!(text(value(build, "command")).ends_with("build --strict"));
}
