//! Versions that the history of the working texts holds.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::material::differ;
use super::remembered::{Remembered, digest_of};
use super::{Archive, Frozen, Kind, Place, Texts, Version, findings};
use crate::config::{Config, Stated, Variables, variables};
use crate::diagnostic::Diagnostic;
use crate::history::{Change, Memo, OldText, Reader, Text, Why};
use crate::markdown::{BlockKind, Options, parse};
use crate::source::{FrontMatter, Matter, Source, World};
use crate::vocabulary::{Day, Instant, VersionId};

/// Versions from history, and what was found on the way.
#[derive(Debug, Default)]
pub struct FromHistory {
    /// The versions.
    pub archive: Archive,
    /// Texts whose versions cannot be told.
    pub findings: Vec<Diagnostic>,
}

/// What makes versions of revisions.
struct Rules<'a> {
    config: &'a Config,
    world: &'a dyn World,
    reader: &'a dyn Reader,
}

/// A day on which a text was revised.
struct Dated {
    day: Day,
    /// The last revision.
    old: OldText,
    /// Whether all of them are editorial.
    is_editorial: bool,
    /// The day that the last of them names that names one.
    effective: Option<Day>,
    /// The revisions before it, oldest first.
    earlier: Vec<OldText>,
}

/// A version in one language.
pub(super) struct Edition {
    pub id: VersionId,
    pub kind: Kind,
    pub text: Frozen,
}

/// Makes versions of the revisions of each text, which come newest first: of the revisions of one
/// day in the zone of the site the last, unless it says the same as the version before. What was made
/// earlier is taken from `memo`, and remembered there.
#[must_use]
pub fn from_history(
    config: &Config,
    world: &dyn World,
    reader: &dyn Reader,
    texts: Vec<(&Source, Result<Vec<OldText>, Why>)>,
    memo: Option<Memo>,
) -> FromHistory {
    let rules = Rules { config, world, reader };
    let remembered = Remembered::read(memo);
    let read: Vec<_> = texts
        .into_par_iter()
        .map(|(source, revisions)| {
            let of = revisions.as_ref().map(|revisions| digest_of(source, revisions)).unwrap_or_default();
            if let Some(editions) = remembered.of(source, &of) {
                return (source, of, editions, Vec::new());
            }
            let (editions, found) = match revisions {
                Ok(revisions) => rules.editions(source, revisions),
                Err(Why::NotCommitted { .. }) => (Vec::new(), Vec::new()),
                Err(why) => (Vec::new(), vec![findings::versions_unknown(&source.path, &why)]),
            };
            (source, of, editions, found)
        })
        .collect();
    // Findings are made anew each time.
    let plain = read.iter().filter(|(_, of, _, found)| !of.is_empty() && found.is_empty());
    remembered.write(plain.map(|(source, of, editions, _)| (*source, of.as_str(), editions.as_slice())));
    let mut all = FromHistory::default();
    for (source, _, editions, found) in read {
        all.findings.extend(found);
        if editions.is_empty() {
            continue;
        }
        let timeline = all.archive.timelines.entry(source.document.clone()).or_default();
        for Edition { id, kind, text } in editions {
            let version = Arc::make_mut(&mut timeline.0).entry(id).or_insert_with(|| empty(id));
            version.texts.insert(source.locale.clone(), text);
            if kind == Kind::Major {
                version.kind = kind;
            }
        }
    }
    all
}

/// The name of a version that follows another one: its first day is the stated one, else that of the
/// revision, and never lies before that of the version that it follows. A stated day that would is
/// given back.
fn name(before: Option<VersionId>, day: Day, stated: Option<Day>) -> (VersionId, Option<Day>) {
    let Some(before) = before else { return (VersionId::first_of(stated.unwrap_or(day)), None) };
    let fault = stated.filter(|stated| *stated < before.day());
    let first = match stated {
        Some(stated) if fault.is_none() => stated,
        _ => day.max(before.day()),
    };
    (if first == before.day() { before.next() } else { VersionId::first_of(first) }, fault)
}

/// A version that is minor until a text of it is major.
fn empty(id: VersionId) -> Version {
    Version {
        id,
        published: None,
        archived: None,
        kind: Kind::Minor,
        imported: false,
        texts: Texts::default(),
        notes: std::collections::BTreeMap::new(),
        discontinued: Vec::new(),
        files: std::collections::BTreeMap::new(),
        record: None,
    }
}

impl Rules<'_> {
    fn editions(&self, source: &Source, revisions: Vec<OldText>) -> (Vec<Edition>, Vec<Diagnostic>) {
        let (mut editions, mut found): (Vec<Edition>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
        let mut kept: Option<(Vec<u8>, Option<Vec<u8>>)> = None;
        let mut updated = None;
        for Dated { day, old, is_editorial, effective, earlier } in self.last_of_each_day(revisions) {
            let Some(id) = &old.text else { continue };
            let Ok(bytes) = self.world.revision(id) else {
                let why = Why::NoText { commit: old.revision.commit.clone(), reason: "it is not here".to_owned() };
                return (Vec::new(), vec![findings::versions_unknown(&source.path, &why)]);
            };
            let settings = old.settings.as_ref().filter(|_| self.reader.uses_settings(&bytes));
            let then = settings.and_then(|id| self.world.revision(id).ok());
            if let Some((before, settings)) = &kept {
                let old = Text { bytes: before, settings: settings.as_deref() };
                let new = Text { bytes: &bytes, settings: then.as_deref() };
                if self.reader.compare(&source.path, old, new) != Change::Text {
                    continue;
                }
            }
            let kind = if is_editorial && kept.is_some() { Kind::Minor } else { Kind::Major };
            if kind == Kind::Major {
                updated = Some((day, self.changed(source, &earlier, &old)));
            }
            let before = editions.last().map(|edition| edition.id);
            let stated = self.stated(source, &bytes).or(effective);
            let (id_of_version, fault) = name(before, day, stated);
            found.extend(fault.map(|stated| {
                findings::stated_backwards(&source.path, &old.revision.commit, stated, id_of_version.day())
            }));
            found.extend(self.unresolved(source, &old, &bytes, then.as_deref()));
            let place = Place::Revision { text: id.clone(), settings: settings.cloned() };
            let commit = Some(old.revision.commit.clone());
            let (updated, instant) = updated.unzip();
            let text = Frozen { place, source: source.path.clone(), updated, instant, commit };
            editions.push(Edition { id: id_of_version, kind, text });
            kept = Some((bytes, then));
        }
        if let Some(since) = self.config.versions.since {
            // What applied on that day stays, whenever it began.
            let first = editions.iter().rposition(|edition| edition.id.day() <= since).unwrap_or(0);
            editions.drain(..first);
        }
        (editions, found)
    }

    /// Variables of an old text that have no value: its page shows them as they were typed.
    fn unresolved(&self, source: &Source, old: &OldText, bytes: &[u8], settings: Option<&[u8]>) -> Option<Diagnostic> {
        let text = String::from_utf8_lossy(bytes);
        let then = settings.map(|text| variables(&Config::settings_path(), &String::from_utf8_lossy(text)));
        let mut names = BTreeSet::new();
        for form in &self.config.placeholders {
            let mut at = 0;
            while let Some((span, name)) = form.find(&text, at) {
                at = span.end;
                let known = |variables: &Variables| variables.get(name, &source.locale).is_some();
                if !known(&self.config.variables) && !then.as_ref().is_some_and(known) {
                    names.insert(form.write(name));
                }
            }
        }
        let names: Vec<String> = names.into_iter().collect();
        (!names.is_empty()).then(|| findings::unresolved(&source.path, &old.revision.commit, &names))
    }

    /// The last revision of each day, oldest first. Where the date of a commit lies before that of
    /// one that it follows, it counts from the later day.
    fn last_of_each_day(&self, revisions: Vec<OldText>) -> Vec<Dated> {
        let mut days: Vec<Dated> = Vec::new();
        for old in revisions.into_iter().rev() {
            let Some(day) = self.config.time_zone.day_of(old.revision.seconds) else { continue };
            match days.last_mut() {
                Some(last) if last.day >= day => {
                    // What one of them changed, or said, holds for the day.
                    last.is_editorial &= old.is_editorial;
                    last.effective = old.effective.or(last.effective);
                    last.earlier.push(std::mem::replace(&mut last.old, old));
                }
                _ => {
                    let (is_editorial, effective) = (old.is_editorial, old.effective);
                    days.push(Dated { day, old, is_editorial, effective, earlier: Vec::new() });
                }
            }
        }
        days
    }

    /// The moment of the last revision of a day that changed what the text says.
    fn changed(&self, source: &Source, earlier: &[OldText], last: &OldText) -> Instant {
        let mut then = last;
        for before in earlier.iter().rev() {
            if !then.is_editorial && differ(self.world, self.reader, source, before, then) {
                break;
            }
            then = before;
        }
        Instant(then.revision.seconds)
    }

    /// The day that the text states: where the settings say, else in its front matter.
    fn stated(&self, source: &Source, bytes: &[u8]) -> Option<Day> {
        let text = String::from_utf8_lossy(bytes);
        let matter = Matter::find(&text);
        match &self.config.versions.stated {
            Stated::Key(key) => FrontMatter::day_of(&text, &matter, key),
            Stated::Datetime => {
                let Config { variables, placeholders, html, .. } = self.config;
                let options =
                    Options { path: &source.path, locale: &source.locale, variables, placeholders, html: *html };
                let prose = parse(&text, matter.body, &options).0;
                let says = |kind: &BlockKind| matches!(kind, BlockKind::Paragraph(_) | BlockKind::Heading { .. });
                prose.blocks.iter().filter(|block| says(&block.kind)).find_map(|block| block.attributes.datetime)
            }
        }
    }
}
