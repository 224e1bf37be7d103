"""One writer for each assessment file: a lock beside it, with a note that says who holds it."""

from __future__ import annotations

import contextlib
import getpass
import json
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open for writing, and since when."""

    name: str
    computer: str
    since: datetime


class WriterLock:
    """The right to write one file. The operating system gives it back when the process ends, however it ends.

    Two small hidden files lie beside the assessment while it is open: the lock, and the note about its holder
    (apart, because Windows does not let others read a locked file).
    """

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path.with_name(f"~${path.name}.lock"), timeout=0)
        self._note = path.with_name(f"~${path.name}.note")

    def take(self, name: str, now: datetime) -> bool:
        """Try to become the writer; False when somebody else is, or when the folder cannot be written."""
        try:
            self._lock.acquire()
            note = {
                "name": name or getpass.getuser(),
                "computer": socket.gethostname(),
                "since": now.isoformat(),
            }
            self._note.write_text(json.dumps(note), encoding="utf-8")
        except (Timeout, OSError):
            self._lock.release()
            return False
        return True

    def holder(self) -> Holder | None:
        """Who holds the lock, as far as the note tells."""
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            since = datetime.fromisoformat(str(note["since"]))
            return Holder(str(note["name"]), str(note["computer"]), since)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def release(self) -> None:
        """Give the right back and remove both small files."""
        if not self._lock.is_locked:
            return
        for path in (self._note, Path(self._lock.lock_file)):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        self._lock.release()
