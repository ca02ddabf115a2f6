#!/usr/bin/env bash
# packages.sh --assay ./assay [--root DIR] [--packages DIR]: builds the agent's packages and tries them: the .deb in a
# Debian root with dpkg, the .rpm with rpm, the .tar.gz in an empty directory without Java. Each agent is let in by a
# real server, hands in, is upgraded, removed and purged; what is left of it is compared with what was there before.
# --root: a bookworm that is copied instead of made by mmdebstrap. --packages: what was built before. Has to be root.
set -euo pipefail
cd "$(dirname "$0")/.."
assay=./assay debian= packages=
while [ $# -gt 0 ]; do
  case $1 in
    --assay) assay=$2; shift 2 ;;
    --root) debian=$2; shift 2 ;;
    --packages) packages=$2; shift 2 ;;
    --db | --advisories) shift 2 ;; # of the other scripts
    *) echo "packages.sh: what is $1?" >&2; exit 2 ;;
  esac
done
for program in dpkg rpm rpmbuild jq curl /usr/bin/aws; do
  command -v "$program" >/dev/null || { echo "packages.sh: $program is missing" >&2; exit 2; }
done
if [ -z "$packages" ]; then
  packages=$PWD/dist/target/packages
  rm -rf "$packages"
  dist/agent/build --output "$packages"
  dist/agent/build --output "$packages" --packages-only --revision 2 deb rpm
fi
source conformance/serving.sh
checks=0
expect() { # WHAT EXPECTED GOT
  checks=$((checks + 1))
  [ "$2" = "$3" ] && return
  echo "packages.sh: $1: expected '$2', got '$3'" >&2
  exit 1
}
start_server

make_root() { # DIRECTORY
  if [ -z "$debian" ]; then
    debian=$work/bookworm
    mmdebstrap --quiet --variant=minbase bookworm "$debian"
  fi
  cp -a --reflink=auto "$debian" "$1"
}
inside() { # COMMAND…: in the root, with processes of its own, and the host's network
  unshare --mount --pid --fork --mount-proc="$root/proc" chroot "$root" /usr/bin/env -i \
    PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"
}
# All paths with their owners and modes, and the accounts; not the package managers' own books.
contents() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./var/lib/dpkg -o -path ./var/lib/rpm -o -path ./var/log \
    -o -path ./var/cache -o -path ./run -o -path './etc/*-' -o -path ./etc/.pwd.lock \) -prune -o -printf '%p %y %m %U:%G\n' | sort)
  cat "$root"/etc/{passwd,group,shadow,gshadow}
}
token() { # FILE: for one agent
  "$assay" admin token --server "$url" --output "$1" 2>>"$work/err"
}
set_up() { # what docs/agent.md tells an administrator to do
  sed -i "s|^#server = .*|server = $url|" "$root/etc/assay-agent/agent.conf"
  echo "resource = agent-${root##*/}" >>"$root/etc/assay-agent/agent.conf"
  token "$work/token-${root##*/}"
  install -m 640 -g "$(group_id)" "$work/token-${root##*/}" "$root/etc/assay-agent/token"
}
group_id() { sed -n 's/^assay-agent:[^:]*:\([0-9]*\):.*/\1/p' "$root/etc/group"; }
key() { jq -r .accessKeyId "$root/var/lib/assay-agent/agent.json"; }
modes() { # PATH…: of the root, with the names of owners that it gives them
  inside stat -c '%a %U:%G %n' "$@"
}
first_time() { # all that is told of a new agent
  expect "its version" "assay-agent" "$(inside assay-agent --version | cut -d ' ' -f 1)"
  expect "nothing is let in before it is set up" 2 "$(inside assay-agent --once >"$work/said" 2>&1; echo $?)"
  set_up
  inside assay-agent --once >"$work/said" 2>&1 || cat "$work/said" >&2
  expect "handing in" "assay: runtime: handed in" "$(tail -1 "$work/said")"
  expect "the state is its user's own" "700 assay-agent:assay-agent /var/lib/assay-agent
600 assay-agent:assay-agent /var/lib/assay-agent/agent.json" \
    "$(modes /var/lib/assay-agent /var/lib/assay-agent/agent.json)"
  expect "the settings are root's, the token is not for all" "750 root:assay-agent /etc/assay-agent
644 root:root /etc/assay-agent/agent.conf
640 root:assay-agent /etc/assay-agent/token" \
    "$(modes /etc/assay-agent /etc/assay-agent/agent.conf /etc/assay-agent/token)"
  expect "nothing that it has may be written by others" "" \
    "$(cd "$root/usr/lib/assay-agent" && find . ! -type l \( -perm /022 -o ! -user 0 -o ! -group 0 \))"
}
told() { # COMMAND…: what this agent tells of a program of root's that nobody else may reach, while its service is away
  inside sh -c 'cd /root && mkdir -m 700 napping && cp /bin/sleep napping/napper
    /root/napping/napper 60 &
    sleep 0.5
    "$@"
    kill $!
    rm -r napping' sh "$@" --once --server http://127.0.0.1:1 >"$work/said" 2>&1
  for part in "$root"/var/lib/assay-agent/spool/*; do
    # Lengths stand before the document: bytes that are no text.
    tail -n +2 "$part" | zcat | LC_ALL=C sed -n 's/^.*\({"runtime":.*\)$/\1/p' |
      jq -r '.runtime | (.processes[] | select(.name == "napper") | .executable // "not told"),
        (.files[] | select(.path | endswith("/napper")) | if .hardening then "read" else "not read" end)' | sort -u
  done
  rm "$root"/var/lib/assay-agent/spool/*
}
after_upgrade() { # KEY
  expect "the key after the upgrade" "$1" "$(key)"
  expect "the settings after the upgrade" "server = $url" "$(grep '^server' "$root/etc/assay-agent/agent.conf")"
  expect "what waited after the upgrade" waits "$(cat "$root/var/lib/assay-agent/spool/kept")"
  rm "$root/var/lib/assay-agent/spool/kept"
  rm "$root/etc/assay-agent/token" # it is not needed any more
  inside assay-agent --once >"$work/said" 2>&1 || cat "$work/said" >&2
  expect "handing in after the upgrade" true "$(grep -q "^assay: inventory: " "$work/said" && echo true)"
  expect "not let in anew" "" "$(grep "let in" "$work/said" || true)"
}

# --- .deb
root=$work/deb
make_root "$root"
contents >"$work/before"
cp "$packages"/*.deb "$root/tmp"
install_deb() { # REVISION
  inside sh -c "dpkg --force-confold -i /tmp/assay-agent_*-$1_*.deb" >>"$work/dpkg" 2>&1 || { tail "$work/dpkg" >&2; exit 1; }
}
install_deb 1
expect "the unit is enabled" /lib/systemd/system/assay-agent.service \
  "$(readlink "$root/etc/systemd/system/multi-user.target.wants/assay-agent.service")"
first_time
expect "with its capabilities" "/root/napping/napper read" "$(told assay-agent | xargs)"
expect "without capabilities" "not told" "$(told setpriv --reuid=assay-agent --regid=assay-agent --init-groups \
  --bounding-set=-all --inh-caps=-all /usr/lib/assay-agent/bin/assay-agent | xargs)"
echo waits >"$root/var/lib/assay-agent/spool/kept"
before=$(key)
install_deb 2
expect "the version that is installed" 2 \
  "$(inside dpkg-query -W -f '${Version}' assay-agent | sed 's/.*-//')"
after_upgrade "$before"
expect "files that dpkg does not know" "" "$(comm -13 <(inside dpkg -L assay-agent | sort) \
  <(cd "$root" && find usr/lib/assay-agent | sed 's,^,/,' | sort))"
expect "checksums" "" "$(inside dpkg -V assay-agent | grep -v ' c ' || true)"
inside dpkg -r assay-agent >>"$work/dpkg" 2>&1
expect "removed" absent "$([ -e "$root/usr/lib/assay-agent" ] || [ -e "$root/usr/bin/assay-agent" ] || echo absent)"
expect "the key is there when it was removed" "$before" "$(key)"
install_deb 2
inside assay-agent --once >"$work/said" 2>&1 || cat "$work/said" >&2
expect "the key once it is back" "$before" "$(key)"
inside dpkg -P assay-agent >>"$work/dpkg" 2>&1
rm "$root"/tmp/*.deb
contents >"$work/after"
diff "$work/before" "$work/after" >"$work/left" || true
expect "what is left after the purge" "" "$(cat "$work/left")"

# --- .rpm: in a Debian root too, where nothing provides what it requires; its scripts find the same programs.
root=$work/rpm
make_root "$root"
contents >"$work/before"
of_rpm() { rpm --root "$root" --dbpath /var/lib/rpm --nodeps "$@" >>"$work/rpm.log" 2>&1 || { tail "$work/rpm.log" >&2; exit 1; }; }
of_rpm -i "$packages"/assay-agent-*-1.*.rpm
first_time
echo waits >"$root/var/lib/assay-agent/spool/kept"
before=$(key)
of_rpm -U "$packages"/assay-agent-*-2.*.rpm
expect "the release that is installed" 2 "$(rpm --root "$root" --dbpath /var/lib/rpm -q --qf '%{RELEASE}' assay-agent)"
after_upgrade "$before"
expect "changed files" "/etc/assay-agent/agent.conf" \
  "$(rpm --root "$root" --dbpath /var/lib/rpm -V --nodeps assay-agent | awk '{ print $NF }')"
of_rpm -e assay-agent
contents >"$work/after"
diff "$work/before" "$work/after" | sed -n 's/^> \.\([^ ]*\) .*/\1/p' | grep -v '/spool\|/enrollment-id\|/lock\|/machine-id' \
  >"$work/left" || true
expect "what stays, as rpm knows no purge" "/etc/assay-agent
/etc/assay-agent/agent.conf.rpmsave
/var/lib/assay-agent
/var/lib/assay-agent/agent.json" "$(cat "$work/left")"

# --- .tar.gz: nothing on the PATH but what a shell script needs.
mkdir "$work/tar" "$work/path"
ln -s /usr/bin/readlink "$work/path/readlink"
tar --extract --file "$packages"/assay-agent-*.tar.gz --directory "$work/tar" --strip-components 1
token "$work/tar.token"
env -i PATH="$work/path" "$work/tar/bin/assay-agent" --once --server "$url" --token-file "$work/tar.token" \
  --state "$work/tar/state" --root examples/roots/almalinux-9 --resource agent-tar >"$work/said" 2>&1
expect "the unpacked one" "assay: inventory: handed in" "$(tail -1 "$work/said")"

# All three are hosts of the service.
expect "hosts" "agent-deb agent-rpm agent-tar" "$(/usr/bin/aws --endpoint-url "$url" inspector2 list-coverage \
  --output json | jq -r '[.coveredResources[].resourceId] | sort | join(" ")')"

# --- the unit: systemd does not run here, but can read it.
if command -v systemd-analyze >/dev/null; then
  mkdir -p "$work/unit/usr/lib/systemd/system" "$work/unit/usr/lib/assay-agent/bin"
  cp dist/agent/assay-agent.service "$work/unit/usr/lib/systemd/system"
  install -m 755 dist/agent/launcher "$work/unit/usr/lib/assay-agent/bin/assay-agent"
  expect "what systemd says of the unit" "" "$(systemd-analyze --root="$work/unit" --recursive-errors=no verify \
    "$work/unit/usr/lib/systemd/system/assay-agent.service" 2>&1 || true)"
  # 3.0 of 10, where 10 is a service that may do all.
  systemd-analyze security --offline=true --threshold=30 dist/agent/assay-agent.service >"$work/exposure" 2>&1 ||
    { tail -1 "$work/exposure" >&2; exit 1; }
  checks=$((checks + 1))
else
  echo "packages: there is no systemd-analyze: the unit was not looked at"
fi
stop_server -TERM
echo "packages: $checks checks passed"
