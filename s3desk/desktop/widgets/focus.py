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
    QStyleOption,
    QWidget,
)

from s3desk.desktop import theme

_DISTANCE = 2
_WIDTH = 2


class _RingStyle(QProxyStyle):
    """Says how far the ring stands outside its control; Qt asks the style for it."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _DISTANCE + _WIDTH
        return super().pixelMetric(metric, option, widget)


class FocusRing(QFocusFrame):
    """One ring for a window; it follows the focus among buttons. Fields and lists show focus themselves."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._style = _RingStyle("fusion")
        self.setStyle(self._style)
        self.hide()
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        ringed = isinstance(new, QAbstractButton) and new.window() is self._window
        self.setWidget(new if ringed else None)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.color("accent"), _WIDTH))
        radius = shown.measure("radius", "control") + _DISTANCE
        inset = _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
