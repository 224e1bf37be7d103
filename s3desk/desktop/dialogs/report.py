"""The dialog that creates files: what, for whom, in which language, where; then progress and where they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QGridLayout, QWidget

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language, available_languages
from s3desk.desktop import errors, theme
from s3desk.desktop.commands import own_name
from s3desk.desktop.dialogs.frame import FramedDialog, framed, part
from s3desk.desktop.handlers import show_folder
from s3desk.desktop.jobs import Job
from s3desk.desktop.reporting import OUTPUTS, Order, create, proposed, source_of
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.choices import ChoiceCards
from s3desk.desktop.widgets.fields import Labelled
from s3desk.desktop.widgets.inputs import ChoiceInput, SideBySide, TextInput
from s3desk.desktop.widgets.progress_row import ProgressRow
from s3desk.desktop.widgets.strips import MessageStrip
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.domain.profile import Profile

if TYPE_CHECKING:
    from s3desk.workspace.workspace import Workspace


class ReportDialog(FramedDialog):
    """Creates reports of the assessment as it is at the click."""

    def __init__(self, workspace: Workspace, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language.text("Create report"), parent, width=680, height=660)
        self._workspace, self._language = workspace, language
        self._job: Job | None = None
        self._folder = workspace.path.parent
        text = language.text
        self.outputs = {output: QCheckBox(words, self) for output, words in self._output_words().items()}
        self.profile = ChoiceCards(text("For whom"), self._profiles(), self)
        names = [(code, own_name(code)) for code in available_languages()]
        self.speech = ChoiceInput(text("Language of the report"), names, self)
        self.folder = TextInput(text("Folder"), self)
        self.browse = buttons.secondary(text("Choose folder..."), symbol="folder-open", parent=self)
        self.strip = MessageStrip(language, self)
        self.progress = ProgressRow(language, self)
        self.close_button = buttons.secondary(text("Close"), parent=self)
        self.make = buttons.primary("", parent=self)
        self._slow = QTimer(self)
        self._fill()
        self._slow.timeout.connect(self.progress.show)
        self.progress.cancel_requested.connect(self._stop)
        self.browse.clicked.connect(self._browse)
        self.close_button.clicked.connect(self.reject)
        self.make.clicked.connect(self._create)
        for box in self.outputs.values():
            box.toggled.connect(self._count)
        self._count()
        self.outputs[OUTPUTS[0]].setFocus()

    def order(self) -> Order:
        """What is chosen now."""
        return Order(
            outputs=tuple(output for output, box in self.outputs.items() if box.isChecked()),
            profile=Profile(str(self.profile.value())),
            language=str(self.speech.value()),
            folder=Path(self.folder.text() or self._folder),
        )

    def _create(self) -> None:
        order, source = self.order(), source_of(self._workspace)
        self.strip.hide()
        self._job = Job(lambda progress: create(source, order, progress))
        self._job.progressed.connect(self.progress.show_progress)
        self._job.finished.connect(self._done)
        self._job.refused.connect(self._refused)
        self._job.cancelled.connect(self._cancelled)
        self._job.broke.connect(self._broke)
        self.make.setEnabled(False)
        self._slow.start()
        self._job.start()

    def _done(self, paths: tuple[Path, ...]) -> None:
        self._rest()
        count = self._language.plural("{n} file created.", "{n} files created.", len(paths))
        where = self._language.text("In the folder {name}.", name=paths[0].parent.name)
        names = "\n".join(str(path) for path in paths)
        self.strip.say(
            "ok", count, where, button=self._language.text("Open folder"), do=self._open_folder, details=names
        )

    def _refused(self, error: KnownError) -> None:
        self._rest()
        self.strip.say("bad", self._language.error(error), self._language.hint(error))

    def _cancelled(self) -> None:
        self._rest()
        text = self._language.text
        self.strip.say("warn", text("Stopped."), text("Finished files stay, the unfinished one was removed."))

    def _broke(self, error: Exception) -> None:
        self._rest()
        errors.tell(self._language, error)

    def _rest(self) -> None:
        """Back to the state in which files can be created."""
        self._job = None
        self._slow.stop()
        self.progress.hide()
        self._count()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _count(self) -> None:
        count = len(self.order().outputs)
        words = self._language.plural("Create {n} file", "Create {n} files", count)
        self.make.setText(words)
        self.make.setAccessibleName(words)
        self.make.setEnabled(count > 0 and self._job is None)

    def _open_folder(self) -> None:
        show_folder(self.order().folder)

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._language.text("Folder"), self.folder.text())
        if name:
            self.folder.show_text(name)

    def done(self, result: int) -> None:
        self._stop()
        QDialog.done(self, result)

    # How it is built

    def _output_words(self) -> dict[tuple[str, str], str]:
        text = self._language.text
        words = (
            text("Report as PDF"),
            text("Workbook for Excel"),
            text("Note for Word"),
            text("Note as PDF"),
            text("Table 12 for Excel"),
            text("Table 12 as PDF"),
            text("Data as JSON"),
        )
        return dict(zip(OUTPUTS, words, strict=True))

    def _profiles(self) -> tuple[tuple[Profile, str, str], ...]:
        text = self._language.text
        outgoing = text("Decisions, texts, references and evidence. No ratings, comments, names or history.")
        internal = text("Everything but your private notes. For your own office only.")
        return (
            (Profile.OUTGOING, text("Outgoing"), outgoing),
            (Profile.INTERNAL, text("Internal"), internal),
        )

    def _fill(self) -> None:
        text = self._language.text
        self.about.say(text("The files show the assessment as it is when you press the button."))
        for output in proposed(self._workspace.content.check()):
            self.outputs[output].setChecked(True)
        self.profile.choose(Profile.OUTGOING)
        self.speech.choose(self._language.code)
        self.folder.show_text(str(self._folder))
        self._slow.setSingleShot(True)
        self._slow.setInterval(theme.current().tokens.times["progress_and_cancel_after"])
        self.progress.hide()
        whom = Labelled(text("For whom"), self.profile, parent=self)
        self.middle.addWidget(part(self._chosen_outputs(), whom, self._place()), 1)
        below = column(space=8, margins=(24, 0, 24, 12))
        below.addWidget(self.strip)
        below.addWidget(self.progress)
        self.middle.addLayout(below)
        self.foot.addWidget(self.close_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.make)
        self.make.setDefault(True)

    def _chosen_outputs(self) -> QWidget:
        boxes = QWidget(self)
        inside = QGridLayout(boxes)
        inside.setContentsMargins(0, 0, 0, 0)
        for place, box in enumerate(self.outputs.values()):
            box.setAccessibleName(box.text())
            inside.addWidget(box, place // 2, place % 2)
        return framed(Labelled(self._language.text("Files"), boxes, parent=self))

    def _place(self) -> QWidget:
        place = QWidget(self)
        inside = column(place, space=8)
        inside.addWidget(SideBySide(self.speech, self.folder))
        beside = row()
        beside.addStretch(1)
        beside.addWidget(self.browse)
        inside.addLayout(beside)
        return framed(place)
