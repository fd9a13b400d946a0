//! Versions that were made of the history of a text earlier: of the same revisions the same come again.

use std::collections::HashMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::revisions::Edition;
use super::{Frozen, Kind, Place, digest};
use crate::config::Config;
use crate::history::{Memo, OldText, Reader};
use crate::source::Source;
use crate::vocabulary::{Day, Instant, VersionId};

/// What is remembered of each text.
pub(super) struct Remembered {
    memo: Option<Memo>,
    known: HashMap<String, Written>,
}

/// The versions of a text: a digest of the revisions, and what was made of them.
#[derive(Clone, Serialize, Deserialize)]
struct Written {
    of: String,
    editions: Vec<WrittenEdition>,
}

/// A version: name, whether it is major, text, settings, day and moment of the last change, commit.
type WrittenEdition = (String, bool, String, Option<String>, Option<String>, Option<i64>, Option<String>);

impl Remembered {
    /// Reads what is remembered for a site.
    pub(super) fn read(memo: Option<Memo>) -> Self {
        let text = memo.as_ref().and_then(Memo::get);
        let known = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        Self { memo, known }
    }

    /// The versions of a text that has these revisions.
    pub(super) fn of(&self, source: &Source, of: &str) -> Option<Vec<Edition>> {
        let written = self.known.get(source.path.as_str()).filter(|written| written.of == of)?;
        written.editions.iter().map(|written| edition(source, written)).collect()
    }

    /// Remembers versions, by the path of the text and the digest of its revisions, if these are not remembered.
    pub(super) fn write<'e>(&self, all: impl Iterator<Item = (&'e Source, &'e str, &'e [Edition])>) {
        let Some(memo) = &self.memo else { return };
        let written = |(source, of, editions): (&Source, &str, &[Edition])| {
            let editions: Option<Vec<WrittenEdition>> = editions.iter().map(written).collect();
            Some((source.path.as_str().to_owned(), Written { of: of.to_owned(), editions: editions? }))
        };
        let now: std::collections::BTreeMap<String, Written> = all.filter_map(written).collect();
        let is_known = |(path, now): (&String, &Written)| self.known.get(path).is_some_and(|known| known.of == now.of);
        if now.len() != self.known.len() || !now.iter().all(is_known) {
            memo.put(&serde_json::to_string(&now).unwrap_or_default());
        }
    }
}

/// On what versions depend beside the revisions.
pub(crate) fn depends(config: &Config, reader: &dyn Reader) -> Option<String> {
    Some(format!("{} {:?} {:?}", reader.fingerprint()?, config.versions, config.time_zone))
}

/// A digest of the revisions of a text.
pub(super) fn digest_of(source: &Source, revisions: &[OldText]) -> String {
    let mut text = format!("{} {}\n", source.document, source.locale);
    for OldText { revision, text: id, settings, is_editorial, effective } in revisions {
        let _ =
            writeln!(text, "{} {} {id:?} {settings:?} {is_editorial} {effective:?}", revision.commit, revision.seconds);
    }
    digest(text.as_bytes())
}

fn written(edition: &Edition) -> Option<WrittenEdition> {
    let Place::Revision { text, settings } = &edition.text.place else { return None };
    let Frozen { updated, instant, commit, .. } = &edition.text;
    let updated = updated.map(|day| day.to_string());
    let instant = instant.map(|instant| instant.0);
    let is_major = edition.kind == Kind::Major;
    Some((edition.id.to_string(), is_major, text.clone(), settings.clone(), updated, instant, commit.clone()))
}

fn edition(source: &Source, written: &WrittenEdition) -> Option<Edition> {
    let (id, is_major, text, settings, updated, instant, commit) = written;
    let updated = match updated {
        Some(day) => Some(Day::parse(day).ok()?),
        None => None,
    };
    Some(Edition {
        id: VersionId::parse(id)?,
        kind: if *is_major { Kind::Major } else { Kind::Minor },
        text: Frozen {
            place: Place::Revision { text: text.clone(), settings: settings.clone() },
            source: source.path.clone(),
            updated,
            instant: instant.map(Instant),
            commit: commit.clone(),
        },
    })
}
