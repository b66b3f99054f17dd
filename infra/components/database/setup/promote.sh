#!/bin/sh
# The last of three steps: the password that has just been tried becomes the one that everybody reads.
set -eu

version=$(printf 'database-setup-generation-%08d' "$GENERATION")

while read -r key host master database role secret <&3; do
  if current=$(aws secretsmanager get-secret-value --secret-id "$secret" --version-stage AWSCURRENT \
    --query VersionId --output text 2>"$CREDENTIALS/error"); then
    [ "$current" = "$version" ] && continue
    aws secretsmanager update-secret-version-stage --secret-id "$secret" --version-stage AWSCURRENT \
      --move-to-version-id "$version" --remove-from-version-id "$current" >/dev/null
  elif grep -q ResourceNotFoundException "$CREDENTIALS/error"; then
    aws secretsmanager update-secret-version-stage --secret-id "$secret" --version-stage AWSCURRENT \
      --move-to-version-id "$version" >/dev/null
  else
    echo "Could not read which version of '$secret' is current: $(cat "$CREDENTIALS/error")" >&2
    exit 1
  fi
  echo "$key: generation $GENERATION is current."
done 3<<END
$TARGETS
END
