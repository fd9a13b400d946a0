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
