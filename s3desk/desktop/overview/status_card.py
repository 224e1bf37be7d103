"""What was decided and what we think: the official status of each programme, then our own check."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets.marks import FULFILMENT_LOOKS
from s3desk.desktop.widgets.surfaces import FlowLayout, clear, column, line, row
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.queries.overview_picture import OverviewPicture, StatusLine

_MARGINS = (16, 8, 16, 10)


class StatusCard(QFrame):
    """Left what is official, right what is only ours; below each other where the window is narrow."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._language = language
        self._shown: tuple[StatusLine, ...] | None = None
        self._official = QWidget(self)
        self._programmes = column(space=2)
        self._own = QWidget(self)
        self.tally = label("", "h3", parent=self._own)
        self._symbol = QLabel(self._own)
        self.condition = label("", "strong", parent=self._own)
        self._edge = line(vertical=True, parent=self)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()

    def show_picture(self, picture: OverviewPicture) -> None:
        """Show both; what is official stands first."""
        if picture.programmes != self._shown:
            self._shown = picture.programmes
            self._show_programmes(picture.programmes)
        self.tally.setText(picture.tally)
        symbol, ink = FULFILMENT_LOOKS[picture.condition]
        self._symbol.setPixmap(pixmap(symbol, ink))
        self.condition.setText(self._language.text("The condition: {decision}", decision=picture.condition_words))

    def set_stacked(self, *, stacked: bool, own_width: int) -> None:
        """One below the other, or beside each other with `own_width` for our own check."""
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._edge.setVisible(not stacked)
        self._own.setMinimumWidth(0 if stacked else own_width)
        self._own.setMaximumWidth(16_777_215 if stacked else own_width)

    def words(self) -> tuple[str, ...]:
        """What is said about the programmes, for tests."""
        return tuple(one.words() for one in self._official.findChildren(Paragraph) if not one.isHidden())

    def _show_programmes(self, programmes: tuple[StatusLine, ...]) -> None:
        clear(self._programmes)
        text = self._language.text
        if not programmes:
            words = text("No programme is entered yet, so no official status is known here.")
            self._programmes.addWidget(Paragraph(words, "body", "muted", parent=self._official))
        for one in programmes:
            said = f"{one.words} ({one.about})" if one.about else one.words
            title = one.programme or text("Programme without a title")
            self._programmes.addWidget(Paragraph(said, lead=f"{title}:", parent=self._official))

    def _lay_out(self) -> None:
        text = self._language.text
        official = column(self._official, space=2, margins=_MARGINS)
        official.addWidget(label(text("Official status"), "caption", "muted", self._official))
        official.addLayout(self._programmes)
        official.addStretch(1)
        own = column(self._own, space=2, margins=_MARGINS)
        own.addWidget(label(text("By our own check"), "caption", "muted", self._own))
        condition = QWidget(self._own)
        beside = row(condition, space=6)
        beside.addWidget(self._symbol)
        beside.addWidget(self.condition)
        verdict = FlowLayout(space=16)
        verdict.addWidget(self.tally)
        verdict.addWidget(condition)
        own.addLayout(verdict)
        own.addStretch(1)
        self._sides.setContentsMargins(1, 1, 1, 1)
        self._sides.setSpacing(0)
        self._sides.addWidget(self._official, 1)
        self._sides.addWidget(self._edge)
        self._sides.addWidget(self._own)
        self._edge.setFixedWidth(1)
        self.setMinimumHeight(theme.current().px(56))
