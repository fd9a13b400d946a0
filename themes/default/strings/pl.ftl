# Polish

language-name = Polski
site-title = Polityki

choose-language = Wybierz język
languages = Języki
skip-to-text = Przejdź do tekstu
all-policies = Wszystkie polityki
contents = Spis treści

updated = Zaktualizowano { $date }
applies-from = Obowiązuje od { $date }
not-committed = Jeszcze bez commita
published = Opublikowano { $date }
later-edits-formatting = { $count ->
    [one] Jedna późniejsza edycja dotyczyła tylko formatowania
    [few] { $count } późniejsze edycje dotyczyły tylko formatowania
    [many] { $count } późniejszych edycji dotyczyło tylko formatowania
   *[other] { $count } późniejszej edycji dotyczyło tylko formatowania
}
later-edits = { $count ->
    [one] Jednej późniejszej edycji nie uznaje się za zmianę tekstu
    [few] { $count } późniejszych edycji nie uznaje się za zmiany tekstu
    [many] { $count } późniejszych edycji nie uznaje się za zmiany tekstu
   *[other] { $count } późniejszej edycji nie uznaje się za zmianę tekstu
}
edit-none = { $date }: brak widocznych zmian
edit-days = { $date }: tylko podane daty
edit-formatting = { $date }: tylko formatowanie
edit-editorial = { $date }: oznaczona przez wydawcę jako redakcyjna
fallback-notice = Ten tekst nie został jeszcze przetłumaczony na ten język. Wyświetlany jest oryginał ({ $language }).

permalink = Odnośnik do sekcji „{ $section }”
table = Tabela { $number }
table-in-section = Tabela { $number }: { $section }
footnotes = Przypisy
footnote = Przypis { $number }
footnote-back = Powrót do miejsca w tekście z odesłaniem do przypisu { $number }

alert-note = Uwaga
alert-tip = Wskazówka
alert-important = Ważne
alert-warning = Ostrzeżenie
alert-caution = Przestroga

task-done = Wykonane
task-open = Niewykonane

not-found-title = Nie znaleziono strony
not-found-text = Pod tym adresem nie ma żadnej strony. Być może została przeniesiona albo adres zawiera literówkę.
