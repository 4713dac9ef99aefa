#!/usr/bin/env bash
# Stops the cluster that start.sh started from DIRECTORY (default
# target/flink-cluster), and nothing else. Logs stay.
set -euo pipefail

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd -P "$here/../.." && pwd)
# shellcheck source=infra/java.sh
. "$home/infra/java.sh"
# shellcheck source=infra/processes.sh
. "$home/infra/processes.sh"

directory=${1:-$home/target/flink-cluster}
[[ -d $directory ]] || fail 2 "Cannot stop: $directory does not exist; name the directory that start.sh was given"
directory=$(cd -P "$directory" && pwd)
stop_process taskmanager "$directory" "$directory/conf"
stop_process jobmanager "$directory" "$directory/conf"
rm -f "$directory/endpoint"
