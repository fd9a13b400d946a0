//! The seam between the pure part and the disk: texts by name.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::{Day, SourcePath};

pub use super::disk::Disk;

/// Gives the texts of a site when they are needed.
pub trait World: Sync {
    /// The text of a file.
    ///
    /// # Errors
    /// [`TextError`] where there is none.
    fn text(&self, path: &SourcePath) -> Result<Arc<str>, TextError>;

    /// The text of a file that is not needed again: it is not kept.
    ///
    /// # Errors
    /// [`TextError`] where there is none.
    fn passing(&self, path: &SourcePath) -> Result<Arc<str>, TextError> {
        self.text(path)
    }

    /// The bytes of a file that is published as it is.
    ///
    /// # Errors
    /// [`TextError`] where there are none.
    fn bytes(&self, path: &SourcePath) -> Result<Vec<u8>, TextError>;

    /// The bytes of a file as it stood in a revision, by the id that git gave them.
    ///
    /// # Errors
    /// [`TextError::Missing`] where the repository does not have them.
    fn revision(&self, id: &str) -> Result<Vec<u8>, TextError> {
        let _ = id;
        Err(TextError::Missing)
    }

    /// The day on which the site is looked at: nothing else asks a clock.
    fn today(&self) -> Day;
}

/// Why a file gives no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextError {
    /// There is no such file.
    Missing,
    /// The system's word, for example "permission denied".
    Unreadable(String),
    /// The bytes are not UTF-8; line and column of the first wrong byte, and that byte.
    NotUtf8 {
        /// Line, from 1.
        line: usize,
        /// Byte of the line, from 1.
        column: usize,
        /// The first byte that does not fit.
        byte: u8,
    },
    /// The file has more bytes than a page can have.
    TooLarge {
        /// Its size.
        bytes: u64,
    },
}

/// The largest file that is read as a document: no reader opens a page of more.
pub(super) const LARGEST_TEXT: u64 = 10 * 1024 * 1024;

impl TextError {
    /// The place of the first byte that is not UTF-8.
    #[must_use]
    pub fn of_bytes(error: &std::string::FromUtf8Error) -> Self {
        let (at, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
        let line_start = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
        let line = 1 + bytes[..at].split(|b| *b == b'\n').skip(1).count();
        Self::NotUtf8 { line, column: at - line_start + 1, byte: bytes[at] }
    }

    /// The finding about a document.
    #[must_use]
    pub fn diagnose(&self, path: &SourcePath) -> Diagnostic {
        match self {
            Self::NotUtf8 { .. } => Diagnostic::error(Code::NOT_UTF8, format!("`{path}` {self}"))
                .in_file(path)
                .cure("save the file as UTF-8 in your editor"),
            Self::TooLarge { .. } => Diagnostic::error(Code::DOCUMENT_TOO_LARGE, format!("`{path}` {self}"))
                .in_file(path)
                .cure("split it into several documents, or name it in `content.exclude`"),
            Self::Missing | Self::Unreadable(_) => {
                Diagnostic::error(Code::DOCUMENT_UNREADABLE, format!("`{path}` {self}")).in_file(path)
            }
        }
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("is not there"),
            Self::Unreadable(reason) => write!(f, "cannot be read: {reason}"),
            Self::NotUtf8 { line, column, byte } => {
                write!(f, "is not UTF-8: byte 0x{byte:02X} at line {line}, byte {column} of the line, does not fit")
            }
            Self::TooLarge { bytes } => {
                write!(f, "is {} MB; a page holds at most {} MB", bytes / 1_000_000, LARGEST_TEXT / 1_000_000)
            }
        }
    }
}

/// Reads the bytes of a file as text; a byte order mark stays, so that places stay true.
///
/// # Errors
/// [`TextError::NotUtf8`] with the place of the first wrong byte.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Arc<str>, TextError> {
    match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => {
            Err(TextError::Unreadable("it holds NUL bytes, so it is no text".to_owned()))
        }
        Ok(text) => Ok(Arc::from(text)),
        Err(error) => Err(TextError::of_bytes(&error)),
    }
}

/// A site in memory, for tests and for texts that are not on disk.
#[derive(Debug, Clone)]
pub struct Memory {
    /// Texts by path.
    pub texts: BTreeMap<SourcePath, Arc<str>>,
    /// The day.
    pub today: Day,
}

impl World for Memory {
    fn text(&self, path: &SourcePath) -> Result<Arc<str>, TextError> {
        self.texts.get(path).cloned().ok_or(TextError::Missing)
    }

    fn bytes(&self, path: &SourcePath) -> Result<Vec<u8>, TextError> {
        self.text(path).map(|text| text.as_bytes().to_vec())
    }

    fn today(&self) -> Day {
        self.today
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wrong_byte_is_named() {
        let fault = decode(b"# A\nCaf\xe9 au lait".to_vec());
        assert_eq!(fault, Err(TextError::NotUtf8 { line: 2, column: 4, byte: 0xE9 }));
        assert!(decode("Café".into()).is_ok());
    }
}
