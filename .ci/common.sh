# shellcheck shell=bash
# What .ci/run and its checks share. To be sourced at the repository's root.

passed=0
failed=0
beside=()

# The launcher of the clone that .ci/launcher.sh makes, from the repository's
# root: all checks after it use the class archive that its first command made.
# shellcheck disable=SC2034  # for those who source this
tributary=target/ci/clone/tributary

# check NAME COMMAND...: runs it, and says what came of it and how long it took.
check() {
  local name=$1 start=$SECONDS verdict=FAILED
  shift
  printf '\n== %s\n' "$name"
  if "$@" </dev/null; then verdict=passed; fi
  printf '== %s: %s (%d s)\n' "$name" "$verdict" $((SECONDS - start))
  [[ $verdict == passed ]]
}

# step NAME COMMAND...: a check that is counted; goes on after a failure.
step() {
  if check "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

# beside NAME COMMAND...: a check that runs while steps do, once the check that
# was put beside them before it has ended. What it prints, and whether it passed,
# comes with await_beside.
beside() {
  local output previous=
  output=$(mktemp target/ci/beside.XXXXXX)
  if ((${#beside[@]})); then read -r _ previous <<<"${beside[-1]}"; fi
  (
    trap 'touch "$output.ended"' EXIT
    until [[ -z $previous || -f $previous.ended ]]; do sleep 1; done
    check "$@"
  ) >"$output" 2>&1 &
  beside+=("$! $output")
  printf '\n== %s runs beside what follows\n' "$1"
}

# Waits for all checks that run beside, and prints what they did.
await_beside() {
  local each pid output
  for each in "${beside[@]}"; do
    read -r pid output <<<"$each"
    if wait "$pid"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    cat "$output"
  done
  beside=()
}

# Ends .ci/run with the count.
finish() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  exit $((failed > 0))
}

# die MESSAGE: fails the check.
die() {
  printf 'FAILED: %s\n' "$1" >&2
  exit 1
}

# expect_equal WHAT EXPECTED ACTUAL
expect_equal() {
  [[ $2 == "$3" ]] || die "$1: expected '$2', found '$3'"
  printf 'ok: %s is %s\n' "$1" "$2"
}

# expect_text WHAT TEXT FILE: the file holds the text.
expect_text() {
  grep -qF -- "$2" "$3" || die "$1: expected '$2' in $3, which holds: $(head -c 2000 "$3")"
  printf 'ok: %s says "%s"\n' "$1" "$2"
}

# expect_exit CODE COMMAND...: output of the command in target/ci/output.
expect_exit() {
  local expected=$1 actual=0
  shift
  "$@" >target/ci/output 2>&1 || actual=$?
  [[ $actual == "$expected" ]] \
    || die "'$*' ended with $actual instead of $expected: $(tail -c 2000 target/ci/output)"
}

# query LAKE SQL: prints the rows as CSV, without the header line.
query() {
  "$tributary" sql --lake "$1" --format csv -e "$2" | tail -n +2
}
