# Korean

language-name = 한국어
site-title = 정책

choose-language = 언어 선택
languages = 언어
skip-to-text = 본문 바로가기
all-policies = 모든 정책
contents = 목차

updated = { $date } 업데이트
applies-from = { $date }부터 적용
not-committed = 아직 커밋되지 않음
published = { $date } 게시
later-edits-formatting = 이후 { $count }건의 편집은 서식만 변경한 것입니다
later-edits = 이후 { $count }건의 편집은 본문 변경으로 보지 않습니다
edit-none = { $date }: 눈에 보이는 변경 없음
edit-days = { $date }: 표시된 날짜만 변경
edit-formatting = { $date }: 서식만 변경
edit-editorial = { $date }: 게시자가 편집상의 수정으로 표시
fallback-notice = 이 문서는 아직 이 언어로 번역되지 않았습니다. 현재 표시된 글은 원문({ $language })입니다.

permalink = “{ $section }” 항목의 링크
table = 표 { $number }
table-in-section = 표 { $number }: { $section }
footnotes = 각주
footnote = 각주 { $number }
footnote-back = 각주 { $number }번이 표시된 본문으로 돌아가기

alert-note = 참고
alert-tip = 도움말
alert-important = 중요
alert-warning = 경고
alert-caution = 주의

task-done = 완료
task-open = 미완료

not-found-title = 페이지를 찾을 수 없습니다
not-found-text = 이 주소에는 페이지가 없습니다. 페이지가 이동되었거나 주소에 오타가 있을 수 있습니다.
