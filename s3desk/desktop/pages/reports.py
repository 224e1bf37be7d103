"""The page Reports: what leaves the program, for whom and how; a preview beside it, and the files at the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from s3desk.basics.progress import Progress
from s3desk.desktop.dialogs.programme_text import ProgrammeTextDialog
from s3desk.desktop.jobs import Job
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.reporting import (
    Made,
    Order,
    Output,
    create,
    is_previewed,
    preview,
    preview_source,
    proposed,
    source_of,
)
from s3desk.desktop.reports.arrangement import FIELDS, FILES, PREVIEW, Arrangement, Parts
from s3desk.desktop.reports.creating import Creating
from s3desk.desktop.reports.fields import PortalFields
from s3desk.desktop.reports.options import OptionsCard
from s3desk.desktop.reports.outputs import OutputList
from s3desk.desktop.reports.points import PointsCard
from s3desk.desktop.reports.preview import Preview
from s3desk.desktop.reports.printing import Printing
from s3desk.desktop.spots import open_spot
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.page_parts import PageHead
from s3desk.desktop.widgets.surfaces import bring_into_view, column
from s3desk.domain.open_points import Situation
from s3desk.queries import reports as query
from s3desk.queries.files import missing_linked, not_included
from s3desk.queries.overview_picture import PointLine

if TYPE_CHECKING:
    from s3desk.formats.pdf.rendering import Pages

ID = "reports"


class ReportsPage(QWidget):
    """Files at the left, options and open points in the middle, the preview at the right or under its own tab."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language, text = surroundings.language, surroundings.language.text
        self.id = ID
        self.title = text("Reports")
        self._surroundings = surroundings
        self._missing: frozenset[str] = frozenset()
        self._looked_at = proposed(surroundings.workspace.content.check())[0]
        self.printing = Printing(surroundings, self)
        self.print = buttons.secondary(text("Print..."), parent=self)
        self.make = buttons.primary("–", parent=self)
        self.head = PageHead(self.title, (self.print, self.make), self)
        self.outputs = OutputList(language, self)
        self.options = OptionsCard(language, self)
        self.points = PointsCard(language, self)
        self.preview = Preview(language, self)
        self.fields = PortalFields(language, self)
        self.creating = Creating(language, self)
        parts = Parts(self.head, self.outputs, self.options, self.points, self.preview, self.fields, self.creating)
        self.arrangement = Arrangement(parts, language, self)
        column(self).addWidget(self.arrangement)
        self.outputs.choose(proposed(surroundings.workspace.content.check()))
        self._connect()
        self._show_chosen()

    # What the window expects of a page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        workspace = self._surroundings.workspace
        missing = self._missing | not_included(workspace)
        situation = Situation(self._surroundings.catalogue, workspace.content, workspace.today(), missing)
        picture = query.picture(situation, self._surroundings.language, read_only=workspace.read_only)
        self.options.show_picture(picture)
        self.points.show_picture(picture)
        self._show_fields()
        self.arrangement.fit()
        self._renew(at_once=self.preview.view.pages() is None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a window made small goes on
            self.preview.stop()

    def save_typing(self) -> None:
        """Nothing is typed on this page."""

    def go_to(self, place: Place) -> None:
        """Show a part of the page."""
        self.arrangement.show_tab(place.tab or self.arrangement.tab)

    def place(self) -> Place:
        return Place(ID, tab=self.arrangement.tab)

    def focus_target(self) -> QWidget:
        targets = {PREVIEW: self.preview.view, FIELDS: self.fields.whole}
        return targets.get(self.arrangement.tab, self.outputs.boxes[self._looked_at])

    def areas(self) -> tuple[QWidget, ...]:
        return (
            self.outputs.boxes[self._looked_at],
            self.options.speech.box,
            self.points.list,
            self.fields.whole if self.fields.isVisible() else self.preview.view,
            self.creating.choose,
        )

    # Commands of the menus

    def next_tab(self) -> None:
        """Show the next part of the page."""
        self.arrangement.next_tab()
        self.focus_target().setFocus()

    def print_report(self) -> None:
        """Print what the preview shows."""
        if (pages := self.preview.pages()) is not None:
            self.printing.ask(pages)

    # What is chosen

    def order(self) -> Order:
        """What is chosen now."""
        return Order(
            outputs=self.outputs.chosen(),
            options=self.options.options(),
            folder=self.creating.folder(),
            template=self.options.house_template(),
        )

    def _change(self) -> None:
        self._show_chosen()
        self._show_fields()
        self._renew()

    def _show_chosen(self) -> None:
        language, chosen = self._surroundings.language, self.outputs.chosen()
        if chosen:
            self.head.sentence.say(
                language.plural(
                    "{n} file chosen. It shows the assessment as it is when you press the button.",
                    "{n} files chosen. They show the assessment as it is when you press the button.",
                    len(chosen),
                )
            )
        else:
            self.head.sentence.say(language.text("Choose what you need."))
        buttons.show(self.make, language.plural("Create {n} file", "Create {n} files", len(chosen)))
        self.make.setEnabled(bool(chosen) and not self.creating.is_busy())
        self.print.setEnabled(self.preview.pages() is not None and not self.printing.is_busy())
        self.options.fit_outputs(chosen)

    def _look_at(self, output: Output) -> None:
        if output != self._looked_at:
            self._looked_at = output
            self._renew(at_once=True)

    def _renew(self, *, at_once: bool = False) -> None:
        """Have the preview show what is looked at, as it is now."""
        output, options = self._looked_at, self.options.options()
        self.outputs.show_looked_at(output)
        if not is_previewed(output):
            self.preview.say(self._no_preview(output))
        else:

            def make() -> Callable[[Progress], Pages]:
                source = preview_source(self._surroundings.workspace)
                return lambda progress: preview(source, output, options, progress)

            self.preview.ask(make, at_once=at_once)
        self._show_chosen()

    def _no_preview(self, output: Output) -> str:
        text = self._surroundings.language.text
        return {
            "workbook": text("A workbook has no preview. Open it when it is made."),
            "data": text("A data file has no preview. It is for programs."),
            "evidence": text("A folder has no preview. Its index names every document, its file and its page numbers."),
        }[output[0]]

    # Table 12, field by field

    def _show_fields(self, programme_id: str = "") -> None:
        if self.arrangement.tab != FIELDS:
            return
        workspace = self._surroundings.workspace
        picture = query.fields(
            workspace.catalogue,
            workspace.content,
            programme_id or str(self.fields.programme.value() or ""),
            self.options.options().language,
            self._surroundings.language,
        )
        self.fields.show_picture(picture, read_only=workspace.read_only)

    def _ask_own_text(self, programme_id: str, criterion_id: str) -> None:
        surroundings = self._surroundings
        dialog = ProgrammeTextDialog(surroundings.workspace, surroundings.language, programme_id, criterion_id, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # What is made

    def _create(self) -> None:
        self.arrangement.show_tab(FILES if self.arrangement.tabs.isVisible() else self.arrangement.tab)
        if not self._surroundings.attempt(self._surroundings.workspace.end_typing):
            return
        order, source = self.order(), source_of(self._surroundings.workspace)
        self.creating.begin(lambda progress: create(source, order, progress))

    def _tell_elsewhere(self, made: tuple[Made, ...]) -> None:
        """Who works on another page by now is told there."""
        if not self.isVisible():
            language = self._surroundings.language
            self._surroundings.say(language.plural("{n} file created.", "{n} files created.", len(made)))

    def _remember_folder(self, folder: Path) -> None:
        self._surroundings.preferences.change(report_folder=str(folder))

    def _open_point(self, line: PointLine) -> None:
        if line.spot is not None:
            open_spot(line.spot, self._surroundings, self)

    # How it is built

    def showEvent(self, event: QShowEvent) -> None:
        """Look in a thread which linked files are where they were, and at what the settings say now."""
        super().showEvent(event)
        path, content = self._surroundings.workspace.path, self._surroundings.workspace.content
        self.creating.use_folder(self._surroundings.preferences.folder_for_reports(path))
        job = Job(lambda _progress: missing_linked(content))
        job.finished.connect(self._show_missing)
        job.start()

    def _show_missing(self, missing: frozenset[str]) -> None:
        if missing != self._missing and self.isVisible():
            self._missing = missing
            self.refresh()

    def _connect(self) -> None:
        self.make.clicked.connect(self._create)
        self.print.clicked.connect(self.print_report)
        self.printing.changed.connect(self._show_chosen)
        self.arrangement.turned.connect(self._show_fields)
        self.fields.programme_chosen.connect(self._show_fields)
        self.fields.own_text_requested.connect(self._ask_own_text)
        self.fields.copied.connect(self._surroundings.say)
        self.outputs.changed.connect(self._show_chosen)
        self.outputs.looked_at.connect(self._look_at)
        self.options.changed.connect(self._change)
        self.points.opened.connect(self._open_point)
        self.preview.shown.connect(self._show_chosen)
        for moment in (self.creating.started, self.creating.ended):
            moment.connect(self._show_chosen)
            moment.connect(partial(bring_into_view, self.creating))
        self.creating.created.connect(self._tell_elsewhere)
        self.creating.folder_chosen.connect(self._remember_folder)
