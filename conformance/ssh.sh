#!/bin/sh
# Compares what is read of this machine over SSH with what is read of it here: inventory, findings and what it does, key by key.
#   ssh.sh --assay ./assay [--db FILE] [--path DIR]
# Starts Debian's sshd on a port of the loopback address, with keys of its own; has to be root. --path is the root
# that is read, / if none is given.
set -eu
assay='' db='' path=/
while [ $# -gt 0 ]; do
  case $1 in
    --assay) assay=$2 ;;
    --db) db=$2 ;;
    --path) path=$2 ;;
    *) echo "ssh.sh: unknown word $1" >&2; exit 2 ;;
  esac
  shift 2
done
[ -n "$assay" ] || { echo "ssh.sh: --assay is missing" >&2; exit 2; }
for program in /usr/sbin/sshd ssh-keygen jq python3; do
  command -v "$program" >/dev/null || { echo "ssh.sh: $program is missing" >&2; exit 2; }
done

scratch=$(mktemp -d)
sshd=
trap '[ -z "$sshd" ] || kill "$sshd"; rm -rf "$scratch"' EXIT
mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f "$scratch/host"
ssh-keygen -q -t ed25519 -N '' -f "$scratch/id"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >"$scratch/sshd_config" <<END
ListenAddress 127.0.0.1:$port
HostKey $scratch/host
AuthorizedKeysFile $scratch/id.pub
StrictModes no
PidFile none
Subsystem sftp internal-sftp
END
/usr/sbin/sshd -D -f "$scratch/sshd_config" &
sshd=$!
echo "[127.0.0.1]:$port $(cat "$scratch/host.pub")" >"$scratch/known_hosts"
until ssh-keyscan -p "$port" 127.0.0.1 2>/dev/null | grep -q .; do sleep 0.2; done

far=ssh://root@127.0.0.1:$port$path
read_both() { # command, then its further words
  command=$1
  shift
  for target in "$path" "$far"; do
    "$assay" "$command" "$target" "$@" -i "$scratch/id" --known-hosts "$scratch/known_hosts" --format json || [ $? = 3 ]
  done
}
one_way() { # the same for both but the name of the target and the moment
  jq -S --arg far "$far" --arg near "$path" \
    'walk(if . == $far then $near else . end) | del(.. | .takenAt?, .scannedAt?, .built?, .generatedAt?, .firstObservedAt?, .lastObservedAt?, .updatedAt?, .findingArn?, .findingId?)'
}
compare() { # what, file of both
  jq -s '.[0]' "$2" | one_way >"$scratch/near"
  jq -s '.[1]' "$2" | one_way >"$scratch/far"
  diff "$scratch/near" "$scratch/far" >"$scratch/diff" || { head -n 40 "$scratch/diff"; exit 1; }
  echo "ssh: $1"
}

read_both inventory >"$scratch/inventories"
compare "the same $(jq -s '.[1].packages | length' "$scratch/inventories") packages" "$scratch/inventories"
read_both scan ${db:+--db "$db"} >"$scratch/scans"
compare "the same $(jq -s '.[1].findings | length' "$scratch/scans") findings" "$scratch/scans"

# What the machine does, where it is the machine itself: what is there before and after is there in between.
if [ "$path" = / ]; then
  for target in / "$far" /; do
    "$assay" inventory "$target" --runtime -i "$scratch/id" --known-hosts "$scratch/known_hosts" || [ $? = 3 ]
  done >"$scratch/runtimes"
  jq -s '[.[].runtime] as [$before, $far, $after] | [("listening", "files") as $what
    | (($before[$what] - ($before[$what] - $after[$what])) - $far[$what])[]]' "$scratch/runtimes" >"$scratch/missed"
  [ "$(jq length "$scratch/missed")" = 0 ] || { head -n 40 "$scratch/missed"; exit 1; }
  echo "ssh: the same $(jq -s '.[1].runtime | "\(.listening | length) sockets that listen and \(.files | length) program files"' -r \
    "$scratch/runtimes")"
fi
