//! The lines between `---` or `+++` at the top of a file.

use crate::data::{Fault, Reader, Table, Value};
use crate::diagnostic::{Code, Diagnostic, Severity, Span};
use crate::vocabulary::{Day, SourcePath};

/// What the front matter of a text says. Keys that engross does not know are the business of
/// other tools and are passed over.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrontMatter {
    /// `title`: the title, where it is not the first heading.
    pub title: Option<String>,
    /// `description`: a sentence for search engines and lists.
    pub description: Option<String>,
    /// `effective`: the first day in force.
    pub effective: Option<Day>,
    /// `published`: the day on which the text was published.
    pub published: Option<Day>,
    /// `translates`: the version or the revision of the original that a translation reflects.
    pub translates: Option<String>,
    /// `formerly`: the paths that the file had before, from the root of the site.
    pub formerly: Option<Vec<SourcePath>>,
}

/// What a page shows of the front matter of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// The title.
    pub title: Option<String>,
    /// The first day in force, and the day of publication.
    pub days: [Option<Day>; 2],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Yaml,
    Toml,
}

/// A file cut into front matter and text.
#[derive(Debug, Clone, PartialEq)]
pub struct Matter {
    format: Option<Format>,
    inner: Span,
    /// Where the text begins, in bytes of the file.
    pub body: usize,
}

impl Matter {
    /// Finds the front matter: a first line of `---` or `+++` and the next line that repeats it.
    /// Without the second line there is none.
    #[must_use]
    pub fn find(text: &str) -> Self {
        let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let none = Self { format: None, inner: start..start, body: start };
        let mut lines = text[start..].split_inclusive('\n');
        let Some(first) = lines.next() else { return none };
        let (format, fence) = match first.trim_end() {
            "---" => (Format::Yaml, "---"),
            "+++" => (Format::Toml, "+++"),
            _ => return none,
        };
        let inner = start + first.len();
        let mut at = inner;
        for line in lines {
            if line.trim_end() == fence {
                return Self { format: Some(format), inner: inner..at, body: at + line.len() };
            }
            at += line.len();
        }
        none
    }

    /// What stands in it; nothing where there is none.
    fn table(&self, text: &str) -> Option<Result<Table, Fault>> {
        let inner = &text[self.inner.clone()];
        Some(match self.format? {
            Format::Yaml => Table::from_yaml(inner, self.inner.start),
            Format::Toml => Table::from_toml(inner, self.inner.start),
        })
    }
}

impl FrontMatter {
    /// Reads the front matter that was found in a file.
    #[must_use]
    pub fn read(path: &SourcePath, text: &str, matter: &Matter) -> (Self, Vec<Diagnostic>) {
        match matter.table(text) {
            None => (Self::default(), Vec::new()),
            Some(Err(fault)) => (Self::default(), vec![syntax(path, matter.format, fault)]),
            Some(Ok(table)) => Self::from_table(path, &table),
        }
    }

    /// What the page shows of it, whatever is wrong with the rest.
    #[must_use]
    pub fn shown(text: &str, matter: &Matter) -> Shown {
        let Some(Ok(table)) = matter.table(text) else { return Shown::default() };
        let (path, mut sink) = (SourcePath::new(""), Vec::new());
        let mut reader = Reader::new(&path, &table, &mut sink);
        let title = reader.text("title").map(|title| title.value);
        let days = ["effective", "published"].map(|key| reader.day(key));
        Shown { title, days }
    }

    /// The day that a key of the author's choice names, at its beginning.
    #[must_use]
    pub fn day_of(text: &str, matter: &Matter, key: &str) -> Option<Day> {
        let table = matter.table(text)?.ok()?;
        match &table.0.iter().find(|entry| entry.key == key)?.node.value {
            Value::Text(day) => Day::parse(day.trim().get(..10)?).ok(),
            _ => None,
        }
    }

    fn from_table(path: &SourcePath, table: &Table) -> (Self, Vec<Diagnostic>) {
        let mut sink = Vec::new();
        let mut reader = Reader::new(path, table, &mut sink);
        let title = reader.text("title").map(|t| t.value);
        let description = reader.text("description").map(|t| t.value);
        let effective = reader.day("effective");
        let published = reader.day("published");
        let translates = reader.text("translates").map(|name| name.value);
        let formerly = reader.texts("formerly");
        let formerly = formerly.map(|paths| paths.into_iter().map(|path| SourcePath::new(path.value)).collect());
        let misses = reader.near_misses();
        for finding in &mut sink {
            if finding.code == Code::SETTING_KIND {
                finding.code = Code::FRONT_MATTER_KIND;
            }
        }
        let known_elsewhere = |value: &Value| matches!(value, Value::Table(_) | Value::List(_));
        for (entry, meant) in misses.into_iter().filter(|(entry, _)| !known_elsewhere(&entry.node.value)) {
            let message = format!("`{}` is not a key that engross knows", entry.key);
            sink.push(
                Diagnostic::new(Severity::Warning, Code::FRONT_MATTER_KEY, message)
                    .at(path, entry.key_span, "passed over")
                    .cure(format!("did you mean `{meant}`?")),
            );
        }
        (Self { title, description, effective, published, translates, formerly }, sink)
    }
}

fn syntax(path: &SourcePath, format: Option<Format>, fault: Fault) -> Diagnostic {
    let language = if format == Some(Format::Toml) { "TOML" } else { "YAML" };
    Diagnostic::error(Code::FRONT_MATTER_SYNTAX, format!("the front matter is not valid {language}"))
        .at(path, fault.span, fault.message)
        .cure("mend the line, or remove the front matter: it is optional")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (FrontMatter, Vec<(&'static str, String)>, String) {
        let matter = Matter::find(text);
        let (front, findings) = FrontMatter::read(&SourcePath::new("a.md"), text, &matter);
        let shown = findings
            .iter()
            .map(|d| {
                let (start, end) = d.place.as_ref().and_then(|p| p.span).unwrap_or((0, 0));
                (d.code.as_str(), text[start..end].to_owned())
            })
            .collect();
        (front, shown, text[matter.body..].to_owned())
    }

    #[test]
    fn yaml_and_toml_are_read_and_foreign_keys_passed_over() {
        for text in [
            "---\ntitle: A\nversions:\n  fpt: '*'\n---\nText",
            "+++\ntitle = \"A\"\n+++\nText",
            "\u{feff}---\r\ntitle: A\r\n---\r\nText",
        ] {
            let (front, findings, body) = read(text);
            assert_eq!(front.title.as_deref(), Some("A"), "{text}");
            assert_eq!((findings, body.as_str()), (vec![], "Text"));
        }
        assert_eq!(read("---\nA rule above, no front matter\n").2, "---\nA rule above, no front matter\n");
    }

    #[test]
    fn faults_point_at_the_value_or_key() {
        assert_eq!(read("---\neffective: 2016-13-01\n---\n").1, [("date-malformed", "2016-13-01".into())]);
        assert_eq!(read("+++\neffectve = 2016-06-01\n+++\n").1, [("front-matter-key", "effectve".into())]);
        assert_eq!(read("---\ntitle: true\n---\n").1, [("front-matter-kind", "true".into())]);
        assert_eq!(read("---\ntitle: 20.10\n---\n").0.title.as_deref(), Some("20.10"));
        assert_eq!(read("---\ntitle: \"a\n---\n").1[0].0, "front-matter-syntax");
    }
}
