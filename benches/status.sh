#!/usr/bin/env bash
# The time of `engross status` beside that of `git log --name-only` over all of history, in turn.
#
#   benches/status.sh REPOSITORY [RUNS]
#
# REPOSITORY  a checkout with an engross.toml, for example a clone of ../shared/corpora/legal-docs.bundle
#             with ../shared's settings from tests/independent/settings/
# RUNS        counted runs of each (default 9)
#
# cold: nothing is remembered, as in a fresh clone. warm: the last commit is the one of the last run.
# Prints the median of CPU and wall seconds, and the median of the ratios to git, pair by pair. State
# ratios, not seconds: machines are noisy.
set -eu
[ $# -ge 1 ] || { sed -n '2,12p' "$0"; exit 2; }
root=$(cd -- "$(dirname -- "$0")/.." && pwd)
site=$(cd -- "$1" && pwd) runs=${2:-9}
temp=$(mktemp -d)
trap 'rm -rf -- "$temp"' EXIT
cargo build --quiet --release --manifest-path "$root/Cargo.toml"
program=$root/target/release/engross
memory=$(git -C "$site" rev-parse --absolute-git-dir)/engross

measured() { # NAME COMMAND…: appends "wall cpu"
  local name=$1
  shift
  TIMEFORMAT='%R %U %S'
  { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $1, $2 + $3 }' >> "$temp/$name"
}
for _ in $(seq "$runs"); do
  measured git git -C "$site" log --name-only
  rm -rf -- "$memory"
  measured cold "$program" status --root "$site"
  measured warm "$program" status --root "$site"
  rm -rf -- "$memory"
  measured cold-json "$program" status --root "$site" --format json
  measured warm-json "$program" status --root "$site" --format json
done
median() { sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
for name in git cold warm cold-json warm-json; do
  for column in 1 2; do
    kind=$([ "$column" = 1 ] && echo wall || echo cpu)
    value=$(cut -d' ' -f"$column" "$temp/$name" | median)
    ratio=$(paste -d' ' "$temp/$name" "$temp/git" | awk -v c="$column" '{ print $c / $(c + 2) }' | median)
    echo "$name $kind $value s, to git $ratio"
  done
done
