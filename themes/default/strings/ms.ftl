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
