//! The bytes of an answer.

use std::io;
use std::sync::Arc;

use tiny_http::{HTTPVersion, Header, Response, StatusCode};

use super::exchange::{File, Headers, Moved};
use super::kinds;
use super::shared::Shared;

const CACHE: &str = "Cache-Control";
const NEVER: &str = "no-store";

/// What is sent.
#[derive(Debug)]
pub(super) struct Reply {
    status: u16,
    headers: Headers,
    body: Arc<Vec<u8>>,
    /// What is said of the body stands in the head, and the body is not sent.
    is_bare: bool,
}

impl Reply {
    /// A refusal, or a failure, in a word.
    pub(super) fn plain(status: u16) -> Self {
        let text = match status {
            403 => "This preview answers for localhost only.",
            405 => "Only GET and HEAD are answered.",
            408 => "The request took too long.",
            414 | 431 => "The request is too long.",
            417 => "Nothing is expected here.",
            500 => "This page could not be made; the terminal says why.",
            505 => "Only HTTP/1 is spoken here.",
            _ => "This is no address of the site.",
        };
        let mut headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
        headers.push((CACHE, NEVER.to_owned()));
        if status == 405 {
            headers.push(("Allow", "GET, HEAD".to_owned()));
        }
        Self { status, headers, body: Arc::new(format!("{text}\n").into()), is_bare: false }
    }

    /// The head alone of a stream of events.
    pub(super) fn of_events() -> Self {
        let headers = vec![("Content-Type", "text/event-stream".to_owned()), (CACHE, NEVER.to_owned())];
        Self { status: 200, headers, body: Arc::default(), is_bare: false }
    }

    /// Another address.
    pub(super) fn moved(moved: Moved, query: &str) -> Self {
        let Moved { status, to, mut headers } = moved;
        let query: String = percent_encoding::utf8_percent_encode(query, percent_encoding::CONTROLS).collect();
        let to = if query.is_empty() { to } else { format!("{to}?{query}") };
        headers.extend([("Location", to), (CACHE, NEVER.to_owned())]);
        Self { status, headers, body: Arc::default(), is_bare: false }
    }

    /// A file; without its bytes if the reader has them: if one of `tags` is theirs.
    ///
    /// Nothing is kept unless the headers of a file that is there say so: a browser that goes back shows what it has kept without asking.
    pub(super) fn file(file: File, tags: &str, shared: &Shared) -> Self {
        let File { mut status, name, bytes, mut headers, .. } = file;
        headers.retain(|(name, _)| status == 200 || *name != CACHE);
        if headers.iter().all(|(name, _)| *name != CACHE) {
            headers.push((CACHE, NEVER.to_owned()));
        }
        let (body, number) = shared.one(bytes);
        let mut is_bare = false;
        if status == 200 {
            let tag = format!("\"{number:032x}\"");
            is_bare = has_tag(tags, &tag);
            headers.push(("ETag", tag));
        }
        if is_bare {
            status = 304;
        } else {
            headers.push(("Content-Type", kinds::of(&name).to_owned()));
        }
        Self { status, headers, body, is_bare }
    }

    /// For a request for the head alone.
    pub(super) fn bare(self) -> Self {
        Self { is_bare: true, ..self }
    }

    /// The head and the body; with `is_last` no other answer comes after it.
    pub(super) fn bytes(self, is_last: bool) -> (Vec<u8>, Arc<Vec<u8>>) {
        let mut response = Response::new(StatusCode(self.status), Vec::new(), io::empty(), Some(self.body.len()), None)
            .with_chunked_threshold(usize::MAX);
        let is_said = |name: &str| self.headers.iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
        let more = EVERYWHERE.iter().filter(|(name, _)| !is_said(name));
        let own = self.headers.iter().map(|(name, value)| (*name, value.as_str()));
        for header in own.chain(more.copied()).filter_map(made) {
            response.add_header(header);
        }
        let mut head = Vec::with_capacity(1024);
        // A vector takes everything.
        let _ = response.raw_print(&mut head, HTTPVersion(1, 1), &[], true, None);
        if is_last {
            // It lets nobody set this one.
            let at = head.len().saturating_sub(2);
            head.splice(at..at, *b"Connection: close\r\n");
        }
        (head, if self.is_bare { Arc::default() } else { self.body })
    }
}

/// Of every answer: what it is is not guessed, and no other site shows parts of a draft.
const EVERYWHERE: [(&str, &str); 2] =
    [("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin")];

/// A header as it is sent; none if it cannot be, or would be more than one.
fn made((name, value): (&str, &str)) -> Option<Header> {
    let is_one = !value.contains(char::is_control);
    is_one.then(|| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok()).flatten()
}

/// Whether `If-None-Match` names a tag.
fn has_tag(tags: &str, tag: &str) -> bool {
    tags.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(headers: Headers) -> File {
        File {
            status: 200,
            name: "a.css".into(),
            bytes: b"body {}".to_vec(),
            above: "".into(),
            below: String::new(),
            headers,
        }
    }

    fn head(reply: Reply) -> String {
        String::from_utf8(reply.bytes(false).0).expect("ASCII")
    }

    #[test]
    fn whoever_has_the_bytes_is_not_sent_them() {
        let shared = Shared::default();
        let tag = format!("\"{:032x}\"", shared.one(b"body {}".to_vec()).1);
        for tags in [tag.clone(), format!("W/{tag}"), format!("\"a\", {tag}"), "*".to_owned()] {
            let (head, body) = Reply::file(file(Vec::new()), &tags, &shared).bytes(false);
            assert!(head.starts_with(b"HTTP/1.1 304 Not Modified\r\n") && body.is_empty(), "{tags}");
        }
        for tags in ["", "\"a\"", &tag[1..]] {
            let (head, body) = Reply::file(file(Vec::new()), tags, &shared).bytes(false);
            assert!(head.starts_with(b"HTTP/1.1 200 OK\r\n") && *body == b"body {}", "{tags}");
        }
    }

    #[test]
    fn a_head_is_one_head() {
        let told = head(Reply::file(
            file(vec![("Vary", "a\r\nX: y".to_owned()), ("X-A", "b".to_owned())]),
            "",
            &Shared::default(),
        ));
        assert!(told.contains("\r\nX-A: b\r\n") && !told.contains("Vary") && !told.contains("X: y"), "{told}");
        let moved = Moved { status: 302, to: "/en/".to_owned(), headers: Vec::new() };
        let told = head(Reply::moved(moved, "ü=1"));
        assert!(told.contains("\r\nLocation: /en/?%C3%BC=1\r\n"), "{told}");
        let (head, body) = Reply::plain(405).bare().bytes(true);
        let head = String::from_utf8(head).expect("ASCII");
        assert!(head.contains("Allow: GET, HEAD\r\n") && head.ends_with("Connection: close\r\n\r\n"), "{head}");
        assert!(body.is_empty() && head.contains("Content-Length: 32\r\n"), "{head}");
    }
}
