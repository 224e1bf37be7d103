"""The tabs of a page: a name and a small count, a line under the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from s3desk.desktop import theme
from s3desk.queries.criterion_picture import Tab


class PageTabs(QTabBar):
    """Tabs in a row; `tab_chosen(id)` when the user picks one. Arrows move between them."""

    tab_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Tab, ...] = ()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.currentChanged.connect(self._tell)

    def show_tabs(self, tabs: tuple[Tab, ...], chosen: str) -> None:
        """Show names and counts, and which tab is the chosen one."""
        blocked = self.blockSignals(True)
        self._shown = tabs
        while self.count() < len(tabs):
            self.addTab("")
        for place, tab in enumerate(tabs):
            self.setTabText(place, f"{tab.text} {tab.count}")
            self.setAccessibleTabName(place, tab.spoken)
        self.setCurrentIndex([tab.id for tab in tabs].index(chosen))
        self.blockSignals(blocked)
        self.updateGeometry()
        self.update()

    def _tell(self, place: int) -> None:
        self.tab_chosen.emit(self._shown[place].id)

    def tabSizeHint(self, index: int) -> QSize:
        shown = theme.current()
        tab = self._shown[index]
        words, count = _width(self, tab.text, "strong"), _width(self, tab.count, "caption")
        return QSize(words + count + shown.px(6 + 28), shown.measure("height", "tab_bar"))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, tab in enumerate(self._shown):
            self._paint_tab(painter, self.tabRect(place), tab, chosen=place == self.currentIndex())

    def _paint_tab(self, painter: QPainter, rect: QRect, tab: Tab, *, chosen: bool) -> None:
        shown = theme.current()
        hovered = rect.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
        ink = "accent" if chosen or hovered else "text"
        painter.setFont(shown.font("strong" if chosen else "body"))
        painter.setPen(shown.color(ink))
        inner = rect.adjusted(shown.px(14), 0, 0, -shown.px(2))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, tab.text)
        left = painter.fontMetrics().horizontalAdvance(tab.text) + shown.px(6)
        painter.setFont(shown.font("caption"))
        painter.setPen(shown.color("accent" if chosen else "muted"))
        painter.drawText(
            inner.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, tab.count
        )
        if chosen:
            thick = shown.px(2)
            painter.fillRect(QRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick), shown.color("accent"))
        if chosen and self.hasFocus():
            painter.setPen(QPen(shown.color("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -5), 4, 4)


def _width(widget: QWidget, text: str, step: str) -> int:
    return QFontMetrics(theme.current().font(step), widget).horizontalAdvance(text)
