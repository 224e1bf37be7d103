"""What comes in by dragging or pasting: files, a web address, a picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from s3desk.basics.errors import KnownError
from s3desk.basics.paths import is_file
from s3desk.domain import typed

_ASSESSMENT = ".s3desk"


@dataclass(frozen=True, slots=True)
class Taken:
    """What can be added as evidence; empty when there is nothing of that kind."""

    files: tuple[Path, ...] = ()
    link: str = ""
    picture: QImage | None = None

    def __bool__(self) -> bool:
        return bool(self.files or self.link or self.picture is not None)


def taken_from(data: QMimeData) -> Taken:
    """What dragged or pasted data hold. Assessments and folders are no evidence; the window opens the former."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    files = tuple(path for path in paths if is_file(path) and path.suffix != _ASSESSMENT)
    if files or paths:
        return Taken(files)
    if link := _link_in(data):
        return Taken(link=link)
    if data.hasImage():
        image = QImage(data.imageData())
        return Taken() if image.isNull() else Taken(picture=image)
    return Taken()


def _link_in(data: QMimeData) -> str:
    texts = [url.toString() for url in data.urls()] or [data.text().strip()]
    try:
        return typed.link(texts[0])
    except KnownError:
        return ""
