//! Exit codes, and the one JSON document of `--format json`.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::project::{Project, Run, Tree};

/// A site with one committed policy: nothing is wrong.
fn clean() -> Project {
    let project = Project::new(&[("content/privacy/en.md", "# Privacy\n\nThe text.\n")]);
    project.commit("2020-01-31T12:00:00Z");
    project
}

/// The same with a text that is not committed: a warning.
fn warned() -> Project {
    let project = clean();
    project.write("content/terms/en.md", "# Terms\n");
    project
}

/// The same with a variable that has no value: an error.
fn wrong() -> Project {
    let project = warned();
    project.append("content/privacy/en.md", "\nBy [[company]].\n");
    project
}

/// The same with a file that is named after no language: an error that shows without its text.
fn misnamed() -> Project {
    let project = warned();
    project.write("content/terms/xq.md", "# Terms\n");
    project
}

fn findings(run: &Run) -> Vec<Value> {
    run.json()["findings"].as_array().expect("findings").clone()
}

fn codes(run: &Run) -> BTreeSet<String> {
    findings(run).iter().map(|found| format!("{} {}", found["severity"], found["code"]).replace('"', "")).collect()
}

#[test]
fn a_clean_site_ends_with_0() {
    let project = clean();
    for args in [&["build"][..], &["build", "--strict"], &["status"], &["status", "--strict"]] {
        project.run(args).ends(0);
        let run = project.run(&[args, &["--format", "json"]].concat()).ends(0);
        assert_eq!(findings(&run), [] as [Value; 0], "{args:?}");
    }
    assert_eq!(Tree::of(&project.public()).holding("The text."), ["en/privacy/index.html"]);
}

#[test]
fn warnings_end_with_0_and_with_1_where_they_count() {
    let project = warned();
    let strict = project.run(&["build", "--strict"]).ends(1);
    strict.says(&["warning[date-unknown]", "content/terms/en.md", "commit the file", "Nothing was written"]);
    assert!(!project.public().exists());
    let strict = project.run(&["build", "--strict", "--format", "json"]).ends(1);
    assert_eq!(codes(&strict), ["warning date-unknown".to_owned()].into());
    assert_eq!((&strict.json()["output"], &strict.json()["files"]), (&Value::Null, &Value::Null));
    assert!(!project.public().exists());
    project.run(&["status"]).ends(0);
    project.run(&["status", "--strict"]).ends(1).says(&["warning[date-unknown]", "content/terms/en.md"]);
    let strict = project.run(&["status", "--strict", "--format", "json"]).ends(1);
    assert_eq!(codes(&strict), ["warning date-unknown".to_owned()].into());
    assert_eq!(strict.json()["documents"].as_array().map(Vec::len), Some(2), "the list is whole");
    project.run(&["build"]).ends(0).says(&["warning[date-unknown]", "1 warning"]);
    assert!(project.public().join("en/terms/index.html").exists());
}

#[test]
fn errors_end_with_1() {
    const ALL: [&[&str]; 3] = [&["build"], &["build", "--strict"], &["status"]];
    for (project, commands, code) in
        [(wrong(), &ALL[..2], "error variable-unknown"), (misnamed(), &ALL[..], "error locale-unknown")]
    {
        for args in commands {
            project.run(args).ends(1);
            let run = project.run(&[args, &["--format", "json"][..]].concat()).ends(1);
            assert!(codes(&run).contains(code), "{args:?}: {}", run.stdout);
        }
        assert!(!project.public().exists());
    }
}

/// `status` looks at settings, names of files and dates, and says that there may be more.
#[test]
fn status_does_not_look_into_texts() {
    let project = wrong();
    let run = project.run(&["status", "--format", "json"]).ends(0);
    // The change that is wrong is not committed either.
    assert_eq!(codes(&run), ["warning date-unknown", "warning git"].map(str::to_owned).into());
    project
        .run(&["status"])
        .ends(0)
        .says(&["2 warnings about dates and files", "`engross build` looks into the texts"]);
}

#[test]
fn what_cannot_run_ends_with_2() {
    let project = clean();
    project.write("empty/here", "");
    let root = |path: &str| project.root().join(path).to_string_lossy().into_owned();
    for path in ["nowhere", "empty"] {
        for command in ["build", "status"] {
            let run =
                |args: &[&str]| Run::of(&mut project.engross(&[&[command, "--root", &root(path)], args].concat()));
            run(&[]).ends(2).says(&["engross.toml"]);
            assert_eq!(codes(&run(&["--format", "json"]).ends(2)), ["error settings-missing".to_owned()].into());
        }
    }
    for args in [
        &["build", "--colour"][..],
        &["build", "--format", "xml"],
        &["build", "--as-of", "2020-02-30"],
        &["build", "--base-url", "example.com"],
        &["bild"],
        &[],
    ] {
        let run = Run::of(&mut project.engross(args)).ends(2);
        assert!(run.stdout.is_empty() && run.stderr.contains("Usage") || run.stderr.contains("--help"), "{args:?}");
    }
    for args in [&["--help"][..], &["--version"], &["build", "--help"], &["status", "--help"]] {
        let run = Run::of(&mut project.engross(args)).ends(0);
        assert!(run.stderr.is_empty() && !run.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn people_and_machines_do_not_mix() {
    let project = warned();
    let people = project.run(&["build"]).ends(0);
    assert_eq!(people.stdout, "");
    assert!(!people.stderr.contains('\u{1b}'), "colours are for terminals");
    let machine = project.run(&["build", "--format", "json"]).ends(0);
    assert_eq!(machine.stderr, "");
    let json = machine.json();
    assert_eq!(json["files"], Tree::of(&project.public()).files() - 1, "all but the marker");
    assert!(json["output"].as_str().is_some_and(|output| output.ends_with("public")));
}

/// Every way in which a build or a status can end gives one document, with findings.
#[test]
fn there_is_one_document_however_it_ends() {
    let foreign = clean();
    foreign.write("public/index.html", "Somebody's page");
    let unreadable = clean();
    unreadable.append("engross.toml", "[content]\nfolder = \"nowhere\"\n");
    let settings = clean();
    settings.append("engross.toml", "titel = \"x\"\n");
    let template = clean();
    template.write("themes/default/templates/document.html", "{{ nothing }}");
    for (name, project, build, status) in [
        ("clean", clean(), 0, 0),
        ("warned", warned(), 0, 0),
        ("wrong", wrong(), 1, 0),
        ("misnamed", misnamed(), 1, 1),
        ("template", template, 1, 0),
        ("settings", settings, 2, 2),
        ("unreadable", unreadable, 2, 2),
        ("foreign", foreign, 2, 0),
    ] {
        for (command, code) in [("status", status), ("build", build)] {
            let run = project.run(&[command, "--format", "json"]).ends(code);
            let documents = serde_json::Deserializer::from_str(&run.stdout).into_iter::<Value>();
            let documents: Vec<Value> = documents.collect::<Result<_, _>>().expect("JSON");
            assert_eq!(documents.len(), 1, "{name}, {command}: {}", run.stdout);
            assert!(documents[0]["findings"].is_array(), "{name}, {command}");
            assert_eq!(documents[0]["failure"].is_string(), code == 2, "{name}, {command}: {}", documents[0]);
        }
    }
}

#[test]
fn a_finding_says_what_and_where_and_how_to_mend_it() {
    let project = wrong();
    project.append("engross.toml", "[variables]\ncompani = \"x\"\n");
    project.write("content/privacy/en.md", "# Privacy\n\nÄndern ② [[company]] now.\n");
    let run = project.run(&["build", "--format", "json"]).ends(1);
    let found = findings(&run).into_iter().find(|found| found["code"] == "variable-unknown").expect("the finding");
    assert_eq!(
        found,
        json!({
            "code": "variable-unknown",
            "severity": "error",
            "message": "the variable `company` has no value in en",
            "place": {
                "path": "content/privacy/en.md",
                "line": 3,
                "column": 10,
                "end_line": 3,
                "end_column": 21,
                "excerpt": "Ändern ② [[company]] now.",
                "label": "no value",
            },
            "related": null,
            "help": "did you mean `compani`?",
        })
    );
    for finding in findings(&run) {
        let keys: BTreeSet<&str> = finding.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["code", "severity", "message", "place", "related", "help"].into());
        let text = |key: &str| finding[key].as_str().is_some_and(|text| !text.is_empty());
        assert!(text("code") && text("severity") && text("message") && text("help"), "{finding}");
    }
}

#[test]
fn status_lists_what_is_there() {
    let project = warned();
    let run = project.run(&["status", "--format", "json"]).ends(0);
    let json = run.json();
    let documents = json["documents"].as_array().expect("documents");
    let of = |n: usize, key: &str| documents[n][key].clone();
    assert_eq!(documents.len(), 2);
    assert_eq!((of(0, "document"), of(0, "locale")), (json!("privacy"), json!("en")));
    assert_eq!(of(0, "updated")["date"], "2020-01-31");
    assert_eq!((of(1, "document"), of(1, "updated")), (json!("terms"), Value::Null));
    assert!(of(1, "why_unknown").as_str().is_some_and(|why| why.contains("not committed")));
    let table = project.run(&["status"]).ends(0);
    let lines: Vec<&str> = table.stdout.lines().collect();
    assert_eq!(lines.len(), 3, "{}", table.stdout);
    assert!(lines[0].starts_with("DOCUMENT") && lines[1].contains("2020-01-31") && lines[2].contains("not committed"));
}
