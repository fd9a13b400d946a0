//! Lists of revisions that follow renames are those of `git log --follow`, where nothing is copied.

use std::collections::BTreeMap;

use engross::history::Which;
use proptest::prelude::*;

use super::listed;
use super::past::{Commit, File, Past, stream};
use crate::project::Project;

const FILES: usize = 3;
const LINES: usize = 20;

/// A file in one commit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Paper {
    path: String,
    lines: Vec<String>,
}

impl Paper {
    /// One that has no line in common with any other.
    fn new(file: usize, n: usize) -> Self {
        let mut paper = Self { path: name(file, n, 0), lines: vec![String::new(); LINES] };
        (0..LINES).for_each(|line| paper.write(file, n, line));
        paper
    }

    /// Gives a line words of its own.
    fn write(&mut self, file: usize, n: usize, line: usize) {
        self.lines[line] = format!("Line {line} of file {file}, as it was written in commit {n}\n");
    }
}

fn name(file: usize, n: usize, folder: usize) -> String {
    format!("content/{}{file}-{n}/en.md", ["", "sub/", "sub/sub/"][folder])
}

#[derive(Debug, Clone)]
enum Act {
    /// Some of the lines from a number on.
    Edit(usize, usize),
    /// To another folder, with so many lines changed. At exactly half of them the sums with which
    /// git compares lines decide, so there it is never.
    Move(usize, usize),
    Remove,
    Renew,
}

#[derive(Debug, Clone)]
struct Step {
    back: usize,
    merged: Option<usize>,
    seconds: u32,
    from_second: [bool; FILES],
    acts: Vec<(usize, Act)>,
}

fn step() -> impl Strategy<Value = Step> {
    let act = prop_oneof![
        4 => (0..LINES, 1usize..4).prop_map(|(from, count)| Act::Edit(from, count)),
        2 => (0..3usize).prop_map(|folder| Act::Move(folder, 0)),
        2 => (0..3usize, prop_oneof![4 => 1usize..9, 1 => 13..LINES]).prop_map(|(folder, n)| Act::Move(folder, n)),
        1 => Just(Act::Remove),
        1 => Just(Act::Renew),
    ];
    let acts = prop::collection::vec((0..FILES, act), 1..3);
    let seconds = prop_oneof![4 => 1u32..2_000_000_000, 1 => 1_000_000_000u32..1_000_000_003];
    let merged = prop::option::weighted(0.3, 1usize..5);
    (1usize..4, merged, seconds, prop::array::uniform3(any::<bool>()), acts)
        .prop_map(|(back, merged, seconds, from_second, acts)| Step { back, merged, seconds, from_second, acts })
}

/// With sane clocks the dates are in the order of the commits.
fn commits(steps: &[Step], is_sane: bool) -> Vec<Commit> {
    let mut papers: Vec<[Option<Paper>; FILES]> = vec![std::array::from_fn(|file| Some(Paper::new(file, 0)))];
    let mut parents: Vec<Vec<usize>> = vec![Vec::new()];
    for (n, step) in (1..).zip(steps) {
        let first = n - step.back.min(n);
        let second = step.merged.map(|back| n - back.min(n)).filter(|second| *second != first);
        let mut own: [Option<Paper>; FILES] = std::array::from_fn(|file| {
            papers[second.filter(|_| step.from_second[file]).unwrap_or(first)][file].clone()
        });
        // What a merge itself changes git does not look at, so here it changes nothing.
        for (file, act) in step.acts.iter().filter(|_| second.is_none()) {
            own[*file] = acted(own[*file].take(), *file, n, act);
        }
        papers.push(own);
        parents.push(std::iter::once(first).chain(second).collect());
    }
    let seconds = |n: usize| match n.checked_sub(1) {
        _ if is_sane => 1_500_000_000 + i64::try_from(n).unwrap_or(0) * 1000,
        Some(step) => steps[step].seconds.into(),
        None => 1_000_000_001,
    };
    let commit = |(n, (parents, papers)): (usize, (Vec<usize>, [Option<Paper>; FILES]))| {
        let files = papers.into_iter().flatten().map(|paper| (paper.path, File::of(paper.lines.concat())));
        Commit { parents, seconds: seconds(n), message: "x".to_owned(), files: files.collect::<BTreeMap<_, _>>() }
    };
    parents.into_iter().zip(papers).enumerate().map(commit).collect()
}

fn acted(paper: Option<Paper>, file: usize, n: usize, act: &Act) -> Option<Paper> {
    let mut paper = match (paper, act) {
        (_, Act::Remove) => return None,
        (None, _) | (_, Act::Renew) => return Some(Paper::new(file, n)),
        (Some(paper), _) => paper,
    };
    let (from, count) = match act {
        Act::Edit(from, count) => (*from, *count),
        Act::Move(folder, count) => {
            paper.path = name(file, n, *folder);
            (n, *count)
        }
        Act::Remove | Act::Renew => (0, 0),
    };
    (from..from + count).for_each(|line| paper.write(file, n, line % LINES));
    Some(paper)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, max_shrink_iters: 500, ..ProptestConfig::default() })]

    #[test]
    fn renames_are_followed_as_git_follows_them(steps in prop::collection::vec(step(), 1..14), is_sane in any::<bool>()) {
        let commits = commits(&steps, is_sane);
        let past = Past::new(Project::new(&[]), &commits);
        let paths: Vec<&str> = commits[commits.len() - 1].files.keys().map(String::as_str).collect();
        for (path, found) in paths.iter().zip(listed(past.project.root(), &paths, Which::Followed)) {
            let expected = past.log(&["--follow", "main", "--", path]);
            prop_assert_eq!(found, Ok(expected), "{} in\n{}", path, String::from_utf8_lossy(&stream(&commits)));
        }
    }
}

/// Git does not count the returns of line ends when it compares texts; a move that brings them is
/// still a move.
#[test]
fn a_move_that_changes_line_ends_is_one() {
    let paper = Paper::new(0, 0);
    let with_returns = paper.lines.concat().replace('\n', "\r\n");
    let commit = |parents: &[usize], seconds, path: &str, text: String| {
        let files = [(path.to_owned(), File::of(text))].into();
        Commit { parents: parents.to_vec(), seconds, message: "x".to_owned(), files }
    };
    let moved = name(0, 1, 0);
    let commits = [commit(&[], 1_000, &paper.path, paper.lines.concat()), commit(&[0], 2_000, &moved, with_returns)];
    let past = Past::new(Project::new(&[]), &commits);
    let expected = past.log(&["--follow", "main", "--", &moved]);
    assert_eq!(expected.len(), 2);
    assert_eq!(listed(past.project.root(), &[&moved], Which::Followed), [Ok(expected)]);
}
