//! From a text to [`Prose`], by walking comrak's tree.

use comrak::nodes::{
    AlertType, AstNode, ListDelimType, ListType, NodeHtmlBlock, NodeLink, NodeValue, Sourcepos, TableAlignment,
};
use comrak::{Arena, parse_document};

use super::attributes::{self, Written};
use super::elements::{Tag, tag};
use super::prose::{
    AlertKind, Align, Attributes, Block, BlockKind, Cell, Inline, Item, Link, ListKind, Note, Prose, Table, TaskState,
};
use super::substitute::{Substitution, Values};
use super::{clauses, findings, lint};
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

/// Reads a text: `file` from byte `body` on, where the front matter ends.
#[must_use]
pub fn parse(file: &str, body: usize, options: &Options<'_>) -> (Prose, Vec<Diagnostic>) {
    let text = &file[body..];
    let arena = Arena::new();
    let root = parse_document(&arena, text, &dialect());
    let mut walker = Walker {
        file,
        lines: std::iter::once(body).chain(text.match_indices('\n').map(|(at, _)| body + at + 1)).collect(),
        options,
        substitution: Substitution {
            variables: options.variables,
            placeholders: options.placeholders,
            locale: options.locale,
        },
        findings: Vec::new(),
        prose: Prose::default(),
    };
    let blocks = walker.blocks(root);
    walker.prose.blocks = blocks;
    let Walker { prose, mut findings, .. } = walker;
    lint::lint(&prose, file, options, &mut findings);
    (prose, findings)
}

fn dialect() -> comrak::Options<'static> {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.description_lists = true;
    options.extension.alerts = true;
    // Emphasis beside East Asian punctuation: `**約款。**` is not strong by CommonMark alone.
    options.extension.cjk_friendly_emphasis = true;
    options
}

struct Walker<'a> {
    file: &'a str,
    /// Bytes of the file where the lines of the text begin.
    lines: Vec<usize>,
    options: &'a Options<'a>,
    substitution: Substitution<'a>,
    findings: Vec<Diagnostic>,
    prose: Prose,
}

impl Walker<'_> {
    fn blocks<'n>(&mut self, parent: &'n AstNode<'n>) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for node in parent.children() {
            let span = self.span(node.data().sourcepos);
            if let NodeValue::FootnoteDefinition(definition) = &node.data().value {
                let note = Note { references: definition.total_references, blocks: self.blocks(node) };
                self.prose.notes.push(note);
            } else if let Some((kind, written)) = self.block(node, &span) {
                let attributes = self.checked(written, &span);
                match (&kind, blocks.last_mut()) {
                    // An attribute list on a line of its own belongs to the block above it.
                    (BlockKind::Paragraph(words), Some(above)) if words.is_empty() => {
                        merge(&mut above.attributes, attributes);
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
                let mut words = self.words(node, span);
                written = attributes::take_from_end(&mut words, true).unwrap_or_default();
                BlockKind::Heading { level: heading.level, words }
            }
            NodeValue::Paragraph => {
                let mut words = self.words(node, span);
                written = attributes::take_from_end(&mut words, false).unwrap_or_default();
                if let Some(above) = take_first_line(&mut words) {
                    merge(&mut written.attributes, above.attributes);
                    written.unused.extend(above.unused);
                }
                BlockKind::Paragraph(words)
            }
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
                title: alert.title.as_ref().map(|title| self.replaced(title, span)),
                blocks: self.blocks(node),
            },
            NodeValue::CodeBlock(code) => BlockKind::Code(self.replaced(&code.literal, span)),
            NodeValue::Table(table) => {
                let (table, list) = self.table(node, &table.alignments, span);
                written = list;
                BlockKind::Table(table)
            }
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
                    let words = part.children().flat_map(|line| self.words(line, span)).collect();
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

    fn table<'n>(&mut self, node: &'n AstNode<'n>, aligns: &[TableAlignment], span: &Span) -> (Table, Written) {
        let mut rows: Vec<Vec<Cell>> =
            node.children().map(|row| row.children().map(|cell| self.words(cell, span)).collect()).collect();
        // A line `{: … }` directly under a table is a row of it for CommonMark.
        let mut written = Written::default();
        if let Some(last) = rows.last_mut().filter(|row| row.iter().skip(1).all(Vec::is_empty)) {
            let taken = last.first_mut().and_then(|cell| {
                let list = attributes::take_from_end(cell, false)?;
                cell.is_empty().then_some(list)
            });
            if let Some(list) = taken {
                written = list;
                rows.pop();
            }
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
        (Table { aligns, header, rows }, written)
    }

    fn html_block(&mut self, html: &NodeHtmlBlock, span: &Span) -> Option<BlockKind> {
        let literal = html.literal.trim();
        if strip_comments(literal).trim().is_empty() {
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
                Some(BlockKind::Html(self.substituted(literal, Values::AsHtml, span)))
            }
        }
    }

    /// The words of a block, adjacent texts joined, variables replaced.
    fn words<'n>(&mut self, node: &'n AstNode<'n>, block: &Span) -> Vec<Inline> {
        let mut words: Vec<Inline> = Vec::new();
        for child in node.children() {
            self.word(child, block, &mut words);
        }
        for word in &mut words {
            if let Inline::Text(text) = word {
                *text = self.replaced(text, block);
            }
        }
        self.inline_attributes(&mut words, block);
        join_east_asian_lines(&mut words);
        words
    }

    fn word<'n>(&mut self, node: &'n AstNode<'n>, block: &Span, out: &mut Vec<Inline>) {
        let word = match &node.data().value {
            NodeValue::Text(text) => return push_text(out, text),
            NodeValue::Code(code) => Inline::Code(self.replaced(&code.literal, block)),
            NodeValue::SoftBreak => Inline::SoftBreak,
            NodeValue::LineBreak => Inline::HardBreak,
            NodeValue::Emph => Inline::Emphasis(self.words(node, block)),
            NodeValue::Strong => Inline::Strong(self.words(node, block)),
            NodeValue::Strikethrough => Inline::Struck(self.words(node, block)),
            NodeValue::Link(link) => Inline::Link(self.link(link, node, block)),
            NodeValue::Image(link) => Inline::Image(self.link(link, node, block)),
            NodeValue::FootnoteReference(note) => Inline::NoteRef(note.ix, note.ref_num),
            NodeValue::HtmlInline(html) => {
                let at = self.span(node.data().sourcepos);
                match self.html_inline(html, &at) {
                    Some(Inline::Text(text)) => return push_text(out, &text),
                    Some(word) => word,
                    None => return,
                }
            }
            _ => return node.children().for_each(|child| self.word(child, block, out)),
        };
        out.push(word);
    }

    fn link<'n>(&mut self, link: &NodeLink, node: &'n AstNode<'n>, block: &Span) -> Link {
        let url = self.replaced(&link.url, block);
        let title = self.replaced(&link.title, block);
        Link { url, title, words: self.words(node, block) }
    }

    fn html_inline(&mut self, html: &str, at: &Span) -> Option<Inline> {
        match (tag(html), self.options.html) {
            (Tag::Comment, _) => None,
            (Tag::Known(name), _) if name == "br" => Some(Inline::HardBreak),
            (Tag::Unknown(name), _) => {
                self.findings.push(findings::html_unknown(self.options.path, &name, at.clone()));
                Some(Inline::Text(html.to_owned()))
            }
            (Tag::Known(_), RawHtml::Refuse) => {
                self.findings.push(findings::html_refused(self.options.path, at.clone()));
                Some(Inline::Text(html.to_owned()))
            }
            (Tag::Known(_), RawHtml::Sanitize) => {
                self.prose.has_html = true;
                Some(Inline::Html(self.substituted(html, Values::AsHtml, at)))
            }
        }
    }

    /// `[Words](target){: lang="de" }`: attributes of the words before.
    fn inline_attributes(&mut self, words: &mut Vec<Inline>, block: &Span) {
        for at in 1..words.len() {
            let Inline::Text(text) = &words[at] else { continue };
            if matches!(words[at - 1], Inline::SoftBreak | Inline::HardBreak | Inline::Text(_)) {
                continue;
            }
            let Some((written, rest)) = attributes::take_from_start(text) else { continue };
            let rest = rest.to_owned();
            let attributes = self.checked(written, block);
            if let Some(lang) = attributes.lang {
                let inner = std::mem::replace(&mut words[at - 1], Inline::SoftBreak);
                words[at - 1] = Inline::Foreign(lang, vec![inner]);
            }
            words[at] = Inline::Text(rest);
        }
        words.retain(|word| !matches!(word, Inline::Text(text) if text.is_empty()));
    }

    fn replaced(&mut self, text: &str, block: &Span) -> String {
        self.substituted(text, Values::AsWords, block)
    }

    fn substituted(&mut self, text: &str, values: Values, block: &Span) -> String {
        let mut unknown = Vec::new();
        let replaced = self.substitution.apply(text, values, &mut unknown).into_owned();
        for name in unknown {
            let found = findings::variable_unknown(self.options, self.file, &name, block);
            self.findings.push(found);
        }
        replaced
    }

    fn checked(&mut self, written: Written, block: &Span) -> Attributes {
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

    fn span(&self, at: Sourcepos) -> Span {
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

fn merge(into: &mut Attributes, from: Attributes) {
    into.id = into.id.take().or(from.id);
    into.lang = into.lang.take().or(from.lang);
    into.datetime = into.datetime.or(from.datetime);
}

/// An attribute list on the line above a paragraph.
fn take_first_line(words: &mut Vec<Inline>) -> Option<Written> {
    let [Inline::Text(first), Inline::SoftBreak, ..] = &words[..] else { return None };
    let list = first.trim().strip_prefix("{:")?.strip_suffix('}')?;
    let written = attributes::read(list);
    words.drain(..2);
    Some(written)
}

fn push_text(out: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(last)) = out.last_mut() {
        last.push_str(text);
    } else {
        out.push(Inline::Text(text.to_owned()));
    }
}

/// A line's end between two East Asian letters is no space: those scripts write none.
fn join_east_asian_lines(words: &mut Vec<Inline>) {
    let mut at = 1;
    while at + 1 < words.len() {
        if let (Inline::Text(before), Inline::SoftBreak, Inline::Text(after)) =
            (&words[at - 1], &words[at], &words[at + 1])
        {
            let wide = |c: Option<char>| c.is_some_and(is_wide);
            if wide(before.chars().next_back()) && wide(after.chars().next()) {
                let joined = Inline::Text(format!("{before}{after}"));
                words.splice(at - 1..=at + 1, [joined]);
                continue;
            }
        }
        at += 1;
    }
}

/// Letters and punctuation of Chinese and Japanese.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff65}' | '\u{20000}'..='\u{3ffff}')
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
