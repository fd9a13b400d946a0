//! Which passage of a translation stands for which of its original.
//!
//! Where both texts have the same sequence of heading levels, as `check` compares them, their sections stand beside each
//! other one by one, and passages are set beside each other within them; else headings and passages are in one go. What
//! counts is their kind, their id or label, their numbers and addresses, and their length. It is an alignment of least
//! cost (Needleman and Wunsch, 1970), with lengths compared as Gale and Church (1993) do.

use crate::redline::{Leaf, LeafKind};

/// A passage of either text, or of both, by their places among the leaves.
pub(super) type Pair = (Option<usize>, Option<usize>);

/// A stretch of both texts below one heading, or of one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// The heading; nothing at the beginning.
    pub heading: Pair,
    pub passages: Vec<Pair>,
}

/// A text: its leaves, and the id that the author gave to each heading.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub leaves: &'a [Leaf],
    pub ids: &'a [Option<&'a str>],
}

/// A stretch of one text below a heading.
struct Part<'a> {
    /// The place of its heading.
    heading: Option<usize>,
    id: Option<&'a str>,
    /// The places of its passages.
    start: usize,
    end: usize,
}

impl Part<'_> {
    /// The level of its heading; 0 at the beginning.
    fn level(&self, side: Side<'_>) -> u8 {
        match self.heading.map(|at| side.leaves[at].kind) {
            Some(LeafKind::Heading(level)) => level,
            _ => 0,
        }
    }
}

/// What it costs to leave a passage alone.
const ALONE: f64 = 1.0;

/// So many comparisons are made at most; what is longer is set side by side in order.
const COMPARED: usize = 1 << 21;

/// Sets two texts beside each other.
pub(super) fn sections(original: Side<'_>, translation: Side<'_>) -> Vec<Section> {
    let ratio = ratio(original.leaves, translation.leaves);
    let (old, new) = (parts(original), parts(translation));
    let levels = |parts: &[Part], side: Side<'_>| parts.iter().map(|part| part.level(side)).collect::<Vec<u8>>();
    if levels(&old, original) == levels(&new, translation) {
        let section = |(old, new): (&Part, &Part)| {
            let cost =
                |a: usize, b: usize| unlike(&original.leaves[old.start + a], &translation.leaves[new.start + b], ratio);
            let pairs = align(old.end - old.start, new.end - new.start, &cost);
            let passages = pairs.into_iter().map(|(a, b)| (a.map(|a| old.start + a), b.map(|b| new.start + b)));
            Section { heading: (old.heading, new.heading), passages: passages.collect() }
        };
        return old.iter().zip(&new).map(section).collect();
    }
    let cost = |a: usize, b: usize| {
        let (first, second) = (&original.leaves[a], &translation.leaves[b]);
        match (id_of(&old, a), id_of(&new, b)) {
            (Some(one), Some(other)) if one == other => 0.0,
            (Some(_), Some(_)) => unlike(first, second, ratio) + 0.5,
            _ => unlike(first, second, ratio),
        }
    };
    let is_heading = |leaves: &[Leaf], at: Option<usize>| at.is_some_and(|at| is_heading(&leaves[at]));
    let mut sections = vec![Section::default()];
    for pair in align(original.leaves.len(), translation.leaves.len(), &cost) {
        if is_heading(original.leaves, pair.0) || is_heading(translation.leaves, pair.1) {
            sections.push(Section { heading: pair, passages: Vec::new() });
        } else if let Some(last) = sections.last_mut() {
            last.passages.push(pair);
        }
    }
    sections
}

fn is_heading(leaf: &Leaf) -> bool {
    matches!(leaf.kind, LeafKind::Heading(_))
}

/// The id of the heading at a place.
fn id_of<'a>(parts: &[Part<'a>], at: usize) -> Option<&'a str> {
    let found = parts.binary_search_by_key(&Some(at), |part| part.heading).ok()?;
    parts[found].id
}

fn parts(side: Side<'_>) -> Vec<Part<'_>> {
    let mut parts = vec![Part { heading: None, id: None, start: 0, end: 0 }];
    let mut ids = side.ids.iter();
    for (at, leaf) in side.leaves.iter().enumerate() {
        if is_heading(leaf) {
            let id = ids.next().copied().flatten();
            parts.push(Part { heading: Some(at), id, start: at + 1, end: at + 1 });
        } else if let Some(last) = parts.last_mut() {
            last.end = at + 1;
        }
    }
    parts
}

/// How many letters of the translation one of the original becomes.
fn ratio(old: &[Leaf], new: &[Leaf]) -> f64 {
    let letters = |leaves: &[Leaf]| leaves.iter().map(length).sum::<f64>().max(1.0);
    letters(new) / letters(old)
}

#[expect(clippy::cast_precision_loss, reason = "no text has so many letters")]
fn length(leaf: &Leaf) -> f64 {
    leaf.text.chars().count() as f64
}

/// What it costs to set two passages beside each other: nothing where all is alike, [`ALONE`] twice where both had
/// better stand alone.
fn unlike(old: &Leaf, new: &Leaf, ratio: f64) -> f64 {
    let kinds = match (old.kind, new.kind) {
        (a, b) if a == b => 0.0,
        (LeafKind::Paragraph | LeafKind::Item, LeafKind::Paragraph | LeafKind::Item) => 0.9,
        (LeafKind::Row { .. }, LeafKind::Row { .. }) => 0.4,
        (LeafKind::Heading(a), LeafKind::Heading(b)) => f64::from(a.abs_diff(b)) * 0.6,
        (LeafKind::Heading(_), _) | (_, LeafKind::Heading(_)) => 4.0,
        _ => 1.6,
    };
    let labels = match (clause(old), clause(new)) {
        (None, None) => 0.0,
        (a, b) if a == b => -0.3,
        _ => 0.6,
    };
    let lengths = ((length(new) + 4.0) / (length(old) * ratio + 4.0)).ln().abs().min(1.5) * 0.6;
    let marks = unlike_sets(&numbers(old), &numbers(new)) * 0.6 + unlike_sets(&links(old), &links(new)) * 0.4;
    (kinds + labels + lengths + marks).max(0.0)
}

/// `(a)` at the beginning of a clause, which every language writes alike.
fn clause(leaf: &Leaf) -> Option<&str> {
    let inner = leaf.text.strip_prefix('(')?;
    let end = inner.find(')').filter(|end| *end <= 5)?;
    leaf.text.get(..end + 2)
}

/// The first digit of scripts that have their own: Arabic, Persian, Devanagari, Bengali, Thai, wide.
const ZEROS: [u32; 6] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

/// A digit of any of these scripts as 0 to 9.
fn digit(c: char) -> Option<char> {
    let own = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10));
    own.or(c.to_digit(10)).and_then(|value| char::from_digit(value, 10))
}

/// The numbers in a passage, in the same digits whatever its script.
fn numbers(leaf: &Leaf) -> Vec<String> {
    let words = leaf.text.split(|c: char| digit(c).is_none()).filter(|number| !number.is_empty());
    let mut found: Vec<String> = words.map(|number| number.chars().filter_map(digit).collect()).collect();
    found.sort_unstable();
    found
}

fn links(leaf: &Leaf) -> Vec<String> {
    use crate::redline::MarkKind;
    let of = |kind: &MarkKind| match kind {
        MarkKind::Link(url) | MarkKind::Image(url) => Some(url.rsplit('#').next().unwrap_or(url).to_owned()),
        _ => None,
    };
    let mut found: Vec<String> = leaf.marks.iter().filter_map(|mark| of(&mark.kind)).collect();
    found.sort_unstable();
    found
}

/// Which part of two sorted lists is in one of them alone, from 0 to 1; 0 where both are empty.
fn unlike_sets(old: &[String], new: &[String]) -> f64 {
    let all = old.len() + new.len();
    if all == 0 {
        return 0.0;
    }
    let (mut a, mut b, mut shared) = (0, 0, 0);
    while a < old.len() && b < new.len() {
        match old[a].cmp(&new[b]) {
            std::cmp::Ordering::Equal => (a, b, shared) = (a + 1, b + 1, shared + 2),
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
        }
    }
    let [all, shared] = [all, shared].map(|n| u32::try_from(n).map_or(f64::MAX, f64::from));
    1.0 - shared / all
}

/// Sets two rows beside each other at the least cost.
fn align(old: usize, new: usize, cost: &dyn Fn(usize, usize) -> f64) -> Vec<Pair> {
    if old.saturating_mul(new) > COMPARED {
        let of = |at: usize| ((at < old).then_some(at), (at < new).then_some(at));
        return (0..old.max(new)).map(of).collect();
    }
    let width = new + 1;
    // The cost of the rest from each place, and the step that begins it.
    let mut rest = vec![0.0_f64; (old + 1) * width];
    let mut steps = vec![(false, false); (old + 1) * width];
    for a in (0..=old).rev() {
        for b in (0..=new).rev() {
            let at = a * width + b;
            let mut best = if a < old { (rest[at + width] + ALONE, (true, false)) } else { (f64::MAX, (false, false)) };
            if b < new && rest[at + 1] + ALONE < best.0 {
                best = (rest[at + 1] + ALONE, (false, true));
            }
            if a < old && b < new {
                let both = rest[at + width + 1] + cost(a, b);
                // Of two ways that cost the same the one that sets more together is taken.
                if both <= best.0 {
                    best = (both, (true, true));
                }
            }
            if a < old || b < new {
                (rest[at], steps[at]) = best;
            }
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while a < old || b < new {
        let (takes_old, takes_new) = steps[a * width + b];
        pairs.push((takes_old.then_some(a), takes_new.then_some(b)));
        a += usize::from(takes_old);
        b += usize::from(takes_new);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Options, parse};
    use crate::redline::leaves;
    use crate::vocabulary::{Locale, SourcePath};

    fn read(text: &str) -> Vec<Leaf> {
        let (path, locale) = (SourcePath::new("a.md"), Locale::parse("en").unwrap());
        let variables = crate::config::Variables::default();
        let options = Options {
            path: &path,
            locale: &locale,
            variables: &variables,
            placeholders: &[],
            html: crate::config::RawHtml::Refuse,
        };
        leaves(&parse(text, 0, &options).0, None)
    }

    /// Each pair as its two beginnings; `-` for none.
    fn paired(old: &str, new: &str) -> String {
        let (old, new) = (read(old), read(new));
        let found = sections(Side { leaves: &old, ids: &[] }, Side { leaves: &new, ids: &[] });
        let word = |leaves: &[Leaf], at: Option<usize>| {
            at.map_or("-".to_owned(), |at| leaves[at].text.split(' ').next().unwrap_or_default().to_owned())
        };
        let of = |(a, b): &Pair| format!("{}={}", word(&old, *a), word(&new, *b));
        let all = found.iter().map(|section| {
            let heading = Some(&section.heading).filter(|(a, b)| a.is_some() || b.is_some());
            heading.into_iter().chain(&section.passages).map(of).collect::<Vec<_>>().join(" ")
        });
        all.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn passages_find_their_counterparts() {
        let old = "# Privacy\n\nWe keep your data for 30 days.\n\n## Rights\n\nYou can ask us at any time.\n\n(a) one\n(b) two\n(c) three";
        let new = "# Datenschutz\n\nWir bewahren Ihre Daten 30 Tage lang auf.\n\n## Rechte\n\nSie können uns jederzeit fragen.\n\n(a) eins\n(b) zwei";
        assert_eq!(paired(old, new), "Privacy=Datenschutz We=Wir | Rights=Rechte You=Sie (a)=(a) (b)=(b) (c)=-");
    }

    #[test]
    fn a_section_that_is_missing_stands_alone() {
        let old = "# A\n\nOne.\n\n## 1. First\n\nText of 1999.\n\n## 2. Second\n\nText of 2001.\n\n## 3. Third\n\nText of 2003.";
        let new = "# A\n\nEins.\n\n## 1. Erstens\n\nText aus 1999.\n\n## 3. Drittens\n\nText aus 2003.";
        assert_eq!(paired(old, new), "A=A One.=Eins. | 1.=1. Text=Text | 2.=- Text=- | 3.=3. Text=Text");
        assert_eq!(paired(new, old), "A=A Eins.=One. | 1.=1. Text=Text | -=2. -=Text | 3.=3. Text=Text");
    }

    #[test]
    fn passages_below_a_heading_that_is_missing_still_find_theirs() {
        let old = "# A\n\nOne of many.\n\n## Contact\n\nWrite to us at any time, by letter or by mail.\n\n## Rights\n\nYou can ask.";
        let new = "# A\n\nEins von vielen.\n\nSchreiben Sie uns jederzeit, per Brief oder per Mail.\n\n## Rechte\n\nSie fragen.";
        assert_eq!(paired(old, new), "A=A One=Eins | Contact=- Write=Schreiben | Rights=Rechte You=Sie");
    }

    #[test]
    fn nothing_beside_something_is_all_alone() {
        assert_eq!(paired("# A\n\nOne.", ""), "A=- One.=-");
        assert_eq!(paired("", ""), "");
    }
}
