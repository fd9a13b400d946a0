//! The last revision of each file, and its list of revisions, are those of `git log`, whatever the
//! history: merges, evil ones too, several beginnings, deletions, changes of mode, wrong clocks.

use std::collections::{BTreeMap, BTreeSet};

use engross::history::{Which, Why};
use proptest::prelude::*;

use super::past::{Commit, File, Past, stream};
use super::{listed, touched};
use crate::project::Project;

pub(super) const PATHS: [&str; 5] =
    ["content/a/en.md", "content/a/de.md", "content/a.b/en.md", "content/a/sub/en.md", "top.md"];

/// How a commit is made of the ones before it.
#[derive(Debug, Clone)]
struct Step {
    /// How far its parents lie back; nothing is before the first commit.
    back: Vec<usize>,
    seconds: u32,
    /// For each path the parent from which it is taken, of two.
    from_second: [bool; PATHS.len()],
    /// Files that it writes, with their mode, or removes.
    edits: Vec<(usize, Option<(u8, bool)>)>,
}

fn step() -> impl Strategy<Value = Step> {
    let back = prop_oneof![
        8 => prop::collection::vec(1usize..5, 1),
        8 => prop::collection::vec(1usize..5, 2),
        1 => Just(Vec::new()),
        1 => prop::collection::vec(1usize..7, 3),
    ];
    // Few enough seconds in some commits that several have the same date.
    let seconds = prop_oneof![3 => 1u32..2_000_000_000, 1 => 1_000_000_000u32..1_000_000_003];
    let edit = (0..PATHS.len(), prop::option::weighted(0.9, (0u8..3, prop::bool::weighted(0.1))));
    let edits = prop::collection::vec(edit, 0..4);
    let steps = (back, seconds, prop::array::uniform5(prop::bool::weighted(0.4)), edits);
    steps.prop_map(|(back, seconds, from_second, edits)| Step { back, seconds, from_second, edits })
}

/// The first commit holds every file.
fn commits(steps: &[Step]) -> Vec<Commit> {
    let mut commits: Vec<Commit> = Vec::new();
    for (n, step) in steps.iter().enumerate() {
        let mut parents: Vec<usize> = Vec::new();
        for parent in step.back.iter().filter_map(|back| n.checked_sub(*back)) {
            if !parents.contains(&parent) {
                parents.push(parent);
            }
        }
        let taken = |at: usize| {
            let wanted = usize::from(step.from_second[at]);
            let parent = parents.get(wanted).or(parents.first())?;
            Some((PATHS[at].to_owned(), commits[*parent].files.get(PATHS[at])?.clone()))
        };
        let mut files: BTreeMap<String, File> = match n {
            0 => PATHS.iter().map(|path| ((*path).to_owned(), File::of("first"))).collect(),
            _ => (0..PATHS.len()).filter_map(taken).collect(),
        };
        for (path, edit) in &step.edits {
            match edit {
                Some((text, is_executable)) => {
                    let file = File { is_executable: *is_executable, bytes: vec![b'0' + text] };
                    files.insert(PATHS[*path].to_owned(), file);
                }
                None => {
                    files.remove(PATHS[*path]);
                }
            }
        }
        commits.push(Commit { parents, seconds: step.seconds.into(), message: "x".to_owned(), files });
    }
    commits
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, max_shrink_iters: 500, ..ProptestConfig::default() })]

    #[test]
    fn every_history_gives_what_git_log_gives(steps in prop::collection::vec(step(), 1..16)) {
        let commits = commits(&steps);
        let past = Past::new(Project::new(&[]), &commits);
        let root = past.project.root();
        let shown = String::from_utf8_lossy(&stream(&commits)).into_owned();
        let in_head = &commits[commits.len() - 1].files;
        let days: BTreeSet<i64> = commits.iter().map(|commit| commit.seconds).collect();
        let lists = listed(root, &PATHS, Which::All);
        let only = listed(root, &PATHS, Which::Last);
        for (((path, last), list), only) in PATHS.iter().zip(touched(root, &PATHS)).zip(lists).zip(only) {
            let none = Why::NotCommitted { staged: false };
            if !in_head.contains_key(*path) {
                prop_assert_eq!(last, Err(none.clone()), "{}", path);
                prop_assert_eq!(list, Err(none), "{}", path);
                continue;
            }
            let expected = past.log(&["main", "--", path]);
            let one = past.log(&["-1", "main", "--", path]);
            prop_assert_eq!(one.as_slice(), &expected[..1]);
            let list = list.expect("a list");
            let sorted = |list: &[String]| list.iter().cloned().collect::<BTreeSet<_>>();
            prop_assert_eq!(list.len(), expected.len(), "{} in\n{}", path, &shown);
            prop_assert_eq!(sorted(&list), sorted(&expected), "{} in\n{}", path, &shown);
            prop_assert_eq!(last.as_ref().ok(), expected.first(), "{} in\n{}", path, &shown);
            prop_assert_eq!(only, Ok(expected[..1].to_vec()), "{} in\n{}", path, &shown);
            // Of two commits with the same date git shows the one first that it reached first: in
            // a walk for several files that may be another one than in a walk for one.
            if days.len() == commits.len() {
                prop_assert_eq!(&list, &expected, "{} in\n{}", path, &shown);
            }
            let alone = listed(root, &[path], Which::All).remove(0);
            prop_assert_eq!(alone.as_ref().ok(), Some(&expected), "{} alone in\n{}", path, &shown);
            let alone = touched(root, &[path]).remove(0);
            prop_assert_eq!(alone.as_ref().ok(), expected.first(), "{} alone in\n{}", path, &shown);
        }
    }
}
