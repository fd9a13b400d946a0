//! A file as it stands in the last commit, looked up when it is asked for.

use std::path::Path;

use super::names::{self, Head, Resolved};
use super::open;
use crate::history::tree::Kind;
use crate::history::walk::Walk;
use crate::history::{Clock, Revision, Why};
use crate::vocabulary::SourcePath;

/// What the last commit holds of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// The last commit, whether it changed the file or not.
    pub head: Revision,
    /// The id of the text.
    pub text: String,
    /// The id of the settings file of that commit.
    pub settings: Option<String>,
}

/// Finds a file of the site whose root is `root` in the last commit.
///
/// # Errors
/// Why there is no such text.
pub fn committed(root: &Path, path: &SourcePath, settings: &SourcePath) -> Result<Committed, Why> {
    let paths = [path.clone()];
    let folder = open::by_repository(root, &paths).into_keys().next().unwrap_or_default();
    let base = open::locate(root, &folder);
    let repository = open::open(&base)?;
    let head = open::head(&repository)?;
    let prefix = open::prefix_of(&repository, &base)?;
    let mut walk = Walk::new(&repository, Clock::Committer);
    let names = names::names(&[path], &folder, &prefix);
    let mut files = Head::new(&repository, &mut walk, head, &names)?;
    let place = open::locate(root, path.as_str());
    let text = match files.resolve(&mut walk, path, &names[0], &place, &mut Vec::new())? {
        Resolved::At(_, id) => id.to_string(),
        Resolved::Nowhere(why) => return Err(why),
    };
    let settings = match walk.find(head, format!("{prefix}{settings}").as_bytes())? {
        Some((Kind::File, id)) => Some(id.to_string()),
        _ => None,
    };
    let head = walk.commits.message(head)?.clone().revision?;
    Ok(Committed { head, text, settings })
}
