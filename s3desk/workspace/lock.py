"""One writer for each assessment file: a lock beside it, with a note that says who holds it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from s3desk.basics.person import user_name
from s3desk.workspace.processes import is_running


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open for writing, and since when."""

    name: str
    computer: str
    since: datetime
    process: int = 0


class WriterLock:
    """The right to write one file. The operating system gives it back when the process ends, however it ends.

    Two small hidden files lie beside the assessment while it is open: the lock, and the note about its holder
    (apart, because Windows does not let others read a locked file).
    """

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path.with_name(f"~${path.name}.lock"), timeout=0)
        self._note = note_beside(path)
        self.left_by: Holder | None = None
        """Who was the writer before and ended without closing the file, known once the lock is taken."""

    def take(self, name: str, now: datetime) -> bool:
        """Try to become the writer; False when somebody else is, or when the folder cannot be written."""
        try:
            self._lock.acquire()
            self.left_by = self.holder()
            note = {
                "name": name or user_name(),
                "computer": socket.gethostname(),
                "since": now.isoformat(),
                "process": os.getpid(),
            }
            self._note.write_text(json.dumps(note), encoding="utf-8")
        except (Timeout, OSError):
            self._lock.release()
            return False
        return True

    def holder(self) -> Holder | None:
        """Who holds the lock, as far as the note tells."""
        return _holder_in(self._note)

    def release(self) -> None:
        """Give the right back and remove both small files."""
        if not self._lock.is_locked:
            return
        for path in (self._note, Path(self._lock.lock_file)):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        self._lock.release()


def note_beside(path: Path) -> Path:
    """Where the note about the writer of a file lies while it is open."""
    return path.with_name(f"~${path.name}.note")


def was_left_open(path: Path) -> bool:
    """Whether this computer ended while it wrote the file: the note of a process that is gone lies beside it.

    The lock is not touched, so this may be asked in a thread while the file is being opened.
    """
    holder = _holder_in(note_beside(path))
    if holder is None or holder.computer != socket.gethostname() or holder.process <= 0:
        return False
    return not is_running(holder.process)


def _holder_in(note: Path) -> Holder | None:
    try:
        written = json.loads(note.read_text(encoding="utf-8"))
        since = datetime.fromisoformat(str(written["since"]))
        return Holder(str(written["name"]), str(written["computer"]), since, int(written.get("process", 0)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
