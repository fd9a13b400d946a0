//! The names of all problems. A code is an address in the manual: renaming one is a visible act.

use std::fmt;

/// The name of a problem, in kebab-case; `docs/findings.md` has a heading for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

macro_rules! codes {
    ($($name:ident = $text:literal: $summary:literal;)*) => {
        impl Code {
            $(#[doc = $summary] pub const $name: Self = Self($text);)*

            /// Every code with one line about it.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$name, $summary),)*];
        }
    };
}

codes! {
    ADDRESS_CASE = "address-case": "Two addresses differ only in case.";
    ADDRESS_TAKEN = "address-taken": "Two files would have the same address.";
    ANCHOR_TAKEN = "anchor-taken": "Two headings have the same explicit id.";
    ARCHIVE_ADDED = "archive-added": "A file in the archive that engross did not write, or a renamed one.";
    ARCHIVE_CHANGED = "archive-changed": "An archived file that is not as it was written.";
    ARCHIVE_HISTORY = "archive-history": "An archived file that is not as it was first committed.";
    ARCHIVE_LEDGER = "archive-ledger": "The list of digests of the archive is missing or damaged.";
    ARCHIVE_MISSING = "archive-missing": "An archived file that is not there.";
    ARCHIVE_RECORD = "archive-record": "A record of a version that cannot be understood.";
    ARCHIVE_UNFINISHED = "archive-unfinished": "An `archive` or `import` that was interrupted.";
    ATTRIBUTE_UNUSED = "attribute-unused": "An attribute in `{: … }` that has no meaning here.";
    BASE_URL = "base-url": "`site.base_url` is missing or no web address.";
    BOLD_HEADING = "bold-heading": "A line in bold that is used as a heading.";
    CLAUSE_ORDER = "clause-order": "Lettered clauses that are out of order.";
    COMPARE_LIMIT = "compare-limit": "More pairs of versions than are compared.";
    CONTRAST = "contrast": "A colour of the settings that cannot be read on its ground.";
    CONTROL_CHARACTER = "control-character": "A character in a text that nobody sees.";
    DATE_DIFFERS = "date-differs": "A recorded date with which the history disagrees.";
    DATE_MALFORMED = "date-malformed": "A date that is no day of the calendar in the form YYYY-MM-DD.";
    DATE_UNKNOWN = "date-unknown": "A page for which git gives no date that can be trusted.";
    DATE_WORDS = "date-words": "A date in words that name another day than its datetime.";
    DOCUMENT_TAKEN = "document-taken": "Two files hold the same document in the same language.";
    DOCUMENT_TOO_LARGE = "document-too-large": "A file that is too large for a page.";
    DOCUMENT_UNREADABLE = "document-unreadable": "A file that cannot be read.";
    EDITORIAL_DOUBT = "editorial-doubt": "A commit that is marked as editorial but changes more than that.";
    EFFECTIVE_ORDER = "effective-order": "A text that states to apply from before, or from the same day as, an archived version.";
    EXCEPTION_UNUSED = "exception-unused": "An exception of the settings that nothing needs.";
    FILE_ACTIVE = "file-active": "A file that would run in a reader's browser.";
    FILE_NAME = "file-name": "A name of a file with characters that nobody sees.";
    FOOTNOTE_UNUSED = "footnote-unused": "A footnote that nothing refers to.";
    FORMERLY = "formerly": "A former path of a file that the history does not have.";
    FRONT_MATTER_KEY = "front-matter-key": "A front matter key that is nearly a known one.";
    FRONT_MATTER_KIND = "front-matter-kind": "A front matter value of the wrong kind.";
    FRONT_MATTER_SYNTAX = "front-matter-syntax": "Front matter that is not valid YAML or TOML.";
    GIT = "git": "Something about the repository that affects dates.";
    HEADING_LEVEL = "heading-level": "A heading that skips a level.";
    HTML_REFUSED = "html-refused": "Raw HTML in a text.";
    HTML_REMOVED = "html-removed": "An element of raw HTML that is taken out.";
    HTML_UNKNOWN = "html-unknown": "Something in angle brackets that is no HTML element.";
    IGNORED_REVISION = "ignored-revision": "A line of `.policy-ignore-revs` that names no commit of this history.";
    IMAGE_REMOTE = "image-remote": "An image that would be fetched from another host.";
    LINK_ANCHOR = "link-anchor": "A link to a section that is not there.";
    LINK_BROKEN = "link-broken": "A link to a page that is not there.";
    LINK_OUTSIDE = "link-outside": "A link to something on this host that is not part of the site.";
    LINK_UNSAFE = "link-unsafe": "A link that could run a script.";
    LIST_DATE = "list-date": "A date that is shown as a list.";
    LIST_NUMBER = "list-number": "A list whose numbers are shown differently from what was typed.";
    LIST_SPACE = "list-space": "A line that begins like a list but is none.";
    LOCALE_UNKNOWN = "locale-unknown": "A name that is no known language tag.";
    NO_DOCUMENTS = "no-documents": "The site has no document.";
    NOT_A_DOCUMENT = "not-a-document": "A Markdown file that does not fit the path pattern.";
    NOT_UTF8 = "not-utf8": "A file that is not in UTF-8.";
    NOTICE_SHORT = "notice-short": "A version that applies sooner after its publication than the settings allow.";
    ORIGINAL_MISSING = "original-missing": "A document that does not exist in the source language.";
    POLICY_TRAILER = "policy-trailer": "A `Policy-…` line of a commit message that has no meaning.";
    SETTING_KIND = "setting-kind": "A setting of the wrong kind.";
    SETTING_UNKNOWN = "setting-unknown": "A setting that does not exist.";
    SETTING_VALUE = "setting-value": "A setting with a value that cannot be used.";
    SETTINGS_MISSING = "settings-missing": "There is no `engross.toml`.";
    SETTINGS_SYNTAX = "settings-syntax": "`engross.toml` or `theme.toml` is not valid TOML.";
    STRAY_MARKUP = "stray-markup": "Markdown marks that reach the page as text.";
    STRING_MISSING = "string-missing": "An interface string that a language lacks.";
    STRING_SYNTAX = "string-syntax": "A string file that is not valid Fluent.";
    STRUCTURE_ANCHORS = "structure-anchors": "A translation that lacks ids of its original.";
    STRUCTURE_HEADINGS = "structure-headings": "A translation with other headings than its original.";
    STRUCTURE_LINKS = "structure-links": "A translation with other links than its original.";
    STRUCTURE_LISTS = "structure-lists": "A section of a translation with another number of list items.";
    STRUCTURE_TABLES = "structure-tables": "A section of a translation with other tables.";
    STRUCTURE_VARIABLES = "structure-variables": "A translation that lacks variables of its original.";
    SYMLINK = "symlink": "A symbolic link that leaves the site or leads nowhere.";
    TEMPLATE = "template": "A fault in a template.";
    TEMPLATE_SYNTAX = "template-syntax": "Template syntax of another tool in a text.";
    THEME_MISSING = "theme-missing": "The theme, or a file that it needs, is not there.";
    TOO_DEEP = "too-deep": "Things that lie in one another too deep.";
    TRANSLATES_UNKNOWN = "translates-unknown": "A translation that names no version or revision of its original.";
    TRANSLATION_BEHIND = "translation-behind": "A translation that is older than its original.";
    TYPED_BULLET = "typed-bullet": "Typed bullets that are no list.";
    VARIABLE_PARTIAL = "variable-partial": "A variable that has a value in one language only.";
    VARIABLE_UNKNOWN = "variable-unknown": "A variable that has no value.";
    VERSION_UNARCHIVED = "version-unarchived": "A working text that differs from the newest version.";
    VERSIONS_UNKNOWN = "versions-unknown": "Versions that cannot be told from the history.";
    WITHDRAWN = "withdrawn": "A document of which only versions are left.";
}

impl Code {
    /// The code as text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn codes_are_sorted_unique_and_kebab_case() {
        let names: Vec<&str> = Code::ALL.iter().map(|(code, _)| code.as_str()).collect();
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]), "{names:?}");
        assert!(
            names.iter().all(|name| name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
        );
    }
}
