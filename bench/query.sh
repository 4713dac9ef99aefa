#!/usr/bin/env bash
# Seconds that `tributary sql` takes to answer, Java's start included. Prints
# one JSON line per run.
#
#   bench/query.sh --lake DIR [--runs 3]
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

lake=
runs=3
while (($#)); do
  case $1 in
    --lake) lake=${2:?--lake needs a directory}; shift 2 ;;
    --runs) runs=${2:?--runs needs a number}; shift 2 ;;
    *) fail 2 "Cannot measure: unknown option $1; options are --lake and --runs" ;;
  esac
done
[[ -d $lake ]] || fail 2 "Cannot measure: give --lake DIR, a lake that a run has filled"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for ((run = 1; run <= runs; run++)); do
  measure "$scratch/query" sql --lake "$lake" --format csv \
    -e "SELECT kind, COUNT(*) AS line_count, SUM(amount) AS amount FROM curated.sales GROUP BY kind"
  printf '{"bench":"query","run":%d,%s,%s}\n' "$run" "$(circumstances)" \
    "$(<"$scratch/query.time")"
done
