"""How far a command is, as one line on the terminal that is wiped when the command is done."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from s3desk.basics.progress import Progress, no_progress


@contextmanager
def progress_line() -> Iterator[Progress]:
    """Progress for a person who watches; nothing where errors go into a file or another program."""
    if not sys.stderr.isatty():
        yield no_progress
        return
    try:
        yield _show
    finally:
        _write("")
        sys.stderr.write("\r")


def _show(done: int, total: int, step: str = "") -> None:
    share = 100 * done // total if total else 0
    _write("".join(letter if letter.isprintable() else " " for letter in f"{share:3} %  {step}"))


def _write(line: str) -> None:
    """Write over what stands in the line; the last column stays free, so that no terminal begins a new one."""
    width = max(shutil.get_terminal_size().columns - 1, 1)
    sys.stderr.write(f"\r{line[:width]:{width}}")
    sys.stderr.flush()
