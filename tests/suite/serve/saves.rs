//! Many saves, one after the other.

use std::time::Instant;

use super::{LIMIT, Preview};

/// What 200 saves a second are in five seconds.
const SAVES: usize = 1_000;

/// Saves all texts in turn, and asks for one after each; how large the preview is then.
fn storm(preview: &Preview, round: usize) -> usize {
    for save in 0..SAVES {
        let (path, language) = if save % 2 == 0 { ("privacy/en.md", "en") } else { ("privacy/de.md", "de") };
        let text = match save % 10 {
            0 => "---\neffective: never\n---\n# Broken\n".to_owned(),
            5 => format!("# Heading {save}\n\n## Section {save}\n\n[Leads](../privacy/de.md#section-{save})\n"),
            _ => format!("# Text\n\nSave {save} of round {round}.\n"),
        };
        preview.project.write(&format!("content/{path}"), text);
        let reply = preview.ask(&format!("/{language}/privacy/"), "Connection: close\r\n");
        assert_eq!(reply.status, 200, "save {save}");
    }
    let last = format!("All is done in round {round}.");
    preview.project.write("content/privacy/en.md", format!("# Text\n\n{last}\n"));
    let start = Instant::now();
    while !preview.ask("/en/privacy/", "Connection: close\r\n").text().contains(&last) {
        assert!(start.elapsed() < LIMIT, "the last save is not seen");
    }
    preview.figures().memory
}

#[test]
fn a_thousand_saves_are_followed_and_the_last_one_is_shown() {
    let preview = Preview::start();
    let (first, then) = (storm(&preview, 1), storm(&preview, 2));
    assert!(then < first + 8_192, "from {first} to {then} kB");
    let said = preview.said.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    assert!(!said.contains("panicked"), "{said}");
}
