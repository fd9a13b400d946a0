//! The preview's HTTP.
//!
//! Messages are made by `tiny_http`; its `Server` is not used. Seen in 0.12, and each time one client was enough:
//! `Content-Length: 999999999999999` makes it ask for as much memory, which ends the process; where descriptors run
//! out, the one thread that accepts connections ends or panics, and nobody is told; the lines of a header, and
//! requests that wait for a reader, have no bound; who sends a byte from time to time holds a thread for good;
//! header lines with letters beyond ASCII are no header; and of connections that come in the same moment some wait
//! until another one ends.
//!
//! So connections are kept here. [`crowd`]: there is a bound to them, and whoever has kept the preview waiting
//! longest makes room for the next. [`link`]: one connection, on a thread of its own, which nobody else waits for.
//! [`head`] and [`target`] read a request, [`workers`] have it answered, [`reply`] makes the bytes of an answer,
//! [`reload`] holds the connections of open pages.
#![expect(clippy::disallowed_methods, reason = "a server writes to connections, and waits for them")]

mod crowd;
mod exchange;
mod head;
mod kinds;
mod link;
mod own;
mod reload;
mod reply;
mod shared;
mod talk;
mod target;
mod workers;

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

pub use exchange::{Answer, Asked, File, Handler, Headers, Moved};
pub use reload::Reload;

use talk::Preview;

/// So many ports are tried after the one that was wanted.
const OTHERS: u16 = 50;

/// A port that is held, on every loopback address of this machine.
pub struct Listener {
    first: TcpListener,
    second: Option<TcpListener>,
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
    /// Takes a port of the loopback addresses; with `exact` that one or none, else the next free one. Port 0 is
    /// any free one.
    ///
    /// # Errors
    /// Where no port can be had.
    pub fn open(port: u16, exact: bool) -> io::Result<Opened> {
        let others = if exact && port != 0 { 0 } else { OTHERS };
        let mut failure = io::Error::other("no port");
        for step in 0..=others {
            let candidate = if port == 0 { 0 } else { port.saturating_add(step) };
            match Self::bind(candidate) {
                Ok(held) => return Ok(if candidate == port { Opened::Wanted(held) } else { Opened::Other(held) }),
                Err(error) => failure = error,
            }
        }
        Err(failure)
    }

    /// `localhost` may be either address to a browser; so a port that another program has on one of them is busy.
    fn bind(port: u16) -> io::Result<Self> {
        let at = |address: IpAddr, port| TcpListener::bind(SocketAddr::new(address, port));
        let first = at(Ipv4Addr::LOCALHOST.into(), port)?;
        let port = first.local_addr()?.port();
        queue(&first);
        let second = match at(Ipv6Addr::LOCALHOST.into(), port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
            // Many machines have one family only.
            second => second.ok().inspect(queue),
        };
        Ok(Self { first, second, port })
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers requests, for good.
    ///
    /// # Errors
    /// Where no thread can be had to begin with.
    pub fn serve(self, handler: &Arc<Handler>, reload: &Arc<Reload>) -> io::Result<()> {
        let preview = Arc::new(Preview::new(self.port, handler, reload)?);
        if let Some(second) = self.second {
            let preview = Arc::clone(&preview);
            thread::Builder::new().spawn(move || accept(&second, &preview))?;
        }
        accept(&self.first, &preview)
    }
}

/// So many connections may wait to be let in. By themselves it would be 128, and who comes then tries again after
/// a second. And so much may wait for each in the system: by itself it would be some megabytes. Accepted connections
/// have that from their listener.
#[cfg(unix)]
fn queue(listener: &TcpListener) {
    let _ = rustix::net::listen(listener, 4096);
    let _ = rustix::net::sockopt::set_socket_send_buffer_size(listener, 256 << 10);
}

#[cfg(not(unix))]
fn queue(_: &TcpListener) {}

/// Lets connections in, whatever happens.
fn accept(listener: &TcpListener, preview: &Arc<Preview>) -> ! {
    loop {
        match listener.accept() {
            Ok((stream, _)) => talk::welcome(preview, stream),
            // Gone before it was let in.
            Err(error) if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            // Most often there are no descriptors left.
            Err(_) => preview.crowd().make_room(),
        }
    }
}
