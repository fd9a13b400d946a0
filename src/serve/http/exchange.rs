//! What is asked, and what is answered.

use std::sync::Arc;

/// A request for something of the site.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The path, decoded; it begins with `/`, and leads nowhere else.
    pub path: &'a str,
    /// What stands behind the first `?`, as it was sent; empty if nothing does.
    pub query: &'a str,
    /// `Accept-Language`; empty if there is none.
    pub languages: &'a str,
}

/// Headers of one answer, by name.
pub type Headers = Vec<(&'static str, String)>;

/// What stands at an address.
#[derive(Debug)]
pub enum Answer {
    /// Something to see.
    File(File),
    /// Another address.
    Moved(Moved),
}

/// Something to see.
#[derive(Debug)]
pub struct File {
    /// The status.
    pub status: u16,
    /// The name, for the type.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// HTML to stand above it, if it is a page.
    pub above: Arc<str>,
    /// HTML to stand below it, if it is a page.
    pub below: String,
    /// Its headers, without its type.
    pub headers: Headers,
}

/// Another address.
#[derive(Debug)]
pub struct Moved {
    /// The status: 301 for good, 302 for this time.
    pub status: u16,
    /// The address. The query of the request goes along.
    pub to: String,
    /// Further headers.
    pub headers: Headers,
}

/// Answers whatever is asked; on several threads at once.
pub type Handler = dyn Fn(&Asked<'_>) -> Answer + Send + Sync;
