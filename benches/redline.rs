//! The redlines of all neighbouring versions of real sites, beside lines compared first and words in
//! the lines that differ, as most tools do.
//!
//! ```text
//! cargo bench --bench redline -- SITE…
//! ```
//!
//! SITE is a checkout whose engross.toml says `versions.from = "git"`. Prints for each: the share of
//! letters that are highlighted, highlights per changed block, the share of blocks or lines that face a
//! partner, and the milliseconds of one comparison, parsed texts given.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a bench reads the clock and prints")]
#![expect(clippy::cast_precision_loss, reason = "shares of counts")]

use std::path::PathBuf;
use std::time::Instant;

use engross::build::{Overrides, load};
use engross::redline::{Between, EditClass, Redline, RowKind, Text, compare};
use engross::site::{Edition, Site};
use engross::vocabulary::Day;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What is counted of all pairs.
#[derive(Default)]
struct Counted {
    letters: usize,
    highlighted: usize,
    changed: usize,
    fragments: usize,
    blocks: usize,
    paired: usize,
    times: Vec<f64>,
}

impl Counted {
    fn print(mut self, name: &str) {
        self.times.sort_by(f64::total_cmp);
        let at = |percent: usize| self.times.get(self.times.len() * percent / 100).copied().unwrap_or(0.0);
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        println!(
            "  {name:<18} highlighted {:.2} %, fragments per changed block {:.2}, paired {:.3}, ms median {:.2}, p95 {:.2}, most {:.2}",
            100.0 * share(self.highlighted, self.letters),
            share(self.fragments, self.changed),
            share(self.paired, self.blocks),
            at(50),
            at(95),
            self.times.last().unwrap_or(&0.0),
        );
    }

    fn redline(&mut self, redline: &Redline) {
        let letters =
            |leaves: &[engross::redline::Leaf]| leaves.iter().map(|leaf| leaf.text.chars().count()).sum::<usize>();
        self.letters += letters(&redline.leaves.before) + letters(&redline.leaves.after);
        for row in redline.rows.iter().filter(|row| !matches!(row.kind, RowKind::MovedAway(_))) {
            let sides = [(&row.edits.before, &redline.leaves.before), (&row.edits.after, &redline.leaves.after)];
            let texts = sides.iter().flat_map(|(edits, leaves)| edits.iter().map(move |edit| (edit, leaves)));
            let texts: Vec<usize> = texts
                .filter(|(edit, _)| edit.class >= EditClass::Number)
                .map(|(edit, leaves)| leaves[edit.leaf].text[edit.range.clone()].chars().count())
                .collect();
            self.highlighted += texts.iter().sum::<usize>();
            let is_pair = !row.leaves.before.is_empty() && !row.leaves.after.is_empty();
            self.blocks += 1;
            self.paired += usize::from(is_pair);
            if is_pair && !texts.is_empty() {
                self.changed += 1;
                self.fragments += texts.len();
            }
        }
    }

    /// Lines first, then words in each line that faces another one of its hunk.
    fn lines(&mut self, before: &str, after: &str) {
        let (left, right): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
        self.letters += before.chars().count() + after.chars().count();
        for operation in capture_diff_slices(Algorithm::Myers, &left, &right) {
            let (_, old, new) = operation.as_tag_tuple();
            self.blocks += old.len().max(new.len());
            if let DiffOp::Equal { len, .. } = operation {
                self.paired += len;
                continue;
            }
            for at in 0..old.len().max(new.len()) {
                let (one, other) = (
                    left.get(old.start + at).filter(|_| at < old.len()),
                    right.get(new.start + at).filter(|_| at < new.len()),
                );
                let (Some(one), Some(other)) = (one, other) else {
                    self.highlighted += one.or(other).map_or(0, |line| line.chars().count());
                    continue;
                };
                self.paired += 1;
                self.changed += 1;
                let words = |line: &'_ str| line.split_inclusive(' ').map(str::to_owned).collect::<Vec<_>>();
                let (one, other) = (words(one), words(other));
                for operation in capture_diff_slices(Algorithm::Myers, &one, &other) {
                    if matches!(operation, DiffOp::Equal { .. }) {
                        continue;
                    }
                    let (_, old, new) = operation.as_tag_tuple();
                    for part in [&one[old], &other[new]].into_iter().filter(|part| !part.is_empty()) {
                        self.highlighted += part.concat().chars().count();
                        self.fragments += 1;
                    }
                }
            }
        }
    }
}

fn main() {
    let sites: Vec<PathBuf> =
        std::env::args().skip(1).filter(|text| !text.starts_with("--")).map(PathBuf::from).collect();
    for root in sites {
        let Ok(day) = Day::parse("2026-11-24") else { return };
        match load(&root, |_| day, &Overrides::default()) {
            Ok(loaded) => site(&root.display().to_string(), &loaded.site),
            Err(failure) => println!("{}: {failure}", root.display()),
        }
    }
}

fn site(name: &str, site: &Site) {
    let (mut ours, mut theirs, mut pairs) = (Counted::default(), Counted::default(), 0);
    for document in site.documents.values() {
        for locale in site.languages.keys() {
            let own: Vec<_> = document
                .timeline
                .versions()
                .filter_map(|version| {
                    let (locale, text) = version.texts.entry(locale)?;
                    let edition = Edition { locale, text, is_fallback: false };
                    let read = site.text_of(document, version, edition).ok()?;
                    Some((site.prose(&read).ok()?, site.markdown_of(text).ok()?))
                })
                .collect();
            for pair in own.windows(2) {
                let start = Instant::now();
                let redline = compare(Between {
                    before: Text { prose: &pair[0].0, title: None },
                    after: Text { prose: &pair[1].0, title: None },
                });
                ours.times.push(start.elapsed().as_secs_f64() * 1000.0);
                ours.redline(&redline);
                let start = Instant::now();
                theirs.lines(&pair[0].1, &pair[1].1);
                theirs.times.push(start.elapsed().as_secs_f64() * 1000.0);
                pairs += 1;
            }
        }
    }
    println!("{name}: {pairs} pairs");
    ours.print("redline");
    theirs.print("lines, then words");
}
