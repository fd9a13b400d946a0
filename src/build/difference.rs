//! What publishing a site would change in what is published.

use rayon::prelude::*;

use super::Loaded;
use crate::diagnostic::{Diagnostic, sort};
use crate::output::Published;
use crate::page::{Audience, Page, render};
use crate::vocabulary::SitePath;

/// What would become of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is not there yet.
    New,
    /// It would have other bytes.
    Changed,
    /// It would not be there any more.
    Gone,
}

/// What publishing would change.
#[derive(Debug, Default)]
pub struct Difference {
    /// Every file that would be another, sorted by address; what is gone has no page.
    pub files: Vec<(SitePath, Option<Page>, Fate)>,
    /// How many files would stay as they are.
    pub same: usize,
    /// What is wrong with single pages.
    pub findings: Vec<Diagnostic>,
}

/// Renders every page, on all cores, and holds it against what is published. Nothing is written. `goes_on` is asked
/// before each page; when it says no the rest is passed over.
#[must_use]
pub fn difference(loaded: &Loaded, published: &Published, goes_on: &(dyn Fn() -> bool + Sync)) -> Difference {
    let there = published.files();
    let pages: Vec<(&SitePath, &Page)> = loaded.plan.pages().iter().collect();
    let fate = |(path, page): &(&SitePath, &Page)| {
        if !goes_on() {
            return Ok(None);
        }
        if !there.contains(*path) {
            return Ok(Some(Fate::New));
        }
        let bytes = render(&loaded.site, path, page, Audience::Public)?;
        Ok((!published.has(path, &bytes)).then_some(Fate::Changed))
    };
    let fates: Vec<Result<Option<Fate>, Box<Diagnostic>>> = pages.par_iter().map(fate).collect();
    let mut found = Difference::default();
    for ((path, page), fate) in pages.iter().zip(fates) {
        match fate {
            Ok(Some(fate)) => found.files.push(((*path).clone(), Some((*page).clone()), fate)),
            Ok(None) => found.same += 1,
            Err(finding) => found.findings.push(*finding),
        }
    }
    let gone = there.into_iter().filter(|path| !loaded.plan.pages().contains_key(path));
    found.files.extend(gone.map(|path| (path, None, Fate::Gone)));
    found.files.sort_by(|one, other| one.0.cmp(&other.0));
    sort(&mut found.findings);
    found
}
