#!/usr/bin/env bash
# Customers per second that a published model places from a CSV file. Prints one
# JSON line per run.
#
#   bench/assign.sh [--millions 5] [--runs 1]
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

millions=5
runs=1
while (($#)); do
  case $1 in
    --millions) millions=${2:?--millions needs a number}; shift 2 ;;
    --runs) runs=${2:?--runs needs a number}; shift 2 ;;
    *) fail 2 "Cannot measure: unknown option $1; options are --millions and --runs" ;;
  esac
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
measure "$scratch/demo" demo --lake "$scratch/lake"
measure "$scratch/segment" segment --lake "$scratch/lake" --segmentation five \
  --features gross_spend,shopping_days,spend_per_item,recency_days,return_rate
awk -v n=$((millions * 1000000)) 'BEGIN {
  srand(7)
  print "customer_id,gross_spend,shopping_days,spend_per_item,recency_days,return_rate"
  for (i = 0; i < n; i++)
    printf "c%d,%.2f,%d,%.2f,%d,%.3f\n", i, exp(5 + 3 * rand()), 1 + 30 * rand(),
      1 + 200 * rand(), 1 + 700 * rand(), rand() / 4
}' >"$scratch/customers.csv"

for ((run = 1; run <= runs; run++)); do
  measure "$scratch/assign-$run" assign --lake "$scratch/lake" --segmentation five \
    --input "$scratch/customers.csv"
  wall=$(awk -F'[:,]' '{ print $2 }' "$scratch/assign-$run.time")
  printf '{"bench":"assign","run":%d,"customers":%d,%s,"customers_per_second":%d,%s}\n' \
    "$run" $((millions * 1000000)) "$(circumstances)" \
    "$(awk -v n=$((millions * 1000000)) -v s="$wall" 'BEGIN { print int(n / s) }')" \
    "$(<"$scratch/assign-$run.time")"
done
