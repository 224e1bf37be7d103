#!/usr/bin/env bash
# Removes everything the other scripts made; sources and the demo folder stay, someone may have worked in it.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
find s3desk tests packaging -type d -name __pycache__ -prune -exec rm -rf {} +
