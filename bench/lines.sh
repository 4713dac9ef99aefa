#!/usr/bin/env bash
# Lines per second of ingest and curation, on generated transactions. Prints one
# JSON line per run.
#
#   bench/lines.sh [--millions 3] [--runs 1] [--format csv|parquet] [--heap 2g]
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

millions=3
runs=1
format=csv
heap=2g
while (($#)); do
  case $1 in
    --millions) millions=${2:?--millions needs a number}; shift 2 ;;
    --runs) runs=${2:?--runs needs a number}; shift 2 ;;
    --format) format=${2:?--format needs csv or parquet}; shift 2 ;;
    --heap) heap=${2:?--heap needs a size}; shift 2 ;;
    *) fail 2 "Cannot measure: unknown option $1; options are --millions, --runs, --format and --heap" ;;
  esac
done

export TRIBUTARY_JAVA_OPTS="-Xmx$heap ${TRIBUTARY_JAVA_OPTS:-}"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
measure "$scratch/generate" generate --output "$scratch/shop" --format "$format" \
  --transactions $((millions * 1000000)) --customers $((millions * 20000)) \
  --products 2000
# What was generated, returns included.
lines=$(awk -v a="$(json_number "$scratch/generate.json" transaction_lines)" 'BEGIN { print a }')

for ((run = 1; run <= runs; run++)); do
  lake=$scratch/lake-$run
  measure "$scratch/ingest-$run" ingest --source generated --input "$scratch/shop" \
    --lake "$lake"
  measure "$scratch/curate-$run" curate --lake "$lake"
  wall=$(awk -F'[:,]' '{ sum += $2 } END { print sum }' \
    "$scratch/ingest-$run.time" "$scratch/curate-$run.time")
  printf '{"bench":"lines","run":%d,"lines":%d,"format":"%s","heap":"%s",%s,"lines_per_second":%d,"wall_seconds":%s,"generate":{%s},"ingest":{%s,"seconds":%s},"curate":{%s,"seconds":%s}}\n' \
    "$run" "$lines" "$format" "$heap" "$(circumstances)" \
    "$(awk -v n="$lines" -v s="$wall" 'BEGIN { print int(n / s) }')" "$wall" \
    "$(<"$scratch/generate.time")" \
    "$(<"$scratch/ingest-$run.time")" "$(json_object "$scratch/ingest-$run.json" seconds)" \
    "$(<"$scratch/curate-$run.time")" "$(json_object "$scratch/curate-$run.json" seconds)"
  rm -rf "$lake"
done
