//! Lists of revisions that were found out earlier, for an unchanged last commit.

use serde::{Deserialize, Serialize};

use super::open;
use super::remember::Place;
use crate::history::walk::Walk;
use crate::history::{OldText, Options, Reader, Revision, Which, ignored};
use crate::vocabulary::{Day, SourcePath};

/// The form on disk.
#[derive(Serialize, Deserialize)]
struct Written {
    key: String,
    /// For each file its revisions.
    lists: Vec<Vec<WrittenText>>,
}

/// A revision: commit, seconds, first line of the message, text, settings, whether it is editorial, stated day.
type WrittenText = (String, i64, String, Option<String>, Option<String>, bool, Option<String>);

/// Where lists for a part of a site are remembered.
pub(super) struct Lists(Place);

impl Lists {
    /// For files of a repository; nothing where nothing is to be remembered.
    pub(super) fn of(
        root: &std::path::Path,
        folder: &str,
        paths: &[&SourcePath],
        which: Which,
        options: &Options,
        reader: &dyn Reader,
    ) -> Option<Self> {
        let purpose = options.remember?;
        let depends = reader.fingerprint()?;
        let base = open::locate(root, folder);
        let repository = open::open(&base).ok()?;
        let head = open::head(&repository).ok()?.to_string();
        let prefix = open::prefix_of(&repository, &base).ok()?;
        let boundary = format!("{:?}", Walk::new(&repository, options.clock).commits.boundary());
        let named = options.ignored.iter().flat_map(|(file, text)| ignored::read(file, text).0);
        let mut named: Vec<String> = named.map(|named| named.id.to_string()).collect();
        named.sort_unstable();
        let files: Vec<String> = paths.iter().map(|path| format!("{path}\n{:?}", reader.formerly(path))).collect();
        let rest = format!("{:?} {folder:?} {which:?} {:?}", options.clock, options.settings);
        let replaced = open::replacements(&repository).join(" ");
        let depends = [&depends, &head, &boundary, &named.join(" "), &replaced, &rest, &files.join("\n")];
        Place::new(&repository, &format!("lists-{purpose}"), &prefix, &depends.map(String::as_str)).map(Self)
    }

    pub(super) fn read(&self) -> Option<Vec<Vec<OldText>>> {
        let written: Written = serde_json::from_str(&self.0.text()?).ok()?;
        if written.key != self.0.key() {
            return None;
        }
        let list = |list: Vec<WrittenText>| list.into_iter().map(old_text).collect::<Option<Vec<OldText>>>();
        written.lists.into_iter().map(list).collect()
    }

    pub(super) fn write(&self, lists: &[&Vec<OldText>]) {
        let lists = lists.iter().map(|list| list.iter().map(written).collect()).collect();
        let written = Written { key: self.0.key().to_owned(), lists };
        self.0.put(&serde_json::to_string(&written).unwrap_or_default());
    }
}

fn written(old: &OldText) -> WrittenText {
    let Revision { commit, seconds, subject } = old.revision.clone();
    let effective = old.effective.map(|day| day.to_string());
    (commit, seconds, subject, old.text.clone(), old.settings.clone(), old.is_editorial, effective)
}

fn old_text((commit, seconds, subject, text, settings, is_editorial, effective): WrittenText) -> Option<OldText> {
    let effective = match effective {
        Some(day) => Some(Day::parse(&day).ok()?),
        None => None,
    };
    Some(OldText { revision: Revision { commit, seconds, subject }, text, settings, is_editorial, effective })
}
