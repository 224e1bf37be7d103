#!/usr/bin/env bash
# Runs every check of the source that is not a test, and tells about all of them before it gives up.
set -euo pipefail
cd "$(dirname "$0")/.."

faults=0
check() {
    local tool=$1
    shift
    echo "--- $tool $*"
    ".venv/bin/$tool" "$@" || faults=$((faults + 1))
}
check ruff check .
check ruff format --check .
check mypy
check lint-imports
exit $((faults > 0))
