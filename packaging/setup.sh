#!/usr/bin/env bash
# Makes .venv from requirements.lock and installs the system libraries that Qt needs, where it may.
set -euo pipefail
cd "$(dirname "$0")/.."

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
            echo "$name"
            return
        fi
    done
    echo "S3 Desk needs Python 3.11 or newer. Install it, or name it: make setup PYTHON=/path/to/python3" >&2
    return 1
}

# An environment knows where it lies and which Python made it: when either changes, it is made anew.
make_environment() {
    local home
    home="$(pwd) $("$python" -VV)"
    if [ "$(cat .venv/made-for.txt 2> /dev/null)" = "$home" ]; then
        return
    fi
    if ! "$python" -c 'import ensurepip, venv' 2> /dev/null; then
        echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2
        return 1
    fi
    "$python" -m venv --clear .venv
    echo "$home" > .venv/made-for.txt
}

fill_environment() {
    local wanted
    wanted="$(cat requirements.lock pyproject.toml | cksum)"
    if [ "$(cat .venv/made-from.txt 2> /dev/null)" = "$wanted" ]; then
        return
    fi
    echo "Installing S3 Desk and its tools into .venv (the first time this takes a minute or more) ..."
    .venv/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements.lock
    .venv/bin/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation -e .
    echo "$wanted" > .venv/made-from.txt
}

python=$(find_python)
make_environment
fill_environment
packaging/system_libraries.sh || true
