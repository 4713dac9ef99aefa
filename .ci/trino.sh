#!/usr/bin/env bash
# Trino reads every table of the demo's lake, and counts the rows that
# `tributary tables` tells; it sees what a run wrote only once that is
# published, and before that on the run's branch alone.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh
# shellcheck source=infra/processes.sh
. infra/processes.sh

lake=$PWD/target/ci/clone/lake
scratch=$PWD/target/ci/trino
rm -rf "$scratch"
mkdir -p "$scratch"
[[ -d $lake ]] || die "there is no lake of the demo to read"

stop() {
  infra/trino/stop.sh "$scratch/trino" || true
  stop_process catalog "$scratch" "--lake"
}
trap stop EXIT
start_process catalog "$scratch" "$PWD/$tributary" catalog serve --lake "$lake" --port 0
wait_until 60 grep -q 'is served at' "$scratch/catalog.out" \
  || die "nothing serves the catalog: $(<"$scratch/catalog.out")"
mkdir -p "$scratch/trino"
infra/trino/start.sh --lake "$lake" --directory "$scratch/trino"

# Who served a lake was killed, and another program has his port: it gets no token.
mkdir "$scratch/left"
sleep 0 &
ended=$!
wait "$ended"
sed "s/\"pid\":[0-9]*/\"pid\":$ended/" "$lake/owner.json" >"$scratch/left/owner.json"
cp "$lake/endpoint.json" "$scratch/left"
expect_exit 2 infra/trino/start.sh --lake "$scratch/left" --directory "$scratch/other"
expect_text "starting on a lake that nobody serves any more" \
  "nothing serves the lake $scratch/left" target/ci/output

"$tributary" tables --lake "$lake" >"$scratch/tables.txt"
cat "$scratch/tables.txt"
# Of each line that names a table: the name and the number of rows.
sed -nE 's/^[| ]*([a-z_]+\.[a-z_]+)[| ]+([0-9,]+)[| ].*/\1 \2/p' "$scratch/tables.txt" \
  | tr -d , | sort >"$scratch/expected.txt"
count=$(wc -l <"$scratch/expected.txt")
((count >= 10)) || die "found only $count tables in the list"

# One statement: a client's start costs more than a count.
sql=$(sed -E "s/^([^ ]+) .*/SELECT '\1' AS t, (SELECT count(*) FROM \1) AS n/" \
  "$scratch/expected.txt" | sed '$!s/$/ UNION ALL/')
infra/trino/query.sh --directory "$scratch/trino" "$sql" | tail -n +2 \
  | tr -d '"' | tr , ' ' | sort >"$scratch/found.txt"
diff "$scratch/expected.txt" "$scratch/found.txt" \
  || die "Trino counts other rows than the data dictionary tells (left)"
# A count needs no data file; rows do.
infra/trino/query.sh --directory "$scratch/trino" \
  "$(sed -E 's/^([^ ]+) .*/SELECT * FROM \1 LIMIT 5;/' "$scratch/expected.txt")" \
  >"$scratch/rows.csv" || die "Trino cannot read the rows of a table"
echo "ok: Trino reads all $count tables"

# rows [VERSION]: how many recommendations Trino counts, in a branch or tag.
rows() {
  local version=${1:+FOR VERSION AS OF \'$1\'}
  infra/trino/query.sh --directory "$scratch/trino" \
    "SELECT count(*) FROM recommendations.customer_product $version" \
    | tail -n 1 | tr -d '"'
}

before=$(rows)
"$tributary" recommend --lake "$lake" --per-customer 15 --approval required \
  --summary-json "$scratch/waiting.json" >"$scratch/waiting.out" 2>&1 \
  || die "recommend failed: $(<"$scratch/waiting.out")"
run=$(sed -nE 's/.*"run":"([^"]*)".*/\1/p' "$scratch/waiting.json")
expect_equal "recommendations while a run waits" "$before" "$(rows)"
written=$(rows "run_$run")
((written > before)) || die "the waiting run's branch has $written rows, main $before"
echo "ok: Trino reads $written rows on the waiting run's branch"
"$tributary" publish "$run" --lake "$lake"
expect_equal "recommendations once published" "$written" "$(rows)"
expect_equal "recommendations by their tag" "$written" "$(rows "published_$run")"
