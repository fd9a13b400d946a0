//! The name of a document, and its address.

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

/// One policy in all its languages, named by the part of its path that `{document}` stands for:
/// `privacy`, `archive/firefox_os`, `ChatGPT/Terms of Service`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId {
    name: Arc<str>,
    address: Arc<str>,
}

impl DocumentId {
    /// Takes a name with `/` between folders and no empty part.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let parts = || name.split('/').filter(|part| !part.is_empty());
        let address = parts().map(segment).collect::<Vec<_>>().join("/");
        Self { name: parts().collect::<Vec<_>>().join("/").into(), address: address.into() }
    }

    /// The name as it is on disk.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The folder of the site below the language: Unicode form NFC, letters and digits of every
    /// script kept as they are, and each run of anything that would need care in an address or
    /// on some file system (spaces, `?`, `#`, `%`, `:` …) replaced by one `-`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The folders above the document, empty for one at the top.
    #[must_use]
    pub fn group(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(group, _)| group)
    }

    /// A title for a text that has none: the last part of the name, with spaces for `-` and `_`.
    #[must_use]
    pub fn spoken(&self) -> String {
        let last = self.name.rsplit('/').next().unwrap_or(&self.name);
        let words = last.replace(['-', '_'], " ");
        let mut letters = words.trim().chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }
}

fn segment(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.nfc() {
        if c.is_alphanumeric() || matches!(c, '_' | '.') || !c.is_ascii() && !c.is_whitespace() && !c.is_control() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    let trimmed = out.trim_end_matches(['-', '.']);
    if trimmed.is_empty() { "-".to_owned() } else { trimmed.to_owned() }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_letters_of_every_script() {
        let address = |name: &str| DocumentId::new(name).address().to_owned();
        assert_eq!(address("ChatGPT/Terms of Service"), "ChatGPT/Terms-of-Service");
        assert_eq!(address("politique-de-confidentialite\u{301}"), "politique-de-confidentialité");
        assert_eq!(address("プライバシー 方針"), "プライバシー-方針");
        assert_eq!(address("100% sure?"), "100-sure");
        assert_eq!(address(".github/ISSUE_TEMPLATE"), ".github/ISSUE_TEMPLATE");
        assert_eq!(address("???"), "-");
    }

    #[test]
    fn names_become_titles() {
        assert_eq!(DocumentId::new("a/firefox_privacy-notice").spoken(), "Firefox privacy notice");
    }
}
