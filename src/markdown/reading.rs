//! What a reader reads: the words of a prose and where its links lead, and apart from that how
//! it looks.

use unicode_normalization::UnicodeNormalization;

use super::outline::tag_attributes;
use super::prose::{Block, BlockKind, Inline, Item, Link, ListKind, Prose, TaskState, plain};
use super::sanitize::{parts_words, visible_words};
use super::words::is_wide;

/// A text as a reader takes it in.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The visible words, each link's target after its words, the marks and ids of headings,
    /// alternatives of images, numbers and labels of lists. White space is one space, and none
    /// between East Asian letters. Marks are characters below U+0020.
    pub words: String,
    /// The same with everything that shows but says nothing: emphasis, levels, the kinds of
    /// blocks, languages, other ids.
    pub form: String,
}

const LEVELS: [&str; 7] = ["0", "1", "2", "3", "4", "5", "6"];
const LINK: char = '\u{1}';
const LINK_END: char = '\u{2}';
const HEADING: char = '\u{3}';
const STRUCK: char = '\u{4}';
const STRUCK_END: char = '\u{5}';

impl Reading {
    /// Whether two texts say the same, in whatever Unicode form.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        is_same(&self.words, &other.words)
    }

    /// Whether two texts that say the same look the same too.
    #[must_use]
    pub fn looks_the_same(&self, other: &Self) -> bool {
        is_same(&self.form, &other.form)
    }

    /// Reads a prose; `title` is the one that the front matter gives, and `leads` says whether the
    /// first heading is the title of the page.
    #[must_use]
    pub fn of(prose: &Prose, title: Option<&str>, leads: bool) -> Self {
        Self::read(prose, title, leads, Reader { form: Some(String::new()), ..Reader::default() })
    }

    /// The same without the form, which costs as much again.
    #[must_use]
    pub fn words_of(prose: &Prose, title: Option<&str>, leads: bool) -> Self {
        Self::read(prose, title, leads, Reader::default())
    }

    fn read(prose: &Prose, title: Option<&str>, leads: bool, mut reader: Reader) -> Self {
        let heading = prose.blocks.iter().position(|block| matches!(block.kind, BlockKind::Heading { .. }));
        let heading = heading.filter(|_| leads);
        let lead = heading.map(|at| &prose.blocks[at]);
        let own = lead.and_then(|block| match &block.kind {
            BlockKind::Heading { words, .. } => Some(words),
            _ => None,
        });
        let spoken = own.map(|words| plain(words));
        // A title says the same whether it stands in the front matter or as the first heading.
        reader.words(title.or(spoken.as_deref()).unwrap_or_default());
        reader.gap();
        let is_said = title.is_none_or(|title| spoken.as_deref().is_some_and(|own| own.trim() == title.trim()));
        for (at, block) in prose.blocks.iter().enumerate() {
            match (&block.kind, own) {
                (BlockKind::Heading { .. }, Some(words)) if heading == Some(at) && is_said => reader.lead(block, words),
                _ => reader.block(block),
            }
        }
        for (number, note) in prose.notes.iter().enumerate() {
            reader.words(&format!("[{}]", number + 1));
            reader.blocks(&note.blocks);
        }
        reader.reading()
    }
}

/// Whether a text is ASCII and its only white space is single spaces.
fn is_single_spaced(text: &str) -> bool {
    let mut before = b' ';
    text.bytes().all(|b| {
        let fits = b.is_ascii_graphic() || (b == b' ' && before != b' ');
        before = b;
        fits
    })
}

/// Whether two texts have the same letters. Only what differs is brought into one Unicode form,
/// from an ASCII letter to an ASCII letter: nothing combines with what stands before one.
fn is_same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (x, y) = (a.as_bytes(), b.as_bytes());
    let shared = x.iter().zip(y).take_while(|(x, y)| x == y).count();
    let start = x[..shared].iter().rposition(u8::is_ascii).unwrap_or(0);
    let (x, y) = (&x[start..], &y[start..]);
    let shared = x.iter().rev().zip(y.iter().rev()).take_while(|(x, y)| x == y).count();
    let after = x[x.len() - shared..].iter().position(u8::is_ascii).unwrap_or(shared);
    let end = shared - after;
    a[start..a.len() - end].nfc().eq(b[start..b.len() - end].nfc())
}

#[derive(Default)]
struct Reader {
    words: String,
    /// Nothing where only the words are wanted.
    form: Option<String>,
    /// White space was read since the last word.
    is_gap: bool,
    /// The targets of links of raw HTML that are open.
    open_links: Vec<String>,
}

impl Reader {
    fn reading(self) -> Reading {
        Reading { words: self.words, form: self.form.unwrap_or_default() }
    }

    /// Visible words.
    fn words(&mut self, text: &str) {
        let inner = text.trim_matches(' ');
        if is_single_spaced(inner) {
            self.is_gap |= text.starts_with(' ');
            self.word(inner);
            self.is_gap |= text.ends_with(' ');
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.bytes().position(|b| b.is_ascii_whitespace()).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            if word.is_ascii() {
                self.word(word);
            } else {
                self.any_word(word);
            }
            self.is_gap |= !after.is_empty();
            rest = after.get(1..).unwrap_or_default();
        }
    }

    /// Letters that may have other white space among them, or characters that cannot be seen.
    fn any_word(&mut self, text: &str) {
        let is_unseen = |c: char| matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
        let mut rest = text;
        while let Some(end) = rest.find(|c: char| c.is_whitespace() || is_unseen(c)) {
            let (word, after) = rest.split_at(end);
            self.word(word);
            let mut letters = after.chars();
            self.is_gap |= letters.next().is_some_and(char::is_whitespace);
            rest = letters.as_str();
        }
        self.word(rest);
    }

    /// Letters without white space, or with single spaces that stay.
    fn word(&mut self, word: &str) {
        let Some(first) = word.chars().next() else { return };
        if self.is_gap {
            if let Some(form) = &mut self.form {
                form.push(' ');
            }
            let wide = is_wide(first) && self.words.chars().next_back().is_none_or(is_wide);
            if !wide && !self.words.is_empty() {
                self.words.push(' ');
            }
            self.is_gap = false;
        }
        self.words.push_str(word);
        if let Some(form) = &mut self.form {
            form.push_str(word);
        }
    }

    fn gap(&mut self) {
        self.is_gap = true;
    }

    /// Something that counts as words but is none.
    fn mark(&mut self, mark: char, text: &str, end: Option<char>) {
        for out in std::iter::once(&mut self.words).chain(&mut self.form) {
            out.push(mark);
            out.push_str(text);
            out.extend(end);
        }
    }

    /// Something that shows but says nothing.
    fn look(&mut self, parts: &[&str]) {
        if let Some(form) = &mut self.form {
            form.push('\u{6}');
            form.extend(parts.iter().copied());
            form.push('\u{7}');
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    /// The heading whose words were read as the title.
    fn lead(&mut self, block: &Block, words: &[Inline]) {
        if let Some(id) = &block.attributes.id {
            self.mark(HEADING, id, Some(LINK_END));
        }
        // Its links lead somewhere, and its emphasis shows.
        let mut inner = Self { form: Some(String::new()), ..Self::default() };
        inner.inlines(words);
        if let BlockKind::Heading { level, .. } = block.kind {
            self.look(&["h", LEVELS[usize::from(level).min(6)]]);
        }
        self.look(&[inner.form.as_deref().unwrap_or_default()]);
        for link in inner.words.split(LINK).skip(1) {
            self.mark(LINK, link.split(LINK_END).next().unwrap_or_default(), Some(LINK_END));
        }
    }

    fn block(&mut self, block: &Block) {
        self.gap();
        let attributes = &block.attributes;
        let is_heading = matches!(block.kind, BlockKind::Heading { .. });
        if let Some(id) = attributes.id.as_ref().filter(|_| !is_heading) {
            self.look(&["#", id]);
        }
        if attributes.lang.is_some() || attributes.datetime.is_some() {
            let day = attributes.datetime.map(|day| day.to_string()).unwrap_or_default();
            self.look(&[attributes.lang.as_deref().unwrap_or_default(), "|", &day]);
        }
        match &block.kind {
            BlockKind::Heading { level, words } => {
                self.look(&["h", LEVELS[usize::from(*level).min(6)]]);
                self.inlines(words);
                self.mark(HEADING, attributes.id.as_deref().unwrap_or_default(), Some(LINK_END));
            }
            BlockKind::Paragraph(words) => {
                self.look(&["p"]);
                self.inlines(words);
            }
            BlockKind::List { kind, tight, items } => {
                self.look(&[if *tight { "tight list" } else { "list" }]);
                items.iter().enumerate().for_each(|(at, item)| self.item(*kind, at, item));
            }
            BlockKind::Quote(blocks) => {
                self.look(&["quote"]);
                self.blocks(blocks);
            }
            BlockKind::Alert { kind, title, blocks } => {
                self.words(kind.as_str());
                self.gap();
                self.inlines(title.as_deref().unwrap_or_default());
                self.blocks(blocks);
            }
            BlockKind::Code(text) => {
                self.look(&[&text.trim_end().replace('\r', "")]);
                self.words(text);
            }
            BlockKind::Table(table) => {
                self.look(&["table", &format!("{:?}", table.aligns)]);
                for row in std::iter::once(&table.header).chain(&table.rows) {
                    self.look(&["row"]);
                    for cell in row {
                        self.gap();
                        self.look(&["cell"]);
                        self.inlines(cell);
                    }
                }
            }
            BlockKind::Rule => self.look(&["rule"]),
            BlockKind::Html(html) => self.html(html),
            BlockKind::Definitions(entries) => {
                for (term, details) in entries {
                    self.gap();
                    self.look(&["term"]);
                    self.inlines(term);
                    self.blocks(details);
                }
            }
        }
        self.close_links();
        self.look(&["end"]);
        self.gap();
    }

    fn item(&mut self, kind: ListKind, at: usize, item: &Item) {
        self.gap();
        self.look(&["item"]);
        if let ListKind::Numbers(first) = kind {
            self.words(&format!("{}. ", first + at));
        }
        if let Some(label) = &item.label {
            self.words(label);
            self.gap();
        }
        match item.task {
            Some(TaskState::Done) => self.words("[x] "),
            Some(TaskState::Open) => self.words("[_] "),
            None => {}
        }
        self.blocks(&item.blocks);
    }

    fn inlines(&mut self, words: &[Inline]) {
        for word in words {
            match word {
                Inline::Text(text) => self.words(text),
                Inline::Code(text) => {
                    self.look(&["code"]);
                    self.words(text);
                    self.look(&["end"]);
                }
                Inline::Emphasis(inner) => self.inside("em", inner),
                Inline::Strong(inner) => self.inside("strong", inner),
                Inline::Foreign(lang, inner) => self.inside(lang, inner),
                // Struck words are no longer said.
                Inline::Struck(inner) => {
                    self.mark(STRUCK, "", None);
                    self.inlines(inner);
                    self.mark(STRUCK_END, "", None);
                }
                Inline::Link(link) => self.link(link),
                Inline::Image(link) => {
                    self.look(&["image ", &link.url, " ", &link.title]);
                    self.inlines(&link.words);
                    self.look(&["end"]);
                }
                Inline::SoftBreak => self.gap(),
                Inline::HardBreak => {
                    self.look(&["break"]);
                    self.gap();
                }
                Inline::Html(html) => self.html(html),
                Inline::NoteRef(number, _) => self.words(&format!("[{number}]")),
            }
        }
    }

    fn inside(&mut self, name: &str, words: &[Inline]) {
        self.look(&[name]);
        self.inlines(words);
        self.look(&["end"]);
    }

    fn link(&mut self, link: &Link) {
        if !link.title.is_empty() {
            self.look(&link.title.split_whitespace().collect::<Vec<_>>());
        }
        self.inlines(&link.words);
        self.mark(LINK, &link.url, Some(LINK_END));
    }

    fn close_links(&mut self) {
        for target in std::mem::take(&mut self.open_links) {
            self.mark(LINK, &target, Some(LINK_END));
        }
    }

    /// Raw HTML: its words, where its links lead, which of its tags are headings.
    fn html(&mut self, html: &str) {
        for (tag, name, value) in tag_attributes(html) {
            let is_heading = matches!(tag.as_bytes(), [b'h', b'1'..=b'6']);
            match (tag.as_str(), name.as_str()) {
                ("a", "href") => self.open_links.push(value),
                ("img", "alt") => self.words(&value),
                (_, "id") if is_heading => self.mark(HEADING, &value, Some(LINK_END)),
                _ => {}
            }
        }
        let html = html.trim();
        let tag_ends = html.find('>').is_some_and(|at| at + 1 == html.len());
        // The target stands behind the words of a link, as in Markdown.
        if html.contains("</a") || html.contains("</A") {
            self.close_links();
        }
        if self.form.is_some() {
            let folded: Vec<&str> = html.split_whitespace().collect();
            self.look(&[&folded.join(" ")]);
        }
        if html.starts_with('<') && tag_ends {
            if parts_words(html) {
                self.gap();
            }
        } else {
            self.words(&visible_words(html));
        }
    }
}

#[cfg(test)]
mod tests;
