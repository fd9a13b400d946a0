//! Every kind of page, in both languages: whole, and leading where it says.

use std::collections::BTreeSet;

use engross::desk::Reply;
use scraper::{Html, Selector};

use super::{DE, EN, ENGLISH, GERMAN, Shown, archived};
use crate::project::Project;

/// A site in which something is to be done everywhere.
fn busy() -> Project {
    let project = archived();
    project.on("2020-05-01", &[(EN, &ENGLISH.replace("at any time", "at any time and place"))]);
    project.write(DE, GERMAN.replace("\n- per Mail", "").replace("Tage", "Tage [x](nichts.md)"));
    project.write("content/terms/ar.md", "# شروط\n\nنص الشروط.\n");
    project
}

const DAY: &str = "2020-06-01";

const PLACES: [&str; 14] = [
    "",
    "findings/",
    "findings/translations/",
    "publishing/",
    "state/missing/",
    "state/not-committed/",
    "language/ar/",
    "document/privacy/",
    "text/de/privacy/",
    "in-force/en/privacy/",
    "commit/de/privacy/",
    "beside/de/privacy/",
    "beside/ja/privacy/",
    "lacking/de/privacy/",
];

#[test]
fn every_page_is_whole_in_both_languages() {
    let project = busy();
    let shown = Shown::of(&project, DAY);
    let mut titles = BTreeSet::new();
    for (tongue, other) in [("en", "de"), ("de", "en")] {
        for place in PLACES {
            let page = shown.page(&format!("{tongue}/{place}"));
            assert!(page.0.starts_with("<!doctype html>\n<html lang=\"") && page.0.ends_with("</html>\n"), "{place}");
            assert!(page.0.contains(&format!("<html lang=\"{tongue}\" dir=\"ltr\">")), "{place}");
            let text = page.all("body").join("");
            assert!(!text.contains("desk-") && !text.contains("{ $"), "{tongue} {place}: {text}");
            assert_eq!(page.all("h1").len(), 1, "{place}");
            assert!(page.links().contains(&format!("/-/{other}/{place}")), "{place} in {other}");
            titles.insert(page.all("title").join(""));
        }
    }
    assert_eq!(titles.len(), 2 * PLACES.len(), "{titles:#?}");
}

#[test]
fn every_link_of_the_desk_leads_somewhere() {
    let project = busy();
    let shown = Shown::of(&project, DAY);
    let (mut seen, mut open) = (BTreeSet::new(), vec!["/-/en/".to_owned()]);
    while let Some(address) = open.pop() {
        let address = address.split('#').next().unwrap_or_default().to_owned();
        let Some(inner) = address.strip_prefix("/-/").map(str::to_owned) else {
            let inner = address.strip_prefix("/legal/").unwrap_or_else(|| panic!("{address} is none of the site"));
            let path = engross::vocabulary::SitePath::folder(inner.trim_end_matches('/'));
            assert!(inner.is_empty() || shown.loaded.plan.pages().contains_key(&path), "{address}");
            continue;
        };
        if !seen.insert(inner.clone()) || inner.starts_with("de/") || inner.ends_with(".css") || inner.ends_with(".svg")
        {
            continue;
        }
        open.extend(shown.page(&inner).links().into_iter().filter(|link| !link.starts_with('#')));
    }
    assert!(seen.len() > 60, "{seen:?}");
}

#[test]
fn addresses_lead_to_a_language_and_wrong_ones_nowhere() {
    let project = archived();
    let shown = Shown::of(&project, DAY);
    let moved = |path: &str, languages: &str| match shown.desk.answer(&shown.loaded, path, languages) {
        Some(Reply::Moved(to)) => to,
        other => panic!("{path}: {other:?}"),
    };
    assert_eq!(moved("", ""), "/-/en/");
    assert_eq!(moved("", "de-CH, de;q=0.9"), "/-/de/");
    assert_eq!(moved("de", ""), "/-/de/");
    assert_eq!(moved("de/text/de/privacy", ""), "/-/de/text/de/privacy/");
    for wrong in ["en/nothing/", "de/text/de/nothing/", "en/text/xx/privacy/", "en/language/fr/", "en/document/x/"] {
        assert!(matches!(shown.reply(wrong), Some(Reply::Page(404, _))), "{wrong}");
    }
    for foreign in ["reload.js", "events", "preview.css", "fr/"] {
        assert!(shown.reply(foreign).is_none(), "{foreign}");
    }
    let Some(Reply::File("desk.css", style)) = shown.reply("desk.css") else { panic!("no style") };
    assert!(String::from_utf8(style).expect("UTF-8").contains(".mark"));
}

#[test]
fn the_first_page_says_what_needs_doing() {
    let project = busy();
    let shown = Shown::of(&project, DAY);
    let page = shown.page("en/");
    assert_eq!(
        page.all(".tasks li"),
        [
            "2 texts are not committed",
            "2 texts were changed and are not archived",
            "1 translation is behind its original",
            "3 translations are missing",
            "3 warnings",
        ]
    );
    assert_eq!(page.all("thead th"), ["Document", "English en", "العربية ar", "Deutsch de", "日本語 ja"]);
    assert_eq!(page.all("tbody tr").len(), 2);
    let cells = page.all("tbody tr:first-child td .mark");
    assert_eq!(cells, ["Changed", "Missing", "Not committed", "Changed", "Behind", "Missing"]);
    let quiet_site = Project::new(&[(EN, ENGLISH)]);
    let quiet = Shown::of(&quiet_site, DAY);
    quiet.page("de/").says(&["1 Text ist nicht committet", "Es ist noch keine Fassung archiviert."]);
}

#[test]
fn foreign_words_say_their_language_and_direction() {
    let project = busy();
    let shown = Shown::of(&project, DAY);
    let page = shown.page("en/language/ar/");
    let html = Html::parse_document(&page.0);
    let heading = html.select(&Selector::parse("h1 bdi").expect("a selector")).next().expect("a heading");
    assert_eq!(heading.attr("lang"), Some("ar"));
    let board = shown.page("en/");
    assert!(board.0.contains("<bdi lang=\"ar\" dir=\"rtl\">العربية</bdi>"));
    let beside = shown.page("en/beside/ar/terms/");
    assert!(beside.0.contains("<div class=\"side\" lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn with_many_languages_those_in_one_state_stand_together() {
    let project = Project::new(&[]);
    for tag in ["en", "de", "fr", "it", "es", "nl", "pl", "cs"] {
        project.write(&format!("content/privacy/{tag}.md"), ENGLISH);
    }
    project.on("2020-01-01", &[("content/terms/en.md", "# Terms\n\nText.\n")]);
    let page = Shown::of(&project, DAY).page("en/");
    assert_eq!(page.all("thead th"), ["Document", "Original", "Translations"]);
    assert_eq!(page.all("tbody tr:first-child .groups li").len(), 1);
    page.says(&["Published 7 cs: Privacy", "Missing 7 cs: Terms", "By language (8)"]);
}

#[test]
fn findings_stand_by_file_with_excerpt_and_cure() {
    let project = busy();
    let shown = Shown::of(&project, DAY);
    let page = shown.page("en/findings/");
    page.says(&["3 warnings", "content/privacy/de.md", "Line 3, column", "What helps:"]);
    let shown_at = page.all("pre code").into_iter().find(|line| line.contains("nichts.md")).expect("an excerpt");
    assert!(shown_at.contains('^'), "{shown_at}");
    let own = shown.page("en/text/de/privacy/");
    own.says(&["structure-lists", "1 list items, in the original 2"]);
    shown.page("en/findings/translations/").says(&["structure-lists"]).says_nothing_of(&["nichts.md`"]);
}

#[test]
fn redlines_say_what_they_compare_or_that_there_is_nothing() {
    let project = busy();
    let shown = Shown::of(&project, DAY);
    let since = shown.page("en/in-force/en/privacy/");
    since.says(&["Your text compared with the version of January 1, 2020, which applies today."]);
    assert_eq!(since.all(".redline ins"), ["inserted: and place end of change"]);
    let committed = shown.page("en/commit/de/privacy/");
    committed.says(&["Your text compared with the last commit:", "“Change”", "Removed"]);
    shown.page("de/commit/en/privacy/").says(&["Beide Fassungen stimmen überein."]);
    shown.page("en/in-force/en/terms/").says(&["No archived version in this language applies today"]);
    shown.page("en/commit/ar/terms/").says(&["There is no committed text to compare with.", "not committed yet"]);
    shown.page("en/lacking/ja/terms/").says(&["The translation is not behind its original."]);
    let bare_site = Project::new(&[(EN, ENGLISH)]);
    let bare = Shown::of(&bare_site, DAY);
    bare.page("en/commit/en/privacy/").says(&["There is no committed text", "no git repository"]);
}

#[test]
fn a_translation_stands_beside_its_original() {
    let project = busy();
    let shown = Shown::of(&project, DAY);
    let page = shown.page("en/beside/de/privacy/");
    assert_eq!(page.all("h2.pair"), ["Privacy Datenschutz", "Rights Rechte"]);
    assert_eq!(page.all(".note"), ["Changed in the original since it was translated", "Missing in the translation"]);
    page.says(&["2 passages to look at.", "You can ask us at any time and place.", "Sie können uns jederzeit fragen."]);
    assert_eq!(page.all(".lacks .side"), ["• by mail"]);
    shown.page("en/beside/ja/privacy/").says(&["There is no translation yet: this is the original."]);
}
