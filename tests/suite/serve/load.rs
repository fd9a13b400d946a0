//! Many requests at a time.

use std::io::{BufReader, Write};
use std::thread;

use super::{Preview, Reply};

const AT_A_TIME: usize = 64;
const EACH: usize = 80;

/// Asks on one connection, or each time on a new one.
fn client(preview: &Preview, keeps: bool) -> usize {
    let addresses =
        ["/en/privacy/", "/de/privacy/", "/en/", "/files/content/privacy/picture.png", "/index.json", "/no"];
    let mut stream = BufReader::new(preview.connect());
    for (turn, address) in addresses.iter().cycle().take(EACH).enumerate() {
        if !keeps && turn > 0 {
            stream = BufReader::new(preview.connect());
        }
        stream.get_mut().write_all(preview.request(address, "").as_bytes()).expect("a request");
        let reply = Reply::read(&mut stream).expect("an answer");
        assert_eq!(reply.status, if *address == "/no" { 404 } else { 200 }, "{address}");
    }
    EACH
}

/// How many were answered.
fn round(preview: &Preview) -> usize {
    thread::scope(|scope| {
        let start = |number| scope.spawn(move || client(preview, number % 2 == 0));
        let clients: Vec<_> = (0..AT_A_TIME).map(start).collect();
        clients.into_iter().map(|client| client.join().expect("a client")).sum()
    })
}

#[test]
fn ten_thousand_requests_are_answered_64_at_a_time() {
    let preview = Preview::start();
    let mut answered = round(&preview);
    let before = preview.figures();
    answered += round(&preview);
    let after = preview.figures();
    assert!(answered >= 10_000, "{answered}");
    // Nothing stays of a request, not even its head.
    assert!(after.memory * 1024 < before.memory * 1024 + answered / 2 * 512, "{before:?}, {after:?}");
    preview.is_well();
}

#[test]
fn requests_that_come_together_are_answered_in_their_order() {
    let preview = Preview::start();
    let addresses: Vec<&str> = ["/en/privacy/", "/robots.txt", "/de/privacy/", "/no"].repeat(50);
    let requests: String = addresses.iter().map(|address| preview.request(address, "")).collect();
    let stream = preview.connect();
    let mut writer = stream.try_clone().expect("a second end");
    let mut reader = BufReader::new(stream);
    thread::scope(|scope| {
        scope.spawn(|| writer.write_all(requests.as_bytes()).expect("requests"));
        for address in &addresses {
            let reply = Reply::read(&mut reader).expect("an answer");
            let words = match *address {
                "/en/privacy/" => "A short text.",
                "/de/privacy/" => "Ein kurzer Text.",
                "/robots.txt" => "User-agent",
                _ => "Page not found",
            };
            assert!(reply.text().contains(words), "{address}: {}", reply.status);
        }
    });
}
