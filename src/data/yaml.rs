//! YAML into [`Table`].

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use saphyr_parser::{Marker, Span as Marks};

use super::{Entry, Fault, Node, Table, Value, shift};
use crate::diagnostic::Span;

pub(super) fn parse(text: &str, offset: usize) -> Result<Table, Fault> {
    let places = Places::of(text, offset);
    let documents = MarkedYaml::load_from_str(text).map_err(|error| {
        let at = places.byte(error.marker());
        Fault { span: at..at, message: error.info().to_owned() }
    })?;
    match documents.into_iter().next() {
        None => Ok(Table::default()),
        Some(root) => match places.node(&root).value {
            Value::Table(table) => Ok(table),
            Value::Nothing => Ok(Table::default()),
            other => Err(Fault {
                span: shift(0..text.len(), offset),
                message: format!("keys and values are expected here, this is {}", other.kind()),
            }),
        },
    }
}

/// saphyr counts characters; spans are bytes.
struct Places<'t> {
    text: &'t str,
    offset: usize,
    byte_of_char: Vec<usize>,
}

impl<'t> Places<'t> {
    fn of(text: &'t str, offset: usize) -> Self {
        let starts = text.char_indices().map(|(at, _)| at);
        Self { text, offset, byte_of_char: starts.chain([text.len()]).map(|at| at + offset).collect() }
    }

    fn byte(&self, marker: &Marker) -> usize {
        let last = self.byte_of_char.last().copied().unwrap_or(0);
        self.byte_of_char.get(marker.index()).copied().unwrap_or(last)
    }

    fn span(&self, marks: &Marks) -> Span {
        self.byte(&marks.start)..self.byte(&marks.end)
    }

    fn scalar(&self, scalar: &Scalar<'_>, span: &Span) -> Value {
        match scalar {
            Scalar::Null => Value::Nothing,
            Scalar::Boolean(flag) => Value::Flag(*flag),
            // YAML takes `title: 2024` for a number; the person wrote words.
            Scalar::Integer(_) | Scalar::FloatingPoint(_) => {
                let written = self.text.get(span.start - self.offset..span.end - self.offset);
                Value::Text(written.unwrap_or_default().to_owned())
            }
            Scalar::String(text) => Value::Text(text.to_string()),
        }
    }

    fn node(&self, yaml: &MarkedYaml<'_>) -> Node {
        let value = match &yaml.data {
            YamlData::Value(scalar) => self.scalar(scalar, &self.span(&yaml.span)),
            YamlData::Representation(text, ..) => Value::Text(text.to_string()),
            YamlData::Sequence(items) => Value::List(items.iter().map(|item| self.node(item)).collect()),
            YamlData::Mapping(pairs) => Value::Table(Table(
                pairs
                    .iter()
                    .map(|(key, value)| Entry {
                        key: key_text(key),
                        key_span: self.span(&key.span),
                        node: self.node(value),
                    })
                    .collect(),
            )),
            YamlData::Tagged(_, inner) => self.node(inner).value,
            YamlData::Alias(_) | YamlData::BadValue => Value::Nothing,
        };
        Node { span: self.span(&yaml.span), value }
    }
}

fn key_text(key: &MarkedYaml<'_>) -> String {
    match &key.data {
        YamlData::Value(Scalar::String(text)) | YamlData::Representation(text, ..) => text.to_string(),
        YamlData::Value(Scalar::Integer(number)) => number.to_string(),
        YamlData::Value(Scalar::Boolean(flag)) => flag.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_values_know_their_bytes() {
        let text = "title: Café\neffective: 2016-06-01\ntopics:\n  - a\n";
        let table = parse(text, 4).unwrap_or_default();
        let at = |n: usize| {
            let entry = &table.0[n];
            (
                &text[entry.key_span.start - 4..entry.key_span.end - 4],
                &text[entry.node.span.start - 4..entry.node.span.end - 4],
            )
        };
        assert_eq!(at(0), ("title", "Café"));
        assert_eq!(at(1), ("effective", "2016-06-01"));
        assert_eq!(table.0[1].node.value, Value::Text("2016-06-01".into()));
        assert!(parse("", 0).is_ok_and(|t| t.0.is_empty()));
        assert!(parse("just words", 0).is_err());
        assert!(parse("a: [1", 0).is_err());
    }
}
