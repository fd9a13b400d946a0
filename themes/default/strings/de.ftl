# German

language-name = Deutsch
site-title = Richtlinien

choose-language = Sprache wählen
languages = Sprachen
skip-to-text = Zum Text springen
all-policies = Alle Richtlinien
contents = Inhalt

updated = Aktualisiert am { $date }
applies-from = Gültig ab { $date }
not-committed = Noch nicht committet
published = Veröffentlicht am { $date }
later-edits-formatting = { $count ->
    [one] Eine spätere Bearbeitung betraf nur die Formatierung
   *[other] { $count } spätere Bearbeitungen betrafen nur die Formatierung
}
later-edits = { $count ->
    [one] Eine spätere Bearbeitung gilt nicht als Änderung des Textes
   *[other] { $count } spätere Bearbeitungen gelten nicht als Änderungen des Textes
}
edit-none = { $date }: keine sichtbare Änderung
edit-days = { $date }: nur Datumsangaben
edit-formatting = { $date }: nur Formatierung
edit-editorial = { $date }: vom Herausgeber als redaktionell gekennzeichnet
fallback-notice = Dieser Text wurde noch nicht in diese Sprache übersetzt. Sie lesen das Original ({ $language }).

permalink = Link zum Abschnitt „{ $section }“
table = Tabelle { $number }
table-in-section = Tabelle { $number }: { $section }
footnotes = Fußnoten
footnote = Fußnote { $number }
footnote-back = Zurück zur Textstelle, die auf Fußnote { $number } verweist

alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht

task-done = Erledigt
task-open = Offen

not-found-title = Seite nicht gefunden
not-found-text = Unter dieser Adresse gibt es keine Seite. Möglicherweise wurde sie verschoben, oder die Adresse enthält einen Tippfehler.
