#!/usr/bin/env bash
# service.sh --assay ./assay: the service's story, told by Debian's aws CLI to a real process: evidence in, an
# assessment run, findings, filters, coverage, keys, reports, a kill and a restart. Needs awscli and jq.
set -euo pipefail
cd "$(dirname "$0")/.."
assay=./assay
while [ $# -gt 0 ]; do
  case $1 in
    --assay) assay=$2; shift 2 ;;
    --db | --advisories) shift 2 ;; # of the other scripts
    *) echo "service.sh: what is $1?" >&2; exit 2 ;;
  esac
done
aws=/usr/bin/aws
checks=0
source conformance/serving.sh

call() { "$aws" --endpoint-url "$url" --output json "$@"; }
expect() { # WHAT EXPECTED GOT
  checks=$((checks + 1))
  [ "$2" = "$3" ] && return
  echo "service.sh: $1: expected '$2', got '$3'" >&2
  exit 1
}

start_server

# Evidence of two hosts; what a scan prints is what the service finds.
hand_in debian-12 web-1 env=prod --format json 2>"$work/said" >"$work/scan.json"
hand_in almalinux-9 db-1 env=test --quiet 2>/dev/null >/dev/null
expect "handing in" "assay: web-1: handed in" "$(tail -1 "$work/said")"
hand_in debian-12 web-1 env=prod 2>"$work/said" >/dev/null
expect "handing in again" "assay: web-1: nothing has changed since it was last handed in" \
  "$(tail -1 "$work/said")"
keys() {
  jq -r "$1"' | "\(.packageVulnerabilityDetails.vulnerabilityId) \(.severity) \(.fixAvailable)"' "$2" | sort
}
call inspector2 list-findings --filter-criteria \
  '{"resourceId":[{"comparison":"EQUALS","value":"web-1"}]}' >"$work/findings.json"
expect "findings of web-1" "$(keys '.findings[]' "$work/scan.json")" "$(keys '.findings[]' "$work/findings.json")"
expect "more than ten of them" true "$(jq '.findings | length > 10' "$work/findings.json")"
expect "pages of 7 hold the same" "$(jq '.findings | length' "$work/findings.json")" \
  "$(call inspector2 list-findings --page-size 7 --filter-criteria \
    '{"resourceId":[{"comparison":"EQUALS","value":"web-1"}]}' | jq '.findings | length')"

# A filter suppresses, and lets go.
count() {
  call inspector2 list-findings --filter-criteria \
    "{\"vulnerabilityId\":[{\"comparison\":\"EQUALS\",\"value\":\"CVE-2024-6387\"}],
      \"findingStatus\":[{\"comparison\":\"EQUALS\",\"value\":\"$1\"}]}" | jq '.findings | length'
}
active=$(count ACTIVE)
expect "one host at least has CVE-2024-6387" true "$([ "$active" -gt 0 ] && echo true)"
filter=$(call inspector2 create-filter --name accepted --action SUPPRESS --reason "behind a bastion" \
  --filter-criteria '{"vulnerabilityId":[{"comparison":"EQUALS","value":"CVE-2024-6387"}]}' | jq -r .arn)
expect "suppressed" "$active" "$(count SUPPRESSED)"
expect "listed" accepted "$(call inspector2 list-filters | jq -r '.filters[0].name')"

# Coverage.
expect "coverage" "db-1 web-1" \
  "$(call inspector2 list-coverage | jq -r '[.coveredResources[].resourceId] | sort | join(" ")')"
expect "coverage by status" 2 "$(call inspector2 list-coverage-statistics | jq .totalCounts)"

# Classic's story.
group=$(call inspector create-resource-group --resource-group-tags key=env,value=prod | jq -r .resourceGroupArn)
target=$(call inspector create-assessment-target --assessment-target-name web --resource-group-arn "$group" \
  | jq -r .assessmentTargetArn)
package=$(call inspector list-rules-packages | jq -r '.rulesPackageArns[]' | grep gEjTy7T7)
template=$(call inspector create-assessment-template --assessment-target-arn "$target" \
  --assessment-template-name daily --duration-in-seconds 180 --rules-package-arns "$package" \
  | jq -r .assessmentTemplateArn)
run=$(call inspector start-assessment-run --assessment-template-arn "$template" --assessment-run-name first \
  | jq -r .assessmentRunArn)
# Killed in the middle: the run goes on after the restart.
stop_server -KILL
start_server
state=
for _ in $(seq 120); do
  state=$(call inspector describe-assessment-runs --assessment-run-arns "$run" | jq -r '.assessmentRuns[0].state')
  case $state in COMPLETED*) break ;; esac
  sleep 0.5
done
# The starter set leaves most vulnerabilities unjudged, and the run says so: an exclusion, and "with errors".
expect "the run's end" COMPLETED_WITH_ERRORS "$state"
exclusion=$(call inspector list-exclusions --assessment-run-arn "$run" | jq -r '.exclusionArns[0]')
expect "why it is with errors" true "$(call inspector describe-exclusions --exclusion-arns "$exclusion" \
  | jq '[.exclusions[].description | contains("starter set")] | any')"
call inspector list-findings --assessment-run-arns "$run" --max-results 500 >"$work/classic.json"
open=$(jq '.findings | length' "$work/scan.json")
expect "Classic's findings of the run" "$open" "$(jq '.findingArns | length' "$work/classic.json")"
finding=$(jq -r '.findingArns[0]' "$work/classic.json")
expect "a finding's service" Inspector \
  "$(call inspector describe-findings --finding-arns "$finding" | jq -r '.findings[0].service')"
for format in HTML PDF; do
  status=
  for _ in $(seq 60); do
    call inspector get-assessment-report --assessment-run-arn "$run" --report-file-format $format \
      --report-type FULL >"$work/report.json"
    status=$(jq -r .status "$work/report.json")
    [ "$status" = WORK_IN_PROGRESS ] || break
    sleep 0.5
  done
  expect "the $format report" COMPLETED "$status"
  curl -sf "$(jq -r .url "$work/report.json")" -o "$work/report.$format"
done
expect "HTML" true "$(grep -q '<html' "$work/report.HTML" && echo true)"
expect "PDF" "%PDF" "$(head -c 4 "$work/report.PDF")"

# A network: its instances become hosts, with findings of their open ports, and a run says the same.
"$assay" network examples/network --submit "$url" 2>"$work/said" >/dev/null
expect "a network is handed in" "assay: network: handed in; open findings: 3" "$(tail -1 "$work/said")"
"$assay" network examples/network --submit "$url" 2>"$work/said" >/dev/null
expect "and again" "assay: network: nothing has changed since it was last handed in" "$(tail -1 "$work/said")"
call inspector2 list-findings --filter-criteria \
  '{"findingType":[{"comparison":"EQUALS","value":"NETWORK_REACHABILITY"}],
    "portRange":[{"beginInclusive":22,"endInclusive":22}]}' >"$work/ssh.json"
expect "SSH is open" "22 22 TCP igw-shop acl-public sg-web eni-web i-web" "$(jq -r \
  '.findings[].networkReachabilityDetails | [.openPortRange.begin, .openPortRange.end, .protocol,
    .networkPath.steps[].componentId] | join(" ")' "$work/ssh.json")"
target=$(call inspector create-assessment-target --assessment-target-name network | jq -r .assessmentTargetArn)
template=$(call inspector create-assessment-template --assessment-target-arn "$target" \
  --assessment-template-name network --duration-in-seconds 180 --rules-package-arns \
  arn:aws:inspector:eu-central-1:316112463485:rulespackage/0-PmNV0Tcd | jq -r .assessmentTemplateArn)
run=$(call inspector start-assessment-run --assessment-template-arn "$template" | jq -r .assessmentRunArn)
for _ in $(seq 120); do
  state=$(call inspector describe-assessment-runs --assessment-run-arns "$run" | jq -r '.assessmentRuns[0].state')
  [[ $state == COMPLETED* ]] && break
  sleep 0.5
done
# The hosts that were handed in by their packages have no network, and the run says so.
expect "its run" COMPLETED_WITH_ERRORS "$state"
call inspector list-findings --assessment-run-arns "$run" --filter \
  '{"severities":["Medium"]}' | jq -r '.findingArns[]' >"$work/arns"
expect "SSH in the run" "RecognizedPortNoAgent" "$(call inspector describe-findings --finding-arns \
  $(cat "$work/arns") | jq -r '.findings[].attributes[] | select(.key == "RULE_TYPE").value')"

# After the restart all is as it was.
expect "still suppressed" "$active" "$(count SUPPRESSED)"
call inspector2 delete-filter --arn "$filter" >/dev/null
expect "let go" "$active" "$(count ACTIVE)"

# A wrong secret is refused.
key=$(awk '/key_id/ { print $3 }' "$AWS_SHARED_CREDENTIALS_FILE")
refused=$(AWS_ACCESS_KEY_ID=$key AWS_SECRET_ACCESS_KEY=wrong call inspector2 list-findings 2>&1 || true)
expect "a wrong secret" true "$(grep -qi signature <<<"$refused" && echo true || echo "$refused")"

stop_server -TERM
echo "service: $checks checks passed"
