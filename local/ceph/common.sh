# Sourced by mon.sh, osd.sh and gateway.sh, which share one folder: what every daemon's start begins with.
#
#   DIR                  the folder that holds this cluster, the first argument
#   STRATA_MON_PORT      the monitor's port on loopback
#   STRATA_STORE         bluestore (a sparse file, survives restarts) or memstore (gone with the osd)
#   STRATA_STORE_GIB     the size of the sparse file, fixed when it is made; 64, or 80 % of what the disk has free
#   STRATA_S3_BIND       address:port of the S3 endpoint
#
# Every step is finished by one rename or one marker file and is done again if that is missing, so a kill at any
# point is healed by the next start. A step that is marked done is never done again.
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
DIR=$(cd "$1" && pwd)
conf=$DIR/ceph.conf
least=2 # GiB. A smaller store is full before it holds anything.

fail() {
  echo "strata: $*" >&2
  exit 1
}

# write FILE: stdin becomes FILE, whole or not at all.
write() {
  cat >"$1.$$"
  mv -f "$1.$$" "$1"
}

fact() { [[ -s $DIR/$1 ]] || write "$DIR/$1"; }

ceph() { command ceph -c "$conf" --connect-timeout 60 "$@"; }

if [[ -e $DIR/osd.made && ! (-s $DIR/fsid && -s $DIR/keyring && -e $DIR/mon.made) ]]; then
  fail "\"$DIR\" holds a store (osd.made) without the cluster it belongs to (fsid, keyring, mon.made)." \
    "Nothing was changed. Restore the folder, or delete all of it with \`strata local down --purge\`."
fi

fact fsid </proc/sys/kernel/random/uuid
fact osd.uuid </proc/sys/kernel/random/uuid
fact store <<<"${STRATA_STORE:-bluestore}"
free=$(df --output=avail --block-size=1G "$DIR" | tail -1)
fact store.gib <<<"${STRATA_STORE_GIB:-$((free * 8 / 10 < 64 ? free * 8 / 10 : 64))}"
(($(<"$DIR/store.gib") >= least)) ||
  fail "\"$DIR\" has room for $free GiB, and the store takes at least $least. Free some, then delete \"$DIR/store.gib\"."
mkdir -p "$DIR/crash"

# The configuration is a function of these facts and the monitor's port: three daemons may write it at once.
text=$(<"$here/ceph.conf")
text=${text//@DIR@/"$DIR"}
text=${text//@FSID@/"$(<"$DIR/fsid")"}
text=${text//@MON_PORT@/"${STRATA_MON_PORT:-7489}"}
text=${text//@STORE@/"$(<"$DIR/store")"}
text=${text//@STORE_BYTES@/"$(($(<"$DIR/store.gib") << 30))"}
write "$conf" <<<"$text"
