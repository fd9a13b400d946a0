//! How the path of a file names a document and a language.

/// A pattern such as `{document}/{locale}.md`. `{document}` may span folders, `{locale}` is
/// one folder or a part of a file's name; without `{locale}` every file is an original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathPattern {
    before: String,
    between: String,
    after: String,
    shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Document,
    DocumentThenLocale,
    LocaleThenDocument,
}

/// Why a text is no pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternFault {
    /// `{document}` is missing or there twice, or `{locale}` is there twice.
    Count,
    /// A brace that belongs to neither.
    Brace,
    /// Nothing stands between the two.
    Touching,
    /// It does not end in `.md`.
    Ending,
}

impl PatternFault {
    /// The reason in plain words.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Count => "it needs {document} exactly once and {locale} at most once",
            Self::Brace => "only {document} and {locale} may stand in braces",
            Self::Touching => "something must stand between {document} and {locale}, for example \"/\" or \".\"",
            Self::Ending => "it must end in .md",
        }
    }
}

const DOCUMENT: &str = "{document}";
const LOCALE: &str = "{locale}";

impl PathPattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`PatternFault`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, PatternFault> {
        if text.matches(DOCUMENT).count() != 1 || text.matches(LOCALE).count() > 1 {
            return Err(PatternFault::Count);
        }
        let literal = text.replacen(DOCUMENT, "", 1).replacen(LOCALE, "", 1);
        if literal.contains(['{', '}']) {
            return Err(PatternFault::Brace);
        }
        let document = text.find(DOCUMENT).unwrap_or(0);
        let (shape, first, second) = match text.find(LOCALE) {
            None => (Shape::Document, (document, DOCUMENT), (document + DOCUMENT.len(), "")),
            Some(locale) if locale < document => (Shape::LocaleThenDocument, (locale, LOCALE), (document, DOCUMENT)),
            Some(locale) => (Shape::DocumentThenLocale, (document, DOCUMENT), (locale, LOCALE)),
        };
        let between = &text[first.0 + first.1.len()..second.0];
        if between.is_empty() && shape != Shape::Document {
            return Err(PatternFault::Touching);
        }
        let after = &text[second.0 + second.1.len()..];
        if !after.ends_with(".md") {
            return Err(PatternFault::Ending);
        }
        Ok(Self { before: text[..first.0].into(), between: between.into(), after: after.into(), shape })
    }

    /// The document and, where the pattern has one, the language that a path below the content
    /// folder names; `None` if it does not fit.
    #[must_use]
    pub fn read<'p>(&self, path: &'p str) -> Option<(&'p str, Option<&'p str>)> {
        let inner = path.strip_prefix(&self.before)?.strip_suffix(&self.after)?;
        let (document, locale) = match self.shape {
            Shape::Document => (inner, None),
            Shape::LocaleThenDocument => inner.split_once(&self.between).map(|(l, d)| (d, Some(l)))?,
            Shape::DocumentThenLocale => inner.rsplit_once(&self.between).map(|(d, l)| (d, Some(l)))?,
        };
        let fits = !document.is_empty() && locale.is_none_or(|l| !l.is_empty() && !l.contains('/'));
        fits.then_some((document, locale))
    }

    /// The path below the content folder of a document in a language.
    #[must_use]
    pub fn write(&self, document: &str, locale: &str) -> String {
        let (first, second) = match self.shape {
            Shape::Document => (document, ""),
            Shape::LocaleThenDocument => (locale, document),
            Shape::DocumentThenLocale => (document, locale),
        };
        [&self.before, first, &self.between, second, &self.after].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_read_and_write_paths() {
        let pattern = |text: &str| PathPattern::parse(text);
        let read = |text: &str, path: &'static str| pattern(text).ok().and_then(|p| p.read(path));
        assert_eq!(read("{document}/{locale}.md", "privacy/de.md"), Some(("privacy", Some("de"))));
        assert_eq!(read("{document}/{locale}.md", "a/b/de.md"), Some(("a/b", Some("de"))));
        assert_eq!(read("{locale}/{document}.md", "en/archive/x.md"), Some(("archive/x", Some("en"))));
        assert_eq!(read("{document}.{locale}.md", "a.b.de.md"), Some(("a.b", Some("de"))));
        assert_eq!(read("{document}.md", "Policies/x y.md"), Some(("Policies/x y", None)));
        assert_eq!(read("{locale}/{document}.md", "README.md"), None);
        assert_eq!(read("{document}/{locale}.md", "privacy/de.txt"), None);
        let written = pattern("{locale}/{document}.md").map(|p| p.write("a/b", "de"));
        assert_eq!(written, Ok("de/a/b.md".to_owned()));
    }

    #[test]
    fn faults_are_told_apart() {
        let fault = |text: &str| PathPattern::parse(text).err();
        assert_eq!(fault("{locale}.md"), Some(PatternFault::Count));
        assert_eq!(fault("{document}/{lang}.md"), Some(PatternFault::Brace));
        assert_eq!(fault("{document}{locale}.md"), Some(PatternFault::Touching));
        assert_eq!(fault("{document}/{locale}.txt"), Some(PatternFault::Ending));
    }
}
