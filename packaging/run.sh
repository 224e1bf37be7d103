#!/usr/bin/env bash
# Opens the application; where there is no screen, writes the reports of the worked example instead.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/s3desk
fi
echo "There is no screen here. S3 Desk writes its worked example and all its reports to $(pwd)/demo:"
exec .venv/bin/s3desk demo --out demo
