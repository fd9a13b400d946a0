//! Tera's errors as findings.

use tera::{Error, ErrorKind, ReportError};

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::vocabulary::SourcePath;

/// What a template is given stands there.
const MANUAL: &str = "docs/themes.md lists the templates, and what each is given";

/// What Tera says before the names that there are.
const GIVEN: [&str; 2] = [" Available variables: ", " Available fields: "];

/// The findings about templates, at least one; `source` gives the file of a template's name, `text` what it holds.
pub(super) fn diagnose<'t>(
    error: &Error,
    source: impl Fn(&str) -> SourcePath,
    text: impl Fn(&str) -> Option<&'t str>,
) -> (Diagnostic, Vec<Diagnostic>) {
    let of_template = |name: &str, message: &str| {
        Diagnostic::error(Code::TEMPLATE, format!("the template `{name}`: {message}")).in_file(&source(name))
    };
    let one = |found: Diagnostic| (found, Vec::new());
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            one(reported(report, &source(report.filename())))
        }
        // What is called but not there is told as text, one report after another.
        ErrorKind::Msg(reports) if reports.starts_with("error: ") => {
            let mut found = reports.split("\n\nerror: ").filter_map(|report| {
                let (message, rest) = report.trim_start_matches("error: ").split_once('\n')?;
                let (name, line, column) = place(rest)?;
                let at = offset(text(name)?, line, column)?;
                let found = Diagnostic::error(Code::TEMPLATE, format!("the template `{name}`: {message}"));
                Some(found.at(&source(name), at..at + 1, "here").cure(MANUAL))
            });
            let first = found.next().unwrap_or_else(|| other(&error.to_string()));
            (first, found.collect())
        }
        ErrorKind::MissingParent { current, parent } => {
            one(of_template(current, &format!("it extends `{parent}`, which is not there")).cure(MANUAL))
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            let found = of_template(tpl, "it extends itself");
            one(found.cure("give it another name than the template that it extends, and extend that in the others"))
        }
        ErrorKind::CircularInclude { tpl, .. } => one(of_template(tpl, "it includes itself").cure(MANUAL)),
        kind => one(other(&kind.to_string())),
    }
}

fn other(message: &str) -> Diagnostic {
    Diagnostic::error(Code::TEMPLATE, format!("a template cannot be used: {message}")).cure(MANUAL)
}

/// What is wrong, where, and what there is instead.
fn reported(report: &ReportError, path: &SourcePath) -> Diagnostic {
    let (headline, rest) = report.message().split_once('\n').unwrap_or((report.message(), ""));
    let given = GIVEN.iter().find_map(|words| headline.split_once(words));
    let (message, names) = given.map_or((headline, None), |(message, names)| (message, Some(names)));
    let finding = Diagnostic::error(Code::TEMPLATE, format!("the template `{}`: {message}", report.filename())).at(
        path,
        report.span().range.clone(),
        "here",
    );
    if let Some(names) = names {
        let wrong = message.split('`').nth(1).unwrap_or_default();
        let meant =
            nearest(wrong, names.split(", ")).map(|name| format!("did you mean `{name}`? ")).unwrap_or_default();
        return finding.cure(format!("{meant}given are: {names}"));
    }
    if !rest.is_empty() {
        return finding.cure(rest.trim());
    }
    if message.contains("is not defined") { finding.cure(MANUAL) } else { finding }
}

/// The template, line and column of `--> document.html:2:67`.
fn place(report: &str) -> Option<(&str, usize, usize)> {
    let (_, place) = report.lines().next()?.split_once("--> ")?;
    let (rest, column) = place.rsplit_once(':')?;
    let (name, line) = rest.rsplit_once(':')?;
    Some((name, line.parse().ok()?, column.parse().ok()?))
}

/// Where a line and a column of characters begin, both counted from 1.
fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let start = if line == 1 { 0 } else { text.match_indices('\n').nth(line.checked_sub(2)?)?.0 + 1 };
    let inner = text[start..].char_indices().nth(column.checked_sub(1)?)?.0;
    Some(start + inner)
}
