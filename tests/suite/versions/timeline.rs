//! Timelines in the folder of versions, and the addresses of versions for ever.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]

use std::fs;

use super::{Built, Versioned, next, now, old, text};
use crate::project::{Project, SETTINGS};

const FIRST: &str = "2016-06-01";
const LATER: &str = "2018-05-25";

fn settings(more: &str) -> String {
    format!("{SETTINGS}{more}")
}

/// A document with a version.
fn first(locales: &[(&str, &str)]) -> Project {
    let project = Project::new(&[]);
    project.archives("privacy", FIRST, locales, &[]);
    project
}

fn remove(project: &Project, path: &str) {
    let path = project.root().join(path);
    if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("removed");
}

#[test]
fn several_versions_of_one_day_have_numbers() {
    let project = first(&[("en", "First.")]);
    project.archives("privacy", FIRST, &[("en", "Second.")], &[]);
    project.archives("privacy", FIRST, &[("en", "Third.")], &[]);
    project.archives("privacy", LATER, &[("en", "Last.")], &[]);
    let built = project.built("2016-07-01");
    built.finds(&[]).tells(
        "en/privacy/",
        &[
            old(FIRST, FIRST, "First."),
            old("2016-06-01-2", FIRST, "Second."),
            now("2016-06-01-3", "Third."),
            next(LATER, "Last."),
        ],
    );
    let said = "You are reading an earlier version, which began to apply on June 1, 2016 and was replaced on the same day. \
                Read the current version See what changed";
    assert_eq!(built.page("en/privacy/2016-06-01-2/").notices(""), [said]);
    let list = built.page("en/privacy/versions/");
    let names: Vec<String> = list.select("h2").into_iter().map(super::words_of).collect();
    let of_day = |n: usize| format!("Version of June 1, 2016 (no. {n} of that day)");
    assert_eq!(
        names,
        ["Version of May 25, 2018".to_owned(), of_day(3), of_day(2), "Version of June 1, 2016".to_owned()]
    );
    project.built(LATER).tells(
        "en/privacy/",
        &[
            old(FIRST, FIRST, "First."),
            old("2016-06-01-2", FIRST, "Second."),
            old("2016-06-01-3", "2018-05-24", "Third."),
            now(LATER, "Last."),
        ],
    );
}

#[test]
fn minor_versions_are_listed_and_marked() {
    let project = first(&[("en", "Frist.")]);
    project.archives("privacy", "2016-06-02", &[("en", "First.")], &["--minor", "--note", "A letter"]);
    let built = project.built(LATER);
    let steps = [old(FIRST, FIRST, "Frist."), now("2016-06-02", "First.")];
    built.finds(&[]).tells("en/privacy/", &steps);
    let kinds: Vec<_> = built.versions("en/privacy/").iter().map(|version| version["kind"].clone()).collect();
    assert_eq!(kinds, ["major", "minor"]);
    let list = built.page("en/privacy/versions/");
    let rows: Vec<String> = list.select(".timeline > li").into_iter().map(super::words_of).collect();
    assert!(rows[0].contains("In force · Correction") && rows[0].contains("A letter"), "{rows:?}");
    assert!(!rows[1].contains("Correction"), "{rows:?}");
    assert_eq!(built.json("en/privacy/versions.json")["versions"][0]["note"]["text"], "A letter");
}

/// Where a language has no text the original is shown and said to be that; the texts that the
/// language had stay where they were.
#[test]
fn languages_come_and_go() {
    let project = first(&[("en", "First.")]);
    project.write("engross.toml", settings("[locales]\npublish = [\"en\", \"de\"]\n"));
    project.archives("privacy", "2017-01-01", &[("en", "Second."), ("de", "Zweite.")], &[]);
    remove(&project, "content/privacy/de.md");
    project.archives("privacy", LATER, &[("en", "Third.")], &[]);
    project.archives("privacy", "2019-01-01", &[("en", "Fourth."), ("de", "Vierte.")], &[]);
    let built = project.built("2018-06-01");
    let told = |texts: [&'static str; 4]| {
        [
            old(FIRST, "2016-12-31", texts[0]),
            old("2017-01-01", "2018-05-24", texts[1]),
            now(LATER, texts[2]),
            next("2019-01-01", texts[3]),
        ]
    };
    built.finds(&[]).tells("en/privacy/", &told(["First.", "Second.", "Third.", "Fourth."]));
    built.tells("de/privacy/", &told(["First.", "Zweite.", "Third.", "Vierte."]));
    let languages: Vec<_> = built.versions("de/privacy/").iter().map(|version| version["language"].clone()).collect();
    assert_eq!(languages, ["en", "de", "en", "de"]);
    let original = "Sie lesen das Original (English).";
    for (folder, is_original) in
        [("", true), ("2016-06-01/", true), ("2017-01-01/", false), ("2018-05-25/", true), ("2019-01-01/", false)]
    {
        let page = built.page(&format!("de/privacy/{folder}"));
        assert_eq!(page.notices("").join(" ").contains(original), is_original, "{folder}");
        let lang = page.select("article").first().and_then(|article| article.attr("lang"));
        assert_eq!(lang, is_original.then_some("en"), "{folder}");
    }
    assert!(built.indexed("privacy", "de").is_null(), "it has no text today");
    assert_eq!(built.page("de/privacy/").rel("canonical").as_deref(), Some("en/privacy/"));
    assert_eq!(project.built("2019-01-01").indexed("privacy", "de")["version"], "2019-01-01");
}

#[test]
fn an_original_in_place_of_a_translation_is_canonical_in_its_own_language() {
    let project = first(&[("en", "First.")]);
    project.write("engross.toml", settings("[locales]\npublish = [\"en\", \"de\"]\n"));
    project.archives("privacy", LATER, &[("en", "Second.")], &[]);
    let built = project.built("2017-01-01");
    let canonical = |folder: &str| built.page(folder).rel("canonical");
    assert_eq!(canonical("de/privacy/2018-05-25/").as_deref(), Some("en/privacy/2018-05-25/"));
    assert_eq!(canonical("de/privacy/2016-06-01/").as_deref(), Some("en/privacy/"));
}

/// The archive has a language that no working text has any more.
#[test]
fn a_language_may_be_left_in_old_versions_only() {
    let project = first(&[("en", "First."), ("de", "Erste.")]);
    remove(&project, "content/privacy/de.md");
    project.archives("privacy", LATER, &[("en", "Second.")], &[]);
    let built = project.built("2020-01-01");
    let steps = [old(FIRST, "2018-05-24", "Erste."), now(LATER, "Second.")];
    built.finds(&[]).tells("de/privacy/", &steps);
    assert!(built.has("de/"));
    let links: Vec<_> =
        built.page("").select(".chooser li").iter().map(|item| item.attr("lang").map(str::to_owned)).collect();
    assert_eq!(links, [Some("de".to_owned()), Some("en".to_owned())]);
}

/// As long as that is not archived, what is shown in the language is part of no version.
#[test]
fn a_translation_that_was_removed_but_not_archived_so_is_told() {
    let project = first(&[("en", "First."), ("de", "Erste.")]);
    remove(&project, "content/privacy/de.md");
    let built = project.built("2020-01-01");
    assert!(built.page("de/privacy/").words().contains("First."));
    let versions = built.versions("de/privacy/");
    let in_force: Vec<_> = versions.iter().filter(|version| version["standing"] == "in-force").collect();
    assert_eq!((in_force.len(), &in_force[0]["language"]), (1, &"en".into()), "{versions:#?}");
    project.run(&["check", "--release", "--as-of", "2020-01-01"]).ends(1).says(&["engross archive privacy"]);
}

#[test]
fn a_document_without_its_text_was_withdrawn() {
    let project = first(&[("en", "First.")]);
    project.write("content/other/en.md", text("Other."));
    remove(&project, "content/privacy");
    let built = project.built(LATER);
    let cure = "engross archive privacy --withdraw --effective";
    built.finds(&[("warning[withdrawn]", &["versions/privacy/2016-06-01/version.toml", "privacy", cure])]);
    let main = built.page("en/privacy/");
    assert!(main.words().contains("First.") && main.is_noindex());
    assert_eq!(main.notices(""), ["This policy has been withdrawn."]);
    assert!(built.has("en/privacy/2016-06-01/") && built.has("en/privacy/versions/"));
    let is_withdrawn = |built: &Built| built.json("index.json")["documents"][1]["withdrawn"] == true;
    assert!(is_withdrawn(&built));
    // With a day.
    project.on(LATER, &["archive", "privacy", "--withdraw", "--effective", LATER, "--note", "It is gone."]);
    let built = project.built(LATER);
    let steps = [old(FIRST, "2018-05-24", "First."), now(LATER, "")];
    built.finds(&[]).tells("en/privacy/", &steps);
    let main = built.page("en/privacy/");
    assert!(main.words().contains("First.") && main.is_noindex() && is_withdrawn(&built));
    assert_eq!(main.notices(""), ["This policy has been withdrawn. It applied until May 24, 2018."]);
    assert_eq!(built.versions("en/privacy/")[1]["kind"], "withdrawal");
    let row = super::words_of(built.page("en/privacy/versions/").select(".timeline > li")[0]);
    assert!(row.contains("Withdrawn") && row.contains("It is gone."), "{row}");
}

#[test]
fn a_text_may_stay_until_its_withdrawal() {
    let (project, notice) = withdrawn();
    let built = project.built("2018-05-24");
    built.finds(&[]).tells("en/privacy/", &[now(FIRST, "First."), next(LATER, "")]);
    assert_eq!(built.page("en/privacy/").notices(""), [notice]);
    // It takes effect on its day, though nobody has removed the text by then.
    let built = project.built(LATER);
    built.tells("en/privacy/", &[old(FIRST, "2018-05-24", "First."), now(LATER, "")]);
    assert_eq!(built.page("en/privacy/").notices(".withdrawn").len(), 1);
}

#[test]
fn a_text_may_go_before_its_withdrawal() {
    let (project, notice) = withdrawn();
    remove(&project, "content/privacy");
    let built = project.built("2018-05-24");
    assert_eq!(built.page("en/privacy/").notices(""), [notice]);
    built.finds(&[]).tells("en/privacy/", &[now(FIRST, "First."), next(LATER, "")]);
    assert_eq!(built.json("index.json")["documents"][1]["withdrawn"], false);
}

/// A document that is to be withdrawn, and what is told of it until then.
fn withdrawn() -> (Project, &'static str) {
    let project = first(&[("en", "First.")]);
    project.write("content/other/en.md", text("Other."));
    project.on(FIRST, &["archive", "privacy", "--withdraw", "--effective", LATER]);
    (project, "This policy is withdrawn: it does not apply any more from May 25, 2018.")
}

#[test]
fn a_document_may_come_back() {
    let (project, _) = withdrawn();
    project.write("content/privacy/en.md", text("Second."));
    let built = project.built("2020-01-01");
    let past = old(FIRST, "2018-05-24", "First.");
    // Without git nobody knows since when it has been back.
    built.finds(&[]).tells("en/privacy/", &[past, old(LATER, "", ""), now("", "Second.")]);
    // The very text that was withdrawn may be archived again.
    project.archives("privacy", "2020-01-01", &[("en", "First.")], &[]);
    let built = project.built("2020-01-01");
    let steps = [past, old(LATER, "2019-12-31", ""), now("2020-01-01", "First.")];
    built.finds(&[]).tells("en/privacy/", &steps);
    assert!(built.page("en/privacy/").notices("").is_empty());
}

#[test]
fn a_document_may_come_back_without_a_language() {
    let project = first(&[("en", "First."), ("de", "Erste.")]);
    project.on(FIRST, &["archive", "privacy", "--withdraw", "--effective", LATER]);
    remove(&project, "content/privacy/de.md");
    project.archives("privacy", "2020-01-01", &[("en", "Second.")], &[]);
    let past = [old(FIRST, "2018-05-24", "Erste."), old(LATER, "2019-12-31", "")];
    project.built("2020-01-01").tells("de/privacy/", &[past[0], past[1], now("2020-01-01", "Second.")]);
}

#[test]
fn until_it_comes_back_it_is_withdrawn() {
    let project = first(&[("en", "First.")]);
    project.on(FIRST, &["archive", "privacy", "--withdraw", "--effective", LATER]);
    project.archives("privacy", "2020-01-01", &[("en", "Second.")], &[]);
    let built = project.built("2019-12-31");
    built.finds(&[]);
    assert_eq!(built.page("en/privacy/").notices(".withdrawn").len(), 1);
    assert!(built.page("en/privacy/").is_noindex());
    assert_eq!(built.json("index.json")["documents"][0]["withdrawn"], true);
}

#[test]
fn a_current_text_that_is_not_archived_heads_the_list() {
    let project = first(&[("en", "First."), ("de", "Erste.")]);
    project.save("2016-06-01", "Add", &[]);
    project.save("2018-05-25", "Change", &[("content/privacy/en.md", &text("Second."))]);
    let built = project.built("2018-06-01");
    let steps = [old(FIRST, "2018-05-24", "First."), now("", "Second.")];
    built.finds(&[("note[translation-behind]", &["`content/privacy/de.md`", LATER])]).tells("en/privacy/", &steps);
    assert_eq!(built.versions("en/privacy/")[1]["effective"], LATER);
    built.tells("de/privacy/", &[now(FIRST, "Erste.")]);
    let row = super::words_of(built.page("en/privacy/versions/").select(".timeline > li")[0]);
    assert!(row.starts_with("Current text, not yet archived In force"), "{row}");
    let (english, german) = (built.indexed("privacy", "en"), built.indexed("privacy", "de"));
    assert!(english["version"].is_null());
    assert_eq!([&english["updated"], &german["version"]], [LATER, FIRST]);
    project.run(&["check", "--release", "--as-of", "2018-06-01"]).ends(1).says(&["engross archive privacy --note"]);
}

/// A date that is that of the committed text says nothing of a text that is not.
#[test]
fn since_when_an_uncommitted_text_is_current_nobody_knows() {
    let project = first(&[("en", "First.")]);
    project.save("2016-06-01", "Add", &[]);
    project.write("content/privacy/en.md", text("Second."));
    let built = project.built("2018-06-01");
    built.finds(&[("warning[git]", &["content/privacy/en.md", "not committed"])]);
    let steps = [old(FIRST, "", "First."), now("", "Second.")];
    built.tells("en/privacy/", &steps);
    assert!(built.versions("en/privacy/")[1]["effective"].is_null());
}

#[test]
fn documents_in_folders_and_with_spaces() {
    let project = Project::new(&[]);
    let names = [("legal/our terms", "legal/our-terms"), ("legal", "legal"), ("Über uns/A & B", "Über-uns/A-B")];
    for (name, _) in names {
        project.archives(name, FIRST, &[("en", &format!("First of {name}."))], &[]);
        project.archives(name, LATER, &[("en", &format!("Second of {name}."))], &[]);
    }
    let built = project.built(LATER);
    built.finds(&[]);
    for (name, address) in names {
        let [first, second] = ["First", "Second"].map(|word| format!("{word} of {name}."));
        let folder = format!("en/{address}/");
        let raw = built.text(&format!("{folder}versions.json")).expect("a list");
        assert!(raw.contains(&format!("\"document\": \"{name}\"")), "{raw}");
        assert_eq!(built.ids(&folder), [FIRST, LATER]);
        assert!(built.page(&format!("{folder}2016-06-01/")).words().contains(&first));
        assert!(built.page(&folder).words().contains(&second));
        assert_eq!(built.text(&format!("{folder}2016-06-01/source.md")), Some(text(&first)));
    }
    project.run(&["verify"]).ends(0);
}

/// A finding names both, and nothing is written.
#[test]
fn documents_at_the_addresses_of_versions_are_refused() {
    for other in ["versions", "versions/by-date", FIRST] {
        are_refused(other, "privacy/en.md");
    }
}

#[test]
fn documents_at_the_addresses_of_files_of_versions_are_refused() {
    for other in ["versions.json", "feed.xml", "2016-06-01/source.md"] {
        are_refused(other, &format!("en/privacy/{other}"));
    }
}

/// A document whose name begins with that of another one; the finding names both.
#[track_caller]
fn are_refused(other: &str, first_is: &str) {
    let project = first(&[("en", "First.")]);
    let path = format!("content/privacy/{other}/en.md");
    project.write(&path, text("Other."));
    let found = super::findings(&project.run(&["build", "--as-of", LATER, "--format", "json"]).ends(1));
    let names = |said: &str| said.contains(&path) && said.contains(first_is);
    assert!(found.iter().any(|(code, said)| code == "error[address-taken]" && names(said)), "{other}: {found:#?}");
    assert!(!project.public().exists(), "{other}");
}

/// Whatever is archived after them.
#[test]
fn earlier_addresses_answer_with_the_same_text_for_ever() {
    let project =
        Project::new(&[("content/cookies/en.md", &text("Cookies.")), ("content/cookies/de.md", &text("Kekse."))]);
    let write = |n: usize| {
        let words =
            |word: &str| format!("{word} {n}, [link](../cookies/en.md#policy).\n\n## {word} {}\n\n- item\n", n / 2 % 3);
        project.archives(
            "privacy",
            &format!("{}-06-01", 2010 + n / 2),
            &[("en", &words("Text")), ("de", &words("Wortlaut"))],
            &[],
        );
    };
    write(0);
    let mut before = project.built("2015-01-01").archived();
    assert_eq!(before.len(), 4);
    for n in 1..=10 {
        write(n);
        let after = project.built("2015-01-01").archived();
        assert_eq!(after.len(), 4 * (n + 1));
        for (path, text) in &before {
            assert_eq!(after.get(path), Some(text), "{path} after {n} more");
        }
        before = after;
    }
}

/// Headings are named as in the original of the same version, not of a later one.
#[test]
fn the_second_version_of_a_day_renames_no_section_of_the_first() {
    let project = first(&[("en", "## One\n"), ("de", "## Eins\n")]);
    let before = project.built(FIRST).page("de/privacy/2016-06-01/").article();
    assert!(before.contains("id=\"one\""), "{before}");
    project.archives("privacy", FIRST, &[("en", "## Two\n"), ("de", "## Zwei\n")], &[]);
    assert_eq!(project.built(FIRST).page("de/privacy/2016-06-01/").article(), before);
}
