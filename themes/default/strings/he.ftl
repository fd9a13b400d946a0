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
