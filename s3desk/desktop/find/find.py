"""Find: looks while people type, shows what was found, and puts the cursor on the spot that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from s3desk.basics.progress import Progress
from s3desk.desktop import theme
from s3desk.desktop.jobs import Job

if TYPE_CHECKING:
    from s3desk.catalogue.model import Catalogue
    from s3desk.desktop.find.field import FindField
    from s3desk.desktop.find.panel import FindPanel
    from s3desk.desktop.window import MainWindow
    from s3desk.domain.content import Content
    from s3desk.queries.finding import Finder, FoundRow

_PAUSE = 120
"""Milliseconds after the last key before it is looked up."""


class Find(QObject):
    """The field of one window, the panel below it, and what it looks through."""

    def __init__(self, window: MainWindow, field: FindField) -> None:
        super().__init__(field)
        self._window = window
        self._field = field
        self._panel: FindPanel | None = None
        self._finder: Finder | None = None
        self._reading: Catalogue | None = None
        self._enter_waits = False
        self._before: QWidget | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        field.entered.connect(self._show)
        field.textChanged.connect(self._pause.start)
        field.down.connect(self._go_down)
        field.confirmed.connect(self._confirm)
        field.left.connect(self.leave)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self._field.setFocus()
        self._field.selectAll()

    def leave(self) -> None:
        """Close the results; the keyboard returns to where it was."""
        self.close()
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self._window.page.focus_target().setFocus()

    def close(self) -> None:
        """Close the results."""
        self._pause.stop()
        self._enter_waits = False
        if self._panel is not None:
            self._panel.hide()

    @property
    def panel(self) -> FindPanel:
        """The results; made when they are first wanted."""
        if self._panel is None:
            from s3desk.desktop.find.panel import FindPanel

            self._panel = panel = FindPanel(self._window.language, self._window.frame)
            panel.list.opened.connect(self._open)
            panel.list.above_first.connect(self._field.setFocus)
            panel.list.left.connect(self.leave)
            panel.list.typed.connect(self._type_on)
            self._window.frame.installEventFilter(self)
        return self._panel

    def _show(self) -> None:
        if self._window.has_file and self.panel.isHidden():
            self._look()

    def _look(self) -> None:
        """Look up what is typed now, and show it; what can be found is shown until the texts are read."""
        from s3desk.queries.finding import Found

        workspace, typed = self._window.workspace, self._field.text()
        if self._finder is None or self._finder.catalogue is not workspace.catalogue:
            self._read(workspace.catalogue, workspace.content)
        found = self._finder.find(workspace.content, typed) if self._finder else Found(asked=False)
        self.panel.show_found(found, typed)
        self._place()
        self.panel.show()
        self.panel.raise_()
        self.panel.list.show_top()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, self.panel.spoken()))

    def _read(self, catalogue: Catalogue, content: Content) -> None:
        """Read all texts in a thread; with thousands of questions it takes a moment."""
        from s3desk.queries.finding import Finder

        if self._reading is catalogue:
            return
        language = self._window.language

        def read(_progress: Progress) -> Finder:
            finder = Finder(catalogue, language)
            finder.find(content, "--")
            return finder

        self._finder, self._reading = None, catalogue
        job = Job(read)
        job.finished.connect(self._take)
        job.start()

    def _take(self, finder: Finder) -> None:
        """Look with what was read, unless another file was opened meanwhile."""
        if self._window.has_file and finder.catalogue is self._window.workspace.catalogue:
            self._finder = finder
            if self.panel.isVisible():
                self._look()
            if self._enter_waits:
                self._confirm()

    def _place(self) -> None:
        """Below the field, within the window."""
        from s3desk.desktop.find.panel import WIDTH

        px, frame, panel = theme.current().px, self._window.frame, self.panel
        width = max(0, min(px(WIDTH), frame.width() - px(16)))
        end = self._field.mapTo(self._window, self._field.rect().topRight()).x()
        panel.setFixedWidth(width)
        panel.move(max(px(8), end - width + 1), px(4))
        panel.setFixedHeight(max(0, panel.height_for(frame.height() - px(16))))

    def _go_down(self) -> None:
        self._look_now()
        if self.panel.list.rows():
            self.panel.list.setFocus()

    def _confirm(self) -> None:
        self._look_now()
        self._enter_waits = self._finder is None
        if (row := self.panel.list.row()) is not None and self.panel.isVisible():
            self._open(row)

    def _look_now(self) -> None:
        """What was typed last counts, even if the pause is not over."""
        if self._pause.isActive() or self.panel.isHidden():
            self._pause.stop()
            self._look()

    def _open(self, row: FoundRow) -> None:
        from s3desk.desktop.spots import go_to_spot

        self.close()
        go_to_spot(row.spot, self._window)

    def _type_on(self, text: str) -> None:
        """Letters typed on a result go on in the field; "" takes one back."""
        self._field.setFocus()
        self._field.end(False)
        if text:
            self._field.insert(text)
        else:
            self._field.backspace()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        panel = self._panel
        ours = new is self._field or (panel is not None and new is not None and panel.isAncestorOf(new))
        if ours and old is not None and old is not self._field and (panel is None or not panel.isAncestorOf(old)):
            self._before = old
        elif new is not None and not ours:
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside the results closes them; a resized window moves them."""
        if self._panel is not None and self._panel.isVisible():
            if event.type() is QEvent.Type.Resize:
                self._place()
            elif event.type() is QEvent.Type.MouseButtonPress:
                self.close()
        return super().eventFilter(watched, event)
