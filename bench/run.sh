#!/usr/bin/env bash
# make bench: every figure is a ratio of two things measured in one run, since machines differ and are noisy.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

eng/install-packages.sh dotnet services bench
dotnet build cli/Strata.Cli.csproj --configuration Release --verbosity quiet --nologo
bench/render.sh
bench/synth.sh
bench/evidence.sh
