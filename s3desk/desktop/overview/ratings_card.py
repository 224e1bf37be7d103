"""The ratings of all criteria on the overview: as wheel, or the same figures as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.models.records_model import Column
from s3desk.desktop.painting import FigureView
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.record_table import RecordTable
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import label
from s3desk.figures.wheel import Spoke, wheel
from s3desk.queries.overview_picture import CriterionLine, OverviewPicture

_SCALE = 1.5
"""Pixels a unit: names of 8 units have 12 px."""
_SIDES = 141
"""Units that the names need beside the rings, of both sides together."""
_LEAST, _MOST = 40.0, 74.0


class RatingsCard(QFrame):
    """The wheel with its legend, before the first rating its rings only; or the table."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._language = language
        self._picture: OverviewPicture | None = None
        self._room = 0
        name = language.text("Ratings of seven criteria")
        self.wheel = FigureView(name, self)
        self.table: RecordTable[CriterionLine] = RecordTable(name, self._columns(""), self, framed=False)
        self.form = buttons.link("–", parent=self)
        head = row(margins=(15, 0, 12, 0))
        head.addWidget(label(language.text("Average ratings"), "h3", parent=self), 1)
        head.addWidget(self.form)
        inside = column(self, margins=(1, 8, 1, 10))
        inside.addLayout(head)
        inside.addWidget(self.wheel)
        inside.addWidget(self.table)
        inside.addStretch(1)
        self.table.hide()
        self.form.clicked.connect(self.change_form)
        self._name_form()

    def show_picture(self, picture: OverviewPicture) -> None:
        """Show the ratings of all criteria."""
        if self._picture is None or picture.before_name != self._picture.before_name:
            self.table.model.name_columns(self._columns(picture.before_name))
        self._picture = picture
        self.table.show_rows(picture.criteria)
        self.table.show_whole(whole=True)
        self._show()

    def set_room(self, width: int) -> None:
        """Fit the wheel into a width in pixels."""
        if width != self._room:
            self._room = width
            self._show()

    def change_form(self) -> None:
        """Show the table in place of the wheel, or the wheel again."""
        as_table = self.table.isHidden()
        self.wheel.setVisible(not as_table)
        self.table.setVisible(as_table)
        self._name_form()

    def _name_form(self) -> None:
        text = self._language.text
        buttons.show(self.form, text("As a table") if self.table.isHidden() else text("As a wheel"))

    def _show(self) -> None:
        if self._picture is None:
            return
        units = self._room / theme.current().factor / _SCALE
        radius = max(_LEAST, min(_MOST, (units - _SIDES) / 2))
        spokes = [_spoke(line) for line in self._picture.criteria]
        self.wheel.show_figure(wheel(spokes, self._language, self._picture.before_name, radius), _SCALE)

    def _columns(self, before: str) -> tuple[Column[CriterionLine], ...]:
        text = self._language.text
        columns = (
            Column(text("Criterion"), _named, stretch=True),
            Column(text("Now"), _now, strong=True),
            Column(text("Target"), _target),
        )
        return (*columns, Column(before, _before, muted=True))


def _spoke(line: CriterionLine) -> Spoke:
    rating = line.rating
    return Spoke(line.number, line.name, rating.average, line.relevant, rating.target, rating.before)


def _named(line: CriterionLine) -> str:
    return f"{line.number} {line.name}"


def _now(line: CriterionLine) -> str:
    return line.rating.words or "\u2013"


def _target(line: CriterionLine) -> str:
    return line.rating.target_words


def _before(line: CriterionLine) -> str:
    return line.rating.before_words
