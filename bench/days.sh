#!/usr/bin/env bash
# Delivers the days of a retailer one by one, as each night does: ingest, then
# curate. Some days are also delivered poisoned, on a copy of the lake, at half,
# whole and double strength, and day after day until one is refused or a week of
# trading days has passed. Prints one JSON line per delivery, then the share of
# honest days refused and of poisons caught. Ends with 1 when an honest day was
# refused, or a poisoned one failed for another reason. It may be stopped; what
# it printed stays. All nights run in one process, which saves them its start
# and nothing else.
#
#   bench/days.sh --input online_retail.csv.gz                     # all: hours
#   bench/days.sh --input FILE --from 2011-12-08 --days 2          # honest ones
#   bench/days.sh --input FILE --days 1 --poison-every 1 --only prices.whole
#   bench/days.sh --input FILE --poison-every 9 --only whole       # all: hours
#   bench/days.sh --input FILE --days 1 --lake LAKE                # keep the lake
#   bench/days.sh --source generated --input transactions.csv --from 2025-09-01
set -euo pipefail
# shellcheck source=bench/measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

source=online-retail
input=
from=2011-09-01
days=86
every=0
only=
lake=
while (($#)); do
  case $1 in
    --source) source=${2:?--source needs a profile}; shift 2 ;;
    --input) input=${2:?--input needs a file}; shift 2 ;;
    --from) from=${2:?--from needs a day}; shift 2 ;;
    --days) days=${2:?--days needs a number}; shift 2 ;;
    --poison-every) every=${2:?--poison-every needs a number}; shift 2 ;;
    --only) only=${2:?--only needs a poison, a strength, or both: prices, whole, prices.whole}; shift 2 ;;
    --lake) lake=${2:?--lake needs a directory}; shift 2 ;;
    *) fail 2 "Cannot deliver days: unknown option $1; see the head of bench/days.sh" ;;
  esac
done
[[ -f $input ]] || fail 2 "Cannot deliver days: give --input with a CSV file of transactions (see README.md)"
scratch=$(mktemp -d)
trap 'exec 3>&-; wait; rm -rf "$scratch"' EXIT
trap '' PIPE
lake=${lake:-$scratch/lake}
python3 "$bench/days.py" "$input" "$scratch" "$from" "$days" "$every" >"$scratch/days"

require_java_17
mkfifo "$scratch/commands" "$scratch/codes"
"$JAVA_HOME/bin/java" -Xmx2g -XX:+UseParallelGC \
  @"$home/infra/java.options" \
  -Dtributary.sql="$home/sql" -Dtributary.log="$scratch/tributary.log" \
  -cp "$home/jobs/suite/target/tributary.jar:$home/jobs/suite/target/flink/*" \
  "$bench/Commands.java" /dev/fd/5 \
  <"$scratch/commands" 5>"$scratch/codes" >>"$scratch/log" 2>&1 &
exec 3>"$scratch/commands" 4<"$scratch/codes"
rm "$scratch/codes" "$scratch/commands"

# night WORD...: runs a command of Tributary, and returns its exit code.
night() {
  local code words
  printf -v words '%s\t' "$@"
  printf '%s\n' "${words%?}" >&3 2>/dev/null || true
  read -r code <&4 || fail 1 "Cannot deliver days: $(tail -n 3 "$scratch/log")"
  return "$code"
}

# take FILE: 0 when it was published, else the code of what failed. A profile may
# know its files by how the input's name begins.
take() {
  local delivery=$scratch/${input##*/}
  delivery=${delivery%%.csv*}-$1.csv
  ln -f "$scratch/$1.csv" "$delivery"
  : >"$scratch/log"
  night ingest --source "$source" --input "$delivery" --lake "$lake" \
    && night curate --lake "$lake"
}

# A lake holds its own path, so that the copy is put aside, and back in its place.
copy() {
  rm -rf "$scratch/copy"
  cp -a "$lake" "$scratch/copy"
}

restore() {
  rm -rf "$lake"
  cp -a "$scratch/copy" "$lake"
}

checks() {
  sed -nE 's/^  [a-z_.]+: ([a-z_]+): expected that.*/"\1"/p' "$scratch/log" | paste -sd, -
}

# Delivers a poison until it is refused: prints after how many days, or 0; a
# night that fails for another reason shows nothing of the poison.
poison() {
  local after file refusals
  for after in 0 1 2 3 4 5; do
    file=$1.$after
    [[ -f $scratch/$file.csv ]] || break
    code=0
    take "$file" || code=$?
    if ((code != 0)); then
      refusals=$(checks)
      if [[ -z $refusals ]]; then
        printf '{"bench":"days","day":"%s","poison":"%s","strength":"%s","exit":%d,"failed":true}\n' \
          "$2" "$3" "$4" "$code"
        tail -n 3 "$scratch/log" >&2
        return
      fi
      printf '{"bench":"days","day":"%s","poison":"%s","strength":"%s","exit":%d,"caught_on_day":%d,"refused_by":[%s]}\n' \
        "$2" "$3" "$4" "$code" "$((after + 1))" "$refusals"
      return
    fi
  done
  printf '{"bench":"days","day":"%s","poison":"%s","strength":"%s","exit":0,"caught_on_day":0,"refused_by":[]}\n' \
    "$2" "$3" "$4"
}

poisons() {
  local file name strength
  copy
  for file in "$scratch/$1."*.0.csv; do
    file=$(basename "$file" .0.csv)
    name=${file#"$1".}
    strength=${name##*.}
    name=${name%.*}
    [[ " $name.$strength $name $strength " == *" ${only:-$name} "* ]] || continue
    poison "$file" "$1" "$name" "$strength"
    restore
  done
}

take before || fail 1 "Cannot deliver days: the days before $from were not taken in: $(tail -n 3 "$scratch/log")"
refused=0
while read -r line; do
  day=${line%\*}
  [[ $line == "$day" ]] || poisons "$day" | tee -a "$scratch/poisons"
  copy
  code=0
  start=$SECONDS
  take "$day" || code=$?
  printf '{"bench":"days","day":"%s",%s,"wall_seconds":%d,"exit":%d,"refused_by":[%s]}\n' \
    "$day" "$(circumstances)" "$((SECONDS - start))" "$code" "$(checks)"
  if ((code != 0)); then
    refused=$((refused + 1))
    restore
  fi
done <"$scratch/days"
printf '{"bench":"days","honest":%d,"refused":%d}\n' "$(wc -l <"$scratch/days")" "$refused"
if [[ -s $scratch/poisons ]]; then
  python3 - "$scratch/poisons" <<'END'
import collections
import json
import sys

shares = collections.defaultdict(list)
for line in open(sys.argv[1], encoding="utf-8"):
    found = json.loads(line)
    if "failed" in found:
        continue
    shares[found["poison"], found["strength"]].append(found["caught_on_day"])
for (poison, strength), days in sorted(shares.items()):
    share = {"bench": "days", "poison": poison, "strength": strength, "deliveries": len(days)}
    share["caught_in_a_day"] = sum(day == 1 for day in days) / len(days)
    share["caught_in_a_week"] = sum(day > 0 for day in days) / len(days)
    print(json.dumps(share, separators=(",", ":")))
END
fi
((refused == 0)) && ! grep -qs '"failed":true' "$scratch/poisons"
