# English

language-name = English
site-title = Policies

choose-language = Choose a language
languages = Languages
skip-to-text = Skip to the text
all-policies = All policies
contents = Contents

updated = Updated { $date }
applies-from = Applies from { $date }
not-committed = Not committed yet
published = Published { $date }
later-edits-formatting = { $count ->
    [one] One later edit changed formatting only
   *[other] { $count } later edits changed formatting only
}
later-edits = { $count ->
    [one] One later edit is not counted as a change of the text
   *[other] { $count } later edits are not counted as changes of the text
}
edit-none = { $date }: nothing that can be seen
edit-days = { $date }: only the stated dates
edit-formatting = { $date }: formatting only
edit-editorial = { $date }: marked as editorial by the publisher
fallback-notice = This text has not been translated into this language yet. You are reading the original ({ $language }).
version-fallback-notice = This version was not translated into this language. You are reading the original ({ $language }).

not-archived = Not archived yet
version-of = Version of { $date }
version-of-numbered = Version of { $date } (no. { $number } of that day)
current-text = Current text, not yet archived
versions-label = Versions
this-version = This version: { $version }
current-version = Current version
previous-version = Previous version: { $version }
next-version = Next version: { $version }
all-versions = All versions
by-date = Which version applied on a day?

superseded-notice = You are reading an earlier version, which applied from { $from } to { $until }.
superseded-notice-day = You are reading an earlier version, which began to apply on { $date } and was replaced on the same day.
superseded-notice-open = You are reading an earlier version, which applied from { $from } on and has been replaced.
superseded-notice-unknown = You are reading an earlier version, which has been replaced.
read-current = Read the current version
upcoming-notice = You are reading a version that does not apply yet. It applies from { $date }.
next-notice = A new version applies from { $date }.
read-upcoming = Read the new version
withdrawn-notice = This policy has been withdrawn. It applied until { $date }.
withdrawn-notice-open = This policy has been withdrawn.
withdrawal-notice = This policy is withdrawn: it does not apply any more from { $date }.

versions-of = Versions of “{ $title }”
read-policy = Read the policy
for-machines = This list for machines (JSON)
feed = Feed of new versions (Atom)
version-from = Applies from { $date }
version-from-until = Applied from { $from } to { $until }
standing-upcoming = Upcoming
standing-in-force = In force
standing-superseded = Superseded
standing-withdrawal = Upcoming withdrawal
standing-withdrawn = Withdrawn
kind-minor = Correction
kind-unarchived = Not yet archived
read-version = Read
markdown-source = Markdown
in-language = in { $language }

by-date-title = Which version of “{ $title }” applied on a day?
by-date-label = Day
by-date-from = From
by-date-until = Until
by-date-version = Version
by-date-applies = Applied on this day:
by-date-before = Before { $date }: no version is recorded.
by-date-none = No version is recorded for this day.

changes-in = What changed in “{ $title }”
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] No changes.
    [one] One change. Words added: { $inserted }; deleted: { $deleted }; unchanged: { $kept } %.
   *[other] { $count } changes. Words added: { $inserted }; deleted: { $deleted }; unchanged: { $kept } %.
}
changes-none = Both versions say the same.
changes-none-translation = This translation did not change between the two versions.
changes-no-wording = The wording is the same. Only numbering, links or formatting changed.
changes-capped = Parts of these texts were too long to be compared word by word. They are shown as replaced.
changes-capped-row = Too long to be compared word by word: shown as replaced
changes-list = List of changes
changes-before = Before
changes-after = After
changes-beginning = Beginning
changes-previous = Previous change
changes-next = Next change
changes-legend = How changes are marked
changes-statistics = In figures
changes-folded = { $count ->
    [one] One unchanged paragraph
   *[other] { $count } unchanged paragraphs
}
changes-moved-to = Moved: show where it is now
changes-moved-from = Moved: show where it was
changes-show = Show
changes-side-by-side = Side by side
changes-one-column = One column
changes-expand = Open everything
changes-keys = Keys: n or j for the next change, p or k for the previous one
changes-deleted = deleted:
changes-inserted = inserted:
changes-end = end of change
changes-link-before = Link before:
changes-link-after = Link now:
changes-for-machines = These changes for machines (JSON)
class-changed = Changed
class-added = Added
class-removed = Removed
class-moved = Moved
class-renumbered = Renumbered
class-link = Link changed
class-format = Formatting changed
class-split = Divided
class-joined = Joined
figure-inserted = Words added
figure-deleted = Words deleted
figure-kept = Words unchanged
figure-changed = Paragraphs changed
figure-added = Paragraphs added
figure-removed = Paragraphs removed
figure-moved = Passages moved
figure-renumbered = Only renumbered
figure-links = Only links changed
figure-formatted = Only formatting changed
compare-previous = Changes from the version before
compare-current = Changes since this version
see-changes = See what changed
what-changed = What changed

translation-behind = This translation is behind the original ({ $language }), which was last changed on { $date }.
translation-reflects = It reflects the original as of { $date }.
translation-ahead = This translation is ahead of the original ({ $language }): it reflects the version of { $date }.
see-lacking = See what this translation lacks
lacking-in = What the translation of “{ $title }” lacks
lacking-explained = The original ({ $language }) was changed after this translation was made. These are the changes that the translation does not contain yet.
original-as-of = Original as of { $date }
original-today = Original today
prevailing-language = If the texts differ, the one in this language prevails: { $language }.
governing-law = This policy is governed by the law of { $jurisdiction }.
repository = Texts and their history
feed-changes = Changes in this version
feed-more = { $count ->
    [one] and one more change
   *[other] and { $count } more changes
}

permalink = Link to the section “{ $section }”
table = Table { $number }
table-in-section = Table { $number }: { $section }
footnotes = Footnotes
footnote = Footnote { $number }
footnote-back = Back to the text that refers to footnote { $number }

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution

task-done = Done
task-open = Open

not-found-title = Page not found
not-found-text = There is no page at this address. It may have been moved, or the address may have a typing error.
