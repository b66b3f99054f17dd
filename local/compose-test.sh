#!/usr/bin/env bash
# compose-test.sh: builds the images of compose.yaml, starts them, runs the end-to-end test against them, cleans up.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

eng/install-packages.sh dotnet compose
export COMPOSE_PROJECT_NAME=strata-compose-test

# free_port FROM: the first port from there on loopback that nobody answers on.
free_port() {
  local port=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}
STRATA_S3_PORT=${STRATA_S3_PORT:-$(free_port 17480)}
STRATA_POSTGRES_PORT=${STRATA_POSTGRES_PORT:-$(free_port 17432)}
export STRATA_S3_PORT STRATA_POSTGRES_PORT
STRATA_LOCAL=$(mktemp -d)
export STRATA_LOCAL
if docker compose version >/dev/null 2>&1; then compose=(docker compose); else compose=(docker-compose); fi
compose+=(-f local/compose.yaml)
daemon=

cleanup() {
  "${compose[@]}" down --volumes --timeout 10 >/dev/null 2>&1 || true
  rm -rf "$STRATA_LOCAL"
  if [[ -n $daemon ]]; then kill "$daemon" && wait "$daemon"; fi || true
}
trap cleanup EXIT

if ! docker info >/dev/null 2>&1; then
  echo "== start the container engine" >&2
  [[ $(id -u) == 0 ]] || {
    echo "compose-test: no container engine answers. Start it (sudo systemctl start docker), and join its group." >&2
    exit 3
  }
  dockerd >"$STRATA_LOCAL/dockerd.log" 2>&1 &
  daemon=$!
  for _ in {1..60}; do
    docker info >/dev/null 2>&1 && break
    sleep 1
  done
  docker info >/dev/null 2>&1 || {
    echo "compose-test: dockerd did not start. The end of its log:" >&2
    tail -n 20 "$STRATA_LOCAL/dockerd.log" >&2
    exit 3
  }
fi

base=debian:bookworm-slim
if ! docker image inspect "$base" >/dev/null 2>&1 && ! timeout 60 docker pull --quiet "$base" 2>/dev/null; then
  echo "== $base cannot be pulled: make it with debootstrap" >&2
  [[ $(id -u) == 0 ]] || {
    echo "compose-test: debootstrap needs root. Load the image '$base' by hand, or run this as root." >&2
    exit 3
  }
  debootstrap --variant=minbase bookworm "$STRATA_LOCAL/base" >"$STRATA_LOCAL/debootstrap.log" 2>&1 || {
    tail -n 20 "$STRATA_LOCAL/debootstrap.log" >&2
    exit 3
  }
  tar -C "$STRATA_LOCAL/base" -c . | docker import - "$base" >/dev/null
  rm -rf "$STRATA_LOCAL/base"
fi

echo "== build the images" >&2
"${compose[@]}" build >"$STRATA_LOCAL/build.log" 2>&1 || {
  tail -n 30 "$STRATA_LOCAL/build.log" >&2
  exit 3
}
echo "== start the containers" >&2
"${compose[@]}" up --detach
local/compose-attach.sh

echo "== the end-to-end test against the containers" >&2
STRATA_END_TO_END=$STRATA_LOCAL dotnet test tests/Strata.Tests --configuration Release --nologo --verbosity quiet \
  --filter Category=EndToEnd -- RunConfiguration.TreatNoTestsAsError=true
