//! The files of a site: which there are, which document and language each holds, and what its
//! front matter says.

mod active;
mod disk;
mod excerpts;
mod front_matter;
mod world;

use std::collections::BTreeMap;

pub use active::active;
pub use disk::{ScanError, read_folder, scan};
pub use excerpts::{Excerpt, Excerpts};
pub use front_matter::{FrontMatter, Matter, Shown};
pub use world::{Disk, Memory, TextError, World};

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::{DocumentId, Locale, LocaleFault, SourcePath};

/// A text in one language, and where it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The document.
    pub document: DocumentId,
    /// The language.
    pub locale: Locale,
    /// The file.
    pub path: SourcePath,
}

/// Every text of the site, sorted by document and language; no two share both.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The texts.
    pub texts: Vec<Source>,
}

impl Sources {
    /// Sorts out which document and language each path holds.
    ///
    /// `paths` are Markdown files below the root. Those below other folders than the content
    /// folder, and those that are excluded by name, are passed over.
    #[must_use]
    pub fn classify(paths: &[SourcePath], config: &Config) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let mut found: BTreeMap<(DocumentId, Locale), SourcePath> = BTreeMap::new();
        for path in paths {
            let Some(inner) = inside(path, &config.folder) else { continue };
            if matches_exclude(inner, config) {
                continue;
            }
            let Some((document, tag)) = config.pattern.read(inner) else {
                findings.push(not_a_document(path));
                continue;
            };
            let locale = match tag.map_or_else(|| Ok(config.source.clone()), Locale::parse) {
                Ok(locale) => locale,
                Err(fault) => {
                    findings.push(locale_unknown(path, tag.unwrap_or_default(), fault));
                    continue;
                }
            };
            if config.publish.as_ref().is_some_and(|publish| !publish.contains(&locale)) {
                continue;
            }
            let key = (DocumentId::new(document), locale);
            match found.get(&key) {
                Some(first) => findings.push(document_taken(path, first, &key)),
                None => {
                    found.insert(key, path.clone());
                }
            }
        }
        let texts = found.into_iter().map(|((document, locale), path)| Source { document, locale, path }).collect();
        (Self { texts }, findings)
    }
}

/// The path below the content folder.
fn inside<'p>(path: &'p SourcePath, folder: &str) -> Option<&'p str> {
    if folder.is_empty() {
        return Some(path.as_str());
    }
    path.inside(folder)
}

/// Whether a file or folder of the site is excluded by name.
#[must_use]
pub fn excluded(path: &SourcePath, config: &Config) -> bool {
    inside(path, &config.folder).is_some_and(|inner| matches_exclude(inner, config))
}

/// Whether the file or a folder above it is excluded.
fn matches_exclude(inner: &str, config: &Config) -> bool {
    let ends = inner.match_indices('/').map(|(at, _)| at).chain([inner.len()]);
    ends.into_iter().any(|end| config.exclude.is_match(&inner[..end]))
}

fn not_a_document(path: &SourcePath) -> Diagnostic {
    Diagnostic::warning(Code::NOT_A_DOCUMENT, format!("`{path}` does not fit `content.path`, so it has no page"))
        .in_file(path)
        .cure("move it to where the pattern expects documents, or name it in `content.exclude`")
}

fn locale_unknown(path: &SourcePath, tag: &str, fault: LocaleFault) -> Diagnostic {
    Diagnostic::error(Code::LOCALE_UNKNOWN, format!("`{path}`: \"{tag}\" {fault}, so the file has no page"))
        .in_file(path)
        .cure("name it by a BCP 47 tag such as de, pt-BR or zh-Hant, or name the file in `content.exclude`")
}

fn document_taken(path: &SourcePath, first: &SourcePath, key: &(DocumentId, Locale)) -> Diagnostic {
    let (document, locale) = key;
    Diagnostic::error(Code::DOCUMENT_TAKEN, format!("two files hold the document \"{document}\" in {locale}"))
        .in_file(path)
        .and(first, "the other file")
        .cure("keep one of them, or name one in `content.exclude`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    fn classify(settings: &str, paths: &[&str]) -> (Vec<String>, Vec<String>) {
        let text = format!("[site]\nbase_url = \"https://x.org\"\n{settings}");
        let config = config::read(&Config::settings_path(), &text).0.unwrap_or_else(|| panic!("{text}"));
        let paths: Vec<SourcePath> = paths.iter().map(|p| SourcePath::new(*p)).collect();
        let (sources, findings) = Sources::classify(&paths, &config);
        let texts = sources.texts.iter().map(|s| format!("{} {}", s.document, s.locale)).collect();
        (texts, findings.iter().map(|d| d.code.as_str().to_owned()).collect())
    }

    #[test]
    fn each_file_is_a_text_or_a_finding() {
        let paths =
            ["content/privacy/de.md", "content/privacy/de_DE.md", "content/stray.md", "other/x/en.md", "README.md"];
        let (texts, findings) = classify("", &paths);
        assert_eq!(texts, ["privacy de"]);
        assert_eq!(findings, ["locale-unknown", "not-a-document"]);
    }

    #[test]
    fn tags_that_mean_the_same_collide() {
        let (texts, findings) = classify("", &["content/privacy/he.md", "content/privacy/iw.md"]);
        assert_eq!(texts, ["privacy he"]);
        assert_eq!(findings, ["document-taken"]);
    }

    #[test]
    fn a_repository_is_adopted_as_it_is() {
        let settings = "[content]\nfolder = \".\"\npath = \"{document}.md\"\nexclude = [\"README.md\", \".github\"]";
        let (texts, findings) = classify(settings, &["README.md", ".github/a/b.md", "x/README.md", "a b.md"]);
        assert_eq!(texts, ["a b en", "x/README en"]);
        assert!(findings.is_empty());
    }
}
