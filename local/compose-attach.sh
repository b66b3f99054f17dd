#!/usr/bin/env bash
# compose-attach.sh: waits until the containers of compose.yaml are healthy, and lets strata use them (STRATA_LOCAL).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
umask 077

if docker compose version >/dev/null 2>&1; then compose=(docker compose); else compose=(docker-compose); fi
compose+=(-f local/compose.yaml)
limit=180 # seconds; a first start makes the stores

for service in mon osd gateway postgres; do
  id=$("${compose[@]}" ps -q "$service")
  [[ -n $id ]] || {
    echo "compose-attach: there is no container '$service'. Start it: ${compose[*]} up --build --detach" >&2
    exit 3
  }
  until [[ $(docker inspect --format '{{.State.Health.Status}}' "$id") == healthy ]]; do
    if ((SECONDS > limit)) || [[ $(docker inspect --format '{{.State.Running}}' "$id") != true ]]; then
      echo "compose-attach: the container '$service' did not become healthy. The end of its log:" >&2
      docker logs --tail 20 "$id" >&2
      exit 3
    fi
    sleep 1
  done
done

credentials=$(mktemp)
trap 'rm -f "$credentials"' EXIT
"${compose[@]}" exec -T gateway cat /var/lib/strata/ceph/credentials >"$credentials"
"${compose[@]}" exec -T postgres cat /var/lib/strata/postgres/credentials >>"$credentials"
./strata local attach --s3 "http://127.0.0.1:${STRATA_S3_PORT:-7480}" \
  --postgres "127.0.0.1:${STRATA_POSTGRES_PORT:-7432}" --credentials "$credentials"
