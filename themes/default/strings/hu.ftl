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
version-fallback-notice = Ez a változat nem készült el ezen a nyelven. Az eredetit olvassa ({ $language }).

not-archived = Még nincs archiválva
version-of = { $date } napi hatályú változat
version-of-numbered = { $date } napi hatályú { $number }. változat
current-text = Jelenlegi szöveg, még nincs archiválva
versions-label = Változatok
this-version = Ez a változat: { $version }
current-version = Jelenlegi változat
previous-version = Előző változat: { $version }
next-version = Következő változat: { $version }
all-versions = Az összes változat
by-date = Melyik változat volt hatályos egy adott napon?

superseded-notice = Ön egy korábbi változatot olvas, amely { $from } napjától { $until } napjáig volt hatályos.
superseded-notice-day = Ön egy korábbi változatot olvas, amely { $date } napján lépett hatályba, és amelyet még ugyanazon a napon felváltottak.
superseded-notice-open = Ön egy korábbi változatot olvas, amely { $from } napján lépett hatályba, és amelyet azóta új változat váltott fel.
superseded-notice-unknown = Ön egy korábbi változatot olvas, amelyet azóta új változat váltott fel.
read-current = A jelenlegi változat elolvasása
upcoming-notice = Ön egy még nem hatályos változatot olvas, amely { $date } napján lép hatályba.
next-notice = Új változat lép hatályba { $date } napján.
read-upcoming = Az új változat elolvasása
withdrawn-notice = Ezt a szabályzatot visszavonták; { $date } napjáig volt hatályos.
withdrawn-notice-open = Ezt a szabályzatot visszavonták.
withdrawal-notice = Ezt a szabályzatot visszavonják: { $date } napjától már nem hatályos.

versions-of = „{ $title }”: változatok
read-policy = A szabályzat elolvasása
for-machines = Ez a lista géppel olvasható formában (JSON)
feed = Új változatok hírcsatornája (Atom)
version-from = Hatálybalépés: { $date }
version-from-until = Hatályos: { $from } – { $until }
standing-upcoming = Még nem hatályos
standing-in-force = Hatályos
standing-superseded = Új változat váltotta fel
standing-withdrawal = Közelgő visszavonás
standing-withdrawn = Visszavonva
kind-minor = Helyesbítés
kind-unarchived = Még nincs archiválva
read-version = Elolvasás
markdown-source = Markdown
in-language = nyelv: { $language }

by-date-title = „{ $title }”: melyik változat volt hatályos egy adott napon?
by-date-label = Nap
by-date-from = Hatály kezdete
by-date-until = Hatály vége
by-date-version = Változat
by-date-applies = Ezen a napon hatályos volt:
by-date-before = { $date } előtt: nincs nyilvántartott változat.
by-date-none = Erre a napra nincs nyilvántartott változat.

changes-in = „{ $title }”: módosítások
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Nincs módosítás.
    [one] Egy módosítás. Hozzáadott szavak: { $inserted }; törölt: { $deleted }; változatlan: { $kept }%.
   *[other] { $count } módosítás. Hozzáadott szavak: { $inserted }; törölt: { $deleted }; változatlan: { $kept }%.
}
changes-none = A két változat megegyezik.
changes-none-translation = Ez a fordítás a két változat között nem módosult.
changes-no-wording = A szövegezés megegyezik. Csak a számozás, a hivatkozások vagy a formázás módosult.
changes-capped = E szövegek egyes részei túl hosszúak voltak a szavankénti összehasonlításhoz. Ezek lecserélt szövegként jelennek meg.
changes-capped-row = Túl hosszú a szavankénti összehasonlításhoz: lecserélt szövegként jelenik meg
changes-list = Módosítások listája
changes-before = Módosítás előtt
changes-after = Módosítás után
changes-beginning = A szöveg eleje
changes-previous = Előző módosítás
changes-next = Következő módosítás
changes-legend = A módosítások jelölése
changes-statistics = Számokban
changes-folded = { $count ->
    [one] Egy változatlan bekezdés
   *[other] { $count } változatlan bekezdés
}
changes-moved-to = Áthelyezve: az új hely megjelenítése
changes-moved-from = Áthelyezve: a korábbi hely megjelenítése
changes-show = Megjelenítés
changes-side-by-side = Egymás mellett
changes-one-column = Egy hasábban
changes-expand = Az összes kibontása
changes-keys = Billentyűk: n vagy j a következő módosításhoz, p vagy k az előzőhöz
changes-deleted = törölve:
changes-inserted = beszúrva:
changes-end = módosítás vége
changes-link-before = Korábbi hivatkozás:
changes-link-after = Új hivatkozás:
changes-for-machines = Ezek a módosítások géppel olvasható formában (JSON)
class-changed = Módosítva
class-added = Hozzáadva
class-removed = Törölve
class-moved = Áthelyezve
class-renumbered = Átszámozva
class-link = Hivatkozás módosítva
class-format = Formázás módosítva
class-split = Felosztva
class-joined = Összevonva
figure-inserted = Hozzáadott szavak
figure-deleted = Törölt szavak
figure-kept = Változatlan szavak
figure-changed = Módosított bekezdések
figure-added = Hozzáadott bekezdések
figure-removed = Törölt bekezdések
figure-moved = Áthelyezett szövegrészek
figure-renumbered = Csak a számozás módosult
figure-links = Csak a hivatkozások módosultak
figure-formatted = Csak a formázás módosult
compare-previous = Módosítások az előző változathoz képest
compare-current = Módosítások e változat óta
see-changes = A módosítások megtekintése
what-changed = Mi módosult

translation-behind = Ez a fordítás elmarad az eredetitől ({ $language }), amely utoljára { $date } napján módosult.
translation-reflects = A fordítás az eredeti { $date } napi állapotát tükrözi.
translation-ahead = Ez a fordítás megelőzi az eredetit ({ $language }): a szabályzat { $date } napi változatát tükrözi.
see-lacking = A fordításból hiányzó módosítások megtekintése
lacking-in = „{ $title }”: ami a fordításból hiányzik
lacking-explained = Az eredeti ({ $language }) e fordítás elkészülte után módosult. A fordítás a következő módosításokat még nem tartalmazza.
original-as-of = Az eredeti { $date } napi állapota
original-today = Az eredeti mai állapota
prevailing-language = Ha a szövegek eltérnek egymástól, a következő nyelvű szöveg az irányadó: { $language }.
governing-law = Az e szabályzatra irányadó jog: { $jurisdiction }.
repository = A szövegek és előzményeik
feed-changes = Módosítások ebben a változatban
feed-more = { $count ->
    [one] és még egy módosítás
   *[other] és még { $count } módosítás
}

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
