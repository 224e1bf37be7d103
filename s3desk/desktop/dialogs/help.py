"""Short dialogs of the help menu: how it works, what stays here, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from s3desk import __version__
from s3desk.basics.language import Language
from s3desk.basics.places import backup_folder, config_folder, log_folder
from s3desk.desktop.dialogs.frame import FramedDialog, part
from s3desk.desktop.widgets import buttons
from s3desk.desktop.widgets.steps import StepsCard, how_it_works
from s3desk.desktop.widgets.texts import Paragraph


def show_how(language: Language, parent: QWidget) -> None:
    """The way from questions to a report."""
    text = language.text
    steps = StepsCard("", how_it_works(language))
    nothing_lost = text(
        "Each change is saved at once. There is nothing to save by hand, and everything can be undone with Ctrl+Z."
    )
    _show(language, text("How it works"), (steps, Paragraph(nothing_lost)), parent, height=460)


def show_privacy(language: Language, parent: QWidget) -> None:
    """What never leaves, where the program keeps something, and how that is known."""
    text = language.text
    folders = (
        (text("Backups"), backup_folder()),
        (text("Settings and recent files"), config_folder()),
        (text("Log without answers"), log_folder()),
    )
    paragraphs = (
        Paragraph(text("Your answers and evidence are in the file that you choose, and nowhere else but its backups.")),
        Paragraph(
            text(
                "S3 Desk opens no network connection. This is tested: the program works in a process in which each "
                "attempt is refused and written down, and there is none."
            )
        ),
        Paragraph(
            text(
                "Web and mail addresses open in your own programs, after you have seen the whole address. "
                "A linked file on another computer is read there when you look at it."
            )
        ),
        *(Paragraph(str(folder), lead=name) for name, folder in folders),
    )
    _show(language, text("What stays on this computer"), paragraphs, parent, height=460)


def show_about(language: Language, parent: QWidget) -> None:
    """Version, licence, and what the program is not."""
    text = language.text
    paragraphs = (
        text("A region looks at itself against the seven criteria of enabling condition 1.1."),
        text(
            "The questions are ours. They are an aid and not a list of the European Commission. "
            "The official text of the criteria is that of Regulation (EU) 2021/1060, Annex IV."
        ),
        text("The names and codes of territories are from Eurostat, NUTS 2024."),
        text("Free software under the European Union Public Licence (EUPL) 1.2."),
    )
    title = text("S3 Desk {version}", version=__version__)
    _show(language, title, tuple(Paragraph(words) for words in paragraphs), parent)


def _show(language: Language, title: str, widgets: tuple[QWidget, ...], parent: QWidget, *, height: int = 360) -> None:
    dialog = FramedDialog(title, parent, width=640, height=height)
    dialog.middle.addWidget(part(*widgets), 1)
    close = buttons.primary(language.text("Close"), parent=dialog)
    dialog.foot.addStretch(1)
    dialog.foot.addWidget(close)
    close.clicked.connect(dialog.accept)
    close.setDefault(True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
