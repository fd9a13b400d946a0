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
version-fallback-notice = Эта редакция не переведена на этот язык. Вы читаете оригинал ({ $language }).

not-archived = Ещё не в архиве
version-of = Редакция от { $date }
version-of-numbered = Редакция от { $date } (№ { $number } за этот день)
current-text = Актуальный текст, ещё не в архиве
versions-label = Редакции
this-version = Эта редакция: { $version }
current-version = Актуальная редакция
previous-version = Предыдущая редакция: { $version }
next-version = Следующая редакция: { $version }
all-versions = Все редакции
by-date = Какая редакция действовала в определённый день?

superseded-notice = Вы читаете более раннюю редакцию (срок действия: с { $from } по { $until }).
superseded-notice-day = Вы читаете более раннюю редакцию, которая вступила в силу { $date } и в тот же день была заменена.
superseded-notice-open = Вы читаете более раннюю редакцию, которая вступила в силу { $from } и впоследствии была заменена.
superseded-notice-unknown = Вы читаете более раннюю редакцию, которая впоследствии была заменена.
read-current = Читать актуальную редакцию
upcoming-notice = Вы читаете редакцию, которая ещё не вступила в силу (дата вступления в силу: { $date }).
next-notice = С { $date } будет действовать новая редакция.
read-upcoming = Читать новую редакцию
withdrawn-notice = Этот документ отменён (последний день действия: { $date }).
withdrawn-notice-open = Этот документ отменён.
withdrawal-notice = Этот документ отменяется: с { $date } он больше не действует.

versions-of = Редакции документа «{ $title }»
read-policy = Читать документ
for-machines = Этот список в машиночитаемом формате (JSON)
feed = Лента новых редакций (Atom)
version-from = Дата вступления в силу: { $date }
version-from-until = Срок действия: с { $from } по { $until }
standing-upcoming = Вступит в силу
standing-in-force = Действует
standing-superseded = Заменена
standing-withdrawal = Предстоящая отмена
standing-withdrawn = Документ отменён
kind-minor = Исправление
kind-unarchived = Ещё не в архиве
read-version = Читать
markdown-source = Markdown
in-language = язык: { $language }

by-date-title = Какая редакция документа «{ $title }» действовала в определённый день?
by-date-label = День
by-date-from = С
by-date-until = По
by-date-version = Редакция
by-date-applies = В этот день действовала:
by-date-before = До { $date }: сведений о редакциях нет.
by-date-none = На этот день сведений о редакциях нет.

changes-in = Что изменилось в документе «{ $title }»
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Изменений нет.
    [one] { $count } изменение. Добавлено слов: { $inserted }; удалено: { $deleted }; без изменений: { $kept } %.
    [few] { $count } изменения. Добавлено слов: { $inserted }; удалено: { $deleted }; без изменений: { $kept } %.
    [many] { $count } изменений. Добавлено слов: { $inserted }; удалено: { $deleted }; без изменений: { $kept } %.
   *[other] { $count } изменения. Добавлено слов: { $inserted }; удалено: { $deleted }; без изменений: { $kept } %.
}
changes-none = Обе редакции совпадают.
changes-none-translation = Этот перевод одинаков в обеих редакциях.
changes-no-wording = Формулировки совпадают. Изменились только нумерация, ссылки или форматирование.
changes-capped = Некоторые части этих текстов слишком велики для пословного сравнения. Они показаны как заменённые.
changes-capped-row = Слишком большой фрагмент для пословного сравнения: показан как заменённый
changes-list = Список изменений
changes-before = Было
changes-after = Стало
changes-beginning = Начало
changes-previous = Предыдущее изменение
changes-next = Следующее изменение
changes-legend = Как отмечены изменения
changes-statistics = В цифрах
changes-folded = { $count ->
    [one] { $count } абзац без изменений
    [few] { $count } абзаца без изменений
    [many] { $count } абзацев без изменений
   *[other] { $count } абзаца без изменений
}
changes-moved-to = Перемещено: показать новое место
changes-moved-from = Перемещено: показать прежнее место
changes-show = Показывать
changes-side-by-side = Рядом друг с другом
changes-one-column = В одну колонку
changes-expand = Развернуть всё
changes-keys = Клавиши: n или j — следующее изменение, p или k — предыдущее
changes-deleted = удалено:
changes-inserted = вставлено:
changes-end = конец изменения
changes-link-before = Прежняя ссылка:
changes-link-after = Новая ссылка:
changes-for-machines = Эти изменения в машиночитаемом формате (JSON)
class-changed = Изменено
class-added = Добавлено
class-removed = Удалено
class-moved = Перемещено
class-renumbered = Изменена нумерация
class-link = Изменена ссылка
class-format = Изменено форматирование
class-split = Разделено
class-joined = Объединено
figure-inserted = Добавленные слова
figure-deleted = Удалённые слова
figure-kept = Слова без изменений
figure-changed = Изменённые абзацы
figure-added = Добавленные абзацы
figure-removed = Удалённые абзацы
figure-moved = Перемещённые фрагменты
figure-renumbered = Изменена только нумерация
figure-links = Изменены только ссылки
figure-formatted = Изменено только форматирование
compare-previous = Изменения по сравнению с предыдущей редакцией
compare-current = Изменения после этой редакции
see-changes = Посмотреть, что изменилось
what-changed = Что изменилось

translation-behind = Этот перевод отстаёт от оригинала ({ $language }), в который { $date } были внесены последние изменения.
translation-reflects = Перевод соответствует тексту оригинала, который { $date } был актуальным.
translation-ahead = Этот перевод опережает оригинал ({ $language }): он соответствует более поздней редакции (от { $date }).
see-lacking = Посмотреть, чего не хватает в этом переводе
lacking-in = Чего не хватает в переводе документа «{ $title }»
lacking-explained = Оригинал ({ $language }) был изменён после выполнения этого перевода. Ниже показаны изменения, которых в переводе ещё нет.
original-as-of = Оригинал по состоянию на { $date }
original-today = Оригинал по состоянию на сегодня
prevailing-language = При расхождениях между текстами преимущественную силу имеет текст на следующем языке: { $language }.
governing-law = Право, применимое к этому документу: { $jurisdiction }.
repository = Тексты и история их изменений
feed-changes = Изменения в этой редакции
feed-more = { $count ->
    [one] и ещё { $count } изменение
    [few] и ещё { $count } изменения
    [many] и ещё { $count } изменений
   *[other] и ещё { $count } изменения
}

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
