//! The walk alone, beside git: `cargo bench --bench walk -- REPOSITORY [RUNS]`.
//!
//! Prints the median wall times of the last revision, of all revisions and of all with renames of
//! every Markdown file at the top of the work tree and below, and of `git log --name-only`, in turn;
//! and the ratios to git. One thread does the walk, so that wall time is CPU time on a quiet machine.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a bench reads the clock and prints")]
#![expect(clippy::expect_used, reason = "that is how a bench fails")]

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use engross::history::{Change, Reader, Text, Which, revisions};
use engross::vocabulary::SourcePath;

/// Nobody asks it anything but former names, of which it knows none.
struct Nobody;

impl Reader for Nobody {
    fn compare(&self, _: &SourcePath, _: Text<'_>, _: Text<'_>) -> Change {
        Change::Text
    }
}

fn main() {
    let mut args = std::env::args().skip(1).filter(|arg| arg != "--bench");
    let Some(root) = args.next().map(PathBuf::from) else {
        println!("usage: cargo bench --bench walk -- REPOSITORY [RUNS]");
        return;
    };
    let runs: usize = args.next().and_then(|runs| runs.parse().ok()).unwrap_or(9);
    let list = Command::new("git").arg("-C").arg(&root).args(["ls-files", "-z", "*.md"]).output().expect("git");
    let list = String::from_utf8(list.stdout).expect("names in UTF-8");
    let paths: Vec<SourcePath> = list.split_terminator('\0').map(SourcePath::new).collect();
    let walk = |which| {
        let found = revisions(&root, &paths, which, &Nobody);
        found.values().flatten().map(Vec::len).sum::<usize>()
    };
    let git = || {
        let mut git = Command::new("git");
        git.arg("-C").arg(&root).args(["log", "--name-only"]).stdout(Stdio::null());
        git.status().map_or(0, |status| usize::from(status.success()))
    };
    let questions: [(&str, &dyn Fn() -> usize); 4] = [
        ("git log --name-only", &git),
        ("last", &|| walk(Which::Last)),
        ("all", &|| walk(Which::All)),
        ("followed", &|| walk(Which::Followed)),
    ];
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); questions.len()];
    let mut counts = [0; 4];
    for _ in 0..runs {
        for (n, (_, question)) in questions.iter().enumerate() {
            let start = Instant::now();
            counts[n] = question();
            times[n].push(start.elapsed());
        }
    }
    println!("{} files in {}", paths.len(), root.display());
    let median = |times: &[Duration]| {
        let mut times = times.to_vec();
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64() * 1000.0
    };
    let git = median(&times[0]);
    for ((name, _), (times, count)) in questions.iter().zip(times.iter().zip(counts)).skip(1) {
        let own = median(times);
        println!("{name}: {count} revisions, {own:.1} ms, to git ({git:.1} ms) {:.2}", own / git);
    }
}
