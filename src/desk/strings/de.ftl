# The desk, in German.

desk-title = Schreibtisch
desk-of = Schreibtisch von
desk-skip = Zum Inhalt springen
desk-to-site = Vorschau
desk-language = Sprache des Schreibtischs
desk-crumbs = Sie sind hier
desk-findings = Befunde
desk-compare = Übersetzungen mit ihren Originalen vergleichen
desk-all-findings = Befunde über die ganze Website
desk-differences = Übersetzungen, die von ihren Originalen abweichen
desk-differences-about = Überschriften, Kennungen, Links, Listen, Tabellen und Variablen, die eine Übersetzung hat und ihr Original nicht, oder umgekehrt.
desk-publishing = Was eine Veröffentlichung ändern würde
desk-nothing = Hier ist nichts
desk-nothing-here = Diese Seite gibt es auf dem Schreibtisch nicht. Vielleicht wurde ein Dokument umbenannt oder entfernt.

desk-day = Stand der Website am { $date }.
desk-tasks = Was zu tun ist
desk-tasks-none = Nichts. Alle Texte sind committet, archiviert und übersetzt.
desk-task-errors = { $count ->
    [one] 1 Fehler: Vorher kann nichts veröffentlicht werden
   *[other] { $count } Fehler: Vorher kann nichts veröffentlicht werden
}
desk-task-warnings = { $count ->
    [one] 1 Warnung
   *[other] { $count } Warnungen
}
desk-task-not-committed = { $count ->
    [one] 1 Text ist nicht committet
   *[other] { $count } Texte sind nicht committet
}
desk-task-changed = { $count ->
    [one] 1 Text wurde geändert und ist nicht archiviert
   *[other] { $count } Texte wurden geändert und sind nicht archiviert
}
desk-task-behind = { $count ->
    [one] 1 Übersetzung ist nicht auf dem Stand des Originals
   *[other] { $count } Übersetzungen sind nicht auf dem Stand des Originals
}
desk-task-missing = { $count ->
    [one] 1 Übersetzung fehlt
   *[other] { $count } Übersetzungen fehlen
}
desk-never-archived = Es ist noch keine Fassung archiviert. Wie das geht, steht auf der Seite jedes Dokuments.
desk-ahead = Was bevorsteht
desk-ahead-one = { $date }: { $title }
desk-ahead-more = { $count ->
    [one] 1 weitere Änderung
   *[other] { $count } weitere Änderungen
}

desk-documents-title = Dokumente
desk-document = Dokument
desk-languages = Sprachen
desk-original = Original
desk-translations = Übersetzungen
desk-by-language = Nach Sprache
desk-open = { $count ->
    [one] 1 offen
   *[other] { $count } offen
}
desk-state = Zustand
desk-states = Nur Texte im Zustand
desk-language-of-text = Sprache
desk-caption = { $documents ->
    [one] 1 Dokument
   *[other] { $documents } Dokumente
} in { $languages ->
    [one] 1 Sprache
   *[other] { $languages } Sprachen
}
desk-texts = { $count ->
    [one] 1 Text
   *[other] { $count } Texte
}
desk-documents = { $count ->
    [one] 1 Dokument
   *[other] { $count } Dokumente
}
desk-more-languages = und { $count } weitere
desk-none = Es gibt keinen.
desk-in-language = in allen Dokumenten
desk-language-intro = { $count ->
    [one] 1 Dokument
   *[other] { $count } Dokumente
}, Dringendes zuerst. { $findings }.

desk-state-not-committed = Nicht committet
desk-state-changed = Geändert
desk-state-behind = Veraltet
desk-state-missing = Fehlt
desk-state-upcoming = Künftig
desk-state-withdrawn = Aufgehoben
desk-state-inherited = Übernommen
desk-state-published = Veröffentlicht
desk-about-not-committed = Der gespeicherte Text ist nicht der zuletzt committete. Datumsangaben stammen aus Commits.
desk-about-changed = Der Text weicht von der neuesten archivierten Fassung ab.
desk-about-behind = Das Original wurde geändert, nachdem es übersetzt worden war.
desk-about-missing = Es gibt keine Übersetzung. Leser sehen das Original oder keine Seite.
desk-about-upcoming = Ab einem späteren Tag gilt etwas anderes.
desk-about-withdrawn = Das Dokument gilt nicht mehr.
desk-about-inherited = Die Sprache zeigt den Text der übergeordneten Sprache, so wie britisches Englisch den englischen Text zeigt: Es fehlt nichts.
desk-about-published = Leser sehen den Text, wie er ist, und es ist nichts zu tun.
desk-cell-in-force = In Kraft seit { $date }
desk-cell-coming = Ändert sich am { $date }
desk-cell-effective = Gültig ab { $date }
desk-cell-updated = Aktualisiert am { $date }

desk-error = Fehler
desk-warning = Warnung
desk-note = Hinweis
desk-errors = { $count ->
    [one] 1 Fehler
   *[other] { $count } Fehler
}
desk-warnings = { $count ->
    [one] 1 Warnung
   *[other] { $count } Warnungen
}
desk-notes = { $count ->
    [one] 1 Hinweis
   *[other] { $count } Hinweise
}
desk-no-findings = Keine Befunde
desk-no-file = Die Website als Ganzes
desk-place = Zeile { $line }, Spalte { $column }
desk-cure = Abhilfe:
desk-open-text = Zustand dieses Textes
desk-more-findings = { $count ->
    [one] 1 weiterer Befund in dieser Datei
   *[other] { $count } weitere Befunde in dieser Datei
}

desk-file = Datei:
desk-path-missing = (noch nicht vorhanden)
desk-views = Was Sie sich ansehen können
desk-view-page = Die Seite
desk-view-page-about = So, wie Leser sie jetzt sähen.
desk-view-in-force = Änderungen gegenüber der geltenden Fassung
desk-view-in-force-about = Was Ihr Text an dem ändert, was heute gilt.
desk-view-newest = Änderungen gegenüber der neuesten archivierten Fassung
desk-view-newest-about = Diese Fassung gilt noch nicht.
desk-view-commit = Änderungen seit dem letzten Commit
desk-view-commit-about = Was Sie geändert und noch nicht committet haben.
desk-view-beside = Neben dem Original
desk-view-beside-about = Abschnitt für Abschnitt, mit dem, was in einem der beiden Texte fehlt.
desk-view-original = Das Original
desk-view-original-about = Was zu übersetzen ist.
desk-view-lacking = Was sich im Original geändert hat
desk-view-lacking-about = Was diese Übersetzung noch nicht enthält.
desk-view-document = Alle Sprachen und Archivierung
desk-view-document-about = Mit dem Befehl, den Sie eingeben.

desk-why-new = Die Datei ist noch nicht committet: Ihr erster Commit gibt ihr ein Datum.
desk-why-new-staged = Die Datei ist vorgemerkt, aber noch nicht committet: Ihr erster Commit gibt ihr ein Datum.
desk-why-modified = Die Datei enthält Änderungen, die nicht committet sind.
desk-why-staged = Die Datei enthält Änderungen, die vorgemerkt, aber nicht committet sind.
desk-why-variables = Der Text enthält Variablen, deren Werte in engross.toml nicht committet sind.
desk-why-no-repository = Die Website liegt in keinem Git-Repository, daher hat der Text kein Datum.
desk-why-no-commits = Das Repository hat noch keinen Commit, daher hat der Text kein Datum.
desk-why-date-of-commit = Sein Datum ({ $date }) ist das des committeten Textes.
desk-why-changed = Er weicht von der neuesten archivierten Fassung vom { $date } ab.
desk-why-changed-new = Keine archivierte Fassung hat bisher einen Text in der Sprache { $language }.
desk-why-never = Es ist noch keine Fassung archiviert.
desk-seen-already = Leser sehen den geänderten Text, sobald die Website veröffentlicht wird.
desk-seen-hidden = Leser sehen ihn erst, wenn er archiviert ist; die Vorschau zeigt ihn Ihnen.
desk-seen-upcoming = Er gilt ab dem { $date }; bis dahin sehen Leser die geltende Fassung und einen Hinweis.
desk-why-behind = Das Original ({ $language }) wurde am { $date } geändert, nach dieser Übersetzung.
desk-why-reflects = Die Übersetzung gibt das Original mit Stand vom { $date } wieder.
desk-why-reflects-unknown = Welchen Stand des Originals sie wiedergibt, ist nicht bekannt.
desk-why-missing = Es gibt keinen Text in der Sprache { $language }.
desk-why-missing-original = Leser sehen das Original mit einem Hinweis.
desk-why-missing-nothing = Leser dieser Sprache finden keine Seite.
desk-why-applies = Der Text im Inhaltsordner gilt ab dem { $date }.
desk-why-coming = Die Fassung vom { $date } ist archiviert und tritt an diesem Tag von selbst in Kraft.
desk-why-ends = Ab dem { $date } gilt das Dokument nicht mehr.
desk-why-withdrawn = Das Dokument gilt nicht mehr. Leser sehen den letzten Text mit einem Hinweis.
desk-why-inherited = Leser sehen den Text in der Sprache { $language }. Eine eigene Datei braucht es nur, wo diese Sprache abweichen muss.
desk-why-inherited-none = Leser sehen den Text der übergeordneten Sprache.
desk-why-published = Leser sehen diesen Text, wie er ist.
desk-why-archived = Er ist als Fassung vom { $date } archiviert.
desk-is-original = Dies ist das Original.
desk-is-current = Die Übersetzung ist auf dem Stand des Originals ({ $language }).
desk-is-ahead = Die Übersetzung enthält schon, was die Fassung vom { $date } enthalten wird.
desk-is-unknown = Ob die Übersetzung auf dem Stand des Originals ist, ist nicht bekannt: Einer der beiden Texte hat kein Datum.

desk-date = Woher das Datum kommt
desk-date-recorded = Aktualisiert am { $date }: So steht es im Verzeichnis der Fassung vom { $version }, die denselben Text hat.
desk-date-recorded-none = Das Verzeichnis der Fassung vom { $version }, die denselben Text hat, nennt keinen Tag.
desk-date-commit = Aktualisiert am { $date }: An diesem Tag hat ein Commit geändert, was der Text sagt.
desk-date-by = Der Commit:
desk-date-variable = Der Commit hat eine Variable in engross.toml geändert, die der Text enthält.
desk-date-effective = Er gilt ab dem { $date }.
desk-date-published = Als Tag der Veröffentlichung nennt er den { $date }.
desk-date-passed = { $count ->
    [one] Ein späterer Commit betraf die Datei und hat das Datum nicht verändert:
   *[other] { $count } spätere Commits betrafen die Datei und haben das Datum nicht verändert:
}
desk-pass-nothing = Er hat nichts geändert, was Leser sehen.
desk-pass-days = Er hat nur genannte Tage geändert.
desk-pass-formatting = Er hat nur die Formatierung geändert.
desk-pass-trailer = Seine Nachricht kennzeichnet ihn als redaktionell.
desk-pass-listed = Eine Liste von Commits kennzeichnet ihn als redaktionell.
desk-unknown-no-repository = Es gibt kein Datum: Die Website liegt in keinem Git-Repository. Führen Sie git init aus und committen Sie die Texte.
desk-unknown-no-commits = Es gibt kein Datum: Das Repository hat noch keinen Commit.
desk-unknown-not-committed = Es gibt kein Datum: Die Datei ist noch nicht committet.
desk-unknown-staged = Es gibt kein Datum: Die Datei ist vorgemerkt, aber noch nicht committet.
desk-unknown-other-name = Es gibt kein Datum: In Git heißt die Datei { $value }. Benennen Sie eine der beiden mit git mv in zwei Schritten um.
desk-unknown-boundary = Es gibt kein Datum: Dieser Klon enthält nur einen Teil der Geschichte, abgeschnitten bei { $value }. Führen Sie git fetch --unshallow aus.
desk-unknown-no-text = Es gibt kein Datum: Diesem Klon fehlt der Text von Commit { $value }. Führen Sie git fetch --refetch --no-filter aus.
desk-unknown-missing-tree = Es gibt kein Datum: Dieser Klon ist ohne Verzeichnisse oder beschädigt. Klonen Sie neu.
desk-unknown-no-work-tree = Es gibt kein Datum: Das Repository hat hier keinen Arbeitsbaum.
desk-unknown-reftable = Es gibt kein Datum: Das Repository speichert seine Branches als reftable. Führen Sie git refs migrate --ref-format=files aus.
desk-unknown-no-date = Es gibt kein Datum: Commit { $value } hat keines, das lesbar wäre.
desk-unknown-unreadable = Es gibt kein Datum: Das Repository ist nicht lesbar. { $value }

desk-redline-in-force = Ihr Text im Vergleich mit der Fassung vom { $date }, die heute gilt.
desk-send = Zum Verschicken
desk-send-about = Drucken Sie diese Seite, auf Papier oder als PDF; oder schreiben Sie den Vergleich in eine Datei, die Sie verschicken können:
desk-redline-newest = Ihr Text im Vergleich mit der Fassung vom { $date }, die archiviert ist und noch nicht gilt.
desk-redline-commit = Ihr Text im Vergleich mit dem letzten Commit: { $commit } „{ $subject }“.
desk-redline-lacking = Was sich im Original geändert hat, seit es in die Sprache { $language } übersetzt wurde.
desk-redline-no-text = In dieser Sprache gibt es keinen Text.
desk-redline-no-version = Heute gilt keine archivierte Fassung in dieser Sprache, mit der sich der Text vergleichen ließe. Es bleiben die Änderungen seit dem letzten Commit.
desk-redline-no-commit = Es gibt keinen committeten Text zum Vergleichen.
desk-redline-not-behind = Die Übersetzung ist auf dem Stand des Originals.
desk-redline-no-base = Welcher Stand des Originals übersetzt wurde, ist nicht bekannt, also auch nicht, was sich seitdem geändert hat.
desk-redline-unreadable = Der frühere Text lässt sich nicht vergleichen: { $reason }.
desk-side-version = Fassung vom { $date }
desk-side-commit = Letzter Commit
desk-side-working = Ihr Text

desk-beside-original = Original
desk-beside-translation = Übersetzung
desk-beside-none = (keine)
desk-beside-lacks = Fehlt in der Übersetzung
desk-beside-extra = Steht nicht im Original
desk-beside-changed = Im Original seit der Übersetzung geändert
desk-beside-same = Wörtlich wie im Original
desk-beside-alone = Es gibt noch keine Übersetzung: Dies ist das Original.
desk-beside-whole = Jede Passage hat ihre Entsprechung.
desk-beside-gaps = { $count ->
    [one] Eine Passage ist zu prüfen.
   *[other] { $count } Passagen sind zu prüfen.
}
desk-beside-list = Zu prüfende Passagen
desk-beside-no-original = Es gibt keinen Text in der Ausgangssprache, der daneben stehen könnte.

desk-texts-title = Sprachen
desk-missing-in = { $count ->
    [one] In 1 Sprache fehlt die Übersetzung:
   *[other] In { $count } Sprachen fehlt die Übersetzung:
}
desk-archive = Fassung archivieren
desk-commit-message = { $name } geändert
desk-archive-git = Fassungen kommen hier aus Git: Jeder Commit, der ändert, was ein Text sagt, ist eine Fassung. Es ist nichts zu archivieren.
desk-archive-done = Die Texte stimmen mit der Fassung vom { $date } überein. Es ist nichts zu archivieren.
desk-archive-coming = Die Texte sind als Fassung vom { $date } archiviert, die an diesem Tag von selbst in Kraft tritt. Es ist nichts zu tun.
desk-archive-withdrawn = Das Dokument ist aufgehoben: Ab dem { $date } gilt es nicht.
desk-archive-none = Es ist nichts zu archivieren.
desk-archive-first = Von diesem Dokument ist noch keine Fassung archiviert.
desk-archive-changed = Der Text weicht von der neuesten archivierten Fassung vom { $date } ab.
desk-archive-upcoming = Der Text ist für einen späteren Tag bestimmt und noch nicht archiviert. Die neueste archivierte Fassung ist die vom { $date }.
desk-archive-commit = Committen Sie zuerst die Texte, damit die Fassung den Commit nennt, aus dem sie stammt.
desk-archive-behind = { $count ->
    [one] Eine Übersetzung ist nicht auf dem Stand des Originals oder wird es nicht mehr sein, sobald dieses committet ist. Aktualisieren Sie sie zuerst, oder archivieren Sie sie, wie sie ist (--behind):
   *[other] { $count } Übersetzungen sind nicht auf dem Stand des Originals oder werden es nicht mehr sein, sobald dieses committet ist. Aktualisieren Sie sie zuerst, oder archivieren Sie sie, wie sie sind (--behind):
}
desk-archive-does = { $count ->
    [one] Dies hält den Text als Fassung vom { $date } fest: Sie gilt ab diesem Tag und wird nie mehr geändert.
   *[other] Dies hält den Text in allen { $count } Sprachen als Fassung vom { $date } fest: Sie gilt ab diesem Tag und wird nie mehr geändert.
}
desk-archive-later = Soll sie ab einem späteren Tag gelten, schreiben Sie diesen in den Befehl, zum Beispiel { $day }: Bis dahin sehen die Leser die geltende Fassung mit einem Hinweis auf die neue.
desk-archive-type-note = Schreiben Sie anstelle von „Was sich geändert hat“ einen Satz für Ihre Leser.
desk-archive-note = Was sich geändert hat
desk-archive-note-minor = Was berichtigt wurde
desk-archive-note-withdraw = Warum es aufgehoben wurde
desk-archive-minor = Wenn nur ein Versehen berichtigt wird, kennzeichnen Sie die Fassung als Berichtigung. Sie braucht keine Vorankündigung:
desk-archive-withdraw = Das Dokument hat Fassungen, aber keinen Text mehr. Geben Sie an, ab welchem Tag es nicht mehr gilt.
desk-archive-withdraw-does = Dies hebt das Dokument mit Wirkung vom { $date } auf. Seine Fassungen bleiben lesbar.
desk-because-stated = Das ist der Tag, den der Text nennt.
desk-because-too-early = Der Text nennt den { $date }, doch { $count ->
    [one] ein Tag Vorankündigung ist
   *[other] { $count } Tage Vorankündigung sind
} vorgesehen: Ändern Sie auch die Angabe im Text.
desk-because-notice = Das ist der erste Tag, den die Vorankündigung von { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
} ab heute zulässt.
desk-because-updated = Das ist der Tag, an dem der Text aktualisiert wurde.
desk-because-today = Das ist heute.
desk-because-newest = Das ist der Tag, ab dem die neueste Fassung gilt: Keine Fassung kann früher beginnen.

desk-publish-none = In { $output } liegt noch keine veröffentlichte Website, also gibt es nichts zu vergleichen.
desk-publish-foreign = Der Ordner { $output } wurde nicht von engross geschrieben, also gibt es nichts zu vergleichen.
desk-publish-how = Dieser Befehl schreibt die Website; danach sehen Sie hier, was der nächste ändern würde.
desk-publish-refused = { $count ->
    [one] Derzeit würde nichts veröffentlicht: Es gibt 1 Fehler.
   *[other] Derzeit würde nichts veröffentlicht: Es gibt { $count } Fehler.
}
desk-publish-unread = Die Website lässt sich nicht so lesen, wie sie veröffentlicht würde: { $reason }.
desk-publish-waiting = Jede Seite wird mit der veröffentlichten verglichen: { $done } von { $count }. Diese Seite erneuert sich von selbst.
desk-publish-compared = Verglichen mit dem, was in { $output } liegt.
desk-publish-same = Eine Veröffentlichung würde nichts ändern.
desk-publish-counts = Neu: { $new }. Geändert: { $changed }. Entfallen: { $gone }. Unverändert: { $same }.
desk-publish-new = Neu
desk-publish-changed = Geändert
desk-publish-gone = Entfällt
desk-publish-lists = Startseiten und Sprachauswahl
desk-publish-other = Dateien für Maschinen, Gestaltung und Bilder
desk-publish-pages = { $count ->
    [one] 1 Datei
   *[other] { $count } Dateien
}
desk-publish-removed = Seiten von Dokumenten, die es nicht mehr gibt
desk-publish-more = { $count ->
    [one] und 1 weitere
   *[other] und { $count } weitere
}
desk-page-document = Die Seite
desk-page-version = Fassung vom { $date }
desk-page-versions = Liste der Fassungen
desk-page-by-date = Welche Fassung an einem Tag galt
desk-page-compare = Vergleich von Fassungen
desk-page-lacking = Was in der Übersetzung fehlt
desk-page-chooser = Sprachauswahl
desk-page-home = Startseite
desk-page-not-found = Seite für unbekannte Adressen
desk-page-file = Datei
