#!/usr/bin/env bash
# Measures `strata evidence add` beside `rclone copy`: the same files, the same real server, the same bucket with
# default retention, taking turns within one run. Ours also hashes, signs, records and reads back every byte. Only the
# ratios mean anything: the machine may be shared, and both suffer alike.
#
#   bench/evidence.sh [ROUNDS]      3 rounds unless told otherwise
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly ROUNDS=${1:-3}
readonly SMALL_FILES=5000 SMALL_BYTES=4096 LARGE_BYTES=$((1 << 30))
readonly SMALL_AIM=2.5 LARGE_AIM=1.2 MEMORY_AIM_MIB=200

eng/install-packages.sh dotnet services bench
dotnet build cli/Strata.Cli.csproj --configuration Release --verbosity quiet --nologo

work=$(mktemp -d)
export STRATA_LOCAL=$work/local
finish() {
  ./strata local down --purge >&2 || true
  rm -rf "$work"
}
trap finish EXIT

free_port() {
  local port
  while port=$((20000 + RANDOM % 8000)) && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

s3_port=$(free_port)
./strata local up --s3-port "$s3_port" --postgres-port "$(free_port)" >/dev/null
./strata up local --layer evidence --yes >/dev/null
bucket=$(./strata evidence list --json 2>/dev/null | sed -n 's/^  "bucket": "\(.*\)",$/\1/p')

# shellcheck disable=SC1091
source "$STRATA_LOCAL/ceph/credentials"
rclone_copy() {
  # rclone 1.60 does not start where AWS_CA_BUNDLE names several certificates.
  env -u AWS_CA_BUNDLE \
    RCLONE_CONFIG=/dev/null RCLONE_CONFIG_VAULT_TYPE=s3 RCLONE_CONFIG_VAULT_PROVIDER=Ceph \
    RCLONE_CONFIG_VAULT_ENDPOINT="http://127.0.0.1:$s3_port" RCLONE_CONFIG_VAULT_FORCE_PATH_STYLE=true \
    RCLONE_CONFIG_VAULT_ACCESS_KEY_ID="$S3_ACCESS_KEY" RCLONE_CONFIG_VAULT_SECRET_ACCESS_KEY="$S3_SECRET_KEY" \
    /usr/bin/time -f '%e %M' -o "$work/rclone.time" rclone copy --quiet "$1" "vault:$bucket/rclone/$2"
}

strata_add() {
  (cd "$1" && /usr/bin/time -f '%e %M' -o "$work/strata.time" \
    "$OLDPWD/strata" evidence add ./* --kind log --control ISO27001-A.8.15 >/dev/null 2>"$work/strata.log") || {
    cat "$work/strata.log" >&2
    exit 1
  }
}

# Fresh bytes for every round: what is already stored would not be sent again.
make_small() { head -c $((SMALL_FILES * SMALL_BYTES)) /dev/urandom | split -a 4 -d -b "$SMALL_BYTES" - "$1/file-"; }
make_large() { head -c "$LARGE_BYTES" /dev/urandom >"$1/large"; }

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

measure() { # measure NAME AIM
  local name=$1 aim=$2 round files ours theirs ratio memory
  printf '%-22s %8s %8s %7s %10s\n' "$name" strata rclone ratio 'peak MiB'
  : >"$work/ratios"
  : >"$work/memory"
  for ((round = 1; round <= ROUNDS; round++)); do
    files=$work/files && mkdir -p "$files" && "make_${name%% *}" "$files"
    if ((round % 2)); then
      strata_add "$files" && rclone_copy "$files" "$name-$round"
    else
      rclone_copy "$files" "$name-$round" && strata_add "$files"
    fi
    read -r ours memory <"$work/strata.time"
    read -r theirs _ <"$work/rclone.time"
    ratio=$(awk "BEGIN { printf \"%.2f\", $ours / $theirs }")
    echo "$ratio" >>"$work/ratios"
    echo $((memory / 1024)) >>"$work/memory"
    printf '  round %-14s %6.1f s %6.1f s %7s %10s\n' "$round" "$ours" "$theirs" "$ratio" "$((memory / 1024))"
    rm -rf "$files"
  done
  ratio=$(median <"$work/ratios")
  memory=$(sort -n "$work/memory" | tail -1)
  printf '  median ratio %s (aim: at most %s, %s); peak %s MiB (aim: below %s, %s)\n' \
    "$ratio" "$aim" "$(awk "BEGIN { print ($ratio <= $aim) ? \"met\" : \"MISSED\" }")" \
    "$memory" "$MEMORY_AIM_MIB" "$( ((memory < MEMORY_AIM_MIB)) && echo met || echo MISSED)"
}

measure "small (5,000 of 4 KiB)" "$SMALL_AIM"
measure "large (one of 1 GiB)" "$LARGE_AIM"
