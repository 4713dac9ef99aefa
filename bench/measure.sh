# shellcheck shell=bash
# Measures one command of Tributary. To be sourced.

bench=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd -P "$bench/.." && pwd)
# shellcheck source=infra/java.sh
. "$home/infra/java.sh"

# Builds what is missing, so that no measurement contains it.
"$home/tributary" sql --help >/dev/null

# measure FILE COMMAND...: runs a command of Tributary; its summary in FILE.json,
# wall time, processor time and peak memory in FILE.time, all it said in FILE.log.
measure() {
  local file=$1
  shift
  [[ -x /usr/bin/time ]] || fail 2 "Cannot measure: found no /usr/bin/time; install GNU time"
  /usr/bin/time -o "$file.resources" -f '%e %U %M' \
    "$home/tributary" "$@" --summary-json "$file.json" >"$file.log" 2>&1 || {
    tail -n 20 "$file.log" >&2
    fail 1 "Cannot measure: 'tributary $*' failed; see $file.log"
  }
  resources "$file"
}

# resources FILE: FILE.time from what GNU time wrote, which tells kilobytes.
resources() {
  awk 'END {
    printf "\"wall_seconds\":%s,\"user_seconds\":%s,\"peak_megabytes\":%d\n", $1, $2, $3 / 1024
  }' "$1.resources" >"$1.time"
}

# Prints what a figure means nothing without: the machine and the code.
circumstances() {
  printf '"cores":%d,"commit":"%s"' "$(nproc)" \
    "$(git -C "$home" describe --always --dirty 2>/dev/null || echo unknown)"
}

# json_object FILE KEY: prints the object {...} under a key of a one-line JSON.
json_object() {
  sed -nE 's/.*"'"$2"'":(\{[^}]*\}).*/\1/p' "$1"
}

# json_number FILE KEY: prints the number under a key of a one-line JSON.
json_number() {
  sed -nE 's/.*"'"$2"'":([0-9.]+).*/\1/p' "$1"
}
