//! `[[exceptions]]`: findings that somebody looked at and accepts, each with a reason.

use crate::data::Reader;
use crate::diagnostic::{Code, Diagnostic, Severity, Span, nearest};
use crate::vocabulary::SourcePath;

/// A finding that is accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// `file`: the file that it is about.
    pub file: SourcePath,
    /// `finding`: its code.
    pub code: Code,
    /// `reason`: why it is accepted.
    pub reason: String,
    /// Where it stands in the settings.
    pub span: Span,
}

/// Takes away what is accepted; errors are never accepted. The rest is in its order. Besides, the exceptions
/// that took nothing away.
#[must_use]
pub fn accept<'e>(exceptions: &'e [Exception], findings: &mut Vec<Diagnostic>) -> Vec<&'e Exception> {
    let mut used = vec![false; exceptions.len()];
    findings.retain(|finding| {
        let path = finding.place.as_ref().map(|place| &place.path);
        let is_meant = |exception: &&Exception| finding.code == exception.code && path == Some(&exception.file);
        let at = exceptions.iter().position(|exception| is_meant(&exception));
        match at.filter(|_| finding.severity != Severity::Error) {
            Some(at) => {
                used[at] = true;
                false
            }
            None => true,
        }
    });
    exceptions.iter().zip(used).filter(|(_, used)| !used).map(|(exception, _)| exception).collect()
}

/// Says that an exception is not needed.
#[must_use]
pub fn unused(exception: &Exception) -> Diagnostic {
    let message =
        format!("the exception for `{}` in `{}` is not needed: nothing is found there", exception.code, exception.file);
    Diagnostic::warning(Code::EXCEPTION_UNUSED, message)
        .at(&super::Config::settings_path(), exception.span.clone(), "not needed")
        .cure("remove it")
}

/// Reads `[[exceptions]]`.
pub(super) fn read_exceptions(reader: &mut Reader<'_>) -> Vec<Exception> {
    let mut found = Vec::new();
    reader.tables("exceptions", |span, inner| {
        let (file, code, reason) = (inner.text("file"), inner.text("finding"), inner.text("reason"));
        for (key, is_there) in [("file", file.is_some()), ("finding", code.is_some()), ("reason", reason.is_some())] {
            if !is_there {
                let message = format!("an exception needs `{key}`");
                let found = Diagnostic::error(Code::SETTING_VALUE, message)
                    .cure("write file, finding and reason: file = \"content/privacy/de.md\", finding = \"structure-links\", reason = \"…\"");
                inner.fault(found, span, "here");
            }
        }
        let (Some(file), Some(code), Some(reason)) = (file, code, reason) else { return };
        let Some((known, _)) = Code::ALL.iter().find(|(known, _)| known.as_str() == code.value) else {
            let meant = nearest(&code.value, Code::ALL.iter().map(|(known, _)| known.as_str()));
            let found = Diagnostic::error(Code::SETTING_VALUE, format!("there is no finding \"{}\"", code.value));
            let found = match meant {
                Some(meant) => found.cure(format!("did you mean \"{meant}\"?")),
                None => found.cure("docs/findings.md lists all of them"),
            };
            inner.fault(found, &code.span, "unknown");
            return;
        };
        if reason.value.trim().is_empty() {
            let message = "an exception needs a reason: whoever reads it later must know why";
            inner.fault(Diagnostic::error(Code::SETTING_VALUE, message), &reason.span, "empty");
            return;
        }
        let file = SourcePath::new(file.value);
        found.push(Exception { file, code: *known, reason: reason.value, span: span.clone() });
    });
    found
}
