//! The files that a site publishes beside its pages.

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::active;
use crate::vocabulary::SourcePath;

impl Site {
    /// What is published of the files that are `there`: those to which a text refers, unless a browser would
    /// run them; the copies that versions keep; and the logo. Besides, what is in those that are not published.
    pub(super) fn gather_files(
        &self,
        there: &BTreeSet<SourcePath>,
        sink: &mut Vec<Diagnostic>,
    ) -> (BTreeSet<SourcePath>, BTreeMap<SourcePath, String>) {
        let (mut files, mut harmful) = (BTreeSet::new(), BTreeMap::new());
        let mentioned = self.documents.values().flat_map(|document| self.mentioned(document));
        for file in mentioned.filter(|file| there.contains(file)) {
            match active(&file, || self.world.bytes(&file).ok()) {
                Some(what) => drop(harmful.insert(file, what)),
                None => drop(files.insert(file)),
            }
        }
        let versions = self.documents.values().flat_map(|document| document.timeline.versions());
        files.extend(versions.flat_map(|version| version.copies().into_values()));
        if let Some(logo) = &self.config.look.logo {
            match self.world.bytes(logo).map(|bytes| active(logo, || Some(bytes))) {
                Ok(None) => drop(files.insert(logo.clone())),
                Ok(Some(what)) => sink.push(logo_active(logo, &what)),
                Err(_) => sink.push(logo_missing(logo)),
            }
        }
        (files, harmful)
    }

    /// The picture beside the title of the site, if it is there.
    #[must_use]
    pub fn logo(&self) -> Option<&SourcePath> {
        self.config.look.logo.as_ref().filter(|logo| self.files.contains(*logo))
    }
}

fn logo_active(path: &SourcePath, what: &str) -> Diagnostic {
    Diagnostic::error(Code::FILE_ACTIVE, format!("`theme.logo` names `{path}`, which holds {what}"))
        .in_file(&Config::settings_path())
        .cure("save the picture without scripts and without addresses of other files, or as PNG")
}

fn logo_missing(path: &SourcePath) -> Diagnostic {
    Diagnostic::error(Code::SETTING_VALUE, format!("`theme.logo` names `{path}`, which is not there"))
        .in_file(&Config::settings_path())
        .cure("write its path from engross.toml, with / between folders: content/logo.svg")
}
