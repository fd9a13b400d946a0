//! The languages of the desk, which are not those of the site, and its words in them.

use crate::language::{StringFiles, Strings};
use crate::theme::Words;
use crate::vocabulary::{Locale, SourcePath};

/// A language in which the desk is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    En,
    De,
}

impl Tongue {
    pub(super) const ALL: [Self; 2] = [Self::En, Self::De];

    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
        }
    }

    pub(super) fn named(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.tag() == tag)
    }

    /// The one that a reader likes best, by the header `Accept-Language`; English where that names none.
    pub(super) fn wanted(languages: &str) -> Self {
        let of = |part: &str| {
            let mut parts = part.split(';').map(str::trim);
            let tongue = Self::named(parts.next()?.split('-').next()?.to_ascii_lowercase().as_str())?;
            let quality =
                parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse::<f32>().ok())?;
            (quality > 0.0).then_some((quality, tongue))
        };
        let mut best: Option<(f32, Self)> = None;
        for (quality, tongue) in languages.split(',').filter_map(of) {
            if best.is_none_or(|(most, _)| quality > most) {
                best = Some((quality, tongue));
            }
        }
        best.map_or(Self::En, |(_, tongue)| tongue)
    }
}

/// The words of the default theme, over which those of the desk are laid: redlines need them.
const FILES: [(&str, &str); 4] = [
    ("en", include_str!("../../themes/default/strings/en.ftl")),
    ("en", include_str!("strings/en.ftl")),
    ("de", include_str!("../../themes/default/strings/de.ftl")),
    ("de", include_str!("strings/de.ftl")),
];

/// The desk in one language.
pub(super) struct Voice {
    pub tongue: Tongue,
    pub locale: Locale,
    pub strings: Strings,
    /// Every string that needs nothing filled in.
    pub words: Words,
}

/// The desk in each of its languages; a file of words that is wrong is left out as far as it is.
pub(super) fn voices() -> Vec<Voice> {
    let mut files = StringFiles::default();
    for (tag, text) in FILES {
        let _ = files.add(tag, &SourcePath::new(format!("desk/{tag}.ftl")), text);
    }
    let of = |tongue: Tongue| {
        let locale = Locale::parse(tongue.tag()).ok()?;
        let strings = Strings::new(&locale, &locale, &files).0;
        let words = Words::of(&strings, &files);
        Some(Voice { tongue, locale, strings, words })
    };
    Tongue::ALL.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_has_the_word() {
        for (languages, tongue) in [
            ("", Tongue::En),
            ("de-AT,de;q=0.9,en;q=0.8", Tongue::De),
            ("en-US,en;q=0.9,de;q=0.8", Tongue::En),
            ("fr, de;q=0.5, en;q=0.4", Tongue::De),
            ("ja", Tongue::En),
            ("en;q=0, de;q=0.1", Tongue::De),
            ("de;q=x,*", Tongue::En),
        ] {
            assert_eq!(Tongue::wanted(languages), tongue, "{languages}");
        }
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let mut files = StringFiles::default();
        for (tag, text) in FILES {
            assert_eq!(files.add(tag, &SourcePath::new("x.ftl"), text), []);
        }
        for tongue in Tongue::ALL {
            let locale = Locale::parse(tongue.tag()).unwrap();
            assert_eq!(Strings::new(&locale, &locale, &files).1, []);
        }
        let keys = |text: &str| -> Vec<String> {
            let lines = text.lines().filter(|line| line.starts_with("desk-"));
            lines.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
        };
        assert_eq!(keys(FILES[1].1), keys(FILES[3].1));
        assert_eq!(files.unknown_variables(|tag| SourcePath::new(tag)), []);
    }
}
