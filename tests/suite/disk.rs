//! Disks that are full or may not be written to: a clear message, exit code 2, the old site whole.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a test works on disk and says so")]
#![expect(clippy::expect_used, reason = "that is how a test fails")]

use std::fs;
use std::path::Path;

use super::project::{Project, Run, Tree};

/// A site whose pages have some kilobytes, and one of them many.
fn project() -> Project {
    let project = Project::new(&[]);
    for n in 0..40 {
        let words = "Words of a policy. ".repeat(if n == 20 { 9_000 } else { 200 });
        project.write(&format!("content/policy-{n}/en.md"), format!("# Policy {n}\n\n{words}\n"));
    }
    project
}

/// Changes every page, so that the next build differs.
fn change(project: &Project) {
    project.append("engross.toml", "title = \"Changed\"\n");
}

/// A shell for a script whose arguments are the folder `disk` of the site (`$1`), the program
/// (`$2`), the site (`$3`) and the folder for results (`$4`), in which mounts are seen by nobody
/// else and end with it. `None`, and a word about it, where the system does not allow that.
fn apart(project: &Project, script: &str) -> Option<Run> {
    let disk = project.root().join("disk");
    fs::create_dir_all(&disk).expect("a place for a disk");
    let unshare = |flags: &str, script: &str| {
        let mut command = project.program("unshare");
        command.args([flags, "sh", "-c", script, "sh"]);
        command.args([disk.as_path(), Path::new(env!("CARGO_BIN_EXE_engross")), project.root(), project.outside()]);
        command
    };
    let mount = "mount -t tmpfs -o size=2m engross-test \"$1\"";
    let allowed = |flags: &&str| unshare(flags, mount).output().is_ok_and(|output| output.status.success());
    let Some(flags) = ["-m", "-rm"].into_iter().find(allowed) else {
        println!("skipped: this system lets nobody here mount a disk (unshare -m, unshare -rm)");
        return None;
    };
    let script = format!("set -e\n{mount}\n{script}");
    Some(Run::of(&mut unshare(flags, &script)))
}

/// Builds on the disk, keeps what is there, changes the disk as told, builds again, and keeps
/// what is there then.
fn build_before_and_after(project: &Project, disturb: &str) -> Option<Run> {
    let script = format!(
        "\"$2\" build --root \"$3\" --output disk/public 2>/dev/null\n\
         cp -R \"$1/public\" \"$4/before\"\n\
         echo 'title = \"Changed\"' >> \"$3/engross.toml\"\n\
         {disturb}\n\
         set +e\n\
         \"$2\" build --root \"$3\" --output disk/public\n\
         code=$?\n\
         cp -R \"$1/public\" \"$4/after\"\n\
         (cd \"$1\" && ls -d .[!.]*/ */ 2>/dev/null) > \"$4/left\"\n\
         exit $code"
    );
    let run = apart(project, &script)?;
    let tree = |name: &str| Tree::of(&project.outside().join(name));
    assert_eq!(tree("before").holding("Words of a policy.").len(), 40, "{}", run.stderr);
    tree("after").is(&tree("before"), "the output");
    Some(run)
}

/// The folders on the disk at the end.
fn folders_left(project: &Project) -> String {
    fs::read_to_string(project.outside().join("left")).expect("what is left")
}

#[test]
fn a_disk_that_fills_up() {
    let project = project();
    // All is taken but 80 kB: enough to begin with, not enough to end.
    let fill = "head -c 81920 /dev/zero > \"$1/spare\"\n\
                cat /dev/zero > \"$1/filler\" 2>/dev/null || true\n\
                rm \"$1/spare\"";
    let Some(run) = build_before_and_after(&project, fill) else { return };
    run.ends(2).says(&["engross: cannot write `", "disk/public/en/policy-", "No space left on device"]);
    assert_eq!(folders_left(&project), "public/\n", "the unfinished site takes no space");
}

#[test]
fn a_disk_that_is_full_from_the_start() {
    let project = project();
    let Some(run) = build_before_and_after(&project, "cat /dev/zero > \"$1/filler\" 2>/dev/null || true") else {
        return;
    };
    run.ends(2).says(&["engross: cannot ", "No space left on device"]);
    assert_eq!(folders_left(&project), "public/\n", "the unfinished site takes no space");
}

#[test]
fn a_disk_for_reading_only() {
    let project = project();
    let Some(run) = build_before_and_after(&project, "mount -o remount,bind,ro \"$1\"") else { return };
    run.ends(2).says(&["engross: cannot create `", "disk/.public.", "Read-only file system"]);
}

#[test]
fn files_that_may_not_grow() {
    let project = project();
    project.run(&["build"]).ends(0);
    let before = Tree::of(&project.public());
    change(&project);
    let limited = |trap: &str| {
        let script = format!("{trap}ulimit -f 64; exec \"$1\" build --root \"$2\"");
        let mut shell = project.program("sh");
        let shell = shell.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_engross")]).arg(project.root());
        let run = Run::of(shell);
        Tree::of(&project.public()).is(&before, "the output");
        run
    };
    let run = limited("trap '' XFSZ; ").ends(2);
    run.says(&["engross: cannot write `", "public/en/policy-20/index.html`", "File too large"]);
    assert!(!project.has_leftovers());
    assert_eq!(limited("").code, None, "the system kills it");
    project.run(&["build"]).ends(0);
    assert!(!project.has_leftovers());
    assert_eq!(Tree::of(&project.public()).holding("Changed").len(), before.holding("Policies").len());
}

#[test]
fn a_parent_that_may_not_be_written_to() {
    use std::os::unix::fs::PermissionsExt;
    let project = project();
    project.run(&["build", "--output", "parent/public"]).ends(0);
    let parent = project.root().join("parent");
    let before = Tree::of(&parent);
    change(&project);
    fs::set_permissions(&parent, fs::Permissions::from_mode(0o555)).expect("permissions");
    if fs::create_dir(parent.join("probe")).is_ok() {
        println!("skipped: permissions do not bind this user; a_disk_for_reading_only shows the same");
    } else {
        let run = project.run(&["build", "--output", "parent/public"]);
        run.ends(2).says(&["engross: cannot create `", "parent/.public.", "Permission denied"]);
        Tree::of(&parent).is(&before, "the output");
    }
    fs::set_permissions(&parent, fs::Permissions::from_mode(0o755)).expect("permissions");
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_where_nothing_can_be() {
    let project = project();
    project
        .run(&["build", "--output", "/proc/engross/public"])
        .ends(2)
        .says(&["engross: cannot create `/proc/engross`"]);
}
