//! Which changes of a text change what its readers read: one repository, one text for each.

use super::sites::{Look, Repository};
use crate::project::Project;

/// What a later commit did to a text.
#[derive(Clone, Copy)]
enum Is {
    /// It changed nothing that can be seen.
    None,
    /// It changed how the text looks.
    Formatting,
    /// It changed what the text says.
    Text,
}

/// The text of which each case changes a part.
const OLD: &str = "---\ntitle: Privacy\nlayout: wide\n---\n# Privacy\n\n\
    We keep your data safe\nand *never* sell it.\n\n\
    - One\n- Two\n\n\
    ## Contact {#contact}\n\n\
    Write to [us](https://example.com/us) or\ncall. ![The office](office.png)\n\n\
    | a | b |\n| --- | --- |\n| 1 | 2 |\n";

/// What is replaced by what, and what that is.
const CASES: &[(&str, &str, Is)] = &[
    ("data safe\nand", "data safe and", Is::None),
    ("data safe", "data\nsafe", Is::None),
    ("it.\n\n- One", "it.\n\n\n\n- One", Is::None),
    ("- One\n- Two", "* One\n* Two", Is::None),
    ("- One\n- Two", "+ One\n+ Two", Is::None),
    ("*never*", "_never_", Is::None),
    ("layout: wide", "layout: narrow", Is::None),
    ("layout: wide\n", "", Is::None),
    ("| 1 | 2 |", "|  1  | 2   |", Is::None),
    ("## Contact {#contact}", "Contact {#contact}\n---", Is::None),
    ("[us](https://example.com/us)", "[us](<https://example.com/us>)", Is::None),
    ("or\ncall.", "or\r\ncall.", Is::None),
    ("keep", "**keep**", Is::Formatting),
    ("*never*", "**never**", Is::Formatting),
    ("*never*", "never", Is::Formatting),
    ("## Contact", "### Contact", Is::Formatting),
    ("keep", "kept", Is::Text),
    ("safe", "Safe", Is::Text),
    ("sell it.", "sell it!", Is::Text),
    ("- Two", "- Two\n- Three", Is::Text),
    ("- One\n", "", Is::Text),
    ("{#contact}", "{#write}", Is::Text),
    ("com/us)", "com/them)", Is::Text),
    ("The office", "The house", Is::Text),
    ("title: Privacy", "title: Our privacy", Is::Text),
    ("| 1 | 2 |", "| 2 | 1 |", Is::Text),
    ("*never*", "~~never~~", Is::Text),
];

fn path(n: usize) -> String {
    format!("content/case-{n}/en.md")
}

#[test]
fn only_what_a_reader_reads_moves_the_date() {
    let project = Project::new(&[]);
    (0..CASES.len()).for_each(|n| project.write(&path(n), OLD));
    project.save("2020-01-01", &[]);
    for (n, (old, new, _)) in CASES.iter().enumerate() {
        assert!(OLD.contains(old), "{old:?}");
        project.write(&path(n), OLD.replacen(old, new, 1));
    }
    project.save("2020-02-01", &[]);
    let told = Look::at(&project).status().finds(&[]);
    let mut wrong = Vec::new();
    for (n, (old, new, is)) in CASES.iter().enumerate() {
        let (updated, passed): (_, &[&str]) = match is {
            Is::None => ("2020-01-01", &["none"]),
            Is::Formatting => ("2020-01-01", &["formatting"]),
            Is::Text => ("2020-02-01", &[]),
        };
        let found = (told.days(&path(n)), told.passed(&path(n)));
        if found != ((updated, "2020-02-01"), passed.to_vec()) {
            wrong.push(format!("{old:?} -> {new:?}: {found:?}, expected {passed:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Formatting is judged step by step: many of them are still none.
#[test]
fn the_date_lies_behind_all_revisions_that_say_the_same() {
    let project = Project::new(&[]);
    let text = |marks: &str| format!("# Policy\n\n{marks}One\n");
    for (at, marks) in
        [("2020-01-01", "- "), ("2020-02-01", "* "), ("2020-03-01", "- **"), ("2020-04-01", "+ "), ("2020-05-01", "- ")]
    {
        let words = if marks.contains("**") { text(marks).replace("One", "One**") } else { text(marks) };
        project.save(at, &[("content/a/en.md", &words)]);
    }
    let look = Look::at(&project);
    let told = look.status().finds(&[]);
    assert_eq!(told.passed("a"), ["none", "formatting", "formatting", "none"]);
    told.dates(&[("a", "2020-01-01", "2020-05-01")]);
    let dates = ["2020-01-01", "2020-05-01", "2020-04-01", "2020-03-01", "2020-02-01"];
    look.builds_strictly(&[("a", &dates)]);
}

/// Words that come back are new for who read the ones between.
#[test]
fn words_that_came_back_have_the_date_of_their_return() {
    let project = Project::new(&[]);
    for (at, words) in [("2020-01-01", "One."), ("2020-02-01", "Two."), ("2020-03-01", "One.")] {
        project.save(at, &[("content/a/en.md", &super::sites::text(words))]);
    }
    Look::at(&project).status().dates(&[("a", "2020-03-01", "2020-03-01")]).finds(&[]);
}

/// The stated days are shown beside the text and are no part of it.
#[test]
fn stated_days_are_told_apart() {
    let project = Project::new(&[("content/a/en.md", "# Policy\n\nOne.\n")]);
    project.save("2020-01-01", &[]);
    project.save("2020-02-01", &[("content/a/en.md", "---\neffective: 2020-03-01\n---\n# Policy\n\nOne.\n")]);
    let look = Look::at(&project);
    let told = look.status().dates(&[("a", "2020-01-01", "2020-02-01")]).finds(&[]);
    assert_eq!(told.passed("a"), ["days"]);
    look.builds_strictly(&[("a", &["2020-03-01", "2020-01-01", "2020-02-01"])]);
}
