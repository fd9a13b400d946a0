//! Findings that can only be made when the whole site is known. One file per family.

mod links;

use crate::diagnostic::Diagnostic;
use crate::site::Site;

/// Every finding about a site.
#[must_use]
pub fn check(site: &Site) -> Vec<Diagnostic> {
    links::check(site)
}
