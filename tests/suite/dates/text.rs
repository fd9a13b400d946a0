//! A document as a list of choices, and its Markdown.
//!
//! Each choice is of a kind that is known beforehand: what it says, how it looks, or how it is
//! typed. So what a commit changed for a reader follows from the choices, without any Markdown.

/// What a choice decides. In this order changes weigh more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// How the Markdown is typed: no reader sees it.
    Typed,
    /// The days that the front matter says: they are beside the text.
    Days,
    /// How the page looks.
    Looks,
    /// What the page says, and where its links lead.
    Says,
}

/// How many choices there are, and what each decides.
pub(super) const CHOICES: [(Kind, u8); 38] = {
    use Kind::{Days, Looks, Says, Typed};
    [
        (Says, 3),  // 0 a word in the first paragraph
        (Says, 3),  // 1 a number
        (Says, 3),  // 2 the target of a link
        (Says, 3),  // 3 the id of a heading
        (Says, 3),  // 4 the alternative of an image
        (Says, 3),  // 5 the title
        (Says, 3),  // 6 a word in a list
        (Says, 3),  // 7 the first number of a list
        (Says, 3),  // 8 a cell of a table
        (Says, 2),  // 9 a sentence more
        (Says, 2),  // 10 struck words
        (Says, 3),  // 11 the words of a heading
        (Says, 3),  // 12 the amount at the end
        (Looks, 3), // 13 emphasis
        (Looks, 2), // 14 the level of a heading
        (Looks, 2), // 15 a paragraph split in two
        (Looks, 2), // 16 a list with space between its items
        (Looks, 2), // 17 a line break
        (Looks, 3), // 18 the alignment of a table
        (Looks, 2), // 19 the title of a link
        (Looks, 2), // 20 a rule
        (Typed, 3), // 21 how the first paragraphs are wrapped
        (Typed, 3), // 22 how the last paragraphs are wrapped
        (Typed, 3), // 23 empty lines between blocks
        (Typed, 3), // 24 empty lines at the end
        (Typed, 2), // 25 a byte order mark
        (Typed, 2), // 26 the line ends of Windows
        (Typed, 3), // 27 the bullets
        (Typed, 2), // 28 the marks of emphasis
        (Typed, 2), // 29 a heading underlined
        (Typed, 3), // 30 a key of the front matter that is for others
        (Typed, 2), // 31 the marks of numbers
        (Typed, 3), // 32 a comment
        (Typed, 2), // 33 where the target of a link is written
        (Typed, 2), // 34 an entity
        (Typed, 2), // 35 whether the file may be executed
        (Days, 3),  // 36 the first day in force
        (Days, 3),  // 37 the day of publication
    ]
};

/// A document: one option of each choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Text {
    /// Its vocabulary; nothing in it stands in another document.
    pub(super) document: usize,
    pub(super) chosen: [u8; CHOICES.len()],
}

impl Text {
    pub(super) fn is_executable(&self) -> bool {
        self.chosen[35] == 1
    }

    /// What is different for a reader; two texts that are typed differently, or not at all
    /// differently, are the same.
    pub(super) fn change(&self, new: &Self) -> Kind {
        let differing = (0..CHOICES.len()).filter(|at| self.chosen[*at] != new.chosen[*at]);
        differing.map(|at| CHOICES[at].0).max().unwrap_or(Kind::Typed)
    }

    /// A word of the document, one of the options of a choice.
    fn word(&self, choice: usize) -> String {
        let word = ["alpha", "bravo", "carat"][usize::from(self.chosen[choice])];
        format!("{word}{}", self.vocabulary())
    }

    fn vocabulary(&self) -> &'static str {
        ["shire", "mouth", "bridge"][self.document]
    }

    /// A sentence that no other place of any document has.
    fn sentence(&self, n: usize) -> String {
        const STEMS: [&str; 7] = ["ash", "birch", "cedar", "elm", "fir", "hazel", "larch"];
        let word = |at: usize| {
            format!("{}{}{}", STEMS[(at * (n + 2) + n) % 7], ["s", "ton", "ley"][at % 3], self.vocabulary())
        };
        let words: Vec<String> = (0..8).map(word).collect();
        format!("The {} {n}.", words.join(" "))
    }

    /// The bytes of the file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let is = |choice: usize| self.chosen[choice] == 1;
        let number = |choice: usize| usize::from(self.chosen[choice]);
        let in_front = self.document == 1;
        let title = format!("Title of {}", self.word(5));
        let mut blocks: Vec<String> = Vec::new();
        if !in_front {
            blocks.push(if is(29) { format!("{title}\n====") } else { format!("# {title}") });
        }
        let and = if is(34) { "&amp;" } else { "&" };
        let first = format!(
            "{} Within {} days {} {and} more. {}",
            self.sentence(0),
            [30, 31, 45][number(1)],
            self.word(0),
            self.sentence(1)
        );
        blocks.push(wrapped(&first, number(21)));
        let level = if is(14) { "###" } else { "##" };
        blocks.push(format!("{level} Rights of {} {{#{}}}", self.word(11), self.word(3)));
        let target = format!("https://example.com/{}", self.word(2));
        let hint = if is(19) { " \"Hint\"" } else { "" };
        let link = if is(33) { "[the page][target]".to_owned() } else { format!("[the page]({target}{hint})") };
        blocks.push(wrapped(&format!("{} See {link}. {}", self.sentence(2), self.sentence(3)), number(21)));
        if is(33) {
            blocks.push(format!("[target]: {target}{hint}"));
        }
        let (bullet, between) = (["-", "*", "+"][number(27)], if is(16) { "\n\n" } else { "\n" });
        let items = [self.sentence(4), self.word(6), self.sentence(5)].map(|item| format!("{bullet} {item}"));
        blocks.push(items.join(between));
        blocks.push(format!("![Seal of {}](https://example.com/seal.png)", self.word(4)));
        let mark = if is(31) { ')' } else { '.' };
        let items = [6, 7, 8].map(|n| format!("{}{mark} {}", number(7) + n - 5, self.sentence(n)));
        blocks.push(items.join("\n"));
        let line = ["---|---", "---|--:", ":-:|---"][number(18)];
        blocks.push(format!("| {0}s | sums |\n|{line}|\n| {1} | 100 |", self.vocabulary(), self.word(8)));
        let emphasis = ["", if is(28) { "_" } else { "*" }, if is(28) { "__" } else { "**" }][number(13)];
        let (struck, end) = if is(10) { ("~~", "~~") } else { ("", "") };
        let middle = format!("{emphasis}firmly {0}ed{emphasis} and {struck}gone {0}{end}", self.vocabulary());
        blocks.push(wrapped(&format!("{} {middle}. {}", self.sentence(9), self.sentence(10)), number(22)));
        if is(20) {
            blocks.push("***".to_owned());
        }
        let gap = if is(15) { "\n\n" } else { " " };
        let split = [self.sentence(11), self.sentence(12)].map(|part| wrapped(&part, number(22)));
        blocks.push(split.join(gap));
        if number(32) > 0 {
            blocks.push(format!("<!-- note {} -->", number(32)));
        }
        let pause = if is(17) { "\\\n" } else { " " };
        let more = if is(9) { format!(" {}", self.sentence(14)) } else { String::new() };
        let amount = [100, 200, 2000][number(12)];
        blocks.push(format!("{}{pause}At most {amount} euros.{more}", self.sentence(13)));
        let title = if in_front { format!("title: \"{title}\"\n") } else { String::new() };
        let gap = "\n".repeat(2 + number(23));
        let text = format!(
            "---\nowner: {}-team-{}\n{title}{}{}---\n{gap}{}{}",
            self.vocabulary(),
            number(30),
            ["", "effective: 2020-01-01\n", "effective: 2021-02-28\n"][number(36)],
            ["", "published: 2019-12-31\n", "published: 2021-02-28\n"][number(37)],
            blocks.join(&gap),
            "\n".repeat(number(24))
        );
        let text = if is(26) { text.replace('\n', "\r\n") } else { text };
        (if is(25) { format!("\u{feff}{text}") } else { text }).into_bytes()
    }

    /// Whether nobody doubts that two files are one: most bytes stand in lines that both have.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let (own, other) = (self.bytes(), other.bytes());
        let lines = |bytes: &[u8]| bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
        let mut rest = lines(&other);
        let mut shared = 0;
        for line in lines(&own) {
            if let Some(at) = rest.iter().position(|other| *other == line) {
                shared += rest.swap_remove(at).len();
            }
        }
        own == other || 5 * shared >= 3 * own.len().max(other.len())
    }
}

/// Words in lines of at most so many bytes, if they fit; nothing is wrapped so that a line would
/// begin a list.
fn wrapped(words: &str, width: usize) -> String {
    let width = [usize::MAX, 72, 44][width];
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let line = lines.last().map_or(0, String::len);
        let begins = word.starts_with(|c: char| c.is_ascii_digit());
        if line > 0 && line + 1 + word.len() > width && !begins {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}
