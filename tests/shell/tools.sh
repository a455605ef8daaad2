# Finds the tools the suites need; installs them by name where that is allowed. Sourced, not run.

node_major_min=20
postgres_major_min=15
postgres_bin=""
chromium=""
node=""
apt_updated=no

find_tools() {
    find_rust
    find_or_install find_postgres "PostgreSQL" postgresql \
        "apt-get install postgresql (version $postgres_major_min or newer)"
    find_or_install find_chromium "Chromium" chromium "apt-get install chromium, or set CHROMIUM=path"
    find_or_install find_fonts "Vietnamese fonts" "fontconfig fonts-noto-core" "apt-get install fonts-noto-core"
    find_or_install find_pdf_tools "pdftotext, pdftoppm" poppler-utils "apt-get install poppler-utils"
    find_or_install find_qpdf "qpdf" qpdf "apt-get install qpdf"
    find_node
}

# find_or_install FINDER NAME PACKAGES HOW
find_or_install() {
    if "$1"; then return; fi
    if may_install; then
        # Word splitting is wanted: several packages may be named.
        # shellcheck disable=SC2086
        apt_install $3 || true
        if "$1"; then return; fi
    fi
    note_missing "$2" "$4"
}

may_install() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null
}

apt_install() {
    if [ "$apt_updated" = no ]; then
        echo "apt-get update"
        apt-get update -q >"$logs/apt.log" 2>&1 || echo "apt-get update failed, see $logs/apt.log"
        apt_updated=yes
    fi
    echo "apt-get install $*"
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >>"$logs/apt.log" 2>&1
}

# Nothing can be tested without a compiler, so its absence ends the run at once.
find_rust() {
    if ! command -v cargo >/dev/null; then
        echo "missing: Rust: install it from https://rustup.rs, then start ./test again"
        echo "0 passed, 1 failed"
        exit 1
    fi
    if ! command -v cc >/dev/null && may_install; then apt_install gcc libc6-dev || true; fi
    if ! command -v cc >/dev/null; then
        echo "missing: a C compiler: apt-get install gcc libc6-dev, then start ./test again"
        echo "0 passed, 1 failed"
        exit 1
    fi
    rustc --version
}

find_postgres() {
    local folder major
    for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) "$(dirname "$(command -v initdb || echo /none)")"; do
        [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] || continue
        major=$("$folder/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
        if [ "$major" -ge "$postgres_major_min" ]; then
            postgres_bin="$folder"
            "$folder/postgres" --version
            return 0
        fi
    done
    return 1
}

find_chromium() {
    local name
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
        if [ -n "$name" ] && chromium=$(command -v "$name"); then
            echo "$chromium"
            return 0
        fi
    done
    chromium=""
    return 1
}

find_fonts() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=vi family)" ]; }
find_pdf_tools() { command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null; }
find_qpdf() { command -v qpdf >/dev/null; }

node_is_new_enough() {
    [ -n "$1" ] && [ "$("$1" -p 'process.versions.node.split(".")[0]')" -ge "$node_major_min" ]
}

# Debian 12's own Node is older than 20: then npm brings one, kept inside the target folder.
find_node() {
    local own="$target/test-tools/node_modules/node/bin/node"
    if ! command -v npm >/dev/null && may_install; then apt_install nodejs npm || true; fi
    node=$(command -v node || true)
    if ! node_is_new_enough "$node" && [ -n "$node" ] && command -v npm >/dev/null; then
        if [ ! -x "$own" ]; then
            echo "npm install node@22"
            npm install --silent --no-fund --no-audit --prefix "$target/test-tools" node@22 >"$logs/npm.log" 2>&1 || true
        fi
        node="$own"
        [ -x "$node" ] || node=""
    fi
    if ! node_is_new_enough "$node" || ! command -v npm >/dev/null; then
        node=""
        note_missing "Node.js" "install Node.js $node_major_min or newer with npm (https://nodejs.org)"
        return
    fi
    echo "node $("$node" --version)"
    install_browser_packages
}

# The lock file decides what is installed; the stamp saves doing it again.
install_browser_packages() {
    local folder=tests/browser stamp=tests/browser/node_modules/.stamp
    if [ -f "$stamp" ] && cmp -s "$stamp" "$folder/package-lock.json"; then return; fi
    echo "npm ci in $folder"
    if npm ci --silent --no-fund --no-audit --ignore-scripts --prefix "$folder" >"$logs/npm.log" 2>&1; then
        cp "$folder/package-lock.json" "$stamp"
    else
        node=""
        note_missing "packages of the browser suite" "run npm ci in $folder (log: $logs/npm.log)"
    fi
}

have_tool() {
    case "$1" in
        postgres) [ -n "$postgres_bin" ] ;;
        *) return 1 ;;
    esac
}

can_browse() { [ -n "$node" ] && [ -n "$chromium" ]; }
