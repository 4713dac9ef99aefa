#!/usr/bin/env bash
# Stops the Trino that start.sh started from DIRECTORY (default target/trino),
# and nothing else. Its log stays, its token does not.
set -euo pipefail

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd -P "$here/../.." && pwd)
# shellcheck source=infra/java.sh
. "$home/infra/java.sh"
# shellcheck source=infra/processes.sh
. "$home/infra/processes.sh"

directory=${1:-$home/target/trino}
[[ -d $directory ]] || fail 2 "Cannot stop: $directory does not exist; name the directory that start.sh was given"
directory=$(cd -P "$directory" && pwd)
stop_process trino "$directory" "$directory/etc"
rm -f "$directory/endpoint" "$directory/etc/catalog/lake.properties"
