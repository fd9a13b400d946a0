# Traditional Chinese

language-name = 繁體中文
site-title = 政策

choose-language = 選擇語言
languages = 語言
skip-to-text = 跳至內文
all-policies = 所有政策
contents = 目錄

updated = 更新日期：{ $date }
applies-from = 自{ $date }起生效
not-committed = 尚未提交
published = 發布日期：{ $date }
later-edits-formatting = 此後 { $count } 次編輯僅調整了格式
later-edits = 此後 { $count } 次編輯不視為內文變更
edit-none = { $date }：無可見變更
edit-days = { $date }：僅變更所載日期
edit-formatting = { $date }：僅調整格式
edit-editorial = { $date }：發布者標示為編輯性修改
fallback-notice = 本文尚未翻譯成此語言。您正在閱讀的是原文（{ $language }）。
version-fallback-notice = 此版本未翻譯成這個語言。您正在閱讀原文（{ $language }）。

not-archived = 尚未封存
version-of = { $date }版本
version-of-numbered = { $date }版本（當日第 { $number } 版）
current-text = 目前文本，尚未封存
versions-label = 版本
this-version = 本版本：{ $version }
current-version = 目前版本
previous-version = 上一版本：{ $version }
next-version = 下一版本：{ $version }
all-versions = 所有版本
by-date = 某一日期適用的是哪個版本？

superseded-notice = 您正在閱讀的是舊版本，其有效期間自{ $from }起至{ $until }止。
superseded-notice-day = 您正在閱讀的是舊版本，該版本於{ $date }生效，並於當日被取代。
superseded-notice-open = 您正在閱讀的是舊版本，該版本自{ $from }起生效，現已被取代。
superseded-notice-unknown = 您正在閱讀的是舊版本，該版本已被取代。
read-current = 閱讀目前版本
upcoming-notice = 您正在閱讀的版本尚未生效。該版本自{ $date }起生效。
next-notice = 新版本自{ $date }起生效。
read-upcoming = 閱讀新版本
withdrawn-notice = 本政策已廢止，有效期間至{ $date }止。
withdrawn-notice-open = 本政策已廢止。
withdrawal-notice = 本政策將予廢止：自{ $date }起不再有效。

versions-of = 「{ $title }」的各個版本
read-policy = 閱讀政策
for-machines = 此清單的機器可讀格式（JSON）
feed = 新版本訂閱源（Atom）
version-from = 自{ $date }起生效
version-from-until = 有效期間自{ $from }起至{ $until }止
standing-upcoming = 尚未生效
standing-in-force = 現行有效
standing-superseded = 已被取代
standing-withdrawal = 即將廢止
standing-withdrawn = 已廢止
kind-minor = 更正
kind-unarchived = 尚未封存
read-version = 閱讀
markdown-source = Markdown
in-language = 語言：{ $language }

by-date-title = 某一日期適用的是「{ $title }」的哪個版本？
by-date-label = 日期
by-date-from = 起始日期
by-date-until = 截止日期
by-date-version = 版本
by-date-applies = 該日適用的版本：
by-date-before = { $date }之前：無版本紀錄。
by-date-none = 該日無版本紀錄。

changes-in = 「{ $title }」的變更內容
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] 無變更。
   *[other] 共 { $count } 處變更。新增字數：{ $inserted }；刪除字數：{ $deleted }；未變更：{ $kept }%。
}
changes-none = 兩個版本內容相同。
changes-none-translation = 本譯文在兩個版本之間沒有變更。
changes-no-wording = 文字內容相同。僅編號、連結或格式有變更。
changes-capped = 文本中的部分內容過長，無法逐字比較。這些內容顯示為已取代。
changes-capped-row = 過長，無法逐字比較：顯示為已取代
changes-list = 變更清單
changes-before = 變更前
changes-after = 變更後
changes-beginning = 開頭
changes-previous = 上一處變更
changes-next = 下一處變更
changes-legend = 變更的標示方式
changes-statistics = 統計數字
changes-folded = { $count } 個未變更的段落
changes-moved-to = 已移動：查看現在的位置
changes-moved-from = 已移動：查看原來的位置
changes-show = 顯示
changes-side-by-side = 並排顯示
changes-one-column = 單欄顯示
changes-expand = 全部展開
changes-keys = 快速鍵：按 n 或 j 前往下一處變更，按 p 或 k 前往上一處變更
changes-deleted = 刪除：
changes-inserted = 插入：
changes-end = 變更結束
changes-link-before = 原連結：
changes-link-after = 新連結：
changes-for-machines = 這些變更的機器可讀格式（JSON）
class-changed = 已變更
class-added = 已新增
class-removed = 已刪除
class-moved = 已移動
class-renumbered = 編號變更
class-link = 連結變更
class-format = 格式變更
class-split = 已拆分
class-joined = 已合併
figure-inserted = 新增的文字
figure-deleted = 刪除的文字
figure-kept = 未變更的文字
figure-changed = 變更的段落
figure-added = 新增的段落
figure-removed = 刪除的段落
figure-moved = 移動的片段
figure-renumbered = 僅編號變更
figure-links = 僅連結變更
figure-formatted = 僅格式變更
compare-previous = 與上一版本相比的變更
compare-current = 自本版本以來的變更
see-changes = 查看變更內容
what-changed = 變更內容

translation-behind = 本譯文落後於原文（{ $language }）；原文最後一次變更的日期為{ $date }。
translation-reflects = 本譯文對應的是截至{ $date }的原文。
translation-ahead = 本譯文新於原文（{ $language }）：其對應的是{ $date }版本。
see-lacking = 查看本譯文尚缺的內容
lacking-in = 「{ $title }」譯文尚缺的內容
lacking-explained = 本譯文完成後，原文（{ $language }）又有變更。以下是譯文尚未包含的變更。
original-as-of = 截至{ $date }的原文
original-today = 目前的原文
prevailing-language = 如各文本之間有差異，以下列語言的文本為準：{ $language }。
governing-law = 本政策以{ $jurisdiction }法律為準據法。
repository = 文本及其歷史紀錄
feed-changes = 本版本的變更
feed-more = 另有 { $count } 處變更

permalink = 「{ $section }」一節的連結
table = 表 { $number }
table-in-section = 表 { $number }：{ $section }
footnotes = 註腳
footnote = 註腳 { $number }
footnote-back = 返回引用註腳 { $number } 的內文

alert-note = 備註
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意

task-done = 已完成
task-open = 未完成

not-found-title = 找不到頁面
not-found-text = 此網址沒有對應的頁面。頁面可能已移至他處，或網址輸入有誤。
