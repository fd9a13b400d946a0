//! Themes of a site: what they may replace, and how their faults are told.

use std::sync::Arc;

use super::Pages;
use engross::page::{Audience, render};
use engross::theme::ThemeFiles;
use engross::vocabulary::SitePath;

const TEXTS: [(&str, &str); 1] = [("p/en.md", "# Privacy\n\nWords.\n")];

fn files(files: &[(&str, &str)]) -> ThemeFiles {
    files.iter().map(|(path, text)| ((*path).to_owned(), Arc::from(text.as_bytes()))).collect()
}

/// What is wrong with a template in place of that of documents: the line, and what is said.
#[track_caller]
fn fault(template: &str) -> (usize, String) {
    let pages = Pages::with_theme("", &TEXTS, &files(&[("templates/document.html", template)]));
    let mut found = pages.findings.clone();
    if found.is_empty() {
        let (path, page) = pages.plan.pages().get_key_value(&SitePath::folder("en/p")).expect("a page");
        found.push(*render(&pages.site, path, page, Audience::Public).expect_err("a fault"));
    }
    let found = &found[0];
    let place = found.place.as_ref().expect("a place");
    assert_eq!((found.code.as_str(), place.path.as_str()), ("template", "themes/default/templates/document.html"));
    let start = place.span.as_ref().map_or(0, |(start, _)| *start);
    let line = template[..start].matches('\n').count() + 1;
    (line, format!("{} | {}", found.message, found.help.as_deref().unwrap_or_default()))
}

#[test]
fn one_template_and_some_words_are_replaced_and_the_rest_stays_that_of_the_program() {
    let document = "{% extends \"base.html\" %}\n{% block main %}<p class=\"house\">{{ page.title }}</p>\n{{ lead | safe }}{{ body | safe }}{% endblock %}\n";
    let house = files(&[("templates/document.html", document), ("strings/en.ftl", "all-policies = Everything\n")]);
    let (plain, own) = (Pages::of("", &TEXTS), Pages::with_theme("", &TEXTS, &house));
    assert!(own.findings.is_empty(), "{:?}", own.findings);
    own.has("en/p", &["<p class=\"house\">Privacy</p>", "<p>Words.</p>", "Everything"]);
    // What it does not name comes from the program, of today or of tomorrow.
    let without_words = |page: String| page.replace("Everything", "All policies");
    for page in ["", "en", "p"] {
        assert_eq!(without_words(own.page(page)), plain.page(page), "{page:?}");
    }
    let words = files(&[("strings/de.ftl", "all-policies = Alles\n")]);
    Pages::with_theme("", &[TEXTS[0], ("p/de.md", "# P\n")], &words).has("de/p", &["Alles"]);
}

#[test]
fn a_fault_of_a_template_has_its_line_and_what_was_given() {
    let extends = "{% extends \"base.html\" %}\n\n{% block main %}";
    for (inner, line, words) in [
        (
            "{{ titel }}",
            3,
            &["Variable `titel`", "did you mean `title`?", "given are:", "contents", "page", "words"][..],
        ),
        ("{{ page.langs }}", 3, &["Field `langs`", "did you mean `lang`?", "given are:", "site_title"]),
        ("\n{{ page.lang.x }}", 4, &["Field `x`", "docs/themes.md"]),
        ("{{ title }", 3, &["expected }}"]),
        ("\n\n{{ title | shout }}", 5, &["Unknown filter `shout`", "docs/themes.md"]),
        ("{% include \"none.html\" %}", 3, &["`none.html`", "docs/themes.md"]),
    ] {
        let (found, said) = fault(&format!("{extends}{inner}{{% endblock %}}\n"));
        assert_eq!(found, line, "{said}");
        assert!(words.iter().all(|word| said.contains(word)), "{said}");
    }
    let (_, said) = fault("{% extends \"bse.html\" %}\n");
    assert!(said.contains("it extends `bse.html`, which is not there"), "{said}");
    let (_, said) = fault("{% extends \"document.html\" %}\n");
    assert!(said.contains("itself"), "{said}");
}

#[test]
fn every_unknown_name_is_told_at_once() {
    let text = "{% extends \"base.html\" %}\n{% block main %}{{ title | a }}\n{{ title | b }}{% endblock %}";
    let pages = Pages::with_theme("", &TEXTS, &files(&[("templates/document.html", text)]));
    assert_eq!(pages.codes(), ["template", "template"]);
}

#[test]
fn a_fault_of_words_says_what_can_be_filled_in() {
    let wrong = Pages::with_theme("", &TEXTS, &files(&[("strings/de.ftl", "updated = Am { $dat }\n")]));
    assert_eq!(wrong.codes(), ["string-syntax"]);
    assert_eq!(wrong.findings[0].help.as_deref(), Some("what can be filled in here: { $date }"));
}
