"""Opens what lies outside the program: web addresses once they were shown, documents with the system's programs."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from s3desk.basics.language import Language
from s3desk.desktop.dialogs.ask import asked

_SCHEMES = ("http", "https", "mailto")
_OFFICE = (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".eml", ".msg")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp")
_DOCUMENTS = frozenset((".pdf", ".txt", ".csv", *_OFFICE, *_PICTURES))


def open_address(address: str, language: Language, parent: QWidget) -> None:
    """Open a web or mail address in the user's own program, after showing it in full."""
    url = QUrl(address)
    if url.scheme().lower() not in _SCHEMES:
        return
    text = language.text
    if asked(parent, language, text("This address lies outside the program:"), address, text("Open the address")):
        QDesktopServices.openUrl(url)


def open_linked(path: str, language: Language, parent: QWidget) -> None:
    """Open the linked file of a document. One on another computer is shown first: the link may come from others."""
    text = language.text
    what = text("This file lies on another computer:")
    elsewhere = path.startswith(("\\\\", "//"))
    if not elsewhere or asked(parent, language, what, path, text("Open the file")):
        open_document(Path(path))


def open_document(path: Path) -> None:
    """Open a document with the system's program for it. Of anything that could be a program, only its folder."""
    shown = path if path.suffix.lower() in _DOCUMENTS else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown)))


def show_folder(folder: Path) -> None:
    """Open a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def place_for(name: str, mark: str) -> Path:
    """A new place for a copy that is only looked at; the folder goes when the program ends.

    The name comes from a file that others may have made, so nothing but its last part is used.
    """
    last = PureWindowsPath(PurePosixPath(name).name).name.strip(". ")
    folder = Path(tempfile.mkdtemp(prefix=f"{mark}-", dir=_folder().name))
    return folder / (last or mark)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="s3desk-")
