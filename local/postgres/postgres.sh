#!/bin/bash
# postgres.sh DIR: makes a database cluster below DIR if there is none, then becomes its server.
#
#   STRATA_POSTGRES_PORT     the port
#   STRATA_POSTGRES_LISTEN   the address, default 127.0.0.1
#
# PostgreSQL refuses to run as root: started by root it becomes the user `postgres`, to whom DIR then belongs.
# The new cluster gets its name by one rename, so a kill at any point is healed by the next start.
set -euo pipefail
umask 077
cd /

fail() {
  echo "strata: $*" >&2
  exit 1
}

mkdir -p "$1"
DIR=$(cd "$1" && pwd)

if [[ $(id -u) == 0 ]]; then
  id postgres >/dev/null 2>&1 ||
    fail "PostgreSQL does not run as root and there is no user postgres. Install it: eng/install-packages.sh services"
  chown postgres:postgres "$DIR"
  # The script goes along as text: neither it nor its folder need be open to `postgres`.
  become=(setpriv --reuid postgres --regid postgres --init-groups bash -c "$(<"${BASH_SOURCE[0]}")" postgres.sh)
  if setpriv --reuid postgres --regid postgres --init-groups test -w "$DIR"; then
    exec "${become[@]}" "$DIR"
  fi
  # The way to DIR is closed to `postgres` (a repository below /root): in a mount namespace of its own, which nobody
  # else sees, DIR is shown at a place that is open.
  unshare --mount true ||
    fail "\"$DIR\" is not open to the user postgres. Let STRATA_LOCAL name a folder such as /var/lib/strata."
  exec unshare --mount --propagation private bash -c 'mount --bind "$1" /mnt && shift && exec "$@"' sh \
    "$DIR" "${become[@]}" /mnt
fi

if [[ -s $DIR/data/PG_VERSION ]]; then
  bin=/usr/lib/postgresql/$(<"$DIR/data/PG_VERSION")/bin
else
  bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)
fi
[[ -x $bin/postgres ]] || fail "no PostgreSQL at \"$bin\". Install it: eng/install-packages.sh services"

if [[ ! -d $DIR/data ]]; then
  new=$DIR/data.new
  rm -rf "$new"
  [[ -s $DIR/credentials ]] || {
    echo "POSTGRES_PASSWORD=$(od -An -v -tx1 -N24 /dev/urandom | tr -d ' \n')" >"$DIR/credentials.new"
    mv -f "$DIR/credentials.new" "$DIR/credentials"
  }
  sed -n 's/^POSTGRES_PASSWORD=//p' "$DIR/credentials" >"$DIR/password"
  "$bin/initdb" --pgdata "$new" --username strata --pwfile "$DIR/password" --auth scram-sha-256 \
    --encoding UTF8 --locale C.UTF-8 --data-checksums
  rm -f "$DIR/password"
  echo 'host all all all scram-sha-256' >"$new/pg_hba.conf"
  echo 'CREATE DATABASE strata' | "$bin/postgres" --single -D "$new" postgres
  sync -f "$new"
  mv "$new" "$DIR/data"
fi

[[ -s $DIR/credentials ]] ||
  fail "\"$DIR/data\" holds a database whose password, in \"$DIR/credentials\", is gone. Nothing was changed." \
    "Restore that file, or delete the data with \`strata local down --purge\`."

# A server that was killed leaves its pid file, and the next one refuses to start while a process of that number is
# there. It is a stranger's if the machine was started anew; else it is the dead server, until pid 1 collects it.
if [[ -s $DIR/data/postmaster.pid ]]; then
  old=$(head -1 "$DIR/data/postmaster.pid")
  if [[ $(cat "/proc/$old/comm" 2>/dev/null) != postgres ]]; then rm -f "$DIR/data/postmaster.pid"; fi
  for _ in {1..100}; do
    grep -qs '^State:.*zombie' "/proc/$old/status" || break
    sleep 0.1
  done
fi

# No Unix socket: nothing to leave behind, and one way in, with a password.
exec "$bin/postgres" -D "$DIR/data" -p "${STRATA_POSTGRES_PORT:-7432}" \
  -c listen_addresses="${STRATA_POSTGRES_LISTEN:-127.0.0.1}" -c unix_socket_directories= \
  -c timezone=UTC -c log_timezone=UTC -c log_destination=stderr
