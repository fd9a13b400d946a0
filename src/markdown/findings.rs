//! What may be wrong in a text: one function per problem.

use super::outline::Heading;
use super::parse::Options;
use crate::config::SETTINGS_FILE;
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::vocabulary::{Day, SourcePath};

/// Where `needle` stands in a block, else the block's first line.
pub(super) fn within(file: &str, needle: &str, block: &Span) -> Span {
    let text = file.get(block.clone()).unwrap_or_default();
    match text.find(needle) {
        Some(at) if !needle.is_empty() => block.start + at..block.start + at + needle.len(),
        _ => block.start..block.start + text.find('\n').unwrap_or(text.len()),
    }
}

/// Where `mark` stands in a block without a backslash before it; `None` where the author wrote
/// backslashes to say that readers shall see it.
pub(super) fn unescaped(file: &str, mark: &str, block: &Span) -> Option<Span> {
    let text = file.get(block.clone()).unwrap_or_default();
    let found = text.match_indices(mark).find(|(at, _)| !text[..*at].ends_with('\\'));
    found.map(|(at, _)| block.start + at..block.start + at + mark.len())
}

pub(super) fn footnote_unused(path: &SourcePath, name: &str, at: Span) -> Diagnostic {
    Diagnostic::warning(
        Code::FOOTNOTE_UNUSED,
        format!("nothing refers to the footnote `{name}`; it stands at the end of the page"),
    )
    .at(path, at, "no [^reference] to it")
    .cure(format!("write [^{name}] where it belongs, or remove it"))
}

pub(super) fn variable_unknown(options: &Options<'_>, file: &str, name: &str, block: &Span) -> Diagnostic {
    let message = format!("the variable `{name}` has no value in {}", options.locale);
    let cure = match nearest(name, options.variables.names()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("give it one in {SETTINGS_FILE}:\n[variables]\n{name} = \"…\""),
    };
    let forms = options.placeholders.iter().map(|placeholder| placeholder.write(name));
    let written = forms.into_iter().find(|form| file.get(block.clone()).is_some_and(|text| text.contains(form)));
    let at = within(file, written.as_deref().unwrap_or(name), block);
    Diagnostic::error(Code::VARIABLE_UNKNOWN, message).at(options.path, at, "no value").cure(cure)
}

pub(super) fn attribute_unused(path: &SourcePath, file: &str, part: &str, block: &Span) -> Diagnostic {
    Diagnostic::warning(Code::ATTRIBUTE_UNUSED, format!("the attribute `{part}` has no meaning here and is left out"))
        .at(path, within(file, part, block), "left out")
        .cure("an attribute list can hold #id, lang=\"de\" and datetime=\"2016-06-01\"")
}

pub(super) fn date_malformed(path: &SourcePath, file: &str, date: &str, block: &Span) -> Diagnostic {
    let message = format!(
        "\"{date}\" is not a day of the calendar in the form YYYY-MM-DD, so the page states no day for machines"
    );
    Diagnostic::warning(Code::DATE_MALFORMED, message)
        .at(path, within(file, date, block), "not a day")
        .cure("write it like datetime=\"2016-06-01\"")
}

pub(super) fn html_refused(path: &SourcePath, at: Span) -> Diagnostic {
    Diagnostic::error(Code::HTML_REFUSED, "raw HTML is not allowed in a text")
        .at(path, at, "raw HTML")
        .cure(format!(
            "write it in Markdown, or let harmless HTML through with `html = \"sanitize\"` under [content] in {SETTINGS_FILE}"
        ))
}

pub(super) fn html_removed(path: &SourcePath, name: &str, at: Span) -> Diagnostic {
    Diagnostic::warning(
        Code::HTML_REMOVED,
        format!("`<{name}>` is taken out of the page: it could run, load or restyle something"),
    )
    .at(path, at, "taken out")
    .cure("remove it, or write what it says in Markdown")
}

pub(super) fn html_unknown(path: &SourcePath, name: &str, at: Span) -> Diagnostic {
    Diagnostic::note(Code::HTML_UNKNOWN, format!("`<{name}>` is no element of HTML, so it is shown as it was typed"))
        .at(path, at, "shown as text")
        .cure(format!("write \\<{name}> to say that this is meant"))
}

pub(super) fn list_number(path: &SourcePath, typed: usize, shown: usize, at: Span, all_the_same: bool) -> Diagnostic {
    let message = format!("this item is numbered {typed} in the text and {shown} on the page");
    let diagnostic = if all_the_same {
        // "1." before every item is a habit of Markdown writers that asks for counting.
        Diagnostic::note(Code::LIST_NUMBER, message)
    } else {
        Diagnostic::warning(Code::LIST_NUMBER, message)
    };
    diagnostic.at(path, at, format!("shown as {shown}")).cure(
        "Markdown counts on from a list's first number: number the items in order, \
         or write (1), (2) … or (a), (b) … to keep labels exactly as typed",
    )
}

pub(super) fn clause_order(path: &SourcePath, label: &str, at: Span) -> Diagnostic {
    Diagnostic::warning(Code::CLAUSE_ORDER, format!("the clause {label} does not follow on the one before it"))
        .at(path, at.start..at.start.max(at.end.min(at.start + 1)), "begins here")
        .cure("correct the label, so that the clauses become one list")
}

pub(super) fn heading_level(path: &SourcePath, above: u8, heading: &Heading) -> Diagnostic {
    let message = format!(
        "a heading of level {} follows one of level {above}; on the page it is shown one level below",
        heading.level
    );
    Diagnostic::note(Code::HEADING_LEVEL, message)
        .at(path, heading.span.clone(), "skips a level")
        .cure(format!("begin it with {}", "#".repeat(usize::from(above) + 1)))
}

pub(super) fn bold_heading(path: &SourcePath, at: Span) -> Diagnostic {
    Diagnostic::warning(
        Code::BOLD_HEADING,
        "a line in bold is used as a heading: it is in no table of contents, and screen readers pass it by",
    )
    .at(path, at, "only bold")
    .cure("write it as a heading: ## and the words, without **")
}

pub(super) fn typed_bullet(path: &SourcePath, bullet: char, at: Span) -> Diagnostic {
    Diagnostic::warning(Code::TYPED_BULLET, format!("lines that begin with a typed {bullet} are no list"))
        .at(path, at, "typed bullet")
        .cure("begin each line with - and a space, with an empty line above the first")
}

pub(super) fn list_space(path: &SourcePath, mark: &str, at: Span) -> Diagnostic {
    Diagnostic::warning(Code::LIST_SPACE, format!("\"{mark}\" begins no list: a space is missing after it"))
        .at(path, at, "no space")
        .cure(format!("write \"{mark} \" before the words"))
}

pub(super) fn control(path: &SourcePath, c: char, more: usize, at: Span) -> Diagnostic {
    let more = if more == 0 { String::new() } else { format!(", and {more} more") };
    let message = format!("the text holds U+{:04X}, a character that nobody sees{more}", u32::from(c));
    Diagnostic::warning(Code::CONTROL_CHARACTER, message)
        .at(path, at, "here")
        .cure("delete it, and look whether it stands in place of a letter or a quotation mark")
}

pub(super) fn date_words(path: &SourcePath, day: Day, words: &str, at: Span) -> Diagnostic {
    Diagnostic::warning(Code::DATE_WORDS, format!("the words \"{words}\" name another day than {day}"))
        .at(path, at, "another day")
        .cure("correct the words, or the day behind `datetime`: machines read the latter")
}

pub(super) fn list_date(path: &SourcePath, day: usize, rest: &str, at: Span) -> Diagnostic {
    Diagnostic::warning(
        Code::LIST_DATE,
        format!("the date \"{day}. {rest}\" is shown as a list that begins with {day}"),
    )
    .at(path, at, "a list")
    .cure(format!("write a backslash before the dot: {day}\\. {rest}"))
}

pub(super) fn stray_markup(path: &SourcePath, mark: &str, at: Span) -> Diagnostic {
    Diagnostic::warning(Code::STRAY_MARKUP, format!("`{mark}` reaches the page as it is typed: its partner is missing"))
        .at(path, at, "shown as text")
        .cure(format!("remove it, add the missing mark, or write a backslash before it if readers shall see `{mark}`"))
}

pub(super) fn single_star(path: &SourcePath, mark: &str, at: Span) -> Diagnostic {
    // Often a footnote mark, and meant.
    Diagnostic::note(Code::STRAY_MARKUP, format!("a single `{mark}` reaches the page as it is typed"))
        .at(path, at, "shown as text")
        .cure("add the second * if emphasis was meant, or write \\* to say that readers shall see it")
}

pub(super) fn template_syntax(path: &SourcePath, mark: &str, at: Span) -> Diagnostic {
    Diagnostic::warning(
        Code::TEMPLATE_SYNTAX,
        format!("`{mark}` looks like a template of another tool; readers see it as it is typed"),
    )
    .at(path, at, "shown as text")
    .cure(format!(
        "replace it by words, or name its form in {SETTINGS_FILE}, for example\n\
             [content]\nplaceholders = [\"[[{{name}}]]\", \"{{% data {{name}} %}}\"]"
    ))
}

pub(super) fn too_deep(path: &SourcePath, at: Span) -> Diagnostic {
    Diagnostic::error(Code::TOO_DEEP, "lists, quotations or emphasis lie in one another more than 100 deep")
        .at(path, at, "begins here")
        .cure("take them apart: no reader can follow so many levels")
}

pub(super) fn image_remote(path: &SourcePath, url: &str, at: Span) -> Diagnostic {
    Diagnostic::warning(
        Code::IMAGE_REMOTE,
        format!("the image `{url}` lies on another host, which would learn of every reader; it is shown as a link"),
    )
    .at(path, at, "another host")
    .cure("put the image beside the text and name it by its file name")
}

pub(super) fn link_unsafe(path: &SourcePath, url: &str, at: Span) -> Diagnostic {
    Diagnostic::error(Code::LINK_UNSAFE, format!("`{url}` could run a script, so it is no link on the page"))
        .at(path, at, "not allowed")
        .cure("link to a page, an e-mail address (mailto:) or a telephone number (tel:)")
}
