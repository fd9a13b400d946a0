//! What publishing would change: just that.

use std::collections::BTreeMap;

use super::{EN, ENGLISH, Shown, archived};
use crate::project::{Project, Tree};

const DAY: &str = "2020-06-01";

/// Every file that the page lists, with what would become of it.
fn listed(project: &Project) -> BTreeMap<String, String> {
    let page = Shown::of(project, DAY).page("en/publishing/");
    let line = |line: String| {
        let mut words = line.split(' ');
        let (fate, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let folder = if address.ends_with('/') { "index.html" } else { "" };
        (format!("{}{folder}", address.trim_start_matches('/')), fate.to_lowercase())
    };
    page.all(".pages li").into_iter().map(line).collect()
}

/// What a build really changes in a folder.
fn real(project: &Project) -> BTreeMap<String, String> {
    let files = || Tree::of(&project.public()).0.into_iter().filter(|(_, bytes)| bytes.is_some());
    let before: BTreeMap<_, _> = files().collect();
    project.run(&["build", "--as-of", DAY]).ends(0);
    let after: BTreeMap<_, _> = files().collect();
    let mut found = BTreeMap::new();
    for path in before.keys().chain(after.keys()) {
        let fate = match (before.get(path), after.get(path)) {
            (Some(old), Some(new)) if old == new => continue,
            (Some(_), Some(_)) => "changed",
            (None, _) => "new",
            (_, None) => "gone",
        };
        found.insert(path.to_string_lossy().replace('\\', "/"), fate.to_owned());
    }
    found
}

#[test]
fn it_is_what_the_next_build_changes() {
    let project = archived();
    project.run(&["build", "--as-of", DAY]).ends(0);
    let shown = Shown::of(&project, DAY);
    shown.page("en/publishing/").says(&["Compared with what lies in public.", "Publishing would change nothing."]);
    shown.page("de/publishing/").says(&["Eine Veröffentlichung würde nichts ändern."]);
    project.on("2020-05-01", &[(EN, &ENGLISH.replace("30", "40")), ("content/new/en.md", "# New\n\nNew text.\n")]);
    std::fs::remove_file(project.root().join("content/terms/ja.md")).expect("to be removed");
    let told = listed(&project);
    assert_eq!(told.get("en/new/index.html").map(String::as_str), Some("new"));
    assert_eq!(told.get("en/privacy/index.html").map(String::as_str), Some("changed"));
    assert_eq!(told.get("ja/terms/index.html").map(String::as_str), Some("gone"));
    assert_eq!(told, real(&project));
    assert_eq!(listed(&project), BTreeMap::new());
}

#[test]
fn it_is_found_out_anew_when_the_folder_changes() {
    let project = archived();
    let shown = Shown::of(&project, DAY);
    let page = shown.page("en/publishing/");
    page.says(&["There is no published site in public yet", "This command writes the site"]);
    let command = page.all(".command code").concat();
    assert_eq!(command, format!("engross build --root {}", project.root().display()));
    project.types(&command, DAY).ends(0);
    shown.page("en/publishing/").says(&["Publishing would change nothing."]);
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let project = archived();
    project.write("public/mine.txt", "Mine");
    let page = Shown::of(&project, DAY).page("en/publishing/");
    page.says(&["The folder public was not written by engross"]);
    assert_eq!(page.all(".command code"), [""; 0]);
}

#[test]
fn errors_stand_in_the_way() {
    let project = archived();
    project.run(&["build", "--as-of", DAY]).ends(0);
    project.write("content/terms/en.md", "---\neffective: tomorrow\n---\n# Terms\n\nText.\n");
    let page = Shown::of(&project, DAY).page("en/publishing/");
    page.says(&["Nothing would be published now: there is 1 error."]);
    assert!(page.links().contains(&"/-/en/findings/".to_owned()));
}

#[test]
fn the_desk_is_never_published() {
    let project = archived();
    project.run(&["build", "--as-of", DAY]).ends(0);
    let tree = Tree::of(&project.public());
    assert!(!tree.0.keys().any(|path| path.starts_with("-")));
    assert_eq!(tree.holding("/-/"), [""; 0]);
    assert_eq!(tree.holding("desk"), [""; 0]);
}
