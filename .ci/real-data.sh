#!/usr/bin/env bash
# Both shapes of the Online Retail file: every known figure comes back by
# query, and both give the same sales. Wants the files in TRIBUTARY_DATA or in
# ../shared/data; a missing file fails the check.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh

data=${TRIBUTARY_DATA:-../shared/data}
scratch=target/ci/real-data
rm -rf "$scratch"
mkdir -p "$scratch"

for shape in online_retail online_retail_kaggle_format; do
  file=$data/$shape.csv.gz
  [[ -f $file ]] || die "the data are missing: there is no $file; set TRIBUTARY_DATA to their directory"
  # Everything with one; for the sales of the other its first two steps do.
  if [[ $shape == online_retail ]]; then
    ./tributary run --source online-retail --input "$file" --lake "$scratch/$shape" \
      --summary-json "$scratch/$shape.json"
  else
    ./tributary ingest --source online-retail --input "$file" --lake "$scratch/$shape"
    ./tributary curate --lake "$scratch/$shape" --summary-json "$scratch/$shape.json"
  fi
  cat "$scratch/$shape.json"
  echo
  ./tributary sql --lake "$scratch/$shape" --format csv .ci/online-retail.sql \
    >"$scratch/$shape.figures.csv"
  diff .ci/online-retail.expected.csv "$scratch/$shape.figures.csv" \
    || die "figures of $shape differ from the known ones (left: expected)"
  echo "ok: the known figures of $shape"
  ./tributary sql --lake "$scratch/$shape" --format csv \
    -e "SELECT transaction_id, product_id, product_name, customer_id, kind, quantity, unit_price, amount, currency, sold_at, sale_date, country, category, subcategory FROM curated.sales" \
    | LC_ALL=C sort >"$scratch/$shape.sales.csv"
done
cmp "$scratch/online_retail.sales.csv" "$scratch/online_retail_kaggle_format.sales.csv" \
  || die "the two shapes of the file give different curated.sales"
echo "ok: both shapes give the same $(($(wc -l <"$scratch/online_retail.sales.csv") - 1)) sales"
