"""What helps with one question: guidance, typical evidence, common weaknesses, sources, the answer of last time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.going_out import open_address
from s3desk.desktop.icons import icon, pixmap
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.marks import ScoreChip
from s3desk.desktop.widgets.surfaces import FlowLayout, card, clear, column, line, row, scrolling
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.queries.criterion_picture import Guidance, LastTime


class GuidancePanel(QWidget):
    """The panel at the right; a drawer where the window is narrow."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self._guidance: Guidance | None = None
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        names = (
            text("Guidance"),
            text("Typical evidence"),
            text("Sources"),
            text("Common weaknesses"),
            text("Last time"),
        )
        self.tabs = tuple(buttons.tab(name, parent=self) for name in names)
        self._chosen = QButtonGroup(self)
        self._content = QWidget(self)
        self._room = column(self._content, space=8, margins=(20, 16, 20, 20))
        self._lay_out()
        self._chosen.idToggled.connect(self._change_tab)

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the guidance of a question; the chosen tab stays."""
        if guidance == self._guidance:
            return
        self._guidance = guidance
        self.tabs[4].setVisible(guidance.last_time is not None)
        if guidance.last_time is None and self._chosen.checkedId() == 4:
            self.tabs[0].setChecked(True)
        self._show_tab(self._chosen.checkedId())

    def choose(self, tab: str) -> QPushButton:
        """Show one of the tabs; returns its button."""
        place = {"evidence": 1, "sources": 2, "weaknesses": 3}.get(tab, 0)
        self.tabs[place].setChecked(True)
        return self.tabs[place]

    def _change_tab(self, place: int, chosen: bool) -> None:
        if chosen:
            self._show_tab(place)

    def _show_tab(self, place: int) -> None:
        if self._guidance is None:
            return
        clear(self._room)
        show = (self._show_about, self._show_evidence, self._show_sources, self._show_weaknesses, self._show_last)
        show[place](self._guidance)
        self._room.addStretch(1)
        aid = self._language.text("This is an aid. It is not an official checklist of the Commission.")
        self._room.addWidget(Paragraph(aid, "caption", "muted", parent=self._content))

    def _show_about(self, guidance: Guidance) -> None:
        text = self._language.text
        self._heading(text("What this question is about"))
        self._room.addWidget(Paragraph(guidance.about, parent=self._content))
        self._room.addSpacing(theme.current().px(4))
        self._heading(text("How to answer"))
        self._bullets(guidance.how)
        if guidance.last_time is not None:
            self._room.addSpacing(theme.current().px(8))
            self._room.addWidget(self._last_time_card(guidance.last_time))

    def _show_evidence(self, guidance: Guidance) -> None:
        self._heading(self._language.text("Documents that often show it"))
        self._bullets(guidance.evidence)

    def _show_weaknesses(self, guidance: Guidance) -> None:
        self._heading(self._language.text("What is often missing"))
        self._bullets(guidance.weaknesses)

    def _show_sources(self, guidance: Guidance) -> None:
        self._heading(self._language.text("Where this theme is raised"))
        for title, address in guidance.sources:
            self._room.addWidget(Paragraph(title, parent=self._content))
            if address:
                self._room.addWidget(self._link(title, address), 0, Qt.AlignmentFlag.AlignLeft)

    def _show_last(self, guidance: Guidance) -> None:
        if guidance.last_time is not None:
            self._room.addWidget(self._last_time_card(guidance.last_time))

    def _heading(self, text: str) -> None:
        self._room.addWidget(Paragraph(text, "strong", parent=self._content))

    def _bullets(self, sentences: tuple[str, ...]) -> None:
        for sentence in sentences:
            inside = row(space=8)
            inside.addWidget(_bullet(self._content), 0, Qt.AlignmentFlag.AlignTop)
            inside.addWidget(Paragraph(sentence, parent=self._content), 1)
            self._room.addLayout(inside)

    def _link(self, title: str, address: str) -> QPushButton:
        made = buttons.link(self._language.text("Open in the browser"), symbol="globe", parent=self._content)
        made.setAccessibleName(self._language.text("Open {title} in the browser", title=title))
        made.setToolTip(address)
        made.setProperty("address", address)
        made.clicked.connect(self._open_address)
        return made

    def _open_address(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            open_address(str(sender.property("address")), self._language, self)

    def _last_time_card(self, last: LastTime) -> QWidget:
        made = card(self._content)
        symbol = QLabel(made)
        symbol.setPixmap(pixmap("clock", "text"))
        chip = ScoreChip(made)
        chip.show_answer(last.state, last.rating, f"{last.title}: {last.words}")
        head = row(space=8)
        head.addWidget(symbol)
        head.addWidget(Paragraph(last.title, "strong", parent=made), 1)
        head.addWidget(chip)
        inside = column(made, space=4, margins=(14, 10, 12, 12))
        inside.addLayout(head)
        words = self._language.text("\u201c{comment}\u201d", comment=last.comment) if last.comment else last.words
        inside.addWidget(Paragraph(words, "body", "muted", parent=made))
        return made

    def _lay_out(self) -> None:
        flow = FlowLayout(space=4)
        for place, tab in enumerate(self.tabs):
            self._chosen.addButton(tab, place)
            flow.addWidget(tab)
        self.tabs[0].setChecked(True)
        self.tabs[4].setIcon(icon("dot", "accent", size=12))
        self.tabs[4].setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        outer = column(self)
        head = column(margins=(10, 8, 10, 8))
        head.addLayout(flow)
        outer.addLayout(head)
        outer.addWidget(line(parent=self))
        outer.addWidget(scrolling(self._content, self), 1)


def _bullet(parent: QWidget) -> QLabel:
    made = QLabel(parent)
    picture: QPixmap = pixmap("dot", "muted", size=7)
    made.setPixmap(picture)
    made.setFixedHeight(theme.current().line("body"))
    return made
