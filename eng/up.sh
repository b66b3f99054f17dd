#!/usr/bin/env bash
# make up: from a fresh clone to a real WORM vault that has refused to be destroyed. Safe to run again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() { printf '\n\033[1m== %s\033[0m\n' "$*" | if [[ -t 1 ]]; then cat; else sed 's/\x1b\[[0-9;]*m//g'; fi; }
run() { printf '$ %s\n' "$*"; "$@"; }

# Runs a command that the store must refuse, and shows the refusal. A success here would mean that evidence can be lost.
must_be_refused() {
  printf '$ %s\n' "$*"
  local code=0
  "$@" || code=$?
  if [[ $code -ne 1 ]]; then
    echo "make up: the store was expected to refuse this (exit code 1), but the exit code was $code." >&2
    exit 1
  fi
}

step "Install and build"
eng/install-packages.sh dotnet services
dotnet build cli/Strata.Cli.csproj --configuration Release --verbosity quiet --nologo

step "A real S3 server with Object Lock, and PostgreSQL"
run ./strata local up

step "What production would be, rendered without any credentials"
run env -u AWS_PROFILE -u AWS_ACCESS_KEY_ID -u AWS_SECRET_ACCESS_KEY -u AWS_SESSION_TOKEN \
  ./strata preview prod --layer evidence

step "The same layer, for real, on this machine"
run ./strata up local --layer evidence --yes

step "Verify every record: signature, digest, lock, retention"
run ./strata evidence verify

step "Ask the store to delete, shorten and weaken what it has locked"
run ./strata evidence probe

step "Try to destroy it"
must_be_refused ./strata destroy local --layer evidence --unprotect --yes

step "Done"
./strata local status
cat <<'TEXT'

The vault stands, and the evidence in it outlives us. Next:
  ./strata evidence list                 what is in the vault
  ./strata evidence add FILE --kind document --control 'NIST AU-9'
  ./strata diff dev prod                 how two environments differ
  make test · make bench · make down
TEXT
