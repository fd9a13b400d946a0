//! TOML into [`Table`].

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Entry, Fault, Node, Table, Value, shift};

pub(super) fn parse(text: &str, offset: usize) -> Result<Table, Fault> {
    let table = DeTable::parse(text).map_err(|error| Fault {
        span: shift(error.span().unwrap_or(0..0), offset),
        message: error.message().to_owned(),
    })?;
    Ok(convert(table.get_ref(), offset))
}

fn convert(table: &DeTable<'_>, offset: usize) -> Table {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_span: shift(key.span(), offset),
            node: node(value, offset),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    Table(entries)
}

fn node(value: &Spanned<DeValue<'_>>, offset: usize) -> Node {
    let inner = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Integer(number) => Value::Number(number.to_string()),
        DeValue::Float(number) => Value::Number(number.to_string()),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(|item| node(item, offset)).collect()),
        DeValue::Table(table) => Value::Table(convert(table, offset)),
    };
    Node { span: shift(value.span(), offset), value: inner }
}
