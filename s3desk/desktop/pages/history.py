"""The page History: who changed what and when, from what to what; each value can be given back."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from s3desk.desktop import theme
from s3desk.desktop.history.detail import Detail
from s3desk.desktop.history.listing import Listing
from s3desk.desktop.history.reading import AT_ONCE, Reading
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.spots import go_to_spot
from s3desk.desktop.widgets.page_parts import MainAndSide, PageHead, is_narrow
from s3desk.desktop.widgets.surfaces import column
from s3desk.operations import restoring
from s3desk.operations.restoring import Earlier
from s3desk.queries.changed_values import Around, ChangedValue
from s3desk.queries.spots import Spot
from s3desk.queries.step_detail import StepDetail, detail, spot_of, value_line
from s3desk.queries.steps import Step, Wanted

ID = "history"


class HistoryPage(QWidget):
    """All steps, newest first, and the chosen one in full beside them."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = ID
        self.title = surroundings.language.text("History")
        self._surroundings = surroundings
        self._chosen: Step | None = None
        self._detail: StepDetail | None = None
        self._count = 0
        workspace, language = surroundings.workspace, surroundings.language
        self.reading = Reading(workspace, language, self)
        self.head = PageHead(self.title, (), self)
        self.listing = Listing(workspace.catalogue, language, self)
        self.detail = Detail(language, self)
        self._parts = MainAndSide(
            self.head, self.listing, self.detail, theme.current().tokens.measure("width", "detail")
        )
        column(self).addWidget(self._parts)
        self._connect()

    # What the window expects of a page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        self.listing.show_people(self._surroundings.workspace.history_people())
        self._read(max(AT_ONCE, self._count))

    def save_typing(self) -> None:
        """Nothing is typed here that is stored."""

    def go_to(self, place: Place) -> None:
        """The page has one spot."""

    def place(self) -> Place:
        return Place(ID)

    def focus_target(self) -> QWidget:
        return self.listing.focus_target()

    def areas(self) -> tuple[QWidget, ...]:
        return self.listing.search, self.listing.focus_target(), self.detail.focus_target()

    # What is shown

    def _read(self, enough: int) -> None:
        self._count = 0
        self.listing.clear()
        self.listing.show_result(any_found=True)
        self.reading.begin(self.listing.wanted, enough)

    def _search(self) -> None:
        self._chosen = None
        self._read(AT_ONCE)

    def _add(self, steps: tuple[Step, ...]) -> None:
        first = self._count == 0
        self._count += len(steps)
        if first and self._chosen is not None and self._chosen.id > steps[0].id:
            self._chosen = None  # it was undone
        wanted = self._chosen.id if self._chosen else steps[0].id
        self.listing.add(steps, self._surroundings.workspace.today(), wanted)
        chosen = next((step for step in steps if step.id == wanted), None)
        if chosen is not None or (first and self._chosen is None):
            self._show(chosen or steps[0])
        self._say_count()

    def _pause(self) -> None:
        self._say_count()
        self.listing.show_result(any_found=self._count > 0)
        self.detail.setVisible(self._count > 0)

    def _say_count(self) -> None:
        language, total = self._surroundings.language, self.reading.total
        sentence = language.plural("{n} step is recorded.", "{n} steps are recorded.", total)
        if self.listing.wanted != Wanted():
            found = language.text("{n} of them found.", n=self._count)
            so_far = language.text("{n} of them found so far.", n=self._count)
            sentence = f"{sentence} {found if self.reading.at_end else so_far}"
        self.head.sentence.say(sentence)

    def _show(self, step: Step) -> None:
        workspace, around = self._surroundings.workspace, self._around()
        self._chosen = step
        self._detail = detail(step, around)
        self.detail.show_step(self._detail, partial(value_line, around=around), read_only=workspace.read_only)
        self.detail.show()

    def _around(self) -> Around:
        workspace = self._surroundings.workspace
        return Around(workspace.catalogue, self._surroundings.language, workspace.content)

    # What is done

    def _open(self, step: Step) -> None:
        """Go to the first place of a step that is still there."""
        self._show(step)
        spots = (spot_of(value, self._around()) for value in step.values)
        if spot := next((one for one in spots if one is not None), None):
            self._go_to(spot)

    def _go_to(self, spot: Spot) -> None:
        go_to_spot(spot, self._surroundings)

    def _restore(self, value: ChangedValue) -> None:
        workspace, change = self._surroundings.workspace, value.change
        earlier = Earlier(change.kind, change.key, change.before, value.fields)
        if self._surroundings.attempt(lambda: restoring.restore(workspace, earlier)):
            self._surroundings.say(self._surroundings.language.text("The earlier value is back."), undo=True)
            self.focus_target().setFocus()

    def _bring_back(self) -> None:
        workspace, removed = self._surroundings.workspace, self._detail.removed if self._detail else ()
        if removed and self._surroundings.attempt(lambda: restoring.bring_back(workspace, removed)):
            self._surroundings.say(self._surroundings.language.text("What was removed is back."), undo=True)
            self.focus_target().setFocus()

    # How it is built

    def _connect(self) -> None:
        self.reading.found.connect(self._add)
        self.reading.paused.connect(self._pause)
        self.listing.asked.connect(self._search)
        self.listing.chosen.connect(self._show)
        self.listing.opened.connect(self._open)
        self.listing.near_end.connect(self.reading.go_on)
        self.detail.place_requested.connect(self._go_to)
        self.detail.restore_requested.connect(self._restore)
        self.detail.bring_back_requested.connect(self._bring_back)

    def _fit(self) -> None:
        narrow = is_narrow(self)
        self._parts.set_narrow(narrow=narrow)
        self.listing.fit(narrow=narrow)
        self.detail.fit(narrow=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reading.stop()
