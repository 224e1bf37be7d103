"""Python's search for garbage, made only between two events of the window: never inside Qt, never in a job's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


def look_between_events(window: QObject) -> None:
    """Switch the automatic search off, and look from now on while the window has nothing else to do."""
    gc.disable()
    timer = QTimer(window)
    timer.setInterval(_EVERY_MS)
    timer.timeout.connect(look)
    timer.start()


def look() -> None:
    """Look in the oldest generation that has as much new in it as Python itself would wait for."""
    for generation, (count, limit) in reversed(list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))):
        if limit and count > limit:
            gc.collect(generation)
            return
