//! Links of the file system, and files that are none: nothing outside the site is read, nothing
//! is waited for.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs::File;
use std::os::unix::fs::{OpenOptionsExt, symlink};
use std::process::Stdio;

use super::project::{Project, Run, Tree};

/// What must never reach a page.
const SECRET: &str = "Not for the public";

/// A site with one policy that was built, and a folder of secrets beside it.
fn site() -> Project {
    let project = Project::new(&[("content/privacy/en.md", "# Privacy\n\nThe text.\n")]);
    project.write("../secret/privacy/en.md", format!("# {SECRET}\n"));
    project.write("../secret/templates/document.html", SECRET);
    project.write("../secret/static/style.css", SECRET);
    project.run(&["build"]).ends(0);
    project
}

fn link(project: &Project, at: &str, to: &str) {
    symlink(to, project.root().join(at)).expect(at);
}

/// Builds a site with a wrong link: the error names it, and the old site stays.
#[track_caller]
fn refused(project: &Project, link: &str, words: &str) {
    let before = Tree::of(&project.public());
    let words = format!("error[symlink]: the symbolic link `{link}` {words}");
    project.run(&["build"]).ends(1).says(&[&words, &format!("--> {link}"), "Nothing was written"]);
    // Which texts there are depends on the link; `status` does without the theme.
    project.run(&["status"]).ends(i32::from(!link.starts_with("themes/")));
    Tree::of(&project.public()).is(&before, link);
}

#[test]
fn a_link_to_a_file_outside() {
    for to in ["../../../secret/privacy/en.md", "/etc/hostname"] {
        let project = site();
        link(&project, "content/privacy/de.md", to);
        refused(&project, "content/privacy/de.md", "leaves the site; nothing outside it is read");
    }
    let project = site();
    link(&project, "content/privacy/image.png", "../../../secret/privacy/en.md");
    refused(&project, "content/privacy/image.png", "leaves the site");
}

#[test]
fn a_link_to_a_folder_outside() {
    for to in ["../../secret", "/etc"] {
        let project = site();
        link(&project, "content/more", to);
        refused(&project, "content/more", "leaves the site; nothing outside it is read");
    }
    let project = site();
    std::fs::create_dir(project.root().join("themes")).expect("themes");
    link(&project, "themes/default", "../../secret");
    refused(&project, "themes/default", "leaves the site");
}

/// The same through a folder above the one that the settings name.
#[test]
fn a_link_above_the_texts_or_the_theme() {
    let texts = site();
    texts.append("engross.toml", "[content]\nfolder = \"docs/legal\"\n");
    texts.write("../outer/legal/privacy/en.md", format!("# {SECRET}\n"));
    link(&texts, "docs", "../outer");
    let theme = site();
    theme.append("engross.toml", "theme = \"secret\"\n");
    link(&theme, "themes", "..");
    for (project, name) in [(texts, "docs"), (theme, "themes")] {
        let run = project.run(&["build"]);
        assert!(Tree::of(&project.public()).holding(SECRET).is_empty(), "{name} leads outside, and is published");
        run.ends(1).says(&["error[symlink]", name]);
    }
}

#[test]
fn a_link_that_leads_nowhere() {
    for to in ["fr.md", "../../../gone/de.md", "de.md"] {
        let project = site();
        link(&project, "content/privacy/de.md", to);
        refused(&project, "content/privacy/de.md", "leads nowhere");
    }
}

#[test]
fn links_that_go_round() {
    let project = site();
    link(&project, "content/loop", ".");
    refused(&project, "content/loop", "leads back to a folder above it");
    let project = site();
    link(&project, "content/privacy/up", "../../content");
    refused(&project, "content/privacy/up", "leads back to a folder above it");
    let project = site();
    link(&project, "content/privacy/de.md", "fr.md");
    link(&project, "content/privacy/fr.md", "de.md");
    refused(&project, "content/privacy/de.md", "leads nowhere");
}

#[test]
fn links_inside_the_site_are_followed() {
    let project = site();
    project.write("texts/terms/en.md", "# Terms\n\nThe terms.\n");
    link(&project, "content/terms", "../texts/terms");
    link(&project, "content/privacy/fr.md", "en.md");
    project.run(&["build"]).ends(0);
    let tree = Tree::of(&project.public());
    assert_eq!(tree.holding("The terms."), ["en/terms/index.html", "fr/terms/index.html"]);
    assert_eq!(tree.holding("The text."), ["en/privacy/index.html", "fr/privacy/index.html"]);
}

/// A pipe among the texts would be waited for without end; here it is given a writer, who tells.
#[test]
fn a_pipe_is_not_waited_for() {
    let project = site();
    let pipe = project.root().join("content/privacy/de.md");
    Run::of(project.program("mkfifo").arg(&pipe)).ends(0);
    let mut build = project.command(&["build"]);
    let mut build = build.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a build");
    let mut readers = 0;
    let not_waiting = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).expect("a flag");
    while build.try_wait().expect("a build").is_none() {
        // Only where somebody reads does this open, and gives him an end.
        let writer: Result<File, _> = File::options().write(true).custom_flags(not_waiting).open(&pipe);
        readers += usize::from(writer.is_ok());
    }
    let run = Run::from(build.wait_with_output().expect("its end"));
    assert_eq!(readers, 0, "the build reads from the pipe");
    run.ends(1).says(&["error[document-unreadable]", "content/privacy/de.md"]);
}
