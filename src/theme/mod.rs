//! Templates, strings and assets, compiled once: the built-in theme, and over it the files of a
//! folder of `themes/`.

mod builtin;
mod fault;

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tera::Tera;

use crate::config::Look;
use crate::data::{Reader, Table};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::{StringFiles, Strings};
use crate::vocabulary::{Locale, SitePath, SourcePath};

/// The files of a theme folder, by their path in it, with `/`.
pub type ThemeFiles = BTreeMap<String, Arc<[u8]>>;

/// The style sheet of every page, to which the colours of the settings are added.
const STYLE: &str = "style.css";

/// The version of what templates are given. A theme says which one it was written for.
const CONTEXT_VERSION: &str = "1";

/// A compiled theme.
pub struct Theme {
    tera: Tera,
    /// Where its files lie, for findings.
    folder: String,
    /// The interface strings.
    pub strings: StringFiles,
    /// The files of `static/` by name, with their bytes and their place in the site.
    pub assets: BTreeMap<String, Asset>,
}

/// The interface strings of a language that need nothing filled in, ready for every template.
pub struct Words(tera::Value);

impl Words {
    /// The words of a language; which there are says the English file.
    #[must_use]
    pub fn of(strings: &Strings, files: &StringFiles) -> Self {
        let words: BTreeMap<&str, String> = files.plain_keys().into_iter().map(|key| (key, strings.get(key))).collect();
        Self(tera::Value::from_serializable(&words))
    }

    /// Gives them to a template as `words`.
    pub fn insert_into(&self, context: &mut tera::Context) {
        context.insert_value("words", self.0.clone());
    }
}

/// A file of the theme that pages refer to.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its place in the site: the name holds a digest of the bytes, so that it can be kept for ever.
    pub path: SitePath,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

impl Theme {
    /// Compiles the built-in theme with `files` of the folder `themes/NAME` laid over it, and what the settings
    /// say of its looks.
    #[must_use]
    pub fn compile(name: &str, files: &ThemeFiles, look: &Look) -> (Self, Vec<Diagnostic>) {
        let folder = format!("themes/{name}");
        let mut sink = Vec::new();
        let mut layers: Vec<ThemeFiles> = vec![builtin::files()];
        layers.push(files.clone());
        let mut templates: BTreeMap<String, String> = BTreeMap::new();
        let mut theme = Self { tera: Tera::new(), folder, strings: StringFiles::default(), assets: BTreeMap::new() };
        for (path, bytes) in layers.iter().flatten() {
            let source = theme.source(path);
            if let Some(name) = path.strip_prefix("static/") {
                let bytes = match look.css().filter(|_| name == STYLE) {
                    Some(css) => [bytes, css.as_bytes()].concat().into(),
                    None => Arc::clone(bytes),
                };
                theme.assets.insert(name.to_owned(), Asset { path: hashed(name, &bytes), bytes });
                continue;
            }
            let is_words = path.starts_with("strings/") && path.ends_with(".ftl");
            let wanted = path.starts_with("templates/") || is_words || path == "theme.toml";
            let text = match std::str::from_utf8(bytes) {
                Ok(text) => text,
                Err(_) if !wanted => continue,
                Err(_) => {
                    sink.push(Diagnostic::error(Code::NOT_UTF8, format!("`{source}` is not UTF-8")).in_file(&source));
                    continue;
                }
            };
            if let Some(name) = path.strip_prefix("templates/") {
                templates.insert(name.to_owned(), text.to_owned());
            } else if let Some(tag) = path.strip_prefix("strings/").and_then(|file| file.strip_suffix(".ftl")) {
                if Locale::parse(tag).is_ok_and(|locale| locale.tag() == tag) {
                    sink.extend(theme.strings.add(tag, &source, text));
                } else {
                    sink.push(strings_unnamed(&source, tag));
                }
            } else if path == "theme.toml" {
                check_settings(&source, text, &mut sink);
            }
        }
        sink.extend(theme.strings.unknown_variables(|tag| theme.source(&format!("strings/{tag}.ftl"))));
        theme.tera.autoescape_on(vec![".html", ".xml"]);
        // All at once: a template may extend one that comes later.
        let all = templates.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        if let Err(error) = theme.tera.add_raw_templates(all) {
            let text = |name: &str| templates.get(name).map(String::as_str);
            let (first, others) = fault::diagnose(&error, |name| theme.template(name), text);
            sink.extend([first].into_iter().chain(others));
        }
        (theme, sink)
    }

    /// Fills in a template; `size` is about how many bytes will come of it.
    ///
    /// # Errors
    /// The finding that says what is wrong with the template, and where.
    pub fn render(&self, template: &str, context: &tera::Context, size: usize) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut out = Vec::with_capacity(size);
        match self.tera.render_to(template, context, &mut out) {
            Ok(()) => Ok(out),
            Err(error) => Err(Box::new(fault::diagnose(&error, |name| self.template(name), |_| None).0)),
        }
    }

    fn template(&self, name: &str) -> SourcePath {
        self.source(&format!("templates/{name}"))
    }

    fn source(&self, path: &str) -> SourcePath {
        SourcePath::new(format!("{}/{path}", self.folder))
    }
}

fn strings_unnamed(path: &SourcePath, tag: &str) -> Diagnostic {
    let message = format!("`{path}`: \"{tag}\" is no language tag in its usual form, so the file is passed over");
    Diagnostic::error(Code::LOCALE_UNKNOWN, message)
        .in_file(path)
        .cure("name it by a tag such as de.ftl, pt-BR.ftl or zh-Hant.ftl")
}

/// `style.css` becomes `assets/style.0123456789ab.css`.
fn hashed(name: &str, bytes: &[u8]) -> SitePath {
    let digest = Sha256::digest(bytes);
    let number = digest.iter().take(6).fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    let (stem, ending) = name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    SitePath::file(format!("assets/{stem}.{number:012x}{ending}"))
}

/// Reads `theme.toml`: `context = "1"`, the version of the contexts that its templates expect.
fn check_settings(path: &SourcePath, text: &str, sink: &mut Vec<Diagnostic>) {
    let table = match Table::from_toml(text, 0) {
        Ok(table) => table,
        Err(fault) => {
            let message = format!("`{path}` is not valid TOML");
            sink.push(Diagnostic::error(Code::SETTINGS_SYNTAX, message).at(path, fault.span, fault.message));
            return;
        }
    };
    let mut reader = Reader::new(path, &table, sink);
    reader.text("description");
    if let Some(version) = reader.text("context").filter(|version| version.value != CONTEXT_VERSION) {
        let message = format!(
            "the theme was written for contexts of version {}, this engross has version {CONTEXT_VERSION}",
            version.value
        );
        reader.fault(Diagnostic::error(Code::TEMPLATE, message), &version.span, "another version");
    }
    reader.refuse_unknown();
}
