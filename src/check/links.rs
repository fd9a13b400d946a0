//! Links that lead nowhere.

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::markdown::LinkUse;
use crate::site::{Document, Seen, Site, Target, Translation};
use crate::vocabulary::SourcePath;

/// Follows every link of the texts of a document.
pub(super) fn check(site: &Site, document: &Document) -> Vec<Diagnostic> {
    document.translations.values().flat_map(|text| of_text(site, document, text)).collect()
}

fn of_text(site: &Site, document: &Document, text: &Translation) -> Vec<Diagnostic> {
    let page = site.page(&document.id, &text.locale);
    let seen = Seen { site, text, reader: &text.locale, page: &page };
    let mut found: Vec<Diagnostic> = text.outline.links.iter().filter_map(|used| finding(&seen, used)).collect();
    // Where exactly is only looked up where there is something to say.
    if let (false, Ok(file)) = (found.is_empty(), site.world.text(&text.path)) {
        found = text.outline.links.iter().filter_map(|used| pointed(finding(&seen, used)?, used, &file)).collect();
    }
    found
}

/// The finding, with the caret under the address.
fn pointed(mut finding: Diagnostic, used: &LinkUse, file: &str) -> Option<Diagnostic> {
    let at = used.span(file);
    finding.place.as_mut()?.span = Some((at.start, at.end));
    Some(finding)
}

fn finding(seen: &Seen<'_>, used: &LinkUse) -> Option<Diagnostic> {
    let path = &seen.text.path;
    if used.url.trim().is_empty() {
        return Some(empty(path, used));
    }
    match seen.target(&used.url) {
        Target::Section(false) => {
            let id = used.url.trim().trim_start_matches('#');
            let known = seen.text.ids.iter().chain(&seen.text.outline.anchors).map(String::as_str);
            Some(anchor_missing(path, used, id, "this text", nearest(id, known)))
        }
        Target::Page(page, false) => {
            let id = used.url.split('#').nth(1).unwrap_or_default();
            Some(anchor_missing(path, used, id, &format!("`/{}`", page.address()), None))
        }
        Target::Outside => Some(outside(path, used)),
        Target::Broken => Some(match seen.active(&used.url) {
            Some(what) => active(path, used, what),
            None => broken(path, used),
        }),
        Target::Section(true) | Target::Page(_, true) | Target::File(_) | Target::Elsewhere => None,
    }
}

fn anchor_missing(path: &SourcePath, used: &LinkUse, id: &str, place: &str, meant: Option<&str>) -> Diagnostic {
    let cure = match meant {
        Some(meant) => format!("did you mean `#{meant}`?"),
        None => "give the heading that is meant this id: ## Heading {: #id }".to_owned(),
    };
    Diagnostic::warning(Code::LINK_ANCHOR, format!("there is no section `#{id}` in {place}"))
        .at(path, used.block.clone(), "leads to the top of the page")
        .cure(cure)
}

fn broken(path: &SourcePath, used: &LinkUse) -> Diagnostic {
    let what = if used.image { "image" } else { "link" };
    Diagnostic::warning(
        Code::LINK_BROKEN,
        format!("the {what} `{}` leads to nothing that this site publishes", used.url),
    )
    .at(path, used.block.clone(), "not there")
    .cure("name a file relative to this one, for example ../cookies/en.md")
}

fn active(path: &SourcePath, used: &LinkUse, what: &str) -> Diagnostic {
    let message =
        format!("`{}` is not published: {what} would run in a reader's browser as a part of this site", used.url);
    Diagnostic::warning(Code::FILE_ACTIVE, message)
        .at(path, used.block.clone(), "not published")
        .cure("write a page as Markdown; save a picture without scripts and addresses of other files, or as PNG")
}

fn outside(path: &SourcePath, used: &LinkUse) -> Diagnostic {
    Diagnostic::warning(Code::LINK_OUTSIDE, format!("`{}` is no page of this site", used.url))
        .at(path, used.block.clone(), "not part of the site")
        .cure("if it is a page of the same host, write its whole address: https://…")
}

fn empty(path: &SourcePath, used: &LinkUse) -> Diagnostic {
    Diagnostic::warning(Code::LINK_BROKEN, "the link leads nowhere: its address is empty")
        .at(path, used.block.clone(), "no address")
        .cure("write the address between the round brackets, or remove the link")
}
