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
