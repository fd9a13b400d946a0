# Japanese

language-name = 日本語
site-title = ポリシー

choose-language = 言語を選択
languages = 言語
skip-to-text = 本文へスキップ
all-policies = ポリシー一覧
contents = 目次

updated = { $date }更新
applies-from = { $date }から適用
not-committed = 未コミット
published = { $date }公開
later-edits-formatting = その後の編集{ $count }件は書式のみの変更です
later-edits = その後の編集{ $count }件は本文の変更とはみなされません
edit-none = { $date }：表示上の変更なし
edit-days = { $date }：記載された日付のみ
edit-formatting = { $date }：書式のみ
edit-editorial = { $date }：発行者が編集上の修正と指定
fallback-notice = この文書はまだこの言語に翻訳されていません。表示しているのは原文（{ $language }）です。

permalink = セクション「{ $section }」へのリンク
table = 表{ $number }
table-in-section = 表{ $number }：{ $section }
footnotes = 脚注
footnote = 脚注{ $number }
footnote-back = 脚注{ $number }を参照している本文に戻る

alert-note = 注記
alert-tip = ヒント
alert-important = 重要
alert-warning = 警告
alert-caution = 注意

task-done = 完了
task-open = 未完了

not-found-title = ページが見つかりません
not-found-text = このアドレスにページはありません。ページが移動されたか、アドレスに入力の誤りがある可能性があります。
