#!/usr/bin/env bash
# Tests: a changed FlinkDeployment stops with a savepoint and goes on from it; no document is lost or new.
# Needs: 03; kubectl, jq.
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
need kubectl jq

before=$(count)
generation=$(k get flinkdeployment throughline-tagging -o jsonpath='{.metadata.generation}')
k patch flinkdeployment throughline-tagging --type merge \
  --patch "{\"spec\":{\"restartNonce\":$(date +%s)}}"
newer() {
  [ "$(k get flinkdeployment throughline-tagging -o jsonpath='{.status.observedGeneration}')" -gt "$generation" ]
}
eventually 300 "the operator took the change" newer
eventually 600 "throughline-tagging runs again" job_is tagging RUNNING
path=$(k get flinkdeployment throughline-tagging -o jsonpath='{.status.jobStatus.upgradeSavepointPath}')
[ -n "$path" ] || fail "it did not go on from a savepoint"
[ "$(count)" = "$before" ] || fail "there were $before documents, now $(count)"
passed "upgraded from $path"
