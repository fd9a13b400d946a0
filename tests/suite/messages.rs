//! Every mistake gets words that help, the right exit code, and takes nothing away.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

use std::fs::{self, File};

use serde_json::Value;

use super::project::{Project, Run, SETTINGS, Tree};

/// What is found in texts and themes, at which `status` does not look.
const IN_TEXTS: [&str; 7] = [
    "date-malformed",
    "document-too-large",
    "front-matter-syntax",
    "not-utf8",
    "template",
    "theme-missing",
    "variable-unknown",
];

/// A site with one policy.
fn site() -> Project {
    Project::new(&[("content/privacy/en.md", "# Privacy\n\nThe text.\n")])
}

/// The site with something wrong in it.
struct Wrong {
    project: Project,
    /// The output of the site when nothing was wrong.
    before: Tree,
}

impl Wrong {
    /// Builds a site, and spoils it.
    fn by(spoil: impl FnOnce(&Project)) -> Self {
        let project = site();
        project.run(&["build"]).ends(0);
        let before = Tree::of(&project.public());
        assert_eq!(before.holding("The text."), ["en/privacy/index.html"]);
        spoil(&project);
        Self { project, before }
    }

    /// Runs a command, which must end with this code and leave the old site whole.
    #[track_caller]
    fn run(&self, args: &[&str], code: i32) -> Run {
        let run = self.project.run(args).ends(code);
        assert!(!self.project.has_leftovers());
        Tree::of(&self.project.public()).is(&self.before, "the output");
        run
    }

    /// Builds for people, who must be told all of this; for machines, which are given the finding
    /// of this code; and asks for the status, which finds it too unless it lies in a text.
    #[track_caller]
    fn is_told(&self, code: i32, words: &[&str], finding: &str) -> Value {
        self.run(&["build"], code).says(words);
        let end =
            if code == 1 { "Nothing was written" } else { "engross: the settings in engross.toml cannot be used" };
        self.run(&["build"], code).says(&[end]);
        let errors = |command: &str, code: i32| -> Vec<Value> {
            let json = self.run(&[command, "--format", "json"], code).json();
            let findings = json["findings"].as_array().expect("findings");
            findings.iter().filter(|found| found["code"] == finding && found["severity"] == "error").cloned().collect()
        };
        let found = errors("build", code).first().cloned().unwrap_or_else(|| panic!("no error {finding}"));
        let (code, of_status) = if IN_TEXTS.contains(&finding) { (0, None) } else { (code, Some(&found)) };
        self.run(&["status"], code);
        assert_eq!(errors("status", code).first(), of_status, "status and {finding}");
        found
    }
}

/// The place of a finding as `path:line:column`.
fn place(finding: &Value) -> String {
    let place = &finding["place"];
    format!("{}:{}:{}", place["path"].as_str().unwrap_or_default(), place["line"], place["column"])
}

#[test]
fn there_are_no_settings() {
    let wrong = Wrong::by(|site| fs::remove_file(site.root().join("engross.toml")).expect("no settings"));
    let words = ["error[settings-missing]: `engross.toml` is not there", "a site needs this file", "base_url = "];
    wrong.is_told(2, &words, "settings-missing");
}

#[test]
fn the_settings_are_not_toml() {
    let wrong = Wrong::by(|site| site.append("engross.toml", "title = \"Example\n"));
    let words = ["error[settings-syntax]", "--> engross.toml:3:17", "title = \"Example", "^"];
    assert_eq!(place(&wrong.is_told(2, &words, "settings-syntax")), "engross.toml:3:17");
}

#[test]
fn a_setting_is_misspelt() {
    let wrong = Wrong::by(|site| site.append("engross.toml", "titel = \"Example\"\n"));
    let words = [
        "error[setting-unknown]: unknown setting `site.titel`",
        "--> engross.toml:3:1",
        "3 | titel = \"Example\"",
        "| ^^^^^ no such setting",
        "did you mean `title`?",
    ];
    let finding = wrong.is_told(2, &words, "setting-unknown");
    assert_eq!(place(&finding), "engross.toml:3:1");
    assert_eq!(finding["help"], "did you mean `title`?");
    let far = Wrong::by(|site| site.append("engross.toml", "[colours]\nlink = \"red\"\n"));
    far.is_told(2, &["unknown setting `colours`", "known here: site, locales, content"], "setting-unknown");
}

#[test]
fn the_base_url_is_missing_or_none() {
    let missing = Wrong::by(|site| site.write("engross.toml", "[site]\n"));
    missing.is_told(2, &["`site.base_url` is missing", "add the address"], "base-url");
    let none = Wrong::by(|site| site.write("engross.toml", "[site]\nbase_url = \"example.com\"\n"));
    let words = ["engross.toml:2:12", "must begin with https:// or http://", "write it like https://"];
    none.is_told(2, &words, "base-url");
}

#[test]
fn a_date_is_no_day() {
    let text = "---\ntitle: Privacy\neffective: 2016-02-30\n---\nThe text.\n";
    let wrong = Wrong::by(|site| site.write("content/privacy/en.md", text));
    let words = [
        "error[date-malformed]",
        "--> content/privacy/en.md:3:12",
        "3 | effective: 2016-02-30",
        "^^^^^^^^^^ not a day",
        "write it like 2016-06-01",
    ];
    assert_eq!(place(&wrong.is_told(1, &words, "date-malformed")), "content/privacy/en.md:3:12");
}

#[test]
fn front_matter_is_not_yaml() {
    let wrong = Wrong::by(|site| site.write("content/privacy/en.md", "---\ntitle: \"Privacy\n---\nThe text.\n"));
    let words = ["error[front-matter-syntax]", "--> content/privacy/en.md:", "remove the front matter"];
    wrong.is_told(1, &words, "front-matter-syntax");
}

#[test]
fn a_folder_is_no_language() {
    let wrong = Wrong::by(|site| {
        site.append("engross.toml", "[content]\npath = \"{locale}/{document}.md\"\n");
        site.write("content/en/privacy.md", "# Privacy\n");
        site.write("content/archive/privacy.md", "# Privacy\n");
    });
    let words = ["error[locale-unknown]", "content/archive/privacy.md", "\"archive\"", "BCP 47", "content.exclude"];
    wrong.is_told(1, &words, "locale-unknown");
}

#[test]
fn two_files_hold_one_text() {
    let wrong = Wrong::by(|site| {
        site.write("content/privacy/he.md", "# פרטיות\n");
        site.write("content/privacy/iw.md", "# פרטיות\n");
    });
    let words = ["error[document-taken]", "content/privacy/iw.md", "content/privacy/he.md", "keep one of them"];
    let finding = wrong.is_told(1, &words, "document-taken");
    assert_eq!(finding["place"]["path"], "content/privacy/iw.md");
    assert_eq!(finding["related"]["path"], "content/privacy/he.md");
}

#[test]
fn a_variable_has_no_value() {
    let wrong = Wrong::by(|site| {
        site.append("engross.toml", "[variables]\ncompany = \"Example\"\n");
        site.write("content/privacy/en.md", "# Privacy\n\nGemäß 約款 [[compny]].\n");
    });
    let words =
        ["error[variable-unknown]", "--> content/privacy/en.md:3:", "^^^^^^ no value", "did you mean `company`?"];
    let finding = wrong.is_told(1, &words, "variable-unknown");
    assert_eq!(place(&finding), "content/privacy/en.md:3:10", "columns are letters, not bytes");
}

#[test]
fn there_is_no_such_theme() {
    let wrong = Wrong::by(|site| site.append("engross.toml", "theme = \"gone\"\n"));
    let words = ["error[theme-missing]: there is no theme in `themes/gone`", "engross.toml", "remove `site.theme`"];
    wrong.is_told(1, &words, "theme-missing");
}

#[test]
fn a_template_is_broken() {
    let template = |text: &'static str| {
        Wrong::by(move |site| {
            site.append("engross.toml", "theme = \"own\"\n");
            site.write("themes/own/templates/document.html", text);
        })
    };
    let syntax = template("<p>\n{% if title %}\n");
    let words = ["error[template]", "the template `document.html`", "--> themes/own/templates/document.html:2:"];
    syntax.is_told(1, &words, "template");
    // A fault that shows itself only when a page is made; `status` makes none.
    let undefined = template("<p>\n{{ nothing.here }}\n");
    let words = ["error[template]", "`nothing` is not defined", "--> themes/own/templates/document.html:2:4", "^^^"];
    undefined.run(&["build"], 1).says(&words).says(&["Nothing was written"]);
    let json = undefined.run(&["build", "--format", "json"], 1).json();
    let findings = json["findings"].as_array().expect("findings");
    assert!(findings.iter().any(|found| place(found) == "themes/own/templates/document.html:2:4"), "{findings:#?}");
    let parent = template("{% extends \"nowhere.html\" %}");
    parent.run(&["build"], 1).says(&["error[template]", "nowhere.html"]);
}

#[test]
fn a_text_is_not_utf8() {
    let wrong = Wrong::by(|site| site.write("content/privacy/en.md", b"# Privacy\n\nCaf\xe9\n"));
    let words = ["error[not-utf8]", "content/privacy/en.md", "0xE9", "line 3, byte 4", "save the file as UTF-8"];
    wrong.is_told(1, &words, "not-utf8");
    let windows = Wrong::by(|site| site.write("content/privacy/de.md", b"\xff\xfe#\0 \0P\0"));
    windows.is_told(1, &["content/privacy/de.md", "0xFF", "line 1, byte 1"], "not-utf8");
    let template = Wrong::by(|site| site.write("themes/default/templates/home.html", b"\xe9"));
    template.is_told(1, &["themes/default/templates/home.html", "not UTF-8"], "not-utf8");
    let settings = Wrong::by(|site| site.write("engross.toml", b"[site]\ntitle = \"Caf\xe9\"\n"));
    settings.run(&["build"], 2).says(&["`engross.toml` is not UTF-8", "line 2"]);
}

#[test]
fn a_text_is_huge() {
    let huge = |path: &'static str, size: u64| {
        Wrong::by(move |site| {
            site.write(path, "");
            let file = File::options().write(true).open(site.root().join(path)).expect(path);
            file.set_len(size).expect(path);
        })
    };
    let words = ["error[document-too-large]", "content/privacy/de.md", "is 50 MB", "at most 10 MB", "split it"];
    huge("content/privacy/de.md", 50_000_000).is_told(1, &words, "document-too-large");
    huge("engross.toml", 50_000_000).run(&["build"], 2).says(&["`engross.toml` is 50 MB"]);
    // Beside the texts, and nobody refers to it: no business of the site.
    huge("content/privacy/film.mp4", 500_000_000).project.run(&["build"]).ends(0);
}

#[test]
fn there_is_no_text() {
    let wrong = Wrong::by(|site| fs::remove_file(site.root().join("content/privacy/en.md")).expect("no text"));
    wrong.is_told(
        1,
        &["error[no-documents]: there is no document in `content`", "content/privacy/en.md"],
        "no-documents",
    );
    let folder = Wrong::by(|site| fs::remove_dir_all(site.root().join("content")).expect("no folder"));
    folder.run(&["build"], 2).says(&["engross: cannot read the folder", "content`", "No such file"]);
    assert!(folder.run(&["build", "--format", "json"], 2).json()["failure"].is_string());
}

#[test]
fn several_mistakes_are_told_at_once() {
    let wrong = Wrong::by(|site| {
        site.write("content/privacy/en.md", "# Privacy\n\n[[nobody]]\n");
        site.write("content/privacy/de.md", "---\neffective: soon\n---\n# P\n");
        site.write("content/privacy/xq.md", "# P\n");
    });
    let words = ["error[variable-unknown]", "error[date-malformed]", "error[locale-unknown]", "3 errors"];
    wrong.run(&["build"], 1).says(&words);
    wrong.project.write("engross.toml", format!("{SETTINGS}them = \"x\"\ntitel = \"x\"\n"));
    wrong.run(&["build"], 2).says(&["`site.them`", "`theme`", "`site.titel`", "`title`"]);
}

/// The words must lead to the cure: with a repository that cannot be opened, it is not `git init`.
#[test]
fn a_repository_that_cannot_be_opened_is_not_called_missing() {
    let project = site();
    project.commit("2020-01-31T12:00:00Z");
    project.run(&["build", "--strict"]).ends(0);
    project.write(".git/config", "[core\n");
    let run = project.run(&["build", "--strict"]).ends(1);
    assert!(!run.stderr.contains("not inside a git repository"), "{}", run.stderr);
    assert!(!run.stderr.contains("git init"), "{}", run.stderr);
}
