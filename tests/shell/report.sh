# Counting, timing and the closing lines of ./test. Sourced, not run.

passed=0
failed=0
skipped=0
missing=()  # suites that cannot run here: a failure unless --allow-missing
not_run=()  # optional suites nobody asked for: reported only
started=$SECONDS

announce() {
    printf '\n== %s (at %s)\n' "$1" "$(clock $((SECONDS - started)))"
}

# clock SECONDS prints them as m:ss.
clock() {
    printf '%d:%02d' $(($1 / 60)) $(($1 % 60))
}

# note_missing NAME HOW: something needed is not here; HOW is what the reader can do.
note_missing() {
    missing+=("$1: $2")
    printf 'missing: %s: %s\n' "$1" "$2"
}

# suite NAME FUNCTION runs FUNCTION, shows and keeps its output, counts what it says. Whether it went well stands in
# suite_status afterwards.
suite_status=0
suite() {
    local name="$1" run="$2" log="$logs/${1// /-}.log" from=$SECONDS status=0 failed_before=$failed
    announce "$name"
    "$run" 2>&1 | tee "$log" || status=$?
    count_results "$log"
    if [ "$status" -ne 0 ] && [ "$failed" -eq "$failed_before" ]; then
        failed=$((failed + 1)) # it broke before it could count, a compile error for one
    fi
    printf -- '-- %s: %s in %s\n' "$name" "$([ "$status" -eq 0 ] && echo done || echo FAILED)" \
        "$(clock $((SECONDS - from)))"
    suite_status=$status
}

# optional_suite NAME VARIABLE FUNCTION runs only when VARIABLE names a folder.
optional_suite() {
    if [ -z "${!2:-}" ]; then
        not_run+=("$1: $2 is not set")
    elif [ ! -d "${!2}" ]; then
        missing+=("$1: $2=${!2} is not a folder")
    else
        suite "$1" "$3"
    fi
}

# count_results LOG adds up the summaries of nextest, cargo test, and "N passed, N failed" lines.
count_results() {
    local sums
    sums=$(awk '
        /^ *Summary \[/ || /^test result:/ || /^[0-9]+ passed, [0-9]+ failed/ {
            for (i = 2; i <= NF; i++) {
                word = $i; gsub(/[^a-z]/, "", word)
                if (word == "passed") p += $(i - 1)
                if (word == "failed") f += $(i - 1)
                if (word == "skipped" || word == "ignored") s += $(i - 1)
            }
        }
        END { print p + 0, f + 0, s + 0 }' "$1")
    set -- $sums
    passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

# check COMMAND... is a suite of one test.
check() {
    if "$@"; then echo "1 passed, 0 failed"; else echo "0 passed, 1 failed"; return 1; fi
}

report_and_exit() {
    printf '\n'
    local line
    for line in "${not_run[@]+"${not_run[@]}"}"; do printf 'not run: %s\n' "$line"; done
    for line in "${missing[@]+"${missing[@]}"}"; do printf 'could not run: %s\n' "$line"; done
    if [ "$allow_missing" = no ]; then
        failed=$((failed + ${#missing[@]}))
        [ "${#missing[@]}" -eq 0 ] || echo "(./test --allow-missing goes on without)"
    fi
    printf 'took %s, logs in %s\n' "$(clock $((SECONDS - started)))" "$logs"
    printf '%d passed, %d failed' "$passed" "$failed"
    [ "$skipped" -eq 0 ] || printf ', %d skipped' "$skipped"
    printf '\n'
    [ "$failed" -eq 0 ]
    exit
}
