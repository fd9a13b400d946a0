//! Which language prevails, and whose law governs.

use super::{DE, EN, text};
use crate::project::{Project, SETTINGS};
use crate::versions::{Built, Versioned};

const PREVAILS: &str = "If the texts differ, the one in this language prevails: English.";

fn built(legal: &str, more: &[(&str, &str)]) -> Built {
    let project = Project::new(&[]);
    project.write("engross.toml", format!("{SETTINGS}{legal}"));
    let texts = [(EN, &*text("One.")), (DE, &*text("Eins.")), ("content/imprint/en.md", &*text("We."))];
    project.save("2020-01-01", "New", &[&texts[..], more].concat());
    project.built("2020-01-01")
}

/// What a page says of the law.
fn law(built: &Built, folder: &str) -> Vec<String> {
    let page = built.page(folder);
    page.select(".law p")
        .into_iter()
        .map(|p| p.text().collect::<String>().replace(['\u{2068}', '\u{2069}'], ""))
        .collect()
}

#[test]
fn both_are_said_in_the_language_of_the_page() {
    let site = built("[legal]\nprevailing = \"en\"\njurisdiction = \"Germany\"\n", &[]);
    site.finds(&[]);
    assert_eq!(law(&site, "en/privacy/"), [PREVAILS, "This policy is governed by the law of Germany."]);
    let german = law(&site, "de/privacy/");
    assert!(german[0].ends_with("maßgeblich: English.") && german[1].contains("Recht: Germany"), "{german:?}");
    // Where there is one text, none prevails.
    assert_eq!(law(&site, "en/imprint/"), ["This policy is governed by the law of Germany."]);
    assert!(law(&built("", &[]), "en/privacy/").is_empty());
}

#[test]
fn words_of_another_language_are_marked() {
    let legal = "[legal.jurisdiction]\nen = \"Germany\"\nfr = \"l’Allemagne\"\n";
    let site = built(legal, &[("content/privacy/fr-CA.md", "# P\n")]);
    let german = site.page("de/privacy/");
    assert_eq!(german.select(".law bdi[lang=\"en\"]").len(), 1);
    assert!(site.page("en/privacy/").select(".law [lang]").is_empty());
    assert!(law(&site, "fr-CA/privacy/")[0].contains("l’Allemagne"));
    assert!(site.page("fr-CA/privacy/").select(".law [lang]").is_empty());
}

#[test]
fn a_document_has_its_own() {
    let legal = "[legal]\nprevailing = \"en\"\njurisdiction = \"Germany\"\n[documents.privacy]\nprevailing = \"de\"\njurisdiction = \"Austria\"\n";
    let site = built(legal, &[("content/imprint/de.md", "# Wir\n")]);
    assert_eq!(law(&site, "en/imprint/"), [PREVAILS, "This policy is governed by the law of Germany."]);
    let own = law(&site, "en/privacy/");
    assert!(own[0].ends_with("prevails: Deutsch.") && own[1].ends_with("law of Austria."), "{own:?}");
    // A language in which there is no text cannot prevail.
    let project = Project::new(&[(EN, "# P\n"), (DE, "# P\n")]);
    project.append("engross.toml", "[legal]\nprevailing = \"xx-\"\n");
    project.run(&["check"]).ends(2).says(&["engross.toml", "xx-"]);
}
