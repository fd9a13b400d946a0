//! The words of a redline as HTML: what changed in them, how they look and where they lead.

use std::ops::Range;

use super::redline_rows::Pen;
use crate::markdown::escape;
use crate::redline::{Edit, EditClass, Leaf, Mark, MarkKind};
use crate::vocabulary::Locale;

impl Pen<'_> {
    /// A part of a leaf: stretches that changed and others, each with its marks.
    pub(super) fn passage(&mut self, leaf: &Leaf, edits: &[&Edit], within: Range<usize>, is_after: bool) {
        let mut at = within.start;
        let mut targets = Targets::default();
        for edit in edits.iter().filter(|edit| edit.range.start < within.end && edit.range.end > within.start) {
            let (start, end) = (edit.range.start.max(within.start), edit.range.end.min(within.end));
            targets.write(self, leaf, at..start, is_after);
            let (element, spoken) = match (edit.class, is_after) {
                (EditClass::Text | EditClass::Number, false) => ("del", Some("changes-deleted")),
                (EditClass::Text | EditClass::Number, true) => ("ins", Some("changes-inserted")),
                _ => ("span", None),
            };
            let class = match edit.class {
                EditClass::Text => "",
                EditClass::Number => " class=\"renumbered\"",
                EditClass::Link => " class=\"link-changed\"",
                EditClass::Format | EditClass::Typography => " class=\"format-changed\"",
            };
            self.html.push_str(&format!("<{element}{class}>"));
            if let Some(key) = spoken {
                self.spoken(key, "", " ");
            }
            self.marked(leaf, start..end);
            if spoken.is_some() {
                self.spoken("changes-end", " ", "");
            }
            self.html.push_str(&format!("</{element}>"));
            if edit.class == EditClass::Link {
                targets.add(leaf, start..end);
            }
            at = end;
        }
        targets.write(self, leaf, at..within.end, is_after);
    }

    /// Words for screen readers alone.
    pub(super) fn spoken(&mut self, key: &str, before: &str, after: &str) {
        self.html.push_str("<span class=\"hidden\"");
        self.page_language();
        self.html.push('>');
        self.html.push_str(before);
        escape(&self.strings.get(key), &mut self.html);
        self.html.push_str(after);
        self.html.push_str("</span>");
    }

    /// The language of the page, inside a text in another one.
    fn page_language(&mut self) {
        if self.page != self.text {
            self.html.push_str(&format!(" lang=\"{}\" dir=\"{}\"", self.page, self.page.direction().as_str()));
        }
    }

    /// Where a link leads, or that it leads nowhere, for links that lead elsewhere now.
    fn target(&mut self, url: Option<&str>, is_after: bool) {
        self.html.push_str(" <span class=\"target\"");
        self.page_language();
        self.html.push('>');
        escape(&self.strings.get(if is_after { "changes-link-after" } else { "changes-link-before" }), &mut self.html);
        self.html.push_str(" <bdi>");
        escape(url.unwrap_or("—"), &mut self.html);
        self.html.push_str("</bdi></span>");
    }

    /// A stretch with the marks that lie on it.
    fn marked(&mut self, leaf: &Leaf, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let on = || leaf.marks.iter().filter(|mark| mark.range.start <= at && at < mark.range.end);
            let ends = on().map(|mark| mark.range.end);
            let begins = leaf.marks.iter().map(|mark| mark.range.start).filter(|start| *start > at);
            let end = ends.chain(begins).chain([range.end]).min().unwrap_or(range.end).min(range.end);
            let elements: Vec<(&str, String)> = on().filter_map(|mark| element(&mark.kind)).collect();
            for (name, attributes) in &elements {
                self.html.push_str(&format!("<{name}{attributes}>"));
            }
            escape(&leaf.text[at..end], &mut self.html);
            for (name, _) in elements.iter().rev() {
                self.html.push_str(&format!("</{name}>"));
            }
            at = end;
        }
    }
}

/// Links that lead elsewhere now: each is told behind its last word, once.
#[derive(Default)]
struct Targets<'a>(Vec<(usize, Option<&'a str>)>);

impl<'a> Targets<'a> {
    /// The links on a stretch; where there is none, the words that are no link.
    fn add(&mut self, leaf: &'a Leaf, range: Range<usize>) {
        let holds = |mark: &&Mark| mark.range.start < range.end && mark.range.end > range.start;
        let links = leaf.marks.iter().filter(holds).filter_map(|mark| match &mark.kind {
            MarkKind::Link(url) | MarkKind::Image(url) => Some((mark.range.end, Some(url.as_str()))),
            _ => None,
        });
        let found: Vec<_> = links.collect();
        for target in if found.is_empty() { vec![(range.end, None)] } else { found } {
            if !self.0.contains(&target) {
                self.0.push(target);
            }
        }
    }

    /// Writes a stretch that did not change, with what is to be told in it.
    fn write(&mut self, pen: &mut Pen<'_>, leaf: &Leaf, range: Range<usize>, is_after: bool) {
        let mut at = range.start;
        self.0.sort_unstable();
        while let Some((end, url)) = self.0.first().copied().filter(|(end, _)| *end <= range.end) {
            let end = end.max(at);
            pen.marked(leaf, at..end);
            pen.target(url, is_after);
            at = end;
            self.0.remove(0);
        }
        pen.marked(leaf, at..range.end);
    }
}

/// The element of a mark, and its attributes.
fn element(kind: &MarkKind) -> Option<(&'static str, String)> {
    let plain = |name| Some((name, String::new()));
    match kind {
        MarkKind::Cell => None,
        MarkKind::Emphasis => plain("em"),
        MarkKind::Strong => plain("strong"),
        MarkKind::Struck => plain("s"),
        MarkKind::Code => plain("code"),
        MarkKind::Link(_) => Some(("span", " class=\"to\"".to_owned())),
        MarkKind::Image(_) => Some(("span", " class=\"image\"".to_owned())),
        MarkKind::NoteRef => plain("sup"),
        MarkKind::Foreign(lang) => {
            let locale = Locale::parse(lang).ok()?;
            Some(("span", format!(" lang=\"{locale}\" dir=\"{}\"", locale.direction().as_str())))
        }
    }
}
