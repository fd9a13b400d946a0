# Romanian

language-name = Română
site-title = Politici

choose-language = Alegeți o limbă
languages = Limbi
skip-to-text = Salt la text
all-policies = Toate politicile
contents = Cuprins

updated = Actualizat la { $date }
applies-from = Se aplică începând cu { $date }
not-committed = Încă fără commit
published = Publicat la { $date }
later-edits-formatting = { $count ->
    [one] O modificare ulterioară privește numai formatarea
    [few] { $count } modificări ulterioare privesc numai formatarea
   *[other] { $count } de modificări ulterioare privesc numai formatarea
}
later-edits = { $count ->
    [one] O modificare ulterioară nu este considerată o schimbare a textului
    [few] { $count } modificări ulterioare nu sunt considerate schimbări ale textului
   *[other] { $count } de modificări ulterioare nu sunt considerate schimbări ale textului
}
edit-none = { $date }: nicio schimbare vizibilă
edit-days = { $date }: numai datele calendaristice indicate
edit-formatting = { $date }: numai formatarea
edit-editorial = { $date }: marcată de editor ca fiind redacțională
fallback-notice = Acest text nu a fost încă tradus în această limbă. Textul afișat este cel original ({ $language }).

permalink = Link către secțiunea „{ $section }”
table = Tabelul { $number }
table-in-section = Tabelul { $number }: { $section }
footnotes = Note de subsol
footnote = Nota de subsol { $number }
footnote-back = Înapoi la textul care face trimitere la nota de subsol { $number }

alert-note = Notă
alert-tip = Sfat
alert-important = Important
alert-warning = Avertisment
alert-caution = Atenție

task-done = Finalizat
task-open = Nefinalizat

not-found-title = Pagina nu a fost găsită
not-found-text = Nu există nicio pagină la această adresă. Este posibil ca pagina să fi fost mutată sau ca adresa să conțină o greșeală de tastare.
