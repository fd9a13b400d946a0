#!/usr/bin/env bash
# The memory and the time of `engross build` on one document of few and of many versions.
#
#   benches/versions.sh [FEW] [MANY] [RUNS]
#
# FEW, MANY  how many versions (default 100 and 3000)
# RUNS       counted builds of each site (default 3)
#
# Every version is a revision of mozilla/legal-docs' privacy notice for Firefox (15 to 20 KB; the clone is
# of ../shared/corpora/legal-docs.bundle) with its own number, committed on a day of its own. The sites:
# records  the versions were written by `engross import`
# git      `versions.from = "git"`
#
# Prints for each build the peak of resident memory, wall and CPU seconds (medians), files and bytes; then
# the ratios of MANY to FEW. The peak must not grow with the count: texts are not to stand in memory, only
# a few hundred bytes for each version. ENGROSS names another binary to measure. Needs GNU time.
set -eu -o pipefail
few=${1:-100} many=${2:-3000} runs=${3:-3}
case $few$many$runs in *[!0-9]*) sed -n '2,17p' "$0"; exit 2 ;; esac
root=$(cd -- "$(dirname -- "$0")/.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf -- "$temp"' EXIT
export LC_ALL=C GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
if [ -z "${ENGROSS:-}" ]; then
  cargo build --quiet --release --manifest-path "$root/Cargo.toml"
  ENGROSS=$root/target/release/engross
fi

# The texts, each in a file.
git -c init.defaultBranch=main clone -q --bare "$root/../shared/corpora/legal-docs.bundle" "$temp/legal"
mkdir "$temp/texts"
git -C "$temp/legal" log --format=%H -- en/firefox_privacy_notice.md | while read -r commit; do
  size=$(git -C "$temp/legal" cat-file -s "$commit:en/firefox_privacy_notice.md" 2>/dev/null || echo 0)
  [ "$size" -ge 15000 ] && [ "$size" -le 20000 ] || continue
  git -C "$temp/legal" cat-file blob "$commit:en/firefox_privacy_notice.md" > "$temp/texts/$commit"
done

# history COUNT: a stream for `git fast-import`, a commit a day.
history() {
  awk -v count="$1" -v start=946728000 '
    FNR == 1 { texts++ }
    { text[texts] = text[texts] $0 "\n" }
    function put(path, bytes) { printf "M 100644 inline %s\ndata %d\n%s\n", path, length(bytes), bytes }
    END {
      for (n = 1; n <= count; n++) {
        printf "commit refs/heads/main\ncommitter Bench <bench@example.com> %d +0000\ndata 1\nx\n", start + n * 86400
        if (n == 1) put("engross.toml", "[site]\nbase_url = \"https://www.example.com/\"\n[content]\nhtml = \"sanitize\"\n")
        put("content/privacy/en.md", text[n % texts + 1] "\nThis is version number " n " of the notice.\n")
      }
    }' "$temp"/texts/*
}

# measured NAME COMMAND…: appends "KB wall user system".
measured() {
  local name=$1
  shift
  /usr/bin/time -o "$temp/$name.run" -f '%M %e %U %S' "$@" > "$temp/said" 2>&1 || { cat "$temp/said"; exit 1; }
  tail -n 1 "$temp/$name.run" >> "$temp/$name.times"
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
of() { awk "{ print $2 }" "$temp/$1.times" | median; }
MB='$1 / 1024' CPU='$3 + $4'

echo "texts: $(find "$temp/texts" -type f | wc -l), median $(wc -c "$temp"/texts/* | grep -v total | awk '{ print $1 }' | median) bytes"
for count in "$few" "$many"; do
  site=$temp/git-$count
  git init -q -b main "$site"
  history "$count" | git -C "$site" fast-import --quiet
  git -C "$site" reset -q --hard
  cp -R "$site" "$temp/records-$count"
  measured "import-$count" "$ENGROSS" import --root "$temp/records-$count"
  printf '[versions]\nfrom = "git"\n' >> "$site/engross.toml"
  printf 'import %5d: peak %7.1f MB, wall %.2f s, CPU %.2f s\n' "$count" "$(of "import-$count" "$MB")" "$(of "import-$count" '$2')" "$(of "import-$count" "$CPU")"
  for from in records git; do
    name=$from-$count
    for _ in $(seq "$runs"); do
      rm -rf "$temp/out" "$temp/$name/.git/engross"
      measured "$name" "$ENGROSS" build --root "$temp/$name" --output "$temp/out"
    done
    pages=$(find "$temp/out" -path '*/privacy/*-*-*/index.html' ! -path '*/compare/*' | wc -l)
    [ "$pages" -eq "$count" ] || { echo "$name has the pages of $pages versions"; cat "$temp/said"; exit 1; }
    printf '%-7s %4d: peak %7.1f MB, wall %.2f s, CPU %.2f s, %d files of %d bytes\n' "$from" "$count" \
      "$(of "$name" "$MB")" "$(of "$name" '$2')" "$(of "$name" "$CPU")" \
      "$(find "$temp/out" -type f | wc -l)" "$(find "$temp/out" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }')"
  done
done
for name in import records git; do
  for what in "peak $MB" "wall \$2" "CPU $CPU"; do
    printf '%s %s: %s to %s versions: ' "$name" "${what%% *}" "$many" "$few"
    awk -v a="$(of "$name-$many" "${what#* }")" -v b="$(of "$name-$few" "${what#* }")" -v n="$((many - few))" -v peak="${what%% *}" \
      'BEGIN { printf "ratio %.2f", a / b; if (peak == "peak") printf ", %.0f bytes for each further version", (a - b) * 1048576 / n; print "" }'
  done
done
