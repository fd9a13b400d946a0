//! Tera's errors as findings.

use tera::{Error, ErrorKind, ReportError};

use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::SourcePath;

/// The finding about a template; `source` gives the file of a template's name.
pub(super) fn diagnose(error: &Error, source: impl Fn(&str) -> SourcePath) -> Diagnostic {
    let reported = |report: &ReportError| {
        let path = source(report.filename());
        let (headline, rest) = report.message().split_once('\n').unwrap_or((report.message(), ""));
        let finding = Diagnostic::error(Code::TEMPLATE, format!("the template `{}`: {headline}", report.filename()))
            .at(&path, report.span().range.clone(), "here");
        if rest.is_empty() { finding } else { finding.cure(rest.trim()) }
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => reported(report),
        other => Diagnostic::error(Code::TEMPLATE, format!("a template cannot be used: {other}"))
            .cure("see the list of templates and of what each is given in docs/themes.md"),
    }
}
