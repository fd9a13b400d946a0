//! `[theme]`: how the site looks, without touching a template.

use super::words::{Wording, read_wording};
use crate::data::{Located, Reader};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::SourcePath;

/// `[theme]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// `accent`: the colour of links and marks on a light ground.
    pub accent: Option<Colour>,
    /// `accent_dark`: the same on a dark ground; by default made from `accent`.
    pub accent_dark: Option<Colour>,
    /// `logo`: a picture beside the title of the site, by its path in the site.
    pub logo: Option<SourcePath>,
    /// `footer`: words at the end of every page.
    pub footer: Option<Wording>,
}

/// The grounds of the built-in theme, light and dark.
const GROUNDS: [Colour; 2] = [Colour([0xff, 0xff, 0xff]), Colour([0x14, 0x17, 0x1c])];

/// The least contrast of text, by WCAG 2.2 (1.4.3), in hundredths.
const CONTRAST: u32 = 450;

/// A colour in sRGB: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#0b4f8a` or `#05a`.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if !digits.is_ascii() {
            return None;
        }
        let part = |text: &str| u8::from_str_radix(text, 16).ok();
        match digits.len() {
            6 => Some(Self([part(&digits[..2])?, part(&digits[2..4])?, part(&digits[4..])?])),
            3 => {
                let short = |at: usize| part(&digits[at..=at]).map(|digit| digit * 17);
                Some(Self([short(0)?, short(1)?, short(2)?]))
            }
            _ => None,
        }
    }

    /// As CSS writes it.
    #[must_use]
    pub fn css(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The relative luminance, by WCAG 2.2.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast with another colour, by WCAG 2.2, in hundredths: 100 to 2100.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 100 and 2100")]
    fn contrast(self, other: Self) -> u32 {
        let (one, other) = (self.luminance(), other.luminance());
        ((one.max(other) + 0.05) / (one.min(other) + 0.05) * 100.0).floor() as u32
    }

    /// The colour mixed with white, as little as makes it readable on a dark ground.
    fn on_dark(self) -> Self {
        let mixed = |part: u16| {
            Self(self.0.map(|own| {
                let own = u16::from(own);
                u8::try_from(own + (255 - own) * part / 20).unwrap_or(u8::MAX)
            }))
        };
        (0..=20).map(mixed).find(|colour| colour.is_light()).unwrap_or(GROUNDS[0])
    }

    /// Whether the contrast with a dark ground is about 7 to 1: by whole numbers, so that a site has the same
    /// bytes on every machine.
    fn is_light(self) -> bool {
        let weights = [2_126_u32, 7_152, 722];
        let sum: u32 = self.0.iter().zip(weights).map(|(part, weight)| weight * u32::from(*part).pow(2)).sum();
        sum >= 4_200 * 255 * 255
    }
}

impl Look {
    /// What is to be added to the style sheet.
    #[must_use]
    pub fn css(&self) -> Option<String> {
        let light = self.accent?;
        let dark = self.accent_dark.unwrap_or_else(|| light.on_dark());
        Some(format!(
            "@media screen {{ :root {{ --accent: {}; }} }}\n\
             @media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {}; }} }}\n",
            light.css(),
            dark.css()
        ))
    }
}

/// Reads `[theme]`.
pub(super) fn read_look(reader: &mut Reader<'_>) -> Look {
    let accent = reader.text("accent").and_then(|text| colour(reader, "accent", &text, GROUNDS[0]));
    let accent_dark = reader.text("accent_dark").and_then(|text| colour(reader, "accent_dark", &text, GROUNDS[1]));
    let logo = reader.text("logo").and_then(|path| logo(reader, &path));
    Look { accent, accent_dark, logo, footer: read_wording(reader, "footer") }
}

fn colour(reader: &mut Reader<'_>, key: &str, text: &Located<String>, ground: Colour) -> Option<Colour> {
    let Some(colour) = Colour::parse(&text.value) else {
        let found =
            Diagnostic::error(Code::SETTING_VALUE, format!("`theme.{key}` is no colour")).cure("write it like #0b4f8a");
        reader.fault(found, &text.span, "not a colour");
        return None;
    };
    let contrast = colour.contrast(ground);
    if contrast < CONTRAST {
        let message = format!(
            "`theme.{key}`: on the ground {} the contrast of {} is {}.{:02} to 1, too little to be read",
            ground.css(),
            colour.css(),
            contrast / 100,
            contrast % 100
        );
        let cure =
            format!("take a {} colour: 4.5 to 1 is the least", if ground == GROUNDS[0] { "darker" } else { "lighter" });
        reader.fault(Diagnostic::warning(Code::CONTRAST, message).cure(cure), &text.span, "hard to read");
    }
    Some(colour)
}

fn logo(reader: &mut Reader<'_>, path: &Located<String>) -> Option<SourcePath> {
    let found = SourcePath::new("engross.toml").join(&path.value);
    if found.is_none() {
        let found = Diagnostic::error(Code::SETTING_VALUE, "`theme.logo` must be a file of this site")
            .cure("write its path from engross.toml, with / between folders: content/logo.svg");
        reader.fault(found, &path.span, "outside the site");
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_those_of_wcag() {
        let contrast = |one: &str, other: &str| {
            Colour::parse(one).zip(Colour::parse(other)).map(|(one, other)| one.contrast(other))
        };
        assert_eq!(contrast("#000", "#fff"), Some(2100));
        assert_eq!(contrast("#fff", "#ffffff"), Some(100));
        assert_eq!(contrast("#777777", "#ffffff"), Some(447));
        assert_eq!(contrast("#0b4f8a", "#fff"), Some(840));
        for wrong in ["0b4f8a", "#0b4f8", "#0b4f8g", "red", "#äöü"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_colour_for_dark_grounds_can_be_read() {
        for text in ["#000", "#0b4f8a", "#7a0000", "#ffffff"] {
            let dark = Colour::parse(text).map(Colour::on_dark);
            assert!(dark.is_some_and(|dark| dark.contrast(GROUNDS[1]) >= 700), "{text}");
        }
    }
}
