//! What was found out earlier: the histories of files as they stood at a commit.
//!
//! A later walk that arrives at that commit with a file unchanged knows the rest. Answers are
//! remembered only as long as everything else on which they depend is the same: the key says so.

use std::collections::BTreeMap;

use gix::ObjectId;
use serde::{Deserialize, Serialize};

use super::chain::{Chain, Formerly};
use super::{Pass, Passed, Record, Remark, Revision, Work};
use crate::vocabulary::{Day, SourcePath};

/// The histories of files at a commit.
pub(super) struct Memory {
    pub head: ObjectId,
    /// By path in the repository.
    pub files: BTreeMap<Vec<u8>, Remembered>,
    /// How many revisions each file has, if that was counted.
    pub counts: BTreeMap<Vec<u8>, usize>,
    /// Of the commits that lists name, those that are not of this history, if that was looked up.
    pub unknown: Option<Vec<ObjectId>>,
}

/// The history of a file.
pub(super) struct Remembered {
    pub record: Record,
    pub settings: Option<bool>,
    pub formerly: Option<Formerly>,
}

/// The form on disk. Revisions are listed once; others name them by their place in the list.
#[derive(Serialize, Deserialize)]
struct Written {
    key: String,
    head: String,
    revisions: Vec<(String, i64, String)>,
    files: BTreeMap<String, WrittenFile>,
    counts: BTreeMap<String, usize>,
    unknown: Option<Vec<String>>,
}

#[derive(Serialize, Deserialize)]
struct WrittenFile {
    touched: usize,
    updated: usize,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    passed: Vec<(usize, WrittenPass)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    effective: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    follows: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    settings: Option<bool>,
    /// Outside: whether it was asked; inside: whether anything was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    formerly: Option<(Option<Vec<String>>,)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<(usize, WrittenRemark, String)>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenPass {
    Nothing,
    Days,
    Formatting,
    Trailer,
    Listed,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenRemark {
    Change,
    Effective,
    Formerly,
    Doubt(WrittenPass),
}

impl From<Pass> for WrittenPass {
    fn from(pass: Pass) -> Self {
        match pass {
            Pass::Nothing => Self::Nothing,
            Pass::Days => Self::Days,
            Pass::Formatting => Self::Formatting,
            Pass::Trailer => Self::Trailer,
            Pass::Listed => Self::Listed,
        }
    }
}

impl From<WrittenPass> for Pass {
    fn from(pass: WrittenPass) -> Self {
        match pass {
            WrittenPass::Nothing => Self::Nothing,
            WrittenPass::Days => Self::Days,
            WrittenPass::Formatting => Self::Formatting,
            WrittenPass::Trailer => Self::Trailer,
            WrittenPass::Listed => Self::Listed,
        }
    }
}

/// Gives each revision its place in a list.
#[derive(Default)]
struct Places {
    list: Vec<(String, i64, String)>,
    places: BTreeMap<String, usize>,
}

impl Places {
    fn of(&mut self, revision: &Revision) -> usize {
        if let Some(place) = self.places.get(&revision.commit) {
            return *place;
        }
        self.list.push((revision.commit.clone(), revision.seconds, revision.subject.clone()));
        self.places.insert(revision.commit.clone(), self.list.len() - 1);
        self.list.len() - 1
    }
}

impl Memory {
    /// What is to be remembered of a walk: the files whose history was found out.
    pub(super) fn of(
        head: ObjectId,
        chains: &[Chain<'_>],
        unknown: Vec<ObjectId>,
        counts: Vec<(Vec<u8>, usize)>,
    ) -> Self {
        let remembered = |chain: &Chain<'_>| Remembered {
            record: chain.record.clone(),
            settings: chain.settings,
            formerly: chain.formerly.clone(),
        };
        let files = chains.iter().map(|chain| (chain.path.clone(), remembered(chain))).collect();
        Self { head, files, counts: counts.into_iter().collect(), unknown: Some(unknown) }
    }

    /// Whether nothing is new.
    pub(super) fn holds(&self, chains: &[Chain<'_>], counts: &[(Vec<u8>, usize)]) -> bool {
        let is_known = |chain: &Chain<'_>| chain.record.updated.is_err() || self.files.contains_key(&chain.path);
        counts.is_empty() && chains.iter().all(is_known)
    }

    /// The form on disk.
    pub(super) fn write(&self, key: &str) -> String {
        let mut places = Places::default();
        let files = self.files.iter().filter_map(|(path, known)| {
            let path = String::from_utf8(path.clone()).ok()?;
            let Record { touched: Ok(touched), updated: Ok(updated), .. } = &known.record else { return None };
            let record = &known.record;
            let file = WrittenFile {
                touched: places.of(touched),
                updated: places.of(updated),
                passed: record.passed.iter().map(|p| (places.of(&p.revision), p.why.into())).collect(),
                effective: record.effective.map(|day| day.to_string()),
                follows: record.follows,
                settings: known.settings,
                formerly: known
                    .formerly
                    .clone()
                    .map(|said| (said.map(|paths| paths.iter().map(|path| path.as_str().to_owned()).collect()),)),
                remarks: record.remarks.iter().map(|remark| written_remark(remark, &mut places)).collect(),
            };
            Some((path, file))
        });
        let files = files.collect();
        let written = Written {
            key: key.to_owned(),
            head: self.head.to_string(),
            files,
            revisions: places.list,
            counts: self
                .counts
                .iter()
                .filter_map(|(path, n)| Some((String::from_utf8(path.clone()).ok()?, *n)))
                .collect(),
            unknown: self.unknown.as_ref().map(|ids| ids.iter().map(ToString::to_string).collect()),
        };
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// Reads the form on disk; nothing if it was written under another key, or is damaged.
    pub(super) fn read(text: &str, key: &str) -> Option<Self> {
        let written: Written = serde_json::from_str(text).ok()?;
        if written.key != key {
            return None;
        }
        let id = |id: &String| ObjectId::from_hex(id.as_bytes()).ok();
        let revisions: Vec<Revision> = written
            .revisions
            .into_iter()
            .map(|(commit, seconds, subject)| Revision { commit, seconds, subject })
            .collect();
        let mut files = BTreeMap::new();
        for (path, file) in written.files {
            files.insert(path.into_bytes(), remembered(file, &revisions)?);
        }
        Some(Self {
            head: id(&written.head)?,
            files,
            counts: written.counts.into_iter().map(|(path, n)| (path.into_bytes(), n)).collect(),
            unknown: written.unknown.and_then(|ids| ids.iter().map(id).collect()),
        })
    }
}

fn written_remark(remark: &Remark, places: &mut Places) -> (usize, WrittenRemark, String) {
    match remark {
        Remark::Change(revision, written) => (places.of(revision), WrittenRemark::Change, written.clone()),
        Remark::Effective(revision, written) => (places.of(revision), WrittenRemark::Effective, written.clone()),
        Remark::Formerly(revision, said) => (places.of(revision), WrittenRemark::Formerly, said.join("\n")),
        Remark::Doubt(revision, how, doubt) => {
            (places.of(revision), WrittenRemark::Doubt((*how).into()), doubt.clone())
        }
    }
}

fn remembered(file: WrittenFile, revisions: &[Revision]) -> Option<Remembered> {
    let revision = |at: usize| revisions.get(at).cloned();
    let passed: Option<Vec<Passed>> =
        file.passed.into_iter().map(|(at, why)| Some(Passed { revision: revision(at)?, why: why.into() })).collect();
    let remarks: Option<Vec<Remark>> = file
        .remarks
        .into_iter()
        .map(|(at, kind, text)| {
            let revision = revision(at)?;
            Some(match kind {
                WrittenRemark::Change => Remark::Change(revision, text),
                WrittenRemark::Effective => Remark::Effective(revision, text),
                WrittenRemark::Formerly => Remark::Formerly(revision, text.lines().map(str::to_owned).collect()),
                WrittenRemark::Doubt(how) => Remark::Doubt(revision, how.into(), text),
            })
        })
        .collect();
    let effective = match file.effective {
        Some(day) => Some(Day::parse(&day).ok()?),
        None => None,
    };
    let record = Record {
        touched: Ok(revision(file.touched)?),
        updated: Ok(revision(file.updated)?),
        passed: passed?,
        effective,
        follows: file.follows,
        work: Work::Committed,
        revisions: None,
        remarks: remarks?,
    };
    let formerly = file.formerly.map(|(said,)| said.map(|paths| paths.into_iter().map(SourcePath::new).collect()));
    Some(Remembered { record, settings: file.settings, formerly })
}
