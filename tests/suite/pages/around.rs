//! What stands around a text: colours, logo and footer, choosers, what search engines and other sites are
//! told, and the order of lists.

use super::Pages;
use crate::project::{Project, Tree};
use engross::config::{self, Config};
use engross::vocabulary::SitePath;
use std::path::Path;

const POLICIES: [(&str, &str); 3] = [
    ("p/en.md", "# Privacy\n\nWe *never* sell data.\n"),
    ("p/de.md", "# Datenschutz\n\nWir verkaufen keine Daten.\n"),
    ("c/en.md", "---\ndescription: All about cookies.\n---\n# Cookies\n\nNone.\n"),
];

fn style(pages: &Pages) -> String {
    let is_style = |path: &&SitePath| path.address().starts_with("assets/style.");
    let path = pages.plan.pages().keys().find(is_style).expect("a style sheet");
    pages.written(path)
}

#[test]
fn colours_reach_the_style_sheet_and_are_readable() {
    let pages = Pages::of("[theme]\naccent = \"#7a0000\"\n", &POLICIES);
    let style = style(&pages);
    let own = style.rfind("--accent: #7a0000").expect("the colour");
    assert!(own > style.find("--accent: #0b4f8a").expect("the colour of the theme"), "a later rule wins");
    let dark = style[own..].split_once("dark").expect("a dark ground").1;
    assert!(dark.contains("--accent: #") && !dark.contains("#7a0000"), "{dark}");
    assert!(pages.codes().is_empty(), "{:?}", pages.findings);
    let plain = Pages::of("", &POLICIES);
    assert!(!self::style(&plain).contains("#7a0000"));
    let both = Pages::of("[theme]\naccent = \"#700\"\naccent_dark = \"#fcc\"\n", &POLICIES);
    assert!(self::style(&both).contains("--accent: #770000") && self::style(&both).contains("--accent: #ffcccc"));
}

#[test]
fn a_colour_that_cannot_be_read_is_told() {
    let pages = Pages::of("[theme]\naccent = \"#777\"\n", &POLICIES);
    assert!(style(&pages).contains("--accent: #777777"), "it is the author's choice");
    let settings = "[site]\nbase_url = \"https://example.com/\"\n[theme]\naccent = \"#999\"\naccent_dark = \"#333\"\n";
    let (_, findings) = config::read(&Config::settings_path(), settings);
    let told: Vec<(&str, &str)> = findings.iter().map(|found| (found.code.as_str(), &*found.message)).collect();
    let ["contrast", "contrast"] = [told[0].0, told[1].0] else { panic!("{told:?}") };
    assert!(told[0].1.contains("#999999") && told[1].1.contains("#333333"), "{told:?}");
}

#[test]
fn a_logo_stands_beside_the_title() {
    let settings =
        "[site]\nbase_url = \"https://example.com/legal/\"\ntitle = \"Policies\"\n[theme]\nlogo = \"img/logo.svg\"\n";
    let project = Project::new(&[("engross.toml", settings), ("content/p/en.md", "# P\n")]);
    project.run(&["check"]).ends(1).says(&["theme.logo", "`img/logo.svg`, which is not there"]);
    project.write("img/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    project.run(&["build"]).ends(0);
    let tree = Tree::of(&project.public());
    let page = tree.0[Path::new("en/p/index.html")].clone().expect("a file");
    let page = String::from_utf8(page).expect("UTF-8");
    let (_, rest) = page.split_once("<img src=\"../../").expect("a picture");
    let address = rest.split_once('"').expect("its address").0;
    assert!(tree.0.contains_key(Path::new(address)), "{address}");
    // The title beside it says the same.
    assert!(rest.split_once('>').expect("its end").0.contains("alt=\"\""), "{rest}");
    project.write("engross.toml", settings.replace("img/logo.svg", "../logo.svg"));
    project.run(&["check"]).ends(2).says(&["theme.logo", "engross.toml:5", "content/logo.svg"]);
}

#[test]
fn the_footer_names_who_publishes_in_the_language_of_the_page() {
    let settings = "organization = \"A & B\"\nsource = \"https://git.example.com/p\"\n[theme.footer]\nde = \"Fragen?\"\nen = \"<Questions>?\"\n";
    let texts = [POLICIES[0], POLICIES[1], ("p/ja.md", "# P\n")];
    let pages = Pages::of(settings, &texts);
    for page in ["en/p", "en", ""] {
        pages.has(page, &["<p>A &amp; B</p>", "<a href=\"https://git.example.com/p\">", "&lt;Questions&gt;?"]);
    }
    pages.has("de/p", &["<p>Fragen?</p>"]);
    // Japanese has no words of its own, so it is said whose they are.
    pages.has("ja/p", &["<p lang=\"en\" dir=\"ltr\">&lt;Questions&gt;?</p>"]);
    assert!(pages.file("404.html").contains("A &amp; B"));
    Pages::of("", &texts).lacks("en/p", "Questions");
}

#[test]
fn a_document_has_a_short_address_with_its_languages() {
    let pages = Pages::of("", &POLICIES);
    pages.has("p", &["<h1>Privacy</h1>", "href=\"../de/p/\"", "<p>Datenschutz</p>", "href=\"../en/p/\""]);
    pages.lacks("p", "noindex");
    pages.has("c", &["href=\"../en/c/\""]);
    pages.lacks("c", "href=\"../de/c/\"");
    // A document that is called like a language has none: the address is that of the language.
    let clash = Pages::of("", &[("de/en.md", "# D\n"), ("p/de.md", "# P\n"), ("p/en.md", "# P\n")]);
    clash.has("de", &["<ul class=\"documents\">"]);
    clash.has("en/de", &["<h1 id=\"d\">D</h1>"]);
}

#[test]
fn only_the_start_page_leads_on_by_language_and_longer_tags_come_first() {
    let texts = [("p/en.md", "# P\n"), ("p/en-GB.md", "# P\n"), ("p/zh-TW.md", "# P\n"), ("p/zh-CN.md", "# P\n")];
    let lines = "/legal/ /legal/en-GB/ 302! Language=en-gb\n/legal/ /legal/zh-CN/ 302! Language=zh-cn\n\
                 /legal/ /legal/zh-TW/ 302! Language=zh-tw\n/legal/ /legal/en/ 302! Language=en\n\
                 /legal/ /legal/zh-CN/ 302! Language=zh\n";
    assert_eq!(Pages::of("", &texts).file("_redirects"), lines);
}

#[test]
fn search_engines_get_every_page_to_be_found_with_its_languages() {
    let pages = Pages::of("", &POLICIES);
    let sitemap = pages.file("sitemap.xml");
    let mut found: Vec<&str> =
        sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split_once("</loc>")).map(|(url, _)| url).collect();
    found.sort_unstable();
    let base = "https://example.com/legal/";
    let wanted = ["", "c/", "de/", "de/p/", "en/", "en/c/", "en/p/", "p/"].map(|path| format!("{base}{path}"));
    assert_eq!(found, wanted);
    let of = |path: &str| {
        let from = sitemap.find(&format!("<loc>{base}{path}</loc>")).expect(path);
        sitemap[from..].split_once("</url>").expect("its end").0
    };
    let german = "<xhtml:link rel=\"alternate\" hreflang=\"de\" href=\"https://example.com/legal/de/p/\"/>";
    assert!(of("en/p/").contains(german) && of("de/p/").contains(german) && !of("en/c/").contains("\"de\""));
    let robots = "User-agent: *\nAllow: /legal/\n\nSitemap: https://example.com/legal/sitemap.xml\n";
    assert_eq!(pages.file("robots.txt"), robots);
}

#[test]
fn other_sites_are_told_what_a_page_holds() {
    let pages = Pages::of("[locales]\npublish = [\"en\", \"de\"]\n", &POLICIES);
    let page = "<meta property=\"og:title\" content=\"Privacy\">";
    let url = "<meta property=\"og:url\" content=\"https://example.com/legal/en/p/\">";
    pages.has("en/p", &[page, url, "<meta name=\"description\" content=\"We never sell data.\">"]);
    pages.has("en/c", &["<meta name=\"description\" content=\"All about cookies.\">"]);
    pages.has("en", &["<meta name=\"description\" content=\"Cookies · Privacy\">"]);
    pages.has("p", &["<meta name=\"description\" content=\"Deutsch · English\">"]);
    let icon = "<link rel=\"icon\" type=\"image/svg+xml\" href=\"../../assets/icon.";
    pages.has("en/p", &[icon]);
    // The page for unknown addresses is at any address.
    let lost = pages.file("404.html");
    assert!(!lost.contains("og:url") && lost.contains("<meta name=\"description\""), "{lost}");
}

#[test]
fn a_text_says_of_itself_what_it_is() {
    let settings = "organization = \"A </script> B\"\n";
    let text = "---\ntitle: \"A </script><b>\"\npublished: 2019-01-02\neffective: 2019-02-03\n---\nWords.\n";
    let pages = Pages::of(settings, &[("p/en.md", text), ("p/de.md", "# P\n")]);
    let data = |page: &str| -> serde_json::Value {
        let page = pages.page(page);
        let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("data");
        serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("JSON")
    };
    let english = data("en/p");
    let told = ["name", "inLanguage", "datePublished", "temporalCoverage"].map(|key| english[key].as_str());
    assert_eq!(told, [Some("A </script><b>"), Some("en"), Some("2019-01-02"), Some("2019-02-03/..")]);
    assert_eq!(english["publisher"]["name"], "A </script> B");
    assert_eq!(english["workTranslation"][0]["@id"], "https://example.com/legal/de/p/");
    assert_eq!(data("de/p")["translationOfWork"]["@id"], "https://example.com/legal/en/p/");
    pages.lacks("en", "ld+json");
}

#[test]
fn lists_are_in_the_order_of_the_language() {
    let texts = [
        ("a/sv.md", "# Ö\n"),
        ("b/sv.md", "# Z\n"),
        ("c/sv.md", "# A\n"),
        ("a/de.md", "# Ö\n"),
        ("b/de.md", "# Z\n"),
        ("c/de.md", "# A\n"),
    ];
    let pages = Pages::of("[locales]\nsource = \"de\"\n", &texts);
    let order = |locale: &str| -> Vec<String> {
        let page = pages.page(locale);
        let (_, list) = page.split_once("<ul class=\"documents\">").expect("a list");
        list.split("/\">").skip(1).take(3).filter_map(|rest| Some(rest.split_once("</a>")?.0.to_owned())).collect()
    };
    assert_eq!(order("de"), ["A", "Ö", "Z"]);
    assert_eq!(order("sv"), ["A", "Z", "Ö"]);
}

#[test]
fn the_calendar_is_gregorian_unless_it_is_asked_for_that_of_the_language() {
    let texts = [("p/th.md", "---\neffective: 2016-06-01\n---\n# P\n"), ("p/en.md", "# P\n")];
    let gregorian = Pages::of("", &texts);
    gregorian.has("th/p", &["<time datetime=\"2016-06-01\">", "2016</time>"]);
    let own = Pages::of("[locales]\ncalendar = \"locale\"\n", &texts);
    own.has("th/p", &["<time datetime=\"2016-06-01\">", "2559</time>"]);
}
