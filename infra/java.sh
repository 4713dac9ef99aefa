# shellcheck shell=sh
# Finds the Java that a program needs, and has it read file names and arguments
# as UTF-8 where no locale says otherwise. To be sourced.

# fail CODE MESSAGE: ends the script with one line.
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$2" >&2
  exit "$1"
}

# Prints the feature version (17, 25, ...) of the Java in the directory $1.
java_feature() {
  feature=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null) || feature=
  if [ -z "$feature" ]; then
    feature=$("$1/bin/java" -version 2>&1 \
      | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  feature=${feature#1.}
  printf '%s\n' "${feature%%[!0-9]*}"
}

# java_is_within HOME LOWEST HIGHEST: whether HOME holds such a Java.
java_is_within() {
  [ -x "$1/bin/java" ] || return 1
  feature=$(java_feature "$1")
  [ -n "$feature" ] && [ "$feature" -ge "$2" ] && [ "$feature" -le "$3" ]
}

# Prints the home of the java on the PATH, if there is one.
java_on_path() {
  command=$(command -v java 2>/dev/null) || return 0
  command=$(readlink -f "$command" 2>/dev/null || printf '%s' "$command")
  dirname "$(dirname "$command")"
}

# java_in_usual_places LOWEST HIGHEST: prints the first such Java in the places
# where systems keep them.
java_in_usual_places() {
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* \
    "${HOME:-/root}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if java_is_within "$candidate" "$1" "$2"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
}

# Sets JAVA_HOME to a Java 17, or ends the script and says what was found.
# A JAVA_HOME that the user has set is never passed over in silence.
require_java_17() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java_is_within "$JAVA_HOME" 17 17 && return
    found=$(java_in_usual_places 17 17)
    remedy="set it to ${found:-the directory of a JDK 17}"
    [ -x "$JAVA_HOME/bin/java" ] \
      || fail 2 "Cannot start: JAVA_HOME is $JAVA_HOME, which holds no Java; $remedy"
    fail 2 "Cannot start: JAVA_HOME is $JAVA_HOME, a Java $(java_feature "$JAVA_HOME"), and Tributary needs Java 17; $remedy"
  fi
  on_path=$(java_on_path)
  JAVA_HOME=$on_path
  [ -n "$on_path" ] && java_is_within "$on_path" 17 17 && return
  JAVA_HOME=$(java_in_usual_places 17 17)
  [ -n "$JAVA_HOME" ] && return
  if [ -z "$on_path" ]; then
    fail 2 "Cannot start: found no Java, and Tributary needs Java 17; install a JDK 17, or set JAVA_HOME to one"
  fi
  fail 2 "Cannot start: found Java $(java_feature "$on_path") in $on_path, and Tributary needs Java 17; install a JDK 17, or set JAVA_HOME to one"
}

# Prints the encoding of the locale: UTF-8, ANSI_X3.4-1968 (ASCII) or others.
locale_encoding() {
  if command -v locale >/dev/null 2>&1; then
    locale charmap 2>/dev/null || true
    return
  fi
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *.UTF-8 | *.utf8) printf 'UTF-8\n' ;;
  esac
}

# Prints a locale in UTF-8: C.UTF-8, or where there is none, another.
utf8_locale() {
  locale -a 2>/dev/null \
    | awk 'tolower($0) ~ /[.]utf-?8$/ { if (found == "" || /^C[.]/) found = $0 }
           END { print found == "" ? "C.UTF-8" : found }'
}

# Without a locale, as under cron, Java takes file names and arguments for ASCII
# and loses every other letter of them. No option of its own changes that.
case $(locale_encoding) in
  '' | ANSI_X3.4-1968 | US-ASCII | 646)
    LC_ALL=$(utf8_locale)
    export LC_ALL
    ;;
esac
