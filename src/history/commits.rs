//! Commits: where they stand in history, and what their authors say in them.

use gix::ObjectId;
use gix::bstr::ByteSlice;
use gix::hashtable::{HashMap, HashSet};
use gix::objs::commit::MessageRef;
use gix::objs::{CommitRefIter, Find, Kind};

use super::{Clock, Revision, Why};
use crate::vocabulary::Day;

/// What a walk must know of a commit.
pub(super) struct Commit {
    pub tree: ObjectId,
    /// The parents that are here: none for a commit at which a shallow clone was cut off.
    pub parents: Vec<ObjectId>,
    /// The committer's date. Walks go by it only to be quick: no answer depends on clocks.
    pub seconds: Option<i64>,
    is_edge: bool,
}

/// What the message of a commit says.
#[derive(Debug, Clone)]
pub(super) struct Message {
    pub revision: Result<Revision, Why>,
    /// The value of the trailer `Policy-Change`.
    pub change: Option<String>,
    /// The value of the trailer `Policy-Effective`: a day, or what was written instead.
    pub effective: Option<Result<Day, String>>,
}

/// Reads commits, each once.
pub(super) struct Commits<'r> {
    repository: &'r gix::Repository,
    boundary: HashSet<ObjectId>,
    kept: HashMap<ObjectId, Commit>,
    messages: HashMap<ObjectId, Message>,
    clock: Clock,
}

impl<'r> Commits<'r> {
    pub(super) fn new(repository: &'r gix::Repository, clock: Clock) -> Self {
        let shallow = repository.shallow_commits().ok().flatten();
        let boundary = shallow.map(|commits| commits.iter().copied().collect()).unwrap_or_default();
        Self { repository, boundary, kept: HashMap::default(), messages: HashMap::default(), clock }
    }

    /// Whether history was cut off here, so that nobody knows what the commit changed.
    pub(super) fn is_boundary(&mut self, id: ObjectId) -> Result<bool, Why> {
        Ok(self.get(id)?.is_edge)
    }

    /// The commits at which history was cut off, sorted.
    pub(super) fn boundary(&self) -> Vec<ObjectId> {
        let mut all: Vec<ObjectId> = self.boundary.iter().copied().collect();
        all.sort_unstable();
        all
    }

    pub(super) fn get(&mut self, id: ObjectId) -> Result<&Commit, Why> {
        if !self.kept.contains_key(&id) {
            let commit = self.load(id)?;
            self.kept.insert(id, commit);
        }
        self.kept.get(&id).ok_or_else(|| missing(id))
    }

    fn load(&self, id: ObjectId) -> Result<Commit, Why> {
        let mut buffer = Vec::new();
        let data = self.bytes(id, &mut buffer)?;
        let read = || CommitRefIter::from_bytes(data, self.repository.object_hash());
        let tree = read().tree_id().map_err(|error| Why::Unreadable(format!("commit {id}: {error}")))?;
        let parents: Vec<ObjectId> = read().parent_ids().collect();
        // A shallow clone also lists commits that have no parents at all.
        let is_edge = self.boundary.contains(&id) && !parents.is_empty();
        let parents = if is_edge { Vec::new() } else { parents };
        Ok(Commit { tree, parents, seconds: seconds(data, b"committer "), is_edge })
    }

    fn bytes<'b>(&self, id: ObjectId, buffer: &'b mut Vec<u8>) -> Result<&'b [u8], Why> {
        match self.repository.objects.try_find(&id, buffer) {
            Ok(Some(data)) if data.kind == Kind::Commit => Ok(data.data),
            _ => Err(missing(id)),
        }
    }

    /// The revision that a commit is, and what its trailers say.
    pub(super) fn message(&mut self, id: ObjectId) -> Result<&Message, Why> {
        if !self.messages.contains_key(&id) {
            let mut buffer = Vec::new();
            let message = self.read_message(id, self.bytes(id, &mut buffer)?);
            self.messages.insert(id, message);
        }
        self.messages.get(&id).ok_or_else(|| missing(id))
    }

    fn read_message(&self, id: ObjectId, bytes: &[u8]) -> Message {
        let seconds = match self.clock {
            Clock::Committer => seconds(bytes, b"committer "),
            Clock::Author => seconds(bytes, b"author "),
        };
        // The message begins after the first empty line, whatever is wrong with the lines before it.
        let message = bytes.find(b"\n\n").map(|at| MessageRef::from_bytes(&bytes[at + 2..]));
        let subject = message.as_ref().map(|message| message.summary().to_str_lossy().into_owned());
        let revision = match seconds {
            Some(seconds) => Ok(Revision { commit: id.to_string(), seconds, subject: subject.unwrap_or_default() }),
            None => Err(Why::NoDate(id.to_string())),
        };
        let trailer = |name: &str| {
            let body = message.as_ref()?.body()?;
            let found = body.trailers().find(|trailer| trailer.token.eq_ignore_ascii_case(name.as_bytes()))?;
            Some(found.value.to_str_lossy().trim().to_owned())
        };
        let effective = trailer("Policy-Effective").map(|written| Day::parse(&written).map_err(|_| written));
        Message { revision, change: trailer("Policy-Change"), effective }
    }
}

/// The instant of one of the two dates of a commit, read on its own: damage of the other does not
/// matter. It stands after the address: `committer Name <address> 1591012800 +0000`.
fn seconds(commit: &[u8], key: &[u8]) -> Option<i64> {
    let line = commit.lines().take_while(|line| !line.is_empty()).find_map(|line| line.strip_prefix(key))?;
    let after = &line[line.rfind_byte(b'>')? + 1..];
    std::str::from_utf8(after).ok()?.split_whitespace().next()?.parse().ok()
}

fn missing(id: ObjectId) -> Why {
    Why::Unreadable(format!("commit {id} is missing"))
}
