"""The focus ring: 2 px in the accent colour, 2 px outside the control that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from s3desk.desktop import theme

_DISTANCE = 2
_WIDTH = 2
OWN_FOCUS = "own_focus"


class _RingStyle(QProxyStyle):
    """Says how far the ring stands outside its control; Qt asks the style for it."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _DISTANCE + _WIDTH
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        """The frame belongs to the window or scroll area, so that no tight parent cuts it off."""
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, data)


class FocusRing(QFocusFrame):
    """One ring for a window; it follows the focus among buttons.

    Fields and lists show focus themselves; a button that does so too sets its property `OWN_FOCUS`.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._style = _RingStyle("fusion")
        self._style.setParent(self)
        self.setStyle(self._style)
        self.hide()
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        ringed = isinstance(new, QAbstractButton) and new.window() is self._window and not new.property(OWN_FOCUS)
        self.setWidget(_outline_of(new) if ringed and new else None)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.color("accent"), _WIDTH))
        radius = shown.measure("radius", "control") + _DISTANCE
        inset = _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


def _outline_of(button: QWidget) -> QWidget:
    """The card around the button of a choice, else the button."""
    card = button.parentWidget()
    return card if card is not None and card.property("choice") else button
