"""Keeps an eye on an open file: still in its place, still a file of ours, and nobody else has written into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from s3desk.workspace import journal
from s3desk.workspace.on_disk import check_identity, identity, overtaken
from s3desk.workspace.opening import BrokenFileError


class Watch:
    """Remembers which file was opened and with which entry its journal ended when we last looked or wrote."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self._path = path
        self._identity = identity(path)
        self._stamp = journal.stamp(connection)

    @property
    def changed_at(self) -> datetime | None:
        """When the last step was written that we know; None before the first."""
        return datetime.fromisoformat(self._stamp[1]) if self._stamp[1] else None

    @contextmanager
    def guarding(self) -> Iterator[None]:
        """Work on the file in its place. It was whole when it was opened: damage met now was done to it since."""
        check_identity(self._path, self._identity)
        try:
            yield
        except BrokenFileError as reason:
            raise overtaken(self._path) from reason

    def check_journal(self, connection: Connection) -> None:
        """Refuse when somebody else has written: our content does not have it and would overwrite it."""
        if self.is_behind(connection):
            raise overtaken(self._path)

    def is_behind(self, connection: Connection) -> bool:
        """Whether the journal goes on after the last entry that we know."""
        return journal.stamp(connection) != self._stamp

    @contextmanager
    def writing(self, connection: Connection) -> Iterator[None]:
        """A transaction of ours: nobody wrote before it, and what it leaves is ours once it is committed."""
        with connection.begin():
            self.check_journal(connection)
            yield
            stamp = journal.stamp(connection)
        self._stamp = stamp
