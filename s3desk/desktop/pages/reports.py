"""The page Reports: what leaves the program, for whom and how; a preview beside it, and the files at the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from s3desk.basics.progress import Progress
from s3desk.desktop import errors, theme
from s3desk.desktop.jobs import Job
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.reporting import (
    Made,
    Order,
    Output,
    create,
    is_previewed,
    material_of,
    preview,
    preview_source,
    proposed,
)
from s3desk.desktop.reports.creating import Creating
from s3desk.desktop.reports.options import OptionsCard
from s3desk.desktop.reports.outputs import OutputList
from s3desk.desktop.reports.points import PointsCard
from s3desk.desktop.reports.preview import Preview
from s3desk.desktop.spots import open_spot
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.page_parts import PageHead, is_narrow
from s3desk.desktop.widgets.page_tabs import PageTabs
from s3desk.desktop.widgets.surfaces import card, column, scrolling
from s3desk.domain.open_points import Situation
from s3desk.queries import reports as query
from s3desk.queries.criterion_picture import Tab
from s3desk.queries.files import not_included
from s3desk.queries.overview_picture import PointLine

if TYPE_CHECKING:
    from s3desk.formats.pdf.rendering import Pages

ID = "reports"
FILES, PREVIEW = "files", "preview"
_OUTPUTS_WIDTH = 272
_STACKED_BELOW = 760


class ReportsPage(QWidget):
    """Files at the left, options and open points in the middle, the preview at the right or under its own tab."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language, text = surroundings.language, surroundings.language.text
        self.id = ID
        self.title = text("Reports")
        self._surroundings = surroundings
        self._tab = FILES
        self._looked_at = proposed(surroundings.workspace.content.check())[0]
        self._printing: Job | None = None
        self.print = buttons.secondary(text("Print..."), parent=self)
        self.make = buttons.primary("–", parent=self)
        self.head = PageHead(self.title, (self.print, self.make), self)
        self.tabs = PageTabs(text("Parts of this page"), self)
        self.outputs = OutputList(language, self)
        self.options = OptionsCard(language, self)
        self.points = PointsCard(language, self)
        self.preview = Preview(language, self)
        self.creating = Creating(language, self)
        self._begin()
        self._lay_out()
        self._connect()
        self._show_chosen()

    # What the window expects of a page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        workspace = self._surroundings.workspace
        missing = not_included(workspace)
        situation = Situation(self._surroundings.catalogue, workspace.content, workspace.today(), missing)
        picture = query.picture(situation, self._surroundings.language, read_only=workspace.read_only)
        self.options.show_versions(picture.versions)
        self.points.show_picture(picture)
        self._fit()
        self._renew(at_once=self.preview.view.pages() is None)

    def save_typing(self) -> None:
        """Nothing is typed on this page."""

    def go_to(self, place: Place) -> None:
        """Show a part of the page."""
        self._show_tab(place.tab or self._tab)

    def place(self) -> Place:
        return Place(ID, tab=self._tab)

    def focus_target(self) -> QWidget:
        return self.outputs.boxes[self._looked_at] if self._tab == FILES else self.preview.view

    def areas(self) -> tuple[QWidget, ...]:
        return (
            self.outputs.boxes[self._looked_at],
            self.options.speech.box,
            self.points.list,
            self.preview.view,
            self.creating.choose,
        )

    # Commands of the menus

    def next_tab(self) -> None:
        """Show the other part of the page, where there is room for one of them."""
        if self.tabs.isVisible():
            self._show_tab(PREVIEW if self._tab == FILES else FILES)
            self.focus_target().setFocus()

    def print_report(self) -> None:
        """Print what the preview shows."""
        from s3desk.desktop.reports.printing import ask_printer, print_pages

        pages = self.preview.pages()
        if pages is None or self._printing is not None:
            return
        printer = ask_printer(pages, self._surroundings.workspace.path.stem, self._surroundings.language, self)
        if printer is None:
            return
        job = self._printing = Job(lambda progress: print_pages(pages, printer, progress))
        job.finished.connect(self._printed)
        job.refused.connect(self._surroundings.report)
        job.broke.connect(partial(errors.tell, self._surroundings.language))
        for end in (job.finished, job.refused, job.broke, job.cancelled):
            end.connect(self._end_printing)
        self.destroyed.connect(job.cancel)
        self._show_chosen()
        job.start()

    def _printed(self, count: object) -> None:
        assert isinstance(count, int)
        said = self._surroundings.language.plural("{n} page sent to the printer.", "{n} pages sent to the printer.", count)
        self._surroundings.say(said)

    def _end_printing(self) -> None:
        self._printing = None
        self._show_chosen()

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
        self._renew()

    def _show_chosen(self) -> None:
        language, chosen = self._surroundings.language, self.outputs.chosen()
        if chosen:
            count = language.plural("{n} file chosen.", "{n} files chosen.", len(chosen))
            moment = language.text("They show the assessment as it is when you press the button.")
            self.head.sentence.say(f"{count} {moment}")
        else:
            self.head.sentence.say(language.text("Choose what you need."))
        buttons.show(self.make, language.plural("Create {n} file", "Create {n} files", len(chosen)))
        self.make.setEnabled(bool(chosen) and not self.creating.is_busy())
        self.print.setEnabled(self.preview.pages() is not None and self._printing is None)
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

    # What is made

    def _create(self) -> None:
        if not self._surroundings.attempt(lambda: self._surroundings.workspace.end_typing()):
            return
        order, material = self.order(), material_of(self._surroundings.workspace)
        self.creating.begin(lambda progress: create(material, order, progress))

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

    def _begin(self) -> None:
        workspace = self._surroundings.workspace
        self.outputs.choose(proposed(workspace.content.check()))
        self.creating.use_folder(self._surroundings.preferences.folder_for_reports(workspace.path))

    def _connect(self) -> None:
        self.make.clicked.connect(self._create)
        self.print.clicked.connect(self.print_report)
        self.tabs.tab_chosen.connect(self._show_tab)
        self.outputs.changed.connect(self._show_chosen)
        self.outputs.looked_at.connect(self._look_at)
        self.options.changed.connect(self._change)
        self.points.opened.connect(self._open_point)
        self.preview.shown.connect(self._show_chosen)
        self.creating.started.connect(self._show_chosen)
        self.creating.ended.connect(self._show_chosen)
        self.creating.created.connect(self._tell_elsewhere)
        self.creating.folder_chosen.connect(self._remember_folder)

    def _lay_out(self) -> None:
        middle = column(space=16)
        middle.addWidget(self.options)
        middle.addWidget(self.points, 1)
        content = QWidget(self)
        self._chooser = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._chooser.setContentsMargins(0, 0, 0, 0)
        self._chooser.setSpacing(theme.current().px(16))
        self._chooser.addWidget(self.outputs)
        self._chooser.addLayout(middle, 1)
        self._files = scrolling(content, self)
        self._beside: QFrame = card(self)
        column(self._beside, margins=(1, 1, 1, 1)).addWidget(self.preview)
        parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        parts.setSpacing(theme.current().px(16))
        parts.addWidget(self._files, 2)
        parts.addWidget(self._beside, 1)
        outer = column(self, space=16, margins=(24, 16, 24, 24))
        outer.addWidget(self.head)
        outer.addWidget(self.tabs)
        outer.addLayout(parts, 1)
        outer.addWidget(self.creating)

    def _show_tab(self, tab: str) -> None:
        self._tab = tab
        self._fit()

    def _fit(self) -> None:
        """Everything beside each other, or one part under each tab."""
        narrow, shown = is_narrow(self), theme.current()
        text = self._surroundings.language.text
        names = ((FILES, text("Files and options")), (PREVIEW, text("Preview")))
        self.tabs.show_tabs(tuple(Tab(key, name, "", name) for key, name in names), self._tab)
        self.tabs.setVisible(narrow)
        self._files.setVisible(not narrow or self._tab == FILES)
        self._beside.setVisible(not narrow or self._tab == PREVIEW)
        stacked = self.width() / shown.factor < _STACKED_BELOW
        directions = QBoxLayout.Direction
        self._chooser.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self.outputs.setFixedWidth(shown.px(_OUTPUTS_WIDTH)) if not stacked else self.outputs.setMaximumWidth(16_777_215)
        self.points.show_whole(whole=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
