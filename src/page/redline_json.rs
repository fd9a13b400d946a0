//! `diff.json`: what changed between two versions, for machines.

use serde_json::{Value, json};

use super::machines::written;
use super::redline::compared;
use crate::diagnostic::Diagnostic;
use crate::redline::{Edit, EditClass, Leaf, LeafKind, Redline, Row, RowKind, Statistics};
use crate::site::{Pair, Site};
use crate::vocabulary::{DocumentId, Locale, SitePath, VersionId};

pub(super) fn render(site: &Site, id: &DocumentId, locale: &Locale, pair: Pair) -> Result<Vec<u8>, Box<Diagnostic>> {
    let Some(document) = site.documents.get(id) else { return Ok(Vec::new()) };
    let Some(compared) = compared(site, document, locale, pair)? else { return Ok(Vec::new()) };
    let side = |version: Option<VersionId>| {
        let page = match version {
            Some(version) => site.version_page(id, version, locale),
            None => site.page(id, locale),
        };
        json!({ "version": version.map(|version| version.to_string()), "url": site.url(&page) })
    };
    let file = json!({
        "$schema": site.url(&SitePath::file("schemas/diff-1.json")),
        "document": id.as_str(),
        "language": compared.locale.tag(),
        "url": site.url(&site.compare_page(id, pair, locale)),
        "before": side(pair.before),
        "after": side(pair.after),
        "statistics": statistics(&compared.redline.statistics),
        "capped": compared.redline.is_capped(),
        "rows": rows(&compared.redline),
    });
    Ok(written(&file))
}

/// The figures of a redline.
pub(crate) fn statistics(statistics: &Statistics) -> Value {
    let Statistics { kept, inserted, deleted, changed, added, removed, moved, renumbered, links, formatted } =
        *statistics;
    json!({
        "words": { "kept": kept, "inserted": inserted, "deleted": deleted },
        "changed": changed, "added": added, "removed": removed, "moved": moved,
        "renumbered": renumbered, "links": links, "formatted": formatted,
    })
}

/// The word for what became of a row.
pub(crate) fn kind(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Same => "equal",
        RowKind::Changed => "changed",
        RowKind::Removed => "removed",
        RowKind::Added => "added",
        RowKind::Moved(_) => "moved",
        RowKind::MovedAway(_) => "moved-away",
    }
}

/// The word for what changed in a part of a row.
pub(crate) fn class(class: EditClass) -> &'static str {
    match class {
        EditClass::Text => "text",
        EditClass::Number => "number",
        EditClass::Link => "link",
        EditClass::Format => "format",
        EditClass::Typography => "typography",
    }
}

/// Every row in which something changed; offsets count code points of the text.
fn rows(redline: &Redline) -> Vec<Value> {
    let changed = redline.rows.iter().filter(|row| row.kind != RowKind::Same);
    changed.map(|row| self::row(row, redline)).collect()
}

fn row(row: &Row, redline: &Redline) -> Value {
    let number = match row.kind {
        RowKind::Moved(number) | RowKind::MovedAway(number) => Some(number),
        _ => None,
    };
    let side = |places: &[usize], leaves: &[Leaf], edits: &[Edit]| -> Vec<Value> {
        places.iter().map(|at| leaf(&leaves[*at], edits.iter().filter(|edit| edit.leaf == *at), leaves)).collect()
    };
    json!({
        "kind": kind(row.kind),
        "class": row.class().map(class),
        "move": number,
        "before": side(&row.leaves.before, &redline.leaves.before, &row.edits.before),
        "after": side(&row.leaves.after, &redline.leaves.after, &row.edits.after),
    })
}

fn leaf<'e>(leaf: &Leaf, edits: impl Iterator<Item = &'e Edit>, leaves: &[Leaf]) -> Value {
    let point = |at: usize| leaf.text[..at].chars().count();
    let kind = match leaf.kind {
        LeafKind::Heading(_) => "heading",
        LeafKind::Paragraph => "paragraph",
        LeafKind::Item => "item",
        LeafKind::Row { .. } => "row",
        LeafKind::Code => "code",
        LeafKind::Term => "term",
        LeafKind::Title => "title",
    };
    let edits: Vec<Value> = edits
        .map(|edit| json!({ "from": point(edit.range.start), "to": point(edit.range.end), "class": class(edit.class) }))
        .collect();
    json!({
        "kind": kind,
        "label": leaf.label,
        "section": leaf.section.map(|at| leaves[at].text.as_str()),
        "text": leaf.text,
        "edits": edits,
    })
}
