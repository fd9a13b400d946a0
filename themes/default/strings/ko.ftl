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
version-fallback-notice = 이 버전은 이 언어로 번역되지 않았습니다. 원문({ $language })을 표시하고 있습니다.

not-archived = 아직 보관되지 않음
version-of = { $date } 버전
version-of-numbered = { $date } 버전(같은 날 { $number }번째)
current-text = 현재 본문, 아직 보관되지 않음
versions-label = 버전
this-version = 이 버전: { $version }
current-version = 현재 버전
previous-version = 이전 버전: { $version }
next-version = 다음 버전: { $version }
all-versions = 모든 버전
by-date = 특정 날짜에 적용된 버전은 무엇입니까?

superseded-notice = 현재 표시된 글은 { $from }부터 { $until }까지 적용된 이전 버전입니다.
superseded-notice-day = 현재 표시된 글은 { $date }에 적용되기 시작하여 같은 날 대체된 이전 버전입니다.
superseded-notice-open = 현재 표시된 글은 { $from }부터 적용되었으며 이후 대체된 이전 버전입니다.
superseded-notice-unknown = 현재 표시된 글은 이후 대체된 이전 버전입니다.
read-current = 현재 버전 읽기
upcoming-notice = 현재 표시된 글은 아직 적용되지 않은 버전입니다. 이 버전은 { $date }부터 적용됩니다.
next-notice = { $date }부터 새 버전이 적용됩니다.
read-upcoming = 새 버전 읽기
withdrawn-notice = 이 정책은 폐지되었습니다. { $date }까지 적용되었습니다.
withdrawn-notice-open = 이 정책은 폐지되었습니다.
withdrawal-notice = 이 정책은 폐지됩니다. { $date }부터 더 이상 적용되지 않습니다.

versions-of = “{ $title }”의 버전
read-policy = 정책 읽기
for-machines = 이 목록의 기계 판독용 형식(JSON)
feed = 새 버전 피드(Atom)
version-from = { $date }부터 적용
version-from-until = { $from }부터 { $until }까지 적용
standing-upcoming = 적용 예정
standing-in-force = 적용 중
standing-superseded = 대체됨
standing-withdrawal = 폐지 예정
standing-withdrawn = 폐지됨
kind-minor = 정정
kind-unarchived = 아직 보관되지 않음
read-version = 읽기
markdown-source = Markdown
in-language = 언어: { $language }

by-date-title = 특정 날짜에 적용된 “{ $title }”의 버전은 무엇입니까?
by-date-label = 날짜
by-date-from = 적용 시작일
by-date-until = 적용 종료일
by-date-version = 버전
by-date-applies = 이 날짜에 적용된 버전:
by-date-before = { $date } 전: 기록된 버전이 없습니다.
by-date-none = 이 날짜에 대해 기록된 버전이 없습니다.

changes-in = “{ $title }”의 변경 내용
changes-between = { $before } → { $after }
changes-summary = { $count ->
    [0] 변경 사항이 없습니다.
   *[other] 변경 { $count }건. 추가된 글자: { $inserted }, 삭제된 글자: { $deleted }, 변경되지 않은 글자: { $kept }%.
}
changes-none = 두 버전의 내용이 같습니다.
changes-none-translation = 이 번역은 두 버전 사이에 변경되지 않았습니다.
changes-no-wording = 문구는 같습니다. 번호, 링크 또는 서식만 변경되었습니다.
changes-capped = 이 글에는 너무 길어 글자 단위로 비교할 수 없는 부분이 있습니다. 해당 부분은 대체된 것으로 표시됩니다.
changes-capped-row = 너무 길어 글자 단위로 비교할 수 없음: 대체된 것으로 표시
changes-list = 변경 목록
changes-before = 변경 전
changes-after = 변경 후
changes-beginning = 첫머리
changes-previous = 이전 변경
changes-next = 다음 변경
changes-legend = 변경 표시 방법
changes-statistics = 수치
changes-folded = 변경되지 않은 단락 { $count }개
changes-moved-to = 이동됨: 현재 위치 보기
changes-moved-from = 이동됨: 이전 위치 보기
changes-show = 표시할 변경
changes-side-by-side = 나란히 보기
changes-one-column = 한 열로 보기
changes-expand = 모두 펼치기
changes-keys = 단축키: 다음 변경은 n 또는 j, 이전 변경은 p 또는 k
changes-deleted = 삭제:
changes-inserted = 삽입:
changes-end = 변경 끝
changes-link-before = 이전 링크:
changes-link-after = 새 링크:
changes-for-machines = 이 변경 내용의 기계 판독용 형식(JSON)
class-changed = 변경됨
class-added = 추가됨
class-removed = 삭제됨
class-moved = 이동됨
class-renumbered = 번호 변경됨
class-link = 링크 변경됨
class-format = 서식 변경됨
class-split = 분할됨
class-joined = 병합됨
figure-inserted = 추가된 글자
figure-deleted = 삭제된 글자
figure-kept = 변경되지 않은 글자
figure-changed = 변경된 단락
figure-added = 추가된 단락
figure-removed = 삭제된 단락
figure-moved = 이동된 부분
figure-renumbered = 번호만 변경
figure-links = 링크만 변경
figure-formatted = 서식만 변경
compare-previous = 이전 버전과 비교한 변경
compare-current = 이 버전 이후의 변경
see-changes = 변경 내용 보기
what-changed = 변경 내용

translation-behind = 이 번역은 원문({ $language })보다 오래된 내용입니다. 원문은 { $date }에 마지막으로 변경되었습니다.
translation-reflects = 이 번역은 { $date } 기준 원문을 반영합니다.
translation-ahead = 이 번역은 원문({ $language })보다 앞선 내용입니다. { $date } 버전을 반영합니다.
see-lacking = 이 번역에 반영되지 않은 변경 내용 보기
lacking-in = “{ $title }” 번역에 반영되지 않은 변경 내용
lacking-explained = 이 번역이 작성된 후 원문({ $language })이 변경되었습니다. 다음은 번역에 아직 반영되지 않은 변경 내용입니다.
original-as-of = { $date } 기준 원문
original-today = 현재 원문
prevailing-language = 언어별 문서의 내용이 서로 다른 경우 다음 언어로 된 문서가 우선합니다: { $language }.
governing-law = 이 정책에는 { $jurisdiction } 법률이 적용됩니다.
repository = 문서와 변경 이력
feed-changes = 이 버전의 변경 내용
feed-more = 그 외 변경 { $count }건

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
