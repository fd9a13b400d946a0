//! Reading a table key by key: a wrong kind is a finding at the value, a key that nobody asked
//! for is a finding at the key.

use super::{Entry, Node, Table, Value};
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::vocabulary::SourcePath;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place in the file.
    pub span: Span,
}

/// Reads one table of one file. Findings go to the sink it was made with.
pub struct Reader<'a> {
    path: &'a SourcePath,
    table: &'a Table,
    /// Dotted name of the table, empty at the top.
    name: String,
    asked: Vec<&'static str>,
    sink: &'a mut Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// Starts at a file's top table.
    pub fn new(path: &'a SourcePath, table: &'a Table, sink: &'a mut Vec<Diagnostic>) -> Self {
        Self { path, table, name: String::new(), asked: Vec::new(), sink }
    }

    fn entry(&mut self, key: &'static str) -> Option<&'a Entry> {
        self.asked.push(key);
        self.table.0.iter().find(|entry| entry.key == key)
    }

    fn dotted(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }

    /// Reports a fault of a value of this file.
    pub fn fault(&mut self, diagnostic: Diagnostic, span: &Span, label: &str) {
        self.sink.push(diagnostic.at(self.path, span.clone(), label));
    }

    fn wrong_kind(&mut self, key: &str, node: &Node, wanted: &str) {
        let message = format!("`{}` must be {wanted}, but this is {}", self.dotted(key), node.value.kind());
        let label = format!("{wanted} is expected here");
        self.fault(Diagnostic::error(Code::SETTING_KIND, message), &node.span, &label);
    }

    /// Text, if the key is there.
    pub fn text(&mut self, key: &'static str) -> Option<Located<String>> {
        let node = &self.entry(key)?.node;
        if let Value::Text(text) = &node.value {
            Some(Located { value: text.clone(), span: node.span.clone() })
        } else {
            self.wrong_kind(key, node, "text in quotes");
            None
        }
    }

    /// One of a few words.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let found = self.text(key)?;
        if let Some((_, value)) = choices.iter().find(|(word, _)| *word == found.value) {
            return Some(*value);
        }
        let words: Vec<String> = choices.iter().map(|(word, _)| format!("\"{word}\"")).collect();
        let message = format!("`{}` cannot be \"{}\"", self.dotted(key), found.value);
        let cure = format!("write {}", words.join(" or "));
        self.fault(Diagnostic::error(Code::SETTING_VALUE, message).cure(cure), &found.span, "not one of the choices");
        None
    }

    /// A list of texts; a single text is a list of one.
    pub fn texts(&mut self, key: &'static str) -> Option<Vec<Located<String>>> {
        let node = &self.entry(key)?.node;
        let single = std::slice::from_ref(node);
        let items: &[Node] = if let Value::List(items) = &node.value { items } else { single };
        let mut out = Vec::new();
        for item in items {
            if let Value::Text(text) = &item.value {
                out.push(Located { value: text.clone(), span: item.span.clone() });
            } else {
                self.wrong_kind(key, item, "a list of texts");
            }
        }
        Some(out)
    }

    /// A table as it is, for keys that the person chooses.
    pub fn table(&mut self, key: &'static str) -> Option<&'a Table> {
        let node = &self.entry(key)?.node;
        if let Value::Table(table) = &node.value {
            return Some(table);
        }
        self.wrong_kind(key, node, "a table");
        None
    }

    /// Reads a table inside this one.
    pub fn section<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'_>) -> T) -> Option<T> {
        let table = self.table(key)?;
        let mut inner =
            Reader { path: self.path, table, name: self.dotted(key), asked: Vec::new(), sink: &mut *self.sink };
        let value = read(&mut inner);
        inner.refuse_unknown();
        Some(value)
    }

    /// Reports every key that was not asked for, with the nearest one that was.
    pub fn refuse_unknown(self) {
        for entry in self.table.0.iter().filter(|entry| !self.asked.contains(&entry.key.as_str())) {
            let message = format!("unknown setting `{}`", self.dotted(&entry.key));
            let cure = match nearest(&entry.key, self.asked.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("known here: {}", self.asked.join(", ")),
            };
            self.sink.push(
                Diagnostic::error(Code::SETTING_UNKNOWN, message)
                    .at(self.path, entry.key_span.clone(), "no such setting")
                    .cure(cure),
            );
        }
    }

    /// Keys that were not asked for but nearly are one that was, with the name that was meant.
    #[must_use]
    pub fn near_misses(&self) -> Vec<(Entry, &'static str)> {
        self.table
            .0
            .iter()
            .filter(|entry| !self.asked.contains(&entry.key.as_str()))
            .filter_map(|entry| Some((entry.clone(), nearest(&entry.key, self.asked.iter().copied())?)))
            .collect()
    }
}
