# Dutch

language-name = Nederlands
site-title = Beleidsdocumenten

choose-language = Kies een taal
languages = Talen
skip-to-text = Naar de tekst
all-policies = Alle beleidsdocumenten
contents = Inhoud

updated = Bijgewerkt op { $date }
applies-from = Van kracht vanaf { $date }
not-committed = Nog niet gecommit
published = Gepubliceerd op { $date }
later-edits-formatting = { $count ->
    [one] Eén latere bewerking betrof alleen de opmaak
   *[other] { $count } latere bewerkingen betroffen alleen de opmaak
}
later-edits = { $count ->
    [one] Eén latere bewerking geldt niet als wijziging van de tekst
   *[other] { $count } latere bewerkingen gelden niet als wijzigingen van de tekst
}
edit-none = { $date }: geen zichtbare wijziging
edit-days = { $date }: alleen de vermelde datums
edit-formatting = { $date }: alleen opmaak
edit-editorial = { $date }: door de uitgever als redactioneel aangemerkt
fallback-notice = Deze tekst is nog niet in deze taal vertaald. U leest de oorspronkelijke tekst ({ $language }).
version-fallback-notice = Deze versie is niet in deze taal vertaald. U leest het origineel ({ $language }).

not-archived = Nog niet gearchiveerd
version-of = Versie van { $date }
version-of-numbered = Versie van { $date } (nr. { $number } van die dag)
current-text = Huidige tekst, nog niet gearchiveerd
versions-label = Versies
this-version = Deze versie: { $version }
current-version = Huidige versie
previous-version = Vorige versie: { $version }
next-version = Volgende versie: { $version }
all-versions = Alle versies
by-date = Welke versie was op een bepaalde dag van kracht?

superseded-notice = U leest een eerdere versie, die van { $from } tot en met { $until } van kracht was.
superseded-notice-day = U leest een eerdere versie, die op { $date } van kracht werd en op dezelfde dag is vervangen.
superseded-notice-open = U leest een eerdere versie, die vanaf { $from } van kracht was en inmiddels is vervangen.
superseded-notice-unknown = U leest een eerdere versie, die inmiddels is vervangen.
read-current = Lees de huidige versie
upcoming-notice = U leest een versie die nog niet van kracht is. Deze versie is van kracht vanaf { $date }.
next-notice = Vanaf { $date } is een nieuwe versie van kracht.
read-upcoming = Lees de nieuwe versie
withdrawn-notice = Dit beleidsdocument is ingetrokken. Het was van kracht tot en met { $date }.
withdrawn-notice-open = Dit beleidsdocument is ingetrokken.
withdrawal-notice = Dit beleidsdocument wordt ingetrokken: vanaf { $date } is het niet meer van kracht.

versions-of = Versies van “{ $title }”
read-policy = Lees het beleidsdocument
for-machines = Deze lijst in machineleesbare vorm (JSON)
feed = Feed met nieuwe versies (Atom)
version-from = Van kracht vanaf { $date }
version-from-until = Van kracht van { $from } tot en met { $until }
standing-upcoming = Toekomstig
standing-in-force = Van kracht
standing-superseded = Vervangen
standing-withdrawal = Toekomstige intrekking
standing-withdrawn = Ingetrokken
kind-minor = Correctie
kind-unarchived = Nog niet gearchiveerd
read-version = Lezen
markdown-source = Markdown
in-language = taal: { $language }

by-date-title = Welke versie van “{ $title }” was op een bepaalde dag van kracht?
by-date-label = Dag
by-date-from = Vanaf
by-date-until = Tot en met
by-date-version = Versie
by-date-applies = Op deze dag van kracht:
by-date-before = Vóór { $date }: geen versie geregistreerd.
by-date-none = Voor deze dag is geen versie geregistreerd.

changes-in = Wat er is gewijzigd in “{ $title }”
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Geen wijzigingen.
    [one] Eén wijziging. Woorden toegevoegd: { $inserted }; verwijderd: { $deleted }; ongewijzigd: { $kept }%.
   *[other] { $count } wijzigingen. Woorden toegevoegd: { $inserted }; verwijderd: { $deleted }; ongewijzigd: { $kept }%.
}
changes-none = Beide versies zijn gelijk.
changes-none-translation = Deze vertaling is tussen de twee versies niet gewijzigd.
changes-no-wording = De bewoordingen zijn gelijk. Alleen de nummering, de links of de opmaak is gewijzigd.
changes-capped = Delen van deze teksten waren te lang om woord voor woord te vergelijken. Ze worden als vervangen weergegeven.
changes-capped-row = Te lang om woord voor woord te vergelijken: als vervangen weergegeven
changes-list = Lijst van wijzigingen
changes-before = Vóór de wijziging
changes-after = Na de wijziging
changes-beginning = Begin
changes-previous = Vorige wijziging
changes-next = Volgende wijziging
changes-legend = Hoe wijzigingen zijn gemarkeerd
changes-statistics = In cijfers
changes-folded = { $count ->
    [one] Eén ongewijzigde alinea
   *[other] { $count } ongewijzigde alinea’s
}
changes-moved-to = Verplaatst: toon de nieuwe plaats
changes-moved-from = Verplaatst: toon de vorige plaats
changes-show = Tonen
changes-side-by-side = Naast elkaar
changes-one-column = Eén kolom
changes-expand = Alles uitklappen
changes-keys = Toetsen: n of j voor de volgende wijziging, p of k voor de vorige
changes-deleted = verwijderd:
changes-inserted = ingevoegd:
changes-end = einde van de wijziging
changes-link-before = Oude link:
changes-link-after = Nieuwe link:
changes-for-machines = Deze wijzigingen in machineleesbare vorm (JSON)
class-changed = Gewijzigd
class-added = Toegevoegd
class-removed = Verwijderd
class-moved = Verplaatst
class-renumbered = Hernummerd
class-link = Link gewijzigd
class-format = Opmaak gewijzigd
class-split = Gesplitst
class-joined = Samengevoegd
figure-inserted = Toegevoegde woorden
figure-deleted = Verwijderde woorden
figure-kept = Ongewijzigde woorden
figure-changed = Gewijzigde alinea’s
figure-added = Toegevoegde alinea’s
figure-removed = Verwijderde alinea’s
figure-moved = Verplaatste passages
figure-renumbered = Alleen hernummerd
figure-links = Alleen links gewijzigd
figure-formatted = Alleen opmaak gewijzigd
compare-previous = Wijzigingen ten opzichte van de vorige versie
compare-current = Wijzigingen sinds deze versie
see-changes = Bekijk wat er is gewijzigd
what-changed = Wat er is gewijzigd

translation-behind = Deze vertaling loopt achter op het origineel ({ $language }), dat op { $date } voor het laatst is gewijzigd.
translation-reflects = De vertaling geeft het origineel weer zoals het op { $date } luidde.
translation-ahead = Deze vertaling loopt voor op het origineel ({ $language }): de vertaling geeft de versie van { $date } weer.
see-lacking = Bekijk wat er in deze vertaling ontbreekt
lacking-in = Wat er ontbreekt in de vertaling van “{ $title }”
lacking-explained = Het origineel ({ $language }) is gewijzigd nadat deze vertaling was gemaakt. Dit zijn de wijzigingen die de vertaling nog niet bevat.
original-as-of = Origineel per { $date }
original-today = Huidig origineel
prevailing-language = Als de teksten van elkaar afwijken, is de tekst in de volgende taal doorslaggevend: { $language }.
governing-law = Op dit beleidsdocument toepasselijk recht: { $jurisdiction }.
repository = Teksten en hun geschiedenis
feed-changes = Wijzigingen in deze versie
feed-more = { $count ->
    [one] en nog één wijziging
   *[other] en nog { $count } wijzigingen
}

permalink = Link naar de paragraaf “{ $section }”
table = Tabel { $number }
table-in-section = Tabel { $number }: { $section }
footnotes = Voetnoten
footnote = Voetnoot { $number }
footnote-back = Terug naar de tekst die naar voetnoot { $number } verwijst

alert-note = Opmerking
alert-tip = Tip
alert-important = Belangrijk
alert-warning = Waarschuwing
alert-caution = Let op

task-done = Afgerond
task-open = Openstaand

not-found-title = Pagina niet gevonden
not-found-text = Op dit adres is geen pagina aanwezig. Mogelijk is de pagina verplaatst of bevat het adres een typefout.
