# Sourced by ./run and ./test: points JAVA_HOME at the newest JDK on this machine, 21 at least, and $quiet_jvm at what keeps it quiet.

least_jdk=21

jdk_version() { # <home>: its major version, 0 when it is no JDK
  local version=0
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  echo "${version:-0}"
}

jdk_candidates() {
  echo "${JAVA_HOME:-}"
  local javac
  if javac=$(command -v javac); then
    javac=$(realpath "$javac")
    echo "${javac%/bin/javac}"
  fi
  printf '%s\n' /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

find_jdk() {
  local home version newest=0
  while read -r home; do
    version=$(jdk_version "$home")
    if [ "$version" -gt "$newest" ]; then
      newest=$version
      JAVA_HOME=$home
    fi
  done < <(jdk_candidates)
  if [ "$newest" -lt "$least_jdk" ]; then
    echo "Remote Support needs a JDK $least_jdk or newer, 25 at best, and found none: install one (such as Eclipse Temurin) or set JAVA_HOME." >&2
    exit 1
  fi
  export JAVA_HOME
  quiet_jvm=
  if [ "$newest" -ge 23 ]; then # else Maven and Kafka make it warn of sun.misc.Unsafe; older ones do not know the option
    quiet_jvm=--sun-misc-unsafe-memory-access=allow
    export MAVEN_OPTS="${MAVEN_OPTS:-} $quiet_jvm"
  fi
}

require_node() {
  local version
  version=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/') || version=0
  if [ "${version:-0}" -lt 20 ]; then
    echo "Remote Support is built with Node.js 20 or newer, and found ${version:-none}: install it and start again." >&2
    exit 1
  fi
}

find_jdk
