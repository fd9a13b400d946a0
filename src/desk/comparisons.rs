//! How translations differ from their originals, found out when it is asked for.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::build::Loaded;
use crate::check::{structure, structure_of};
use crate::diagnostic::{Diagnostic, sort};
use crate::site::{Document, Site};

/// What was found out last, about the site that it is about.
#[derive(Default)]
pub(super) struct Comparisons(Mutex<Option<Known>>);

/// Findings, and the site that they are about.
type Known = (Weak<Loaded>, Arc<Vec<Diagnostic>>);

impl Comparisons {
    /// The findings about every translation. Who asks while they are made waits for that.
    pub(super) fn all(&self, loaded: &Arc<Loaded>) -> Arc<Vec<Diagnostic>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_own = |site: &Weak<Loaded>| std::ptr::eq(site.as_ptr(), Arc::as_ptr(loaded));
        if let Some((_, found)) = known.as_ref().filter(|(site, _)| is_own(site)) {
            return Arc::clone(found);
        }
        let found = Arc::new(accepted(&loaded.site, structure(&loaded.site)));
        *known = Some((Arc::downgrade(loaded), Arc::clone(&found)));
        found
    }
}

/// The findings about the translations of one document.
pub(super) fn of_document(site: &Site, document: &Document) -> Vec<Diagnostic> {
    accepted(site, structure_of(site, document))
}

/// Without those for which the settings give a reason.
fn accepted(site: &Site, mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let _ = crate::config::accept(&site.config.exceptions, &mut findings);
    sort(&mut findings);
    findings
}
