//! No two documents are ever lost to one address: every page is there, or an error names both.
//! On Windows most of these names cannot be.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a test works on disk and says so")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;

use percent_encoding::percent_decode_str;

use super::project::{Project, SETTINGS, Tree};

/// A site with a document of each name, whose text nobody else has.
fn site(names: &[&str]) -> Project {
    let settings = format!("{SETTINGS}[content]\npath = \"{{document}}.md\"\n");
    let project = Project::new(&[("engross.toml", &settings)]);
    for (n, name) in names.iter().enumerate() {
        project.write(&format!("content/{name}.md"), format!("# Title of {n}\n\nWords of {n}.\n"));
    }
    project
}

/// Whether this disk keeps all these names apart.
fn keeps_apart(project: &Project, names: &[&str]) -> bool {
    let files = Tree::of(&project.root().join("content")).files();
    if files != names.len() {
        println!("skipped: this disk takes some of {names:?} for the same");
    }
    files == names.len()
}

/// Builds, and requires that every document has its page and a link to it, or that an error names
/// both of two, or, where `alone`, the one; then nothing was written. Whether there is a site.
#[track_caller]
fn nothing_is_lost(names: &[&str]) -> bool {
    let project = site(names);
    if !keeps_apart(&project, names) {
        return false;
    }
    let run = project.run(&["build"]);
    if run.code != Some(0) {
        let error: String = run.stderr.split("\n\n").filter(|part| part.starts_with("error[")).collect();
        let named = names.iter().filter(|name| error.contains(&format!("content/{name}.md"))).count();
        assert!(named >= 2, "{names:?}: an error names both:\n{}", run.stderr);
        run.ends(1);
        assert!(!project.public().exists());
        return false;
    }
    let tree = Tree::of(&project.public());
    let home = fs::read_to_string(project.public().join("en/index.html")).expect("the start page");
    for n in 0..names.len() {
        let pages = tree.holding(&format!("Words of {n}."));
        assert_eq!(pages.len(), 1, "{names:?}: pages of \"{}\"\n{}", names[n], run.stderr);
        let folder = pages[0].strip_suffix("index.html").expect("a folder's page");
        let linked = home.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).any(|href| {
            let href = percent_decode_str(href).decode_utf8().expect("UTF-8");
            format!("en/{}", href.trim_start_matches("./")) == folder
        });
        assert!(linked, "{names:?}: no link to {folder} in:\n{home}");
    }
    run.ends(0);
    true
}

#[test]
fn names_that_differ_in_case_have_a_page_each_and_a_warning() {
    let names = ["TP-Link/x", "Tp-link/x", "tp-link/y"];
    let project = site(&names);
    if !keeps_apart(&project, &names) {
        return;
    }
    assert!(nothing_is_lost(&names));
    let words = ["warning[address-case]", "content/Tp-link/x.md", "content/TP-Link/x.md", "upper and lower case"];
    project.run(&["build"]).ends(0).says(&words);
    assert_eq!(Tree::of(&project.public()).holding("Words of 0."), ["en/TP-Link/x/index.html"]);
    project.run(&["build", "--strict"]).ends(1);
}

#[test]
fn names_of_every_script_have_pages() {
    let names = [
        "Terms of Service",
        "プライバシー 方針",
        "隐私政策",
        "개인정보",
        "confidentialit\u{e9}",
        "re\u{301}sume\u{301}",
        "سياسة الخصوصية",
        "Datenschutz/Ämter & Behörden/ß",
        "100% sure?",
        "C#",
        "a+b=c",
        "x'y\"z",
        "<b>",
        "{{ page }}",
        "..hidden",
        "end.",
        "_",
        "🙂",
        "a:b",
        "CON",
    ];
    assert!(nothing_is_lost(&names));
}

#[test]
fn one_name_in_two_forms_of_unicode_is_an_error() {
    let names = ["caf\u{e9}", "cafe\u{301}"];
    let project = site(&names);
    if keeps_apart(&project, &names) {
        assert!(!nothing_is_lost(&names));
        project.run(&["build"]).ends(1).says(&[
            "error[address-taken]",
            "content/caf\u{e9}.md",
            "content/cafe\u{301}.md",
        ]);
    }
}

#[test]
fn names_that_become_one_address_are_an_error() {
    for names in [["a b", "a-b"], ["a b", "a  b"], ["what?", "what!"], ["???", "!!!"], ["x/ y", "x/y"], ["v1", "v1."]] {
        let project = site(&names);
        let files = names.map(|name| format!("content/{name}.md"));
        project.run(&["build"]).ends(1).says(&["error[address-taken]", &files[0], &files[1], "rename one of them"]);
        let json = project.run(&["build", "--format", "json"]).ends(1).json();
        let findings = json["findings"].as_array().expect("findings");
        let found = findings.iter().find(|found| found["code"] == "address-taken").expect("the finding");
        let mut named = [&found["place"]["path"], &found["related"]["path"]].map(|path| path.as_str().expect("a path"));
        named.sort_unstable();
        let mut files: Vec<&str> = files.iter().map(String::as_str).collect();
        files.sort_unstable();
        assert_eq!(named.to_vec(), files);
        assert!(!project.public().exists());
    }
}

/// A translation's folder meets the address of another document.
#[test]
fn languages_of_two_documents_never_become_one() {
    let project =
        Project::new(&[("content/a b/en.md", "# A\n\nWords of 0.\n"), ("content/a-b/de.md", "# A\n\nWords of 1.\n")]);
    project.run(&["build"]).ends(1).says(&["error[address-taken]", "content/a b/en.md", "content/a-b/de.md"]);
}

/// Every three of the names that come near each other.
#[test]
fn no_three_names_hide_one_of_them() {
    let names = ["a b", "a-b", "A b", "A-b", "caf\u{e9}", "cafe\u{301}", "Caf\u{e9}", "\u{212a}x", "Kx", "kx"];
    let mut lost = Vec::new();
    for first in 0..names.len() {
        for second in first + 1..names.len() {
            for third in second + 1..names.len() {
                let three = [names[first], names[second], names[third]];
                if std::panic::catch_unwind(|| nothing_is_lost(&three)).is_err() {
                    lost.push(three);
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} of 120: {lost:?}", lost.len());
}

/// A document whose page would be a folder in the place of another page.
#[test]
fn a_document_called_index_html_hides_no_page() {
    nothing_is_lost(&["a", "a/index.html"]);
    let project = site(&["index.html"]);
    let run = project.run(&["build"]);
    match run.code {
        Some(0) => assert_eq!(Tree::of(&project.public()).holding("Words of 0.").len(), 1),
        _ => drop(run.ends(1).says(&["error[address-taken]", "content/index.html.md"])),
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_is_an_error() {
    use std::os::unix::ffi::OsStrExt;
    let project = site(&["a"]);
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    if fs::write(project.root().join("content").join(name), "# A\n").is_err() {
        println!("skipped: this disk takes no such name");
        return;
    }
    project.run(&["build"]).ends(1).says(&["error[not-utf8]", "content/caf", "rename the file"]);
}
