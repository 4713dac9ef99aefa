#!/usr/bin/env bash
# Runs a statement on the Trino that start.sh started and prints CSV with a
# header line.
#
#   query.sh [--directory DIRECTORY] "SELECT count(*) FROM curated.sales"
set -euo pipefail

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd -P "$here/../.." && pwd)
# shellcheck source=infra/java.sh
. "$home/infra/java.sh"
# shellcheck source=infra/trino/installation.sh
. "$here/installation.sh"

directory=$home/target/trino
if [[ ${1:-} == --directory ]]; then
  directory=${2:?--directory needs a directory}
  shift 2
fi
(($# == 1)) || fail 2 "Cannot query: give one statement, in quotes"
[[ -f $directory/endpoint ]] \
  || fail 2 "Cannot query: no Trino was started from $directory; start one with infra/trino/start.sh"
require_trino_java
exec "$trino_java/bin/java" -Xmx256m -XX:TieredStopAtLevel=1 \
  -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -Dorg.jline.terminal.dumb=true -jar "$installation/trino-cli-executable.jar" \
  --server "http://$(<"$directory/endpoint")" --catalog lake \
  --output-format CSV_HEADER --execute "$1"
