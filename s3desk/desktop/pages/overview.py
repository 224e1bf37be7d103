"""The overview page: where the assessment stands, what blocks it, what comes next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from s3desk.desktop import theme
from s3desk.desktop.last_version import LastVersion
from s3desk.desktop.lost_files import LostFiles
from s3desk.desktop.overview.cards import CriteriaCard, GapsCard, PointsCard, WeekCard
from s3desk.desktop.overview.ratings_card import RatingsCard
from s3desk.desktop.overview.status_card import StatusCard
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.spots import open_spot
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import FlowLayout, column, ground, scrolling
from s3desk.desktop.widgets.tab_order import in_tab_order
from s3desk.desktop.widgets.texts import Paragraph, label
from s3desk.domain.open_points import Situation
from s3desk.queries import overview as query
from s3desk.queries.criterion_picture import StepKind
from s3desk.queries.overview_picture import CriterionLine, GapLine, OverviewPicture, PointLine, TaskLine

ID = "overview"
# Widths of the page's room at 100 %, below which parts move below each other.
_HEAD_BESIDE_FROM, _CARDS_BESIDE_FROM = 720, 760


class OverviewPage(QWidget):
    """Status, criteria and open points at the left; the wheel, gaps and this week's list at the right or below."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language, text = surroundings.language, surroundings.language.text
        self.id = ID
        self.title = text("Overview")
        self._surroundings = surroundings
        self._last_version = LastVersion()
        self._lost = LostFiles(surroundings, self)
        self._picture: OverviewPicture | None = None
        self._content = ground("window")
        self._area = scrolling(self._content, self)
        self.sentence = Paragraph("", "body", "muted", parent=self._content)
        self.save_version = buttons.secondary(text("Save a version..."), parent=self._content)
        self.step = buttons.primary("–", then="chevron-right", parent=self._content)
        self.status = StatusCard(language, self._content)
        self.criteria = CriteriaCard(language, self._content)
        self.points = PointsCard(language, self._content)
        self.ratings = RatingsCard(language, self._content)
        self.gaps = GapsCard(language, self._content)
        self.week = WeekCard(language, self._content)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = QWidget(self._content)
        self._side_cards = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._lay_out()
        self._connect()

    # What the window expects of a page

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        picture = self._ask()
        if picture == self._picture:
            return
        self._picture = picture
        self.sentence.say(picture.sentence)
        self.step.setVisible(picture.step is not None)
        self.save_version.setVisible(not self._surroundings.workspace.read_only)
        if picture.step is not None:
            buttons.show(self.step, picture.step.text)
        self.criteria.list.show_rows(picture.criteria)
        for card in (self.status, self.points, self.ratings, self.gaps, self.week):
            card.show_picture(picture)

    def save_typing(self) -> None:
        """Nothing is typed here."""

    def go_to(self, place: Place) -> None:
        """The page has one spot."""

    def place(self) -> Place:
        return Place(ID)

    def focus_target(self) -> QWidget:
        return self.criteria.list if self.step.isHidden() else self.step

    def areas(self) -> tuple[QWidget, ...]:
        return self.step, self.criteria.list, self.points.list, self.gaps.list, self.week.list

    # Commands of the menus

    def next_open_question(self) -> None:
        """Go where the filled button leads."""
        self._take_step()

    def change_ratings(self) -> None:
        """Show the ratings as a table or as a wheel."""
        self.ratings.change_form()

    # What it shows

    def _ask(self) -> OverviewPicture:
        workspace = self._surroundings.workspace
        situation = Situation(self._surroundings.catalogue, workspace.content, workspace.today(), self._lost.now())
        return query.picture(
            situation,
            self._surroundings.language,
            earlier=self._last_version.of(workspace),
            read_only=workspace.read_only,
        )

    # Where its links lead

    def _take_step(self) -> None:
        step = self._picture.step if self._picture else None
        if step is None:
            return
        if step.kind is StepKind.REPORT:
            self._surroundings.run("report.create")
        else:
            tab = "fulfilment" if step.kind is StepKind.FULFILMENT else "questions"
            self._surroundings.enter(Place("criterion", step.criterion_id, tab, step.question_id))

    def _open_criterion(self, line: CriterionLine) -> None:
        self._surroundings.enter(Place("criterion", line.id))

    def _open_line(self, line: PointLine | GapLine | TaskLine) -> None:
        if line.spot is not None:
            open_spot(line.spot, self._surroundings, self)

    # How it is built

    def _connect(self) -> None:
        self.save_version.clicked.connect(partial(self._surroundings.run, "file.version"))
        self.step.clicked.connect(self._take_step)
        self.gaps.all.clicked.connect(partial(self._surroundings.enter, Place("actions")))
        self.criteria.opened.connect(self._open_criterion)
        for card in (self.points, self.gaps, self.week):
            card.opened.connect(self._open_line)
        self._lost.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        px = theme.current().px
        titles = column()
        titles.addWidget(label(self.title, "h1", parent=self._content))
        titles.addWidget(self.sentence)
        actions = QWidget(self._content)
        beside = FlowLayout(actions, space=8)
        beside.addWidget(self.save_version)
        beside.addWidget(self.step)
        self._head.setSpacing(px(12))
        self._head.addLayout(titles, 1)
        self._head.addWidget(actions, 0, Qt.AlignmentFlag.AlignVCenter)
        left = column(space=16)
        left.addWidget(self.criteria)
        left.addWidget(self.points)
        left.addStretch(1)
        self._side_cards.setSpacing(px(16))
        self._side_cards.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(px(16))
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._side)
        outer = column(self._content, space=16, margins=(24, 16, 24, 24))
        outer.addLayout(self._head)
        outer.addWidget(self.status)
        outer.addLayout(self._columns)
        outer.addStretch(1)
        self._lay_out_side()
        lists = (self.gaps.all, self.gaps.list, self.week.fold, self.week.list)
        in_tab_order(self.save_version, self.step, self.criteria.list, self.points.fold, self.points.list, *lists)
        column(self).addWidget(self._area)

    def _lay_out_side(self) -> None:
        lists = column(space=16)
        lists.addWidget(self.gaps)
        lists.addWidget(self.week)
        lists.addStretch(1)
        self._side_cards.addWidget(self.ratings)
        self._side_cards.addLayout(lists, 1)

    def arrange(self, window_width: int, width: int) -> None:
        """Fit into a window and a page of these widths in pixels."""
        shown, directions = theme.current(), QBoxLayout.Direction
        room = width / shown.factor - 48
        beside = window_width / shown.factor >= shown.tokens.measure("breakpoint", "rail_below_width")
        cards_beside = not beside and room >= _CARDS_BESIDE_FROM
        wheel = shown.measure("width", "wheel_card")
        self._columns.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._side_cards.setDirection(directions.LeftToRight if cards_beside else directions.TopToBottom)
        self._head.setDirection(directions.LeftToRight if room >= _HEAD_BESIDE_FROM else directions.TopToBottom)
        self._side.setMinimumWidth(wheel if beside else 0)
        self._side.setMaximumWidth(wheel if beside else 16_777_215)
        self.status.set_stacked(stacked=room < _CARDS_BESIDE_FROM, own_width=wheel)
        self.ratings.set_room(min(shown.px(room), wheel if beside else shown.px(440)) - 2)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lost.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self._area.verticalScrollBar().sizeHint().width()
        self.arrange(self.window().width(), event.size().width() - bar)
