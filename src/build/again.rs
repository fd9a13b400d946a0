//! The shortest way to the next site: nothing changed but words of texts.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::load::{Loaded, Parts};
use super::{Changes, IGNORE_REVS};
use crate::config::SETTINGS_FILE;
use crate::history::{self, Reader, Work};
use crate::meaning::Meaning;
use crate::page::Plan;
use crate::site::{Dated, Dates, Working, read_again};
use crate::source::{Disk, Sources, World, excluded};
use crate::vocabulary::{DocumentId, SourcePath};
use crate::{archive, check};

/// The site after changes, if they are nothing but words of texts that were there before, and nobody else
/// depends on what changed.
pub(super) fn again(before: &Loaded, changes: &Changes) -> Option<Loaded> {
    let changed = changed_texts(before, changes)?;
    let Parts { disk, working, .. } = &before.parts;
    let disk = Arc::new(disk.after(disk.today(), &|path| changes.hit(path)));
    let mut next = working.clone();
    for dated in &changed {
        replace(&mut next, read_anew(before, &disk, dated)?);
    }
    let sources = Sources { texts: changed.iter().map(|dated| dated.text.source.clone()).collect() };
    if !is_held_alike(before, &sources, &disk) {
        return None;
    }
    let parts = Parts { disk, working: next, ..before.parts.clone() };
    let world = Arc::clone(&parts.disk) as Arc<dyn World + Send>;
    let ids: BTreeSet<DocumentId> = sources.texts.into_iter().map(|source| source.document).collect();
    let assembly = parts.assembly(&before.site.config, &before.site.theme, &world);
    let (site, found) = assembly.again(&before.site, &parts.found, &ids)?;
    let is_placed_alike = Arc::ptr_eq(&site.routes, &before.site.routes);
    let (plan, of_plan) = if is_placed_alike {
        (Arc::clone(&before.plan), Arc::clone(&parts.plan))
    } else {
        let (plan, findings) = Plan::of(&site);
        (Arc::new(plan), Arc::new(findings))
    };
    // A link leads to a page and a section, wherever it stands.
    let is_linked_alike = is_placed_alike && ids.iter().all(|id| before.site.has_sections_as(&site, id));
    let mut checks = parts.checks.clone();
    checks.extend(check::documents(&site, &|id| !is_linked_alike || ids.contains(id)));
    let parts = Parts { found, checks, plan: of_plan, ..parts };
    Some(Loaded::of(site, plan, parts, false))
}

/// The texts that changed, where nothing else did that matters.
fn changed_texts<'b>(before: &'b Loaded, changes: &Changes) -> Option<Vec<&'b Dated>> {
    let mut found = Vec::new();
    for path in changes.files()? {
        match text_in(before, path) {
            Some(dated) => found.push(dated),
            None if is_without_effect(before, path) => {}
            None => return None,
        }
    }
    Some(found)
}

/// The working text that is in a file.
fn text_in<'b>(before: &'b Loaded, path: &SourcePath) -> Option<&'b Dated> {
    let config = &before.site.config;
    let inner = if config.folder.is_empty() { path.as_str() } else { path.inside(&config.folder)? };
    let (document, _) = config.pattern.read(inner)?;
    let texts = before.parts.working.get(&DocumentId::new(document))?;
    texts.iter().find(|dated| dated.text.source.path == *path)
}

/// Whether a file is no part of the site: it lies elsewhere, is excluded, or came and went, as editors make them.
fn is_without_effect(before: &Loaded, path: &SourcePath) -> bool {
    let config = &before.site.config;
    let leads_to = |other: &str| path.as_str() == other || SourcePath::new(other).inside(path.as_str()).is_some();
    let others = [archive::FOLDER, "themes", SETTINGS_FILE, IGNORE_REVS];
    let others = others.into_iter().chain(config.ignore_revs.iter().flatten().map(SourcePath::as_str));
    let others = others.chain(config.look.logo.as_ref().map(SourcePath::as_str));
    if others.into_iter().any(|other| leads_to(other) || path.inside(other).is_some()) {
        return false;
    }
    if !config.folder.is_empty() && path.inside(&config.folder).is_none() {
        return !leads_to(&config.folder);
    }
    let Parts { disk, working, files, .. } = &before.parts;
    let holds_texts =
        || working.values().flat_map(|texts| texts.iter()).any(|dated| leads_to(dated.text.source.path.as_str()));
    excluded(path, config)
        || !disk.is_there(path) && !files.iter().any(|file| leads_to(file.as_str())) && !holds_texts()
}

/// A text as it is now, where it still leads all others as before.
fn read_anew(before: &Loaded, disk: &Disk, dated: &Dated) -> Option<Dated> {
    let (text, path) = (&dated.text, &dated.text.source.path);
    let now = read_again(&before.site.config, disk, text);
    let work = history::work(disk.root(), path);
    if !now.leads_alike(text) || work == Some(Work::Committed) && holds_variables(before, disk, path) {
        return None;
    }
    let dates = match work {
        Some(work) if work != dated.dates.work => Arc::new(Dates { work, ..(*dated.dates).clone() }),
        _ => Arc::clone(&dated.dates),
    };
    Some(Dated { text: Arc::new(now), dates })
}

/// Whether it depends on the settings what a text says.
fn holds_variables(before: &Loaded, disk: &Disk, path: &SourcePath) -> bool {
    let nothing = Sources::default();
    let reader = Meaning::new(&before.site.config, disk, &nothing);
    disk.text(path).is_ok_and(|text| reader.uses_settings(text.as_bytes()))
}

fn replace(working: &mut Working, dated: Dated) {
    let texts = working.get_mut(&dated.text.source.document).map(Arc::make_mut);
    if let Some(own) = texts.and_then(|texts| texts.iter_mut().find(|own| own.text.source == dated.text.source)) {
        *own = dated;
    }
}

/// Whether the texts say the same as the versions as which they said the same before.
fn is_held_alike(before: &Loaded, sources: &Sources, disk: &Disk) -> bool {
    let known = &before.parts.versions;
    let held = archive::held(&known.archive, sources, &before.site.config, disk);
    sources.texts.iter().all(|source| held.get(&source.path) == known.held.get(&source.path))
}
