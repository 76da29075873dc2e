#!/usr/bin/env bash
# Tests: a task manager, a job manager and a broker that are deleted come back; the job runs again without a person.
# Needs: 02 (or overlays/production); kubectl.
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
need kubectl

for component in taskmanager jobmanager; do
  k delete pod --wait=true -l "app=throughline-tagging,component=$component"
  sleep 10
  eventually 300 "throughline-tagging runs without its $component" job_is tagging RUNNING
done
k delete pod --wait=true -l 'strimzi.io/cluster=throughline,strimzi.io/broker-role=true'
k wait --for=condition=Ready kafka/throughline --timeout=600s
eventually 600 "throughline-tagging runs after the brokers were gone" job_is tagging RUNNING
passed "lost pods come back"
