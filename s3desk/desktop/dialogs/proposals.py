"""The dialog about a workbook that comes back: each difference side by side, accepted or refused one by one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.desktop.dialogs.frame import FramedDialog
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.marked_text import Mark, MarkedText
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import FlowLayout, card, column, row, scrolling
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import Elided, Paragraph, label
from s3desk.operations.proposing import take_proposals
from s3desk.queries.marking import Runs, plain
from s3desk.queries.proposals import ProposalPicture, ProposalRow, RefusedRow
from s3desk.workspace.workspace import Workspace

_AT_ONCE = 4
"""Rows that are made in one go; the window answers between two goes."""


class ProposalsDialog(FramedDialog):
    """What one workbook proposes; `taken(count)` when changes were taken."""

    taken = Signal(int)

    def __init__(
        self, picture: ProposalPicture, workspace: Workspace, language: Language, parent: QWidget | None
    ) -> None:
        text = language.text
        super().__init__(text("Changes from {name}", name=picture.workbook), parent, width=1000, height=760)
        self.language = language
        self.boxes: list[QCheckBox] = []
        self._picture, self._workspace = picture, workspace
        self._chosen = {place for place, one in enumerate(picture.rows) if not one.overtaken}
        self.strip = MessageStrip(language, self, room=(24, 0, 24, 8))
        self.cancel = buttons.secondary(text("Cancel"), parent=self)
        self.take = buttons.primary("", parent=self)
        self.take.setDefault(True)
        self._content = QWidget(self)
        self.all = buttons.small(text("Accept all"), parent=self._content)
        self.none = buttons.small(text("Accept none"), parent=self._content)
        self.count = label("", ink="muted", parent=self._content)
        self.notes = MessageStrip(language, self._content)
        self._room = column(self._content, space=12, margins=(24, 4, 24, 16))
        self._to_make: Iterator[QWidget] | None = self._widgets()
        self._fill()
        self._make_some()
        self._show_count()
        self.all.clicked.connect(self._choose_all)
        self.none.clicked.connect(self._choose_none)
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)

    @property
    def whole(self) -> bool:
        """Whether all rows are made."""
        return self._to_make is None

    def _take(self) -> None:
        """Take the chosen changes in one step; what the file refuses is said, and nothing was taken."""
        rows = self._picture.rows
        accepted = [rows[place].proposal for place in sorted(self._chosen)]
        try:
            take_proposals(self._workspace, self._picture.workbook, accepted)
        except KnownError as error:
            self.strip.say("bad", self.language.error(error), self.language.hint(error))
            return
        self.accept()
        self.taken.emit(len(accepted))

    def _choose_all(self) -> None:
        self._choose(set(range(len(self._picture.rows))))

    def _choose_none(self) -> None:
        self._choose(set())

    def _choose(self, places: set[int]) -> None:
        self._chosen = places
        for place, box in enumerate(self.boxes):
            box.setChecked(place in places)
        self._show_count()

    def _toggled(self, place: int, checked: bool) -> None:
        if checked:
            self._chosen.add(place)
        else:
            self._chosen.discard(place)
        self._show_count()

    def _show_count(self) -> None:
        chosen, rows = len(self._chosen), len(self._picture.rows)
        self.count.setText(self.language.text("{n} of {all} chosen", n=chosen, all=rows))
        buttons.show(self.take, self.language.plural("Take {n} change", "Take {n} changes", chosen))
        self.take.setEnabled(chosen > 0)
        self.all.setEnabled(rows > 0)
        self.none.setEnabled(rows > 0)

    # How it is built

    def _fill(self) -> None:
        self.about.say(self._picture.about)
        self._say_notes()
        self.count.setMinimumHeight(self.all.sizeHint().height())
        choosing = FlowLayout(space=8)
        for widget in (self.all, self.none, self.count):
            choosing.addWidget(widget)
        self._room.addLayout(choosing)
        self._room.addWidget(self.notes)
        self.middle.addWidget(self.strip)
        self.middle.addWidget(scrolling(self._content, self), 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.take)

    def _say_notes(self) -> None:
        language, notes = self.language, list(self._picture.notes)
        lead = ""
        if overtaken := sum(one.overtaken for one in self._picture.rows):
            lead = language.plural(
                "{n} difference was changed in the file as well. It is not ticked.",
                "{n} differences were changed in the file as well. They are not ticked.",
                overtaken,
            )
        if refused := len(self._picture.refused):
            below = language.plural(
                "{n} cell cannot be taken; see below.", "{n} cells cannot be taken; see below.", refused
            )
            notes.insert(0, below)
        if lead or notes:
            self.notes.say("warn" if lead or refused else "advice", lead, " ".join(notes), lasting=True)

    def _make_some(self) -> None:
        """Make the next rows; a workbook may have hundreds, and the window must answer meanwhile."""
        if self._to_make is None:
            return
        for _ in range(_AT_ONCE):
            made = next(self._to_make, None)
            if made is None:
                self._to_make = None
                self._room.addStretch(1)
                self._order_keys()
                return
            self._room.addWidget(made)
        QTimer.singleShot(0, self, self._make_some)

    def _order_keys(self) -> None:
        in_tab_order(self.all, self.none, *self.boxes, self.cancel, self.take)
        if self.boxes:
            self.boxes[0].setFocus()

    def _widgets(self) -> Iterator[QWidget]:
        for group in self._picture.groups:
            yield label(group.title, "h2", parent=self._content)
            for one in group.rows:
                yield self._row(one)
        if self._picture.refused:
            yield label(self.language.text("Cannot be taken"), "h2", parent=self._content)
            yield from (self._refused(one) for one in self._picture.refused)

    def _row(self, shown: ProposalRow) -> QWidget:
        text, frame = self.language.text, card(self._content)
        box = QCheckBox(f"{shown.spot}  {shown.field}".replace("&", "&&"), frame)
        box.setAccessibleName(f"{shown.spot} {shown.label}: {shown.field}")
        before, after = text("In the file"), text("In the workbook")
        box.setAccessibleDescription(f"{before}: {self._said(shown.before)}. {after}: {self._said(shown.after)}")
        place = len(self.boxes)
        box.setChecked(place in self._chosen)
        self.boxes.append(box)
        head = row(space=12)
        head.addWidget(box)
        head.addWidget(Elided(shown.label, ink="muted", parent=frame), 1)
        if shown.overtaken:
            head.addWidget(label(text("Changed in the file too"), "caption_strong", "warn", frame))
        sides = row(space=16)
        sides.addLayout(self._side(before, shown.before, "gone", frame), 1)
        sides.addLayout(self._side(after, shown.after, "new", frame), 1)
        inside = column(frame, space=8, margins=(12, 8, 12, 10))
        inside.addLayout(head)
        inside.addLayout(sides)
        box.toggled.connect(partial(self._toggled, place))
        return frame

    def _side(self, head: str, runs: Runs, mark: Mark, parent: QWidget) -> QVBoxLayout:
        side = column(space=2)
        side.addWidget(label(head, "caption", "muted", parent))
        filled = bool(plain(runs))
        side.addWidget(_Side(runs, mark, parent) if filled else label(self._said(runs), "body", "muted", parent))
        side.addStretch(1)
        return side

    def _said(self, runs: Runs) -> str:
        return plain(runs) or self.language.text("(empty)")

    def _refused(self, cell: RefusedRow) -> QWidget:
        frame = card(self._content)
        inside = column(frame, space=2, margins=(12, 8, 12, 10))
        head = row(space=12)
        head.addWidget(label(cell.place, "strong", parent=frame))
        head.addWidget(Elided(cell.spot, ink="muted", parent=frame), 1)
        inside.addLayout(head)
        inside.addWidget(Paragraph(f"{cell.reason} {cell.remedy}", parent=frame))
        return frame


class _Side(MarkedText):
    """One side of a difference. Its heights are kept: each new row has all others laid out once more."""

    def __init__(self, runs: Runs, mark: Mark, parent: QWidget) -> None:
        super().__init__(runs, mark, parent)
        self._heights: dict[int, int] = {}

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]
