#!/usr/bin/env bash
# Starts Trino on 127.0.0.1 with one catalog, `lake`, on the lake's REST
# endpoint. Fetches Trino through Maven the first time. Prints HOST:PORT, and
# nothing else on standard output.
#
#   start.sh --lake DIR [--directory DIRECTORY] [--port PORT]
#   start.sh --uri URI --token-file FILE [...]
#
# --lake: the lake that `./tributary catalog serve` serves; Trino gets the
# endpoint's token for reading. --uri and --token-file: any other REST catalog.
# DIRECTORY (default target/trino) gets configuration, log and process id.
# Trino needs a Java 24 or newer: TRINO_JAVA_HOME, or one in the usual places.
set -euo pipefail

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd -P "$here/../.." && pwd)
# shellcheck source=infra/java.sh
. "$home/infra/java.sh"
# shellcheck source=infra/processes.sh
. "$home/infra/processes.sh"
# shellcheck source=infra/trino/installation.sh
. "$here/installation.sh"

lake=
uri=
token_file=
directory=$home/target/trino
port=
while (($#)); do
  case $1 in
    --lake) lake=${2:?--lake needs a directory}; shift 2 ;;
    --uri) uri=${2:?--uri needs an address}; shift 2 ;;
    --token-file) token_file=${2:?--token-file needs a file}; shift 2 ;;
    --directory) directory=${2:?--directory needs a directory}; shift 2 ;;
    --port) port=${2:?--port needs a port}; shift 2 ;;
    *) fail 2 "Cannot start: unknown option $1; options are --lake, --uri, --token-file, --directory and --port" ;;
  esac
done

# Prints the first text value of key $2 in the JSON file $1.
json_text() {
  sed -n 's/.*"'"$2"'" *: *"\([^"]*\)".*/\1/p' "$1" | head -n 1
}

# Whether who serves the lake lives. One who was killed leaves his address behind,
# at which another program may listen by now, and would get the token.
is_served() {
  local owner
  [[ -r $lake/endpoint.json && -r $lake/owner.json ]] || return 1
  owner=$(sed -n 's/.*"pid" *: *\([0-9]*\).*/\1/p' "$lake/owner.json")
  [[ -n $owner ]] && ps -ww -o args= -p "$owner" | grep -q 'catalog.*serve'
}

find_endpoint() {
  if [[ -n $lake ]]; then
    local endpoint=$lake/endpoint.json
    is_served \
      || fail 2 "Cannot start: nothing serves the lake $lake; run ./tributary catalog serve --lake $lake and keep it running; if it runs elsewhere, give its address with --uri and --token-file"
    uri=$(json_text "$endpoint" address)
    token=$(json_text "$endpoint" read)
  elif [[ -n $uri && -n $token_file ]]; then
    [[ -r $token_file ]] || fail 2 "Cannot start: cannot read the token file $token_file"
    token=$(<"$token_file")
  else
    fail 2 "Cannot start: name the lake with --lake DIR, or its catalog with --uri URI and --token-file FILE"
  fi
}

# With the token on standard input: every user of the machine can read arguments.
check_endpoint() {
  local status
  status=$(printf 'header = "Authorization: Bearer %s"\n' "$token" \
    | curl -sS --max-time 10 -o /dev/null -w '%{http_code}' --config - "$uri/v1/config" 2>&1) \
    || fail 2 "Cannot start: nothing serves the catalog at $uri; run ./tributary catalog serve --lake ${lake:-DIR} and keep it running"
  [[ $status == 200 ]] || fail 2 "Cannot start: the catalog at $uri answered with status $status; check the address and the token"
}

write_configuration() {
  umask 077
  mkdir -p "$directory/etc/catalog"
  [[ -n $port ]] || port=$(free_port 0)
  local file
  for file in config.properties log.properties catalog/lake.properties; do
    # Not through sed's arguments, which every user of the machine could read.
    sed -e "s|@PORT@|$port|g" -e "s|@INSTALLATION@|$installation|" \
      -e "s|@DIRECTORY@|$directory|" -e "s|@URI@|$uri|" \
      "$here/etc/$file" | while IFS= read -r line; do
        printf '%s\n' "${line//@TOKEN@/$token}"
      done >"$directory/etc/$file"
  done
}

answers() {
  is_running "$directory/trino.pid" "$directory/etc" || give_up "it ended"
  curl -fsS --max-time 5 "http://127.0.0.1:$port/v1/info" 2>/dev/null | grep -q '"starting":false'
}

# The first queries after that may still fail.
answers_queries() {
  "$here/query.sh" --directory "$directory" "SHOW SCHEMAS FROM lake" \
    >"$directory/first-query.out" 2>&1
}

give_up() {
  tail -n 20 "$directory/trino.out" "$directory/first-query.out" >&2 2>/dev/null || true
  "$here/stop.sh" "$directory" || true
  fail 1 "Cannot start Trino: $1; its log is $directory/trino.out"
}

command -v curl >/dev/null || fail 2 "Cannot start: found no curl on the PATH; install it"
find_endpoint
check_endpoint
require_trino_java
install_trino
mkdir -p "$directory"
directory=$(cd -P "$directory" && pwd)
if is_running "$directory/trino.pid" "$directory/etc"; then
  fail 2 "Cannot start: Trino already runs from $directory; stop it with infra/trino/stop.sh $directory"
fi
write_configuration
start_process trino "$directory" "$trino_java/bin/java" -Xmx1g -XX:+UseG1GC \
  -Djdk.attach.allowAttachSelf=true --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow \
  -Dconfig="$directory/etc/config.properties" \
  -cp "$installation/lib/*" io.trino.server.TrinoServer
wait_until 120 answers || give_up "it was not ready in 120 seconds"
echo "127.0.0.1:$port" >"$directory/endpoint"
wait_until 60 answers_queries || give_up "no query succeeded in 60 seconds"
cat "$directory/endpoint"
