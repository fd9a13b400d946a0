//! Findings for people and for machines.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};

use super::print::{tell, visible};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::source::{Disk, Excerpt, Excerpts, World};
use crate::vocabulary::{SourcePath, Zone};

/// So many findings of one kind are shown in full for one file; the rest are counted.
const SHOWN: usize = 5;

/// Findings, and the texts that they point into.
pub(super) struct Report<'a> {
    findings: &'a [Diagnostic],
    texts: Excerpts<'a>,
}

impl<'a> Report<'a> {
    pub(super) fn new(root: &Path, findings: &'a [Diagnostic]) -> Self {
        let disk = Disk::new(root, super::today(&Zone::utc()));
        Self::with(&disk, findings)
    }

    pub(super) fn with(world: &dyn World, findings: &'a [Diagnostic]) -> Self {
        Self { findings, texts: Excerpts::read(world, findings) }
    }

    /// Prints every finding for people, to standard error; many of one kind in one file are cut short.
    pub(super) fn print(&self) {
        let renderer = if std::io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
        let mut seen: BTreeMap<(Option<&SourcePath>, &str), usize> = BTreeMap::new();
        for finding in self.findings {
            let kind = (finding.place.as_ref().map(|place| &place.path), finding.code.as_str());
            let count = seen.entry(kind).or_default();
            *count += 1;
            if *count <= SHOWN {
                tell(&format!("{}\n", renderer.render(&self.groups(finding))));
            }
        }
        for ((path, code), count) in seen.into_iter().filter(|(_, count)| *count > SHOWN) {
            let place = path.map(|path| format!(" in `{path}`")).unwrap_or_default();
            tell(&format!("… and {} more of {code}{place}; --format json lists all\n", count - SHOWN));
        }
    }

    fn groups<'r>(&'r self, finding: &'r Diagnostic) -> Vec<annotate_snippets::Group<'r>> {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group = annotate_snippets::Group::with_title(
            level.primary_title(visible(&finding.message)).id(finding.code.as_str()),
        );
        if let Some(place) = &finding.place {
            group = match (place.span, self.texts.text(&place.path)) {
                (Some((start, end)), Some(text)) => {
                    let (start, end) = (start.min(text.len()), end.min(text.len()));
                    let mark = AnnotationKind::Primary.span(start..end).label(place.label.as_str());
                    group.element(Snippet::source(text).path(visible(place.path.as_str())).annotation(mark))
                }
                _ => group.element(Origin::path(visible(place.path.as_str()))),
            };
        }
        if let Some(related) = &finding.related {
            group = group.element(Level::NOTE.message(format!("{}: {}", related.label, related.path)));
        }
        if let Some(help) = &finding.help {
            group = group.element(Level::HELP.message(visible(help)));
        }
        vec![group]
    }

    /// Every finding as an annotation of a workflow on GitHub: a line each. `root` is the folder of the site as
    /// the command was told it.
    pub(super) fn github(&self, root: &Path) -> String {
        let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
        let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
        let mut out = String::new();
        for finding in self.findings {
            let command = if finding.severity == Severity::Note { "notice" } else { finding.severity.as_str() };
            let mut properties = Vec::new();
            if let Some(place) = &finding.place {
                let file = root.join(place.path.as_str()).components().collect::<std::path::PathBuf>();
                let file = file.to_string_lossy().replace('\\', "/");
                properties.push(format!("file={}", property(file.trim_start_matches("./"))));
                let of = |at: usize| self.position(&place.path, at);
                let span = place.span.and_then(|(start, end)| Some((of(start)?, of(end)?)));
                if let Some(((line, column, _), (end_line, end_column, _))) = span {
                    properties.push(format!("line={line},endLine={end_line}"));
                    // GitHub wants columns only within a line.
                    if line == end_line {
                        properties.push(format!("col={column},endColumn={end_column}"));
                    }
                }
            }
            properties.push(format!("title={}", property(finding.code.as_str())));
            let cure = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
            let message = data(&format!("{}{cure}", finding.message));
            out.push_str(&format!("::{command} {}::{message}\n", properties.join(",")));
        }
        out
    }

    /// What is reported.
    pub(super) fn findings(&self) -> &'a [Diagnostic] {
        self.findings
    }

    /// The line of a place, with marks below what is meant, if it is known.
    pub(super) fn excerpt(&self, place: &Place) -> Option<Excerpt> {
        self.texts.excerpt(place)
    }

    fn position(&self, path: &SourcePath, at: usize) -> Option<(usize, usize, String)> {
        self.texts.position(path, at)
    }

    /// Every finding for machines.
    pub(super) fn json(&self) -> Value {
        self.findings.iter().map(|finding| self.json_of(finding)).collect()
    }

    fn json_of(&self, finding: &Diagnostic) -> Value {
        json!({
            "code": finding.code.as_str(),
            "severity": finding.severity.as_str(),
            "message": finding.message,
            "place": finding.place.as_ref().map(|place| self.json_place(place)),
            "related": finding.related.as_ref().map(|place| json!({ "path": place.path.as_str(), "label": place.label })),
            "help": finding.help,
        })
    }

    fn json_place(&self, place: &Place) -> Value {
        let start = place.span.and_then(|(start, _)| self.position(&place.path, start));
        let end = place.span.and_then(|(_, end)| self.position(&place.path, end));
        json!({
            "path": place.path.as_str(),
            "line": start.as_ref().map(|(line, ..)| line),
            "column": start.as_ref().map(|(_, column, _)| column),
            "end_line": end.as_ref().map(|(line, ..)| line),
            "end_column": end.as_ref().map(|(_, column, _)| column),
            "excerpt": start.as_ref().map(|(.., excerpt)| excerpt),
            "label": place.label,
        })
    }

    /// "3 errors and 1 warning", or nothing.
    pub(super) fn counts(&self) -> Option<String> {
        let count = |severity: Severity, one: &str| {
            let n = self.findings.iter().filter(|finding| finding.severity == severity).count();
            (n > 0).then(|| format!("{n} {one}{}", if n == 1 { "" } else { "s" }))
        };
        let parts: Vec<String> =
            [count(Severity::Error, "error"), count(Severity::Warning, "warning"), count(Severity::Note, "note")]
                .into_iter()
                .flatten()
                .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}
