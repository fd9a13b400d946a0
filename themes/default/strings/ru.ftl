# Russian

language-name = Русский
site-title = Правовые документы

choose-language = Выберите язык
languages = Языки
skip-to-text = Перейти к тексту
all-policies = Все документы
contents = Содержание

updated = Обновлено { $date }
applies-from = Дата вступления в силу: { $date }
not-committed = Коммит ещё не создан
fallback-notice = Этот текст ещё не переведён на данный язык. Вы читаете оригинал ({ $language }).

permalink = Ссылка на раздел «{ $section }»
table = Таблица { $number }
table-in-section = Таблица { $number }: { $section }
footnotes = Сноски
footnote = Сноска { $number }
footnote-back = Вернуться к месту в тексте, где дана сноска { $number }

alert-note = Примечание
alert-tip = Совет
alert-important = Важно
alert-warning = Предупреждение
alert-caution = Осторожно

task-done = Выполнено
task-open = Не выполнено

not-found-title = Страница не найдена
not-found-text = По этому адресу нет страницы. Возможно, она была перемещена или в адресе допущена опечатка.
