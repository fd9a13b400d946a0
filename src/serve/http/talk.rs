//! What is said on a connection: request and answer, one after the other.

use std::io::{self, ErrorKind};
use std::net::TcpStream;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use tiny_http::Method;

use super::crowd::{Crowd, Member};
use super::exchange::{Answer, Asked, Handler};
use super::head::{self, Head};
use super::link::{Link, Standing};
use super::own;
use super::reload::Reload;
use super::reply::Reply;
use super::shared::Shared;
use super::target::Target;
use super::workers::Workers;

/// So long a connection may say nothing between two requests.
const IDLE: Duration = Duration::from_mins(1);

/// So long the head of a request may take, however it comes.
const HEAD: Duration = Duration::from_secs(10);

/// So long, and so much, is heard of what nobody reads any more, so that the answer before it is not lost.
const FAREWELL: Duration = Duration::from_secs(2);
const UNHEARD: usize = 16 << 20;

/// Reading and writing need little.
const STACK: usize = 256 << 10;

/// All that a connection needs to be answered.
pub(super) struct Preview {
    hosts: Vec<String>,
    handler: Arc<Handler>,
    workers: Workers,
    shared: Shared,
    reload: Arc<Reload>,
    crowd: Crowd,
}

/// What is sent.
enum Spoken {
    Reply(Reply),
    /// Changes since the one a page shows.
    Events(Option<u64>),
}

/// Why there is no request.
enum End {
    Gone,
    Refused(u16),
}

/// Lets somebody in.
pub(super) fn welcome(preview: &Arc<Preview>, stream: TcpStream) {
    let member = Crowd::enter(preview, Link::new(stream));
    if thread::Builder::new().stack_size(STACK).spawn(move || converse(&member)).is_err() {
        preview.crowd.make_room();
    }
}

fn converse(member: &Member) {
    let Member { link, preview, .. } = member;
    let mut buffer = Vec::new();
    loop {
        let (spoken, is_last) = match next(link, &mut buffer) {
            Ok(head) => {
                link.stands(Standing::Busy);
                let is_last = head.is_last;
                (preview.answer(head), is_last)
            }
            Err(End::Gone) => return,
            Err(End::Refused(status)) => (Spoken::Reply(Reply::plain(status)), true),
        };
        match spoken {
            Spoken::Events(shown) => return preview.reload.follow(link, shown),
            Spoken::Reply(reply) => match preview.send(link, reply, is_last) {
                Ok(()) if is_last => return part(link),
                Ok(()) => {}
                Err(_) => return,
            },
        }
    }
}

impl Preview {
    /// # Errors
    /// Where no thread can be had.
    pub(super) fn new(port: u16, handler: &Arc<Handler>, reload: &Arc<Reload>) -> io::Result<Self> {
        let names = ["localhost", "127.0.0.1", "[::1]"];
        let mut hosts: Vec<String> = names.iter().map(|name| format!("{name}:{port}")).collect();
        if port == 80 {
            hosts.extend(names.map(str::to_owned));
        }
        let (handler, reload) = (Arc::clone(handler), Arc::clone(reload));
        let (shared, crowd) = (Shared::default(), Crowd::default());
        Ok(Self { hosts, handler, workers: Workers::start()?, shared, reload, crowd })
    }

    pub(super) fn crowd(&self) -> &Crowd {
        &self.crowd
    }

    fn answer(self: &Arc<Self>, head: Head) -> Spoken {
        let is_bare = head.method == Method::Head;
        let is_known = |host: &String| self.hosts.iter().any(|known| known.eq_ignore_ascii_case(host));
        let reply = if !head.host.as_ref().is_some_and(is_known) {
            Reply::plain(403)
        } else if !matches!(head.method, Method::Get | Method::Head) {
            Reply::plain(405)
        } else {
            match Target::read(&head.target, &self.hosts) {
                None => Reply::plain(400),
                Some(target) if target.path == own::EVENTS_PATH && !is_bare => {
                    return Spoken::Events(target.query.parse().ok());
                }
                Some(target) if target.path == own::EVENTS_PATH => Reply::of_events(),
                Some(target) => {
                    let preview = Arc::clone(self);
                    let made = self.workers.make(move || preview.of_site(&target, &head));
                    made.unwrap_or_else(|| Reply::plain(500))
                }
            }
        };
        Spoken::Reply(if is_bare { reply.bare() } else { reply })
    }

    /// A file of the site, or of the preview.
    fn of_site(&self, target: &Target, head: &Head) -> Reply {
        if let Some(file) = own::file(&target.path) {
            return Reply::file(file, &head.tags, &self.shared);
        }
        // Read before the page is: a change that comes in between reloads it once more.
        let generation = self.reload.current();
        let asked = Asked { path: &target.path, query: &target.query, languages: &head.languages };
        match (self.handler)(&asked) {
            Answer::File(mut file) => {
                own::add(&mut file, generation);
                Reply::file(file, &head.tags, &self.shared)
            }
            Answer::Moved(moved) => Reply::moved(moved, &target.query),
        }
    }

    fn send(&self, link: &Arc<Link>, reply: Reply, is_last: bool) -> io::Result<()> {
        let (mut head, body) = reply.bytes(is_last);
        link.holds(head.len() + body.len());
        self.crowd.bound_held(link);
        if body.len() < 64 << 10 {
            head.extend_from_slice(&body);
            link.write(&head)
        } else {
            link.write(&head).and_then(|()| link.write(&body))
        }
    }
}

/// Reads the next request; what came after it stays in the buffer.
fn next(link: &Link, buffer: &mut Vec<u8>) -> Result<Head, End> {
    link.stands(Standing::Waiting);
    let mut until = Instant::now() + IDLE;
    let (mut searched, mut has_begun) = (0, false);
    loop {
        let blank = buffer.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        buffer.drain(..blank);
        if let Some(end) = head::end(buffer, searched) {
            return head::read(&buffer.drain(..end).collect::<Vec<u8>>()).map_err(End::Refused);
        }
        searched = buffer.len();
        // Whoever speaks another protocol, such as HTTPS, is not kept waiting.
        if buffer.first().is_some_and(|byte| !byte.is_ascii_uppercase()) {
            return Err(End::Refused(400));
        }
        if buffer.len() > head::LONGEST {
            return Err(End::Refused(if buffer.contains(&b'\n') { 431 } else { 414 }));
        }
        if !has_begun && !buffer.is_empty() {
            (has_begun, until) = (true, Instant::now() + HEAD);
        }
        more(link, buffer, until)?;
    }
}

fn more(link: &Link, buffer: &mut Vec<u8>, until: Instant) -> Result<(), End> {
    let mut part = [0; 4096];
    match link.read(&mut part, until) {
        Ok(0) => Err(End::Gone),
        Ok(count) => {
            buffer.extend_from_slice(&part[..count]);
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::Interrupted => Ok(()),
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) && !buffer.is_empty() => {
            Err(End::Refused(408))
        }
        Err(_) => Err(End::Gone),
    }
}

/// Ends a connection. Bytes that came and were not read would end it before the answer has arrived.
fn part(link: &Link) {
    link.stands(Standing::Waiting);
    let until = Instant::now() + FAREWELL;
    let (mut part, mut heard) = ([0; 4096], 0);
    if link.finish().is_err() {
        return;
    }
    while let Ok(count) = link.read(&mut part, until) {
        heard += count;
        if count == 0 || heard > UNHEARD {
            return;
        }
    }
}
