//! Freezing the working texts of a document as a version.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Failure, Overrides, originals, refusals, survey, versions};
use crate::archive::{self, Archive, Held, Kind, NewRecord, NewText, Place, Timeline, Unknown, Version};
use crate::config::{Config, Publish, VersionsFrom};
use crate::diagnostic::{Diagnostic, Severity, sort};
use crate::history::Work;
use crate::site::{self, Currency, Dates, Updated};
use crate::source::{Disk, FrontMatter, Matter, Source, Sources, World, active};
use crate::vocabulary::{Day, DocumentId, Instant, Locale, SourcePath, VersionId, Zone};

/// What is to be frozen, and what may be passed over.
#[derive(Debug, Clone)]
pub struct Request {
    /// The name of the document.
    pub document: String,
    /// The first day in force.
    pub effective: Option<Day>,
    /// What changed; without a language, in that of the originals.
    pub notes: Vec<(Option<Locale>, String)>,
    /// How much it changes; with a withdrawal no text is frozen.
    pub kind: Kind,
    /// What is else refused.
    pub allowed: Allowed,
}

/// What is refused unless it is allowed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Allowed {
    /// Texts that are not committed.
    pub uncommitted: bool,
    /// Translations that are behind their original.
    pub behind: bool,
    /// Less notice than the settings want.
    pub short_notice: bool,
}

/// What was done.
#[derive(Debug)]
pub struct Archived {
    /// The version that was written; nothing where nothing has changed, or something is wrong.
    pub written: Option<NewRecord>,
    /// Where the effective date comes from, in words.
    pub because: &'static str,
    /// The newest version, where nothing has changed since.
    pub unchanged: Option<VersionId>,
    /// What is wrong; an error means that nothing was written.
    pub findings: Vec<Diagnostic>,
    /// Gives the texts that findings point into.
    pub world: Disk,
}

/// Freezes the working texts of a document, in all languages, as a version.
///
/// # Errors
/// [`Failure`] where the site cannot be read or the archive cannot be written.
pub fn archive(
    root: &Path,
    today: impl Fn(&Zone) -> Day,
    overrides: &Overrides,
    request: &Request,
) -> Result<Archived, Failure> {
    let found = survey(root, today, overrides)?;
    let (disk, config, sources, published) = (found.disk, found.config, found.sources, found.files);
    let id = DocumentId::new(&request.document);
    let texts: Vec<&Source> = sources.texts.iter().filter(|source| source.document == id).collect();
    let read = versions::read(&disk, &config, &sources, overrides, None)?;
    let mut findings = read.findings.to_vec();
    // Only what is wrong with the archive, or with a text that is to be frozen, stands in the way.
    let mut history_findings = Vec::new();
    let history = super::read_history(&disk, &config, &sources, overrides, false, &mut history_findings);
    let paths: Vec<&SourcePath> = texts.iter().map(|source| &source.path).collect();
    let (dates, _) = site::dates(&history, &paths, &|_| false, &config.time_zone, disk.today());
    let own = Sources { texts: texts.iter().map(|source| (*source).clone()).collect() };
    let (disk, material) = originals::originals(disk, &config, &own, (&history, &read), overrides);
    let currencies = originals::currencies(&disk, &config, &own, &dates, (&read.archive, &read.held), &material);
    let mut work = Archiving {
        config: &config,
        disk: &disk,
        request,
        id: &id,
        timeline: read.archive.timelines.get(&id).cloned().unwrap_or_default(),
        archive: &read.archive,
        held: &read.held,
        texts: &texts,
        published: &published,
        dates: &dates,
        currencies: &currencies,
        findings: &mut findings,
    };
    let (mut written, mut because, mut unchanged) = (None, "", None);
    match work.record() {
        Made::Record(record, why) => (written, because) = (Some(record), why),
        Made::Unchanged(version) => unchanged = Some(version),
        Made::Nothing => {}
    }
    sort(&mut findings);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        written = None;
    }
    // Without a record it finishes what an interrupted run left, if there is anything.
    archive::write(root, written.clone()).map_err(Failure::Archive)?;
    Ok(Archived { written, because, unchanged, findings, world: disk })
}

struct Archiving<'a> {
    config: &'a Config,
    disk: &'a Disk,
    request: &'a Request,
    id: &'a DocumentId,
    timeline: Timeline,
    archive: &'a Archive,
    held: &'a Held,
    texts: &'a [&'a Source],
    /// The files beside the texts that pages may show.
    published: &'a BTreeSet<SourcePath>,
    dates: &'a BTreeMap<SourcePath, Dates>,
    currencies: &'a BTreeMap<SourcePath, Currency>,
    findings: &'a mut Vec<Diagnostic>,
}

/// What comes of a request.
enum Made {
    /// A record, and where its effective date comes from.
    Record(NewRecord, &'static str),
    /// Nothing has changed since that version.
    Unchanged(VersionId),
    /// Something is wrong; the findings say what.
    Nothing,
}

impl Archiving<'_> {
    fn record(&mut self) -> Made {
        if self.config.versions.from == VersionsFrom::Git {
            self.findings.push(refusals::from_git());
        }
        if self.texts.is_empty() && !(self.is_withdrawal() && self.timeline.newest().is_some()) {
            let known = self.archive.timelines.keys().map(DocumentId::as_str);
            self.findings.push(match self.timeline.newest() {
                Some(_) => refusals::no_text(self.id),
                None => refusals::no_document(&self.request.document, known),
            });
            return Made::Nothing;
        }
        let discontinued = self.discontinued();
        let notes = self.notes();
        let texts = if self.is_withdrawal() { BTreeMap::new() } else { self.frozen() };
        if let (Some(newest), true) = (self.timeline.newest(), discontinued.is_empty())
            && self.is_unchanged(newest, &texts)
        {
            return Made::Unchanged(newest.id);
        }
        if !self.is_withdrawal() {
            self.check_work();
            self.check_translations();
        }
        let Some((day, because)) = self.effective() else {
            self.findings.push(refusals::no_day(self.id));
            return Made::Nothing;
        };
        self.check_day(day);
        let original = self.texts.iter().find(|source| source.locale == self.config.source).or(self.texts.first());
        let published = original.and_then(|source| self.front(source).published).filter(|_| !self.is_withdrawal());
        let record = NewRecord {
            document: self.id.clone(),
            id: self.timeline.free_name(day),
            published,
            archived: Some(self.disk.today()),
            kind: self.request.kind,
            imported: false,
            notes,
            discontinued,
            files: self.files(&texts),
            texts,
        };
        Made::Record(record, because)
    }

    /// Whether the texts say what the newest version says; for a correction, whether no byte differs; for a
    /// withdrawal, whether it was said already.
    fn is_unchanged(&self, newest: &Version, texts: &BTreeMap<Locale, NewText>) -> bool {
        if (newest.kind == Kind::Withdrawal) != self.is_withdrawal() {
            return false;
        }
        match self.request.kind {
            Kind::Withdrawal => true,
            Kind::Major => self.texts.iter().all(|source| self.held.contains_key(&source.path)),
            Kind::Minor => texts.iter().all(|(locale, new)| {
                let newest = self.timeline.newest_text(locale).map(|(_, text)| &text.place);
                matches!(newest, Some(Place::Record(_, sha256)) if archive::digest(new.text.as_bytes()) == *sha256)
            }),
        }
    }

    fn is_withdrawal(&self) -> bool {
        self.request.kind == Kind::Withdrawal
    }

    /// The languages that the newest version has and the working text has not.
    fn discontinued(&self) -> Vec<Locale> {
        if self.is_withdrawal() {
            return Vec::new();
        }
        let mut archived: Vec<&Locale> = self.timeline.versions().flat_map(|version| version.texts.locales()).collect();
        archived.sort();
        archived.dedup();
        let there = |locale: &&Locale| self.texts.iter().any(|source| source.locale == **locale);
        let gone = archived.into_iter().filter(|locale| self.timeline.newest_text(locale).is_some() && !there(locale));
        gone.cloned().collect()
    }

    fn notes(&self) -> BTreeMap<Locale, String> {
        let of = |(locale, note): &(Option<Locale>, String)| {
            (locale.clone().unwrap_or_else(|| self.config.source.clone()), note.trim().to_owned())
        };
        self.request.notes.iter().map(of).collect()
    }

    fn front(&self, source: &Source) -> FrontMatter {
        let text = self.disk.text(&source.path).unwrap_or_default();
        FrontMatter::read(&source.path, &text, &Matter::find(&text)).0
    }

    /// The texts without variables.
    fn frozen(&mut self) -> BTreeMap<Locale, NewText> {
        let mut frozen = BTreeMap::new();
        for source in self.texts {
            let text = match self.disk.text(&source.path) {
                Ok(text) => text,
                Err(error) => {
                    self.findings.push(error.diagnose(&source.path));
                    continue;
                }
            };
            let variables = &self.config.variables;
            match archive::freeze(&text, &source.path, &source.locale, self.config, variables, Unknown::Refused) {
                Err(fault) => self.findings.push(refusals::unfrozen(&source.path, &fault)),
                Ok(text) => {
                    // Git knows nothing of a text that is not committed as it is.
                    let dates = self.dates.get(&source.path).filter(|dates| dates.work == Work::Committed);
                    let updated = dates.and_then(|dates| dates.updated.known());
                    let new = NewText {
                        text,
                        source: source.path.clone(),
                        updated: updated.map(|(day, _)| day),
                        instant: updated.map(|(_, revision)| Instant(revision.seconds)),
                        commit: updated.map(|(_, revision)| revision.commit.clone()),
                    };
                    frozen.insert(source.locale.clone(), new);
                }
            }
        }
        frozen
    }

    /// Copies of the files that the texts refer to.
    fn files(&mut self, texts: &BTreeMap<Locale, NewText>) -> BTreeMap<SourcePath, Vec<u8>> {
        let mut files = BTreeMap::new();
        for (locale, text) in texts {
            for path in site::files_of(self.config, &text.source, locale, &text.text) {
                // What the site does not publish is not frozen either.
                if !self.published.contains(&path) {
                    continue;
                }
                match self.disk.bytes(&path) {
                    Ok(bytes) if active(&path, || Some(bytes.clone())).is_some() => {}
                    Ok(bytes) => drop(files.insert(path, bytes)),
                    Err(error) => self.findings.push(error.diagnose(&path)),
                }
            }
        }
        files
    }

    fn check_work(&mut self) {
        if self.request.allowed.uncommitted {
            return;
        }
        for source in self.texts {
            let finding = match self.dates.get(&source.path) {
                Some(dates) if dates.work == Work::Committed => match &dates.updated {
                    Updated::Known { .. } => continue,
                    Updated::Unknown { why } if why.is_uncommitted() => refusals::not_committed(&source.path),
                    Updated::Unknown { why } => refusals::no_commit(&source.path, why),
                },
                _ => refusals::not_committed(&source.path),
            };
            self.findings.push(finding);
        }
    }

    fn check_translations(&mut self) {
        if self.request.allowed.behind {
            return;
        }
        let Some(original) = self.texts.iter().find(|source| source.locale == self.config.source) else { return };
        let behind = self.texts.iter().filter_map(|source| match self.currencies.get(&source.path)? {
            Currency::Behind(behind) => Some(refusals::behind(&source.path, &original.path, behind)),
            _ => None,
        });
        self.findings.extend(behind);
    }

    /// The first day in force: as told, as stated, or as the page has said it so far.
    fn effective(&self) -> Option<(Day, &'static str)> {
        if let Some(day) = self.request.effective {
            return Some((day, "as given"));
        }
        let original = self.texts.iter().find(|source| source.locale == self.config.source).or(self.texts.first());
        let original = original.filter(|_| !self.is_withdrawal())?;
        let dates = self.dates.get(&original.path);
        // What a commit says belongs to the committed text.
        let said = dates.filter(|dates| dates.work == Work::Committed).and_then(|dates| dates.effective);
        if let Some(day) = self.front(original).effective.or(said) {
            return Some((day, "as the text states"));
        }
        if self.config.versions.publish == Publish::Archived {
            return Some((self.disk.today(), "today: texts are published when they are archived"));
        }
        // A correction may be passed over by the day of the last update; a translation may be later.
        let minor = self.request.kind == Kind::Minor;
        let day = |dates: &Dates| {
            let stamp = if minor { &dates.touched } else { &dates.updated };
            stamp.known().map(|(day, _)| day).filter(|_| dates.work == Work::Committed)
        };
        let days: Option<Vec<Day>> = self.texts.iter().map(|source| day(self.dates.get(&source.path)?)).collect();
        let because = if minor { "the day of the last commit" } else { "the day on which the text was updated" };
        Some((days?.into_iter().max()?, because))
    }

    fn check_day(&mut self, day: Day) {
        let newest = self.timeline.newest().map(|version| version.id);
        if let Some(newest) = newest.filter(|newest| day < newest.day()) {
            self.findings.push(refusals::before_newest(self.id, day, newest));
        }
        let today = self.disk.today();
        let wanted = i32::try_from(self.config.versions.notice_days(self.id)).unwrap_or(i32::MAX);
        let major = self.request.kind != Kind::Minor && newest.is_some();
        if major && wanted > 0 && day.days_since(today) < wanted && !self.request.allowed.short_notice {
            let original = self.texts.iter().find(|source| source.locale == self.config.source);
            let published = original.and_then(|source| self.front(source).published).unwrap_or(today);
            if day.days_since(published) < wanted {
                let first = published.max(today).after(wanted.unsigned_abs());
                self.findings.push(refusals::short_notice(self.id, day, published, wanted, first));
            }
        }
    }
}
