//! What is wrong, above the pages of the preview.

use crate::cli::report::Report;
use crate::diagnostic::Severity;
use crate::markdown::escape;
use crate::source::Excerpt;

/// Every error of a report as HTML that can be folded away; empty where there is none.
pub(super) fn mistakes(report: &Report<'_>) -> String {
    let errors: Vec<_> = report.findings().iter().filter(|finding| finding.severity == Severity::Error).collect();
    if errors.is_empty() {
        return String::new();
    }
    let mut items = String::new();
    for error in &errors {
        items.push_str("<li>");
        element("p", &error.message, &mut items);
        if let Some(place) = &error.place {
            match report.excerpt(place) {
                Some(Excerpt { line, column, text, caret }) => {
                    element("p", &format!("{}, line {line}, column {column}", place.path), &mut items);
                    element("pre", &format!("{text}\n{caret} {}", place.label), &mut items);
                }
                None => element("p", place.path.as_str(), &mut items),
            }
        }
        if let Some(help) = &error.help {
            element("p", help, &mut items);
        }
        items.push_str("</li>\n");
    }
    let counted = if errors.len() == 1 { "1 mistake".to_owned() } else { format!("{} mistakes", errors.len()) };
    around(&format!("{counted} in what was saved last"), &format!("<ol>\n{items}</ol>"))
}

/// The same for a reason without a place.
pub(super) fn told(reason: &str) -> String {
    let mut inner = String::new();
    element("p", reason, &mut inner);
    around("The site cannot be read", &inner)
}

fn around(summary: &str, inner: &str) -> String {
    format!(
        "<aside class=\"engross-mistakes\" role=\"alert\" lang=\"en\" dir=\"ltr\"><details open>\n\
         <summary>{summary}</summary>\n{inner}\n</details></aside>\n"
    )
}

fn element(name: &str, text: &str, out: &mut String) {
    out.push_str(&format!("<{name}>"));
    escape(text, out);
    out.push_str(&format!("</{name}>\n"));
}
