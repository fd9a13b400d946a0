//! What changed in a text: since the version in force, the newest one, the last commit; and in its original since it
//! was translated.

use std::path::Path;

use serde::Serialize;

use super::address::View;
use super::dates::unknown;
use super::state::{Cell, behind};
use super::text::language;
use super::words::Voice;
use crate::archive::Version;
use crate::check::quoted;
use crate::config::Config;
use crate::history::{Blobs, Committed, committed};
use crate::page::{ChangeContext, redline_parts};
use crate::site::{Compared, Site};
use crate::source::TextError;
use crate::vocabulary::VersionId;

/// What `redline.html` is given.
#[derive(Debug, Default, Serialize)]
pub(super) struct RedlineContext {
    /// What is compared, or why nothing is.
    pub intro: Vec<String>,
    /// The two texts in words; nothing where there is no comparison.
    before: Option<String>,
    after: Option<String>,
    lang: String,
    dir: &'static str,
    summary: String,
    same: Option<String>,
    capped: Option<String>,
    changes: Vec<ChangeContext>,
    rows: String,
    /// The command that writes the same into a file to send.
    command: Option<String>,
}

/// What is compared.
pub(super) struct Comparing<'a> {
    pub site: &'a Site,
    pub cell: &'a Cell<'a>,
    pub voice: &'a Voice,
    /// The folder of the site.
    pub root: &'a Path,
    /// How a command is told it, where it does not find it by itself.
    pub root_option: Option<&'a str>,
}

impl Comparing<'_> {
    /// A redline in words, or why there is none.
    pub(super) fn context(&self, view: View) -> RedlineContext {
        match view {
            View::Commit => self.since_commit(),
            View::Lacking => self.lacking(),
            View::Newest => {
                let newest = self.cell.document.timeline.versions().rev();
                let mut own =
                    newest.filter(|version| version.record.is_some() && version.texts.get(self.cell.locale).is_some());
                self.since(own.next(), "desk-redline-newest")
            }
            View::InForce | View::State | View::Beside => self.since(self.cell.in_force, "desk-redline-in-force"),
        }
    }

    fn say(&self, key: &str) -> String {
        self.voice.strings.get(key)
    }

    fn none(&self, key: &str) -> RedlineContext {
        RedlineContext { intro: vec![self.say(key)], ..RedlineContext::default() }
    }

    fn since(&self, version: Option<&Version>, intro: &str) -> RedlineContext {
        let Some(working) = self.cell.working else { return self.none("desk-redline-no-text") };
        let Some((version, frozen)) = version.and_then(|version| Some((version, version.texts.get(self.cell.locale)?)))
        else {
            return self.none("desk-redline-no-version");
        };
        let before = self.dated("desk-side-version", version.id.day());
        let compared = self.site.since(self.cell.document, working, frozen);
        let told =
            self.told(compared, vec![self.dated(intro, version.id.day())], before, self.say("desk-side-working"));
        let command = (!told.changes.is_empty()).then(|| self.command(version.id));
        RedlineContext { command, ..told }
    }

    /// The command that writes what changed since a version into a file.
    fn command(&self, version: VersionId) -> String {
        let id = &self.cell.document.id;
        let (before, after) = (quoted(&format!("{id}@{version}")), quoted(id.as_str()));
        let locale = self.cell.locale;
        let is_original = *locale == self.site.config.source;
        let language = if is_original { String::new() } else { format!(" --locale {locale}") };
        let root = self.root_option.map(|root| format!(" --root {}", quoted(root))).unwrap_or_default();
        let file = id.address().replace('/', "-");
        format!(
            "engross diff {before} {after}{language}{root} --format html > {}",
            quoted(&format!("{file}-{locale}.html"))
        )
    }

    fn since_commit(&self) -> RedlineContext {
        let Some(working) = self.cell.working else { return self.none("desk-redline-no-text") };
        let found = match committed(self.root, &working.source, &Config::settings_path()) {
            Ok(found) => found,
            Err(why) => {
                let intro = vec![self.say("desk-redline-no-commit"), unknown(&why, self.voice)];
                return RedlineContext { intro, ..RedlineContext::default() };
            }
        };
        let Committed { head, text, settings } = &found;
        let blobs = Blobs::open(self.root, std::slice::from_ref(&working.source));
        let read = |id: &str| blobs.get(id);
        let compared = self.site.since_revision(self.cell.document, working, (text, settings.as_deref()), &read);
        let values = [("commit", head.short().into()), ("subject", head.subject.as_str().into())];
        let intro = vec![self.voice.strings.with("desk-redline-commit", &values)];
        self.told(compared, intro, self.say("desk-side-commit"), self.say("desk-side-working"))
    }

    fn lacking(&self) -> RedlineContext {
        let Some(working) = self.cell.working else { return self.none("desk-redline-no-text") };
        let Some(found) = behind(self.cell.document, working) else { return self.none("desk-redline-not-behind") };
        let Some(compared) = self.site.lacking_in(self.cell.document, working) else {
            return self.none("desk-redline-no-base");
        };
        let before = match found.reflects {
            Some(day) => self.dated("original-as-of", day),
            None => self.say("changes-before"),
        };
        let values = [("language", language(self.site, self.cell.locale).into())];
        let intro = vec![self.voice.strings.with("desk-redline-lacking", &values)];
        self.told(compared, intro, before, self.say("original-today"))
    }

    fn dated(&self, key: &str, day: crate::vocabulary::Day) -> String {
        self.voice.strings.with(key, &[("date", self.voice.strings.date(day).into())])
    }

    fn told(
        &self,
        compared: Result<Compared, TextError>,
        intro: Vec<String>,
        before: String,
        after: String,
    ) -> RedlineContext {
        let compared = match compared {
            Ok(compared) => compared,
            Err(error) => {
                let reason =
                    self.voice.strings.with("desk-redline-unreadable", &[("reason", error.to_string().into())]);
                return RedlineContext { intro: vec![reason], ..RedlineContext::default() };
            }
        };
        let parts = redline_parts(&compared.redline, &self.voice.strings, &self.voice.locale, &compared.locale);
        RedlineContext {
            intro,
            before: Some(before),
            after: Some(after),
            lang: compared.locale.tag().to_owned(),
            dir: compared.locale.direction().as_str(),
            summary: parts.summary,
            same: parts.same,
            capped: parts.capped,
            changes: parts.changes,
            rows: parts.rows,
            command: None,
        }
    }
}
