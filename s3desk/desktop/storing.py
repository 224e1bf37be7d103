"""Stores what is typed in the fields of a page; what the file refuses stays in its field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from s3desk.basics.errors import KnownError
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.widgets.fields import LineField, TextArea


class Storing:
    """Carries typed texts to their operations, and tells at the end whether all of them were stored."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._refused: KnownError | None = None

    def store(self, field: LineField | TextArea, work: Callable[[], object]) -> None:
        """Store the text of a field. A refusal is reported, and the field keeps its words."""
        try:
            work()
        except KnownError as error:
            field.keep()
            self._refused = error
            self._surroundings.report(error)

    def flush(self, page: QWidget) -> None:
        """Store what is being typed anywhere on a page; what follows is a new step.

        Raises `KnownError` when something was refused.
        """
        self._refused = None
        for field in page.findChildren(QWidget):
            if isinstance(field, LineField | TextArea):
                field.flush()
        if self._refused is not None:
            raise self._refused
        self._surroundings.workspace.end_typing()
