#!/usr/bin/env bash
# Tests: kubectl renders base and overlays, and names of objects are the same as in the base or new.
# Needs: kubectl. No cluster.
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
need kubectl

names() {
  kubectl kustomize "$here/../$1" 2>/dev/null | awk '
    /^---/ { kind = "" } /^kind:/ { kind = $2 } /^  name:/ && kind != "" { print kind, $2; kind = "" }' | sort
}

base=$(names base)
[ -n "$base" ] || fail "nothing is rendered"
for overlay in overlays/dev overlays/production; do
  lost=$(comm -23 <(echo "$base") <(names "$overlay"))
  [ -z "$lost" ] || fail "$overlay lacks: $lost"
done
passed "base, dev and production render; $(echo "$base" | wc -l) objects in the base"
