//! The later revisions of an original: what a translation of it may lack.

use super::{Frozen, Place};
use crate::config::Config;
use crate::history::{Change, OldText, Reader, Revision, Text};
use crate::source::{Source, World};
use crate::vocabulary::Day;

/// A revision of an original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// The revision.
    pub revision: Revision,
    /// Its day in the zone of the site.
    pub day: Day,
    /// The text that it made.
    pub text: Frozen,
    /// Whether it changed what the text says, and nobody called it editorial.
    pub is_material: bool,
}

/// The revisions of a text, newest first, down to the first that is not later than a moment, in seconds. `all`
/// are all of them, newest first.
#[must_use]
pub fn material(
    config: &Config,
    world: &dyn World,
    reader: &dyn Reader,
    source: &Source,
    all: &[OldText],
    until: i64,
) -> Vec<Material> {
    let mut found = Vec::new();
    let there: Vec<&OldText> = all.iter().filter(|old| old.text.is_some()).collect();
    for (at, old) in there.iter().enumerate() {
        let (Some(id), Some(day)) = (&old.text, config.time_zone.day_of(old.revision.seconds)) else { continue };
        let before = there.get(at + 1).and_then(|before| Some((*before, before.text.as_ref()?)));
        let changed = before.is_none_or(|(before, other)| {
            let read = |id: &String, old: &OldText| {
                let bytes = world.revision(id).ok()?;
                let settings = old.settings.as_ref().filter(|_| reader.uses_settings(&bytes));
                Some((bytes, settings.and_then(|id| world.revision(id).ok())))
            };
            let (Some(old), Some(new)) = (read(other, before), read(id, old)) else { return true };
            reader.compare(
                &source.path,
                Text { bytes: &old.0, settings: old.1.as_deref() },
                Text { bytes: &new.0, settings: new.1.as_deref() },
            ) == Change::Text
        });
        found.push(Material {
            revision: old.revision.clone(),
            day,
            text: Frozen {
                place: Place::Revision { text: id.clone(), settings: old.settings.clone() },
                source: source.path.clone(),
                updated: Some(day),
                commit: Some(old.revision.commit.clone()),
            },
            is_material: changed && !old.is_editorial,
        });
        if old.revision.seconds <= until {
            break;
        }
    }
    found
}
