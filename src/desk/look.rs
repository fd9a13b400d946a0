//! The templates and the style of the desk: the same whatever the theme of the site.

use serde::Serialize;

use super::address::{ICON, Place, SHEET, TOP};
use super::words::{Tongue, Voice};

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        const TEMPLATES: &[(&str, &str)] = &[$(($name, include_str!(concat!("templates/", $name)))),*];
    };
}

templates![
    "base.html",
    "beside.html",
    "board.html",
    "cells.html",
    "commit.html",
    "document.html",
    "findings.html",
    "files.html",
    "finding.html",
    "groups.html",
    "list.html",
    "message.html",
    "publishing.html",
    "redline.html",
    "step.html",
    "text.html",
    "texts.html",
];

/// The style of the default theme, and what the desk adds to it.
pub(super) const STYLE: [&str; 3] = [
    include_str!("../../themes/default/static/style.css"),
    include_str!("../../themes/default/static/redline.css"),
    include_str!("desk.css"),
];

/// The icon of the default theme.
pub(super) const PICTURE: &[u8] = include_bytes!("../../themes/default/static/icon.svg");

/// A link.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    pub text: String,
    pub url: String,
    /// The language of the words, where they are not the desk's.
    pub lang: Option<String>,
    /// Whether it leads to this very page.
    pub current: bool,
}

impl Link {
    pub(super) fn new(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self { text: text.into(), url: url.into(), lang: None, current: false }
    }

    /// With words in another language.
    pub(super) fn in_language(self, lang: &str) -> Self {
        Self { lang: Some(lang.to_owned()), ..self }
    }
}

/// What every template is given as `page`.
#[derive(Debug, Serialize)]
pub(super) struct PageContext {
    /// The language of the page.
    pub lang: &'static str,
    /// What the page is about.
    pub title: String,
    /// The language of the title, where it is another.
    pub title_lang: Option<String>,
    /// What the heading says after the title, in the language of the page.
    pub about: Option<String>,
    /// The title of the site.
    pub site_title: String,
    /// Where the site begins in the preview.
    pub site_url: String,
    /// The pages that lead here.
    pub crumbs: Vec<Link>,
    /// The page in each language of the desk.
    pub languages: Vec<Link>,
    /// The main pages of the desk.
    pub menu: Vec<Link>,
    /// The style sheet, and the icon.
    pub sheet: String,
    pub icon: String,
}

impl PageContext {
    /// A page at a place. `site` is the title of the site and where it begins.
    pub(super) fn new(voice: &Voice, place: &Place, title: impl Into<String>, site: (String, String)) -> Self {
        let menu =
            [(Place::Board, "desk-title"), (Place::Findings, "desk-findings"), (Place::Publishing, "desk-publishing")];
        let link = |to: &Place, text: String, tongue: Tongue| Link {
            current: to == place && tongue == voice.tongue,
            ..Link::new(text, to.address(tongue))
        };
        Self {
            lang: voice.tongue.tag(),
            title: title.into(),
            title_lang: None,
            about: None,
            site_title: site.0,
            site_url: site.1,
            crumbs: Vec::new(),
            languages: Tongue::ALL
                .into_iter()
                .map(|tongue| link(place, tongue.name().to_owned(), tongue).in_language(tongue.tag()))
                .collect(),
            menu: menu.into_iter().map(|(to, key)| link(&to, voice.strings.get(key), voice.tongue)).collect(),
            sheet: format!("{TOP}{SHEET}"),
            icon: format!("{TOP}{ICON}"),
        }
    }
}

/// The compiled templates.
pub(super) struct Look(tera::Tera);

impl Look {
    pub(super) fn new() -> Self {
        let mut tera = tera::Tera::new();
        tera.autoescape_on(vec![".html"]);
        // They are part of the program: a test renders each.
        let _ = tera.add_raw_templates(TEMPLATES.iter().copied());
        Self(tera)
    }

    /// Fills in a template with `page`, the words of the language as `words`, and what the kind of page adds. What
    /// is wrong with a template is said in place of the page.
    pub(super) fn fill(&self, template: &str, voice: &Voice, page: &PageContext, own: &impl Serialize) -> Vec<u8> {
        let mut context = tera::Context::from_serialize(own).unwrap_or_default();
        context.insert("page", page);
        voice.words.insert_into(&mut context);
        let mut out = Vec::with_capacity(65_536);
        match self.0.render_to(template, &context, &mut out) {
            Ok(()) => out,
            Err(error) => {
                let mut told = String::new();
                crate::markdown::escape(&format!("{template}: {error}"), &mut told);
                format!("<!doctype html>\n<title>engross</title>\n<pre>{told}</pre>\n").into_bytes()
            }
        }
    }
}
