"""The backups of one file: when each was made, and a copy of one to go on with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.basics.places import backup_folder
from s3desk.desktop.dialogs.frame import FramedDialog
from s3desk.desktop.models.records_model import Column
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.record_table import RecordTable
from s3desk.desktop.widgets.surfaces import column
from s3desk.desktop.widgets.texts import Paragraph
from s3desk.workspace.backup import Backup, backups_of


class BackupsDialog(FramedDialog):
    """A list, the newest first; `use` gets the backup that is chosen."""

    def __init__(
        self, path: Path, language: Language, use: Callable[[Backup], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(language.text("Backups of {name}", name=path.stem), parent, width=600, height=460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language, self._use = language, use
        self.backups = backups_of(path, backup_folder())
        text = language.text
        self.about.say(text("S3 Desk makes a backup when you open a file that has changed. Backups stay as they are."))
        columns: tuple[Column[Backup], ...] = (
            Column(text("Made on"), self._moment, strong=True, stretch=True),
            Column(text("Size"), self._size),
        )
        self.table: RecordTable[Backup] = RecordTable(text("Backups"), columns, self)
        self.empty = Paragraph(text("There is no backup of this file yet."), "body", "muted", parent=self)
        self.open_button = buttons.primary(text("Open a copy"), parent=self)
        close = buttons.secondary(text("Close"), parent=self)
        self._fill(close)
        self.table.opened.connect(self._open)
        self.open_button.clicked.connect(self._open)
        close.clicked.connect(self.reject)

    def _fill(self, close: QWidget) -> None:
        self.table.show_rows(self.backups)
        self.table.setVisible(bool(self.backups))
        self.empty.setVisible(not self.backups)
        self.open_button.setEnabled(bool(self.backups))
        self.open_button.setDefault(True)
        room = column(margins=(24, 4, 24, 16))
        room.addWidget(self.table, 1)
        room.addWidget(self.empty)
        if not self.backups:
            room.addStretch(1)
        self.middle.addLayout(room, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(close)
        self.foot.addWidget(self.open_button)

    def _open(self) -> None:
        backup = self.backups[max(0, self.table.place())]
        self.accept()
        self._use(backup)

    def _moment(self, backup: Backup) -> str:
        return self._language.moment(backup.made_at)

    def _size(self, backup: Backup) -> str:
        return self._language.text("{size} MB", size=self._language.decimal(backup.path.stat().st_size / 1_000_000))
