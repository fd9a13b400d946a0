//! The desk at `/-/` of the preview: every state, every kind of page, in both languages.
#![expect(clippy::disallowed_methods, reason = "a test works on disk")]
#![expect(clippy::expect_used, clippy::panic, reason = "that is how a test fails")]

mod archive;
mod pages;
mod publishing;
mod states;

use std::path::PathBuf;
use std::sync::Arc;

use engross::build::{Loaded, Overrides, load};
use engross::desk::{Desk, Reply, Setup};
use engross::vocabulary::Day;
use scraper::{ElementRef, Html, Selector};

use crate::project::{Project, Run};

/// The settings with notice, and versions to be archived.
const NOTICE: &str = "[site]\nbase_url = \"https://www.example.com/legal/\"\n[versions]\nnotice_days = 30\n";

/// A project as the desk shows it on a day.
struct Shown {
    desk: Desk,
    loaded: Arc<Loaded>,
}

fn day(text: &str) -> Day {
    Day::parse(text).expect(text)
}

/// Reads a site as the preview does, or as a build.
fn read(project: &Project, today: &str, is_preview: bool) -> Loaded {
    let origin = is_preview.then(|| "http://localhost:1111".to_owned());
    let overrides = Overrides { origin, preview: is_preview, ..Overrides::default() };
    let today = day(today);
    load(project.root(), |_| today, &overrides).unwrap_or_else(|failure| panic!("{failure}"))
}

impl Shown {
    fn of(project: &Project, today: &str) -> Self {
        let root: PathBuf = project.root().into();
        let as_published = root.clone();
        let date = day(today);
        let setup = Setup {
            output: root.join("public"),
            output_name: "public".to_owned(),
            root_option: Some(root.display().to_string()),
            read: Box::new(move || load(&as_published, |_| date, &Overrides::default())),
            root,
        };
        Self { desk: Desk::new(setup), loaded: Arc::new(read(project, today, true)) }
    }

    /// What stands at an address after `/-/`.
    fn reply(&self, path: &str) -> Option<Reply> {
        self.desk.answer(&self.loaded, path, "")
    }

    /// A page that must be there.
    #[track_caller]
    fn page(&self, path: &str) -> Page {
        // What takes long says so, and is asked for again.
        for _ in 0..30 {
            match self.reply(path) {
                Some(Reply::Page(200, bytes)) => {
                    let page = String::from_utf8(bytes).expect("UTF-8");
                    if !page.contains("http-equiv=\"refresh\"") {
                        return Page(page);
                    }
                }
                other => panic!("{path}: {other:?}"),
            }
        }
        panic!("{path} does not end");
    }
}

/// A page of the desk.
struct Page(String);

impl Page {
    fn html(&self) -> Html {
        Html::parse_document(&self.0)
    }

    /// The words of every element that a selector finds, each on one line.
    fn all(&self, selector: &str) -> Vec<String> {
        let found = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error:?}"));
        self.html().select(&found).map(words).collect()
    }

    /// Everything in the main part, on one line.
    fn main(&self) -> String {
        self.all("main").join(" ")
    }

    #[track_caller]
    fn says(&self, expected: &[&str]) -> &Self {
        let main = self.main();
        for words in expected {
            assert!(main.contains(words), "no \"{words}\" in: {main}");
        }
        self
    }

    #[track_caller]
    fn says_nothing_of(&self, unexpected: &[&str]) -> &Self {
        let main = self.main();
        for words in unexpected {
            assert!(!main.contains(words), "\"{words}\" in: {main}");
        }
        self
    }

    /// The address of every link.
    fn links(&self) -> Vec<String> {
        let found = Selector::parse("a[href]").expect("a selector");
        self.html().select(&found).filter_map(|link| Some(link.attr("href")?.to_owned())).collect()
    }
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Project {
    /// Writes texts and commits them at noon of a day.
    fn on(&self, day: &str, files: &[(&str, &str)]) -> &Self {
        for (path, text) in files {
            self.write(path, text);
        }
        self.commit(&format!("{day}T12:00:00Z"));
        self
    }

    /// Archives, and commits what was written.
    #[track_caller]
    fn freezes(&self, today: &str, args: &[&str]) -> &Self {
        let mut command = vec!["archive", "--as-of", today];
        command.extend(args);
        self.run(&command).ends(0);
        self.commit(&format!("{today}T13:00:00Z"));
        self
    }

    /// Types a command as an editor does, on a day.
    fn types(&self, command: &str, today: &str) -> Run {
        let own = PathBuf::from(env!("CARGO_BIN_EXE_engross"));
        let folder = own.parent().expect("a folder").display().to_string();
        let path = std::env::var("PATH").unwrap_or_default();
        let mut shell = self.program("sh");
        shell.env("PATH", format!("{folder}:{path}"));
        shell.envs([
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_AUTHOR_NAME", "E"),
            ("GIT_AUTHOR_EMAIL", "e@example.com"),
        ]);
        shell.envs([("GIT_COMMITTER_NAME", "E"), ("GIT_COMMITTER_EMAIL", "e@example.com")]);
        let date = format!("{today}T14:00:00Z");
        shell.envs([("GIT_AUTHOR_DATE", &date), ("GIT_COMMITTER_DATE", &date)]);
        let command =
            if command.starts_with("engross") { format!("{command} --as-of {today}") } else { command.to_owned() };
        Run::of(shell.args(["-c", &command]))
    }
}

const EN: &str = "content/privacy/en.md";
const DE: &str = "content/privacy/de.md";

const ENGLISH: &str = "# Privacy\n\nWe keep your data for 30 days.\n\n## Rights {: #rights }\n\nYou can ask us at any time.\n\n- by letter\n- by mail\n";
const GERMAN: &str = "# Datenschutz\n\nWir bewahren Ihre Daten 30 Tage lang auf.\n\n## Rechte {: #rights }\n\nSie können uns jederzeit fragen.\n\n- per Brief\n- per Mail\n";

/// A site whose two texts are archived since January 1, 2020, with a third language that has another document.
fn archived() -> Project {
    let project = Project::new(&[("engross.toml", NOTICE)]);
    let terms = ("content/terms/ja.md", "# 規約\n\n規約の本文です。\n");
    project
        .on("2020-01-01", &[(EN, ENGLISH), (DE, GERMAN), ("content/terms/en.md", "# Terms\n\nTerms of use.\n"), terms]);
    project.freezes("2020-01-01", &["privacy", "--effective", "2020-01-01"]);
    project
}
