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
