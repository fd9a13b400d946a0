//! Paths as text with `/`, the same on every machine.

use std::borrow::Borrow;
use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// A file of the project, relative to its root, with `/` between folders.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(String);

impl SourcePath {
    /// Takes a relative path that uses `/`.
    #[must_use]
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The path below a folder, if it lies in it.
    #[must_use]
    pub fn inside(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that a relative reference in this file means, `None` if it leaves the project.
    #[must_use]
    pub fn join(&self, reference: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.0.split('/').collect();
        parts.pop();
        for part in reference.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Some(Self(parts.join("/")))
    }
}

impl Borrow<str> for SourcePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of the site, relative to its top, with `/` between folders: `de/privacy/index.html`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

/// What a path segment of an address may not hold as it is.
const SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'\\')
    .add(b'^')
    .add(b'|')
    .add(b'[')
    .add(b']');

impl SitePath {
    /// A file, for example `404.html`.
    #[must_use]
    pub fn file(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The page of a folder: `""` is the start page, `de/privacy` its `index.html`.
    #[must_use]
    pub fn folder(path: &str) -> Self {
        Self(if path.is_empty() { "index.html".to_owned() } else { format!("{path}/index.html") })
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address below the site's base, percent-encoded: a page of a folder ends in `/`.
    #[must_use]
    pub fn address(&self) -> String {
        let shown = match self.0.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => &self.0,
        };
        utf8_percent_encode(shown, SEGMENT).to_string()
    }

    /// A relative link from this page to another: `../../de/privacy/`.
    ///
    /// With `whole` the file itself is named (`…/index.html`), so that the link also works
    /// where no server answers for a folder.
    #[must_use]
    pub fn link_to(&self, target: &Self, whole: bool) -> String {
        let (from, to) = (self.0.as_str(), target.0.as_str());
        let shared = from
            .char_indices()
            .zip(to.chars())
            .take_while(|((_, a), b)| a == b)
            .filter(|((_, a), _)| *a == '/')
            .last()
            .map_or(0, |((at, _), _)| at + 1);
        let ups = from[shared..].matches('/').count();
        let rest = Self(to[shared..].to_owned());
        let tail = if whole { utf8_percent_encode(&rest.0, SEGMENT).to_string() } else { rest.address() };
        let link = "../".repeat(ups) + &tail;
        // A first part with a colon would be read as a scheme.
        let bare_colon = link.split('/').next().is_some_and(|first| first.contains(':'));
        if link.is_empty() || bare_colon { format!("./{link}") } else { link }
    }
}

impl Borrow<str> for SitePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_short() {
        let link = |from: &str, to: &str| SitePath::file(from).link_to(&SitePath::file(to), false);
        assert_eq!(link("de/privacy/index.html", "de/cookies/index.html"), "../cookies/");
        assert_eq!(link("de/privacy/index.html", "index.html"), "../../");
        assert_eq!(link("index.html", "de/index.html"), "de/");
        assert_eq!(link("de/index.html", "de/index.html"), "./");
        assert_eq!(link("de/index.html", "de-AT/index.html"), "../de-AT/");
        assert_eq!(link("ja/方針/index.html", "ja/a b/index.html"), "../a%20b/");
        let whole = SitePath::folder("de/privacy").link_to(&SitePath::folder("de/cookies"), true);
        assert_eq!(whole, "../cookies/index.html");
    }

    #[test]
    fn references_stay_inside_the_project() {
        let from = SourcePath::new("content/privacy/de.md");
        assert_eq!(from.join("../cookies/de.md"), Some(SourcePath::new("content/cookies/de.md")));
        assert_eq!(from.join("../../../etc/passwd"), None);
    }
}
