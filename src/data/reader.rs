//! Reading a table key by key: a wrong kind is a finding at the value, a key that nobody asked
//! for is a finding at the key.

use super::{Entry, Node, Table, Value};
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::vocabulary::{Day, Instant, SourcePath};

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
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
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

    /// The value of a key, whatever its kind.
    pub fn value(&mut self, key: &'static str) -> Option<&'a Value> {
        self.entry(key).map(|entry| &entry.node.value)
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

    /// A whole number that is not negative.
    pub fn count(&mut self, key: &'static str) -> Option<Located<u32>> {
        let node = &self.entry(key)?.node;
        let number = if let Value::Number(number) = &node.value { number.parse().ok() } else { None };
        if number.is_none() {
            self.wrong_kind(key, node, "a whole number, 0 or more");
        }
        Some(Located { value: number?, span: node.span.clone() })
    }

    /// A day, written `YYYY-MM-DD` with or without quotes.
    pub fn day(&mut self, key: &'static str) -> Option<Day> {
        let written = self.text(key)?;
        Day::parse(&written.value)
            .map_err(|reason| {
                let message = format!("`{}` is not a day: {reason}", self.dotted(key));
                let found = Diagnostic::error(Code::DATE_MALFORMED, message).cure("write it like 2016-06-01");
                self.fault(found, &written.span, "not a day");
            })
            .ok()
    }

    /// A moment.
    pub fn instant(&mut self, key: &'static str) -> Option<Instant> {
        let written = self.text(key)?;
        let instant = Instant::parse(&written.value);
        if instant.is_some() {
            return instant;
        }
        let message = format!("`{}` is not a moment", self.dotted(key));
        let found = Diagnostic::error(Code::DATE_MALFORMED, message).cure("write it like 2016-06-01T12:00:00Z");
        self.fault(found, &written.span, "not a moment");
        None
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let node = &self.entry(key)?.node;
        if let Value::Flag(flag) = node.value {
            return Some(flag);
        }
        self.wrong_kind(key, node, "true or false");
        None
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

    /// Reads tables inside this one whose names the person chooses.
    pub fn sections(&mut self, key: &'static str, mut read: impl FnMut(&Entry, &mut Reader<'_>)) {
        for entry in self.table(key).map(|table| table.0.as_slice()).unwrap_or_default() {
            if let Value::Table(table) = &entry.node.value {
                let name = format!("{}.{}", self.dotted(key), entry.key);
                let mut inner = Reader { path: self.path, table, name, asked: Vec::new(), sink: &mut *self.sink };
                read(entry, &mut inner);
                inner.refuse_unknown();
            } else {
                self.wrong_kind(&format!("{key}.{}", entry.key), &entry.node, "a table");
            }
        }
    }

    /// Reads the tables of a list, each with its place.
    pub fn tables(&mut self, key: &'static str, mut read: impl FnMut(&Span, &mut Reader<'_>)) {
        let Some(node) = self.entry(key).map(|entry| &entry.node) else { return };
        let Value::List(items) = &node.value else {
            self.wrong_kind(key, node, "a list of tables");
            return;
        };
        for item in items {
            if let Value::Table(table) = &item.value {
                let name = self.dotted(key);
                let mut inner = Reader { path: self.path, table, name, asked: Vec::new(), sink: &mut *self.sink };
                read(&item.span, &mut inner);
                inner.refuse_unknown();
            } else {
                self.wrong_kind(key, item, "a table");
            }
        }
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
