# Brazilian Portuguese

language-name = Português (Brasil)
site-title = Políticas

choose-language = Selecionar um idioma
languages = Idiomas
skip-to-text = Ir para o texto
all-policies = Todas as políticas
contents = Sumário

updated = Atualizado em { $date }
applies-from = Em vigor a partir de { $date }
not-committed = Ainda sem commit
published = Publicado em { $date }
later-edits-formatting = { $count ->
    [one] Uma edição posterior alterou somente a formatação
   *[other] { $count } edições posteriores alteraram somente a formatação
}
later-edits = { $count ->
    [one] Uma edição posterior não é considerada alteração do texto
   *[other] { $count } edições posteriores não são consideradas alterações do texto
}
edit-none = { $date }: nenhuma alteração visível
edit-days = { $date }: somente as datas indicadas
edit-formatting = { $date }: somente formatação
edit-editorial = { $date }: marcada como redacional pelo responsável pela publicação
fallback-notice = Este texto ainda não foi traduzido para este idioma. Você está lendo o original ({ $language }).

permalink = Link para a seção “{ $section }”
table = Tabela { $number }
table-in-section = Tabela { $number }: { $section }
footnotes = Notas de rodapé
footnote = Nota de rodapé { $number }
footnote-back = Voltar ao texto que remete à nota de rodapé { $number }

alert-note = Observação
alert-tip = Dica
alert-important = Importante
alert-warning = Aviso
alert-caution = Cuidado

task-done = Concluído
task-open = Pendente

not-found-title = Página não encontrada
not-found-text = Não há nenhuma página neste endereço. Ela pode ter sido movida, ou o endereço pode conter um erro de digitação.
