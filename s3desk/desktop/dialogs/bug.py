"""The dialog that is shown when the program itself made a mistake."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.surfaces import column, row
from s3desk.desktop.widgets.texts import Paragraph, label


class BugDialog(QDialog):
    """Says calmly that the program made a mistake, and offers the report to copy."""

    open_now = False

    def __init__(self, language: Language, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(language.text("A mistake in S3 Desk"))
        self.resize(theme.current().px(560), theme.current().px(320))
        text = QPlainTextEdit(report, self)
        text.setReadOnly(True)
        text.setProperty("details", "true")
        text.setAccessibleName(language.text("Report for the developers"))
        copy = buttons.secondary(language.text("Copy the report"), symbol="copy", parent=self)
        close = buttons.primary(language.text("Continue working"), parent=self)
        outer = column(self, space=12, margins=(24, 20, 24, 20))
        outer.addWidget(label(language.text("S3 Desk made a mistake"), "h2", parent=self))
        safe = language.text(
            "The last step was not done. Everything before it is saved. "
            "The report below names places in the program. It holds none of your answers."
        )
        outer.addWidget(Paragraph(safe, parent=self))
        outer.addWidget(text, 1)
        foot = row(space=8)
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        outer.addLayout(foot)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report)

    def exec(self) -> int:
        BugDialog.open_now = True
        try:
            return super().exec()
        finally:
            BugDialog.open_now = False
