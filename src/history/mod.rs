//! What git knows of each file: the last revision that touched it, found for all files in one
//! walk, exactly as `git log -1 -- PATH` finds it.
//!
//! Where git gives no answer that can be trusted there is none: a date is never guessed.

mod git;
mod paths;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use git::read;

use crate::vocabulary::SourcePath;

/// A commit that changed a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The whole id, in hexadecimal digits.
    pub commit: String,
    /// When it entered this history: the committer's date, in seconds since 1970-01-01T00:00:00Z.
    pub seconds: i64,
}

/// Why a file has no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The site lies in no git repository.
    NoRepository,
    /// The repository has no commit yet.
    NoCommits,
    /// The file is not in the last commit.
    NotCommitted,
    /// The answer is where a shallow clone was cut off; the abbreviated commit.
    Boundary(String),
    /// The repository lacks an object or cannot be read; the reason.
    Unreadable(String),
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRepository => f.write_str("the site is not inside a git repository"),
            Self::NoCommits => f.write_str("the repository has no commits yet"),
            Self::NotCommitted => f.write_str("the file is not committed yet"),
            Self::Boundary(commit) => {
                write!(f, "history is shallow (cut off at {commit}): the last change may be older than this clone")
            }
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
            Self::NoCommits | Self::NotCommitted => "commit the file: the date comes from the commit",
            Self::Boundary(_) => {
                "fetch all history: `git fetch --unshallow` (GitHub Actions: actions/checkout with `fetch-depth: 0`)"
            }
            Self::Unreadable(_) => "run `git fsck`, or clone again with the whole history",
        }
    }
}

/// The answer for one file.
pub type Stamp = Result<Revision, Why>;

/// What git knows of the files that were asked for.
#[derive(Debug, Clone, Default)]
pub struct History {
    stamps: BTreeMap<SourcePath, Stamp>,
    /// Files whose text on disk is not the committed one.
    pub modified: BTreeSet<SourcePath>,
}

impl History {
    /// The last revision of a file.
    ///
    /// # Errors
    /// Why there is none.
    pub fn touched(&self, path: &SourcePath) -> Stamp {
        self.stamps.get(path).cloned().unwrap_or(Err(Why::NotCommitted))
    }

    fn unknown(paths: &[SourcePath], why: &Why) -> Self {
        let stamps = paths.iter().map(|path| (path.clone(), Err(why.clone()))).collect();
        Self { stamps, modified: BTreeSet::new() }
    }
}
