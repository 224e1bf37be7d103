"""Buttons by their weight: one primary on a screen, secondary, link, and small ones with an icon."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

from s3desk.desktop import theme
from s3desk.desktop.icons import icon


def primary(text: str, *, then: str = "", parent: QWidget | None = None) -> QPushButton:
    """The filled button: the next step. `then` names an icon behind the text, such as "chevron-right"."""
    return _with_icon(_button(text, "primary", parent), then, "on_accent", behind=True)


def secondary(text: str, *, symbol: str = "", then: str = "", parent: QWidget | None = None) -> QPushButton:
    """A bordered button with an icon before or behind its text."""
    return _with_icon(_button(text, "secondary", parent), symbol or then, "text", behind=bool(then))


def small(text: str, *, symbol: str = "", parent: QWidget | None = None) -> QPushButton:
    """A bordered button of 28 px, for rows and strips."""
    return _with_icon(_button(text, "small", parent), symbol, "text")


def link(text: str, *, symbol: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button that looks like a link."""
    made = _with_icon(_button(text, "link", parent), symbol, "accent")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def quiet(text: str, *, symbol: str = "", then: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button without border, in the colour of second text, with an icon before or behind it."""
    return _with_icon(_button(text, "quiet", parent), symbol or then, "muted", behind=bool(then))


def tab(text: str, *, parent: QWidget | None = None) -> QPushButton:
    """One of several buttons of which one is chosen, such as the tabs of the guidance."""
    return _one_of_several(text, "tab", parent)


def filter_button(text: str, *, parent: QWidget | None = None) -> QPushButton:
    """One of several buttons that say what a list shows."""
    return _one_of_several(text, "filter", parent)


def _one_of_several(text: str, look: str, parent: QWidget | None) -> QPushButton:
    """A button that can be chosen; as wide as its text in semi-bold, so that nothing moves."""
    made = _button(text, look, parent)
    made.setCheckable(True)
    shown = theme.current()
    chosen_width = QFontMetrics(shown.font("strong")).horizontalAdvance(text)
    made.setMinimumWidth(chosen_width + shown.px(20) + 2)
    return made


def symbol_button(symbol: str, name: str, *, bordered: bool = False, parent: QWidget | None = None) -> QPushButton:
    """A square button that shows only an icon; `name` is what it does, for tooltip and screen reader."""
    made = _with_icon(_button("", "icon" if bordered else "tool", parent), symbol, "text")
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made


def _button(text: str, look: str, parent: QWidget | None) -> QPushButton:
    made = QPushButton(text.replace("&", "&&"), parent)
    made.setProperty("look", look)
    made.setAutoDefault(False)
    if text:
        made.setAccessibleName(text)
    return made


def show(button: QPushButton, text: str, *, symbol: str = "", color: str = "text") -> None:
    """Give a button other words and, where one is named, another icon before them."""
    button.setText(text.replace("&", "&&"))
    button.setAccessibleName(text)
    _with_icon(button, symbol, color)


def _with_icon(button: QPushButton, symbol: str, color: str, *, behind: bool = False) -> QPushButton:
    """Put an icon before or behind the text, with 4 px more air than Qt leaves."""
    if symbol:
        side, air = theme.current().px(16), theme.current().px(4) if button.text() else 0
        before, after = (air, 0) if behind else (0, air)
        button.setIcon(icon(symbol, color, air=(before, after)))
        button.setIconSize(QSize(side + air, side))
        if behind:
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return button
