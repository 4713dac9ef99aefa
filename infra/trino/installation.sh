# shellcheck shell=bash
# Where Trino is, and how it gets there. To be sourced after java.sh; wants
# `home`, the repository.
: "${home:?the repository}"

trino_version=$(sed -n 's|.*<trino.version>\(.*\)</trino.version>.*|\1|p' "$home/pom.xml")
installation=$home/target/trino-$trino_version

# Sets trino_java to the home of a Java 24 or newer.
require_trino_java() {
  if [[ -n ${TRINO_JAVA_HOME:-} ]]; then
    java_is_within "$TRINO_JAVA_HOME" 24 999 \
      || fail 2 "Cannot start: TRINO_JAVA_HOME is $TRINO_JAVA_HOME, and Trino $trino_version needs Java 24 or newer; set it to the directory of one"
    trino_java=$TRINO_JAVA_HOME
    return
  fi
  trino_java=$(java_in_usual_places 24 999)
  [[ -n $trino_java ]] \
    || fail 2 "Cannot start: found no Java 24 or newer, which Trino $trino_version needs; install one, or set TRINO_JAVA_HOME to it"
}

# maven_goal OPTION...: quiet; what went wrong is shown.
maven_goal() {
  local log=$home/target/trino-download.log
  (cd "$home" && ./mvnw -B -q -N "$@") >"$log" 2>&1 </dev/null || {
    tail -n 20 "$log" >&2
    fail 1 "Cannot fetch Trino $trino_version through Maven: see $log"
  }
}

# The server, its Iceberg plugin and the command line client: 560 MB, once.
install_trino() {
  [[ ! -f $installation/complete ]] || return 0
  echo "Fetching Trino $trino_version through Maven (560 MB, once)" >&2
  require_java_17
  export JAVA_HOME
  rm -rf "$installation"
  mkdir -p "$installation/plugin"
  maven_goal dependency:unpack \
    -Dartifact="io.trino:trino-server-core:$trino_version:tar.gz" \
    -DoutputDirectory="$installation/server"
  maven_goal dependency:unpack \
    -Dartifact="io.trino:trino-iceberg:$trino_version:zip" \
    -DoutputDirectory="$installation/iceberg"
  maven_goal dependency:copy -Dmdep.stripVersion=true \
    -Dartifact="io.trino:trino-cli:$trino_version:jar:executable" \
    -DoutputDirectory="$installation"
  mv "$installation"/server/*/lib "$installation/lib"
  mv "$installation"/iceberg/* "$installation/plugin/iceberg"
  rm -rf "$installation/server" "$installation/iceberg"
  touch "$installation/complete"
}
