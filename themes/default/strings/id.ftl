# Indonesian

language-name = Bahasa Indonesia
site-title = Kebijakan

choose-language = Pilih bahasa
languages = Bahasa
skip-to-text = Langsung ke teks
all-policies = Semua kebijakan
contents = Daftar isi

updated = Diperbarui pada { $date }
applies-from = Berlaku mulai { $date }
not-committed = Belum di-commit
published = Diterbitkan pada { $date }
later-edits-formatting = { $count } suntingan setelahnya hanya mengubah format
later-edits = { $count } suntingan setelahnya tidak dihitung sebagai perubahan teks
edit-none = { $date }: tidak ada perubahan yang terlihat
edit-days = { $date }: hanya tanggal yang disebutkan
edit-formatting = { $date }: hanya format
edit-editorial = { $date }: ditandai oleh penerbit sebagai perubahan redaksional
fallback-notice = Teks ini belum diterjemahkan ke bahasa ini. Anda sedang membaca teks aslinya ({ $language }).
version-fallback-notice = Versi ini tidak diterjemahkan ke bahasa ini. Anda membaca naskah aslinya ({ $language }).

not-archived = Belum diarsipkan
version-of = Versi tanggal { $date }
version-of-numbered = Versi tanggal { $date } (no. { $number } pada hari itu)
current-text = Teks saat ini, belum diarsipkan
versions-label = Versi
this-version = Versi ini: { $version }
current-version = Versi saat ini
previous-version = Versi sebelumnya: { $version }
next-version = Versi berikutnya: { $version }
all-versions = Semua versi
by-date = Versi mana yang berlaku pada hari tertentu?

superseded-notice = Anda sedang membaca versi lama, yang berlaku dari { $from } sampai dengan { $until }.
superseded-notice-day = Anda sedang membaca versi lama, yang mulai berlaku pada { $date } dan digantikan pada hari yang sama.
superseded-notice-open = Anda sedang membaca versi lama, yang berlaku mulai { $from } dan telah digantikan.
superseded-notice-unknown = Anda sedang membaca versi lama, yang telah digantikan.
read-current = Baca versi saat ini
upcoming-notice = Anda sedang membaca versi yang belum berlaku. Versi ini berlaku mulai { $date }.
next-notice = Versi baru berlaku mulai { $date }.
read-upcoming = Baca versi baru
withdrawn-notice = Kebijakan ini telah dicabut. Kebijakan ini berlaku sampai dengan { $date }.
withdrawn-notice-open = Kebijakan ini telah dicabut.
withdrawal-notice = Kebijakan ini dicabut: kebijakan ini tidak berlaku lagi mulai { $date }.

versions-of = Daftar versi “{ $title }”
read-policy = Baca kebijakan
for-machines = Daftar ini dalam format yang dapat dibaca mesin (JSON)
feed = Umpan versi baru (Atom)
version-from = Berlaku mulai { $date }
version-from-until = Berlaku dari { $from } sampai dengan { $until }
standing-upcoming = Akan berlaku
standing-in-force = Berlaku
standing-superseded = Digantikan
standing-withdrawal = Akan dicabut
standing-withdrawn = Dicabut
kind-minor = Koreksi
kind-unarchived = Belum diarsipkan
read-version = Baca
markdown-source = Markdown
in-language = dalam { $language }

by-date-title = Versi “{ $title }” mana yang berlaku pada hari tertentu?
by-date-label = Tanggal
by-date-from = Dari
by-date-until = Sampai dengan
by-date-version = Versi
by-date-applies = Yang berlaku pada tanggal ini:
by-date-before = Sebelum { $date }: tidak ada versi yang tercatat.
by-date-none = Tidak ada versi yang tercatat untuk tanggal ini.

changes-in = Apa yang berubah dalam “{ $title }”
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Tidak ada perubahan.
   *[other] { $count } perubahan. Kata ditambahkan: { $inserted }; dihapus: { $deleted }; tidak berubah: { $kept }%.
}
changes-none = Kedua versi sama.
changes-none-translation = Terjemahan ini tidak berubah di antara kedua versi.
changes-no-wording = Bunyi teksnya sama. Hanya penomoran, tautan, atau format yang berubah.
changes-capped = Sebagian teks ini terlalu panjang untuk dibandingkan kata demi kata. Bagian tersebut ditampilkan sebagai teks yang diganti.
changes-capped-row = Terlalu panjang untuk dibandingkan kata demi kata: ditampilkan sebagai teks yang diganti
changes-list = Daftar perubahan
changes-before = Sebelum perubahan
changes-after = Sesudah perubahan
changes-beginning = Awal teks
changes-previous = Perubahan sebelumnya
changes-next = Perubahan berikutnya
changes-legend = Cara perubahan ditandai
changes-statistics = Dalam angka
changes-folded = { $count } paragraf tidak berubah
changes-moved-to = Dipindahkan: tampilkan tempatnya sekarang
changes-moved-from = Dipindahkan: tampilkan tempatnya semula
changes-show = Tampilkan
changes-side-by-side = Berdampingan
changes-one-column = Satu kolom
changes-expand = Buka semua
changes-keys = Tombol keyboard: n atau j untuk perubahan berikutnya, p atau k untuk perubahan sebelumnya
changes-deleted = dihapus:
changes-inserted = disisipkan:
changes-end = akhir perubahan
changes-link-before = Tautan lama:
changes-link-after = Tautan baru:
changes-for-machines = Perubahan ini dalam format yang dapat dibaca mesin (JSON)
class-changed = Diubah
class-added = Ditambahkan
class-removed = Dihapus
class-moved = Dipindahkan
class-renumbered = Dinomori ulang
class-link = Tautan diubah
class-format = Format diubah
class-split = Dipecah
class-joined = Digabungkan
figure-inserted = Kata ditambahkan
figure-deleted = Kata dihapus
figure-kept = Kata tidak berubah
figure-changed = Paragraf diubah
figure-added = Paragraf ditambahkan
figure-removed = Paragraf dihapus
figure-moved = Bagian teks dipindahkan
figure-renumbered = Hanya penomoran yang berubah
figure-links = Hanya tautan yang berubah
figure-formatted = Hanya format yang berubah
compare-previous = Perubahan dari versi sebelumnya
compare-current = Perubahan sejak versi ini
see-changes = Lihat apa yang berubah
what-changed = Apa yang berubah

translation-behind = Terjemahan ini tertinggal dari teks aslinya ({ $language }), yang terakhir kali diubah pada { $date }.
translation-reflects = Terjemahan ini mencerminkan teks asli per { $date }.
translation-ahead = Terjemahan ini mendahului teks aslinya ({ $language }): terjemahan ini mencerminkan versi tanggal { $date }.
see-lacking = Lihat apa yang belum ada dalam terjemahan ini
lacking-in = Apa yang belum ada dalam terjemahan “{ $title }”
lacking-explained = Teks aslinya ({ $language }) diubah setelah terjemahan ini dibuat. Berikut ini perubahan yang belum tercakup dalam terjemahan.
original-as-of = Teks asli per { $date }
original-today = Teks asli saat ini
prevailing-language = Jika terdapat perbedaan di antara teks-teks tersebut, yang berlaku adalah teks dalam bahasa berikut: { $language }.
governing-law = Kebijakan ini tunduk pada hukum { $jurisdiction }.
repository = Teks dan riwayatnya
feed-changes = Perubahan dalam versi ini
feed-more = dan { $count } perubahan lainnya

permalink = Tautan ke bagian “{ $section }”
table = Tabel { $number }
table-in-section = Tabel { $number }: { $section }
footnotes = Catatan kaki
footnote = Catatan kaki { $number }
footnote-back = Kembali ke teks yang merujuk pada catatan kaki { $number }

alert-note = Catatan
alert-tip = Kiat
alert-important = Penting
alert-warning = Peringatan
alert-caution = Perhatian

task-done = Selesai
task-open = Belum selesai

not-found-title = Halaman tidak ditemukan
not-found-text = Tidak ada halaman di alamat ini. Halaman tersebut mungkin telah dipindahkan, atau ada kesalahan ketik pada alamatnya.
