#!/usr/bin/env bash
# install-packages.sh GROUP...: installs the Debian packages that are missing, and says which and why. Prints nothing
# when nothing is missing. This is the only place where strata uses root (or sudo).
#
#   dotnet     the .NET SDK that global.json names
#   services   the S3 server and PostgreSQL (strata local up)
#   rules      what checks alerting rules and routes
#   test       what the tests call besides
#   bench      what the benchmark compares with
#   compose    the containers (make compose-test)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# group | package | a file (or pattern) or command that shows that it is there | what for
packages='
services | ceph-mon        | ceph-mon                          | the monitor of the S3 store
services | ceph-osd        | ceph-osd                          | the disk of the S3 store
services | ceph-common     | radosgw-admin                     | the tools that set the S3 store up
services | radosgw         | radosgw                           | the S3 server
services | postgresql      | /usr/lib/postgresql/*/bin/postgres | the database
rules    | prometheus      | promtool                          | checks and tests alerting rules
rules    | prometheus-alertmanager | amtool                    | checks alert routes and what is kept back
test     | procps          | pkill                             | ends the servers of a test run that was killed
test     | nodejs          | node                              | runs the generator of sdk/ and the validators of tests
test     | npm             | npm                               | fetches what that generator and the validators of tests need
bench    | rclone          | rclone                            | what uploads are compared with
bench    | hyperfine       | hyperfine                         | times commands
bench    | time            | /usr/bin/time                     | measures peak memory
bench    | nodejs          | node                              | runs what rendering is compared with
bench    | npm             | npm                               | fetches what rendering is compared with
compose  | docker.io       | dockerd                           | runs the containers
compose  | docker-compose  | docker-compose                    | starts them together
compose  | debootstrap     | debootstrap                       | makes the base image where none can be pulled
'

fail() {
  echo "install-packages: $*" >&2
  exit 3
}

is_there() {
  case $1 in
    /*) compgen -G "$1" >/dev/null ;;
    *) command -v "$1" >/dev/null || [[ -x /usr/sbin/$1 ]] ;;
  esac
}

# as_root COMMAND...: runs it as root, with nothing that could ask a question.
as_root() {
  local as=(env DEBIAN_FRONTEND=noninteractive)
  [[ $(id -u) == 0 ]] || as=(sudo "${as[@]}")
  "${as[@]}" "$@"
}

need_root() {
  [[ $(id -u) == 0 ]] || command -v sudo >/dev/null ||
    fail "installing packages takes root, and there is no sudo. Run this as root: apt-get install $*"
}

updated=
install() {
  command -v apt-get >/dev/null ||
    fail "this machine has no apt-get (strata's services are tried on Debian 12). Install by hand: $*"
  need_root "$@"
  local log
  log=$(mktemp)
  # Lists that cannot be renewed may still be good enough: what counts is whether the installation succeeds.
  [[ -n $updated ]] || as_root apt-get update -qq >"$log" 2>&1 || true
  updated=yes
  as_root apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" >>"$log" 2>&1 || {
    tail -n 15 "$log" >&2
    fail "apt-get could not install: $* (its whole output: $log)"
  }
  rm -f "$log"
}

# Debian's PostgreSQL makes and starts a cluster of its own when it is installed. Ours is another: tell it not to.
without_a_system_cluster() {
  local drop_in=/etc/postgresql-common/createcluster.d/strata-installs.conf
  as_root mkdir -p "${drop_in%/*}"
  as_root sh -c "echo 'create_main_cluster = false' >$drop_in"
  trap "as_root rm -f $drop_in" EXIT
  "$@"
  as_root rm -f "$drop_in"
  trap - EXIT
}

# Debian starts Prometheus and Alertmanager when they are installed, and at every boot. Only their tools are wanted here:
# an installed policy forbids the start, and the units are switched off. A policy that is already there is left alone.
without_starting_servers() {
  local policy=/usr/sbin/policy-rc.d
  if [[ -e $policy ]]; then
    "$@"
  else
    trap "as_root rm -f $policy" EXIT
    as_root sh -c "printf '#!/bin/sh\\nexit 101\\n' >$policy && chmod 755 $policy"
    "$@"
    as_root rm -f "$policy"
    trap - EXIT
  fi
  [[ ! -d /run/systemd/system ]] || as_root systemctl disable --quiet --now prometheus prometheus-alertmanager
}

install_dotnet() {
  if dotnet --version >/dev/null 2>&1; then return; fi
  local version package
  version=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
  package=dotnet-sdk-${version%.*}
  if apt-cache show "$package" >/dev/null 2>&1; then
    echo "install-packages: installing $package (builds strata)" >&2
    install "$package"
    return
  fi
  fail "strata is built with the .NET SDK $version or a later one of its feature band, and" \
    "$(command -v dotnet >/dev/null && echo "\`dotnet\` here has other versions only ($(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' '))" ||
      echo 'there is no `dotnet` here')." \
    "Debian 12 has no package for it. Get it from https://dotnet.microsoft.com/download/dotnet/${version%.*}," \
    "put \`dotnet\` on the PATH, and try again."
}

[[ $# -gt 0 ]] || {
  sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

missing=()
reasons=
for group in "$@"; do
  if [[ $group == dotnet ]]; then
    install_dotnet
    continue
  fi
  known=
  while IFS='|' read -r of package sign reason; do
    read -r of <<<"$of"
    [[ $of == "$group" ]] || continue
    known=yes
    read -r package <<<"$package"
    read -r sign <<<"$sign"
    read -r reason <<<"$reason"
    is_there "$sign" && continue
    missing+=("$package")
    reasons+="  $package: $reason"$'\n'
  done <<<"$packages"
  [[ -n $known ]] || {
    echo "install-packages: there is no group '$group': it is dotnet, services, rules, test, bench or compose." >&2
    exit 2
  }
done

[[ ${#missing[@]} -gt 0 ]] || exit 0
printf 'install-packages: installing %s Debian packages%s\n%s' \
  "${#missing[@]}" "$([[ $(id -u) == 0 ]] || echo ' with sudo')" "$reasons" >&2
servers=() rest=()
for package in "${missing[@]}"; do
  if [[ $package == prometheus* ]]; then servers+=("$package"); else rest+=("$package"); fi
done
if [[ " ${rest[*]} " == *' postgresql '* ]]; then
  need_root "${rest[@]}"
  without_a_system_cluster install "${rest[@]}"
elif [[ ${#rest[@]} -gt 0 ]]; then
  install "${rest[@]}"
fi
[[ ${#servers[@]} -eq 0 ]] || without_starting_servers install "${servers[@]}"
