"""The list of questions at the left, and below it the average of their ratings."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.icons import paint_icon
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.bars import ScoreBar
from s3desk.desktop.widgets.marks import paint_chip
from s3desk.desktop.widgets.surfaces import column, line, row
from s3desk.desktop.widgets.texts import Elided, Paragraph, label
from s3desk.queries.criterion_picture import Average, QuestionRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = Qt.ItemDataRole.UserRole
_LABEL_LEFT = 52


class _Questions(QAbstractListModel):
    """The questions as a Qt model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[QuestionRow, ...] = ()

    def show_rows(self, rows: tuple[QuestionRow, ...]) -> None:
        if [shown.id for shown in rows] != [shown.id for shown in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{shown.number} {shown.label}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shown.spoken
        return shown if role == _ROW else None


class _QuestionPainter(QStyledItemDelegate):
    """Draws number, label, signs and chip of one question."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        shown = theme.current()
        width: int = option.rect.width()
        lines = shown.line("caption") * 2 + shown.px(6)
        return QSize(width, max(shown.measure("row", "question"), lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        data: QuestionRow = index.data(_ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, state, chosen=chosen)
        self._paint_number(painter, rect, data)
        left = self._paint_signs(painter, rect, data)
        self._paint_label(painter, rect, data, left, chosen=chosen)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, chosen: bool) -> None:
        shown = theme.current()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, shown.color("tint" if chosen else "sunken"))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), shown.px(3), rect.height()), shown.color("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(shown.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_number(self, painter: QPainter, rect: QRect, data: QuestionRow) -> None:
        shown = theme.current()
        if data.core:
            side = shown.px(6)
            dot = QRect(rect.left() + shown.px(7), rect.center().y() - side // 2 + 1, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.color("accent"))
            painter.drawEllipse(dot)
        painter.setFont(shown.font("body"))
        painter.setPen(shown.color("muted"))
        room = rect.adjusted(shown.px(18), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, data.number)

    def _paint_signs(self, painter: QPainter, rect: QRect, data: QuestionRow) -> int:
        """Draw chip, clip and flag from the right; returns where they begin."""
        shown = theme.current()
        side, small = shown.measure("height", "score_chip"), shown.px(12)
        left = rect.right() - shown.px(11) - side
        paint_chip(painter, QRect(left, rect.center().y() - side // 2 + 1, side, side), data.state, data.rating)
        signs = (("flag", "warn", data.review), ("clock", "warn", data.to_confirm))
        for name, color, shows in (*signs, ("paperclip", "muted", data.has_evidence)):
            if shows:
                left -= small + shown.px(6)
                paint_icon(painter, QRect(left, rect.center().y() - small // 2 + 1, small, small), name, color)
        return left - shown.px(6)

    def _paint_label(self, painter: QPainter, rect: QRect, data: QuestionRow, right: int, *, chosen: bool) -> None:
        shown = theme.current()
        font = QFont(shown.font("body"))
        if chosen:
            font.setWeight(shown.font("strong").weight())
        painter.setFont(font)
        painter.setPen(shown.color("text"))
        room = QRect(rect.left() + shown.px(_LABEL_LEFT), rect.top(), 0, rect.height())
        room.setRight(right)
        lines = _two_lines(painter, data.label, room.width())
        height = shown.line("caption")
        top = rect.center().y() - height * len(lines) // 2 + 1
        for place, words in enumerate(lines):
            at = QRect(room.left(), top + place * height, room.width(), height)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _two_lines(painter: QPainter, text: str, width: int) -> list[str]:
    """The text in one or two lines; what does not fit ends in an ellipsis."""
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words = text.split(" ")
    first = words.pop(0)
    while words and metrics.horizontalAdvance(f"{first} {words[0]}") <= width:
        first = f"{first} {words.pop(0)}"
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return [metrics.elidedText(first, Qt.TextElideMode.ElideRight, width), *([rest] if rest else [])]


class _AverageFoot(QWidget):
    """The average with how many are rated; nothing stands for it before the first rating."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = label("", "strong", parent=self)
        self._bar = ScoreBar(parent=self)
        self._note = Paragraph("", "caption", "muted", parent=self)
        head = row()
        head.addWidget(label(language.text("Average"), parent=self), 1)
        head.addWidget(self._value)
        outer = column(self, space=4, margins=(16, 10, 16, 12))
        outer.addLayout(head)
        outer.addWidget(self._bar)
        outer.addWidget(self._note)

    def show_average(self, average: Average) -> None:
        self._value.setText(average.words)
        self._bar.show_value(average.value, level=average.level, target=average.target)
        self._note.say(". ".join(part for part in (average.rated, average.note) if part))


class QuestionList(QWidget):
    """`chosen(question_id)` when the user moves to another question, `core_only(bool)` to ask fewer or all."""

    chosen = Signal(str)
    entered = Signal()
    core_only = Signal(bool)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = QListView(self)
        self._model = _Questions(self.view)
        self._showing = False
        self._language = language
        self._quick = False
        self._title = Elided(language.text("Questions"), "strong", parent=self)
        self.fewer = buttons.quiet(language.text("Core questions"), symbol="dot", parent=self)
        self._average = _AverageFoot(language, self)
        self._line = line(parent=self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_QuestionPainter(self.view))
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(language.text("Questions"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.activated.connect(self.entered)
        self.fewer.clicked.connect(lambda: self.core_only.emit(not self._quick))

    def show_extent(self, *, quick: bool) -> None:
        """Say whether all questions are listed or the core ones only, and offer the other."""
        text = self._language.text
        self._quick = quick
        self._title.setText(text("Core questions") if quick else text("Questions"))
        offer = text("Show all") if quick else text("Core questions")
        buttons.show(self.fewer, offer, symbol="list" if quick else "dot", color="muted" if quick else "accent")
        self.fewer.setToolTip(
            text("Show all questions again") if quick else text("Ask the core questions only: a quick check")
        )
        self.fewer.setAccessibleDescription(self.fewer.toolTip())

    def show_rows(self, rows: tuple[QuestionRow, ...], question_id: str, average: Average) -> None:
        """Show the questions, which of them is chosen, and their average."""
        self._showing = True
        self._model.show_rows(rows)
        place = [shown.id for shown in rows].index(question_id)
        self.view.setCurrentIndex(self._model.index(place))
        self._showing = False
        self._average.show_average(average)

    def set_short(self, *, short: bool) -> None:
        """Stand above the editor with a few rows, or beside it with all the height there is."""
        shown = theme.current()
        self.view.setMaximumHeight(shown.measure("row", "question") * 4 if short else 16_777_215)
        self.view.setMinimumHeight(shown.measure("row", "question") * (4 if short else 1))
        self._average.setVisible(not short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tab above says it too, so the title goes where it would be cut."""
        super().resizeEvent(event)
        room = event.size().width() - self.fewer.sizeHint().width() - theme.current().px(30)
        self._title.setVisible(self._title.sizeHint().width() <= room)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid() and not self._showing:
            self.chosen.emit(index.data(_ROW).id)

    def _lay_out(self) -> None:
        head = row(space=6, margins=(16, 6, 8, 4))
        head.addWidget(self._title, 1)
        head.addWidget(self.fewer, 0, Qt.AlignmentFlag.AlignRight)
        outer = column(self)
        outer.addLayout(head)
        outer.addWidget(self.view, 1)
        outer.addWidget(self._line)
        outer.addWidget(self._average)
