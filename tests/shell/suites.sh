# The suites of ./test, in the order they run. Sourced, not run.

audited_demo=""

format_suite() {
    check cargo fmt --all --check
}

# Lints change with the compiler: they are binding at the release named in Cargo.toml, advice at others.
lint_suite() {
    local named ours
    named=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    ours=$(rustc --version | sed 's/rustc \([0-9]*\.[0-9]*\).*/\1/')
    if ! cargo clippy --version >/dev/null 2>&1; then
        echo "clippy is not installed (rustup component add clippy)"
        return 1
    fi
    if [ "$named" = "$ours" ]; then
        check cargo clippy --locked --workspace --all-targets -- -D warnings
    else
        check cargo clippy --locked --workspace --all-targets
    fi
}

has_nextest() { cargo nextest --version >/dev/null 2>&1; }

# Building tests builds the binary too, with the same features, so nothing is compiled twice.
build_suite() {
    if has_nextest; then
        cargo nextest run --locked --workspace --no-run
    else
        cargo test --locked --workspace --lib --bins --tests --no-run
    fi
}

rust_suite() {
    if has_nextest; then
        cargo nextest run --locked --workspace --no-fail-fast --status-level slow --final-status-level fail
    else
        cargo test --locked --workspace --lib --bins --tests --no-fail-fast
    fi
}

example_suite() {
    cargo test --locked --doc -p domain
}

browser_suite() {
    CHROMIUM="$chromium" KHONGCHO_BIN="$target/debug/khongcho" \
        KHONGCHO_SHOTS="${KHONGCHO_SHOTS:-$logs/shots}" "$node" tests/browser/run.mjs
}

# The audit tool may lie on a read-only disk, so it is copied before its packages are installed.
# Lighthouse doubles the time and moves with the load of the machine: AUDIT_LIGHTHOUSE=1 asks for it.
audit_suite() {
    local tool="$target/test-tools/audit" base skip="--skip lighthouse"
    can_browse || { echo "needs Chromium and Node.js"; return 1; }
    [ "${AUDIT_LIGHTHOUSE:-}" != 1 ] || skip="--lighthouse-runs 3"
    mkdir -p "$tool"
    cp -R "$AUDIT_DIR/." "$tool/"
    chmod -R u+w "$tool"
    if ! [ -f "$tool/.stamp" ] || ! cmp -s "$tool/.stamp" "$tool/package-lock.json"; then
        npm ci --silent --no-fund --no-audit --prefix "$tool" || return 1
        cp "$tool/package-lock.json" "$tool/.stamp"
    fi
    start_audited_demo "$logs/audited-demo.log" || return 1
    base=$(sed -n 's/.*\(http:\/\/[0-9a-zA-Z.:]*\).*/\1/p' "$logs/audited-demo.log" | head -n 1)
    # Word splitting is wanted: $skip holds an option and its value.
    # shellcheck disable=SC2086
    CHROMIUM="$chromium" CHROME_PATH="$chromium" "$node" "$tool/audit.mjs" --base "$base" --pages tests/pages.json \
        --out "$logs/audit" $skip
}

start_audited_demo() {
    local waited=0 data="$logs/audited-demo-data"
    rm -rf "$data"
    : >"$1"
    "$target/debug/khongcho" demo --data "$data" --listen 127.0.0.1:0 >"$1" 2>&1 &
    audited_demo=$!
    echo "$audited_demo" >"$logs/audited-demo.pid"
    until grep -q 'http://' "$1"; do
        sleep 1
        waited=$((waited + 1))
        if [ "$waited" -ge 120 ] || ! kill -0 "$audited_demo" 2>/dev/null; then
            cat "$1"
            echo "the demo did not start"
            return 1
        fi
    done
}

# Suites run in a subshell, so the process is remembered in a file.
stop_audited_demo() {
    [ -f "$logs/audited-demo.pid" ] || return 0
    kill "$(cat "$logs/audited-demo.pid")" 2>/dev/null || true
    rm -f "$logs/audited-demo.pid"
}

advisory_suite() {
    cargo test --locked -p tidy --test tidy -- --ignored --exact advisories::no_known_vulnerability
}
