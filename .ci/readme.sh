#!/usr/bin/env bash
# Runs every block of README.md that is marked `sh`, one after the other, at the
# root of the clone that .ci/launcher.sh made and ran the first one in. Blocks
# with another mark, or none, are shown and not run: expected output, and
# commands that stay.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh

root=$PWD
clone=$root/target/ci/clone
data=$(cd "${TRIBUTARY_DATA:-../shared/data}" && pwd)
[[ -d $clone ]] || die "there is no clone: .ci/launcher.sh makes it"
cp README.md "$clone/README.md"
cd "$clone"
mkdir -p target/readme
# Where the README says that the reader has put them.
ln -sf "$data"/online_retail*.csv.gz .

rm -f target/readme/*.sh
awk '
  /^```sh$/ { block++; file = sprintf("target/readme/%02d.sh", block); next }
  /^```/ { file = "" }
  file { print > file }
' README.md
expect_equal "the README's first command" "./tributary demo" "$(<target/readme/01.sh)"
[[ -d lake ]] || die "there is no lake of the demo"
rm target/readme/01.sh
count=0
for block in target/readme/*.sh; do
  [[ -f $block ]] || die "README.md has no further block marked sh"
  echo "-- $(head -n 1 "$block")"
  bash -euo pipefail "$block" >"$block.out" 2>&1 \
    || die "the README's commands failed: $(cat "$block"; tail -n 20 "$block.out")"
  count=$((count + 1))
done
echo "ok: $count blocks of commands"
