"""The foot of the page: where files go, how far they are, and what was made, to be opened and verified."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.basics.progress import Progress
from s3desk.desktop import errors, theme
from s3desk.desktop.going_out import open_document, show_folder
from s3desk.desktop.jobs import Job
from s3desk.desktop.reporting import Made
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.progress_row import ProgressRow
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import clear, column, row, scrolling
from s3desk.desktop.widgets.texts import Elided, label

_ROWS_AT_ONCE = 4


class Creating(QFrame):
    """`started()` and `ended()` around the work, `created(made)` when all is made, `folder_chosen(path)`."""

    started = Signal()
    ended = Signal()
    created = Signal(object)
    folder_chosen = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._language = language
        self._folder = Path()
        self._job: Job | None = None
        text = language.text
        self._place = QWidget(self)
        self._where = Elided("", "body", "text", parent=self)
        self.choose = buttons.small(text("Choose folder..."), symbol="folder-open", parent=self)
        self.show_folder = buttons.small(text("Show in folder"), symbol="folder", parent=self)
        self.progress = ProgressRow(language, self)
        self.strip = MessageStrip(language, self)
        self._made = QWidget(self)
        self._rows = column(self._made)
        self._area = scrolling(self._made, self)
        self.made_buttons: dict[tuple[str, str], QPushButton] = {}
        self._slow = QTimer(self)
        self._lay_out()
        self.choose.clicked.connect(self._ask_folder)
        self.show_folder.clicked.connect(self._show_folder)
        self.progress.cancel_requested.connect(self.cancel)
        self._slow.timeout.connect(self._show_progress)

    def folder(self) -> Path:
        """Where files go."""
        return self._folder

    def use_folder(self, folder: Path) -> None:
        """Write files there from now on."""
        self._folder = folder
        self._where.setText(str(folder))
        self._where.setAccessibleName(self._language.text("Folder: {name}", name=str(folder)))

    def is_busy(self) -> bool:
        """Whether files are being made."""
        return self._job is not None

    def begin(self, work: Callable[[Progress], tuple[Made, ...]]) -> None:
        """Make files beside the window; `work` says what it made."""
        self.strip.hide()
        self._show_made(())
        job = self._start(work)
        job.progressed.connect(self.progress.show_progress)
        job.finished.connect(self._done)
        job.cancelled.connect(self._stopped)
        self.started.emit()

    def cancel(self) -> None:
        """Stop; finished files stay."""
        if self._job is not None:
            self._job.cancel()

    def _start(self, work: Callable[[Progress], object]) -> Job:
        self._job = job = Job(work)
        job.refused.connect(self._refused)
        job.broke.connect(self._broke)
        self.destroyed.connect(job.cancel)
        self._slow.start()
        job.start()
        return job

    def _show_progress(self) -> None:
        self._place.hide()
        self.progress.show()

    def _done(self, made: tuple[Made, ...]) -> None:
        self._rest()
        count = self._language.plural("{n} file created.", "{n} files created.", len(made))
        where = self._language.text("In the folder {name}.", name=made[0].path.parent.name)
        self.strip.say("ok", count, where)
        self._show_made(made)
        self.created.emit(made)

    def _refused(self, error: KnownError) -> None:
        self._rest()
        self.strip.say("bad", self._language.error(error), self._language.hint(error))

    def _stopped(self) -> None:
        self._rest()
        text = self._language.text
        self.strip.say("warn", text("Stopped."), text("Finished files stay, the unfinished one was removed."))

    def _broke(self, error: Exception) -> None:
        self._rest()
        errors.tell(self._language, error)

    def _rest(self) -> None:
        self._job = None
        self._slow.stop()
        self.progress.hide()
        self._place.show()
        self.ended.emit()

    # What was made

    def _show_made(self, made: tuple[Made, ...]) -> None:
        clear(self._rows)
        self.made_buttons.clear()
        for one in made:
            self._rows.addWidget(self._made_row(one))
        self._area.setVisible(bool(made))
        rows = min(len(made), _ROWS_AT_ONCE)
        self._area.setFixedHeight(rows * theme.current().px(26))

    def _made_row(self, made: Made) -> QWidget:
        text, path = self._language.text, made.path
        shown = QWidget(self._made)
        inside = row(shown, space=8)
        inside.addWidget(Elided(path.name, "body", "text", parent=shown), 1)
        if made.missing:
            count = self._language.plural("{n} document is missing", "{n} documents are missing", len(made.missing))
            missing = label(count, "caption", "warn", shown)
            missing.setToolTip("\n".join(made.missing))
            inside.addWidget(missing)
        does = [(text("Open"), partial(open_document, path) if path.suffix else partial(show_folder, path))]
        if made.is_verifiable:
            does.insert(0, (text("Verify"), partial(self._verify, path)))
        for words, do in does:
            button = buttons.link(words, parent=shown)
            button.setAccessibleName(f"{words}: {path.name}")
            button.clicked.connect(do)
            self.made_buttons[words, path.name] = button
            inside.addWidget(button)
        return shown

    def _verify(self, path: Path) -> None:
        language = self._language

        def work(_progress: Progress) -> tuple[str, bool, tuple[str, ...]]:
            from s3desk.formats import verifying

            verified = verifying.verify(path, language)
            return path.name, verified.agrees, tuple(verifying.sentences(verified, language))

        if self._job is None:
            self._start(work).finished.connect(self._tell_verified)

    def _tell_verified(self, found: tuple[str, bool, tuple[str, ...]]) -> None:
        self._rest()
        name, agrees, sentences = found
        self.strip.say("ok" if agrees else "bad", f"{name}:", sentences[-2], details="\n".join(sentences))

    def _show_folder(self) -> None:
        show_folder(self._folder)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._language.text("Folder"), str(self._folder))
        if name:
            self.use_folder(Path(name))
            self.folder_chosen.emit(Path(name))

    # How it is built

    def _lay_out(self) -> None:
        self._slow.setSingleShot(True)
        self._slow.setInterval(theme.current().tokens.times["progress_and_cancel_after"])
        where = row(self._place, space=8)
        where.addWidget(label(self._language.text("Folder"), "strong", parent=self))
        where.addWidget(self._where, 1)
        where.addWidget(self.choose)
        where.addWidget(self.show_folder)
        inside = column(self, space=8, margins=(16, 9, 16, 9))
        inside.addWidget(self._place)
        for widget in (self.progress, self.strip, self._area):
            inside.addWidget(widget)
            widget.hide()
