#!/usr/bin/env bash
# Publication as its users meet it: poisoned months of real data stay out and a
# good one gets in; past runs give the same rows again; a run that is killed
# leaves nothing half published.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh

scratch=target/ci/publication
rm -rf "$scratch"
mkdir -p "$scratch"
lake=$scratch/lake
data=${TRIBUTARY_DATA:-../shared/data}
[[ -f $data/online_retail.csv.gz ]] || die "the data are missing: there is no $data/online_retail.csv.gz"

# Months of the real file, and one of them poisoned.
gzip -dc "$data/online_retail.csv.gz" >"$scratch/all.csv"
python3 .ci/months.py "$scratch/all.csv" "$scratch"
rm "$scratch/all.csv"

# take FILE: takes a delivery in, as every night.
take() {
  ./tributary run --source online-retail --input "$scratch/$1" --lake "$lake" </dev/null
}

sales() {
  query "$lake" "SELECT COUNT(*), SUM(amount), MAX(sold_at) FROM curated.sales"
}

take 2011-01-to-02.csv
before=$(sales)
# Poison and the words that say what is wrong.
while IFS='|' read -r poison words; do
  expect_exit 1 take "$poison.csv"
  expect_text "$poison" "$words" target/ci/output
  expect_equal "sales after $poison" "$before" "$(sales)"
done <<'END'
quantities-x-1000|single pieces or thousands
one-customer-everywhere|names one customer everywhere
half-of-the-customers-missing|customers are missing from the delivery
prices-in-euro|prices are in another currency
delivered-twice-with-other-ids|delivered before under other ids
END
take 2011-03.csv
[[ $(sales) != "$before" ]] || die "the good month was not published"
echo "ok: the good month was published"

./tributary curate --lake "$lake" --full
./tributary segment --lake "$lake" --k 3
./tributary recommend --lake "$lake" --per-customer 8
./tributary runs --lake "$lake" | tee "$scratch/runs.txt"
mapfile -t published < <(awk '$3 == "published" { print $1 }' "$scratch/runs.txt")
for run in "${published[@]:1:3}"; do
  ./tributary runs "$run" --lake "$lake" | head -n 12
  ./tributary replay --run "$run" --lake "$lake" \
    || die "run $run does not give the same rows again"
done

bench/kill.sh --times 5
