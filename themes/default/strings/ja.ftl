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
version-fallback-notice = この版はこの言語に翻訳されていません。表示しているのは原文（{ $language }）です。

not-archived = 未アーカイブ
version-of = { $date }版
version-of-numbered = { $date }版（同日の{ $number }番目）
current-text = 現在の本文（未アーカイブ）
versions-label = 版
this-version = この版：{ $version }
current-version = 現行版
previous-version = 前の版：{ $version }
next-version = 次の版：{ $version }
all-versions = 版の一覧
by-date = 特定の日に適用されていた版はどれですか

superseded-notice = 表示しているのは旧版です。この版は{ $from }から{ $until }まで適用されていました。
superseded-notice-day = 表示しているのは旧版です。この版は{ $date }に適用が開始され、同日中に差し替えられました。
superseded-notice-open = 表示しているのは旧版です。この版は{ $from }から適用されていましたが、その後差し替えられました。
superseded-notice-unknown = 表示しているのは旧版です。この版はすでに差し替えられています。
read-current = 現行版を読む
upcoming-notice = 表示しているのはまだ適用されていない版です。この版は{ $date }から適用されます。
next-notice = { $date }から新しい版が適用されます。
read-upcoming = 新しい版を読む
withdrawn-notice = このポリシーは廃止されました。{ $date }まで適用されていました。
withdrawn-notice-open = このポリシーは廃止されました。
withdrawal-notice = このポリシーは廃止されます。{ $date }以降は適用されません。

versions-of = 「{ $title }」の版一覧
read-policy = ポリシーを読む
for-machines = この一覧の機械可読形式（JSON）
feed = 新しい版のフィード（Atom）
version-from = { $date }から適用
version-from-until = { $from }から{ $until }まで適用
standing-upcoming = 適用予定
standing-in-force = 適用中
standing-superseded = 差し替え済み
standing-withdrawal = 廃止予定
standing-withdrawn = 廃止済み
kind-minor = 訂正
kind-unarchived = 未アーカイブ
read-version = 読む
markdown-source = Markdown
in-language = 言語：{ $language }

by-date-title = 特定の日に適用されていた「{ $title }」の版はどれですか
by-date-label = 日付
by-date-from = 適用開始日
by-date-until = 適用終了日
by-date-version = 版
by-date-applies = この日に適用されていた版：
by-date-before = { $date }より前：版の記録はありません。
by-date-none = この日に適用されていた版の記録はありません。

changes-in = 「{ $title }」の変更点
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] 変更はありません。
   *[other] 変更{ $count }件。追加された文字：{ $inserted }、削除された文字：{ $deleted }、変更のない文字：{ $kept }%。
}
changes-none = どちらの版も同じ内容です。
changes-none-translation = この翻訳は二つの版の間で変更されていません。
changes-no-wording = 文言は同じです。番号、リンクまたは書式のみが変更されています。
changes-capped = これらの文書には、長すぎて一字ずつ比較できない部分があります。その部分は差し替えとして表示しています。
changes-capped-row = 長すぎて一字ずつ比較できないため、差し替えとして表示
changes-list = 変更の一覧
changes-before = 変更前
changes-after = 変更後
changes-beginning = 冒頭
changes-previous = 前の変更
changes-next = 次の変更
changes-legend = 変更箇所の示し方
changes-statistics = 数値
changes-folded = 変更のない{ $count }段落
changes-moved-to = 移動：移動先を表示
changes-moved-from = 移動：移動元を表示
changes-show = 表示する変更
changes-side-by-side = 左右に並べる
changes-one-column = 1列にする
changes-expand = すべて開く
changes-keys = キー操作：次の変更はnまたはj、前の変更はpまたはk
changes-deleted = 削除：
changes-inserted = 挿入：
changes-end = 変更ここまで
changes-link-before = 変更前のリンク：
changes-link-after = 変更後のリンク：
changes-for-machines = これらの変更の機械可読形式（JSON）
class-changed = 変更
class-added = 追加
class-removed = 削除
class-moved = 移動
class-renumbered = 番号の変更
class-link = リンクの変更
class-format = 書式の変更
class-split = 分割
class-joined = 結合
figure-inserted = 追加された文字
figure-deleted = 削除された文字
figure-kept = 変更のない文字
figure-changed = 変更された段落
figure-added = 追加された段落
figure-removed = 削除された段落
figure-moved = 移動した箇所
figure-renumbered = 番号のみの変更
figure-links = リンクのみの変更
figure-formatted = 書式のみの変更
compare-previous = 前の版からの変更
compare-current = この版以降の変更
see-changes = 変更点を見る
what-changed = 変更点

translation-behind = この翻訳は原文（{ $language }）より古い内容です。原文は{ $date }に最後に変更されました。
translation-reflects = この翻訳は{ $date }時点の原文を反映しています。
translation-ahead = この翻訳は原文（{ $language }）より新しい内容です。{ $date }版を反映しています。
see-lacking = この翻訳に未反映の変更を見る
lacking-in = 「{ $title }」の翻訳に未反映の変更
lacking-explained = この翻訳の作成後に原文（{ $language }）が変更されました。以下は、翻訳にまだ反映されていない変更です。
original-as-of = { $date }時点の原文
original-today = 現在の原文
prevailing-language = 各言語の文書の内容に相違がある場合は、次の言語の文書が優先します：{ $language }。
governing-law = このポリシーには{ $jurisdiction }の法律が適用されます。
repository = 文書とその変更履歴
feed-changes = この版の変更点
feed-more = ほか{ $count }件の変更

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
