#!/bin/sh
# The second of three steps: makes each database and its role, gives the role its password, and signs in with it.
# All of it may be repeated.
set -eu

while read -r key host master database role secret <&3; do
  password=$(cat "$CREDENTIALS/$key.password")
  PGHOST=$host PGPASSWORD=$(cat "$CREDENTIALS/$key.master")
  export PGHOST PGPASSWORD
  # psql asks for the password twice, and sends only what SCRAM makes of it: the server logs statements as they came.
  printf '%s\n%s\n' "$password" "$password" |
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set database="$database" --set role="$role" \
      --file "$SCRIPTS/database.sql" >/dev/null
  PGUSER=$role PGPASSWORD=$password PGDATABASE=$database psql --no-psqlrc --quiet --command 'SELECT 1' >/dev/null
  echo "$key: '$role' signs in to '$database'."
done 3<<END
$TARGETS
END
