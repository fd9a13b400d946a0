//! The same text gives the same bytes, whatever the machine, its clock's zone, its language, its
//! number of cores, and wherever the site lies.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;
use std::process::Command;

use super::project::{Project, Run, Tree};

/// A date that is another day in most time zones.
const LATE: &str = "2020-12-31T23:59:59Z";

/// A site with a bit of everything: languages with and without translation, folders, variables,
/// a file beside the texts, a theme of its own, and more pages than there are cores.
fn files() -> Vec<(String, String)> {
    let settings = "[site]\nbase_url = \"https://www.example.com/legal/\"\ntitle = \"Example\"\n\
                    theme = \"own\"\ntime_zone = \"Europe/Berlin\"\n\
                    [variables]\ncompany = \"Example & Sons\"\n[variables.de]\ncompany = \"Beispiel\"\n";
    let mut files: Vec<(String, String)> = vec![
        ("engross.toml".into(), settings.into()),
        ("themes/own/static/own.css".into(), "p { color: red }\n".into()),
        ("themes/own/static/style.css".into(), "p { color: blue }\n".into()),
        ("content/seal.svg".into(), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n".into()),
        ("content/ärger/en.md".into(), "# Änderung\n\nOnly here.\n".into()),
        ("content/İstanbul/tr.md".into(), "# İ ı I i\n\nMetin.\n".into()),
    ];
    for n in 0..24 {
        let text = |word: &str| {
            format!(
                "---\ndescription: \"{word} {n}\"\n---\n# {word} {n}\n\nBy [[company]], see \
                 [next](../policy-{}/en.md) and ![seal](../seal.svg).\n\n## Part\n\n1. One\n2. Two[^a]\n\n[^a]: Note {n}\n",
                (n + 1) % 24
            )
        };
        files.push((format!("content/policy-{n}/en.md"), text("Policy")));
        files.push((format!("content/policy-{n}/ar.md"), text("سياسة")));
        if n % 2 == 0 {
            files.push((format!("content/policy-{n}/de.md"), text("Richtlinie")));
        }
    }
    files
}

/// The site at a path, its files made in this order, committed in two commits.
fn site(path: &str, files: &[(String, String)]) -> Project {
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let project = Project::at(path, &files);
    project.commit(LATE);
    project.append("content/policy-3/en.md", "\nAdded later.\n");
    project.commit("2021-03-28T01:30:00+02:00");
    project
}

/// Takes away the output, and what was found out about the history, so that all is done anew.
fn forget(project: &Project) {
    fs::remove_dir_all(project.public()).expect("the old output");
    fs::remove_dir_all(project.root().join(".git/engross")).expect("what was remembered");
}

/// The site as every machine must make it.
fn reference() -> (Project, Tree) {
    let project = site("site", &files());
    project.run(&["build", "--strict"]).ends(0);
    let tree = Tree::of(&project.public());
    assert!(tree.files() > 60, "{}", tree.files());
    assert_eq!(tree.holding("Dezember 2020").len(), 0, "the day is that of Berlin");
    assert!(tree.holding("2021-01-01").len() > 40);
    (project, tree)
}

#[test]
fn threads_zones_and_languages_of_the_machine() {
    let (project, tree) = reference();
    let machines: [&[(&str, &str)]; 5] = [
        &[("RAYON_NUM_THREADS", "1"), ("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")],
        &[("RAYON_NUM_THREADS", "4"), ("TZ", "America/Anchorage"), ("LANG", "C"), ("LC_ALL", "C")],
        &[("RAYON_NUM_THREADS", "4"), ("TZ", ":/nowhere"), ("LANG", "ar_EG.UTF-8"), ("LANGUAGE", "ar:de")],
        &[("RAYON_NUM_THREADS", "16"), ("TZ", "UTC-14"), ("LC_ALL", "nonsense")],
        &[("SOURCE_DATE_EPOCH", "0"), ("COLUMNS", "20"), ("TERM", "xterm-256color"), ("CLICOLOR_FORCE", "1")],
    ];
    for machine in machines {
        forget(&project);
        let mut build = project.command(&["build", "--strict"]);
        Run::of(build.envs(machine.iter().copied())).ends(0);
        Tree::of(&project.public()).is(&tree, &format!("{machine:?}"));
    }
}

#[test]
fn the_order_in_which_files_were_made() {
    let (_, tree) = reference();
    let mut files = files();
    files.reverse();
    let project = site("site", &files);
    project.run(&["build", "--strict"]).ends(0);
    Tree::of(&project.public()).is(&tree, "reversed");
    files.rotate_left(17);
    let project = site("site", &files);
    project.run(&["build", "--strict"]).ends(0);
    Tree::of(&project.public()).is(&tree, "rotated");
}

#[test]
fn the_folder_in_which_the_site_lies_and_that_of_the_caller() {
    let (_, tree) = reference();
    let elsewhere = site("a b/ö/public/content", &files());
    let build = |root: &str, folder: &str| -> Command {
        let mut build = elsewhere.engross(&["build", "--strict", "--root", root]);
        build.current_dir(elsewhere.outside().join(folder));
        build
    };
    for (root, folder) in [
        (".", "a b/ö/public/content"),
        ("..", "a b/ö/public/content/content"),
        ("a b/./ö/public/content/", ""),
        ("ö/../ö/public/content", "a b"),
    ] {
        Run::of(&mut build(root, folder)).ends(0);
        Tree::of(&elsewhere.public()).is(&tree, root);
        fs::remove_dir_all(elsewhere.public()).expect("the output");
    }
    let output = elsewhere.outside().join("another place/site");
    Run::of(build(".", "a b/ö/public/content").arg("--output").arg(&output)).ends(0);
    Tree::of(&output).is(&tree, "another output folder");
}

#[test]
fn a_clone_with_other_times_of_files() {
    let (project, tree) = reference();
    let clone = Project::new(&[]);
    fs::remove_dir_all(clone.root()).expect("an empty place");
    fs::create_dir(clone.root()).expect("an empty place");
    let from = project.root().to_string_lossy().into_owned();
    clone.git(LATE, &["clone", "--quiet", "--no-hardlinks", &from, "."]);
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_hours(24);
    for path in ["engross.toml", "content/policy-3/en.md"] {
        let file = fs::File::options().write(true).open(clone.root().join(path)).expect(path);
        file.set_modified(long_ago).expect(path);
    }
    clone.run(&["build", "--strict"]).ends(0);
    Tree::of(&clone.public()).is(&tree, "cloned");
}

#[test]
fn what_the_user_told_git() {
    let (project, tree) = reference();
    let settings = "[core]\n\tautocrlf = true\n\tignoreCase = true\n\texcludesFile = ~/ignored\n\
                    [log]\n\tshowSignature = true\n\tdate = local\n[diff]\n\trenames = false\n";
    fs::write(project.home().join(".gitconfig"), settings).expect("settings of git");
    fs::write(project.home().join("ignored"), "*.md\n").expect("settings of git");
    forget(&project);
    project.run(&["build", "--strict"]).ends(0);
    Tree::of(&project.public()).is(&tree, "with settings of git");
}

/// As where a hook of one repository builds the site in another.
#[test]
fn a_hook_of_another_repository() {
    let (project, tree) = reference();
    let other = Project::new(&[("content/policy-3/en.md", "# Another\n")]);
    other.commit("2011-11-11T11:11:11Z");
    let path = |name: &str| other.root().join(name);
    let in_hook = |args: &[&str]| {
        let mut build = project.command(args);
        build.env("GIT_DIR", path(".git")).env("GIT_WORK_TREE", path(".")).env("GIT_INDEX_FILE", path(".git/index"));
        Run::of(&mut build)
    };
    forget(&project);
    let told = ["warning[git]: the variable GIT_DIR names", "is ignored", "1 warning"];
    in_hook(&["build", "--strict"]).ends(1).says(&told).says(&["Nothing was written"]);
    in_hook(&["build"]).ends(0).says(&told);
    Tree::of(&project.public()).is(&tree, "in a hook");
    // The hook of the very repository has nothing to be warned of.
    let own = project.root().join(".git");
    forget(&project);
    Run::of(project.command(&["build", "--strict"]).env("GIT_DIR", own)).ends(0);
    Tree::of(&project.public()).is(&tree, "in its own hook");
}

/// What a run remembers changes nothing, whole, from an earlier commit, or spoilt.
#[test]
fn what_was_remembered() {
    let (project, tree) = reference();
    let memory = || -> Vec<std::path::PathBuf> {
        let folder = fs::read_dir(project.root().join(".git/engross")).expect("what was remembered");
        folder.map(|entry| entry.expect("a file").path()).collect()
    };
    let files = memory();
    assert!(!files.is_empty());
    for file in files {
        let whole = fs::read(&file).expect("what was remembered");
        for spoilt in [&whole[..], &whole[..whole.len() / 2], b"{}", b""] {
            fs::write(&file, spoilt).expect("what was remembered");
            fs::remove_dir_all(project.public()).expect("the old output");
            project.run(&["build", "--strict"]).ends(0);
            Tree::of(&project.public()).is(&tree, &format!("with {}", file.display()));
        }
        fs::write(&file, whole).expect("what was remembered");
    }
    project.append("content/policy-5/en.md", "\nMore.\n");
    project.commit("2022-01-01T00:00:00Z");
    let build = || {
        project.run(&["build", "--strict"]).ends(0);
        Tree::of(&project.public())
    };
    let with = build();
    forget(&project);
    build().is(&with, "without what was remembered");
    assert_ne!(with, tree);
}

/// The same after a commit of other values of variables, which touches no text.
#[test]
fn what_was_remembered_of_texts_with_variables() {
    let (project, _) = reference();
    let settings = fs::read_to_string(project.root().join("engross.toml")).expect("settings");
    project.write("engross.toml", settings.replace("\"Beispiel\"", "\"Beispiel & Sohn\""));
    // Looked at before they are committed, and remembered.
    project.run(&["status"]).ends(0);
    project.commit("2022-01-01T00:00:00Z");
    let status = || project.run(&["status", "--format", "json"]).ends(0).stdout;
    let with = status();
    fs::remove_dir_all(project.root().join(".git/engross")).expect("what was remembered");
    let without = status();
    let differ: Vec<(&str, &str)> = with.split("},{\"").zip(without.split("},{\"")).filter(|(a, b)| a != b).collect();
    assert!(differ.is_empty() && with == without, "{differ:#?}");
}

#[test]
fn findings_come_in_one_order() {
    let (project, _) = reference();
    for n in 0..24 {
        project.append(&format!("content/policy-{n}/en.md"), "\n[a](nowhere.md) [b](#nowhere) [[nobody]] ** x\n");
    }
    let run = |threads: &str| {
        let mut build = project.command(&["build", "--format", "json"]);
        let run = Run::of(build.env("RAYON_NUM_THREADS", threads)).ends(1);
        assert!(run.json()["findings"].as_array().is_some_and(|findings| findings.len() > 24 * 3));
        run.stdout
    };
    let first = run("1");
    assert_eq!(first, run("4"));
    assert_eq!(first, run("7"));
}

#[test]
fn a_changed_letter_changes_the_bytes() {
    let (project, tree) = reference();
    project.append("content/policy-7/ar.md", ".\n");
    project.commit(LATE);
    project.run(&["build"]).ends(0);
    let changed = Tree::of(&project.public());
    let differ = changed.0.iter().filter(|(path, bytes)| tree.0.get(*path) != Some(bytes));
    assert_eq!(
        differ.map(|(path, _)| path.to_string_lossy().into_owned()).collect::<Vec<_>>(),
        ["ar/policy-7/index.html"]
    );
}
