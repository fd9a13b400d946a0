//! Which files are watched, and what their changes mean for a site.

use std::path::{Path, PathBuf};

use crate::archive;
use crate::build::Changes;
use crate::config::Config;
use crate::history;
use crate::output::MARKER;
use crate::serve::{Depth, Happened, Watcher};
use crate::vocabulary::SourcePath;

/// The folders of a site.
#[derive(Debug, Clone)]
pub(super) struct Places {
    root: PathBuf,
    /// The folders of git, which may lie outside.
    git: Vec<PathBuf>,
}

impl Places {
    pub(super) fn of(root: &Path) -> Self {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
        let git = history::folders(&root);
        Self { root, git }
    }

    /// A watcher that passes over what does not matter.
    pub(super) fn watcher(&self) -> Result<Watcher, String> {
        let places = self.clone();
        Watcher::new(move |path| places.is_noise(path))
    }

    /// What is to be watched for a site with these settings.
    pub(super) fn watched(&self, config: Option<&Config>) -> Vec<(PathBuf, Depth)> {
        let own = self.root.join(".git");
        let content = config.map_or("content", |config| &config.folder);
        let mut places = Vec::new();
        if content.is_empty() {
            places.push((self.root.clone(), Depth::Everything));
        } else {
            places.push((self.root.clone(), Depth::Itself));
            let theme = config.map_or("default", |config| &config.theme);
            let folders =
                [content, archive::FOLDER, "themes", &format!("themes/{theme}")].map(|name| self.root.join(name));
            // A folder that comes later is seen by the one above it.
            let depth = |folder: &PathBuf| if folder.ends_with("themes") { Depth::Itself } else { Depth::Everything };
            places.extend(folders.into_iter().map(|folder| (folder.clone(), depth(&folder))));
        }
        let single = config.into_iter().flat_map(|config| config.ignore_revs.iter().flatten().chain(&config.look.logo));
        for file in single {
            let file = self.root.join(file.as_str());
            let is_seen = |(place, depth): &(PathBuf, Depth)| match depth {
                Depth::Itself => file.parent() == Some(place),
                Depth::Everything => file.starts_with(place),
            };
            if !places.iter().any(is_seen) {
                places.extend(file.parent().map(|folder| (folder.to_path_buf(), Depth::Itself)));
            }
        }
        for git in self.git.iter().filter(|git| !content.is_empty() || !git.starts_with(&own)) {
            places.push((git.clone(), Depth::Itself));
            places.push((git.join("refs"), Depth::Everything));
        }
        places
    }

    /// What happened, in the words of the site.
    pub(super) fn changes(&self, happened: &Happened) -> Changes {
        let mut changes = if happened.is_more { Changes::everything() } else { Changes::default() };
        for path in &happened.paths {
            if self.in_git(path).is_some() {
                changes.add_git();
                continue;
            }
            match self.inside(path) {
                Some(path) => changes.add(path),
                None => changes.extend(Changes::everything()),
            }
        }
        changes
    }

    /// The path in the site; nothing where it has none that can be written.
    fn inside(&self, path: &Path) -> Option<SourcePath> {
        let parts: Option<Vec<&str>> =
            path.strip_prefix(&self.root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
        parts.map(|parts| SourcePath::new(parts.join("/")))
    }

    /// The path below a folder of git.
    fn in_git<'p>(&self, path: &'p Path) -> Option<&'p Path> {
        if let Some(inner) = self.git.iter().find_map(|git| path.strip_prefix(git).ok()) {
            return Some(inner);
        }
        let at = path.components().position(|part| part.as_os_str() == ".git")?;
        let mut rest = path.components();
        rest.by_ref().take(at + 1).for_each(drop);
        Some(rest.as_path())
    }

    /// Files that change without a change of the site: git's own but for the last commit and the index,
    /// editors' swap files, output folders, what compilers write.
    fn is_noise(&self, path: &Path) -> bool {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(inner) = self.in_git(path) {
            let inner: Vec<&str> = inner.components().filter_map(|part| part.as_os_str().to_str()).collect();
            return !(matches!(inner[..], ["HEAD" | "index" | "packed-refs"]) || inner.first() == Some(&"refs"))
                || name.ends_with(".lock");
        }
        let swap = name.ends_with('~')
            || name.ends_with(".swp")
            || name.ends_with(".swx")
            || name.ends_with(".tmp")
            || name.starts_with(".#")
            || name.starts_with('#') && name.ends_with('#')
            || name == "4913"
            || name == ".DS_Store";
        let inner = path.strip_prefix(&self.root).unwrap_or(path);
        let mut folders = inner.ancestors().filter(|folder| !folder.as_os_str().is_empty());
        swap || folders.any(|folder| {
            let is_foreign = |name: &str| self.root.join(folder).join(name).exists();
            let called = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            called == "node_modules"
                || called.ends_with(".engross-stage")
                || is_foreign(MARKER)
                || is_foreign("CACHEDIR.TAG")
        })
    }
}
