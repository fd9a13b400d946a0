//! The default theme, inside the binary.

use std::sync::Arc;

use super::ThemeFiles;

macro_rules! embed {
    ($($path:literal),* $(,)?) => {
        /// Every file of `themes/default`.
        const FILES: &[(&str, &[u8])] =
            &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/", $path)))),*];
    };
}

embed![
    "theme.toml",
    "templates/base.html",
    "templates/by-date.html",
    "templates/chooser.html",
    "templates/contents.html",
    "templates/document.html",
    "templates/home.html",
    "templates/not-found.html",
    "templates/redline.html",
    "templates/version.html",
    "templates/versions.html",
    "static/by-date.js",
    "static/icon.svg",
    "static/redline.css",
    "static/redline.js",
    "static/style.css",
    "strings/ar.ftl",
    "strings/cs.ftl",
    "strings/de.ftl",
    "strings/en-GB.ftl",
    "strings/en.ftl",
    "strings/es.ftl",
    "strings/fr.ftl",
    "strings/he.ftl",
    "strings/hu.ftl",
    "strings/id.ftl",
    "strings/it.ftl",
    "strings/ja.ftl",
    "strings/ko.ftl",
    "strings/ms.ftl",
    "strings/nl.ftl",
    "strings/pl.ftl",
    "strings/pt-BR.ftl",
    "strings/ro.ftl",
    "strings/ru.ftl",
    "strings/tr.ftl",
    "strings/zh-CN.ftl",
    "strings/zh-TW.ftl",
];

/// The files of the built-in theme.
pub(super) fn files() -> ThemeFiles {
    FILES.iter().map(|(path, bytes)| ((*path).to_owned(), Arc::from(*bytes))).collect()
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "compares what is embedded with what lies on disk")]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_default_theme_is_embedded() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let on_disk: Vec<String> = walkdir::WalkDir::new(&folder)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| Some(entry.path().strip_prefix(&folder).ok()?.to_str()?.replace('\\', "/")))
            .collect();
        let mut on_disk: Vec<&str> = on_disk.iter().map(String::as_str).collect();
        on_disk.sort_unstable();
        assert_eq!(files().keys().map(String::as_str).collect::<Vec<_>>(), on_disk);
    }
}
