# Simplified Chinese

language-name = 简体中文
site-title = 政策

choose-language = 选择语言
languages = 语言
skip-to-text = 跳至正文
all-policies = 全部政策
contents = 目录

updated = 更新日期：{ $date }
applies-from = 自{ $date }起生效
not-committed = 尚未提交
published = 发布日期：{ $date }
later-edits-formatting = 此后 { $count } 次编辑仅调整了格式
later-edits = 此后 { $count } 次编辑不视为正文变更
edit-none = { $date }：无可见变更
edit-days = { $date }：仅更改所载日期
edit-formatting = { $date }：仅调整格式
edit-editorial = { $date }：发布者标记为编辑性修改
fallback-notice = 本文尚未翻译成此语言。您正在阅读的是原文（{ $language }）。
version-fallback-notice = 此版本未翻译成该语言。您正在阅读原文（{ $language }）。

not-archived = 尚未存档
version-of = { $date }版本
version-of-numbered = { $date }版本（当日第 { $number } 版）
current-text = 当前文本，尚未存档
versions-label = 版本
this-version = 本版本：{ $version }
current-version = 当前版本
previous-version = 上一版本：{ $version }
next-version = 下一版本：{ $version }
all-versions = 全部版本
by-date = 某一日期适用的是哪个版本？

superseded-notice = 您正在阅读的是旧版本，其有效期自{ $from }起至{ $until }止。
superseded-notice-day = 您正在阅读的是旧版本，该版本于{ $date }生效，并于当日被取代。
superseded-notice-open = 您正在阅读的是旧版本，该版本自{ $from }起生效，现已被取代。
superseded-notice-unknown = 您正在阅读的是旧版本，该版本已被取代。
read-current = 阅读当前版本
upcoming-notice = 您正在阅读的版本尚未生效。该版本自{ $date }起生效。
next-notice = 新版本自{ $date }起生效。
read-upcoming = 阅读新版本
withdrawn-notice = 本政策已废止，有效期至{ $date }止。
withdrawn-notice-open = 本政策已废止。
withdrawal-notice = 本政策将予废止：自{ $date }起不再有效。

versions-of = 《{ $title }》的各个版本
read-policy = 阅读政策
for-machines = 此列表的机器可读格式（JSON）
feed = 新版本订阅源（Atom）
version-from = 自{ $date }起生效
version-from-until = 有效期自{ $from }起至{ $until }止
standing-upcoming = 尚未生效
standing-in-force = 现行有效
standing-superseded = 已被取代
standing-withdrawal = 即将废止
standing-withdrawn = 已废止
kind-minor = 更正
kind-unarchived = 尚未存档
read-version = 阅读
markdown-source = Markdown
in-language = 语言：{ $language }

by-date-title = 某一日期适用的是《{ $title }》的哪个版本？
by-date-label = 日期
by-date-from = 起始日期
by-date-until = 截止日期
by-date-version = 版本
by-date-applies = 该日适用的版本：
by-date-before = { $date }之前：无版本记录。
by-date-none = 该日无版本记录。

changes-in = 《{ $title }》的变更内容
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] 无变更。
   *[other] 共 { $count } 处变更。新增字数：{ $inserted }；删除字数：{ $deleted }；未变更：{ $kept }%。
}
changes-none = 两个版本内容相同。
changes-none-translation = 本译文在两个版本之间没有变更。
changes-no-wording = 文字内容相同。仅编号、链接或格式有变更。
changes-capped = 文本中的部分内容过长，无法逐字比较。这些内容显示为已替换。
changes-capped-row = 过长，无法逐字比较：显示为已替换
changes-list = 变更列表
changes-before = 变更前
changes-after = 变更后
changes-beginning = 开头
changes-previous = 上一处变更
changes-next = 下一处变更
changes-legend = 变更的标示方式
changes-statistics = 统计数据
changes-folded = { $count } 个未变更的段落
changes-moved-to = 已移动：查看现在的位置
changes-moved-from = 已移动：查看原来的位置
changes-show = 显示
changes-side-by-side = 并排显示
changes-one-column = 单栏显示
changes-expand = 全部展开
changes-keys = 快捷键：按 n 或 j 前往下一处变更，按 p 或 k 前往上一处变更
changes-deleted = 删除：
changes-inserted = 插入：
changes-end = 变更结束
changes-link-before = 原链接：
changes-link-after = 新链接：
changes-for-machines = 这些变更的机器可读格式（JSON）
class-changed = 已变更
class-added = 已新增
class-removed = 已删除
class-moved = 已移动
class-renumbered = 编号变更
class-link = 链接变更
class-format = 格式变更
class-split = 已拆分
class-joined = 已合并
figure-inserted = 新增的文字
figure-deleted = 删除的文字
figure-kept = 未变更的文字
figure-changed = 变更的段落
figure-added = 新增的段落
figure-removed = 删除的段落
figure-moved = 移动的片段
figure-renumbered = 仅编号变更
figure-links = 仅链接变更
figure-formatted = 仅格式变更
compare-previous = 与上一版本相比的变更
compare-current = 自本版本以来的变更
see-changes = 查看变更内容
what-changed = 变更内容

translation-behind = 本译文落后于原文（{ $language }）；原文最后一次变更的日期为{ $date }。
translation-reflects = 本译文对应的是截至{ $date }的原文。
translation-ahead = 本译文新于原文（{ $language }）：其对应的是{ $date }版本。
see-lacking = 查看本译文尚缺的内容
lacking-in = 《{ $title }》译文尚缺的内容
lacking-explained = 本译文完成后，原文（{ $language }）又有变更。以下是译文尚未包含的变更。
original-as-of = 截至{ $date }的原文
original-today = 当前原文
prevailing-language = 如各文本之间存在差异，以下列语言的文本为准：{ $language }。
governing-law = 本政策适用{ $jurisdiction }法律。
repository = 文本及其历史记录
feed-changes = 本版本的变更
feed-more = 另有 { $count } 处变更

permalink = “{ $section }”一节的链接
table = 表 { $number }
table-in-section = 表 { $number }：{ $section }
footnotes = 脚注
footnote = 脚注 { $number }
footnote-back = 返回引用脚注 { $number } 的正文

alert-note = 备注
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意

task-done = 已完成
task-open = 未完成

not-found-title = 未找到页面
not-found-text = 此网址没有对应的页面。页面可能已被移动，或者网址输入有误。
