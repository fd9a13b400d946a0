//! What hosts are told: the settings of this repository agree with what every build writes.

#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

use std::collections::BTreeMap;
use std::fs;

use engross::data::{Table, Value};

use super::project::{Project, Run};

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

/// A file of this repository.
fn own(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path)
}

fn netlify() -> String {
    own("netlify.toml")
}

/// The headers that a build writes.
fn written() -> Rules {
    let settings = "[site]\nbase_url = \"https://policies.example.com/\"\n";
    let project = Project::new(&[("engross.toml", settings), ("content/privacy/en.md", "# Privacy\n")]);
    project.run(&["build"]).ends(0);
    of_headers(&fs::read_to_string(project.public().join("_headers")).expect("_headers"))
}

/// The code in the manual that begins with such a fence, below a heading.
fn snippet(manual: &str, heading: &str, fence: &str) -> String {
    let (_, section) = manual.split_once(&format!("\n## {heading}\n")).expect(heading);
    let (_, code) = section.split_once(&format!("```{fence}\n")).expect(fence);
    code.split_once("\n```").expect("its end").0.to_owned()
}

#[test]
fn netlify_toml_and_headers_agree() {
    let written = written();
    assert_eq!(written, of_netlify(&netlify()));
    let policy = &written["/*"]["Content-Security-Policy"];
    assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{policy}");
}

#[test]
fn this_repository_has_nothing_that_a_strict_build_refuses() {
    let project = Project::new(&[]);
    let args = ["check", "--root", env!("CARGO_MANIFEST_DIR"), "--format", "json"];
    let run = Run::of(project.program(env!("CARGO_BIN_EXE_engross")).args(args));
    let json = run.json();
    // What its history says depends on the clone, and on work that is not committed yet.
    let of_clone = ["archive-history", "date-differs", "date-unknown", "git"];
    let found = json["findings"].as_array().expect("a list").iter();
    let found: Vec<&serde_json::Value> =
        found.filter(|found| !of_clone.iter().any(|code| found["code"] == *code)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_manual_gives_vercel_the_same_headers() {
    let settings: serde_json::Value =
        serde_json::from_str(&snippet(&own("docs/hosting.md"), "Vercel", "json")).expect("JSON");
    let word = |value: &serde_json::Value| value.as_str().expect("text").to_owned();
    let rule = |rule: &serde_json::Value| {
        let headers = rule["headers"].as_array().expect("a list").iter();
        let headers = headers.map(|header| (word(&header["key"]), word(&header["value"]))).collect();
        (word(&rule["source"]).replace("(.*)", "*"), headers)
    };
    let rules: Rules = settings["headers"].as_array().expect("a list").iter().map(rule).collect();
    assert_eq!(rules, written());
}

#[test]
fn the_manual_gives_nginx_the_same_headers() {
    let settings = snippet(&own("docs/hosting.md"), "nginx", "nginx");
    let headers: BTreeMap<String, String> = settings
        .lines()
        .filter_map(|line| line.trim().strip_prefix("add_header ")?.strip_suffix(" always;")?.split_once(' '))
        .map(|(name, value)| (name.to_owned(), value.trim_matches('"').to_owned()))
        .collect();
    let written = written();
    for (name, value) in &written["/*"] {
        assert_eq!(headers.get(name), Some(value), "{name}");
    }
    let kept = &written["/assets/*"]["Cache-Control"];
    assert!(settings.contains(&format!("~^[23]../assets/ \"{kept}\";")) && headers["Cache-Control"] == "$kept");
    // One `add_header` in a location would take away all others there.
    assert_eq!(settings.matches("add_header").count(), headers.len());
}

#[test]
fn workflows_see_the_whole_history_and_fail_on_warnings() {
    let workflow = own(".github/workflows/pages.yml");
    assert!(workflow.contains("fetch-depth: 0") && workflow.contains("engross build --strict"), "{workflow}");
    let manual = own("docs/hosting.md");
    assert!(snippet(&manual, "GitHub Pages", "yaml\nname: Check").contains("fetch-depth: 0"));
    assert!(snippet(&manual, "GitLab Pages", "yaml").contains("GIT_DEPTH: \"0\""));
}

#[test]
fn netlify_publishes_what_the_build_writes() {
    let settings = table(&netlify());
    let Value::Table(build) = value(&settings, "build") else { panic!("a table") };
    assert_eq!(text(value(build, "publish")), "public");
    assert!(text(value(build, "command")).ends_with("build --strict"));
}
