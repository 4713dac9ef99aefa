#!/usr/bin/env bash
# Flink SQL 1.20.3 in batch mode, table.generated-code.max-length raised from its
# default of 4000, so that less of the generated code is parsed and split.
#
# Behaviour: COUNT(*) of groups, when it is aggregated by hash in two phases, is
# compiled no more ("Invalid local variable index"). The way round the local
# aggregate, which Flink generates beside it and takes where that would not pay,
# reads a local variable that nothing was assigned to. Splitting hides it, because
# it makes fields of local variables. A sum is not concerned.
#
# What to do: leave the length as it is, or turn that way round off
# (table.exec.local-hash-agg.adaptive.enabled).
set -euo pipefail
# shellcheck source=findings/lib.bash
. "$(dirname "${BASH_SOURCE[0]}")/lib.bash"

jars=$(classpath "${flink_sql[@]}")
count="SELECT g, COUNT(*) FROM (VALUES (1, 3), (2, 4)) AS t (g, y) GROUP BY g"
sum="SELECT g, SUM(y) FROM (VALUES (1, 3), (2, 4)) AS t (g, y) GROUP BY g"
# So few rows would be sorted, and aggregated at once.
hashed=(table.exec.disabled-operators=SortAgg table.optimizer.agg-phase-strategy=TWO_PHASE)
long=table.generated-code.max-length=16000
# Code that cannot be compiled is printed before the answer.
answer() {
  run "$jars" "$here/FlinkSql.java" "${hashed[@]}" "$@" | tail -n 1
}

expect "a count, code split as by default" "+I[1, 1] +I[2, 1]" \
  "$(answer "$count")"
expect "a sum, code left whole" "+I[1, 3] +I[2, 4]" \
  "$(answer "$long" "$sum")"
expect "a count, code left whole" "InternalCompilerException" \
  "$(answer "$long" "$count")"
expect "the same without the way round" "+I[1, 1] +I[2, 1]" \
  "$(answer "$long" table.exec.local-hash-agg.adaptive.enabled=false "$count")"
