#!/usr/bin/env bash
# Runs every block that is marked `sh` of README.md, then of the pages of docs in
# the order in which it links to them, at the root of the clone that
# .ci/launcher.sh made and ran the first one in. Blocks with another mark, or
# none, are shown and not run: expected output, and commands that stay.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh

root=$PWD
clone=$root/target/ci/clone
data=$(cd "${TRIBUTARY_DATA:-../shared/data}" && pwd)
[[ -d $clone ]] || die "there is no clone: .ci/launcher.sh makes it"
mapfile -t pages < <(grep -oE 'docs/[a-z-]+\.md' README.md | awk '!seen[$0]++')
expect_equal "pages that README.md links to" "$(ls docs/*.md)" \
  "$(printf '%s\n' "${pages[@]}" | LC_ALL=C sort)"
cp README.md "$clone/README.md"
mkdir -p "$clone/docs"
cp docs/*.md "$clone/docs/"
cd "$clone"
mkdir -p target/readme
# Where the README says that the reader has put them.
ln -sf "$data"/online_retail*.csv.gz .

rm -f target/readme/*.sh
awk '
  /^```sh$/ { block++; file = sprintf("target/readme/%02d.sh", block); next }
  /^```/ { file = "" }
  file { print > file }
' README.md "${pages[@]}"
expect_equal "the README's first command" "./tributary demo" "$(<target/readme/01.sh)"
[[ -d lake ]] || die "there is no lake of the demo"
rm target/readme/01.sh
count=0
for block in target/readme/*.sh; do
  [[ -f $block ]] || die "README.md has no further block marked sh"
  start=$SECONDS
  bash -euo pipefail "$block" >"$block.out" 2>&1 \
    || die "commands of README.md or docs failed: $(cat "$block"; tail -n 20 "$block.out")"
  printf -- '-- %3d s  %s\n' $((SECONDS - start)) "$(head -n 1 "$block")"
  count=$((count + 1))
done
echo "ok: $count blocks of commands"
