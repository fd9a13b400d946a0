//! What the preview shows: the site as it was saved last, or where that is wrong, as it last was right.

use std::sync::Arc;

use super::mistakes::mistakes;
use crate::build::{Failure, Loaded};
use crate::cli::report::Report;
use crate::desk::{self, Desk, Reply};
use crate::diagnostic::{Diagnostic, Severity};
use crate::page::{Audience, Page, render};
use crate::serve::Answer;
use crate::site::{Body, Route};
use crate::vocabulary::SitePath;

/// What is shown.
pub(super) struct Shown {
    /// The site as it was last read.
    now: Arc<Loaded>,
    /// The last one without errors, where `now` is another.
    good: Option<Arc<Loaded>>,
    /// What is wrong, as HTML above every page; empty where nothing is.
    mistakes: Arc<str>,
}

impl Shown {
    pub(super) fn new(loaded: Loaded) -> Self {
        let mistakes = mistakes(&Report::with(&*loaded.site.world, &loaded.findings)).into();
        Self { now: Arc::new(loaded), good: None, mistakes }
    }

    /// What was found in the site.
    pub(super) fn findings(&self) -> &[Diagnostic] {
        &self.now.findings
    }

    /// With the site as it is after a change.
    pub(super) fn followed_by(&self, loaded: Loaded) -> Self {
        let next = Self::new(loaded);
        let good = if next.mistakes.is_empty() { None } else { self.last_good() };
        Self { good, ..next }
    }

    /// After a change with which there is no site at all.
    pub(super) fn despite(&self, failure: &Failure, report: &Report<'_>) -> Self {
        let told = mistakes(report);
        let told = if told.is_empty() { super::mistakes::told(&failure.to_string()) } else { told };
        Self { now: Arc::clone(&self.now), good: self.good.clone(), mistakes: told.into() }
    }

    fn last_good(&self) -> Option<Arc<Loaded>> {
        let is_good = !self.now.findings.iter().any(is_error);
        if is_good { Some(Arc::clone(&self.now)) } else { self.good.clone() }
    }

    /// What stands at an address of the desk; nothing where it is no such address.
    pub(super) fn on(&self, desk: &Desk, path: &str, languages: &str) -> Option<Answer> {
        let reply = desk.answer(&self.now, path.strip_prefix(desk::AT)?, languages)?;
        Some(match reply {
            Reply::Page(status, bytes) => {
                Answer::File(status, "desk.html".to_owned(), bytes, Arc::clone(&self.mistakes))
            }
            Reply::File(name, bytes) => Answer::File(200, name.to_owned(), bytes, "".into()),
            Reply::Moved(to) => Answer::Moved(to),
        })
    }

    /// What stands at a path that begins with `/`.
    pub(super) fn at(&self, path: &str) -> Answer {
        let base = self.now.site.config.base_url.path();
        if path == "/" && base != "/" {
            return Answer::Moved(base.to_owned());
        }
        let inner = path.strip_prefix(base).unwrap_or(path).trim_start_matches('/');
        let found = if inner.is_empty() || inner.ends_with('/') {
            SitePath::folder(inner.trim_end_matches('/'))
        } else {
            SitePath::file(inner)
        };
        let sites = [Some(&self.now).filter(|now| !is_wrong(now, &found)), self.good.as_ref(), Some(&self.now)];
        for loaded in sites.into_iter().flatten() {
            if let Some(page) = loaded.plan.pages().get(&found) {
                return self.page(loaded, 200, &found, page);
            }
        }
        let folder = SitePath::folder(inner);
        if !inner.is_empty() && self.now.plan.pages().contains_key(&folder) {
            return Answer::Moved(format!("{base}{}", folder.address()));
        }
        let missing = SitePath::file("404.html");
        match self.now.plan.pages().get(&missing) {
            Some(page) => self.page(&self.now, 404, &missing, page),
            None => Answer::File(404, "404.txt".to_owned(), b"Not found\n".to_vec(), "".into()),
        }
    }

    /// A page; where its template is wrong, as it was with the last one that was right.
    fn page(&self, loaded: &Arc<Loaded>, status: u16, path: &SitePath, page: &Page) -> Answer {
        let name = || path.as_str().to_owned();
        let finding = match render(&loaded.site, path, page, Audience::Editor) {
            Ok(bytes) => return Answer::File(status, name(), bytes, Arc::clone(&self.mistakes)),
            Err(finding) => [*finding],
        };
        let report = Report::with(&*loaded.site.world, &finding);
        report.print();
        let above: Arc<str> = format!("{}{}", mistakes(&report), self.mistakes).into();
        let good = self.good.as_ref().filter(|good| !Arc::ptr_eq(good, loaded));
        let before = good.and_then(|good| {
            let page = good.plan.pages().get(path)?;
            render(&good.site, path, page, Audience::Editor).ok()
        });
        match before {
            Some(bytes) => Answer::File(status, name(), bytes, above),
            None => Answer::File(500, "error.html".to_owned(), BARE.as_bytes().to_vec(), above),
        }
    }
}

/// A page for what cannot be shown.
const BARE: &str = "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>engross</title></head>\n<body></body>\n</html>\n";

fn is_error(finding: &Diagnostic) -> bool {
    finding.severity == Severity::Error
}

/// Whether there is an error in the text that a page shows.
fn is_wrong(loaded: &Loaded, page: &SitePath) -> bool {
    let Some(Route::Document(id, locale)) = loaded.site.routes.get(page) else { return false };
    let body = loaded.site.documents.get(id).and_then(|document| loaded.site.body(document, locale));
    let Some(text) = body.map(Body::text) else { return false };
    let places =
        loaded.findings.iter().filter(|finding| is_error(finding)).filter_map(|finding| finding.place.as_ref());
    places.into_iter().any(|place| place.path == text.source)
}
