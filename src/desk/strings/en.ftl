# The desk, in English. Words that redlines need come from the default theme.

desk-title = Desk
desk-of = Desk of
desk-skip = Skip to the content
desk-to-site = Preview
desk-language = Language of the desk
desk-crumbs = You are here
desk-findings = Findings
desk-compare = Compare the translations with their originals
desk-all-findings = Findings of reading the site
desk-differences = Translations that differ from their originals
desk-differences-about = Headings, ids, links, lists, tables and variables that a translation has and its original has not, or the other way round.
desk-publishing = What publishing would change
desk-nothing = Nothing here
desk-nothing-here = There is no such page on the desk. A document may have been renamed or removed.

desk-day = The site as it is on { $date }.
desk-tasks = What needs doing
desk-tasks-none = Nothing. Every text is committed, archived and translated.
desk-task-errors = { $count ->
    [one] 1 error: nothing can be published before it is mended
   *[other] { $count } errors: nothing can be published before they are mended
}
desk-task-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
desk-task-not-committed = { $count ->
    [one] 1 text is not committed
   *[other] { $count } texts are not committed
}
desk-task-changed = { $count ->
    [one] 1 text was changed and is not archived
   *[other] { $count } texts were changed and are not archived
}
desk-task-behind = { $count ->
    [one] 1 translation is behind its original
   *[other] { $count } translations are behind their originals
}
desk-task-missing = { $count ->
    [one] 1 translation is missing
   *[other] { $count } translations are missing
}
desk-never-archived = No version has been archived yet. Where versions are to be kept, the page of each document says how.
desk-ahead = What lies ahead
desk-ahead-one = { $date }: { $title }
desk-ahead-more = { $count ->
    [one] 1 more
   *[other] { $count } more
}

desk-documents-title = Documents
desk-document = Document
desk-languages = Languages
desk-original = Original
desk-translations = Translations
desk-by-language = By language
desk-open = { $count ->
    [one] 1 open
   *[other] { $count } open
}
desk-state = State
desk-states = Only texts in the state
desk-language-of-text = Language
desk-caption = { $documents ->
    [one] 1 document
   *[other] { $documents } documents
} in { $languages ->
    [one] 1 language
   *[other] { $languages } languages
}
desk-texts = { $count ->
    [one] 1 text
   *[other] { $count } texts
}
desk-documents = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
desk-more-languages = and { $count } more
desk-none = There is none.
desk-in-language = in all documents
desk-language-intro = { $count ->
    [one] 1 document
   *[other] { $count } documents
}, what needs doing first. { $findings }.

desk-state-not-committed = Not committed
desk-state-changed = Changed
desk-state-behind = Behind
desk-state-missing = Missing
desk-state-upcoming = Upcoming
desk-state-withdrawn = Withdrawn
desk-state-inherited = Inherited
desk-state-published = Published
desk-about-not-committed = The text on disk is not the one that was committed last. Dates come from commits.
desk-about-changed = The text says something else than the newest archived version.
desk-about-behind = The original was changed after it was translated.
desk-about-missing = There is no translation. Readers see the original, or no page.
desk-about-upcoming = Something else applies from a later day.
desk-about-withdrawn = The document does not apply any more.
desk-about-inherited = The language shows the text of its parent language, as British English shows English: nothing is missing.
desk-about-published = Readers see the text as it is, and there is nothing to do.
desk-cell-in-force = In force since { $date }
desk-cell-coming = Changes on { $date }
desk-cell-effective = Applies from { $date }
desk-cell-updated = Updated { $date }

desk-error = Error
desk-warning = Warning
desk-note = Note
desk-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
desk-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
desk-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
desk-no-findings = No findings
desk-no-file = The site as a whole
desk-place = Line { $line }, column { $column }
desk-cure = What helps:
desk-open-text = State of this text
desk-more-findings = { $count ->
    [one] 1 more finding in this file
   *[other] { $count } more findings in this file
}

desk-file = File:
desk-path-missing = (not there yet)
desk-views = What you can see
desk-view-page = The page
desk-view-page-about = As readers would see it now.
desk-view-in-force = Changes since the version in force
desk-view-in-force-about = What your text changes in what applies today.
desk-view-newest = Changes since the newest archived version
desk-view-newest-about = That version does not apply yet.
desk-view-commit = Changes since the last commit
desk-view-commit-about = What you have changed and not committed.
desk-view-beside = Beside the original
desk-view-beside-about = Section by section, with what is missing in either text.
desk-view-original = The original
desk-view-original-about = What there is to translate.
desk-view-lacking = What changed in the original
desk-view-lacking-about = What this translation does not say yet.
desk-view-document = All languages, and how to archive
desk-view-document-about = With the command to type.

desk-why-new = The file is not committed yet: its first commit gives it a date.
desk-why-new-staged = The file is staged but not committed yet: its first commit gives it a date.
desk-why-modified = The file has changes that are not committed.
desk-why-staged = The file has changes that are staged but not committed.
desk-why-variables = The text holds variables whose values in engross.toml are not committed.
desk-why-no-repository = The site is in no git repository, so the text has no date.
desk-why-no-commits = The repository has no commit yet, so the text has no date.
desk-why-date-of-commit = Its date ({ $date }) is that of the committed text.
desk-why-changed = It says something else than the newest archived version, of { $date }.
desk-why-changed-new = No archived version has a text in { $language } yet.
desk-why-never = No version has been archived yet.
desk-seen-already = Readers are shown the changed text as soon as the site is published.
desk-seen-hidden = Readers do not see it before it is archived; the preview shows it to you.
desk-seen-upcoming = It applies from { $date }; until then readers see the version in force, and a notice.
desk-why-behind = The original ({ $language }) was changed on { $date }, after this translation.
desk-why-reflects = The translation says what the original said on { $date }.
desk-why-reflects-unknown = Which text of the original it translates is not known.
desk-why-missing = There is no text in { $language }.
desk-why-missing-original = Readers are shown the original, with a notice.
desk-why-missing-nothing = Readers of this language find no page.
desk-why-applies = The text in the content folder applies from { $date }.
desk-why-coming = The version of { $date } is archived, and takes over on that day by itself.
desk-why-ends = From { $date } the document does not apply any more.
desk-why-withdrawn = The document does not apply any more. Readers see its last text with a notice.
desk-why-inherited = Readers see the text in { $language }. Write a file of its own only where this language must differ.
desk-why-inherited-none = Readers see the text of the parent language.
desk-why-published = Readers see this text as it is.
desk-why-archived = It is archived as the version of { $date }.
desk-is-original = This is the original.
desk-is-current = The translation has caught up with the original ({ $language }).
desk-is-ahead = The translation says what the version of { $date } will say.
desk-is-unknown = Whether the translation has caught up with the original is not known: one of the two has no date.

desk-date = Why it has this date
desk-date-recorded = Updated on { $date }: so says the record of the version of { $version }, which has the same text.
desk-date-recorded-none = The record of the version of { $version }, which has the same text, names no day.
desk-date-commit = Updated on { $date }: on that day a commit changed what the text says.
desk-date-by = The commit:
desk-date-variable = The commit changed a variable in engross.toml that the text holds.
desk-date-effective = It applies from { $date }.
desk-date-published = It states that it was published on { $date }.
desk-date-passed = { $count ->
    [one] One later commit touched the file and did not move the date:
   *[other] { $count } later commits touched the file and did not move the date:
}
desk-pass-nothing = It changed nothing that readers can see.
desk-pass-days = It changed only the days that are stated.
desk-pass-formatting = It changed formatting only.
desk-pass-trailer = Its message says that it is editorial.
desk-pass-listed = A list of commits names it as editorial.
desk-unknown-no-repository = There is no date: the site is in no git repository. Run git init and commit the texts.
desk-unknown-no-commits = There is no date: the repository has no commit yet.
desk-unknown-not-committed = There is no date: the file is not committed yet.
desk-unknown-staged = There is no date: the file is staged but not committed yet.
desk-unknown-other-name = There is no date: in git the file is called { $value }. Rename one of the two with git mv, in two steps.
desk-unknown-boundary = There is no date: this clone holds only a part of the history, cut off at { $value }. Run git fetch --unshallow.
desk-unknown-no-text = There is no date: this clone lacks the text of commit { $value }. Run git fetch --refetch --no-filter.
desk-unknown-missing-tree = There is no date: this is a clone without trees, or a damaged one. Clone again.
desk-unknown-no-work-tree = There is no date: the repository here has no work tree.
desk-unknown-reftable = There is no date: the repository stores its branches as reftable. Run git refs migrate --ref-format=files.
desk-unknown-no-date = There is no date: commit { $value } has none that can be read.
desk-unknown-unreadable = There is no date: the repository cannot be read. { $value }

desk-redline-in-force = Your text compared with the version of { $date }, which applies today.
desk-send = To send it
desk-send-about = Print this page, to paper or as a PDF; or write the redline into one file to send by mail:
desk-redline-newest = Your text compared with the version of { $date }, which is archived and does not apply yet.
desk-redline-commit = Your text compared with the last commit: { $commit } “{ $subject }”.
desk-redline-lacking = What changed in the original since it was translated into { $language }.
desk-redline-no-text = There is no text in this language.
desk-redline-no-version = No archived version in this language applies today, so there is none to compare with. What changed since the last commit is all there is.
desk-redline-no-commit = There is no committed text to compare with.
desk-redline-not-behind = The translation is not behind its original.
desk-redline-no-base = Which text of the original was translated is not known, so what changed since then is not either.
desk-redline-unreadable = The earlier text cannot be compared: it { $reason }.
desk-side-version = Version of { $date }
desk-side-commit = Last commit
desk-side-working = Your text

desk-beside-original = Original
desk-beside-translation = Translation
desk-beside-none = (none)
desk-beside-lacks = Missing in the translation
desk-beside-extra = Not in the original
desk-beside-changed = Changed in the original since it was translated
desk-beside-same = The very words of the original
desk-beside-alone = There is no translation yet: this is the original.
desk-beside-whole = Every passage has its counterpart.
desk-beside-gaps = { $count ->
    [one] One passage to look at.
   *[other] { $count } passages to look at.
}
desk-beside-list = Passages to look at
desk-beside-no-original = There is no text in the source language to set beside this one.

desk-texts-title = Languages
desk-missing-in = { $count ->
    [one] There is no translation into 1 language:
   *[other] There is no translation into { $count } languages:
}
desk-archive = Archive a version
desk-commit-message = Change { $name }
desk-archive-git = Versions come from git here: every commit that changes what a text says is a version. There is nothing to archive.
desk-archive-done = The texts say what the version of { $date } says. There is nothing to archive.
desk-archive-coming = The texts are archived as the version of { $date }, which takes over on that day by itself. There is nothing to do.
desk-archive-withdrawn = The document is withdrawn: from { $date } it does not apply.
desk-archive-none = There is nothing to archive.
desk-archive-first = No version of this document is archived yet.
desk-archive-changed = The text differs from the newest archived version, of { $date }.
desk-archive-upcoming = The text is meant for a later day and is not archived yet. The newest archived version is that of { $date }.
desk-archive-commit = First commit the texts, so that the version names the commit it was made of.
desk-archive-behind = { $count ->
    [one] One translation is behind, or will be when the original is committed. Bring it up to date first, or let the command archive it as it is (--behind):
   *[other] { $count } translations are behind, or will be when the original is committed. Bring them up to date first, or let the command archive them as they are (--behind):
}
desk-archive-does = { $count ->
    [one] This freezes the text as the version of { $date }: it applies from that day and is never changed again.
   *[other] This freezes the text in all { $count } languages as the version of { $date }: it applies from that day and is never changed again.
}
desk-archive-later = To let it apply from a later day, write that day in the command, for example { $day }: until then readers see the version in force, with a notice of the new one.
desk-archive-type-note = In place of “what changed” write a sentence for your readers.
desk-archive-note = what changed
desk-archive-note-minor = what was corrected
desk-archive-note-withdraw = why it was withdrawn
desk-archive-minor = If it only corrects a mistake, mark the version as minor. It needs no notice:
desk-archive-withdraw = The document has versions but no text any more. Say from which day it does not apply.
desk-archive-withdraw-does = This withdraws the document from { $date } on. Its versions stay readable.
desk-because-stated = That is the day that the text states.
desk-because-too-early = The text states { $date }, but { $count ->
    [one] one day of notice is
   *[other] { $count } days of notice are
} wanted: change what it states too.
desk-because-notice = That is the first day that { $count ->
    [one] one day
   *[other] { $count } days
} of notice, counted from today, allow.
desk-because-updated = That is the day on which the text was updated.
desk-because-today = That is today.
desk-because-newest = That is the day from which the newest version applies: no version can come before it.

desk-publish-none = There is no published site in { $output } yet, so there is nothing to compare with.
desk-publish-foreign = The folder { $output } was not written by engross, so there is nothing to compare with.
desk-publish-how = This command writes the site; from then on you see here what the next one would change.
desk-publish-refused = { $count ->
    [one] Nothing would be published now: there is 1 error.
   *[other] Nothing would be published now: there are { $count } errors.
}
desk-publish-unread = The site cannot be read as it would be published: { $reason }.
desk-publish-waiting = Every page is being compared with the published one: { $done } of { $count }. This page comes again by itself.
desk-publish-compared = Compared with what lies in { $output }.
desk-publish-same = Publishing would change nothing.
desk-publish-counts = New: { $new }. Changed: { $changed }. Gone: { $gone }. Unchanged: { $same }.
desk-publish-new = New
desk-publish-changed = Changed
desk-publish-gone = Gone
desk-publish-lists = Start pages and choices of language
desk-publish-other = Files for machines, style and pictures
desk-publish-pages = { $count ->
    [one] 1 file
   *[other] { $count } files
}
desk-publish-removed = Pages of documents that are there no more
desk-publish-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
desk-page-document = The page
desk-page-version = Version of { $date }
desk-page-versions = List of versions
desk-page-by-date = Which version applied on a day
desk-page-compare = Comparison of versions
desk-page-lacking = What the translation lacks
desk-page-chooser = Choice of language
desk-page-home = Start page
desk-page-not-found = Page for unknown addresses
desk-page-file = File
