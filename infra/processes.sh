# shellcheck shell=bash
# Starts, watches and stops servers on this machine. To be sourced.

# Prints a port of 127.0.0.1 that nothing listens on, other than those given.
# Below 32768, where systems take the ports of outgoing connections from.
free_port() {
  local port
  for _ in {1..100}; do
    port=$((20000 + RANDOM % 12000))
    [[ " $* " != *" $port "* ]] || continue
    if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  fail 1 "Cannot find a free port on 127.0.0.1: tried 100 between 20000 and 32000"
}

# is_running PIDFILE MARK: whether the recorded process runs and is still the
# one that was started, whose command line contains MARK.
is_running() {
  local process
  [[ -f $1 ]] || return 1
  process=$(<"$1")
  [[ -n $process ]] && ps -ww -o args= -p "$process" 2>/dev/null | grep -qF -- "$2"
}

# start_process NAME DIRECTORY COMMAND...: in the background, away from the
# terminal, in DIRECTORY; output in DIRECTORY/NAME.out, id in DIRECTORY/NAME.pid.
start_process() {
  local name=$1 directory=$2
  shift 2
  (cd "$directory" && exec nohup "$@") >"$directory/$name.out" 2>&1 </dev/null &
  echo $! >"$directory/$name.pid"
}

# wait_until SECONDS CHECK...: whether CHECK succeeds within that time.
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < deadline)) || return 1
    sleep 0.5
  done
}

# stop_process NAME DIRECTORY MARK: asks, waits, insists, verifies; nothing but
# the process that start_process recorded. Silent when it does not run.
stop_process() {
  local name=$1 pidfile=$2/$1.pid mark=$3 process
  if is_running "$pidfile" "$mark"; then
    process=$(<"$pidfile")
    kill "$process"
    if ! wait_until 20 is_gone "$pidfile" "$mark"; then
      kill -KILL "$process"
      wait_until 5 is_gone "$pidfile" "$mark" \
        || fail 1 "Cannot stop the $name: process $process still runs"
    fi
    echo "$name stopped (process $process)" >&2
  fi
  rm -f "$pidfile"
}

is_gone() {
  ! is_running "$1" "$2"
}
