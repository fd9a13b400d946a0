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
