#!/usr/bin/env bash
# The quality of redlines on edits that are known, beside that of other tools, in one run.
#
#   benches/redline.sh [CASES] [ASIAN]
#
# CASES  how many cases of each seed (default 120)
# ASIAN  how many of Chinese, Japanese and Korean texts (default 40)
#
# The cases are made by ../shared/tools/diffquality/gen.py from the texts of ../shared/corpora: seeds 1 and
# 11, and seeds 2 and 12 from the East Asian documents alone. Beside engross: Python's difflib on words,
# diff-match-patch and jsdiff, each with 300 s for a set; what it did not finish is missing. Prints what
# score.py says of each. Needs git, Python 3 with venv, and Node with npm. ENGROSS names another binary.
set -eu -o pipefail
root=$(cd -- "$(dirname -- "$0")/.." && pwd)
cases=${1:-120} asian=${2:-40}
judge=$root/../shared/tools/diffquality
temp=$(mktemp -d)
trap 'rm -rf -- "$temp"' EXIT
if [ -z "${ENGROSS:-}" ]; then
  cargo build --quiet --release --manifest-path "$root/Cargo.toml"
  ENGROSS=$root/target/release/engross
fi
mkdir "$temp/all" "$temp/asian" "$temp/npm"
for name in legal-docs site-policy genai-eu-versions; do
  git -c init.defaultBranch=main -c core.autocrlf=false clone -q "$root/../shared/corpora/$name.bundle" "$temp/all/$name"
  rm -rf -- "$temp/all/$name/.git"
done
for language in ja zh-CN zh-TW ko; do
  [ ! -d "$temp/all/legal-docs/$language" ] || cp -r -- "$temp/all/legal-docs/$language" "$temp/asian/"
done
python3 -m venv "$temp/python"
"$temp/python/bin/pip" install --quiet diff-match-patch
(cd "$temp/npm" && npm install --silent --no-progress diff)

ours() {
  mkdir "$2"
  (cd "$1" && ls) | xargs -P "$(nproc)" -I{} sh -c '"$0" diff --format json "$1/{}/left.md" "$1/{}/right.md" > "$2/{}.json"' "$ENGROSS" "$1" "$2"
}
score() { printf '%-14s %s\n' "$1" "$(python3 "$judge/score.py" "$2" "$3")"; }
for set in "1 all $cases" "11 all $cases" "2 asian $asian" "12 asian $asian"; do
  read -r seed corpus count <<< "$set"
  from=$temp/cases-$seed
  python3 "$judge/gen.py" "$temp/$corpus" "$from" --n "$count" --seed "$seed" >&2
  echo "seed $seed, $count cases of $corpus"
  ours "$from" "$temp/ours-$seed"
  score engross "$from" "$temp/ours-$seed"
  for tool in difflib-word dmp; do
    mkdir "$temp/$tool-$seed"
    timeout 300 "$temp/python/bin/python" "$judge/peers.py" "$tool" "$from" "$temp/$tool-$seed" >&2 || true
    score "$tool" "$from" "$temp/$tool-$seed"
  done
  (cd "$temp/npm" && timeout 300 node "$judge/peers.mjs" words "$from" "$temp/jsdiff-$seed" >&2) || true
  score jsdiff "$from" "$temp/jsdiff-$seed"
done
