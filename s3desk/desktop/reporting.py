"""What the window hands to the formats: the officer's choice becomes files or a preview, in a job's thread."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from s3desk.basics.errors import KnownError
from s3desk.basics.progress import Progress
from s3desk.desktop.opening import free_name
from s3desk.domain.records import Check, Purpose, SavedVersion

if TYPE_CHECKING:
    from s3desk.formats.format import Format
    from s3desk.formats.pdf.rendering import Pages
    from s3desk.queries.picture import ReportPicture
    from s3desk.queries.report import Options, Source
    from s3desk.workspace.workspace import Workspace

Output = tuple[str, str]
"""What is made and its file ending; the folder with evidence has none."""

REPORT, NOTE_WORD, DATA, EVIDENCE = ("report", ".pdf"), ("note", ".docx"), ("data", ".json"), ("evidence", "")
OUTPUTS: tuple[Output, ...] = (
    REPORT,
    NOTE_WORD,
    ("note", ".pdf"),
    ("table12", ".pdf"),
    ("table12", ".xlsx"),
    ("workbook", ".xlsx"),
    DATA,
    EVIDENCE,
)
_TABLE12 = ("table12", ".xlsx")
_PROPOSED: dict[Purpose, tuple[Output, ...]] = {
    Purpose.PROGRAMME: (_TABLE12,),
    Purpose.FULFILMENT: (REPORT, _TABLE12),
    Purpose.CONTINUED: (REPORT,),
    Purpose.PREPARATION: (REPORT,),
}
_PREVIEWED = ("report", "note", "table12")


def proposed(check: Check | None) -> tuple[Output, ...]:
    """The outputs that the purpose of a check asks for first."""
    return _PROPOSED[check.purpose if check else Purpose.CONTINUED]


@dataclass(frozen=True, slots=True)
class Order:
    """What was chosen: outputs, what they tell, where they go, and the house template of the Word note."""

    outputs: tuple[Output, ...]
    options: Options
    folder: Path
    template: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A file or folder that was made; `missing` names documents whose file could not be put into the folder."""

    output: Output
    path: Path
    missing: tuple[str, ...] = ()

    @property
    def is_verifiable(self) -> bool:
        """Whether it holds the data of which its check code is made."""
        return self.output in (REPORT, DATA)


def source_of(workspace: Workspace) -> Source:
    """The assessment as it is at this moment; asked in the window's thread."""
    from s3desk.queries.files import not_included
    from s3desk.queries.report import gather

    return gather(workspace, not_included(workspace))


def preview_source(workspace: Workspace) -> Source:
    """What a preview needs, asked in the window's thread: no page shows the history, which may be long."""
    from s3desk.queries.files import not_included
    from s3desk.queries.report import Source

    content = workspace.content
    versions = {version.id: workspace.saved_content(version) for version in content.all(SavedVersion)}
    return Source(workspace.catalogue, content, workspace.now(), versions, missing_files=not_included(workspace))


def create(source: Source, order: Order, progress: Progress) -> tuple[Made, ...]:
    """Write the files under names that are still free.

    Finished ones stay when a later one cannot be written or the user stops.
    """
    from s3desk.formats.names import file_name

    shown = _picture(source, order.options)
    house = _house(order)
    written = []
    for place, (what, suffix) in enumerate(order.outputs):
        path = free_name(order.folder / file_name(shown, what, suffix), joint="-")
        part = _part_of(progress, place, len(order.outputs), path.name)
        if (what, suffix) == EVIDENCE:
            missing = _write_evidence(shown, source, path, part)
        else:
            missing = _write(_form(what, suffix, house), shown, path, part)
        written.append(Made((what, suffix), path, missing))
    return tuple(written)


def is_previewed(output: Output) -> bool:
    """Whether an output has pages that can be shown beforehand."""
    return output[0] in _PREVIEWED


def preview(source: Source, output: Output, options: Options, progress: Progress) -> Pages:
    """The pages of an output, as they will be; what has no pages of its own but the same text is shown as PDF."""
    from s3desk.formats.pdf.rendering import pages_of

    shown = _picture(source, replace(options, carries_data=False, carries_evidence=False))
    try:
        with tempfile.TemporaryDirectory(prefix="s3desk-") as folder:
            path = Path(folder) / "preview.pdf"
            _form(output[0], ".pdf", b"").write(shown, path, progress)
            return pages_of(path.read_bytes())
    except OSError as reason:
        raise KnownError("The preview could not be made.", "Check the free space on this computer.") from reason


def _picture(source: Source, options: Options) -> ReportPicture:
    from s3desk.queries.files import missing_linked
    from s3desk.queries.report import picture

    missing = source.missing_files | missing_linked(source.content)
    return picture(replace(source, missing_files=missing), options)


def _house(order: Order) -> bytes:
    """The house template, read before anything is written."""
    if order.template is None or NOTE_WORD not in order.outputs:
        return b""
    from s3desk.formats.docx import template

    return template.read(order.template)


def _form(what: str, suffix: str, house: bytes) -> Format:
    from s3desk.formats.registry import format_of

    if house and (what, suffix) == NOTE_WORD:
        from s3desk.formats.docx.note import NoteDocx

        return NoteDocx(house)
    return format_of(what, suffix)


def _write(form: Format, shown: ReportPicture, path: Path, progress: Progress) -> tuple[str, ...]:
    from s3desk.formats.registry import write

    write(form, shown, path, progress)
    return ()


def _write_evidence(shown: ReportPicture, source: Source, path: Path, progress: Progress) -> tuple[str, ...]:
    from s3desk.formats.evidence_folder import write

    rows = write(shown, source.files, path, progress)
    return tuple(f"{row.mark}: {row.state}" for row in rows if row.missing)


def _part_of(progress: Progress, place: int, parts: int, name: str) -> Progress:
    """The progress of one file as its share of all."""

    def told(done: int, total: int, step: str = "") -> None:
        share = 100 * done // total if total else 0
        progress(place * 100 + share, parts * 100, f"{name}: {step}" if step else name)

    told(0, 1)
    return told
