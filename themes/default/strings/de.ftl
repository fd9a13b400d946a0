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
version-fallback-notice = Diese Fassung wurde nicht in diese Sprache übersetzt. Sie lesen das Original ({ $language }).

not-archived = Noch nicht archiviert
version-of = Fassung vom { $date }
version-of-numbered = Fassung vom { $date } (Nr. { $number } dieses Tages)
current-text = Aktueller Text, noch nicht archiviert
versions-label = Fassungen
this-version = Diese Fassung: { $version }
current-version = Aktuelle Fassung
previous-version = Vorherige Fassung: { $version }
next-version = Nächste Fassung: { $version }
all-versions = Alle Fassungen
by-date = Welche Fassung galt an einem bestimmten Tag?

superseded-notice = Sie lesen eine frühere Fassung, die vom { $from } bis zum { $until } galt.
superseded-notice-day = Sie lesen eine frühere Fassung, die ab dem { $date } galt und noch am selben Tag ersetzt wurde.
superseded-notice-open = Sie lesen eine frühere Fassung, die ab dem { $from } galt und inzwischen ersetzt wurde.
superseded-notice-unknown = Sie lesen eine frühere Fassung, die inzwischen ersetzt wurde.
read-current = Aktuelle Fassung lesen
upcoming-notice = Sie lesen eine Fassung, die noch nicht gilt. Sie gilt ab dem { $date }.
next-notice = Ab dem { $date } gilt eine neue Fassung.
read-upcoming = Neue Fassung lesen
withdrawn-notice = Diese Richtlinie wurde aufgehoben. Sie galt bis zum { $date }.
withdrawn-notice-open = Diese Richtlinie wurde aufgehoben.
withdrawal-notice = Diese Richtlinie wird aufgehoben: Ab dem { $date } gilt sie nicht mehr.

versions-of = Fassungen von „{ $title }“
read-policy = Richtlinie lesen
for-machines = Diese Liste in maschinenlesbarer Form (JSON)
feed = Feed neuer Fassungen (Atom)
version-from = Gültig ab { $date }
version-from-until = Gültig vom { $from } bis zum { $until }
standing-upcoming = Künftig
standing-in-force = In Kraft
standing-superseded = Ersetzt
standing-withdrawal = Künftige Aufhebung
standing-withdrawn = Aufgehoben
kind-minor = Berichtigung
kind-unarchived = Noch nicht archiviert
read-version = Lesen
markdown-source = Markdown
in-language = auf { $language }

by-date-title = Welche Fassung von „{ $title }“ galt an einem bestimmten Tag?
by-date-label = Tag
by-date-from = Von
by-date-until = Bis
by-date-version = Fassung
by-date-applies = An diesem Tag galt:
by-date-before = Vor dem { $date }: keine Fassung verzeichnet.
by-date-none = Für diesen Tag ist keine Fassung verzeichnet.

changes-in = Was sich in „{ $title }“ geändert hat
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Keine Änderungen.
    [one] Eine Änderung. Wörter eingefügt: { $inserted }; gestrichen: { $deleted }; unverändert: { $kept } %.
   *[other] { $count } Änderungen. Wörter eingefügt: { $inserted }; gestrichen: { $deleted }; unverändert: { $kept } %.
}
changes-none = Beide Fassungen stimmen überein.
changes-none-translation = Diese Übersetzung hat sich zwischen den beiden Fassungen nicht geändert.
changes-no-wording = Der Wortlaut ist gleich. Nur Nummerierung, Links oder Formatierung haben sich geändert.
changes-capped = Teile dieser Texte waren zu lang für einen Vergleich Wort für Wort. Sie sind als ersetzt dargestellt.
changes-capped-row = Zu lang für einen Vergleich Wort für Wort: als ersetzt dargestellt
changes-list = Liste der Änderungen
changes-before = Vorher
changes-after = Nachher
changes-beginning = Anfang
changes-previous = Vorherige Änderung
changes-next = Nächste Änderung
changes-legend = So sind Änderungen gekennzeichnet
changes-statistics = In Zahlen
changes-folded = { $count ->
    [one] Ein unveränderter Absatz
   *[other] { $count } unveränderte Absätze
}
changes-moved-to = Verschoben: neue Stelle zeigen
changes-moved-from = Verschoben: frühere Stelle zeigen
changes-show = Anzeigen
changes-side-by-side = Nebeneinander
changes-one-column = Einspaltig
changes-expand = Alles aufklappen
changes-keys = Tasten: n oder j für die nächste Änderung, p oder k für die vorherige
changes-deleted = gestrichen:
changes-inserted = eingefügt:
changes-end = Ende der Änderung
changes-link-before = Bisheriger Link:
changes-link-after = Neuer Link:
changes-for-machines = Diese Änderungen in maschinenlesbarer Form (JSON)
class-changed = Geändert
class-added = Hinzugefügt
class-removed = Entfernt
class-moved = Verschoben
class-renumbered = Umnummeriert
class-link = Link geändert
class-format = Formatierung geändert
class-split = Aufgeteilt
class-joined = Zusammengeführt
figure-inserted = Eingefügte Wörter
figure-deleted = Gestrichene Wörter
figure-kept = Unveränderte Wörter
figure-changed = Geänderte Absätze
figure-added = Hinzugefügte Absätze
figure-removed = Entfernte Absätze
figure-moved = Verschobene Passagen
figure-renumbered = Nur umnummeriert
figure-links = Nur Links geändert
figure-formatted = Nur Formatierung geändert
compare-previous = Änderungen gegenüber der vorherigen Fassung
compare-current = Änderungen seit dieser Fassung
see-changes = Änderungen ansehen
what-changed = Was sich geändert hat

translation-behind = Diese Übersetzung ist nicht auf dem Stand des Originals ({ $language }), das zuletzt am { $date } geändert wurde.
translation-reflects = Sie gibt das Original mit Stand vom { $date } wieder.
translation-ahead = Diese Übersetzung ist dem Original ({ $language }) voraus: Sie gibt die Fassung vom { $date } wieder.
see-lacking = Ansehen, was in dieser Übersetzung fehlt
lacking-in = Was in der Übersetzung von „{ $title }“ fehlt
lacking-explained = Das Original ({ $language }) wurde geändert, nachdem diese Übersetzung erstellt worden war. Die folgenden Änderungen enthält die Übersetzung noch nicht.
original-as-of = Original, Stand vom { $date }
original-today = Original, heutiger Stand
prevailing-language = Bei Abweichungen zwischen den Texten ist der Text in der folgenden Sprache maßgeblich: { $language }.
governing-law = Auf diese Richtlinie anwendbares Recht: { $jurisdiction }.
repository = Texte und ihre Geschichte
feed-changes = Änderungen in dieser Fassung
feed-more = { $count ->
    [one] und eine weitere Änderung
   *[other] und { $count } weitere Änderungen
}

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
