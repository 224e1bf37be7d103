"""The six levels of a question as rows, or as segments where the window is low. Keys 0 to 5 work only here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon
from s3desk.desktop.widgets.marks import paint_chip
from s3desk.desktop.widgets.painted_choice import PaintedChoice
from s3desk.desktop.widgets.painted_text import paint_lines, wrapped
from s3desk.desktop.widgets.surfaces import card, clear, column, row
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.domain.records import AnswerState
from s3desk.queries.criterion_picture import AskedQuestion, Level

_CHIP_LEFT, _WORD_LEFT, _GAP, _CHECK_ROOM = 8, 44, 16, 32
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RatingRow(PaintedChoice):
    """One level: chip, word, sentence. What is checked is decided by the file, not by the click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._level = Level(0, "", "", "")
        self._word_width = 0
        self._segment = False
        self._set_policy()

    def show_level(self, level: Level, *, chosen: bool, word_width: int) -> None:
        """Show a level; all words of the scale have the same room."""
        self._level, self._word_width = level, word_width
        self.setText(level.word)
        self.setAccessibleName(level.spoken)
        self.show_chosen(chosen=chosen)
        self.updateGeometry()
        self.update()

    def set_segment(self, *, segment: bool) -> None:
        """Show chip and word below each other, without the sentence."""
        self._segment = segment
        self._set_policy()
        self.updateGeometry()

    @property
    def level(self) -> Level:
        """The level of this row."""
        return self._level

    def _set_policy(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(not self._segment)
        self.setSizePolicy(policy)

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrapped(self._level.sentence, theme.current().font("caption"), self._sentence_width(width))

    def _sentence_left(self) -> int:
        return theme.current().px(_WORD_LEFT + _GAP) + self._word_width

    def _sentence_width(self, width: int) -> int:
        return max(theme.current().px(80), width - self._sentence_left() - theme.current().px(_CHECK_ROOM))

    def hasHeightForWidth(self) -> bool:
        return not self._segment

    def heightForWidth(self, width: int) -> int:
        shown = theme.current()
        text = len(self._lines(width)) * shown.line("caption") + shown.px(8)
        return max(shown.measure("row", "rating"), text)

    def sizeHint(self) -> QSize:
        shown = theme.current()
        if self._segment:
            word = QFontMetrics(shown.font("caption"), self).horizontalAdvance(self._level.word)
            return QSize(word + shown.px(12), shown.px(56))
        return QSize(shown.px(320), self.heightForWidth(max(self.width(), shown.px(320))))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._segment else QSize(theme.current().px(240), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self._segment:
            self._paint_segment(painter)
        else:
            self._paint_row(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        shown = theme.current()
        rect = QRectF(self.rect())
        radius = shown.measure("radius", "rating")
        if self.isChecked():
            painter.setPen(QPen(shown.color("accent"), 2))
            painter.setBrush(shown.color("tint"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        elif self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.color("sunken"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        if self._level.level < 5 and not self.isChecked():
            self._paint_edge(painter)

    def _paint_edge(self, painter: QPainter) -> None:
        """The thin line towards the next level."""
        border = theme.current().color("border")
        if self._segment:
            painter.fillRect(QRect(self.width() - 1, 1, 1, self.height() - 2), border)
        else:
            painter.fillRect(QRect(1, self.height() - 1, self.width() - 2, 1), border)

    def _paint_row(self, painter: QPainter) -> None:
        shown = theme.current()
        side = shown.measure("height", "score_chip")
        chip = QRect(shown.px(_CHIP_LEFT), (self.height() - side) // 2, side, side)
        paint_chip(painter, chip, AnswerState.RATED, self._level.level)
        painter.setFont(shown.font("strong" if self.isChecked() else "body"))
        painter.setPen(shown.color("text"))
        painter.drawText(self.rect().adjusted(shown.px(_WORD_LEFT), 0, 0, 0), _LEFT, self._level.word)
        sentence = self.rect().adjusted(self._sentence_left(), 0, 0, 0)
        ink = "text" if self.isChecked() else "muted"
        paint_lines(painter, sentence, self._lines(self.width()), "caption", ink)
        if self.isChecked():
            side = shown.px(14)
            check = QRect(self.width() - shown.px(12) - side, (self.height() - side) // 2, side, side)
            paint_icon(painter, check, "check", "accent")

    def _paint_segment(self, painter: QPainter) -> None:
        shown = theme.current()
        side = shown.measure("height", "score_chip")
        chip = QRect((self.width() - side) // 2, shown.px(7), side, side)
        paint_chip(painter, chip, AnswerState.RATED, self._level.level)
        painter.setFont(shown.font("caption"))
        painter.setPen(shown.color("text" if self.isChecked() else "muted"))
        words = self.rect().adjusted(0, shown.px(32), 0, -shown.px(5))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._level.word)


class RatingGroup(QWidget):
    """The six levels. `rated(level)`, `not_applicable_requested()` and `clear_requested()` tell what was chosen."""

    rated = Signal(int)
    not_applicable_requested = Signal()
    clear_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: AskedQuestion | None = None
        self._compact = False
        self._frame = card(self)
        self.rows = tuple(RatingRow(self._frame) for _ in range(6))
        self._texts = card(self)
        self._text_rows = column(self._texts, space=4, margins=(12, 8, 12, 8))
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._frame)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        for level, one in enumerate(self.rows):
            self._rows.addWidget(one)
            one.asked.connect(partial(self.rated.emit, level))
        outer = column(self, space=8)
        outer.addWidget(self._frame)
        outer.addWidget(self._texts)
        self._texts.hide()
        self.setAccessibleDescription(language.text("Keys 0 to 5 set the rating, N means not applicable."))

    def show_question(self, question: AskedQuestion) -> None:
        """Show the levels of a question and which one is chosen."""
        self._question = question
        self.setAccessibleName(f"{question.spoken}. {question.question}")
        metrics = QFontMetrics(theme.current().font("strong"), self)
        width = max(metrics.horizontalAdvance(level.word) for level in question.levels)
        for one, level in zip(self.rows, question.levels, strict=True):
            one.show_level(level, chosen=level.level == question.rating, word_width=width)
        self._set_focus_policies(question.rating)
        if self._compact:
            self._show_texts(question)

    def set_compact(self, *, compact: bool) -> None:
        """Show six segments and the sentences around the chosen level, or six rows."""
        if compact == self._compact:
            return
        self._compact = compact
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if compact else QBoxLayout.Direction.TopToBottom)
        for one in self.rows:
            one.set_segment(segment=compact)
        self._texts.setVisible(compact)
        if compact and self._question is not None:
            self._show_texts(self._question)

    def segments_width(self) -> int:
        """How wide the six segments are at least."""
        metrics = QFontMetrics(theme.current().font("caption"), self)
        words = sum(metrics.horizontalAdvance(one.level.word) for one in self.rows)
        return words + len(self.rows) * theme.current().px(12) + 2

    def focus_row(self) -> RatingRow:
        """The row that the keyboard enters: the chosen one, else the first."""
        rating = self._question.rating if self._question else None
        return self.rows[rating or 0]

    def _set_focus_policies(self, rating: int | None) -> None:
        """The Tab key stops once in the group, at the chosen level."""
        for one in self.rows:
            stop = one.level.level == (rating or 0)
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def _show_texts(self, question: AskedQuestion) -> None:
        """The sentences of the chosen level and its neighbours; of all six while none is chosen."""
        clear(self._text_rows)
        around = range(6) if question.rating is None else range(question.rating - 1, question.rating + 2)
        for level in question.levels:
            if level.level in around:
                self._text_rows.addLayout(self._text_row(level, chosen=level.level == question.rating))

    def _text_row(self, level: Level, *, chosen: bool) -> QBoxLayout:
        ink = "text" if chosen else "muted"
        line = row(space=12)
        number = label(str(level.level), "strong" if chosen else "caption", ink, self._texts)
        number.setFixedWidth(theme.current().px(12))
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Paragraph(level.sentence, "caption", ink, parent=self._texts), 1)
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain:
            event.ignore()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_5:
            self.rated.emit(key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_N:
            self.not_applicable_requested.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_requested.emit()
        elif key in steps:
            self._move(steps[Qt.Key(key)])
        else:
            event.ignore()

    def _move(self, step: int) -> None:
        """Arrows move the focus only: looking at the levels changes nothing."""
        here = next((place for place, one in enumerate(self.rows) if one.hasFocus()), 0)
        self.rows[(here + step) % len(self.rows)].setFocus()
