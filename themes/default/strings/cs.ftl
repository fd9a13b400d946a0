# Czech

language-name = Čeština
site-title = Zásady

choose-language = Zvolte jazyk
languages = Jazyky
skip-to-text = Přejít k textu
all-policies = Všechny zásady
contents = Obsah

updated = Aktualizováno { $date }
applies-from = Účinnost od { $date }
not-committed = Zatím bez commitu
published = Zveřejněno { $date }
later-edits-formatting = { $count ->
    [one] Jedna pozdější úprava se týkala pouze formátování
    [few] { $count } pozdější úpravy se týkaly pouze formátování
    [many] { $count } pozdější úpravy se týkalo pouze formátování
   *[other] { $count } pozdějších úprav se týkalo pouze formátování
}
later-edits = { $count ->
    [one] Jedna pozdější úprava se nepovažuje za změnu textu
    [few] { $count } pozdější úpravy se nepovažují za změny textu
    [many] { $count } pozdější úpravy se nepovažuje za změnu textu
   *[other] { $count } pozdějších úprav se nepovažuje za změny textu
}
edit-none = { $date }: žádná viditelná změna
edit-days = { $date }: pouze uvedená data
edit-formatting = { $date }: pouze formátování
edit-editorial = { $date }: označena vydavatelem jako redakční
fallback-notice = Tento text dosud nebyl do tohoto jazyka přeložen. Čtete originál ({ $language }).
version-fallback-notice = Toto znění nebylo do tohoto jazyka přeloženo. Čtete originál ({ $language }).

not-archived = Zatím nearchivováno
version-of = Znění ze dne { $date }
version-of-numbered = Znění ze dne { $date } (č. { $number } téhož dne)
current-text = Aktuální text, zatím nearchivovaný
versions-label = Znění
this-version = Toto znění: { $version }
current-version = Aktuální znění
previous-version = Předchozí znění: { $version }
next-version = Následující znění: { $version }
all-versions = Všechna znění
by-date = Které znění bylo účinné v určitý den?

superseded-notice = Čtete dřívější znění, které bylo účinné od { $from } do { $until }.
superseded-notice-day = Čtete dřívější znění, které nabylo účinnosti dne { $date } a téhož dne bylo nahrazeno.
superseded-notice-open = Čtete dřívější znění, které bylo účinné od { $from } a bylo již nahrazeno.
superseded-notice-unknown = Čtete dřívější znění, které již bylo nahrazeno.
read-current = Přečíst aktuální znění
upcoming-notice = Čtete znění, které ještě není účinné. Účinnosti nabývá dne { $date }.
next-notice = Nové znění nabývá účinnosti dne { $date }.
read-upcoming = Přečíst nové znění
withdrawn-notice = Tyto zásady byly zrušeny. Byly účinné do { $date }.
withdrawn-notice-open = Tyto zásady byly zrušeny.
withdrawal-notice = Tyto zásady se zrušují: od { $date } již nebudou účinné.

versions-of = Znění dokumentu „{ $title }“
read-policy = Přečíst zásady
for-machines = Tento seznam ve strojově čitelné podobě (JSON)
feed = Kanál nových verzí (Atom)
version-from = Účinnost od { $date }
version-from-until = Účinnost od { $from } do { $until }
standing-upcoming = Budoucí
standing-in-force = Účinné
standing-superseded = Nahrazeno
standing-withdrawal = Budoucí zrušení
standing-withdrawn = Zrušeno
kind-minor = Oprava
kind-unarchived = Zatím nearchivováno
read-version = Přečíst
markdown-source = Markdown
in-language = jazyk: { $language }

by-date-title = Které znění dokumentu „{ $title }“ bylo účinné v určitý den?
by-date-label = Den
by-date-from = Od
by-date-until = Do
by-date-version = Znění
by-date-applies = V tento den bylo účinné:
by-date-before = Přede dnem { $date }: není evidováno žádné znění.
by-date-none = Pro tento den není evidováno žádné znění.

changes-in = Co se změnilo v dokumentu „{ $title }“
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Žádné změny.
    [one] Jedna změna. Přidáno slov: { $inserted }; odstraněno: { $deleted }; beze změny: { $kept } %.
    [few] { $count } změny. Přidáno slov: { $inserted }; odstraněno: { $deleted }; beze změny: { $kept } %.
    [many] { $count } změny. Přidáno slov: { $inserted }; odstraněno: { $deleted }; beze změny: { $kept } %.
   *[other] { $count } změn. Přidáno slov: { $inserted }; odstraněno: { $deleted }; beze změny: { $kept } %.
}
changes-none = Obě znění jsou totožná.
changes-none-translation = Tento překlad se mezi oběma zněními nezměnil.
changes-no-wording = Formulace textu je stejná. Změnilo se pouze číslování, odkazy nebo formátování.
changes-capped = Části těchto textů byly příliš dlouhé na porovnání slovo po slově. Jsou zobrazeny jako nahrazené.
changes-capped-row = Příliš dlouhé na porovnání slovo po slově: zobrazeno jako nahrazené
changes-list = Seznam změn
changes-before = Před změnou
changes-after = Po změně
changes-beginning = Začátek
changes-previous = Předchozí změna
changes-next = Následující změna
changes-legend = Jak jsou změny označeny
changes-statistics = V číslech
changes-folded = { $count ->
    [one] Jeden nezměněný odstavec
    [few] { $count } nezměněné odstavce
    [many] { $count } nezměněného odstavce
   *[other] { $count } nezměněných odstavců
}
changes-moved-to = Přesunuto: zobrazit nové místo
changes-moved-from = Přesunuto: zobrazit původní místo
changes-show = Zobrazit
changes-side-by-side = Vedle sebe
changes-one-column = Jeden sloupec
changes-expand = Rozbalit vše
changes-keys = Klávesy: n nebo j pro následující změnu, p nebo k pro předchozí
changes-deleted = odstraněno:
changes-inserted = vloženo:
changes-end = konec změny
changes-link-before = Původní odkaz:
changes-link-after = Nový odkaz:
changes-for-machines = Tyto změny ve strojově čitelné podobě (JSON)
class-changed = Změněno
class-added = Přidáno
class-removed = Odstraněno
class-moved = Přesunuto
class-renumbered = Přečíslováno
class-link = Změněn odkaz
class-format = Změněno formátování
class-split = Rozděleno
class-joined = Sloučeno
figure-inserted = Přidaná slova
figure-deleted = Odstraněná slova
figure-kept = Nezměněná slova
figure-changed = Změněné odstavce
figure-added = Přidané odstavce
figure-removed = Odstraněné odstavce
figure-moved = Přesunuté pasáže
figure-renumbered = Změněno pouze číslování
figure-links = Změněny pouze odkazy
figure-formatted = Změněno pouze formátování
compare-previous = Změny oproti předchozímu znění
compare-current = Změny od tohoto znění
see-changes = Zobrazit, co se změnilo
what-changed = Co se změnilo

translation-behind = Tento překlad zaostává za originálem ({ $language }), který byl naposledy změněn dne { $date }.
translation-reflects = Odpovídá originálu ve stavu ke dni { $date }.
translation-ahead = Tento překlad předbíhá originál ({ $language }): odpovídá znění ze dne { $date }.
see-lacking = Zobrazit, co v tomto překladu chybí
lacking-in = Co chybí v překladu dokumentu „{ $title }“
lacking-explained = Originál ({ $language }) byl změněn po pořízení tohoto překladu. Následující změny překlad zatím neobsahuje.
original-as-of = Originál ke dni { $date }
original-today = Originál k dnešnímu dni
prevailing-language = Pokud se texty liší, má přednost text v následujícím jazyce: { $language }.
governing-law = Rozhodné právo pro tyto zásady: { $jurisdiction }.
repository = Texty a jejich historie
feed-changes = Změny v tomto znění
feed-more = { $count ->
    [one] a jedna další změna
    [few] a { $count } další změny
    [many] a { $count } další změny
   *[other] a { $count } dalších změn
}

permalink = Odkaz na oddíl „{ $section }“
table = Tabulka { $number }
table-in-section = Tabulka { $number }: { $section }
footnotes = Poznámky pod čarou
footnote = Poznámka pod čarou { $number }
footnote-back = Zpět k textu, který odkazuje na poznámku pod čarou { $number }

alert-note = Poznámka
alert-tip = Tip
alert-important = Důležité
alert-warning = Varování
alert-caution = Upozornění

task-done = Splněno
task-open = Nesplněno

not-found-title = Stránka nenalezena
not-found-text = Na této adrese není žádná stránka. Možná byla přesunuta, nebo je v adrese překlep.
