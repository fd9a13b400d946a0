//! Translations against their originals: headings, anchors, links, lists, tables, variables.

use rayon::prelude::*;

use super::shape::{Section, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::site::{Behind, Currency, Document, Seen, Site, Translation};

/// Compares every translation with its original. Of one that is behind, what differs is only noted.
#[must_use]
pub fn structure(site: &Site) -> Vec<Diagnostic> {
    site.documents.par_iter().flat_map_iter(|(_, document)| structure_of(site, document)).collect()
}

/// The same for the translations of one document.
#[must_use]
pub fn structure_of(site: &Site, document: &Document) -> Vec<Diagnostic> {
    let Some(original) = site.original(document) else { return Vec::new() };
    let others: Vec<&Translation> =
        document.translations.values().filter(|text| text.locale != original.locale && text.frozen.is_none()).collect();
    let Some(shape) = (!others.is_empty()).then(|| shape(site, document, original)).flatten() else {
        return Vec::new();
    };
    let differences = |text: &&Translation| {
        let own = self::shape(site, document, text)?;
        let mut found = Vec::new();
        let pair = Pair { original, text, old: &shape, new: &own };
        pair.compare(&mut found);
        if let Currency::Behind(Behind { changed, .. }) = &text.currency {
            for finding in &mut found {
                *finding = Diagnostic::note(
                    finding.code,
                    format!("{}; the original was changed on {changed}, after the translation", finding.message),
                )
                .placed_as(finding);
            }
        }
        Some(found)
    };
    others.iter().filter_map(differences).flatten().collect()
}

fn shape(site: &Site, document: &Document, text: &Translation) -> Option<Shape> {
    let page = site.page(&document.id, &text.locale);
    let seen = Seen { site, text, reader: &text.locale, page: &page };
    let (prose, file) = (site.prose(text).ok()?, site.world.text(&text.path).ok()?);
    Some(Shape::of(&seen, &prose, &file, &site.config.placeholders))
}

struct Pair<'a> {
    original: &'a Translation,
    text: &'a Translation,
    old: &'a Shape,
    new: &'a Shape,
}

impl Pair<'_> {
    fn compare(&self, found: &mut Vec<Diagnostic>) {
        if self.headings(found) {
            for (old, new) in self.old.sections.iter().zip(&self.new.sections) {
                self.section(old, new, found);
            }
        }
        self.anchors(found);
        self.links(found);
        let missing: Vec<&str> = self.old.variables.difference(&self.new.variables).map(String::as_str).collect();
        if !missing.is_empty() {
            let message = format!("`{}` lacks variables of the original: {}", self.text.path, missing.join(", "));
            found.push(
                self.finding(Code::STRUCTURE_VARIABLES, message).cure("write the variable in place of its value"),
            );
        }
    }

    fn finding(&self, code: Code, message: String) -> Diagnostic {
        Diagnostic::warning(code, message).in_file(&self.text.path).and(&self.original.path, "the original")
    }

    fn at(&self, code: Code, message: String, section: &Section) -> Diagnostic {
        let finding = Diagnostic::warning(code, message);
        let finding = if section.level == 0 {
            finding.in_file(&self.text.path)
        } else {
            finding.at(&self.text.path, section.span.clone(), "")
        };
        finding.and(&self.original.path, "the original")
    }

    /// Whether both have the same sequence of levels.
    fn headings(&self, found: &mut Vec<Diagnostic>) -> bool {
        let (old, new) = (&self.old.sections[..], &self.new.sections[..]);
        let same = old.iter().zip(new).take_while(|(old, new)| old.level == new.level).count();
        if same == old.len() && same == new.len() {
            return true;
        }
        let named = |section: &Section| format!("\"{}\" (level {})", section.heading, section.level);
        let message = match (old.get(same), new.get(same)) {
            (Some(old), Some(new)) => format!("heading {same} is {}, in the original {}", named(new), named(old)),
            (Some(old), None) => format!("the heading {} of the original has no counterpart", named(old)),
            (None, Some(new)) => format!("the heading {} is not in the original", named(new)),
            (None, None) => return true,
        };
        let counts = format!(" ({} headings, in the original {})", new.len() - 1, old.len() - 1);
        let place = new.get(same).or(new.last()).unwrap_or(&new[0]);
        let finding = self.at(Code::STRUCTURE_HEADINGS, message + &counts, place);
        found.push(
            finding.cure(
                "give the translation the same headings in the same levels, so that links to sections work in it",
            ),
        );
        false
    }

    fn section(&self, old: &Section, new: &Section, found: &mut Vec<Diagnostic>) {
        let name = if new.level == 0 { "the beginning".to_owned() } else { format!("the section \"{}\"", new.heading) };
        if old.items != new.items {
            let message = format!("{name} has {} list items, in the original {}", new.items, old.items);
            let finding = self.at(Code::STRUCTURE_LISTS, message, new);
            found.push(finding.cure("see whether an item is missing, or is written as a paragraph"));
        }
        if old.tables != new.tables {
            let told = |tables: &[(usize, usize)]| match tables {
                [] => "no table".to_owned(),
                tables => tables
                    .iter()
                    .map(|(rows, columns)| format!("a table of {rows} rows and {columns} columns"))
                    .collect::<Vec<_>>()
                    .join(", "),
            };
            let message = format!("{name} has {}, in the original {}", told(&new.tables), told(&old.tables));
            found.push(self.at(Code::STRUCTURE_TABLES, message, new).cure("see whether a row or a column is missing"));
        }
    }

    fn anchors(&self, found: &mut Vec<Diagnostic>) {
        // Headings of the same levels have the ids of the original without saying so.
        let is_missing = |id: &&str| !self.text.anchors.holds(id);
        let missing: Vec<&str> = self.old.anchors.iter().map(String::as_str).filter(is_missing).collect();
        if !missing.is_empty() {
            let message = format!("`{}` lacks ids of the original: {}", self.text.path, missing.join(", "));
            let cure = format!(
                "links to these sections lead nowhere in this language: write {{: #{} }} behind the heading",
                missing[0]
            );
            found.push(self.finding(Code::STRUCTURE_ANCHORS, message).cure(cure));
        }
    }

    fn links(&self, found: &mut Vec<Diagnostic>) {
        let count = |shape: &Shape, place: &str| shape.links.get(place).map_or(0, |(count, _)| *count);
        let of = |one: &Shape, other: &Shape| -> Vec<String> {
            let more = one.links.iter().filter(|(place, (n, _))| count(other, place) < *n);
            more.map(|(_, (_, url))| url.clone()).collect()
        };
        let (missing, added) = (of(self.old, self.new), of(self.new, self.old));
        if missing.is_empty() && added.is_empty() {
            return;
        }
        let some = |urls: &[String]| {
            let shown = urls.iter().take(5).map(String::as_str).collect::<Vec<_>>().join(", ");
            if urls.len() > 5 { format!("{shown} and {} more", urls.len() - 5) } else { shown }
        };
        let parts = [("lacks links of the original", &missing), ("has links that the original has not", &added)];
        let said: Vec<String> = parts
            .iter()
            .filter(|(_, urls)| !urls.is_empty())
            .map(|(what, urls)| format!("{what}: {}", some(urls)))
            .collect();
        let message = format!("`{}` {}", self.text.path, said.join("; "));
        found.push(
            self.finding(Code::STRUCTURE_LINKS, message)
                .cure("see whether a link was lost, or leads to another page than in the original"),
        );
    }
}
