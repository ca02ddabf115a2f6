#!/bin/sh
# Checks the findings for a Debian root against dpkg and Debian's raw records.
#   debian-root.sh --assay ./assay --db FILE --advisories DIR [ROOT]
# Without ROOT: a minimal bookworm made by mmdebstrap (needs a Debian mirror).
set -eu
. "$(dirname "$0")/common.sh"

if [ -z "$root" ]; then
  root=$scratch/bookworm
  need mmdebstrap
  mmdebstrap --quiet --variant=minbase bookworm "$root"
fi
need dpkg
need dpkg-query
oracle check_debian --assay "$assay" --db "$db" --advisories "$advisories" --by dpkg "$root"
