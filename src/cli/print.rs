//! Printing that can fail: a closed pipe or a full disk is no reason to panic.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Ending;

/// Writes results to standard output, and gives how the command ends then. Nobody who listens is
/// nobody who misses anything; every other failure is one of the command.
pub(super) fn result(text: &str, ending: Ending) -> Ending {
    let mut out = io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            tell(&format!("engross: cannot write the result: {error}"));
            Ending::Failed
        }
        _ => ending,
    }
}

/// Says something to the person at standard error.
pub(super) fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Text in which nothing steers a terminal: control characters but line ends are spelled out.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    let steers = |c: char| c.is_control() && c != '\n';
    if !text.contains(steers) {
        return text.into();
    }
    let mut out = String::new();
    for c in text.chars() {
        if steers(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn nothing_steers_a_terminal() {
        assert_eq!(visible("a\u{1b}[31m\r\n\u{9b}1m\tb"), "a\\u{1b}[31m\\u{d}\n\\u{9b}1m\\u{9}b");
    }
}
