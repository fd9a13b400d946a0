//! What changed between versions: which pairs have a page, what leads there, and `engross diff`.

use std::fs;

use serde_json::Value;

use super::{Built, Page, Versioned, text, text_from};
use crate::project::{Project, SETTINGS};

const DAYS: [&str; 3] = ["2016-06-01", "2018-05-25", "2020-01-01"];

/// Three archived versions of a policy.
fn three(settings: &str) -> Project {
    let project = Project::new(&[("engross.toml", &format!("{SETTINGS}{settings}"))]);
    for (day, words) in
        DAYS.iter().zip(["We keep data for 30 days.", "We keep data for 60 days.", "We keep data for 90 days."])
    {
        project.archives("privacy", day, &[("en", words)], &[]);
    }
    project
}

/// The compare pages of a folder, by the names of the two texts.
fn pairs(built: &Built, folder: &str) -> Vec<String> {
    let start = format!("{folder}compare/");
    let pages = built.tree.0.keys().filter_map(|path| path.to_str()?.strip_prefix(&start)?.strip_suffix("/index.html"));
    pages.map(str::to_owned).collect()
}

#[test]
fn neighbours_and_the_one_in_force_are_compared() {
    let project = three("");
    project.archives("privacy", "2020-06-01", &[("en", "We keep data for 5 days.")], &[]);
    let built = project.built("2020-06-02");
    let expected = [
        "2016-06-01/2018-05-25",
        "2016-06-01/2020-06-01",
        "2018-05-25/2020-01-01",
        "2018-05-25/2020-06-01",
        "2020-01-01/2020-06-01",
    ];
    assert_eq!(pairs(&built, "en/privacy/"), expected);
    let page = built.page("en/privacy/compare/2016-06-01/2018-05-25/");
    assert!(page.is_noindex());
    assert_eq!([page.select(".redline del").len(), page.select(".redline ins").len()], [1, 1]);
    let spoken = super::words_of(page.select(".row.changed .after")[0]);
    assert_eq!(spoken, "We keep data for inserted: 60 end of change days.");
    // Every step of the list leads to what it changed, and to what changed since.
    let list = built.page("en/privacy/versions/");
    let rows = list.select("ol.timeline > li");
    let links = |row: usize| -> Vec<String> {
        let all = rows[row].text().collect::<String>();
        ["Changes from the version before", "Changes since this version"]
            .into_iter()
            .filter(|words| all.contains(words))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!([links(0).len(), links(1).len(), links(3).len()], [1, 2, 1]);
    let before = list.link_in(rows[1], "a[href*=\"2018-05-25/2020-01-01\"]");
    assert_eq!(before.as_deref(), Some("en/privacy/compare/2018-05-25/2020-01-01/"));
    // So does the notice of an earlier version.
    let old = built.page("en/privacy/2018-05-25/");
    let notice = old.select(".notice.superseded")[0];
    assert_eq!(old.link_in(notice, "a:last-child").as_deref(), Some("en/privacy/compare/2018-05-25/2020-06-01/"));
}

#[test]
fn all_pairs_are_compared_if_that_is_wanted_and_the_bound_is_told() {
    let project = three("[versions]\ncompare = \"all\"\n");
    project.archives("privacy", "2020-06-01", &[("en", "We keep data for 5 days.")], &[]);
    let built = project.built("2020-06-02");
    assert_eq!(pairs(&built, "en/privacy/").len(), 6);
    built.finds(&[]);
    for day in 1..=44 {
        let (month, day) = (1 + (day - 1) / 28, 1 + (day - 1) % 28);
        project.archives(
            "privacy",
            &format!("2021-{month:02}-{day:02}"),
            &[("en", &format!("Text {month} {day}."))],
            &[],
        );
    }
    let built = project.built("2022-01-01");
    // 48 versions are 1,128 pairs.
    let said = ["compare", "privacy", "engross diff", "engross.toml"];
    built.finds(&[("warning[compare-limit]", &said)]);
    let pairs = pairs(&built, "en/privacy/");
    assert!(pairs.len() >= 1_000 && pairs.len() < 1_128, "{}", pairs.len());
    assert!(pairs.contains(&"2016-06-01/2018-05-25".to_owned()), "neighbours are compared all the same");
    assert!(pairs.contains(&"2016-06-01/2021-02-16".to_owned()), "and each with the one in force");
}

#[test]
fn a_current_text_and_an_upcoming_one_are_compared() {
    let project = three("");
    project.write("content/privacy/en.md", text("We keep data for 7 days."));
    let built = project.built("2020-06-02");
    assert!(pairs(&built, "en/privacy/").contains(&"2020-01-01/current".to_owned()));
    project.write("content/privacy/en.md", text_from("2027-01-01", "We keep data for 8 days."));
    let built = project.built("2020-06-02");
    assert!(pairs(&built, "en/privacy/").contains(&"2020-01-01/2027-01-01".to_owned()));
    let main = built.page("en/privacy/");
    let notice = main.select(".notice.next")[0];
    assert_eq!(main.link_in(notice, "a:last-child").as_deref(), Some("en/privacy/compare/2020-01-01/2027-01-01/"));
    let upcoming = built.page("en/privacy/2027-01-01/");
    assert!(!upcoming.select(".notice a[href*=compare]").is_empty());
}

#[test]
fn texts_in_different_languages_are_not_compared() {
    let project = three("[locales]\npublish = [\"en\", \"de\"]\n");
    project.archives("privacy", "2020-06-01", &[("en", "We keep data for 5 days."), ("de", "Fünf Tage.")], &[]);
    let built = project.built("2020-06-02");
    assert_eq!(pairs(&built, "de/privacy/"), ["2016-06-01/2018-05-25", "2018-05-25/2020-01-01"]);
    let page = built.page("de/privacy/compare/2016-06-01/2018-05-25/");
    assert_eq!(page.select(".row.changed .after[lang=en]").len(), 1, "the texts are in another language than the page");
}

#[test]
fn texts_that_say_the_same_say_so() {
    let project = three("");
    project.archives("privacy", "2020-06-01", &[("en", "We keep data for 30 days.")], &[]);
    let built = project.built("2020-06-02");
    let page = built.page("en/privacy/compare/2016-06-01/2020-06-01/");
    assert_eq!(page.notices(""), ["Both versions say the same."]);
    let json = built.json("en/privacy/compare/2016-06-01/2020-06-01/diff.json");
    assert_eq!((&json["rows"], &json["statistics"]["words"]["inserted"]), (&Value::Array(vec![]), &0.into()));
}

#[test]
fn a_translation_that_did_not_change_says_so() {
    let project = Project::new(&[]);
    project.archives("privacy", DAYS[0], &[("en", "We keep data."), ("de", "Wir bewahren Daten auf.")], &[]);
    project.archives("privacy", DAYS[1], &[("en", "We keep data for long.")], &["--behind"]);
    let built = project.built("2018-06-02");
    let page = built.page("de/privacy/compare/2016-06-01/2018-05-25/");
    assert_eq!(page.notices(""), ["Diese Übersetzung hat sich zwischen den beiden Fassungen nicht geändert."]);
    let main = built.page("en/privacy/");
    let leads = main.link_in(main.select(".news")[0], "a");
    assert_eq!(leads.as_deref(), Some("en/privacy/compare/2016-06-01/2018-05-25/"));
}

/// The page of changes between two texts.
fn changes(before: &str, after: &str) -> Page {
    let project = Project::new(&[]);
    project.archives("privacy", DAYS[0], &[("en", before)], &[]);
    project.archives("privacy", DAYS[1], &[("en", after)], &["--minor"]);
    project.built("2018-06-02").page("en/privacy/compare/2016-06-01/2018-05-25/")
}

#[test]
fn each_kind_of_change_is_told_as_what_it_is() {
    let (one, other) =
        ("We collect your name when you order goods.", "We share it with carriers who bring them to you.");
    let told = |before: &str, after: &str| {
        let page = changes(before, after);
        let labels = page.select(".row > .change strong").into_iter().map(super::words_of).collect::<Vec<_>>();
        (labels, page.notices(""))
    };
    let same = "The wording is the same. Only numbering, links or formatting changed.";
    let is = |label: &str| (vec![label.to_owned()], vec![same.to_owned()]);
    assert_eq!(told(&format!("{one} {other}"), &format!("{one}\n\n{other}")), is("Divided"));
    assert_eq!(told(&format!("{one}\n\n{other}"), &format!("{one} {other}")), is("Joined"));
    assert_eq!(told(one, &one.replace("name", "**name**")), is("Formatting changed"));
    assert_eq!(told(&format!("1. {one}"), &format!("2. {one}")), is("Renumbered"));
}

#[test]
fn what_moved_is_shown_once_and_said_twice() {
    let rest = (1..5).map(|n| format!("Here stands paragraph {n}, and it says what is to be said of {n}.\n\n"));
    let (rest, moved) = (
        rest.collect::<String>(),
        "We delete the recordings of all telephone calls after thirty days, unless a court has ordered otherwise.",
    );
    let page = changes(&format!("{moved}\n\n{rest}"), &format!("{rest}{moved}"));
    let [away, here] =
        [".row.away .before", ".row.moved:not(.away) .after"].map(|side| super::words_of(page.select(side)[0]));
    assert_eq!(here, moved);
    assert!(away.ends_with('…') && moved.starts_with(away.trim_end_matches('…')), "{away}");
}

#[test]
fn a_link_that_leads_elsewhere_says_where_behind_its_words() {
    let link = |url: &str, words: &str| format!("See [the rules {words}]({url}) for all of it.");
    let page = changes(&link("https://a.example/", "of today"), &link("https://b.example/", "of tomorrow"));
    let side = |side: &str| super::words_of(page.select(&format!(".row.changed {side}"))[0]);
    assert!(side(".before").contains("end of change Link before: https://a.example/ for all"), "{}", side(".before"));
    assert!(side(".after").contains("end of change Link now: https://b.example/ for all"), "{}", side(".after"));
    let gone = changes(&link("https://a.example/", ""), "See the rules for all of it.");
    assert!(super::words_of(gone.select(".row.link .after")[0]).contains("Link now: —"));
}

#[test]
fn a_number_that_nobody_typed_is_marked_too() {
    let page = changes("1. First of all things.\n2. The second thing of all.", "1. The second thing of all.");
    let side = |side: &str| super::words_of(page.select(&format!(".row.renumbered {side}"))[0]);
    assert_eq!(side(".before"), "deleted: 2. end of change The second thing of all.");
    assert_eq!(side(".after"), "inserted: 1. end of change The second thing of all.");
}

#[test]
fn a_passage_that_is_too_long_says_so_where_it_stands() {
    let page = changes(&"one one two ".repeat(2_000), &"one two two ".repeat(2_000));
    assert_eq!(page.select(".row.changed .capped").len(), 1);
    assert_eq!(page.notices("").len(), 1);
}

#[test]
fn the_heading_of_a_change_stays_visible() {
    let section = |n: usize, last: &str| {
        let middle = (1..6).map(|at| format!("Paragraph {at} of section {n}.\n\n")).collect::<Vec<_>>().concat();
        format!("## Section {n}\n\n{middle}{last}\n\n")
    };
    let text = |days: u8| {
        (1..4)
            .map(|n| section(n, &format!("We keep data for {} days.", if n == 2 { days } else { 9 })))
            .collect::<String>()
    };
    let page = changes(&text(30), &text(60));
    let shown = page.select(".redline > .row .title").into_iter().map(super::words_of).collect::<Vec<_>>();
    assert!(shown.contains(&"Section 2".to_owned()) && !shown.contains(&"Section 1".to_owned()), "{shown:?}");
    let folds = page.select(".fold > summary").into_iter().map(super::words_of).collect::<Vec<_>>();
    assert_eq!(folds.len(), 3, "{folds:?}");
}

#[test]
fn the_file_for_machines_says_what_the_page_says() {
    let built = three("").built("2020-06-02");
    let json = built.json("en/privacy/compare/2016-06-01/2018-05-25/diff.json");
    let row = &json["rows"][0];
    let part = |side: &str| -> String {
        let (leaf, edit) = (&row[side][0], &row[side][0]["edits"][0]);
        let at = |key: &str| usize::try_from(edit[key].as_u64().expect("a number")).expect("a place");
        leaf["text"].as_str().expect("a text").chars().take(at("to")).skip(at("from")).collect()
    };
    assert_eq!([part("before"), part("after")], ["30", "60"]);
    assert_eq!([&json["before"]["version"], &json["after"]["version"]], ["2016-06-01", "2018-05-25"]);
    let schema =
        json["$schema"].as_str().expect("a schema").rsplit_once("/legal/").expect("below the site").1.to_owned();
    assert_eq!(built.json(&schema)["required"].as_array().map(Vec::len), Some(8));
}

#[test]
fn two_versions_and_two_files_can_be_compared_without_a_page() {
    let project = three("");
    project.write("content/privacy/en.md", text("We keep data for 7 days."));
    let run = |args: &[&str]| project.run(&[&["diff"], args].concat()).ends(0).stdout;
    let told = run(&["privacy@2016-06-01", "privacy@2018-05-25"]);
    assert!(told.contains("[-30-]") && told.contains("{+60+}"), "{told}");
    let wide = run(&["privacy@2016-06-01", "privacy@2018-05-25", "--width", "120"]);
    assert!(
        wide.lines().any(|line| line.contains("[-30-] days. ") && line.contains("│ We keep data for {+60+}")),
        "{wide}"
    );
    assert!(run(&["privacy"]).contains("{+7+}"), "the newest version and the working text");
    let html = run(&["privacy@2016-06-01", "privacy", "--format", "html"]);
    assert!(html.contains("<del>") && html.contains("<style>") && html.contains("What changed in “Policy”"), "{html}");
    assert_eq!(html.matches("<li><a href=\"#c").count(), 1);
    assert!(!html.contains("<link") && !html.contains("<script") && !html.contains("url("), "it needs nothing else");
    let (one, other) = ("Das ältere Bild.\n", "Das neuere Bild.\n");
    project.write("one.md", one);
    project.write("other.md", other);
    let file = |name: &str| project.root().join(name).display().to_string();
    let json: Value =
        serde_json::from_str(&run(&[&file("one.md"), &file("other.md"), "--format", "json"])).expect("JSON");
    assert_eq!(json["rows"][0]["left_spans"], serde_json::json!([[4, 10, "text"]]));
    assert_eq!(json["rows"][0]["right_spans"], serde_json::json!([[4, 10, "text"]]));
    assert_eq!(json["rows"][0]["left"], serde_json::json!([0, 16]));
}

#[test]
fn what_cannot_be_compared_is_named() {
    let project = three("");
    let fails = |args: &[&str], words: &[&str]| {
        project.run(&[&["diff"], args].concat()).ends(2).says(words);
    };
    fails(&["privaci"], &["did you mean \"privacy\"?"]);
    fails(&["privacy@2017-01-01", "privacy"], &["no version 2017-01-01", "2016-06-01, 2018-05-25, 2020-01-01"]);
    fails(&["privacy@June", "privacy"], &["\"June\" names no version", "2016-06-01"]);
    fails(&["privacy@2016-06-01", "privacy", "--locale", "de"], &["no text in de", "en"]);
    fails(&["privacy", "missing.md"], &["missing.md"]);
    fs::write(project.root().join("bytes.md"), [0xff, 0xfe]).expect("written");
    let bytes = project.root().join("bytes.md").display().to_string();
    fails(&[&bytes, &bytes], &["bytes.md is not UTF-8"]);
}
