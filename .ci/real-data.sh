#!/usr/bin/env bash
# Both shapes of the Online Retail file: every known figure comes back by
# query, and both give the same sales; then the report page. The lake of one is
# that of the README's command. Wants the files in TRIBUTARY_DATA or in
# ../shared/data; a missing file fails the check.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh

data=${TRIBUTARY_DATA:-../shared/data}
scratch=target/ci/real-data
rm -rf "$scratch"
mkdir -p "$scratch"

readme_lake=target/ci/clone/retail-lake
[[ -d $readme_lake ]] || die "there is no lake of the real file"
other=$data/online_retail_kaggle_format.csv.gz
[[ -f $other ]] || die "the data are missing: there is no $other; set TRIBUTARY_DATA to their directory"
# The last two days come each as a night's delivery: published as they are,
# refused when their prices are too high.
target/ci/clone/bench/days.sh --input "$other" --lake "$scratch/lake" \
  --from 2011-12-08 --days 2 --poison-every 2 --only prices.whole | tee "$scratch/days.json"
expect_text "the poisoned day" '"caught_on_day":1' "$scratch/days.json"
expect_text "the bench of days" '"honest":2,"refused":0' "$scratch/days.json"
"$tributary" runs --lake "$scratch/lake"

# check_figures SHAPE LAKE: the known figures are there; leaves its sales.
check_figures() {
  "$tributary" sql --lake "$2" --format csv .ci/online-retail.sql >"$scratch/$1.figures.csv"
  diff .ci/online-retail.expected.csv "$scratch/$1.figures.csv" \
    || die "figures of $1 differ from the known ones (left: expected)"
  echo "ok: the known figures of $1"
  "$tributary" sql --lake "$2" --format csv \
    -e "SELECT transaction_id, product_id, product_name, customer_id, kind, quantity, unit_price, amount, currency, sold_at, sale_date, country, category, subcategory FROM curated.sales" \
    | LC_ALL=C sort >"$scratch/$1.sales.csv"
}
check_figures online_retail "$readme_lake"
check_figures online_retail_kaggle_format "$scratch/lake"
cmp "$scratch/online_retail.sales.csv" "$scratch/online_retail_kaggle_format.sales.csv" \
  || die "the two shapes of the file give different curated.sales"
echo "ok: both shapes give the same $(($(wc -l <"$scratch/online_retail.sales.csv") - 1)) sales"
.ci/report.sh
