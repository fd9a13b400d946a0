# Hungarian

language-name = Magyar
site-title = Szabályzatok

choose-language = Válasszon nyelvet
languages = Nyelvek
skip-to-text = Ugrás a szöveghez
all-policies = Az összes szabályzat
contents = Tartalom

updated = Frissítve: { $date }
applies-from = Hatálybalépés: { $date }
not-committed = Még nincs commitolva
published = Közzétéve: { $date }
later-edits-formatting = { $count ->
    [one] Egy későbbi változtatás csak a formázást érintette
   *[other] { $count } későbbi változtatás csak a formázást érintette
}
later-edits = { $count ->
    [one] Egy későbbi változtatás nem számít a szöveg módosításának
   *[other] { $count } későbbi változtatás nem számít a szöveg módosításának
}
edit-none = { $date }: nincs látható változás
edit-days = { $date }: csak a feltüntetett dátumok
edit-formatting = { $date }: csak formázás
edit-editorial = { $date }: a közzétevő szerkesztési jellegűként jelölte meg
fallback-notice = Ezt a szöveget még nem fordították le erre a nyelvre. Ön az eredeti szöveget olvassa ({ $language }).

permalink = Hivatkozás a következő szakaszra: „{ $section }”
table = { $number }. táblázat
table-in-section = { $number }. táblázat: { $section }
footnotes = Lábjegyzetek
footnote = { $number }. lábjegyzet
footnote-back = Vissza a hivatkozás helyére a szövegben ({ $number }. lábjegyzet)

alert-note = Megjegyzés
alert-tip = Tipp
alert-important = Fontos
alert-warning = Figyelmeztetés
alert-caution = Vigyázat

task-done = Elvégezve
task-open = Elvégzendő

not-found-title = Az oldal nem található
not-found-text = Ezen a címen nincs oldal. Lehet, hogy az oldalt áthelyezték, vagy a címben elírás van.
