//! Findings about versions.

use super::proposal::{archive_command, newest};
use crate::archive::{Kind, Version};
use crate::config::{Config, Publish, VersionsFrom};
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::site::{Document, PAIRS_AT_MOST, Site, State, Translation};
use crate::vocabulary::{Day, DocumentId, SourcePath};

/// Versions of a document that are announced too late, or of which nothing but versions is left.
pub(super) fn check(site: &Site, document: &Document) -> Vec<Diagnostic> {
    let found = short_notice(site, document).into_iter().chain(withdrawn(document));
    found.chain(too_many_pairs(site, document)).collect()
}

/// Settings of documents that do not exist.
pub(super) fn named(site: &Site) -> Vec<Diagnostic> {
    let named = site.config.versions.named.iter().filter(|(id, _)| !site.documents.contains_key(id));
    named.map(|(id, place)| unknown(site, id, place)).collect()
}

/// Pairs of versions that have no page.
fn too_many_pairs(site: &Site, document: &Document) -> Option<Diagnostic> {
    let rest: usize = site.languages.keys().map(|locale| site.pairs_and_rest(document, locale).1).sum();
    let id = &document.id;
    let message = format!(
        "{rest} pairs of older versions of \"{id}\" are not compared: `versions.compare = \"all\"` ends at {PAIRS_AT_MOST} for each language"
    );
    let finding = Diagnostic::warning(Code::COMPARE_LIMIT, message).in_file(&Config::settings_path());
    (rest > 0).then(|| finding.cure("`engross diff` compares any two; or set `versions.compare = \"adjacent\"`"))
}

/// Settings of a document that does not exist.
fn unknown(site: &Site, id: &DocumentId, place: &Span) -> Diagnostic {
    let known = || site.documents.keys().map(DocumentId::as_str);
    let cure = match nearest(id.as_str(), known()) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None => format!("the documents are {}", known().collect::<Vec<_>>().join(", ")),
    };
    Diagnostic::warning(Code::SETTING_UNKNOWN, format!("`documents.{id}` is for a document that does not exist"))
        .at(&Config::settings_path(), place.clone(), "no such document")
        .cure(cure)
}

/// Working texts that differ from the newest version: before publishing they must be archived.
#[must_use]
pub fn release(site: &Site) -> Vec<Diagnostic> {
    if site.config.versions.from == VersionsFrom::Git {
        return Vec::new();
    }
    site.documents.values().filter_map(|document| unarchived(site, document)).collect()
}

fn unarchived(site: &Site, document: &Document) -> Option<Diagnostic> {
    let id = &document.id;
    let day = match document.state {
        State::Archived | State::Withdrawn => return None,
        State::Upcoming(version) => Some(version.day()),
        State::Current | State::Draft => latest_begin(site, document),
    };
    let day = day.map(|day| format!("--effective {day}")).unwrap_or_default();
    let message = match newest(document) {
        Some(newest) => format!("the text of \"{id}\" differs from its newest version, {}", newest.id),
        None => format!("no version of \"{id}\" is archived"),
    };
    let finding = Diagnostic::error(Code::VERSION_UNARCHIVED, message);
    let options = [day, "--note \"what changed\"".to_owned()];
    let options: Vec<String> = options.into_iter().filter(|option| !option.is_empty()).collect();
    let finding = finding.cure(format!("archive it: {}", archive_command(id, &options)));
    let path = site.original(document).or(document.translations.values().next()).map(|text| &text.source);
    Some(path.map_or(finding.clone(), |path| finding.in_file(path)))
}

/// The first day of the newest version, where the text would else be archived for one before it.
fn latest_begin(site: &Site, document: &Document) -> Option<Day> {
    let newest = newest(document)?.id.day();
    let texts = || document.translations.values();
    let own =
        site.original(document).and_then(|text| text.effective).or_else(|| texts().find_map(|text| text.effective));
    let own = own.or_else(|| texts().filter_map(Translation::updated).max());
    (newest > site.world.today() || document.state == State::Current && own? < newest).then_some(newest)
}

fn short_notice(site: &Site, document: &Document) -> Vec<Diagnostic> {
    let wanted = i32::try_from(site.config.versions.notice_days(&document.id)).unwrap_or(i32::MAX);
    let first = document.timeline.versions().next().map(|version| version.id);
    let today = site.world.today();
    let is_upcoming =
        |version: &&Version| version.id.day() > today && Some(version.id) != first && version.kind == Kind::Major;
    let upcoming = document.timeline.versions().filter(is_upcoming);
    upcoming
        .filter_map(|version| {
            let updated = version.texts.values().filter_map(|text| text.updated).max();
            let published = version.published.or(version.archived).or(updated)?;
            let days = version.id.day().days_since(published);
            let path = version.texts.values().next().map(|text| &text.source)?;
            (days < wanted).then(|| too_short(path, document, version, published, days, wanted))
        })
        .collect()
}

fn too_short(
    path: &SourcePath,
    document: &Document,
    version: &Version,
    published: Day,
    days: i32,
    wanted: i32,
) -> Diagnostic {
    let message = format!(
        "{}@{} applies {} days after it was published ({published}); `notice_days` wants {wanted}",
        document.id,
        version.id,
        days.max(0)
    );
    // What is archived was decided; the working text can still be given a later day.
    let finding = match version.record {
        Some(_) => Diagnostic::note(Code::NOTICE_SHORT, message),
        None => Diagnostic::warning(Code::NOTICE_SHORT, message),
    };
    let first = published.after(wanted.unsigned_abs());
    finding.in_file(path).cure(format!("let it apply from {first} or later"))
}

fn withdrawn(document: &Document) -> Option<Diagnostic> {
    let newest = document.timeline.newest()?;
    if document.state != State::Withdrawn || newest.kind == Kind::Withdrawal {
        return None;
    }
    let id = &document.id;
    let message = format!(
        "\"{id}\" has no text in the content folder any more, only versions; its page says that it was withdrawn"
    );
    let record = newest.record.as_ref()?;
    let command = archive_command(id, &["--withdraw --effective 2026-01-31".to_owned()]);
    let finding = Diagnostic::warning(Code::WITHDRAWN, message).in_file(record);
    Some(finding.cure(format!("say from which day on it does not apply: {command}")))
}

/// Sites that publish nothing because nothing is archived.
pub(super) fn unpublished(site: &Site) -> Option<Diagnostic> {
    let hidden: Vec<&str> = site
        .documents
        .values()
        .filter(|document| document.state == State::Draft && document.timeline.newest().is_none())
        .map(|document| document.id.as_str())
        .collect();
    if site.config.versions.publish != Publish::Archived || hidden.is_empty() {
        return None;
    }
    let message = format!("with `versions.publish = \"archived\"` nothing is published of {}", hidden.join(", "));
    Some(
        Diagnostic::warning(Code::VERSION_UNARCHIVED, message)
            .cure("archive what shall be published: engross archive NAME"),
    )
}
