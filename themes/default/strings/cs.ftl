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
