//! A document in all its languages, and how to archive it.

use serde::Serialize;

use super::address::{Place, View};
use super::cells::{CellContext, context};
use super::look::Link;
use super::state::{Cell, Mark, Survey, behind, is_uncommitted};
use super::text::language;
use super::words::Voice;
use crate::archive::Kind;
use crate::check::{Because, Proposal, archive_command, proposal, quoted};
use crate::config::VersionsFrom;
use crate::site::{Document, Site, State, Translation};
use crate::vocabulary::Day;

/// What `document.html` is given.
#[derive(Debug, Serialize)]
pub(super) struct DocumentContext {
    name: String,
    caption: String,
    /// Each row is a language.
    has_languages: bool,
    has_documents: bool,
    rows: Vec<CellContext>,
    /// The languages into which it is not translated.
    missing: Vec<Link>,
    missing_label: String,
    /// What is to be said about archiving.
    sentences: Vec<String>,
    /// What is to be typed, in order.
    steps: Vec<StepContext>,
    /// What could be typed instead.
    instead: Vec<StepContext>,
}

/// Something to do, and the command for it.
#[derive(Debug, Serialize)]
struct StepContext {
    sentences: Vec<String>,
    links: Vec<Link>,
    command: Option<String>,
}

/// Of so many languages those without a text do not have a row each.
const ROWS: usize = 12;

/// The page of a document. `root` is how a command is led to the site, where it is not led there by itself.
pub(super) fn document(survey: &Survey<'_>, document: &Document, root: Option<&str>, voice: &Voice) -> DocumentContext {
    let site = survey.site;
    let cells = survey.cells(document);
    let is_long = cells.len() > ROWS;
    let is_gathered = |cell: &&Cell<'_>| is_long && cell.marks == [Mark::Missing];
    let missing: Vec<Link> = cells.iter().filter(is_gathered).map(|cell| link(site, cell, voice)).collect();
    let rows: Vec<CellContext> =
        cells.iter().filter(|cell| !is_gathered(cell)).map(|cell| context(cell, site, voice)).collect();
    let archiving = Archiving { site, document, root, voice };
    let (sentences, steps, instead) = archiving.told();
    DocumentContext {
        name: document.id.as_str().to_owned(),
        caption: voice.strings.with("desk-texts", &[("count", rows.len().into())]),
        has_languages: true,
        has_documents: false,
        rows,
        missing_label: voice.strings.with("desk-missing-in", &[("count", missing.len().into())]),
        missing,
        sentences,
        steps,
        instead,
    }
}

/// A link to a text, named by its language.
fn link(site: &Site, cell: &Cell<'_>, voice: &Voice) -> Link {
    let place = Place::Text(View::State, cell.locale.clone(), cell.document.id.clone());
    Link::new(language(site, cell.locale), place.address(voice.tongue)).in_language(cell.locale.tag())
}

struct Archiving<'a> {
    site: &'a Site,
    document: &'a Document,
    root: Option<&'a str>,
    voice: &'a Voice,
}

type Told = (Vec<String>, Vec<StepContext>, Vec<StepContext>);

impl Archiving<'_> {
    fn dated(&self, key: &str, day: Day) -> String {
        self.voice.strings.with(key, &[("date", self.voice.strings.date(day).into())])
    }

    fn told(&self) -> Told {
        let nothing = |sentence: String| (vec![sentence], Vec::new(), Vec::new());
        if self.site.config.versions.from == VersionsFrom::Git {
            return nothing(self.voice.strings.get("desk-archive-git"));
        }
        match proposal(self.site, self.document) {
            Some(found) if found.is_withdrawal => self.withdrawal(&found),
            Some(found) => self.text(&found),
            None => nothing(self.done()),
        }
    }

    /// Why there is nothing to archive.
    fn done(&self) -> String {
        let newest = self.document.timeline.newest();
        match newest {
            Some(version) if version.kind == Kind::Withdrawal => self.dated("desk-archive-withdrawn", version.id.day()),
            Some(version) if version.id.day() > self.site.world.today() => {
                self.dated("desk-archive-coming", version.id.day())
            }
            Some(version) => self.dated("desk-archive-done", version.id.day()),
            None => self.voice.strings.get("desk-archive-none"),
        }
    }

    fn text(&self, found: &Proposal) -> Told {
        let strings = &self.voice.strings;
        let texts: Vec<&Translation> = self.document.all_working().collect();
        let lagging: Vec<&&Translation> = texts.iter().filter(|text| self.is_lagging(text)).collect();
        let changed = match (found.newest, self.document.state) {
            (None, _) => strings.get("desk-archive-first"),
            (Some(newest), State::Upcoming(_)) => self.dated("desk-archive-upcoming", newest.day()),
            (Some(newest), _) => self.dated("desk-archive-changed", newest.day()),
        };
        let mut steps: Vec<StepContext> = self.commit(&texts).into_iter().collect();
        if !lagging.is_empty() {
            steps.push(self.lagging(&lagging));
        }
        let behind = (!lagging.is_empty()).then(|| "--behind".to_owned());
        let effective = format!("--effective {}", found.day);
        let does = strings
            .with("desk-archive-does", &[("count", texts.len().into()), ("date", strings.date(found.day).into())]);
        let options = [Some(effective.clone()), behind.clone(), Some(self.note("desk-archive-note"))];
        let example = found.day.first_of_next_month().to_string();
        let later = strings.with("desk-archive-later", &[("day", example.as_str().into())]);
        let sentences = vec![does, self.because(found), later, strings.get("desk-archive-type-note")];
        steps.push(self.step(sentences, options));
        let instead = found.newest.map(|newest| {
            // A correction needs no notice.
            let day = self.site.world.today().max(newest.day());
            let options = [
                Some("--minor".to_owned()),
                Some(format!("--effective {day}")),
                behind,
                Some(self.note("desk-archive-note-minor")),
            ];
            self.step(vec![strings.get("desk-archive-minor")], options)
        });
        (vec![changed], steps, instead.into_iter().collect())
    }

    /// Whether a translation lacks something, or will as soon as its original is committed.
    fn is_lagging(&self, text: &Translation) -> bool {
        let source = &self.site.config.source;
        let original = self.document.working(source).filter(|original| original.locale != text.locale);
        behind(self.document, text).is_some() || original.is_some_and(is_uncommitted) && !is_uncommitted(text)
    }

    fn withdrawal(&self, found: &Proposal) -> Told {
        let strings = &self.voice.strings;
        let options =
            [Some(format!("--withdraw --effective {}", found.day)), Some(self.note("desk-archive-note-withdraw"))];
        let step = self.step(vec![self.dated("desk-archive-withdraw-does", found.day), self.because(found)], options);
        (vec![strings.get("desk-archive-withdraw")], vec![step], Vec::new())
    }

    fn note(&self, key: &str) -> String {
        format!("--note \"{}\"", self.voice.strings.get(key))
    }

    /// A step with a command of its own.
    fn step(&self, sentences: Vec<String>, options: impl IntoIterator<Item = Option<String>>) -> StepContext {
        let root = self.root.map(|root| format!("--root {}", quoted(root)));
        let options: Vec<String> = options.into_iter().chain([root]).flatten().collect();
        StepContext { sentences, links: Vec::new(), command: Some(archive_command(&self.document.id, &options)) }
    }

    /// First the texts must be committed.
    fn commit(&self, texts: &[&Translation]) -> Option<StepContext> {
        let strings = &self.voice.strings;
        let mut paths: Vec<String> =
            texts.iter().filter(|text| is_uncommitted(text)).map(|text| quoted(text.source.as_str())).collect();
        if paths.is_empty() {
            return None;
        }
        let has_variables = texts.iter().any(|text| text.dates.work == crate::history::Work::Variables);
        paths.extend(has_variables.then(|| crate::config::SETTINGS_FILE.to_owned()));
        let git = self.root.map_or_else(|| "git".to_owned(), |root| format!("git -C {}", quoted(root)));
        let message = strings.with("desk-commit-message", &[("name", self.document.id.as_str().into())]);
        let command = format!("{git} add {} && {git} commit -m {}", paths.join(" "), quoted(&message));
        Some(StepContext {
            sentences: vec![strings.get("desk-archive-commit")],
            links: Vec::new(),
            command: Some(command),
        })
    }

    /// Translations that lack something.
    fn lagging(&self, texts: &[&&Translation]) -> StepContext {
        let of = |text: &&&Translation| {
            // What is not committed is seen best beside the translation.
            let is_known = behind(self.document, text).is_some();
            let view = if is_known { View::Lacking } else { View::Beside };
            let place = Place::Text(view, text.locale.clone(), self.document.id.clone());
            Link::new(language(self.site, &text.locale), place.address(self.voice.tongue))
                .in_language(text.locale.tag())
        };
        StepContext {
            sentences: vec![self.voice.strings.with("desk-archive-behind", &[("count", texts.len().into())])],
            links: texts.iter().map(of).collect(),
            command: None,
        }
    }

    /// Why it can apply from that day.
    fn because(&self, found: &Proposal) -> String {
        let strings = &self.voice.strings;
        let count = ("count", found.notice.into());
        match found.because {
            Because::Stated => strings.get("desk-because-stated"),
            Because::StatedTooEarly(day) => {
                strings.with("desk-because-too-early", &[count, ("date", strings.date(day).into())])
            }
            Because::Notice => strings.with("desk-because-notice", &[count]),
            Because::Updated => strings.get("desk-because-updated"),
            Because::Today => strings.get("desk-because-today"),
            Because::Newest => strings.get("desk-because-newest"),
        }
    }
}
