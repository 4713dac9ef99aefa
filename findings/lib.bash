# shellcheck shell=bash disable=SC2034
# What the findings share. To be sourced.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

flink=1.20.3
flink_sql=(
  "org.apache.flink:flink-table-api-java-bridge:$flink"
  "org.apache.flink:flink-table-planner-loader:$flink"
  "org.apache.flink:flink-table-runtime:$flink"
  "org.apache.flink:flink-clients:$flink"
)

# classpath GROUP:ARTIFACT:VERSION...: prints the jars of these and of all that
# they need.
classpath() {
  local each group artifact version
  {
    printf '<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId>'
    printf '<artifactId>finding</artifactId><version>1</version><dependencies>'
    for each in "$@"; do
      IFS=: read -r group artifact version <<<"$each"
      printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>' \
        "$group" "$artifact" "$version"
    done
    printf '</dependencies></project>\n'
  } >"$scratch/pom.xml"
  "${MAVEN:-mvn}" -q -B -f "$scratch/pom.xml" dependency:build-classpath \
    -Dmdep.outputFile="$scratch/classpath" >&2
  cat "$scratch/classpath"
}

# run CLASSPATH SOURCE ARGUMENT...: runs one Java source file.
run() {
  local jars=$1
  shift
  java --add-opens=java.base/java.util=ALL-UNNAMED \
    --add-opens=java.base/java.lang=ALL-UNNAMED -cp "$jars" "$@" 2>"$scratch/errors" \
    || { cat "$scratch/errors" >&2; return 1; }
}

# expect WHAT SEEN ACTUAL: fails when a library no longer does what was seen.
expect() {
  if [[ $2 != "$3" ]]; then
    printf 'changed: %s: was %s, is now %s\n' "$1" "$2" "$3" >&2
    exit 1
  fi
  printf 'as seen: %s: %s\n' "$1" "$3"
}
