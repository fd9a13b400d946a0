//! The texts of old revisions. A partial clone lacks most of them: they are fetched through git.
#![expect(clippy::disallowed_methods, reason = "missing texts are fetched by the program git")]

use std::io::Write;
use std::process::{Command, Stdio};

use gix::ObjectId;
use gix::objs::{Exists, Find, Kind};

/// Reads texts of one repository.
pub(in crate::history) struct Texts<'r> {
    repository: &'r gix::Repository,
    fetches: u32,
    /// Why nothing more is fetched: a remote that does not answer is not asked again.
    refused: Option<String>,
}

/// The same for one thread.
pub(in crate::history) struct TextsHandle(gix::OdbHandle);

/// So often a build asks the remote for texts at most.
const FETCHES: u32 = 8;

impl<'r> Texts<'r> {
    pub(in crate::history) fn new(repository: &'r gix::Repository) -> Self {
        Self { repository, fetches: 0, refused: None }
    }

    /// How often the remote was asked.
    pub(in crate::history) fn fetches(&self) -> u32 {
        self.fetches
    }

    pub(in crate::history) fn handle(&self) -> TextsHandle {
        TextsHandle(self.repository.objects.clone())
    }

    /// Fetches those objects that are not here from the remote of a partial clone, all at once.
    ///
    /// The error says why not.
    pub(in crate::history) fn fetch(&mut self, mut wanted: Vec<ObjectId>) -> Result<(), String> {
        wanted.sort_unstable();
        wanted.dedup();
        wanted.retain(|id| !self.repository.objects.exists(id));
        if wanted.is_empty() {
            return Ok(());
        }
        if self.refused.is_none() {
            self.refused = self.ask(&wanted).err();
        }
        self.refused.clone().map_or(Ok(()), Err)
    }

    /// Asks the remote for objects; the error says why nothing came.
    fn ask(&mut self, wanted: &[ObjectId]) -> Result<(), String> {
        let remote = self.remote()?;
        if self.fetches == FETCHES {
            return Err("too many texts are missing".to_owned());
        }
        self.fetches += 1;
        let mut git = Command::new("git");
        git.arg("--git-dir").arg(self.repository.git_dir());
        // What git itself does when it needs one object of a partial clone, for many.
        git.args(["-c", "fetch.negotiationAlgorithm=noop", "fetch", &remote, "--no-tags", "--no-write-fetch-head"])
            .args(["--recurse-submodules=no", "--filter=blob:none", "--no-auto-maintenance", "--quiet", "--stdin"])
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("LC_ALL", "C")
            .env_remove("GIT_DIR")
            .env_remove("GIT_WORK_TREE")
            .env_remove("GIT_INDEX_FILE")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = git.spawn().map_err(|error| format!("the program git cannot be started: {error}"))?;
        let list: Vec<String> = wanted.iter().map(ToString::to_string).collect();
        if let Some(mut input) = child.stdin.take() {
            // If git ends early its word is the better one.
            let _ = input.write_all((list.join("\n") + "\n").as_bytes());
        }
        let output = child.wait_with_output().map_err(|error| error.to_string())?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let reason = said.lines().find_map(|line| line.strip_prefix("fatal: ").or(line.strip_prefix("error: ")));
        Err(reason.unwrap_or("git fetch failed").to_owned())
    }

    /// The remote from which a partial clone was made.
    fn remote(&self) -> Result<String, String> {
        if self.repository.git_dir_trust() != gix::sec::Trust::Full {
            return Err("the repository belongs to another user, so nothing is fetched for it".to_owned());
        }
        let config = self.repository.config_snapshot();
        if let Some(name) = config.string("extensions.partialClone") {
            return Ok(name.to_string());
        }
        let remotes = self.repository.remote_names();
        let promises = |name: &str| config.boolean(format!("remote.{name}.promisor").as_str()).unwrap_or(false);
        let found = remotes.iter().map(ToString::to_string).find(|name| promises(name));
        found.ok_or_else(|| "the clone has no remote that promises it".to_owned())
    }
}

impl TextsHandle {
    /// The bytes of a text, or the id if it is not here.
    pub(in crate::history) fn get(&self, id: ObjectId) -> Result<Vec<u8>, ObjectId> {
        let mut buffer = Vec::new();
        match self.0.try_find(&id, &mut buffer) {
            Ok(Some(data)) if data.kind == Kind::Blob => Ok(buffer),
            _ => Err(id),
        }
    }
}
