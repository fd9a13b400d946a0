//! What the preview adds to a site.

use super::exchange::File;
use super::kinds;

/// Where the preview's own files lie: no document can have this address.
const SCRIPT_PATH: &str = "/-/reload.js";
const SHEET_PATH: &str = "/-/preview.css";

/// Where open pages hear of changes.
pub(super) const EVENTS_PATH: &str = "/-/events";

/// Reloads the page when the site has changed, and shows what changed.
const SCRIPT: &str = include_str!("../reload.js");
const SHEET: &str = include_str!("../preview.css");

/// One of the preview's own files.
pub(super) fn file(path: &str) -> Option<File> {
    let text = match path {
        SCRIPT_PATH => SCRIPT,
        SHEET_PATH => SHEET,
        _ => return None,
    };
    let headers = vec![("Cache-Control", "no-cache".to_owned())];
    Some(File {
        status: 200,
        name: path.to_owned(),
        bytes: text.into(),
        above: "".into(),
        below: String::new(),
        headers,
    })
}

/// A page as it is published, with what stands above and below it, and the script that reloads it; other files as they are.
pub(super) fn add(file: &mut File, generation: u64) {
    if !kinds::of(&file.name).starts_with("text/html") {
        return;
    }
    let page = &mut file.bytes;
    let script = format!("{}<script src=\"{SCRIPT_PATH}?{generation}\"></script>\n", file.below);
    let end = page.windows(7).rposition(|window| window == b"</body>").unwrap_or(page.len());
    page.splice(end..end, script.into_bytes());
    // No text holds these tags: in words they are escaped, and raw HTML loses them.
    let body = page.windows(5).position(|window| window == b"<body");
    if let Some(start) = body.and_then(|at| Some(at + page[at..].iter().position(|byte| *byte == b'>')? + 1)) {
        page.splice(start..start, file.above.bytes());
    }
    if let Some(at) = page.windows(7).position(|window| window == b"</head>") {
        page.splice(at..at, format!("<link rel=\"stylesheet\" href=\"{SHEET_PATH}\">\n").into_bytes());
    }
}
