# Arabic

language-name = العربية
site-title = السياسات

choose-language = اختيار اللغة
languages = اللغات
skip-to-text = الانتقال إلى النص
all-policies = جميع السياسات
contents = المحتويات

updated = تاريخ التحديث: { $date }
applies-from = تاريخ السريان: { $date }
not-committed = لم يُودَع في Git بعد
fallback-notice = لم يُترجَم هذا النص إلى هذه اللغة بعد. النص المعروض هو الأصل ({ $language }).

permalink = رابط إلى القسم «{ $section }»
table = الجدول { $number }
table-in-section = الجدول { $number }: { $section }
footnotes = الحواشي
footnote = الحاشية { $number }
footnote-back = العودة إلى موضع الإحالة إلى الحاشية { $number } في النص

alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = تنبيه

task-done = مكتمل
task-open = غير مكتمل

not-found-title = الصفحة غير موجودة
not-found-text = لا توجد صفحة على هذا العنوان. ربما نُقلت الصفحة، أو قد يكون في العنوان خطأ مطبعي.
