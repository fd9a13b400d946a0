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
