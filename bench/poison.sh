#!/usr/bin/env bash
# Poisons a month of the Online Retail file in the ways that a delivery can be
# wrong without any line being so, and runs on each. Prints one JSON line per
# delivery: the exit code, the checks that refused it, and whether the sales are
# as they were. Ends with 1 when a poison was published, or the good month not.
#
#   bench/poison.sh --input online_retail.csv.gz
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

input=
while (($#)); do
  case $1 in
    --input) input=${2:?--input needs a file}; shift 2 ;;
    *) fail 2 "Cannot poison: unknown option $1; the option is --input" ;;
  esac
done
[[ -f $input ]] || fail 2 "Cannot poison: give --input with the Online Retail file (see README.md)"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
gzip -dcf "$input" >"$scratch/all.csv"
python3 "$bench/months.py" "$scratch/all.csv" "$scratch"
rm "$scratch/all.csv"

take() {
  "$home/tributary" run --source online-retail --input "$scratch/$1.csv" \
    --lake "$scratch/lake" >"$scratch/$1.log" 2>&1 </dev/null
}

sales() {
  "$home/tributary" sql --lake "$scratch/lake" --format csv \
    -e "SELECT COUNT(*), SUM(amount), MAX(sold_at) FROM curated.sales" | tail -n 1
}

take 2011-06-to-08 || fail 1 "Cannot poison: the first run failed: $(tail -n 3 "$scratch/2011-06-to-08.log")"
before=$(sales)
bad=0
for delivery in quantities-x-1000 one-customer-everywhere half-of-the-customers-missing \
  prices-in-euro delivered-twice-with-other-ids 2011-09; do
  code=0
  take "$delivery" || code=$?
  same=true
  [[ $(sales) == "$before" ]] || same=false
  if [[ $delivery == 2011-09 ]]; then
    [[ $code == 0 && $same == false ]] || bad=$((bad + 1))
  else
    [[ $code == 1 && $same == true ]] || bad=$((bad + 1))
  fi
  checks=$(sed -nE 's/^  [a-z_.]+: ([a-z_]+): expected that.*/"\1"/p' "$scratch/$delivery.log" | paste -sd, -)
  printf '{"bench":"poison","delivery":"%s",%s,"exit":%d,"refused_by":[%s],"sales_as_before":%s}\n' \
    "$delivery" "$(circumstances)" "$code" "$checks" "$same"
done
((bad == 0))
