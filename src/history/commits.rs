//! Commits: where they stand in history, and what their authors say in them.

use gix::ObjectId;
use gix::bstr::ByteSlice;
use gix::hashtable::{HashMap, HashSet};
use gix::objs::{CommitRef, CommitRefIter, Find, Kind};

use super::{Clock, Revision, Why};
use crate::vocabulary::Day;

/// What a walk must know of a commit.
pub(super) struct Commit {
    pub tree: ObjectId,
    /// The parents that are here: none for a commit at which a shallow clone was cut off.
    pub parents: Vec<ObjectId>,
    /// The committer's date. Walks go by it only to be quick: no answer depends on clocks.
    pub seconds: Option<i64>,
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
    pub(super) fn is_boundary(&self, id: &ObjectId) -> bool {
        self.boundary.contains(id)
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
        let seconds = read().committer().ok().and_then(|who| who.time().ok()).map(|time| time.seconds);
        let parents = if self.is_boundary(&id) { Vec::new() } else { read().parent_ids().collect() };
        Ok(Commit { tree, parents, seconds })
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
        let hash = self.repository.object_hash();
        let who = |iter: CommitRefIter<'_>| match self.clock {
            Clock::Committer => iter.committer().ok().and_then(|who| who.time().ok()),
            Clock::Author => iter.author().ok().and_then(|who| who.time().ok()),
        };
        let seconds = who(CommitRefIter::from_bytes(bytes, hash)).map(|time| time.seconds);
        let commit = CommitRef::from_bytes(bytes, hash).ok();
        let message = commit.as_ref().map(CommitRef::message);
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

fn missing(id: ObjectId) -> Why {
    Why::Unreadable(format!("commit {id} is missing"))
}
