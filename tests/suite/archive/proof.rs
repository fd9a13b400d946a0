//! The archive against git: what was changed together with its digests, what is not archived yet,
//! and dates that need no history or disagree with it.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;
use std::path::Path;

use engross::archive::digest;

use super::{Archive, findings, path, site, site_of, text};
use crate::project::{Project, Tree};

const AS_OF: &str = "2030-01-01";

/// Replaces words in a file.
#[track_caller]
fn edit(file: &Path, from: &str, to: &str) {
    let before = fs::read_to_string(file).expect("a file");
    assert!(before.contains(from), "no {from} in {before}");
    fs::write(file, before.replace(from, to)).expect("a file");
}

/// Replaces words in an archived text so that all digests agree.
fn forge(root: &Path, version: &str, from: &str, to: &str) {
    let versions = root.join("versions");
    let (file, record) = (versions.join(version).join("en.md"), versions.join(version).join("version.toml"));
    let read = |file: &Path| digest(&fs::read(file).expect("a file"));
    let (text_before, record_before) = (read(&file), read(&record));
    edit(&file, from, to);
    edit(&record, &text_before, &read(&file));
    edit(&versions.join("SHA256SUMS"), &text_before, &read(&file));
    edit(&versions.join("SHA256SUMS"), &record_before, &read(&record));
}

/// Removes a version and its lines.
fn take_away(root: &Path, version: &str) {
    let versions = root.join("versions");
    fs::remove_dir_all(versions.join(version)).expect("a version");
    let ledger = fs::read_to_string(versions.join("SHA256SUMS")).expect("a ledger");
    let left = ledger.split_inclusive('\n').filter(|line| !line.contains(version));
    fs::write(versions.join("SHA256SUMS"), left.collect::<String>()).expect("a ledger");
}

/// Two versions, each in a commit of its own; the first was archived in the second commit.
fn archived() -> (Project, String) {
    let project = site(&["a"]);
    project.archives("2020-01-02", &["a"], "2020-01-01");
    project.save("2020-01-02", &[]);
    let commit = fs::read_to_string(project.root().join(".git/refs/heads/main")).expect("a commit");
    project.save("2020-02-01", &[(&path("a"), &text("Second."))]);
    project.archives("2020-02-02", &["a"], "2020-02-01");
    project.save("2020-02-02", &[]);
    (project, commit[..8].to_owned())
}

/// Requires that `verify` and `check` find exactly this, each by its words.
#[track_caller]
fn finds(project: &Project, root: &Path, expected: &[&[&str]]) {
    let code = i32::from(!expected.is_empty());
    let verify = project.run_in(root, &["verify", "--format", "json"]).ends(code);
    let found = findings(&verify);
    let is_said = |words: &&[&str]| found.iter().any(|said| words.iter().all(|word| said.contains(word)));
    assert!(expected.iter().all(is_said) && found.len() == expected.len(), "{found:#?}");
    let check = project.run_in(root, &["check", "--as-of", AS_OF, "--format", "json"]).ends(code);
    let checked = findings(&check);
    assert!(found.iter().all(|said| checked.contains(said)), "{checked:#?}");
}

/// Where nobody can tell: without git, and in shallow clones.
#[track_caller]
fn is_not_known_elsewhere(project: &Project, depths: &[&str]) {
    for depth in depths {
        let clone = project.clone_beside(&format!("depth-{depth}"), &["--depth", depth]);
        finds(project, &clone, &[]);
    }
    let copy = project.outside().join("copy");
    for (path, bytes) in site_of(project.root()).0 {
        match bytes {
            None => fs::create_dir_all(copy.join(path)).expect("a folder"),
            Some(bytes) => fs::write(copy.join(path), bytes).expect("a file"),
        }
    }
    finds(project, &copy, &[]);
}

#[test]
fn a_version_that_was_rewritten_with_its_digests_is_found() {
    let (project, commit) = archived();
    finds(&project, project.root(), &[]);
    forge(project.root(), "a/2020-01-01", "First", "Forged");
    let head = format!("is not as it was when it was first committed, in {commit}");
    let names = ["`versions/a/2020-01-01/en.md`", "`versions/a/2020-01-01/version.toml`"];
    let expected = names.map(|name| ["error[archive-history]", name, head.as_str()]);
    let expected: Vec<&[&str]> = expected.iter().map(|words| &words[..]).collect();
    finds(&project, project.root(), &expected);
    project.save("2020-03-01", &[]);
    finds(&project, project.root(), &expected);
    // Whatever comes after it.
    project.save("2020-04-01", &[(&path("a"), &text("Third."))]);
    project.archives("2020-04-01", &["a"], "2020-04-01");
    project.save("2020-04-02", &[]);
    finds(&project, project.root(), &expected);
    finds(&project, &project.clone_beside("whole", &[]), &expected);
    is_not_known_elsewhere(&project, &["1", "2"]);
}

#[test]
fn a_version_that_was_taken_away_with_its_lines_is_found() {
    let (project, commit) = archived();
    take_away(project.root(), "a/2020-01-01");
    let head = format!("was archived in {commit}, and is not in the archive any more");
    let names = ["`versions/a/2020-01-01/en.md`", "`versions/a/2020-01-01/version.toml`"];
    let expected = names.map(|name| ["error[archive-history]", name, head.as_str()]);
    let expected: Vec<&[&str]> = expected.iter().map(|words| &words[..]).collect();
    finds(&project, project.root(), &expected);
    project.save("2020-03-01", &[]);
    finds(&project, project.root(), &expected);
    finds(&project, &project.clone_beside("whole", &[]), &expected);
    is_not_known_elsewhere(&project, &["1", "2"]);
}

#[test]
fn a_version_that_was_given_another_day_is_found() {
    let (project, _) = archived();
    let versions = project.root().join("versions");
    fs::rename(versions.join("a/2020-01-01"), versions.join("a/2020-01-03")).expect("a version");
    let record = versions.join("a/2020-01-03/version.toml");
    let before = digest(&fs::read(&record).expect("a record"));
    edit(
        &record,
        "version = \"2020-01-01\"\neffective = 2020-01-01",
        "version = \"2020-01-03\"\neffective = 2020-01-03",
    );
    edit(&versions.join("SHA256SUMS"), &before, &digest(&fs::read(&record).expect("a record")));
    edit(&versions.join("SHA256SUMS"), "a/2020-01-01/", "a/2020-01-03/");
    project.save("2020-03-01", &[]);
    let gone = |name| ["error[archive-history]", name, "is not in the archive any more"];
    let (text, record) = (gone("`versions/a/2020-01-01/en.md`"), gone("`versions/a/2020-01-01/version.toml`"));
    finds(&project, project.root(), &[&text, &record]);
}

#[test]
fn an_archive_that_was_taken_away_as_a_whole_is_found() {
    let (project, _) = archived();
    fs::remove_dir_all(project.root().join("versions")).expect("the archive");
    project.run(&["verify"]).ends(1).says(&["versions/a/2020-01-01/version.toml"]);
    project.run(&["check", "--as-of", AS_OF]).ends(1);
    project.save("2020-03-01", &[]);
    project.run(&["verify"]).ends(1).says(&["versions/a/2020-01-01/version.toml"]);
    project.run(&["check", "--as-of", AS_OF]).ends(1);
}

#[test]
fn what_was_brought_back_is_right_again() {
    let (project, commit) = archived();
    forge(project.root(), "a/2020-01-01", "First", "Forged");
    project.save("2020-03-01", &[]);
    // What the message says; the lines of the ledger too.
    project.git("2020-04-01T12:00:00Z", &["checkout", &commit, "--", "versions/a/2020-01-01"]);
    project.git("2020-04-01T12:00:00Z", &["checkout", "HEAD~1", "--", "versions/SHA256SUMS"]);
    finds(&project, project.root(), &[]);
    project.save("2020-04-01", &[]);
    finds(&project, project.root(), &[]);
}

#[test]
fn filters_of_git_change_nothing() {
    let project = site(&["a"]);
    for (key, way) in [("clean", "tr a-y b-z"), ("smudge", "tr b-z a-y")] {
        project.git("2020-01-01T12:00:00Z", &["config", &format!("filter.shift.{key}"), way]);
    }
    let words = "# A\n\n![Seal](seal.png)\n";
    project.save("2020-01-02", &[(".gitattributes", "*.png filter=shift\n"), ("content/a/seal.png", "abc")]);
    project.save("2020-01-03", &[(&path("a"), words)]);
    project.archives("2020-01-03", &["a"], "2020-01-03");
    project.save("2020-01-03", &[]);
    finds(&project, project.root(), &[]);
}

#[test]
fn what_is_gone_with_its_line_is_missed_by_the_rest() {
    for gone in ["version.toml", "files/content/a/seal.png"] {
        let project = Project::new(&[("content/a/seal.png", "PNG"), (&path("a"), "# A\n\n![Seal](seal.png)\n")]);
        project.archives("2020-01-01", &["a", "--uncommitted", "--effective", "2020-01-01"], "2020-01-01");
        project.run(&["verify"]).ends(0);
        let ledger = project.archived("SHA256SUMS");
        let left: String = ledger.split_inclusive('\n').filter(|line| !line.contains(gone)).collect();
        project.write("versions/SHA256SUMS", left);
        fs::remove_file(project.root().join("versions/a/2020-01-01").join(gone)).expect(gone);
        project.run(&["verify"]).ends(1).says(&["versions/a/2020-01-01"]);
    }
}

/// The command that a finding gives, with its arguments apart.
fn command(finding: &str) -> Vec<String> {
    let words = finding.split_once("archive it: engross ").expect("a command").1;
    words.split('"').enumerate().fold(Vec::new(), |mut words, (n, part)| {
        if n % 2 == 0 {
            words.extend(part.split_whitespace().map(str::to_owned));
        } else {
            words.push(part.to_owned());
        }
        words
    })
}

/// Requires that `check --release` fails for this document alone, and that its command cures it.
#[track_caller]
fn is_cured(project: &Project, day: &str, file: &str) {
    let release = ["check", "--release", "--as-of", day];
    project.run(&["check", "--as-of", day]).ends(0);
    let run = project.run(&[&release[..], &["--format", "json"]].concat()).ends(1);
    let found: Vec<String> = findings(&run).into_iter().filter(|said| said.starts_with("error[")).collect();
    assert!(found.len() == 1 && found[0].starts_with("error[version-unarchived]"), "{found:#?}");
    assert!(found[0].contains(&format!("\n{file}\n")), "{found:#?}");
    let command = command(&found[0]);
    let args: Vec<&str> = command.iter().map(String::as_str).chain(["--as-of", day]).collect();
    project.run(&args).ends(0);
    project.save(day, &[]);
    project.run(&release).ends(0);
}

#[test]
fn a_text_that_differs_from_its_version_is_no_release() {
    let project = site(&["a", "b c/d"]);
    project.archives("2020-01-02", &["a"], "2020-01-01");
    is_cured(&project, "2020-01-02", &path("b c/d"));
    project.save("2020-02-01", &[(&path("a"), &text("Second."))]);
    is_cured(&project, "2020-02-02", &path("a"));
    project.save("2020-02-03", &[("content/a/de.md", "# A\n\nEins.\n")]);
    is_cured(&project, "2020-02-04", &path("a"));
    // Not committed, and committed: another form of the same words.
    project.write(&path("a"), "Policy\n======\n\nSecond.\n");
    let release = ["check", "--release", "--as-of", "2020-02-05"];
    project.run(&release).ends(0);
    project.save("2020-02-05", &[]);
    project.run(&release).ends(0);
    project.save("2020-02-06", &[("content/a/de.md", "---\neffective: 2020-09-01\n---\n# A\n\nZwei.\n")]);
    project.save("2020-02-06", &[(&path("a"), "---\neffective: 2020-09-01\n---\n# A\n\nThird.\n")]);
    is_cured(&project, "2020-02-07", &path("a"));
    assert!(project.root().join("versions/a/2020-09-01").exists());
    // Versions from git are archived already.
    project.save("2020-02-08", &[(&path("b c/d"), &text("Second."))]);
    project.run(&["check", "--release", "--as-of", "2020-02-08"]).ends(1);
    project.append("engross.toml", "[versions]\nfrom = \"git\"\n");
    project.run(&["check", "--release", "--as-of", "2020-02-08"]).ends(0);
}

#[test]
fn a_change_before_the_newest_version_applies_is_cured_too() {
    let project = site(&["a"]);
    project.archives("2020-01-02", &["a"], "2020-01-01");
    project.save("2020-02-01", &[(&path("a"), &text("Second."))]);
    project.archives("2020-02-02", &["a", "--effective", "2020-09-01"], "2020-09-01");
    project.save("2020-03-01", &[(&path("a"), &text("Third."))]);
    is_cured(&project, "2020-03-02", &path("a"));
}

/// The days on a page.
fn days(root: &Path, document: &str) -> Vec<String> {
    let page = fs::read_to_string(root.join("public/en").join(document).join("index.html")).expect("a page");
    let times = page.split("<time datetime=\"").skip(1);
    times.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn archived_dates_need_no_history() {
    let (project, _) = archived();
    project.save("2020-03-01", &[(&path("a"), "Policy\n======\n\nSecond.\n")]);
    let build = |root: &Path| project.run_in(root, &["build", "--strict", "--as-of", AS_OF]);
    build(project.root()).ends(0);
    let clone = project.clone_beside("clone", &["--depth", "1"]);
    build(&clone).ends(0);
    let dates = days(&clone, "a");
    assert!(dates.contains(&"2020-02-01".to_owned()), "{dates:?}");
    for document in ["a", "a/2020-01-01", "a/versions"] {
        assert_eq!(days(&clone, document), days(project.root(), document), "{document}");
    }
    Tree::of(&clone.join("public")).is(&Tree::of(&project.public()), "the site of a shallow clone and of a whole one");
    // What differs from its version needs history still.
    project.save("2020-04-01", &[(&path("b"), &text("First."))]);
    project.save("2020-05-01", &[("other", "x")]);
    let clone = project.clone_beside("later", &["--depth", "1"]);
    let run = build(&clone).ends(1).says(&["date-unknown", "content/b/en.md", "--unshallow"]);
    assert!(!run.stderr.contains("content/a/en.md"), "{}", run.stderr);
}

#[test]
fn recorded_dates_with_which_history_disagrees_are_told() {
    let (project, _) = archived();
    let other = Project::new(&[]);
    for (path, bytes) in site_of(project.root()).0 {
        if let Some(bytes) = bytes {
            other.write(path.to_str().expect("a path"), bytes);
        }
    }
    other.save("2021-07-01", &[]);
    let check = |project: &Project, args: &[&str]| {
        project.run(&[&["check", "--as-of", AS_OF, "--format", "json"], args].concat())
    };
    assert!(findings(&check(&project, &[]).ends(0)).is_empty());
    let found = findings(&check(&other, &[]).ends(0));
    assert_eq!(found.len(), 1, "{found:#?}");
    for words in ["warning[date-differs]", "`content/a/en.md`", "2020-02-01", "2021-07-01"] {
        assert!(found[0].contains(words), "{found:#?}");
    }
    check(&other, &["--strict"]).ends(1);
    other.run(&["build", "--as-of", AS_OF]).ends(0);
    let dates = days(other.root(), "a");
    assert!(dates.contains(&"2020-02-01".to_owned()) && !dates.contains(&"2021-07-01".to_owned()), "{dates:?}");
}
