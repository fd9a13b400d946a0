#!/usr/bin/env bash
# The time of `engross build` on mozilla/legal-docs beside that of Hugo with git dates, in turn.
#
#   benches/build.sh HUGO SITES [RUNS]
#
# HUGO   the binary; ../shared/tools/peers/peers-setup.sh installs it
# SITES  the folder that ../shared/tools/peers/make-sites.sh DIR LEGAL LEGAL made; LEGAL is a clone of
#        ../shared/corpora/legal-docs.bundle
# RUNS   counted runs of each (default 9)
#
# Prints wall and CPU seconds of every run, the medians, and the ratio. Both write the same pages (no
# fallbacks), into folders that are removed before each run; nothing is remembered of git either. State ratios, not seconds: machines are
# noisy, and a disk on which many files were just removed makes files slowly, for both.
# Set TMPDIR to a folder in memory to leave the disk out.
set -eu
[ $# -ge 2 ] || { sed -n '2,14p' "$0"; exit 2; }
root=$(cd -- "$(dirname -- "$0")/.." && pwd)
hugo=$1 sites=$(cd -- "$2" && pwd) runs=${3:-9}
temp=$(mktemp -d)
trap 'rm -rf -- "$temp"' EXIT
cargo build --quiet --release --manifest-path "$root/Cargo.toml"
git clone -q "$root/../shared/corpora/legal-docs.bundle" "$temp/legal" -c advice.defaultBranchName=false 2>/dev/null
cat > "$temp/legal/engross.toml" <<'TOML'
[site]
base_url = "https://legal.example.com/"
[locales]
fallback = "none"
[content]
folder = "."
path = "{locale}/{document}.md"
exclude = ["README.md", "LICENSE.md", "CODE_OF_CONDUCT.md"]
html = "sanitize"
TOML

engross() { rm -rf "$temp/engross" "$temp/legal/.git/engross" && "$root/target/release/engross" build --root "$temp/legal" --output "$temp/engross" --format json; }
peer() { rm -rf "$temp/hugo" && (cd "$sites/hugo-legal/_hugo" && "$hugo" --quiet --config git.toml --destination "$temp/hugo"); }
measured() { # NAME: appends "wall cpu"
  TIMEFORMAT='%R %U %S'
  { time "$1" >/dev/null 2>&1; } 2>&1 | awk '{ print $1, $2 + $3 }' >> "$temp/$1.times"
}
engross >/dev/null 2>&1; peer >/dev/null 2>&1
for _ in $(seq "$runs"); do measured engross; measured peer; done
median() { sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
echo "pages: engross $(find "$temp/engross" -name '*.html' | wc -l), hugo $(find "$temp/hugo" -name '*.html' | wc -l)"
for column in 1 2; do
  name=$([ "$column" = 1 ] && echo wall || echo cpu)
  a=$(cut -d' ' -f"$column" "$temp/engross.times" | median)
  b=$(cut -d' ' -f"$column" "$temp/peer.times" | median)
  ratio=$(paste -d' ' "$temp/engross.times" "$temp/peer.times" | awk -v c="$column" '{ print $c / $(c + 2) }' | median)
  echo "$name: engross $a s, hugo $b s, ratio pair by pair $ratio"
done
