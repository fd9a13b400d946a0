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
version-fallback-notice = Esta versão não foi traduzida para este idioma. Você está lendo o original ({ $language }).

not-archived = Ainda não arquivado
version-of = Versão de { $date }
version-of-numbered = Versão de { $date } (nº { $number } desse dia)
current-text = Texto atual, ainda não arquivado
versions-label = Versões
this-version = Esta versão: { $version }
current-version = Versão atual
previous-version = Versão anterior: { $version }
next-version = Versão seguinte: { $version }
all-versions = Todas as versões
by-date = Qual versão estava em vigor em determinada data?

superseded-notice = Você está lendo uma versão anterior, que esteve em vigor de { $from } a { $until }.
superseded-notice-day = Você está lendo uma versão anterior, que entrou em vigor em { $date } e foi substituída no mesmo dia.
superseded-notice-open = Você está lendo uma versão anterior, que entrou em vigor em { $from } e já foi substituída.
superseded-notice-unknown = Você está lendo uma versão anterior, que já foi substituída.
read-current = Ler a versão atual
upcoming-notice = Você está lendo uma versão que ainda não está em vigor. Ela entra em vigor em { $date }.
next-notice = Uma nova versão entra em vigor em { $date }.
read-upcoming = Ler a nova versão
withdrawn-notice = Esta política foi revogada. Ela esteve em vigor até { $date }.
withdrawn-notice-open = Esta política foi revogada.
withdrawal-notice = Esta política será revogada: ela deixa de estar em vigor a partir de { $date }.

versions-of = Versões de “{ $title }”
read-policy = Ler a política
for-machines = Esta lista em formato legível por máquina (JSON)
feed = Feed de novas versões (Atom)
version-from = Em vigor a partir de { $date }
version-from-until = Em vigor de { $from } a { $until }
standing-upcoming = Futura
standing-in-force = Em vigor
standing-superseded = Substituída
standing-withdrawal = Revogação futura
standing-withdrawn = Revogada
kind-minor = Correção
kind-unarchived = Ainda não arquivado
read-version = Ler
markdown-source = Markdown
in-language = em { $language }

by-date-title = Qual versão de “{ $title }” estava em vigor em determinada data?
by-date-label = Data
by-date-from = De
by-date-until = Até
by-date-version = Versão
by-date-applies = Em vigor nesta data:
by-date-before = Antes de { $date }: não há nenhuma versão registrada.
by-date-none = Não há nenhuma versão registrada para esta data.

changes-in = O que mudou em “{ $title }”
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] Nenhuma alteração.
    [one] Uma alteração. Palavras adicionadas: { $inserted }; excluídas: { $deleted }; inalteradas: { $kept }%.
   *[other] { $count } alterações. Palavras adicionadas: { $inserted }; excluídas: { $deleted }; inalteradas: { $kept }%.
}
changes-none = As duas versões são iguais.
changes-none-translation = Esta tradução não mudou entre as duas versões.
changes-no-wording = A redação é a mesma. Somente a numeração, os links ou a formatação mudaram.
changes-capped = Partes destes textos eram longas demais para serem comparadas palavra por palavra. Elas são mostradas como substituídas.
changes-capped-row = Longo demais para ser comparado palavra por palavra: mostrado como substituído
changes-list = Lista de alterações
changes-before = Antes
changes-after = Depois
changes-beginning = Início
changes-previous = Alteração anterior
changes-next = Alteração seguinte
changes-legend = Como as alterações são marcadas
changes-statistics = Em números
changes-folded = { $count ->
    [one] Um parágrafo inalterado
   *[other] { $count } parágrafos inalterados
}
changes-moved-to = Movido: mostrar onde está agora
changes-moved-from = Movido: mostrar onde estava
changes-show = Mostrar
changes-side-by-side = Lado a lado
changes-one-column = Uma coluna
changes-expand = Abrir tudo
changes-keys = Teclas: n ou j para a alteração seguinte, p ou k para a anterior
changes-deleted = excluído:
changes-inserted = inserido:
changes-end = fim da alteração
changes-link-before = Link anterior:
changes-link-after = Novo link:
changes-for-machines = Estas alterações em formato legível por máquina (JSON)
class-changed = Alterado
class-added = Adicionado
class-removed = Removido
class-moved = Movido
class-renumbered = Renumerado
class-link = Link alterado
class-format = Formatação alterada
class-split = Dividido
class-joined = Unido
figure-inserted = Palavras adicionadas
figure-deleted = Palavras excluídas
figure-kept = Palavras inalteradas
figure-changed = Parágrafos alterados
figure-added = Parágrafos adicionados
figure-removed = Parágrafos removidos
figure-moved = Trechos movidos
figure-renumbered = Somente numeração alterada
figure-links = Somente links alterados
figure-formatted = Somente formatação alterada
compare-previous = Alterações em relação à versão anterior
compare-current = Alterações desde esta versão
see-changes = Ver o que mudou
what-changed = O que mudou

translation-behind = Esta tradução está desatualizada em relação ao original ({ $language }), que foi alterado pela última vez em { $date }.
translation-reflects = Ela reflete o original tal como estava em { $date }.
translation-ahead = Esta tradução está à frente do original ({ $language }): ela reflete a versão de { $date }.
see-lacking = Ver o que falta nesta tradução
lacking-in = O que falta na tradução de “{ $title }”
lacking-explained = O original ({ $language }) foi alterado depois que esta tradução foi feita. Estas são as alterações que a tradução ainda não contém.
original-as-of = Original em { $date }
original-today = Original hoje
prevailing-language = Se os textos divergirem, prevalece o texto no seguinte idioma: { $language }.
governing-law = Lei aplicável a esta política: { $jurisdiction }.
repository = Textos e seu histórico
feed-changes = Alterações nesta versão
feed-more = { $count ->
    [one] e mais uma alteração
   *[other] e mais { $count } alterações
}

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
