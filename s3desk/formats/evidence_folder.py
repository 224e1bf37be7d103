"""A folder with the files of all evidence, numbered and named by criterion, and an index as PDF and for Excel.

A folder and not an archive: the programme portal (SFC2021) refuses archives.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from s3desk.basics.errors import KnownError
from s3desk.basics.language import Language
from s3desk.basics.progress import Progress, no_progress
from s3desk.domain.keeping import ending
from s3desk.formats.names import slug
from s3desk.queries.evidence_index import IndexRow, Outcome, index_row
from s3desk.queries.files import FileOfEvidence
from s3desk.queries.picture import EvidenceLine, ReportPicture

INDEX = "00_index"
"""The name of the index without its ending; it sorts before all documents."""


def write(
    picture: ReportPicture, files: Mapping[str, FileOfEvidence], target: Path, progress: Progress = no_progress
) -> tuple[IndexRow, ...]:
    """Make the folder `target`; `files` are known by the id of their evidence. Returns what the index says.

    Raises `KnownError` when it is there already or cannot be made, `CancelledError` when the user stopped it;
    nothing is left then.
    """
    if target.exists():
        raise KnownError(
            "{name} exists already. Nothing was changed.",
            "Choose the name of a folder that does not exist yet.",
            name=target.name,
        )
    try:
        with TemporaryDirectory(prefix="~", dir=target.parent) as place:
            draft = Path(place) / "evidence"
            draft.mkdir()
            rows = _write(picture, files, draft, progress)
            draft.rename(target)
    except OSError as reason:
        raise KnownError(
            "The folder {folder} could not be made.", "Name a folder that you may write to.", folder=str(target)
        ) from reason
    return rows


def file_name(line: EvidenceLine, suffix: str) -> str:
    """For example "C3_E14_monitoring-report-2025.pdf"; C0 is used for no criterion."""
    title = slug(line.short_title or line.title, "document")
    return f"C{_criterion(line)}_{line.mark}_{title}{ending('x' + suffix)}"


def _criterion(line: EvidenceLine) -> int:
    return min(line.criteria, default=0)


def _write(
    picture: ReportPicture, files: Mapping[str, FileOfEvidence], folder: Path, progress: Progress
) -> tuple[IndexRow, ...]:
    from s3desk.formats.excel import evidence_index as workbook
    from s3desk.formats.pdf import evidence_index as pdf

    lines = sorted(picture.evidence, key=_criterion)
    total = len(lines) + 2
    rows = tuple(
        _placed(line, files.get(line.id), folder, picture.language, _step(progress, done, total, line.mark))
        for done, line in enumerate(lines)
    )
    for done, index, suffix in ((total - 2, workbook, ".xlsx"), (total - 1, pdf, ".pdf")):
        progress(done, total, INDEX + suffix)
        index.write(picture, rows, folder / (INDEX + suffix))
    progress(total, total)
    return rows


def _step(progress: Progress, done: int, total: int, name: str) -> Callable[[], None]:
    return lambda: progress(done, total, name)


def _placed(
    line: EvidenceLine, file: FileOfEvidence | None, folder: Path, language: Language, tell: Callable[[], None]
) -> IndexRow:
    """Write the file of one document, if it has one, and say what became of it."""
    tell()
    if file is None:
        return index_row(line, Outcome.ONLY_LINK if line.link else Outcome.NOTHING, "", "", language)
    path = folder / file_name(line, file.suffix)
    sha256 = _copied(file, path, tell)
    outcome = Outcome.WRITTEN if sha256 else Outcome.NOT_FOUND
    if sha256 and file.sha256 not in ("", sha256):
        outcome = Outcome.DAMAGED
    if outcome is not Outcome.WRITTEN:
        path.unlink(missing_ok=True)
    return index_row(line, outcome, path.name, sha256, language)


def _copied(file: FileOfEvidence, path: Path, tell: Callable[[], None]) -> str:
    """The digest of what was written; "" where the file could not be read."""
    digest, parts = hashlib.sha256(), file.parts()
    with path.open("xb") as target:
        while True:
            try:
                part = next(parts, None)
            except (OSError, LookupError):
                return ""
            if part is None:
                return digest.hexdigest()
            digest.update(part)
            target.write(part)
            tell()
