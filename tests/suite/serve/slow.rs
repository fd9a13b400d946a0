//! Clients that hold their connections and do not let go.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

use super::{Preview, Reply};

/// So many of each kind.
const MANY: usize = 500;

/// More connections than this are never kept.
const BOUND: usize = 256;

/// This process holds them all.
fn allow_many_files() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, getrlimit, setrlimit};
        let mut limit = getrlimit(Resource::Nofile);
        let wanted = limit.maximum.map_or(8192, |most| most.min(8192));
        limit.current = limit.current.map(|now| now.max(wanted));
        setrlimit(Resource::Nofile, limit).expect("more files");
    }
}

/// Connections on which something has been sent; a few words, which no full buffer stops.
fn clients(preview: &Preview, words: &str) -> Vec<TcpStream> {
    let client = |_| {
        let mut stream = preview.connect();
        // It may have been sent away already.
        let _ = stream.write_all(words.as_bytes());
        stream
    };
    (0..MANY).map(client).collect()
}

/// Requires that with some clients it is as ever for others.
#[track_caller]
fn is_bounded(preview: &Preview, kind: &str) {
    for _ in 0..2 {
        preview.is_well();
    }
    let figures = preview.figures();
    // And a few of its own.
    assert!(figures.descriptors < BOUND + 40 && figures.threads < BOUND + 40, "{kind}: {figures:?}");
}

#[test]
fn five_hundred_slow_clients_of_each_kind_harm_nobody() {
    allow_many_files();
    let preview = Preview::start();
    preview.is_well();
    let before = preview.figures();
    let files = preview.request("/files/content/privacy/large.bin", "").repeat(4);
    let part = &preview.request("/en/", "X: y")[..30];
    let mut kept = Vec::new();
    for (kind, words) in [("silent", ""), ("in a head", part), ("not reading", &files)] {
        kept.push(clients(&preview, words));
        is_bounded(&preview, kind);
    }
    let after = preview.figures();
    assert!(after.most_memory < before.memory + 40 * 1024, "{before:?}, {after:?}");
}

#[test]
fn a_head_that_comes_a_byte_at_a_time_is_read() {
    allow_many_files();
    let preview = Preview::start();
    let request = preview.request("/robots.txt", "Connection: close\r\n");
    let mut slow = clients(&preview, "");
    for (turn, byte) in request.bytes().enumerate() {
        slow.retain_mut(|stream| stream.write_all(&[byte]).is_ok());
        if turn % 10 == 0 {
            preview.is_well();
        }
    }
    is_bounded(&preview, "a byte at a time");
    let read = |stream: TcpStream| Reply::read(&mut BufReader::new(stream)).is_some_and(|reply| reply.status == 200);
    let answered = slow.into_iter().map(read).filter(|is_answered| *is_answered).count();
    // All but those who had to make room.
    assert!((BOUND - 40..=BOUND).contains(&answered), "{answered}");
}

/// What a stream of events says next.
fn event(page: &mut impl BufRead) -> String {
    let mut text = String::new();
    while !text.ends_with("\n\n") {
        assert!(page.read_line(&mut text).expect("an event") > 0, "{text:?} is the end");
    }
    text
}

/// The number of the site that a page shows.
fn generation(preview: &Preview) -> u64 {
    let page = preview.ask("/en/privacy/", "").text();
    let (_, rest) = page.split_once("/-/reload.js?").expect("the script");
    rest.split('"').next().and_then(|number| number.parse().ok()).expect("a number")
}

#[test]
fn open_pages_are_told_of_changes_and_are_bounded_too() {
    allow_many_files();
    let preview = Preview::start();
    let events = format!("/-/events?{}", generation(&preview));
    let open = preview.request(&events, "Accept: text/event-stream\r\n");
    let pages = clients(&preview, &open);
    is_bounded(&preview, "events");
    // The last ones are all there: somebody has that many tabs.
    let mut open: Vec<_> = pages.into_iter().rev().take(100).map(BufReader::new).collect();
    for page in &mut open {
        let head = Reply::head(page).expect("a head");
        assert_eq!((head.status, head.header("content-type")), (200, "text/event-stream"));
        assert_eq!(event(page), ": here\n\n");
    }
    preview.project.write("content/privacy/en.md", "# Privacy\n\nA short text. And more.\n");
    for page in &mut open {
        assert_eq!(event(page), "data: changed\n\n");
    }
    assert!(preview.ask("/en/privacy/", "").text().contains("And more."));
    // A page that was made before is told at once, and one of a preview before this one.
    for old in [events.as_str(), "/-/events?0"] {
        let mut late = BufReader::new(preview.connect());
        late.get_mut().write_all(preview.request(old, "").as_bytes()).expect("a request");
        assert!(Reply::head(&mut late).is_some());
        assert_eq!([event(&mut late), event(&mut late)], [": here\n\n", "data: changed\n\n"]);
    }
}
