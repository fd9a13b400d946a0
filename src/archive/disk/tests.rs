//! What is there after a run that was stopped at any of its steps.

use std::collections::BTreeMap;

use super::*;
use crate::archive::{Archive, Kind, NewText, read, verify};
use crate::diagnostic::{Code, Severity};
use crate::source::Disk;
use crate::vocabulary::{Day, DocumentId, Locale, VersionId};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|reason| panic!("{reason}"))
}

fn record(document: &str, version: &str) -> NewRecord {
    let text = |locale: &str| NewText {
        text: format!("# {document} {version} {locale}\n"),
        source: SourcePath::new(format!("content/{document}/{locale}.md")),
        updated: None,
        instant: None,
        commit: None,
    };
    let locales = ["de", "en"].map(|tag| (Locale::parse(tag).unwrap_or_else(|fault| panic!("{fault}")), text(tag)));
    NewRecord {
        document: DocumentId::new(document),
        id: VersionId::first_of(day(version)),
        published: None,
        archived: None,
        kind: Kind::Major,
        imported: false,
        notes: BTreeMap::new(),
        discontinued: Vec::new(),
        texts: locales.into(),
        files: BTreeMap::new(),
    }
}

fn look(root: &Path) -> (Archive, Vec<crate::diagnostic::Diagnostic>) {
    let found = find(root).expect("a folder");
    let (archive, mut findings) = read(&Disk::new(root, day("2020-01-01")), &found.files);
    findings.extend(verify(&archive, &found.evidence()));
    (archive, findings)
}

fn versions(archive: &Archive) -> Vec<String> {
    let named = |(id, timeline): (&DocumentId, &crate::archive::Timeline)| {
        timeline.versions().map(|version| format!("{id}@{}", version.id)).collect::<Vec<_>>()
    };
    archive.timelines.iter().flat_map(named).collect()
}

/// Writes versions and stops before a step; whether it came to its end.
fn stopped(root: &Path, records: &[NewRecord], step: usize) -> bool {
    Writer { folder: root.join(FOLDER), steps: Some(step) }.write(records.to_vec()).is_ok()
}

#[test]
fn a_run_that_stops_anywhere_leaves_each_version_whole_or_not_there() {
    let first = [record("a", "2016-01-01")];
    let second = [record("a", "2017-01-01"), record("b/c", "2017-01-01"), record("b/c", "2018-01-01")];
    let all = ["a@2016-01-01", "a@2017-01-01", "b/c@2017-01-01", "b/c@2018-01-01"];
    for step in 0.. {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), first.clone()).expect("written");
        let ended = stopped(folder.path(), &second, step);
        let (archive, findings) = look(folder.path());
        let there = versions(&archive);
        // What is there is proved, and was there in the order of the run.
        assert!(findings.iter().all(|finding| finding.severity != Severity::Error), "step {step}: {findings:?}");
        assert_eq!(there, all[..there.len()], "step {step}");
        assert!(ended || findings.iter().all(|finding| finding.code == Code::ARCHIVE_UNFINISHED), "step {step}");
        // The same run again does what was left.
        let left: Vec<NewRecord> = second.iter().filter(|record| !there.contains(&named(record))).cloned().collect();
        write(folder.path(), left.clone()).expect("written");
        let (archive, findings) = look(folder.path());
        assert_eq!((versions(&archive), findings), (all.map(str::to_owned).to_vec(), Vec::new()), "step {step}");
        let left = fs::read_dir(folder.path().join(FOLDER)).expect("a folder").filter_map(Result::ok);
        let mut left: Vec<_> = left.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        left.sort();
        assert_eq!(left, [ATTRIBUTES.0, LEDGER, "a", "b"], "step {step}");
        if ended {
            assert!(step > 20, "{step} steps");
            return;
        }
    }
}

fn named(record: &NewRecord) -> String {
    format!("{}@{}", record.document, record.id)
}

#[test]
fn a_run_that_stops_twice_is_finished_too() {
    let second = [record("a", "2017-01-01"), record("b", "2017-01-01")];
    for (one, other) in (5..40).step_by(3).flat_map(|one| (0..12).step_by(2).map(move |other| (one, other))) {
        let folder = tempfile::tempdir().expect("a folder");
        stopped(folder.path(), &second, one);
        stopped(folder.path(), &[], other);
        let (archive, findings) = look(folder.path());
        assert!(findings.iter().all(|finding| finding.severity != Severity::Error), "{one} {other}: {findings:?}");
        let there = versions(&archive);
        let left: Vec<NewRecord> = second.iter().filter(|record| !there.contains(&named(record))).cloned().collect();
        write(folder.path(), left.clone()).expect("written");
        let (archive, findings) = look(folder.path());
        assert_eq!((versions(&archive).len(), findings), (2, Vec::new()), "{one} {other}");
    }
}

#[test]
fn two_runs_at_a_time_do_not_mix() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), [record("a", "2016-01-01")]).expect("written");
    let place = folder.path().join(FOLDER).join(LOCK);
    let lock = File::create(&place).expect("a file");
    lock.lock().expect("locked");
    let refused = write(folder.path(), [record("a", "2017-01-01")]).map_err(|error| error.to_string());
    assert!(refused.is_err_and(|reason| reason.contains("writing right now")));
}

#[test]
fn what_is_there_is_never_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), [record("a", "2016-01-01")]).expect("written");
    let before = find(folder.path()).expect("a folder").evidence().digests;
    assert!(write(folder.path(), [record("a", "2016-01-01")]).is_err());
    assert_eq!(find(folder.path()).expect("a folder").evidence().digests, before);
}
