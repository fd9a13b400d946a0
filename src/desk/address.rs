//! The addresses of the desk: what follows `/-/`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::state::Mark;
use super::words::Tongue;
use crate::vocabulary::{DocumentId, Locale};

/// Where the desk lies on the host of the preview.
pub(super) const TOP: &str = "/-/";

/// The style sheet of its pages, below [`TOP`].
pub(super) const SHEET: &str = "desk.css";

/// Their icon.
pub(super) const ICON: &str = "icon.svg";

/// A page of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// Everything at a glance.
    Board,
    /// Every finding.
    Findings,
    /// How the translations differ from their originals.
    Differences,
    /// What publishing would change.
    Publishing,
    /// The texts in one state.
    State(Mark),
    /// The documents in one language.
    Language(Locale),
    /// A document in all its languages, and how to archive it.
    Document(DocumentId),
    /// Something about one text.
    Text(View, Locale, DocumentId),
}

/// What can be seen of one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// Its state, and why.
    State,
    /// What changed since the version in force.
    InForce,
    /// What changed since the newest version, where that does not apply yet.
    Newest,
    /// What changed since the last commit.
    Commit,
    /// The text beside its original.
    Beside,
    /// What changed in the original since it was translated.
    Lacking,
}

const VIEWS: [(&str, View); 6] = [
    ("text", View::State),
    ("in-force", View::InForce),
    ("newest", View::Newest),
    ("commit", View::Commit),
    ("beside", View::Beside),
    ("lacking", View::Lacking),
];

/// What a part of an address may hold as it is.
const PART: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

impl Place {
    /// The page at a decoded address that follows the language; nothing where there is none.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let path = path.strip_suffix('/').unwrap_or(path);
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let document = |name: &str| Some(DocumentId::new(name)).filter(|id| !id.as_str().is_empty());
        match (first, rest) {
            ("", "") => Some(Self::Board),
            ("findings", "") => Some(Self::Findings),
            ("findings", "translations") => Some(Self::Differences),
            ("publishing", "") => Some(Self::Publishing),
            ("state", name) => Mark::named(name).map(Self::State),
            ("language", tag) => Locale::parse(tag).ok().map(Self::Language),
            ("document", name) => document(name).map(Self::Document),
            (name, rest) => {
                let (_, view) = VIEWS.iter().find(|(own, _)| *own == name)?;
                let (tag, name) = rest.split_once('/')?;
                Some(Self::Text(*view, Locale::parse(tag).ok()?, document(name)?))
            }
        }
    }

    /// The address on the host, in a language of the desk.
    pub(super) fn address(&self, tongue: Tongue) -> String {
        format!("{TOP}{}/{}", tongue.tag(), self.inner())
    }

    /// What follows the language.
    pub(super) fn inner(&self) -> String {
        match self {
            Self::Board => String::new(),
            Self::Findings => "findings/".to_owned(),
            Self::Differences => "findings/translations/".to_owned(),
            Self::Publishing => "publishing/".to_owned(),
            Self::State(mark) => format!("state/{}/", mark.as_str()),
            Self::Language(locale) => format!("language/{locale}/"),
            Self::Document(id) => format!("document/{}/", utf8_percent_encode(id.as_str(), PART)),
            Self::Text(view, locale, id) => {
                let name = VIEWS.iter().find(|(_, own)| own == view).map_or("text", |(name, _)| name);
                format!("{name}/{locale}/{}/", utf8_percent_encode(id.as_str(), PART))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_page() {
        let de = Locale::parse("de").unwrap();
        let document = DocumentId::new("archive/Terms & more?");
        let mut places =
            vec![Place::Board, Place::Findings, Place::Differences, Place::Publishing, Place::Language(de.clone())];
        places.extend(Mark::ALL.map(Place::State));
        places.push(Place::Document(document.clone()));
        places.extend(VIEWS.map(|(_, view)| Place::Text(view, de.clone(), document.clone())));
        for place in places {
            let address = place.address(Tongue::De);
            let inner = address.strip_prefix("/-/de/").unwrap();
            let decoded = percent_encoding::percent_decode_str(inner).decode_utf8().unwrap();
            assert_eq!(Place::parse(&decoded), Some(place), "{address}");
        }
        for wrong in ["x", "state/x", "language/qq", "text/de", "document", "findings/x"] {
            assert_eq!(Place::parse(wrong), None, "{wrong}");
        }
    }
}
