"""How far a long piece of work is, and the wish to stop it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Receives how far work is; raises `CancelledError` when the user asked to stop."""

    def __call__(self, done: int, total: int, step: str = "") -> None:
        """Report that `done` of `total` units are finished; `step` is a short text for the user."""


def no_progress(done: int, total: int, step: str = "") -> None:
    """Ignore progress: for callers that do not show it."""
