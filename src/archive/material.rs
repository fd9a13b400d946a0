//! The later revisions of an original: what a translation of it may lack.

use super::{Frozen, Place};
use crate::config::Config;
use crate::history::{Change, OldText, Reader, Revision, Text};
use crate::source::{Source, World};
use crate::vocabulary::{Day, Instant};

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
    /// Whether it says what the newest revision says.
    pub is_as_now: bool,
}

/// The revisions of a text, newest first, down to the last change that is not later than a moment, in seconds.
/// `all` are all of them, newest first.
#[must_use]
pub fn material(
    config: &Config,
    world: &dyn World,
    reader: &dyn Reader,
    source: &Source,
    all: &[OldText],
    until: i64,
) -> Vec<Material> {
    let (mut found, mut has_changed) = (Vec::new(), false);
    let there: Vec<&OldText> = all.iter().filter(|old| old.text.is_some()).collect();
    for (at, old) in there.iter().enumerate() {
        let (Some(id), Some(day)) = (&old.text, config.time_zone.day_of(old.revision.seconds)) else { continue };
        let changed = there.get(at + 1).is_none_or(|before| differs(world, reader, source, before, old));
        // As long as nothing changed, all say the same.
        let is_as_now = !has_changed || !differs(world, reader, source, old, there[0]);
        let is_material = changed && !old.is_editorial;
        has_changed |= is_material;
        found.push(Material {
            revision: old.revision.clone(),
            day,
            text: Frozen {
                place: Place::Revision { text: id.clone(), settings: old.settings.clone() },
                source: source.path.clone(),
                updated: Some(day),
                instant: Some(Instant(old.revision.seconds)),
                commit: Some(old.revision.commit.clone()),
            },
            is_material,
            is_as_now,
        });
        if old.revision.seconds <= until && is_material {
            break;
        }
    }
    found
}

/// The same as [`differ`], but for the values of variables: when one of them changes, it changes in the
/// translations too.
fn differs(world: &dyn World, reader: &dyn Reader, source: &Source, old: &OldText, new: &OldText) -> bool {
    let old = OldText { settings: new.settings.clone(), ..old.clone() };
    differ(world, reader, source, &old, new)
}

/// Whether two revisions of a text say different things, as far as both can be read.
pub(super) fn differ(world: &dyn World, reader: &dyn Reader, source: &Source, old: &OldText, new: &OldText) -> bool {
    if old.text == new.text && old.settings == new.settings {
        return false;
    }
    let read = |old: &OldText| {
        let bytes = world.revision(old.text.as_ref()?).ok()?;
        let settings = old.settings.as_ref().filter(|_| reader.uses_settings(&bytes));
        Some((bytes, settings.and_then(|id| world.revision(id).ok())))
    };
    let (Some(old), Some(new)) = (read(old), read(new)) else { return true };
    let old = Text { bytes: &old.0, settings: old.1.as_deref() };
    let new = Text { bytes: &new.0, settings: new.1.as_deref() };
    reader.compare(&source.path, old, new) == Change::Text
}
