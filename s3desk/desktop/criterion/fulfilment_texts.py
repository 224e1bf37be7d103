"""The texts of a fulfilment, in one or two languages: typed, counted, copied as they leave."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from s3desk.desktop.criterion.counted_text import CountedText
from s3desk.desktop.pages.page import Surroundings
from s3desk.desktop.storing import Storing
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.operations import deciding
from s3desk.queries import criterion_fulfilment
from s3desk.queries.criterion_picture import CriterionPicture, FulfilmentPart, TextPart

_WRITE: dict[str, Callable[..., None]] = {
    "references": deciding.write_references,
    "justification": deciding.write_justification,
    "second_references": deciding.write_second_references,
    "second_justification": deciding.write_second_justification,
}
_SECOND = ("second_references", "second_justification")


class FulfilmentTexts(QWidget):
    """References and justification; below, folded, the same in the second language."""

    def __init__(self, surroundings: Surroundings, storing: Storing, parent: QWidget) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._storing = storing
        self._picture: CriterionPicture | None = None
        text = surroundings.language.text
        self.texts = {
            "references": self._text(text("Reference to relevant documents"), lines=4),
            "justification": self._text(text("Justification"), lines=6),
            "second_references": self._text(text("Reference, second language"), lines=3),
            "second_justification": self._text(text("Justification, second language"), lines=5),
        }
        self.second_fold = buttons.link("–", symbol="chevron-right", parent=self)
        self._last = self.texts["references"]
        self._lay_out()
        self.second_fold.clicked.connect(self._toggle_second)
        for text_id, one in self.texts.items():
            one.typed.connect(partial(self._write, text_id))
            one.edited.connect(self._count)
            one.copy_requested.connect(partial(self._copy_one, text_id))
            one.field.cursorPositionChanged.connect(self._remember)

    def show_picture(self, picture: CriterionPicture, *, read_only: bool) -> None:
        """Show the texts; what is being typed stays, and so does the fold."""
        another = self._picture is None or self._picture.id != picture.id
        self._picture = picture
        part = picture.fulfilment
        for text in (*part.texts, *part.second):
            self.texts[text.id].show_part(text, read_only=read_only)
        self._count()
        self._show_second(part, another=another)
        if another:
            self._last = self.texts["references"]

    def insert(self, mark: str) -> None:
        """Write the mark of a document into the text that holds the cursor, or held it last."""
        self._remember()
        self._last.insert(mark)

    def unfolded(self, text_id: str) -> QWidget:
        """The field of a text, unfolded where it was not."""
        if text_id in _SECOND:
            self._unfold_second(unfolded=True)
        return self.texts[text_id].field

    def copy_both(self) -> None:
        """Put both texts as they leave on the clipboard."""
        for one in self.texts.values():
            one.field.flush()
        if self._picture is not None:
            parts = self._picture.fulfilment.texts
            both = "\n\n".join(f"{part.label}\n{part.written}" for part in parts)
            self._copy(both, self._surroundings.language.text("Both texts are copied, evidence written out."))

    def _text(self, name: str, *, lines: int) -> CountedText:
        return CountedText(name, self._surroundings.language, lines=lines, most=16, parent=self)

    def _count(self) -> None:
        """Count what results from the texts as they stand in the fields now."""
        if self._picture is None:
            return
        workspace, language = self._surroundings.workspace, self._surroundings.language
        for prefix in ("", "second_"):
            pair = (self.texts[f"{prefix}references"], self.texts[f"{prefix}justification"])
            typed = (pair[0].field.toPlainText(), pair[1].field.toPlainText())
            found = criterion_fulfilment.counters(
                workspace.catalogue, workspace.content, *typed, second=bool(prefix), language=language
            )
            for one, counter in zip(pair, found, strict=True):
                one.show_counter(counter)

    def _write(self, text_id: str, text: str) -> None:
        if self._picture is not None:
            workspace = self._surroundings.workspace
            work = partial(_WRITE[text_id], workspace, self._picture.id, text)
            self._storing.store(self.texts[text_id].field, work)

    def _remember(self) -> None:
        focused = [one for one in self.texts.values() if one.field.hasFocus()]
        self._last = focused[0] if focused else self._last

    def _show_second(self, part: FulfilmentPart, *, another: bool) -> None:
        self.second_fold.setVisible(bool(part.second))
        unfolded = not self.texts[_SECOND[0]].isHidden()
        if another or not part.second:
            unfolded = any(text.text for text in part.second)
        self._unfold_second(unfolded=unfolded)

    def _unfold_second(self, *, unfolded: bool) -> None:
        for text_id in _SECOND:
            self.texts[text_id].setVisible(unfolded)
        title = self._picture.fulfilment.second_title if self._picture else ""
        buttons.show(self.second_fold, title, symbol="chevron-down" if unfolded else "chevron-right", color="accent")

    def _toggle_second(self) -> None:
        self._unfold_second(unfolded=self.texts[_SECOND[0]].isHidden())

    def _copy_one(self, text_id: str) -> None:
        self.texts[text_id].field.flush()
        if (part := self._part(text_id)) is not None:
            self._copy(part.written, self._surroundings.language.text("{name} is copied.", name=part.label))

    def _part(self, text_id: str) -> TextPart | None:
        if self._picture is None:
            return None
        parts = (*self._picture.fulfilment.texts, *self._picture.fulfilment.second)
        return next((part for part in parts if part.id == text_id), None)

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._surroundings.say(said)

    def _lay_out(self) -> None:
        fold = row()
        fold.addWidget(self.second_fold)
        fold.addStretch(1)
        outer = column(self, space=10)
        outer.addWidget(self.texts["references"])
        outer.addWidget(self.texts["justification"])
        outer.addLayout(fold)
        for text_id in _SECOND:
            outer.addWidget(self.texts[text_id])
