"""Copies of assessment files in the user's own folder: the last ten and one for each day, within a size."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from s3desk.basics.drafts import drafted

KEPT = 10
LARGEST_TOTAL = 500 * 1024 * 1024
"""Bytes that all backups of one file may take together."""

_TIME = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"-(\d{8}-\d{6})\.s3desk$")


CopyError = (OSError, sqlite3.Error)
"""What copying raises when the target cannot take it."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a file, as it was when it was made."""

    path: Path
    made_at: datetime


def back_up(path: Path, folder: Path, now: datetime) -> Backup | None:
    """Copy a file that has changed since its last backup; None when it has not.

    Safe beside a writer in another thread or process. Raises `OSError` or `sqlite3.Error` when there is no room.
    """
    known = backups_of(path, folder)
    changed_at = path.stat().st_mtime_ns
    if known and known[0].path.stat().st_mtime_ns == changed_at:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{path.stem}-{_mark(path)}-{now.strftime(_TIME)}.s3desk"
    with drafted(target) as draft:
        copy(path, draft)
        os.utime(draft, ns=(changed_at, changed_at))
    for old in superseded(backups_of(path, folder)):
        old.path.unlink(missing_ok=True)
    return Backup(target, now)


def backups_of(path: Path, folder: Path) -> tuple[Backup, ...]:
    """The backups of a file, newest first."""
    return tuple(sorted(_found(path, folder), key=lambda backup: backup.made_at, reverse=True))


def superseded(backups: Sequence[Backup]) -> tuple[Backup, ...]:
    """Those of the backups, newest first, that may go: old and not the last of their day, or too many bytes."""
    days = [backup.made_at.date() for backup in backups]
    gone, total = [], 0
    for place, backup in enumerate(backups):
        total += backup.path.stat().st_size
        latest_of_day = days.index(backup.made_at.date()) == place
        if place > 0 and (total > LARGEST_TOTAL or (place >= KEPT and not latest_of_day)):
            gone.append(backup)
    return tuple(gone)


def _found(path: Path, folder: Path) -> Iterator[Backup]:
    for candidate in folder.glob(f"*-{_mark(path)}-*.s3desk"):
        if match := _NAME.search(candidate.name):
            yield Backup(candidate, datetime.strptime(match[1], _TIME))  # noqa: DTZ007 - the officer's wall clock


def _mark(path: Path) -> str:
    """Files of one name in different folders have backups of their own."""
    return hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:8]


def copy(path: Path, draft: Path) -> None:
    """Write a whole copy of a file that may be open and changing into a new one."""
    source = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)
    with closing(source), closing(sqlite3.connect(draft)) as target:
        source.backup(target, pages=256)
