#!/usr/bin/env bash
# Runs the tests without a screen; arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/.."

export QT_QPA_PLATFORM=offscreen
exec .venv/bin/python -m pytest "$@"
