#!/usr/bin/env bash
# Seconds of one window of segments with k chosen among 2 to 8, of a backfill of
# windows, and how stable segments are from month to month. Prints one JSON line.
#
#   bench/segments.sh --source PROFILE --input FILE --last DATE [--months 12]
#     [--keep DIR]   a directory to keep the lake in
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

source=
input=
last=
months=12
keep=
while (($#)); do
  case $1 in
    --source) source=${2:?--source needs a profile}; shift 2 ;;
    --input) input=${2:?--input needs a file}; shift 2 ;;
    --last) last=${2:?--last needs a date}; shift 2 ;;
    --months) months=${2:?--months needs a number}; shift 2 ;;
    --keep) keep=${2:?--keep needs a directory}; shift 2 ;;
    *) fail 2 "Cannot measure: unknown option $1; options are --source, --input, --last, --months and --keep" ;;
  esac
done
[[ $source && $input && $last ]] \
  || fail 2 "Cannot measure: --source, --input and --last are needed"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
lake=${keep:-$scratch}/lake
measure "$scratch/ingest" ingest --source "$source" --input "$input" --lake "$lake"
measure "$scratch/curate" curate --lake "$lake"

first=$(date -u -d "$last -$((months - 1)) months" +%F)
measure "$scratch/one" segment --lake "$lake" --segmentation one --window P12M \
  --as-of "$last" --k auto --seeds 3
measure "$scratch/backfill" segment --lake "$lake" --segmentation backfill \
  --window P12M --from "$first" --as-of "$last"

# The same window fitted on all customers, and on a sample of 1,000.
for size in 200000 1000; do
  measure "$scratch/fit_$size" segment --lake "$lake" --segmentation "fit_$size" \
    --window P12M --as-of "$last" --sample-size "$size"
done
# Of customers with the same features in two windows that follow each other,
# the part that keeps segment and name.
kept=$("$home/tributary" sql --lake "$lake" --format csv -e "
  SELECT CAST(SUM(CASE WHEN a.segment_id = b.segment_id
      AND a.segment_name = b.segment_name THEN 1 ELSE 0 END) AS DOUBLE)
    / COUNT(*) AS kept
  FROM segments.customer_segment a
  JOIN segments.customer_segment b
    ON b.segmentation = a.segmentation AND b.customer_id = a.customer_id
    AND b.window_end = CAST(TIMESTAMPADD(MONTH, 1, a.window_end) AS DATE)
  JOIN segments.customer_features f
    ON f.segmentation = a.segmentation AND f.window_end = a.window_end
    AND f.customer_id = a.customer_id
  JOIN segments.customer_features g
    ON g.segmentation = b.segmentation AND g.window_end = b.window_end
    AND g.customer_id = b.customer_id
  WHERE a.segmentation = 'backfill' AND f.gross_spend = g.gross_spend
    AND f.shopping_days = g.shopping_days
    AND f.spend_per_item = g.spend_per_item
  GROUP BY a.window_end" | tail -n +2 | sort -n | head -n 1)

printf '{"bench":"segments","months":%d,%s,"one_window":{%s,"seconds":%s},"backfill":{%s,"seconds":%s},"full_fit":{%s},"sample_fit":{%s},"least_kept_share":%s}\n' \
  "$months" "$(circumstances)" \
  "$(<"$scratch/one.time")" "$(json_object "$scratch/one.json" seconds)" \
  "$(<"$scratch/backfill.time")" "$(json_object "$scratch/backfill.json" seconds)" \
  "$(<"$scratch/fit_200000.time")" "$(<"$scratch/fit_1000.time")" \
  "${kept:-null}"
