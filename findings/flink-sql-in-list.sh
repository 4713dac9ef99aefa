#!/usr/bin/env bash
# Flink SQL 1.20.3 in batch mode, a function on the left of IN (...), and behind
# CASE; a random one, which shows how often it is called.
#
# Behaviour: the function is called anew for each value of the list, so that a
# number that is always 0, 1 or 2 is often none of (0, 1, 2); CASE f(x) WHEN ...
# does the same. BETWEEN calls once. What costs little by itself is called 200
# times a row for a list of 200 words.
#
# What to do: make it a column of a subquery, and compare the column.
set -euo pipefail
# shellcheck source=findings/lib.bash
. "$(dirname "${BASH_SOURCE[0]}")/lib.bash"

# 1,000 rows; of each query whether it finds all of them.
ten="(VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))"
rows="$ten AS a (x), $ten AS b (y), $ten AS c (z)"
all="CASE WHEN COUNT(*) = 1000 THEN 'all' ELSE 'fewer' END"
mapfile -t answers < <(run "$(classpath "${flink_sql[@]}")" "$here/FlinkSql.java" \
  "SELECT $all FROM $rows WHERE RAND_INTEGER(3) BETWEEN 0 AND 2" \
  "SELECT $all FROM (SELECT RAND_INTEGER(3) AS r FROM $rows) WHERE r IN (0, 1, 2)" \
  "SELECT $all FROM $rows WHERE RAND_INTEGER(3) IN (0, 1, 2)" \
  "SELECT $all FROM $rows WHERE CASE RAND_INTEGER(3) WHEN 0 THEN 1 WHEN 1 THEN 1 WHEN 2 THEN 1 ELSE 0 END = 1")
expect "0 to 2 are between 0 and 2" "+I[all]" "${answers[0]}"
expect "a column of 0 to 2 is in the list" "+I[all]" "${answers[1]}"
expect "0 to 2 are in the list" "+I[fewer]" "${answers[2]}"
expect "0 to 2 meet a WHEN" "+I[fewer]" "${answers[3]}"
