"""The page Library, without internet: services, terms, the law in short, what to read, own good practices."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QLineEdit, QMenu, QTextBrowser, QWidget

from s3desk.catalogue.library import shipped_library
from s3desk.catalogue.own_services import usable_services
from s3desk.catalogue.services import Services
from s3desk.desktop import theme
from s3desk.desktop.going_out import open_address
from s3desk.desktop.pages.page import Place, Surroundings
from s3desk.desktop.support import finding
from s3desk.desktop.support.library_text import ASK, CHANGE, DROP, REQUEST, html_of
from s3desk.desktop.support.own_services import FaultStrip, OwnServices
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.filters import FilterButtons
from s3desk.desktop.widgets.page_parts import PageHead
from s3desk.desktop.widgets.search_sign import show_search_sign
from s3desk.desktop.widgets.surfaces import FlowLayout, column, ground, scrolling
from s3desk.domain.requests import SupportRequest
from s3desk.queries import library as query
from s3desk.queries.library import LibraryGroup

ID = "library"
_ALL = ""
_PAUSE_MS = 150
_LEAST_HEIGHT = 220


class LibraryPage(QWidget):
    """One text to read, searched while typing; links leave only after they were shown."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = surroundings.language.text
        self.id = ID
        self.title = text("Library")
        self._surroundings = surroundings
        self._group = _ALL
        self._shown = ""
        self.own = OwnServices(surroundings, self)
        self.fault = FaultStrip(surroundings, self)
        self.menu_button = buttons.secondary(text("Own services"), then="chevron-down", parent=self)
        self.head = PageHead(self.title, (self.menu_button,), self)
        self.search = QLineEdit(self)
        self.filters = FilterButtons(text("What is shown"), self)
        self.text = QTextBrowser(self)
        self._pause = QTimer(self)
        self._lay_out()
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.refresh)
        self.filters.chosen.connect(self._want)
        self.text.anchorClicked.connect(self._follow)
        self.own.changed.connect(self.refresh)
        self.fault.set_aside.connect(self.refresh)

    def widget(self) -> QWidget:
        return self

    def refresh(self) -> None:
        services, fault = usable_services()
        self.fault.show_fault(fault)
        self._show_menu(services)
        workspace, language = self._surroundings.workspace, self._surroundings.language
        groups = query.picture(
            shipped_library(),
            services,
            workspace.catalogue,
            workspace.content,
            language,
            self.search.text(),
        )
        counts = [(_ALL, language.text("All"), sum(len(group.entries) for group in groups))]
        counts += [(group.id, group.title, len(group.entries)) for group in groups]
        if self._group not in {key for key, _words, _count in counts}:
            self._group = _ALL
        self.filters.show_filters(counts, self._group)
        self.head.sentence.say(self._sentence(groups))
        self._show(tuple(group for group in groups if self._group in (_ALL, group.id)))

    def save_typing(self) -> None:
        """Nothing is typed here that is kept."""

    def go_to(self, place: Place) -> None:
        """Show one entry, whatever was looked for before; "" keeps the place."""
        if place.record_id:
            self._group = _ALL
            self.search.clear()
            self.refresh()
            self.text.scrollToAnchor(place.record_id)

    def place(self) -> Place:
        return Place(ID)

    def focus_target(self) -> QWidget:
        return self.search

    def areas(self) -> tuple[QWidget, ...]:
        return self.search, self.text

    def _sentence(self, groups: tuple[LibraryGroup, ...]) -> str:
        text = self._surroundings.language.text
        if not groups:
            return text("Nothing found. Try fewer or other words.")
        return text("In our own words, without internet. The sources decide; links open in your browser.")

    def _want(self, group: str) -> None:
        self._group = group
        self.refresh()

    def _show(self, groups: tuple[LibraryGroup, ...]) -> None:
        html = html_of(groups, self._surroundings.language, read_only=self._surroundings.workspace.read_only)
        if html != self._shown:
            self._shown = html
            self.text.setHtml(html)

    def _follow(self, url: QUrl) -> None:
        """An address is shown before it is opened; our own links lead to a request."""
        scheme, target = url.scheme(), url.path()
        if scheme == ASK:
            service = usable_services()[0].service(target)
            if service is not None:
                finding.start(self._surroundings, SupportRequest("", 0, "", service.form, service.id), self)
        elif scheme == REQUEST:
            self._surroundings.enter(Place(finding.PAGE, record_id=target))
        elif scheme == CHANGE:
            self.own.describe(target)
        elif scheme == DROP:
            self.own.drop(target)
        else:
            open_address(url.toString(), self._surroundings.language, self)

    def _show_menu(self, services: Services) -> None:
        """Only own services can be exported."""
        self.export.setEnabled(any(one.own for one in services.services))

    def _make_menu(self) -> None:
        text, menu = self._surroundings.language.text, QMenu(self.menu_button)
        menu.addAction(text("Add a service...")).triggered.connect(partial(self.own.describe, ""))
        menu.addAction(text("Import a file...")).triggered.connect(self.own.ask_import)
        self.export = menu.addAction(text("Export own services..."))
        self.export.triggered.connect(self.own.ask_export)
        self.menu_button.setMenu(menu)

    def _lay_out(self) -> None:
        text, shown = self._surroundings.language.text, theme.current()
        self._make_menu()
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.search.setPlaceholderText(text("Search in the library"))
        self.search.setAccessibleName(text("Search in the library"))
        show_search_sign(self.search)
        self.search.setFixedWidth(shown.px(240))
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.title)
        self.text.document().setDocumentMargin(shown.px(16))
        controls = QWidget(self)
        flow = FlowLayout(controls, space=8)
        flow.addWidget(self.search)
        flow.addWidget(self.filters)
        self.text.setMinimumHeight(shown.px(_LEAST_HEIGHT))
        content = ground("window", self)
        column(self).addWidget(scrolling(content, self))
        outer = column(content, space=12, margins=(24, 16, 24, 24))
        outer.addWidget(self.head)
        outer.addWidget(self.fault)
        outer.addWidget(controls)
        outer.addWidget(self.text, 1)
