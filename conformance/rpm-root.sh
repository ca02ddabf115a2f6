#!/bin/sh
# Checks the findings for rpm databases of near-misses around the fixes of AlmaLinux 9, Amazon
# Linux 2023 and Rocky Linux 9, in rpm's sqlite and ndb formats.
#   rpm-root.sh --assay ./assay --db FILE --advisories DIR [ROOT]
# With ROOT: the roots are made below it, and kept. SEED in the environment makes others.
set -eu
. "$(dirname "$0")/common.sh"

need rpm
need rpmbuild
need rpmdb
root=${root:-$scratch/roots}
status=0
for distribution in almalinux amazon rocky; do
  base=$root/$distribution
  rm -rf "$base-sqlite" "$base-ndb"
  oracle make_rpm --advisories "$advisories" --distribution "$distribution" \
    --seed "${SEED:-9}" --count 300 --work "$scratch/build-$distribution" \
    "$base-sqlite" "$base-ndb"
  oracle check_rpm --assay "$assay" --db "$db" --advisories "$advisories" \
    --distribution "$distribution" "$base-sqlite" "$base-ndb" || status=1
done
exit $status
