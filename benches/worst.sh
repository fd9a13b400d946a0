#!/usr/bin/env bash
# The cost of redlines of texts that are as bad as can be.
#
#   benches/worst.sh
#
# Compares, with `engross diff`: 30,000 words in 300 paragraphs, all rewritten; one paragraph of 30,000
# words; 5,000 equal paragraphs of which one is new; 4,000 rows of one table, every tenth changed and all
# moved by one; 80,000 stop words in one line; 1 MB of one letter; 3,000 list items of few texts, mixed.
# Each is rendered for the terminal, as HTML and as JSON. Prints wall seconds and the peak of resident
# memory of each process, and whether a limit was reached. Needs Python 3 and GNU time. ENGROSS names
# another binary.
set -eu -o pipefail
root=$(cd -- "$(dirname -- "$0")/.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf -- "$temp"' EXIT
export LC_ALL=C.UTF-8
if [ -z "${ENGROSS:-}" ]; then
  cargo build --quiet --release --manifest-path "$root/Cargo.toml"
  ENGROSS=$root/target/release/engross
fi
python3 - "$temp" <<'PYTHON'
import random, sys
random.seed(5)
def words(n, of=6000): return ' '.join('w%d' % random.randrange(of) for _ in range(n))
def write(name, before, after):
    for side, text in (('before', before), ('after', after)):
        open('%s/%s.%s.md' % (sys.argv[1], name, side), 'w').write(text + '\n')
write('rewritten', '\n\n'.join(words(100) + '.' for _ in range(300)), '\n\n'.join(words(100) + '.' for _ in range(300)))
one = ['w%d' % random.randrange(6000) for _ in range(30000)]
write('one-paragraph', ' '.join(one), ' '.join(w if random.random() > .2 else 'x%d' % random.randrange(6000) for w in one))
write('one-paragraph-other', words(30000), words(30000))
same = ['This paragraph says the same as all the others do.'] * 5000
write('equal-paragraphs', '\n\n'.join(same), '\n\n'.join(same[:2500] + ['One that is new.'] + same[2500:]))
head = '| What | How long |\n| --- | --- |\n'
rows = ['| Data of kind %d and of %d | %d months |' % (n, n % 17, n % 48) for n in range(4000)]
moved = rows[1:] + rows[:1]
write('table', head + '\n'.join(rows), head + '\n'.join(r.replace('months', 'days') if n % 10 == 0 else r for n, r in enumerate(moved)))
stop = ['the', 'of', 'and', 'to', 'in', 'a', 'is', 'that', 'we', 'you']
line = [random.choice(stop) for _ in range(80000)]
write('stop-words', ' '.join(line), ' '.join(random.choice(stop) if random.random() < .1 else w for w in line))
write('one-letter', 'a' * 1000000, 'a' * 999999)
write('one-letter-apart', 'a ' * 500000, 'a ' * 400000)
write('one-kanji', '\u4e00' * 330000, '\u4e00' * 300000)
items = ['- Item of text %d with some words' % random.randrange(7) for _ in range(4000)]
write('items', '\n'.join(items), '\n'.join(random.sample(items, len(items))))
PYTHON
for file in "$temp"/*.before.md; do
  name=$(basename -- "$file" .before.md)
  for format in terminal html json; do
    /usr/bin/time -o "$temp/time" -f '%e s, %M KB' "$ENGROSS" diff "$file" "$temp/$name.after.md" --format "$format" > "$temp/out"
    capped=$(if [ "$format" = json ]; then grep -o '"capped":[a-z]*' "$temp/out"; fi)
    printf '%-20s %-9s %s %s\n' "$name" "$format" "$(cat "$temp/time")" "$capped"
  done
done
