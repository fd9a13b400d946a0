//! From a text to [`Prose`], by walking comrak's tree.

use std::borrow::Cow;
use std::collections::BTreeMap;

use comrak::nodes::{AlertType, AstNode, ListDelimType, ListType, NodeHtmlBlock, NodeValue, Sourcepos, TableAlignment};
use comrak::{Arena, parse_document};

use super::attributes::{self, Written};
use super::elements::{Tag, modernized, tag};
use super::prose::{
    AlertKind, Align, Attributes, Block, BlockKind, Cell, Inline, Item, ListKind, Note, Prose, Table, TaskState,
};
use super::substitute::{Substitution, Values};
use super::words::flat;
use super::{clauses, findings};
use crate::config::{Placeholder, RawHtml, Variables};
use crate::diagnostic::{Diagnostic, Span};
use crate::vocabulary::{Locale, SourcePath};

/// How a text is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The file, for findings.
    pub path: &'a SourcePath,
    /// The language of the text.
    pub locale: &'a Locale,
    /// Values of variables.
    pub variables: &'a Variables,
    /// How variables are written.
    pub placeholders: &'a [Placeholder],
    /// What becomes of raw HTML.
    pub html: RawHtml,
}

impl<'a> Options<'a> {
    pub(super) fn substitution(&self) -> Substitution<'a> {
        Substitution { variables: self.variables, placeholders: self.placeholders, locale: self.locale }
    }
}

/// Reads a text: `file` from byte `body` on, where the front matter ends.
#[must_use]
pub fn parse(file: &str, body: usize, options: &Options<'_>) -> (Prose, Vec<Diagnostic>) {
    let text = &file[body..];
    // comrak reads some definitions at the end of a text in another way if no line ends there.
    let ended: Cow<'_, str> = if text.ends_with('\n') { text.into() } else { format!("{text}\n").into() };
    let arena = Arena::new();
    let root = parse_document(&arena, &ended, &dialect());
    let mut walker = Walker {
        file,
        lines: std::iter::once(body).chain(text.match_indices('\n').map(|(at, _)| body + at + 1)).collect(),
        options,
        substitution: options.substitution(),
        findings: Vec::new(),
        prose: Prose::default(),
        notes: Vec::new(),
        references: BTreeMap::new(),
        depth: 0,
    };
    let blocks = walker.blocks(root);
    walker.prose.blocks = blocks;
    walker.number_notes();
    let Walker { prose, findings, .. } = walker;
    (prose, findings)
}

fn dialect() -> comrak::Options<'static> {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    // Else a footnote that nothing refers to would be lost.
    options.parse.leave_footnote_definitions = true;
    options.extension.description_lists = true;
    options.extension.alerts = true;
    // Emphasis beside East Asian punctuation: `**約款。**` is not strong by CommonMark alone.
    options.extension.cjk_friendly_emphasis = true;
    options
}

pub(super) struct Walker<'a> {
    pub(super) file: &'a str,
    /// Bytes of the file where the lines of the text begin.
    pub(super) lines: Vec<usize>,
    pub(super) options: &'a Options<'a>,
    pub(super) substitution: Substitution<'a>,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) prose: Prose,
    /// Footnotes as they were defined: name, place, text.
    notes: Vec<(String, Span, Vec<Block>)>,
    /// Footnotes as they are referred to: number, and how often.
    pub(super) references: BTreeMap<String, (u32, u32)>,
    /// How many blocks and words lie round what is looked at.
    pub(super) depth: usize,
}

/// So deep things may lie in one another: every level takes a piece of the stack, here and where
/// the prose is rendered.
const DEEPEST: usize = 100;

impl Walker<'_> {
    /// Puts the footnotes into the order of their numbers; one that nothing refers to comes last.
    fn number_notes(&mut self) {
        let mut notes = std::mem::take(&mut self.notes);
        let number = |name: &String| self.references.get(name).map_or(u32::MAX, |(number, _)| *number);
        notes.sort_by_key(|(name, ..)| number(name));
        for (name, span, blocks) in notes {
            let references = self.references.get(&name).map_or(0, |(_, times)| *times);
            if references == 0 {
                let at = self.first_line(&span);
                self.findings.push(findings::footnote_unused(self.options.path, &name, at));
            }
            self.prose.notes.push(Note { references, blocks });
        }
    }

    /// Whether the limit is reached; reports where that begins.
    pub(super) fn is_too_deep(&mut self, block: &Span) -> bool {
        if self.depth == DEEPEST {
            let at = self.first_line(block);
            self.findings.push(findings::too_deep(self.options.path, at));
        }
        self.depth >= DEEPEST
    }

    fn blocks<'n>(&mut self, parent: &'n AstNode<'n>) -> Vec<Block> {
        self.depth += 1;
        let span = self.span(parent.data().sourcepos);
        let blocks = if self.is_too_deep(&span) {
            let words = vec![Inline::Text(flat(parent))];
            vec![Block { kind: BlockKind::Paragraph(words), span, attributes: Attributes::default() }]
        } else {
            self.blocks_below(parent)
        };
        self.depth -= 1;
        blocks
    }

    fn blocks_below<'n>(&mut self, parent: &'n AstNode<'n>) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for node in parent.children() {
            let span = self.span(node.data().sourcepos);
            if let NodeValue::FootnoteDefinition(definition) = &node.data().value {
                let name = definition.name.clone();
                let blocks = self.blocks(node);
                self.notes.push((name, span, blocks));
            } else if let Some((kind, written)) = self.block(node, &span) {
                let attributes = self.checked(written, &span);
                match (&kind, blocks.last_mut()) {
                    // An attribute list on a line of its own belongs to the block above it.
                    (BlockKind::Paragraph(words), Some(above)) if words.is_empty() => {
                        let own = std::mem::take(&mut above.attributes);
                        above.attributes = own.or(attributes);
                    }
                    (BlockKind::Paragraph(words), None) if words.is_empty() => {}
                    _ => blocks.push(Block { kind, span, attributes }),
                }
            }
        }
        clauses::fold(blocks, self.options.path, &mut self.findings)
    }

    fn block<'n>(&mut self, node: &'n AstNode<'n>, span: &Span) -> Option<(BlockKind, Written)> {
        let data = node.data();
        let mut written = Written::default();
        let kind = match &data.value {
            NodeValue::Heading(heading) => {
                let mut words = self.words(node, span, &mut written);
                attributes::take_short(&mut words, &mut written);
                BlockKind::Heading { level: heading.level, words }
            }
            NodeValue::Paragraph => BlockKind::Paragraph(self.words(node, span, &mut written)),
            NodeValue::List(list) => {
                let kind = match list.list_type {
                    ListType::Bullet => ListKind::Bullets,
                    ListType::Ordered => ListKind::Numbers(list.start),
                };
                if kind != ListKind::Bullets {
                    self.check_numbers(node, list.start, list.delimiter);
                }
                BlockKind::List {
                    kind,
                    tight: list.tight,
                    items: node.children().map(|item| self.item(item)).collect(),
                }
            }
            NodeValue::BlockQuote => BlockKind::Quote(self.blocks(node)),
            NodeValue::Alert(alert) => BlockKind::Alert {
                kind: alert_kind(alert.alert_type),
                title: alert.title.as_ref().map(|title| self.alert_title(title, span)),
                blocks: self.blocks(node),
            },
            NodeValue::CodeBlock(code) => BlockKind::Code(self.replaced(&code.literal, span)),
            NodeValue::Table(table) => BlockKind::Table(self.table(node, &table.alignments, span, &mut written)),
            NodeValue::ThematicBreak => BlockKind::Rule,
            NodeValue::HtmlBlock(html) => self.html_block(html, span)?,
            NodeValue::DescriptionList => BlockKind::Definitions(self.definitions(node, span)),
            _ => return None,
        };
        Some((kind, written))
    }

    fn item<'n>(&mut self, node: &'n AstNode<'n>) -> Item {
        let task = match &node.data().value {
            NodeValue::TaskItem(task) if task.symbol.is_some() => Some(TaskState::Done),
            NodeValue::TaskItem(_) => Some(TaskState::Open),
            _ => None,
        };
        Item { label: None, task, blocks: self.blocks(node) }
    }

    fn definitions<'n>(&mut self, node: &'n AstNode<'n>, span: &Span) -> Vec<(Vec<Inline>, Vec<Block>)> {
        let mut out: Vec<(Vec<Inline>, Vec<Block>)> = Vec::new();
        for part in node.children().flat_map(comrak::arena_tree::Node::children) {
            match (&part.data().value, out.last_mut()) {
                (NodeValue::DescriptionTerm, _) => {
                    let mut written = Written::default();
                    let words = part.children().flat_map(|line| self.words(line, span, &mut written)).collect();
                    out.push((words, Vec::new()));
                }
                (_, Some((_, details))) => {
                    let blocks = self.blocks(part);
                    details.extend(blocks);
                }
                (_, None) => {}
            }
        }
        out
    }

    /// A box's own title: comrak hands out its line as it was typed.
    fn alert_title(&mut self, title: &str, span: &Span) -> Vec<Inline> {
        let arena = Arena::new();
        let root = parse_document(&arena, title, &dialect());
        root.children().flat_map(|line| self.words(line, span, &mut Written::default())).collect()
    }

    fn table<'n>(
        &mut self,
        node: &'n AstNode<'n>,
        aligns: &[TableAlignment],
        span: &Span,
        written: &mut Written,
    ) -> Table {
        let mut rows: Vec<Vec<Cell>> =
            node.children().map(|row| row.children().map(|cell| self.words(cell, span, written)).collect()).collect();
        // A line `{: … }` directly under a table is a row of it for CommonMark.
        if written != &Written::default() && rows.last().is_some_and(|row| row.iter().all(Vec::is_empty)) {
            rows.pop();
        }
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let aligns = aligns
            .iter()
            .map(|align| match align {
                TableAlignment::Center => Align::Center,
                TableAlignment::Right => Align::End,
                TableAlignment::None | TableAlignment::Left => Align::Start,
            })
            .collect();
        Table { aligns, header, rows }
    }

    fn html_block(&mut self, html: &NodeHtmlBlock, span: &Span) -> Option<BlockKind> {
        let literal = html.literal.trim();
        let shown = strip_comments(literal);
        let only_breaks = shown.split('<').skip(1).all(|tag| matches!(tag.trim_end(), "br>" | "br/>" | "br />"));
        if shown.trim().is_empty() || (only_breaks && shown.starts_with('<')) {
            return None;
        }
        match (tag(literal), self.options.html) {
            (Tag::Unknown(name), _) => {
                self.findings.push(findings::html_unknown(self.options.path, &name, span.clone()));
                Some(BlockKind::Paragraph(vec![Inline::Text(self.replaced(literal, span))]))
            }
            (_, RawHtml::Refuse) => {
                self.findings.push(findings::html_refused(self.options.path, self.first_line(span)));
                Some(BlockKind::Paragraph(vec![Inline::Text(self.replaced(literal, span))]))
            }
            (_, RawHtml::Sanitize) => {
                self.prose.has_html = true;
                self.report_remote_images(literal, span);
                let (html, unknown) = modernized(literal);
                for name in unknown {
                    let at = findings::within(self.file, &format!("<{name}"), span);
                    self.findings.push(findings::html_unknown(self.options.path, &name, at));
                }
                Some(BlockKind::Html(self.substituted(&html, Values::AsHtml, span)))
            }
        }
    }

    pub(super) fn checked(&mut self, written: Written, block: &Span) -> Attributes {
        for part in &written.unused {
            self.findings.push(findings::attribute_unused(self.options.path, self.file, part, block));
        }
        for date in &written.bad_dates {
            self.findings.push(findings::date_malformed(self.options.path, self.file, date, block));
        }
        written.attributes
    }

    /// CommonMark counts on from the first number, whatever was typed after it.
    fn check_numbers<'n>(&mut self, list: &'n AstNode<'n>, start: usize, delimiter: ListDelimType) {
        let close = if delimiter == ListDelimType::Paren { ')' } else { '.' };
        let typed: Vec<(usize, Span)> = list
            .children()
            .filter_map(|item| {
                let at = self.span(item.data().sourcepos).start;
                let digits: String = self.file[at..].chars().take_while(char::is_ascii_digit).collect();
                let number = digits.parse().ok()?;
                Some((number, at..at + digits.len() + close.len_utf8()))
            })
            .collect();
        let all_the_same = typed.len() > 1 && typed.iter().all(|(number, _)| *number == start);
        let wrong = typed.iter().enumerate().find(|(n, (number, _))| *number != start + n);
        if let Some((n, (number, at))) = wrong {
            let found = findings::list_number(self.options.path, *number, start + n, at.clone(), all_the_same);
            self.findings.push(found);
        }
    }

    pub(super) fn span(&self, at: Sourcepos) -> Span {
        let byte = |line: usize, column: usize| {
            let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.file.len());
            (start + column).min(self.file.len())
        };
        let mut start = byte(at.start.line, at.start.column.saturating_sub(1));
        let mut end = byte(at.end.line, at.end.column).max(start);
        while !self.file.is_char_boundary(start) {
            start -= 1;
        }
        while !self.file.is_char_boundary(end) {
            end += 1;
        }
        start..end
    }

    fn first_line(&self, span: &Span) -> Span {
        let length = self.file[span.clone()].find('\n').unwrap_or(span.len());
        span.start..span.start + length
    }
}

fn alert_kind(kind: AlertType) -> AlertKind {
    match kind {
        AlertType::Note => AlertKind::Note,
        AlertType::Tip => AlertKind::Tip,
        AlertType::Important => AlertKind::Important,
        AlertType::Warning => AlertKind::Warning,
        AlertType::Caution => AlertKind::Caution,
    }
}

fn strip_comments(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    out + rest
}
