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
