#!/bin/bash
# osd.sh DIR: makes the object store if there is none, then becomes the cluster's one osd. Needs the monitor.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

until [[ -e $DIR/mon.made ]]; do sleep 0.1; done

if [[ ! -e $DIR/osd.made ]]; then
  secret=$(ceph-authtool "$DIR/keyring" -n osd.0 --print-key)
  ceph osd new "$(<"$DIR/osd.uuid")" 0 -i - <<<"{\"cephx_secret\": \"$secret\"}"
  rm -rf "$DIR/osd"
  mkdir "$DIR/osd"
  ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$(<"$DIR/osd.uuid")"
  touch "$DIR/osd.made"
fi

exec ceph-osd -c "$conf" -i 0 -f
