//! Versions: timelines, the day on which a site is looked at, versions from history, and their import.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

mod compare;
mod days;
mod history;
mod import;
mod machines;
mod timeline;

use std::collections::BTreeMap;
use std::path::Path;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use crate::project::{Project, Run, Tree};

const BASE: &str = "https://www.example.com/legal/";

/// A text with a heading.
fn text(words: &str) -> String {
    format!("# Policy\n\n{words}\n")
}

/// The same with front matter.
fn text_from(day: &str, words: &str) -> String {
    format!("---\neffective: {day}\n---\n{}", text(words))
}

/// What a site does in these tests.
pub(crate) trait Versioned {
    /// Runs a command on a day, which ends well.
    fn on(&self, day: &str, args: &[&str]) -> Run;
    /// Writes the text of a document in some languages, and archives it with `--effective` as of that day.
    fn archives(&self, document: &str, day: &str, texts: &[(&str, &str)], args: &[&str]);
    /// The site as it is built on a day.
    fn built(&self, day: &str) -> Built;
    /// Commits the site at a moment, a day for its noon, after writing these files; gives the commit's id.
    fn save(&self, at: &str, message: &str, files: &[(&str, &str)]) -> String;
    /// Runs git in the site and gives what it says.
    fn ask(&self, args: &[&str]) -> String;
}

impl Versioned for Project {
    #[track_caller]
    fn on(&self, day: &str, args: &[&str]) -> Run {
        self.run(&[args, &["--as-of", day]].concat()).ends(0)
    }

    #[track_caller]
    fn archives(&self, document: &str, day: &str, texts: &[(&str, &str)], args: &[&str]) {
        for (locale, words) in texts {
            self.write(&format!("content/{document}/{locale}.md"), text(words));
        }
        let run = self.on(day, &[&["archive", document, "--uncommitted", "--effective", day], args].concat());
        assert!(!run.stderr.contains("Nothing was archived"), "{}", run.stderr);
    }

    #[track_caller]
    fn built(&self, day: &str) -> Built {
        built_at(self, self.root(), day)
    }

    #[track_caller]
    fn save(&self, at: &str, message: &str, files: &[(&str, &str)]) -> String {
        for (path, text) in files {
            self.write(path, text);
        }
        let at = if at.len() == 10 { format!("{at}T12:00:00Z") } else { at.to_owned() };
        if !self.root().join(".git").exists() {
            self.git(&at, &["init", "--quiet"]);
        }
        self.git(&at, &["add", "--all", "--", ".", ":!public"]);
        self.git(&at, &["commit", "--quiet", "--allow-empty", "--message", message]);
        self.ask(&["rev-parse", "HEAD"])
    }

    #[track_caller]
    fn ask(&self, args: &[&str]) -> String {
        let mut git = self.program("git");
        git.current_dir(self.root()).envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")]);
        Run::of(git.args(args)).ends(0).stdout.trim().to_owned()
    }
}

/// The program on a site elsewhere, such as in a clone.
fn run_at(project: &Project, root: &Path, args: &[&str]) -> Run {
    Run::of(project.engross(args).arg("--root").arg(root))
}

/// A site elsewhere as it is built on a day.
#[track_caller]
fn built_at(project: &Project, root: &Path, day: &str) -> Built {
    let run = run_at(project, root, &["build", "--as-of", day, "--format", "json"]).ends(0);
    Built { tree: Tree::of(&root.join("public")), findings: findings(&run) }
}

/// What a run found, but for unknown dates: `warning[code]` and everything that it says.
#[track_caller]
pub(crate) fn findings(run: &Run) -> Vec<(String, String)> {
    let json = run.json();
    let found = json["findings"].as_array().unwrap_or_else(|| panic!("{json:#}")).iter();
    let found = found.filter(|found| found["code"] != "date-unknown");
    found
        .map(|found| {
            let word = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
            let places = ["place", "related"].map(|key| found[key]["path"].as_str().unwrap_or_default().to_owned());
            let said = format!("{} {} {}", word("message"), places.join(" "), word("help"));
            (format!("{}[{}]", word("severity"), word("code")), said)
        })
        .collect()
}

/// A site that was built.
pub(crate) struct Built {
    pub(crate) tree: Tree,
    pub(crate) findings: Vec<(String, String)>,
}

/// A step of a timeline as it should be.
#[derive(Clone, Copy)]
struct Step<'s> {
    /// The version; nothing for a current text that belongs to none.
    id: &'s str,
    standing: &'s str,
    /// The last day in force.
    until: &'s str,
    /// What the text says; nothing for a withdrawal.
    says: &'s str,
}

/// A version that applied until a day.
fn old<'s>(id: &'s str, until: &'s str, says: &'s str) -> Step<'s> {
    Step { id, standing: "superseded", until, says }
}

/// The version in force.
fn now<'s>(id: &'s str, says: &'s str) -> Step<'s> {
    Step { id, standing: "in-force", until: "", says }
}

/// A version that does not apply yet.
fn next<'s>(id: &'s str, says: &'s str) -> Step<'s> {
    Step { id, standing: "upcoming", until: "", says }
}

impl Built {
    /// Requires these findings and no others: `warning[code]`, and words that each says.
    #[track_caller]
    pub(crate) fn finds(&self, expected: &[(&str, &[&str])]) -> &Self {
        let fits = |(found, said): &(String, String), (code, words): &(&str, &[&str])| {
            found == code && words.iter().all(|word| said.contains(word))
        };
        let fit = self.findings.len() == expected.len()
            && expected.iter().all(|expected| self.findings.iter().any(|found| fits(found, expected)));
        assert!(fit, "expected {expected:#?}, found {:#?}", self.findings);
        self
    }

    pub(crate) fn text(&self, path: &str) -> Option<String> {
        let bytes = self.tree.0.get(Path::new(path))?.as_ref()?;
        Some(String::from_utf8(bytes.clone()).expect("UTF-8"))
    }

    /// Whether a page is there: `en/privacy/`.
    pub(crate) fn has(&self, folder: &str) -> bool {
        self.text(&format!("{folder}index.html")).is_some()
    }

    #[track_caller]
    pub(crate) fn page(&self, folder: &str) -> Page {
        let raw = self.text(&format!("{folder}index.html")).unwrap_or_else(|| panic!("no page {folder}"));
        Page { folder: folder.to_owned(), html: Html::parse_document(&raw), raw }
    }

    #[track_caller]
    pub(crate) fn json(&self, path: &str) -> Value {
        let text = self.text(path).unwrap_or_else(|| panic!("no {path}"));
        serde_json::from_str(&text).expect("JSON")
    }

    /// The versions of `versions.json`, oldest first.
    #[track_caller]
    fn versions(&self, folder: &str) -> Vec<Value> {
        let mut versions = self.json(&format!("{folder}versions.json"))["versions"].as_array().expect("a list").clone();
        versions.reverse();
        versions
    }

    /// Their names; nothing for a current text that belongs to none.
    #[track_caller]
    fn ids(&self, folder: &str) -> Vec<String> {
        let name = |version: &Value| version["version"].as_str().unwrap_or_default().to_owned();
        self.versions(folder).iter().map(name).collect()
    }

    /// The pages and Markdown files of the versions of all documents, and what each text says.
    fn archived(&self) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for path in self.tree.0.keys().filter_map(|path| path.to_str()) {
            let Some(folder) = path.strip_suffix("source.md") else { continue };
            all.insert(path.to_owned(), self.text(path).expect("a text"));
            all.insert(folder.to_owned(), self.page(folder).article());
        }
        all
    }

    /// Requires that a document has this timeline in a language, oldest first, wherever it is told:
    /// on the pages of the versions and at the main address, in the lists for people and machines.
    #[track_caller]
    fn tells(&self, folder: &str, steps: &[Step<'_>]) -> &Self {
        let (json, list, by_date) = (
            self.versions(folder),
            self.page(&format!("{folder}versions/")),
            self.page(&format!("{folder}versions/by-date/")),
        );
        let (rows, days) = (list.select("ol.timeline > li"), by_date.select("tbody tr"));
        assert_eq!([json.len(), rows.len(), days.len()], [steps.len(); 3], "{folder}: {json:#?}");
        let addresses: Vec<Option<String>> = steps.iter().map(|step| step.address(folder)).collect();
        for (at, step) in steps.iter().enumerate() {
            let (from, until) = (step.from(&json[at]), Some(step.until).filter(|until| !until.is_empty()));
            let period: Vec<&str> = from.as_deref().into_iter().chain(until).collect();
            let told = |key: &str| json[at][key].as_str();
            let url = addresses[at].as_ref().map(|address| format!("{BASE}{address}"));
            assert_eq!(told("version").unwrap_or_default(), step.id);
            assert_eq!([told("until"), told("standing")], [until, Some(step.standing)], "{}", step.id);
            assert_eq!([told("effective"), told("url")], [from.as_deref(), url.as_deref()], "{}", step.id);
            let row = rows[steps.len() - 1 - at];
            assert_eq!(row.attr("class"), Some(step.standing), "{}", step.id);
            assert_eq!(times_in(row), period, "{}", step.id);
            assert_eq!(list.link_in(row, "h2 a"), addresses[at], "{}", step.id);
            let row = days[steps.len() - 1 - at];
            assert_eq!(row.attr("data-from"), from.as_deref(), "{}", step.id);
            assert_eq!(times_in(row), period, "{}", step.id);
            assert_eq!(by_date.link_in(row, "a"), addresses[at], "{}", step.id);
        }
        let in_force = steps.iter().position(|step| step.standing == "in-force");
        for (at, step) in steps.iter().enumerate().filter(|(_, step)| !step.says.is_empty()) {
            let is_main = step.id.is_empty();
            let page = self.page(addresses[at].as_ref().expect("an address"));
            assert!(page.words().contains(step.says), "{}: {}", step.id, page.words());
            let beside = |at: Option<usize>| at.and_then(|at| addresses.get(at).cloned().flatten());
            let expected =
                [("predecessor-version", beside(at.checked_sub(1))), ("successor-version", beside(Some(at + 1)))];
            let always = [("latest-version", folder.to_owned()), ("version-history", format!("{folder}versions/"))];
            for (rel, address) in expected.into_iter().chain(always.map(|(rel, address)| (rel, Some(address)))) {
                assert_eq!(page.rel(rel), address, "{rel} of {}", page.folder);
            }
            assert_eq!(page.is_noindex(), step.standing == "superseded", "{}", page.folder);
            let notices = page.notices(if step.standing == "upcoming" { ".upcoming" } else { ".superseded" });
            assert_eq!(notices.len(), usize::from(step.standing != "in-force"), "{}", page.folder);
            // A text in another language has another canonical page.
            if (is_main || in_force != Some(at)) && page.select("article[lang]").is_empty() {
                assert_eq!(page.rel("canonical"), Some(page.folder.clone()));
            }
        }
        let main = self.page(folder);
        let Some(at) = in_force.filter(|at| !steps[*at].says.is_empty()) else { return self };
        assert!(main.words().contains(steps[at].says), "{folder}: {}", main.words());
        assert!(!main.is_noindex() && main.notices(".superseded, .upcoming, .withdrawn").is_empty(), "{folder}");
        let beside = [at.checked_sub(1), Some(at + 1)].map(|at| at.and_then(|at| addresses.get(at).cloned().flatten()));
        assert_eq!(["predecessor-version", "successor-version"].map(|rel| main.rel(rel)), beside, "{folder}");
        let next = steps.iter().position(|step| step.standing == "upcoming");
        let told: Vec<Option<String>> =
            main.select(".notice.next").into_iter().map(|notice| main.link_in(notice, "a")).collect();
        assert_eq!(told, next.map(|next| addresses[next].clone()).into_iter().collect::<Vec<_>>(), "{folder}");
        if let (Some(next), [notice]) = (next, &main.select(".notice.next")[..]) {
            assert_eq!(times_in(*notice), [&steps[next].id[..10]]);
        }
        self
    }

    /// What `index.json` says of a document in a language.
    #[track_caller]
    fn indexed(&self, document: &str, locale: &str) -> Value {
        let json = self.json("index.json");
        let mut all = json["documents"].as_array().expect("a list").iter();
        let languages = all.find(|one| one["document"] == document).map_or(&Value::Null, |one| &one["languages"]);
        let own = languages.as_array().and_then(|all| all.iter().find(|one| one["language"] == locale));
        own.cloned().unwrap_or_default()
    }
}

impl Step<'_> {
    /// The address of its page.
    fn address(&self, folder: &str) -> Option<String> {
        match (self.says, self.id) {
            ("", _) => None,
            (_, "") => Some(folder.to_owned()),
            (_, id) => Some(format!("{folder}{id}/")),
        }
    }

    /// The first day in force; that of a current text is not asked.
    fn from(&self, told: &Value) -> Option<String> {
        if self.id.is_empty() { told["effective"].as_str().map(str::to_owned) } else { Some(self.id[..10].to_owned()) }
    }
}

/// A page of a site.
pub(crate) struct Page {
    folder: String,
    html: Html,
    raw: String,
}

impl Page {
    pub(crate) fn select(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(selector).expect("a selector")).collect()
    }

    /// The words of each notice that fits.
    pub(crate) fn notices(&self, selector: &str) -> Vec<String> {
        let kinds = selector.split(", ").map(|kind| format!(".notice{kind}")).collect::<Vec<_>>().join(", ");
        self.select(&kinds).into_iter().map(words_of).collect()
    }

    /// Where the first such link in a part of the page leads.
    pub(crate) fn link_in(&self, part: ElementRef<'_>, selector: &str) -> Option<String> {
        let link = part.select(&Selector::parse(selector).expect("a selector")).next()?;
        Some(target(&self.folder, link.attr("href")?))
    }

    /// Where the link of this relation leads.
    fn rel(&self, name: &str) -> Option<String> {
        let found = self.select(&format!("link[rel=\"{name}\"]"));
        assert!(found.len() < 2, "{name} stands twice on {}", self.folder);
        Some(target(&self.folder, found.first()?.attr("href")?))
    }

    fn is_noindex(&self) -> bool {
        !self.select("meta[name=robots][content=noindex]").is_empty()
    }

    /// The lines with dates above the text.
    fn dates(&self) -> Vec<String> {
        self.select("article div.dates p").into_iter().map(words_of).collect()
    }

    /// The text, to the byte, without what is said around it: dates, and links to other versions.
    fn article(&self) -> String {
        let (_, rest) = self.raw.split_once("<article").expect("an article");
        let mut text = rest.split_once("</article>").expect("its end").0.to_owned();
        for (begin, end) in [("<div class=\"dates\"", "</div>\n"), ("<nav class=\"versions\"", "</nav>\n")] {
            if let Some(at) = text.find(begin) {
                let length = text[at..].find(end).expect("its end") + end.len();
                text.replace_range(at..at + length, "");
            }
        }
        text
    }

    /// The words of the text.
    fn words(&self) -> String {
        words_of(Html::parse_fragment(&format!("<article{}</article>", self.article())).root_element())
    }
}

/// The days that a part of a page names.
fn times_in(part: ElementRef<'_>) -> Vec<&str> {
    part.select(&Selector::parse("time").expect("a selector")).filter_map(|time| time.attr("datetime")).collect()
}

fn words_of(part: ElementRef<'_>) -> String {
    part.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The address on the site to which a link on a page leads.
fn target(folder: &str, href: &str) -> String {
    if let Some(inner) = href.strip_prefix(BASE) {
        return inner.to_owned();
    }
    let mut parts: Vec<&str> = folder.trim_end_matches('/').split('/').filter(|part| !part.is_empty()).collect();
    for part in href.trim_end_matches('/').split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/") + if href.ends_with('/') { "/" } else { "" }
}
