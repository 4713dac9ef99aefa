#!/usr/bin/env bash
# The same jar on a Flink session cluster: curation and KMeans run there, and
# the cluster itself says that their jobs finished. Needs no clone, so that it can
# run while that is made.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh
# shellcheck source=infra/processes.sh
. infra/processes.sh

tributary=./tributary
export TRIBUTARY_CDS=off
scratch=target/ci/cluster
rm -rf "$scratch"
mkdir -p "$scratch"
ingest=
stop() {
  [[ -z $ingest ]] || kill -KILL "$ingest" 2>/dev/null || true
  infra/flink-cluster/stop.sh "$scratch/flink" || true
}
trap stop EXIT
# For a user whose digits are Arabic, in which Flink would lose files that it writes.
endpoint=$(JAVA_TOOL_OPTIONS="-Duser.language=ar -Duser.country=EG" \
  infra/flink-cluster/start.sh "$scratch/flink")
echo "cluster at $endpoint"

# Prints how many jobs the cluster has in state $1.
jobs_in_state() {
  curl -fsS "http://$endpoint/jobs/overview" \
    | { grep -o "\"state\":\"$1\"" || true; } | wc -l
}

"$tributary" generate --output "$scratch/shop" --customers 100 --transactions 3000
"$tributary" run --flink "$endpoint" --source generated --input "$scratch/shop" \
  --lake "$scratch/lake" --summary-json "$scratch/summary.json"
finished=$(jobs_in_state FINISHED)
all=$(jobs_in_state '[A-Z]*')
((finished >= 3)) || die "only $finished jobs finished on the cluster"
expect_equal "jobs on the cluster that finished" "$all" "$finished"
curl -fsS "http://$endpoint/jobs/overview" | grep -o '"name":"[^"]*"' | sort | uniq -c
expect_equal "segments made on the cluster" 4 \
  "$(query "$scratch/lake" "SELECT COUNT(*) FROM segments.segment_profile")"

# What counts is how a job comes to the cluster: the command with least to do.
mkdir "$scratch/late"
head -n 2 "$scratch"/shop/transactions*.csv | sed '2s/^[^,]*/late/' \
  >"$scratch/late/transactions.csv"
infra/flink-cluster/submit.sh "$scratch/flink" ingest --source generated \
  --input "$PWD/$scratch/late" --lake "$PWD/$scratch/lake"
after=$(jobs_in_state FINISHED)
((after > finished)) || die "flink run brought no job to the cluster"
echo "ok: flink run brought $((after - finished)) more jobs"

# A command is stopped while its job cannot end: its TaskManager answers to
# nothing. By SIGTERM: what runs in the background may ignore SIGINT.
is_waiting_for_its_task_manager() {
  (($(jobs_in_state RUNNING) == 1))
}

has_ended() {
  ! kill -0 "$1" 2>/dev/null
}

taskmanager=$(<"$scratch/flink/taskmanager.pid")
kill -STOP "$taskmanager"
mkdir "$scratch/later"
sed '2s/^late/later/' "$scratch/late/transactions.csv" >"$scratch/later/transactions.csv"
"$tributary" ingest --flink "$endpoint" --source generated --input "$scratch/later" \
  --lake "$scratch/lake" >"$scratch/interrupted" 2>&1 &
ingest=$!
wait_until 90 is_waiting_for_its_task_manager || die "the job did not come to the cluster"
kill "$ingest"
wait_until 90 has_ended "$ingest" || die "the command goes on after SIGTERM"
code=0
wait "$ingest" || code=$?
kill -CONT "$taskmanager"
expect_equal "the exit code after SIGTERM" 143 "$code"
expect_text "the interrupted command" "Interrupted." "$scratch/interrupted"
expect_equal "jobs on the cluster that were cancelled" 1 "$(jobs_in_state CANCELED)"
expect_equal "jobs on the cluster that go on" 0 "$(jobs_in_state RUNNING)"
expect_equal "the run that was interrupted" \
  "failed,The run was interrupted before its tables were complete" \
  "$(query "$scratch/lake" \
    "SELECT status, message FROM ops.run ORDER BY started_at DESC LIMIT 1")"
