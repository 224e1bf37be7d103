#!/usr/bin/env bash
# Writes requirements.lock from pyproject.toml: exact versions and hashes for every system, and no addresses.
# Versions that are already locked stay, unless --upgrade is given. uv, which does it, is needed for nothing
# else and so lives in a temporary environment.
set -euo pipefail
cd "$(dirname "$0")/.."

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
"${PYTHON:-python3}" -m venv "$temporary"
"$temporary/bin/python" -m pip --disable-pip-version-check install --quiet uv
"$temporary/bin/uv" pip compile --quiet "$@" pyproject.toml --group dev --output-file requirements.lock \
    --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-annotate --no-header
if grep -n '://' requirements.lock; then
    echo "requirements.lock names an address: it must not." >&2
    exit 1
fi
