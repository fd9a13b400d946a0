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
