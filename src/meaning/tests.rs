use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::source::{Memory, Source};
use crate::vocabulary::{Day, DocumentId};

const SETTINGS: &str =
    "[site]\nbase_url = \"https://x.org/\"\n[content]\nhtml = \"sanitize\"\n[variables]\nname = \"Proto\"\n";

/// Compares two texts, of which the second is the one on disk, at the settings.
fn changes(old: &str, new: &str, then: Option<&str>) -> (Change, Change) {
    let Some(config) = crate::config::read(&Config::settings_path(), SETTINGS).0 else { unreachable!() };
    let (Ok(locale), Ok(today)) = (Locale::parse("en"), Day::parse("2020-01-01")) else { unreachable!() };
    let path = SourcePath::new("content/a/en.md");
    let world = Memory { texts: [(path.clone(), Arc::from(new))].into(), today };
    let sources = Sources { texts: vec![Source { document: DocumentId::new("a"), locale, path: path.clone() }] };
    let meaning = Meaning::new(&config, &world, &sources);
    let text = |bytes: &'_ str, settings: Option<&'static str>| (bytes.to_owned(), settings);
    let (old, new) = (text(old, None), text(new, None));
    let old = Text { bytes: old.0.as_bytes(), settings: then.map(str::as_bytes) };
    let new = Text { bytes: new.0.as_bytes(), settings: then.map(|_| SETTINGS.as_bytes()) };
    (meaning.compare(&path, old, new), meaning.parsed(&path, old, new))
}

fn check(old: &str, new: &str, expect: Change) {
    assert_eq!(changes(old, new, None), (expect, expect), "{old:?} {new:?}");
}

#[test]
fn front_matter_counts_where_it_is_shown() {
    check("---\ntopics: a\ntitle: T\n---\nText", "---\ntitle: T\n---\nText", Change::Nothing);
    check("---\ntopics: a\n---\nText", "Text", Change::Nothing);
    check("---\ntitle: T\n---\nText", "---\ntitle: U\n---\nText", Change::Text);
    check("# T\n\nText", "---\ntitle: T\n---\nText", Change::Formatting);
    check("---\ndescription: T\n---\nText", "Text", Change::Nothing);
    check("---\neffective: 2016-06-01\n---\nText", "Text", Change::Days);
    check("---\npublished: 2016-06-01\n---\nText", "---\npublished: 2016-06-02\n---\nText", Change::Days);
    check("---\neffective: 2016-06-01\n---\nText", "*Text*", Change::Formatting);
    check("---\ntitle: \"[[name]]\"\n---\nText", "---\ntitle: Proto\n---\nText", Change::Nothing);
}

#[test]
fn bytes_that_show_nothing_are_nothing() {
    check("\u{feff}a\r\n\r\nb\r\n\r\n", "a\n\nb\n", Change::Nothing);
    check("a  b\nc\n", "a b c\n\n\n\n", Change::Nothing);
    check("a\n", "", Change::Text);
}

#[test]
fn variables_count_by_their_values() {
    check("We are Proto.", "We are [[name]].", Change::Nothing);
    check("We are [[other]].", "We are [[name]].", Change::Text);
    let with = |then: &str| changes("We are [[name]].", "We are [[name]].", Some(Box::leak(then.into()))).0;
    assert_eq!(with("[variables]\nname = \"Proto\"\n"), Change::Nothing);
    assert_eq!(with("[variables]\nname = \"Alto\"\n"), Change::Text);
    // A value that was not there yet is taken as it is today.
    assert_eq!(with("[site]\n"), Change::Nothing);
    assert_eq!(with("not TOML"), Change::Nothing);
}

#[test]
fn words_that_are_not_utf8_are_compared_as_far_as_they_can_be_read() {
    let latin = b"Caf\xe9 au lait".as_slice();
    let Some(config) = crate::config::read(&Config::settings_path(), SETTINGS).0 else { unreachable!() };
    let Ok(today) = Day::parse("2020-01-01") else { unreachable!() };
    let (world, sources) = (Memory { texts: BTreeMap::new(), today }, Sources::default());
    let meaning = Meaning::new(&config, &world, &sources);
    let text = |bytes| Text { bytes, settings: None };
    assert_eq!(meaning.compare(&SourcePath::new("a"), text(latin), text("Café au lait".as_bytes())), Change::Text);
}

/// Pieces of Markdown, whatever comes of them together.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-c]{1,2} ?",
        2 => Just("\n".to_owned()),
        2 => Just("\n\n".to_owned()),
        3 => prop::sample::select(vec![
            "# ", "## ", "* ", "- ", "1. ", "2) ", "> ", "    ", "*", "**", "_", "~~", "`", "```\n", "~~~ a\n", "---\n", "===\n",
            "[a](b)", "[a](b \"c\")", "[a][b]", "[b]: c\n", "[b]:\n", "\"c\"\n", "![a](b)", "[^a]", "[^a]: b\n", "[x] ", "[ ] ",
            "<b>", "</b>", "<!-- a -->", "<!--", "-->", "<a>", "<div>", "</div>\n", "<script>", "&amp;", "&", "&eacute;", "|",
            "| a | b |\n|---|---|\n", "{: #a }", "{: #a }\n", "{#b}", "{: datetime=\"2016-06-01\" }\n", "{: lang=\"de\" }\n",
            "[[name]]", "[[b]]", "Proto", "(a) ", "(b) ", "[!NOTE]\n", "\\", "\u{e9}", "e\u{301}", "\u{feff}", "約款", "\r\n",
            "---\ntitle: a\n---\n", "---\ntitle: b\nx: a\n---\n", ": a\n", "<https://a.org>", "https://b.org/c", "<A>", "\t", "I. ",
        ]).prop_map(str::to_owned),
    ]
}

/// Lines of front matter; `::` stands for what parts keys and values.
fn matter_line() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "title:: a\n",
        "title:: b\n",
        "title:: \"a\"\n",
        "title:: 'a'\n",
        "title:: \"a\n",
        "b\"\n",
        " b\"\n",
        "title:: it's\n",
        "x:: a\n",
        "x::\n",
        "- a\n",
        "  a\n",
        "\n",
        "\"title\":: a\n",
        "\"title\":: b\n",
        "titles:: a\n",
        "title:: |\n",
        "title:: >\n",
        "title::\n",
        "effective:: 2016-06-01\n",
        "effective:: 2016-06-02\n",
        "# title:: a\n",
        "title:: \"\"\"\n",
        "\"\"\"\n",
        "a\n",
        "b\n",
        "? title\n",
        "{title: a}\n",
        "[x]\n",
        "title :: a\n",
        "x:: |\n",
        "'\n",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Front matter is compared by its lines only where that is safe.
    #[test]
    fn titles_are_never_mistaken(
        toml in any::<bool>(),
        old in prop::collection::vec(matter_line(), 0..5),
        new in prop::collection::vec(matter_line(), 0..5),
    ) {
        let text = |lines: &[String]| {
            let (fence, mark) = if toml { ("+++", " =") } else { ("---", ":") };
            format!("{fence}\n{}{fence}\n# A\n\ntext\n", lines.concat().replace("::", mark))
        };
        let (old, new) = (text(&old), text(&new));
        let (quick, parsed) = changes(&old, &new, None);
        prop_assert_eq!(quick, parsed, "{:?} {:?}", old, new);
    }

    /// What is decided without parsing is what parsing says.
    #[test]
    fn the_quick_way_is_never_wrong(
        start in prop::collection::vec(piece(), 0..6),
        old in prop::collection::vec(piece(), 0..4),
        new in prop::collection::vec(piece(), 0..4),
        end in prop::collection::vec(piece(), 0..6),
    ) {
        let text = |middle: &[String]| [&start, middle, &end].into_iter().flatten().cloned().collect::<String>();
        let (old, new) = (text(&old), text(&new));
        let (quick, parsed) = changes(&old, &new, None);
        prop_assert_eq!(quick, parsed, "{:?} {:?}", old, new);
    }
}
