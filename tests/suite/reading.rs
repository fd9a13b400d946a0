//! What a page says is what its Markdown says, by the reading of a second parser.
//!
//! Every text of three real repositories, of this very site and of the seed document is read
//! twice: the page that `engross build` wrote with `scraper`, and the Markdown with
//! `pulldown-cmark`, where front matter, attribute lists and variables are the business of code
//! that shares nothing with the program's. Both readings must be equal letter for letter, and
//! word for word. What may differ, because a reader sees no difference:
//!
//! - the amount and kind of white space: HTML folds it;
//! - white space between two East Asian letters: a line's end there is no space;
//! - `*` and `**` beside an East Asian letter: emphasis by the rule that comrak follows, text by that
//!   of CommonMark, which knows no script without spaces, so the page may lack them;
//! - words that the page adds: whatever is marked `data-engross`, links to sections and back from
//!   footnotes, numbers of footnotes, and the theme's titles of boxes.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a test works on disk and says so")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

mod markdown;
mod page;
mod site;

use std::fs;
use std::path::{Path, PathBuf};

use page::{letters, with_marks_of, words};
use site::{Built, Site, Text, files};

#[test]
fn legal_docs() {
    let Some(site) = corpus("legal-docs", include_str!("../independent/settings/legal-docs.toml")) else { return };
    assert_eq!(site.texts.len(), 339 - 3);
    compare(&site, &site.build());
}

#[test]
fn site_policy() {
    let Some(site) = corpus("site-policy", include_str!("../independent/settings/site-policy.toml")) else { return };
    assert_eq!(site.texts.len(), 63);
    let built = site.build();
    compare(&site, &built);
    assert_eq!(built.pages_that_hold(&["{%", "%}"]), "");
}

#[test]
fn genai_eu_versions() {
    let Some(site) = corpus("genai-eu-versions", include_str!("../independent/settings/genai-eu-versions.toml")) else {
        return;
    };
    assert_eq!(site.texts.len(), 64);
    compare(&site, &site.build());
}

#[test]
fn this_very_site() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let settings = fs::read_to_string(root.join("engross.toml")).expect("engross.toml");
    let site = Site::in_folder(root, &settings);
    assert!(!site.texts.is_empty());
    compare(&site, &site.build());
}

#[test]
fn the_seed_as_it_is() {
    let Some(shared) = shared() else { return };
    let seed = files(&shared.join("seed")).pop().expect("the seed document");
    let text = fs::read_to_string(shared.join("seed").join(seed)).expect("the seed document");
    let site = Site::of_text("content/seed/en.md", &text, "[site]\nbase_url = \"https://seed.example.com/\"\n");
    let built = site.build();
    compare(&site, &built);
    for code in ["bold-heading", "typed-bullet", "list-space", "stray-markup"] {
        assert!(built.findings.iter().any(|found| found == code), "no {code} in {:?}", built.findings);
    }
    let page = built.articles.values().next().expect("a page");
    nothing_is_lost(&text, page);
    assert!(page.contains("****"), "the unbalanced mark is shown as it was typed");
}

#[test]
fn the_second_reading_knows_the_rules() {
    let variables = [("[[company]]".to_owned(), "A & *B*".to_owned())].into();
    let read = |text: &str| words(&markdown::read(text, &variables)).trim().to_owned();
    assert_eq!(
        read("\u{feff}---\ntitle: T\n---\n# Head {: #a }\n\nWords  \nof [[company]]\n{: #b }"),
        "Head Words of A & *B*"
    );
    assert_eq!(read("+++\n+++\n## A {#a}\n| a | b |\n|-|-|\n| *c*{: lang=\"de\" } | d |\n{: #t }"), "A a b c d");
    assert_eq!(read("b[^2] a[^1]\n\n[^1]: one\n\n[^2]: two\n\n[^3]: never\n\nend"), "b a end two one");
    assert_eq!(
        read("x <!-- y --> _<ID> <b>z</b> &copy; \\_ ![alt](u)\n\n<p>a<br>b <ID></p>"),
        "x _<ID> z © _ alt a b <ID>"
    );
    assert_eq!(read("> [!NOTE]\n> one\n\n> [!TIP] [two](u)\n\n- [x] 三\n  四"), "one two 三四");
    assert_eq!(read("---\nno front matter"), "no front matter");
    assert_eq!(with_marks_of("約款。次 *", "**約款。**次 *"), "約款。次 *");
}

/// Not even by the rules of Markdown: every word outside of addresses is on the page, in order.
fn nothing_is_lost(typed: &str, page: &str) {
    let mut count = 0;
    let mut rest = page;
    let spoken = typed.split("](").enumerate().map(|(n, part)| match n {
        0 => part,
        _ => part.split_once(')').map_or("", |(_, after)| after),
    });
    for word in spoken.flat_map(|part| part.split(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty()) {
        let at = rest.find(word).unwrap_or_else(|| panic!("\"{word}\" is missing before \"{rest:.60}\""));
        rest = &rest[at + word.len()..];
        count += 1;
    }
    assert!(count > 2900, "{count} words were looked for");
}

/// The folder with the corpora and the seed, or `None` and a word about it.
fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !folder.is_dir() {
        println!("skipped: ../shared is not there");
        return None;
    }
    Some(folder)
}

/// A corpus with settings, where there are corpora.
fn corpus(name: &str, settings: &str) -> Option<Site> {
    assert!(settings.lines().count() <= 10, "ten lines at most are needed to adopt a repository");
    let bundle = shared()?.join("corpora").join(format!("{name}.bundle"));
    Some(Site::cloned(&bundle, settings))
}

/// Every text against its page, and every page against marks that no reader may see.
fn compare(site: &Site, built: &Built) {
    let mut faults = String::new();
    for text in &site.texts {
        match built.articles.get(&text.page) {
            None => faults += &format!("{}: there is no {}\n", text.name, text.page),
            Some(page) => faults += &difference(&text.name, &text.read(), page),
        }
    }
    for page in built.articles.keys().filter(|page| site.texts.iter().all(|text| text.page != **page)) {
        faults += &format!("{page}: a page without a text\n");
    }
    let front_matter: Vec<String> = site.texts.iter().flat_map(Text::front_matter).collect();
    faults += &built.pages_that_hold(&front_matter.iter().map(String::as_str).collect::<Vec<_>>());
    faults += &built.pages_that_hold(&["{:", "{#", "{{", "[["]);
    assert!(faults.is_empty(), "{} faults:\n{faults}", faults.matches('\n').count());
    assert_eq!(built.articles.len(), site.texts.len());
}

/// Where the reading of a text and of its page part, in one line; nothing if they do not.
fn difference(name: &str, text: &str, page: &str) -> String {
    let parts = |kind: &str, text: &str, page: &str| {
        let at = text.chars().zip(page.chars()).take_while(|(a, b)| a == b).count();
        let excerpt = |of: &str| {
            let around = |from: usize, n: usize| of.chars().skip(from).take(n).collect::<String>();
            format!("\"{}⟦here⟧{}\"", around(at.saturating_sub(60), at.min(60)), around(at, 60))
        };
        format!("{name}: {kind} differ: Markdown {} page {}\n", excerpt(text), excerpt(page))
    };
    let text = with_marks_of(page, text);
    if letters(&text) != letters(page) {
        parts("letters", &letters(&text), &letters(page))
    } else if words(&text) != words(page) {
        parts("words", &words(&text), &words(page))
    } else {
        String::new()
    }
}
