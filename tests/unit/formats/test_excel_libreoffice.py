"""LibreOffice opens our workbooks, computes the same averages and shows the same texts."""

from __future__ import annotations

import re
import subprocess
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from s3desk.domain.profile import Profile
from s3desk.domain.records import Record
from s3desk.formats.registry import export
from tests.builders import empty_records, picture_of, workspace_of
from tests.hostile import hostile_records
from tests.valdoria import full_records, stored_bytes

pytestmark = [
    pytest.mark.slow,
    pytest.mark.needs_libreoffice,
    pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning"),
]

RECORDS = {"full": full_records, "empty": empty_records, "hostile": hostile_records}
SHOWN_BY_LIBREOFFICE = 300
"""LibreOffice may wrap or trim very long texts on its way; their beginnings are compared."""


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Workbook, Workbook]]:
    """Ours, and what LibreOffice made of ours after every result beside a formula was taken out."""
    folder = tmp_path_factory.mktemp("libreoffice")
    ours = {name: _written(folder, name, make()) for name, make in RECORDS.items()}
    sent = [_without_results(path, folder / f"bare-{name}.xlsx") for name, path in ours.items()]
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    convert = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
    subprocess.run([*command, *convert, *map(str, sent)], check=True, capture_output=True, timeout=110)
    return {
        name: (load_workbook(path, data_only=True), load_workbook(folder / "out" / f"bare-{name}.xlsx", data_only=True))
        for name, path in ours.items()
    }


def _written(folder: Path, name: str, records: tuple[Record, ...]) -> Path:
    (folder / name).mkdir()
    workspace = workspace_of(folder / name, records, stored_bytes())
    export(picture_of(workspace, Profile.INTERNAL), "workbook", folder / f"{name}.xlsx")
    workspace.close()
    return folder / f"{name}.xlsx"


def _without_results(path: Path, target: Path) -> Path:
    with ZipFile(path) as source, ZipFile(target, "w") as bare:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            bare.writestr(entry, content)
    return target


def _comparable(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, float):
        return pytest.approx(value)
    if isinstance(value, str):
        return value.replace("_x005F_", "_")[:SHOWN_BY_LIBREOFFICE] or None
    return value


@pytest.mark.parametrize("name", RECORDS)
def test_libreoffice_reads_and_computes_what_we_wrote(pairs: dict[str, tuple[Workbook, Workbook]], name: str) -> None:
    ours, theirs = pairs[name]
    assert theirs.sheetnames == ours.sheetnames
    for sheet in ours.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                found = theirs[sheet.title][cell.coordinate].value
                assert _comparable(found) == _comparable(cell.value), f"{sheet.title} {cell.coordinate}"
