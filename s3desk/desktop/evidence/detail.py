"""One document in full: its file, what is known about it, and the answers it is used for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.evidence.uses import UseButton
from s3desk.desktop.going_out import open_address
from s3desk.desktop.icons import pixmap
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import FlowLayout, card, clear, column, line, row, scrolling
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.domain.records import Storage
from s3desk.queries.evidence import EvidenceDetail, Fact
from s3desk.queries.files import EarlierCopy, FileState

_LOOKS = {
    FileState.UNCHANGED: ("check", "ok"),
    FileState.CHANGED: ("exclamation", "warn"),
    FileState.NOT_FOUND: ("cross", "bad"),
}
_NAMES, _VALUES, _EARLIER = 108, 204, 300


class Detail(QWidget):
    """The card at the right; what its buttons ask for is done by the page."""

    question_requested = Signal(str, str)
    open_requested = Signal()
    replace_requested = Signal()
    edit_requested = Signal()
    use_requested = Signal()
    remove_requested = Signal()
    remove_file_requested = Signal()
    earlier_requested = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: object = None
        text = language.text
        self._frame = card(self)
        self._content = QWidget()
        self._area = scrolling(self._content, self._frame)
        self._head = label("", "caption", "muted", self._content)
        self._state_icon = QLabel(self._content)
        self._state = label("", "caption", "muted", self._content)
        self._title = Paragraph("", "h3", parent=self._content)
        self.open = buttons.secondary(text("Open file"), parent=self._content)
        self.replace = buttons.secondary(text("Replace..."), parent=self._content)
        self.edit = buttons.secondary(text("Edit"), parent=self._content)
        self.remove = buttons.secondary(text("Delete"), parent=self._content)
        self._facts = QGridLayout()
        self._uses_title = Paragraph("", "strong", parent=self._content)
        self.use = buttons.link(text("Use for a question"), symbol="plus", parent=self._content)
        self._uses = column()
        self.use_buttons: dict[str, UseButton] = {}
        self._note = Paragraph("", "caption", "muted", parent=self._content)
        self._earlier = column(space=2)
        self.remove_file = buttons.link(text("Remove the file for good..."), parent=self._content)
        self.remove_file.setProperty("flush", "true")
        self._lay_out()
        self.open.clicked.connect(self.open_requested)
        self.replace.clicked.connect(self.replace_requested)
        self.edit.clicked.connect(self.edit_requested)
        self.use.clicked.connect(self.use_requested)
        self.remove.clicked.connect(self.remove_requested)
        self.remove_file.clicked.connect(self.remove_file_requested)

    def show_detail(self, detail: EvidenceDetail, earlier: tuple[EarlierCopy, ...], *, read_only: bool) -> None:
        """Show a document and the copies before; for reading only, what changes it is not offered."""
        if (detail, earlier, read_only) == self._shown:
            return
        self._shown = (detail, earlier, read_only)
        self._head.setText(detail.head)
        self._title.say(detail.title)
        self._show_state(detail)
        self.open.setVisible(detail.storage is not Storage.LINK)
        self.open.setEnabled(detail.openable)
        buttons.show(self.replace, self._replace_words(detail))
        for button in (self.replace, self.edit, self.use, self.remove):
            button.setVisible(not read_only)
        self._uses_title.say(detail.uses_title)
        self._note.say(detail.note)
        links = self._fill_facts(detail.facts)
        self._fill_uses(detail)
        before = self._fill_earlier(earlier)
        self.remove_file.setVisible(not read_only and (detail.storage is Storage.COPY or bool(earlier)))
        buttons_above = (self.open, self.replace, self.edit, self.remove)
        in_tab_order(*buttons_above, *links, self.use, *self.use_buttons.values(), *before, self.remove_file)

    def show_whole(self, *, whole: bool) -> None:
        """Be as high as everything, where the page scrolls, or scroll it in the room there is."""
        self._area.setMinimumHeight(self._content.sizeHint().height() if whole else 0)

    def _replace_words(self, detail: EvidenceDetail) -> str:
        text = self._language.text
        if detail.file is FileState.NOT_FOUND:
            return text("Locate...")
        return text("Add a file...") if detail.storage is Storage.LINK else text("Replace...")

    def _show_state(self, detail: EvidenceDetail) -> None:
        symbol, ink = _LOOKS.get(detail.file, ("", "muted")) if detail.file else ("", "muted")
        self._state_icon.setVisible(bool(symbol))
        if symbol:
            self._state_icon.setPixmap(pixmap(symbol, ink, size=14))
        self._state.setText(detail.file_words)
        self._state.setProperty("ink", ink)
        self._state.style().polish(self._state)

    def _fill_facts(self, facts: tuple[Fact, ...]) -> list[QWidget]:
        """Show the facts; the links among them."""
        clear(self._facts)
        links: list[QWidget] = []
        for place, fact in enumerate(facts):
            name = Paragraph(fact.name, "body", "muted", parent=self._content)
            name.setFixedWidth(theme.current().px(_NAMES))
            self._facts.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            if fact.link:
                links.append(self._link(fact))
                self._facts.addWidget(links[-1], place, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                self._facts.addWidget(Paragraph(fact.value, parent=self._content), place, 1)
        return links

    def _link(self, fact: Fact) -> QPushButton:
        bare = fact.value.split("://", 1)[-1]
        made = buttons.link(_elided(bare, _VALUES, self), parent=self._content)
        made.setProperty("flush", "true")
        made.setToolTip(fact.link)
        made.setAccessibleName(self._language.text("Open {address} in the browser", address=fact.link))
        made.clicked.connect(self._open_address)
        return made

    def _open_address(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            open_address(sender.toolTip(), self._language, self)

    def _fill_uses(self, detail: EvidenceDetail) -> None:
        clear(self._uses)
        self.use_buttons = {}
        for use in detail.uses:
            made = UseButton(use, self._content)
            made.question_requested.connect(self.question_requested)
            self._uses.addWidget(made)
            made.show()
            self.use_buttons[use.question_id] = made

    def _fill_earlier(self, earlier: tuple[EarlierCopy, ...]) -> list[QWidget]:
        """Show the copies that were replaced, each as a link that opens it."""
        clear(self._earlier)
        links: list[QWidget] = []
        for copy in earlier:
            made = buttons.link(_elided(copy.words, _EARLIER, self), symbol="clock", parent=self._content)
            made.setProperty("flush", "true")
            made.setToolTip(f"{self._language.text('Open the earlier file')}: {copy.file_name}")
            made.setAccessibleName(f"{self._language.text('Open the earlier file')}: {copy.words}")
            made.clicked.connect(partial(self.earlier_requested.emit, copy))
            self._earlier.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            made.show()
            links.append(made)
        return links

    def _lay_out(self) -> None:
        top = row(space=6)
        top.addWidget(self._head, 1)
        top.addWidget(self._state_icon)
        top.addWidget(self._state)
        does = FlowLayout(space=8)
        for button in (self.open, self.replace, self.edit, self.remove):
            does.addWidget(button)
        head = column(space=4, margins=(16, 14, 16, 12))
        head.addLayout(top)
        head.addWidget(self._title)
        head.addSpacing(theme.current().px(6))
        head.addLayout(does)
        self._facts.setHorizontalSpacing(theme.current().px(12))
        self._facts.setVerticalSpacing(theme.current().px(4))
        self._facts.setContentsMargins(*(theme.current().px(side) for side in (16, 12, 16, 12)))
        self._facts.setColumnStretch(1, 1)
        uses_head = row(space=8)
        uses_head.addWidget(self._uses_title, 1)
        uses_head.addWidget(self.use)
        foot = column(space=6, margins=(16, 12, 16, 14))
        foot.addLayout(uses_head)
        foot.addLayout(self._uses)
        foot.addWidget(self._note)
        foot.addLayout(self._earlier)
        foot.addWidget(self.remove_file, 0, Qt.AlignmentFlag.AlignLeft)
        inside = column(self._content)
        for part in (head, self._facts, foot):
            inside.addLayout(part)
        inside.insertWidget(1, line(parent=self._content))
        inside.insertWidget(3, line(parent=self._content))
        inside.addStretch(1)
        column(self._frame, margins=(1, 1, 1, 1)).addWidget(self._area)
        column(self).addWidget(self._frame)


def _elided(text: str, room: int, widget: QWidget) -> str:
    """The text shortened in its middle to so many pixels at 100 %."""
    shown = theme.current()
    return QFontMetrics(shown.font("body"), widget).elidedText(text, Qt.TextElideMode.ElideMiddle, shown.px(room))
