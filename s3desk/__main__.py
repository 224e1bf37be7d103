"""Start S3 Desk: without words, or with one file to open, the window; else the command line."""

from __future__ import annotations

import sys
from pathlib import Path

_OPENS = {".s3desk", ".pdf", ".json"}


def main() -> int:
    """The console command `s3desk`."""
    words = sys.argv[1:]
    if not words or (len(words) == 1 and Path(words[0]).suffix.lower() in _OPENS):
        return window()
    from s3desk.cli.main import run

    return run(words)


def window() -> int:
    """The command `s3desk-window`."""
    from s3desk.desktop.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
