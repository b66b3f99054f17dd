#!/bin/sh
# The first of three steps. For every line of TARGETS,
#   KEY HOST MASTER-SECRET DATABASE ROLE SECRET
# it sees that the secret has a version of this GENERATION, and leaves the passwords in CREDENTIALS for the second step.
#
# A version is written before the role has its password, and is not the current one yet: after a crash anywhere the next
# run finds the version by its name, and goes on with the same password.
set -eu
umask 077

version=$(printf 'database-setup-generation-%08d' "$GENERATION") # Secrets Manager takes 32 characters or more.

fail() {
  echo "$1" >&2
  exit 1
}

# A member of a JSON object of plain texts, as RDS and this script write them.
member() {
  text=$(sed -nE 's/.*"'"$2"'": ?"(([^"\\]|\\.)*)".*/\1/p' "$1")
  case $text in
    '') fail "The secret in '$1' has no member '$2': look at it in Secrets Manager." ;;
    *\\u*) fail "The member '$2' of the secret in '$1' has an escaped character that this script cannot read." ;;
  esac
  printf '%s' "$text" | sed -E 's/\\(.)/\1/g'
}

# Reads a secret into a file; ends with 1 where there is no such version, and stops at any other error.
read_secret() {
  file=$1
  shift
  if aws secretsmanager get-secret-value "$@" --query SecretString --output text >"$file" 2>"$CREDENTIALS/error"; then
    return 0
  fi
  grep -q ResourceNotFoundException "$CREDENTIALS/error" || fail "Could not read a secret: $(cat "$CREDENTIALS/error")"
  return 1
}

while read -r key host master database role secret <&3; do
  read_secret "$CREDENTIALS/$key.master.json" --secret-id "$master" ||
    fail "There is no secret '$master' of the master user: RDS makes it with the instance."
  member "$CREDENTIALS/$key.master.json" password >"$CREDENTIALS/$key.master"

  if ! read_secret "$CREDENTIALS/$key.json" --secret-id "$secret" --version-id "$version"; then
    password=$(aws secretsmanager get-random-password --password-length 48 --exclude-punctuation \
      --query RandomPassword --output text)
    printf '{"username":"%s","password":"%s","host":"%s","port":"%s","dbname":"%s"}' \
      "$role" "$password" "$host" "$PGPORT" "$database" >"$CREDENTIALS/$key.json"
    aws secretsmanager put-secret-value --secret-id "$secret" --client-request-token "$version" \
      --version-stages AWSPENDING --secret-string "file://$CREDENTIALS/$key.json" >/dev/null
    echo "$key: a password of generation $GENERATION is written."
  fi
  member "$CREDENTIALS/$key.json" password >"$CREDENTIALS/$key.password"
done 3<<END
$TARGETS
END
