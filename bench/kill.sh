#!/usr/bin/env bash
# Kills `tributary run` with SIGKILL at random moments, and looks at the lake as
# a reader before and after the next command. Prints one JSON line; ends with 1
# when a reader saw anything but the state before or the state after.
#
#   bench/kill.sh [--times 50] [--seed 1]
#
# Each second time a delivery arrives, and the run that takes it in is killed;
# else it is a run of recommendations alone. What readers compare is the number
# of rows of every table and the sum of sales.
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
  recommendations.segment_popularity recommendations.similar_products"

# Deliveries: the generated sales in the order of their time, the first four
# fifths at once.
"$home/tributary" generate --output "$scratch/all" --customers 200 \
  --transactions 4000 >"$scratch/generate.log" 2>&1
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
    sed -n "$(($2 + 1)),$(($2 + $3))p" "$scratch/sales.csv"
  } >"$shop/transactions-$(printf '%03d' "$1").csv"
}

# counts [TAG]: SQL for what a reader sees.
counts() {
  local hint='' table
  [[ -z ${1:-} ]] || hint="/*+ OPTIONS('tag'='$1') */"
  for table in $tables; do
    printf "SELECT '%s' AS t, CAST(COUNT(*) AS DECIMAL(20, 4)) AS n FROM %s %s UNION ALL " \
      "$table" "$table" "$hint"
  done
  printf "SELECT 'amount', SUM(amount) FROM curated.sales %s;" "$hint"
}

# look [TAG]: sets seen, what a reader sees; tagged, the same by the tag; and
# runs, each with its status.
look() {
  local sql='SELECT run_id, status FROM ops.run ORDER BY run_id;'
  "$home/tributary" sql --lake "$lake" --format csv \
    -e "$sql $(counts) $([[ -z ${1:-} ]] || counts "$1")" \
    >"$scratch/look.csv" 2>"$scratch/look.log" || {
    tail -n 5 "$scratch/look.log" >&2
    fail 1 "Cannot read the lake"
  }
  runs=$(grep -E '^[0-9]{8}_' "$scratch/look.csv" | tr -d '"' || true)
  seen=$(awk '/^t,n/ { part++; next } part == 1' "$scratch/look.csv" | sort | tr '\n' ' ')
  tagged=$(awk '/^t,n/ { part++; next } part == 2' "$scratch/look.csv" | sort | tr '\n' ' ')
}

run_on_deliveries=("$home/tributary" run --source generated --input "$shop"
  --lake "$lake" --k 3)

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
look
before=$seen
for ((i = 1; i <= times; i++)); do
  command=("$home/tributary" recommend --lake "$lake" --per-customer $((8 + i / 2 % 2)))
  if ((i % 2)); then
    deliver "$i" $((first + (i - 1) * each)) "$each"
    command=("${run_on_deliveries[@]}")
  fi
  tag=published_$(grep ',published$' <<<"$runs" | tail -n 1 | cut -d, -f1)
  export TRIBUTARY_LOG=$scratch/killed-$i.log
  setsid "${command[@]}" >"$scratch/killed.out" 2>&1 &
  victim=$!
  # A third at any moment; the others from the moment that publication begins,
  # which a run spends a second on.
  share=$((RANDOM % 1000))
  if ((i % 3 == 0)); then
    pause=$(awk -v m="$milliseconds" -v s="$share" 'BEGIN { print m * s / 1e6 }')
  else
    until grep -q 'publication recorded' "$TRIBUTARY_LOG" 2>/dev/null \
      || ! kill -0 "$victim" 2>/dev/null; do
      sleep 0.01
    done
    pause=$(awk -v s="$share" 'BEGIN { print s / 1000 }')
  fi
  sleep "$pause"
  kill -KILL -- "-$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true
  unset TRIBUTARY_LOG

  look "$tag"
  found=$seen
  status=$(tail -n 1 <<<"$runs" | cut -d, -f2)
  [[ $tagged == "$before" ]] || {
    torn=$((torn + 1))
    printf 'Kill %d: the tag %s no longer gives the state before\n' "$i" "$tag" >&2
  }
  # The next command, whichever it is, repairs; this one has nothing else to do.
  "$home/tributary" reject none --why 'no such run' --lake "$lake" \
    >"$scratch/repair.log" 2>&1 || true
  look
  killed[$status]=$((${killed[$status]:-0} + 1))
  paste <(tr ' ' '\n' <<<"$before") <(tr ' ' '\n' <<<"$seen") <(tr ' ' '\n' <<<"$found") \
    | awk '$3 != $1 && $3 != $2 { bad = 1; print > "/dev/stderr" } END { exit bad }' || {
    torn=$((torn + 1))
    printf 'Kill %d: a reader saw neither the state before nor the one after\n' "$i" >&2
  }
  is_repaired=yes
  ! grep -qE ',(running|publishing)$' <<<"$runs" || is_repaired=no
  [[ $status != publishing || $seen != "$before" ]] || is_repaired=no
  [[ $status != running || $seen == "$before" ]] || is_repaired=no
  [[ $is_repaired == yes ]] || {
    unrepaired=$((unrepaired + 1))
    printf 'Kill %d: the next command did not repair what was %s\n' "$i" "$status" >&2
  }
  printf 'kill %d of %d after a pause of %s s: %s\n' "$i" "$times" "$pause" "$status" >&2
  before=$seen
done
printf '{"bench":"kill","kills":%d,"seed":%d,%s,"while_running":%d,"while_publishing":%d,"after_publishing":%d,"torn":%d,"unrepaired":%d}\n' \
  "$times" "$seed" "$(circumstances)" "${killed[running]}" "${killed[publishing]}" \
  "${killed[published]}" "$torn" "$unrepaired"
((torn + unrepaired == 0))
