# Turkish

language-name = Türkçe
site-title = Politikalar

choose-language = Dil seçin
languages = Diller
skip-to-text = Metne geçin
all-policies = Tüm politikalar
contents = İçindekiler

updated = { $date } tarihinde güncellendi
applies-from = { $date } tarihinden itibaren geçerlidir
not-committed = Henüz commit edilmedi
published = { $date } tarihinde yayımlandı
later-edits-formatting = { $count ->
    [one] Daha sonra yapılan bir düzenleme yalnızca biçimlendirmeyi değiştirmiştir
   *[other] Daha sonra yapılan { $count } düzenleme yalnızca biçimlendirmeyi değiştirmiştir
}
later-edits = { $count ->
    [one] Daha sonra yapılan bir düzenleme metin değişikliği sayılmaz
   *[other] Daha sonra yapılan { $count } düzenleme metin değişikliği sayılmaz
}
edit-none = { $date }: görünür bir değişiklik yok
edit-days = { $date }: yalnızca belirtilen tarihler
edit-formatting = { $date }: yalnızca biçimlendirme
edit-editorial = { $date }: yayımlayan tarafından redaksiyonel olarak işaretlendi
fallback-notice = Bu metin henüz bu dile çevrilmemiştir. Özgün metni ({ $language }) okuyorsunuz.

permalink = “{ $section }” bölümünün bağlantısı
table = Tablo { $number }
table-in-section = Tablo { $number }: { $section }
footnotes = Dipnotlar
footnote = Dipnot { $number }
footnote-back = { $number } numaralı dipnota atıfta bulunan metne dönün

alert-note = Not
alert-tip = İpucu
alert-important = Önemli
alert-warning = Uyarı
alert-caution = Dikkat

task-done = Tamamlandı
task-open = Tamamlanmadı

not-found-title = Sayfa bulunamadı
not-found-text = Bu adreste bir sayfa bulunmamaktadır. Sayfa taşınmış veya adres yanlış yazılmış olabilir.
