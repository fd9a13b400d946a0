//! Lists of revisions, and the texts of old ones.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use gix::ObjectId;
use gix::hashtable::{HashMap, HashSet};

use super::names::{self, Head, Resolved};
use super::remember_lists::Lists;
use super::{Texts, open};
use crate::history::cases::ByText;
use crate::history::chain::Around;
use crate::history::ignored;
use crate::history::lists::{self, Listed, Which};
use crate::history::tree::Kind;
use crate::history::walk::Walk;
use crate::history::{Clock, OldText, Options, Reader, Why};
use crate::vocabulary::SourcePath;

/// Every revision of each file, as commit ids in the order of `git log`; with
/// [`Which::Followed`] also those from before a file had its present name.
///
/// The inner error says why a list cannot be told whole.
#[must_use]
pub fn revisions(
    root: &Path,
    paths: &[SourcePath],
    which: Which,
    reader: &dyn Reader,
) -> BTreeMap<SourcePath, Result<Vec<String>, Why>> {
    let ids = |_: &mut At<'_, '_>, list: Vec<Listed>| Ok(list.iter().map(|listed| listed.commit.to_string()).collect());
    by_file(root, paths, which, Clock::Committer, reader, ids)
}

/// The same with what each revision made of the file: its text, and what its message says. Texts
/// that a partial clone lacks are fetched, all at once.
#[must_use]
pub fn texts(
    root: &Path,
    paths: &[SourcePath],
    which: Which,
    options: &Options,
    reader: &dyn Reader,
) -> BTreeMap<SourcePath, Result<Vec<OldText>, Why>> {
    let named = options.ignored.iter().flat_map(|(file, text)| ignored::read(file, text).0);
    let named: HashSet<ObjectId> = named.map(|named| named.id).collect();
    let of = |at: &mut At<'_, '_>, list: Vec<Listed>| {
        list.into_iter().map(|listed| old_text(at, &listed, options, &named)).collect()
    };
    let mut found = BTreeMap::new();
    for (folder, paths) in open::by_repository(root, paths) {
        let memory = Lists::of(root, &folder, &paths, which, options, reader);
        let known = memory.as_ref().and_then(Lists::read).filter(|known| known.len() == paths.len());
        let lists = if let Some(known) = known {
            known.into_iter().map(Ok).collect()
        } else {
            let lists = in_repository(root, &folder, &paths, which, options.clock, reader, of);
            let lists = lists.unwrap_or_else(|why| paths.iter().map(|_| Err(why.clone())).collect());
            let all: Result<Vec<&Vec<OldText>>, ()> = lists.iter().map(|list| list.as_ref().map_err(drop)).collect();
            if let (Some(memory), Ok(all)) = (memory, all) {
                memory.write(&all);
            }
            lists
        };
        found.extend(paths.into_iter().cloned().zip(lists));
    }
    fetch(root, found)
}

/// A repository that is being read.
struct At<'w, 'r> {
    walk: &'w mut Walk<'r>,
    prefix: &'w str,
}

fn by_file<T>(
    root: &Path,
    paths: &[SourcePath],
    which: Which,
    clock: Clock,
    reader: &dyn Reader,
    of: impl Fn(&mut At<'_, '_>, Vec<Listed>) -> Result<Vec<T>, Why>,
) -> BTreeMap<SourcePath, Result<Vec<T>, Why>> {
    let mut found = BTreeMap::new();
    for (folder, paths) in open::by_repository(root, paths) {
        let lists = in_repository(root, &folder, &paths, which, clock, reader, &of);
        let lists = lists.unwrap_or_else(|why| paths.iter().map(|_| Err(why.clone())).collect());
        found.extend(paths.into_iter().cloned().zip(lists));
    }
    found
}

fn in_repository<T>(
    root: &Path,
    folder: &str,
    paths: &[&SourcePath],
    which: Which,
    clock: Clock,
    reader: &dyn Reader,
    of: impl Fn(&mut At<'_, '_>, Vec<Listed>) -> Result<Vec<T>, Why>,
) -> Result<Vec<Result<Vec<T>, Why>>, Why> {
    let base = open::locate(root, folder);
    let repository = open::open(&base)?;
    let head = open::head(&repository)?;
    let prefix = open::prefix_of(&repository, &base)?;
    let mut walk = Walk::new(&repository, clock);
    let names = names::names(paths, folder, &prefix);
    let mut in_head = Head::new(&repository, &mut walk, head, &names)?;
    let mut files = Vec::new();
    let mut answers: Vec<Result<Vec<Listed>, Why>> = Vec::new();
    for (path, name) in paths.iter().zip(&names) {
        let place = open::locate(root, path.as_str());
        answers.push(match in_head.resolve(&mut walk, path, name, &place, &mut Vec::new())? {
            Resolved::At(name, _) => {
                files.push((*path, name.into_bytes()));
                Ok(Vec::new())
            }
            Resolved::Nowhere(Why::NotCommitted { .. }) if which == Which::Ever => {
                files.push((*path, name.clone().into_bytes()));
                Ok(Vec::new())
            }
            Resolved::Nowhere(why) => Err(why),
        });
    }
    let ignored = HashMap::default();
    let around = Around { head, prefix: &prefix, settings: None, ignored: &ignored, reader };
    let mut judge = ByText::new(&repository, &around, files.clone());
    let lists = match which {
        Which::Last => lists::simplified(&mut walk, head, &files, 1)?,
        Which::All | Which::Ever => lists::simplified(&mut walk, head, &files, usize::MAX)?,
        Which::Followed => lists::followed(&mut walk, &mut judge, &around, &files)?,
    };
    let mut lists = lists.into_iter();
    let mut at = At { walk: &mut walk, prefix: &prefix };
    let told =
        |answer: Result<Vec<Listed>, Why>| of(&mut at, answer.and_then(|none| lists.next().unwrap_or(Ok(none)))?);
    Ok(answers.into_iter().map(told).collect())
}

fn old_text(
    at: &mut At<'_, '_>,
    listed: &Listed,
    options: &Options,
    named: &HashSet<ObjectId>,
) -> Result<OldText, Why> {
    let commit = listed.commit;
    let message = at.walk.commits.message(commit)?.clone();
    let file = |found: Option<(Kind, ObjectId)>| match found {
        Some((Kind::File, id)) => Some(id.to_string()),
        _ => None,
    };
    let text = file(at.walk.find(commit, &listed.name)?);
    let settings = match &options.settings {
        Some(path) => file(at.walk.find(commit, format!("{}{path}", at.prefix).as_bytes())?),
        None => None,
    };
    let is_marked = message.change.as_deref().is_some_and(|change| change.eq_ignore_ascii_case("editorial"));
    Ok(OldText {
        revision: message.revision?,
        text,
        settings,
        is_editorial: is_marked || named.contains(&commit),
        effective: message.effective.and_then(Result::ok),
    })
}

/// Fetches the texts that a partial clone lacks.
fn fetch(
    root: &Path,
    mut found: BTreeMap<SourcePath, Result<Vec<OldText>, Why>>,
) -> BTreeMap<SourcePath, Result<Vec<OldText>, Why>> {
    let paths: Vec<SourcePath> = found.keys().cloned().collect();
    for (folder, paths) in open::by_repository(root, &paths) {
        let Ok(repository) = open::open(&open::locate(root, &folder)) else { continue };
        let ids = paths.iter().filter_map(|path| found.get(*path)?.as_ref().ok()).flatten();
        let ids = ids.flat_map(|old| old.text.iter().chain(&old.settings));
        let ids: Vec<ObjectId> = ids.filter_map(|id| ObjectId::from_hex(id.as_bytes()).ok()).collect();
        let mut texts = Texts::new(&repository);
        let Err(reason) = texts.fetch(ids) else { continue };
        let handle = texts.handle();
        let is_here = |id: &String| ObjectId::from_hex(id.as_bytes()).is_ok_and(|id| handle.get(id).is_ok());
        for path in paths {
            let Some(Ok(list)) = found.get(path) else { continue };
            let lacking = list.iter().find(|old| !old.text.iter().chain(&old.settings).all(is_here));
            if let Some(old) = lacking {
                let why = Why::NoText { commit: old.revision.commit.clone(), reason: reason.clone() };
                found.insert(path.clone(), Err(why));
            }
        }
    }
    found
}

/// Gives the bytes of files as they stood in revisions, on any thread.
pub struct Blobs(Vec<Pool>);

/// A repository, and handles on it that nobody uses now: each remembers what the next text is a
/// difference to.
struct Pool {
    shared: gix::ThreadSafeRepository,
    idle: Mutex<Vec<gix::Repository>>,
}

impl Blobs {
    /// Opens the repositories that hold the files of a site.
    #[must_use]
    pub fn open(root: &Path, paths: &[SourcePath]) -> Self {
        let folders = open::by_repository(root, paths).into_keys();
        let opened = folders.filter_map(|folder| open::open(&open::locate(root, &folder)).ok());
        Self(opened.map(|repository| Pool { shared: repository.into_sync(), idle: Mutex::default() }).collect())
    }

    /// The bytes with an id, if a repository has them.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<Vec<u8>> {
        let id = ObjectId::from_hex(id.as_bytes()).ok()?;
        self.0.iter().find_map(|pool| pool.get(id))
    }
}

impl Pool {
    fn get(&self, id: ObjectId) -> Option<Vec<u8>> {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = idle().pop();
        let repository = taken.unwrap_or_else(|| self.shared.to_thread_local());
        let found = repository.try_find_object(id).ok().flatten().filter(|object| object.kind == gix::objs::Kind::Blob);
        let bytes = found.map(|mut object| std::mem::take(&mut object.data));
        idle().push(repository);
        bytes
    }
}

impl std::fmt::Debug for Blobs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Blobs of {} repositories", self.0.len())
    }
}
