//! What can be wrong with the archive.

use super::{FOLDER, LEDGER};
use crate::data::Fault;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::vocabulary::{Day, SourcePath};

const RESTORE: &str = "nothing in versions/ is ever changed; bring it back from git: `git checkout HEAD -- versions`, \
     or from an older commit if the damage was committed";

fn place(file: &str) -> SourcePath {
    SourcePath::new(format!("{FOLDER}/{file}"))
}

pub(super) fn ledger_missing(ledger: &SourcePath, files: usize) -> Diagnostic {
    let message = format!("`{ledger}` is missing: nothing says what the {files} files of the archive should be");
    Diagnostic::error(Code::ARCHIVE_LEDGER, message).in_file(ledger).cure(RESTORE)
}

pub(super) fn ledger_line(ledger: &SourcePath, span: Span) -> Diagnostic {
    let message = format!("a line of `{ledger}` is no digest and path, as engross writes them");
    Diagnostic::error(Code::ARCHIVE_LEDGER, message).at(ledger, span, "cannot be read").cure(RESTORE)
}

pub(super) fn ledger_twice(ledger: &SourcePath, span: Span, file: &str) -> Diagnostic {
    Diagnostic::error(Code::ARCHIVE_LEDGER, format!("`{ledger}` has two digests of `{file}`"))
        .at(ledger, span, "another digest stands further up")
        .cure("two branches may have archived the same version: keep the line that fits the file in git")
}

pub(super) fn unfinished(ledger: &SourcePath) -> Diagnostic {
    Diagnostic::warning(Code::ARCHIVE_UNFINISHED, "an `archive` or `import` was interrupted")
        .in_file(ledger)
        .cure("every version is there as a whole or not at all; run the command again, and it is finished")
}

pub(super) fn missing(file: &str, expected: &str, ledger: &SourcePath, span: Span) -> Diagnostic {
    let message = format!("the archived file `{FOLDER}/{file}` is missing; its digest was {expected}");
    Diagnostic::error(Code::ARCHIVE_MISSING, message).at(ledger, span, "listed here").cure(RESTORE)
}

pub(super) fn unreadable(file: &str, reason: &str) -> Diagnostic {
    Diagnostic::error(Code::ARCHIVE_MISSING, format!("the archived file `{FOLDER}/{file}` cannot be read: {reason}"))
        .in_file(&place(file))
        .cure(RESTORE)
}

pub(super) fn changed(file: &str, expected: &str, found: &str, other: Option<&str>, line_ends: bool) -> Diagnostic {
    let message = match other {
        Some(other) => format!("the archived file `{FOLDER}/{file}` has been changed: it now holds `{FOLDER}/{other}`"),
        None => format!("the archived file `{FOLDER}/{file}` has been changed"),
    };
    let diagnostic = Diagnostic::error(Code::ARCHIVE_CHANGED, format!("{message}; expected {expected}, found {found}"));
    diagnostic.in_file(&place(file)).cure(if line_ends {
        "only its line ends differ: git or an editor converted them; keep versions/.gitattributes, and check the \
         folder out again: `git checkout HEAD -- versions`"
    } else {
        RESTORE
    })
}

pub(super) fn added(file: &str, was: Option<&str>) -> Diagnostic {
    let (message, cure) = match was {
        Some(was) => (
            format!("the archived file `{FOLDER}/{was}` has been renamed to `{FOLDER}/{file}`"),
            "give it its name back: the name of a version never changes",
        ),
        None => (
            format!("`{FOLDER}/{file}` is not part of the archive: `{LEDGER}` does not list it"),
            "remove it; versions are made by `engross archive` and `engross import` alone",
        ),
    };
    Diagnostic::error(Code::ARCHIVE_ADDED, message).in_file(&place(file)).cure(cure)
}

pub(super) fn attributes(name: &str, text: &str) -> Diagnostic {
    let path = place(name);
    Diagnostic::error(Code::ARCHIVE_CHANGED, format!("`{path}` does not say what engross wrote"))
        .in_file(&path)
        .cure(format!("its one line is `{}`: it keeps git from changing line ends of archived texts", text.trim()))
}

pub(super) fn record_syntax(path: &SourcePath, fault: Fault) -> Diagnostic {
    Diagnostic::error(Code::ARCHIVE_RECORD, format!("the record `{path}` is not valid TOML"))
        .at(path, fault.span, fault.message)
        .cure(RESTORE)
}

pub(super) fn record_incomplete(path: &SourcePath) -> Diagnostic {
    let message = format!("the record `{path}` does not say which version it is, or lies in the folder of another one");
    Diagnostic::error(Code::ARCHIVE_RECORD, message).in_file(path).cure(RESTORE)
}

pub(super) fn record_form(form: &str) -> Diagnostic {
    Diagnostic::error(
        Code::ARCHIVE_RECORD,
        format!("the record has the form \"{form}\", which this engross cannot read"),
    )
    .cure("use the engross that wrote it, or a newer one")
}

pub(super) fn record_differs(record: &SourcePath, file: &SourcePath) -> Diagnostic {
    Diagnostic::error(Code::ARCHIVE_RECORD, format!("`{record}` and `{LEDGER}` name different digests of `{file}`"))
        .in_file(record)
        .cure(RESTORE)
}

pub(super) fn not_listed(record: &SourcePath, file: &SourcePath) -> Diagnostic {
    Diagnostic::error(Code::ARCHIVE_MISSING, format!("`{LEDGER}` does not list `{file}`, which belongs to `{record}`"))
        .in_file(record)
        .cure(RESTORE)
}

pub(super) fn record_missing(record: &str) -> Diagnostic {
    let path = place(record);
    let message =
        format!("the record `{path}` is missing, with its line in `{LEDGER}`; files of its version are there");
    Diagnostic::error(Code::ARCHIVE_MISSING, message).in_file(&place(LEDGER)).cure(RESTORE)
}

pub(super) fn changed_in_history(path: &SourcePath, commit: &str) -> Diagnostic {
    let commit = commit.get(..8).unwrap_or(commit);
    let message = format!("`{path}` is not as it was when it was first committed, in {commit}");
    Diagnostic::error(Code::ARCHIVE_HISTORY, message)
        .in_file(path)
        .cure(format!("bring it back: `git checkout {commit} -- {path}`, and the lines of {LEDGER} that belong to it"))
}

pub(super) fn gone_from_history(path: &SourcePath, commit: &str) -> Diagnostic {
    let commit = commit.get(..8).unwrap_or(commit);
    let message = format!("`{path}` was archived in {commit}, and is not in the archive any more");
    Diagnostic::error(Code::ARCHIVE_HISTORY, message).in_file(&SourcePath::new(format!("{FOLDER}/{LEDGER}"))).cure(
        format!(
            "bring back the file, `git checkout {commit} -- {path}`, and its line in {LEDGER}; a published version is \
             never taken away"
        ),
    )
}

pub(super) fn versions_unknown(path: &SourcePath, why: &crate::history::Why) -> Diagnostic {
    Diagnostic::error(Code::VERSIONS_UNKNOWN, format!("the versions of `{path}` cannot be told: {why}"))
        .in_file(path)
        .cure(why.cure())
}

pub(super) fn stated_backwards(path: &SourcePath, commit: &str, stated: Day, counted: Day) -> Diagnostic {
    let commit = commit.get(..8).unwrap_or(commit);
    let message = format!(
        "the revision {commit} of `{path}` states {stated}, which lies before the version that it follows; it counts from {counted}"
    );
    Diagnostic::note(Code::VERSIONS_UNKNOWN, message).in_file(path)
}

pub(super) fn unresolved(path: &SourcePath, commit: &str, names: &[String]) -> Diagnostic {
    let commit = commit.get(..8).unwrap_or(commit);
    let names = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    Diagnostic::warning(
        Code::VARIABLE_UNKNOWN,
        format!("`{path}` as of {commit} uses {names}, which has no value: its page shows that as it was typed"),
    )
    .in_file(path)
    .cure("give it its value of that time under [variables]")
}
