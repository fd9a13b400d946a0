//! What is said about repositories and commits: one function per problem.

use std::collections::BTreeMap;

use super::{Pass, Remark, Revision, Why};
use crate::diagnostic::{Code, Diagnostic, Severity, Span};
use crate::vocabulary::SourcePath;

/// The findings about files without a date. What holds for the whole repository is said once, with
/// the files; a finding that is an error stops the build.
#[must_use]
pub fn unknown<'a>(files: impl IntoIterator<Item = (&'a SourcePath, &'a Why)>) -> Vec<Diagnostic> {
    let mut by_reason: BTreeMap<&Why, Vec<&SourcePath>> = BTreeMap::new();
    for (path, why) in files {
        by_reason.entry(why).or_default().push(path);
    }
    by_reason.into_iter().flat_map(|(why, paths)| reasons(why, &paths)).collect()
}

/// So many files are named in one message.
const NAMED: usize = 5;

fn reasons(why: &Why, paths: &[&SourcePath]) -> Vec<Diagnostic> {
    let severity = if why.is_error() { Severity::Error } else { Severity::Warning };
    let finding = |message: String| Diagnostic::new(severity, Code::DATE_UNKNOWN, message).cure(why.cure());
    let own = matches!(why, Why::NotCommitted { .. } | Why::OtherName(_));
    if own || paths.len() == 1 {
        let one = |path: &&SourcePath| finding(format!("`{path}` has no Updated date: {why}")).in_file(path);
        return paths.iter().map(one).collect();
    }
    let mut names = paths.iter().take(NAMED).map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ");
    if paths.len() > NAMED {
        names = format!("{names} and {} more", paths.len() - NAMED);
    }
    vec![finding(format!("{} texts have no Updated date: {why}: {names}", paths.len()))]
}

fn git(message: String) -> Diagnostic {
    Diagnostic::warning(Code::GIT, message)
}

/// `safe.directory` is git's own rule, and gix follows it.
pub(super) fn other_owner(folder: &str) -> Diagnostic {
    git(format!("the repository `{folder}` belongs to another user; its configuration is ignored"))
        .cure("if you trust it: git config --global --add safe.directory <folder>")
}

pub(super) fn replaced() -> Diagnostic {
    git("replacement objects (refs/replace) change history; dates follow them, as in git".to_owned())
        .cure("another clone may not have them: `git replace -l` lists them, `git replace -d` removes one")
}

pub(super) fn grafts() -> Diagnostic {
    git("the file .git/info/grafts is ignored; git itself may show another history".to_owned())
        .cure("turn it into replacement objects: git replace --convert-graft-file")
}

pub(super) fn git_dir_ignored(named: &str, used: Option<&str>) -> Diagnostic {
    let used = used.map(|used| format!("; dates come from `{used}`")).unwrap_or_default();
    git(format!("the variable GIT_DIR names `{named}` and is ignored{used}"))
        .cure("run engross on a checkout of the repository whose dates you want")
}

pub(super) fn in_submodule(folder: &str, files: usize) -> Diagnostic {
    let texts = if files == 1 { "1 text is".to_owned() } else { format!("{files} texts are") };
    Diagnostic::note(Code::GIT, format!("{texts} in the repository `{folder}` inside the site, and dated from there"))
}

pub(super) fn symlink(path: &SourcePath, target: &str) -> Diagnostic {
    git(format!("`{path}` is a symbolic link; it has the dates of its target `{target}`"))
        .in_file(path)
        .cure("where the page is to have dates of its own, copy the file instead of linking it")
}

pub(super) fn ambiguous_name(path: &SourcePath, names: &[String]) -> Diagnostic {
    let names = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ");
    Diagnostic::error(Code::GIT, format!("`{path}` could be {names} in git, which this disk cannot tell apart"))
        .in_file(path)
        .cure("rename one of them in git")
}

pub(super) fn no_whole_id(list: &SourcePath, written: &str, span: Span) -> Diagnostic {
    Diagnostic::warning(Code::IGNORED_REVISION, format!("\"{written}\" is not a whole commit id, and is passed over"))
        .at(list, span, "not a whole id")
        .cure("write all its digits, as `git rev-parse` prints them; an abbreviated id could hide another commit too")
}

pub(super) fn not_of_this_history(list: &SourcePath, id: &str, span: Span) -> Diagnostic {
    Diagnostic::warning(Code::IGNORED_REVISION, format!("{} is not a commit of this history", super::short(id)))
        .at(list, span, "not found")
        .cure("remove the line, or name the commit as it is called here: a squash or rebase gives new ids")
}

/// What was noticed about the revisions of a file.
pub(super) fn remark(path: &SourcePath, remark: &Remark) -> Diagnostic {
    match remark {
        Remark::Change(revision, written) => change_unknown(path, revision, written),
        Remark::Effective(revision, written) => effective_malformed(path, revision, written),
        Remark::Formerly(revision, said) => formerly_unknown(path, revision, said),
        Remark::Doubt(revision, how, doubt) => more_than_editorial(path, revision, *how, doubt),
    }
}

fn formerly_unknown(path: &SourcePath, revision: &Revision, said: &[String]) -> Diagnostic {
    let names = said.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ");
    let message =
        format!("`formerly` names {names}, which was not there when commit {} created `{path}`", revision.short());
    Diagnostic::warning(Code::FORMERLY, message)
        .in_file(path)
        .cure("write the path that the file had before, from the folder of engross.toml; without `formerly` renames are found by themselves")
}

fn change_unknown(path: &SourcePath, revision: &Revision, written: &str) -> Diagnostic {
    let message = format!("commit {} says `Policy-Change: {written}`, which has no meaning", revision.short());
    Diagnostic::warning(Code::POLICY_TRAILER, message)
        .in_file(path)
        .cure("the values are `editorial` and `material`; this commit counts as material")
}

fn effective_malformed(path: &SourcePath, revision: &Revision, written: &str) -> Diagnostic {
    let message = format!("commit {} says `Policy-Effective: {written}`, which is not a day", revision.short());
    Diagnostic::warning(Code::POLICY_TRAILER, message)
        .in_file(path)
        .cure("write the day like 2016-06-01; until then, say it as `effective` in the front matter")
}

fn more_than_editorial(path: &SourcePath, revision: &Revision, how: Pass, doubt: &str) -> Diagnostic {
    let marked = if how == Pass::Listed { "is listed as editorial" } else { "is marked editorial" };
    let message = format!("`{path}`: commit {} {marked} but {doubt}", revision.short());
    Diagnostic::warning(Code::EDITORIAL_DOUBT, message)
        .in_file(path)
        .cure(format!("if that is right, add the line \"{} # reviewed\" to .policy-ignore-revs; if the change matters to readers, take the mark away", revision.commit))
}
