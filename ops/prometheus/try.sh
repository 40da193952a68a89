#!/usr/bin/env bash
# Does a real Prometheus see what the rules promise? Starts a broker, a registry, two instances of the pipeline under load
# and a Prometheus with the rules as they are, lets one instance hang (SIGSTOP) until the lag alert fires, lets it go on,
# and waits until the alert has gone. Everything listens on loopback and ends with this script. Takes some six minutes.
#
# Needs Prometheus with promtool (Debian: apt-get install prometheus), curl, and what ./onrecord needs.
#   KEEP=1           keeps the folder with all logs
#   PROMETHEUS_PORT  by default 19090
set -euo pipefail

here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
onrecord=$(CDPATH='' cd -P "$here/../.." && pwd)/onrecord
port=${PROMETHEUS_PORT:-19090}
work=$(mktemp -d)
pids=()
export ONRECORD_OPTS="${ONRECORD_OPTS:--Xmx768m -XX:+UseSerialGC}"

tell() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }

fail() {
    tell "FAILED: $*" >&2
    exit 1
}

stop_all() {
    local status=$?
    for pid in "${pids[@]}"; do
        kill -CONT "$pid" 2>/dev/null || true
        kill "$pid" 2>/dev/null || true
    done
    for pid in "${pids[@]}"; do
        wait "$pid" 2>/dev/null || true
    done
    if [ -z "${KEEP:-}" ] && [ "$status" = 0 ]; then
        rm -rf "$work"
    else
        tell "logs: $work"
    fi
}
trap stop_all EXIT

# await SECONDS COMMAND...: until the command succeeds; looks once a second.
await() {
    local left=$1
    shift
    until "$@"; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 1
    done
}

# The one number that a query gives; nothing where it gives none.
ask() {
    curl -s --get "http://127.0.0.1:$port/api/v1/query" --data-urlencode "query=$1" |
        sed -n 's/.*"value":\[[^,]*,"\([^".]*\(\.[0-9]\)\{0,1\}\)[^"]*"\].*/\1/p'
}

some() { [ -n "$(ask "count($1)")" ]; }
none() { ! some "$1"; }
is() { [ "$(ask "count($1)")" = "$2" ]; }
alert() { printf 'ALERTS{alertname="%s",alertstate="firing"}' "$1"; }

# printed FILE PATTERN: what stands behind the pattern on a line of the file, once it is there.
printed() {
    await 180 grep -q "$2" "$1" || fail "no '$2' in $1"
    sed -n "s|.*$2 *||p" "$1" | head -n 1
}

# start NAME COMMAND...: in the background, its output to a file of that name; its process id in $!.
start() {
    local name=$1
    shift
    "$@" >"$work/$name.log" 2>&1 &
    pids+=("$!")
}

for tool in prometheus promtool curl; do
    command -v $tool >/dev/null || fail "$tool is missing (Debian: apt-get install prometheus curl)"
done

tell "promtool: configuration, rules and their unit tests"
(cd "$here" && promtool check config prometheus.yml && promtool test rules rules.test.yml) >"$work/promtool.log" 2>&1 ||
    fail "promtool does not take the rules; see promtool.log"

tell "starting a broker and a registry"
"$onrecord" --version >/dev/null # builds, where that is needed
start services "$onrecord" demo --services-only
kafka=$(printed "$work/services.log" 'Kafka   ')
registry=$(printed "$work/services.log" 'Registry   ')
connection=(--bootstrap-server "$kafka" --schema-registry "$registry")
"$onrecord" topics --partitions 2 --outlet load "${connection[@]}" >"$work/topics.log" || fail "no topics"

# An instance that hangs keeps its partitions until its session is over; here that is long enough to be noticed.
echo 'consumer.session.timeout.ms=600000' >"$work/run.properties"
run() {
    start "$1" "$onrecord" run "${connection[@]}" --command-config "$work/run.properties" --operations-port 0 \
        --state-dir "$work/state-$1"
}
tell "starting two instances of the pipeline"
run first
run second
second=${pids[-1]}
first_at=$(printed "$work/first.log" 'lag at http://')
second_at=$(printed "$work/second.log" 'lag at http://')

cat >"$work/prometheus.yml" <<EOF
global:
  scrape_interval: 5s
  evaluation_interval: 5s
rule_files: ["$here/rules/*.yml"]
scrape_configs:
  - job_name: onrecord
    static_configs:
      - targets: ["${first_at%/}", "${second_at%/}"]
EOF
tell "starting Prometheus at http://127.0.0.1:$port"
start prometheus prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/tsdb" \
    --web.listen-address="127.0.0.1:$port"

# Two articles a second, each a statement of its own.
load() {
    local n=0
    while :; do
        n=$((n + 1))
        printf '{"id":"load-%d","outlet":"load","publishedAt":"%s","body":"The harbour office of Port %d counted %d boats on Monday."}\n' \
            "$n" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$n" "$((n * 7))" || return 0
        sleep 0.5
    done
}
mkfifo "$work/load.jsonl"
load >"$work/load.jsonl" 2>/dev/null &
pids+=("$!")
start produce "$onrecord" produce "$work/load.jsonl" "${connection[@]}"

await 180 is 'up{job="onrecord"} == 1' 2 || fail "Prometheus does not reach both instances"
await 180 is 'onrecord_ready == 1' 2 || fail "the instances do not become ready"
await 180 is 'sum(onrecord_articles_total) > 20' 1 || fail "no articles come through"
await 180 is 'sum(onrecord_fact_records_total) > 20' 1 || fail "no facts come out"
await 180 none "$(alert OnRecordLagHigh)" || fail "the lag alert fires before anything has happened"
tell "both ready; $(ask 'sum(onrecord_articles_total)') articles, $(ask 'sum(onrecord_fact_records_total)') fact records, behind by $(ask 'max(onrecord:stage_lag_seconds:max)') s"
for record in $(sed -n 's/.*record: //p' "$here/rules/recording.yml"); do
    await 120 some "$record" || fail "$record has no value"
done
tell "every recording rule has a value; half of the fact records within $(ask onrecord:article_to_fact_seconds:p50) s, 95 % within $(ask onrecord:article_to_fact_seconds:p95) s of their article"

tell "the second instance hangs (SIGSTOP)"
kill -STOP "$second"
stopped=$SECONDS
await 300 some "$(alert OnRecordLagHigh)" ||
    fail "no lag alert after $((SECONDS - stopped)) s"
fired=$((SECONDS - stopped))
tell "OnRecordLagHigh fires after $fired s, behind by $(ask 'max(onrecord:stage_lag_seconds:max)') s"
await 120 is "$(alert OnRecordInstanceDown)" 1 || fail "nobody says that an instance is down"
tell "OnRecordInstanceDown fires after $((SECONDS - stopped)) s"

tell "the second instance goes on (SIGCONT)"
kill -CONT "$second"
resumed=$SECONDS
await 300 none "$(alert OnRecordLagHigh)" || fail "the lag alert still fires $((SECONDS - resumed)) s later"
tell "OnRecordLagHigh has gone after $((SECONDS - resumed)) s, behind by $(ask 'max(onrecord:stage_lag_seconds:max)') s"
await 120 none "$(alert OnRecordInstanceDown)" || fail "an instance still counts as down"
tell "PASSED: the alert fired $fired s after the stall and ended with it"
