#!/usr/bin/env bash
# make test: installs what is missing, checks the format, builds, runs every test project, and counts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

eng/install-packages.sh dotnet services rules test

echo "== restore and build"
dotnet restore Infra.sln --verbosity quiet
dotnet build Infra.sln --configuration Release --no-restore --verbosity quiet --nologo
echo "== format"
dotnet format whitespace Infra.sln --no-restore --verify-no-changes --exclude sdk/Pulumi.Aws sdk/Pulumi.Kubernetes

# One project after the other: the genuine TestAsync wants to be alone in its process, and real servers share two cores.
results="artifacts/test-results"
rm -rf "$results"
status=0
for project in tests/*.Tests; do
  echo "== ${project#tests/}"
  dotnet test "$project" --configuration Release --no-build --nologo --verbosity quiet \
    --results-directory "$results" --logger "trx;LogFileName=$(basename "$project").trx" \
    --logger "console;verbosity=minimal" || status=1
done

# A project that ran no test wrote no results, or counts of zero: the sum below would not hide a failure, status has it.
awk -v RS='[ >]' -F'"' '
  /^passed="/  { passed += $2 }
  /^failed="/  { failed += $2 }
  /^total="/  { skipped += $2 } # xunit writes no count of what it skipped: it is what was not executed
  /^executed="/ { skipped -= $2 }
  END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit (passed == 0 || failed > 0) }
' "$results"/*.trx || status=1
exit "$status"
