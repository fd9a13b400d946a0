//! Whatever ends or disturbs a build, the output folder holds one whole site: the old one or the
//! new one.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::SystemTime;

use super::project::{Project, Run, SETTINGS, Tree};

/// The moments at which a build is killed.
const MOMENTS: usize = 50;
/// Those among them at which it still collects files.
const MOMENTS_OF_WRITING: usize = 40;

/// A site whose every page holds the value of one variable.
fn editions(documents: usize) -> Project {
    let project = Project::new(&[]);
    for n in 0..documents {
        project.write(&format!("content/policy-{n}/en.md"), format!("# Policy {n}\n\nEdition [[edition]].\n"));
    }
    edition(&project, "one");
    project
}

/// Changes every page.
fn edition(project: &Project, name: &str) {
    project.write("engross.toml", format!("{SETTINGS}title = \"{name}\"\n[variables]\nedition = \"{name}\"\n"));
}

/// The site that a whole build of an edition gives.
fn built(project: &Project, name: &str) -> Tree {
    edition(project, name);
    project.run(&["build"]).ends(0);
    let tree = Tree::of(&project.public());
    assert!(!tree.holding(&format!("Edition {name}.")).is_empty());
    tree
}

/// Where a build collects the new site.
fn stage(project: &Project) -> PathBuf {
    project.root().join(".public.engross-stage")
}

/// Starts a build that renders one page after the other, unheard.
fn start(project: &Project) -> Child {
    let mut build = project.command(&["build"]);
    build.env("RAYON_NUM_THREADS", "1").stdout(Stdio::null()).stderr(Stdio::null());
    build.spawn().expect("a build")
}

fn has_ended(build: &mut Child) -> bool {
    build.try_wait().expect("a build").is_some()
}

/// How many files a folder holds at this moment, while others write and remove some.
fn count(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let of = |entry: fs::DirEntry| entry.file_type().map_or(0, |t| if t.is_dir() { count(&entry.path()) } else { 1 });
    entries.filter_map(Result::ok).map(of).sum()
}

/// What can be seen from outside of whether the output is being changed.
fn look(public: &Path, files: &[PathBuf]) -> Vec<Option<SystemTime>> {
    let paths = [public.to_path_buf()].into_iter().chain([0, files.len() / 2].map(|n| public.join(&files[n])));
    paths.map(|path| fs::metadata(path).and_then(|found| found.modified()).ok()).collect()
}

#[test]
fn a_killed_build_leaves_one_whole_site() {
    let project = editions(200);
    let editions = [built(&project, "two"), built(&project, "one")];
    let names = ["two", "one"];
    let files: Vec<PathBuf> =
        editions[0].0.iter().filter(|(_, bytes)| bytes.is_some()).map(|(path, _)| path.clone()).collect();
    let (mut standing, mut early, mut late, mut seen) = (1, 0, 0, Vec::new());
    for moment in 0..MOMENTS {
        let next = 1 - standing;
        edition(&project, names[next]);
        // Files are written one after the other, in order: the build is killed when there is a
        // certain one, or, the last times, at the first change of the output.
        let awaited = files.get(files.len() * moment / MOMENTS_OF_WRITING).map(|file| stage(&project).join(file));
        let _ = awaited.as_ref().map(fs::remove_file); // An earlier build may have left it.
        let before = look(&project.public(), &files);
        let reached =
            || awaited.as_ref().map_or_else(|| look(&project.public(), &files) != before, |file| file.exists());
        let mut build = start(&project);
        while !has_ended(&mut build) && !reached() {}
        build.kill().expect("a build or its end");
        let killed = !build.wait().expect("its end").success();
        let written = count(&stage(&project));
        let tree = Tree::of(&project.public());
        if tree == editions[standing] {
            early += 1;
            seen.push(written * 10 / files.len());
        } else {
            tree.is(&editions[next], &format!("killed at moment {moment}"));
            late += usize::from(killed);
            standing = next;
        }
    }
    seen.sort_unstable();
    seen.dedup();
    assert!(early >= MOMENTS / 2, "only {early} builds were killed before their end");
    assert!(seen.len() >= 5, "builds were killed in these tenths only: {seen:?}");
    assert!(late > 0, "no build was killed between the change of the output and its end");
    built(&project, names[standing]).is(&editions[standing], "after all that");
    assert!(!project.has_leftovers());
}

#[test]
fn a_first_build_that_is_killed_leaves_no_part_of_a_site() {
    let project = editions(100);
    let whole = built(&project, "one");
    for moment in 0..5 {
        fs::remove_dir_all(project.public()).expect("the output");
        let mut build = start(&project);
        while !has_ended(&mut build) && count(&stage(&project)) < whole.files() * moment / 5 {}
        build.kill().expect("a build or its end");
        build.wait().expect("its end");
        if project.public().exists() {
            Tree::of(&project.public()).is(&whole, &format!("moment {moment}"));
        }
        built(&project, "one").is(&whole, "the next build");
        assert!(!project.has_leftovers());
    }
}

/// Where a disk cannot exchange two folders, the old site stands aside for a moment; a build that
/// is killed then leaves it there, with or without the new one in its place.
#[test]
fn an_old_site_that_was_left_aside_hinders_no_build() {
    let project = editions(3);
    let old = built(&project, "one");
    let aside = project.root().join(".public.engross-old");
    fs::rename(project.public(), &aside).expect("the old site aside");
    let new = built(&project, "two");
    assert!(!project.has_leftovers(), "nothing stood in the place");
    built(&project, "one").is(&old, "the next build");
    fs::rename(project.public(), &aside).expect("the old site aside");
    fs::create_dir(project.public()).expect("a place");
    for (path, bytes) in &new.0 {
        let path = project.public().join(path);
        bytes.as_ref().map_or_else(|| fs::create_dir(&path), |bytes| fs::write(&path, bytes)).expect("a copy");
    }
    built(&project, "two").is(&new, "the next build");
    assert!(!project.has_leftovers(), "the new site stood in the place");
}

#[cfg(target_os = "linux")]
#[test]
fn a_second_build_says_no_and_harms_nothing() {
    let project = editions(200);
    let old = built(&project, "one");
    let new = built(&project, "two");
    built(&project, "one").is(&old, "the old site");
    edition(&project, "two");
    let mut signals = Signals::new(&project);
    let mut first = start(&project);
    while count(&stage(&project)) < new.files() / 2 {
        assert!(!has_ended(&mut first), "the first build ended too early");
    }
    assert!(signals.stop(&first), "the first build ended too early");
    let staged = Tree::of(&stage(&project));
    project.run(&["build"]).ends(2).says(&["engross: cannot", "public`", "another build is writing it right now"]);
    project.run(&["status"]).ends(0);
    Tree::of(&project.public()).is(&old, "the output");
    Tree::of(&stage(&project)).is(&staged, "what the first build has written");
    signals.go_on(&first);
    assert!(first.wait().expect("its end").success());
    Tree::of(&project.public()).is(&new, "the output of the first build");
    built(&project, "one").is(&old, "the next build");
    assert!(!project.has_leftovers());
}

/// A build that has put its site in place, but has not yet removed all of the old one, must not
/// take away what the next build writes.
#[cfg(target_os = "linux")]
#[test]
fn a_build_that_still_clears_up_does_not_harm_the_next() {
    use std::os::unix::fs::MetadataExt;
    let project = editions(20);
    let whole = built(&project, "one");
    let mut signals = Signals::new(&project);
    let mut caught = 0;
    for round in 0..5 {
        // An old site of many files takes its time to go.
        for n in 0..5_000 {
            fs::write(project.public().join(format!("old-{n}")), "").expect("an old page");
        }
        let place = || fs::metadata(project.public()).map_or(0, |folder| folder.ino());
        let old = place();
        let mut first = start(&project);
        while place() == old && !has_ended(&mut first) {}
        caught += usize::from(signals.stop(&first));
        let second = project.run(&["build"]);
        signals.go_on(&first);
        assert!(first.wait().expect("its end").success());
        assert!(matches!(second.code, Some(0 | 2)), "{:?}: {}", second.code, second.stderr);
        Tree::of(&project.public()).is(&whole, &format!("after both builds of round {round}"));
        built(&project, "one").is(&whole, "after a third");
        assert!(!project.has_leftovers());
    }
    assert!(caught > 0, "no build was caught before its end");
}

/// A shell that sends signals, quicker than a new program for each could.
#[cfg(target_os = "linux")]
struct Signals {
    shell: Child,
    answers: std::io::BufReader<std::process::ChildStdout>,
}

#[cfg(target_os = "linux")]
impl Signals {
    fn new(project: &Project) -> Self {
        let mut shell = project.program("sh");
        let mut shell = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a shell");
        let answers = std::io::BufReader::new(shell.stdout.take().expect("its output"));
        Self { shell, answers }
    }

    fn send(&mut self, signal: &str, to: &Child) {
        use std::io::{BufRead, Write};
        let line = format!("kill -{signal} {}; echo\n", to.id());
        self.shell.stdin.as_ref().expect("its input").write_all(line.as_bytes()).expect("a command");
        self.answers.read_line(&mut String::new()).expect("an answer");
    }

    /// Stops a process; whether it stands still and has not ended.
    fn stop(&mut self, process: &Child) -> bool {
        self.send("STOP", process);
        loop {
            let stat = fs::read_to_string(format!("/proc/{}/stat", process.id())).expect("its state");
            match stat.rsplit(") ").next().and_then(|rest| rest.chars().next()) {
                Some('T') => return true,
                Some('Z') => return false,
                _ => {}
            }
        }
    }

    fn go_on(&mut self, process: &Child) {
        self.send("CONT", process);
    }
}

#[cfg(target_os = "linux")]
impl Drop for Signals {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}

#[test]
fn a_folder_of_others_is_refused_and_untouched() {
    let project = editions(2);
    project.write("public/index.html", "Somebody's page");
    project.write("notes/deep/letter.txt", "Dear reader");
    let before = Tree::of(project.root());
    for (output, words) in [
        ("public", "it holds files that engross did not write"),
        ("notes", "choose another folder, or empty it"),
        ("content", "it holds files that engross did not write"),
        (".", "it holds files that engross did not write"),
        ("..", "no folder that can be replaced"),
        ("/", "no folder that can be replaced"),
        ("engross.toml", "it is not a folder"),
        ("engross.toml/public", "engross.toml`"),
    ] {
        project.run(&["build", "--output", output]).ends(2).says(&["engross: cannot ", words]);
        Tree::of(project.root()).is(&before, output);
    }
    fs::create_dir(project.root().join("empty")).expect("an empty folder");
    project.run(&["build", "--output", "empty"]).ends(0);
    assert_eq!(Tree::of(&project.root().join("empty")).holding("Edition one.").len(), 2);
}

/// Hosts often publish a folder that a link leads to: a build either keeps both or says no.
#[cfg(unix)]
#[test]
fn an_output_folder_that_is_a_link_stays_one() {
    let project = editions(2);
    project.run(&["build", "--output", "real"]).ends(0);
    let (old, real) = (Tree::of(&project.root().join("real")), project.root().join("real"));
    std::os::unix::fs::symlink("real", project.public()).expect("a link");
    edition(&project, "two");
    let run = project.run(&["build"]);
    assert!(project.public().is_symlink(), "the link was replaced by a folder: {}", run.stderr);
    match run.code {
        Some(0) => assert!(!Tree::of(&real).holding("Edition two.").is_empty(), "the folder has the old site"),
        _ => Tree::of(&real).is(&old, &run.ends(2).says(&["public`"]).stderr),
    }
}

#[cfg(unix)]
#[test]
fn nobody_who_listens_is_no_reason_to_panic() {
    let project = editions(2);
    for args in [&["status"][..], &["status", "--format", "json"], &["build"], &["build", "--format", "json"]] {
        for deaf in ["stdout", "stderr"] {
            let (reader, writer) = std::io::pipe().expect("a pipe");
            drop(reader);
            let mut command = project.command(args);
            let run = match deaf {
                "stdout" => command.stdout(writer),
                _ => command.stderr(writer),
            };
            let run = Run::of(run);
            assert!(!run.stderr.contains("panicked"), "{args:?}: {}", run.stderr);
            assert_ne!(run.code, Some(101), "{args:?} with a closed {deaf}");
        }
    }
    let mut completions: Command = project.engross(&["completions", "bash"]);
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    assert_ne!(Run::of(completions.stdout(writer)).code, Some(101), "completions");
}

/// What cannot be told is not told as done.
#[cfg(target_os = "linux")]
#[test]
fn results_that_cannot_be_written_are_a_failure() {
    let project = editions(2);
    for args in [&["status"][..], &["status", "--format", "json"], &["build", "--format", "json"]] {
        let full = File::options().write(true).open("/dev/full").expect("/dev/full");
        Run::of(project.command(args).stdout(full)).ends(2).says(&["engross: cannot write", "No space left on device"]);
    }
}
