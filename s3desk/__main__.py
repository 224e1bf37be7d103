"""Start S3 Desk: without words, or with one file to open, the window; else the command line."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

_OPENS = {".s3desk", ".pdf", ".json"}


def main() -> int:
    """The console command `s3desk`."""
    words = sys.argv[1:]
    if not words or (len(words) == 1 and Path(words[0]).suffix.lower() in _OPENS):
        return window()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        from s3desk.cli.main import run

        return run(words)
    except KeyboardInterrupt:  # Ctrl+C, or the system asks to end: what was begun is put back on the way here
        print("s3desk: stopped. Nothing was left half-done.", file=sys.stderr)
        return 2


def window() -> int:
    """The command `s3desk-window`."""
    if not _has_screen():
        return _no_window("There is no screen here, so the window cannot open.", "Work on the command line")
    try:
        from s3desk.desktop.app import run
    except ImportError as reason:
        return _no_window(f"The window cannot open here: {reason}.", "Install what is missing (make setup names it)")
    return run(sys.argv[1:])


def _no_window(sentence: str, remedy: str) -> int:
    print(f"s3desk: {sentence}\n{remedy}; s3desk --help lists the commands that need no window.", file=sys.stderr)
    return 2


def _has_screen() -> bool:
    """Whether Qt will find a screen; without one it would end the process and not say why."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
