//! `updated`, `touched` and the revisions between them, for stories whose right dates are known.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use engross::build::{Overrides, dates};
use engross::history::Pass;
use engross::site::Dates;
use engross::vocabulary::{Day, SourcePath};
use proptest::prelude::*;

use super::past::{Commit, File, Past};
use super::story::{Event, Expected, Mark, Why, begin, commits, expected, mark, path, step, tell};
use super::text::{CHOICES, Kind, Text};
use crate::project::Project;

const SETTINGS: &str = "[site]\nbase_url = \"https://www.example.com/\"\n[content]\nhtml = \"sanitize\"\n";

/// What the program says of a document, in numbers of commits.
fn said(dates: &Dates, ids: &[String], events: &[Event]) -> Expected {
    let number = |commit: &str, seconds: i64| {
        let n = ids.iter().position(|id| id == commit).expect("a commit of the story");
        assert_eq!(events[n].seconds, seconds);
        n
    };
    let (_, updated) = dates.updated.known().expect("a date");
    let (_, touched) = dates.touched.known().expect("a date");
    let passed = dates.passed.iter().map(|passed| {
        let why = match passed.why {
            Pass::Nothing => Why::Nothing,
            Pass::Days => Why::Days,
            Pass::Formatting => Why::Formatting,
            Pass::Trailer => Why::Trailer,
            Pass::Listed => Why::Listed,
        };
        (number(&passed.revision.commit, passed.revision.seconds), why)
    });
    Expected {
        touched: number(&touched.commit, touched.seconds),
        updated: number(&updated.commit, updated.seconds),
        passed: passed.collect(),
    }
}

/// What happened to a document, a line for each commit, with the choices that are not the first.
fn shown(events: &[Event], document: usize) -> String {
    let mut out = String::new();
    for (n, Event { parents, seconds, mark, papers }) in events.iter().enumerate() {
        let _ = write!(out, "{n} of {parents:?} at {seconds} {mark:?}: ");
        let _ = match papers[document] {
            Some((name, text)) => {
                let choices = text.chosen.iter().enumerate().filter(|(_, option)| **option > 0);
                writeln!(out, "{} {:?}", path(document, name), choices.collect::<Vec<_>>())
            }
            None => writeln!(out, "not there"),
        };
    }
    out
}

/// The list of commits that are editorial.
fn list(events: &[Event], ids: &[String]) -> String {
    let listed = events.iter().zip(ids).filter(|(event, _)| matches!(event.mark, Mark::Listed | Mark::Both));
    listed.fold(String::new(), |list, (_, id)| list + id + " # agreed\n")
}

/// Compares what the program says with what must be said, where the last commit is this one of a
/// story after the other.
fn judge(events: &[Event], visits: &[usize]) -> Result<(), TestCaseError> {
    let past = Past::new(Project::new(&[("engross.toml", SETTINGS)]), &commits(events, SETTINGS));
    past.project.write(".policy-ignore-revs", list(events, &past.ids));
    let today = Day::parse("2030-01-01").expect("a day");
    for last in visits {
        past.git(&["reset", "--quiet", "--hard", &past.ids[*last]]);
        let events = &events[..=*last];
        let dated = dates(past.project.root(), |_| today, &Overrides::default(), true).expect("dates");
        let papers = events[*last].papers.iter().enumerate();
        let mut there = 0;
        for (document, (name, _)) in papers.filter_map(|(document, paper)| Some((document, (*paper)?))) {
            let path = path(document, name);
            let found = &dated.dates[&SourcePath::new(path.as_str())];
            let shown = format!("after {visits:?}:\n{}", shown(events, document));
            prop_assert_eq!(said(found, &past.ids, events), expected(events, document), "{}", &shown);
            prop_assert_eq!(found.revisions, Some(past.log(&["HEAD", "--", &path]).len()), "{}", &shown);
            there += 1;
        }
        prop_assert_eq!(dated.dates.len(), there);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, max_shrink_iters: 500, ..ProptestConfig::default() })]

    #[test]
    fn updated_is_the_last_change_of_what_is_said(
        documents in begin(),
        first in mark(),
        steps in prop::collection::vec(step(), 1..20),
        is_sane in prop::bool::weighted(0.7),
        earlier in prop::option::weighted(0.4, any::<prop::sample::Index>()),
    ) {
        let events = tell(&documents, first, &steps, is_sane);
        // What was found out at an earlier commit is remembered, and must not lead astray.
        let earlier = earlier.map(|index| index.index(events.len()));
        judge(&events, &earlier.into_iter().chain([events.len() - 1]).collect::<Vec<_>>())?;
    }
}

/// A commit of a story of the first document: its parents, its date, its mark, the name of the
/// document, and the choices that are not the first.
type Told<'t> = (&'t [usize], i64, Mark, usize, &'t [(usize, u8)]);

fn story(told: &[Told<'_>]) -> Vec<Event> {
    let event = |(parents, seconds, mark, name, choices): &Told<'_>| {
        let mut text = Text { document: 0, chosen: [0; CHOICES.len()] };
        choices.iter().for_each(|(at, option)| text.chosen[*at] = *option);
        let papers = [Some((*name, text)), None, None];
        Event { parents: parents.to_vec(), seconds: *seconds, mark: *mark, papers }
    };
    told.iter().map(event).collect()
}

/// The text that one side changed and the other moved is as old as the change, not as the merge.
#[test]
fn a_merge_of_a_move_and_a_change_is_no_change() {
    for (first, second) in [(1, 2), (2, 1)] {
        let events = story(&[
            (&[], 1_000, Mark::None, 0, &[]),
            (&[0], 2_000, Mark::None, 1, &[]),
            (&[0], 3_000, Mark::None, 0, &[(0, 1)]),
            (&[first, second], 4_000, Mark::None, 1, &[(0, 1)]),
        ]);
        assert_eq!(expected(&events, 0), Expected { touched: 3, updated: 2, passed: vec![(3, Why::Nothing)] });
        judge(&events, &[3]).expect("the date of the change");
    }
}

/// Past an editorial merge a commit can be reached twice, where a clock was wrong.
#[test]
fn a_commit_is_passed_over_once() {
    let events = story(&[
        (&[], 1_000, Mark::None, 0, &[]),
        (&[0], 9_000, Mark::None, 0, &[(23, 1)]),
        (&[1], 2_000, Mark::None, 0, &[(23, 2)]),
        (&[2, 1], 3_000, Mark::Trailer, 0, &[(0, 1)]),
    ]);
    let passed = vec![(3, Why::Trailer), (1, Why::Nothing), (2, Why::Nothing)];
    assert_eq!(expected(&events, 0), Expected { touched: 3, updated: 0, passed });
    judge(&events, &[3]).expect("each commit once");
}

/// What is remembered of one side of an editorial merge must not hide what the other side changed.
#[test]
fn past_an_editorial_merge_the_newer_side_counts() {
    let events = story(&[
        (&[], 1_000, Mark::None, 0, &[]),
        (&[0], 2_000, Mark::None, 0, &[(0, 1)]),
        (&[0], 3_000, Mark::None, 0, &[(1, 1)]),
        (&[1], 4_000, Mark::None, 0, &[(0, 1), (23, 1)]),
        (&[3, 2], 5_000, Mark::Listed, 0, &[(0, 1), (1, 1)]),
    ]);
    let passed = vec![(4, Why::Listed), (3, Why::Nothing)];
    assert_eq!(expected(&events, 0), Expected { touched: 4, updated: 2, passed });
    judge(&events, &[4]).expect("the newer side");
    judge(&events, &[3, 4]).expect("the newer side, whatever is remembered of the other");
}

/// A commit and the one that takes it back both changed what is said.
#[test]
fn a_change_that_is_taken_back_is_two() {
    let events = story(&[
        (&[], 1_000, Mark::None, 0, &[]),
        (&[0], 2_000, Mark::None, 0, &[(1, 1)]),
        (&[1], 3_000, Mark::None, 0, &[]),
        (&[2], 4_000, Mark::None, 0, &[(35, 1)]),
    ]);
    assert_eq!(expected(&events, 0), Expected { touched: 3, updated: 2, passed: vec![(3, Why::Nothing)] });
    judge(&events, &[1, 2, 3]).expect("both changes");
}

#[test]
fn a_commit_that_strips_empty_lines_of_344_files_moves_no_date() {
    let files = |gap: &str| -> BTreeMap<String, File> {
        let text = |n: usize| {
            let front = if n.is_multiple_of(3) { format!("---\nowner: team {n}\n---\n{gap}") } else { String::new() };
            let list = format!("- one\n- two\n{gap}1. first\n2. second\n");
            format!(
                "{front}# Policy {n}\n{gap}\nWords of policy {n}.\n{gap}\n{list}{gap}\n## Rights {{#r{n}}}\n{gap}\nMore words.\n{gap}"
            )
        };
        (0..344).map(|n| (format!("content/policy-{n}/en.md"), File::of(text(n)))).collect()
    };
    let commit = |parents: &[usize], seconds, gap| {
        let message = "Change\n".to_owned();
        Commit { parents: parents.to_vec(), seconds, message, files: files(gap) }
    };
    let commits = [commit(&[], 1_000, "\n\n"), commit(&[0], 2_000, "\n"), commit(&[1], 3_000, "")];
    let past = Past::new(Project::new(&[]), &commits);
    past.git(&["reset", "--quiet", "--hard", "main"]);
    let today = Day::parse("2030-01-01").expect("a day");
    let dated = dates(past.project.root(), |_| today, &Overrides::default(), false).expect("dates");
    assert_eq!(dated.dates.len(), 344);
    for (path, dates) in &dated.dates {
        let commits =
            [&dates.updated, &dates.touched].map(|date| date.known().map(|(_, revision)| revision.commit.as_str()));
        assert_eq!(commits, [Some(past.ids[0].as_str()), Some(past.ids[2].as_str())], "{path}");
        let passed: Vec<_> = dates.passed.iter().map(|passed| (passed.revision.commit.as_str(), passed.why)).collect();
        assert_eq!(passed, [2, 1].map(|n: usize| (past.ids[n].as_str(), Pass::Nothing)), "{path}");
    }
}

/// Each choice alone, to each of its options, in documents that are otherwise different.
#[test]
fn each_change_is_what_it_is() {
    let bases: Vec<Text> = (0..6)
        .map(|n: usize| {
            let any = |at: usize| u8::try_from((at * n + at / 5 + n) % 7).expect("below 7") % CHOICES[at].1;
            Text { document: n % 3, chosen: std::array::from_fn(|at| if n == 0 { 0 } else { any(at) }) }
        })
        .collect();
    let mut cases = Vec::new();
    for base in bases {
        for (at, (_, options)) in CHOICES.iter().enumerate() {
            let others = (0..*options).filter(|option| *option != base.chosen[at]);
            cases.extend(others.map(|option| {
                let mut new = base;
                new.chosen[at] = option;
                (at, base, new)
            }));
        }
    }
    let files = |text: fn(&(usize, Text, Text)) -> Text| -> BTreeMap<String, File> {
        let file = |text: Text| File { is_executable: text.is_executable(), bytes: text.bytes() };
        let files = cases.iter().enumerate().map(|(n, case)| (format!("content/p{n}/en.md"), file(text(case))));
        files.chain([("engross.toml".to_owned(), File::of(SETTINGS))]).collect()
    };
    let message = "Change\n".to_owned();
    let commits = [
        Commit { parents: Vec::new(), seconds: 1_000, message: message.clone(), files: files(|(_, old, _)| *old) },
        Commit { parents: vec![0], seconds: 2_000, message, files: files(|(_, _, new)| *new) },
    ];
    let past = Past::new(Project::new(&[]), &commits);
    past.git(&["reset", "--quiet", "--hard", "main"]);
    let today = Day::parse("2030-01-01").expect("a day");
    let dated = dates(past.project.root(), |_| today, &Overrides::default(), false).expect("dates");
    let id = |n: usize| past.ids[n].as_str();
    for (n, (at, old, new)) in cases.iter().enumerate() {
        let is_touched =
            commits[0].files[&format!("content/p{n}/en.md")] != commits[1].files[&format!("content/p{n}/en.md")];
        let (touched, updated, passed) = match CHOICES[*at].0 {
            _ if !is_touched => (0, 0, None),
            Kind::Says => (1, 1, None),
            Kind::Looks => (1, 0, Some(Pass::Formatting)),
            Kind::Days => (1, 0, Some(Pass::Days)),
            Kind::Typed => (1, 0, Some(Pass::Nothing)),
        };
        let dates = &dated.dates[&SourcePath::new(format!("content/p{n}/en.md"))];
        let found =
            [&dates.touched, &dates.updated].map(|date| date.known().map(|(_, revision)| revision.commit.as_str()));
        let why = || {
            format!(
                "choice {at}:\n{}\n{}",
                String::from_utf8_lossy(&old.bytes()),
                String::from_utf8_lossy(&new.bytes())
            )
        };
        assert_eq!(found, [Some(id(touched)), Some(id(updated))], "{}", why());
        assert_eq!(
            dates.passed.iter().map(|passed| passed.why).collect::<Vec<_>>(),
            Vec::from_iter(passed),
            "{}",
            why()
        );
    }
}
