//! What git knows of each file: the last revision that touched it, and the last one that changed
//! what a reader sees.
//!
//! 1. [`read`] opens the repository (or several, where a site has submodules) and walks it once
//!    for all files, exactly as `git log -1 -- PATH` does: that is `touched`.
//! 2. From there each file is followed back, through renames, as long as a [`Reader`] says that
//!    the text stayed the same, or the commit is marked as editorial: that is `updated`. Texts are
//!    read only as far back as needed.
//! 3. [`revisions`] lists every revision, as `git log -- PATH` or `git log --follow` does; [`texts`]
//!    says what each made of the file.
//!
//! Where git gives no answer that can be trusted there is none: a date is never guessed.

mod cases;
mod chain;
mod commits;
mod findings;
mod follow;
mod git;
mod ignored;
mod lists;
mod memory;
mod paths;
mod rename;
mod tree;
mod walk;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

pub use findings::unknown;
pub use git::{Blobs, Committed, Memo, committed, folders, mark, read, revisions, texts, work};
pub use lists::Which;

use crate::diagnostic::Diagnostic;
use crate::vocabulary::{Day, SourcePath};

/// A commit that changed a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The whole id, in hexadecimal digits.
    pub commit: String,
    /// By the [`Clock`] of the settings, in seconds since 1970-01-01T00:00:00Z.
    pub seconds: i64,
    /// The first line of its message.
    pub subject: String,
}

impl Revision {
    /// The first eight digits of the id.
    #[must_use]
    pub fn short(&self) -> &str {
        short(&self.commit)
    }
}

fn short(commit: &str) -> &str {
    commit.get(..8).unwrap_or(commit)
}

/// What a revision made of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldText {
    /// The revision.
    pub revision: Revision,
    /// The id of the text; nothing where the revision removed the file.
    pub text: Option<String>,
    /// The id of the settings file of that time.
    pub settings: Option<String>,
    /// Whether its author, or a list of commits, says that it changed nothing that matters.
    pub is_editorial: bool,
    /// The day that its message names as `Policy-Effective`.
    pub effective: Option<Day>,
}

/// Which of the two dates of a commit is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// When it entered this history.
    #[default]
    Committer,
    /// When it was written.
    Author,
}

/// Why a file has no date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The site lies in no git repository.
    NoRepository,
    /// The repository has no commit yet.
    NoCommits,
    /// The file is not in the last commit.
    NotCommitted {
        /// Whether it is ready to be committed.
        staged: bool,
    },
    /// The file is in the last commit under a name that differs in upper and lower case.
    OtherName(String),
    /// The answer lies beyond the place where a shallow clone was cut off: that commit.
    Boundary(String),
    /// An old text is needed that this partial clone lacks.
    NoText {
        /// The commit that has the text.
        commit: String,
        /// Why it could not be fetched.
        reason: String,
    },
    /// The repository lacks a tree.
    MissingTree(String),
    /// The site lies in a repository without a work tree.
    NoWorkTree,
    /// The repository keeps its branches in a form that cannot be read.
    Reftable,
    /// The commit has no date that can be read.
    NoDate(String),
    /// Something else about the repository; the reason.
    Unreadable(String),
}

/// A revision, or why there is none.
pub type Stamp = Result<Revision, Why>;

/// What a revision changed for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Nothing that can be seen: wrapping, marks of lists, a move of the file.
    Nothing,
    /// Only the days that the text is said to apply from, or to have been published on.
    Days,
    /// How the text looks, not what it says.
    Formatting,
    /// What the text says or where it leads.
    Text,
}

/// A text as it stood in a commit.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The bytes of the file.
    pub bytes: &'a [u8],
    /// The settings file of that time, for files whose text depends on it.
    pub settings: Option<&'a [u8]>,
}

/// Knows what texts mean. History itself does not.
pub trait Reader: Sync {
    /// What changed for a reader from one text to another.
    fn compare(&self, file: &SourcePath, old: Text<'_>, new: Text<'_>) -> Change;

    /// Whether the text depends on the settings file, because it holds variables.
    fn uses_settings(&self, text: &[u8]) -> bool {
        let _ = text;
        false
    }

    /// The paths that the file had before, where its author says so; nothing else is then followed.
    fn formerly(&self, file: &SourcePath) -> Option<Vec<SourcePath>> {
        let _ = file;
        None
    }

    /// Whether the text itself says from which day it applies.
    fn states_effective(&self, file: &SourcePath) -> bool {
        let _ = file;
        false
    }

    /// Why a revision that is marked as editorial looks like more than that.
    fn doubt(&self, file: &SourcePath, old: Text<'_>, new: Text<'_>) -> Option<String> {
        let _ = (file, old, new);
        None
    }

    /// Says in some way on what all these answers depend beside the texts: answers are remembered
    /// as long as it stays the same. Where nothing is said nothing is remembered.
    fn fingerprint(&self) -> Option<String> {
        None
    }
}

/// How histories are to be read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The lists of commits to pass over: paths and texts.
    pub ignored: Vec<(SourcePath, Arc<str>)>,
    /// Which date of a commit counts.
    pub clock: Clock,
    /// The settings file, on which texts with variables depend.
    pub settings: Option<SourcePath>,
    /// Whether the revisions of each file are to be counted.
    pub count: bool,
    /// For what purpose lists of revisions are asked for, where they are to be remembered.
    pub remember: Option<&'static str>,
    /// The variable `GIT_DIR` of the environment: it is not obeyed, but said.
    pub git_dir: Option<std::path::PathBuf>,
}

/// A later revision that the date of a text passes over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// The revision.
    pub revision: Revision,
    /// Why it does not count.
    pub why: Pass,
}

/// Why a revision does not move the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    /// It changed nothing that can be seen.
    Nothing,
    /// It changed only stated days, which are no part of the text.
    Days,
    /// It changed formatting only.
    Formatting,
    /// Its message says `Policy-Change: editorial`.
    Trailer,
    /// A list of commits names it.
    Listed,
}

impl Pass {
    /// Of a revision that did not change the text.
    fn of(change: Change) -> Self {
        match change {
            Change::Nothing => Self::Nothing,
            Change::Days => Self::Days,
            Change::Formatting | Change::Text => Self::Formatting,
        }
    }
}

/// Something about a revision that people should know.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Remark {
    /// A value of `Policy-Change` that has no meaning.
    Change(Revision, String),
    /// A value of `Policy-Effective` that is no day.
    Effective(Revision, String),
    /// None of the former names that its author says is known where it was created.
    Formerly(Revision, Vec<String>),
    /// It is marked as editorial, but changed more than that: what.
    Doubt(Revision, Pass, String),
}

/// Whether the text on disk is the committed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Work {
    /// It is.
    #[default]
    Committed,
    /// It has changes that are not committed.
    Modified,
    /// It has changes that are staged but not committed.
    Staged,
    /// Variables that it holds have values that are not committed.
    Variables,
}

/// What git knows of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The last revision.
    pub touched: Stamp,
    /// The last revision that changed the text.
    pub updated: Stamp,
    /// The revisions since then, newest first.
    pub passed: Vec<Passed>,
    /// The day that the newest of these revisions names as `Policy-Effective`.
    pub effective: Option<Day>,
    /// Where the commit is dated before one that it follows: the date of that one, in seconds.
    pub follows: Option<i64>,
    /// The state of the file on disk.
    pub work: Work,
    /// How many revisions the file has, by `git log -- PATH`, if that was asked and can be told.
    pub revisions: Option<usize>,
    /// What is to be said about its revisions.
    remarks: Vec<Remark>,
}

impl Record {
    fn unknown(why: &Why) -> Self {
        Self {
            touched: Err(why.clone()),
            updated: Err(why.clone()),
            passed: Vec::new(),
            effective: None,
            follows: None,
            work: Work::Committed,
            revisions: None,
            remarks: Vec::new(),
        }
    }
}

/// What git knows of the files that were asked for.
#[derive(Debug, Clone, Default)]
pub struct History {
    records: BTreeMap<SourcePath, Record>,
    /// What was found about the repository and its commits.
    pub findings: Vec<Diagnostic>,
}

impl History {
    /// What git knows of a file.
    #[must_use]
    pub fn of(&self, path: &SourcePath) -> Record {
        let unknown = || Record::unknown(&Why::NotCommitted { staged: false });
        self.records.get(path).cloned().unwrap_or_else(unknown)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRepository => f.write_str("the site is not inside a git repository"),
            Self::NoCommits => f.write_str("the repository has no commit yet"),
            Self::NotCommitted { staged: false } => f.write_str("the file is not committed yet"),
            Self::NotCommitted { staged: true } => f.write_str("the file is staged but not committed yet"),
            Self::OtherName(name) => write!(f, "in git the file is called `{name}`"),
            Self::Boundary(commit) => {
                let commit = short(commit);
                write!(f, "history is shallow (cut off at {commit}): the last change may be older than this clone")
            }
            Self::NoText { commit, reason } => {
                let commit = short(commit);
                write!(f, "this clone lacks the text of commit {commit}, and it could not be fetched: {reason}")
            }
            Self::MissingTree(id) => {
                let id = short(id);
                write!(f, "tree {id} is missing: this is a clone without trees (--filter=tree:0), or a damaged one")
            }
            Self::NoWorkTree => f.write_str("the repository here is bare: it has no work tree"),
            Self::Reftable => f.write_str("the repository stores its branches as reftable, which is not supported yet"),
            Self::NoDate(commit) => write!(f, "commit {} has no date that can be read", short(commit)),
            Self::Unreadable(reason) => write!(f, "the repository cannot be read: {reason}"),
        }
    }
}

impl Why {
    /// How to get a date.
    #[must_use]
    pub fn cure(&self) -> &'static str {
        match self {
            Self::NoRepository => "run `git init` and commit the texts: the date comes from the commit",
            Self::NoCommits | Self::NotCommitted { .. } => "commit the file: the date comes from the commit",
            Self::OtherName(_) => {
                "rename one of them (`git mv` in two steps), so that the page has one address everywhere"
            }
            Self::Boundary(_) => {
                "fetch all history: `git fetch --unshallow` (GitHub Actions: actions/checkout with `fetch-depth: 0`)"
            }
            Self::NoText { .. } => {
                "fetch the texts: `git fetch --refetch --no-filter`; if the clone was made whole, run `git fsck` or clone again"
            }
            Self::NoWorkTree => "build the site in a checkout: `git clone` or `git worktree add`",
            Self::MissingTree(_) => "clone again, with --filter=blob:none or without a filter",
            Self::Reftable => {
                "clone again with `git clone --ref-format=files`, or run `git refs migrate --ref-format=files`"
            }
            Self::NoDate(_) => "commit the text again, or have the history repaired",
            Self::Unreadable(_) => "run `git fsck`, or clone again with the whole history",
        }
    }

    /// Whether a commit is all that lacks.
    #[must_use]
    pub fn is_uncommitted(&self) -> bool {
        matches!(self, Self::NoCommits | Self::NotCommitted { .. })
    }

    /// Whether no site should be built before this is mended.
    #[must_use]
    pub fn is_error(&self) -> bool {
        matches!(self, Self::MissingTree(_) | Self::OtherName(_) | Self::Reftable)
    }
}
