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
