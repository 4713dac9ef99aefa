#!/usr/bin/env bash
# Past runs of the demo's lake give the same rows again, after others have
# happened since; a run that is killed leaves nothing half published.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh

scratch=target/ci/publication
mkdir -p "$scratch"
lake=target/ci/demo-lake
[[ -d $lake ]] || die "there is no lake of the demo"

./tributary curate --lake "$lake" --full
./tributary segment --lake "$lake" --k 3
./tributary recommend --lake "$lake" --per-customer 8
./tributary runs --lake "$lake" | tee "$scratch/runs.txt"
mapfile -t published < <(awk '$3 == "published" { print $1 }' "$scratch/runs.txt")
((${#published[@]} >= 4)) || die "only ${#published[@]} runs were published"
for run in "${published[@]:0:3}"; do
  ./tributary runs "$run" --lake "$lake"
  ./tributary replay --run "$run" --lake "$lake" \
    || die "run $run does not give the same rows again"
done

bench/kill.sh --times 1
