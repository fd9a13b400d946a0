//! Why nothing is archived.

use crate::archive;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::history::Why;
use crate::site::Behind;
use crate::vocabulary::{Day, DocumentId, SourcePath, VersionId};

pub(super) fn from_git() -> Diagnostic {
    Diagnostic::error(Code::SETTING_VALUE, "`versions.from` is \"git\": every revision is a version already")
        .in_file(&Config::settings_path())
        .cure("to keep versions as files write from = \"folder\", run `engross import` once, and archive from then on")
}

pub(super) fn no_document<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    let found = Diagnostic::error(Code::NO_DOCUMENTS, format!("there is no document \"{name}\""));
    match nearest(name, known) {
        Some(meant) => found.cure(format!("did you mean \"{meant}\"?")),
        None => found.cure("`engross status` lists every document by its name"),
    }
}

pub(super) fn no_text(document: &DocumentId) -> Diagnostic {
    let message = format!("\"{document}\" has versions, but no text in the content folder any more");
    Diagnostic::error(Code::NO_DOCUMENTS, message)
        .cure("to withdraw it say --withdraw --effective and the first day on which it does not apply")
}

pub(super) fn no_day(document: &DocumentId) -> Diagnostic {
    let message = format!("nothing says from which day \"{document}\" applies");
    Diagnostic::error(Code::DATE_UNKNOWN, message)
        .cure("say it: --effective 2026-01-31; or commit the text, or state the day as `effective` in its front matter")
}

pub(super) fn unfrozen(path: &SourcePath, fault: &archive::Unfrozen) -> Diagnostic {
    let (code, message, cure) = if fault.unknown {
        (
            Code::VARIABLE_UNKNOWN,
            format!("the variable `{}` has no value", fault.name),
            "give it one under [variables] in engross.toml: an archived text holds values, not names",
        )
    } else {
        (
            Code::VARIABLE_UNKNOWN,
            format!("the value of the variable `{}` cannot be written here as Markdown", fault.name),
            "write the words themselves in this place",
        )
    };
    Diagnostic::error(code, message).at(path, fault.span.clone(), "not frozen").cure(cure)
}

pub(super) fn not_committed(path: &SourcePath) -> Diagnostic {
    Diagnostic::error(Code::GIT, format!("`{path}` is not committed as it is"))
        .in_file(path)
        .cure("commit it first, so that the version names the commit it was made of; or say --uncommitted")
}

pub(super) fn no_commit(path: &SourcePath, why: &Why) -> Diagnostic {
    Diagnostic::error(Code::GIT, format!("the commit that `{path}` comes from cannot be told: {why}"))
        .in_file(path)
        .cure(format!("{}; or say --uncommitted: then the record names no commit", why.cure()))
}

pub(super) fn behind(path: &SourcePath, original: &SourcePath, behind: &Behind) -> Diagnostic {
    let reflects = behind.reflects.map(|day| format!("; it reflects that of {day}")).unwrap_or_default();
    let message = format!("`{path}` is behind its original, which was changed on {}{reflects}", behind.changed);
    Diagnostic::error(Code::TRANSLATION_BEHIND, message).in_file(path).and(original, "the original").cure(
        "bring the translation up to date; if it is, say `translates` in its front matter; or say --behind to \
         archive it as it is",
    )
}

pub(super) fn before_newest(document: &DocumentId, day: Day, newest: VersionId) -> Diagnostic {
    let message = format!("a version from {day} would apply before {document}@{newest}, which is archived already");
    Diagnostic::error(Code::EFFECTIVE_ORDER, message)
        .cure(format!("give a later day: --effective {}, or any after it", newest.day()))
}

pub(super) fn short_notice(document: &DocumentId, day: Day, published: Day, wanted: i32, first: Day) -> Diagnostic {
    let message = format!(
        "{document} needs {wanted} days of notice (`notice_days`), but from {published} to {day} there are {}",
        day.days_since(published).max(0)
    );
    Diagnostic::error(Code::NOTICE_SHORT, message).cure(format!(
        "the first day possible is --effective {first}; for a correction say --minor; or say --short-notice"
    ))
}
