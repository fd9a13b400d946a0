//! What machines are told of versions: feeds, data in pages, and the map of the site.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{BASE, Built, Versioned, text};
use crate::project::{Project, SETTINGS};

/// An element of a feed or a map: its name, its attributes, its words, and what is in it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    words: String,
    inner: Vec<Element>,
}

impl Element {
    /// Reads a file as XML.
    #[track_caller]
    fn read(xml: &str) -> Self {
        use quick_xml::events::Event;
        let mut reader = quick_xml::Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            let event = reader.read_event().expect("XML");
            let ends = matches!(event, Event::Empty(_) | Event::End(_));
            match event {
                Event::Start(start) | Event::Empty(start) => {
                    let attributes = start.attributes().map(|attribute| {
                        let attribute = attribute.expect("an attribute");
                        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).expect("a value");
                        (attribute.key.0.to_owned(), value.into_owned())
                    });
                    let attributes = attributes.collect();
                    let name = start.name().0.to_owned();
                    open.push(Self { name, attributes, ..Self::default() });
                }
                Event::Text(text) => open.last_mut().expect("one").words += &text,
                Event::GeneralRef(name) => {
                    let known = BTreeMap::from([("lt", "<"), ("gt", ">"), ("amp", "&"), ("quot", "\""), ("apos", "'")]);
                    open.last_mut().expect("one").words += known.get(&*name).copied().expect("an entity");
                }
                Event::Eof => return open.pop().expect("one").inner.remove(0),
                _ => {}
            }
            if ends {
                let done = open.pop().expect("one");
                open.last_mut().expect("the element around it").inner.push(done);
            }
        }
    }

    fn all(&self, name: &str) -> Vec<&Self> {
        self.inner.iter().filter(|inner| inner.name == name).collect()
    }

    #[track_caller]
    fn one(&self, name: &str) -> &Self {
        let all = self.all(name);
        assert_eq!(all.len(), 1, "{name} in {self:#?}");
        all[0]
    }

    /// Where the links of a relation lead.
    fn links(&self, rel: &str) -> Vec<&str> {
        self.all("link")
            .iter()
            .filter(|link| link.attributes["rel"] == rel)
            .map(|link| &*link.attributes["href"])
            .collect()
    }
}

/// Three versions, of which the last does not apply yet on January 1, 2019.
fn announced() -> Project {
    let project = Project::new(&[]);
    project.write("engross.toml", format!("{SETTINGS}organization = \"A & B\"\n"));
    let archive = |day: &str, english: &str, german: &str, more: &[&str]| {
        project.archives("privacy", day, &[("en", english), ("de", german)], more);
    };
    archive("2016-06-01", "We keep data. Nobody else sees it.", "Wir speichern Daten.", &[]);
    let note = ["--note", "A <b> & more", "--note", "de=Mehr"];
    archive("2018-05-25", "We keep data. Nobody sees <&> it.", "Wir speichern viele Daten.", &note);
    archive("2019-06-01", "We keep no data. Nobody sees <&> it.", "Wir speichern keine Daten.", &[]);
    project
}

fn of(built: &Built, path: &str) -> Element {
    Element::read(&built.text(path).expect(path))
}

#[test]
fn a_feed_tells_what_changed_with_links_to_all_of_it() {
    let built = announced().built("2019-01-01");
    let feed = of(&built, "en/privacy/feed.xml");
    assert_eq!([&*feed.name, &*feed.attributes["xml:lang"]], ["feed", "en"]);
    assert_eq!(feed.one("author").one("name").words, "A & B");
    assert_eq!(feed.links("self"), [format!("{BASE}en/privacy/feed.xml")]);
    assert_eq!(feed.links("alternate"), [format!("{BASE}en/privacy/")]);
    let entries = feed.all("entry");
    let id = |entry: &&Element| entry.one("id").words.clone();
    let named = |day: &str| format!("tag:www.example.com,{day}:legal/en/privacy/{day}");
    // The newest comes first, and what does not apply yet is announced.
    assert_eq!(entries.iter().map(id).collect::<Vec<_>>(), ["2019-06-01", "2018-05-25", "2016-06-01"].map(named));
    let updated = |element: &Element| element.one("updated").words.clone();
    assert_eq!(updated(entries[1]), "2018-05-25T00:00:00Z");
    assert_eq!(updated(&feed), updated(entries[0]));
    let second = entries[1];
    assert_eq!(second.one("title").words, "Policy: Version of May 25, 2018");
    assert_eq!(second.one("summary").words, "A <b> & more");
    assert_eq!(second.links("alternate"), [format!("{BASE}en/privacy/2018-05-25/")]);
    let related =
        ["compare/2016-06-01/2018-05-25/", "2018-05-25/source.md"].map(|path| format!("{BASE}en/privacy/{path}"));
    assert_eq!(second.links("related"), related);
    let content = second.one("content");
    assert_eq!(content.attributes["type"], "html");
    let html = scraper::Html::parse_fragment(&content.words);
    let words = |selector: &str| -> Vec<String> {
        let selector = scraper::Selector::parse(selector).expect("a selector");
        html.select(&selector).map(|found| found.text().collect()).collect()
    };
    // Only sentences in which something changed; what looks like HTML in a text is words.
    assert_eq!(words("p:has(del)"), ["Nobody else sees it."]);
    assert_eq!(words("p:has(ins)"), ["Nobody sees <&> it."]);
    assert!(!words("p").concat().contains("We keep data"), "{:?}", words("p"));
    assert!(entries[2].all("content").is_empty() && entries[2].links("related").len() == 1);
    // A note in another language is none of this one.
    assert_eq!(of(&built, "de/privacy/feed.xml").all("entry")[1].one("summary").words, "Mehr");
}

#[test]
fn the_feed_of_a_language_has_the_entries_of_its_documents() {
    let project = announced();
    project.archives("cookies", "2017-01-01", &[("en", "None.")], &[]);
    let built = project.built("2019-01-01");
    let ids = |path: &str| -> Vec<String> {
        of(&built, path).all("entry").iter().map(|entry| entry.one("id").words.clone()).collect()
    };
    let all = ids("en/feed.xml");
    let expected: Vec<String> = ids("en/privacy/feed.xml").into_iter().chain(ids("en/cookies/feed.xml")).collect();
    assert_eq!(all.len(), 4);
    assert!(expected.iter().all(|id| all.contains(id)), "{all:?}");
    assert!(all[2].contains("/cookies/"), "in the order of their days: {all:?}");
    for (folder, feed) in [
        ("en/", "en/feed.xml"),
        ("en/privacy/", "en/privacy/feed.xml"),
        ("en/privacy/versions/", "en/privacy/feed.xml"),
    ] {
        let page = built.page(folder);
        let links = page.select("link[rel=\"alternate\"][type=\"application/atom+xml\"]");
        let targets: Vec<String> =
            links.iter().map(|link| super::target(folder, link.attr("href").expect("a link"))).collect();
        assert_eq!(targets, [feed], "{folder}");
    }
}

#[test]
fn names_of_entries_stay_when_words_change() {
    let project = announced();
    let ids = |built: &Built| -> Vec<String> {
        let feed = of(built, "en/privacy/feed.xml");
        let entries = feed.all("entry");
        entries.iter().map(|entry| entry.one("id").words.clone()).chain([feed.one("id").words.clone()]).collect()
    };
    let before = ids(&project.built("2019-01-01"));
    project.archives("privacy", "2020-01-01", &[("en", "Another title.")], &["--behind"]);
    let after = ids(&project.built("2020-01-01"));
    assert_eq!(after[1..], before);
}

#[test]
fn each_version_says_of_itself_what_it_is() {
    let built = announced().built("2019-01-01");
    let data = |folder: &str| -> Value {
        let page = built.page(folder);
        let found = page.select("script[type=\"application/ld+json\"]");
        assert_eq!(found.len(), 1, "{folder}");
        serde_json::from_str(&found[0].text().collect::<String>()).expect("JSON")
    };
    let id = |path: &str| json!({ "@id": format!("{BASE}{path}") });
    let told =
        |data: &Value| ["version", "temporalCoverage", "expires"].map(|key| data[key].as_str().map(str::to_owned));
    let is = |words: [&str; 3]| words.map(|word| Some(word.to_owned()).filter(|word| !word.is_empty()));
    let first = data("en/privacy/2016-06-01/");
    assert_eq!(told(&first), is(["2016-06-01", "2016-06-01/2018-05-24", "2018-05-24"]));
    assert_eq!([&first["isBasedOn"], &first["workTranslation"]], [&Value::Null; 2]);
    let now = data("en/privacy/");
    assert_eq!(told(&now), is(["2018-05-25", "2018-05-25/..", ""]));
    assert_eq!(now["isBasedOn"], id("en/privacy/2016-06-01/"));
    assert_eq!(now["workTranslation"], json!([id("de/privacy/")]));
    let next = data("en/privacy/2019-06-01/");
    assert_eq!(told(&next), is(["2019-06-01", "2019-06-01/..", ""]));
    assert_eq!(next["isBasedOn"], id("en/privacy/2018-05-25/"));
    assert_eq!(data("de/privacy/")["translationOfWork"], id("en/privacy/"));
}

#[test]
fn the_map_holds_what_shall_be_found() {
    let built = announced().built("2019-01-01");
    let map = of(&built, "sitemap.xml");
    let all: Vec<String> = map.all("url").iter().map(|url| url.one("loc").words.clone()).collect();
    let has = |path: &str| all.contains(&format!("{BASE}{path}"));
    for path in
        ["en/privacy/", "en/privacy/versions/", "en/privacy/versions/by-date/", "en/privacy/2019-06-01/", "privacy/"]
    {
        assert!(has(path), "{path}: {all:#?}");
    }
    // What search engines shall pass by is not offered to them.
    for path in ["en/privacy/2016-06-01/", "en/privacy/2018-05-25/", "en/privacy/compare/2016-06-01/2018-05-25/"] {
        assert!(!has(path) && built.has(path), "{path}: {all:#?}");
    }
    for url in &all {
        let page = built.page(url.strip_prefix(BASE).expect("below the base"));
        assert!(!page.is_noindex(), "{url}");
        let canonical = page.rel("canonical");
        assert!(canonical.is_none() || canonical.as_deref() == url.strip_prefix(BASE), "{url}: {canonical:?}");
    }
}

#[test]
fn text_is_text_in_every_file_for_machines() {
    let project = announced();
    let plain = text("<script>alert(1)</script> & \"more\"").replace("# Policy", "# <b> & ]]>");
    project.write("content/privacy/en.md", plain.replace('<', "\\<"));
    project.on("2019-07-01", &["archive", "privacy", "--uncommitted", "--behind", "--effective", "2019-07-01"]);
    let built = project.built("2019-07-01");
    let entry = of(&built, "en/feed.xml");
    let entry = entry.all("entry")[0].one("title").words.clone();
    assert_eq!(entry, "<b> & ]]>: Version of July 1, 2019");
    let content = of(&built, "en/feed.xml");
    let content = &content.all("entry")[0].one("content").words;
    assert!(content.contains("&lt;script&gt;") && !content.contains("<script"), "{content}");
    let index = built.indexed("privacy", "en");
    assert_eq!(index["title"], "<b> & ]]>");
}
