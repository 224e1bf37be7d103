"""What all blocks of a report have in common: they lay themselves out for a width and paint themselves."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from s3desk.formats.pdf.canvas import ReportCanvas


class Block(Flowable):
    """A flowable of ours. The only door between reportlab's names and ours."""

    canv: ReportCanvas
    fixed_height = 0.0

    def __init__(self) -> None:
        super().__init__()
        self.width = -1.0

    def lay_out(self, width: float) -> float:  # noqa: ARG002 - blocks of a fixed height do not need it
        """Lay out the content for a width; returns the height."""
        return self.fixed_height

    def paint(self, canvas: ReportCanvas) -> None:
        """Paint at the origin, `width` wide and `height` high, y upwards."""
        raise NotImplementedError

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab calls it
        """The size that the block takes; it is laid out once for a width, however often reportlab asks."""
        if width != self.width:
            self.height = self.lay_out(width)
            self.width = width
        return self.width, self.height

    def draw(self) -> None:
        """Paint where reportlab put the block."""
        self.paint(self.canv)
