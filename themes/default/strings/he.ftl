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
