#!/bin/sh
# Checks the findings for a dpkg database of 5,000 near-misses around Debian 12's fixes.
#   debian-status-5000.sh --assay ./assay --db FILE --advisories DIR [ROOT]
# With ROOT: the database is made there, and kept. SEED in the environment makes another one.
set -eu
. "$(dirname "$0")/common.sh"

need perl
need dpkg-query
root=${root:-$scratch/near-misses}
oracle make_debian --advisories "$advisories" --seed "${SEED:-12}" --count 5000 "$root"
oracle check_debian --assay "$assay" --db "$db" --advisories "$advisories" --by perl "$root"
