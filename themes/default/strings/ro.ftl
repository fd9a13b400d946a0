# Romanian

language-name = Română
site-title = Politici

choose-language = Alegeți o limbă
languages = Limbi
skip-to-text = Salt la text
all-policies = Toate politicile
contents = Cuprins

updated = Actualizat la { $date }
applies-from = Se aplică începând cu { $date }
not-committed = Încă fără commit
published = Publicat la { $date }
later-edits-formatting = { $count ->
    [one] O modificare ulterioară privește numai formatarea
    [few] { $count } modificări ulterioare privesc numai formatarea
   *[other] { $count } de modificări ulterioare privesc numai formatarea
}
later-edits = { $count ->
    [one] O modificare ulterioară nu este considerată o schimbare a textului
    [few] { $count } modificări ulterioare nu sunt considerate schimbări ale textului
   *[other] { $count } de modificări ulterioare nu sunt considerate schimbări ale textului
}
edit-none = { $date }: nicio schimbare vizibilă
edit-days = { $date }: numai datele calendaristice indicate
edit-formatting = { $date }: numai formatarea
edit-editorial = { $date }: marcată de editor ca fiind redacțională
fallback-notice = Acest text nu a fost încă tradus în această limbă. Textul afișat este cel original ({ $language }).
version-fallback-notice = Această versiune nu a fost tradusă în această limbă. Citiți originalul ({ $language }).

not-archived = Încă nearhivat
version-of = Versiunea din { $date }
version-of-numbered = Versiunea din { $date } (nr. { $number } din acea zi)
current-text = Textul actual, încă nearhivat
versions-label = Versiuni
this-version = Această versiune: { $version }
current-version = Versiunea actuală
previous-version = Versiunea anterioară: { $version }
next-version = Versiunea următoare: { $version }
all-versions = Toate versiunile
by-date = Ce versiune se aplica la o anumită dată?

superseded-notice = Textul afișat este o versiune anterioară, care s-a aplicat în perioada { $from } – { $until }.
superseded-notice-day = Textul afișat este o versiune anterioară, care a început să se aplice la { $date } și a fost înlocuită în aceeași zi.
superseded-notice-open = Textul afișat este o versiune anterioară, care s-a aplicat începând cu { $from } și a fost înlocuită între timp.
superseded-notice-unknown = Textul afișat este o versiune anterioară, care a fost înlocuită între timp.
read-current = Citiți versiunea actuală
upcoming-notice = Textul afișat este o versiune care nu se aplică încă. Aceasta se aplică începând cu { $date }.
next-notice = O nouă versiune se aplică începând cu { $date }.
read-upcoming = Citiți noua versiune
withdrawn-notice = Această politică a fost retrasă. Ea s-a aplicat până la { $date } inclusiv.
withdrawn-notice-open = Această politică a fost retrasă.
withdrawal-notice = Această politică este retrasă: ea nu se mai aplică începând cu { $date }.

versions-of = Versiunile documentului „{ $title }”
read-policy = Citiți politica
for-machines = Această listă într-un format care poate fi citit automat (JSON)
feed = Flux cu versiunile noi (Atom)
version-from = Se aplică începând cu { $date }
version-from-until = Perioada de aplicare: { $from } – { $until }
standing-upcoming = Viitoare
standing-in-force = În vigoare
standing-superseded = Înlocuită
standing-withdrawal = Retragere viitoare
standing-withdrawn = Retrasă
kind-minor = Rectificare
kind-unarchived = Încă nearhivat
read-version = Citiți
markdown-source = Markdown
in-language = limba: { $language }

by-date-title = Ce versiune a documentului „{ $title }” se aplica la o anumită dată?
by-date-label = Data
by-date-from = De la
by-date-until = Până la
by-date-version = Versiunea
by-date-applies = La această dată se aplica:
by-date-before = Înainte de { $date }: nu este înregistrată nicio versiune.
by-date-none = Nu este înregistrată nicio versiune pentru această dată.

changes-in = Ce s-a schimbat în documentul „{ $title }”
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Nicio schimbare.
    [one] O schimbare. Cuvinte adăugate: { $inserted }; eliminate: { $deleted }; neschimbate: { $kept } %.
    [few] { $count } schimbări. Cuvinte adăugate: { $inserted }; eliminate: { $deleted }; neschimbate: { $kept } %.
   *[other] { $count } de schimbări. Cuvinte adăugate: { $inserted }; eliminate: { $deleted }; neschimbate: { $kept } %.
}
changes-none = Cele două versiuni sunt identice.
changes-none-translation = Această traducere nu s-a schimbat între cele două versiuni.
changes-no-wording = Formularea este aceeași. S-au schimbat numai numerotarea, linkurile sau formatarea.
changes-capped = Părți din aceste texte au fost prea lungi pentru a fi comparate cuvânt cu cuvânt. Ele sunt afișate ca înlocuite.
changes-capped-row = Prea lung pentru a fi comparat cuvânt cu cuvânt: afișat ca înlocuit
changes-list = Lista schimbărilor
changes-before = Înainte de schimbare
changes-after = După schimbare
changes-beginning = Început
changes-previous = Schimbarea anterioară
changes-next = Schimbarea următoare
changes-legend = Cum sunt marcate schimbările
changes-statistics = În cifre
changes-folded = { $count ->
    [one] Un paragraf neschimbat
    [few] { $count } paragrafe neschimbate
   *[other] { $count } de paragrafe neschimbate
}
changes-moved-to = Mutat: vedeți locul nou
changes-moved-from = Mutat: vedeți locul anterior
changes-show = Afișare
changes-side-by-side = Una lângă alta
changes-one-column = O singură coloană
changes-expand = Deschideți tot
changes-keys = Taste: n sau j pentru schimbarea următoare, p sau k pentru cea anterioară
changes-deleted = eliminat:
changes-inserted = inserat:
changes-end = sfârșitul schimbării
changes-link-before = Linkul anterior:
changes-link-after = Linkul nou:
changes-for-machines = Aceste schimbări într-un format care poate fi citit automat (JSON)
class-changed = Schimbat
class-added = Adăugat
class-removed = Eliminat
class-moved = Mutat
class-renumbered = Renumerotat
class-link = Link schimbat
class-format = Formatare schimbată
class-split = Împărțit
class-joined = Reunit
figure-inserted = Cuvinte adăugate
figure-deleted = Cuvinte eliminate
figure-kept = Cuvinte neschimbate
figure-changed = Paragrafe schimbate
figure-added = Paragrafe adăugate
figure-removed = Paragrafe eliminate
figure-moved = Pasaje mutate
figure-renumbered = Numai numerotarea schimbată
figure-links = Numai linkurile schimbate
figure-formatted = Numai formatarea schimbată
compare-previous = Schimbări față de versiunea anterioară
compare-current = Schimbări ulterioare acestei versiuni
see-changes = Vedeți ce s-a schimbat
what-changed = Ce s-a schimbat

translation-behind = Această traducere este în urma originalului ({ $language }), care s-a schimbat ultima dată la { $date }.
translation-reflects = Ea reflectă originalul așa cum era la { $date }.
translation-ahead = Această traducere este înaintea originalului ({ $language }): ea reflectă versiunea din { $date }.
see-lacking = Vedeți ce lipsește din această traducere
lacking-in = Ce lipsește din traducerea documentului „{ $title }”
lacking-explained = Originalul ({ $language }) s-a schimbat după realizarea acestei traduceri. Acestea sunt schimbările pe care traducerea nu le conține încă.
original-as-of = Originalul la { $date }
original-today = Originalul astăzi
prevailing-language = Dacă există diferențe între texte, prevalează textul în limba următoare: { $language }.
governing-law = Legea aplicabilă acestei politici: { $jurisdiction }.
repository = Textele și istoricul lor
feed-changes = Schimbări în această versiune
feed-more = { $count ->
    [one] și încă o schimbare
    [few] și încă { $count } schimbări
   *[other] și încă { $count } de schimbări
}

permalink = Link către secțiunea „{ $section }”
table = Tabelul { $number }
table-in-section = Tabelul { $number }: { $section }
footnotes = Note de subsol
footnote = Nota de subsol { $number }
footnote-back = Înapoi la textul care face trimitere la nota de subsol { $number }

alert-note = Notă
alert-tip = Sfat
alert-important = Important
alert-warning = Avertisment
alert-caution = Atenție

task-done = Finalizat
task-open = Nefinalizat

not-found-title = Pagina nu a fost găsită
not-found-text = Nu există nicio pagină la această adresă. Este posibil ca pagina să fi fost mutată sau ca adresa să conțină o greșeală de tastare.
