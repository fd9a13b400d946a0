# Italian

language-name = Italiano
site-title = Informative legali

choose-language = Selezione della lingua
languages = Lingue
skip-to-text = Vai al testo
all-policies = Tutte le informative
contents = Indice

updated = Aggiornamento: { $date }
applies-from = Entrata in vigore: { $date }
not-committed = Commit non ancora eseguito
published = Pubblicazione: { $date }
later-edits-formatting = { $count ->
    [one] Una modifica successiva riguarda solo la formattazione
   *[other] { $count } modifiche successive riguardano solo la formattazione
}
later-edits = { $count ->
    [one] Una modifica successiva non è considerata una variazione del testo
   *[other] { $count } modifiche successive non sono considerate variazioni del testo
}
edit-none = { $date }: nessun cambiamento visibile
edit-days = { $date }: solo le date indicate
edit-formatting = { $date }: solo formattazione
edit-editorial = { $date }: contrassegnata dall’editore come redazionale
fallback-notice = Questo testo non è ancora stato tradotto in questa lingua. Il testo visualizzato è l’originale ({ $language }).
version-fallback-notice = Questa versione non è stata tradotta in questa lingua. Sta leggendo l’originale ({ $language }).

not-archived = Non ancora archiviato
version-of = Versione con decorrenza { $date }
version-of-numbered = Versione con decorrenza { $date } (n. { $number } di quel giorno)
current-text = Testo attuale, non ancora archiviato
versions-label = Versioni
this-version = Questa versione: { $version }
current-version = Versione attuale
previous-version = Versione precedente: { $version }
next-version = Versione successiva: { $version }
all-versions = Tutte le versioni
by-date = Quale versione era in vigore in un determinato giorno?

superseded-notice = La versione visualizzata è una versione anteriore (periodo di vigenza: { $from } – { $until }).
superseded-notice-day = La versione visualizzata è una versione anteriore, entrata in vigore in data { $date } e sostituita il giorno stesso.
superseded-notice-open = La versione visualizzata è una versione anteriore, entrata in vigore in data { $from } e in seguito sostituita.
superseded-notice-unknown = La versione visualizzata è una versione anteriore, che è stata sostituita.
read-current = Leggi la versione attuale
upcoming-notice = La versione visualizzata non è ancora in vigore. Entrata in vigore: { $date }.
next-notice = Una nuova versione entra in vigore in data { $date }.
read-upcoming = Leggi la nuova versione
withdrawn-notice = Questa informativa è stata revocata. Ultimo giorno di vigenza: { $date }.
withdrawn-notice-open = Questa informativa è stata revocata.
withdrawal-notice = Questa informativa viene revocata: cessa di essere in vigore in data { $date }.

versions-of = Versioni di «{ $title }»
read-policy = Leggi l’informativa
for-machines = Questo elenco in formato leggibile da dispositivo automatico (JSON)
feed = Feed delle nuove versioni (Atom)
version-from = Entrata in vigore: { $date }
version-from-until = Periodo di vigenza: { $from } – { $until }
standing-upcoming = Futura
standing-in-force = In vigore
standing-superseded = Sostituita
standing-withdrawal = Revoca futura
standing-withdrawn = Revocata
kind-minor = Rettifica
kind-unarchived = Non ancora archiviato
read-version = Leggi
markdown-source = Markdown
in-language = in { $language }

by-date-title = Quale versione di «{ $title }» era in vigore in un determinato giorno?
by-date-label = Giorno
by-date-from = Inizio vigenza
by-date-until = Fine vigenza
by-date-version = Versione
by-date-applies = In vigore in questo giorno:
by-date-before = Nessuna versione registrata prima di questa data: { $date }.
by-date-none = Nessuna versione registrata per questo giorno.

changes-in = Che cosa è cambiato in «{ $title }»
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Nessuna variazione.
    [one] Una variazione. Parole aggiunte: { $inserted }; eliminate: { $deleted }; invariate: { $kept }%.
   *[other] { $count } variazioni. Parole aggiunte: { $inserted }; eliminate: { $deleted }; invariate: { $kept }%.
}
changes-none = Le due versioni coincidono.
changes-none-translation = Questa traduzione non è cambiata tra le due versioni.
changes-no-wording = La formulazione è la stessa. Sono cambiati solo la numerazione, i link o la formattazione.
changes-capped = Alcune parti di questi testi erano troppo lunghe per essere confrontate parola per parola. Sono mostrate come sostituite.
changes-capped-row = Troppo lungo per essere confrontato parola per parola: mostrato come sostituito
changes-list = Elenco delle variazioni
changes-before = Prima
changes-after = Dopo
changes-beginning = Inizio
changes-previous = Variazione precedente
changes-next = Variazione successiva
changes-legend = Come sono segnalate le variazioni
changes-statistics = In cifre
changes-folded = { $count ->
    [one] Un paragrafo invariato
   *[other] { $count } paragrafi invariati
}
changes-moved-to = Spostato: mostra la nuova posizione
changes-moved-from = Spostato: mostra la posizione precedente
changes-show = Mostra
changes-side-by-side = Testi affiancati
changes-one-column = Colonna unica
changes-expand = Apri tutto
changes-keys = Tasti: n o j per la variazione successiva, p o k per la precedente
changes-deleted = eliminato:
changes-inserted = inserito:
changes-end = fine della variazione
changes-link-before = Link precedente:
changes-link-after = Nuovo link:
changes-for-machines = Queste variazioni in formato leggibile da dispositivo automatico (JSON)
class-changed = Modificato
class-added = Aggiunto
class-removed = Eliminato
class-moved = Spostato
class-renumbered = Rinumerato
class-link = Link modificato
class-format = Formattazione modificata
class-split = Suddiviso
class-joined = Unito
figure-inserted = Parole aggiunte
figure-deleted = Parole eliminate
figure-kept = Parole invariate
figure-changed = Paragrafi modificati
figure-added = Paragrafi aggiunti
figure-removed = Paragrafi eliminati
figure-moved = Brani spostati
figure-renumbered = Solo numerazione modificata
figure-links = Solo link modificati
figure-formatted = Solo formattazione modificata
compare-previous = Variazioni rispetto alla versione precedente
compare-current = Variazioni successive a questa versione
see-changes = Vedi che cosa è cambiato
what-changed = Che cosa è cambiato

translation-behind = Questa traduzione non è aggiornata rispetto all’originale ({ $language }), modificato per l’ultima volta in data { $date }.
translation-reflects = Riflette l’originale come risultava in data { $date }.
translation-ahead = Questa traduzione è in anticipo rispetto all’originale ({ $language }): riflette la versione datata { $date }.
see-lacking = Vedi che cosa manca in questa traduzione
lacking-in = Che cosa manca nella traduzione di «{ $title }»
lacking-explained = L’originale ({ $language }) è stato modificato dopo la realizzazione di questa traduzione. Queste sono le variazioni che la traduzione non contiene ancora.
original-as-of = Originale in data { $date }
original-today = Originale alla data odierna
prevailing-language = In caso di divergenza tra i testi, prevale quello nella lingua seguente: { $language }.
governing-law = Legge applicabile a questa informativa: { $jurisdiction }.
repository = Testi e relativa cronologia
feed-changes = Variazioni in questa versione
feed-more = { $count ->
    [one] e un’altra variazione
   *[other] e altre { $count } variazioni
}

permalink = Link alla sezione «{ $section }»
table = Tabella { $number }
table-in-section = Tabella { $number }: { $section }
footnotes = Note a piè di pagina
footnote = Nota a piè di pagina { $number }
footnote-back = Torna al testo che rinvia alla nota a piè di pagina { $number }

alert-note = Nota
alert-tip = Suggerimento
alert-important = Importante
alert-warning = Avvertenza
alert-caution = Attenzione

task-done = Completato
task-open = Da completare

not-found-title = Pagina non trovata
not-found-text = A questo indirizzo non esiste alcuna pagina. La pagina potrebbe essere stata spostata oppure l’indirizzo potrebbe contenere un errore di battitura.
