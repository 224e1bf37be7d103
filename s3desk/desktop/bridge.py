"""Carries the changes of the workspace into the window as one Qt signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from s3desk.workspace.workspace import Workspace


class Bridge(QObject):
    """Tells `changed()` after each commit of one workspace."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        workspace.subscribe(self.changed.emit)
