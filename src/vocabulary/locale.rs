//! A language tag that is well formed, canonical and known.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use icu_locale::fallback::{LocaleFallbackConfig, LocaleFallbacker};
use icu_locale::{LocaleCanonicalizer, LocaleDirectionality, LocaleExpander, TransformResult};

/// A BCP 47 language tag in canonical form: `de-at` is held as `de-AT`, `iw` as `he`.
///
/// One value feeds the folder of the site, `lang`, `hreflang` and the choice of strings.
#[derive(Debug, Clone)]
pub struct Locale {
    tag: Arc<str>,
    id: icu_locale::LanguageIdentifier,
}

/// Why a text is no locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocaleFault {
    /// Not of the form `language[-Script][-REGION]`.
    Malformed,
    /// Well formed, but no language of that code is known.
    Unknown,
}

impl fmt::Display for LocaleFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "is not a language tag",
            Self::Unknown => "names no known language",
        })
    }
}

/// The direction in which a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Locale {
    /// Reads a tag such as `de`, `pt-BR` or `zh-Hant` and puts it into canonical form.
    ///
    /// # Errors
    /// [`LocaleFault`] where the text is malformed or its language unknown.
    pub fn parse(text: &str) -> Result<Self, LocaleFault> {
        let mut locale: icu_locale::Locale = text.parse().map_err(|_| LocaleFault::Malformed)?;
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        let mut likely = locale.id.clone();
        let changed = LocaleExpander::new_extended().maximize(&mut likely);
        let complete = likely.script.is_some() && likely.region.is_some();
        if changed == TransformResult::Unmodified && !complete || locale.id.language.is_unknown() {
            return Err(LocaleFault::Unknown);
        }
        let id = locale.id;
        Ok(Self { tag: Arc::from(id.to_string()), id })
    }

    /// The canonical tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The tag as ICU4X holds it.
    #[must_use]
    pub fn id(&self) -> &icu_locale::LanguageIdentifier {
        &self.id
    }

    /// The direction of the language's script.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if LocaleDirectionality::new_extended().is_right_to_left(&self.id) { Direction::Rtl } else { Direction::Ltr }
    }

    /// The tags under which words of the language may be found: the chain, then the language with
    /// its likely region and script, so that `zh` finds what is written for `zh-CN`.
    #[must_use]
    pub fn related(&self) -> Vec<String> {
        let mut likely = self.id.clone();
        LocaleExpander::new_extended().maximize(&mut likely);
        let mut tags = self.chain();
        let language = self.id.language;
        tags.extend(likely.region.map(|region| format!("{language}-{region}")));
        tags.extend(likely.script.map(|script| format!("{language}-{script}")));
        tags
    }

    /// The tag and its parents by CLDR, nearest first: `de-AT` gives `de-AT`, `de`.
    #[must_use]
    pub fn chain(&self) -> Vec<String> {
        let fallbacker = LocaleFallbacker::new();
        let mut steps = fallbacker.for_config(LocaleFallbackConfig::default()).fallback_for((&self.id).into());
        let mut chain = vec![self.tag.to_string()];
        while !steps.get().is_unknown() {
            let tag = steps.get().to_string();
            if !chain.contains(&tag) {
                chain.push(tag);
            }
            steps.step();
        }
        chain
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}
impl Eq for Locale {}
impl PartialOrd for Locale {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Locale {
    fn cmp(&self, other: &Self) -> Ordering {
        self.tag.cmp(&other.tag)
    }
}
impl Hash for Locale {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tag.hash(state);
    }
}
impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_made_canonical_and_checked() {
        let tag = |text| Locale::parse(text).map(|l| l.tag().to_owned());
        assert_eq!(tag("de-at"), Ok("de-AT".into()));
        assert_eq!(tag("iw"), Ok("he".into()));
        assert_eq!(tag("zh-hant"), Ok("zh-Hant".into()));
        assert_eq!(tag("xq"), Err(LocaleFault::Unknown));
        assert_eq!(tag("de_DE.UTF-8"), Err(LocaleFault::Malformed));
        assert_eq!(tag("docs"), Err(LocaleFault::Malformed));
        assert_eq!(tag(""), Err(LocaleFault::Malformed));
    }

    #[test]
    fn directions_and_parents_come_from_cldr() {
        let chain = |text: &str| Locale::parse(text).map(|l| l.chain()).unwrap_or_default();
        assert_eq!(chain("de-AT"), ["de-AT", "de"]);
        assert_eq!(chain("zh-TW"), ["zh-TW", "zh-Hant"]);
        assert_eq!(chain("en-GB"), ["en-GB", "en-001", "en"]);
        let dir = |text: &str| Locale::parse(text).map(|l| l.direction());
        assert_eq!(dir("ar"), Ok(Direction::Rtl));
        assert_eq!(dir("he"), Ok(Direction::Rtl));
        assert_eq!(dir("ja"), Ok(Direction::Ltr));
    }
}
