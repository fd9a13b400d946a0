//! How a text begins: what search engines and other sites show of it.

use super::prose::{BlockKind, Prose, plain};

/// About as much as search engines show, in letters.
const LENGTH: usize = 160;

impl Prose {
    /// The first paragraph that is more than a day, cut behind a word; none where there is no paragraph.
    /// Boxes are passed over: they are about the text.
    #[must_use]
    pub fn opening(&self) -> Option<String> {
        let paragraphs = self.blocks.iter().filter(|block| block.attributes.datetime.is_none());
        let texts = paragraphs.filter_map(|block| match &block.kind {
            BlockKind::Paragraph(words) => {
                Some(plain(words).split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
            }
            _ => None,
        });
        texts.map(|text| cut(&text)).next()
    }
}

fn cut(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LENGTH) else { return text.to_owned() };
    let short = &text[..end];
    // Where no spaces are written, a word may end anywhere.
    let end = short.rfind(' ').filter(|at| short[..*at].chars().count() > LENGTH / 2).unwrap_or(end);
    format!("{}…", short[..end].trim_end_matches([' ', ',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{RawHtml, Variables};
    use crate::markdown::{Options, parse};
    use crate::vocabulary::{Locale, SourcePath};

    fn opening(markdown: &str) -> Option<String> {
        let (path, locale) = (SourcePath::new("content/p/en.md"), Locale::parse("en").expect("a tag"));
        let variables = Variables::default();
        let options =
            Options { path: &path, locale: &locale, variables: &variables, placeholders: &[], html: RawHtml::Refuse };
        parse(markdown, 0, &options).0.opening()
    }

    #[test]
    fn it_is_the_first_paragraph() {
        let text = "# Title\n\n> [!NOTE]\n> A box.\n\nOf June 1\n{: datetime=\"2016-06-01\" }\n\nWe *never*\nsell [data](x).\n\nMore.\n";
        assert_eq!(opening(text).as_deref(), Some("We never sell data."));
        assert_eq!(opening("# Title\n\n- One\n"), None);
    }

    #[test]
    fn it_is_cut_behind_a_word() {
        let long = opening(&"words and ".repeat(40)).expect("a paragraph");
        assert!(long.ends_with("words and words…") || long.ends_with("and words and…"), "{long}");
        assert!(long.chars().count() <= LENGTH + 1);
        let chinese = opening(&"本政策".repeat(80)).expect("a paragraph");
        assert_eq!(chinese.chars().count(), LENGTH + 1);
    }
}
