#!/usr/bin/env bash
# Starts a Flink session cluster on 127.0.0.1: one JobManager and one
# TaskManager, each a JVM of its own, from the jars of Flink that the build
# copies. Prints HOST:PORT of its REST API, and nothing else on standard output.
#
#   start.sh [DIRECTORY] [--port PORT] [--slots SLOTS]
#
# DIRECTORY (default target/flink-cluster) gets the configuration, the logs and
# the process ids; PORT is any free one by default; SLOTS is 4.
set -euo pipefail

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd -P "$here/../.." && pwd)
# shellcheck source=infra/java.sh
. "$home/infra/java.sh"
# shellcheck source=infra/processes.sh
. "$home/infra/processes.sh"
flink=$home/jobs/suite/target/flink

directory=$home/target/flink-cluster
port=
slots=4
while (($#)); do
  case $1 in
    --port) port=${2:?--port needs a port}; shift 2 ;;
    --slots) slots=${2:?--slots needs a number}; shift 2 ;;
    -*) fail 2 "Cannot start: unknown option $1; options are --port and --slots" ;;
    *) directory=$1; shift ;;
  esac
done

write_configuration() {
  mkdir -p "$directory/conf" "$directory/log" "$directory/tmp"
  [[ -n $port ]] || port=$(free_port)
  local rpc_port
  rpc_port=$(free_port "$port")
  sed -e "s|@REST_PORT@|$port|" -e "s|@RPC_PORT@|$rpc_port|" \
    -e "s|@SLOTS@|$slots|" -e "s|@DIRECTORY@|$directory|" \
    "$here/config.template.yaml" >"$directory/conf/config.yaml"
}

# start_flink NAME MAIN_CLASS JVM_OPTION...
# In English: Flink's file sink looks for 0 to 9 in names that it wrote in the
# digits of the locale, and without a word commits no file that has others.
start_flink() {
  local name=$1 main=$2
  shift 2
  start_process "$name" "$directory" "$JAVA_HOME/bin/java" "$@" \
    @"$home/infra/java.options" \
    -Duser.language=en \
    -Dlog.file="$directory/log/$name.log" \
    -Dlog4j2.configurationFile="$here/log4j2.properties" \
    -cp "$flink/*" "$main" --configDir "$directory/conf"
}

has_started() {
  is_running "$directory/jobmanager.pid" "$directory/conf" || give_up jobmanager
  is_running "$directory/taskmanager.pid" "$directory/conf" || give_up taskmanager
  curl -fsS --max-time 5 "http://127.0.0.1:$port/overview" 2>/dev/null \
    | grep -q '"taskmanagers":1\b'
}

give_up() {
  tail -n 20 "$directory/$1.out" "$directory/log/$1.log" >&2 2>/dev/null || true
  "$here/stop.sh" "$directory" || true
  fail 1 "Cannot start the cluster: the $1 ended, or was not ready in 90 seconds; its log is $directory/log/$1.log"
}

require_java_17
command -v curl >/dev/null || fail 2 "Cannot start: found no curl on the PATH; install it"
[[ -f $home/jobs/suite/target/tributary.jar ]] || "$home/tributary" --version >/dev/null
mkdir -p "$directory"
directory=$(cd -P "$directory" && pwd)
if is_running "$directory/jobmanager.pid" "$directory/conf"; then
  fail 2 "Cannot start: a cluster already runs from $directory; stop it with infra/flink-cluster/stop.sh $directory"
fi
write_configuration
start_flink jobmanager org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint \
  -Xmx768m
# The heap and direct memory are those that config.template.yaml promises.
start_flink taskmanager org.apache.flink.runtime.taskexecutor.TaskManagerRunner \
  -Xmx1152m -XX:MaxDirectMemorySize=768m -XX:MaxMetaspaceSize=512m
wait_until 90 has_started || give_up taskmanager
echo "127.0.0.1:$port" | tee "$directory/endpoint"
