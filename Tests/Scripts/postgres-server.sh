#!/bin/sh
# postgres-server.sh FOLDER start PARENT | restart | stop | kill | heal | remove | sql STATEMENT
#
# A PostgreSQL server of a test run's own in FOLDER, reached by a Unix socket there. It stops, and FOLDER goes, as soon
# as process PARENT is gone, however it ended.
set -eu
folder=$1
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
output=$folder.out.$$
trap 'status=$?; [ $status = 0 ] || cat "$output" >&3; rm -f "$output"' EXIT
exec 3>&2 >"$output" 2>&1 </dev/null
cd /

as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

launch() {
    as_postgres "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "-k $folder -c listen_addresses='' \
        -c max_connections=1000 -c shared_buffers=64MB -c fsync=${NUNTIQ_TEST_FSYNC:-off}" start 3>&-
}

watch() {
    while kill -0 "$1" 2>/dev/null && [ -d "$folder/data" ]; do sleep 1; done
    as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop || true
    rm -rf "$folder"
}

case $2 in
start)
    mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
    as_postgres "$bin/initdb" -D "$folder/data" -U nuntiq -A trust -E UTF8 --locale=C.UTF-8 --no-sync
    launch
    (trap - EXIT; watch "$3") >/dev/null 2>&1 3>&- &
    ;;
restart)
    as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop || true
    launch
    ;;
kill)
    postmaster=$(head -1 "$folder/data/postmaster.pid")
    kill -9 "$postmaster" $(cat "/proc/$postmaster/task/$postmaster/children" 2>/dev/null)
    ;;
heal) as_postgres "$bin/pg_ctl" -D "$folder/data" status || launch ;;
remove)
    as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop || true
    rm -rf "$folder/data" "$folder/log"
    rm -rf "$folder" || true # what is mounted there is its owner's to remove
    ;;
stop) as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop ;;
sql) "$bin/psql" -X -q -v ON_ERROR_STOP=1 -h "$folder" -U nuntiq -d postgres -c "$3" ;;
esac
