//! Finding and reading files. The only part of this module that touches the disk.
#![expect(clippy::disallowed_methods, reason = "this is where files are found and read")]

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use walkdir::WalkDir;

use super::world::{LARGEST_TEXT, TextError, World, decode};
use crate::diagnostic::{Code, Diagnostic};
use crate::history::Blobs;
use crate::vocabulary::{Day, SourcePath};

/// The folder of a site on disk.
///
/// Texts are kept once they were read, so that everything that is made of one is made of the same
/// text; past [`KEPT_AT_MOST`] they are read anew.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    today: Day,
    kept: Mutex<Kept>,
    blobs: Option<Arc<Blobs>>,
}

#[derive(Debug, Default)]
struct Kept {
    texts: HashMap<SourcePath, Arc<str>>,
    bytes: usize,
}

/// So many bytes of texts are kept: a large site must not stand in memory as a whole.
const KEPT_AT_MOST: usize = 32 << 20;

impl Disk {
    /// A site whose settings file lies in `root`, looked at on a day.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>, today: Day) -> Self {
        Self { root: root.into(), today, kept: Mutex::default(), blobs: None }
    }

    /// The same site with what its files were in revisions.
    #[must_use]
    pub fn with_revisions(self, blobs: Blobs) -> Self {
        Self { blobs: Some(Arc::new(blobs)), ..self }
    }

    /// The same site on a day, after files have changed: what was read of the others is still known.
    #[must_use]
    pub fn after(&self, today: Day, is_changed: &dyn Fn(&SourcePath) -> bool) -> Self {
        let before = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let same = before.texts.iter().filter(|(path, _)| !is_changed(path));
        let texts: HashMap<SourcePath, Arc<str>> = same.map(|(path, text)| (path.clone(), Arc::clone(text))).collect();
        let bytes = texts.values().map(|text| text.len()).sum();
        let kept = Mutex::new(Kept { texts, bytes });
        Self { root: self.root.clone(), today, kept, blobs: self.blobs.clone() }
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether there is such a file.
    #[must_use]
    pub fn has(&self, path: &SourcePath) -> bool {
        self.locate(path).is_file()
    }

    /// Whether there is a file or a folder.
    #[must_use]
    pub fn is_there(&self, path: &SourcePath) -> bool {
        self.locate(path).symlink_metadata().is_ok()
    }

    /// The file on disk that a path of the site means.
    #[must_use]
    pub fn locate(&self, path: &SourcePath) -> PathBuf {
        path.as_str().split('/').fold(self.root.clone(), |folder, part| folder.join(part))
    }
}

impl Disk {
    fn read(&self, path: &SourcePath) -> Result<Arc<str>, TextError> {
        let unreadable = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound => TextError::Missing,
            _ => TextError::Unreadable(error.to_string()),
        };
        let file = fs::File::open(self.locate(path)).map_err(unreadable)?;
        let bytes = file.metadata().map_err(unreadable)?.len();
        if bytes > LARGEST_TEXT {
            return Err(TextError::TooLarge { bytes });
        }
        let mut content = Vec::with_capacity(usize::try_from(bytes).unwrap_or(0) + 1);
        // The limit holds for what is read too: a file may grow, or have no length of its own.
        file.take(LARGEST_TEXT + 1).read_to_end(&mut content).map_err(unreadable)?;
        decode(content)
    }
}

impl World for Disk {
    fn text(&self, path: &SourcePath) -> Result<Arc<str>, TextError> {
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(text) = kept().texts.get(path) {
            return Ok(Arc::clone(text));
        }
        let text = self.read(path)?;
        let mut kept = kept();
        if kept.bytes + text.len() <= KEPT_AT_MOST {
            kept.bytes += text.len();
            kept.texts.insert(path.clone(), Arc::clone(&text));
        }
        Ok(text)
    }

    fn passing(&self, path: &SourcePath) -> Result<Arc<str>, TextError> {
        self.read(path)
    }

    fn revision(&self, id: &str) -> Result<Vec<u8>, TextError> {
        self.blobs.as_ref().and_then(|blobs| blobs.get(id)).ok_or(TextError::Missing)
    }

    fn bytes(&self, path: &SourcePath) -> Result<Vec<u8>, TextError> {
        fs::read(self.locate(path)).map_err(|error| TextError::Unreadable(error.to_string()))
    }

    fn today(&self) -> Day {
        self.today
    }
}

/// The folder that should be searched cannot be.
#[derive(Debug)]
pub struct ScanError {
    /// The folder.
    pub path: PathBuf,
    /// The system's word.
    pub reason: String,
}

/// Finds every file below `folder` of the site, sorted by path.
///
/// Symbolic links are followed within the site; one that leaves it is a finding. Not entered are
/// `.git`, `node_modules`, folders that hold a `CACHEDIR.TAG`, and those for which `skip` says yes.
///
/// # Errors
/// [`ScanError`] where the folder itself cannot be opened.
pub fn scan(
    disk: &Disk,
    folder: &str,
    skip: &dyn Fn(&SourcePath) -> bool,
) -> Result<(Vec<SourcePath>, Vec<Diagnostic>), ScanError> {
    let failed =
        |path: &Path, error: &dyn std::fmt::Display| ScanError { path: path.into(), reason: error.to_string() };
    let root = disk.root.canonicalize().map_err(|e| failed(&disk.root, &e))?;
    let start = disk.locate(&SourcePath::new(folder));
    fs::read_dir(&start).map_err(|e| failed(&start, &e))?;
    let (mut paths, mut findings) = (Vec::new(), Vec::new());
    if !start.canonicalize().is_ok_and(|target| target.starts_with(&root)) {
        return Ok((paths, vec![leaves_the_site(&SourcePath::new(folder))]));
    }
    let mut walk = WalkDir::new(&start).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                findings.extend(walk_fault(disk, &error));
                continue;
            }
        };
        let Some(path) = relative(&disk.root, entry.path()) else {
            findings.push(unreadable_name(entry.path()));
            continue;
        };
        let is_folder = entry.file_type().is_dir();
        if path.as_str().contains(char::is_control) {
            findings.push(invisible_name(&path));
            if is_folder {
                walk.skip_current_dir();
            }
            continue;
        }
        if is_folder && entry.depth() > 0 && (is_foreign(entry.path()) || skip(&path)) {
            walk.skip_current_dir();
            continue;
        }
        if entry.path_is_symlink() && !entry.path().canonicalize().is_ok_and(|target| target.starts_with(&root)) {
            findings.push(leaves_the_site(&path));
            if is_folder {
                walk.skip_current_dir();
            }
            continue;
        }
        if entry.file_type().is_file() {
            paths.push(path);
        } else if !is_folder {
            findings.push(no_regular_file(&path));
        }
    }
    paths.sort();
    Ok((paths, findings))
}

/// Every file of a folder with its bytes, by its path in the folder; `None` where there is no
/// such folder.
///
/// # Errors
/// [`ScanError`] where a file cannot be read.
#[expect(clippy::type_complexity, reason = "files and findings, as everywhere; a name would say no more")]
pub fn read_folder(
    disk: &Disk,
    folder: &str,
) -> Result<(Option<BTreeMap<String, Arc<[u8]>>>, Vec<Diagnostic>), ScanError> {
    if !disk.locate(&SourcePath::new(folder)).is_dir() {
        return Ok((None, Vec::new()));
    }
    let (paths, findings) = scan(disk, folder, &|_| false)?;
    let mut files = BTreeMap::new();
    for path in paths {
        let file = disk.locate(&path);
        let bytes = fs::read(&file).map_err(|e| ScanError { path: file, reason: e.to_string() })?;
        let inner = path.as_str().strip_prefix(folder).unwrap_or(path.as_str()).trim_start_matches('/');
        files.insert(inner.to_owned(), Arc::from(bytes));
    }
    Ok((Some(files), findings))
}

/// Folders that other tools fill.
fn is_foreign(folder: &Path) -> bool {
    let named = folder.file_name().is_some_and(|name| name == ".git" || name == "node_modules");
    named || folder.join("CACHEDIR.TAG").exists()
}

fn relative(root: &Path, path: &Path) -> Option<SourcePath> {
    let inner = path.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> =
        inner.components().filter(|c| c.as_os_str() != ".").map(|c| c.as_os_str().to_str()).collect();
    Some(SourcePath::new(parts?.join("/")))
}

fn walk_fault(disk: &Disk, error: &walkdir::Error) -> Option<Diagnostic> {
    let path = relative(&disk.root, error.path()?)?;
    if error.loop_ancestor().is_some() {
        let message = format!("the symbolic link `{path}` leads back to a folder above it");
        return Some(Diagnostic::error(Code::SYMLINK, message).in_file(&path).cure("remove the link"));
    }
    let reason = error.io_error().map(ToString::to_string).unwrap_or_default();
    let target = fs::symlink_metadata(error.path()?).is_ok_and(|m| m.file_type().is_symlink());
    let (code, message) = if target {
        (Code::SYMLINK, format!("the symbolic link `{path}` leads nowhere"))
    } else {
        (Code::DOCUMENT_UNREADABLE, format!("`{path}` cannot be read: {reason}"))
    };
    Some(Diagnostic::error(code, message).in_file(&path))
}

/// A pipe or a device: reading one may never end.
fn no_regular_file(path: &SourcePath) -> Diagnostic {
    Diagnostic::error(Code::DOCUMENT_UNREADABLE, format!("`{path}` is no file but a pipe or a device, and is not read"))
        .in_file(path)
        .cure("remove it from the site")
}

fn leaves_the_site(path: &SourcePath) -> Diagnostic {
    Diagnostic::error(Code::SYMLINK, format!("the symbolic link `{path}` leaves the site; nothing outside it is read"))
        .in_file(path)
        .cure("copy the file into the site")
}

fn invisible_name(path: &SourcePath) -> Diagnostic {
    let message = format!("the name of {:?} holds a character that nobody sees, so it has no address", path.as_str());
    Diagnostic::error(Code::FILE_NAME, message).cure("rename the file or folder")
}

fn unreadable_name(path: &Path) -> Diagnostic {
    let message = format!("the name of `{}` is not UTF-8, so it has no address", path.display());
    Diagnostic::error(Code::NOT_UTF8, message).cure("rename the file")
}
