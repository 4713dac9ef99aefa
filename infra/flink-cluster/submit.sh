#!/usr/bin/env bash
# Submits the job jar as `flink run` does, from a client that has Flink's jars
# and nothing of Tributary on its class path.
#
#   submit.sh DIRECTORY COMMAND [OPTION...]
#   submit.sh target/flink-cluster curate --lake /data/lake
#
# DIRECTORY is the one that start.sh was given. On a cluster of your own say
# `flink run -m HOST:PORT tributary.jar COMMAND [OPTION...]`.
set -euo pipefail

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd -P "$here/../.." && pwd)
# shellcheck source=infra/java.sh
. "$home/infra/java.sh"

(($# >= 2)) || fail 2 "Cannot submit: name the cluster's directory and a command, as in: submit.sh target/flink-cluster curate --lake DIR"
directory=$1
shift
[[ -f $directory/endpoint ]] \
  || fail 2 "Cannot submit: no cluster was started from $directory; start one with infra/flink-cluster/start.sh $directory"
require_java_17
target=$home/jobs/suite/target
export FLINK_CONF_DIR=$directory/conf
exec "$JAVA_HOME/bin/java" -Xmx1g \
  @"$home/infra/java.options" \
  -Dlog.file="$directory/log/client.log" \
  -Dlog4j2.configurationFile="$here/log4j2.properties" \
  -cp "$target/flink/*" org.apache.flink.client.cli.CliFrontend \
  run -m "$(<"$directory/endpoint")" "$target/tributary.jar" "$@"
