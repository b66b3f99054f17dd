#!/usr/bin/env bash
# Times `strata render prod`: cold (nothing of it in the page cache) and warm, beside `dotnet --version` as the scale of
# this machine in the same run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runs=${RUNS:-5}
times=$(mktemp)
trap 'rm -f "$times"' EXIT
median() { awk -F, 'NR == 2 { printf "%.2f", $4 }' "$times"; }
measure() { hyperfine --style none --runs "$runs" --export-csv "$times" "$@" >/dev/null 2>&1; median; }

render='./strata render prod --json'
scale=$(measure --warmup 1 'dotnet --version')
warm=$(measure --warmup 1 "$render")
if [[ -w /proc/sys/vm/drop_caches ]]; then
  cold=$(measure --prepare 'sync; echo 3 >/proc/sys/vm/drop_caches' "$render")
else
  cold='not measured (emptying the page cache takes root)'
fi

printf 'render prod, median of %s runs: warm %s s (%s x dotnet --version, %s s); cold %s s\n' \
  "$runs" "$warm" "$(awk "BEGIN { printf \"%.1f\", $warm / $scale }")" "$scale" "$cold"
