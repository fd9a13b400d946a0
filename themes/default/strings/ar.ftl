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
published = تاريخ النشر: { $date }
later-edits-formatting = { $count ->
    [zero] لا توجد تعديلات لاحقة اقتصرت على التنسيق
    [one] تعديل لاحق واحد اقتصر على التنسيق
    [two] تعديلان لاحقان اقتصرا على التنسيق
    [few] { $count } تعديلات لاحقة اقتصرت على التنسيق
    [many] { $count } تعديلًا لاحقًا اقتصرت على التنسيق
   *[other] { $count } تعديل لاحق اقتصرت على التنسيق
}
later-edits = { $count ->
    [zero] لا توجد تعديلات لاحقة لا تُعَدّ تغييرًا في النص
    [one] تعديل لاحق واحد لا يُعَدّ تغييرًا في النص
    [two] تعديلان لاحقان لا يُعَدّان تغييرًا في النص
    [few] { $count } تعديلات لاحقة لا تُعَدّ تغييرًا في النص
    [many] { $count } تعديلًا لاحقًا لا تُعَدّ تغييرًا في النص
   *[other] { $count } تعديل لاحق لا تُعَدّ تغييرًا في النص
}
edit-none = { $date }: لا تغيير ظاهر
edit-days = { $date }: التواريخ المذكورة فقط
edit-formatting = { $date }: التنسيق فقط
edit-editorial = { $date }: صنّفه الناشر تعديلًا تحريريًا
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
