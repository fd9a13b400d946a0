//! The preview server: answers loopback names only, and nothing but what the site holds.

mod http;
mod watch;

pub use http::{Answer, Asked, File, Handler, Headers, Listener, Moved, Opened, Reload};
pub use watch::{Depth, Happened, Watcher};
