#!/usr/bin/env bash
# Builds the local image and runs it with podman: TaggingJob as a standalone Flink application, JobManager
# and TaskManager each a container that may write to no more than its /tmp and /state, before a real Kafka
# and Elasticsearch on this machine. Kills the TaskManager, stops with a savepoint, goes on from it, and runs
# the page as a service of the same image. Prints what it saw, a line each; ends with 0 when all of it held.
#
# Needs root, podman, runc, buildah, debootstrap, a JDK 17, Maven, curl; 5 GB of disk, 4 GB of memory.
#
#   standalone-local-image.sh [--skip-build]     with the image as it is
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
image=${IMAGE:-localhost/throughline:local}
work=$(mktemp -d /tmp/throughline-image.XXXXXX)
name=throughline-$$
containers=()

say() { printf '%s\n' "$*"; }
fail() {
    say "FAILED: $*"
    exit 1
}
pod() { podman --runtime runc --storage-driver "${STORAGE_DRIVER:-vfs}" "$@"; }

finish() {
    local status=$? container
    for container in "${containers[@]}"; do
        [ "$status" -eq 0 ] || { say "--- $container"; pod logs --tail 25 "$container" 2>&1 | cut -c1-300; }
        pod rm -f -t 5 "$container" >/dev/null 2>&1 || true
    done
    if [ -n "${servers_pid:-}" ]; then
        exec {to}>&- || true
        wait "$servers_pid" 2>/dev/null || true
    fi
    rm -rf "$work"
    exit "$status"
}
trap finish EXIT

if [ "${1:-}" != --skip-build ]; then
    "$root/k8s/image/local/build" >/dev/null
fi
say "image: $(pod image inspect --format '{{.Size}}' "$image" | awk '{printf "%d MB", $1 / 1e6}'), user $(pod image inspect --format '{{.User}}' "$image")"

# --- Kafka and Elasticsearch on this machine -------------------------------------------------------

layout=$root/k8s/image/target/throughline
elasticsearch=$(ls -d "$root"/jobs/local/target/elasticsearch/*/ | tail -n 1)
mkfifo "$work/in"
: >"$work/out"
java -XX:TieredStopAtLevel=1 -Xmx512m -Dthroughline.elasticsearch.home="${elasticsearch%/}" \
    -cp "$root/k8s/image/target/test-classes:$layout/lib/*:$layout/flink/lib/*" \
    io.throughline.image.ServersMain "$work" <"$work/in" >"$work/out" 2>"$work/servers.log" &
servers_pid=$!
exec {to}>"$work/in"

# Waits for a new line of the servers; $1 says how many there were.
answer() {
    local tries
    for tries in $(seq 600); do
        if [ "$(wc -l <"$work/out")" -gt "$1" ]; then
            tail -n 1 "$work/out"
            return
        fi
        kill -0 "$servers_pid" || { tail -n 20 "$work/servers.log"; fail "the servers ended"; }
        sleep 0.2
    done
    fail "the servers do not answer"
}
ask() {
    local before
    before=$(wc -l <"$work/out")
    printf '%s\n' "$*" >&"$to"
    answer "$before"
}
searchable() { ask count | cut -d' ' -f2; }

answer 0 >/dev/null
say "servers: Kafka and Elasticsearch are up"

# --- Containers ----------------------------------------------------------------------------------------

free_port() { # not the ones already given
    local port
    while :; do
        port=$((20000 + RANDOM % 10000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { printf '%s' "$port"; return; }
    done
}
rpc=$(free_port) rest=$(free_port) metrics=$(free_port) page=$(free_port)
mkdir -p "$work/state" "$work/config"
cp "$work/throughline.yaml" "$work/config/"
chown -R 9999:9999 "$work/state"
chmod 755 "$work" "$work/config"

run() { # container, then what podman takes, image and arguments
    local container=$1
    shift
    containers+=("$container")
    pod run -d --name "$container" --network host --read-only --cap-drop all \
        --security-opt no-new-privileges --tmpfs /tmp:rw,exec,mode=1777 --ulimit nofile=1024:20000 \
        --ulimit nproc=1024:1024 -v "$work/config:/etc/throughline:ro" -v "$work/state:/state" "$@" >/dev/null
}
common=(-D jobmanager.rpc.address=127.0.0.1 -D "jobmanager.rpc.port=$rpc" -D jobmanager.bind-host=127.0.0.1
    -D taskmanager.bind-host=127.0.0.1 -D rest.bind-address=127.0.0.1 -D "rest.port=$rest"
    -D execution.checkpointing.interval=2s -D execution.checkpointing.dir=file:///state/checkpoints
    -D heartbeat.timeout=8000 -D heartbeat.interval=2000)
job_manager() { # container, more options of the job
    local container=$1
    shift
    run "$container" "$image" standalone-job "${common[@]}" -D jobmanager.memory.process.size=900m \
        -D metrics.reporter.prom.port=0 --job-classname io.throughline.pipeline.tagging.TaggingJob "$@" \
        -- --config /etc/throughline/throughline.yaml
}
task_manager() {
    run "$1" "$image" taskmanager "${common[@]}" -D taskmanager.host=127.0.0.1 \
        -D taskmanager.memory.process.size=1500m -D "metrics.reporter.prom.port=$metrics"
}
rest() { curl -sS --max-time 10 "$@"; }
job() { rest "http://127.0.0.1:$rest/jobs" | sed -n 's/.*"id":"\([0-9a-f]*\)".*/\1/p'; }
state() { rest "http://127.0.0.1:$rest/jobs" 2>/dev/null | sed -n 's/.*"status":"\([A-Z]*\)".*/\1/p'; }
until_searchable() { # how many
    local start=$SECONDS
    while [ "$(searchable)" != "$1" ]; do
        [ $((SECONDS - start)) -lt 240 ] || fail "$(searchable) of $1 are searchable after 240 s"
        sleep 1
    done
    printf '%s' $((SECONDS - start))
}

ask feed 100 >/dev/null
job_manager "$name-jm-1"
task_manager "$name-tm-1"
took=$(until_searchable 100)
say "standalone application: $(state), 100 of 100 searchable after $took s"
say "java: $(pod exec "$name-jm-1" /opt/java/bin/java -version 2>&1 | head -n 1); user $(pod exec "$name-jm-1" id -u)"
pod exec "$name-jm-1" sh -c 'touch /opt/flink/x' 2>/dev/null && fail "the root file system can be written"
say "root file system: read-only"
figures=$(rest "http://127.0.0.1:$metrics/metrics" | grep -c '^flink_taskmanager_job_task_operator_')
say "Prometheus: $figures figures of operators"
[ "$figures" -gt 0 ] || fail "the TaskManager has no figures"

pod kill --signal KILL "$name-tm-1" >/dev/null
ask feed 50 >/dev/null
task_manager "$name-tm-2"
took=$(until_searchable 150)
say "TaskManager killed: 150 of 150 searchable $took s after another one was started"

request=$(rest -X POST -H 'Content-Type: application/json' -d '{"drain": false, "targetDirectory": "file:///state/savepoints"}' \
    "http://127.0.0.1:$rest/jobs/$(job)/stop" | sed -n 's/.*"request-id":"\([0-9a-f]*\)".*/\1/p')
id=$(job)
for _ in $(seq 60); do
    savepoint=$(rest "http://127.0.0.1:$rest/jobs/$id/savepoints/$request" 2>/dev/null | sed -n 's/.*"location":"\([^"]*\)".*/\1/p' || true)
    [ -z "$savepoint" ] || break
    sleep 1
done
[ -n "$savepoint" ] || fail "there is no savepoint"
status=$(pod wait "$name-jm-1")
say "savepoint: $(du -sh "$work/state/savepoints" | cut -f1), JobManager ended with $status"
[ "$status" = 0 ] || fail "the JobManager ended with $status"
pod stop -t 20 "$name-tm-2" >/dev/null

ask forget item1 >/dev/null
ask feed 50 >/dev/null
job_manager "$name-jm-2" --fromSavepoint "$savepoint"
task_manager "$name-tm-3"
took=$(until_searchable 199)
sleep 3
[ "$(searchable)" = 199 ] || fail "$(searchable) searchable: what was tagged before the savepoint was tagged again"
say "from the savepoint: 50 more searchable after $took s, and none of those before was tagged again"

# --- The page, of the same image -----------------------------------------------------------------------

run "$name-page" --entrypoint /opt/throughline/bin/throughline "$image" console \
    --config /etc/throughline/throughline.yaml --port "$page"
for _ in $(seq 120); do
    [ "$(rest -o "$work/ready" -w '%{http_code}' "http://127.0.0.1:$page/ready" 2>/dev/null || true)" != 200 ] || break
    sleep 0.5
done
say "page: /health $(rest "http://127.0.0.1:$page/health"), /ready $(rest "http://127.0.0.1:$page/ready")"
rest "http://127.0.0.1:$page/api/live" | grep -q '"state":"LIVE"' || fail "the page shows nothing"
start=$SECONDS
pod stop -t 30 "$name-page" >/dev/null
say "page: stopped $((SECONDS - start)) s after SIGTERM with $(pod inspect --format '{{.State.ExitCode}}' "$name-page")"
say "all of it held"
