//! `/404.html`: what a host shows where there is no page, at whatever depth.

use serde::Serialize;

use super::chooser::speaker;
use super::common::{From, PageContext, fill};
use crate::diagnostic::Diagnostic;
use crate::site::Site;
use crate::vocabulary::SitePath;

/// What `not-found.html` is given: nothing of its own.
#[derive(Debug, Serialize)]
struct NotFoundContext {}

pub(super) fn render(site: &Site, path: &SitePath) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: true };
    let Some((locale, language)) = speaker(site) else { return Ok(Vec::new()) };
    let title = language.strings.get("not-found-title");
    let Some(mut page) = PageContext::new(&from, locale, title, |other| Some(site.home(other))) else {
        return Ok(Vec::new());
    };
    page.canonical = None;
    page.noindex = true;
    page.description = Some(language.strings.get("not-found-text"));
    fill(site, "not-found.html", &page, language, &NotFoundContext {}, 4096)
}
