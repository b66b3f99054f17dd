#!/usr/bin/env bash
# make pulumi: restores the genuine Pulumi packages at the pinned versions and builds on them. Once they are in the NuGet
# cache, every later build uses them (Directory.Build.props decides).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

eng/install-packages.sh dotnet
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
if ! dotnet restore Infra.sln -p:PulumiSdk=nuget --verbosity minimal >"$log" 2>&1; then
  grep -oE '(error|warning) NU[0-9]+: .*' "$log" | sed -E 's/ \[.*$//' | sort -u | head -n 8 >&2
  echo "make pulumi: NuGet could not restore the pinned Pulumi packages (versions: Directory.Build.props)." >&2
  echo "The build goes on with the bundled subset in sdk/. Nothing was changed." >&2
  exit 3
fi
dotnet build Infra.sln -p:PulumiSdk=nuget --no-restore --configuration Release --verbosity minimal
