//! `/`: the choice of a language.

use serde::Serialize;

use super::common::{From, PageContext, fill};
use crate::diagnostic::Diagnostic;
use crate::site::Site;
use crate::vocabulary::{Locale, SitePath};

/// What `chooser.html` is given.
#[derive(Debug, Serialize)]
struct ChooserContext {
    /// The invitation in each language.
    invitations: Vec<Invitation>,
}

#[derive(Debug, Serialize)]
struct Invitation {
    lang: String,
    dir: &'static str,
    text: String,
}

pub(super) fn render(site: &Site, path: &SitePath) -> Result<Vec<u8>, Box<Diagnostic>> {
    let from = From { site, path, absolute: false };
    let Some((locale, language)) = speaker(site) else { return Ok(Vec::new()) };
    let title = site.title(&language.strings);
    let Some(page) = PageContext::new(&from, locale, title, |other| Some(site.home(other))) else {
        return Ok(Vec::new());
    };
    let invitations = site
        .languages
        .iter()
        .map(|(locale, language)| Invitation {
            lang: locale.tag().to_owned(),
            dir: locale.direction().as_str(),
            text: language.strings.get("choose-language"),
        })
        .collect();
    fill(site, "chooser.html", &page, language, &ChooserContext { invitations }, 4096)
}

/// The language of pages that belong to none: the source language, else the first.
pub(super) fn speaker(site: &Site) -> Option<(&Locale, &crate::site::Language)> {
    site.languages.get_key_value(&site.config.source).or_else(|| site.languages.iter().next())
}
