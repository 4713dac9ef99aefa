#!/usr/bin/env bash
# Seconds and memory of recommendations: fitted and judged anew, by a kept model
# without any fit, and with a search for parameters before. On a file of yours,
# or on generated transactions. Prints one JSON line per run.
#
#   bench/recommend.sh --source PROFILE --input FILE | --millions 3
#     [--runs 1] [--heap 2g] [--without-search] [--keep DIR]
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

source=generated
input=
millions=3
runs=1
heap=2g
searches=true
keep=
while (($#)); do
  case $1 in
    --source) source=${2:?--source needs a profile}; shift 2 ;;
    --input) input=${2:?--input needs a file}; shift 2 ;;
    --millions) millions=${2:?--millions needs a number}; shift 2 ;;
    --runs) runs=${2:?--runs needs a number}; shift 2 ;;
    --heap) heap=${2:?--heap needs a size}; shift 2 ;;
    --without-search) searches=; shift ;;
    --keep) keep=${2:?--keep needs a directory}; shift 2 ;;
    *) fail 2 "Cannot measure: unknown option $1; options are --source, --input, --millions, --runs, --heap, --without-search and --keep" ;;
  esac
done

export TRIBUTARY_JAVA_OPTS="-Xmx$heap ${TRIBUTARY_JAVA_OPTS:-}"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [[ -z $input ]]; then
  input=$scratch/shop
  measure "$scratch/generate" generate --output "$input" --format csv \
    --transactions $((millions * 1000000)) --customers $((millions * 20000)) \
    --products 2000
fi
lake=${keep:-$scratch}/lake
measure "$scratch/ingest" ingest --source "$source" --input "$input" --lake "$lake"
measure "$scratch/curate" curate --lake "$lake"

# count SQL: the one number that a query gives.
count() {
  "$home/tributary" sql --lake "$lake" --format csv -e "$1" | tail -n 1
}

# part NAME OPTION...: measures a `recommend`, and prints it as a field.
part() {
  local name=$1
  shift
  measure "$scratch/$name" recommend --lake "$lake" "$@"
  printf '"%s":{%s,"seconds":%s}' "$name" "$(<"$scratch/$name.time")" \
    "$(json_object "$scratch/$name.json" seconds)"
}

sales=$(count "SELECT COUNT(*) FROM curated.sales")
for ((run = 1; run <= runs; run++)); do
  fitted=$(part fitted)
  model=$(count "SELECT MAX(model_id) FROM recommendations.trained_model WHERE is_published AND run_id = (SELECT MAX(run_id) FROM recommendations.trained_model)")
  kept=$(part kept --model "$model")
  search=
  if [[ $searches ]]; then
    search=,$(part searched --tune)
  fi
  printf '{"bench":"recommend","run":%d,"input":"%s","sales":%d,"heap":"%s",%s,"model":"%s",%s,%s%s}\n' \
    "$run" "$(basename "$input")" "$sales" "$heap" "$(circumstances)" "$model" \
    "$fitted" "$kept" "$search"
done
