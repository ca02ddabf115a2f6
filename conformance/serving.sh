# Sourced by the scripts that need a server: $assay is given; makes $work, which is removed at the end, and $url,
# where start_server lets one answer.
"$assay" --version >/dev/null # builds it where that was never done, with this user's own home
work=$(mktemp -d)
port=$((20000 + RANDOM % 12000)) # below the ports that clients are given
url=http://127.0.0.1:$port
server=
# The starter set, whatever database this user has; a home without anybody's AWS settings.
export HOME=$work XDG_DATA_HOME=$work/none ASSAY_DB= AWS_EC2_METADATA_DISABLED=true
export AWS_SHARED_CREDENTIALS_FILE=$work/data/admin-credentials AWS_DEFAULT_REGION=eu-central-1 AWS_REGION=eu-central-1
export AWS_PAGER=
unset AWS_PROFILE AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_CA_BUNDLE
trap 'stop_server -TERM; rm -rf "$work"' EXIT

start_server() { # SETTINGS…
  "$assay" serve --port "$port" --data "$work/data" "$@" >>"$work/out" 2>>"$work/err" &
  server=$!
  for _ in $(seq 240); do
    curl -sf "$url/ready" >/dev/null && return
    kill -0 "$server" 2>/dev/null || break
    sleep 0.5
  done
  echo "$0: the server did not start" >&2
  tail -n 20 "$work/out" "$work/err" >&2
  exit 1
}

stop_server() { # SIGNAL
  [ -z "$server" ] || kill "$1" "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}

hand_in() { # ROOT RESOURCE TAG [OPTIONS…]: what a scan of one of the example roots reads
  "$assay" scan "examples/roots/$1" --submit "$url" --resource "$2" --tag "$3" "${@:4}"
}
