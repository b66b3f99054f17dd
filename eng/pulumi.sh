#!/usr/bin/env bash
# make pulumi: restores the genuine Pulumi packages at the pinned versions and builds on them. Once they are in the NuGet
# cache, every later build uses them (Directory.Build.props decides).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

eng/install-packages.sh dotnet
log="$(mktemp)"
trap 'rm -f "$log"' EXIT

property() { dotnet msbuild infra/components/Infra.Components.csproj -nologo -getProperty:"$1"; }
before="$(property PulumiSdk)"

# fail SENTENCE EXIT-CODE. A restore that fails may have filled the cache all the same, and every later build would
# follow it into the same failure: what was not there before goes away again.
fail() {
  { grep -oE '(error|warning) [A-Z]+[0-9]+: .*' "$log" | sed -E 's/ \[.*$//' | sort -u | head -n 8 >&2; } || true
  echo "make pulumi: $1 (versions: Directory.Build.props)." >&2
  if [[ $before == bundled ]]; then
    local cache version
    cache="$(property _NuGetCache)" version="$(property PulumiVersion)"
    rm -rf "${cache:?}/pulumi/${version:?}" "$cache/pulumi.automation/$version"
    echo "The build goes on with the bundled subset in sdk/. Nothing was changed." >&2
  else
    echo "The packages are in the NuGet cache; -p:PulumiSdk=bundled builds on the subset in sdk/ instead." >&2
  fi
  exit "$2"
}

dotnet restore Infra.sln -p:PulumiSdk=nuget --verbosity minimal >"$log" 2>&1 ||
  fail "NuGet could not restore the pinned Pulumi packages" 3
dotnet build Infra.sln -p:PulumiSdk=nuget --no-restore --configuration Release --verbosity minimal | tee "$log" ||
  fail "the sources do not build on the genuine Pulumi packages" 1
