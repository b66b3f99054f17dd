#!/bin/bash
# mon.sh DIR: makes the cluster's identity if there is none, then becomes its one monitor.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if [[ ! -s $DIR/keyring ]]; then
  keyring=$DIR/keyring.$$
  ceph-authtool --create-keyring "$keyring" --gen-key -n mon. --cap mon 'allow *'
  ceph-authtool "$keyring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *'
  ceph-authtool "$keyring" --gen-key -n client.rgw --cap mon 'allow *' --cap osd 'allow *'
  # Exactly the capabilities which `ceph osd new` gives, or it refuses the key as somebody else's.
  ceph-authtool "$keyring" --gen-key -n osd.0 \
    --cap mon 'allow profile osd' --cap mgr 'allow profile osd' --cap osd 'allow *'
  mv -f "$keyring" "$DIR/keyring"
fi

# The port is part of the monitor's identity. It is written again at each start, so that it may change.
monmaptool --create --clobber --fsid "$(<"$DIR/fsid")" \
  --addv a "[v2:127.0.0.1:${STRATA_MON_PORT:-7489}]" "$DIR/monmap"
if [[ -e $DIR/mon.made ]]; then
  ceph-mon -c "$conf" -i a --inject-monmap "$DIR/monmap"
else
  rm -rf "$DIR/mon"
  ceph-mon -c "$conf" -i a --mkfs --monmap "$DIR/monmap" --keyring "$DIR/keyring"
  touch "$DIR/mon.made"
fi

exec ceph-mon -c "$conf" -i a -f
