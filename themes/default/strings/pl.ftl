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
version-fallback-notice = Tej wersji nie przetłumaczono na ten język. Czytają Państwo oryginał ({ $language }).

not-archived = Jeszcze nie zarchiwizowano
version-of = Wersja z dnia { $date }
version-of-numbered = Wersja z dnia { $date } (nr { $number } z tego dnia)
current-text = Aktualny tekst, jeszcze niezarchiwizowany
versions-label = Wersje
this-version = Ta wersja: { $version }
current-version = Aktualna wersja
previous-version = Poprzednia wersja: { $version }
next-version = Następna wersja: { $version }
all-versions = Wszystkie wersje
by-date = Która wersja obowiązywała w danym dniu?

superseded-notice = Wyświetlana jest wcześniejsza wersja, która obowiązywała od { $from } do { $until }.
superseded-notice-day = Wyświetlana jest wcześniejsza wersja, która zaczęła obowiązywać { $date } i tego samego dnia została zastąpiona.
superseded-notice-open = Wyświetlana jest wcześniejsza wersja, która obowiązywała od { $from } i została już zastąpiona.
superseded-notice-unknown = Wyświetlana jest wcześniejsza wersja, która została już zastąpiona.
read-current = Przeczytaj aktualną wersję
upcoming-notice = Wyświetlana jest wersja, która jeszcze nie obowiązuje. Będzie ona obowiązywać od { $date }.
next-notice = Nowa wersja będzie obowiązywać od { $date }.
read-upcoming = Przeczytaj nową wersję
withdrawn-notice = Ta polityka została uchylona. Obowiązywała do { $date }.
withdrawn-notice-open = Ta polityka została uchylona.
withdrawal-notice = Ta polityka zostaje uchylona: od { $date } nie będzie już obowiązywać.

versions-of = Wersje dokumentu „{ $title }”
read-policy = Przeczytaj politykę
for-machines = Ta lista w formacie nadającym się do odczytu maszynowego (JSON)
feed = Kanał nowych wersji (Atom)
version-from = Obowiązuje od { $date }
version-from-until = Okres obowiązywania: od { $from } do { $until }
standing-upcoming = Przyszła
standing-in-force = Obowiązująca
standing-superseded = Zastąpiona
standing-withdrawal = Przyszłe uchylenie
standing-withdrawn = Uchylona
kind-minor = Sprostowanie
kind-unarchived = Jeszcze nie zarchiwizowano
read-version = Przeczytaj
markdown-source = Markdown
in-language = język: { $language }

by-date-title = Która wersja dokumentu „{ $title }” obowiązywała w danym dniu?
by-date-label = Dzień
by-date-from = Od
by-date-until = Do
by-date-version = Wersja
by-date-applies = W tym dniu obowiązywała:
by-date-before = Przed dniem { $date }: nie odnotowano żadnej wersji.
by-date-none = Dla tego dnia nie odnotowano żadnej wersji.

changes-in = Co się zmieniło w dokumencie „{ $title }”
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Brak zmian.
    [one] Jedna zmiana. Słowa dodane: { $inserted }; usunięte: { $deleted }; bez zmian: { $kept }%.
    [few] { $count } zmiany. Słowa dodane: { $inserted }; usunięte: { $deleted }; bez zmian: { $kept }%.
    [many] { $count } zmian. Słowa dodane: { $inserted }; usunięte: { $deleted }; bez zmian: { $kept }%.
   *[other] { $count } zmiany. Słowa dodane: { $inserted }; usunięte: { $deleted }; bez zmian: { $kept }%.
}
changes-none = Obie wersje są takie same.
changes-none-translation = To tłumaczenie jest w obu wersjach takie samo.
changes-no-wording = Brzmienie tekstu jest takie samo. Zmieniły się tylko numeracja, odnośniki lub formatowanie.
changes-capped = Fragmenty tych tekstów były zbyt długie, aby porównać je słowo po słowie. Są pokazane jako zastąpione.
changes-capped-row = Zbyt długie, aby porównać słowo po słowie: pokazano jako zastąpione
changes-list = Lista zmian
changes-before = Przed zmianą
changes-after = Po zmianie
changes-beginning = Początek
changes-previous = Poprzednia zmiana
changes-next = Następna zmiana
changes-legend = Jak oznaczono zmiany
changes-statistics = W liczbach
changes-folded = { $count ->
    [one] Jeden niezmieniony akapit
    [few] { $count } niezmienione akapity
    [many] { $count } niezmienionych akapitów
   *[other] { $count } niezmienionego akapitu
}
changes-moved-to = Przeniesiono: pokaż nowe miejsce
changes-moved-from = Przeniesiono: pokaż poprzednie miejsce
changes-show = Pokaż
changes-side-by-side = Obok siebie
changes-one-column = Jedna kolumna
changes-expand = Rozwiń wszystko
changes-keys = Klawisze: n lub j – następna zmiana, p lub k – poprzednia
changes-deleted = usunięto:
changes-inserted = wstawiono:
changes-end = koniec zmiany
changes-link-before = Poprzedni odnośnik:
changes-link-after = Nowy odnośnik:
changes-for-machines = Te zmiany w formacie nadającym się do odczytu maszynowego (JSON)
class-changed = Zmieniono
class-added = Dodano
class-removed = Usunięto
class-moved = Przeniesiono
class-renumbered = Zmieniono numerację
class-link = Zmieniono odnośnik
class-format = Zmieniono formatowanie
class-split = Podzielono
class-joined = Połączono
figure-inserted = Dodane słowa
figure-deleted = Usunięte słowa
figure-kept = Niezmienione słowa
figure-changed = Zmienione akapity
figure-added = Dodane akapity
figure-removed = Usunięte akapity
figure-moved = Przeniesione fragmenty
figure-renumbered = Zmieniono tylko numerację
figure-links = Zmieniono tylko odnośniki
figure-formatted = Zmieniono tylko formatowanie
compare-previous = Zmiany względem poprzedniej wersji
compare-current = Zmiany od tej wersji
see-changes = Zobacz, co się zmieniło
what-changed = Co się zmieniło

translation-behind = To tłumaczenie jest nieaktualne względem oryginału ({ $language }), który po raz ostatni zmieniono { $date }.
translation-reflects = Odpowiada oryginałowi według stanu na dzień { $date }.
translation-ahead = To tłumaczenie wyprzedza oryginał ({ $language }): odpowiada wersji z dnia { $date }.
see-lacking = Zobacz, czego brakuje w tym tłumaczeniu
lacking-in = Czego brakuje w tłumaczeniu dokumentu „{ $title }”
lacking-explained = Oryginał ({ $language }) zmieniono po sporządzeniu tego tłumaczenia. Oto zmiany, których tłumaczenie jeszcze nie zawiera.
original-as-of = Oryginał – stan na dzień { $date }
original-today = Oryginał – stan na dziś
prevailing-language = W razie rozbieżności między tekstami rozstrzygający jest tekst w następującym języku: { $language }.
governing-law = Prawo właściwe dla tej polityki: { $jurisdiction }.
repository = Teksty i ich historia
feed-changes = Zmiany w tej wersji
feed-more = { $count ->
    [one] i jeszcze jedna zmiana
    [few] i jeszcze { $count } zmiany
    [many] i jeszcze { $count } zmian
   *[other] i jeszcze { $count } zmiany
}

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
