#!/usr/bin/env bash
# Kills `tributary run` with SIGKILL at random moments, and looks at the lake as
# a reader before and after the next command. Prints one JSON line; ends with 1
# when a reader saw anything but the state before or the state after.
#
#   bench/kill.sh [--times 50] [--seed 1]
#
# Each time a new delivery arrives, and the run that takes it in is killed. What
# readers compare is the number of rows of every table and the sums of sales.
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

times=50
seed=1
while (($#)); do
  case $1 in
    --times) times=${2:?--times needs a number}; shift 2 ;;
    --seed) seed=${2:?--seed needs a number}; shift 2 ;;
    *) fail 2 "Cannot kill: unknown option $1; options are --times and --seed" ;;
  esac
done
RANDOM=$seed
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
lake=$scratch/lake
shop=$scratch/shop
tables="landing.transactions landing.files curated.sales curated.rejects
  curated.duplicates curated.products curated.customers curated.reconciliation
  segments.customer_features segments.customer_segment
  segments.customer_segment_current segments.segment_profile
  recommendations.customer_product recommendations.product_popularity
  recommendations.similar_products"

# Deliveries: the generated sales in the order of their time, the first four
# fifths at once.
"$home/tributary" generate --output "$scratch/all" --customers 300 \
  --transactions 6000 >"$scratch/generate.log" 2>&1
mapfile -t source_files < <(find "$scratch/all" -name 'transactions*.csv' | sort)
header=$(head -n 1 "${source_files[0]}")
time_column=$(tr ',' '\n' <<<"$header" | grep -n '^sold_at$' | cut -d: -f1)
tail -q -n +2 "${source_files[@]}" | sort -t, -k"$time_column","$time_column" \
  >"$scratch/sales.csv"
lines=$(wc -l <"$scratch/sales.csv")
first=$((lines * 4 / 5))
each=$(((lines - first) / times))
((each >= 1)) || fail 2 "Cannot kill $times times: there are only $((lines - first)) lines to deliver"

# deliver NUMBER FROM COUNT: a file with lines of the sales.
deliver() {
  mkdir -p "$shop"
  {
    printf '%s\n' "$header"
    tail -n +"$(($2 + 1))" "$scratch/sales.csv" | head -n "$3"
  } >"$shop/transactions-$(printf '%03d' "$1").csv"
}

# state [TAG]: what a reader sees, as one line.
state() {
  local hint='' sql='' table
  [[ -z ${1:-} ]] || hint="/*+ OPTIONS('tag'='$1') */"
  for table in $tables; do
    sql+="SELECT '$table' AS t, CAST(COUNT(*) AS DECIMAL(20, 4)) AS n FROM $table $hint UNION ALL "
  done
  sql+="SELECT 'amount', SUM(amount) FROM curated.sales $hint"
  "$home/tributary" sql --lake "$lake" --format csv -e "$sql" 2>>"$scratch/sql.log" \
    | tail -n +2 | sort | tr '\n' ' '
}

# The command that is killed, or left to end.
run_on_deliveries=("$home/tributary" run --source generated --input "$shop"
  --lake "$lake" --k 3)

last_run() {
  "$home/tributary" sql --lake "$lake" --format csv \
    -e "SELECT run_id, status FROM ops.run WHERE status $1 ORDER BY run_id DESC LIMIT 1" \
    2>>"$scratch/sql.log" | tail -n +2
}

deliver 0 0 "$first"
begun=$(date +%s%N)
"${run_on_deliveries[@]}" >"$scratch/first.log" 2>&1 || {
  tail -n 20 "$scratch/first.log" >&2
  fail 1 "Cannot kill: the first run failed"
}
milliseconds=$((($(date +%s%N) - begun) / 1000000))
declare -A killed=([running]=0 [publishing]=0 [published]=0)
torn=0
unrepaired=0
before=$(state)
for ((i = 1; i <= times; i++)); do
  deliver "$i" $((first + (i - 1) * each)) "$each"
  tag=published_$(last_run "= 'published'" | cut -d, -f1)
  setsid "${run_on_deliveries[@]}" >"$scratch/killed.log" 2>&1 &
  victim=$!
  # Every other time in the last third, where publication is.
  share=$((RANDOM % 1000))
  ((i % 2)) || share=$((667 + share / 3))
  sleep "$(awk -v m="$milliseconds" -v s="$share" 'BEGIN { print m * s / 1e6 }')"
  kill -KILL -- "-$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true

  seen=$(state)
  tagged=$(state "$tag")
  status=$(last_run "<> ''" | cut -d, -f2)
  # The next command, whichever it is, repairs; this one has nothing else to do.
  "$home/tributary" reject none --why 'no such run' --lake "$lake" \
    >"$scratch/repair.log" 2>&1 || true
  after=$(state)
  left=$(last_run "IN ('running', 'publishing')")
  killed[$status]=$((${killed[$status]:-0} + 1))
  [[ $tagged == "$before" ]] || {
    torn=$((torn + 1))
    printf 'Kill %d: the tag %s no longer gives the state before\n' "$i" "$tag" >&2
  }
  paste <(tr ' ' '\n' <<<"$before") <(tr ' ' '\n' <<<"$after") <(tr ' ' '\n' <<<"$seen") \
    | awk '$3 != $1 && $3 != $2 { bad = 1; print > "/dev/stderr" } END { exit bad }' || {
    torn=$((torn + 1))
    printf 'Kill %d: a reader saw neither the state before nor the one after\n' "$i" >&2
  }
  is_repaired=yes
  [[ -z $left ]] || is_repaired=no
  [[ $status != publishing || $after != "$before" ]] || is_repaired=no
  [[ $status != running || $after == "$before" ]] || is_repaired=no
  [[ $is_repaired == yes ]] || {
    unrepaired=$((unrepaired + 1))
    printf 'Kill %d: the next command did not repair what was %s: %s\n' "$i" "$status" "$left" >&2
  }
  printf 'kill %d after %d ms: %s\n' "$i" $((milliseconds * share / 1000)) "$status" >&2
  before=$after
done
printf '{"bench":"kill","kills":%d,"seed":%d,%s,"while_running":%d,"while_publishing":%d,"after_publishing":%d,"torn":%d,"unrepaired":%d}\n' \
  "$times" "$seed" "$(circumstances)" "${killed[running]}" "${killed[publishing]}" \
  "${killed[published]}" "$torn" "$unrepaired"
((torn + unrepaired == 0))
