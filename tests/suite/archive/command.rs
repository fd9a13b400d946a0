//! `engross archive`: what it writes, and from which day a version applies.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;

use super::{Archive, page, path, site, text};
use crate::project::{Project, SETTINGS};

/// A version without the comment that its record begins with.
pub(super) fn record(project: &Project, version: &str) -> String {
    let text = project.archived(&format!("{version}/version.toml"));
    let start = text.find("form = ").expect("a form");
    assert!(text[..start].lines().all(|line| line.starts_with("# ")), "{text}");
    text[start..].to_owned()
}

/// The digest of a file of the archive, by `sha256sum` where that exists.
fn digest(project: &Project, file: &str) -> String {
    engross::archive::digest(&fs::read(project.root().join("versions").join(file)).expect(file))
}

#[test]
fn the_record_the_texts_and_the_ledger() {
    let project = Project::new(&[
        ("content/privacy/de.md", "# Datenschutz\r\n\r\nText.\r\n"),
        (
            "content/privacy/en.md",
            "---\npublished: 2019-12-01\n---\n# Privacy\n\n![Logo](a%20logo.png) [Terms](x.pdf)\n",
        ),
        ("content/privacy/a logo.png", "PNG"),
        ("content/privacy/x.pdf", "PDF"),
        ("content/privacy/unused.png", "PNG"),
    ]);
    project.save("2020-01-01", &[]);
    project.archives("2020-02-03", &["privacy", "--note", "New: \"quotes\", \\ and\n日本"], "2020-01-01");
    let head = fs::read_to_string(project.root().join(".git/refs/heads/main")).expect("a commit");
    let digests = ["de.md", "en.md", "files/content/privacy/a logo.png", "files/content/privacy/x.pdf", "version.toml"]
        .map(|name| (name, digest(&project, &format!("privacy/2020-01-01/{name}"))));
    let expected = format!(
        r#"form = "1"
document = "privacy"
version = "2020-01-01"
effective = 2020-01-01
published = 2019-12-01
archived = 2020-02-03
kind = "major"

[notes]
en = "New: \"quotes\", \\ and\n日本"

[texts.de]
file = "de.md"
source = "content/privacy/de.md"
updated = 2020-01-01
instant = 2020-01-01T12:00:00Z
commit = "{head}"
sha256 = "{}"

[texts.en]
file = "en.md"
source = "content/privacy/en.md"
updated = 2020-01-01
instant = 2020-01-01T12:00:00Z
commit = "{head}"
sha256 = "{}"

[files."content/privacy/a logo.png"]
file = "files/content/privacy/a logo.png"
sha256 = "{}"

[files."content/privacy/x.pdf"]
file = "files/content/privacy/x.pdf"
sha256 = "{}"
"#,
        digests[0].1,
        digests[1].1,
        digests[2].1,
        digests[3].1,
        head = head.trim(),
    );
    assert_eq!(record(&project, "privacy/2020-01-01"), expected);
    toml::de::DeTable::parse(&expected).expect("TOML");
    let mut lines: Vec<String> = project.archived("SHA256SUMS").lines().map(str::to_owned).collect();
    lines.sort_by(|a, b| a[64..].cmp(&b[64..]));
    assert_eq!(lines, digests.map(|(name, digest)| format!("{digest}  privacy/2020-01-01/{name}")));
    assert_eq!(project.archived(".gitattributes"), "* -text\n");
    assert_eq!(project.versions().files(), 7);
    for name in ["de.md", "en.md", "a logo.png", "x.pdf"] {
        let frozen = if name.ends_with(".md") { name.to_owned() } else { format!("files/content/privacy/{name}") };
        let working = fs::read(project.root().join("content/privacy").join(name)).expect(name);
        assert_eq!(project.archived(&format!("privacy/2020-01-01/{frozen}")).into_bytes(), working, "{name}");
    }
}

#[test]
fn sha256sum_agrees() {
    let project = site(&["a/b c", "ünï"]);
    for document in ["a/b c", "ünï"] {
        project.archives("2020-01-01", &[document], "2020-01-01");
    }
    let mut program = project.program("sha256sum");
    program.args(["--check", "--strict", "SHA256SUMS"]).current_dir(project.root().join("versions"));
    if let Ok(output) = program.output() {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        assert_eq!(String::from_utf8_lossy(&output.stdout).matches(": OK").count(), 4);
    }
}

#[test]
fn values_of_variables_are_frozen_as_the_words_they_are() {
    let settings = |name: &str| {
        format!("{SETTINGS}[variables]\nname = '{name}'\nmail = \"a@b.org\"\n[variables.de]\nname = \"Wert\"\n")
    };
    let project = Project::new(&[("engross.toml", &settings(r#"*A* & <b>B</b> [c](d) _e_ "g" \\ 1. #"#))]);
    let words = "# By [[name]]\n\n[[name]] is `[[name]]`, **[[name]]**, [write](mailto:[[mail]]).\n\n- [[name]]\n";
    project.save("2020-01-01", &[("content/a/en.md", words), ("content/a/de.md", "# Von [[name]]\n\nX.\n")]);
    project.run(&["build", "--as-of", "2020-01-01"]).ends(0);
    let current = page(&project, "a");
    project.archives("2020-01-01", &["a"], "2020-01-01");
    let frozen = project.archived("a/2020-01-01/en.md");
    assert!(!frozen.contains("[[") && frozen.contains("](mailto:a@b.org)"), "{frozen}");
    assert_eq!(project.archived("a/2020-01-01/de.md"), "# Von Wert\n\nX.\n");
    // The page of the version says what the page said, whatever becomes of the variables.
    project.save("2020-02-01", &[("engross.toml", &settings("Other")), ("content/a/en.md", &text("New."))]);
    project.archives("2020-02-01", &["a", "--behind"], "2020-02-01");
    project.run(&["build", "--as-of", "2020-02-01"]).ends(0);
    let old = page(&project, "a/2020-01-01");
    let value = r#"*A* &amp; &lt;b&gt;B&lt;/b&gt; [c](d) _e_ "g" \\ 1. #"#;
    let value = if old.contains(value) { value.to_owned() } else { value.replace('"', "&quot;") };
    for words in [
        format!("{value} is <code translate=\"no\">{value}</code>, <strong>{value}</strong>, <a "),
        format!("<li>{value}</li>"),
    ] {
        assert!(current.contains(&words), "no {words} in\n{current}");
        assert!(old.contains(&words), "no {words} in\n{old}");
    }
    // Where a value cannot be written, nothing is.
    project.save("2020-03-01", &[("engross.toml", &settings("a`b")), ("content/a/en.md", "# A\n\n`[[name]]`\n")]);
    project.refuses("2020-03-01", &["a", "--behind"], &["`name`", "cannot be written here"]);
}

#[test]
fn files_of_earlier_versions_keep_every_byte() {
    let project = site(&["a", "b"]);
    project.archives("2020-01-01", &["a"], "2020-01-01");
    for n in 2..12 {
        let (before, ledger) = (project.versions(), project.archived("SHA256SUMS"));
        let document = if n % 3 == 0 { "b" } else { "a" };
        let day = format!("2020-{n:02}-01");
        project.save(&day, &[(&path(document), &text(&format!("Number {n}.")))]);
        project.archives(&day, &[document], &day);
        let after = project.versions();
        let changed = before.0.iter().filter(|(path, bytes)| after.0.get(*path) != Some(bytes));
        let changed: Vec<String> = changed.map(|(path, _)| path.display().to_string()).collect();
        assert_eq!(changed, ["SHA256SUMS"]);
        assert!(project.archived("SHA256SUMS").starts_with(&ledger), "lines are only added");
        assert_eq!(after.files(), before.files() + 2);
    }
    project.run(&["verify"]).ends(0).says(&["All 11 versions are as they were written."]);
}

#[test]
fn the_day_from_which_a_version_applies() {
    let project = site(&["a"]);
    let says = |args: &[&str], version: &str, because: &str| {
        project.archives("2020-06-01", args, version).says(&[&format!("applies from {}", &version[..10]), because]);
    };
    says(&["a"], "2020-01-01", "(the day on which the text was updated)");
    // Days that do not count: of a revision that changes nothing, and of one that is editorial.
    project.save("2020-01-10", &[(&path("a"), &text("Second."))]);
    project.save("2020-01-20", &[(&path("a"), &(text("Second.") + "\n\n"))]);
    project.save_saying("2020-01-21", "x\n\nPolicy-Change: editorial", &[(&path("a"), &text("Second version."))]);
    says(&["a"], "2020-01-10", "(the day on which the text was updated)");
    project.save("2020-01-30", &[(&path("a"), "---\neffective: 2020-03-01\n---\n# A\n\nThird.\n")]);
    says(&["a"], "2020-03-01", "(as the text states)");
    project.save_saying("2020-02-01", "x\n\nPolicy-Effective: 2020-04-01", &[(&path("a"), &text("Fourth."))]);
    says(&["a"], "2020-04-01", "(as the text states)");
    project.save("2020-02-02", &[(&path("a"), "---\neffective: 2020-05-01\n---\n# A\n\nFifth.\n")]);
    says(&["a", "--effective", "2021-01-01"], "2021-01-01", "(as given)");
    // The same day once more has a number, an earlier one is refused.
    project.save("2021-01-01", &[(&path("a"), &text("Sixth."))]);
    says(&["a"], "2021-01-01-2", "(the day on which the text was updated)");
    project.save("2021-01-01", &[(&path("a"), &text("Seventh."))]);
    says(&["a", "--minor"], "2021-01-01-3", "(the day of the last commit)");
    project.save("2021-02-01", &[(&path("a"), &text("Eighth."))]);
    let reason = ["error[effective-order]", "2020-12-31", "a@2021-01-01-3", "--effective 2021-01-01"];
    project.refuses("2021-02-01", &["a", "--effective", "2020-12-31"], &reason);
}

#[test]
fn with_publish_archived_a_version_applies_from_today() {
    let settings = format!("{SETTINGS}time_zone = \"Pacific/Kiritimati\"\n[versions]\npublish = \"archived\"\n");
    let project = Project::new(&[("engross.toml", &settings)]);
    project.save("2020-01-01", &[(&path("a"), &text("First."))]);
    project.archives("2020-01-09", &["a"], "2020-01-09").says(&["today"]);
    assert!(record(&project, "a/2020-01-09").contains("\nupdated = 2020-01-02\n"), "noon is the next day there");
}

#[test]
fn a_language_that_ends_is_recorded() {
    let project = site(&["a"]);
    project.save("2020-01-01", &[("content/a/de.md", "# A\n\nEins.\n")]);
    project.archives("2020-01-01", &["a"], "2020-01-01");
    fs::remove_file(project.root().join("content/a/de.md")).expect("a text");
    project.save("2020-02-01", &[]);
    project.archives("2020-02-01", &["a", "--effective", "2020-02-01"], "2020-02-01");
    assert!(record(&project, "a/2020-02-01").contains("\ndiscontinued = [\"de\"]\n"));
    project.archive("2020-02-01", &["a"]).ends(0).says(&["Nothing was archived"]);
}

#[test]
fn kinds_and_notes() {
    let project = site(&["a"]);
    project.save("2020-01-01", &[("content/a/de.md", "# A\n\nEins.\n")]);
    let run = project.archives("2020-01-01", &["a"], "2020-01-01");
    run.says(&["no note", "--note"]);
    project.save("2020-02-01", &[(&path("a"), &text("Second."))]);
    let notes = ["--note", "New: x = y", "--note", "de = Neu", "--behind", "--minor"];
    let run = project.archives("2020-02-01", &[&["a"], &notes[..]].concat(), "2020-02-01");
    assert!(!run.stderr.contains("no note"), "{}", run.stderr);
    let minor = record(&project, "a/2020-02-01");
    assert!(
        minor.contains("\nkind = \"minor\"\n") && minor.contains("\n[notes]\nde = \"Neu\"\nen = \"New: x = y\"\n"),
        "{minor}"
    );
    project.archives("2020-02-01", &["a", "--withdraw", "--effective", "2020-03-01"], "2020-03-01");
    let expected = "form = \"1\"\ndocument = \"a\"\nversion = \"2020-03-01\"\neffective = 2020-03-01\n\
                    archived = 2020-02-01\nkind = \"withdrawal\"\n";
    assert_eq!(record(&project, "a/2020-03-01"), expected);
    // A document that is back has a version again, even with the text that it had.
    project.archives("2020-04-01", &["a", "--behind", "--effective", "2020-04-01"], "2020-04-01");
    project.run(&["verify"]).ends(0);
}

#[test]
fn an_image_stays_what_it_was() {
    let project = site(&["a"]);
    let with = |words: &str| format!("# A\n\n![Seal](seal.png)\n\n{words}\n");
    project.save("2020-01-01", &[(&path("a"), &with("First.")), ("content/a/seal.png", "OLD")]);
    project.archives("2020-01-01", &["a"], "2020-01-01");
    project.save("2020-02-01", &[(&path("a"), &with("Second.")), ("content/a/seal.png", "NEW")]);
    project.archives("2020-02-01", &["a"], "2020-02-01");
    project.run(&["build", "--strict", "--as-of", "2020-02-01"]).ends(0);
    let shown = |address: &str| {
        let page = page(&project, address);
        let source = page.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an image");
        fs::read_to_string(project.public().join("en").join(address).join(source)).expect(source)
    };
    assert_eq!([shown("a"), shown("a/2020-01-01")], ["NEW", "OLD"]);
}

#[test]
fn only_files_beside_the_texts_are_frozen() {
    let project = site(&["a"]);
    fs::write(project.outside().join("secret"), "TOP SECRET").expect("a file");
    project.write("content/drafts/plan.pdf", "TOP SECRET");
    project.append("engross.toml", "[content]\nexclude = [\"drafts/**\"]\n");
    std::os::unix::fs::symlink("../../../secret", project.root().join("content/a/link.png")).expect("a link");
    let words = "# A\n\n[a](../../.git/config) [b](../../engross.toml) ![c](link.png) [d](../drafts/plan.pdf)\n";
    project.save("2020-02-01", &[(&path("a"), words)]);
    project.archive("2020-02-01", &["a"]);
    let frozen: Vec<String> = project.versions().0.keys().map(|path| path.display().to_string()).collect();
    assert!(!frozen.iter().any(|path| path.contains("files")), "{frozen:?}");
}
