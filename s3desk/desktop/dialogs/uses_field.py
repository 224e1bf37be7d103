"""For which questions a document is used, each with its pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from s3desk.basics.language import Language
from s3desk.catalogue.model import Catalogue
from s3desk.desktop import theme
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import Elided, label


class UsesField(QWidget):
    """Rows of questions with pages, and a list from which one more question is chosen."""

    def __init__(self, catalogue: Catalogue, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        text = language.text
        self._catalogue, self._language = catalogue, language
        self._pages: dict[str, QLineEdit] = {}
        self._rows = column(space=4)
        self.more = QComboBox(self)
        self.more.setAccessibleName(text("Use for another question"))
        self.more.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.more.addItem(text("Use for a question ..."), "")
        for question in catalogue.questions:
            self.more.addItem(self._words(question.id), question.id)
        self._last: QWidget = self.more
        outer = column(self, space=6)
        outer.addWidget(label(text("Used for"), "strong", parent=self))
        outer.addWidget(self.more)
        outer.addLayout(self._rows)
        self.more.activated.connect(self._add_chosen)

    def show_uses(self, uses: Mapping[str, str]) -> None:
        """Show these uses: question ids with their pages."""
        for question_id, pages in uses.items():
            self.add(question_id, pages)

    def uses(self) -> dict[str, str]:
        """The uses as they stand in the rows."""
        return {question_id: pages.text().strip() for question_id, pages in self._pages.items()}

    def pages_of(self, question_id: str) -> QLineEdit:
        """The field for the pages of one use."""
        return self._pages[question_id]

    def add(self, question_id: str, pages: str = "") -> None:
        """Add a row for a question that has none."""
        if question_id in self._pages or not self._catalogue.knows(question_id):
            return
        text, words = self._language.text, self._words(question_id)
        made = QWidget(self)
        field = QLineEdit(pages, made)
        field.setPlaceholderText(text("Pages, or empty for the whole"))
        field.setAccessibleName(text("Pages for question {question}", question=words))
        field.setFixedWidth(theme.current().px(236))
        remove = buttons.symbol_button("cross", text("No longer for question {question}", question=words), parent=made)
        inside = row(made, space=8)
        inside.addWidget(Elided(words, parent=made), 1)
        inside.addWidget(field)
        inside.addWidget(remove)
        self._rows.addWidget(made)
        in_tab_order(self._last, field, remove)
        self._last = remove
        self._pages[question_id] = field
        remove.clicked.connect(partial(self._remove, question_id, made))

    def _remove(self, question_id: str, made: QWidget) -> None:
        del self._pages[question_id]
        if made.isAncestorOf(self._last):
            self._last = self.more
        made.hide()
        made.deleteLater()
        self.more.setFocus()

    def _add_chosen(self, place: int) -> None:
        if question_id := self.more.itemData(place):
            self.add(question_id)
            self._pages[question_id].setFocus()
        self.more.setCurrentIndex(0)

    def _words(self, question_id: str) -> str:
        label_text = self._catalogue.question_text(question_id, self._language.code).label
        return f"{self._catalogue.question(question_id).number} {label_text}"
