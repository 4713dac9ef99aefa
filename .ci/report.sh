#!/usr/bin/env bash
# Opens the report pages of the demo's and of the real file's lake in a browser,
# at desktop and phone width, light and dark; screenshots in target/ci/report.
set -euo pipefail
# shellcheck source=.ci/common.sh
. .ci/common.sh

scratch=target/ci/report
clone=target/ci/clone
real=$clone/retail-lake
rm -rf "$scratch"
mkdir -p "$scratch"
[[ -d $real ]] || die "there is no lake of the real file"

missing=()
command -v npm >/dev/null || missing+=(nodejs npm)
[[ -x ${CHROMIUM:-/usr/bin/chromium} ]] || missing+=(chromium)
if ((${#missing[@]})); then
  echo "Installing ${missing[*]}"
  apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    "${missing[@]}" >/dev/null
fi
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm --prefix .ci/report ci --silent

# The demo has written its own; the README's command that follows it reads the
# same tables again, which gives the same page.
[[ -f $clone/lake/report.html ]] || die "the demo wrote no report"
cp "$clone/report.html" "$scratch/demo.html"
cmp "$clone/lake/report.html" "$scratch/demo.html" \
  || die "the report of the demo's lake is not the one that the demo wrote"
"$tributary" report --lake "$real" --output "$scratch/real.html" \
  --summary-json "$scratch/real.json"
cat "$scratch/real.json"
echo
node .ci/report/check.mjs "$scratch" "demo=$scratch/demo.html" "real=$scratch/real.html"
