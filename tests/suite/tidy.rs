//! Ratchets: what keeps the house in order.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, lowest first. A module uses only modules of lower rows.
const LAYERS: &[&[&str]] = &[
    &["vocabulary"],
    &["diagnostic"],
    &["data"],
    &["config", "history", "output"],
    &["language", "markdown", "serve", "source"],
    &["meaning", "redline", "theme"],
    &["archive"],
    &["site"],
    &["check", "page"],
    &["build"],
    &["desk"],
    &["cli"],
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = walkdir::WalkDir::new(root().join(folder))
        .into_iter()
        .filter_entry(|entry| entry.file_name() != "node_modules")
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .collect();
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The module of a file below `src/`: its folder, or its name.
fn module(path: &Path) -> String {
    let inner = path.strip_prefix(root().join("src")).expect("below src");
    let first = inner.components().next().expect("a name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules that a text names by `crate::name`, in `use` lines and in paths.
fn used(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split('}').next().unwrap_or_default();
                found.extend(list.split(',').map(|name| name.trim().split("::").next().unwrap_or_default().to_owned()));
            }
            None => {
                found.push(rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default().into());
            }
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

#[test]
fn modules_use_only_what_stands_above_them() {
    let ranks: BTreeMap<&str, usize> =
        LAYERS.iter().enumerate().flat_map(|(rank, row)| row.iter().map(move |name| (*name, rank))).collect();
    let mut faults = Vec::new();
    for path in files("src", "rs") {
        let own = module(&path);
        if matches!(own.as_str(), "lib" | "main") {
            continue;
        }
        let rank = *ranks.get(own.as_str()).unwrap_or_else(|| panic!("{own} is in no layer"));
        for name in used(&read(&path)) {
            match ranks.get(name.as_str()) {
                Some(other) if name == own || *other < rank => {}
                Some(_) => faults.push(format!("{}: {own} must not use {name}", path.display())),
                None => faults.push(format!("{}: {name} is in no layer", path.display())),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_layer_test_sees_a_planted_violation() {
    assert_eq!(
        used("use crate::cli::run;\nuse crate::{check, output};\nlet x = crate::site::a();"),
        ["cli", "check", "output", "site"]
    );
}

#[test]
fn files_hold_one_concept() {
    let long: Vec<String> = ["src", "tests"]
        .iter()
        .flat_map(|folder| files(folder, "rs").into_iter().chain(files(folder, "mjs")))
        .filter_map(|path| {
            let lines = read(&path).lines().count();
            (lines > 400).then(|| format!("{}: {lines} lines", path.display()))
        })
        .collect();
    assert!(long.is_empty(), "split what grew past one concept:\n{}", long.join("\n"));
}

#[test]
fn every_code_has_its_heading_in_the_manual() {
    let manual = read(&root().join("docs/findings.md"));
    let headings: Vec<&str> = manual.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let codes: Vec<&str> = engross::diagnostic::Code::ALL.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(headings, codes);
}

#[test]
fn io_is_allowed_in_few_files_only() {
    let allowed: Vec<String> = files("src", "rs")
        .into_iter()
        .filter(|path| {
            read(path).contains("#![expect(\n    clippy::disallowed_methods")
                || read(path).contains("#![expect(clippy::disallowed_methods")
        })
        .map(|path| path.strip_prefix(root().join("src")).expect("below src").to_string_lossy().replace('\\', "/"))
        .collect();
    assert_eq!(
        allowed,
        [
            "archive/disk.rs",
            "cli/mod.rs",
            "history/git/open.rs",
            "history/git/remember.rs",
            "history/git/texts.rs",
            "history/git/work.rs",
            "output/disk.rs",
            "serve/http/mod.rs",
            "serve/watch.rs",
            "source/disk.rs"
        ]
    );
}

#[test]
fn no_registry_address_stands_in_a_file() {
    let parts = [["registry.", "npmjs"], ["index.", "crates"], ["static.", "crates"], ["files.", "pythonhosted"]];
    for folder in ["src", "tests", "docs", "themes", "content"] {
        for ending in ["rs", "md", "mjs", "json", "toml", "html", "ftl"] {
            for path in files(folder, ending) {
                let text = read(&path);
                assert!(!parts.iter().any(|part| text.contains(&part.concat())), "{}", path.display());
            }
        }
    }
}
