//! A translation beside its original, section by section.

use std::collections::BTreeSet;

use serde::Serialize;

use super::pair::{Pair, Section, Side, sections};
use super::state::Cell;
use super::text::language;
use super::words::Voice;
use crate::page::unchanged;
use crate::redline::{Leaf, LeafKind, RowKind, leaves};
use crate::site::{Site, Translation};
use crate::vocabulary::Locale;

/// What `beside.html` is given.
#[derive(Debug, Default, Serialize)]
pub(super) struct BesideContext {
    intro: Vec<String>,
    original: ColumnContext,
    /// Nothing where there is no translation.
    translation: Option<ColumnContext>,
    sections: Vec<SectionContext>,
    /// What to look at.
    gaps: Vec<GapContext>,
}

#[derive(Debug, Default, Serialize)]
struct ColumnContext {
    name: String,
    lang: String,
    dir: &'static str,
}

#[derive(Debug, Serialize)]
struct SectionContext {
    /// The words of the two headings.
    heading: Option<(Option<String>, Option<String>)>,
    rows: Vec<RowContext>,
}

/// Two passages beside each other.
#[derive(Debug, Serialize)]
struct RowContext {
    /// Its place, where a link leads to it.
    id: Option<String>,
    class: &'static str,
    /// What is to be looked at here.
    notes: Vec<String>,
    /// The passages as HTML.
    original: Option<String>,
    translation: Option<String>,
}

#[derive(Debug, Serialize)]
struct GapContext {
    url: String,
    note: String,
    excerpt: String,
    lang: String,
    dir: &'static str,
}

/// A text as it is set beside another.
struct Read<'a> {
    text: &'a Translation,
    leaves: Vec<Leaf>,
}

impl<'a> Read<'a> {
    fn of(site: &Site, text: &'a Translation) -> Option<Self> {
        let prose = site.prose(text).ok()?;
        let title = (!text.outline.leads).then_some(text.title.as_str());
        Some(Self { text, leaves: leaves(&prose, title) })
    }

    /// The ids that the author gave to the headings, in the order of the leaves.
    fn ids(&self) -> Vec<Option<&str>> {
        let headings = self.text.outline.headings.iter().filter(|heading| !heading.text.trim().is_empty());
        let own = headings.map(|heading| heading.explicit.as_deref());
        let title = (!self.text.outline.leads).then_some(None);
        title.into_iter().chain(own).collect()
    }

    fn column(&self, site: &Site) -> ColumnContext {
        let locale = &self.text.locale;
        ColumnContext {
            name: language(site, locale).to_owned(),
            lang: locale.tag().to_owned(),
            dir: locale.direction().as_str(),
        }
    }
}

/// A translation beside its original.
pub(super) fn beside(site: &Site, cell: &Cell<'_>, voice: &Voice) -> BesideContext {
    let original = cell.document.working(&site.config.source).and_then(|text| Read::of(site, text));
    let Some(original) = original else {
        return BesideContext { intro: vec![voice.strings.get("desk-beside-no-original")], ..BesideContext::default() };
    };
    let own = cell.working.filter(|text| text.locale != original.text.locale);
    let translation = own.and_then(|text| Read::of(site, text));
    let (ids, other) = (original.ids(), translation.as_ref());
    let other_ids = other.map(Read::ids).unwrap_or_default();
    let side = Side { leaves: &original.leaves, ids: &ids };
    let found = match other {
        Some(other) => sections(side, Side { leaves: &other.leaves, ids: &other_ids }),
        None => sections(side, Side { leaves: &[], ids: &[] }),
    };
    let changed = translation.as_ref().map(|own| changed(site, cell, own.text)).unwrap_or_default();
    let mut drawing = Drawing { original: &original, translation: other, changed: &changed, voice, gaps: Vec::new() };
    let drawn: Vec<SectionContext> = found.iter().map(|section| drawing.section(section)).collect();
    let gaps = drawing.gaps;
    let intro = match other {
        None => vec![voice.strings.get("desk-beside-alone")],
        Some(_) if gaps.is_empty() => vec![voice.strings.get("desk-beside-whole")],
        Some(_) => vec![voice.strings.with("desk-beside-gaps", &[("count", gaps.len().into())])],
    };
    BesideContext {
        intro,
        original: original.column(site),
        translation: other.map(|other| other.column(site)),
        sections: drawn,
        gaps,
    }
}

/// The leaves of the original that changed since it was translated.
fn changed(site: &Site, cell: &Cell<'_>, text: &Translation) -> BTreeSet<usize> {
    let Some(Ok(compared)) = site.lacking_in(cell.document, text) else { return BTreeSet::new() };
    let is_other = |kind: RowKind| !matches!(kind, RowKind::Same | RowKind::MovedAway(_));
    let rows = compared.redline.rows.iter().filter(|row| is_other(row.kind));
    rows.flat_map(|row| row.leaves.after.iter().copied()).collect()
}

/// A passage and its language; nothing where there is none.
type Passage = Option<(Leaf, Locale)>;

struct Drawing<'a> {
    original: &'a Read<'a>,
    translation: Option<&'a Read<'a>>,
    changed: &'a BTreeSet<usize>,
    voice: &'a Voice,
    gaps: Vec<GapContext>,
}

impl Drawing<'_> {
    fn section(&mut self, section: &Section) -> SectionContext {
        let words = |read: Option<&Read<'_>>, at: Option<usize>| {
            at.and_then(|at| read.map(|read| read.leaves[at].text.trim().to_owned()))
        };
        let (old, new) = section.heading;
        let heading = (words(Some(self.original), old), words(self.translation, new));
        let heading = Some(heading).filter(|(old, new)| old.is_some() || new.is_some());
        let mut rows = Vec::new();
        // A heading that is alone, or changed, is told like any other passage.
        rows.extend(heading.is_some().then(|| self.row(section.heading, true)).filter(|row| !row.notes.is_empty()));
        rows.extend(section.passages.iter().map(|pair| self.row(*pair, false)));
        SectionContext { heading, rows }
    }

    fn row(&mut self, pair: Pair, is_heading: bool) -> RowContext {
        let voice = self.voice;
        let (old, new) = (pair.0, pair.1);
        let leaf = |read: Option<&'_ Read<'_>>, at: Option<usize>| {
            at.and_then(|at| read.map(|read| (read.leaves[at].clone(), read.text.locale.clone())))
        };
        let sides = (leaf(Some(self.original), old), leaf(self.translation, new));
        let notes = self.notes(pair, &sides);
        let class = match pair {
            _ if self.translation.is_none() => "",
            (Some(_), None) => "lacks",
            (None, Some(_)) => "extra",
            _ if notes.is_empty() => "",
            _ => "other",
        };
        let draw = |side: &Passage| {
            let (leaf, locale) = side.as_ref().filter(|_| !is_heading)?;
            Some(unchanged(leaf, &voice.strings, &voice.locale, locale))
        };
        let (original, translation) = (draw(&sides.0), draw(&sides.1));
        let id = (!notes.is_empty()).then(|| self.gap(&notes, sides.0.or(sides.1)));
        RowContext { id, class, notes, original, translation }
    }

    /// What is to be looked at in a row.
    fn notes(&self, pair: Pair, sides: &(Passage, Passage)) -> Vec<String> {
        if self.translation.is_none() {
            return Vec::new();
        }
        let is_changed = pair.0.is_some_and(|at| self.changed.contains(&at));
        let same = matches!(sides, (Some((old, a)), Some((new, b))) if is_untranslated(old, new) && a.id().language != b.id().language);
        let holds = [
            (pair.1.is_none(), "desk-beside-lacks"),
            (pair.0.is_none(), "desk-beside-extra"),
            (is_changed, "desk-beside-changed"),
            (same, "desk-beside-same"),
        ];
        holds.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| self.voice.strings.get(key)).collect()
    }

    /// Adds a row to the list of what to look at; its place.
    fn gap(&mut self, notes: &[String], side: Passage) -> String {
        let id = format!("gap-{}", self.gaps.len() + 1);
        let (excerpt, locale) = match side {
            Some((leaf, locale)) => (crate::page::beginning(&leaf), Some(locale)),
            None => (String::new(), None),
        };
        self.gaps.push(GapContext {
            url: format!("#{id}"),
            note: notes.join(", "),
            excerpt,
            lang: locale.as_ref().map_or_else(String::new, |locale| locale.tag().to_owned()),
            dir: locale.map_or("ltr", |locale| locale.direction().as_str()),
        });
        id
    }
}

/// Whether a passage of several words has the very words of its original.
fn is_untranslated(old: &Leaf, new: &Leaf) -> bool {
    let words = old.text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    let is_prose = matches!(old.kind, LeafKind::Paragraph | LeafKind::Item | LeafKind::Heading(_) | LeafKind::Term);
    is_prose && words >= 4 && old.text.trim() == new.text.trim()
}
