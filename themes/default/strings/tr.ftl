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
version-fallback-notice = Bu sürüm bu dile çevrilmemiştir. Özgün metni okuyorsunuz ({ $language }).

not-archived = Henüz arşivlenmedi
version-of = { $date } tarihli sürüm
version-of-numbered = { $date } tarihli sürüm (aynı günün { $number } numaralı sürümü)
current-text = Güncel metin, henüz arşivlenmedi
versions-label = Sürümler
this-version = Bu sürüm: { $version }
current-version = Güncel sürüm
previous-version = Önceki sürüm: { $version }
next-version = Sonraki sürüm: { $version }
all-versions = Tüm sürümler
by-date = Belirli bir günde hangi sürüm geçerliydi?

superseded-notice = { $from } ile { $until } tarihleri arasında geçerli olmuş eski bir sürümü okuyorsunuz.
superseded-notice-day = { $date } tarihinde geçerli olmaya başlayan ve aynı gün yenisiyle değiştirilen eski bir sürümü okuyorsunuz.
superseded-notice-open = { $from } tarihinden itibaren geçerli olan ve daha sonra yenisiyle değiştirilen eski bir sürümü okuyorsunuz.
superseded-notice-unknown = Daha sonra yenisiyle değiştirilen eski bir sürümü okuyorsunuz.
read-current = Güncel sürümü okuyun
upcoming-notice = Henüz geçerli olmayan bir sürümü okuyorsunuz. Bu sürüm { $date } tarihinden itibaren geçerlidir.
next-notice = { $date } tarihinden itibaren yeni bir sürüm geçerlidir.
read-upcoming = Yeni sürümü okuyun
withdrawn-notice = Bu politika yürürlükten kaldırılmıştır. Geçerli olduğu son gün: { $date }.
withdrawn-notice-open = Bu politika yürürlükten kaldırılmıştır.
withdrawal-notice = Bu politika yürürlükten kaldırılmaktadır: { $date } tarihinden itibaren geçerli değildir.

versions-of = “{ $title }” belgesinin sürümleri
read-policy = Politikayı okuyun
for-machines = Bu listenin makine tarafından okunabilir biçimi (JSON)
feed = Yeni sürümler beslemesi (Atom)
version-from = { $date } tarihinden itibaren geçerlidir
version-from-until = { $from } ile { $until } tarihleri arasında geçerli
standing-upcoming = Yürürlüğe girecek
standing-in-force = Yürürlükte
standing-superseded = Yenisiyle değiştirildi
standing-withdrawal = Yürürlükten kaldırılacak
standing-withdrawn = Yürürlükten kaldırıldı
kind-minor = Düzeltme
kind-unarchived = Henüz arşivlenmedi
read-version = Okuyun
markdown-source = Markdown
in-language = { $language } dilinde

by-date-title = Belirli bir günde “{ $title }” belgesinin hangi sürümü geçerliydi?
by-date-label = Gün
by-date-from = Başlangıç
by-date-until = Bitiş
by-date-version = Sürüm
by-date-applies = Bu günde geçerli olan:
by-date-before = { $date } tarihinden önce: kayıtlı sürüm bulunmamaktadır.
by-date-none = Bu gün için kayıtlı sürüm bulunmamaktadır.

changes-in = “{ $title }” belgesinde neler değişti
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Değişiklik yok.
    [one] Bir değişiklik. Eklenen sözcük: { $inserted }; silinen: { $deleted }; değişmeyen: %{ $kept }.
   *[other] { $count } değişiklik. Eklenen sözcük: { $inserted }; silinen: { $deleted }; değişmeyen: %{ $kept }.
}
changes-none = İki sürüm aynıdır.
changes-none-translation = Bu çeviri iki sürüm arasında değişmemiştir.
changes-no-wording = Metnin ifadesi aynıdır. Yalnızca numaralandırma, bağlantılar veya biçimlendirme değişmiştir.
changes-capped = Bu metinlerin bazı kısımları sözcük sözcük karşılaştırılamayacak kadar uzundur. Bu kısımlar yenisiyle değiştirilmiş olarak gösterilmektedir.
changes-capped-row = Sözcük sözcük karşılaştırılamayacak kadar uzun: yenisiyle değiştirilmiş olarak gösterilmektedir
changes-list = Değişiklik listesi
changes-before = Değişiklikten önce
changes-after = Değişiklikten sonra
changes-beginning = Metnin başı
changes-previous = Önceki değişiklik
changes-next = Sonraki değişiklik
changes-legend = Değişiklikler nasıl işaretlenir
changes-statistics = Sayılarla
changes-folded = { $count ->
    [one] Değişmeyen bir paragraf
   *[other] Değişmeyen { $count } paragraf
}
changes-moved-to = Taşındı: yeni yerini gösterin
changes-moved-from = Taşındı: eski yerini gösterin
changes-show = Gösterilenler
changes-side-by-side = Yan yana
changes-one-column = Tek sütun
changes-expand = Tümünü açın
changes-keys = Tuşlar: sonraki değişiklik için n veya j, önceki değişiklik için p veya k
changes-deleted = silindi:
changes-inserted = eklendi:
changes-end = değişikliğin sonu
changes-link-before = Önceki bağlantı:
changes-link-after = Yeni bağlantı:
changes-for-machines = Bu değişikliklerin makine tarafından okunabilir biçimi (JSON)
class-changed = Değiştirildi
class-added = Eklendi
class-removed = Silindi
class-moved = Taşındı
class-renumbered = Yeniden numaralandırıldı
class-link = Bağlantı değiştirildi
class-format = Biçimlendirme değiştirildi
class-split = Bölündü
class-joined = Birleştirildi
figure-inserted = Eklenen sözcükler
figure-deleted = Silinen sözcükler
figure-kept = Değişmeyen sözcükler
figure-changed = Değişen paragraflar
figure-added = Eklenen paragraflar
figure-removed = Silinen paragraflar
figure-moved = Taşınan kısımlar
figure-renumbered = Yalnızca numarası değişenler
figure-links = Yalnızca bağlantısı değişenler
figure-formatted = Yalnızca biçimlendirmesi değişenler
compare-previous = Önceki sürüme göre değişiklikler
compare-current = Bu sürümden sonraki değişiklikler
see-changes = Neyin değiştiğini görün
what-changed = Neler değişti

translation-behind = Bu çeviri, son olarak { $date } tarihinde değiştirilen özgün metnin ({ $language }) gerisindedir.
translation-reflects = Bu çeviri, özgün metnin { $date } tarihindeki hâlini yansıtmaktadır.
translation-ahead = Bu çeviri özgün metnin ({ $language }) ilerisindedir: { $date } tarihli sürümü yansıtmaktadır.
see-lacking = Bu çeviride nelerin eksik olduğunu görün
lacking-in = “{ $title }” belgesinin çevirisinde neler eksik
lacking-explained = Özgün metin ({ $language }), bu çeviri yapıldıktan sonra değiştirilmiştir. Çevirinin henüz içermediği değişiklikler aşağıdadır.
original-as-of = { $date } tarihindeki özgün metin
original-today = Bugünkü özgün metin
prevailing-language = Metinler arasında farklılık olması durumunda şu dildeki metin esas alınır: { $language }.
governing-law = Bu politikaya uygulanacak hukuk: { $jurisdiction }.
repository = Metinler ve geçmişleri
feed-changes = Bu sürümdeki değişiklikler
feed-more = { $count ->
    [one] ve bir değişiklik daha
   *[other] ve { $count } değişiklik daha
}

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
