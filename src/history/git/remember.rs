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
    /// For a site in a folder of a repository, and everything on which the answers depend beside
    /// commits and texts. Nothing for a repository of another user.
    pub(super) fn new(repository: &gix::Repository, prefix: &str, depends: &[&str]) -> Option<Self> {
        if repository.git_dir_trust() != gix::sec::Trust::Full {
            return None;
        }
        // Another program may understand texts in another way.
        let program = std::env::current_exe().and_then(fs::metadata).ok()?;
        let program = format!("{} {:?}", program.len(), program.modified().ok()?);
        let key = hex(depends.iter().copied().chain([program.as_str()]));
        let name = format!("dates-{}.json", &hex([prefix].into_iter())[..16]);
        Some(Self { file: repository.git_dir().join("engross").join(name), key })
    }

    pub(super) fn read(&self) -> Option<Memory> {
        Memory::read(&fs::read_to_string(&self.file).ok()?, &self.key)
    }

    /// Writes the memory in one step. If that fails the next run has more to do, and nothing else.
    pub(super) fn write(&self, memory: &Memory) {
        let Some(folder) = self.file.parent() else { return };
        let own = self.file.with_extension(format!("tmp{}", std::process::id()));
        let done = fs::create_dir_all(folder)
            .and_then(|()| fs::write(&own, memory.write(&self.key)))
            .and_then(|()| fs::rename(&own, &self.file));
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
