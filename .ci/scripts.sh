#!/usr/bin/env bash
# Every shell script passes shellcheck.
set -euo pipefail
mapfile -t scripts < <(git ls-files tributary .ci/run '*.sh')
shellcheck -x "${scripts[@]}"
echo "ok: ${#scripts[@]} scripts"
