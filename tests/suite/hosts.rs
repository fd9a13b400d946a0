//! What hosts are told: the settings of this repository agree with what every build writes.

use std::collections::BTreeMap;
use std::fs;

use super::reading::site::build_here;

type Rules = BTreeMap<String, BTreeMap<String, String>>;

/// The headers of `netlify.toml`, by address.
fn of_netlify(text: &str) -> Rules {
    let table: toml::Table = text.parse().expect("netlify.toml is TOML");
    let rules = table["headers"].as_array().expect("a list of headers");
    rules
        .iter()
        .map(|rule| {
            let values = rule["values"].as_table().expect("values");
            let values = values.iter().map(|(name, value)| (name.clone(), value.as_str().expect("text").to_owned()));
            (rule["for"].as_str().expect("for").to_owned(), values.collect())
        })
        .collect()
}

/// The headers of `_headers`, by address.
fn of_headers(text: &str) -> Rules {
    let mut rules = Rules::new();
    let mut address = String::new();
    for line in text.lines() {
        match line.strip_prefix("  ") {
            None => address = line.to_owned(),
            Some(header) => {
                let (name, value) = header.split_once(": ").expect("name: value");
                rules.entry(address.clone()).or_default().insert(name.to_owned(), value.to_owned());
            }
        }
    }
    rules
}

#[test]
fn netlify_toml_and_headers_agree() {
    let output = build_here();
    let written = fs::read_to_string(output.path().join("_headers")).expect("_headers");
    let settings = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/netlify.toml")).expect("netlify.toml");
    assert_eq!(of_headers(&written), of_netlify(&settings));
    assert!(written.contains("script-src 'self'") && !written.contains("unsafe"));
}

#[test]
fn netlify_publishes_what_the_build_writes() {
    let settings = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/netlify.toml")).expect("netlify.toml");
    let table: toml::Table = settings.parse().expect("TOML");
    assert_eq!(table["build"]["publish"].as_str(), Some("public"));
    assert!(table["build"]["command"].as_str().is_some_and(|command| command.contains("build --strict")));
}
