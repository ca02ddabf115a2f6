# Sourced by the entrance scripts: reads their arguments into $assay, $db, $advisories and $root
# (perhaps empty), and makes $scratch, which is removed at the end.
here=$(cd "$(dirname "$0")" && pwd)
assay=./assay
db=
advisories=$here/../../shared/advisories
root=
while [ $# -gt 0 ]; do
  case $1 in
    --assay) assay=$2; shift 2 ;;
    --db) db=$2; shift 2 ;;
    --advisories) advisories=$2; shift 2 ;;
    -*) echo "$0: unknown option $1" >&2; exit 2 ;;
    *) root=$1; shift ;;
  esac
done
if [ -z "$db" ]; then
  echo "$0: --db FILE is missing: a database made by 'assay db build'" >&2
  exit 2
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

need() {
  command -v "$1" >/dev/null || { echo "$0: $1 is not installed" >&2; exit 2; }
}

oracle() {
  module=$1
  shift
  PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1 python3 -m "oracle.$module" "$@"
}

need python3
need zstd
