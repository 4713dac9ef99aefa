#!/usr/bin/env bash
# Past runs of the demo's lake give the same rows again, after the README's
# commands have run there since; a run that is killed leaves nothing half
# published.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh

scratch=target/ci/publication
mkdir -p "$scratch"
lake=target/ci/clone/lake
[[ -d $lake ]] || die "there is no lake of the demo"

./tributary runs --lake "$lake" | tee "$scratch/runs.txt"
# last_run COMMAND: the id of its last published run.
last_run() {
  awk -v command="$1" '$2 == command && $3 == "published" { id = $1 } END { print id }' \
    "$scratch/runs.txt"
}
# The commands of docs/audits.md replay one of recommendations.
for command in demo segment; do
  run=$(last_run "$command")
  [[ -n $run ]] || die "no run of $command was published"
  ./tributary runs "$run" --lake "$lake"
  ./tributary replay --run "$run" --lake "$lake" \
    || die "run $run does not give the same rows again"
done

bench/kill.sh --times 1
