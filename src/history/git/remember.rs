//! Where answers are remembered: in the git folder, which is neither committed nor published.
#![expect(clippy::disallowed_methods, reason = "this is where answers are kept from one run to the next")]

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::history::memory::Memory;

/// The place of the memory of a site in its repository.
pub(super) struct Place {
    file: PathBuf,
    key: String,
}

impl Place {
    /// For a purpose and a site in a folder of a repository, and everything on which the answers depend beside
    /// commits and texts. Nothing for a repository of another user.
    pub(super) fn new(repository: &gix::Repository, purpose: &str, prefix: &str, depends: &[&str]) -> Option<Self> {
        if repository.git_dir_trust() != gix::sec::Trust::Full {
            return None;
        }
        // Another program may understand texts in another way.
        let program = std::env::current_exe().and_then(fs::metadata).ok()?;
        let program = format!("{} {:?}", program.len(), program.modified().ok()?);
        let key = hex(depends.iter().copied().chain([program.as_str()]));
        let name = format!("{purpose}-{}.json", &hex([prefix].into_iter())[..16]);
        Some(Self { file: repository.git_dir().join("engross").join(name), key })
    }

    pub(super) fn read(&self) -> Option<Memory> {
        Memory::read(&self.text()?, &self.key)
    }

    pub(super) fn text(&self) -> Option<String> {
        fs::read_to_string(&self.file).ok()
    }

    pub(super) fn key(&self) -> &str {
        &self.key
    }

    pub(super) fn write(&self, memory: &Memory) {
        self.put(&memory.write(&self.key));
    }

    /// Writes in one step. If that fails the next run has more to do, and nothing else.
    pub(super) fn put(&self, text: &str) {
        let Some(folder) = self.file.parent() else { return };
        let own = self.file.with_extension(format!("tmp{}", std::process::id()));
        let done =
            fs::create_dir_all(folder).and_then(|()| fs::write(&own, text)).and_then(|()| fs::rename(&own, &self.file));
        if done.is_err() {
            let _ = fs::remove_file(&own);
        }
    }
}

fn hex<'p>(parts: impl Iterator<Item = &'p str>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
