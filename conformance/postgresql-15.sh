#!/usr/bin/env bash
# postgresql-15.sh: the tests of store and server once more, on a PostgreSQL 15 server as Debian installs it, which
# lives as long as the script, in a directory of its own, as nobody. Needs postgresql-15; arguments are Maven's.
set -euo pipefail
cd "$(dirname "$0")/.."
programs=/usr/lib/postgresql/15/bin
if [ ! -x "$programs/initdb" ]; then
  echo "postgresql-15.sh: $programs is missing: install postgresql-15" >&2
  exit 2
fi
work=$(mktemp -d)
port=$((20000 + RANDOM % 12000))
as() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  # PostgreSQL refuses to be root.
  as() { setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; }
  chown nobody:nogroup "$work"
fi
end() {
  as "$programs/pg_ctl" stop -s -D "$work/data" -m immediate || true
  rm -rf "$work"
}
trap end EXIT

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
as sh -c 'umask 077 && printf %s "$1" >"$2"' sh "$password" "$work/password"
(
  cd "$work"
  as "$programs/initdb" -D data -U assay -A scram-sha-256 --pwfile=password -E UTF8 --locale=C --no-sync >initdb.log
  as "$programs/pg_ctl" start -s -w -D data -l server.log -o "-p $port -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories=$work -c fsync=off -c log_statement=ddl -c max_connections=300"
)
if ! ./build -q -pl store,server -am -Dtest='dev.assay.store.**,dev.assay.server.**' \
  -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.reportNameSuffix=postgresql-15 \
  -Dassay.test.database="jdbc:postgresql://127.0.0.1:$port/postgres" -Dassay.test.user=assay \
  -Dassay.test.password="$password" "$@" test >"$work/tests.log" 2>&1; then
  grep -E '^\[ERROR\]' "$work/tests.log" | head -40 >&2
  exit 1
fi
# The server's own word that they came to it.
databases=$(grep -c 'create database assay_scratch' "$work/server.log" || true)
if [ "$databases" = 0 ]; then
  echo "postgresql-15.sh: the tests did not come to this server" >&2
  exit 1
fi
echo "postgresql-15: the tests of store and server passed on $("$programs/postgres" --version), in $databases databases"
