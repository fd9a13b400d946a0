//! The ledger: the digest of every file of the archive, in the form of `sha256sum`, so that anybody
//! can check it without engross: `cd versions && sha256sum --check SHA256SUMS`.

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{FOLDER, LEDGER, findings};
use crate::diagnostic::{Diagnostic, Span};
use crate::vocabulary::SourcePath;

/// The SHA-256 of bytes, in hexadecimal digits.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Paths below [`FOLDER`] and their digests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Each path, its digest, and where its line stands.
    pub entries: BTreeMap<String, (String, Span)>,
}

impl Ledger {
    /// The path of the ledger.
    #[must_use]
    pub fn path() -> SourcePath {
        SourcePath::new(format!("{FOLDER}/{LEDGER}"))
    }

    /// Reads a ledger. A line that is none is a finding, and so is a second digest of a file.
    #[must_use]
    pub fn read(path: &SourcePath, text: &str) -> (Self, Vec<Diagnostic>) {
        let (mut ledger, mut found) = (Self::default(), Vec::new());
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim_end_matches(['\n', '\r']);
            let span = at..at + words.len();
            at += line.len();
            let Some((digest, file)) = entry(words) else {
                if !words.is_empty() {
                    found.push(findings::ledger_line(path, span));
                }
                continue;
            };
            match ledger.entries.get(file) {
                Some((first, _)) if first != digest => found.push(findings::ledger_twice(path, span, file)),
                Some(_) => {}
                None => {
                    ledger.entries.insert(file.to_owned(), (digest.to_owned(), span));
                }
            }
        }
        (ledger, found)
    }

    /// A line of the ledger.
    #[must_use]
    pub fn line(file: &str, digest: &str) -> String {
        format!("{digest}  {file}\n")
    }
}

fn entry(line: &str) -> Option<(&str, &str)> {
    let (digest, file) = line.split_once("  ")?;
    let is_digest = digest.len() == 64 && digest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let stays = !file.is_empty() && file.split('/').all(|part| !matches!(part, "" | "." | ".."));
    (is_digest && stays).then_some((digest, file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_sha256sum() {
        assert_eq!(digest(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn what_is_no_line_is_found() {
        let good = Ledger::line("a/2016-06-01/en.md", &digest(b"a"));
        let other = Ledger::line("a/2016-06-01/en.md", &digest(b"b"));
        let read = |text: &str| {
            let (ledger, found) = Ledger::read(&Ledger::path(), text);
            (ledger.entries.len(), found.len())
        };
        assert_eq!(read(&good), (1, 0));
        assert_eq!(read(&format!("{good}{good}")), (1, 0));
        assert_eq!(read(&format!("{good}{other}")), (1, 1));
        for wrong in [good.to_uppercase(), good.replace("  ", " "), good.replace("a/2016", "../2016"), "x\n".into()] {
            assert_eq!(read(&wrong), (0, 1), "{wrong}");
        }
    }
}
