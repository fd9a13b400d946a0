//! `--format html`: one file that needs nothing else, to send by mail.

use super::Told;
use crate::markdown::escape;
use crate::page::{ChangeContext, Figure, redline_parts};
use crate::redline::LeafKind;
use crate::theme::Theme;

/// Writes a page with its style inside.
pub(super) fn write(told: &Told<'_>, theme: &Theme) -> String {
    let parts = redline_parts(told.redline, told.strings, told.locale, told.locale);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>",
        told.locale,
        told.locale.direction().as_str()
    );
    let between = told
        .strings
        .with("changes-between", &[("before", told.names.before.into()), ("after", told.names.after.into())]);
    let heading = match title(told) {
        Some(title) => told.strings.with("changes-in", &[("title", title.into())]),
        None => between.clone(),
    };
    escape(&heading, &mut html);
    html.push_str("</title>\n<style>\n");
    for name in ["style.css", "redline.css"] {
        let style = theme.assets.get(name).map(|asset| String::from_utf8_lossy(&asset.bytes).into_owned());
        // Nothing in a style may end it.
        html.push_str(&style.unwrap_or_default().replace("</", "<\\/"));
    }
    html.push_str("</style>\n</head>\n<body>\n<main>\n<h1>");
    escape(&heading, &mut html);
    html.push_str("</h1>\n<p>");
    escape(&between, &mut html);
    html.push_str("</p>\n");
    let sentences = [(parts.same, "notice"), (parts.capped, "notice"), (Some(parts.summary), "summary")];
    for (text, class) in sentences.into_iter().filter_map(|(text, class)| Some((text?, class))) {
        html.push_str(&format!("<p class=\"{class}\">"));
        escape(&text, &mut html);
        html.push_str("</p>\n");
    }
    furniture(told, &parts.figures, &parts.changes, &mut html);
    html.push_str("<div class=\"redline\">\n<div class=\"row names\">\n");
    for (class, key, name) in
        [("before", "changes-before", told.names.before), ("after", "changes-after", told.names.after)]
    {
        html.push_str(&format!("<p class=\"{class}\"><span>"));
        escape(&told.strings.get(key), &mut html);
        html.push_str("</span> ");
        escape(name, &mut html);
        html.push_str("</p>\n");
    }
    html.push_str("</div>\n");
    html + &parts.rows + "</div>\n</main>\n</body>\n</html>\n"
}

/// The title of the newer text.
fn title<'t>(told: &'t Told<'_>) -> Option<&'t str> {
    let heading = told.redline.leaves.after.iter().find(|leaf| matches!(leaf.kind, LeafKind::Heading(_)))?;
    Some(heading.text.as_str())
}

/// The figures and the list of changes, as on the page of a site.
fn furniture(told: &Told<'_>, figures: &[Figure], changes: &[ChangeContext], html: &mut String) {
    if changes.is_empty() {
        return;
    }
    let summary = |key: &str, html: &mut String| {
        html.push_str("<summary>");
        escape(&told.strings.get(key), html);
        html.push_str("</summary>\n");
    };
    html.push_str("<details class=\"box-of\">");
    summary("changes-statistics", html);
    html.push_str("<table class=\"figures\">\n");
    for Figure { label, count } in figures {
        html.push_str("<tr><th scope=\"row\">");
        escape(label, html);
        html.push_str(&format!("</th><td>{count}</td></tr>\n"));
    }
    html.push_str("</table>\n</details>\n<details class=\"box-of\" open>");
    summary("changes-list", html);
    html.push_str("<ol class=\"changes\">\n");
    for change in changes {
        html.push_str(&format!("<li><a href=\"#{}\">", change.id));
        escape(&change.label, html);
        if !change.section.is_empty() {
            html.push_str(": ");
            escape(&change.section, html);
        }
        html.push_str("</a> <bdi class=\"excerpt\">");
        escape(&change.excerpt, html);
        html.push_str("</bdi></li>\n");
    }
    html.push_str("</ol>\n</details>\n");
}
