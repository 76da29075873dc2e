#!/usr/bin/env bash
# Tests: overlays/dev on an empty cluster: the API server takes every object as it is, all parts become ready, the
# provisioning Job ends well, the three jobs run.
# Needs: a cluster with the operators and Secrets of k8s/README.md, steps 1 to 3; kubectl, curl, jq.
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
need kubectl curl jq

kubectl apply --server-side --field-manager=throughline -k "$here/../overlays/dev"
k wait --for=condition=Ready kafka/throughline --timeout=600s
k wait --for=jsonpath='{.status.health}'=green elasticsearch/throughline --timeout=600s
k get secret throughline-elasticsearch-provision >/dev/null 2>&1 || "$here/../make-api-keys"
k wait --for=condition=Complete job/throughline-provision --timeout=900s
for user in ingest tagging signals gateway console notify; do
  k wait --for=condition=Ready "kafkauser/throughline-$user" --timeout=120s
done
for part in gateway console notify; do
  k rollout status "deployment/throughline-$part" --timeout=300s
done
for job in ingest tagging signals; do
  eventually 600 "throughline-$job runs" job_is "$job" RUNNING
done
passed "everything is up"
