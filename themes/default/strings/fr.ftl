# French

language-name = Français
site-title = Politiques

choose-language = Choisir une langue
languages = Langues
skip-to-text = Aller au texte
all-policies = Toutes les politiques
contents = Sommaire

updated = Mis à jour le { $date }
applies-from = Applicable à compter du { $date }
not-committed = Pas encore de commit
published = Publié le { $date }
later-edits-formatting = { $count ->
    [one] Une modification ultérieure ne concerne que la mise en forme
   *[other] { $count } modifications ultérieures ne concernent que la mise en forme
}
later-edits = { $count ->
    [one] Une modification ultérieure n’est pas comptée comme un changement du texte
   *[other] { $count } modifications ultérieures ne sont pas comptées comme des changements du texte
}
edit-none = { $date } : aucun changement visible
edit-days = { $date } : dates indiquées uniquement
edit-formatting = { $date } : mise en forme uniquement
edit-editorial = { $date } : marquée comme rédactionnelle par l’éditeur
fallback-notice = Ce texte n’a pas encore été traduit dans cette langue. Vous lisez la version originale ({ $language }).

permalink = Lien vers la section « { $section } »
table = Tableau { $number }
table-in-section = Tableau { $number } : { $section }
footnotes = Notes de bas de page
footnote = Note de bas de page { $number }
footnote-back = Retour au passage qui renvoie à la note de bas de page { $number }

alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention

task-done = Fait
task-open = À faire

not-found-title = Page introuvable
not-found-text = Aucune page ne se trouve à cette adresse. Elle a peut-être été déplacée, ou l’adresse contient une faute de frappe.
