//! The words of a block as HTML.

use super::html::{attribute, escape};
use super::lint::{is_remote, is_safe};
use super::prose::{Attributes, Inline, Link, plain};
use super::render::{Href, Writer};
use crate::vocabulary::{Direction, Locale};

impl Writer<'_> {
    /// The words, as a `<time>` where the author said which day they state.
    pub(super) fn dated(&mut self, words: &[Inline], attributes: &Attributes) {
        match attributes.datetime {
            Some(day) => {
                self.out.push_str(&format!("<time datetime=\"{day}\">"));
                self.words(words);
                self.out.push_str("</time>");
            }
            None => self.words(words),
        }
    }

    pub(super) fn words(&mut self, words: &[Inline]) {
        for word in words {
            match word {
                Inline::Text(text) => escape(text, &mut self.out),
                Inline::Code(text) => {
                    self.out.push_str("<code translate=\"no\">");
                    escape(text, &mut self.out);
                    self.out.push_str("</code>");
                }
                Inline::Emphasis(inner) => self.wrap("em", inner),
                Inline::Strong(inner) => self.wrap("strong", inner),
                Inline::Struck(inner) => self.wrap("s", inner),
                Inline::Link(link) => self.link(link),
                Inline::Image(link) => self.image(link),
                Inline::SoftBreak => self.out.push('\n'),
                Inline::HardBreak => self.out.push_str("<br>\n"),
                Inline::Html(html) => self.out.push_str(html),
                Inline::NoteRef(number, reference) => {
                    self.out.push_str(&format!("<sup><a href=\"#fn-{number}\" id=\"fnref-{number}-{reference}\""));
                    attribute("aria-label", &self.labels.footnote(*number), &mut self.out);
                    self.out.push_str(&format!(">{number}</a></sup>"));
                }
                Inline::Foreign(lang, inner) => {
                    self.out.push_str("<span");
                    language(lang, &mut self.out);
                    self.out.push('>');
                    self.words(inner);
                    self.out.push_str("</span>");
                }
            }
        }
    }

    fn wrap(&mut self, name: &str, inner: &[Inline]) {
        self.out.push_str(&format!("<{name}>"));
        self.words(inner);
        self.out.push_str(&format!("</{name}>"));
    }

    fn link(&mut self, link: &Link) {
        // A link without words cannot be seen or named; it would only trap the keyboard.
        let target = if self.in_link || plain(&link.words).trim().is_empty() || !is_safe(&link.url) {
            Href::Nowhere
        } else if self.late {
            Href::To(link.url.clone())
        } else {
            self.resolver.link(&link.url)
        };
        match target {
            Href::To(address) => {
                self.out.push_str("<a");
                attribute("href", &address, &mut self.out);
                if !link.title.is_empty() {
                    attribute("title", &link.title, &mut self.out);
                }
                self.out.push('>');
                self.in_link = true;
                self.words(&link.words);
                self.in_link = false;
                self.out.push_str("</a>");
            }
            Href::Nowhere => self.words(&link.words),
        }
    }

    fn image(&mut self, link: &Link) {
        let alt = plain(&link.words);
        let target =
            if is_remote(&link.url) || !is_safe(&link.url) { Href::Nowhere } else { self.resolver.image(&link.url) };
        match target {
            Href::To(address) => {
                self.out.push_str("<img");
                attribute("src", if self.late { &link.url } else { &address }, &mut self.out);
                attribute("alt", &alt, &mut self.out);
                self.out.push('>');
            }
            // Not fetched: it would tell another host who reads the page.
            Href::Nowhere if is_remote(&link.url) && !alt.trim().is_empty() => {
                self.link(&Link { url: link.url.clone(), title: String::new(), words: vec![Inline::Text(alt)] });
            }
            Href::Nowhere => escape(&alt, &mut self.out),
        }
    }
}

/// Adds `lang` and `dir`.
pub(super) fn language(tag: &str, out: &mut String) {
    attribute("lang", tag, out);
    let direction = Locale::parse(tag).map_or(Direction::Ltr, |locale| locale.direction());
    attribute("dir", direction.as_str(), out);
}
