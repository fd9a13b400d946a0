//! The pipeline from a folder to a site, and from a site to an output folder.

mod again;
mod archiving;
mod changes;
mod difference;
mod importing;
mod load;
mod originals;
mod refusals;
mod versions;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::archive::{self, Archive, Held};
use crate::config::{self, BaseUrl, Config, GitDate, Links, SETTINGS_FILE, VersionsFrom};
use crate::diagnostic::{Code, Diagnostic, Severity, sort};
use crate::history::{self, History};
use crate::meaning::Meaning;
use crate::output;
use crate::output::{OutputError, Stage};
use crate::page::{Audience, render};
use crate::site::{self, Currency, Dates};
use crate::source::{Disk, ScanError, Sources, TextError, World, read_folder, scan};
use crate::theme::Theme;
use crate::vocabulary::{Day, DocumentId, Locale, SitePath, SourcePath, Zone};

pub use archiving::{Allowed, Archived, Request, archive};
pub use changes::Changes;
pub use difference::{Difference, Fate, difference};
pub use importing::{Imported, import};
pub use load::{Loaded, load, load_again};

/// Why there is no site at all.
#[derive(Debug)]
pub enum Failure {
    /// The settings cannot be used; the findings say why.
    Settings(Vec<Diagnostic>),
    /// A folder cannot be searched.
    Scan(ScanError),
    /// The output cannot be written.
    Output(OutputError),
    /// The archive cannot be read or written.
    Archive(archive::WriteError),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(_) => write!(f, "the settings in {SETTINGS_FILE} cannot be used"),
            Self::Scan(ScanError { path, reason }) => {
                write!(f, "cannot read the folder `{}`: {reason}", path.display())
            }
            Self::Output(error) => error.fmt(f),
            Self::Archive(error) => error.fmt(f),
        }
    }
}

/// What a command line may set over the settings file.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// Another `site.base_url`.
    pub base_url: Option<BaseUrl>,
    /// Another scheme and host for `site.base_url`, whose path stays; without a slash at the end.
    pub origin: Option<String>,
    /// Another `site.links`.
    pub links: Option<Links>,
    /// A folder below the root that holds output and is never read.
    pub output: Option<SourcePath>,
    /// The variable `GIT_DIR` of the environment, which is not obeyed.
    pub git_dir: Option<PathBuf>,
    /// Whether working texts are shown that everybody else does not see.
    pub preview: bool,
    /// Whether everything is looked into: the archive is held against its own history too, translations
    /// against their originals, and exceptions against what they are for.
    pub prove: bool,
}

/// Reads the settings of the site in `root`.
///
/// # Errors
/// [`Failure::Settings`] where there are none that can be used.
pub fn settings(world: &dyn World, overrides: &Overrides) -> Result<(Config, Vec<Diagnostic>), Failure> {
    let path = Config::settings_path();
    let text = world.text(&path).map_err(|error| {
        if error != TextError::Missing {
            return Failure::Settings(vec![error.diagnose(&path)]);
        }
        Failure::Settings(vec![
            Diagnostic::error(Code::SETTINGS_MISSING, format!("`{SETTINGS_FILE}` {error}"))
                .in_file(&path)
                .cure("a site needs this file at its root, with at least:\n[site]\nbase_url = \"https://www.example.com/legal/\""),
        ])
    })?;
    let (config, findings) = config::read(&path, &text);
    let Some(mut config) = config else {
        let mut findings = findings;
        sort(&mut findings);
        return Err(Failure::Settings(findings));
    };
    if let Some(base_url) = &overrides.base_url {
        config.base_url = base_url.clone();
    }
    if let Some(origin) = &overrides.origin {
        let moved = BaseUrl::parse(&format!("{origin}{}", config.base_url.path()));
        config.base_url = moved.unwrap_or(config.base_url);
    }
    if let Some(links) = overrides.links {
        config.links = links;
    }
    Ok((config, findings))
}

/// The texts of a site, found but not read.
struct Survey {
    config: Config,
    disk: Disk,
    sources: Sources,
    /// The other files beside the texts.
    files: BTreeSet<SourcePath>,
    findings: Vec<Diagnostic>,
}

fn survey(root: &Path, today: impl Fn(&Zone) -> Day, overrides: &Overrides) -> Result<Survey, Failure> {
    survey_again(&Disk::new(root, today(&Zone::utc())), today, overrides, &|_| false)
}

/// The same after files have changed, from what was read before.
fn survey_again(
    before: &Disk,
    today: impl Fn(&Zone) -> Day,
    overrides: &Overrides,
    is_changed: &dyn Fn(&SourcePath) -> bool,
) -> Result<Survey, Failure> {
    let disk = before.after(before.today(), is_changed);
    let (config, mut findings) = settings(&disk, overrides)?;
    let disk = disk.after(today(&config.time_zone), &|_| false);
    let (texts, files) = find_files(&disk, &config, overrides, &mut findings)?;
    let (sources, more) = Sources::classify(&texts, &config);
    findings.extend(more);
    if sources.texts.is_empty() {
        findings.push(no_documents(&config));
    }
    let disk = match config.versions.from {
        VersionsFrom::Folder => disk,
        VersionsFrom::Git => versions::with_revisions(disk, &sources),
    };
    Ok(Survey { config, disk, sources, files, findings })
}

/// The name of the usual list of commits that move no date.
const IGNORE_REVS: &str = ".policy-ignore-revs";

fn read_history(
    disk: &Disk,
    config: &Config,
    sources: &Sources,
    overrides: &Overrides,
    count: bool,
    findings: &mut Vec<Diagnostic>,
) -> History {
    let options = history::Options { count, ..history_options(disk, config, overrides, findings) };
    let paths: Vec<SourcePath> = sources.texts.iter().map(|source| source.path.clone()).collect();
    history::read(disk.root(), &paths, &options, &Meaning::new(config, disk, sources))
}

fn history_options(
    disk: &Disk,
    config: &Config,
    overrides: &Overrides,
    findings: &mut Vec<Diagnostic>,
) -> history::Options {
    let usual = [SourcePath::new(IGNORE_REVS)];
    let mut ignored = Vec::new();
    for path in config.ignore_revs.as_deref().unwrap_or(&usual) {
        match disk.text(path) {
            Ok(text) => ignored.push((path.clone(), text)),
            Err(TextError::Missing) if config.ignore_revs.is_none() => {}
            Err(error) => findings.push(list_unreadable(path, &error)),
        }
    }
    let clock = match config.git_date {
        GitDate::Committer => history::Clock::Committer,
        GitDate::Author => history::Clock::Author,
    };
    let settings = Some(Config::settings_path());
    let git_dir = overrides.git_dir.clone();
    history::Options { ignored, clock, settings, count: false, remember: None, git_dir }
}

fn list_unreadable(path: &SourcePath, error: &TextError) -> Diagnostic {
    Diagnostic::error(Code::IGNORED_REVISION, format!("the list of commits `{path}` {error}"))
        .in_file(&Config::settings_path())
        .cure("`git.ignore_revs` names files from the root of the site")
}

/// The dates and versions of every text.
pub struct Dated {
    /// Every text.
    pub sources: Sources,
    /// Their dates.
    pub dates: BTreeMap<SourcePath, Dates>,
    /// The versions.
    pub archive: Arc<Archive>,
    /// The texts that say the same as a version.
    pub held: Arc<Held>,
    /// How each text stands to its original.
    pub currencies: BTreeMap<SourcePath, Currency>,
    /// The languages of the site into which a document is not translated, where there are such.
    pub missing: BTreeMap<DocumentId, Vec<Locale>>,
    /// Gives the texts.
    pub world: Disk,
    /// What was found about files, settings and dates, sorted; the texts themselves are not judged.
    pub findings: Vec<Diagnostic>,
}

/// Reads the dates of a site and nothing else; counts the revisions of each text if that is asked.
///
/// # Errors
/// [`Failure`] where settings or folders cannot be read; everything else is a finding.
pub fn dates(root: &Path, today: impl Fn(&Zone) -> Day, overrides: &Overrides, count: bool) -> Result<Dated, Failure> {
    let Survey { config, disk, sources, mut findings, .. } = survey(root, today, overrides)?;
    let mut more = Vec::new();
    let history = read_history(&disk, &config, &sources, overrides, count, &mut more);
    findings.extend(more);
    let versions = versions::read(&disk, &config, &sources, overrides, None)?;
    findings.extend(versions.findings.iter().cloned());
    let paths: Vec<&SourcePath> = sources.texts.iter().map(|source| &source.path).collect();
    let recorded = |path: &SourcePath| versions.has_record(path);
    let (dates, more) = site::dates(&history, &paths, &recorded, &config.time_zone, disk.today());
    findings.extend(more);
    findings.extend(dates.iter().filter_map(|(path, dates)| site::uncommitted(path, dates)));
    let _ = config::accept(&config.exceptions, &mut findings);
    sort(&mut findings);
    let (disk, originals) = originals::originals(disk, &config, &sources, (&history, &versions), overrides);
    let versions::Read { archive, held, .. } = versions;
    let currencies = originals::currencies(&disk, &config, &sources, &dates, (&archive, &held), &originals);
    let missing = originals::missing(&config, &sources);
    Ok(Dated { sources, dates, archive, held, currencies, missing, world: disk, findings })
}

/// The Markdown files, and the other files, of the content folder.
fn find_files(
    disk: &Disk,
    config: &Config,
    overrides: &Overrides,
    findings: &mut Vec<Diagnostic>,
) -> Result<(Vec<SourcePath>, BTreeSet<SourcePath>), Failure> {
    let skip = |folder: &SourcePath| {
        let own = config.folder.is_empty() && matches!(folder.as_str(), "public" | "themes" | "versions");
        own || overrides.output.as_ref() == Some(folder)
            || crate::source::excluded(folder, config)
            || disk.has(&SourcePath::new(format!("{folder}/{}", output::MARKER)))
    };
    let (paths, more) = scan(disk, &config.folder, &skip).map_err(Failure::Scan)?;
    findings.extend(more);
    let (texts, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.as_str().ends_with(".md"));
    Ok((texts, files.into_iter().filter(|file| !crate::source::excluded(file, config)).collect()))
}

fn read_theme(disk: &Disk, config: &Config) -> Result<(Theme, Vec<Diagnostic>), ScanError> {
    let folder = format!("themes/{}", config.theme);
    let (files, mut findings) = read_folder(disk, &folder)?;
    if files.is_none() && config.theme != "default" {
        findings.push(theme_missing(&folder));
    }
    let (theme, more) = Theme::compile(&config.theme, &files.unwrap_or_default(), &config.look);
    findings.extend(more);
    Ok((theme, findings))
}

fn theme_missing(folder: &str) -> Diagnostic {
    Diagnostic::error(Code::THEME_MISSING, format!("there is no theme in `{folder}`"))
        .in_file(&Config::settings_path())
        .cure("make the folder, or remove `site.theme`: the default theme is inside engross")
}

fn no_documents(config: &Config) -> Diagnostic {
    let folder = if config.folder.is_empty() { "." } else { &config.folder };
    Diagnostic::error(Code::NO_DOCUMENTS, format!("there is no document in `{folder}`"))
        .in_file(&Config::settings_path())
        .cure("`content.folder` and `content.path` say where documents are, for example content/privacy/en.md")
}

/// Proves the archive of a site: how many versions there are, and everything that is not as it was
/// written.
///
/// # Errors
/// [`Failure`] where the archive cannot be read.
pub fn verify(root: &Path, today: Day) -> Result<(usize, Vec<Diagnostic>), Failure> {
    let disk = Disk::new(root, today);
    if !disk.has(&Config::settings_path()) {
        // A wrong folder would be found to be without fault.
        settings(&disk, &Overrides::default())?;
    }
    let (archive, mut findings) = versions::proved(&disk, true)?;
    sort(&mut findings);
    Ok((archive.timelines.values().flat_map(archive::Timeline::versions).count(), findings))
}

/// Renders every page into the output folder, which is replaced as a whole at the end.
/// `progress` is told how many pages are done.
///
/// # Errors
/// Findings of templates and files, or a [`Failure`] of the disk; the old output is then still whole.
pub fn publish(
    loaded: &Loaded,
    output: &Path,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<(), Result<Vec<Diagnostic>, Failure>> {
    let failed = |error| Err(Failure::Output(error));
    let stage = Stage::begin(output).map_err(failed)?;
    let pages: Vec<(&SitePath, _)> = loaded.plan.pages().iter().collect();
    stage.prepare(pages.iter().map(|(path, _)| *path)).map_err(failed)?;
    let done = AtomicUsize::new(0);
    let faults: Vec<Result<Diagnostic, OutputError>> = pages
        .par_iter()
        .filter_map(|(path, page)| {
            let bytes = match render(&loaded.site, path, page, Audience::Public) {
                Ok(bytes) => bytes,
                Err(finding) => return Some(Ok(*finding)),
            };
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            stage.write(path, &bytes).err().map(Err)
        })
        .collect();
    let mut findings = Vec::new();
    for fault in faults {
        match fault {
            Ok(finding) => findings.push(finding),
            Err(error) => return Err(failed(error)),
        }
    }
    sort(&mut findings);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(Ok(findings));
    }
    stage.publish().map_err(failed)
}
