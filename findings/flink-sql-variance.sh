#!/usr/bin/env bash
# Flink SQL 1.20.3, VAR_POP and STDDEV_POP.
#
# Behaviour: they subtract the square of the sum from the sum of squares, in the
# type of the argument. Over INT the sums of squares wrap around, so that the
# variance of 50000, 50001 and 50004 is a negative number (it is 2.89); over
# DOUBLE equal values can have a negative variance, of which the standard
# deviation is NaN, and that of large close values is 0 (here: 2/3).
#
# What to do: cast to DOUBLE inside the aggregate, and subtract a constant near
# the mean before.
set -euo pipefail
# shellcheck source=findings/lib.bash
. "$(dirname "${BASH_SOURCE[0]}")/lib.bash"

mapfile -t answers < <(run "$(classpath "${flink_sql[@]}")" "$here/FlinkSql.java" \
  "SELECT VAR_POP(x) FROM (VALUES (50000), (50001), (50004)) AS t (x)" \
  "SELECT STDDEV_POP(x) FROM (VALUES (0.1E0), (0.1E0), (0.1E0)) AS t (x)" \
  "SELECT VAR_POP(x) FROM (VALUES (1000000001E0), (1000000002E0), (1000000003E0)) AS t (x)" \
  "SELECT VAR_POP(x - 1000000002E0) FROM (VALUES (1000000001E0), (1000000002E0), (1000000003E0)) AS t (x)")
expect "variance of three INT" "+I[-477218585]" "${answers[0]}"
expect "deviation of three equal DOUBLE" "+I[NaN]" "${answers[1]}"
expect "variance of large close DOUBLE" "+I[0.0]" "${answers[2]}"
expect "the same, shifted" "+I[0.6666666666666666]" "${answers[3]}"
