"""The one family of icons, drawn in any colour of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from s3desk.desktop import theme

SIZE = 16


def icon(name: str, color: str = "text", *, size: int = SIZE, air: tuple[int, int] = (0, 0)) -> QIcon:
    """An icon for buttons and menus: `name` is a file in resources/icons, `color` a token."""
    made = QIcon(pixmap(name, color, size=size, air=air))
    made.addPixmap(pixmap(name, "muted", size=size, air=air), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, color: str = "text", *, size: int = SIZE, air: tuple[int, int] = (0, 0)) -> QPixmap:
    """An icon as a picture, sharp on the screen; `size` in px at 100 %, `air` in pixels before and after it."""
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    shown = theme.current()
    colors = (shown.tokens.color(color), shown.tokens.color("surface"))
    return QPixmap(_picture(name, colors, shown.px(size), air, ratio))


def paint_icon(painter: QPainter, rect: QRect, name: str, color: str = "text") -> None:
    """Draw an icon into a rectangle."""
    tokens = theme.current().tokens
    _renderer(name, tokens.color(color), tokens.color("surface")).render(painter, QRectF(rect))


@lru_cache(maxsize=256)
def _picture(name: str, colors: tuple[str, str], side: int, air: tuple[int, int], ratio: float) -> QPixmap:
    """One picture for all that look the same: a table asks for its icons at every row and every repaint."""
    picture = QPixmap(QSize(round((side + sum(air)) * ratio), round(side * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, *colors).render(painter, QRectF(air[0], 0, side, side))
    painter.end()
    return picture


@lru_cache(maxsize=256)
def _renderer(name: str, color: str, on_color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(theme.icon_source(name, color, on_color).encode()))
