#!/usr/bin/env bash
# Flink SQL 1.20.3 in batch mode, an OVER that takes a named window and adds a
# frame to it, as the standard allows: OVER (w ROWS BETWEEN ...).
#
# Behaviour: no error, and the frame is not heeded. A sum of two rows becomes the
# running sum of all rows so far, be the frame added in the OVER clause or in a
# second named window; a largest value of the rows before counts the row itself.
#
# What to do: give the whole window a name, its frame with it.
set -euo pipefail
# shellcheck source=findings/lib.bash
. "$(dirname "${BASH_SOURCE[0]}")/lib.bash"

rows="(VALUES (1, 1, 1), (1, 2, 2), (2, 3, 3), (1, 4, 4)) AS t (g, x, y)"
two="ROWS BETWEEN 1 PRECEDING AND CURRENT ROW"
before="ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"
mapfile -t answers < <(run "$(classpath "${flink_sql[@]}")" "$here/FlinkSql.java" \
  "SELECT x, SUM(y) OVER (PARTITION BY g ORDER BY x $two) FROM $rows" \
  "SELECT x, SUM(y) OVER w FROM $rows WINDOW w AS (PARTITION BY g ORDER BY x $two)" \
  "SELECT x, SUM(y) OVER (w $two) FROM $rows WINDOW w AS (PARTITION BY g ORDER BY x)" \
  "SELECT x, SUM(y) OVER v FROM $rows WINDOW w AS (PARTITION BY g ORDER BY x), v AS (w $two)" \
  "SELECT x, MAX(y) OVER (w $before) FROM $rows WINDOW w AS (PARTITION BY g ORDER BY x)")
right="+I[1, 1] +I[2, 3] +I[4, 6] +I[3, 3]"
expect "the frame written in place" "$right" "${answers[0]}"
expect "the frame in the named window" "$right" "${answers[1]}"
for added in 2 3; do
  expect "the frame added to a named window" \
    "+I[1, 1] +I[2, 3] +I[4, 7] +I[3, 3]" "${answers[$added]}"
done
expect "the largest of the rows before" \
  "+I[1, 1] +I[2, 2] +I[4, 4] +I[3, 3]" "${answers[4]}"
