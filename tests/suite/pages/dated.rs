//! What pages say of dates, and of later edits that the date of a text passes over.

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Selector};

use super::super::project::{Project, SETTINGS, Tree};

/// A text of many words, in which one more or less is no editorial doubt.
fn long(title: &str, sentence: &str) -> String {
    format!("# {title}\n\n{}\n", [sentence; 12].join(" "))
}

/// A site with a history: texts that were changed later in ways that are not counted, in four
/// languages; and one that is not committed.
fn with_history() -> BTreeMap<String, String> {
    let project = Project::new(&[]);
    project
        .write("engross.toml", format!("{SETTINGS}[locales]\npublish = [\"ar\", \"de\", \"en\", \"en-GB\", \"ja\"]\n"));
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    let says = |effective: &str, published: &str| format!("---\neffective: {effective}\npublished: {published}\n---\n");
    let (other, same) = (says("2023-07-01", "2023-05-02"), says("2023-05-04", "2023-05-04"));
    for (path, title, sentence) in [
        ("privacy/en", "Privacy", "We never sell your data."),
        ("privacy/de", "Datenschutz", "Wir verkaufen keine Daten."),
        ("privacy/ja", "個人情報", "個人情報は販売しません。"),
        ("privacy/ar", "الخصوصية", "لا نبيع بياناتكم أبدًا."),
    ] {
        texts.insert(path, other.clone() + &long(title, sentence));
    }
    texts.insert("terms/en", same + &long("Terms", "Be kind."));
    texts.insert("cookies/en", long("Cookies", "We set none."));
    texts.insert("cookies/de", long("Cookies", "Wir setzen keine."));
    texts.insert("imprint/en", long("Imprint", "This is us."));
    project.git("2023-05-04T09:00:00Z", &["init", "--quiet"]);
    let mut commit = |at: &str, message: &str, edits: &[(&'static str, &str, &str)]| {
        for (path, old, new) in edits {
            let text = &texts[path];
            assert!(text.contains(old), "{path}");
            texts.insert(path, text.replacen(old, new, 1));
        }
        for (path, text) in &texts {
            project.write(&format!("content/{path}.md"), text);
        }
        project.git(at, &["add", "--all"]);
        project.git(at, &["commit", "--quiet", "--message", message]);
    };
    commit("2023-05-04T09:00:00Z", "New\n\nPolicy-Effective: 2023-06-01", &[]);
    let wrapped = [("privacy/en", "never sell", "never\nsell"), ("cookies/en", "set", "*set*")];
    commit("2023-09-12T09:00:00Z", "Wrap", &wrapped);
    let stressed = [
        ("privacy/en", "never", "**never**"),
        ("privacy/de", "keine", "**keine**"),
        ("privacy/ja", "販売", "**販売**"),
        ("privacy/ar", "لا نبيع", "**لا نبيع**"),
        ("terms/en", "kind", "*kind*"),
        ("cookies/en", "none", "*none*"),
    ];
    commit("2024-02-20T09:00:00Z", "Stress", &stressed);
    let better = [("privacy/en", "data.", "details."), ("privacy/ar", "أبدًا", "مطلقًا"), ("imprint/en", "us", "we")];
    commit("2025-01-15T09:00:00Z", "Better\n\nPolicy-Change: editorial", &better);
    project.write("content/draft/en.md", "---\neffective: 2030-01-01\n---\n# Draft\n");
    project.write("content/note/en.md", "# Note\n");
    project.run(&["build"]).ends(0);
    let pages = Tree::of(&project.public()).0.into_iter().filter_map(|(path, bytes)| {
        let text = String::from_utf8(bytes?).ok()?;
        Some((path.to_string_lossy().replace('\\', "/").strip_suffix("/index.html")?.to_owned(), text))
    });
    pages.collect()
}

/// The words of an element, each date followed by the one for machines.
fn words(element: ElementRef<'_>) -> String {
    let mut words = String::new();
    for node in element.descendants() {
        if let Some(text) = node.value().as_text() {
            words.push_str(text);
            let day = node.parent().and_then(ElementRef::wrap).and_then(|parent| parent.attr("datetime"));
            words.extend(day.map(|day| format!(" [{day}]")));
        }
    }
    words
}

/// What a page says of dates, line by line, and the language and direction in which it says so.
fn dated(page: &str) -> Option<(String, String, Vec<String>)> {
    let select = |css: &str| Selector::parse(css).expect("a selector");
    let page = Html::parse_document(page);
    let dates = page.select(&select("article > header > .dates")).next()?;
    assert!(page.select(&select("details.later[open]")).next().is_none(), "it is folded");
    let nearest = |name: &str| {
        let mut around = std::iter::once(dates).chain(dates.ancestors().filter_map(ElementRef::wrap));
        around.find_map(|element| element.attr(name)).unwrap_or_default().to_owned()
    };
    let lines = select(".dates > p, .dates > details > summary, .dates > details > ul > li");
    let lines = dates.select(&lines);
    Some((nearest("lang"), nearest("dir"), lines.map(words).collect()))
}

/// Pages; in which language and direction they speak of dates; what they say.
const EXPECTED: [(&str, &str, &str, &[&str]); 12] = [
    (
        "en/privacy",
        "en",
        "ltr",
        &[
            "Applies from July 1, 2023 [2023-07-01]",
            "Updated May 4, 2023 [2023-05-04]",
            "Published May 2, 2023 [2023-05-02]",
            "3 later edits are not counted as changes of the text",
            "January 15, 2025 [2025-01-15]: marked as editorial by the publisher",
            "February 20, 2024 [2024-02-20]: formatting only",
            "September 12, 2023 [2023-09-12]: nothing that can be seen",
        ],
    ),
    (
        "de/privacy",
        "de",
        "ltr",
        &[
            "Gültig ab 1. Juli 2023 [2023-07-01]",
            "Aktualisiert am 4. Mai 2023 [2023-05-04]",
            "Veröffentlicht am 2. Mai 2023 [2023-05-02]",
            "Eine spätere Bearbeitung betraf nur die Formatierung",
            "20. Februar 2024 [2024-02-20]: nur Formatierung",
        ],
    ),
    (
        "ja/privacy",
        "ja",
        "ltr",
        &[
            "2023年7月1日 [2023-07-01]から適用",
            "2023年5月4日 [2023-05-04]更新",
            "2023年5月2日 [2023-05-02]公開",
            "その後の編集1件は書式のみの変更です",
            "2024年2月20日 [2024-02-20]：書式のみ",
        ],
    ),
    (
        "ar/privacy",
        "ar",
        "rtl",
        &[
            "تاريخ السريان: 1 يوليو 2023 [2023-07-01]",
            "تاريخ التحديث: 4 مايو 2023 [2023-05-04]",
            "تاريخ النشر: 2 مايو 2023 [2023-05-02]",
            "تعديلان لاحقان لا يُعَدّان تغييرًا في النص",
            "15 يناير 2025 [2025-01-15]: صنّفه الناشر تعديلًا تحريريًا",
            "20 فبراير 2024 [2024-02-20]: التنسيق فقط",
        ],
    ),
    // Days that are that of the update are not said again.
    (
        "en/terms",
        "en",
        "ltr",
        &[
            "Updated May 4, 2023 [2023-05-04]",
            "One later edit changed formatting only",
            "February 20, 2024 [2024-02-20]: formatting only",
        ],
    ),
    // The original, on pages of other languages.
    (
        "ar/terms",
        "ar",
        "rtl",
        &[
            "تاريخ التحديث: 4 مايو 2023 [2023-05-04]",
            "تعديل لاحق واحد اقتصر على التنسيق",
            "20 فبراير 2024 [2024-02-20]: التنسيق فقط",
        ],
    ),
    (
        "ja/terms",
        "ja",
        "ltr",
        &[
            "2023年5月4日 [2023-05-04]更新",
            "その後の編集1件は書式のみの変更です",
            "2024年2月20日 [2024-02-20]：書式のみ",
        ],
    ),
    (
        "en-GB/terms",
        "en-GB",
        "ltr",
        &[
            "Updated 4 May 2023 [2023-05-04]",
            "One later edit changed formatting only",
            "20 February 2024 [2024-02-20]: formatting only",
        ],
    ),
    (
        "en/cookies",
        "en",
        "ltr",
        &[
            "Applies from June 1, 2023 [2023-06-01]",
            "Updated May 4, 2023 [2023-05-04]",
            "2 later edits changed formatting only",
            "February 20, 2024 [2024-02-20]: formatting only",
            "September 12, 2023 [2023-09-12]: formatting only",
        ],
    ),
    // Nothing was passed over.
    ("de/cookies", "de", "ltr", &["Gültig ab 1. Juni 2023 [2023-06-01]", "Aktualisiert am 4. Mai 2023 [2023-05-04]"]),
    (
        "en/imprint",
        "en",
        "ltr",
        &[
            "Applies from June 1, 2023 [2023-06-01]",
            "Updated May 4, 2023 [2023-05-04]",
            "One later edit is not counted as a change of the text",
            "January 15, 2025 [2025-01-15]: marked as editorial by the publisher",
        ],
    ),
    // Not committed: what the front matter says, and no Updated line.
    ("en/draft", "en", "ltr", &["Applies from January 1, 2030 [2030-01-01]"]),
];

#[test]
fn dates_and_later_edits_are_shown_in_the_words_of_the_page() {
    let pages = with_history();
    for (page, lang, dir, lines) in EXPECTED {
        let found = dated(&pages[page]).unwrap_or_else(|| panic!("no dates on {page}"));
        assert_eq!((found.0.as_str(), found.1.as_str()), (lang, dir), "{page}");
        assert_eq!(found.2, lines, "{page}");
    }
    assert_eq!(dated(&pages["en/note"]), None);
    assert_eq!(dated(&pages["ar/note"]), None);
}
