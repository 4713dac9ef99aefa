#!/usr/bin/env bash
# Flink SQL 1.20.3, ORDER BY a DOUBLE that can be NaN, with and without LIMIT.
#
# Behaviour: without LIMIT, NaN stands behind all numbers. With LIMIT it depends
# on the order in which the rows come: a NaN that comes first stays first,
# ascending and descending, and one that comes last is passed over, so that
# LIMIT 1 gives 1, 3 or NaN of the same four rows.
#
# What to do: keep NaN out of what is ordered; WHERE x = x does not, for the
# planner takes it for TRUE. CAST(x AS STRING) <> 'NaN' does.
set -euo pipefail
# shellcheck source=findings/lib.bash
. "$(dirname "${BASH_SOURCE[0]}")/lib.bash"

first="(VALUES (CAST('NaN' AS DOUBLE)), (3E0), (1E0), (2E0)) AS t (x)"
last="(VALUES (3E0), (1E0), (2E0), (CAST('NaN' AS DOUBLE))) AS t (x)"
mapfile -t answers < <(run "$(classpath "${flink_sql[@]}")" "$here/FlinkSql.java" \
  "SELECT x FROM $first ORDER BY x" \
  "SELECT x FROM $last ORDER BY x" \
  "SELECT x FROM $first ORDER BY x LIMIT 1" \
  "SELECT x FROM $last ORDER BY x LIMIT 1" \
  "SELECT x FROM $first ORDER BY x DESC LIMIT 1" \
  "SELECT x FROM $last ORDER BY x DESC LIMIT 1" \
  "SELECT COUNT(*) FROM $first WHERE x = x" \
  "SELECT COUNT(*) FROM $first WHERE CAST(x AS STRING) <> 'NaN'")
for order in 0 1; do
  expect "ascending" "+I[1.0] +I[2.0] +I[3.0] +I[NaN]" "${answers[$order]}"
done
expect "the first one ascending, NaN came first" "+I[NaN]" "${answers[2]}"
expect "the first one ascending, NaN came last" "+I[1.0]" "${answers[3]}"
expect "the first one descending, NaN came first" "+I[NaN]" "${answers[4]}"
expect "the first one descending, NaN came last" "+I[3.0]" "${answers[5]}"
expect "rows of four in which x = x" "+I[4]" "${answers[6]}"
expect "rows of four that are not called NaN" "+I[3]" "${answers[7]}"
