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
edit-days = { $date } : dates indiquées uniquement
edit-formatting = { $date } : mise en forme uniquement
edit-editorial = { $date } : marquée comme rédactionnelle par l’éditeur
fallback-notice = Ce texte n’a pas encore été traduit dans cette langue. Vous lisez la version originale ({ $language }).
version-fallback-notice = Cette version n’a pas été traduite dans cette langue. Vous lisez l’original ({ $language }).

not-archived = Pas encore archivé
version-of = Version du { $date }
version-of-numbered = Version du { $date } (n° { $number } de ce jour)
current-text = Texte actuel, pas encore archivé
versions-label = Versions
this-version = Cette version : { $version }
current-version = Version actuelle
previous-version = Version précédente : { $version }
next-version = Version suivante : { $version }
all-versions = Toutes les versions
by-date = Quelle version était applicable à une date donnée ?

superseded-notice = Vous lisez une version antérieure, qui a été applicable du { $from } au { $until }.
superseded-notice-day = Vous lisez une version antérieure, devenue applicable le { $date } et remplacée le jour même.
superseded-notice-open = Vous lisez une version antérieure, applicable à compter du { $from } et remplacée depuis.
superseded-notice-unknown = Vous lisez une version antérieure, qui a été remplacée.
read-current = Lire la version actuelle
upcoming-notice = Vous lisez une version qui n’est pas encore applicable. Elle sera applicable à compter du { $date }.
next-notice = Une nouvelle version sera applicable à compter du { $date }.
read-upcoming = Lire la nouvelle version
withdrawn-notice = Cette politique a été retirée. Elle a été applicable jusqu’au { $date } inclus.
withdrawn-notice-open = Cette politique a été retirée.
withdrawal-notice = Cette politique est retirée : elle ne sera plus applicable à compter du { $date }.

versions-of = Versions de « { $title } »
read-policy = Lire la politique
for-machines = Cette liste dans un format lisible par machine (JSON)
feed = Flux des nouvelles versions (Atom)
version-from = Applicable à compter du { $date }
version-from-until = Applicable du { $from } au { $until }
standing-upcoming = À venir
standing-in-force = En vigueur
standing-superseded = Remplacée
standing-withdrawal = Retrait à venir
standing-withdrawn = Retirée
kind-minor = Correction
kind-unarchived = Pas encore archivé
read-version = Lire
markdown-source = Markdown
in-language = en { $language }

by-date-title = Quelle version de « { $title } » était applicable à une date donnée ?
by-date-label = Date
by-date-from = Du
by-date-until = Au
by-date-version = Version
by-date-applies = Version applicable à cette date :
by-date-before = Avant le { $date } : aucune version n’est répertoriée.
by-date-none = Aucune version n’est répertoriée pour cette date.

changes-in = Ce qui a changé dans « { $title } »
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Aucun changement.
    [one] Un changement. Mots ajoutés : { $inserted } ; supprimés : { $deleted } ; inchangés : { $kept } %.
   *[other] { $count } changements. Mots ajoutés : { $inserted } ; supprimés : { $deleted } ; inchangés : { $kept } %.
}
changes-none = Les deux versions sont identiques.
changes-none-translation = Cette traduction n’a pas changé entre les deux versions.
changes-no-wording = Le libellé est le même. Seuls la numérotation, les liens ou la mise en forme ont changé.
changes-capped = Certaines parties de ces textes étaient trop longues pour être comparées mot à mot. Elles sont présentées comme remplacées.
changes-capped-row = Trop long pour être comparé mot à mot : présenté comme remplacé
changes-list = Liste des changements
changes-before = Avant
changes-after = Après
changes-beginning = Début
changes-previous = Changement précédent
changes-next = Changement suivant
changes-legend = Comment les changements sont signalés
changes-statistics = En chiffres
changes-folded = { $count ->
    [one] Un paragraphe inchangé
   *[other] { $count } paragraphes inchangés
}
changes-moved-to = Déplacé : voir le nouvel emplacement
changes-moved-from = Déplacé : voir l’ancien emplacement
changes-show = Afficher
changes-side-by-side = Côte à côte
changes-one-column = Une colonne
changes-expand = Tout déplier
changes-keys = Touches : n ou j pour le changement suivant, p ou k pour le précédent
changes-deleted = supprimé :
changes-inserted = inséré :
changes-end = fin du changement
changes-link-before = Ancien lien :
changes-link-after = Nouveau lien :
changes-for-machines = Ces changements dans un format lisible par machine (JSON)
class-changed = Modifié
class-added = Ajouté
class-removed = Supprimé
class-moved = Déplacé
class-renumbered = Renuméroté
class-link = Lien modifié
class-format = Mise en forme modifiée
class-split = Scindé
class-joined = Fusionné
figure-inserted = Mots ajoutés
figure-deleted = Mots supprimés
figure-kept = Mots inchangés
figure-changed = Paragraphes modifiés
figure-added = Paragraphes ajoutés
figure-removed = Paragraphes supprimés
figure-moved = Passages déplacés
figure-renumbered = Numérotation modifiée uniquement
figure-links = Liens modifiés uniquement
figure-formatted = Mise en forme modifiée uniquement
compare-previous = Changements par rapport à la version précédente
compare-current = Changements depuis cette version
see-changes = Voir ce qui a changé
what-changed = Ce qui a changé

translation-behind = Cette traduction est en retard sur l’original ({ $language }), modifié pour la dernière fois le { $date }.
translation-reflects = Elle reflète l’original dans son état au { $date }.
translation-ahead = Cette traduction est en avance sur l’original ({ $language }) : elle reflète la version du { $date }.
see-lacking = Voir ce qui manque à cette traduction
lacking-in = Ce qui manque à la traduction de « { $title } »
lacking-explained = L’original ({ $language }) a été modifié après la réalisation de cette traduction. Voici les changements que la traduction ne contient pas encore.
original-as-of = Original au { $date }
original-today = Original à ce jour
prevailing-language = En cas de divergence entre les textes, celui rédigé dans la langue suivante prévaut : { $language }.
governing-law = Droit applicable à cette politique : { $jurisdiction }.
repository = Les textes et leur historique
feed-changes = Changements dans cette version
feed-more = { $count ->
    [one] et un autre changement
   *[other] et { $count } autres changements
}

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
