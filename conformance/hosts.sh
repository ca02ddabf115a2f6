#!/usr/bin/env bash
# hosts.sh --assay ./assay [--db FILE]: one machine, told of in three ways: by an agent, over SSH, and as a mounted
# root file system. Each time what `aws inspector2 list-findings` shows has to be what `assay scan /` prints: the same
# vulnerabilities, severities, packages, versions and fixed versions. Has to be root.
set -euo pipefail
cd "$(dirname "$0")/.."
assay=./assay db=
while [ $# -gt 0 ]; do
  case $1 in
    --assay) assay=$2; shift 2 ;;
    --db) db=$2; shift 2 ;;
    --advisories) shift 2 ;; # of the other scripts
    *) echo "hosts.sh: what is $1?" >&2; exit 2 ;;
  esac
done
for program in /usr/sbin/sshd ssh-keygen ssh-keyscan jq curl mount /usr/bin/aws; do
  command -v "$program" >/dev/null || { echo "hosts.sh: $program is missing" >&2; exit 2; }
done
source conformance/serving.sh
export ASSAY_DB=$db
sshd=
mounted=
end() {
  stop_server -TERM
  [ -z "$sshd" ] || kill "$sshd"
  [ -z "$mounted" ] || umount "$mounted"
  rm -rf --one-file-system "$work"
}
trap end EXIT
start_server

keys='"\(.packageVulnerabilityDetails.vulnerabilityId) \(.severity) \(.packageVulnerabilityDetails.vulnerablePackages[]
  | "\(.name) \(.epoch // 0):\(.version)-\(.release // "") \(.arch) \(.fixedInVersion)")"'
printed() { # SCAN
  jq -r ".findings[] | $keys" "$1" | sort
}
served() { # RESOURCE: all pages of it
  /usr/bin/aws --endpoint-url "$url" --output json inspector2 list-findings --page-size 100 --filter-criteria \
    '{"resourceId": [{"comparison": "EQUALS", "value": "'"$1"'"}]}' | jq -r ".findings[] | $keys" | sort
}
compare() { # HOW RESOURCE
  served "$2" >"$work/served"
  if ! diff "$work/printed" "$work/served" >"$work/diff" || [ ! -s "$work/printed" ]; then
    echo "hosts.sh: $1: what is served is not what is printed ($(wc -l <"$work/printed") lines)" >&2
    head -20 "$work/diff" >&2
    exit 1
  fi
  echo "hosts: $1: the same $(wc -l <"$work/served") pairs of vulnerability and package"
}
scan() { # TARGET [OPTIONS…]: 3 is a part that could not be assessed, which both sides leave out
  "$assay" scan "$@" --format json --quiet || [ $? = 3 ]
}

# By an agent.
"$assay" admin token --server "$url" --output "$work/token" 2>"$work/said"
"$assay" agent --once --server "$url" --token-file "$work/token" --state "$work/state" --resource by-agent \
  >"$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }
scan / >"$work/here.json"
printed "$work/here.json" >"$work/printed"
compare "the agent" by-agent

# Over SSH.
mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f "$work/host"
ssh-keygen -q -t ed25519 -N '' -f "$work/id"
ssh_port=$((port + 1))
cat >"$work/sshd_config" <<END
ListenAddress 127.0.0.1:$ssh_port
HostKey $work/host
AuthorizedKeysFile $work/id.pub
StrictModes no
PidFile none
Subsystem sftp internal-sftp
END
/usr/sbin/sshd -D -f "$work/sshd_config" 2>>"$work/err" &
sshd=$!
echo "[127.0.0.1]:$ssh_port $(cat "$work/host.pub")" >"$work/known_hosts"
until ssh-keyscan -p "$ssh_port" 127.0.0.1 2>/dev/null | grep -q .; do sleep 0.2; done
scan "ssh://root@127.0.0.1:$ssh_port/" -i "$work/id" --known-hosts "$work/known_hosts" --submit "$url" \
  --resource by-ssh >/dev/null
compare "SSH" by-ssh

# A root file system that is mounted, and does not run: this one once more, read-only.
mkdir "$work/mounted"
mount --bind / "$work/mounted"
mounted=$work/mounted
mount -o remount,bind,ro "$mounted"
scan "$mounted" --submit "$url" --resource by-mount >/dev/null
compare "a mounted root" by-mount
