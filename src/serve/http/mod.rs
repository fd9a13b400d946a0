//! HTTP by `tiny_http`.
//!
//! What is worked round, all seen in `tiny_http` 0.12: addresses come neither decoded nor
//! normalised; a response made by `respond` is flushed only at its end, so events are written by
//! hand on the raw connection; any `Host` is let through; and of connections that come in the same
//! moment some may wait until another one ends, which is minutes, see [`Knocker`].
#![expect(clippy::disallowed_methods, reason = "a server writes to connections")]

mod exchange;

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response, Server};

pub use exchange::{Answer, Asked, File, Handler, Headers, Moved};

/// Where the preview's own files lie: no document can have this address.
const SCRIPT_PATH: &str = "/-/reload.js";
const SHEET_PATH: &str = "/-/preview.css";
const EVENTS_PATH: &str = "/-/events";

/// Reloads the page when the site has changed, and shows what changed.
const SCRIPT: &str = include_str!("../reload.js");
const SHEET: &str = include_str!("../preview.css");

/// Tells open pages that the site has changed.
#[derive(Debug, Default)]
pub struct Reload {
    generation: Mutex<u64>,
    changed: Condvar,
}

impl Reload {
    /// Every open page reloads.
    pub fn now(&self) {
        *self.generation.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    fn current(&self) -> u64 {
        *self.generation.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a change, or for the time after which a silent connection is tried.
    fn wait(&self, seen: u64) -> Option<u64> {
        let guard = self.generation.lock().unwrap_or_else(PoisonError::into_inner);
        let (now, _) = self
            .changed
            .wait_timeout_while(guard, Duration::from_secs(15), |now| *now == seen)
            .unwrap_or_else(PoisonError::into_inner);
        (*now != seen).then_some(*now)
    }
}

/// A port that is held.
pub struct Listener {
    listener: TcpListener,
    port: u16,
}

/// Which port was had.
pub enum Opened {
    /// The one that was wanted.
    Wanted(Listener),
    /// The next free one.
    Other(Listener),
}

impl Listener {
    /// Takes a port of the loopback address; with `exact` that one or none, else the next free one.
    ///
    /// # Errors
    /// Where no port can be had.
    pub fn open(port: u16, exact: bool) -> io::Result<Opened> {
        let last = if exact { port } else { port.saturating_add(50) };
        let mut failure = io::Error::other("no port");
        for candidate in port..=last {
            match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, candidate))) {
                Ok(listener) => {
                    let held = Self { port: listener.local_addr()?.port(), listener };
                    return Ok(if candidate == port { Opened::Wanted(held) } else { Opened::Other(held) });
                }
                Err(error) => failure = error,
            }
        }
        Err(failure)
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers requests, for good. `headers` are sent with every answer.
    ///
    /// # Errors
    /// Where the listener cannot be used.
    pub fn serve(self, handler: &Arc<Handler>, headers: &[(&str, String)], reload: &Arc<Reload>) -> io::Result<()> {
        let hosts = ["localhost", "127.0.0.1", "[::1]"].map(|name| format!("{name}:{}", self.port));
        let server = Server::from_listener(self.listener, None).map_err(io::Error::other)?;
        let headers = made(headers);
        let knocker = Knocker::new(self.port);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    while let Ok(request) = server.recv() {
                        answer(request, &hosts, &**handler, &headers, reload);
                        knocker.knock();
                    }
                });
            }
            scope.spawn(|| {
                loop {
                    thread::sleep(KNOCKS);
                    knocker.knock();
                }
            });
        });
        Ok(())
    }
}

/// Connections that wait for no reason are looked after so often, if nothing else happens.
const KNOCKS: Duration = Duration::from_millis(100);

/// And at most so often.
const BETWEEN: Duration = Duration::from_micros(500);

/// Frees connections that `tiny_http` forgets.
///
/// It gives a connection to a thread that waits, if there is one; but a thread that was woken counts as waiting
/// until it runs. Of two connections that come before that, one stays in a queue until another connection ends,
/// and browsers keep theirs open. A connection that ends at once makes a thread look into that queue.
struct Knocker {
    address: SocketAddr,
    last: Mutex<Instant>,
}

impl Knocker {
    fn new(port: u16) -> Self {
        Self { address: SocketAddr::from((Ipv4Addr::LOCALHOST, port)), last: Mutex::new(Instant::now()) }
    }

    fn knock(&self) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.elapsed() >= BETWEEN {
            *last = Instant::now();
            drop(last);
            let _ = TcpStream::connect_timeout(&self.address, KNOCKS);
        }
    }
}

fn answer(request: Request, hosts: &[String], handler: &Handler, headers: &[Header], reload: &Arc<Reload>) {
    let host = request.headers().iter().find(|header| header.field.equiv("Host")).map(|header| header.value.as_str());
    if !host.is_some_and(|host| hosts.iter().any(|known| known.eq_ignore_ascii_case(host))) {
        return plain(request, 403, "This preview answers for localhost only.\n");
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(request, 405, "Only GET and HEAD are answered.\n");
    }
    let url = request.url().split('#').next().unwrap_or_default();
    let (url, query) = url.split_once('?').unwrap_or((url, ""));
    let query = query.to_owned();
    let Some(path) = clean(url) else { return plain(request, 400, "This is no address of the site.\n") };
    // Read before the page is: a change that comes in between reloads it once more.
    let generation = reload.current();
    match path.as_str() {
        EVENTS_PATH => events(request, reload),
        SCRIPT_PATH => file(request, 200, "reload.js", SCRIPT.as_bytes().to_vec(), headers),
        SHEET_PATH => file(request, 200, "preview.css", SHEET.as_bytes().to_vec(), headers),
        _ => match handler(&Asked { path: &path, query: &query, languages: &languages(&request) }) {
            Answer::File(File { status, name, mut bytes, above, headers: own }) => {
                if content_type(&name).starts_with("text/html") {
                    add_own(&mut bytes, &above, generation);
                }
                file(request, status, &name, bytes, &[headers, &made(&own)].concat());
            }
            Answer::Moved(Moved { status, to, headers: own }) => {
                let mut response = Response::from_string("").with_status_code(status);
                let to = if query.is_empty() { to } else { format!("{to}?{query}") };
                for header in made(&own).into_iter().chain(made(&[("Location", to)])) {
                    response.add_header(header);
                }
                let _ = request.respond(response);
            }
        },
    }
}

fn languages(request: &Request) -> String {
    let found = request.headers().iter().find(|header| header.field.equiv("Accept-Language"));
    found.map(|header| header.value.as_str().to_owned()).unwrap_or_default()
}

/// Headers as they are sent; one that cannot be sent is left out.
fn made(headers: &[(&str, String)]) -> Vec<Header> {
    let made = |(name, value): &(&str, String)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok();
    headers.iter().filter_map(made).collect()
}

/// The path, decoded once; `None` for what could lead out of the site.
fn clean(url: &str) -> Option<String> {
    let path = percent_decode_str(url).decode_utf8().ok()?.into_owned();
    let harmful = path.contains(['\0', '\\']) || path.split('/').any(|part| part == ".." || part == ".");
    (path.starts_with('/') && !harmful).then_some(path)
}

fn plain(request: Request, status: u16, text: &str) {
    let _ = request.respond(Response::from_string(text).with_status_code(status));
}

fn file(request: Request, status: u16, name: &str, bytes: Vec<u8>, headers: &[Header]) {
    let kind = content_type(name);
    let mut response = Response::from_data(bytes).with_status_code(status);
    for header in headers {
        response.add_header(header.clone());
    }
    for (name, value) in [("Content-Type", kind), ("Cache-Control", "no-store")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}

/// The page as it is published, with what stands above it, and the script that reloads it.
fn add_own(page: &mut Vec<u8>, above: &str, generation: u64) {
    let script = format!("<script src=\"{SCRIPT_PATH}?{generation}\"></script>\n");
    let end = page.windows(7).rposition(|window| window == b"</body>").unwrap_or(page.len());
    page.splice(end..end, script.into_bytes());
    // No text holds these tags: in words they are escaped, and raw HTML loses them.
    let body = page.windows(5).position(|window| window == b"<body");
    if let Some(start) = body.and_then(|at| Some(at + page[at..].iter().position(|byte| *byte == b'>')? + 1)) {
        page.splice(start..start, above.bytes());
    }
    if let Some(at) = page.windows(7).position(|window| window == b"</head>") {
        page.splice(at..at, format!("<link rel=\"stylesheet\" href=\"{SHEET_PATH}\">\n").into_bytes());
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().map(str::to_ascii_lowercase).as_deref() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("xml") => "application/xml",
        Some("txt" | "md" | "toml") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("ico") => "image/x-icon",
        Some("pdf") => "application/pdf",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// Server-sent events, on a thread of their own, until the page is left.
fn events(request: Request, reload: &Arc<Reload>) {
    let reload = Arc::clone(reload);
    thread::spawn(move || {
        let since = request.url().split_once('?').and_then(|(_, query)| query.parse().ok());
        let mut seen = since.unwrap_or_else(|| reload.current());
        let mut out = request.into_writer();
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
                    Transfer-Encoding: chunked\r\n\r\n";
        let mut alive = out.write_all(head.as_bytes()).and_then(|()| chunk(&mut out, ": here\n\n")).is_ok();
        while alive {
            let text = match reload.wait(seen) {
                Some(now) => {
                    seen = now;
                    "data: changed\n\n"
                }
                None => ": still here\n\n",
            };
            alive = chunk(&mut out, text).is_ok();
        }
    });
}

fn chunk(out: &mut (impl Write + ?Sized), text: &str) -> io::Result<()> {
    write!(out, "{:x}\r\n{text}\r\n", text.len())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_leads_out_of_the_site() {
        for harmful in ["/../etc/passwd", "/%2e%2e/etc", "/a/%2E%2E/b", "/a%5c..%5cb", "/a%00", "etc", "/./a", "/%ff"] {
            assert_eq!(clean(harmful), None, "{harmful}");
        }
        assert_eq!(clean("/ja/%E6%96%B9%E9%87%9D/").as_deref(), Some("/ja/方針/"));
        assert_eq!(clean("/a..b/").as_deref(), Some("/a..b/"));
    }
}
