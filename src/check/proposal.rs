//! How the working text of a document is archived: the command, and the day from which it can apply.

use crate::archive::{Kind, Version};
use crate::config::{Publish, VersionsFrom};
use crate::history::Work;
use crate::site::{Document, Site, State, Translation};
use crate::vocabulary::{Day, DocumentId, VersionId};

/// What archiving the working text of a document would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// The first day on which it can apply.
    pub day: Day,
    /// Why that one.
    pub because: Because,
    /// So many days of notice are wanted.
    pub notice: u32,
    /// The newest archived version.
    pub newest: Option<VersionId>,
    /// Whether the document has no text any more, so that its end is what is to be said.
    pub is_withdrawal: bool,
}

/// Why a version can apply from a day, and not before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The text states it.
    Stated,
    /// The text states an earlier day, that one, which the notice does not allow.
    StatedTooEarly(Day),
    /// The notice that is wanted begins today.
    Notice,
    /// The text was updated on that day, and readers have seen it since.
    Updated,
    /// It is today.
    Today,
    /// The newest version begins then.
    Newest,
}

/// What archiving a document would be; nothing where it has nothing to archive.
#[must_use]
pub fn proposal(site: &Site, document: &Document) -> Option<Proposal> {
    if site.config.versions.from == VersionsFrom::Git {
        return None;
    }
    let newest = newest(document);
    let is_withdrawal = match document.state {
        State::Archived => return None,
        State::Withdrawn => newest.filter(|newest| newest.kind != Kind::Withdrawal).map(|_| true)?,
        State::Current | State::Upcoming(_) | State::Draft => false,
    };
    let today = site.world.today();
    let notice = if newest.is_some() { site.config.versions.notice_days(&document.id) } else { 0 };
    let stated = stated(site, document).filter(|_| !is_withdrawal);
    let (day, because) = match stated {
        Some(day) if notice == 0 || day >= today.after(notice) => (day, Because::Stated),
        Some(day) => (today.after(notice), Because::StatedTooEarly(day)),
        None if notice > 0 => (today.after(notice), Because::Notice),
        None => match seen_since(site, document).filter(|_| !is_withdrawal) {
            Some(day) => (day, Because::Updated),
            None => (today, Because::Today),
        },
    };
    let newest = newest.map(|version| version.id);
    let (day, because) = match newest {
        Some(newest) if newest.day() > day => (newest.day(), Because::Newest),
        _ => (day, because),
    };
    Some(Proposal { day, because, notice, newest, is_withdrawal })
}

/// The newest version that was archived.
pub(super) fn newest(document: &Document) -> Option<&Version> {
    document.timeline.versions().rev().find(|version| version.record.is_some())
}

/// The day that the working text states: the original has the word.
fn stated(site: &Site, document: &Document) -> Option<Day> {
    // Texts that are part of a version have its day, and state none of their own.
    let own = |text: &Translation| text.effective.filter(|_| text.recorded.is_none());
    let original = document.working(&site.config.source).and_then(own);
    original.or_else(|| document.all_working().find_map(own))
}

/// The day since which readers have seen the working texts: nothing where they do not, or one is not committed.
fn seen_since(site: &Site, document: &Document) -> Option<Day> {
    if site.config.versions.publish == Publish::Archived {
        return None;
    }
    // As `archive` does: by history alone, whatever records say of single texts.
    let day = |text: &Translation| {
        let known = text.dates.updated.known().filter(|_| text.dates.work == Work::Committed);
        known.map(|(day, _)| day)
    };
    let days: Option<Vec<Day>> = document.all_working().map(day).collect();
    days?.into_iter().max()
}

/// A command that archives a document: `options` stand between its name and the note.
#[must_use]
pub fn archive_command(document: &DocumentId, options: &[String]) -> String {
    let mut words = vec!["engross archive".to_owned(), quoted(document.as_str())];
    words.extend(options.iter().cloned());
    words.join(" ")
}

/// A name as a shell takes it.
#[must_use]
pub fn quoted(name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:@".contains(c);
    match name {
        _ if !name.is_empty() && !name.starts_with('-') && name.chars().all(is_plain) => name.to_owned(),
        _ if !name.contains(['"', '$', '`', '\\', '!', '%']) => format!("\"{name}\""),
        // Nothing within these is special, so that one of them ends and begins again.
        _ => format!("'{}'", name.replace('\'', "'\\''")),
    }
}
