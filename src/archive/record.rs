//! `version.toml`: what a version is, in a form that can be read in twenty years without engross.

use std::collections::BTreeMap;

use toml_writer::{ToTomlValue, TomlStringBuilder};

use super::{FOLDER, Frozen, Kept, Kind, Place, RECORD, Texts, Version, digest, findings};
use crate::data::{Entry, Reader, Table};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::{Day, DocumentId, Instant, Locale, SourcePath, VersionId};

/// The version of this form.
const FORM: &str = "1";

/// A version that is to be written.
#[derive(Debug, Clone)]
pub struct NewRecord {
    /// The document.
    pub document: DocumentId,
    /// The name of the version.
    pub id: VersionId,
    /// The day of publication, if it was stated.
    pub published: Option<Day>,
    /// The day on which it is frozen.
    pub archived: Option<Day>,
    /// How much it changes.
    pub kind: Kind,
    /// Whether it comes from history.
    pub imported: bool,
    /// What changed, by language.
    pub notes: BTreeMap<Locale, String>,
    /// Languages in which there is no text any more.
    pub discontinued: Vec<Locale>,
    /// The texts.
    pub texts: BTreeMap<Locale, NewText>,
    /// Files that the texts refer to, by their path in the site.
    pub files: BTreeMap<SourcePath, Vec<u8>>,
}

/// A text that is to be written.
#[derive(Debug, Clone)]
pub struct NewText {
    /// The text, with its variables resolved.
    pub text: String,
    /// The file of the working text.
    pub source: SourcePath,
    /// The day of the last revision that changed what it says.
    pub updated: Option<Day>,
    /// The moment of that revision.
    pub instant: Option<Instant>,
    /// The commit that holds it.
    pub commit: Option<String>,
}

impl NewRecord {
    /// The folder of the version below [`FOLDER`].
    #[must_use]
    pub fn folder(&self) -> String {
        format!("{}/{}", self.document, self.id)
    }

    /// Every file of the version by its name in the folder, the record first.
    #[must_use]
    pub fn contents(&self) -> Vec<(String, Vec<u8>)> {
        let texts = self.texts.iter().map(|(locale, text)| (format!("{locale}.md"), text.text.clone().into_bytes()));
        let files = self.files.iter().map(|(path, bytes)| (copy_name(path), bytes.clone()));
        let record = std::iter::once((RECORD.to_owned(), self.record().into_bytes()));
        record.chain(texts).chain(files).collect()
    }

    fn record(&self) -> String {
        let mut out = format!(
            "# A version of a policy, frozen by engross. Files in this folder are never changed;\n\
             # {up}{ledger} lists their digests: sha256sum --check {ledger}\n\
             # The texts beside this file are Markdown in UTF-8, one for each language.\n\
             form = {form}\ndocument = {document}\nversion = {id}\neffective = {day}\n",
            up = "../".repeat(self.folder().matches('/').count() + 1),
            ledger = super::LEDGER,
            form = quoted(FORM),
            document = quoted(self.document.as_str()),
            id = quoted(&self.id.to_string()),
            day = self.id.day(),
        );
        for (key, day) in [("published", self.published), ("archived", self.archived)] {
            out.extend(day.map(|day| format!("{key} = {day}\n")));
        }
        out.push_str(&format!("kind = {}\n", quoted(self.kind.as_str())));
        if self.imported {
            out.push_str("imported = true\n");
        }
        if !self.discontinued.is_empty() {
            let tags: Vec<String> = self.discontinued.iter().map(|locale| quoted(locale.tag())).collect();
            out.push_str(&format!("discontinued = [{}]\n", tags.join(", ")));
        }
        if !self.notes.is_empty() {
            out.push_str("\n[notes]\n");
            out.extend(self.notes.iter().map(|(locale, note)| format!("{} = {}\n", key(locale.tag()), quoted(note))));
        }
        for (locale, text) in &self.texts {
            out.push_str(&format!("\n[texts.{}]\nfile = {}\n", key(locale.tag()), quoted(&format!("{locale}.md"))));
            out.push_str(&format!("source = {}\n", quoted(text.source.as_str())));
            out.extend(text.updated.map(|day| format!("updated = {day}\n")));
            out.extend(text.instant.map(|instant| format!("instant = {instant}\n")));
            out.extend(text.commit.as_ref().map(|commit| format!("commit = {}\n", quoted(commit))));
            out.push_str(&format!("sha256 = {}\n", quoted(&digest(text.text.as_bytes()))));
        }
        for (path, bytes) in &self.files {
            out.push_str(&format!("\n[files.{}]\nfile = {}\n", quoted(path.as_str()), quoted(&copy_name(path))));
            out.push_str(&format!("sha256 = {}\n", quoted(&digest(bytes))));
        }
        out
    }
}

/// The name of the frozen copy of a file: its own path, so that no two share one.
fn copy_name(path: &SourcePath) -> String {
    format!("files/{path}")
}

/// Text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

/// A key as TOML writes it.
fn key(text: &str) -> String {
    let bare = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if bare { text.to_owned() } else { quoted(text) }
}

/// Reads a record. What is wrong with it is a finding; then there is no version, or less of it.
pub(super) fn read(path: &SourcePath, text: &str) -> (Option<(DocumentId, Version)>, Vec<Diagnostic>) {
    let mut sink = Vec::new();
    let table = match Table::from_toml(text, 0) {
        Ok(table) => table,
        Err(fault) => return (None, vec![findings::record_syntax(path, fault)]),
    };
    let mut reader = Reader::new(path, &table, &mut sink);
    let version = read_version(path, &mut reader);
    reader.refuse_unknown();
    if sink.iter().any(|finding| finding.code == Code::ARCHIVE_RECORD) {
        // Of another form nothing else is known.
        sink.retain(|finding| finding.code == Code::ARCHIVE_RECORD);
    }
    for finding in &mut sink {
        finding.code = Code::ARCHIVE_RECORD;
    }
    if version.is_none() && sink.is_empty() {
        sink.push(findings::record_incomplete(path));
    }
    (version, sink)
}

fn read_version(path: &SourcePath, reader: &mut Reader<'_>) -> Option<(DocumentId, Version)> {
    if let Some(form) = reader.text("form").filter(|form| form.value != FORM) {
        reader.fault(findings::record_form(&form.value), &form.span, "another form");
        return None;
    }
    let document = reader.text("document");
    let id = reader.text("version");
    let effective = reader.day("effective");
    let published = reader.day("published");
    let archived = reader.day("archived");
    let kinds = [("major", Kind::Major), ("minor", Kind::Minor), ("withdrawal", Kind::Withdrawal)];
    let kind = reader.choice("kind", &kinds);
    let imported = reader.flag("imported") == Some(true);
    let discontinued = reader.texts("discontinued").unwrap_or_default();
    let discontinued = discontinued.iter().filter_map(|tag| Locale::parse(&tag.value).ok()).collect();
    let notes = reader.table("notes").map(|table| table.0.as_slice()).unwrap_or_default();
    let notes = notes.iter().filter_map(note).collect();
    let (mut texts, mut files) = (Texts::default(), BTreeMap::new());
    reader.sections("texts", |entry, inner| {
        if let Some((locale, text)) = read_text(path, entry, inner) {
            texts.insert(locale, text);
        }
    });
    reader.sections("files", |entry, inner| {
        let kept = inner.text("file").and_then(|file| path.join(&file.value)).zip(inner.text("sha256"));
        let kept = kept.map(|(path, sha256)| Kept { path, sha256: sha256.value });
        files.extend(kept.map(|kept| (SourcePath::new(entry.key.clone()), kept)));
    });
    let (document, id, effective, kind) = (document?, VersionId::parse(&id?.value)?, effective?, kind?);
    let document = DocumentId::new(&document.value);
    // The path says once more which version this is: a folder that was moved is another version.
    let here = format!("{FOLDER}/{document}/{id}/{RECORD}");
    if id.day() != effective || here != path.as_str() {
        return None;
    }
    let record = Some(path.clone());
    let version = Version { id, published, archived, kind, imported, texts, notes, discontinued, files, record };
    Some((document, version))
}

fn note(entry: &Entry) -> Option<(Locale, String)> {
    match &entry.node.value {
        crate::data::Value::Text(note) => Some((Locale::parse(&entry.key).ok()?, note.clone())),
        _ => None,
    }
}

fn read_text(path: &SourcePath, entry: &Entry, inner: &mut Reader<'_>) -> Option<(Locale, Frozen)> {
    let (file, source) = (inner.text("file"), inner.text("source"));
    let (updated, instant, commit) = (inner.day("updated"), inner.instant("instant"), inner.text("commit"));
    let sha256 = inner.text("sha256");
    let locale = Locale::parse(&entry.key).ok()?;
    let place = Place::Record(path.join(&file?.value)?, sha256?.value);
    let source = SourcePath::new(source?.value);
    Some((locale, Frozen { place, source, updated, instant, commit: commit.map(|commit| commit.value) }))
}
