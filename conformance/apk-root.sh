#!/bin/sh
# Checks the findings for an apk database of near-misses around Alpine 3.18's fixes.
#   apk-root.sh --assay ./assay --db FILE --advisories DIR [ROOT]
# With ROOT: the database is made there, and kept. SEED in the environment makes another one.
set -eu
. "$(dirname "$0")/common.sh"

root=${root:-$scratch/alpine}
oracle make_apk --advisories "$advisories" --seed "${SEED:-18}" "$root"
oracle check_apk --assay "$assay" --db "$db" --advisories "$advisories" "$root"
