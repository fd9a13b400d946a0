//! Findings that can only be made when the whole site is known. One file per family.

mod currency;
mod links;
mod proposal;
mod shape;
mod structure;
mod versions;

pub use proposal::{Because, Proposal, archive_command, proposal, quoted};
pub use structure::{structure, structure_of};
pub use versions::release;

use crate::diagnostic::Diagnostic;
use crate::site::Site;

/// Every finding about a site.
#[must_use]
pub fn check(site: &Site) -> Vec<Diagnostic> {
    let links = links::check(site);
    links
        .into_iter()
        .chain(currency::check(site))
        .chain(versions::check(site))
        .chain(versions::unpublished(site))
        .collect()
}
