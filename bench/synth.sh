#!/usr/bin/env bash
# Measures rendering beside `cdk synth` of an app with the same resources, taking turns within one run, each time in a new
# process: all layers of prod, then 250, 1,000 and 4,000 resources. The app is plain JavaScript with one CfnResource per
# resource: CDK's cheapest. Only the ratios mean anything.
#
#   bench/synth.sh [ROUNDS]      3 rounds unless told otherwise
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly ROUNDS=${1:-3} AIM=0.5
eng/install-packages.sh dotnet bench
dotnet build bench/scale/Strata.Scale.csproj --configuration Release --verbosity quiet --nologo
[[ -d bench/cdk/node_modules ]] || npm --prefix bench/cdk ci --ignore-scripts --no-audit --no-fund --loglevel error
scale="dotnet artifacts/bin/Strata.Scale/release/Strata.Scale.dll"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CDK_DISABLE_CLI_TELEMETRY=1
cdk="bench/cdk/node_modules/.bin/cdk synth --quiet --no-notices --app 'node bench/cdk/app.mjs' --output $work/cdk.out"

drop() { # what came from the disk comes from it again
  if [[ -w /proc/sys/vm/drop_caches ]]; then sync && echo 3 >/proc/sys/vm/drop_caches; fi
}
seconds() { # seconds COMMAND: the time of one run
  local start end
  start=$(date +%s.%N)
  bash -c "$1" >/dev/null 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
  end=$(date +%s.%N)
  awk "BEGIN { print $end - $start }"
}
median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

printf '%-24s %10s %10s %7s\n' 'median of rounds' strata 'cdk synth' ratio
measure() { # measure NAME COLD COMMAND: sets `ours`
  local name=$1 cold=$2 command=$3 round theirs ratio
  bash -c "$command" >"$work/graph.json"
  export GRAPH=$work/graph.json
  : >"$work/ours" && : >"$work/theirs"
  for ((round = 1; round <= ROUNDS; round++)); do
    [[ $cold == no ]] || drop
    seconds "$command" >>"$work/ours"
    [[ $cold == no ]] || drop
    seconds "$cdk" >>"$work/theirs"
  done
  ours=$(median <"$work/ours") theirs=$(median <"$work/theirs")
  ratio=$(awk "BEGIN { printf \"%.2f\", $ours / $theirs }")
  printf '%-24s %8.2f s %8.2f s %7s (aim: at most %s, %s)\n' "$name" "$ours" "$theirs" "$ratio" "$AIM" \
    "$(awk "BEGIN { print ($ratio <= $AIM) ? \"met\" : \"MISSED\" }")"
}

measure 'prod, cold' yes './strata render prod --json'
measure 'prod, warm' no './strata render prod --json'
for count in 250 1000 4000; do
  measure "$count resources" no "$scale $count"
  times+=("$count $ours")
done
# What starting costs is taken off: the difference of two sizes is what their resources cost.
printf '%s\n' "${times[@]}" | awk '
  NR > 1 { each[NR] = ($2 - seconds) / ($1 - count) * 1000 }
  { count = $1; seconds = $2 }
  END { printf "linear: %.2f ms a resource from 250 to 1,000, %.2f ms from 1,000 to 4,000\n", each[2], each[3] }'
