//! What others found out of history, remembered from one run to the next.

use std::path::Path;

use super::open;
use super::remember::Place;

/// A place in the git folder of a site for one text.
pub struct Memo(Place);

impl Memo {
    /// For a purpose, and everything on which the text depends beside commits. Nothing where nothing can be
    /// remembered.
    #[must_use]
    pub fn of(root: &Path, purpose: &str, depends: &str) -> Option<Self> {
        let repository = open::open(root).ok()?;
        let prefix = open::prefix_of(&repository, root).ok()?;
        let replaced = open::replacements(&repository).join(" ");
        Place::new(&repository, purpose, &prefix, &[depends, &replaced]).map(Self)
    }

    /// The text, if everything is as it was.
    #[must_use]
    pub fn get(&self) -> Option<String> {
        let text = self.0.text()?;
        let (key, text) = text.split_once('\n')?;
        (key == self.0.key()).then(|| text.to_owned())
    }

    /// Remembers a text in place of the one before.
    pub fn put(&self, text: &str) {
        self.0.put(&format!("{}\n{text}", self.0.key()));
    }
}
