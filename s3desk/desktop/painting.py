"""Paints figures on the screen: the same shapes that stand in the PDF, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from s3desk.desktop import theme
from s3desk.figures.figure import Circle, Figure, Label, Pen, Point, Polygon, Polyline, Rect, Run, Shape, hex_color

_PT_PER_PX = 0.75


def paint(painter: QPainter, figure: Figure, at: QPointF, scale: float) -> None:
    """Draw a figure with its upper left corner at a point; `scale` is pixels a unit."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    for shape in figure.shapes:
        _paint(painter, shape, scale)
    painter.restore()


def _paint(painter: QPainter, shape: Shape, scale: float) -> None:
    match shape:
        case Polygon():
            _set(painter, shape.fill, shape.pen, scale)
            painter.drawPolygon(_points(shape.points, scale))
        case Polyline():
            _set(painter, "", shape.pen, scale)
            painter.drawPolyline(_points(shape.points, scale))
        case Circle():
            _set(painter, shape.fill, shape.pen, scale)
            painter.drawEllipse(_point(shape.center, scale), shape.radius * scale, shape.radius * scale)
        case Rect():
            _set(painter, shape.fill, shape.pen, scale)
            room = QRectF(shape.x * scale, shape.y * scale, shape.width * scale, shape.height * scale)
            painter.drawRoundedRect(room, shape.radius * scale, shape.radius * scale)
        case Label():
            _paint_label(painter, shape, scale)


def _paint_label(painter: QPainter, label: Label, scale: float) -> None:
    """Draw the runs of a label after each other, from where its anchor says."""
    fonts = [_font(run, label.size * scale) for run in label.runs]
    widths = [QFontMetricsF(font).horizontalAdvance(run.text) for font, run in zip(fonts, label.runs, strict=True)]
    x = label.x * scale - {"start": 0.0, "middle": sum(widths) / 2, "end": sum(widths)}[label.anchor]
    for font, run, width in zip(fonts, label.runs, widths, strict=True):
        painter.setFont(font)
        painter.setPen(_color(run.color))
        painter.drawText(QPointF(x, label.y * scale), run.text)
        x += width


def _font(run: Run, px: float) -> QFont:
    font = theme.current().font("strong" if run.strong else "body")
    font.setPointSizeF(px * _PT_PER_PX)
    return font


def _set(painter: QPainter, fill: str, pen: Pen | None, scale: float) -> None:
    painter.setBrush(QBrush(_color(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush))
    painter.setPen(_pen(pen, scale) if pen else QPen(Qt.PenStyle.NoPen))


def _pen(pen: Pen, scale: float) -> QPen:
    made = QPen(_color(pen.color), pen.width * scale)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    made.setCapStyle(Qt.PenCapStyle.RoundCap if pen.round_ends else Qt.PenCapStyle.FlatCap)
    if pen.dash:
        made.setDashPattern([length / pen.width for length in pen.dash])
    return made


def _color(name: str) -> QColor:
    return QColor(hex_color(name, theme.current().tokens))


def _points(points: tuple[Point, ...], scale: float) -> QPolygonF:
    return QPolygonF([_point(point, scale) for point in points])


def _point(point: Point, scale: float) -> QPointF:
    return QPointF(point[0] * scale, point[1] * scale)


class FigureView(QWidget):
    """A figure as a widget; screen readers hear its name and the description with all its numbers."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = Figure(0, 0, ())
        self._scale = 1.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: Figure, scale: float) -> None:
        """Show a figure; `scale` is pixels a unit at 100 % text size."""
        self._figure, self._scale = figure, scale * theme.current().factor
        self.setAccessibleDescription(figure.description)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._figure.width * self._scale), round(self._figure.height * self._scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        left = (self.width() - self._figure.width * self._scale) / 2
        paint(QPainter(self), self._figure, QPointF(left, 0), self._scale)
