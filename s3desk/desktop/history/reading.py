"""Reads the history piece by piece, newest first, so that a long one never holds the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from s3desk.basics.language import Language
from s3desk.queries.changed_values import LONGEST_LIST, Around
from s3desk.queries.steps import Step, Wanted, check_began, fits, step_of
from s3desk.workspace.workspace import Workspace

_PIECE = 40
AT_ONCE = 60


class Reading(QObject):
    """`found(steps)` for each piece in which steps are that are wanted; `paused()` when it stops for now."""

    found = Signal(object)
    paused = Signal()

    def __init__(self, workspace: Workspace, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._language = language
        self._known: dict[int, Step] = {}
        self._ids: tuple[int, ...] = ()
        self._wanted = Wanted()
        self._today = workspace.today()
        self._place = 0
        self._found = 0
        self._enough = 0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._read)

    @property
    def total(self) -> int:
        """How many steps are recorded."""
        return len(self._ids)

    @property
    def at_end(self) -> bool:
        """Whether all steps were looked at."""
        return self._place >= len(self._ids)

    def begin(self, wanted: Wanted, enough: int = AT_ONCE) -> None:
        """Read from the newest step on, until so many were found that are wanted. The first piece is read at once."""
        workspace = self._workspace
        self._next.stop()
        self._ids = workspace.history_ids()
        self._wanted, self._today = wanted, workspace.today()
        self._place = self._found = 0
        self._enough = enough
        if self._ids:
            self._known.pop(self._ids[0], None)
        self._read()

    def go_on(self) -> None:
        """Find some more."""
        if not self.at_end and not self._next.isActive():
            self._enough = self._found + AT_ONCE
            self._next.start()

    def stop(self) -> None:
        """Read no further."""
        self._next.stop()

    def _read(self) -> None:
        ids = self._ids[self._place : self._place + _PIECE]
        self._place += len(ids)
        began = check_began(self._workspace.content)
        steps = tuple(step for step in self._steps(ids) if fits(step, self._wanted, self._today, began))
        self._found += len(steps)
        if steps:
            self.found.emit(steps)
        if self.at_end or self._found >= self._enough:
            self.paused.emit()
        else:
            self._next.start()

    def _steps(self, ids: tuple[int, ...]) -> tuple[Step, ...]:
        """Steps in words; all but the newest never change and are kept."""
        workspace = self._workspace
        missing = [one for one in ids if one not in self._known]
        if missing:
            around = Around(workspace.catalogue, self._language, workspace.content)
            for entry in workspace.history_of(missing, LONGEST_LIST):
                self._known[entry.id] = step_of(entry, around)
        steps = tuple(self._known[one] for one in ids)
        if ids and ids[0] == self._ids[0]:
            del self._known[ids[0]]
        return steps
