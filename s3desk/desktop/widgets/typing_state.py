"""Whether words are being typed somewhere that are not yet in the file; the bar above shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class _Typing(QObject):
    changed = Signal(bool)


typing = _Typing()
