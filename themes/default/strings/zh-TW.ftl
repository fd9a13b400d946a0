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
