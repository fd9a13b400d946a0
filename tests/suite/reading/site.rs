//! A site before and after it is built, as the tests of reading understand it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;
use toml::de::{DeTable, DeValue};

use super::{markdown, page};

/// A text: its file, its page below the output folder, and its variables.
pub(super) struct Text {
    /// The path below the root.
    pub(super) name: String,
    /// The path of its page below the output folder.
    pub(super) page: String,
    path: PathBuf,
    variables: BTreeMap<String, String>,
}

impl Text {
    /// What a reader should see.
    pub(super) fn read(&self) -> String {
        markdown::read(&self.file(), &self.variables)
    }

    /// The lines of its front matter with a key and a value.
    pub(super) fn front_matter(&self) -> Vec<String> {
        let file = self.file();
        let lines = markdown::cut(&file).0.lines().map(str::trim);
        lines.filter(|line| line.contains(": ") || line.contains(" = ")).map(str::to_owned).collect()
    }

    fn file(&self) -> String {
        fs::read_to_string(&self.path).expect("a text")
    }
}

/// A site that can be built.
pub(super) struct Site {
    /// Every text that the pattern finds and that is not excluded.
    pub(super) texts: Vec<Text>,
    root: PathBuf,
    /// Where the root lies, if it goes with the test.
    _folder: Option<TempDir>,
}

impl Site {
    /// A clone of a bundle, with settings.
    pub(super) fn cloned(bundle: &Path, settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("site");
        let mut git = Command::new("git");
        git.args(["-c", "init.defaultBranch=main", "clone", "-q", "-c", "core.autocrlf=false"]).arg(bundle).arg(&root);
        assert!(git.status().expect("git runs").success(), "git clone {}", bundle.display());
        fs::write(root.join("engross.toml"), settings).expect("settings");
        Self { _folder: Some(folder), ..Self::in_folder(&root, settings) }
    }

    /// A new site of one text.
    pub(super) fn of_text(name: &str, text: &str, settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a text");
        fs::write(folder.path().join("engross.toml"), settings).expect("settings");
        let site = Self::in_folder(folder.path(), settings);
        Self { _folder: Some(folder), ..site }
    }

    /// The site in a folder.
    pub(super) fn in_folder(root: &Path, settings: &str) -> Self {
        let settings = settings_of(settings);
        let content = &settings["content"];
        let word = |key: &str, default: &'static str| content[key].as_str().unwrap_or(default).to_owned();
        let folder = root.join(word("folder", "content"));
        let excluded = list(&content["exclude"]);
        let texts = files(&folder)
            .into_iter()
            .filter(|name| name.ends_with(".md") && !excluded.contains(&name.as_str()))
            .map(|name| {
                let (document, locale) = parts(&name, &word("path", "{document}/{locale}.md"));
                let page = format!("{locale}/{}/index.html", address(document));
                let variables = variables(&settings, locale);
                Text { page, path: folder.join(&name), variables, name }
            })
            .chain(versions(root))
            .collect();
        Self { texts, root: root.to_owned(), _folder: None }
    }

    /// Builds the site; nothing that is an error may be found.
    pub(super) fn build(&self) -> Built {
        let out = tempfile::tempdir().expect("a folder");
        let mut engross = Command::new(env!("CARGO_BIN_EXE_engross"));
        engross.args(["build", "--format", "json", "--root"]).arg(&self.root);
        let result = engross.arg("--output").arg(out.path().join("site")).output().expect("engross runs");
        let said = String::from_utf8_lossy(&result.stderr);
        let report: Value = serde_json::from_slice(&result.stdout).expect("one JSON document");
        assert!(result.status.success(), "{}: {report:#}\n{said}", result.status);
        let findings = report["findings"].as_array().expect("findings").iter();
        let findings = findings.map(|found| found["code"].as_str().expect("a code").to_owned()).collect();
        Built::read(&out.path().join("site"), findings)
    }
}

/// The texts of archived versions: `versions/privacy/2016-06-01/en.md`.
fn versions(root: &Path) -> Vec<Text> {
    let folder = root.join("versions");
    let names = if folder.is_dir() { files(&folder) } else { Vec::new() };
    let of = |name: String| {
        let (version, locale) = name.strip_suffix(".md")?.rsplit_once('/')?;
        let page = format!("{locale}/{}/index.html", address(version));
        Some(Text { page, path: folder.join(&name), variables: BTreeMap::new(), name })
    };
    names.into_iter().filter_map(of).collect()
}

/// A site that was built.
pub(super) struct Built {
    /// The codes of all findings.
    pub(super) findings: Vec<String>,
    /// What a reader sees of each document in its own language, by the path of the page.
    pub(super) articles: BTreeMap<String, String>,
    /// The HTML of all pages.
    pages: BTreeMap<String, String>,
}

impl Built {
    fn read(folder: &Path, findings: Vec<String>) -> Self {
        let pages: BTreeMap<String, String> = files(folder)
            .into_iter()
            .filter(|name| name.ends_with(".html"))
            .map(|name| (name.clone(), fs::read_to_string(folder.join(name)).expect("a page")))
            .collect();
        let articles = pages.iter().filter_map(|(name, html)| Some((name.clone(), page::article(html)?))).collect();
        Self { findings, articles, pages }
    }

    /// The pages that hold one of the words, in a line for each place that is written alike.
    pub(super) fn pages_that_hold(&self, words: &[&str]) -> String {
        let mut places: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (name, html) in &self.pages {
            for (at, word) in words.iter().filter_map(|word| Some((html.find(word)?, word))) {
                let before: Vec<char> = html[..at].chars().rev().take(60).collect();
                let after: String = html[at..].chars().take(60).collect();
                let place = format!("{word} in \"{}{after}\"", before.iter().rev().collect::<String>());
                places.entry(place.replace('\n', " ")).or_default().push(name);
            }
        }
        let line = |(place, names): (&String, &Vec<&str>)| format!("{} pages, as {}: {place}\n", names.len(), names[0]);
        places.iter().map(line).collect()
    }
}

/// Every file below a folder by its path in it, sorted; git's are none of the site.
pub(super) fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("UTF-8");
        if !entry.path().is_dir() {
            found.push(name);
        } else if name != ".git" {
            found.extend(files(&entry.path()).iter().map(|inner| format!("{name}/{inner}")));
        }
    }
    found.sort();
    found
}

/// The document and the locale that a path names.
fn parts<'n>(name: &'n str, pattern: &str) -> (&'n str, &'n str) {
    let name = name.strip_suffix(".md").expect("a text");
    match pattern {
        "{document}.md" => (name, "en"),
        "{locale}/{document}.md" => name.split_once('/').map(|(l, d)| (d, l)).expect("a folder"),
        "{document}/{locale}.md" => name.rsplit_once('/').expect("a folder"),
        _ => panic!("this test does not know the pattern {pattern}"),
    }
}

/// The address of a document: `ChatGPT/Terms of Service` is `ChatGPT/Terms-of-Service`.
fn address(document: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '.');
    let words: String = document.chars().map(|c| if kept(c) { c } else { ' ' }).collect();
    words.split_whitespace().collect::<Vec<_>>().join("-")
}

/// What stands for each variable in the texts of a language, and its value there.
fn variables(settings: &Value, locale: &str) -> BTreeMap<String, String> {
    let mut forms = list(&settings["content"]["placeholders"]);
    if forms.is_empty() {
        forms.push("[[{name}]]");
    }
    let all = &settings["variables"];
    let values = [all, &all[locale]].into_iter().filter_map(Value::as_object).flatten();
    values
        .filter_map(|(name, value)| Some((name, value.as_str()?)))
        .flat_map(|(name, value)| forms.iter().map(move |form| (form.replace("{name}", name), value.to_owned())))
        .collect()
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The texts, lists and tables of a settings file.
fn settings_of(text: &str) -> Value {
    fn table(table: &DeTable<'_>) -> Value {
        table.iter().map(|(key, value)| (key.get_ref().to_string(), of(value.get_ref()))).collect()
    }
    fn of(value: &DeValue<'_>) -> Value {
        match value {
            DeValue::String(text) => Value::from(text.as_ref()),
            DeValue::Array(items) => items.iter().map(|item| of(item.get_ref())).collect(),
            DeValue::Table(inner) => table(inner),
            _ => Value::Null,
        }
    }
    table(DeTable::parse(text).expect("settings").get_ref())
}
