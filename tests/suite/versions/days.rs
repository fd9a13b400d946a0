//! The day on which a site is looked at: what is upcoming takes over on its day, and nothing else changes.

use std::collections::{BTreeMap, BTreeSet};

use engross::archive::{Kind, NewRecord, NewText, write};
use engross::vocabulary::{Day, DocumentId, Locale, SourcePath, VersionId};
use proptest::prelude::*;

use super::{Built, Step, Versioned, next, now, old, text, text_from};
use crate::project::{Project, Tree};

const SECOND: &str = "2020-06-01";

/// Two documents with an archived version each, one in two languages, and a second text of that one,
/// committed three months before it applies. It is archived, or states its day.
fn site(is_archived: bool) -> Project {
    let project = Project::new(&[]);
    let first = [("privacy", "en", "First."), ("privacy", "de", "Erste."), ("terms", "en", "Terms.")];
    for (document, locale, words) in first {
        project.write(&format!("content/{document}/{locale}.md"), text(words));
    }
    project.save("2020-01-01", "Add", &[]);
    for document in ["privacy", "terms"] {
        project.on("2020-01-01", &["archive", document]);
    }
    project.save("2020-01-02", "Archive", &[]);
    let second = |words: &str| if is_archived { text(words) } else { text_from(SECOND, words) };
    let files = [("content/privacy/en.md", second("Second.")), ("content/privacy/de.md", second("Zweite."))];
    project.save("2020-03-01", "Change", &files.each_ref().map(|(path, text)| (*path, text.as_str())));
    if is_archived {
        archive(&project);
    }
    project
}

fn archive(project: &Project) {
    project.on("2020-03-02", &["archive", "privacy", "--effective", SECOND]);
    project.save("2020-03-02", "Archive", &[]);
}

/// The site as it must be built where warnings are errors.
#[track_caller]
fn strictly(project: &Project, day: &str) -> Built {
    project.on(day, &["build", "--strict"]);
    let tree = Tree::of(&project.public());
    let built = project.built(day);
    built.tree.is(&tree, "strictly");
    built
}

/// The words of the page of a language: what each text says, and what is told around them.
struct Words {
    folder: &'static str,
    texts: [&'static str; 2],
    updated: [&'static str; 2],
    applies: &'static str,
    next: &'static str,
    upcoming: &'static str,
    superseded: &'static str,
    /// Of the second version, and of none.
    states: [&'static str; 4],
}

const WORDS: [Words; 2] = [
    Words {
        folder: "en/privacy/",
        texts: ["First.", "Second."],
        updated: ["Updated January 1, 2020", "Updated March 1, 2020"],
        applies: "Applies from June 1, 2020",
        next: "A new version applies from June 1, 2020. Read the new version See what changed",
        upcoming: "You are reading a version that does not apply yet. It applies from June 1, 2020. \
                   Read the current version See what changed",
        superseded: "You are reading an earlier version, which applied from January 1, 2020 to May 31, 2020. \
                     Read the current version See what changed",
        states: ["In force", "Superseded", "Upcoming", "Not yet archived"],
    },
    Words {
        folder: "de/privacy/",
        texts: ["Erste.", "Zweite."],
        updated: ["Aktualisiert am 1. Januar 2020", "Aktualisiert am 1. März 2020"],
        applies: "Gültig ab 1. Juni 2020",
        next: "Ab dem 1. Juni 2020 gilt eine neue Fassung. Neue Fassung lesen Änderungen ansehen",
        upcoming: "Sie lesen eine Fassung, die noch nicht gilt. Sie gilt ab dem 1. Juni 2020. \
                   Aktuelle Fassung lesen Änderungen ansehen",
        superseded: "Sie lesen eine frühere Fassung, die vom 1. Januar 2020 bis zum 31. Mai 2020 galt. \
                     Aktuelle Fassung lesen Änderungen ansehen",
        states: ["In Kraft", "Ersetzt", "Künftig", "Noch nicht archiviert"],
    },
];

impl Words {
    /// Requires that all is told of the timeline before the second version applies, or from then on.
    #[track_caller]
    fn are_told(&self, built: &Built, has_begun: bool, is_archived: bool) {
        let [first, second] = self.texts;
        let begun = [old("2020-01-01", "2020-05-31", first), now(SECOND, second)];
        let steps = if has_begun { begun } else { [now("2020-01-01", first), next(SECOND, second)] };
        built.finds(&[]).tells(self.folder, &steps);
        let notices = |folder: &str| built.page(folder).notices("");
        let [old, new] = ["2020-01-01", SECOND].map(|id| format!("{}{id}/", self.folder));
        let [on_main, on_old, on_new] = [self.folder, &old, &new].map(notices);
        let none: Vec<String> = Vec::new();
        let told = |words: &str| vec![words.to_owned()];
        let expected = if has_begun {
            [none.clone(), told(self.superseded), none]
        } else {
            [told(self.next), none, told(self.upcoming)]
        };
        assert_eq!([on_main, on_old, on_new], expected);
        let later = [self.applies, self.updated[1]];
        let dates = |folder: &str| built.page(folder).dates();
        assert_eq!(dates(self.folder), if has_begun { &later[..] } else { &self.updated[..1] });
        assert_eq!([dates(&old), dates(&new)], [vec![self.updated[0]], later.to_vec()]);
        let [in_force, superseded, upcoming, unarchived] = self.states;
        let [old, new] = if has_begun { [superseded, in_force] } else { [in_force, upcoming] };
        let list = built.page(&format!("{}versions/", self.folder));
        let states: Vec<String> = list.select("li > p:nth-of-type(1)").into_iter().map(super::words_of).collect();
        let new = if is_archived { new.to_owned() } else { format!("{new} · {unarchived}") };
        assert_eq!(states, [new, old.to_owned()]);
        let archived: Vec<bool> =
            built.versions(self.folder).iter().map(|version| version["archived"] == true).collect();
        assert_eq!(archived, [true, is_archived]);
        let index = built.indexed("privacy", &self.folder[..2]);
        let (id, updated) = if has_begun { (SECOND, "2020-03-01") } else { ("2020-01-01", "2020-01-01") };
        assert_eq!([&index["version"], &index["effective"], &index["updated"]], [id, id, updated]);
    }
}

#[track_caller]
fn takes_over(is_archived: bool) {
    let project = site(is_archived);
    for (day, has_begun) in [("2020-03-02", false), ("2020-05-31", false), (SECOND, true), ("2020-06-02", true)] {
        let built = strictly(&project, day);
        for words in &WORDS {
            words.are_told(&built, has_begun, is_archived);
        }
    }
}

#[test]
fn an_archived_version_takes_over_on_its_day() {
    takes_over(true);
}

#[test]
fn a_text_that_states_its_day_takes_over_on_it() {
    takes_over(false);
}

#[test]
fn its_address_is_the_same_on_all_days_and_after_it_was_archived() {
    let project = site(false);
    let days = ["2020-05-31", SECOND, "2020-06-02", "2021-06-02"];
    let files = |built: &Built| built.tree.0.keys().cloned().collect::<BTreeSet<_>>();
    let before = days.map(|day| strictly(&project, day));
    archive(&project);
    let after = days.map(|day| strictly(&project, day));
    for built in before.iter().chain(&after) {
        assert_eq!(files(built), files(&before[0]));
        assert_eq!(built.archived(), before[0].archived(), "texts, and their Markdown");
        assert!(built.has("en/privacy/2020-06-01/") && built.has("de/privacy/2020-06-01/"));
    }
    // To be archived changes nothing for readers but that it says so.
    for (before, after) in before.iter().zip(&after) {
        for folder in ["en/privacy/", "de/privacy/", "en/privacy/2020-06-01/", "de/privacy/2020-01-01/", "en/", "de/"] {
            assert_eq!(before.page(folder).raw, after.page(folder).raw, "{folder}");
        }
    }
}

#[test]
fn between_days_on_which_nothing_begins_nothing_changes() {
    for is_archived in [true, false] {
        let project = site(is_archived);
        for (day, other) in [("2020-03-02", "2020-05-31"), (SECOND, "2020-06-02"), (SECOND, "2031-12-31")] {
            let [day, other] = [day, other].map(|day| project.built(day).tree);
            day.is(&other, "on another day");
        }
    }
}

#[test]
fn a_take_over_changes_the_pages_of_its_document_alone() {
    for is_archived in [true, false] {
        let project = site(is_archived);
        let [before, after] = ["2020-05-31", SECOND].map(|day| project.built(day).tree);
        let differs = |path: &&std::path::PathBuf| before.0.get(*path) != after.0.get(*path);
        let differ: BTreeSet<&str> =
            before.0.keys().chain(after.0.keys()).filter(differs).filter_map(|path| path.to_str()).collect();
        let mut expected = BTreeSet::from(["index.json", "sitemap.xml"].map(str::to_owned));
        for locale in ["en", "de"] {
            let own = ["", "2020-01-01/", "2020-06-01/", "versions/", "versions/by-date/"];
            expected.extend(own.map(|folder| format!("{locale}/privacy/{folder}index.html")));
            expected.extend(
                ["index.html", "feed.xml", "privacy/feed.xml", "privacy/versions.json"]
                    .map(|name| format!("{locale}/{name}")),
            );
        }
        assert_eq!(differ, expected.iter().map(String::as_str).collect(), "archived: {is_archived}");
    }
}

/// In a language that only a later version has, too.
#[test]
fn before_the_first_version_applies_no_later_one_is_shown() {
    let project = Project::new(&[]);
    project.archives("privacy", SECOND, &[("en", "First.")], &[]);
    project.archives("privacy", "2021-01-01", &[("en", "Second."), ("de", "Zweite.")], &[]);
    let built = project.built("2020-05-31");
    built.tells("de/privacy/", &[next(SECOND, "First."), next("2021-01-01", "Zweite.")]);
    let main = built.page("de/privacy/");
    assert!(main.words().contains("First."), "{}", main.words());
}

/// A first version that is archived before it applies is what will apply first.
#[test]
fn before_the_first_version_applies_it_is_shown_and_says_so() {
    let project = Project::new(&[]);
    project.archives("privacy", SECOND, &[("en", "First.")], &[]);
    let built = project.built("2020-05-31");
    built.finds(&[]).tells("en/privacy/", &[next(SECOND, "First.")]);
    let main = built.page("en/privacy/");
    assert_eq!(main.notices(""), ["You are reading a version that does not apply yet. It applies from June 1, 2020."]);
    assert!(main.words().contains("First."));
    project.built(SECOND).finds(&[]).tells("en/privacy/", &[now(SECOND, "First.")]);
}

const LOCALES: [&str; 3] = ["en", "de", "fr"];

/// A version that is made up.
#[derive(Debug, Clone)]
struct Made {
    id: VersionId,
    kind: Kind,
    texts: BTreeSet<&'static str>,
    discontinued: BTreeSet<&'static str>,
}

impl Made {
    fn says(&self, locale: &str) -> String {
        format!("Wording of {} in {locale}.", self.id)
    }

    fn record(&self) -> NewRecord {
        let locale = |tag: &&str| Locale::parse(tag).expect("a language");
        let text = |tag: &&str| NewText {
            text: text(&self.says(tag)),
            source: SourcePath::new(format!("content/privacy/{tag}.md")),
            updated: None,
            instant: None,
            commit: None,
        };
        NewRecord {
            document: DocumentId::new("privacy"),
            id: self.id,
            published: None,
            archived: None,
            kind: self.kind,
            imported: false,
            notes: BTreeMap::new(),
            discontinued: self.discontinued.iter().map(locale).collect(),
            texts: self.texts.iter().map(|tag| (locale(tag), text(tag))).collect(),
            files: BTreeMap::new(),
        }
    }
}

/// Versions with so many days between them. The first ones are as history has them: a language that
/// is missing has an unchanged text. The later ones are as they are archived: it has no text any more.
fn timeline(steps: &[(u32, Kind, [bool; 3])], from_history: usize) -> Vec<Made> {
    let (mut made, mut standing): (Vec<Made>, BTreeSet<&str>) = (Vec::new(), BTreeSet::new());
    let mut day = Day::parse("2020-01-01").expect("a day");
    for (n, (gap, kind, chosen)) in steps.iter().enumerate() {
        day = day.after(*gap);
        let can_end = n >= from_history && !standing.is_empty();
        let kind = if *kind == Kind::Withdrawal && !can_end { Kind::Major } else { *kind };
        let mut texts: BTreeSet<&str> =
            LOCALES.into_iter().zip(chosen).filter(|(_, is)| **is).map(|(tag, _)| tag).collect();
        if texts.is_empty() || n == 0 || n >= from_history {
            texts.insert("en");
        }
        let mut discontinued = BTreeSet::new();
        if kind == Kind::Withdrawal {
            (texts, standing) = (BTreeSet::new(), BTreeSet::new());
        } else if n >= from_history {
            discontinued = standing.difference(&texts).copied().collect();
            standing.clone_from(&texts);
        }
        standing.extend(&texts);
        let last = made.last().filter(|last: &&Made| last.id.day() == day);
        let id = last.map_or(VersionId::first_of(day), |last| last.id.next());
        made.push(Made { id, kind, texts, discontinued });
    }
    made
}

/// The steps of a timeline for readers of a language, with what the text says.
fn steps_for<'m>(made: &'m [Made], reader: &str) -> Vec<(&'m Made, Option<String>)> {
    let (mut steps, mut has_own) = (Vec::new(), false);
    for version in made {
        has_own &= version.kind != Kind::Withdrawal && !version.discontinued.contains(reader);
        let own = version.texts.contains(reader);
        let original = version.texts.contains("en") && !has_own;
        has_own |= own;
        if own || original || version.kind == Kind::Withdrawal {
            let says = own.then_some(reader).or(original.then_some("en")).map(|locale| version.says(locale));
            steps.push((version, says));
        }
    }
    steps
}

/// Writes the versions, and as the working texts what stands on a day or will stand.
fn site_of(made: &[Made], today: Day) -> Project {
    let project = Project::new(&[("content/other/en.md", "# Other\n")]);
    let settings = format!("{}[locales]\npublish = [\"en\", \"de\", \"fr\"]\n", crate::project::SETTINGS);
    project.write("engross.toml", settings);
    write(project.root(), made.iter().map(Made::record)).expect("written");
    let mut working: BTreeMap<&str, String> = BTreeMap::new();
    for version in made {
        if version.kind == Kind::Withdrawal && version.id.day() <= today {
            working.clear();
        }
        working.retain(|tag, _| !version.discontinued.contains(tag));
        working.extend(version.texts.iter().map(|tag| (*tag, text(&version.says(tag)))));
    }
    for (tag, text) in working {
        project.write(&format!("content/privacy/{tag}.md"), text);
    }
    project
}

/// Requires that a day is told as the timeline has it, in every language.
fn judge(made: &[Made], today: Day) {
    let project = site_of(made, today);
    let built = project.built(&today.to_string());
    for reader in LOCALES {
        let steps = steps_for(made, reader);
        let begun = steps.iter().filter(|(version, _)| version.id.day() <= today).count();
        let named: Vec<(String, &str, String, String)> = (0..steps.len())
            .map(|at| {
                let (version, says) = &steps[at];
                let next = steps.get(at + 1).filter(|_| at + 1 < begun).map(|(next, _)| next.id.day());
                let until = next.map_or(String::new(), |next| next.before().max(version.id.day()).to_string());
                let standing = if at >= begun {
                    "upcoming"
                } else if next.is_some() {
                    "superseded"
                } else {
                    "in-force"
                };
                (version.id.to_string(), standing, until, says.clone().unwrap_or_default())
            })
            .collect();
        let told: Vec<Step<'_>> =
            named.iter().map(|(id, standing, until, says)| Step { id, standing, until, says }).collect();
        let folder = format!("{reader}/privacy/");
        built.tells(&folder, &told);
        // What stands at the main address: the text in force, else the last that was, else the first that will be.
        let shown = steps[..begun].iter().rev().chain(&steps[begun..]).find_map(|(_, says)| says.as_deref());
        let main = built.page(&folder);
        assert!(main.words().contains(shown.expect("a text")), "{folder}: {shown:?}, not {}", main.words());
        let is_withdrawn = begun > 0 && steps[begun - 1].0.kind == Kind::Withdrawal;
        assert_eq!(main.notices(".withdrawn").len(), usize::from(is_withdrawn), "{folder}");
        assert_eq!(main.is_noindex(), is_withdrawn, "{folder}");
    }
}

/// Kinds and languages of versions, and the days between them.
fn steps(can_end: bool) -> impl Strategy<Value = Vec<(u32, Kind, [bool; 3])>> {
    let gap = prop_oneof![Just(0), 1..3_u32, 4..400_u32];
    let ends = u32::from(can_end);
    let kind = prop_oneof![4 => Just(Kind::Major), 1 => Just(Kind::Minor), ends => Just(Kind::Withdrawal)];
    prop::collection::vec((gap, kind, any::<[bool; 3]>()), 1..8)
}

/// A day near that on which one of the versions begins.
fn day_near(made: &[Made], near: prop::sample::Index, off: i32) -> Day {
    let day = made[near.index(made.len())].id.day();
    if off < 0 { (0..-off).fold(day, |day, _| day.before()) } else { day.after(off.unsigned_abs()) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() })]
    #[test]
    fn of_any_timeline_one_version_is_in_force(
        steps in steps(false), from_history in 0..5_usize, near in any::<prop::sample::Index>(), off in -30..30_i32,
    ) {
        let made = timeline(&steps, from_history);
        judge(&made, day_near(&made, near, off).max(made[0].id.day()));
    }

    #[test]
    fn before_the_first_and_after_a_withdrawal_none_is(
        steps in steps(true), from_history in 0..5_usize, near in any::<prop::sample::Index>(), off in -30..30_i32,
    ) {
        let made = timeline(&steps, from_history);
        judge(&made, day_near(&made, near, off));
    }
}
