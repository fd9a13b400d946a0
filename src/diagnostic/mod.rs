//! What is wrong with something a person wrote, as a value: a message, a place, a cure.

mod code;
mod nearest;

use std::ops::Range;

pub use code::Code;
pub use nearest::nearest;

use crate::vocabulary::SourcePath;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site cannot be trusted as it is: the exit code is 1 and nothing is published.
    Error,
    /// Readers may be misled; with `--strict` an error.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word that opens the message.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A stretch of a file, in bytes from its start.
pub type Span = Range<usize>;

/// Where in the project a finding lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub path: SourcePath,
    /// First byte and end of the stretch; `None` where the file as a whole is meant.
    pub span: Option<(usize, usize)>,
    /// What is said under the caret; may be empty.
    pub label: String,
}

/// One finding. Made by one function per problem, beside the check that finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which problem this is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The sentence for people.
    pub message: String,
    /// Where, if anywhere.
    pub place: Option<Place>,
    /// A second file that belongs to the finding, for example the other of two that collide.
    pub related: Option<Place>,
    /// How to mend it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding without a place.
    #[must_use]
    pub fn new(severity: Severity, code: Code, message: impl Into<String>) -> Self {
        Self { code, severity, message: message.into(), place: None, related: None, help: None }
    }

    /// An error without a place.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A warning without a place.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// A note without a place.
    #[must_use]
    pub fn note(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, message)
    }

    /// Says in which file.
    #[must_use]
    pub fn in_file(mut self, path: &SourcePath) -> Self {
        self.place = Some(Place { path: path.clone(), span: None, label: String::new() });
        self
    }

    /// Says where in which file, and what the caret points at.
    #[must_use]
    pub fn at(mut self, path: &SourcePath, span: Span, label: impl Into<String>) -> Self {
        self.place = Some(Place { path: path.clone(), span: Some((span.start, span.end)), label: label.into() });
        self
    }

    /// With the places and the cure of another finding.
    #[must_use]
    pub fn placed_as(mut self, other: &Self) -> Self {
        (self.place, self.related, self.help) = (other.place.clone(), other.related.clone(), other.help.clone());
        self
    }

    /// Names a second file.
    #[must_use]
    pub fn and(mut self, path: &SourcePath, label: impl Into<String>) -> Self {
        self.related = Some(Place { path: path.clone(), span: None, label: label.into() });
        self
    }

    /// Adds the cure.
    #[must_use]
    pub fn cure(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Findings in the order in which people read them: by file, by place, by code, each once.
pub fn sort(findings: &mut Vec<Diagnostic>) {
    findings.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.place.clone(), d.code.as_str(), d.message.clone());
        key(a).cmp(&key(b))
    });
    findings.dedup();
}

/// Whether any finding is an error; with `strict`, warnings count as errors.
#[must_use]
pub fn fails(findings: &[Diagnostic], strict: bool) -> bool {
    let limit = if strict { Severity::Warning } else { Severity::Error };
    findings.iter().any(|finding| finding.severity <= limit)
}
