//! Lists of commits to pass over, in the form of git's `blame.ignoreRevsFile`: whole ids, one a
//! line, and comments after `#`. A comment that holds the word `reviewed` says that somebody looked
//! at what the commit changed.

use gix::ObjectId;

use super::findings;
use crate::diagnostic::{Diagnostic, Span};
use crate::vocabulary::SourcePath;

/// A commit that a list names, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub id: ObjectId,
    pub file: SourcePath,
    pub span: Span,
    /// Whether somebody looked at what it changed.
    pub is_reviewed: bool,
}

/// Reads a list. Abbreviated ids are refused: a typing error in one could hide much.
pub(super) fn read(file: &SourcePath, text: &str) -> (Vec<Named>, Vec<Diagnostic>) {
    let (mut named, mut found) = (Vec::new(), Vec::new());
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (code, comment) = line.split_once('#').unwrap_or((line, ""));
        let is_reviewed = comment.to_lowercase().contains("reviewed");
        let id = code.trim_start_matches('\u{feff}').trim();
        if !id.is_empty() {
            let start = at + line.find(id).unwrap_or(0);
            let span = start..start + id.len();
            match ObjectId::from_hex(id.as_bytes()) {
                Ok(id) => named.push(Named { id, file: file.clone(), span, is_reviewed }),
                Err(_) => found.push(findings::no_whole_id(file, id, span)),
            }
        }
        at += line.len();
    }
    (named, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_ids_and_comments_are_read() {
        let id = "0123456789abcdef0123456789abcdef01234567";
        let text = format!("# Formatting\n\n  {id} # blank lines\r\n0123456\n{id}{} # Reviewed by A\n", "0".repeat(24));
        let (named, found) = read(&SourcePath::new("list"), &text);
        let shown: Vec<&str> = named.iter().map(|named| &text[named.span.clone()]).collect();
        assert_eq!(named.iter().map(|named| named.is_reviewed).collect::<Vec<_>>(), [false, true]);
        assert_eq!(shown, [id.to_owned(), format!("{id}{}", "0".repeat(24))]);
        let wrong: Vec<_> = found.iter().filter_map(|d| d.place.as_ref()?.span).map(|(a, b)| &text[a..b]).collect();
        assert_eq!(wrong, ["0123456"]);
    }
}
