//! From a folder to a site, and from a site to the next one after files have changed.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use super::originals::{Originals, originals};
use super::{Changes, Failure, Overrides, Survey, again, read_history, read_theme, survey, survey_again, versions};
use crate::diagnostic::{Diagnostic, sort};
use crate::page::Plan;
use crate::site::{self, Assembly, Found, Site, Working, WorkingText};
use crate::source::{Disk, Source, World};
use crate::vocabulary::{Day, SourcePath, Zone};
use crate::{check, config};

/// A site, with everything that was found while it was read.
pub struct Loaded {
    /// The site.
    pub site: Site,
    /// What stands at each address.
    pub plan: Arc<Plan>,
    /// Every finding, sorted.
    pub findings: Vec<Diagnostic>,
    /// What it was made of.
    pub(super) parts: Parts,
}

/// What a site was made of besides settings and theme, and what was found in each part.
#[derive(Clone)]
pub(super) struct Parts {
    pub disk: Arc<Disk>,
    pub working: Working,
    /// The other files beside the texts.
    pub files: Arc<BTreeSet<SourcePath>>,
    pub versions: versions::Read,
    pub originals: Arc<Originals>,
    /// About settings, files and history.
    pub general: Arc<Vec<Diagnostic>>,
    pub theme: Arc<Vec<Diagnostic>>,
    pub found: Found,
    pub checks: check::Documents,
    /// About the plan.
    pub plan: Arc<Vec<Diagnostic>>,
    /// Whether working texts are shown that everybody else does not see.
    pub is_preview: bool,
}

/// Reads a whole site.
///
/// # Errors
/// [`Failure`] where settings or folders cannot be read; everything else is a finding.
pub fn load(root: &Path, today: impl Fn(&Zone) -> Day, overrides: &Overrides) -> Result<Loaded, Failure> {
    read(survey(root, today, overrides)?, overrides, None)
}

/// Reads a site again after files have changed, and no more of it than these can have changed. The site is the
/// same as one that is read as a whole.
///
/// # Errors
/// As [`load`].
pub fn load_again(
    before: &Loaded,
    changes: &Changes,
    today: impl Fn(&Zone) -> Day,
    overrides: &Overrides,
) -> Result<Loaded, Failure> {
    if today(&before.site.config.time_zone) == before.site.world.today()
        && let Some(next) = again::again(before, changes)
    {
        return Ok(next);
    }
    if changes.is_for_settings() {
        return load(before.parts.disk.root(), today, overrides);
    }
    let survey = survey_again(&before.parts.disk, today, overrides, &|path| changes.hit(path))?;
    read(survey, overrides, Some((before, changes)))
}

fn read(survey: Survey, overrides: &Overrides, before: Option<(&Loaded, &Changes)>) -> Result<Loaded, Failure> {
    let Survey { config, disk, sources, files, findings: mut general } = survey;
    let mut more = Vec::new();
    let read_history = || read_history(&disk, &config, &sources, overrides, false, &mut more);
    let known = before.filter(|(_, changes)| !changes.are_for_versions()).map(|(before, _)| &before.parts.versions);
    let theme = || match before.filter(|(_, changes)| !changes.are_for_theme()) {
        Some((before, _)) => Ok((Arc::clone(&before.site.theme), Arc::clone(&before.parts.theme))),
        None => read_theme(&disk, &config).map(|(theme, findings)| (Arc::new(theme), Arc::new(findings))),
    };
    let old = before.map(|(before, changes)| Known::of(&before.parts.working, changes));
    let old = |source: &Source| old.as_ref()?.text(source);
    // History is walked by one core; the others have the rest.
    let (history, (texts, (theme, versions))) = rayon::join(read_history, || {
        let versions = || versions::read(&disk, &config, &sources, overrides, known);
        rayon::join(|| site::texts(&config, &disk, &sources, &old), || rayon::join(theme, versions))
    });
    general.extend(more);
    let versions = versions?;
    let (theme, theme_findings) = theme.map_err(Failure::Scan)?;
    let (disk, originals) = originals(disk, &config, &sources, (&history, &versions), overrides);
    let paths: Vec<&SourcePath> = sources.texts.iter().map(|source| &source.path).collect();
    let recorded = |path: &SourcePath| versions.has_record(path);
    let (dates, more) = site::dates(&history, &paths, &recorded, &config.time_zone, disk.today());
    general.extend(more);
    let working = site::dated(texts, dates);
    let disk = Arc::new(disk);
    let parts = Parts {
        disk,
        working,
        files: Arc::new(files),
        versions,
        originals: Arc::new(originals),
        general: Arc::new(general),
        theme: theme_findings,
        found: Found::default(),
        checks: check::Documents::new(),
        plan: Arc::default(),
        is_preview: overrides.preview,
    };
    let (config, world) = (Arc::new(config), Arc::clone(&parts.disk) as Arc<dyn World + Send>);
    let (site, found) = parts.assembly(&config, &theme, &world).site();
    let checks = check::documents(&site, &|_| true);
    let (plan, more) = Plan::of(&site);
    let parts = Parts { found, checks, plan: Arc::new(more), ..parts };
    Ok(Loaded::of(site, Arc::new(plan), parts, overrides.prove))
}

/// The texts that were read before and have not changed.
struct Known<'a> {
    texts: HashMap<&'a SourcePath, &'a Arc<WorkingText>>,
    changes: &'a Changes,
}

impl<'a> Known<'a> {
    fn of(working: &'a Working, changes: &'a Changes) -> Self {
        let texts = working.values().flat_map(|texts| texts.iter().map(|dated| &dated.text));
        Self { texts: texts.map(|text| (&text.source.path, text)).collect(), changes }
    }

    fn text(&self, source: &Source) -> Option<Arc<WorkingText>> {
        let text = self.texts.get(&source.path).filter(|text| text.source == *source);
        text.filter(|_| !self.changes.hit(&source.path)).map(|text| Arc::clone(text))
    }
}

impl Parts {
    /// What a site is assembled of.
    pub(super) fn assembly<'a>(
        &'a self,
        config: &'a Arc<config::Config>,
        theme: &'a Arc<crate::theme::Theme>,
        world: &'a Arc<dyn World + Send>,
    ) -> Assembly<'a> {
        let versions = site::Versions {
            originals: &self.originals,
            archive: &self.versions.archive,
            held: &self.versions.held,
            are_recorded: self.versions.are_recorded,
            is_preview: self.is_preview,
        };
        Assembly { config, theme, world, working: &self.working, files: &self.files, versions }
    }
}

impl Loaded {
    /// Puts together what was found; with `prove` translations are held against their originals too, and
    /// exceptions against what they are for.
    pub(super) fn of(site: Site, plan: Arc<Plan>, parts: Parts, prove: bool) -> Self {
        let Parts { versions, general, theme, found, checks, plan: of_plan, .. } = &parts;
        let whole = check::whole(&site);
        let lists = [general, theme, &versions.findings, &found.languages, &found.addresses, of_plan];
        let lists = lists.into_iter().chain(found.documents.values()).chain(checks.values());
        let mut findings: Vec<Diagnostic> = lists.flat_map(|list| list.iter().cloned()).chain(whole).collect();
        if prove {
            findings.extend(check::structure(&site));
        }
        let needless = config::accept(&site.config.exceptions, &mut findings);
        if prove {
            findings.extend(needless.into_iter().map(config::unused));
        }
        sort(&mut findings);
        Self { site, plan, findings, parts }
    }
}
