//! Runs of `import` and `archive` that the system kills: each version is there as a whole, or not at all.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::{Archive, findings, path, site, text};
use crate::project::{Project, Tree};

/// How often a run is killed.
const MOMENTS: usize = 30;

/// Every file below a folder at this moment, with its length.
fn look(folder: &Path) -> Vec<(PathBuf, u64)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let of = |entry: fs::DirEntry| match entry.metadata() {
        Ok(meta) if meta.is_dir() => look(&entry.path()),
        Ok(meta) => vec![(entry.path(), meta.len())],
        Err(_) => Vec::new(),
    };
    entries.filter_map(Result::ok).flat_map(of).collect()
}

/// Runs a command until the archive has changed so often, as far as that is seen from outside, and kills
/// it; whether it had come to its end.
fn killed(project: &Project, args: &[&str], changes: usize) -> bool {
    let folder = project.root().join("versions");
    let mut child = project.command(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a run");
    let (mut seen, mut last) = (0, look(&folder));
    while seen < changes && child.try_wait().expect("a run").is_none() {
        let now = look(&folder);
        seen += usize::from(now != last);
        last = now;
    }
    child.kill().expect("a run or its end");
    child.wait().expect("its end").success()
}

/// The versions whose records are there, each with its files.
fn versions(project: &Project) -> Vec<(String, Tree)> {
    let of = |folder: fs::DirEntry| {
        let path = folder.path();
        path.join("version.toml").exists().then(|| (folder.file_name().display().to_string(), Tree::of(&path)))
    };
    let Ok(folders) = fs::read_dir(project.root().join("versions/a")) else { return Vec::new() };
    let mut found: Vec<(String, Tree)> = folders.filter_map(Result::ok).filter_map(of).collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

/// Kills a run again and again: whatever is there is as a whole run would have written it, nothing is
/// said to be wrong with it, and the run that is let to its end gives all of it.
fn survives(project: &Project, args: &[&str]) {
    let versions_of_all = || {
        project.run(args).ends(0);
        versions(project)
    };
    let before = Tree::of(project.root());
    let all = versions_of_all();
    assert!(!all.is_empty());
    let archive = project.root().join("versions");
    let restore = || {
        let _ = fs::remove_dir_all(&archive);
        for (path, bytes) in before.0.iter().filter(|(path, _)| path.starts_with("versions")) {
            match bytes {
                None => fs::create_dir_all(project.root().join(path)).expect("a folder"),
                Some(bytes) => fs::write(project.root().join(path), bytes).expect("a file"),
            }
        }
    };
    let (mut early, mut parts) = (0, 0);
    for moment in 0..MOMENTS {
        restore();
        early += usize::from(!killed(project, args, moment));
        let there = versions(project);
        for (name, tree) in &there {
            let whole = all.iter().find(|(own, _)| own == name).expect(name);
            tree.is(&whole.1, &format!("{name}, killed at change {moment}"));
        }
        parts += usize::from(!there.is_empty() && there.len() < all.len());
        let verify = project.run(&["verify", "--format", "json"]).ends(0);
        let found = findings(&verify);
        assert!(found.iter().all(|said| said.contains("[archive-unfinished]")), "{found:?}");
        assert_eq!(versions_of_all().len(), all.len(), "after change {moment}");
        assert!(findings(&project.run(&["verify", "--format", "json"]).ends(0)).is_empty());
    }
    assert!(early >= 3, "only {early} runs were killed before their end, {parts} with some versions there");
}

#[test]
fn a_killed_import_leaves_whole_versions() {
    let project = site(&["a"]);
    for month in 2..13 {
        let day = format!("2020-{month:02}-01");
        let german = format!("# A\n\nNummer {month}.\n");
        project.save(&day, &[(&path("a"), &text(&format!("Number {month}."))), ("content/a/de.md", &german)]);
    }
    survives(&project, &["import"]);
}

#[test]
fn a_killed_archive_leaves_whole_versions() {
    let project = site(&["a"]);
    project.archives("2020-01-02", &["a"], "2020-01-01");
    project.save("2020-02-01", &[(&path("a"), &text("Second.")), ("content/a/de.md", "# A\n\nZwei.\n")]);
    survives(&project, &["archive", "a", "--as-of", "2020-02-02"]);
}
