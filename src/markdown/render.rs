//! Prose into HTML: no inline style, no word of a language that is not the page's.

use std::collections::BTreeSet;

use super::html::{attribute, escape};
use super::outline::{Levels, Outline};
use super::prose::{
    AlertKind, Align, Attributes, Block, BlockKind, Inline, Item, ListKind, Prose, Table, TaskState, plain,
};
use super::render_words::language;
use super::sanitize::{Sanitizer, balance};
use super::slug::is_reserved;

/// Where a link leads on the page that is rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Href {
    /// To this address.
    To(String),
    /// Nowhere: its words are shown without a link.
    Nowhere,
}

/// Knows the site.
pub trait Resolver: Sync {
    /// The address of a link's target, seen from the page.
    fn link(&self, url: &str) -> Href;
    /// The address of an image, seen from the page.
    fn image(&self, url: &str) -> Href;
}

/// The words that the page adds to the author's.
pub trait Labels {
    /// The name of the link to a section.
    fn permalink(&self, section: &str) -> String;
    /// The name of a table: its number on the page, and the section it stands in.
    fn table(&self, number: usize, section: Option<&str>) -> String;
    /// The name of the list of footnotes.
    fn footnotes(&self) -> String;
    /// The name of a reference to a footnote.
    fn footnote(&self, number: u32) -> String;
    /// The name of the way back from a footnote.
    fn footnote_back(&self, number: u32) -> String;
    /// The title of a box.
    fn alert(&self, kind: AlertKind) -> String;
    /// The state of a task.
    fn task(&self, state: TaskState) -> String;
}

/// A text as HTML.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rendered {
    /// What stands above the dates: everything up to the title, if the text has one.
    pub lead: String,
    /// The rest.
    pub body: String,
}

/// Renders a text. `outline` is the prose's own, `ids` are those of its headings, in order.
#[must_use]
pub fn render(
    prose: &Prose,
    outline: &Outline,
    ids: &[String],
    resolver: &dyn Resolver,
    labels: &dyn Labels,
) -> Rendered {
    let mut writer = Writer {
        out: String::with_capacity(32_768),
        ids,
        headings: 0,
        levels: Levels::default(),
        in_link: false,
        tables: 0,
        section: None,
        used: ids.iter().cloned().collect(),
        late: false,
        sanitizer: prose.has_html.then(|| Sanitizer::new(&outline.links, resolver, ids)),
        resolver,
        labels,
        title: outline.leads.then(|| prose.blocks.iter().position(is_heading)).flatten(),
    };
    let split = writer.title.map_or(0, |at| at + 1);
    writer.top(&prose.blocks[..split]);
    let lead = std::mem::take(&mut writer.out);
    writer.title = None;
    writer.top(&prose.blocks[split..]);
    writer.footnotes(prose);
    Rendered { lead, body: writer.out }
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { .. })
}

pub(super) struct Writer<'a> {
    pub(super) out: String,
    ids: &'a [String],
    headings: usize,
    levels: Levels,
    /// Whether a link is open: HTML allows none inside another.
    pub(super) in_link: bool,
    tables: usize,
    section: Option<String>,
    used: BTreeSet<String>,
    /// Whether links are resolved by the sanitizer, together with those in raw HTML.
    pub(super) late: bool,
    /// Where the text holds raw HTML.
    sanitizer: Option<Sanitizer>,
    pub(super) resolver: &'a dyn Resolver,
    pub(super) labels: &'a dyn Labels,
    title: Option<usize>,
}

impl Writer<'_> {
    /// The blocks of the text itself. A run of them from one that holds raw HTML to where every
    /// tag of it is closed is sanitized as one piece.
    fn top(&mut self, blocks: &[Block]) {
        let mut at = 0;
        while at < blocks.len() {
            let start = self.out.len();
            let raw = balance(&blocks[at]);
            self.late = raw.is_some();
            let mut open = raw.unwrap_or(0);
            self.block(&blocks[at], Some(at) == self.title);
            at += 1;
            while open > 0 && at < blocks.len() {
                open += balance(&blocks[at]).unwrap_or(0);
                self.block(&blocks[at], Some(at) == self.title);
                at += 1;
            }
            self.clean_from(start);
        }
    }

    fn clean_from(&mut self, start: usize) {
        if let (true, Some(sanitizer)) = (self.late, &self.sanitizer) {
            let clean = sanitizer.clean(&self.out[start..]);
            self.out.truncate(start);
            self.out.push_str(&clean);
        }
        self.late = false;
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block, false);
        }
    }

    fn block(&mut self, block: &Block, is_title: bool) {
        match &block.kind {
            BlockKind::Heading { level, words } => {
                let shown = self.levels.next(*level, is_title);
                self.heading(shown, words, block, is_title);
            }
            BlockKind::Paragraph(words) => {
                self.open("p", &block.attributes);
                self.dated(words, &block.attributes);
                self.out.push_str("</p>\n");
            }
            BlockKind::List { kind, tight, items } => self.list(*kind, *tight, items, &block.attributes),
            BlockKind::Quote(blocks) => {
                self.open("blockquote", &block.attributes);
                self.out.push('\n');
                self.blocks(blocks);
                self.out.push_str("</blockquote>\n");
            }
            BlockKind::Alert { kind, title, blocks } => self.alert(*kind, title.as_deref(), blocks),
            BlockKind::Code(text) => {
                self.out.push_str("<pre tabindex=\"0\"><code>");
                escape(text, &mut self.out);
                self.out.push_str("</code></pre>\n");
            }
            BlockKind::Table(table) => self.table(table, &block.attributes),
            BlockKind::Rule => self.out.push_str("<hr>\n"),
            BlockKind::Html(html) => {
                self.out.push_str(html);
                self.out.push('\n');
            }
            BlockKind::Definitions(entries) => {
                self.open("dl", &block.attributes);
                self.out.push('\n');
                for (term, details) in entries {
                    self.out.push_str("<dt>");
                    self.words(term);
                    self.out.push_str("</dt>\n<dd>");
                    self.inside(details, true);
                    self.out.push_str("</dd>\n");
                }
                self.out.push_str("</dl>\n");
            }
        }
    }

    fn heading(&mut self, level: u8, words: &[Inline], block: &Block, is_title: bool) {
        let id = self.ids.get(self.headings).cloned().unwrap_or_default();
        self.headings += 1;
        let text = plain(words);
        if !is_title {
            self.out.push_str("<div class=\"heading\">");
        }
        let attributes = Attributes { id: None, ..block.attributes.clone() };
        self.open_with(&format!("h{level}"), Some(&id), &attributes);
        self.dated(words, &block.attributes);
        self.out.push_str(&format!("</h{level}>"));
        if !is_title {
            self.out.push_str("<a class=\"permalink\"");
            attribute("href", &format!("#{id}"), &mut self.out);
            attribute("aria-label", &self.labels.permalink(text.trim()), &mut self.out);
            self.out.push_str("></a></div>");
        }
        self.out.push('\n');
        self.section = Some(text.trim().to_owned());
    }

    fn list(&mut self, kind: ListKind, tight: bool, items: &[Item], attributes: &Attributes) {
        let name = if kind == ListKind::Bullets { "ul" } else { "ol" };
        self.open(name, attributes);
        self.out.pop();
        match kind {
            ListKind::Numbers(start) if start != 1 => attribute("start", &start.to_string(), &mut self.out),
            ListKind::Labels => self.out.push_str(" class=\"clauses\""),
            ListKind::Numbers(_) | ListKind::Bullets => {}
        }
        self.out.push_str(">\n");
        for item in items {
            self.item(item, tight);
        }
        self.out.push_str(&format!("</{name}>\n"));
    }

    fn item(&mut self, item: &Item, tight: bool) {
        self.out.push_str(if item.task.is_some() { "<li class=\"task\"" } else { "<li" });
        let id = item.blocks.first().filter(|_| tight).and_then(|block| block.attributes.id.clone());
        if let Some(id) = id.filter(|id| self.is_free(id)) {
            attribute("id", &id, &mut self.out);
        }
        self.out.push('>');
        if let Some(state) = item.task {
            let class = if state == TaskState::Done { "done" } else { "open" };
            self.out.push_str(&format!("<span class=\"box {class}\" role=\"img\""));
            attribute("aria-label", &self.labels.task(state), &mut self.out);
            self.out.push_str("></span> ");
        }
        if let Some(label) = &item.label {
            self.out.push_str("<span class=\"label\">");
            escape(label, &mut self.out);
            self.out.push_str("</span> ");
        }
        self.inside(&item.blocks, tight || item.label.is_some());
        self.out.push_str("</li>\n");
    }

    /// Blocks inside an item; in a tight one paragraphs are lines.
    fn inside(&mut self, blocks: &[Block], tight: bool) {
        for (n, block) in blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Paragraph(words)
                    if tight && (n == 0 || !matches!(blocks[n - 1].kind, BlockKind::Paragraph(_))) =>
                {
                    self.dated(words, &block.attributes);
                    if n + 1 < blocks.len() {
                        self.out.push('\n');
                    }
                }
                _ => {
                    if n == 0 {
                        self.out.push('\n');
                    }
                    self.block(block, false);
                }
            }
        }
    }

    fn alert(&mut self, kind: AlertKind, title: Option<&[Inline]>, blocks: &[Block]) {
        let kind_name = kind.as_str();
        self.out.push_str(&format!("<div class=\"alert {kind_name}\" role=\"note\">\n<p class=\"alert-title\">"));
        match title {
            Some(words) => self.words(words),
            None => escape(&self.labels.alert(kind), &mut self.out),
        }
        self.out.push_str("</p>\n");
        self.blocks(blocks);
        self.out.push_str("</div>\n");
    }

    fn table(&mut self, table: &Table, attributes: &Attributes) {
        self.tables += 1;
        self.out.push_str("<section class=\"table\" tabindex=\"0\"");
        let name = self.labels.table(self.tables, self.section.as_deref());
        attribute("aria-label", &name, &mut self.out);
        self.out.push_str(">\n");
        self.open("table", attributes);
        self.out.push('\n');
        let empty = table.header.iter().all(|cell| plain(cell).trim().is_empty());
        if !empty {
            self.out.push_str("<thead>\n");
            self.row(&table.header, &table.aligns, true);
            self.out.push_str("</thead>\n");
        }
        if !table.rows.is_empty() {
            self.out.push_str("<tbody>\n");
            table.rows.iter().for_each(|row| self.row(row, &table.aligns, false));
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table>\n</section>\n");
    }

    fn row(&mut self, cells: &[Vec<Inline>], aligns: &[Align], header: bool) {
        self.out.push_str("<tr>");
        for (n, cell) in cells.iter().enumerate() {
            // A header cell without words names no column.
            let names = header && !plain(cell).trim().is_empty();
            self.out.push_str(if names { "<th scope=\"col\"" } else { "<td" });
            match aligns.get(n) {
                Some(Align::Center) => self.out.push_str(" class=\"center\""),
                Some(Align::End) => self.out.push_str(" class=\"end\""),
                Some(Align::Start) | None => {}
            }
            self.out.push('>');
            self.words(cell);
            self.out.push_str(if names { "</th>" } else { "</td>" });
        }
        self.out.push_str("</tr>\n");
    }

    fn footnotes(&mut self, prose: &Prose) {
        if prose.notes.is_empty() {
            return;
        }
        let start = self.out.len();
        self.late = prose.notes.iter().flat_map(|note| &note.blocks).any(|block| balance(block).is_some());
        self.out.push_str("<section class=\"footnotes\"");
        attribute("aria-label", &self.labels.footnotes(), &mut self.out);
        self.out.push_str(">\n<ol>\n");
        for (number, note) in (1..).zip(&prose.notes) {
            self.out.push_str(&format!("<li id=\"fn-{number}\">\n"));
            self.blocks(&note.blocks);
            // The way back stands at the end of the last paragraph.
            let after = if self.out.ends_with("</p>\n") { "</p>\n" } else { "" };
            self.out.truncate(self.out.len() - after.len());
            for reference in 1..=note.references {
                self.out.push_str(&format!(" <a class=\"back\" href=\"#fnref-{number}-{reference}\""));
                attribute("aria-label", &self.labels.footnote_back(number), &mut self.out);
                self.out.push_str("></a>");
            }
            self.out.push_str(after);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
        self.clean_from(start);
    }

    fn open(&mut self, name: &str, attributes: &Attributes) {
        let id = attributes.id.clone().filter(|id| self.is_free(id));
        self.open_with(name, id.as_deref(), attributes);
    }

    /// Whether an id that the author gave may stand here: once, and not in place of one of the page.
    fn is_free(&mut self, id: &str) -> bool {
        !id.contains(char::is_whitespace) && !is_reserved(id) && self.used.insert(id.to_owned())
    }

    fn open_with(&mut self, name: &str, id: Option<&str>, attributes: &Attributes) {
        self.out.push('<');
        self.out.push_str(name);
        if let Some(id) = id {
            attribute("id", id, &mut self.out);
        }
        if let Some(lang) = &attributes.lang {
            language(lang, &mut self.out);
        }
        self.out.push('>');
    }
}
