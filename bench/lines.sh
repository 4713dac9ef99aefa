#!/usr/bin/env bash
# Lines per second of ingest and curation, on generated transactions. Prints one
# JSON line per run; beside Spark, each followed by one of comparable work there.
#
#   bench/lines.sh [--millions 3] [--runs 1] [--format csv|parquet] [--heap 2g]
#     [--beside-spark]
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

millions=3
runs=1
format=csv
heap=2g
spark=
while (($#)); do
  case $1 in
    --millions) millions=${2:?--millions needs a number}; shift 2 ;;
    --runs) runs=${2:?--runs needs a number}; shift 2 ;;
    --format) format=${2:?--format needs csv or parquet}; shift 2 ;;
    --heap) heap=${2:?--heap needs a size}; shift 2 ;;
    --beside-spark) spark=true; shift ;;
    *) fail 2 "Cannot measure: unknown option $1; options are --millions, --runs, --format, --heap and --beside-spark" ;;
  esac
done
[[ -z $spark || $format = csv ]] || fail 2 "Cannot measure: beside Spark, --format is csv"

export TRIBUTARY_JAVA_OPTS="-Xmx$heap ${TRIBUTARY_JAVA_OPTS:-}"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
measure "$scratch/generate" generate --output "$scratch/shop" --format "$format" \
  --transactions $((millions * 1000000)) --customers $((millions * 20000)) \
  --products 2000
if [[ $spark ]]; then
  require_java_17
  spark_jars=$home/target/bench-spark-$(cksum <"$bench/spark/pom.xml" | cut -d ' ' -f 1)
  if [[ ! -d $spark_jars ]]; then
    JAVA_HOME=$JAVA_HOME "$home/mvnw" -B -q -f "$bench/spark" \
      org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
      -DoutputDirectory="$scratch/spark-jars"
    mv "$scratch/spark-jars" "$spark_jars"
  fi
  cores=$(nproc)
  opens=()
  for package in java.lang java.lang.invoke java.io java.net java.nio java.util \
    java.util.concurrent java.util.concurrent.atomic sun.nio.ch sun.security.action \
    sun.util.calendar; do
    opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
  done
fi

# spark FILE LAKE: comparable work in Spark, on as many cores; figures in FILE.time as of `measure`.
spark() {
  /usr/bin/time -o "$1.resources" -f '%e %U %M' "$JAVA_HOME/bin/java" "-Xmx$heap" \
    "${opens[@]}" -cp "$spark_jars/*" "$bench/spark/SparkCuration.java" \
    "$scratch/shop/transactions.csv" "$2" "$((cores < 4 ? cores : 4))" >"$1.log" 2>&1 \
    || fail 1 "Cannot measure: Spark failed: $(tail -n 3 "$1.log")"
  resources "$1"
}

# What was generated, returns included.
lines=$(awk -v a="$(json_number "$scratch/generate.json" transaction_lines)" 'BEGIN { print a }')

for ((run = 1; run <= runs; run++)); do
  lake=$scratch/lake-$run
  measure "$scratch/ingest-$run" ingest --source generated --input "$scratch/shop" \
    --lake "$lake"
  measure "$scratch/curate-$run" curate --lake "$lake"
  wall=$(awk -F'[:,]' '{ sum += $2 } END { print sum }' \
    "$scratch/ingest-$run.time" "$scratch/curate-$run.time")
  printf '{"bench":"lines","run":%d,"lines":%d,"format":"%s","heap":"%s",%s,"lines_per_second":%d,"wall_seconds":%s,"generate":{%s},"ingest":{%s,"seconds":%s},"curate":{%s,"seconds":%s}}\n' \
    "$run" "$lines" "$format" "$heap" "$(circumstances)" \
    "$(awk -v n="$lines" -v s="$wall" 'BEGIN { print int(n / s) }')" "$wall" \
    "$(<"$scratch/generate.time")" \
    "$(<"$scratch/ingest-$run.time")" "$(json_object "$scratch/ingest-$run.json" seconds)" \
    "$(<"$scratch/curate-$run.time")" "$(json_object "$scratch/curate-$run.json" seconds)"
  rm -rf "$lake"
  if [[ $spark ]]; then
    spark "$scratch/spark-$run" "$scratch/spark-lake"
    printf '{"bench":"spark","run":%d,"lines":%d,"heap":"%s",%s,%s}\n' \
      "$run" "$lines" "$heap" "$(circumstances)" "$(<"$scratch/spark-$run.time")"
    rm -rf "$scratch/spark-lake"
  fi
done
