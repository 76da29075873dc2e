# What the scripts share; sourced, not run.
# shellcheck shell=bash
set -euo pipefail

namespace=throughline
# shellcheck disable=SC2034 # used by who sources it
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

passed() {
  echo "passed: $*"
}

need() {
  for tool in "$@"; do
    command -v "$tool" >/dev/null || fail "$tool is missing"
  done
}

k() {
  kubectl -n "$namespace" "$@"
}

# eventually SECONDS WORDS COMMAND…: the command succeeds within that time.
eventually() {
  local limit=$1 words=$2 begin=$SECONDS
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $((SECONDS - begin)) -lt "$limit" ] || fail "$words: not within $limit s"
    sleep 2
  done
  echo "$words: after $((SECONDS - begin)) s"
}

job_is() {
  [ "$(k get flinkdeployment "throughline-$1" -o jsonpath='{.status.jobStatus.state}')" = "$2" ]
}

# search PATH [BODY]: asks Elasticsearch as the user elastic, from within its pod.
search() {
  local password
  password=$(k get secret throughline-es-elastic-user -o jsonpath='{.data.elastic}' | base64 -d)
  printf 'user = "elastic:%s"\n' "$password" |
    k exec -i throughline-es-default-0 -c elasticsearch -- \
      curl --silent --fail --insecure --config - --header 'Content-Type: application/json' \
      ${2:+--data "$2"} "https://127.0.0.1:9200$1"
}

count() {
  search "/cx-feedback/_count" | jq -r .count
}
