//! The staged folder. The only part of this module that touches the disk.
#![expect(clippy::disallowed_methods, reason = "this is where the site is written")]

use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::vocabulary::SitePath;

/// The file by which an output folder is known as one: only such a folder is ever replaced.
pub const MARKER: &str = ".engross";

const MARKER_TEXT: &str = "This folder is written by engross and replaced as a whole at every build.\n";

/// The disk refused something.
#[derive(Debug)]
pub struct OutputError {
    /// What was tried.
    pub action: &'static str,
    /// On which file or folder.
    pub path: PathBuf,
    /// The reason.
    pub reason: String,
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.action, self.path.display(), self.reason)
    }
}

impl OutputError {
    fn new(action: &'static str, path: &Path, reason: impl fmt::Display) -> Self {
        Self { action, path: path.into(), reason: reason.to_string() }
    }
}

/// A site that is being written. Until [`Stage::publish`] the old one is whole; if the stage is
/// dropped before, nothing of it stays.
#[derive(Debug)]
pub struct Stage {
    folder: PathBuf,
    target: PathBuf,
    /// Held while the stage exists, so that two builds never mix.
    _lock: File,
    published: bool,
}

impl Stage {
    /// Begins to write what shall replace `target`.
    ///
    /// # Errors
    /// Where `target` is a folder that engross did not write, another build is under way, or
    /// the disk refuses.
    pub fn begin(target: &Path) -> Result<Self, OutputError> {
        let target = std::path::absolute(target).map_err(|e| OutputError::new("find", target, e))?;
        // Where the folder is a link, what it leads to is replaced and not the link.
        let target = if target.is_symlink() { target.canonicalize().unwrap_or(target) } else { target };
        let (Some(parent), Some(name)) = (target.parent(), target.file_name().and_then(|name| name.to_str())) else {
            return Err(OutputError::new("write to", &target, "it is no folder that can be replaced"));
        };
        let folder = parent.join(format!(".{name}.engross-stage"));
        fs::create_dir_all(parent).map_err(|e| OutputError::new("create", parent, e))?;
        fs::create_dir_all(&folder).map_err(|e| OutputError::new("create", &folder, e))?;
        let marker = folder.join(MARKER);
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&marker)
            .map_err(|e| OutputError::new("create", &marker, e))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(OutputError::new("write to", &target, "another build is writing it right now"));
            }
            Err(TryLockError::Error(e)) => return Err(OutputError::new("lock", &marker, e)),
        }
        restore(&folder, &target).map_err(|e| OutputError::new("restore", &target, e))?;
        let stage = Self { folder, target, _lock: lock, published: false };
        refuse_foreign(&stage.target)?;
        stage.clear().map_err(|e| OutputError::new("clear", &stage.folder, e))?;
        fs::write(&marker, MARKER_TEXT).map_err(|e| OutputError::new("write", &marker, e))?;
        Ok(stage)
    }

    /// Removes what a killed build left.
    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else if entry.file_name() != MARKER {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// Makes the folders of these files, on all cores.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn prepare<'p>(&self, paths: impl Iterator<Item = &'p SitePath>) -> Result<(), OutputError> {
        let folders: BTreeSet<&str> = paths.filter_map(|path| Some(path.as_str().rsplit_once('/')?.0)).collect();
        folders.into_par_iter().try_for_each(|folder| {
            let folder = folder.split('/').fold(self.folder.clone(), |above, part| above.join(part));
            fs::create_dir_all(&folder).map_err(|e| OutputError::new("create", &folder, e))
        })
    }

    /// Writes a file, which must not be there yet: on a disk that does not tell upper from lower
    /// case, a second page must not take the place of a first.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write(&self, path: &SitePath, bytes: &[u8]) -> Result<(), OutputError> {
        let file = self.locate(path);
        let mut open = match File::options().create_new(true).write(true).open(&file) {
            Ok(open) => open,
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
                let reason = "this disk takes it for a page that is there already: rename one of the two documents";
                return Err(OutputError::new("write", &self.shown(path), reason));
            }
            Err(e) => return Err(OutputError::new("write", &self.shown(path), e)),
        };
        open.write_all(bytes).map_err(|e| OutputError::new("write", &self.shown(path), e))
    }

    /// Puts the new site in the place of the old one, in one step where the system can.
    ///
    /// # Errors
    /// Where the disk refuses; the old site is then still in its place.
    pub fn publish(mut self) -> Result<(), OutputError> {
        // The old site will lie in the stage's place for a moment: its lock keeps the next build out.
        let old = File::options().write(true).open(self.target.join(MARKER)).ok();
        if let Some(old) = &old {
            let _ = old.try_lock();
        }
        let replaced =
            exchange(&self.folder, &self.target).map_err(|e| OutputError::new("replace", &self.target, e))?;
        self.published = true;
        if replaced {
            let old = aside(&self.folder, &std::process::id().to_string());
            // What cannot be removed now is removed by the next build.
            if fs::rename(&self.folder, &old).is_ok() {
                let _ = fs::remove_dir_all(&old);
            }
        }
        Ok(())
    }

    fn locate(&self, path: &SitePath) -> PathBuf {
        path.as_str().split('/').fold(self.folder.clone(), |folder, part| folder.join(part))
    }

    fn shown(&self, path: &SitePath) -> PathBuf {
        path.as_str().split('/').fold(self.target.clone(), |folder, part| folder.join(part))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.published {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// A site that was written, to be compared with what would be.
#[derive(Debug)]
pub struct Published {
    folder: PathBuf,
    /// Changes with every build.
    pub stamp: String,
}

/// What lies where a site is to be written.
#[derive(Debug)]
pub enum There {
    /// A site.
    Site(Published),
    /// Nothing.
    Nothing,
    /// Something that engross did not write.
    Foreign,
}

impl Published {
    /// Looks for a site in a folder.
    #[must_use]
    pub fn find(target: &Path) -> There {
        let Ok(mut entries) = fs::read_dir(target) else {
            return if target.exists() { There::Foreign } else { There::Nothing };
        };
        match fs::metadata(target.join(MARKER)) {
            Ok(marker) => {
                let times = (marker.modified().ok(), fs::metadata(target).and_then(|folder| folder.modified()).ok());
                There::Site(Self { folder: target.into(), stamp: format!("{times:?}") })
            }
            Err(_) if entries.next().is_none() => There::Nothing,
            Err(_) => There::Foreign,
        }
    }

    /// Every file of the site but the marker; names that are no text are passed over.
    #[must_use]
    pub fn files(&self) -> BTreeSet<SitePath> {
        let entries = walkdir::WalkDir::new(&self.folder).min_depth(1).into_iter().filter_map(Result::ok);
        let files = entries.filter(|entry| entry.file_type().is_file());
        let path = |entry: walkdir::DirEntry| {
            let inner = entry.path().strip_prefix(&self.folder).ok()?;
            let parts: Option<Vec<&str>> = inner.components().map(|part| part.as_os_str().to_str()).collect();
            Some(SitePath::file(parts?.join("/")))
        };
        files.filter_map(path).filter(|path| path.as_str() != MARKER).collect()
    }

    /// Whether a file has just these bytes.
    #[must_use]
    pub fn has(&self, path: &SitePath, bytes: &[u8]) -> bool {
        let file = path.as_str().split('/').fold(self.folder.clone(), |folder, part| folder.join(part));
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let is_as_long = fs::metadata(&file).is_ok_and(|there| there.len() == size);
        is_as_long && fs::read(&file).is_ok_and(|there| there == bytes)
    }
}

fn refuse_foreign(target: &Path) -> Result<(), OutputError> {
    let Ok(mut entries) = fs::read_dir(target) else {
        return if target.exists() { Err(OutputError::new("write to", target, "it is not a folder")) } else { Ok(()) };
    };
    if target.join(MARKER).is_file() || entries.next().is_none() {
        return Ok(());
    }
    let reason = format!(
        "it holds files that engross did not write (there is no `{MARKER}` in it); choose another folder, or empty it"
    );
    Err(OutputError::new("replace", target, reason))
}

/// Where an old site waits until it is removed.
fn aside(stage: &Path, mark: &str) -> PathBuf {
    stage.with_extension(format!("engross-old{mark}"))
}

/// Puts back the old site of a build that was killed between the two steps of a system that cannot
/// exchange folders, and removes old sites that were left.
fn restore(stage: &Path, target: &Path) -> io::Result<()> {
    let waiting = aside(stage, "");
    if waiting.is_dir() && !target.exists() {
        fs::rename(&waiting, target)?;
    }
    let (Some(parent), Some(name)) = (stage.parent(), waiting.file_name().and_then(|name| name.to_str())) else {
        return Ok(());
    };
    for entry in fs::read_dir(parent)?.filter_map(Result::ok) {
        if entry.file_name().to_str().is_some_and(|found| found.starts_with(name)) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    Ok(())
}

/// Exchanges two folders, or moves the first where the second is not there; whether there was a second.
fn exchange(new: &Path, old: &Path) -> io::Result<bool> {
    if !old.exists() {
        return fs::rename(new, old).map(|()| false);
    }
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(true),
            // Not every file system can: then in two steps.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let aside = aside(new, "");
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)?;
    Ok(true)
}
