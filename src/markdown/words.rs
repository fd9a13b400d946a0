//! The words of a block.

use std::borrow::Cow;

use comrak::nodes::{AstNode, NodeLink, NodeValue};

use super::attributes::{self, Written};
use super::elements::{Tag, modernized, tag};
use super::findings;
use super::lint::is_remote;
use super::outline::tag_attributes;
use super::parse::{Options, Walker};
use super::prose::{Inline, Link};
use super::substitute::Values;
use crate::config::RawHtml;
use crate::diagnostic::{Diagnostic, Span};

impl Walker<'_> {
    /// The words of a block: adjacent texts joined, variables replaced, attribute lists taken out
    /// and added to the block's.
    pub(super) fn words<'n>(&mut self, node: &'n AstNode<'n>, block: &Span, lists: &mut Written) -> Vec<Inline> {
        self.depth += 1;
        let mut words: Vec<Inline> = Vec::new();
        if self.is_too_deep(block) {
            push_text(&mut words, &flat(node));
        } else {
            for child in node.children() {
                self.word(child, block, lists, &mut words);
            }
        }
        self.depth -= 1;
        for word in &mut words {
            if let Inline::Text(text) = word {
                self.replace(text, block);
            }
        }
        attributes::take(&mut words, lists);
        join_east_asian_lines(&mut words);
        words
    }

    fn word<'n>(&mut self, node: &'n AstNode<'n>, block: &Span, lists: &mut Written, out: &mut Vec<Inline>) {
        let word = match &node.data().value {
            NodeValue::Text(text) => return push_text(out, text),
            NodeValue::Code(code) => Inline::Code(self.replaced(&code.literal, block)),
            NodeValue::SoftBreak => Inline::SoftBreak,
            NodeValue::LineBreak => Inline::HardBreak,
            NodeValue::Emph => Inline::Emphasis(self.words(node, block, lists)),
            NodeValue::Strong => Inline::Strong(self.words(node, block, lists)),
            NodeValue::Strikethrough => Inline::Struck(self.words(node, block, lists)),
            NodeValue::Link(link) => Inline::Link(self.link(link, node, block, lists)),
            NodeValue::Image(link) => Inline::Image(self.link(link, node, block, lists)),
            NodeValue::FootnoteReference(note) => {
                let known = self.references.entry(note.name.clone()).or_insert((note.ix, 0));
                known.1 = known.1.max(note.ref_num);
                Inline::NoteRef(note.ix, note.ref_num)
            }
            NodeValue::HtmlInline(html) => {
                let at = self.span(node.data().sourcepos);
                match self.html_inline(html, &at) {
                    Some(Inline::Text(text)) => return push_text(out, &text),
                    Some(word) => word,
                    None => return,
                }
            }
            _ => return node.children().for_each(|child| self.word(child, block, lists, out)),
        };
        out.push(word);
    }

    fn link<'n>(&mut self, link: &NodeLink, node: &'n AstNode<'n>, block: &Span, lists: &mut Written) -> Link {
        let typed = self.span(node.data().sourcepos);
        let bare = !self.file[typed].starts_with(['[', '!', '<']);
        let mut words = self.words(node, block, lists);
        let mut url = self.replaced(&link.url, block);
        if bare {
            // comrak links a bare address as it is typed, with its escapes.
            url = unescaped(&url);
            for word in &mut words {
                if let Inline::Text(text) = word {
                    *text = unescaped(text);
                }
            }
        }
        let title = self.replaced(&link.title, block);
        Link { url, title, words }
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
                self.report_remote_images(html, at);
                let (html, _) = modernized(html);
                Some(Inline::Html(self.substituted(&html, Values::AsHtml, at)))
            }
        }
    }

    /// Images in raw HTML that would be fetched from another host: their words are shown instead.
    pub(super) fn report_remote_images(&mut self, html: &str, block: &Span) {
        for (tag, name, url) in tag_attributes(html) {
            if tag == "img" && name == "src" && is_remote(&url) {
                let at = findings::within(self.file, &url, block);
                self.findings.push(findings::image_remote(self.options.path, &url, at));
            }
        }
    }

    pub(super) fn replaced(&mut self, text: &str, block: &Span) -> String {
        self.substituted(text, Values::AsWords, block)
    }

    /// Replaces variables in place; nearly every text has none and stays as it is.
    fn replace(&mut self, text: &mut String, block: &Span) {
        let mut unknown = Vec::new();
        if let Cow::Owned(replaced) = self.substitution.apply(text, Values::AsWords, &mut unknown) {
            *text = replaced;
        }
        self.report_unknown(unknown, block);
    }

    pub(super) fn substituted(&mut self, text: &str, values: Values, block: &Span) -> String {
        let mut unknown = Vec::new();
        let replaced = self.substitution.apply(text, values, &mut unknown).into_owned();
        self.report_unknown(unknown, block);
        replaced
    }

    fn report_unknown(&mut self, unknown: Vec<String>, block: &Span) {
        for name in unknown {
            let found = findings::variable_unknown(self.options, self.file, &name, block);
            self.findings.push(found);
        }
    }
}

/// A line outside the text, such as a title in the front matter, with its variables replaced.
#[must_use]
pub fn line(text: &str, file: &str, options: &Options<'_>) -> (String, Vec<Diagnostic>) {
    let mut unknown = Vec::new();
    let replaced = options.substitution().apply(text, Values::AsWords, &mut unknown).into_owned();
    let findings = unknown.iter().map(|name| findings::variable_unknown(options, file, name, &(0..file.len())));
    (replaced, findings.collect())
}

/// The text of a node and all below it, without marks.
pub(super) fn flat<'n>(node: &'n AstNode<'n>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(text) => out.push_str(text),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::CodeBlock(code) => out.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::Paragraph => out.push(' '),
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// A text with its backslash escapes and the entities of marks resolved.
fn unescaped(text: &str) -> String {
    if !text.contains(['\\', '&']) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match letters.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => {}
            _ => out.push(c),
        }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(out, |text, (entity, mark)| text.replace(entity, mark))
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
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff65}' | '\u{20000}'..='\u{3ffff}')
}
