//! A file on its way back through history.

use gix::ObjectId;
use gix::hashtable::HashMap;

use super::memory::Remembered;
use super::{Reader, Record, Why};
use crate::vocabulary::SourcePath;

/// What all files of a repository share.
pub(super) struct Around<'a> {
    pub head: ObjectId,
    /// Before the path of a file of the site comes this, in the repository.
    pub prefix: &'a str,
    /// The settings file, if the last commit has it.
    pub settings: Option<Vec<u8>>,
    /// The commits that lists name, and whether somebody looked at what they changed.
    pub ignored: &'a HashMap<ObjectId, bool>,
    pub reader: &'a dyn Reader,
}

/// A file on its way back.
pub(super) struct Chain<'a> {
    pub file: &'a SourcePath,
    pub record: Record,
    /// Its path in the last commit.
    pub path: Vec<u8>,
    /// Whether its text depends on the settings; unknown before it was read.
    pub settings: Option<bool>,
    /// The names that its author says it had, if that was asked.
    pub formerly: Option<Formerly>,
    pub is_touched: bool,
    pub is_done: bool,
    /// The commit that created it, where that one is marked as editorial.
    pub created: Option<ObjectId>,
    /// Whether it went on to several parents, so that its next revision is the newest of several.
    pub is_forked: bool,
}

/// What the author of a file says of its former names, if anything.
pub(super) type Formerly = Option<Vec<SourcePath>>;

impl<'a> Chain<'a> {
    /// A file whose text stands at a path of the last commit.
    pub(super) fn new(file: &'a SourcePath, path: Vec<u8>) -> Self {
        let record = Record::unknown(&Why::NotCommitted { staged: false });
        let (settings, formerly, created) = (None, None, None);
        Self { file, record, path, settings, formerly, created, is_touched: false, is_done: false, is_forked: false }
    }

    /// Whether its text depends on the settings.
    pub(super) fn uses_settings(&self) -> bool {
        self.settings == Some(true)
    }

    /// Forgets all but the last revision of the file, and takes note that its text depends on the
    /// settings.
    pub(super) fn begin_again(&mut self) {
        self.record.passed.clear();
        self.record.remarks.clear();
        self.record.effective = None;
        (self.settings, self.formerly, self.created) = (Some(true), None, None);
        self.is_forked = false;
    }

    /// The file is as it was where its history is known already.
    pub(super) fn recall(&mut self, known: &Remembered) {
        if !self.is_touched {
            self.record.touched.clone_from(&known.record.touched);
        }
        self.record.updated.clone_from(&known.record.updated);
        self.record.passed.extend(known.record.passed.iter().cloned());
        self.record.remarks.extend(known.record.remarks.iter().cloned());
        self.record.effective = self.record.effective.or(known.record.effective);
        self.record.follows = known.record.follows;
        // With variables anywhere in its texts it depends on the settings as a whole.
        self.settings = self.settings.max(known.settings);
        self.formerly.clone_from(&known.formerly);
    }

    pub(super) fn end(&mut self, why: &Why) {
        if !self.is_touched {
            self.record.touched = Err(why.clone());
        }
        self.record.updated = Err(why.clone());
        self.is_done = true;
    }
}
