//! Which working texts say the same as a version: those have its dates, and need no git.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Archive, Place, Unknown, digest, freeze};
use crate::config::Config;
use crate::history::{Change, Reader, Text};
use crate::markdown::{Options, Outline, Reading, parse};
use crate::meaning::Meaning;
use crate::source::{FrontMatter, Matter, Sources, World};
use crate::vocabulary::{SourcePath, VersionId};

/// The working texts that say the same as the newest version in their language, and that version.
pub type Held = BTreeMap<SourcePath, VersionId>;

/// Compares every working text with the newest version of it that a record holds.
#[must_use]
pub fn held(archive: &Archive, sources: &Sources, config: &Config, world: &dyn World) -> Held {
    let meaning = Meaning::new(config, world, sources);
    let compare = |source: &crate::source::Source| {
        let timeline = archive.timelines.get(&source.document)?;
        let (version, frozen) = timeline.newest_text(&source.locale)?;
        let working = world.text(&source.path).ok()?;
        let is_same = match &frozen.place {
            Place::Record(path, sha256) => {
                let now =
                    freeze(&working, &source.path, &source.locale, config, &config.variables, Unknown::Kept).ok()?;
                digest(now.as_bytes()) == *sha256 || {
                    let options = super::freeze::options(config, &source.path, &source.locale);
                    words(&world.text(path).ok()?, &options).says_the_same(&words(&now, &options))
                }
            }
            Place::Revision { text, settings } => {
                let then = world.revision(text).ok()?;
                let settings = settings.as_ref().and_then(|id| world.revision(id).ok());
                let now = settings.as_ref().and_then(|_| world.text(&Config::settings_path()).ok());
                let old = Text { bytes: &then, settings: settings.as_deref() };
                let new = Text { bytes: working.as_bytes(), settings: now.as_deref().map(str::as_bytes) };
                meaning.compare(&source.path, old, new) != Change::Text
            }
            Place::Working => true,
        };
        is_same.then(|| (source.path.clone(), version.id))
    };
    sources.texts.par_iter().filter_map(compare).collect()
}

/// What a frozen text says.
fn words(text: &str, options: &Options<'_>) -> Reading {
    let matter = Matter::find(text);
    let title = FrontMatter::shown(text, &matter).title;
    let prose = parse(text, matter.body, options).0;
    Reading::words_of(&prose, title.as_deref(), Outline::leads(&prose, title.is_some()))
}
