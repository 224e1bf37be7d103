"""Paints figures on PDF pages: the same shapes that the screen shows."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from s3desk.figures.figure import Circle, Figure, Label, Pen, Polygon, Polyline, Rect, Shape
from s3desk.formats.pdf import fonts
from s3desk.formats.pdf.styles import color
from s3desk.formats.pdf.text import one_line


def paint(canvas: Canvas, figure: Figure, x: float, top: float, scale: float = 1.0) -> None:
    """Paint a figure with its upper left corner at x and `top`."""
    canvas.saveState()
    canvas.translate(x, top)
    canvas.scale(scale, scale)
    for shape in figure.shapes:
        _paint(canvas, shape)
    canvas.restoreState()


def _paint(canvas: Canvas, shape: Shape) -> None:
    match shape:
        case Polygon():
            _path(canvas, shape.points, shape.fill, shape.pen, close=True)
        case Polyline():
            _path(canvas, shape.points, "", shape.pen, close=False)
        case Circle():
            stroke, fill = _set(canvas, shape.fill, shape.pen)
            canvas.circle(shape.center[0], -shape.center[1], shape.radius, stroke=stroke, fill=fill)
        case Rect():
            _rect(canvas, shape)
        case Label():
            _label(canvas, shape)


def _rect(canvas: Canvas, shape: Rect) -> None:
    stroke, fill = _set(canvas, shape.fill, shape.pen)
    y = -shape.y - shape.height
    if shape.radius:
        radius = min(shape.radius, shape.width / 2, shape.height / 2)
        canvas.roundRect(shape.x, y, shape.width, shape.height, radius, stroke=stroke, fill=fill)
    else:
        canvas.rect(shape.x, y, shape.width, shape.height, stroke=stroke, fill=fill)


def _label(canvas: Canvas, shape: Label) -> None:
    runs = [(one_line(run.text) + (" " if run.text.endswith(" ") else ""), run) for run in shape.runs]
    width = sum(fonts.width_of(text, shape.size, strong=run.strong) for text, run in runs)
    x = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
    for text, run in runs:
        canvas.setFillColor(color(run.color))
        canvas.setFont(fonts.STRONG if run.strong else fonts.REGULAR, shape.size)
        canvas.drawString(x, -shape.y, text)
        x += fonts.width_of(text, shape.size, strong=run.strong)


def _path(canvas: Canvas, points: tuple[tuple[float, float], ...], fill: str, pen: Pen | None, *, close: bool) -> None:
    stroke, filled = _set(canvas, fill, pen)
    path = canvas.beginPath()
    path.moveTo(points[0][0], -points[0][1])
    for x, y in points[1:]:
        path.lineTo(x, -y)
    if close:
        path.close()
    canvas.drawPath(path, stroke=stroke, fill=filled)


def _set(canvas: Canvas, fill: str, pen: Pen | None) -> tuple[int, int]:
    """Set colours and line; returns what reportlab asks: whether to stroke, whether to fill."""
    if fill:
        canvas.setFillColor(color(fill))
    if pen is not None:
        canvas.setStrokeColor(color(pen.color))
        canvas.setLineWidth(pen.width)
        canvas.setDash(list(pen.dash))
        canvas.setLineCap(int(pen.round_ends))
        canvas.setLineJoin(1)
    return int(pen is not None), int(bool(fill))
