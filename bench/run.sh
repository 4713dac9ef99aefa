#!/usr/bin/env bash
# Times `tributary run` on files of yours. Prints one JSON line per run.
#
#   bench/run.sh --source online-retail --input FILE [--runs 3] [--keep DIR]
#     [--before FILE]
#
# Each run fills a lake of its own, which --before fills first with an earlier
# delivery, which goes away unless --keep names where
# the lakes stay.
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

source=
input=
runs=1
keep=
before=
while (($#)); do
  case $1 in
    --source) source=${2:?--source needs a profile}; shift 2 ;;
    --input) input=${2:?--input needs a file}; shift 2 ;;
    --runs) runs=${2:?--runs needs a number}; shift 2 ;;
    --before) before=${2:?--before needs a file}; shift 2 ;;
    --keep) keep=${2:?--keep needs a directory}; shift 2 ;;
    *) fail 2 "Cannot measure: unknown option $1; options are --source, --input, --before, --runs and --keep" ;;
  esac
done
[[ -n $source && -n $input ]] || fail 2 "Cannot measure: give --source PROFILE and --input FILE"

# publication FILE: what the branches, the audits and the moves of main took, and
# their share of the run.
publication() {
  awk -v prepare="$(json_number "$1" prepare)" -v publish="$(json_number "$1" publish)" \
    -v total="$(json_number "$1" total)" 'BEGIN {
      printf "{\"seconds\":%.1f,\"share\":%.3f}", prepare + publish, (prepare + publish) / total
    }'
}

scratch=${keep:-$(mktemp -d)}
mkdir -p "$scratch"
[[ -n $keep ]] || trap 'rm -rf "$scratch"' EXIT
for ((run = 1; run <= runs; run++)); do
  if [[ -n $before ]]; then
    measure "$scratch/before-$run" run --source "$source" --input "$before" \
      --lake "$scratch/lake-$run"
  fi
  measure "$scratch/run-$run" run --source "$source" --input "$input" \
    --lake "$scratch/lake-$run"
  printf '{"bench":"run","run":%d,"input":"%s",%s,%s,"seconds":%s,"publication":%s}\n' "$run" \
    "$(basename "$input")" "$(circumstances)" "$(<"$scratch/run-$run.time")" \
    "$(json_object "$scratch/run-$run.json" seconds)" "$(publication "$scratch/run-$run.json")"
  [[ -n $keep ]] || rm -rf "$scratch/lake-$run"
done
