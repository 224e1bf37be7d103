"""Grab every page and dialog of the window as a picture: sizes, themes, languages and states, to be looked at.

python packaging/make_screenshots.py [--out FOLDER] [--only WORD]    WORD is part of a picture's name, such as "de-dark"

Names say what is shown: `laptop-en-light-criterion-evidence.png`, `laptop-en-light-empty-overview.png`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["S3DESK_HOME"] = tempfile.mkdtemp(prefix="s3desk-screenshots-")

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from s3desk.basics.language import Language
from s3desk.desktop import opening
from s3desk.desktop.app import make_window
from s3desk.desktop.pages.page import Place
from s3desk.desktop.pages.registry import PAGES
from s3desk.desktop.settings import Settings, read, write
from s3desk.desktop.window import MainWindow
from s3desk.domain.records import ASSESSMENT, Assessment
from s3desk.queries.criterion import TABS

WHO = "R. Conti"
DIALOGS = {
    "new": "file.new",
    "version": "file.version",
    "copy": "file.copy",
    "backups": "file.backups",
    "describe": "assessment.describe",
    "new-check": "assessment.start_check",
    "status": "assessment.record_status",
    "how": "help.how",
    "privacy": "help.privacy",
    "about": "help.about",
    "settings": "edit.settings",
    "keyboard": "help.keyboard",
}
"""Commands that open a dialog, by the word in the picture's name."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which everything is shown; sizes in px without the title bar of the system."""

    name: str
    width: int
    height: int
    text_size: int = 100


LOOKS = (
    Look("laptop", 1366, 688),
    Look("compact", 1093, 566),
    Look("large", 1920, 1000),
    Look("text150", 1366, 688, 150),
    Look("text200", 1366, 688, 200),
)


class Camera:
    """Grabs the window, or what lies over it, into files."""

    def __init__(self, folder: Path, only: str) -> None:
        self._folder, self._only = folder, only
        self.taken = 0

    def wants(self, name: str) -> bool:
        """Whether a picture of that name is asked for."""
        return self._only in name

    def grab(self, widget: QWidget, name: str) -> None:
        """Take one picture, once what is done beside the window has ended."""
        if not self.wants(name):
            return
        settle()
        widget.grab().save(str(self._folder / f"{name}.png"))
        self.taken += 1


def settle() -> None:
    """Let the window draw itself and the work beside it end."""
    for _turn in range(3):
        QThreadPool.globalInstance().waitForDone(3000)
        for _event in range(4):
            QApplication.processEvents()


def new_window(app: QApplication, look: Look, language: str, theme: str) -> MainWindow:
    """A window as after a start of the program; recent files stay known."""
    write(Settings(language=language, text_size=look.text_size, theme=theme, author=WHO, recent=read().recent))
    window = make_window(app)
    window.resize(look.width, look.height)
    window.show()
    window.first_paint_done()
    settle()
    return window


def pages(window: MainWindow) -> Iterator[tuple[str, Place]]:
    """Every page that the file has, with every tab of a criterion."""
    criterion = window.workspace.catalogue.criteria[2].id
    for page in PAGES:
        if page.for_criteria:
            yield from ((f"{page.id}-{tab}", Place(page.id, criterion, tab)) for tab in TABS)
        else:
            yield page.id, Place(page.id)


def grab_pages(window: MainWindow, camera: Camera, name: str) -> None:
    """All pages of the open file."""
    for page, place in pages(window):
        if camera.wants(f"{name}-{page}"):
            window.enter(place)
            camera.grab(window, f"{name}-{page}")


def grab_dialogs(window: MainWindow, camera: Camera, name: str) -> None:
    """All dialogs that a command opens, each closed again."""
    window.enter(Place("overview"))
    for word, command in DIALOGS.items():
        if camera.wants(f"{name}-dialog-{word}"):
            QTimer.singleShot(0, lambda word=word: _grab_dialog(camera, f"{name}-dialog-{word}"))
            window.run(command)
            settle()


def _grab_dialog(camera: Camera, name: str) -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        sys.exit(f"No dialog opened for {name}.")
    camera.grab(dialog, name)
    dialog.close()


def files(folder: Path) -> dict[str, Callable[[], Path]]:
    """The states that a file can be in, each with how it is made."""
    return {"": example, "empty-": lambda: empty(folder)}


def example() -> Path:
    """The worked example, as the start page opens it."""
    workspace = opening.open_example(Language(), WHO)
    path = workspace.path
    workspace.close()
    return path


def empty(folder: Path) -> Path:
    """An assessment in which nothing is answered."""
    path = folder / "New assessment.s3desk"
    if not path.exists():
        opening.create_file(path, (Assessment(ASSESSMENT, "Autonomous Region of Valdoria"),), WHO).close()
    return path


def grab_look(app: QApplication, look: Look, language: str, theme: str, camera: Camera, folder: Path) -> None:
    """Everything in one size, language and theme; other states where the size is a usual one."""
    name = f"{look.name}-{language}-{theme}"
    window = new_window(app, look, language, theme)
    camera.grab(window, f"{name}-start")
    for state, make in files(folder).items():
        if window.open_path(make()):
            grab_pages(window, camera, f"{name}-{state}".rstrip("-"))
    window.open_path(example())
    grab_dialogs(window, camera, name)
    window.close_file()
    grab_read_only(window, camera, name)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def grab_read_only(window: MainWindow, camera: Camera, name: str) -> None:
    """The pages while a colleague has the file open."""
    path = example()
    colleague = opening.open_file(path, "L. Bianchi")
    if window.open_path(path):
        grab_pages(window, camera, f"{name}-readonly")
    window.close_file()
    colleague.close()


def main() -> None:
    """Grab what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    app = QApplication(["s3desk", "-style", "fusion"])
    camera = Camera(asked.out, asked.only)
    with tempfile.TemporaryDirectory() as folder:
        for look in LOOKS:
            for language in ("en", "de"):
                for theme in ("light", "dark"):
                    grab_look(app, look, language, theme, camera, Path(folder))
    print(f"{camera.taken} pictures in {asked.out}")


if __name__ == "__main__":
    main()
