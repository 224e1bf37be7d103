"""A wrapped text with parts marked: words that were taken out struck through, words that are new underlined."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from s3desk.desktop import theme
from s3desk.desktop.widgets.texts import escaped
from s3desk.queries.marking import Runs, plain

Mark = Literal["gone", "new"]
_LOOK = {"gone": ("bad_tint", "line-through"), "new": ("ok_tint", "underline")}


class MarkedText(QLabel):
    """One text; it can be selected with the mouse and copied."""

    def __init__(self, runs: Runs, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown = theme.current()
        ground, line = _LOOK[mark]
        style = f"background-color:{shown.color(ground).name()}; text-decoration:{line}"
        parts = [f'<span style="{style}">{_lines(text)}</span>' if marked else _lines(text) for text, marked in runs]
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(f'<p style="margin:0; line-height:{shown.line("body")}px">{"".join(parts)}</p>')
        self.setAccessibleName(plain(runs))


def _lines(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
