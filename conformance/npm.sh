#!/usr/bin/env bash
# npm.sh --assay ./assay: Inspector v2's story, told by the AWS SDK for JavaScript (npm/) to a real process.
# Needs node 18 or later, npm and curl.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
assay=./assay
while [ $# -gt 0 ]; do
  case $1 in
    --assay) assay=$2; shift 2 ;;
    *) echo "npm.sh: what is $1?" >&2; exit 2 ;;
  esac
done
(cd "$here/npm" && npm ci --silent)

source "$here/serving.sh"
# Rates that a hundred requests at once soon use up.
start_server --rate-requests 50 --rate-burst 200
hand_in debian-12 web-1 env=prod
(cd "$here/npm" && ASSAY_URL=$url node --test inspector2.test.js)
stop_server -TERM
