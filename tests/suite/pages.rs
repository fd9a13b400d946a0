//! Whole sites in memory: what readers find on the pages.
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

mod around;
mod dated;
mod theme;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use engross::archive::{Archive, Held};
use engross::check;
use engross::config::{self, Config};
use engross::diagnostic::Diagnostic;
use engross::page::{Audience, Plan, render};
use engross::site::{self, Assembly, Site, Versions};
use engross::source::{Memory, Sources, World};
use engross::theme::{Theme, ThemeFiles};
use engross::vocabulary::{Day, SitePath, SourcePath};

struct Pages {
    site: Site,
    plan: Plan,
    findings: Vec<Diagnostic>,
}

impl Pages {
    /// The site of these texts below `content/`, with settings after `[site]`.
    fn of(settings: &str, texts: &[(&str, &str)]) -> Self {
        Self::with_theme(settings, texts, &ThemeFiles::new())
    }

    fn with_theme(settings: &str, texts: &[(&str, &str)], theme: &ThemeFiles) -> Self {
        let settings = format!("[site]\nbase_url = \"https://example.com/legal/\"\n{settings}");
        let (config, findings) = config::read(&Config::settings_path(), &settings);
        let config = config.unwrap_or_else(|| panic!("{findings:?}"));
        let texts: BTreeMap<SourcePath, Arc<str>> =
            texts.iter().map(|(path, text)| (SourcePath::new(format!("content/{path}")), Arc::from(*text))).collect();
        let paths: Vec<SourcePath> = texts.keys().cloned().collect();
        let (sources, mut findings) = Sources::classify(&paths, &config);
        let (theme, more) = Theme::compile("default", theme, &config.look);
        findings.extend(more);
        let world: Arc<dyn World + Send> = Arc::new(Memory { texts, today: Day::parse("2020-01-01").expect("a day") });
        let (none, archive, held) = (BTreeSet::new(), Archive::default(), Held::new());
        let versions = Versions {
            originals: &BTreeMap::new(),
            archive: &archive,
            held: &held,
            are_recorded: true,
            is_preview: false,
        };
        let (config, theme) = (Arc::new(config), Arc::new(theme));
        let working = site::dated(site::texts(&config, &*world, &sources, &|_| None), BTreeMap::new());
        let assembly =
            Assembly { config: &config, theme: &theme, world: &world, working: &working, files: &none, versions };
        let (site, found) = assembly.site();
        let checks = check::documents(&site, &|_| true);
        let lists = [&found.languages, &found.addresses];
        for list in lists.into_iter().chain(found.documents.values()).chain(checks.values()) {
            findings.extend(list.iter().cloned());
        }
        let (plan, more) = Plan::of(&site);
        findings.extend(more);
        findings.retain(|found| found.code.as_str() != "date-unknown");
        Self { site, plan, findings }
    }

    fn page(&self, folder: &str) -> String {
        self.written(&SitePath::folder(folder))
    }

    fn file(&self, path: &str) -> String {
        self.written(&SitePath::file(path))
    }

    #[track_caller]
    fn written(&self, path: &SitePath) -> String {
        let page = self.plan.pages().get(path).unwrap_or_else(|| panic!("no page {path:?}"));
        let bytes = render(&self.site, path, page, Audience::Public).expect("a page");
        String::from_utf8(bytes).expect("UTF-8")
    }

    fn codes(&self) -> Vec<&str> {
        self.findings.iter().map(|found| found.code.as_str()).collect()
    }

    #[track_caller]
    fn has(&self, folder: &str, parts: &[&str]) {
        let page = self.page(folder);
        for part in parts {
            assert!(page.contains(part), "{folder} lacks {part}\n{page}");
        }
    }

    #[track_caller]
    fn lacks(&self, folder: &str, part: &str) {
        let page = self.page(folder);
        assert!(!page.contains(part), "{folder} has {part}\n{page}");
    }
}

#[test]
fn ids_are_explicit_or_the_originals_by_position() {
    let pages = Pages::of(
        "",
        &[
            ("p/en.md", "# P\n\n## Who we are {: #who }\n\n## Your rights\n"),
            ("p/de.md", "# P\n\n## Wer wir sind\n\n## Ihre Rechte\n"),
            ("p/fr.md", "# P\n\n## Vos droits\n"),
        ],
    );
    pages.has("en/p", &["<h2 id=\"who\">", "<h2 id=\"your-rights\">", "href=\"#who\""]);
    pages.has("de/p", &["<h2 id=\"who\">Wer wir sind", "<h2 id=\"your-rights\">Ihre Rechte"]);
    pages.has("fr/p", &["<h2 id=\"vos-droits\">"]);
    assert!(pages.codes().is_empty(), "{:?}", pages.findings);
}

#[test]
fn links_lead_to_the_readers_language() {
    let pages = Pages::of(
        "",
        &[
            ("p/en.md", "# P\n\n[c](../c/en.md#x) [d](../c/de.md) [self](#p)\n"),
            ("p/de.md", "# P\n\n[c](../c/en.md#x)\n"),
            ("c/en.md", "# C\n\n## X\n"),
            ("c/de.md", "# C\n\n## Ix\n"),
        ],
    );
    pages.has("en/p", &["href=\"../c/#x\"", "href=\"../../de/c/\"", "href=\"#p\""]);
    pages.has("de/p", &["href=\"../c/#x\""]);
    assert!(pages.codes().is_empty(), "{:?}", pages.findings);
}

#[test]
fn links_that_lead_nowhere_are_found() {
    let text = "# P\n\n[a](../c/en.md) [b](#none) [c](/outside/x) [d](../q/en.md#none) [e](javascript:x)\n";
    let pages = Pages::of("", &[("p/en.md", text), ("q/en.md", "# Q\n")]);
    let mut codes = pages.codes();
    codes.sort_unstable();
    assert_eq!(codes, ["link-anchor", "link-anchor", "link-broken", "link-outside", "link-unsafe"]);
    pages.lacks("en/p", "javascript:");
}

#[test]
fn a_missing_translation_shows_the_original_and_says_so() {
    let pages = Pages::of(
        "[locales]\npublish = [\"en\", \"ar\", \"en-GB\"]\n",
        &[("p/en.md", "# Policy\n\n> [!NOTE]\n> Mind this.\n"), ("q/ar.md", "# سياسة\n"), ("q/en.md", "# Q\n")],
    );
    pages.has(
        "ar/p",
        &[
            "<html lang=\"ar\" dir=\"rtl\">",
            "class=\"notice\"",
            "<article class=\"prose\" lang=\"en\" dir=\"ltr\">",
            "<link rel=\"canonical\" href=\"https://example.com/legal/en/p/\">",
            "<p class=\"alert-title\">Note</p>",
        ],
    );
    pages.lacks("ar/p", "rel=\"alternate\"");
    pages.has("en-GB/p", &["<html lang=\"en-GB\"", "rel=\"canonical\" href=\"https://example.com/legal/en/p/\""]);
    pages.lacks("en-GB/p", "class=\"notice\"");
    pages.has("ar/q", &["hreflang=\"en\"", "hreflang=\"x-default\" href=\"https://example.com/legal/en/q/\""]);
    let none = Pages::of("[locales]\nfallback = \"none\"\n", &[("p/en.md", "# P\n"), ("q/ar.md", "# Q\n")]);
    assert!(!none.plan.pages().contains_key(&SitePath::folder("ar/p")));
}

#[test]
fn variables_are_words_and_may_differ_by_language() {
    let settings =
        "[variables]\ncompany = \"A & <b>B</b> *Co*\"\nmail = \"a@b.org\"\n[variables.de]\ncompany = \"AB GmbH\"\n";
    let pages = Pages::of(
        settings,
        &[
            ("p/en.md", "---\ntitle: About [[company]]\n---\n[[company]] [[[mail]]](mailto:[[mail]]) `[[mail]]`\n"),
            ("p/de.md", "# P\n\n[[company]] [[compnay]]\n"),
        ],
    );
    pages.has("en/p", &[
        "<title>About A &amp; &lt;b&gt;B&lt;/b&gt; *Co*",
        "<p>A &amp; &lt;b&gt;B&lt;/b&gt; *Co* <a href=\"mailto:a@b.org\">a@b.org</a> <code translate=\"no\">a@b.org</code>",
    ]);
    pages.has("de/p", &["AB GmbH"]);
    assert_eq!(pages.codes(), ["variable-unknown"]);
    assert_eq!(pages.findings[0].help.as_deref(), Some("did you mean `company`?"));
}

#[test]
fn blocks_become_accessible_html() {
    let text = "# P\n\n## Data\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\nIf\n(a) one\n(b) two\n\n1. x\n1. y\n\n\
                - [x] done\n\nText[^n]\n\n[^n]: Note\n\n<br>\n\nGo on {: #go lang=\"fr\" }\n\nFrom\n{: datetime=\"2020-02-03\" }\n";
    let pages = Pages::of("", &[("p/en.md", text)]);
    pages.has(
        "en/p",
        &[
            "<section class=\"table\" tabindex=\"0\" aria-label=\"Table 1: Data\">",
            "<th scope=\"col\">a</th><th scope=\"col\" class=\"end\">b</th>",
            "<ol class=\"clauses\">\n<li><span class=\"label\">(a)</span> one</li>",
            "<span class=\"box done\" role=\"img\" aria-label=\"Done\">",
            "<sup><a href=\"#fn-1\" id=\"fnref-1-1\" aria-label=\"Footnote 1\">1</a></sup>",
            "<li id=\"fn-1\">\n<p>Note <a class=\"back\" href=\"#fnref-1-1\"",
            "<p id=\"go\" lang=\"fr\" dir=\"ltr\">Go on</p>",
            "<time datetime=\"2020-02-03\">From</time>",
            "aria-label=\"Link to the section “Data”\"",
        ],
    );
    assert_eq!(pages.codes(), ["list-number"], "{:?}", pages.findings);
    pages.lacks("en/p", "style=");
}

#[test]
fn raw_html_is_refused_or_made_harmless() {
    let text = "# P\n\n<div onclick=\"x()\"><script>alert(1)</script><a href=\"javascript:x\">a</a> <a name=\"old\">b</a>\n\n**md** words\n\n</div>\n\n[to](#old)\n";
    let refused = Pages::of("", &[("p/en.md", text)]);
    assert!(refused.codes().contains(&"html-refused"));
    refused.lacks("en/p", "<div onclick");
    let pages = Pages::of("[content]\nhtml = \"sanitize\"\n", &[("p/en.md", text)]);
    for harmful in ["onclick", "alert(1)", "javascript:"] {
        pages.lacks("en/p", harmful);
    }
    pages.has("en/p", &["<strong>md</strong>", "id=\"old\"", "href=\"#old\""]);
    assert_eq!(pages.codes(), ["html-removed", "link-unsafe"], "{:?}", pages.findings);
    let remote = "# P\n\n<p><img src=\"https://x.org/a.png\" alt=\"The seal\"> a<br><br>b</p>\n\nc<br><br>d\n";
    let pages = Pages::of("[content]\nhtml = \"sanitize\"\n", &[("p/en.md", remote)]);
    pages.lacks("en/p", "<img");
    pages.has("en/p", &["The seal", "c<br>\n<br>\nd"]);
    assert_eq!(pages.codes(), ["image-remote"]);
}

#[test]
fn front_matter_gives_title_and_effective_day() {
    let text = "+++\ntitle = \"Terms\"\neffective = 2021-03-04\n+++\nWords.\n\n## Part\n";
    let pages = Pages::of("", &[("p/en.md", text), ("p/de.md", text)]);
    pages.has(
        "en/p",
        &["<h1 data-engross>Terms</h1>", "<time datetime=\"2021-03-04\">March 4, 2021</time>", "<h2 id=\"part\">"],
    );
    pages.has("de/p", &["<time datetime=\"2021-03-04\">4. März 2021</time>"]);
}
