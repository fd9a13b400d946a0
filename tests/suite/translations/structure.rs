//! The structure of translations against that of their originals, and exceptions that are accepted.

use super::{DE, EN};
use crate::project::{Project, Run, SETTINGS};
use crate::versions::Versioned;

const ORIGINAL: &str = "# Policy

## Who we are {: #who }

We are [[company]]; write [us](mailto:a@x.org), or see [more](https://www.example.com/en/more).

## What we do

- one
- two

| a | b |
| - | - |
| 1 | 2 |
";

const VARIABLES: &str = "[variables]\ncompany = \"Example\"\n";

/// A site with the original and a translation, which differs from it in one place.
fn differing(settings: &str, from: &str, to: &str) -> Project {
    assert!(from.is_empty() || ORIGINAL.contains(from), "{from}");
    let project = Project::new(&[]);
    project.write("engross.toml", format!("{SETTINGS}{VARIABLES}{settings}"));
    let translation = ORIGINAL.replace("/en/more", "/de/more").replacen(from, to, 1);
    project.save("2020-01-01", "New", &[(EN, ORIGINAL), (DE, &translation)]);
    project
}

/// What `check` finds.
fn check(project: &Project, more: &[&str]) -> Run {
    project.run(&[&["check", "--as-of", "2021-01-01"], more].concat())
}

#[track_caller]
fn finds(project: &Project, expected: &[(&str, &[&str])]) {
    let found = crate::versions::findings(&check(project, &["--format", "json"]));
    let fits = |(code, said): &(String, String), (wanted, words): &(&str, &[&str])| {
        code == wanted && words.iter().all(|word| said.contains(word))
    };
    let all = expected.iter().all(|expected| found.iter().any(|found| fits(found, expected)));
    assert!(found.len() == expected.len() && all, "expected {expected:#?}, found {found:#?}");
}

#[test]
fn a_translation_of_the_same_structure_is_fine() {
    finds(&differing("", "", ""), &[]);
    // An id is that of the original, if the headings are.
    finds(&differing("", " {: #who }", ""), &[]);
    // Words, order of words, and ids that the original has not, are the translator's.
    finds(&differing("", "## What we do", "## Was wir tun"), &[]);
}

#[test]
fn each_difference_has_its_finding() {
    for (from, to, code, words) in [
        ("## What we do", "### What we do", "structure-headings", &["\"What we do\" (level 3)", "(level 2)"][..]),
        ("## What we do\n", "", "structure-headings", &["\"What we do\" (level 2)", "no counterpart", "2 headings"]),
        ("- two", "- two\n- three", "structure-lists", &["\"What we do\"", "3 list items", "original 2"]),
        ("- two", "\n-two", "structure-lists", &["1 list items"]),
        ("| 1 | 2 |\n", "", "structure-tables", &["1 rows and 2 columns", "2 rows and 2 columns"]),
        ("mailto:a@x.org", "mailto:b@x.org", "structure-links", &["lacks", "mailto:a@x.org", "mailto:b@x.org"]),
        ("[us](mailto:a@x.org)", "us", "structure-links", &["lacks links of the original: mailto:a@x.org"]),
        ("[[company]]", "Example", "structure-variables", &["company"]),
    ] {
        let project = differing("", from, to);
        finds(&project, &[(&format!("warning[{code}]"), &[&[DE, EN], words].concat())]);
        check(&project, &[]).ends(0);
        check(&project, &["--strict"]).ends(1);
    }
}

#[test]
fn ids_that_links_need_are_missed() {
    let expected: [(&str, &[&str]); 2] =
        [("warning[structure-headings]", &[DE]), ("warning[structure-anchors]", &[DE, "who", "{: #who }"])];
    finds(&differing("", "## Who we are {: #who }\n\n", ""), &expected);
    let block = differing("", "[us]", "[us]");
    let text = ORIGINAL.replace("- one\n- two\n", "- one\n- two\n\nMore.\n{: #more }\n");
    block.save(
        "2020-01-01",
        "Id",
        &[(EN, &text), (DE, &text.replace("\n{: #more }", "").replace("/en/more", "/de/more"))],
    );
    finds(&block, &[("warning[structure-anchors]", &[DE, "more"])]);
}

#[test]
fn a_translation_that_is_behind_may_lack_just_that() {
    let project = differing("", "", "");
    project.save("2020-02-01", "Change", &[(EN, &ORIGINAL.replace("- two", "- two\n- three"))]);
    let expected: [(&str, &[&str]); 2] = [
        ("note[translation-behind]", &[DE, "2020-02-01"]),
        ("note[structure-lists]", &[DE, "2 list items", "changed on 2020-02-01"]),
    ];
    finds(&project, &expected);
    check(&project, &["--strict"]).ends(0);
}

#[test]
fn build_strict_looks_too_and_plain_build_does_not() {
    let project = differing("", "- two", "- two\n- three");
    project.run(&["build", "--as-of", "2021-01-01", "--strict"]).ends(1).says(&["structure-lists"]);
    let plain = project.run(&["build", "--as-of", "2021-01-01"]).ends(0);
    assert!(!plain.stderr.contains("structure-lists"), "{}", plain.stderr);
}

fn exception(file: &str, finding: &str, reason: &str) -> String {
    format!("[[exceptions]]\nfile = \"{file}\"\nfinding = \"{finding}\"\nreason = \"{reason}\"\n")
}

#[test]
fn what_must_differ_is_accepted_with_a_reason() {
    let accepted = exception(DE, "structure-lists", "German law asks for a third.");
    let project = differing(&accepted, "- two", "- two\n- three");
    finds(&project, &[]);
    check(&project, &["--strict"]).ends(0);
    // Of another file, or another kind, nothing is accepted.
    let project = differing(&accepted, "| 1 | 2 |\n", "");
    finds(&project, &[("warning[structure-tables]", &[DE]), ("warning[exception-unused]", &[DE, "structure-lists"])]);
    let project = differing(&exception(EN, "structure-lists", "x"), "- two", "- two\n- three");
    finds(&project, &[("warning[structure-lists]", &[DE]), ("warning[exception-unused]", &[EN])]);
}

#[test]
fn a_plain_build_does_not_know_which_exceptions_are_needed() {
    let project = differing(&exception(DE, "structure-lists", "x"), "", "");
    let run = project.run(&["build", "--as-of", "2021-01-01"]).ends(0);
    assert!(!run.stderr.contains("exception-unused"), "{}", run.stderr);
    finds(&project, &[("warning[exception-unused]", &["not needed"])]);
}

#[test]
fn errors_are_never_accepted() {
    let project = differing(&exception(DE, "variable-unknown", "x"), "[[company]]", "[[firm]]");
    let run = check(&project, &[]).ends(1);
    run.says(&["error[variable-unknown]", "exception-unused"]);
}

#[test]
fn an_exception_says_what_it_is_for() {
    for (settings, words) in [
        (exception(DE, "structure-list", "x"), &["\"structure-list\"", "structure-lists"][..]),
        (exception(DE, "structure-lists", " "), &["needs a reason"]),
        (format!("[[exceptions]]\nfile = \"{DE}\"\nreason = \"x\"\n"), &["an exception needs `finding`"]),
        (format!("{}all = true\n", exception(DE, "structure-lists", "x")), &["all"]),
    ] {
        check(&differing(&settings, "", ""), &[]).ends(2).says(&[&["engross.toml"], words].concat());
    }
}

#[test]
fn findings_stand_beside_the_lines_of_a_pull_request() {
    let project = differing("", "- two", "- two\n- three");
    let run = check(&project, &["--format", "github"]).ends(0);
    let lines: Vec<&str> = run.stdout.lines().collect();
    let [line] = lines[..] else { panic!("{}", run.stdout) };
    let root = project.root().display().to_string();
    let file = format!("::warning file={}/{DE},", root.replace(':', "%3A").replace(',', "%2C"));
    assert!(line.starts_with(&file), "{line}");
    assert!(line.contains("line=7,endLine=7,") && line.contains(",title=structure-lists::"), "{line}");
    // A message of several lines is one line for GitHub.
    assert!(line.contains("list items") && line.contains("%0A"), "{line}");
    let broken = differing("", "[[company]]", "50 % [[firm]]");
    let run = check(&broken, &["--format", "github"]).ends(1);
    assert!(run.stdout.contains("::error ") && run.stdout.contains("title=variable-unknown"), "{}", run.stdout);
    let behind = differing("", "", "");
    behind.save("2020-02-01", "Change", &[(EN, &ORIGINAL.replace("two", "three"))]);
    let run = check(&behind, &["--format", "github"]).ends(0);
    assert!(run.stdout.starts_with("::notice file="), "{}", run.stdout);
}
