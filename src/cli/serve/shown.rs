//! What the preview shows: the site as it was saved last, or where that is wrong, as it last was right.

use std::sync::Arc;

use super::mistakes::mistakes;
use crate::build::{Failure, Loaded};
use crate::cli::report::Report;
use crate::config::Config;
use crate::desk::{self, Desk, Reply};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::page::{Audience, Page, language_start, preview_headers, render};
use crate::serve::{Answer, Asked, File, Moved};
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

    /// The site as it was read last.
    pub(super) fn loaded(&self) -> &Loaded {
        &self.now
    }

    /// Its settings.
    pub(super) fn config(&self) -> &Config {
        &self.now.site.config
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
    pub(super) fn on(&self, desk: &Desk, asked: &Asked<'_>) -> Option<Answer> {
        let reply = desk.answer(&self.now, asked.path.strip_prefix(desk::AT)?, asked.languages)?;
        let site = &self.now.site;
        // The policy of the site holds here too.
        let headers = || preview_headers(site, site.config.base_url.path());
        let file = |status, name: &str, bytes, above| {
            Answer::File(File { status, name: name.to_owned(), bytes, above, below: String::new(), headers: headers() })
        };
        Some(match reply {
            Reply::Page(status, bytes) => file(status, "desk.html", bytes, Arc::clone(&self.mistakes)),
            Reply::File(name, bytes) => file(200, name, bytes, "".into()),
            Reply::Moved(to) => moved(302, to),
        })
    }

    /// What stands at an address.
    pub(super) fn at(&self, asked: &Asked<'_>) -> Answer {
        let site = &self.now.site;
        let mut answer = self.found(asked.path, asked.languages);
        let (Answer::File(File { headers, .. }) | Answer::Moved(Moved { headers, .. })) = &mut answer;
        if asked.path == site.config.base_url.path() {
            headers.push(("Vary", "Accept-Language".to_owned()));
        }
        if let Answer::File(file) = &mut answer {
            file.headers.extend(preview_headers(site, asked.path));
            file.below = self.way_to_desk(asked.path);
        }
        answer
    }

    /// The way from a page to the desk: to what it says of the text that the page shows, if it shows one.
    fn way_to_desk(&self, path: &str) -> String {
        let site = &self.now.site;
        let inner = path.strip_prefix(site.config.base_url.path()).unwrap_or(path).trim_end_matches('/');
        let (mut way, mut words) = (desk::AT.to_owned(), "Desk".to_owned());
        if let Some(Route::Document(id, locale)) = site.routes.get(&SitePath::folder(inner)) {
            way = desk::way(id, locale);
            let body = site.documents.get(id).and_then(|document| site.body(document, locale));
            let source = body.map(|body| &body.text().source);
            let is_here = |finding: &&Diagnostic| {
                let path = finding.place.as_ref().map(|place| &place.path);
                finding.severity != Severity::Note && finding.code != Code::GIT && path == source
            };
            match self.now.findings.iter().filter(is_here).count() {
                0 => {}
                1 => words.push_str(": 1 finding in this text"),
                count => words.push_str(&format!(": {count} findings in this text")),
            }
        }
        format!(
            "<nav class=\"engross-desk\" lang=\"en\" dir=\"ltr\" aria-label=\"engross\"><a href=\"{way}\">{words}</a></nav>\n"
        )
    }

    fn found(&self, path: &str, languages: &str) -> Answer {
        let base = self.now.site.config.base_url.path();
        if path == "/" && base != "/" {
            return moved(301, base.to_owned());
        }
        if path == base
            && let Some(start) = language_start(&self.now.site, languages)
        {
            return moved(302, start);
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
            return moved(301, format!("{base}{}", folder.address()));
        }
        let missing = SitePath::file("404.html");
        match self.now.plan.pages().get(&missing) {
            Some(page) => self.page(&self.now, 404, &missing, page),
            None => file(404, "404.txt".to_owned(), b"Not found\n".to_vec(), "".into()),
        }
    }

    /// A page; where its template is wrong, as it was with the last one that was right.
    fn page(&self, loaded: &Arc<Loaded>, status: u16, path: &SitePath, page: &Page) -> Answer {
        let name = || path.as_str().to_owned();
        let finding = match render(&loaded.site, path, page, Audience::Editor) {
            Ok(bytes) => return file(status, name(), bytes, Arc::clone(&self.mistakes)),
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
            Some(bytes) => file(status, name(), bytes, above),
            None => file(500, "error.html".to_owned(), BARE.as_bytes().to_vec(), above),
        }
    }
}

fn file(status: u16, name: String, bytes: Vec<u8>, above: Arc<str>) -> Answer {
    Answer::File(File { status, name, bytes, above, below: String::new(), headers: Vec::new() })
}

fn moved(status: u16, to: String) -> Answer {
    Answer::Moved(Moved { status, to, headers: Vec::new() })
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
