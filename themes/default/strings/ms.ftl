# Malay

language-name = Bahasa Melayu
site-title = Dasar

choose-language = Pilih bahasa
languages = Bahasa
skip-to-text = Langkau ke teks
all-policies = Semua dasar
contents = Kandungan

updated = Dikemas kini pada { $date }
applies-from = Berkuat kuasa mulai { $date }
not-committed = Belum dikomit
published = Diterbitkan pada { $date }
later-edits-formatting = { $count } suntingan selepas itu hanya mengubah format
later-edits = { $count } suntingan selepas itu tidak dikira sebagai perubahan teks
edit-none = { $date }: tiada perubahan yang dapat dilihat
edit-days = { $date }: tarikh yang dinyatakan sahaja
edit-formatting = { $date }: format sahaja
edit-editorial = { $date }: ditandakan oleh penerbit sebagai perubahan editorial
fallback-notice = Teks ini belum diterjemahkan ke dalam bahasa ini. Anda sedang membaca teks asal ({ $language }).
version-fallback-notice = Versi ini tidak diterjemahkan ke dalam bahasa ini. Anda sedang membaca teks asal ({ $language }).

not-archived = Belum diarkibkan
version-of = Versi bertarikh { $date }
version-of-numbered = Versi bertarikh { $date } (no. { $number } pada hari itu)
current-text = Teks semasa, belum diarkibkan
versions-label = Versi
this-version = Versi ini: { $version }
current-version = Versi semasa
previous-version = Versi sebelumnya: { $version }
next-version = Versi seterusnya: { $version }
all-versions = Semua versi
by-date = Versi manakah yang berkuat kuasa pada hari tertentu?

superseded-notice = Anda sedang membaca versi terdahulu, yang berkuat kuasa dari { $from } hingga { $until }.
superseded-notice-day = Anda sedang membaca versi terdahulu, yang mula berkuat kuasa pada { $date } dan digantikan pada hari yang sama.
superseded-notice-open = Anda sedang membaca versi terdahulu, yang berkuat kuasa mulai { $from } dan telah digantikan.
superseded-notice-unknown = Anda sedang membaca versi terdahulu, yang telah digantikan.
read-current = Baca versi semasa
upcoming-notice = Anda sedang membaca versi yang belum berkuat kuasa. Versi ini berkuat kuasa mulai { $date }.
next-notice = Versi baharu berkuat kuasa mulai { $date }.
read-upcoming = Baca versi baharu
withdrawn-notice = Dasar ini telah ditarik balik. Dasar ini berkuat kuasa hingga { $date }.
withdrawn-notice-open = Dasar ini telah ditarik balik.
withdrawal-notice = Dasar ini ditarik balik: dasar ini tidak lagi berkuat kuasa mulai { $date }.

versions-of = Senarai versi “{ $title }”
read-policy = Baca dasar
for-machines = Senarai ini dalam format boleh baca mesin (JSON)
feed = Suapan versi baharu (Atom)
version-from = Berkuat kuasa mulai { $date }
version-from-until = Berkuat kuasa dari { $from } hingga { $until }
standing-upcoming = Akan berkuat kuasa
standing-in-force = Berkuat kuasa
standing-superseded = Digantikan
standing-withdrawal = Akan ditarik balik
standing-withdrawn = Ditarik balik
kind-minor = Pembetulan
kind-unarchived = Belum diarkibkan
read-version = Baca
markdown-source = Markdown
in-language = dalam { $language }

by-date-title = Versi “{ $title }” manakah yang berkuat kuasa pada hari tertentu?
by-date-label = Tarikh
by-date-from = Dari
by-date-until = Hingga
by-date-version = Versi
by-date-applies = Yang berkuat kuasa pada tarikh ini:
by-date-before = Sebelum { $date }: tiada versi yang direkodkan.
by-date-none = Tiada versi yang direkodkan bagi tarikh ini.

changes-in = Perubahan dalam “{ $title }”
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Tiada perubahan.
   *[other] { $count } perubahan. Perkataan ditambah: { $inserted }; dipadam: { $deleted }; tidak berubah: { $kept }%.
}
changes-none = Kedua-dua versi adalah sama.
changes-none-translation = Terjemahan ini tidak berubah antara kedua-dua versi.
changes-no-wording = Susunan katanya sama. Hanya penomboran, pautan atau format yang berubah.
changes-capped = Sebahagian daripada teks ini terlalu panjang untuk dibandingkan perkataan demi perkataan. Bahagian tersebut dipaparkan sebagai teks yang diganti.
changes-capped-row = Terlalu panjang untuk dibandingkan perkataan demi perkataan: dipaparkan sebagai teks yang diganti
changes-list = Senarai perubahan
changes-before = Sebelum perubahan
changes-after = Selepas perubahan
changes-beginning = Awal teks
changes-previous = Perubahan sebelumnya
changes-next = Perubahan seterusnya
changes-legend = Cara perubahan ditandakan
changes-statistics = Dalam angka
changes-folded = { $count } perenggan tidak berubah
changes-moved-to = Dipindahkan: paparkan tempatnya sekarang
changes-moved-from = Dipindahkan: paparkan tempat asalnya
changes-show = Paparkan
changes-side-by-side = Bersebelahan
changes-one-column = Satu lajur
changes-expand = Buka semua
changes-keys = Kekunci: n atau j untuk perubahan seterusnya, p atau k untuk perubahan sebelumnya
changes-deleted = dipadam:
changes-inserted = disisipkan:
changes-end = akhir perubahan
changes-link-before = Pautan lama:
changes-link-after = Pautan baharu:
changes-for-machines = Perubahan ini dalam format boleh baca mesin (JSON)
class-changed = Diubah
class-added = Ditambah
class-removed = Dipadam
class-moved = Dipindahkan
class-renumbered = Dinombor semula
class-link = Pautan diubah
class-format = Format diubah
class-split = Dipecahkan
class-joined = Digabungkan
figure-inserted = Perkataan ditambah
figure-deleted = Perkataan dipadam
figure-kept = Perkataan tidak berubah
figure-changed = Perenggan diubah
figure-added = Perenggan ditambah
figure-removed = Perenggan dipadam
figure-moved = Bahagian teks dipindahkan
figure-renumbered = Hanya penomboran yang berubah
figure-links = Hanya pautan yang berubah
figure-formatted = Hanya format yang berubah
compare-previous = Perubahan daripada versi sebelumnya
compare-current = Perubahan sejak versi ini
see-changes = Lihat apa yang berubah
what-changed = Apa yang berubah

translation-behind = Terjemahan ini ketinggalan berbanding teks asal ({ $language }), yang kali terakhir diubah pada { $date }.
translation-reflects = Terjemahan ini mencerminkan teks asal setakat { $date }.
translation-ahead = Terjemahan ini mendahului teks asal ({ $language }): terjemahan ini mencerminkan versi bertarikh { $date }.
see-lacking = Lihat apa yang belum ada dalam terjemahan ini
lacking-in = Apa yang belum ada dalam terjemahan “{ $title }”
lacking-explained = Teks asal ({ $language }) telah diubah selepas terjemahan ini dibuat. Berikut ialah perubahan yang belum terkandung dalam terjemahan.
original-as-of = Teks asal setakat { $date }
original-today = Teks asal hari ini
prevailing-language = Jika terdapat perbezaan antara teks-teks tersebut, teks dalam bahasa yang berikut diguna pakai: { $language }.
governing-law = Dasar ini tertakluk kepada undang-undang { $jurisdiction }.
repository = Teks dan sejarahnya
feed-changes = Perubahan dalam versi ini
feed-more = dan { $count } perubahan lagi

permalink = Pautan ke bahagian “{ $section }”
table = Jadual { $number }
table-in-section = Jadual { $number }: { $section }
footnotes = Nota kaki
footnote = Nota kaki { $number }
footnote-back = Kembali ke teks yang merujuk kepada nota kaki { $number }

alert-note = Nota
alert-tip = Petua
alert-important = Penting
alert-warning = Amaran
alert-caution = Awas

task-done = Selesai
task-open = Belum selesai

not-found-title = Halaman tidak ditemui
not-found-text = Tiada halaman di alamat ini. Halaman tersebut mungkin telah dipindahkan, atau terdapat kesilapan taip pada alamatnya.
