"""What stands beside the fulfilment: documents to insert into the texts, and the ratings as bars."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.icons import pixmap
from s3desk.desktop.qt_words import keys
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.empty import EmptyState
from s3desk.desktop.widgets.marks import paint_chip
from s3desk.desktop.widgets.surfaces import card, clear, column, line, row
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import Elided, Paragraph, label
from s3desk.domain.records import AnswerState
from s3desk.queries.criterion_picture import Average, FulfilmentPart, RatingBar, UsableEvidence

_FEW = 6


class InsertList(QWidget):
    """Documents with "Insert"; `insert_requested(mark)`, `add_requested()`."""

    insert_requested = Signal(str)
    add_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._language = language
        self._all = False
        self._evidence: tuple[UsableEvidence, ...] | None = None
        self._read_only = False
        self._card = card(self)
        self._rows = column()
        self.more = buttons.link("", parent=self._card)
        self.add = buttons.small(text("Add evidence"), symbol="plus", parent=self._card)
        self.insert_buttons: dict[str, QWidget] = {}
        self._lay_out()
        self.more.clicked.connect(self._toggle)
        self.add.clicked.connect(self.add_requested)

    def show_evidence(self, evidence: tuple[UsableEvidence, ...], *, read_only: bool) -> None:
        """Show a few documents of the criterion, and on request all of the file."""
        self.add.setVisible(not read_only)
        if (evidence, read_only) == (self._evidence, self._read_only):
            return
        self._evidence, self._read_only = evidence, read_only
        self._fill()

    def focus_first(self) -> None:
        """Put the keyboard on the first document."""
        first = next(iter(self.insert_buttons.values()), self.add)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()

    def _fill(self) -> None:
        clear(self._rows)
        self.insert_buttons = {}
        evidence = self._evidence or ()
        own = tuple(one for one in evidence if one.of_criterion)
        shown = evidence if self._all else (own or evidence)[:_FEW]
        for one in shown:
            self._rows.addWidget(line(parent=self._card))
            self._rows.addWidget(self._row(one))
        if not evidence:
            self._rows.addWidget(line(parent=self._card))
            self._rows.addWidget(self._empty())
        text = self._language.text
        fold = text("Show fewer") if self._all else text("Show all {n}", n=len(evidence))
        buttons.show(self.more, fold)
        self.more.setVisible(self._all or len(shown) < len(evidence))
        in_tab_order(self.add, *self.insert_buttons.values(), self.more)

    def _row(self, one: UsableEvidence) -> QWidget:
        made = QWidget(self._card)
        inside = row(made, space=8, margins=(16, 4, 12, 4))
        mark = label(one.mark, "strong", parent=made)
        mark.setMinimumWidth(theme.current().px(30))
        inside.addWidget(mark)
        words = column()
        words.addWidget(Elided(one.title, parent=made))
        if one.detail or one.in_texts:
            words.addLayout(self._detail(one, made))
        inside.addLayout(words, 1)
        if not self._read_only:
            inside.addWidget(self._insert_button(one, made))
        made.setMinimumHeight(theme.current().px(40))
        return made

    def _detail(self, one: UsableEvidence, parent: QWidget) -> QHBoxLayout:
        """Date and pages; before them a tick and "used" where a text names the document."""
        inside = row(space=4)
        if one.in_texts:
            symbol = QLabel(parent)
            symbol.setPixmap(pixmap("check", "ok", size=12))
            inside.addWidget(symbol)
            used = self._language.text("used")
            inside.addWidget(label(f"{used} \u00b7" if one.detail else used, "caption", "muted", parent))
        inside.addWidget(Elided(one.detail, "caption", "muted", parent=parent), 1)
        return inside

    def _insert_button(self, one: UsableEvidence, parent: QWidget) -> QWidget:
        made = buttons.small(self._language.text("Insert"), parent=parent)
        made.setAccessibleName(self._language.text("Insert {mark}, {title}", mark=one.mark, title=one.title))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(partial(self.insert_requested.emit, one.mark))
        self.insert_buttons[one.mark] = made
        return made

    def _empty(self) -> QWidget:
        text = self._language.text
        words = text("Add the documents that show the fulfilment. Then insert them into the texts.")
        return EmptyState("paperclip", text("No evidence yet"), words, parent=self._card)

    def _lay_out(self) -> None:
        head = row(space=8, margins=(16, 8, 12, 8))
        self._title = label(self._language.text("Evidence"), "strong", parent=self._card)
        self._key = label(keys("Ctrl+I"), "caption", "muted", self._card)
        self._key.setMinimumWidth(1)
        head.addWidget(self._title, 1)
        head.addWidget(self._key)
        head.addWidget(self.add)
        foot = row(margins=(12, 4, 12, 6))
        foot.addWidget(self.more)
        foot.addStretch(1)
        inside = column(self._card)
        inside.addLayout(head)
        inside.addLayout(self._rows)
        inside.addLayout(foot)
        outer = column(self)
        outer.addWidget(self._card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for it the key stands only in the list of keys."""
        super().resizeEvent(event)
        others = self._title.sizeHint().width() + self.add.sizeHint().width() + theme.current().px(48)
        self._key.setVisible(event.size().width() >= others + self._key.sizeHint().width())


class _Bars(QWidget):
    """One bar for each question in the neutral accent; the figure stands below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bars: tuple[RatingBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[RatingBar, ...], name: str, spoken: str) -> None:
        self._bars = bars
        self.setAccessibleName(name)
        self.setAccessibleDescription(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        shown = theme.current()
        return QSize(shown.px(200), shown.px(132))

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        foot = self.height() - shown.px(40)
        painter.setPen(QPen(shown.color("border"), 1))
        painter.drawLine(0, foot, self.width(), foot)
        step = self.width() / max(1, len(self._bars))
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, QRect(round(place * step), 0, round(step), foot), bar)

    def _paint_bar(self, painter: QPainter, room: QRect, bar: RatingBar) -> None:
        shown = theme.current()
        middle = room.center().x()
        below = QRect(room.left(), room.bottom() + shown.px(4), room.width(), shown.px(18))
        if bar.state is AnswerState.RATED and bar.rating is not None:
            height = max(2, round(room.height() * bar.rating / 5))
            wide = min(shown.px(20), room.width() - shown.px(6))
            painter.fillRect(QRect(middle - wide // 2, room.bottom() - height + 1, wide, height), shown.color("accent"))
            painter.setFont(shown.font("strong"))
            painter.setPen(shown.color("text"))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(bar.rating))
        else:
            side = shown.px(18)
            chip = QRect(middle - side // 2, below.top(), side, side)
            paint_chip(painter, chip, bar.state, None)
        painter.setFont(shown.font("caption"))
        painter.setPen(shown.color("muted"))
        number = QRect(room.left(), below.bottom() + 1, room.width(), shown.px(16))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, bar.number)


class RatingsCard(QWidget):
    """The ratings of the criterion: no advice, only what was said."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        frame = card(self)
        self._words = Paragraph("", "caption", "muted", parent=frame)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bars = _Bars(frame)
        head = row(space=8)
        head.addWidget(label(language.text("Ratings"), "strong", parent=frame))
        head.addWidget(self._words, 1)
        inside = column(frame, space=12, margins=(16, 10, 16, 10))
        inside.addLayout(head)
        inside.addWidget(self._bars)
        outer = column(self)
        outer.addWidget(frame)

    def show_ratings(self, part: FulfilmentPart, average: Average) -> None:
        """Show one bar for each question, and the average with how many are rated."""
        text = self._language.text
        mean = text("Average {value}", value=average.words) if average.words else ""
        self._words.say(", ".join(words for words in (mean, average.rated) if words))
        self._bars.show_bars(part.bars, text("Ratings of the questions"), part.bars_spoken)
