//! Translations that have not caught up with their originals.

use crate::diagnostic::{Code, Diagnostic};
use crate::site::{Behind, Currency, Document, Site, Translation};

/// Every translation of a document that is behind.
pub(super) fn check(site: &Site, document: &Document) -> Vec<Diagnostic> {
    let Some(original) = site.original(document) else { return Vec::new() };
    document.translations.values().filter_map(|text| behind(original, text)).collect()
}

fn behind(original: &Translation, text: &Translation) -> Option<Diagnostic> {
    let Currency::Behind(Behind { since, changed, .. }) = &text.currency else { return None };
    let since = since.filter(|since| since != changed).map(|since| format!(", first on {since}")).unwrap_or_default();
    let name = match (&text.frozen, &text.version) {
        (Some(_), Some(version)) => format!("version {version} of `{}`", text.source),
        _ => format!("`{}`", text.source),
    };
    let message = format!("{name} is behind its original, which was changed on {changed}{since}");
    let cure = match text.frozen {
        Some(_) => "archive a version of the translation that is up to date",
        None => "bring it up to date; if it is, say `translates` in its front matter, or commit a change of it",
    };
    Some(
        Diagnostic::note(Code::TRANSLATION_BEHIND, message)
            .in_file(&text.source)
            .and(&original.source, "the original")
            .cure(cure),
    )
}
