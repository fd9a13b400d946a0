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
version-fallback-notice = لم تُترجم هذه النسخة إلى هذه اللغة. أنت تقرأ الأصل ({ $language }).

not-archived = لم يُؤرشَف بعد
version-of = نسخة بتاريخ { $date }
version-of-numbered = نسخة بتاريخ { $date } (رقم { $number } في ذلك اليوم)
current-text = النص الحالي، لم يُؤرشَف بعد
versions-label = النسخ
this-version = هذه النسخة: { $version }
current-version = النسخة الحالية
previous-version = النسخة السابقة: { $version }
next-version = النسخة التالية: { $version }
all-versions = جميع النسخ
by-date = أي نسخة كانت سارية في يوم معيّن؟

superseded-notice = النص المعروض نسخة سابقة كانت سارية من { $from } إلى { $until }.
superseded-notice-day = النص المعروض نسخة سابقة بدأ سريانها في { $date } واستُبدلت في اليوم نفسه.
superseded-notice-open = النص المعروض نسخة سابقة كانت سارية اعتبارًا من { $from } ثم حلّت محلها نسخة أخرى.
superseded-notice-unknown = النص المعروض نسخة سابقة حلّت محلها نسخة أخرى.
read-current = قراءة النسخة الحالية
upcoming-notice = النص المعروض نسخة غير سارية بعد. تاريخ السريان: { $date }.
next-notice = تسري نسخة جديدة اعتبارًا من { $date }.
read-upcoming = قراءة النسخة الجديدة
withdrawn-notice = أُلغيت هذه السياسة. آخر يوم لسريانها: { $date }.
withdrawn-notice-open = أُلغيت هذه السياسة.
withdrawal-notice = تُلغى هذه السياسة: يتوقف سريانها اعتبارًا من { $date }.

versions-of = نسخ «{ $title }»
read-policy = قراءة السياسة
for-machines = هذه القائمة بصيغة مقروءة آليًا (JSON)
feed = موجز النسخ الجديدة (Atom)
version-from = تاريخ السريان: { $date }
version-from-until = مدة السريان: من { $from } إلى { $until }
standing-upcoming = مرتقبة
standing-in-force = سارية
standing-superseded = مستبدَلة
standing-withdrawal = إلغاء مرتقب
standing-withdrawn = ملغاة
kind-minor = تصحيح
kind-unarchived = لم يُؤرشَف بعد
read-version = قراءة
markdown-source = Markdown
in-language = اللغة: { $language }

by-date-title = أي نسخة من «{ $title }» كانت سارية في يوم معيّن؟
by-date-label = اليوم
by-date-from = من
by-date-until = إلى
by-date-version = النسخة
by-date-applies = النسخة السارية في هذا اليوم:
by-date-before = قبل { $date }: لا توجد نسخة مسجَّلة.
by-date-none = لا توجد نسخة مسجَّلة لهذا اليوم.

changes-in = ما الذي تغيّر في «{ $title }»
changes-between = { $before } ← { $after }
changes-summary = { $count ->
    [zero] لا توجد تغييرات.
    [one] تغيير واحد. الكلمات المضافة: { $inserted }؛ المحذوفة: { $deleted }؛ غير المتغيّرة: { $kept }%.
    [two] تغييران. الكلمات المضافة: { $inserted }؛ المحذوفة: { $deleted }؛ غير المتغيّرة: { $kept }%.
    [few] { $count } تغييرات. الكلمات المضافة: { $inserted }؛ المحذوفة: { $deleted }؛ غير المتغيّرة: { $kept }%.
    [many] { $count } تغييرًا. الكلمات المضافة: { $inserted }؛ المحذوفة: { $deleted }؛ غير المتغيّرة: { $kept }%.
   *[other] { $count } تغيير. الكلمات المضافة: { $inserted }؛ المحذوفة: { $deleted }؛ غير المتغيّرة: { $kept }%.
}
changes-none = النسختان متطابقتان.
changes-none-translation = لم تتغيّر هذه الترجمة بين النسختين.
changes-no-wording = الصياغة هي نفسها. لم يتغيّر سوى الترقيم أو الروابط أو التنسيق.
changes-capped = أجزاء من هذين النصين أطول من أن تُقارَن كلمة بكلمة. وهي معروضة على أنها مستبدَلة.
changes-capped-row = أطول من أن يُقارَن كلمة بكلمة: معروض على أنه مستبدَل
changes-list = قائمة التغييرات
changes-before = قبل التغيير
changes-after = بعد التغيير
changes-beginning = بداية النص
changes-previous = التغيير السابق
changes-next = التغيير التالي
changes-legend = كيفية تمييز التغييرات
changes-statistics = بالأرقام
changes-folded = { $count ->
    [zero] لا توجد فقرات دون تغيير
    [one] فقرة واحدة دون تغيير
    [two] فقرتان دون تغيير
    [few] { $count } فقرات دون تغيير
    [many] { $count } فقرة دون تغيير
   *[other] { $count } فقرة دون تغيير
}
changes-moved-to = نُقل: عرض الموضع الجديد
changes-moved-from = نُقل: عرض الموضع السابق
changes-show = إظهار
changes-side-by-side = جنبًا إلى جنب
changes-one-column = عمود واحد
changes-expand = فتح الكل
changes-keys = المفاتيح: n أو j للتغيير التالي، p أو k للتغيير السابق
changes-deleted = نص محذوف:
changes-inserted = نص مضاف:
changes-end = نهاية التغيير
changes-link-before = الرابط السابق:
changes-link-after = الرابط الجديد:
changes-for-machines = هذه التغييرات بصيغة مقروءة آليًا (JSON)
class-changed = تغيير النص
class-added = إضافة
class-removed = حذف
class-moved = نقل
class-renumbered = إعادة ترقيم
class-link = تغيير الرابط
class-format = تغيير التنسيق
class-split = تقسيم
class-joined = دمج
figure-inserted = الكلمات المضافة
figure-deleted = الكلمات المحذوفة
figure-kept = الكلمات غير المتغيّرة
figure-changed = الفقرات المتغيّرة
figure-added = الفقرات المضافة
figure-removed = الفقرات المحذوفة
figure-moved = المقاطع المنقولة
figure-renumbered = تغيير الترقيم فقط
figure-links = تغيير الروابط فقط
figure-formatted = تغيير التنسيق فقط
compare-previous = التغييرات مقارنةً بالنسخة السابقة
compare-current = التغييرات منذ هذه النسخة
see-changes = عرض ما تغيّر
what-changed = ما الذي تغيّر

translation-behind = هذه الترجمة متأخرة عن الأصل ({ $language })، الذي كان آخر تغيير فيه بتاريخ { $date }.
translation-reflects = تعكس هذه الترجمة الأصل كما كان بتاريخ { $date }.
translation-ahead = هذه الترجمة متقدمة على الأصل ({ $language }): فهي تعكس النسخة المؤرَّخة في { $date }.
see-lacking = عرض ما ينقص هذه الترجمة
lacking-in = ما الذي ينقص ترجمة «{ $title }»
lacking-explained = تغيّر الأصل ({ $language }) بعد إعداد هذه الترجمة. وفيما يلي التغييرات التي لا تتضمنها الترجمة بعد.
original-as-of = الأصل بتاريخ { $date }
original-today = الأصل اليوم
prevailing-language = عند وجود اختلاف بين النصوص، يُعتدّ بالنص المحرَّر باللغة التالية: { $language }.
governing-law = القانون الواجب التطبيق على هذه السياسة: { $jurisdiction }.
repository = النصوص وسجل تغييراتها
feed-changes = التغييرات في هذه النسخة
feed-more = { $count ->
    [zero] ولا توجد تغييرات أخرى
    [one] وتغيير واحد آخر
    [two] وتغييران آخران
    [few] و{ $count } تغييرات أخرى
    [many] و{ $count } تغييرًا آخر
   *[other] و{ $count } تغيير آخر
}

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
