#!/usr/bin/env bash
# Flink SQL 1.20.3 in batch mode, writing to 'connector' = 'filesystem' in a JVM
# whose locale writes other digits than 0 to 9, such as Arabic as in Egypt.
#
# Behaviour: the INSERT ends as under any locale, and the table is empty. The
# sink's temporary directories are named by attempt with String.format in the JVM's
# locale; the commit takes only names that its pattern of \d digits fits, and
# deletes the others with their rows.
#
# What to do: run JobManagers, TaskManagers and clients with -Duser.language=en, or
# with another locale of such digits (-Duser.extensions=u-nu-latn is enough).
set -euo pipefail
# shellcheck source=findings/lib.bash
. "$(dirname "${BASH_SOURCE[0]}")/lib.bash"

jars=$(classpath "${flink_sql[@]}" "org.apache.flink:flink-connector-files:$flink" \
  "org.apache.flink:flink-csv:$flink")

# rows OPTION...: how many of two rows are there after they were written.
rows() {
  local table="CREATE TABLE t (a INT) WITH ('connector' = 'filesystem', 'path' = '$scratch/out', 'format' = 'csv')"
  rm -rf "$scratch/out"
  JAVA_TOOL_OPTIONS="$*" run "$jars" "$here/FlinkSql.java" table.dml-sync=true \
    "$table" "INSERT INTO t VALUES (1), (2)" "SELECT COUNT(*) FROM t" | tail -n 1
}

expect "rows under English" "+I[2]" "$(rows -Duser.language=en -Duser.country=US)"
expect "rows under Arabic as in Egypt" "+I[0]" \
  "$(rows -Duser.language=ar -Duser.country=EG)"
expect "rows under Arabic with Latin digits" "+I[2]" \
  "$(rows -Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-latn)"
