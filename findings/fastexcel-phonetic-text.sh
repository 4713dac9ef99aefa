#!/usr/bin/env bash
# fastexcel-reader 0.20.2, texts with phonetic hints, as books in Japanese have
# them for names that were typed by their sound.
#
# Behaviour: in a shared text the hint is left out; in an inline text it is
# joined to the text. One product then has two names in a book whose writer
# keeps some texts inline and others shared.
#
# What to do: pass over rPh elements (ECMA-376 part 1, 18.4.6) within is as
# within si, or read such books by a reader that does.
set -euo pipefail
# shellcheck source=findings/lib.bash
. "$(dirname "${BASH_SOURCE[0]}")/lib.bash"

mapfile -t texts < <(run "$(classpath org.dhatim:fastexcel-reader:0.20.2)" \
  "$here/PhoneticText.java")
expect "the inline text" '\u6771\u4eac\u30c8\u30a6\u30ad\u30e7\u30a6' "${texts[0]}"
expect "the shared text" '\u6771\u4eac' "${texts[1]}"
