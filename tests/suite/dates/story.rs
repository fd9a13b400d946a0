//! Stories of up to three documents: who changed what, moved, merged, took back, and when. Each is
//! written as commits, and a model that knows nothing of Markdown or of git's trees tells what the
//! dates must be.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::past::{Commit, File};
use super::text::{CHOICES, Kind, Text};

pub(super) const DOCUMENTS: usize = 3;

/// The names that a document can have.
pub(super) fn path(document: usize, name: usize) -> String {
    let name = ["", "old/", "a.b/"][name];
    format!("content/{name}{}/en.md", ["privacy", "terms", "cookies"][document])
}

/// A document in one commit: its name, and what it is.
pub(super) type Paper = Option<(usize, Text)>;

/// What a commit says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Trailer,
    Listed,
    Both,
    Material,
}

/// A commit of a story.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub(super) parents: Vec<usize>,
    pub(super) seconds: i64,
    pub(super) mark: Mark,
    pub(super) papers: [Paper; DOCUMENTS],
}

#[derive(Debug, Clone)]
enum Act {
    Choose(usize, u8),
    Move(usize),
    /// As it was in a commit so far back.
    Restore(usize),
    Remove,
}

/// How a merge makes a document of two.
#[derive(Debug, Clone, Copy)]
enum Merge {
    /// Each choice as the side has it that changed it since both were one.
    Clean,
    First,
    Second,
    /// Some choices of each side.
    Mixed(u64),
}

/// How a commit comes of the ones before it.
#[derive(Debug, Clone)]
pub(super) struct Step {
    back: usize,
    merged: Option<(usize, [Merge; DOCUMENTS])>,
    acts: Vec<(usize, Act)>,
    mark: Mark,
    clock: u16,
}

pub(super) fn mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        6 => Just(Mark::None),
        2 => Just(Mark::Trailer),
        2 => Just(Mark::Listed),
        1 => Just(Mark::Both),
        1 => Just(Mark::Material),
    ]
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    let of = |kind: Kind| -> Vec<usize> { (0..CHOICES.len()).filter(|at| CHOICES[*at].0 == kind).collect() };
    let choose = |kind| prop::sample::select(of(kind)).prop_flat_map(|at| (Just(at), 0..CHOICES[at].1));
    let act = prop_oneof![
        4 => choose(Kind::Typed).prop_map(|(at, option)| Act::Choose(at, option)),
        1 => choose(Kind::Days).prop_map(|(at, option)| Act::Choose(at, option)),
        2 => choose(Kind::Looks).prop_map(|(at, option)| Act::Choose(at, option)),
        3 => choose(Kind::Says).prop_map(|(at, option)| Act::Choose(at, option)),
        2 => (0..3usize).prop_map(Act::Move),
        1 => (1..5usize).prop_map(Act::Restore),
        1 => Just(Act::Remove),
    ];
    let merge = || {
        prop_oneof![
            5 => Just(Merge::Clean),
            1 => Just(Merge::First),
            1 => Just(Merge::Second),
            1 => any::<u64>().prop_map(Merge::Mixed),
        ]
    };
    let merged = prop::option::weighted(0.35, (1usize..5, prop::array::uniform3(merge())));
    let back = prop_oneof![3 => Just(1usize), 2 => 1usize..5];
    // Merges for the most part change nothing themselves.
    let acts = prop_oneof![4 => prop::collection::vec((0..DOCUMENTS, act.clone()), 1..4), 1 => prop::collection::vec((0..DOCUMENTS, act), 0..1)];
    (back, merged, acts, prop::bool::weighted(0.8), mark(), any::<u16>()).prop_map(
        |(back, merged, mut acts, is_plain, mark, clock)| {
            if merged.is_some() && is_plain {
                acts.clear();
            }
            Step { back, merged, acts, mark, clock }
        },
    )
}

/// One to three documents as they begin.
pub(super) fn begin() -> impl Strategy<Value = Vec<Text>> {
    let options = CHOICES.map(|(_, options)| prop_oneof![3 => Just(0), 1 => 0..options]);
    let options = options.into_iter().collect::<Vec<_>>();
    prop::collection::vec(options, 1..=DOCUMENTS).prop_map(|documents| {
        let text = |(document, options): (usize, &Vec<u8>)| {
            let mut text = Text { document, chosen: [0; CHOICES.len()] };
            text.chosen.copy_from_slice(options);
            text
        };
        documents.iter().enumerate().map(text).collect()
    })
}

/// The commits of a story. With sane clocks each is later than the ones before it; two never have
/// the same date.
pub(super) fn tell(begin: &[Text], mark: Mark, steps: &[Step], is_sane: bool) -> Vec<Event> {
    let begin = |document: usize| Some((0, *begin.get(document)?));
    let seconds = |n: usize, clock: u16| {
        let clock = if is_sane { n } else { usize::from(clock) * 64 + n };
        1_500_000_000 + 100 * i64::try_from(clock).expect("a small number")
    };
    let papers = std::array::from_fn(begin);
    let mut events = vec![Event { parents: Vec::new(), seconds: seconds(0, 77), mark, papers }];
    for (n, step) in (1..).zip(steps) {
        let first = n - step.back.min(n);
        let merged = step.merged.map(|(back, how)| (n - back.min(n), how)).filter(|(second, _)| *second != first);
        let mut papers = events[first].papers;
        if let Some((second, how)) = merged {
            let base = common(&events, first, second);
            for (document, how) in how.into_iter().enumerate() {
                let of = |n: usize| events[n].papers[document];
                papers[document] = merge(base.and_then(of), of(first), of(second), how);
            }
        }
        for (document, act) in &step.acts {
            papers[*document] = acted(&events, *document, papers[*document], act);
        }
        let parents: Vec<usize> = std::iter::once(first).chain(merged.map(|(second, _)| second)).collect();
        for (document, paper) in papers.iter_mut().enumerate() {
            let before: Vec<Paper> = parents.iter().map(|parent| events[*parent].papers[document]).collect();
            *paper = recognizable(*paper, &before);
        }
        events.push(Event { parents, seconds: seconds(n, step.clock), mark: step.mark, papers });
    }
    events
}

fn acted(events: &[Event], document: usize, paper: Paper, act: &Act) -> Paper {
    let (name, mut text) = paper?;
    match act {
        Act::Choose(at, option) => {
            text.chosen[*at] = *option;
            Some((name, text))
        }
        Act::Move(to) => Some((*to, text)),
        Act::Restore(back) => events[events.len() - (*back).min(events.len())].papers[document].or(paper),
        // The first document is always there, so that there is one to ask for.
        Act::Remove if document == 0 => paper,
        Act::Remove => None,
    }
}

/// A name changes only where nobody can doubt that the document is the same: where a parent has it
/// under another name, and none has exactly this, the texts are alike. Else nothing happens to it.
fn recognizable(paper: Paper, before: &[Paper]) -> Paper {
    let (name, text) = paper?;
    let is_like = |old: &Paper| old.is_none_or(|(own, old)| own == name || old.is_like(&text));
    let is_kept = before.iter().any(|old| old.is_some_and(|old| old == (name, text)));
    if is_kept || before.iter().all(is_like) { paper } else { before.iter().find(|old| old.is_some()).copied()? }
}

/// The latest commit from which two come, as they are numbered.
fn common(events: &[Event], a: usize, b: usize) -> Option<usize> {
    let all = |from: usize| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
        while let Some(n) = open.pop() {
            if seen.insert(n) {
                open.extend(&events[n].parents);
            }
        }
        seen
    };
    all(a).intersection(&all(b)).last().copied()
}

fn merge(base: Paper, a: Paper, b: Paper, how: Merge) -> Paper {
    let both = |a: (usize, Text), b: (usize, Text), second: &dyn Fn(usize) -> bool| {
        let chosen = std::array::from_fn(|at| if second(at) { b.1.chosen[at] } else { a.1.chosen[at] });
        let name = if second(CHOICES.len()) { b.0 } else { a.0 };
        Some((name, Text { document: a.1.document, chosen }))
    };
    match (how, base, a, b) {
        (Merge::First, ..) => a,
        (Merge::Second, ..) => b.or(a),
        (Merge::Mixed(mask), _, Some(a), Some(b)) => both(a, b, &|at| mask >> at & 1 == 1),
        (Merge::Clean, Some(base), Some(a), Some(b)) => both(a, b, &|at| match base.1.chosen.get(at) {
            Some(option) => a.1.chosen[at] == *option,
            None => a.0 == base.0,
        }),
        (_, base, a, b) if a == base => b,
        (_, _, a, _) => a,
    }
}

/// The commits as git is told of them.
pub(super) fn commits(events: &[Event], settings: &str) -> Vec<Commit> {
    let commit = |event: &Event| {
        let papers = event.papers.iter().enumerate().filter_map(|(document, paper)| Some((document, (*paper)?)));
        let mut files: BTreeMap<String, File> = papers
            .map(|(document, (name, text))| {
                (path(document, name), File { is_executable: text.is_executable(), bytes: text.bytes() })
            })
            .collect();
        files.insert("engross.toml".to_owned(), File::of(settings));
        let message = match event.mark {
            Mark::None | Mark::Listed => "Change\n",
            Mark::Trailer | Mark::Both => "Change\n\nAs agreed.\n\nPolicy-Change: editorial\n",
            Mark::Material => "Change\n\npolicy-change: Material\n",
        };
        Commit { parents: event.parents.clone(), seconds: event.seconds, message: message.to_owned(), files }
    };
    events.iter().map(commit).collect()
}

/// Why a commit is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    Nothing,
    Days,
    Formatting,
    Trailer,
    Listed,
}

/// What must be said of a document: numbers of commits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Expected {
    pub(super) touched: usize,
    pub(super) updated: usize,
    pub(super) passed: Vec<(usize, Why)>,
}

/// Whether a document is the same file to git: choices may come to the same.
fn is_file((name, text): (usize, Text), (other, there): (usize, Text)) -> bool {
    name == other && text.is_executable() == there.is_executable() && text.bytes() == there.bytes()
}

/// The dates of a document that the last commit has.
///
/// From commit to commit, always to the newest that was reached. One that has the document exactly
/// as a parent has it is no revision, and the first such parent is next. Of a revision the least
/// change from a parent counts, no change at all before one that cannot be seen, and if it is none
/// to what is said, that parent is next, the first of several. A change of what is said ends the
/// search, unless the commit is editorial; then all parents are next. If there are only editorial
/// ones, that counts which brought the document, the last that was reached.
pub(super) fn expected(events: &[Event], document: usize) -> Expected {
    let (mut touched, mut brought, mut passed) = (None, None, Vec::new());
    let mut reached = vec![events.len() - 1];
    let mut seen = BTreeSet::new();
    loop {
        reached.sort_by_key(|n| events[*n].seconds);
        let Some(n) = reached.pop() else {
            let (touched, updated) = touched.zip(brought).expect("a commit that brought the document");
            passed.retain(|(n, _)| *n != updated);
            return Expected { touched, updated, passed };
        };
        if !seen.insert(n) {
            continue;
        }
        let Event { parents, mark, papers, .. } = &events[n];
        let own = papers[document].expect("the document");
        let before: Vec<(usize, (usize, Text))> =
            parents.iter().filter_map(|parent| Some((*parent, events[*parent].papers[document]?))).collect();
        if let Some((parent, _)) = before.iter().find(|(_, old)| is_file(*old, own)) {
            reached.push(*parent);
            continue;
        }
        let touched = *touched.get_or_insert(n);
        let change = |old: &Text| (old.change(&own.1), old.bytes() != own.1.bytes());
        let least = before.iter().min_by_key(|(_, (_, old))| change(old));
        let least = least.map(|(parent, (_, old))| (change(old).0, *parent));
        let why = match (least, mark) {
            (Some((Kind::Typed, parent)), _) => {
                reached.push(parent);
                Why::Nothing
            }
            (Some((Kind::Days, parent)), _) => {
                reached.push(parent);
                Why::Days
            }
            (Some((Kind::Looks, parent)), _) => {
                reached.push(parent);
                Why::Formatting
            }
            (_, Mark::None | Mark::Material) => {
                return Expected { touched, updated: n, passed };
            }
            (_, mark) => {
                reached.extend(before.iter().map(|(parent, _)| *parent));
                brought = if before.is_empty() { Some(n) } else { brought };
                if *mark == Mark::Trailer { Why::Trailer } else { Why::Listed }
            }
        };
        passed.push((n, why));
    }
}
