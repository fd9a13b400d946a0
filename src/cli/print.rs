//! Printing that can fail: a closed pipe or a full disk is no reason to panic.

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
