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
published = Опубликовано { $date }
later-edits-formatting = { $count ->
    [one] { $count } последующая правка затронула только форматирование
    [few] { $count } последующие правки затронули только форматирование
    [many] { $count } последующих правок затронули только форматирование
   *[other] { $count } последующей правки затронули только форматирование
}
later-edits = { $count ->
    [one] { $count } последующая правка не считается изменением текста
    [few] { $count } последующие правки не считаются изменениями текста
    [many] { $count } последующих правок не считаются изменениями текста
   *[other] { $count } последующей правки не считаются изменениями текста
}
edit-none = { $date }: видимых изменений нет
edit-days = { $date }: только указанные даты
edit-formatting = { $date }: только форматирование
edit-editorial = { $date }: отмечена издателем как редакционная
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
