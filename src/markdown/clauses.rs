//! Lettered clauses: lines and paragraphs that begin with `(a)`, `(b)` … or `(i)`, `(ii)` …
//! become lists whose items keep their labels as text.
//!
//! A list begins at a first label and goes on as long as the labels count up; a first label of
//! another kind inside it begins a list within the item. Anything else stays as it was written.

use super::findings;
use super::prose::{Attributes, Block, BlockKind, Inline, Item, ListKind};
use crate::diagnostic::Diagnostic;
use crate::vocabulary::SourcePath;

/// A kind of counting, and how far it has counted.
type Count = (Kind, usize);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Lower,
    Upper,
    LowerRoman,
    UpperRoman,
    Number,
}

/// A block, or a part of a paragraph that begins at a label.
struct Unit {
    block: Block,
    label: Option<Label>,
    /// The break that stood before it in its paragraph.
    joined_by: Option<Inline>,
}

struct Label {
    text: String,
    /// `(i)` may be the ninth letter or the first Roman number.
    counts: Vec<Count>,
}

/// A clause by the number of its unit, and what belongs to it.
struct Clause {
    unit: usize,
    parts: Vec<Part>,
}

enum Part {
    Unit(usize),
    List(Vec<Clause>),
}

/// Turns runs of clauses among the blocks into lists.
pub(super) fn fold(blocks: Vec<Block>, path: &SourcePath, findings: &mut Vec<Diagnostic>) -> Vec<Block> {
    let labelled = |block: &Block| match &block.kind {
        BlockKind::Paragraph(words) => lines(words).any(|line| label(line).is_some()),
        _ => false,
    };
    if !blocks.iter().any(labelled) {
        return blocks;
    }
    let mut units: Vec<Option<Unit>> = blocks.into_iter().flat_map(split).map(Some).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < units.len() {
        match run(&units, at, &[]) {
            Some((clauses, next)) if clauses.len() > 1 => {
                out_of_order(&units, next, &clauses, path, findings);
                out.push(build(clauses, &mut units));
                at = next;
            }
            _ => {
                if let Some(unit) = units[at].take() {
                    restore(unit, &mut out);
                }
                at += 1;
            }
        }
    }
    out
}

/// The clauses that begin at a unit, and the unit after them.
fn run(units: &[Option<Unit>], start: usize, parents: &[Count]) -> Option<(Vec<Clause>, usize)> {
    let is_new = |kind: Kind| parents.iter().all(|(used, _)| *used != kind);
    let first = counts(units, start).iter().rev().find(|(kind, n)| *n == 1 && is_new(*kind)).copied()?;
    let mut count = first;
    let mut clauses = vec![Clause { unit: start, parts: Vec::new() }];
    let mut at = start + 1;
    loop {
        let next = (count.0, count.1 + 1);
        let outer: Vec<Count> = parents.iter().copied().chain([next]).collect();
        if counts(units, at).contains(&next) {
            clauses.push(Clause { unit: at, parts: Vec::new() });
            count = next;
            at += 1;
            continue;
        }
        if counts(units, at).iter().any(|c| parents.contains(c)) {
            break;
        }
        let Some(parts) = clauses.last_mut().map(|clause| &mut clause.parts) else { break };
        if let Some((inner, after)) = run(units, at, &outer) {
            parts.push(Part::List(inner));
            at = after;
        } else if belongs_inside(units, at) && counts(units, at + 1).iter().any(|c| outer.contains(c)) {
            parts.push(Part::Unit(at));
            at += 1;
        } else {
            break;
        }
    }
    Some((clauses, at))
}

fn counts(units: &[Option<Unit>], at: usize) -> &[Count] {
    units.get(at).and_then(Option::as_ref).and_then(|unit| unit.label.as_ref()).map_or(&[], |label| &label.counts)
}

/// A list, quotation or table between two clauses belongs to the first of them.
fn belongs_inside(units: &[Option<Unit>], at: usize) -> bool {
    let kind = units.get(at).and_then(Option::as_ref).map(|unit| &unit.block.kind);
    matches!(kind, Some(BlockKind::List { .. } | BlockKind::Quote(_) | BlockKind::Table(_)))
}

fn build(clauses: Vec<Clause>, units: &mut [Option<Unit>]) -> Block {
    let mut items = Vec::new();
    let mut tight = true;
    let mut span = None;
    let count = clauses.len();
    for (n, clause) in clauses.into_iter().enumerate() {
        let Some(unit) = units[clause.unit].take() else { continue };
        tight &= n == 0 || unit.joined_by.is_some();
        let start = span.as_ref().map_or(unit.block.span.start, |s: &std::ops::Range<usize>| s.start);
        span = Some(start..unit.block.span.end);
        let label = unit.label.map(|label| label.text);
        let mut blocks = vec![unit.block];
        for part in clause.parts {
            match part {
                Part::Unit(at) => blocks.extend(units[at].take().map(|unit| unit.block)),
                Part::List(inner) => blocks.push(build(inner, units)),
            }
        }
        items.push(Item { label, task: None, blocks });
    }
    let kind = BlockKind::List { kind: ListKind::Labels, tight: tight && count > 0, items };
    Block { kind, span: span.unwrap_or(0..0), attributes: Attributes::default() }
}

/// Puts back what was no clause.
fn restore(unit: Unit, out: &mut Vec<Block>) {
    let mut block = unit.block;
    if let (Some(label), BlockKind::Paragraph(words)) = (unit.label, &mut block.kind) {
        match words.first_mut() {
            Some(Inline::Text(text)) => text.insert_str(0, &format!("{} ", label.text)),
            _ => words.insert(0, Inline::Text(format!("{} ", label.text))),
        }
    }
    match (unit.joined_by, out.last_mut().map(|above| &mut above.kind), block.kind) {
        (Some(line_break), Some(BlockKind::Paragraph(above)), BlockKind::Paragraph(words)) => {
            above.push(line_break);
            above.extend(words);
        }
        (_, _, kind) => out.push(Block { kind, ..block }),
    }
}

/// Cuts a paragraph before each line that begins with a label.
fn split(block: Block) -> Vec<Unit> {
    let BlockKind::Paragraph(words) = &block.kind else {
        return vec![Unit { block, label: None, joined_by: None }];
    };
    let labels = lines(words).filter(|line| label(line).is_some()).count();
    let leads = lines(words).next().is_some_and(|line| label(line).is_some());
    if labels == 0 || (labels == 1 && !leads) {
        return vec![Unit { block, label: None, joined_by: None }];
    }
    let mut units: Vec<Unit> = Vec::new();
    let mut line_break = None;
    for line in lines(words) {
        let found = label(line);
        match units.last_mut() {
            Some(above) if found.is_none() => {
                if let BlockKind::Paragraph(above) = &mut above.block.kind {
                    above.extend(line_break.take());
                    above.extend_from_slice(line);
                }
            }
            _ => {
                let words = found.as_ref().map_or_else(|| line.to_vec(), |label| without(line, &label.text));
                let attributes = if units.is_empty() { block.attributes.clone() } else { Attributes::default() };
                let part = Block { kind: BlockKind::Paragraph(words), span: block.span.clone(), attributes };
                units.push(Unit { block: part, label: found, joined_by: line_break.take() });
            }
        }
        let end = line.as_ptr_range().end;
        line_break = words.iter().find(|word| std::ptr::eq(*word, end)).cloned();
    }
    units
}

fn without(line: &[Inline], label: &str) -> Vec<Inline> {
    let mut words = line.to_vec();
    if let Some(Inline::Text(text)) = words.first_mut() {
        *text = text.trim_start().strip_prefix(label).unwrap_or(text).trim_start().to_owned();
        if text.is_empty() {
            words.remove(0);
        }
    }
    words
}

fn lines(words: &[Inline]) -> impl Iterator<Item = &[Inline]> {
    words.split(|word| matches!(word, Inline::SoftBreak | Inline::HardBreak))
}

/// The label at the start of a line: brackets, one to four letters or digits, a space.
fn label(line: &[Inline]) -> Option<Label> {
    let Some(Inline::Text(text)) = line.first() else { return None };
    let inner = text.trim_start().strip_prefix('(')?;
    let (name, rest) = inner.split_once(')')?;
    let spaced = rest.starts_with(char::is_whitespace);
    let counts = read(name);
    (spaced && !counts.is_empty()).then(|| Label { text: format!("({name})"), counts })
}

fn read(name: &str) -> Vec<Count> {
    let mut counts = Vec::new();
    let bytes = name.as_bytes();
    if bytes.is_empty() || bytes.len() > 5 {
        return counts;
    }
    let all = |test: fn(&u8) -> bool| bytes.iter().all(test);
    if all(u8::is_ascii_digit) {
        counts.extend(name.parse().ok().map(|n| (Kind::Number, n)));
    }
    let same = bytes.iter().all(|b| *b == bytes[0]);
    let letter = |first: u8| usize::from(bytes[0] - first) + 1 + 26 * (bytes.len() - 1);
    if all(u8::is_ascii_lowercase) {
        counts.extend(same.then(|| (Kind::Lower, letter(b'a'))));
        counts.extend(roman(name).map(|n| (Kind::LowerRoman, n)));
    }
    if all(u8::is_ascii_uppercase) {
        counts.extend(same.then(|| (Kind::Upper, letter(b'A'))));
        counts.extend(roman(&name.to_ascii_lowercase()).map(|n| (Kind::UpperRoman, n)));
    }
    counts
}

/// A Roman number up to 39.
fn roman(name: &str) -> Option<usize> {
    (1..40).find(|n| {
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][n % 10];
        name == "x".repeat(n / 10) + ones
    })
}

/// `(a)`, `(b)`, `(d)`: the list ends after `(b)`, and the author should know.
fn out_of_order(
    units: &[Option<Unit>],
    next: usize,
    clauses: &[Clause],
    path: &SourcePath,
    findings: &mut Vec<Diagnostic>,
) {
    let last = clauses.last().map_or(&[][..], |clause| counts(units, clause.unit));
    let skipped = counts(units, next).iter().any(|(kind, n)| last.iter().any(|(k, m)| k == kind && n > m));
    if let (true, Some(unit)) = (skipped, units.get(next).and_then(Option::as_ref)) {
        let text = unit.label.as_ref().map_or("", |label| &label.text);
        findings.push(findings::clause_order(path, text, unit.block.span.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(paragraphs: &[&str]) -> String {
        let blocks = paragraphs
            .iter()
            .map(|text| {
                let mut words = Vec::new();
                for line in text.split('\n') {
                    if !words.is_empty() {
                        words.push(Inline::SoftBreak);
                    }
                    words.push(Inline::Text(line.into()));
                }
                Block { kind: BlockKind::Paragraph(words), span: 0..0, attributes: Attributes::default() }
            })
            .collect();
        let mut findings = Vec::new();
        let folded = fold(blocks, &SourcePath::new("a.md"), &mut findings);
        findings.iter().fold(show(&folded), |shown, found| shown + " !" + found.code.as_str())
    }

    fn show(blocks: &[Block]) -> String {
        let shown: Vec<String> = blocks
            .iter()
            .map(|block| match &block.kind {
                BlockKind::Paragraph(words) => words
                    .iter()
                    .map(|w| match w {
                        Inline::Text(text) => text.clone(),
                        _ => "/".into(),
                    })
                    .collect(),
                BlockKind::List { tight, items, .. } => {
                    let items: Vec<String> = items
                        .iter()
                        .map(|item| format!("{}={}", item.label.clone().unwrap_or_default(), show(&item.blocks)))
                        .collect();
                    format!("{}[{}]", if *tight { "tight" } else { "" }, items.join("; "))
                }
                _ => String::new(),
            })
            .collect();
        shown.join(" ")
    }

    #[test]
    fn labels_that_count_up_become_lists() {
        assert_eq!(shape(&["We may if:\n(a) one\n(b) two"]), "We may if: tight[(a)=one; (b)=two]");
        assert_eq!(shape(&["(a) one", "(b) two", "After"]), "[(a)=one; (b)=two] After");
        assert_eq!(shape(&["(a) one", "(i) x", "(ii) y", "(b) two"]), "[(a)=one [(i)=x; (ii)=y]; (b)=two]");
        assert_eq!(shape(&["(a) one\n(b) two", "(a) x\n(b) y"]), "tight[(a)=one; (b)=two] tight[(a)=x; (b)=y]");
        assert_eq!(shape(&["(h) eight", "(i) nine"]), "(h) eight (i) nine");
        assert_eq!(shape(&["(1) one\nmore\n(2) two"]), "tight[(1)=one/more; (2)=two]");
    }

    #[test]
    fn what_is_no_list_stays_as_it_was() {
        for text in ["(a) alone", "See\n(b) two\n(c) three", "(see) this\n(a) that", "(a)no space\n(b)none"] {
            assert_eq!(shape(&[text]), text.replace('\n', "/"));
        }
        assert_eq!(shape(&["(a) one\n(b) two\n(d) four"]), "tight[(a)=one; (b)=two] (d) four !clause-order");
    }

    #[test]
    fn letters_after_h_are_letters() {
        let paragraphs: Vec<String> = ('a'..='j').map(|c| format!("({c}) x")).collect();
        let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        assert_eq!(shape(&paragraphs).matches('[').count(), 1);
    }
}
