# Spanish

language-name = Español
site-title = Políticas

choose-language = Seleccionar un idioma
languages = Idiomas
skip-to-text = Ir al texto
all-policies = Todas las políticas
contents = Índice

updated = Actualizado el { $date }
applies-from = En vigor a partir del { $date }
not-committed = Todavía sin commit
published = Publicado el { $date }
later-edits-formatting = { $count ->
    [one] Una modificación posterior solo afectó al formato
   *[other] { $count } modificaciones posteriores solo afectaron al formato
}
later-edits = { $count ->
    [one] Una modificación posterior no se considera un cambio del texto
   *[other] { $count } modificaciones posteriores no se consideran cambios del texto
}
edit-none = { $date }: ningún cambio visible
edit-days = { $date }: solo las fechas indicadas
edit-formatting = { $date }: solo formato
edit-editorial = { $date }: marcada como redaccional por el responsable de la publicación
fallback-notice = Este texto todavía no se ha traducido a este idioma. Está leyendo el original ({ $language }).
version-fallback-notice = Esta versión no se tradujo a este idioma. Está leyendo el original ({ $language }).

not-archived = Todavía sin archivar
version-of = Versión del { $date }
version-of-numbered = Versión del { $date } (n.º { $number } de ese día)
current-text = Texto actual, todavía sin archivar
versions-label = Versiones
this-version = Esta versión: { $version }
current-version = Versión actual
previous-version = Versión anterior: { $version }
next-version = Versión siguiente: { $version }
all-versions = Todas las versiones
by-date = ¿Qué versión estaba en vigor en una fecha determinada?

superseded-notice = Está leyendo una versión anterior, que estuvo en vigor del { $from } al { $until }.
superseded-notice-day = Está leyendo una versión anterior, que entró en vigor el { $date } y fue sustituida ese mismo día.
superseded-notice-open = Está leyendo una versión anterior, que entró en vigor el { $from } y ya ha sido sustituida.
superseded-notice-unknown = Está leyendo una versión anterior, que ya ha sido sustituida.
read-current = Leer la versión actual
upcoming-notice = Está leyendo una versión que todavía no está en vigor. Entrará en vigor el { $date }.
next-notice = Una nueva versión entrará en vigor el { $date }.
read-upcoming = Leer la nueva versión
withdrawn-notice = Esta política ha sido retirada. Estuvo en vigor hasta el { $date }.
withdrawn-notice-open = Esta política ha sido retirada.
withdrawal-notice = Esta política será retirada: dejará de estar en vigor a partir del { $date }.

versions-of = Versiones de «{ $title }»
read-policy = Leer la política
for-machines = Esta lista en formato de lectura mecánica (JSON)
feed = Canal de nuevas versiones (Atom)
version-from = En vigor a partir del { $date }
version-from-until = En vigor del { $from } al { $until }
standing-upcoming = Futura
standing-in-force = En vigor
standing-superseded = Sustituida
standing-withdrawal = Retirada prevista
standing-withdrawn = Retirada
kind-minor = Corrección
kind-unarchived = Todavía sin archivar
read-version = Leer
markdown-source = Markdown
in-language = en { $language }

by-date-title = ¿Qué versión de «{ $title }» estaba en vigor en una fecha determinada?
by-date-label = Fecha
by-date-from = Desde
by-date-until = Hasta
by-date-version = Versión
by-date-applies = En esta fecha estaba en vigor:
by-date-before = Antes del { $date }: no consta ninguna versión.
by-date-none = No consta ninguna versión para esta fecha.

changes-in = Qué ha cambiado en «{ $title }»
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Ningún cambio.
    [one] Un cambio. Palabras añadidas: { $inserted }; eliminadas: { $deleted }; sin cambios: { $kept } %.
   *[other] { $count } cambios. Palabras añadidas: { $inserted }; eliminadas: { $deleted }; sin cambios: { $kept } %.
}
changes-none = Las dos versiones coinciden.
changes-none-translation = Esta traducción no ha cambiado entre las dos versiones.
changes-no-wording = La redacción es la misma. Solo han cambiado la numeración, los enlaces o el formato.
changes-capped = Algunas partes de estos textos eran demasiado largas para compararlas palabra por palabra. Se muestran como sustituidas.
changes-capped-row = Demasiado largo para compararlo palabra por palabra: se muestra como sustituido
changes-list = Lista de cambios
changes-before = Antes
changes-after = Después
changes-beginning = Comienzo
changes-previous = Cambio anterior
changes-next = Cambio siguiente
changes-legend = Cómo se señalan los cambios
changes-statistics = En cifras
changes-folded = { $count ->
    [one] Un párrafo sin cambios
   *[other] { $count } párrafos sin cambios
}
changes-moved-to = Trasladado: mostrar dónde está ahora
changes-moved-from = Trasladado: mostrar dónde estaba
changes-show = Mostrar
changes-side-by-side = En paralelo
changes-one-column = Una columna
changes-expand = Desplegar todo
changes-keys = Teclas: n o j para el cambio siguiente, p o k para el anterior
changes-deleted = eliminado:
changes-inserted = insertado:
changes-end = fin del cambio
changes-link-before = Enlace anterior:
changes-link-after = Enlace nuevo:
changes-for-machines = Estos cambios en formato de lectura mecánica (JSON)
class-changed = Modificado
class-added = Añadido
class-removed = Eliminado
class-moved = Trasladado
class-renumbered = Renumerado
class-link = Enlace modificado
class-format = Formato modificado
class-split = Dividido
class-joined = Fusionado
figure-inserted = Palabras añadidas
figure-deleted = Palabras eliminadas
figure-kept = Palabras sin cambios
figure-changed = Párrafos modificados
figure-added = Párrafos añadidos
figure-removed = Párrafos eliminados
figure-moved = Pasajes trasladados
figure-renumbered = Solo numeración modificada
figure-links = Solo enlaces modificados
figure-formatted = Solo formato modificado
compare-previous = Cambios respecto a la versión anterior
compare-current = Cambios desde esta versión
see-changes = Ver qué ha cambiado
what-changed = Qué ha cambiado

translation-behind = Esta traducción está desactualizada respecto al original ({ $language }), que se modificó por última vez el { $date }.
translation-reflects = Refleja el original tal como estaba el { $date }.
translation-ahead = Esta traducción va por delante del original ({ $language }): refleja la versión del { $date }.
see-lacking = Ver qué falta en esta traducción
lacking-in = Qué falta en la traducción de «{ $title }»
lacking-explained = El original ({ $language }) se modificó después de que se hiciera esta traducción. Estos son los cambios que la traducción todavía no recoge.
original-as-of = Original al { $date }
original-today = Original actual
prevailing-language = Si los textos difieren, prevalece el redactado en el siguiente idioma: { $language }.
governing-law = Ley aplicable a esta política: { $jurisdiction }.
repository = Textos y su historial
feed-changes = Cambios en esta versión
feed-more = { $count ->
    [one] y un cambio más
   *[other] y { $count } cambios más
}

permalink = Enlace a la sección «{ $section }»
table = Tabla { $number }
table-in-section = Tabla { $number }: { $section }
footnotes = Notas al pie
footnote = Nota al pie { $number }
footnote-back = Volver al texto que remite a la nota al pie { $number }

alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución

task-done = Hecho
task-open = Pendiente

not-found-title = Página no encontrada
not-found-text = No hay ninguna página en esta dirección. Es posible que se haya trasladado o que la dirección contenga un error de escritura.
