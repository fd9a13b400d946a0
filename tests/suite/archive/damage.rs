//! Random damage: whatever is changed in the archive, `verify`, `check` and `build --strict` fail
//! and name it. An archive that was only copied, cloned or dated anew is as it was written.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, UNIX_EPOCH};

use engross::build::{Overrides, load, verify};
use engross::diagnostic::{Diagnostic, fails};
use engross::vocabulary::Day;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::{Archive, Disk, Thing, findings, site_of, written};
use crate::project::Project;

const AS_OF: &str = "2020-06-01";
const LEDGER: &str = "versions/SHA256SUMS";
const ATTRIBUTES: &str = "versions/.gitattributes";
const RECORD: &str = "version.toml";

/// What lies in a site, by path.
type Things = BTreeMap<String, Thing>;

macro_rules! kinds {
    ($($name:ident)*) => {
        #[derive(Debug, Clone, Copy)]
        enum Kind { $($name,)* }
        const KINDS: &[Kind] = &[$(Kind::$name,)*];
    };
}

kinds! {
    Bit Cut Extension FileGone VersionGone DocumentGone OtherDay OtherNote Swapped FileRenamed VersionRenamed
    FileAdded VersionCopied LineGone LedgerGone LineEnds Link Folder
}

/// A site with a damaged archive.
struct Damaged {
    site: Things,
    /// For each of these there is an error that says all of its words.
    named: Vec<Vec<String>>,
}

/// A site whose archive nobody touched.
fn whole() -> &'static Things {
    static WHOLE: OnceLock<Things> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let files = site_of(written().root()).0.into_iter();
        files.filter_map(|(path, bytes)| Some((path.to_str()?.to_owned(), Thing::File(bytes?)))).collect()
    })
}

/// The bytes of a file of it.
fn bytes(path: &str) -> &'static [u8] {
    let Some(Thing::File(bytes)) = whole().get(path) else { panic!("no {path}") };
    bytes
}

/// An item that a number names.
fn pick<T: Clone>(list: &[T], at: usize) -> T {
    list[at % list.len()].clone()
}

/// The files that the ledger lists, whose path ends so.
fn listed(end: &str) -> Vec<String> {
    let is_listed = |path: &&String| path.starts_with("versions/") && *path != LEDGER && *path != ATTRIBUTES;
    whole().keys().filter(is_listed).filter(|path| path.ends_with(end)).cloned().collect()
}

/// The folder of a file or folder, with `/` at the end.
fn folder(path: &str) -> &str {
    &path[..=path.trim_end_matches('/').rfind('/').expect("a folder")]
}

/// The listed files of a folder.
fn inside(folder: &str) -> Vec<String> {
    listed("").into_iter().filter(|path| path.starts_with(folder)).collect()
}

/// The files of which the lines are not in a ledger any more.
fn unlisted(after: &[u8]) -> Vec<Vec<String>> {
    let left: Vec<&[u8]> = after.split_inclusive(|b| *b == b'\n').collect();
    let gone = bytes(LEDGER).split_inclusive(|b| *b == b'\n').filter(|line| !left.contains(line));
    gone.map(|line| vec![format!("versions/{}", String::from_utf8_lossy(&line[66..]).trim_end())]).collect()
}

/// Pairs of texts with other bytes: two languages of a version, or two versions in a language.
fn pairs() -> Vec<(String, String)> {
    let texts = listed(".md");
    let fits = |(one, other): &(&String, &String)| {
        let (of_one, of_other) = (folder(one), folder(other));
        let is_language = one[of_one.len()..] == other[of_other.len()..];
        let is_near = of_one == of_other || is_language && folder(of_one) == folder(of_other);
        one < other && is_near && bytes(one) != bytes(other)
    };
    let all = texts.iter().flat_map(|one| texts.iter().map(move |other| (one, other)));
    all.filter(fits).map(|(one, other)| (one.clone(), other.clone())).collect()
}

/// The record with other words in a place.
fn edited(record: &str, from: &str, to: &str) -> Vec<u8> {
    let text = std::str::from_utf8(bytes(record)).expect("UTF-8");
    assert!(text.contains(from) && from != to, "no {from} in {text}");
    text.replacen(from, to, 1).into_bytes()
}

/// Does one damage; the numbers say where and how.
fn damaged(kind: Kind, at: usize, how: usize) -> Damaged {
    let mut site = whole().clone();
    let named = match kind {
        Kind::Bit | Kind::Cut | Kind::Extension => bytes_changed(&mut site, kind, at, how),
        Kind::FileGone | Kind::VersionGone | Kind::DocumentGone => {
            let path = pick(&listed(if matches!(kind, Kind::FileGone) { "" } else { RECORD }), at);
            let gone = match kind {
                Kind::FileGone => vec![path],
                Kind::VersionGone => inside(folder(&path)),
                _ => inside(folder(folder(&path))),
            };
            site.retain(|path, _| !gone.contains(path));
            gone.into_iter().map(|path| vec![path, "is missing".to_owned()]).collect()
        }
        Kind::OtherDay | Kind::OtherNote => record_edited(&mut site, kind, at, how),
        Kind::Swapped => {
            let (a, b) = pick(&pairs(), at);
            site.extend([(a.clone(), whole()[&b].clone()), (b.clone(), whole()[&a].clone())]);
            let now = |path: &String, holds: &String| {
                let is_one = whole().values().filter(|thing| **thing == whole()[holds]).count() == 1;
                // Of texts that are the same any may be named.
                let what = if is_one { format!("`{holds}`") } else { "`versions/".to_owned() };
                vec![format!("`{path}`"), format!("it now holds {what}")]
            };
            vec![now(&a, &b), now(&b, &a)]
        }
        Kind::FileRenamed => {
            let old = pick(&listed(""), at);
            let name = pick(&["fr.md", "EN.md", "en.md.orig", "more/en.md", "en.toml"], how);
            let new = format!("{}{name}", folder(&old));
            site.remove(&old);
            site.insert(new.clone(), whole()[&old].clone());
            vec![renamed(&old, &new), vec![old, "is missing".to_owned()]]
        }
        Kind::VersionRenamed | Kind::VersionCopied => {
            let record = pick(&listed(RECORD), at);
            let version = folder(&record);
            let name = pick(&["2019-12-31", "2020-02-01-2", "2021-01-01", "2020-1-1", "old"], how);
            let mut named = Vec::new();
            for old in inside(version) {
                let new = format!("{}{name}/{}", folder(version), &old[version.len()..]);
                site.insert(new.clone(), whole()[&old].clone());
                if matches!(kind, Kind::VersionRenamed) {
                    site.remove(&old);
                    named.push(renamed(&old, &new));
                } else {
                    named.push(vec![format!("`{new}`"), "not part of the archive".to_owned()]);
                }
            }
            named
        }
        Kind::FileAdded => {
            let record = pick(&listed(RECORD), at);
            let version = folder(&record);
            let place = pick(&["versions/", folder(version), version], how);
            let path = format!("{place}{}", pick(&["fr.md", ".DS_Store", "x/en.md", "a.toml"], how / 3));
            site.insert(path.clone(), Thing::File(pick(&["", "# Text\n"], how / 12).into()));
            vec![vec![path, "not part of the archive".to_owned()]]
        }
        Kind::LineGone => {
            let mut lines: Vec<&[u8]> = bytes(LEDGER).split_inclusive(|b| *b == b'\n').collect();
            lines.remove(at % lines.len());
            site.insert(LEDGER.to_owned(), Thing::File(lines.concat()));
            unlisted(&lines.concat())
        }
        Kind::LedgerGone => {
            site.remove(LEDGER);
            vec![vec![LEDGER.to_owned(), "is missing".to_owned()]]
        }
        Kind::LineEnds => {
            let path = pick(&[listed(".md"), listed(RECORD)].concat(), at);
            let text = std::str::from_utf8(bytes(&path)).expect("UTF-8");
            let other = if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text.replace('\n', "\r\n") };
            site.insert(path.clone(), Thing::File(other.into_bytes()));
            vec![vec![path, "line ends".to_owned()]]
        }
        Kind::Link | Kind::Folder => {
            let path = pick(&listed(""), at);
            let file = whole()[&path].clone();
            // A copy elsewhere, or the bytes in a folder of that name.
            let copy = match kind {
                Kind::Link => pick(&["kept", "versions/kept"], how).to_owned(),
                _ => format!("{path}/en.md"),
            };
            site.insert(
                path.clone(),
                if matches!(kind, Kind::Link) { Thing::Link(copy.clone()) } else { Thing::Folder },
            );
            if matches!(kind, Kind::Link) || how.is_multiple_of(2) {
                site.insert(copy, file);
            }
            vec![vec![path]]
        }
    };
    Damaged { site, named }
}

/// What is said of a file with another name.
fn renamed(old: &str, new: &str) -> Vec<String> {
    vec![format!("`{old}`"), "has been renamed to".to_owned(), format!("`{new}`")]
}

/// One bit flipped, a file cut off, or something added to it.
fn bytes_changed(site: &mut Things, kind: Kind, at: usize, how: usize) -> Vec<Vec<String>> {
    let path = pick(&[listed(""), vec![LEDGER.to_owned()]].concat(), at);
    let mut new = bytes(&path).to_vec();
    let length = new.len();
    match kind {
        Kind::Bit => new[how / 8 % length] ^= 1 << (how % 8),
        // Without its last line end, and with an empty line, the ledger says the same.
        Kind::Cut => new.truncate(how % (length - usize::from(path == LEDGER))),
        _ => new.extend(pick(&["x", "\0", " ", "\n", "\r\n"][..if path == LEDGER { 3 } else { 5 }], how).bytes()),
    }
    let is_extended = matches!(kind, Kind::Extension);
    let named = if path == LEDGER && !is_extended { unlisted(&new) } else { vec![vec![path.clone()]] };
    site.insert(path, Thing::File(new));
    named
}

/// A record with another day, or another note.
fn record_edited(site: &mut Things, kind: Kind, at: usize, how: usize) -> Vec<Vec<String>> {
    let has_note = |path: &String| String::from_utf8_lossy(bytes(path)).contains("\n[notes]\n");
    let (records, noted): (_, Vec<String>) = (listed(RECORD), listed(RECORD).into_iter().filter(has_note).collect());
    let path = pick(if matches!(kind, Kind::OtherDay) { &records } else { &noted }, at);
    let edited = match kind {
        Kind::OtherDay => {
            let day = format!("\neffective = 20{:02}-{:02}-28 # 2020", how / 12 % 20, how % 12 + 1);
            edited(&path, "\neffective = 2020", &day)
        }
        _ => edited(&path, "\nen = \"", pick(&["\nen = \"Not ", "\nen = \"\\n", "\nfr = \""], how)),
    };
    site.insert(path.clone(), Thing::File(edited));
    vec![vec![path, "has been changed".to_owned()]]
}

/// What a finding says, with its severity.
fn words(finding: &Diagnostic) -> String {
    let place = finding.place.as_ref().map_or("", |place| place.path.as_str());
    let (code, help) = (finding.code, finding.help.as_deref().unwrap_or_default());
    format!("{}[{code}] {}\n{place}\n{help}", finding.severity.as_str(), finding.message)
}

/// The words that no error says.
fn unsaid<'d>(damaged: &'d Damaged, found: &[String]) -> Vec<&'d Vec<String>> {
    let errors: Vec<&String> = found.iter().filter(|said| said.starts_with("error[")).collect();
    let is_unsaid = |words: &&Vec<String>| !errors.iter().any(|said| words.iter().all(|word| said.contains(word)));
    damaged.named.iter().filter(is_unsaid).collect()
}

#[test]
fn all_damage_is_found_and_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = Disk::new(folder.path().to_path_buf());
    let day = Day::parse(AS_OF).expect("a day");
    let config = ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() };
    let cases = (0..KINDS.len(), any::<usize>(), any::<usize>());
    let done = TestRunner::new(config).run(&cases, |(kind, at, how)| {
        let (kind, damaged) = (KINDS[kind], damaged(KINDS[kind], at, how));
        disk.holds(&damaged.site);
        let (_, found) = verify(&disk.root, day).expect("an archive");
        let found: Vec<String> = found.iter().map(words).collect();
        let unsaid = unsaid(&damaged, &found);
        prop_assert!(unsaid.is_empty(), "{kind:?}: nobody says {unsaid:?}: {found:#?}");
        prop_assert!(!damaged.named.is_empty(), "{kind:?}");
        let loaded = load(&disk.root, |_| day, &Overrides::default());
        prop_assert!(loaded.is_ok_and(|loaded| fails(&loaded.findings, false)), "{kind:?}");
        Ok(())
    });
    done.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Runs `verify`, `check` and `build --strict`; gives how they ended and what `verify` found.
fn all_three(project: &Project, root: &Path) -> ([Option<i32>; 3], Vec<String>) {
    let run = |args: &[&str]| project.run_in(root, args);
    let (verify, check) = (run(&["verify", "--format", "json"]), run(&["check", "--as-of", AS_OF]));
    let build = run(&["build", "--strict", "--as-of", AS_OF]);
    assert_eq!(root.join("public").exists(), build.code == Some(0), "a refused build writes nothing");
    ([verify.code, check.code, build.code], findings(&verify))
}

#[test]
fn the_commands_fail_on_each_kind_of_damage() {
    let project = Project::new(&[]);
    let disk = Disk::new(project.outside().join("damaged"));
    for (n, kind) in KINDS.iter().copied().enumerate() {
        for at in [n * 5 + 2, n * 11 + 39] {
            let damaged = damaged(kind, at, at * 7);
            disk.holds(&damaged.site);
            let (codes, found) = all_three(&project, &disk.root);
            assert_eq!(codes, [Some(1); 3], "{kind:?} {at}: {found:#?}");
            assert!(unsaid(&damaged, &found).is_empty(), "{kind:?} {at}: {found:#?}");
        }
    }
    disk.holds(whole());
    is_clean(&project, &disk.root);
}

#[track_caller]
fn is_clean(project: &Project, root: &Path) {
    let (codes, found) = all_three(project, root);
    assert_eq!((codes, found), ([Some(0); 3], Vec::new()), "{}", root.display());
}

#[test]
fn an_archive_that_was_copied_or_cloned_is_as_it_was_written() {
    let project = written();
    is_clean(&project, project.root());
    project.run(&["verify"]).ends(0).says(&["All 9 versions are as they were written."]);
    let copy = project.outside().join("copy");
    Disk::new(copy.clone()).holds(whole());
    for (n, path) in whole().keys().enumerate() {
        let file = File::options().append(true).open(copy.join(path)).expect(path);
        file.set_modified(UNIX_EPOCH + Duration::from_secs(n as u64 * 10_000_000)).expect(path);
    }
    is_clean(&project, &copy);
    // Git is told to convert line ends of everything.
    project.save("2020-04-01", &[(".gitattributes", "* text eol=crlf\n")]);
    for (name, options) in [
        ("plain", ["-c", "core.autocrlf=false"]),
        ("crlf", ["-c", "core.autocrlf=true"]),
        ("shallow", ["--depth", "1"]),
    ] {
        is_clean(&project, &project.clone_beside(name, &options));
    }
}

/// The site with another file, or without it.
fn with(path: &str, file: Option<&[u8]>) -> Things {
    let mut site = whole().clone();
    site.remove(path);
    site.extend(file.map(|bytes| (path.to_owned(), Thing::File(bytes.to_vec()))));
    site
}

/// Branches that are merged leave the lines in another order.
#[test]
fn the_order_of_the_ledger_does_not_matter() {
    let project = Project::new(&[]);
    let disk = Disk::new(project.outside().join("other"));
    let mut lines: Vec<&[u8]> = bytes(LEDGER).split_inclusive(|b| *b == b'\n').collect();
    lines.reverse();
    disk.holds(&with(LEDGER, Some(&lines.concat())));
    is_clean(&project, &disk.root);
}

/// The file that keeps line ends, which the ledger does not list.
#[test]
fn a_change_of_the_attributes_is_named() {
    let project = Project::new(&[]);
    let disk = Disk::new(project.outside().join("other"));
    for damage in [None, Some(&b"* -tdxt\n"[..]), Some(b""), Some(b"* -text\n* text\n")] {
        disk.holds(&with(ATTRIBUTES, damage));
        let (codes, found) = all_three(&project, &disk.root);
        assert_eq!(codes[2], Some(1), "{damage:?}");
        assert!(found.len() == 1 && found[0].contains(ATTRIBUTES), "{damage:?}: {found:?}");
    }
}

#[test]
fn a_change_of_the_attributes_fails() {
    let project = Project::new(&[]);
    let disk = Disk::new(project.outside().join("other"));
    disk.holds(&with(ATTRIBUTES, Some(b"* -tdxt\n")));
    assert_eq!(all_three(&project, &disk.root).0, [Some(1); 3]);
}
