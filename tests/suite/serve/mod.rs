//! The preview over HTTP: the real program, and clients that behave well, badly and not at all.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

mod addresses;
mod load;
mod malformed;
mod saves;
mod scarce;
mod slow;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::project::Project;

/// The longest that anything may take: far more than it takes on a busy machine.
const LIMIT: Duration = Duration::from_mins(1);

/// The size of a file that no buffer on the way to a client holds twice.
const LARGE: usize = 1 << 20;

/// What stands in files that are no part of the site.
const SECRET: &str = "marker-of-what-nobody-may-see";

/// A site with a large file beside a text, and secrets around it.
fn site() -> Project {
    let project = Project::new(&[
        ("engross.toml", "[site]\nbase_url = \"https://www.example.com/\"\n"),
        ("content/privacy/en.md", "# Privacy\n\nA short text.\n\n![A picture](picture.png) [All](large.bin)\n"),
        ("content/privacy/de.md", "# Datenschutz\n\nEin kurzer Text.\n"),
        ("secret.txt", SECRET),
    ]);
    project.write("content/privacy/picture.png", b"\x89PNG\r\n\x1a\n and so on");
    project.write("content/privacy/large.bin", vec![7; LARGE]);
    fs::write(project.outside().join("secret.txt"), SECRET).expect("a secret");
    project
}

/// A running `engross serve`. It ends when it is dropped.
struct Preview {
    child: Child,
    port: u16,
    said: Arc<Mutex<String>>,
    project: Project,
}

impl Preview {
    /// On the site of these tests, and any free port.
    fn start() -> Self {
        let project = site();
        let command = project.command(&["serve", "--port", "0"]);
        Self::of(project, command)
    }

    /// By a command.
    fn of(project: Project, mut command: Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).stdin(Stdio::null()).spawn().expect("the program");
        let mut lines = BufReader::new(child.stderr.take().expect("its words"));
        let said = Arc::new(Mutex::new(String::new()));
        let mut port = None;
        while port.is_none() {
            let mut line = String::new();
            assert!(lines.read_line(&mut line).expect("a line") > 0, "it ended: {said:?}");
            port = line.split_once("http://localhost:").and_then(|(_, rest)| rest.split('/').next()?.parse().ok());
            said.lock().unwrap_or_else(PoisonError::into_inner).push_str(&line);
        }
        let all = Arc::clone(&said);
        thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                all.lock().unwrap_or_else(PoisonError::into_inner).push_str(&line);
            }
        });
        Self { child, port: port.expect("a port"), said, project }
    }

    /// A connection, on which nothing takes too long.
    fn connect(&self) -> TcpStream {
        self.connect_to(Ipv4Addr::LOCALHOST.into()).expect("a connection")
    }

    fn connect_to(&self, address: IpAddr) -> std::io::Result<TcpStream> {
        let stream = TcpStream::connect((address, self.port))?;
        stream.set_read_timeout(Some(LIMIT))?;
        stream.set_write_timeout(Some(LIMIT))?;
        Ok(stream)
    }

    /// A request for an address, with further lines of the head.
    fn request(&self, address: &str, lines: &str) -> String {
        format!("GET {address} HTTP/1.1\r\nHost: localhost:{}\r\n{lines}\r\n", self.port)
    }

    /// Asks for an address on a connection of its own.
    #[track_caller]
    fn ask(&self, address: &str, lines: &str) -> Reply {
        self.send(self.request(address, lines).as_bytes())
    }

    /// Sends bytes as they are, and reads the first answer.
    #[track_caller]
    fn send(&self, bytes: &[u8]) -> Reply {
        let mut stream = self.connect();
        stream.write_all(bytes).expect("a request");
        Reply::read(&mut BufReader::new(stream)).expect("an answer")
    }

    /// Sends bytes as they are, and nothing more; all that comes back.
    fn all(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        let _ = stream.write_all(bytes).and_then(|()| stream.shutdown(std::net::Shutdown::Write));
        let mut answer = Vec::new();
        let end = stream.read_to_end(&mut answer);
        assert!(!matches!(&end, Err(error) if is_late(error)), "no end after {:?}", String::from_utf8_lossy(bytes));
        answer
    }

    /// Requires that it answers others as ever.
    #[track_caller]
    fn is_well(&self) {
        for (address, words) in [("/en/privacy/", "A short text."), ("/de/privacy/", "Ein kurzer Text.")] {
            let reply = self.ask(address, "Connection: close\r\n");
            assert!(reply.status == 200 && reply.text().contains(words), "{address}: {}", reply.status);
        }
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(!said.contains("panicked"), "{said}");
    }

    /// What the system says of it.
    fn figures(&self) -> Figures {
        let file = |name: &str| format!("/proc/{}/{name}", self.child.id());
        let status = fs::read_to_string(file("status")).unwrap_or_default();
        let figure = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("0");
            line.trim().trim_end_matches(" kB").parse().expect("a number")
        };
        let descriptors = fs::read_dir(file("fd")).map_or(0, Iterator::count);
        Figures { memory: figure("VmRSS:"), most_memory: figure("VmHWM:"), threads: figure("Threads:"), descriptors }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Memory in kilobytes, and so on; 0 where the system does not say it.
#[derive(Debug, Clone, Copy)]
struct Figures {
    memory: usize,
    most_memory: usize,
    threads: usize,
    descriptors: usize,
}

fn is_late(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut)
}

/// An answer.
#[derive(Debug)]
struct Reply {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Reply {
    /// Reads one answer; the next one may follow it.
    fn read(from: &mut impl BufRead) -> Option<Self> {
        Self::head(from).and_then(|reply| reply.with_body(from))
    }

    fn head(from: &mut impl BufRead) -> Option<Self> {
        let mut line = || {
            let mut line = String::new();
            from.read_line(&mut line).ok().filter(|count| *count > 0)?;
            Some(line.trim_end().to_owned())
        };
        let status = line()?.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
        let mut headers = BTreeMap::new();
        loop {
            let line = line()?;
            let Some((name, value)) = line.split_once(": ") else { break };
            let before = headers.insert(name.to_lowercase(), value.to_owned());
            assert!(before.is_none(), "{name} twice");
        }
        Some(Self { status, headers, body: Vec::new() })
    }

    fn with_body(mut self, from: &mut impl Read) -> Option<Self> {
        let length = if self.status == 304 { 0 } else { self.header("content-length").parse().ok()? };
        self.body = vec![0; length];
        from.read_exact(&mut self.body).ok()?;
        Some(self)
    }

    /// A header by its name in small letters; empty if there is none.
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
