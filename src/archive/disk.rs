//! Finding and writing records. The only part of this module that touches the disk.
//!
//! A run writes every version into a folder aside, then a journal of the lines that the ledger will
//! get, then moves each folder to its place, then adds the lines, then removes the journal. A run
//! that ends anywhere leaves each version whole or not there at all: as long as the journal lies
//! there, its lines count for those whose folder is there. The next run finishes what was left.
#![expect(clippy::disallowed_methods, reason = "this is where the archive is read and written")]

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::record::NewRecord;
use super::{ATTRIBUTES, Evidence, FOLDER, LEDGER, Ledger, RECORD, digest};
use crate::vocabulary::SourcePath;

/// Where a run writes before anything is in its place.
const STAGE: &str = ".engross-stage";
const JOURNAL: &str = ".engross-journal";
const LOCK: &str = ".engross-lock";

/// The files of the archive.
#[derive(Debug, Clone, Default)]
pub struct Found {
    root: PathBuf,
    /// Every file but the ledger and what engross leaves beside it, sorted; paths from the root of
    /// the site.
    pub files: Vec<SourcePath>,
}

/// The disk refused something.
#[derive(Debug)]
pub struct WriteError {
    /// What was tried.
    pub action: &'static str,
    /// On which file or folder.
    pub path: PathBuf,
    /// The reason.
    pub reason: String,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.action, self.path.display(), self.reason)
    }
}

/// Finds the files of the archive of a site.
///
/// # Errors
/// Where the folder is there but cannot be read.
pub fn find(root: &Path) -> Result<Found, WriteError> {
    let folder = root.join(FOLDER);
    let mut files = Vec::new();
    if folder.symlink_metadata().is_ok() {
        let own = |name: &str| [LEDGER, ATTRIBUTES.0, STAGE, JOURNAL, LOCK].contains(&name);
        let at_top = |entry: &walkdir::DirEntry| entry.depth() == 1;
        let walk = WalkDir::new(&folder).min_depth(1).follow_root_links(false).into_iter();
        for entry in walk.filter_entry(|entry| !(at_top(entry) && entry.file_name().to_str().is_some_and(own))) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&folder).to_path_buf();
                WriteError { action: "read", path, reason: error.to_string() }
            })?;
            if !entry.file_type().is_dir() {
                files.extend(source_path(root, entry.path()));
            }
        }
    }
    files.sort();
    Ok(Found { root: root.to_path_buf(), files })
}

fn source_path(root: &Path, path: &Path) -> Option<SourcePath> {
    let inner = path.strip_prefix(root).ok()?;
    // A name that is not UTF-8 is no name that engross gave: it is shown as well as can be.
    let parts: Vec<_> = inner.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    Some(SourcePath::new(parts.join("/")))
}

impl Found {
    /// What is needed to prove that nothing was changed: every file is read, on all cores.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        let folder = self.root.join(FOLDER);
        let text = |name: &str| fs::read(folder.join(name)).ok().map(|b| String::from_utf8_lossy(&b).into_owned());
        let (ledger, journal) = (text(LEDGER), text(JOURNAL));
        let listed = Ledger::read(&Ledger::path(), ledger.as_deref().unwrap_or_default()).0.entries;
        let read: Vec<(String, Result<String, String>, bool)> = self
            .files
            .par_iter()
            .map(|path| {
                let inner = path.as_str().trim_start_matches(FOLDER).trim_start_matches('/').to_owned();
                let file = inner.split('/').fold(folder.clone(), |folder, part| folder.join(part));
                let is_plain = fs::symlink_metadata(&file).is_ok_and(|meta| meta.is_file());
                let bytes = if is_plain { fs::read(&file) } else { Err(io::Error::other("it is no plain file")) };
                let expected = listed.get(&inner).map(|(digest, _)| digest.as_str());
                let other = bytes.as_ref().is_ok_and(|bytes| is_of_other_line_ends(bytes, expected));
                (inner, bytes.map(|bytes| digest(&bytes)).map_err(|error| error.to_string()), other)
            })
            .collect();
        let other_line_ends = read.iter().filter(|(.., other)| *other).map(|(file, ..)| file.clone()).collect();
        let digests = read.into_iter().map(|(file, digest, _)| (file, digest)).collect();
        Evidence { ledger, journal, attributes: text(ATTRIBUTES.0), digests, other_line_ends }
    }
}

/// Whether bytes would have a digest if their lines ended in another way.
fn is_of_other_line_ends(bytes: &[u8], expected: Option<&str>) -> bool {
    let Some(expected) = expected.filter(|expected| digest(bytes) != **expected) else { return false };
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let unix = text.replace("\r\n", "\n");
    digest(unix.as_bytes()) == expected || digest(unix.replace('\n', "\r\n").as_bytes()) == expected
}

/// Writes versions, after what an interrupted run left was finished. None of them may be there already.
///
/// # Errors
/// [`WriteError`] where the disk refuses, or another run is under way.
pub fn write(root: &Path, records: impl IntoIterator<Item = NewRecord>) -> Result<(), WriteError> {
    Writer { folder: root.join(FOLDER), steps: None }.write(records)
}

/// Does one thing after another. In a test it stops before one of them, as if it had been killed.
struct Writer {
    folder: PathBuf,
    steps: Option<usize>,
}

impl Writer {
    fn write(mut self, records: impl IntoIterator<Item = NewRecord>) -> Result<(), WriteError> {
        let folder = self.folder.clone();
        let mut records = records.into_iter().peekable();
        let is_left = [JOURNAL, STAGE].iter().any(|name| folder.join(name).symlink_metadata().is_ok());
        if records.peek().is_none() && !is_left {
            return Ok(());
        }
        self.step("create", &folder, |path| fs::create_dir_all(path))?;
        let lock = self.lock()?;
        self.finish_former()?;
        let mut lines = String::new();
        let mut moves: Vec<(PathBuf, PathBuf)> = Vec::new();
        for (number, record) in records.enumerate() {
            let stage = folder.join(STAGE).join(number.to_string());
            let target = record.folder().split('/').fold(folder.clone(), |folder, part| folder.join(part));
            if target.symlink_metadata().is_ok() {
                return Err(WriteError {
                    action: "write",
                    path: target,
                    reason: "the version is there already".into(),
                });
            }
            for (name, bytes) in record.contents() {
                lines.push_str(&Ledger::line(&format!("{}/{name}", record.folder()), &digest(&bytes)));
                let file = name.split('/').fold(stage.clone(), |folder, part| folder.join(part));
                let parent = file.parent().unwrap_or(&stage).to_path_buf();
                self.step("create", &parent, |path| fs::create_dir_all(path))?;
                self.step("write", &file, |path| written(path, &bytes))?;
            }
            moves.push((stage, target));
        }
        let attributes = folder.join(ATTRIBUTES.0);
        if attributes.symlink_metadata().is_err() {
            self.step("write", &attributes, |path| fs::write(path, ATTRIBUTES.1))?;
        }
        self.replace(&folder.join(JOURNAL), &lines)?;
        for (stage, target) in &moves {
            let parent = target.parent().unwrap_or(&folder).to_path_buf();
            self.step("create", &parent, |path| fs::create_dir_all(path))?;
            self.step("write", target, |path| fs::rename(stage, path))?;
        }
        self.finish_former()?;
        drop(lock);
        let _ = fs::remove_file(folder.join(LOCK));
        Ok(())
    }

    fn step<T>(
        &mut self,
        action: &'static str,
        path: &Path,
        act: impl FnOnce(&Path) -> io::Result<T>,
    ) -> Result<T, WriteError> {
        let failed = |reason: String| WriteError { action, path: path.to_path_buf(), reason };
        match &mut self.steps {
            Some(0) => return Err(failed("stopped".to_owned())),
            Some(steps) => *steps -= 1,
            None => {}
        }
        act(path).map_err(|error| failed(error.to_string()))
    }

    /// Only one run writes at a time.
    fn lock(&mut self) -> Result<File, WriteError> {
        let path = self.folder.join(LOCK);
        let lock = self.step("create", &path, |path| File::options().create(true).append(true).open(path))?;
        match lock.try_lock() {
            Ok(()) => Ok(lock),
            Err(TryLockError::WouldBlock) => {
                let reason = "another `archive` or `import` is writing right now".to_owned();
                Err(WriteError { action: "write", path: self.folder.clone(), reason })
            }
            Err(TryLockError::Error(error)) => Err(WriteError { action: "lock", path, reason: error.to_string() }),
        }
    }

    /// Adds the journal's lines of the versions that are there to the ledger, and clears up.
    fn finish_former(&mut self) -> Result<(), WriteError> {
        let (folder, ledger, journal) = (self.folder.clone(), self.folder.join(LEDGER), self.folder.join(JOURNAL));
        let there = |path: &Path| path.symlink_metadata().is_ok();
        if there(&journal) {
            let pending = self.step("read", &journal, |path| fs::read_to_string(path))?;
            let mut text = if there(&ledger) {
                self.step("read", &ledger, |path| fs::read_to_string(path))?
            } else {
                String::new()
            };
            let listed = Ledger::read(&Ledger::path(), &text).0.entries;
            // The lines of a version follow that of its record.
            let mut version = ("", false);
            for line in pending.split_inclusive('\n') {
                let file = line.trim_end().split_once("  ").map_or("", |(_, file)| file);
                if let Some(folder_of_version) = file.strip_suffix(RECORD) {
                    let record = file.split('/').fold(folder.clone(), |folder, part| folder.join(part));
                    version = (folder_of_version, there(&record));
                }
                if version.1 && file.starts_with(version.0) && !listed.contains_key(file) {
                    text.push_str(line);
                }
            }
            self.replace(&ledger, &text)?;
            self.step("remove", &journal, |path| fs::remove_file(path))?;
        }
        let stage = folder.join(STAGE);
        if there(&stage) {
            self.step("remove", &stage, |path| fs::remove_dir_all(path))?;
        }
        Ok(())
    }

    /// Writes a whole file in one step.
    fn replace(&mut self, path: &Path, text: &str) -> Result<(), WriteError> {
        let stage = self.folder.join(STAGE);
        self.step("create", &stage, |path| fs::create_dir_all(path))?;
        let aside = stage.join("file");
        self.step("write", &aside, |path| written(path, text.as_bytes()))?;
        self.step("write", path, |path| fs::rename(&aside, path))
    }
}

/// Writes a file down to the disk: what the journal promises must be there.
fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_data()
}

#[cfg(test)]
mod tests;
