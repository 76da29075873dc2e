#!/usr/bin/env bash
# Tests: a pod that nobody named reaches neither Kafka nor Elasticsearch (needs a network plugin that enforces
# policies: kind's own does not before 0.24), and one that wants privileges is not admitted.
# Needs: 02; kubectl; the image throughline in the cluster.
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
need kubectl jq

image=$(k get deployment throughline-gateway -o jsonpath='{.spec.template.spec.containers[0].image}')
pod() {
  jq -n --arg name "$1" --arg image "$image" --argjson privileged "$2" --arg script "$3" '
    {apiVersion: "v1", kind: "Pod", metadata: {name: $name}, spec: {restartPolicy: "Never",
     automountServiceAccountToken: false,
     securityContext: {runAsNonRoot: true, runAsUser: 9999, seccompProfile: {type: "RuntimeDefault"}},
     containers: [{name: "main", image: $image, command: ["bash", "-c", $script],
       securityContext: {privileged: $privileged, allowPrivilegeEscalation: $privileged,
                         capabilities: {drop: ["ALL"]}}}]}}'
}

if pod privileged true true | k apply -f - >/dev/null 2>&1; then
  k delete pod privileged --wait=false
  fail "a privileged pod is admitted"
fi

trap 'k delete pod stranger --ignore-not-found --wait=false >/dev/null' EXIT
# shellcheck disable=SC2016 # expanded in the pod
probe='for at in throughline-kafka-bootstrap/9093 throughline-es-http/9200; do
  if timeout 5 bash -c "exec 3<>/dev/tcp/$at"; then echo "reached $at"; exit 1; fi
done'
pod stranger false "$probe" | k apply -f - >/dev/null
over() { k get pod stranger -o jsonpath='{.status.phase}' | grep -qE 'Succeeded|Failed'; }
eventually 120 "the stranger has tried" over
[ "$(k get pod stranger -o jsonpath='{.status.phase}')" = Succeeded ] || fail "$(k logs stranger)"
passed "privileges and strangers stay outside"
