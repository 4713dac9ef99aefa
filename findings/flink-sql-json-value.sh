#!/usr/bin/env bash
# Flink SQL 1.20.3, JSON_VALUE ... RETURNING INTEGER NULL ON ERROR.
#
# Behaviour: a text where a number is asked for is no error in the sense of
# NULL ON ERROR. The query fails with a ClassCastException, so that one line of
# a million with "n/a" in the place of a number fails the job. RETURNING STRING
# and TRY_CAST give NULL for it.
set -euo pipefail
# shellcheck source=findings/lib.bash
. "$(dirname "${BASH_SOURCE[0]}")/lib.bash"

document="'{\"pieces\": \"n/a\"}'"
mapfile -t answers < <(run "$(classpath "${flink_sql[@]}")" "$here/FlinkSql.java" \
  "SELECT JSON_VALUE($document, '\$.pieces' RETURNING INTEGER NULL ON ERROR)" \
  "SELECT TRY_CAST(JSON_VALUE($document, '\$.pieces' RETURNING STRING NULL ON ERROR) AS INT)")
expect "RETURNING INTEGER NULL ON ERROR" "ClassCastException" "${answers[0]}"
expect "RETURNING STRING, then TRY_CAST" "+I[null]" "${answers[1]}"
