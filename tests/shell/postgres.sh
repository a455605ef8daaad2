# A private PostgreSQL for one run: own folder, own port, gone at the end. Sourced, not run.

postgres_folder=""

# initdb refuses root, so root hands the work to the postgres user.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# Conformance needs no durable disk, so fsync is off; durability has tests of its own.
start_postgres() {
    local attempt port
    postgres_folder=$(mktemp -d /tmp/khongcho-postgres.XXXXXX)
    [ "$(id -u)" -ne 0 ] || chown postgres "$postgres_folder"
    as_postgres "$postgres_bin/initdb" -D "$postgres_folder/data" -U postgres \
        --locale=C.UTF-8 -E UTF8 --auth=trust --no-sync >"$logs/initdb.log" 2>&1
    for attempt in 1 2 3 4 5; do
        port=$((20000 + RANDOM % 20000))
        if as_postgres "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -l "$postgres_folder/log" -w -t 30 \
            -o "-h 127.0.0.1 -p $port -k $postgres_folder -c fsync=off -c synchronous_commit=on -c max_connections=200" \
            start >"$logs/pg_ctl.log" 2>&1; then
            export KHONGCHO_TEST_POSTGRES="postgres://postgres@127.0.0.1:$port/postgres"
            echo "$KHONGCHO_TEST_POSTGRES"
            return
        fi
        echo "port $port did not work (attempt $attempt)"
    done
    cat "$logs/pg_ctl.log" "$postgres_folder/log" || true
    note_missing "PostgreSQL" "it did not start, see $logs/pg_ctl.log"
}

stop_postgres() {
    [ -n "$postgres_folder" ] || return 0
    as_postgres "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$postgres_folder"
    postgres_folder=""
}
