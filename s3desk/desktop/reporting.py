"""What the window hands to the formats: the officer's choice becomes files, in a job's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from s3desk.basics.language import Language
from s3desk.basics.progress import Progress
from s3desk.domain.profile import Profile
from s3desk.domain.records import Check, Purpose

if TYPE_CHECKING:
    from s3desk.queries.report import Source
    from s3desk.workspace.workspace import Workspace

OUTPUTS = (
    ("report", ".pdf"),
    ("workbook", ".xlsx"),
    ("note", ".docx"),
    ("note", ".pdf"),
    ("table12", ".xlsx"),
    ("table12", ".pdf"),
    ("data", ".json"),
)

_REPORT, _TABLE12 = ("report", ".pdf"), ("table12", ".xlsx")
_PROPOSED = {
    Purpose.PROGRAMME: (_TABLE12,),
    Purpose.FULFILMENT: (_REPORT, _TABLE12),
    Purpose.CONTINUED: (_REPORT,),
    Purpose.PREPARATION: (_REPORT,),
}


def proposed(check: Check | None) -> tuple[tuple[str, str], ...]:
    """The outputs that the purpose of a check asks for first."""
    return _PROPOSED[check.purpose if check else Purpose.CONTINUED]


@dataclass(frozen=True, slots=True)
class Order:
    """What was chosen: outputs with their forms, for whom, in which language, where."""

    outputs: tuple[tuple[str, str], ...]
    profile: Profile
    language: str
    folder: Path


def source_of(workspace: Workspace) -> Source:
    """The assessment as it is at this moment; asked in the window's thread."""
    from s3desk.queries.files import not_included
    from s3desk.queries.report import gather

    return gather(workspace, not_included(workspace))


def create(source: Source, order: Order, progress: Progress) -> tuple[Path, ...]:
    """Write the files. Finished ones stay when a later one cannot be written or the user stops."""
    from s3desk.formats.names import file_name
    from s3desk.formats.registry import export
    from s3desk.queries.files import missing_linked
    from s3desk.queries.report import Options, picture

    missing = source.missing_files | missing_linked(source.content)
    shown = picture(replace(source, missing_files=missing), Options(order.profile, Language(order.language)))
    written = []
    for place, (what, suffix) in enumerate(order.outputs):
        path = order.folder / file_name(shown, what, suffix)
        export(shown, what, path, _part_of(progress, place, len(order.outputs), path.name))
        written.append(path)
    return tuple(written)


def _part_of(progress: Progress, place: int, parts: int, name: str) -> Progress:
    """The progress of one file as its share of all."""

    def told(done: int, total: int, step: str = "") -> None:
        share = 100 * done // total if total else 0
        progress(place * 100 + share, parts * 100, f"{name}: {step}" if step else name)

    told(0, 1)
    return told
