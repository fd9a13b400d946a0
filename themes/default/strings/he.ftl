# Hebrew

language-name = עברית
site-title = מסמכי מדיניות

choose-language = בחירת שפה
languages = שפות
skip-to-text = דילוג אל הטקסט
all-policies = כל מסמכי המדיניות
contents = תוכן העניינים

updated = תאריך העדכון: { $date }
applies-from = בתוקף החל מ־{ $date }
not-committed = טרם בוצע קומיט
published = תאריך הפרסום: { $date }
later-edits-formatting = { $count ->
    [one] עריכה אחת מאוחרת יותר שינתה את העיצוב בלבד
    [two] שתי עריכות מאוחרות יותר שינו את העיצוב בלבד
   *[other] { $count } עריכות מאוחרות יותר שינו את העיצוב בלבד
}
later-edits = { $count ->
    [one] עריכה אחת מאוחרת יותר אינה נחשבת לשינוי בנוסח
    [two] שתי עריכות מאוחרות יותר אינן נחשבות לשינויים בנוסח
   *[other] { $count } עריכות מאוחרות יותר אינן נחשבות לשינויים בנוסח
}
edit-none = { $date }: ללא שינוי גלוי
edit-days = { $date }: רק התאריכים המצוינים
edit-formatting = { $date }: עיצוב בלבד
edit-editorial = { $date }: סומנה בידי מפרסם המסמך כשינוי עריכתי
fallback-notice = טקסט זה טרם תורגם לשפה זו. הטקסט המוצג הוא המקור ({ $language }).
version-fallback-notice = גרסה זו לא תורגמה לשפה זו. מוצג המקור ({ $language }).

not-archived = טרם הועבר לארכיון
version-of = גרסה מיום { $date }
version-of-numbered = גרסה מיום { $date } (מס׳ { $number } באותו יום)
current-text = הנוסח הנוכחי, טרם הועבר לארכיון
versions-label = גרסאות
this-version = גרסה זו: { $version }
current-version = הגרסה הנוכחית
previous-version = הגרסה הקודמת: { $version }
next-version = הגרסה הבאה: { $version }
all-versions = כל הגרסאות
by-date = איזו גרסה הייתה בתוקף ביום מסוים?

superseded-notice = הטקסט המוצג הוא גרסה קודמת, שהייתה בתוקף מיום { $from } עד יום { $until }.
superseded-notice-day = הטקסט המוצג הוא גרסה קודמת, שנכנסה לתוקף ביום { $date } והוחלפה באותו יום.
superseded-notice-open = הטקסט המוצג הוא גרסה קודמת, שהייתה בתוקף החל מ־{ $from } והוחלפה מאז.
superseded-notice-unknown = הטקסט המוצג הוא גרסה קודמת, שהוחלפה מאז.
read-current = לקריאת הגרסה הנוכחית
upcoming-notice = הטקסט המוצג הוא גרסה שטרם נכנסה לתוקף. היא תהיה בתוקף החל מ־{ $date }.
next-notice = גרסה חדשה תהיה בתוקף החל מ־{ $date }.
read-upcoming = לקריאת הגרסה החדשה
withdrawn-notice = מסמך מדיניות זה בוטל. היום האחרון לתוקפו: { $date }.
withdrawn-notice-open = מסמך מדיניות זה בוטל.
withdrawal-notice = מסמך מדיניות זה מבוטל: החל מ־{ $date } לא יהיה עוד בתוקף.

versions-of = גרסאות של ”{ $title }”
read-policy = לקריאת מסמך המדיניות
for-machines = רשימה זו בתבנית קריאת מכונה (JSON)
feed = עדכון גרסאות חדשות (Atom)
version-from = בתוקף החל מ־{ $date }
version-from-until = בתוקף מיום { $from } עד יום { $until }
standing-upcoming = עתידית
standing-in-force = בתוקף
standing-superseded = הוחלפה
standing-withdrawal = ביטול עתידי
standing-withdrawn = בוטל
kind-minor = תיקון טעות
kind-unarchived = טרם הועבר לארכיון
read-version = לקריאה
markdown-source = Markdown
in-language = שפה: { $language }

by-date-title = איזו גרסה של ”{ $title }” הייתה בתוקף ביום מסוים?
by-date-label = יום
by-date-from = מיום
by-date-until = עד יום
by-date-version = גרסה
by-date-applies = ביום זה הייתה בתוקף:
by-date-before = לפני { $date }: אין גרסה רשומה.
by-date-none = אין גרסה רשומה ליום זה.

changes-in = מה השתנה ב־”{ $title }”
changes-between = { $before } ← { $after }
changes-summary = { $count ->
    [0] אין שינויים.
    [one] שינוי אחד. מילים שנוספו: { $inserted }; שנמחקו: { $deleted }; ללא שינוי: { $kept }%.
    [two] שני שינויים. מילים שנוספו: { $inserted }; שנמחקו: { $deleted }; ללא שינוי: { $kept }%.
   *[other] { $count } שינויים. מילים שנוספו: { $inserted }; שנמחקו: { $deleted }; ללא שינוי: { $kept }%.
}
changes-none = שתי הגרסאות זהות.
changes-none-translation = תרגום זה לא השתנה בין שתי הגרסאות.
changes-no-wording = הנוסח זהה. השתנו רק המספור, הקישורים או העיצוב.
changes-capped = חלקים מטקסטים אלה היו ארוכים מכדי להשוותם מילה במילה. הם מוצגים כקטעים שהוחלפו.
changes-capped-row = ארוך מכדי להשוותו מילה במילה: מוצג כקטע שהוחלף
changes-list = רשימת השינויים
changes-before = לפני השינוי
changes-after = אחרי השינוי
changes-beginning = תחילת הטקסט
changes-previous = השינוי הקודם
changes-next = השינוי הבא
changes-legend = כיצד מסומנים השינויים
changes-statistics = במספרים
changes-folded = { $count ->
    [one] פסקה אחת ללא שינוי
    [two] שתי פסקאות ללא שינוי
   *[other] { $count } פסקאות ללא שינוי
}
changes-moved-to = הועבר: הצגת המיקום החדש
changes-moved-from = הועבר: הצגת המיקום הקודם
changes-show = הצגה
changes-side-by-side = זה לצד זה
changes-one-column = עמודה אחת
changes-expand = פתיחת הכול
changes-keys = מקשים: n או j לשינוי הבא, p או k לשינוי הקודם
changes-deleted = טקסט שנמחק:
changes-inserted = טקסט שנוסף:
changes-end = סוף השינוי
changes-link-before = קישור קודם:
changes-link-after = קישור חדש:
changes-for-machines = שינויים אלה בתבנית קריאת מכונה (JSON)
class-changed = השתנה
class-added = נוסף
class-removed = הוסר
class-moved = הועבר
class-renumbered = המספור השתנה
class-link = הקישור השתנה
class-format = העיצוב השתנה
class-split = פוצל
class-joined = אוחד
figure-inserted = מילים שנוספו
figure-deleted = מילים שנמחקו
figure-kept = מילים ללא שינוי
figure-changed = פסקאות שהשתנו
figure-added = פסקאות שנוספו
figure-removed = פסקאות שהוסרו
figure-moved = קטעים שהועברו
figure-renumbered = שינוי במספור בלבד
figure-links = שינוי בקישורים בלבד
figure-formatted = שינוי בעיצוב בלבד
compare-previous = שינויים לעומת הגרסה הקודמת
compare-current = שינויים מאז גרסה זו
see-changes = לצפייה בשינויים
what-changed = מה השתנה

translation-behind = תרגום זה אינו מעודכן לעומת המקור ({ $language }), שהשינוי האחרון בו נעשה ביום { $date }.
translation-reflects = תרגום זה משקף את המקור כפי שהיה ביום { $date }.
translation-ahead = תרגום זה מקדים את המקור ({ $language }): הוא משקף את הגרסה מיום { $date }.
see-lacking = לצפייה במה שחסר בתרגום זה
lacking-in = מה חסר בתרגום של ”{ $title }”
lacking-explained = המקור ({ $language }) השתנה לאחר שתרגום זה הוכן. אלה השינויים שהתרגום עדיין אינו כולל.
original-as-of = המקור נכון ליום { $date }
original-today = המקור נכון להיום
prevailing-language = אם יש הבדלים בין הנוסחים, יגבר הנוסח בשפה הבאה: { $language }.
governing-law = הדין החל על מסמך מדיניות זה: { $jurisdiction }.
repository = הטקסטים וההיסטוריה שלהם
feed-changes = שינויים בגרסה זו
feed-more = { $count ->
    [one] ועוד שינוי אחד
    [two] ועוד שני שינויים
   *[other] ועוד { $count } שינויים
}

permalink = קישור לסעיף ”{ $section }”
table = טבלה { $number }
table-in-section = טבלה { $number }: { $section }
footnotes = הערות שוליים
footnote = הערת שוליים { $number }
footnote-back = חזרה לטקסט המפנה להערת שוליים { $number }

alert-note = הערה
alert-tip = עצה
alert-important = חשוב
alert-warning = אזהרה
alert-caution = זהירות

task-done = הושלם
task-open = טרם הושלם

not-found-title = הדף לא נמצא
not-found-text = אין דף בכתובת זו. ייתכן שהדף הועבר, או שנפלה שגיאת הקלדה בכתובת.
