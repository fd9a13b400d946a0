//! The preview server: answers loopback names only, and nothing but what the site holds.

mod http;
mod watch;

pub use http::{Answer, Handler, Listener, Opened, Reload};
pub use watch::{Depth, Happened, Watcher};
