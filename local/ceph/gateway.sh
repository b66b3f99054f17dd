#!/bin/bash
# gateway.sh DIR: makes pools and users if there are none, then becomes the S3 endpoint. Needs monitor and osd.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

until [[ -e $DIR/osd.made ]]; do sleep 0.1; done

# Object data and bucket indexes get placement groups of their own, or all writes queue in one.
if [[ ! -e $DIR/pools.made ]]; then
  for pool in .rgw.root:1 default.rgw.log:1 default.rgw.control:1 default.rgw.meta:1 \
    default.rgw.buckets.index:8 default.rgw.buckets.data:16 default.rgw.buckets.non-ec:1; do
    echo "osd pool create ${pool%:*} ${pool#*:}"
    echo "osd pool application enable ${pool%:*} rgw"
  done | ceph
  touch "$DIR/pools.made"
fi

# Wait for an answer of the osd itself: the monitor calls an osd that was killed "up" until the next one tells it
# otherwise. A request to the old one is not repeated for many seconds, hence new ones with a short limit.
until timeout 1 rados -c "$conf" -p .rgw.root ls >/dev/null; do sleep 0.1; done

# user PREFIX UID...: prints the user's keys as NAME=VALUE. The gateway makes the keys, so that no secret is ever an
# argument that `ps` shows; a user made before a crash is found again with the keys it has.
user() {
  local prefix=$1 uid=$2 text
  shift 2
  text=$(radosgw-admin -c "$conf" -n client.rgw user info --uid "$uid" 2>/dev/null ||
    radosgw-admin -c "$conf" -n client.rgw user create --uid "$uid" --display-name "$uid" "$@")
  sed -n "s/^ *\"\(access\|secret\)_key\": \"\([^\"]*\)\",\?$/${prefix}_\U\1_KEY=\E\2/p" <<<"$text"
}

# Two users: the owner of the buckets, and one without any right of its own.
if [[ ! -s $DIR/credentials ]]; then
  keys=$(user S3 strata --caps 'roles=*;oidc-provider=*' && user S3_GUEST strata-guest)
  [[ $(wc -l <<<"$keys") == 4 ]] ||
    fail "radosgw-admin did not give an access key and a secret key for each of two users."
  write "$DIR/credentials" <<<"$keys"
fi

# Without tcp_nodelay each answer with a body waits 40 ms for the client to acknowledge its header.
exec radosgw -c "$conf" -n client.rgw -f --rgw-frontends "beast endpoint=${STRATA_S3_BIND:-127.0.0.1:7480} tcp_nodelay=1"
