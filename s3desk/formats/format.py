"""What every output format offers."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from s3desk.basics.progress import Progress
from s3desk.queries.picture import ReportPicture


class Format(Protocol):
    """One form of one output: `what` is report, note, table12, workbook or data; `suffix` such as ".pdf"."""

    what: str
    suffix: str

    def write(self, picture: ReportPicture, path: Path, progress: Progress) -> None:
        """Write the picture to a new file. Called in any thread; nothing but its arguments is used."""

    def check(self, path: Path) -> None:
        """Open the written file again; raises `OSError` or `ValueError` when it is not whole."""
