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

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::site::{Document, Site};
use crate::vocabulary::DocumentId;

/// The findings about each document.
pub type Documents = BTreeMap<DocumentId, Arc<Vec<Diagnostic>>>;

/// The findings about every document that is asked for.
#[must_use]
pub fn documents(site: &Site, asked: &(dyn Fn(&DocumentId) -> bool + Sync)) -> Documents {
    let all: Vec<(&DocumentId, &Arc<Document>)> = site.documents.iter().filter(|(id, _)| asked(id)).collect();
    all.into_par_iter().map(|(id, document)| (id.clone(), Arc::new(of(site, document)))).collect()
}

fn of(site: &Site, document: &Document) -> Vec<Diagnostic> {
    let mut found = links::check(site, document);
    found.extend(currency::check(site, document));
    found.extend(versions::check(site, document));
    found
}

/// The findings about the site as a whole.
#[must_use]
pub fn whole(site: &Site) -> Vec<Diagnostic> {
    versions::named(site).into_iter().chain(versions::unpublished(site)).collect()
}
