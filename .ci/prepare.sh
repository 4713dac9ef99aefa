#!/usr/bin/env bash
# Installs what the checks need and the machine lacks. Leaves the home of a
# JDK 17 in target/ci/java-home.
set -euo pipefail
# shellcheck source=infra/java.sh
. infra/java.sh

missing=()
command -v curl >/dev/null || missing+=(curl)
command -v git >/dev/null || missing+=(git)
command -v ps >/dev/null || missing+=(procps)
command -v shellcheck >/dev/null || missing+=(shellcheck)
[[ -x /usr/bin/time ]] || missing+=(time)
[[ -n $(java_in_usual_places 17 17) ]] || missing+=(openjdk-17-jdk-headless)
if ((${#missing[@]})); then
  echo "Installing ${missing[*]}"
  apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    "${missing[@]}" >/dev/null
fi
java_in_usual_places 17 17 >target/ci/java-home
[[ -n ${TRINO_JAVA_HOME:-} || -n $(java_in_usual_places 24 999) ]] \
  || fail 1 "Cannot check Trino: found no Java 24 or newer; install one, or set TRINO_JAVA_HOME"
echo "Java 17: $(<target/ci/java-home)"
echo "Java for Trino: ${TRINO_JAVA_HOME:-$(java_in_usual_places 24 999)}"
