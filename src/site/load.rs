//! From files to documents.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Currency, Dates, Document, Side, Translation, currency};
use crate::archive::{self, Frozen, Material, Place};
use crate::config::{Config, variables};
use crate::diagnostic::Diagnostic;
use crate::markdown::{Options, Outline, Prose, line, parse};
use crate::source::{FrontMatter, Matter, TextError, World};
use crate::vocabulary::{Day, DocumentId, Instant, Locale, SourcePath};

/// Reads a text and parses it.
///
/// # Errors
/// Why the file gives no text.
pub(super) fn read_text(
    config: &Config,
    world: &dyn World,
    path: &SourcePath,
    locale: &Locale,
) -> Result<(Arc<str>, Matter, Prose, Vec<Diagnostic>), TextError> {
    let file = world.text(path)?;
    let matter = Matter::find(&file);
    let (prose, findings) = parse(&file, matter.body, &options(config, path, locale));
    Ok((file, matter, prose, findings))
}

pub(super) fn options<'a>(config: &'a Config, path: &'a SourcePath, locale: &'a Locale) -> Options<'a> {
    Options { path, locale, variables: &config.variables, placeholders: &config.placeholders, html: config.html }
}

/// Gives every heading its id: the originals first, then the translations, which follow them.
pub(super) fn number(document: &mut Document, source: &Locale) {
    let original = document.translations.get(source).map(|text| (Arc::clone(&text.outline), text.outline.ids(None).0));
    for text in document.translations.values_mut() {
        let followed = original.as_ref().filter(|_| text.locale != *source);
        (text.ids, text.anchors) = text.outline.ids(followed.map(|(outline, ids)| (&**outline, ids.as_slice())));
    }
}

/// Says of every translation whether it has caught up with the original.
pub(super) fn compare(
    document: &mut Document,
    source: &Locale,
    originals: &BTreeMap<SourcePath, Vec<Material>>,
    today: Day,
    sink: &mut Vec<Diagnostic>,
) {
    let Some(original) = document.translations.get(source) else { return };
    let material = originals.get(&original.source).map(Vec::as_slice).unwrap_or_default();
    let original = side(original);
    for (_, text) in document.translations.iter_mut().filter(|(locale, _)| *locale != source) {
        let own = side(text);
        let compared = currency::Compared {
            original: &original,
            text: &own,
            translates: text.translates.as_deref(),
            timeline: &document.timeline,
            source,
            material,
            today,
        };
        text.currency = compared.currency().unwrap_or_else(|| {
            sink.extend(text.translates.as_deref().map(|name| currency::unknown(&text.path, name)));
            currency::Compared { translates: None, ..compared }.currency().unwrap_or(Currency::Unknown)
        });
    }
}

pub(super) fn side(text: &Translation) -> Side {
    let known = || text.dates.updated.known().map(|(_, revision)| Instant(revision.seconds));
    let instant = text.recorded.map_or_else(known, |recorded| recorded.instant);
    Side { updated: text.updated(), instant, version: text.version, is_recorded: text.recorded.is_some() }
}

/// Which values the variables of a frozen text have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    /// Those of then.
    Then,
    /// Those of today; of then only what has none today.
    Now,
}

/// Reads the text of a version and parses it, as it was meant when it was frozen.
///
/// # Errors
/// Why there is no such text any more.
pub(super) fn frozen(
    config: &Config,
    world: &dyn World,
    document: &DocumentId,
    locale: &Locale,
    frozen: &Frozen,
    values: Values,
) -> Result<Translation, TextError> {
    let file = frozen_text(world, frozen)?;
    let settings = match &frozen.place {
        Place::Revision { settings: Some(id), .. } => Some(world.revision(id)?),
        _ => None,
    };
    let then = settings.map(|text| variables(&Config::settings_path(), &String::from_utf8_lossy(&text)));
    let then = then.map(|then| match values {
        Values::Then => then.or(&config.variables),
        Values::Now => config.variables.clone().or(&then),
    });
    let path = match &frozen.place {
        Place::Record(path, _) => path,
        Place::Revision { .. } | Place::Working => &frozen.source,
    };
    let options = match &frozen.place {
        Place::Record(..) => archive::options(config, path, locale),
        Place::Revision { .. } | Place::Working => {
            Options { variables: then.as_ref().unwrap_or(&config.variables), ..options(config, path, locale) }
        }
    };
    let matter = Matter::find(&file);
    let (prose, _) = parse(&file, matter.body, &options);
    let front = FrontMatter::read(path, &file, &matter).0;
    let resolved = |words: Option<String>| words.map(|words| line(&words, &file, &options).0);
    let (title, description) = (resolved(front.title), resolved(front.description));
    let outline = Outline::of(&prose, title.is_some());
    let heading = outline.title().map(str::to_owned);
    Ok(Translation {
        locale: locale.clone(),
        path: path.clone(),
        source: frozen.source.clone(),
        frozen: Some(frozen.clone()),
        files: BTreeMap::new(),
        version: None,
        recorded: None,
        title: title.or(heading).unwrap_or_else(|| document.spoken()),
        description,
        effective: front.effective,
        published: front.published,
        translates: front.translates,
        currency: Currency::Original,
        dates: Dates::none(),
        prose: Some(Arc::new(prose)),
        outline: Arc::new(outline),
        ids: Vec::new(),
        anchors: crate::markdown::Anchors::default(),
    })
}

/// The Markdown of a version.
///
/// # Errors
/// Why there is no such text any more.
pub(super) fn frozen_text(world: &dyn World, frozen: &Frozen) -> Result<Arc<str>, TextError> {
    match &frozen.place {
        Place::Record(path, _) => world.passing(path),
        Place::Working => world.text(&frozen.source),
        Place::Revision { text, .. } => {
            String::from_utf8(world.revision(text)?).map(Arc::from).map_err(|error| TextError::of_bytes(&error))
        }
    }
}
