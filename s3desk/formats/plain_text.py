"""An output of plain text: UTF-8, one text for each table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from s3desk.basics.language import Language
from s3desk.basics.progress import Progress
from s3desk.queries.picture import ReportPicture, Table12


class PlainTable12:
    """Table 12 of each programme, written by `text_of`."""

    what = "table12"

    def __init__(self, suffix: str, text_of: Callable[[Table12, Language], str]) -> None:
        self.suffix, self.text_of = suffix, text_of

    def write(self, picture: ReportPicture, path: Path, progress: Progress) -> None:
        """Write all tables, one after the other."""
        progress(0, 1)
        texts = (self.text_of(table, picture.language) for table in picture.table12)
        path.write_text("\n".join(texts), encoding="utf-8", newline="\n")
        progress(1, 1)

    def check(self, path: Path) -> None:
        """Look whether every letter can be read again."""
        if not path.read_text("utf-8"):
            raise ValueError(f"{path.name} is empty")
