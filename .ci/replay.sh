#!/usr/bin/env bash
# The run that made the demo's lake gives the same rows again, after the README's
# commands have run there since.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh

lake=target/ci/clone/lake
[[ -d $lake ]] || die "there is no lake of the demo"

# The commands of docs/audits.md replay a run of recommendations, and the tests
# one of segments.
"$tributary" runs --lake "$lake"
run=$("$tributary" runs --lake "$lake" \
  | awk '$2 == "demo" && $3 == "published" { id = $1 } END { print id }')
[[ -n $run ]] || die "no run of demo was published"
"$tributary" runs "$run" --lake "$lake"
"$tributary" replay --run "$run" --lake "$lake" \
  || die "run $run does not give the same rows again"
